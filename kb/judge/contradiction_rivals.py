"""Other propositions that cannot hold at the same time: another owner, another flag of the same ship."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kb.judge.case import ABOUT, STATUS, read_claim
from kb.judge.case_parts import Case
from kb.judge.case_reading import Reading
from kb.judge.contradiction_words import Contradiction, Side, spoken
from kb.namespaces import KB

EXCLUSIVE = {
    "Ownership": ("owned", "owner", "another owner"),
    "FlagRegistration": ("vessel", "flagState", "another flag"),
    "Management": ("managed", "manager", "another manager"),
    "Charter": ("vessel", "charterer", "another charterer"),
}
"""By class: whose relation it is, who stands in it alone, and what a second one is called."""
STANDS = frozenset({"alleged", "disputed", "corroborated", "confirmed"})
MOST, QUOTED = 50, 3
"""How many rivals are told, and how many claims of each are quoted."""
PERCENT = NamedNode(KB + "percentage")


def rivals(reading: Reading, case: Case) -> Iterator[Contradiction]:
    """Relations of the same kind and thing that name somebody else for a time that may overlap."""
    for kind in case.kinds:
        if kind.removeprefix(KB) in EXCLUSIVE:
            yield from _of(reading, case, kind.removeprefix(KB))


def _of(reading: Reading, case: Case, kind: str) -> Iterator[Contradiction]:
    subject, holder, word = EXCLUSIVE[kind]
    own = NamedNode(case.proposition.iri)
    holders = set(reading.nodes(own, NamedNode(KB + holder)))
    told = 0
    for thing in reading.nodes(own, NamedNode(KB + subject)):
        links = reading.store.match(None, NamedNode(KB + subject), thing)
        for other in sorted({t.subject for t in links}, key=str):
            if not isinstance(other, NamedNode) or other == own or told >= MOST:
                continue
            theirs = set(reading.nodes(other, NamedNode(KB + holder)))
            if not _rival(reading, own, other, kind) or holders & theirs or not theirs:
                continue
            told += 1
            names = ", ".join(sorted(reading.name(each) for each in theirs))
            yield Contradiction(
                kind="rival",
                about=f"{word} of {reading.name(thing)} for a time that may overlap: {names}",
                sides=(_own(case), _side(reading, other)),
                note=f"See {reading.short(other)}; both may hold if one followed the other or they share.",
            )


def _rival(reading: Reading, own: NamedNode, other: NamedNode, kind: str) -> bool:
    """Whether another relation is of the kind, is held by somebody, and may hold at the same time."""
    if KB + kind not in reading.kinds(other):
        return False
    if not {reading.local(each) for each in reading.nodes(other, STATUS)} & STANDS:
        return False
    shares = [reading.number(each, PERCENT) for each in (own, other)]
    if all(each is not None for each in shares) and sum(each or 0 for each in shares) <= 100:
        return False
    (start, end), (since, until) = reading.span(own), reading.span(other)
    return not ((end and since and end < since) or (until and start and until < start))


def _own(case: Case) -> Side:
    claims = [each for each in case.claims if each.supports]
    return Side(
        case.proposition.name,
        tuple(spoken(each) for each in claims[:QUOTED]),
        max(len(claims) - QUOTED, 0),
    )


def _side(reading: Reading, other: NamedNode) -> Side:
    nodes = {t.subject for t in reading.store.match(None, ABOUT, other)}
    ordered = sorted((each for each in nodes if isinstance(each, NamedNode)), key=str)
    claims = [reading.kept(each, read_claim) for each in ordered[:QUOTED]]
    status = ", ".join(reading.local(each) for each in reading.nodes(other, STATUS))
    holds = f"{reading.name(other)} ({status})"
    return Side(holds, tuple(spoken(each) for each in claims), max(len(ordered) - QUOTED, 0))
