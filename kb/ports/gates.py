"""The straits and canals by which a route is told, each as a line across the water."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.errors import BadInput
from kb.ports.place import Point


@dataclass(frozen=True, slots=True)
class Gate:
    """A passage: its name on the command line, its name in full, and a line that ships in it cross."""

    key: str
    title: str
    start: Point
    end: Point


GATES: Mapping[str, Gate] = {
    gate.key: gate
    for gate in (
        Gate("suez", "Suez Canal", (31.8, 30.5), (33.0, 30.5)),
        Gate("panama", "Panama Canal", (-79.98, 8.9), (-79.5, 9.38)),
        Gate("bosporus", "Bosporus", (28.8, 41.1), (29.3, 41.1)),
        Gate("dardanelles", "Dardanelles", (26.5, 39.9), (26.5, 40.6)),
        Gate("kerch", "Kerch Strait", (36.2, 45.3), (36.9, 45.3)),
        Gate("gibraltar", "Strait of Gibraltar", (-5.5, 35.6), (-5.5, 36.3)),
        Gate("danish-straits", "Danish straits", (10.3, 56.05), (12.9, 56.05)),
        Gate("kiel", "Kiel Canal", (9.0, 54.4), (9.9, 54.0)),
        Gate("volga-don", "Volga-Don Canal", (44.0, 46.0), (44.0, 50.0)),
        Gate("bab-el-mandeb", "Bab el-Mandeb", (43.05, 12.2), (43.95, 13.1)),
        Gate("hormuz", "Strait of Hormuz", (56.45, 26.1), (56.45, 27.2)),
        Gate("malacca", "Strait of Malacca", (99.3, 2.9), (101.0, 4.3)),
        Gate("sunda", "Sunda Strait", (105.6, -5.93), (106.1, -5.93)),
        Gate("taiwan", "Taiwan Strait", (118.2, 24.6), (121.2, 24.6)),
        Gate("korea", "Korea Strait", (128.8, 35.3), (130.4, 33.3)),
        Gate("tsugaru", "Tsugaru Strait", (140.5, 41.0), (140.5, 41.9)),
        Gate("la-perouse", "La Perouse Strait", (142.0, 45.4), (142.0, 46.1)),
        Gate("cape-of-good-hope", "Cape of Good Hope", (20.5, -34.6), (20.5, -70.0)),
        Gate("cape-horn", "Cape Horn or the Strait of Magellan", (-69.4, -52.0), (-69.4, -70.0)),
        Gate("bering", "Bering Strait", (-173.0, 65.7), (-166.0, 65.7)),
        Gate("northern-sea-route", "Northern Sea Route", (103.0, 76.0), (103.0, 85.0)),
        Gate("northwest-passage", "Northwest Passage", (-95.0, 66.0), (-95.0, 85.0)),
    )
}
"""Every passage that a route can use or avoid."""
RARE = frozenset({"kiel", "volga-don", "northern-sea-route", "northwest-passage"})
"""Passages that are open to small ships or for part of the year only: avoided unless allowed."""


def known(keys: Iterable[str]) -> frozenset[str]:
    """The passages of these names; BadInput for a name that is none."""
    found = frozenset(keys)
    strange = sorted(found - GATES.keys())
    if strange:
        raise BadInput(f"{strange[0]!r} is no passage. Write one of: {', '.join(GATES)}.")
    return found


def crossed(start: Point, end: Point, keys: Iterable[str] = GATES) -> Iterator[str]:
    """The passages whose line a straight piece of a route crosses."""
    (west, south), (east, north) = _normal(start), _normal(end)
    if abs(east - west) > 180:
        return
    for key in keys:
        gate = GATES[key]
        if _cross((west, south), (east, north), gate.start, gate.end):
            yield key


def _normal(point: Point) -> Point:
    """The point with its longitude from -180 to 180."""
    return ((point[0] + 180) % 360 - 180, point[1])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    apart = max(a[0], b[0]) < min(c[0], d[0]) or min(a[0], b[0]) > max(c[0], d[0])
    if apart or max(a[1], b[1]) < min(c[1], d[1]) or min(a[1], b[1]) > max(c[1], d[1]):
        return False
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _side(a: Point, b: Point, point: Point) -> bool:
    """On which side of the line from a to b a point lies."""
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0
