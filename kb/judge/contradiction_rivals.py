"""Other propositions that may not hold beside one: another owner or flag, a like event on another date."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kb.judge.case import ABOUT, STATUS, read_claim
from kb.judge.case_parts import Case
from kb.judge.case_reading import Reading
from kb.judge.contradiction_words import Contradiction, Side, spoken
from kb.namespaces import KB
from kb.store.naming import UNKNOWN

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
PERCENT, VESSEL = NamedNode(KB + "percentage"), NamedNode(KB + "vessel")
PLACES = ("portOfCall", "origin", "destination", "place")
NEAR = 15
"""How many days apart two like events may be one with two dates."""


def rivals(reading: Reading, case: Case) -> Iterator[Contradiction]:
    """Relations of the same kind and thing that name somebody else for a time that may overlap."""
    for kind in case.kinds:
        if kind.removeprefix(KB) in EXCLUSIVE:
            yield from _of(reading, case, kind.removeprefix(KB))
        elif KB + "Event" in reading.words.ancestors(kind):
            yield from _twins(reading, case, kind)


def _twins(reading: Reading, case: Case, kind: str) -> Iterator[Contradiction]:
    """Events of one kind, ship and place a few days apart: one event with two dates, or two events."""
    own = NamedNode(case.proposition.iri)
    places = _places(reading, own)
    seen = {own}
    for ship in reading.nodes(own, VESSEL):
        links = {t.subject for t in reading.store.match(None, VESSEL, ship)}
        for other in sorted(links - seen, key=str):
            if not isinstance(other, NamedNode) or kind not in reading.kinds(other):
                continue
            days = _apart(reading, own, other)
            if not days or not places & _places(reading, other) or not _stands(reading, other):
                continue
            seen.add(other)
            yield Contradiction(
                kind="another-date",
                about=f"a like event {days} days apart: {reading.name(other)}",
                sides=(_own(case), _side(reading, other)),
                note="One event with two dates, or two events: the base cannot tell. "
                f"See {reading.short(other)}.",
            )


def _places(reading: Reading, event: NamedNode) -> set[tuple[str, NamedNode]]:
    return {
        (role, place)
        for role in PLACES
        for place in reading.nodes(event, NamedNode(KB + role))
        if place != UNKNOWN
    }


def _apart(reading: Reading, one: NamedNode, other: NamedNode) -> int:
    """How many days lie between two events, where it is few; 0 where their times may meet or are open."""
    (start, end), (since, until) = reading.span(one), reading.span(other)
    after = (since - end).days if since and end else 0
    before = (start - until).days if start and until else 0
    days = max(after, before)
    return days if 0 < days <= NEAR else 0


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
    if not _stands(reading, other):
        return False
    shares = [reading.number(each, PERCENT) for each in (own, other)]
    if all(each is not None for each in shares) and sum(each or 0 for each in shares) <= 100:
        return False
    (start, end), (since, until) = reading.span(own), reading.span(other)
    return not ((end and since and end < since) or (until and start and until < start))


def _stands(reading: Reading, other: NamedNode) -> bool:
    return bool({reading.local(each) for each in reading.nodes(other, STATUS)} & STANDS)


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
