"""Dates as sources give them: EDTF, with the first and last day that each can mean.

The subset of the Extended Date/Time Format (Library of Congress, levels 0 and 1; ISO 8601-2) that
reports need: years, months, days, date-times, seasons, `X` for unknown digits at the end, the
qualifiers `?` (uncertain), `~` (approximate) and `%` (both), and intervals whose ends may be open
(`..`) or unknown (empty). A qualifier does not widen the bounds: nobody said by how much.
"""

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of spring, summer, autumn and winter as EDTF numbers them (northern half)."""

DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)(?P<clock>T[\d:.]{2,15}(?:Z|[+-]\d{2}:\d{2})?)?)?)?"
    r"(?P<qualifier>[?~%])?"
)
CLOCK = re.compile(r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?")
EXAMPLES = "2023, 2023-10, 2023-10-18, 2023-09~, 2023-08/.. or 2023-10-09/2023-10-15"


class BadDate(ValueError):
    """A text that is no EDTF date of the supported subset; the message says why and what to write."""


@dataclass(frozen=True, slots=True)
class When:
    """A date or interval: its EDTF text and the first and last day it can mean (None: open)."""

    text: str
    earliest: date | None
    latest: date | None


def parse(text: str) -> When:
    """The date or interval that `text` writes; raises BadDate."""
    parts = text.split("/")
    if len(parts) == 1:
        return When(text, *_bounds(text, text))
    if len(parts) != 2:
        raise BadDate(
            f"{text!r} has {len(parts) - 1} slashes; an interval has one, as in 2023-08/.."
        )
    start, end = parts
    if start in ("", "..") and end in ("", ".."):
        raise BadDate(f"{text!r} has no date at either end; leave the time out instead.")
    earliest = None if start in ("", "..") else _bounds(start, text)[0]
    latest = None if end in ("", "..") else _bounds(end, text)[1]
    if earliest and latest and earliest > latest:
        raise BadDate(f"{text!r} ends before it starts; swap the two dates.")
    return When(text, earliest, latest)


def _bounds(text: str, whole: str) -> tuple[date, date]:
    match = DATE.fullmatch(text)
    if match is None:
        raise BadDate(f"{whole!r} is not a date in EDTF; write it as {EXAMPLES}.")
    if match["clock"] and not CLOCK.fullmatch(match["clock"]):
        raise BadDate(f"{whole!r} has no valid time of day; write it as 2023-10-18T09:30:00Z.")
    first, last = _years(match["year"], whole)
    if match["month"] in (None, "XX"):
        if match["day"] not in (None, "XX"):
            raise BadDate(f"{whole!r} has a day without a month; write the month or XX for both.")
        return date(first, 1, 1), date(last, 12, 31)
    if first != last:
        raise BadDate(f"{whole!r} has a month in an unknown year; write the year or no month.")
    return _month(first, int(match["month"]), match["day"], whole)


def _years(text: str, whole: str) -> tuple[int, int]:
    first, last = int(text.replace("X", "0")), int(text.replace("X", "9"))
    if first < 1:
        raise BadDate(f"{whole!r} has no valid year; write one from 0001 to 9999.")
    return first, last


def _month(year: int, month: int, day: str | None, whole: str) -> tuple[date, date]:
    if month in SEASONS and day is None and year < 9999:
        start, end = SEASONS[month]
        closing = year + (end < start)
        return date(year, start, 1), date(closing, end, monthrange(closing, end)[1])
    if not 1 <= month <= 12:
        raise BadDate(f"{whole!r} has no month {month:02d}; months go from 01 to 12.")
    length = monthrange(year, month)[1]
    if day in (None, "XX"):
        return date(year, month, 1), date(year, month, length)
    if not 1 <= int(day) <= length:
        raise BadDate(f"{whole!r} is not a day: {month_name[month]} {year} has {length} days.")
    exact = date(year, month, int(day))
    return exact, exact
