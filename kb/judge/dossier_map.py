"""The map of a dossier: claimed ways between places over a coarse coast, as an SVG picture and tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kb.judge.dossier import Dossier, Matter
from kb.judge.dossier_drawing import (
    LINES,
    Box,
    Room,
    around,
    badge,
    badge_box,
    framed,
    group,
    label,
    leader,
    legend,
    short,
)
from kb.judge.dossier_map_land import land
from kb.judge.dossier_map_parts import Point, Spot, Way
from kb.judge.dossier_map_view import View, view
from kb.judge.dossier_page import (
    Block,
    Cell,
    Drawing,
    Heading,
    Jump,
    Status,
    Table,
    Words,
    cell,
    line,
)

TITLE = "Map of the places and ways that are claimed, by number of the proposition"
TEXT = (
    "Numbers are those of the propositions. Every way is drawn as claimed, from the place where it is said "
    "to begin to that where it is said to end. The line between is reckoned along sea lanes, or "
    "straight where no sea lane fits: no report gives it. The tables below say the same in words."
)
NOWHERE = (
    "No map is drawn: the base has no position for any place that is named in these propositions."
)
DRAWN = 60
"""How many ways the map shows; the table shows all."""
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Where along its way a number may stand, best first."""
BESIDE = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
NUMBERS = 4
"""How many numbers one mark shows."""


def geography(found: Dossier) -> Iterator[Block]:
    """The map with its tables; a sentence where no position is known, nothing where no place is named."""
    spots, ways = found.geography.spots, found.geography.ways
    if not spots:
        return
    yield Heading(2, "Places and ways", "map")
    if any(each.point for each in spots):
        of = {each.number: each for each in found.matters}
        forbidden = {each.name for each in found.named.values()}
        svg, words, marks = _drawn(spots, ways[:DRAWN], of, forbidden)
        left = len(ways) - DRAWN
        more = f" Of {len(ways)} ways the first {DRAWN} are drawn." if left > 0 else ""
        yield Drawing(TITLE, TEXT + more, svg, words)
    else:
        marks = {}
        yield line(NOWHERE)
    if ways:
        yield Table(
            "Ways, as claimed: the distance is an estimate of this program",
            ("No.", "Status", "From", "To", "Nautical miles"),
            tuple(_way_row(each, found) for each in ways),
        )
    yield Table(
        "Places of the propositions",
        ("Place", "On the map", "Position", "Propositions"),
        tuple(_spot_row(each, marks) for each in spots),
    )


def _way_row(way: Way, found: Dossier) -> tuple[Cell, ...]:
    of = found.matters[way.number - 1].named
    how = "by sea, estimated" if way.by_sea else "in a straight line"
    return (
        cell(Jump(str(way.number), f"p{way.number}")),
        cell(Status(of)),
        cell(Words(way.start.name)),
        cell(Words(way.end.name)),
        cell("position not known" if way.miles is None else f"{way.miles:.0f}, {how}"),
    )


def _spot_row(spot: Spot, marks: Mapping[str, str]) -> tuple[Cell, ...]:
    numbers = [p for n in spot.numbers for p in (", ", Jump(str(n), f"p{n}"))][1:]
    return (
        (line(Words(spot.name)), line(spot.id, kind="small")),
        cell(marks.get(spot.id, "not drawn")),
        cell(_degrees(spot.point) if spot.point else "not known"),
        cell(*numbers),
    )


def _degrees(point: Point) -> str:
    east, north = point
    return f"{abs(north):.2f}° {'N' if north >= 0 else 'S'}, {abs(east):.2f}° {'E' if east >= 0 else 'W'}"


def _drawn(
    spots: Iterable[Spot], ways: Iterable[Way], of: Mapping[int, Matter], forbidden: set[str]
) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """The picture, the words in it, and under which mark each place stands in it."""
    placed = [(each, each.point) for each in spots if each.point]
    lines = [each.points for each in ways if each.points]
    seen = view([*lines, *((point,) for _, point in placed)])
    room = Room((2, 2, seen.width - 2, seen.height - 2))
    at = [(each, seen.at(point)) for each, point in placed]
    room.taken += [(x - 4, y - 4, x + 4, y + 4) for _, (x, y) in at]
    drawn, badges, hows = _ways([each for each in ways if each.points], of, seen, room)
    for each in lines:
        for run in seen.runs(each):
            room.keep_off(run)
    texts, marks = _labels(at, room, forbidden)
    dots = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#1a1a1a" stroke="#ffffff"/>'
        for _, (x, y) in at
    )
    box = f'x="0.5" y="0.5" width="{seen.width - 1:g}" height="{seen.height - 1:g}"'
    body = [
        f'<rect {box} fill="#e8eff5"/>',
        f'<path fill="#d9d4c7" fill-rule="evenodd" d="{land(seen)}"/>',
        *_grid(seen),
        *drawn, *dots, *(label(b, text) for b, text in texts), *(badge(*each) for each in badges),
        f'<rect {box} fill="none" stroke="#8a8a8a"/>',
        *legend(hows, seen.height + 16),
    ]  # fmt: skip
    size = (seen.width, seen.height + 10 + 20 * len(set(hows)))
    return framed("m", size, TITLE, TEXT, body), tuple(text for _, text in texts), marks


def _ways(
    ways: list[Way], of: Mapping[int, Matter], seen: View, room: Room
) -> tuple[list[str], list[tuple[Box, str, str]], list[str]]:
    """The lines, their numbered marks, and in which manners they are drawn."""
    together: dict[tuple[str, str, str], list[Way]] = defaultdict(list)
    for each in ways:
        ends = sorted((each.start.id, each.end.id))
        together[ends[0], ends[1], group(of[each.number].named.status)].append(each)
    lines: list[str] = []
    badges: list[tuple[Box, str, str]] = []
    beside: dict[tuple[str, str], int] = defaultdict(int)
    for (start, end, how), same in together.items():
        aside = 4.0 * beside[start, end]
        beside[start, end] += 1
        runs = [[(x + aside, y + aside) for x, y in run] for run in seen.runs(same[0].points)]
        path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in run) for run in runs)
        lines.append(f'<path d="{path}" fill="none" {LINES[how]}/>')
        text = _numbers([each.number for each in same])
        spots = [point for run in runs for point in run]
        box = room.take(badge_box(each, text) for each in _places(spots))
        middle = _along(spots, 0.5)
        if box:
            badges.append((box, text, how))
            lines.append(leader(middle, box) if _apart(spots, box) else "")
    return lines, badges, [how for _, _, how in together]


def _numbers(numbers: Iterable[int]) -> str:
    every = sorted(set(numbers))
    return ", ".join(str(n) for n in every[:NUMBERS]) + "…" * (len(every) > NUMBERS)


def _places(spots: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Where the mark of a way may stand: on it, else beside its middle."""
    yield from (_along(spots, share) for share in ALONG)
    x, y = _along(spots, 0.5)
    for far in (22, 36, 52):
        yield from ((x + far * a, y + far * b) for a, b in BESIDE)


def _apart(spots: list[tuple[float, float]], box: Box) -> bool:
    """Whether a mark stands beside its way, so that a thin line must lead to it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    on = (_along(spots, share) for share in ALONG)
    return all(abs(a - x) + abs(b - y) > 1 for a, b in on)


def _along(spots: list[tuple[float, float]], share: float) -> tuple[float, float]:
    """The point that lies at a share of a line's length."""
    steps = [((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in pairwise(spots)]
    left = sum(steps) * share
    for (a, b), step in zip(pairwise(spots), steps, strict=True):
        if step and left <= step:
            part = left / step
            return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        left -= step
    return spots[-1]


def _labels(
    at: list[tuple[Spot, tuple[float, float]]], room: Room, forbidden: set[str]
) -> tuple[list[tuple[Box, str]], dict[str, str]]:
    """Names where they fit, else letters that the table explains; a proposition's name never."""
    texts: list[tuple[Box, str]] = []
    marks: dict[str, str] = {}
    for number, (spot, where) in enumerate(at, 1):
        name = short(spot.name)
        plain = not any(each and each in spot.name for each in forbidden)
        for text in (name, f"({number})") if plain else (f"({number})",):
            box = room.take(around(where, text))
            if box:
                texts.append((box, text))
                marks[spot.id] = "by name" if text == name else text
                break
        else:
            marks[spot.id] = "a dot without a name"
    return texts, marks


def _grid(seen: View) -> Iterator[str]:
    """Meridians and parallels, thin."""
    path = "".join(f"M{x:.1f} 0V{seen.height:g}" for x in seen.meridians())
    path += "".join(f"M0 {y:.1f}H{seen.width:g}" for y in seen.parallels())
    yield f'<path d="{path}" fill="none" stroke="#c3ccd4" stroke-width="0.6"/>'
