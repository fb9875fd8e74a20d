"""Through whom a claim came: "X said that Y believes", "X reported, citing Y"; a charge that Y denies."""

import re
from dataclasses import replace

from kb.extract.attribution import Attribution
from kb.extract.clause import Clause
from kb.extract.function_words import ALONE
from kb.extract.mention import pattern
from kb.extract.spans import Span, trim
from kb.extract.speakers import WIRES


def charged(clause: Clause, said: list[Attribution]) -> list[Attribution]:
    """In "CONTENT, a charge that Y denies", Y takes a stance on what stands before."""
    found = []
    for match in CHARGED.finditer(clause.text, clause.start, clause.end):
        source, cue = trim(clause.text, *match.span("source")), match.span("cue")
        if clause.quoted(cue[0]) or not clause.speaks(source):
            continue
        told = next((a for a in said if a.cue != cue and a.content[0] < match.start()), None)
        content = trim(clause.text, told.content[0] if told else clause.start, match.start())
        found.append(Attribution(content, cue, source, "denies", "A-charge-denied"))
    cues = {a.cue for a in found}
    return [*(a for a in said if a.cue not in cues), *found]


CHARGED = pattern(
    r"[,—–-]\s*(?:an? |the |all )?(?:allegation|charge|accusation|claim|report|suggestion|assertion)s? (?:that |which )?(?P<source>[^,;:.“”—]{2,60}?) (?:has |have |had |also |both |all |always |long |since |\w+ly )*(?P<cue>den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|refute[sd]?|contest(?:s|ed)?)\b"
)


def relayed(clause: Clause, said: list[Attribution]) -> list[Attribution]:
    """In "X said that Y believes …", X is through whom the claim of Y came, and no claimant of the same."""
    kept = list(said)
    for outer in said:
        if outer.stance == "denies":
            continue
        inner = [
            a
            for a in kept
            if a is not outer
            and a.source is not None
            and outer.source is not None
            and inside(a.source, outer.content)
            and inside(a.cue, outer.content)
            and not clause.text[a.content[0] : a.content[1]].startswith("to ")
            and min(a.source[0], a.content[0]) - _begin(clause, outer.content) < NEAR
            and max(a.content[1], a.source[1]) > outer.content[1] - NEAR
        ] or [a for a in kept if a is not outer and _main(clause, a, outer)]
        if not inner:
            continue
        if clause.text[slice(*inner[0].source or (0, 0))].casefold() in ALONE:
            kept = [a for a in kept if a not in inner]
            continue
        via = outer.source
        assert via is not None
        kept = [replace(a, via=(*a.via, via)) if a in inner else a for a in kept if a is not outer]
    return kept


WHEN = re.compile(
    r"(?:[^,]{0,30},\s)?(?:on|in|at|before|after|earlier|later|since)\b[^,]{0,30},\s", re.I
)
"""When and where, at the beginning of what is told: "Before that, on Oct. 13, the White House said"."""


def _begin(clause: Clause, content: Span) -> int:
    """Where content begins behind words that only tell when."""
    match = WHEN.match(clause.text, *content)
    return match.end() if match else content[0]


def _main(clause: Clause, each: Attribution, outer: Attribution) -> bool:
    """Whether what another told begins what is reported and makes up much of it: "X said …, doing …, Y wrote"."""
    if each.source is None or outer.source is None or each.stance == "expects":
        return False
    if outer.content[1] > outer.source[0]:
        return False
    if not (inside(each.source, outer.content) and inside(each.cue, outer.content)):
        return False
    begins = abs(each.source[0] - _begin(clause, outer.content)) < 2 * NEAR
    long = each.content[1] - each.content[0] > MUCH * (outer.content[1] - outer.content[0])
    return begins and long and each.source[0] < each.cue[0] < each.content[0]


MUCH = 0.25


def _cited(clause: Clause, according: list[Attribution]) -> list[Attribution]:
    """In "according to X, citing Y", X is through whom the claim of Y came."""
    kept: list[Attribution] = []
    for each in according:
        last = kept[-1] if kept else None
        near = last is not None and last.source and 0 <= each.cue[0] - last.source[1] < NEAR
        if last is not None and near and cue_word(clause, each.cue) in ("citing", "quoting"):
            kept[-1] = replace(last, source=each.source, via=(*last.via, last.source or last.cue))
        else:
            kept.append(each)
    return kept


OUTLETS = frozenset(
    "agency newspaper media television tv news radio outlet website channel broadcaster magazine".split()
)
NEAR = 24
"""How many characters may stand before the source of a claim within a claim, or after its end."""


def through(
    clause: Clause, said: list[Attribution], according: list[Attribution]
) -> tuple[list[Attribution], list[Attribution]]:
    """In "X said, according to Y", Y is through whom it came, and no claimant of the same."""
    kept: list[Attribution] = []
    for each in _cited(clause, according):
        inner = [a for a in said if a.source and each.source and _tells(each, a)]
        if not inner:
            kept.append(each)
            continue
        last = inner[-1]
        cited = cue_word(clause, each.cue) in ("citing", "quoting") and _is_outlet(clause, last)
        cited = cited and not last.via
        told = each.source or each.cue
        if inside(each.cue, last.content) and each.content[0] < last.content[1] <= each.content[1]:
            content = (each.content[0], last.content[1])
            outer = last.source or last.cue
            new = replace(last, source=told, via=(*last.via, outer), content=content)
            said = [new if a is last else a for a in said]
            continue
        new = (
            replace(last, source=told, via=(last.source or told,))
            if cited
            else replace(last, via=(*last.via, told))
        )
        said = [new if a is last else a for a in said]
    return said, kept


def _tells(according: Attribution, said: Attribution) -> bool:
    """Whether "according to" tells through whom a claim came: "X said …, according to Y"; "Citing Y, X said …"."""
    source = said.source or said.cue
    after = source[1] <= according.cue[0] and said.content[0] >= according.content[0] - 2
    before = according.cue[0] < source[0] and abs(source[0] - according.content[0]) < NEAR
    opens = 0 <= according.cue[0] - said.content[0] < 3 and said.content[1] <= source[0]
    return after or opens or (before and inside(said.cue, according.content))


def _is_outlet(clause: Clause, said: Attribution) -> bool:
    """Whether a source is a medium without anybody before it, so that whom it cites is the claimant."""
    if said.source is None or said.via:
        return False
    words = clause.text[slice(*said.source)].split()
    if cue_word(clause, said.cue) in ("reported", "reports", "wrote", "writes"):
        return True
    return words[-1] in WIRES or words[-1].casefold() in OUTLETS


def inside(inner: Span, outer: Span) -> bool:
    """Whether a span lies within another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def cue_word(clause: Clause, cue: Span) -> str:
    """The words of a cue in lower case."""
    return clause.text[slice(*cue)].casefold()
