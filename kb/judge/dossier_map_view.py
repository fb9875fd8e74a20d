"""Which part of the earth a map shows, and where on paper a position lies, over the date line too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, radians

from kb.judge.dossier_map_parts import Point

WIDTH, LEAST, MOST = 760.0, 300.0, 520.0
"""How wide a map is, and between which heights it stays."""
STEP = 3.0
"""Into pieces of so many degrees at most a way is cut before it is looked at."""
SMALLEST = 8.0
"""A map shows at least so many degrees, so that a port is seen with its surroundings."""
MARGIN = 0.14
STEPS = (1, 2, 5, 10, 20, 30, 60)


@dataclass(frozen=True, slots=True)
class View:
    """A part of the earth on paper: its western edge, its northern edge, and how large a degree is drawn."""

    west: float
    north: float
    across: float
    down: float
    width: float
    height: float

    def at(self, point: Point) -> tuple[float, float]:
        """Where on paper a position lies."""
        east = (point[0] - self.west) % 360
        return (east * self.across, (self.north - point[1]) * self.down)

    def runs(self, points: Iterable[Point]) -> list[list[tuple[float, float]]]:
        """A way on paper: in one piece, or in several where it leaves at one edge and enters at the other."""
        found: list[list[tuple[float, float]]] = []
        for each in fine(points):
            here = self.at(each)
            if found and abs(here[0] - found[-1][-1][0]) < 180 * self.across:
                found[-1].append(here)
            else:
                found.append([here])
        return [each for each in found if len(each) > 1] or found[:1]

    def meridians(self) -> Iterator[float]:
        """Where lines of longitude are drawn."""
        span = self.width / self.across
        step = _step(span)
        for number in range(ceil(self.west / step), int((self.west + span) // step) + 1):
            yield (number * step - self.west) * self.across

    def parallels(self) -> Iterator[float]:
        """Where lines of latitude are drawn."""
        span = self.height / self.down
        step = _step(span)
        for number in range(ceil((self.north - span) / step), int(self.north // step) + 1):
            yield (self.north - number * step) * self.down


def view(lines: Iterable[tuple[Point, ...]]) -> View:
    """The smallest part of the earth with a margin that shows some ways and places without cutting them."""
    points = [each for one in lines for each in fine(one)]
    west, wide = _span(sorted({each[0] % 360 for each in points}))
    low, high = min(p[1] for p in points), max(p[1] for p in points)
    spare = max(MARGIN * max(wide, high - low), SMALLEST / 2)
    squeeze = max(0.35, cos(radians((low + high) / 2)))
    width, tall = min(360.0, wide + 2 * spare / squeeze), min(180.0, high - low + 2 * spare)
    height = min(MOST, max(LEAST, round(WIDTH * tall / (width * squeeze))))
    down = min(WIDTH / (width * squeeze), height / tall)
    down = max(down, WIDTH / (360 * squeeze), height / 180)
    across = down * squeeze
    left = west + wide / 2 - WIDTH / across / 2
    top = (low + high) / 2 + height / down / 2
    top = min(90.0, max(top, height / down - 90))
    return View((left + 180) % 360 - 180, top, across, down, WIDTH, height)


def fine(points: Iterable[Point]) -> Iterator[Point]:
    """The points of a way with others between, going the short way round the earth from each to the next."""
    every = list(points)
    yield from every[:1]
    for (east, north), (far_east, far_north) in pairwise(every):
        over = (far_east - east + 180) % 360 - 180
        pieces = max(1, ceil(max(abs(over), abs(far_north - north)) / STEP))
        for n in range(1, pieces + 1):
            yield (east + over * n / pieces, north + (far_north - north) * n / pieces)


def _span(longitudes: list[float]) -> tuple[float, float]:
    """The western end and the width of the narrowest part of the earth that holds some longitudes."""
    gaps = [(b - a, b) for a, b in pairwise([*longitudes, longitudes[0] + 360])]
    gap, west = max(gaps, key=lambda each: (each[0], -each[1]))
    return west % 360, 360 - gap


def _step(span: float) -> int:
    return next((each for each in STEPS if span / each <= 9), STEPS[-1])
