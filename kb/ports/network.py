"""The network of sea lanes of searoute (Apache-2.0), and the shortest way through it."""

from collections.abc import Mapping
from functools import cache
from heapq import heappop, heappush
from itertools import pairwise
from math import cos, hypot, inf, radians

import searoute

from kb.ports.gates import crossed
from kb.ports.place import Point, great_circle

Lanes = Mapping[Point, Mapping[Point, float]]
"""From each point of the network the points next to it, with the nautical miles between."""


KIEL: tuple[Point, ...] = (
    (9.227347, 53.877053),
    (9.3, 54.05),
    (9.65, 54.3),
    (10.15, 54.37),
    (10.3, 54.5),
    (10.310669, 54.454073),
)
ADDED: tuple[tuple[Point, ...], ...] = (
    (
        (130.35, 42.15),
        (130.95, 42.12),
        (131.6, 42.42),
        (132.15, 42.6),
        (132.9, 42.6),
        (133.7, 42.7),
    ),
    ((132.15, 42.6), (132.4, 42.75)),
    ((131.6, 42.42), (132.0, 42.3)),
    ((132.15, 42.6), (132.025452, 43.016697)),
    ((132.9, 42.6), (133.05, 42.7)),
    ((130.35, 42.15), (129.95, 41.65), (130.0, 40.8), (129.4, 40.5), (127.9, 39.65), (128.5, 39.5)),
    ((130.35, 42.15), (130.735565, 38.960326)),
    ((130.0, 40.8), (130.735565, 38.960326)),
    ((130.35, 42.15), (131.3, 42.47), (131.5, 42.7), (131.6, 42.95), (131.83, 43.06)),
    ((131.3, 42.47), (131.6, 42.42)),
    KIEL,
)
"""Lanes of our own where the table has none: the coast from Wonsan to Nakhodka, and the Kiel Canal."""


@cache
def lanes() -> Lanes:
    """The network: the package's own table and the lanes added here, with lengths over the globe."""
    graph = searoute.setup_M()
    found = {
        node: {near: great_circle(node, near) for near in graph.adj[node]} for node in graph.adj
    }
    for line in ADDED:
        for one, other in pairwise(line):
            found.setdefault(one, {})[other] = great_circle(one, other)
            found.setdefault(other, {})[one] = great_circle(other, one)
    return found


@cache
def _closed(avoided: frozenset[str]) -> frozenset[tuple[Point, Point]]:
    """The lanes that go through the passages to avoid, in both directions."""
    keys = sorted(avoided)
    found = set()
    for node, near in _pieces():
        if next(crossed(node, near, keys), None):
            found |= {(node, near), (near, node)}
    return frozenset(found)


@cache
def entry(point: Point) -> tuple[Point, tuple[Point, Point]]:
    """The place on the network nearest to a point, and the lane that it lies on."""
    scale = cos(radians(point[1]))
    best, place, lane = inf, point, (point, point)
    for node, near in _pieces():
        low, high = (node[1], near[1]) if node[1] < near[1] else (near[1], node[1])
        if low - point[1] > best or point[1] - high > best:
            continue
        foot = _foot(point, node, near)
        away = hypot(((foot[0] - point[0] + 180) % 360 - 180) * scale, foot[1] - point[1])
        if away < best:
            best, place, lane = away, foot, (node, near)
    return place, lane


@cache
def _pieces() -> tuple[tuple[Point, Point], ...]:
    """Every lane once, from its lesser end."""
    pairs = ((node, near) for node, nearby in lanes().items() for near in nearby)
    return tuple(sorted((node, near) for node, near in pairs if node < near))


def _foot(point: Point, start: Point, end: Point) -> Point:
    """The place on a lane nearest to a point, as on a flat map of its surroundings."""
    scale = cos(radians(point[1]))
    across, up = (end[0] - start[0]) * scale, end[1] - start[1]
    size = across * across + up * up
    east = (point[0] - start[0] + 180) % 360 - 180
    along = (east * scale * across + (point[1] - start[1]) * up) / size if size else 0.0
    along = min(1.0, max(0.0, along))
    return (start[0] + along * (end[0] - start[0]), start[1] + along * up)


def way(start: Point, end: Point, avoided: frozenset[str]) -> list[Point] | None:
    """The points of the shortest way between two places, from network to network; None without one."""
    first, lane = entry(start)
    last, other = entry(end)
    if lane == other:
        return [first, last]
    closed = _closed(avoided)
    begin = {node: great_circle(first, node) for node in lane}
    finish = {node: great_circle(node, last) for node in other}
    found = _shortest(begin, finish, closed)
    return None if found is None else _plain([first, *found, last])


def _shortest(
    begin: Mapping[Point, float],
    finish: Mapping[Point, float],
    closed: frozenset[tuple[Point, Point]],
) -> list[Point] | None:
    """Dijkstra's way from the ends of one lane to the ends of another."""
    network = lanes()
    best: dict[Point, float] = dict(begin)
    before: dict[Point, Point] = {}
    queue = sorted((miles, node) for node, miles in begin.items())
    goal: tuple[float, Point] | None = None
    while queue:
        miles, node = heappop(queue)
        if goal is not None and miles >= goal[0]:
            break
        if miles > best[node]:
            continue
        if node in finish:
            goal = min(goal or (miles + finish[node], node), (miles + finish[node], node))
        for near, step in network[node].items():
            if miles + step < best.get(near, float("inf")) and (node, near) not in closed:
                best[near], before[near] = miles + step, node
                heappush(queue, (miles + step, near))
    return _traced(goal[1], before) if goal else None


def _traced(node: Point, before: Mapping[Point, Point]) -> list[Point]:
    found = [node]
    while node in before:
        node = before[node]
        found.append(node)
    return found[::-1]


def _plain(points: list[Point]) -> list[Point]:
    """The points without repeats in a row."""
    return [p for n, p in enumerate(points) if n == 0 or points[n - 1] != p]
