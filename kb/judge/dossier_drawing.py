"""What pictures of a dossier share: lines and marks by status, and labels that do not cover one another."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kb.judge.dossier_html import shown

Spot = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
LONGEST = 30
"""A label longer than this is cut; the table has the whole name."""
WIDE, NARROW, TALL = 11.5, 6.3, 13.0
"""How wide a wide and a narrow character is at most, and how tall a label."""
GROUPS = {
    "claimed": "as claimed or expected; no claim of the base denies or doubts it",
    "contested": "as claimed, but disputed, denied or doubted",
    "fallen": "as once claimed, but refuted or withdrawn",
}
"""How a line is drawn, and what that means: nothing is drawn as fact."""
GROUP_OF = {
    "disputed": "contested", "denied": "contested", "doubted": "contested",
    "refuted": "fallen", "withdrawn": "fallen",
}  # fmt: skip
LINES = {
    "claimed": 'stroke="#1f4e79" stroke-width="1.8" stroke-dasharray="8 4"',
    "contested": 'stroke="#b3261e" stroke-width="2" stroke-dasharray="2 4"',
    "fallen": 'stroke="#666666" stroke-width="1.4" stroke-dasharray="12 4 2 4"',
}
FILLS = {"claimed": "#1f4e79", "contested": "#b3261e", "fallen": "#666666"}


def group(status: str) -> str:
    """How a proposition of a status is drawn."""
    return GROUP_OF.get(status, "claimed")


def short(text: str) -> str:
    """A name as a label, cut where it is long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def width(text: str) -> float:
    """How wide a label is at most, as it is written out."""
    wide = (unicodedata.east_asian_width(c) in "WF" or c in "mwMW@%" for c in text)
    return sum(WIDE if each else NARROW for each in wide) + sum(
        5 * NARROW for c in text if not c.isprintable()
    )


@dataclass(slots=True)
class Room:
    """What of a picture is taken; the first free place for a label wins."""

    frame: Box
    taken: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def keep_off(self, points: Iterable[Spot]) -> None:
        """Has labels stand beside a line where there is room for that."""
        self.lines += [(x - 2, y - 2, x + 2, y + 2) for x, y in points]

    def free(self, box: Box) -> bool:
        """Whether a box lies within the picture and on nothing else."""
        left, top, right, bottom = self.frame
        within = left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom
        return within and not any(_over(box, each) for each in self.taken)

    def take(self, boxes: Iterable[Box]) -> Box | None:
        """The first of some boxes that is free, on no line if that can be; it is taken from then on."""
        every = list(boxes)
        free = [box for box in every if self.free(box)]
        near = [box for box in every[:16] if box in free]
        clear = (box for box in near if not any(_over(box, each) for each in self.lines))
        best = next(clear, free[0] if free else None)
        if best:
            self.taken.append(best)
        return best


def around(spot: Spot, text: str, gap: float = 7.0) -> Iterator[Box]:
    """Where a label of a spot may stand, best first: right, left, below, above, then the corners."""
    (x, y), wide = spot, width(text)
    half, tall = wide / 2, TALL / 2
    for far in (gap, gap * 2, gap * 3.5):
        sides = (
            (far + half, 0.0), (-far - half, 0.0), (0.0, far + tall), (0.0, -far - tall),
            (far + half, -far), (far + half, far), (-far - half, -far), (-far - half, far),
        )  # fmt: skip
        for right, down in sides:
            a, b = x + right, y + down
            yield (a - half, b - tall, a + half, b + tall)


def label(box: Box, text: str) -> str:
    """A label in its box, on a pale ground by which it is read on anything."""
    left, top, right, bottom = box
    return (
        f'<rect x="{left:.1f}" y="{top + 1:.1f}" width="{right - left:.1f}" height="{TALL - 2:g}" '
        'fill="#ffffff" fill-opacity="0.75"/>'
        f'<text x="{(left + right) / 2:.1f}" y="{bottom - 3.5:.1f}" font-size="11" '
        f'text-anchor="middle" fill="#1a1a1a">{shown(text)}</text>'
    )


def badge_box(spot: Spot, text: str) -> Box:
    """The room that a numbered mark takes."""
    half = max(9.0, len(text) * 3.4 + 5)
    return (spot[0] - half, spot[1] - 9, spot[0] + half, spot[1] + 9)


def badge(box: Box, text: str, how: str) -> str:
    """A number on a mark: round as claimed, square where contested, cut corners where fallen."""
    left, top, right, bottom = box
    x, y = (left + right) / 2, (top + bottom) / 2
    if how == "fallen":
        points = (
            f"{left:.1f},{y:.1f} {left + 6:.1f},{top:.1f} {right - 6:.1f},{top:.1f} "
            f"{right:.1f},{y:.1f} {right - 6:.1f},{bottom:.1f} {left + 6:.1f},{bottom:.1f}"
        )
        shape = f'<polygon points="{points}"'
    else:
        round_ = 9 if how == "claimed" else 0
        shape = (
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
            f'height="{bottom - top:.1f}" rx="{round_}"'
        )
    return (
        f'{shape} fill="#ffffff" stroke="{FILLS[how]}" stroke-width="1.8"/>'
        f'<text x="{x:.1f}" y="{y + 4:.1f}" font-size="11" font-weight="700" text-anchor="middle" '
        f'fill="{FILLS[how]}">{shown(text)}</text>'
    )


def leader(spot: Spot, box: Box) -> str:
    """A thin line from a point to the mark that belongs to it."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return f'<path d="M{spot[0]:.1f} {spot[1]:.1f}L{x:.1f} {y:.1f}" stroke="#1a1a1a" stroke-width="0.8"/>'


def legend(hows: Iterable[str], y: float) -> Iterator[str]:
    """A line for each way of drawing that occurs, with what it means."""
    used = set(hows)
    for row, how in enumerate(each for each in GROUPS if each in used):
        at = y + 20 * row
        yield f'<path d="M8 {at:.1f}H52" fill="none" {LINES[how]}/>'
        yield badge((62, at - 9, 80, at + 9), "n", how)
        yield (
            f'<text x="90" y="{at + 4:.1f}" font-size="12" fill="#1a1a1a">{GROUPS[how]}; '
            "not asserted here as fact</text>"
        )


def framed(key: str, size: Spot, title: str, text: str, body: Iterable[str]) -> str:
    """An `svg` element with title and description."""
    named = f'aria-labelledby="{key}-title {key}-text"'
    return "\n".join(
        [
            f'<svg viewBox="0 0 {size[0]:g} {size[1]:g}" role="img" {named}>',
            f'<title id="{key}-title">{shown(title)}</title>',
            f'<desc id="{key}-text">{shown(text)}</desc>',
            *body,
            "</svg>",
        ]
    )


def _over(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
