"""Where a ship is claimed to have been, when, as whom says; and what is claimed of her life and her AIS."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode

from kb.judge.case import ABOUT, STATUS, read_claim
from kb.judge.case_parts import Claim
from kb.judge.case_reading import Reading, Thing
from kb.namespaces import KB, RDF

VESSEL, RECEIVING, IMO, SHIP_TYPE, BUILT = (
    NamedNode(KB + name) for name in ("vessel", "receivingShip", "imoNumber", "shipType", "built")
)
TYPE = NamedNode(RDF + "type")
STANDS = frozenset({"alleged", "disputed", "corroborated", "confirmed"})
"""Statuses of what somebody claims and has not taken back."""
PLACES = ("portOfCall", "origin", "destination", "place")
QUOTED = 3
"""How many claims of each proposition are quoted."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A proposition as somebody claims it: its name, time, status, and the claims for and against it."""

    proposition: Thing
    time: str
    earliest: date | None
    latest: date | None
    status: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One claimed presence of a ship at a place, between two days."""

    stated: Stated
    role: str
    place: Thing

    @property
    def earliest(self) -> date:
        """The first day on which it can have been."""
        return self.stated.earliest or date.min

    @property
    def latest(self) -> date:
        """The last day on which it can have been."""
        return self.stated.latest or date.max

    @property
    def dated(self) -> bool:
        """Whether both ends of the time are known."""
        return self.stated.earliest is not None and self.stated.latest is not None


@dataclass(frozen=True, slots=True)
class Life:
    """What the base holds of one ship: names of her, type, building, presences, AIS gaps, breaking up."""

    ship: Thing
    others: tuple[Thing, ...]
    types: tuple[str, ...]
    built: tuple[tuple[int, tuple[str, ...]], ...]
    visits: tuple[Visit, ...]
    gaps: tuple[Stated, ...]
    broken: tuple[Stated, ...]
    stated: tuple[Stated, ...] = ()
    """Every event and relation of her that stands, in the order of identifiers."""


def ships(reading: Reading) -> Iterator[NamedNode]:
    """Every ship of which a proposition speaks, in the order of identifiers, each once by IMO number."""
    found = {
        t.object
        for predicate in (VESSEL, RECEIVING)
        for t in reading.store.match(None, predicate, None)
        if isinstance(t.object, NamedNode) and t.object.value != KB + "unknown"
    }
    seen: set[NamedNode] = set()
    for ship in sorted((each for each in found if isinstance(each, NamedNode)), key=str):
        if ship not in seen:
            seen.update(same(reading, ship))
            yield ship


def same(reading: Reading, ship: NamedNode) -> list[NamedNode]:
    """The ship, others that reports describe with the same IMO number, and those held to be the same."""
    found = {ship, *(reading.node(each) for each in reading.alike(reading.short(ship)))}
    for number in reading.values(ship, IMO):
        links = reading.store.match(None, IMO, number)
        found |= {t.subject for t in links if isinstance(t.subject, NamedNode)}
    return [ship, *sorted(found - {ship}, key=str)]


def life(reading: Reading, ship: NamedNode) -> Life:
    """Everything needed to hold a ship's presences against one another."""
    every = same(reading, ship)
    propositions = {
        t.subject
        for each in every
        for predicate in (VESSEL, RECEIVING)
        for t in reading.store.match(None, predicate, each)
        if isinstance(t.subject, NamedNode)
    }
    visits: list[Visit] = []
    gaps: list[Stated] = []
    broken: list[Stated] = []
    every_stated: list[Stated] = []
    for node in sorted(propositions, key=str):
        kinds = {each.value.removeprefix(KB) for each in reading.nodes(node, TYPE)}
        status = next((reading.local(each) for each in reading.nodes(node, STATUS)), "")
        if status not in STANDS:
            continue
        found = _stated(reading, node, status)
        every_stated.append(found)
        gaps += [found] * ("AISGap" in kinds)
        broken += [found] * ("ShipBreaking" in kinds)
        if "AISGap" not in kinds:
            visits += _visits(reading, node, found)
    return Life(
        ship=reading.thing(ship),
        others=tuple(reading.thing(each) for each in every[1:]),
        types=tuple(text for each in every for text in reading.texts(each, SHIP_TYPE)),
        built=tuple(sorted(_built(reading, every))),
        visits=tuple(sorted(visits, key=_order)),
        gaps=tuple(gaps),
        broken=tuple(broken),
        stated=tuple(every_stated),
    )


def _order(visit: Visit) -> tuple[date, date, str, str]:
    return (visit.earliest, visit.latest, visit.stated.proposition.id, visit.place.id)


def _visits(reading: Reading, node: NamedNode, stated: Stated) -> Iterator[Visit]:
    for role in PLACES:
        for place in reading.nodes(node, NamedNode(KB + role)):
            yield Visit(stated, reading.role(NamedNode(KB + role)), reading.thing(place))


def _stated(reading: Reading, node: NamedNode, status: str) -> Stated:
    earliest, latest = reading.span(node)
    time = " or ".join(reading.texts(node, NamedNode(KB + "time")))
    return Stated(reading.thing(node), time, earliest, latest, status, ())


def quoted(reading: Reading, stated: Stated) -> Stated:
    """The same with its claims, the first few of each stance; read only for what is shown."""
    node = NamedNode(stated.proposition.iri)
    found = {t.subject for t in reading.store.match(None, ABOUT, node)}
    claims = [
        reading.kept(each, read_claim)
        for each in sorted((n for n in found if isinstance(n, NamedNode)), key=str)
    ]
    against = [each for each in claims if not each.supports]
    shown = [each for each in claims if each.supports][:QUOTED] + against[:QUOTED]
    return Stated(
        stated.proposition, stated.time, stated.earliest, stated.latest, stated.status, tuple(shown)
    )


def _built(reading: Reading, every: list[NamedNode]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The years in which reports say that the ship was built, and which reports do."""
    for each in every:
        for triple in reading.store.match(each, BUILT, None):
            text = getattr(triple.object, "value", "")
            if text[:4].isdecimal():
                yield int(text[:4]), reading.reports(triple)
