"""Content that stands before its source: "…, said X", "…, X said", "On 3 May, X said, …"."""

import re

from kb.extract.attribution import Attribution
from kb.extract.clause import Clause
from kb.extract.cues import LEMMAS, VERBS
from kb.extract.function_words import BE, FINITE, MARKS
from kb.extract.heads import OPENERS
from kb.extract.rightward import source_right
from kb.extract.spans import Span, trim
from kb.extract.tokens import ENDING, Token
from kb.extract.verbs import FORMS

HEARD = frozenset(
    {"tell", "inform", "notify", "assure", "warn", "advise", "brief", "accuse", "charge", "blame"}
)
"""Verbs after which the hearer stands, never the source."""
OBJECTS = frozenset({"them", "him", "her", "me", "us", "it"})
"""What a verb has as its object, and no source begins with."""
NO_SOURCE = frozenset(
    {*OBJECTS, "that", "to", "by", "in", "on", "at", "for", "of", "as", "from", "with"}
)
WRITING = frozenset(
    "statement letter message post tweet caption notice communique report sign email".split()
)
"""What can "read": "…, read the statement"."""


def inverted(clause: Clause, index: int) -> Attribution | None:
    """CONTENT, said SOURCE."""
    token = clause.toks[index]
    before = clause.toks[index - 1] if index else None
    if before is None or before.text not in ",”\"?!»'’" or token.low.endswith("ing"):
        return None
    if LEMMAS[token.low] in HEARD:
        return None
    following = clause.toks[index + 1] if index + 1 < len(clause.toks) else None
    if following is None or following.low in NO_SOURCE or following.text in MARKS:
        return None
    said = before.text in ENDING or LEMMAS[token.low] == "say"
    right = source_right(clause, token.end, owned=said)
    if right is None:
        return None
    source, after = _called(clause, *right)
    if token.low == "read" and not WRITING & set(clause.text[slice(*source)].casefold().split()):
        return None
    if before.text == "," and not (
        _content_before(clause, index) and _closes(clause, source, after)
    ):
        return None
    content = trim(clause.text, _left_start(clause, index), before.end)
    content = longer(clause, content, _split_quote(clause, after))
    if not long_enough(clause.text, content):
        return None
    return Attribution(content, (token.start, token.end), source, VERBS[token.low], "A-verb-source")


def _called(clause: Clause, source: Span, after: int) -> tuple[Span, int]:
    """The name in "said their lawyer, Femke de Wit", where the words before it name nobody; else the words."""
    if not clause.holds(source, "person", "org", "name"):
        for mention in clause.names:
            if mention.kind in ("person", "org") and clause.text[after : mention.start] == ", ":
                return (mention.start, mention.end), mention.end
    return source, after


def _content_before(clause: Clause, index: int) -> bool:
    """Whether what stands before ", said X" is content and not an apposition to a source."""
    left = clause.source_left(index)
    if left is not None and not _told(clause, index):
        return False
    return (
        left is None or left.span[0] != clause.start or clause.toks[index].end - clause.start > 60
    )


def _told(clause: Clause, index: int) -> bool:
    """Whether a verb stands before a cue, so that something is told there."""
    return any(
        t.low in FINITE or t.low in BE or _moves(t.low) or (t.low in VERBS and not t.named)
        for t in clause.toks[: index - 1]
    ) or any(t.low.endswith("ed") and not t.named for t in clause.toks[: index - 1])


def _moves(low: str) -> bool:
    return low in FORMS and FORMS[low].shape not in ("noun", "ing")


def _closes(clause: Clause, source: Span, after: int) -> bool:
    """Whether a source after "…, said" is one: no verb in it, and the clause ends or pauses after it."""
    inside = [t for t in clause.toks if source[0] <= t.start < source[1]]
    if any(
        t.low in FINITE or (t.low.endswith("ed") and not t.named and t.low not in ("united",))
        for t in inside
    ):
        return False
    rest = clause.text[after : clause.end]
    return bool(
        re.match(
            r"\s*(?:[,.;:“\"”!?]|$|on |in |at |late |earlier |this |last |during |after |who |adding )",
            rest,
        )
    )


def _left_start(clause: Clause, index: int) -> int:
    """Where content that ends before a cue begins: the sentence's start, or after an earlier closing."""
    start = clause.start
    for place in range(index - 2, 0, -1):
        token = clause.toks[place]
        if token.text == ";":
            return token.end
    return start


def _split_quote(clause: Clause, place: int) -> Span | None:
    """The quotation that goes on after "…," X said, "…"."""
    for start, end in clause.quotes:
        between = clause.text[place : start - 1] if start > place else None
        if between is not None and re.fullmatch(
            r"[\s,.:]*(?:adding|in [^,“\"]{0,60}|on [^,“\"]{0,30}|to [^,“\"]{0,30})?[\s,.:]*",
            between,
        ):
            return trim(clause.text, start, end)
    return None


def longer(clause: Clause, first: Span, second: Span | None) -> Span:
    """Of two quotations the second where it is much longer, else the first."""
    if second is None:
        return first
    return second if second[1] - second[0] > 1.5 * (first[1] - first[0]) else first


def long_enough(text: str, span: Span) -> bool:
    """Whether content is more than one short word."""
    return span[1] - span[0] > 8 or " " in text[span[0] : span[1]]


def quote_before(clause: Clause, place: int) -> Span | None:
    """The quotation that ends just before a place; None where there is none."""
    found = [q for q in clause.quotes if q[1] <= place and place - q[1] < 6]
    return trim(clause.text, *found[-1]) if found else None


def content_left(clause: Clause, index: int, source: Span, negated: bool) -> Attribution | None:
    """CONTENT, SOURCE says: the words before the source, or the quotation among them."""
    before = clause.text[clause.start : source[0]].rstrip()
    quote = next((q for q in reversed(clause.quotes) if q[1] < source[0]), None)
    whole = (
        quote is not None
        and quote[0] - clause.start < 2
        and _named_between(clause, quote[1], source[0])
    )
    if not (whole or before.endswith(CLOSED)) or len(before) < 12:
        return None
    content = trim(clause.text, clause.start, clause.start + len(before))
    if quote is not None and whole:
        content = trim(clause.text, *quote)
    token = clause.toks[index]
    return Attribution(
        content, (token.start, token.end), source, VERBS[token.low], "A-content-first", (), negated
    )


CLOSED = (",", "”", '"', "—", "–", "»", ";", ":")
OCCASIONS = frozenset(
    "in at on during after before to through via from by under without over".split()
)


def occasion(clause: Clause, index: int, source: Span) -> bool:
    """Whether only when, where or to whom it was said stands behind a source that content stands before.

    "…, the regulator said in a decision published on Monday."
    """
    before = clause.text[clause.start : source[0]].rstrip()
    rest = clause.toks[index + 1 :]
    first = rest[0].low if rest else ""
    if LEMMAS[clause.toks[index].low] not in TELLING:
        return False
    if first not in OCCASIONS or not before.endswith(CLOSED) or before.count(" ") < 4:
        return False
    if not any(_finite(t) for t in clause.toks if t.start < source[0]) or len(rest) > LONG:
        return False
    verbal = (BE | FINITE | OPENERS) - {"may"}
    return not any(t.low in verbal for t in rest[1:])


LONG = 24
TELLING = frozenset(
    "say announce report write tell add confirm declare state note claim allege argue".split()
)


def _named_between(clause: Clause, start: int, end: int) -> bool:
    """Whether only more words for the source stand between a quotation and it: ",” the manager, Pavel Iwanow, told"."""
    inside = [t for t in clause.toks if start <= t.start < end and t.text not in MARKS]
    return 0 < len(inside) < 17 and not any(t.low in FINITE or t.low in VERBS for t in inside)


def set_in(clause: Clause, index: int, source: int) -> Span | None:
    """The content after "On 3 May, X said, CONTENT", where only a time or place stands before."""
    before = clause.text[clause.start : source].rstrip()
    rest = clause.text[clause.toks[index].end : clause.end]
    led = any(_finite(t) or t.low in ("did", "does") for t in clause.toks if t.start < source)
    if not before.endswith(",") or rest.lstrip()[:1] != "," or rest.count(" ") < 4 or led:
        return None
    if TURNED.match(rest):
        return None
    end = clause.text.find("; ", clause.toks[index].end, clause.end)
    return trim(clause.text, clause.toks[index].end, end if end > 0 else clause.end)


TURNED = re.compile(r"\s*,\s(?:but|and|though|although|while|whereas|adding|citing)\b")
"""How the narrator goes on after "…, X said": no content begins so."""


def _finite(token: Token) -> bool:
    return token.low in FINITE or (token.low.endswith("ed") and not token.named)


def closed(clause: Clause, after: int, source: int) -> bool:
    """Whether a comma follows a cue whose source stands after a comma and a clause: "…, X said, …"."""
    before = clause.text[clause.start : source].rstrip()
    return (
        clause.text[after : clause.end].lstrip()[:1] == ","
        and before.endswith(",")
        and before.count(" ") > 3
    )
