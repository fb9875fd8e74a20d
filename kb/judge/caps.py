"""Caps: what all claimed deliveries of a period come to, together, at the least.

A provision may allow a quantity to all states together, such as 500,000 barrels of refined petroleum a year
(resolution 2397 (2017), paragraph 5). One delivery is within such a cap or not only with all the others, so
this is reckoned when it is asked for, from the potential breaches of the provision, and is part of no
verdict: a verdict on one event must not hang on claims about others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from re import fullmatch

from pyoxigraph import NamedNode

from kb.judge.caps_quantity import least
from kb.judge.case_reading import Reading, Thing
from kb.judge.words import AGAINST, GAP, JUDGES, NUMBER, SHIP_ROLES, UNMET
from kb.namespaces import KB

STATUS, CAP, UNIT, PERIOD, FROM, IN_FORCE, UNTIL, KIND, CAP_GAP = (
    NamedNode(KB + name)
    for name in (
        *("status", "capQuantity", "capUnit", "capPeriod", "capFrom", "inForceFrom"),
        *("inForceUntil", "cargoKind", "capGap"),
    )
)
HANDED_ON = timedelta(days=30)
"""Within how many days acts of two kinds with the same ship may have moved the same goods."""
UNCONTESTED = frozenset({"alleged", "corroborated", "confirmed"})


@dataclass(frozen=True, slots=True)
class Cap:
    """A quantity that is allowed in each period of some months from a day on."""

    provision: Thing
    quantity: float
    unit: str
    start: date
    months: int
    end: date | None

    def period(self, day: date) -> tuple[date, date] | None:
        """The first and last day of the period that a day lies in."""
        if day < self.start or (self.end and day > self.end):
            return None
        passed = (day.year - self.start.year) * 12 + day.month - self.start.month
        number = (passed - (day.day < self.start.day)) // self.months
        first = _later(self.start, number * self.months)
        return first, _later(self.start, (number + 1) * self.months) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed delivery under a cap: its least quantity in the cap's unit, or why it is not counted."""

    proposition: Thing
    status: str
    acts: frozenset[str]
    ships: frozenset[str]
    first: date | None
    last: date | None
    quantity: float | None
    words: str
    open: str = field(default="")

    def may_be(self, other: "Delivery") -> bool:
        """Whether two deliveries may be one, or of the same goods: on two legs of their way."""
        if self.ships and other.ships and not self.ships & other.ships:
            return False
        near = HANDED_ON if self.acts != other.acts else timedelta()
        mine, theirs = _days(self), _days(other)
        return mine[0] <= _shifted(theirs[1], near) and theirs[0] <= _shifted(mine[1], near)


@dataclass(frozen=True, slots=True)
class Total:
    """What the deliveries of one period come to: those that are counted, and those that may be among them."""

    cap: Cap
    first: date | None
    last: date | None
    """The first and last day of the period; none for deliveries of which nobody gives a day."""
    counted: tuple[Delivery, ...]
    others: tuple[tuple[Delivery, str], ...]
    """Those that are not counted, each with the reason."""

    @property
    def least(self) -> float:
        """The least that was delivered, if all happened as claimed."""
        return sum(each.quantity or 0 for each in self.counted)

    @property
    def contested(self) -> float:
        """How much of it somebody denies."""
        return sum(each.quantity or 0 for each in self.counted if each.status not in UNCONTESTED)

    @property
    def passed(self) -> date | None:
        """The day by which the cap was passed at the latest, if all happened as claimed."""
        total = 0.0
        for each in sorted(self.counted, key=lambda e: (_days(e)[1], e.proposition.iri)):
            total += each.quantity or 0
            if total > self.cap.quantity:
                return _days(each)[1]
        return None


def caps(reading: Reading, provisions: Iterable[NamedNode]) -> Iterator[Cap]:
    """The caps among provisions that have a quantity, a unit and a period."""
    for each in provisions:
        quantity, unit = reading.number(each, CAP), reading.text(each, UNIT)
        start = reading.day(each, FROM) or reading.day(each, IN_FORCE)
        length = fullmatch(r"P(?:(\d{1,2})Y)?(?:(\d{1,2})M)?", reading.text(each, PERIOD))
        months = int(length[1] or 0) * 12 + int(length[2] or 0) if length else 0
        if quantity is not None and unit and start and months:
            end = reading.day(each, UNTIL)
            yield Cap(reading.thing(each), quantity, unit, start, months, end)


def totals(reading: Reading, cap: Cap) -> list[Total]:
    """What each period comes to in which a delivery was or may have been, in order of time."""
    periods: dict[tuple[date, date] | None, list[tuple[Delivery, str]]] = {}
    for delivery in deliveries(reading, cap):
        days = [day for day in (delivery.first, delivery.last) if day]
        where = {cap.period(min(max(day, cap.start), cap.end or day)) for day in days}
        sure = len(where) == 1 and all(day >= cap.start for day in days)
        vague = "" if sure else "its days may lie in another period"
        for each in where or {None}:
            periods.setdefault(each, []).append((delivery, vague))
    order = sorted(periods, key=lambda days: days or (date.max, date.max))
    return [_total(cap, days, periods[days]) for days in order]


def deliveries(reading: Reading, cap: Cap) -> Iterator[Delivery]:
    """The deliveries that would or could be banned by the provision of a cap, in order of identifiers."""
    provision = NamedNode(cap.provision.iri)
    kinds = frozenset(reading.nodes(provision, KIND))
    found = {t.subject for t in reading.store.match(None, AGAINST, provision)}
    for node in sorted((e for e in found if isinstance(e, NamedNode)), key=str):
        if reading.texts(node, UNMET):
            continue
        (proposition,) = reading.nodes(node, JUDGES)
        gaps = set(reading.texts(node, GAP)) - set(reading.texts(node, CAP_GAP))
        quantity, words = least(reading, proposition, kinds, cap.unit)
        first, last = reading.span(proposition)
        yield Delivery(
            proposition=reading.thing(proposition),
            status=next((reading.local(e) for e in reading.nodes(proposition, STATUS)), ""),
            acts=frozenset(reading.kinds(proposition)),
            ships=frozenset(_ships(reading, proposition)),
            first=first,
            last=last,
            quantity=quantity,
            words=words,
            open=" ".join(sorted(gaps)),
        )


def _ships(reading: Reading, proposition: NamedNode) -> Iterator[str]:
    """What the ships of a proposition are known by: identifiers held to be one, and IMO numbers."""
    for role in SHIP_ROLES:
        for ship in reading.nodes(proposition, role):
            if not reading.unnamed(ship):
                yield from reading.alike(reading.short(ship))
                yield from reading.texts(ship, NUMBER)


def _total(
    cap: Cap, days: tuple[date, date] | None, found: Sequence[tuple[Delivery, str]]
) -> Total:
    reasons = {each.proposition.iri: _uncounted(each, vague) for each, vague in found}
    fit = [each for each, _ in found if not reasons[each.proposition.iri]]
    chosen = apart(fit)
    kept = {each.proposition.iri for each in chosen}
    others = [
        (each, reasons[each.proposition.iri] or "it may be one with, or of the goods of, another")
        for each, _ in found
        if each.proposition.iri not in kept
    ]
    first, last = days or (None, None)
    return Total(cap, first, last, tuple(_in_time(chosen)), tuple(sorted(others, key=_order)))


def _uncounted(delivery: Delivery, vague: str) -> str:
    """Why a delivery cannot be counted; "" where it can."""
    if delivery.first is None or delivery.last is None:
        return "its first or last day is not known"
    if vague:
        return vague
    return delivery.open or (delivery.words if delivery.quantity is None else "")


def apart(found: Sequence[Delivery]) -> list[Delivery]:
    """Deliveries of which no two may be one, so that their sum is a least one.

    Chosen in three orders, of which each gives a least sum: the largest first; those first whose days are
    known best; those first whose ship is known. What comes to the most counts.
    """
    largest = sorted(found, key=lambda e: (-(e.quantity or 0), e.proposition.iri))
    sharpest = sorted(largest, key=lambda e: _days(e)[1] - _days(e)[0])
    known = sorted(largest, key=lambda e: not e.ships)
    tries = [_apart(order) for order in (largest, sharpest, known)]
    return max(tries, key=lambda kept: sum(each.quantity or 0 for each in kept))


def _apart(order: Iterable[Delivery]) -> list[Delivery]:
    by_ship: dict[str, list[Delivery]] = {}
    nameless: list[Delivery] = []
    kept: list[Delivery] = []
    for each in order:
        near = [*nameless, *(o for ship in each.ships for o in by_ship.get(ship, ()))]
        if any(each.may_be(other) for other in (near if each.ships else kept)):
            continue
        kept.append(each)
        if not each.ships:
            nameless.append(each)
        for ship in each.ships:
            by_ship.setdefault(ship, []).append(each)
    return kept


def _in_time(found: Iterable[Delivery]) -> list[Delivery]:
    return sorted(found, key=lambda each: (*_days(each), each.proposition.iri))


def _order(pair: tuple[Delivery, str]) -> tuple[date, date, str]:
    return (*_days(pair[0]), pair[0].proposition.iri)


def _days(delivery: Delivery) -> tuple[date, date]:
    return delivery.first or date.min, delivery.last or date.max


def _shifted(day: date, by: timedelta) -> date:
    return day + by if day < date.max - by else date.max


def _later(day: date, months: int) -> date:
    """The same day some months later; the first of the next month where that month has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year + (month == 11), (month + 1) % 12 + 1, 1)
