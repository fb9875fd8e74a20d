"""Claims by "according to X", "citing X": who is named, and which words around it are said."""

import re
from collections.abc import Iterator

from kb.extract.attribution import Attribution
from kb.extract.clause import Clause
from kb.extract.content import ACCORDING
from kb.extract.cues import VERBS
from kb.extract.function_words import FINITE, JOINTS
from kb.extract.rightward import source_right
from kb.extract.spans import Span, trim


def according(clause: Clause) -> Iterator[Attribution]:
    """According to SOURCE, CONTENT; CONTENT, according to SOURCE."""
    for match in ACCORDING.finditer(clause.text, clause.start, clause.end):
        if clause.quoted(match.start()):
            continue
        right = source_right(clause, match.end(), things=True)
        if right is None:
            continue
        source, after = right
        if _within_subject(clause, match.start(), match["cue"].casefold()):
            continue
        if cited_reason(clause, match["cue"].casefold(), source):
            continue
        first = clause.text[clause.start : match.start()].strip(' “"').lower() in (
            "",
            "but",
            "and",
            "meanwhile,",
        )
        if first and not clause.text[after : clause.end].strip(' .!?,”"'):
            after = source[1]
        if _verbal(clause, source[1], after):
            after = source[1]
        if first:
            after = _past_relative(clause, _past_place(clause, after))
            tail = clause.text[after : clause.end]
            content = trim(clause.text, after + (len(tail) - len(tail.lstrip(" ,:"))), clause.end)
        else:
            content = _around(clause, match.start(), after)
        if content[1] - content[0] > 12:
            yield Attribution(content, match.span("cue"), source, "asserts", "A-according-to")


def _within_subject(clause: Clause, place: int, cue: str) -> bool:
    """Whether "quoting X" stands in a subject, before any verb: "State television quoting X said"."""
    before = [t for t in clause.toks if t.end <= place]
    told = any(
        t.low in FINITE or t.low in VERBS or (t.low.endswith("ed") and not t.named) for t in before
    )
    return cue in ("citing", "quoting") and bool(before) and not told


def _verbal(clause: Clause, start: int, end: int) -> bool:
    """Whether what follows a source holds a verb, and so is content and no apposition."""
    return any(t.low in FINITE for t in clause.toks if start < t.start < end)


def _around(clause: Clause, start: int, after: int) -> Span:
    """What "according to X" between commas is said of: the words before, after, or on both sides."""
    before = clause.text[clause.start : start].rstrip(" ,").split()
    after = _past_place(clause, after)
    closed = clause.text[after : clause.end].lstrip()[:1] == "," or clause.text[after - 1] == ","
    if before and before[-1].casefold() in JOINTS | {"and", "but"} and closed:
        return trim(clause.text, after, clause.end)
    told = any(
        t.low in FINITE or t.low.endswith("ed")
        for t in clause.toks
        if t.start < start and not t.named
    )
    dash = max(clause.text.rfind(mark, clause.start, start) for mark in (" – ", " — ", " - "))
    end = dash if 0 <= start - dash < AT_LEAST else start
    whole = not told and closed and clause.text.count(" ", after, clause.end) > 2
    return trim(clause.text, clause.start, clause.end if whole else end)


AT_LEAST = 16
"""How many characters may stand between a dash and "according to": "– at least according to"."""


def cited_reason(clause: Clause, cue: str, source: Span) -> bool:
    """Whether what is cited is no source but a reason: "citing its trade with Iran", "citing missiles fired"."""
    if THEIR_OWN.match(clause.text, *source) and not clause.tells(source):
        return True
    if cue not in ("citing", "quoting"):
        return False
    inside = [t for t in clause.toks if source[0] <= t.start < source[1]]
    head = next((n for n, t in enumerate(inside) if n and t.low in ENDS_HEAD), len(inside)) - 1
    last = inside[head]
    named = any(
        m.kind != "country"
        and m.start <= last.start < m.end
        and not clause.text.startswith(("'", "’"), m.end)
        for m in clause.names
    )
    alone = all(
        any(m.start <= t.start < m.end for m in clause.names) for t in inside if t.low != "the"
    )
    return not (named or alone or clause.tells((last.start, last.end)))


ENDS_HEAD = frozenset("of in at from to on for with who that which by about".split())
THEIR_OWN = re.compile(r"(?:its|their|his|her)\s")
"""How a reason begins that is no source: "citing its trade with Iran"."""


def _past_relative(clause: Clause, after: int) -> int:
    """The comma that closes what is said of a source: "according to X, a group, which tracks ships,"."""
    match = re.compile(r"[\s,]*(?:which|who|whose)\s[^,;]{3,100},[”\"’']?").match(
        clause.text, after, clause.end
    )
    return match.end() if match else after


def _past_place(clause: Clause, after: int) -> int:
    """The comma that closes "according to officials in Tallinn,"."""
    match = re.compile(
        r"(?:\s|,\s(?:unsealed|published|released|issued|dated|filed|obtained|seen|reviewed)\s)(?:in|at|on|from|of|with|close to|familiar with|who|which|as|during|since|by)\s[^,;]{2,80},"
    ).match(clause.text, after, clause.end)
    return match.end() if match else after
