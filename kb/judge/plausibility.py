"""Whether what is claimed of a ship can be: warnings with their calculation, which decide nothing.

Every doubt goes to the ship: the longest time that the dates allow, clocks counted in her favour, no time
in port, and a tenth off the estimated way by sea. How far it is comes in from outside (`Sea`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from kb.judge.case_reading import Reading, spoken
from kb.judge.plausibility_size import misfits
from kb.judge.plausibility_speed import Speed, fastest
from kb.judge.plausibility_visits import Life, Stated, Visit, quoted

FARTHEST = 20_000.0
"""No way by sea between two ports is longer, in nautical miles: with more time, nothing is reckoned."""
ROUGH = 0.9
"""An estimate of a way by sea may be a tenth too long (docs/ports.md)."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A way by sea: its length in nautical miles, and the straits and canals on it."""

    miles: float
    passages: tuple[str, ...]


class Sea(Protocol):
    """Where places lie and how far it is between them, by identifier such as `port:KPNJN`."""

    def direct(self, origin: str, destination: str) -> float | None:
        """The great circle in nautical miles; None where a place has no known position."""

    def way(self, origin: str, destination: str) -> Leg | None:
        """The way by sea; None where there is none."""

    def clocks(self, origin: str, destination: str) -> float:
        """By how many hours the clock at the destination is behind that at the origin."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that does not fit: of what kind, in words, the calculation, the propositions it is about."""

    kind: str
    ship: str
    name: str
    text: str
    calculation: tuple[str, ...]
    about: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The warnings about a ship, how many presences were looked at, and which could not be, and why."""

    ship: str
    name: str
    visits: int
    warnings: tuple[Warned, ...]
    unchecked: tuple[str, ...]


def check(reading: Reading, life: Life, sea: Sea, only: str = "") -> Checked:
    """Every warning about a ship; with `only`, those about one proposition (an identifier)."""
    made = [*_speeds(life, sea, only), *_lifetime(life), *_silence(life), *_sizes(reading, life)]
    chosen = [each for each in made if not only or only in _ids(each.about)]
    warnings = tuple(
        replace(each, about=tuple(quoted(reading, stated) for stated in each.about))
        for each in chosen
    )
    return Checked(
        life.ship.id, life.ship.name, len(life.visits), warnings, tuple(_unchecked(life, sea))
    )


def _ids(about: Iterable[Stated]) -> set[str]:
    return {each.proposition.id for each in about}


def _warned(life: Life, kind: str, text: str, calculation: Iterable[str], *about: Stated) -> Warned:
    once = {each.proposition.id: each for each in about}
    return Warned(
        kind, life.ship.id, life.ship.name, text, tuple(calculation), tuple(once.values())
    )


def _unchecked(life: Life, sea: Sea) -> Iterator[str]:
    """What could not be held against the rest, and for want of what."""
    for visit in life.visits:
        where = f"{visit.stated.proposition.id} ({visit.role} {visit.place.name})"
        if not visit.dated:
            yield f"{where}: its time is open or unknown"
        elif sea.direct(visit.place.id, visit.place.id) is None:
            yield f"{where}: the position of {visit.place.name} is not known"


def _speeds(life: Life, sea: Sea, only: str) -> Iterator[Warned]:
    """For each presence the first later one that the ship could not have reached in time."""
    speed = fastest(life.types)
    window = FARTHEST / speed.knots / 24 + 2
    visits = [each for each in life.visits if each.dated]
    for number, visit in enumerate(visits):
        for other in visits[number + 1 :]:
            if (other.earliest - visit.latest).days > window:
                break
            if only and only not in (visit.stated.proposition.id, other.stated.proposition.id):
                continue
            found = _speed(life, speed, sea, visit, other)
            if found:
                yield found
                break


def _speed(life: Life, speed: Speed, sea: Sea, one: Visit, other: Visit) -> Warned | None:
    """A warning where no speed of the ship's type would do, however the dates are read."""
    first, then = _ordered(one, other)
    if first.place.id == then.place.id:
        return None
    direct = sea.direct(first.place.id, then.place.id)
    hours, clocks = _hours(sea, first, then)
    if direct is None or FARTHEST / hours <= speed.knots:
        return None
    leg = sea.way(first.place.id, then.place.id)
    miles = leg.miles if leg else direct
    sure = direct / hours > speed.knots
    if not sure and ROUGH * miles / hours <= speed.knots:
        return None
    needed = miles / hours
    passages = f" by way of {', '.join(leg.passages)}" if leg and leg.passages else ""
    told = [
        f"{first.role} {first.place.name} ({first.place.id}), {spoken(first.stated.time)}",
        f"{then.role} {then.place.name} ({then.place.id}), {spoken(then.stated.time)}",
        f"by sea {miles:,.0f} nautical miles{passages}, an estimate; great circle {direct:,.0f}",
        f"at most {hours:,.0f} hours, from the first day of the one to the last of the other{clocks}",
        f"{miles:,.0f} / {hours:,.0f} = {needed:.1f} knots; on the great circle {direct / hours:.1f}",
        f"{speed.kind}: at most {speed.knots:g} knots ({speed.source})",
    ]
    return _warned(life, _kind(one, other), _words(life, first, then, needed), told,
                   first.stated, then.stated)  # fmt: skip


def _words(life: Life, first: Visit, then: Visit, needed: float) -> str:
    way = f"from {first.place.name} to {then.place.name}"
    if first.stated.proposition == then.stated.proposition:
        return f"as claimed, {life.ship.name} would need {needed:.0f} knots {way}"
    return (
        f"as claimed, {life.ship.name} would need {needed:.0f} knots {way} "
        f"({spoken(first.stated.time)}, then {spoken(then.stated.time)})"
    )


def _kind(one: Visit, other: Visit) -> str:
    days = {one.earliest, one.latest, other.earliest, other.latest}
    return "two-places" if len(days) == 1 else "speed"


def _ordered(one: Visit, other: Visit) -> tuple[Visit, Visit]:
    """Which comes first; a voyage's origin before its destination."""
    if one.stated.proposition == other.stated.proposition and one.role == "destination":
        return other, one
    if (other.earliest, other.latest) < (one.earliest, one.latest):
        return other, one
    return one, other


def _hours(sea: Sea, first: Visit, then: Visit) -> tuple[float, str]:
    """The longest time between two presences that their dates allow, in hours, with a word on clocks."""
    days = (then.latest - first.earliest).days + 1
    fixed = first.latest < then.earliest or first.stated.proposition == then.stated.proposition
    late = sea.clocks(first.place.id, then.place.id)
    if not fixed:
        days = max(days, (first.latest - then.earliest).days + 1)
        late = abs(late)
    late = max(late, 0.0)
    word = f", {late:.0f} hours of difference of clocks among them" if late >= 1 else ""
    return days * 24 + late, word


def _lifetime(life: Life) -> Iterator[Warned]:
    """Presences before the ship was built or after she was broken up, as claimed."""
    for visit in life.visits:
        for year, reports in life.built:
            if visit.stated.latest and visit.stated.latest.year < year:
                yield _warned(
                    life,
                    "not-built",
                    f"as claimed, {life.ship.name} would have been at {visit.place.name} "
                    f"({spoken(visit.stated.time)}) before she was built ({year})",
                    [f"built {year}, as {', '.join(reports) or 'the reference data'} has it"],
                    visit.stated,
                )
        for gone in life.broken:
            if gone.latest and visit.stated.earliest and visit.stated.earliest > gone.latest:
                days = (visit.stated.earliest - gone.latest).days
                yield _warned(
                    life,
                    "broken-up",
                    f"as claimed, {life.ship.name} would have been at {visit.place.name} "
                    f"({spoken(visit.stated.time)}) after she was broken up ({spoken(gone.time)})",
                    [f"at least {days} days between the last day of the one and the first of the other"],
                    visit.stated,
                    gone,
                )  # fmt: skip


def _silence(life: Life) -> Iterator[Warned]:
    """Presences that fall wholly into a claimed AIS gap: nothing that she sent can show them."""
    for gap in life.gaps:
        for visit in life.visits:
            if not visit.dated or not gap.earliest or not gap.latest:
                continue
            if gap.earliest <= visit.earliest and visit.latest <= gap.latest:
                yield _warned(
                    life,
                    "ais-gap",
                    f"as claimed, {life.ship.name} was at {visit.place.name} "
                    f"({spoken(visit.stated.time)}) while her AIS was silent ({spoken(gap.time)}): "
                    "her own signals can neither show nor rule it out",
                    [_lies(visit, gap)],
                    visit.stated,
                    gap,
                )


def _sizes(reading: Reading, life: Life) -> Iterator[Warned]:
    """Ports that are too small for the ship, and cargoes that are too much for her."""
    for each in misfits(reading, life):
        yield _warned(life, each.kind, each.text, each.calculation, each.about)


def _lies(visit: Visit, gap: Stated) -> str:
    own, silent = _days(visit.earliest, visit.latest), _days(gap.earliest, gap.latest)
    return f"{own} lies within {silent}"


def _days(first: date | None, last: date | None) -> str:
    return str(first) if first == last else f"{first} to {last}"
