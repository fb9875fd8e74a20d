"""Whom a sentence begins with: the words before its first verb, with the name in them if there is one."""

import re
from collections.abc import Sequence

from kb.extract.cues import SOURCE_NOUNS, VERBS
from kb.extract.function_words import BE, FINITE
from kb.extract.mention import Mention
from kb.extract.spans import Span
from kb.extract.speakers import HUMAN, LEADING

WORD = re.compile(r"[\w’'-]+|[,;:“”\"()]")
OPENING = re.compile(r"(?i)(?:but|and|yet|meanwhile|however|later|then)\b[\s,]*")
BODIES = (
    SOURCE_NOUNS - HUMAN - frozenset("one them two three he she they it who which we i".split())
)
PEOPLE = HUMAN | frozenset("man woman fisherman guard handler sailor seaman skipper".split())
FARTHEST = 30


def topic(text: str, start: int, end: int) -> Span | None:
    """The words before the first verb of a sentence; None where it begins otherwise."""
    opening = OPENING.match(text, start, end)
    first = opening.end() if opening else start
    for number, match in enumerate(WORD.finditer(text, first, end)):
        low = match[0].casefold()
        lower = match[0][:1].islower()
        if number > FARTHEST or match[0] in '“”";:':
            return None
        if number and (low in FINITE or low in BE or _verb(low, lower=lower)):
            return first, match.start()
    return None


def _verb(low: str, *, lower: bool) -> bool:
    return lower and (low in VERBS or low.endswith("ed"))


def person(text: str, span: Span, inside: Sequence[Mention]) -> tuple[Span, Mention | None] | None:
    """The person among the words that a sentence begins with, or the noun for one."""
    named = [m for m in inside if m.kind == "person"]
    if named:
        head = named[0]
        of = text[head.end : span[1]].lstrip()[:2] in ("'s", "’s")
        return None if of else ((head.start, head.end), head)
    head_end = text.find(",", *span)
    head_span = (span[0], head_end if head_end > 0 else span[1])
    words = text[slice(*head_span)].casefold().split()
    nouns = [w for w in words if w in PEOPLE]
    return (_bare(text, head_span), None) if nouns and len(words) < 9 else None


def body(text: str, span: Span, inside: Sequence[Mention]) -> tuple[Span, Mention | None] | None:
    """The organisation that a sentence begins with, or the noun for one."""
    head_end = text.find(",", *span)
    head_span = (span[0], head_end if head_end > 0 else span[1])
    words = re.findall(r"[\w’'-]+", text[slice(*head_span)])
    if any(m.kind == "person" for m in inside) or any(w.casefold() in HUMAN for w in words):
        return None
    for mention in inside:
        if mention.kind in ("org", "name") and not text.startswith(("’s", "'s"), mention.end):
            bare = _bare(text, head_span)
            return ((mention.start, mention.end), mention) if mention.start - bare[0] < 2 else None
    named = {w.casefold() for w in words[:5]} & BODIES
    return (_bare(text, head_span), None) if named and len(words) < 9 else None


def _bare(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    lead = LEADING.match(words)
    start = span[0] + (lead.end() if lead else 0)
    return start, start + len(text[start : span[1]].rstrip())
