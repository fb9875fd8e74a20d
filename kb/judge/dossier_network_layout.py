"""Where the nodes of a network stand: pushed apart and drawn together from a fixed start."""

from collections.abc import Iterable, Sequence
from math import cos, pi, sin, sqrt

Spot = tuple[float, float]
ROUNDS = 150
SIDE, EDGE = 90.0, 30.0
"""How much room is left at the sides, for names, and at the top and bottom."""


def laid_out(
    nodes: Sequence[str], edges: Iterable[Sequence[str]], wide: float, high: float
) -> dict[str, Spot]:
    """A place within the picture for every node: the same for the same nodes and edges."""
    count = max(1, len(nodes))
    spots = [[cos(2 * pi * n / count), sin(2 * pi * n / count)] for n in range(len(nodes))]
    number = {name: n for n, name in enumerate(nodes)}
    pairs = sorted({(number[a], number[b]) for a, b in edges})
    ideal = 1.6 / sqrt(count)
    for turn in range(ROUNDS):
        push = _pushes(spots, pairs, ideal)
        most = 0.15 * (1 - turn / ROUNDS) + 0.002
        for spot, (x, y) in zip(spots, push, strict=True):
            size = max(sqrt(x * x + y * y), 1e-9)
            spot[0] += x / size * min(size, most)
            spot[1] += y / size * min(size, most)
    return dict(zip(nodes, _fitted(spots, wide, high), strict=True))


def _pushes(
    spots: list[list[float]], pairs: list[tuple[int, int]], ideal: float
) -> list[list[float]]:
    """How far each node is pushed by all others and pulled by those that it is joined to."""
    push = [[-0.3 * x, -0.3 * y] for x, y in spots]
    for a in range(len(spots)):
        for b in range(a):
            x, y = spots[a][0] - spots[b][0], spots[a][1] - spots[b][1]
            share = ideal * ideal / max(x * x + y * y, 1e-4)
            for one, sign in ((push[a], share), (push[b], -share)):
                one[0] += x * sign
                one[1] += y * sign
    for a, b in pairs:
        x, y = spots[a][0] - spots[b][0], spots[a][1] - spots[b][1]
        pull = sqrt(x * x + y * y) / ideal
        for one, sign in ((push[a], -pull), (push[b], pull)):
            one[0] += x * sign
            one[1] += y * sign
    return push


def _fitted(spots: list[list[float]], wide: float, high: float) -> list[Spot]:
    """The places stretched to the picture."""
    made: list[list[float]] = []
    for axis, (size, rim) in enumerate(((wide, SIDE), (high, EDGE))):
        values = [each[axis] for each in spots]
        low, span = min(values), max(values) - min(values)
        room = size - 2 * rim
        made.append([rim + room * ((v - low) / span if span > 1e-6 else 0.5) for v in values])
    return [(round(x, 1), round(y, 1)) for x, y in zip(*made, strict=True)]
