"""The timeline of a dossier as an SVG picture that needs nothing from elsewhere."""

from collections.abc import Iterator
from datetime import date
from html import escape

from kb.judge.dossier_page import Bar, Picture

WIDTH, LEFT, RIGHT, TOP, ROW = 760, 150, 20, 40, 30
CLOSED = 'fill="#8fa6bd"'
OPEN = 'fill="#d5dfe8" stroke="#8fa6bd" stroke-dasharray="4 3"'
"""How a bar looks whose ends are claimed, and one of which an end is open."""
LABELLED = 'aria-labelledby="t-title t-text"'
TICKS = 8
"""At most so many lines of the scale, about."""
MONTHS = (1, 2, 3, 6, 12)
"""How many months may lie between two lines, before years are counted."""


def drawn(picture: Picture) -> str:
    """The picture as an `svg` element with title and description."""
    first, last = _span(picture.bars)
    height = TOP + ROW * len(picture.bars) + 10
    body = [*_scale(first, last, height)]
    for row, bar in enumerate(picture.bars):
        body += _row(bar, TOP + ROW * row + ROW // 2, first, last)
    return "\n".join(
        [
            f'<svg viewBox="0 0 {WIDTH} {height}" font-size="13" role="img" {LABELLED}>',
            f'<title id="t-title">{escape(picture.title)}</title>',
            f'<desc id="t-text">{escape(picture.text)}</desc>',
            *body,
            "</svg>",
        ]
    )


def _span(bars: tuple[Bar, ...]) -> tuple[date, date]:
    """From the first to the last day that is drawn, with some room at either end."""
    days = [day for bar in bars for day in (bar.first, bar.last) if day]
    days += [day for bar in bars for day, _ in bar.marks]
    first, last = min(days), max(days)
    room = max(10, (last - first).days // 20)
    least, most = date.min.toordinal(), date.max.toordinal()
    return (
        date.fromordinal(max(least, first.toordinal() - room)),
        date.fromordinal(min(most, last.toordinal() + room)),
    )


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / max(1, (last - first).days)
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _scale(first: date, last: date, height: int) -> Iterator[str]:
    """A line at the beginning of some months or years, with its name."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((each for each in MONTHS if months / each <= TICKS), 0)
    step = step or 12 * -(-months // (12 * TICKS))
    begin = (first.year * 12 + first.month - 1) // step * step
    for month in range(begin, last.year * 12 + last.month, step):
        year, index = divmod(month, 12)
        if not 1 <= year <= 9999 or date(year, index + 1, 1) < first:
            continue
        x = _x(date(year, index + 1, 1), first, last)
        name = str(year) if step % 12 == 0 else f"{year}-{index + 1:02d}"
        yield f'<line stroke="#cccccc" x1="{x}" y1="{TOP - 12}" x2="{x}" y2="{height - 4}"/>'
        yield f'<text fill="#555555" font-size="11" x="{x}" y="{TOP - 18}" text-anchor="middle">{name}</text>'


def _row(bar: Bar, y: int, first: date, last: date) -> Iterator[str]:
    yield f'<text x="4" y="{y + 4}">{bar.number}. {escape(bar.status)}</text>'
    if bar.first or bar.last:
        start = _x(bar.first or first, first, last)
        end = _x(bar.last or last, first, last)
        look = CLOSED if bar.first and bar.last else OPEN
        yield (
            f'<rect {look} x="{start}" y="{y - 4}" width="{max(3.0, round(end - start, 1))}" '
            'height="8"/>'
        )
    for day, side in bar.marks:
        yield _mark(_x(day, first, last), y, side)


def _mark(x: float, y: int, side: str) -> str:
    if side == "for":
        points = f"{x - 5},{y - 3} {x + 5},{y - 3} {x},{y - 12}"
        return f'<polygon fill="#1a1a1a" points="{points}"/>'
    if side == "against":
        points = f"{x - 5},{y + 3} {x + 5},{y + 3} {x},{y + 12}"
        return f'<polygon fill="#b3261e" points="{points}"/>'
    return f'<circle fill="#ffffff" stroke="#1a1a1a" cx="{x}" cy="{y}" r="4"/>'
