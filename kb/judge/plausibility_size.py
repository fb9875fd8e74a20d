"""Whether a ship fits what is claimed of her: a port's draught, length and deadweight, and her cargo.

Only what reports or the reference data state is held against one another. Of several figures those count
that favour the ship: her least, the port's greatest. A tenth is allowed for tides, salt water and rounding.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kb.judge.caps_quantity import TONNE, UNIT, converted
from kb.judge.case_reading import Reading, spoken
from kb.judge.plausibility_visits import Life, Stated, Visit
from kb.judge.words import CARGO
from kb.namespaces import KB

ALLOWED = 1.1
"""By what factor a figure may lie above a limit before there is a warning."""
DRAUGHT, DEADWEIGHT, LEAST = (
    NamedNode(KB + name) for name in ("draught", "deadweight", "quantityMin")
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a ship, the limit of a port that it is held against, and how both are told."""

    kind: str
    own: NamedNode
    limit: NamedNode
    words: str
    unit: str


MEASURES = (
    Measure("too-deep", DRAUGHT, NamedNode(KB + "maximumDraught"), "draught", "metres"),
    Measure(
        "too-long",
        NamedNode(KB + "lengthOverall"),
        NamedNode(KB + "maximumLength"),
        "length",
        "metres",
    ),
    Measure("too-large", DEADWEIGHT, NamedNode(KB + "maximumDeadweight"), "deadweight", "tonnes"),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with who states it."""

    number: float
    of: tuple[str, ...]

    def told(self, words: str, unit: str) -> str:
        """The number in words, with its sources."""
        return f"{words} {self.number:,g} {unit}, as {', '.join(self.of) or 'the reference data'} has it"


@dataclass(frozen=True, slots=True)
class Misfit:
    """What does not fit: of what kind, in words, the calculation, and the proposition."""

    kind: str
    text: str
    calculation: tuple[str, ...]
    about: Stated


def misfits(reading: Reading, life: Life) -> Iterator[Misfit]:
    """Every presence at a port that is too small for the ship, and every cargo that is too much for her."""
    ships = [NamedNode(each.iri) for each in (life.ship, *life.others)]
    for visit in life.visits:
        for measure in MEASURES:
            yield from _port(reading, life, ships, visit, measure)
    carried = [f for ship in ships for f in _figures(reading, ship, DEADWEIGHT)]
    if carried:
        most = max(carried, key=lambda each: (each.number, each.of))
        for stated in life.stated:
            yield from _cargo(reading, life, most, stated)


def _port(
    reading: Reading, life: Life, ships: list[NamedNode], visit: Visit, measure: Measure
) -> Iterator[Misfit]:
    limits = _figures(reading, NamedNode(visit.place.iri), measure.limit)
    if not limits:
        return
    then = []
    if measure.own == DRAUGHT:
        then = _figures(reading, NamedNode(visit.stated.proposition.iri), DRAUGHT)
    figures = then or [f for ship in ships for f in _figures(reading, ship, measure.own)]
    if not figures:
        return
    own = min(figures, key=lambda each: (each.number, each.of))
    limit = max(limits, key=lambda each: (each.number, each.of))
    if own.number <= limit.number * ALLOWED:
        return
    laden = measure.own == DRAUGHT and not then
    steps = [
        own.told(f"{measure.words}{' when laden' if laden else ''}", measure.unit),
        limit.told(f"{visit.place.name} admits", measure.unit),
        f"with a tenth allowed {limit.number * ALLOWED:,g} {measure.unit}",
    ]
    if laden:
        steps.append("in ballast or lightened a ship draws less")
    yield Misfit(
        measure.kind,
        f"as claimed, {life.ship.name} was at {visit.place.name} ({spoken(visit.stated.time)}) with a "
        f"{measure.words} of {own.number:,g} {measure.unit}, where {limit.number:,g} are admitted",
        tuple(steps),
        visit.stated,
    )


def _cargo(reading: Reading, life: Life, most: Figure, stated: Stated) -> Iterator[Misfit]:
    """A cargo of more tonnes than the ship can carry, as the report that gives the least has it."""
    node = NamedNode(stated.proposition.iri)
    sums: dict[str, float] = {}
    for consignment in reading.nodes(node, CARGO):
        amount = reading.number(consignment, LEAST)
        said = next(iter(reading.texts(consignment, UNIT)), "")
        found = converted(reading, amount, said, TONNE, node) if amount is not None else None
        for report in reading.reports(Triple(node, CARGO, consignment)) if found else ():
            sums[report] = sums.get(report, 0.0) + (found[0] if found else 0.0)
    if not sums:
        return
    report, tonnes = min(sums.items(), key=lambda each: (each[1], each[0]))
    if tonnes > most.number * ALLOWED:
        yield Misfit(
            "overladen",
            f"as claimed, {life.ship.name} carried at least {tonnes:,.0f} tonnes "
            f"({spoken(stated.time) or 'no time given'}), more than her deadweight of {most.number:,.0f}",
            (
                most.told("deadweight", "tonnes"),
                f"cargo at least {tonnes:,.0f} tonnes, as {report} has it",
                f"with a tenth allowed {most.number * ALLOWED:,.0f} tonnes",
            ),
            stated,
        )


def _figures(reading: Reading, thing: NamedNode, predicate: NamedNode) -> list[Figure]:
    """The numbers that are stated for a property, each with the reports that state it."""
    found = []
    for value in reading.values(thing, predicate):
        try:
            number = float(getattr(value, "value", ""))
        except ValueError:
            continue
        found.append(Figure(number, reading.reports(Triple(thing, predicate, value))))
    return found
