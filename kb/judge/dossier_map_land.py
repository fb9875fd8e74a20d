"""Land for maps, from Natural Earth (public domain, see NOTICE), cut to what a map shows."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from kb.judge.dossier_map_view import View

FILE = Path(__file__).with_name("land.txt")
Spot = tuple[float, float]
Ring = list[Spot]


@cache
def rings() -> tuple[tuple[Spot, ...], ...]:
    """The outlines of all land, in degrees."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(_spot(each) for each in one.split())
        for one in lines
        if one and not one.startswith("#")
    )


def land(seen: View) -> str:
    """The land that a map shows, as the data of a path to be filled by the even-odd rule."""
    made = []
    for ring in rings():
        for turn in (-360.0, 0.0, 360.0):
            paper = [
                ((x + turn - seen.west) * seen.across, (seen.north - y) * seen.down)
                for x, y in ring
            ]
            cut = clipped(paper, seen.width, seen.height)
            if cut:
                made.append("M" + "L".join(dict.fromkeys(f"{x:.1f} {y:.1f}" for x, y in cut)) + "Z")
    return "".join(made)


def clipped(ring: Ring, width: float, height: float) -> Ring:
    """What of a ring lies on the paper: cut at each edge in turn."""
    for inside, axis, edge in (
        (lambda p: p[0] >= 0, 0, 0.0),
        (lambda p: p[0] <= width, 0, width),
        (lambda p: p[1] >= 0, 1, 0.0),
        (lambda p: p[1] <= height, 1, height),
    ):
        ring = list(_cut(ring, inside, axis, edge))
        if not ring:
            return []
    return ring


def _cut(ring: Ring, inside: Callable[[Spot], bool], axis: int, edge: float) -> Iterator[Spot]:
    for a, b in pairwise([ring[-1], *ring]):
        if inside(a) != inside(b):
            part = (edge - a[axis]) / (b[axis] - a[axis])
            yield (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        if inside(b):
            yield b


def _spot(text: str) -> Spot:
    east, _, north = text.partition(",")
    return float(east), float(north)
