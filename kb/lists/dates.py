"""Dates as lists write them, turned into EDTF that is as exact as the list is and never more."""

import re
from functools import lru_cache

from kb import when
from kb.lists.model import Audit

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
SLASHED = re.compile(r"([0-9]{1,2}|[a-z]{1,2})[/.]([0-9]{1,2}|[a-z]{1,2})[/.]([0-9]{4})")
WORDED = re.compile(r"(?:([0-9]{1,2})[ \-.]{1,2})?([a-z]{3,9})[ \-.,]{1,2}([0-9]{4})")
STAMPED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9:.+\-Z]{1,24}")
CLOCK = re.compile(r"\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
LONGEST = 40


def partial(year: str, month: str = "", day: str = "", *, circa: bool = False) -> str:
    """EDTF of a year, month and day, of which month and day may be empty or 0; "" if it is no date."""
    if not year.isdecimal() or len(year) > 4:
        return ""
    parts = [f"{int(year):04d}"]
    for part in (month, day):
        if not part or not part.isdecimal() or int(part) == 0:
            break
        parts.append(f"{int(part):02d}")
    if day.isdecimal() and int(day) and len(parts) < 3:
        return ""
    return _valid("-".join(parts) + ("~" if circa else ""))


@lru_cache(maxsize=4096)
def read(text: str) -> str:
    """EDTF of a date in a form that lists use; "" if it is none of them or no day of the calendar.

    The forms: 2018-03-30 (with a time, which is left out), 2018-03, 2018, 30/03/2018 and 30.03.2018 (day
    first; dd/mm/2018 where day or month are not known), 30 March 2018, 30-Mar-2018, March 2018.
    """
    plain = CLOCK.sub("", text.strip()[:LONGEST]).casefold()
    stamped = STAMPED.fullmatch(plain.upper())
    if stamped:
        return _valid(stamped[1])
    slashed = SLASHED.fullmatch(plain)
    if slashed:
        return _slashed(*slashed.groups())
    worded = WORDED.fullmatch(plain)
    if worded:
        month = MONTHS.get(worded[2][:3], 0)
        return partial(worded[3], str(month), worded[1] or "") if month else ""
    return _valid(plain) if plain[:4].isdecimal() else ""


def dated(text: str, place: str, audit: Audit) -> str:
    """EDTF of a list's date; one that cannot be read is left out and told as an oddity."""
    if not text:
        return ""
    found = read(text)
    if not found:
        audit.odd(f"{place}: the date {text[:LONGEST]!r} is no date; it is left out.")
    return found


def _slashed(day: str, month: str, year: str) -> str:
    known = day if day.isdecimal() else "", month if month.isdecimal() else ""
    if any(part and not part.isdecimal() and set(part) - {"d", "m", "x"} for part in (day, month)):
        return ""
    return partial(year, known[1], known[0] if known[1] else "")


def _valid(text: str) -> str:
    try:
        return when.parse(text).text
    except when.BadDate:
        return ""
