"""How far it is by sea from one port to another: an estimate on a network of sea lanes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kb.errors import BadInput, Refused
from kb.ports.find import resolve
from kb.ports.gates import GATES, RARE, crossed, known
from kb.ports.gazetteer import gazetteer
from kb.ports.network import entry, way
from kb.ports.place import Place, Point, great_circle, iri_of, length

FAR = 40.0
"""From how many nautical miles off the network on an estimate is called rough."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way by sea between two places: its length, what it passes, and how far from the lanes they lie."""

    origin: Place
    destination: Place
    nautical_miles: float
    great_circle: float
    passages: tuple[str, ...]
    off_network: tuple[float, float]
    avoided: tuple[str, ...]
    points: tuple[Point, ...]

    def days(self, speed: float) -> float:
        """The days under way at a speed in knots; BadInput for a speed that no ship has."""
        if not 0 < speed <= 60:
            raise BadInput(f"{speed:g} knots is no speed of a ship. Give one above 0 and up to 60.")
        return self.nautical_miles / speed / 24

    @property
    def titles(self) -> tuple[str, ...]:
        """The full names of the passages, in the order of the voyage."""
        return tuple(GATES[key].title for key in self.passages)

    @property
    def notes(self) -> tuple[str, ...]:
        """What makes this estimate rougher than others."""
        ends = zip((self.origin, self.destination), self.off_network, strict=True)
        found = [
            f"{place.name} lies {miles:.0f} nautical miles off the nearest sea lane."
            for place, miles in ends
            if miles >= FAR
        ]
        if sum(self.off_network) > self.nautical_miles / 4:
            found.append("Much of this way is off the network: only the great circle is sure.")
        return tuple(found)


def distance(
    origin: str, destination: str, avoid: Iterable[str] = (), allow: Iterable[str] = ()
) -> Route:
    """The way by sea between two ports named as people name them, avoiding some passages.

    Canals for small ships and the Arctic are avoided unless allowed. UnknownName for a port that is
    none or several, BadInput for a passage that is none or a port without a position, Refused where
    no way is left.
    """
    avoided = known(avoid) | (RARE - known(allow))
    return between(resolve(origin), resolve(destination), avoided)


@lru_cache(maxsize=4096)
def between(origin: Place, destination: Place, avoided: frozenset[str] = RARE) -> Route:
    """The way by sea between two places of the reference data; Refused where there is none."""
    start, end = position(origin), position(destination)
    swapped = start > end
    line = _line(end, start, avoided) if swapped else _line(start, end, avoided)
    if line is None:
        names = ", ".join(GATES[key].title for key in sorted(avoided))
        raise Refused(
            f"There is no way by sea from {origin.title} to {destination.title} that avoids {names}. "
            "Drop an --avoid, or --allow one of them."
        )
    points = line[::-1] if swapped else line
    direct = great_circle(start, end)
    legs = (
        (great_circle(*points[:2]), great_circle(*points[-2:])) if len(points) > 2 else (0.0, 0.0)
    )
    return Route(
        origin=origin,
        destination=destination,
        nautical_miles=max(direct, length(points)),
        great_circle=direct,
        passages=_passages(points),
        off_network=legs,
        avoided=tuple(sorted(avoided - RARE)),
        points=points,
    )


def position(place: Place) -> Point:
    """Where a place lies: its own position, or that of what it is part of; BadInput without one."""
    if place.point:
        return place.point
    whole = gazetteer().get(iri_of(place.part_of))
    if whole and whole.point:
        return whole.point
    raise BadInput(f"The position of {place.title} is not known. Name a port near it.")


@lru_cache(maxsize=1024)
def _line(start: Point, end: Point, avoided: frozenset[str]) -> tuple[Point, ...] | None:
    """The points of the way, both ports included."""
    if start == end:
        return (start, end)
    same = entry(start)[1] == entry(end)[1]
    found = way(start, end, avoided)
    if found is None:
        return None
    line = (start, *found, end)
    return (start, end) if same and length(line) > 2 * great_circle(start, end) else line


def _passages(points: tuple[Point, ...]) -> tuple[str, ...]:
    """The passages crossed, each once, in the order of the voyage."""
    return tuple(dict.fromkeys(key for a, b in pairwise(points) for key in crossed(a, b)))
