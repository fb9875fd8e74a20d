"""What of the words behind a verb of denial is denied, and what only says what it is called."""

import re

from kb.extract.clause import Clause
from kb.extract.cues import LEMMAS
from kb.extract.spans import Span, trim

BESIDE = re.compile(
    r",? and (?=(?:is|are|was|were|has|have|had|will) )|,? (?:while|even as|though|although|saying|adding|insisting|claiming|arguing|calling|allowing) "
)
"""Where the denial ends and something else begins: "denied the sale, while allowing that …"."""
CALLING = frozenset({"dismiss", "reject", "describe", "denounce", "decry", "call", "brush", "wave"})
"""Verbs that say what the denied thing is called."""
NAMED = re.compile(r" as (?!well\b|if\b|soon\b|part of\b|of\b)")
OPENING = frozenset('“«„"')
RELATIVE = re.compile(r", (?:which|(?:an? \w+|something) (?:which|that)) $")
"""What stands before the source of a relative clause."""
LEAST = 4
"""Of fewer words than this, what something is called is kept: "dismissed it as propaganda"."""


def denied(clause: Clause, index: int, content: Span) -> Span:
    """The content of a denial without what is said beside it, and what it is called."""
    start, end = content
    text = clause.text[start:end]
    aside = BESIDE.search(text)
    if aside is not None and not clause.quoted(start + aside.start()):
        text = text[: aside.start()]
    if LEMMAS[clause.toks[index].low] in CALLING:
        named = NAMED.search(text)
        if named is not None and not clause.quoted(start + named.start()):
            text = _enough(text[: named.start()], text)
        text = _without_name(text)
    return trim(clause.text, start, start + len(text))


def _without_name(text: str) -> str:
    """The words before a quotation that ends them: "accounts of deliveries “a smear”"."""
    place = next((n for n, c in enumerate(text) if c in OPENING), 0)
    before = text[:place].rstrip(" ,")
    return _enough(before, text)


def _enough(before: str, text: str) -> str:
    """The words before a name, where they say by themselves what is denied."""
    return before if len(before.split()) >= LEAST else text


def taken_up(clause: Clause, index: int, source: Span, earlier: Span | None) -> Span | None:
    """What a relative clause denies: "The ship carried arms, which the owner dismissed as fantasy".

    That is what was attributed before in the sentence, else all that stands before; None for what is no such
    clause.
    """
    behind = clause.text[clause.toks[index].end : clause.end].lstrip()
    relative = RELATIVE.search(clause.text, clause.start, source[0])
    if relative is None or not behind.startswith("as "):
        return None
    if earlier is not None and earlier[1] <= source[0]:
        return earlier
    return trim(clause.text, clause.start, relative.start())
