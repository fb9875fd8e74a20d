"""How periods in prose are reckoned: halves, quarters, decades, weekends, what is past until the report; dates in digits."""

import re
from datetime import date, timedelta

from kb.extract.datevalues import Day, Unclear, count_of, known_day, month_of, period, year_of

PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
SPANS = {"half": 6, "quarter": 3}


def part_of_year(match: re.Match[str], at: Day) -> str:
    """A half or quarter of a year, or its first months; without a year the last that has begun."""
    words = match["part"].lower().split()
    length = SPANS.get(words[0]) or count_of(words[0])
    number = PARTS[match["which"].lower()]
    last = 12 if number < 0 else number * length
    if last > 12:
        raise ValueError
    first = last - length + 1
    year = year_of(match["year"] or "this year", at.day)
    if not match["year"]:
        year -= first > known_day(at.day).month
    return f"{year}-{first:02d}/{year}-{last:02d}"


def quarter(match: re.Match[str], at: Day) -> str:
    """Q1 2024."""
    year, number = year_of(match["year"], at.day), int(match["number"])
    return f"{year}-{number * 3 - 2:02d}/{year}-{number * 3:02d}"


def years(match: re.Match[str], _: Day) -> str:
    """From a year to a year."""
    first, last = match["first"], match["last"]
    last = first[: 4 - len(last)] + last
    if last <= first:
        raise ValueError
    return f"{first}/{last}"


def decade(match: re.Match[str], _: Day) -> str:
    """The 1990s."""
    return f"{match['decade']}X"


def numeric(match: re.Match[str], at: Day) -> str:
    """12/31/2023 and 31.12.2023; where either number may be the month, and both would be past, nothing is said.

    Between full stops the day comes first.
    """
    first, second, year = int(match["a"]), int(match["b"]), match["year"]
    day_first = first > 12 or first == second or match["mark"] == "."
    if second <= 12 and first <= 12 and not day_first:
        day_first = _one_is_past(int(year), first, second, at)
    month, number = (second, first) if day_first and second <= 12 else (first, second)
    return f"{year}-{month:02d}-{number:02d}"


def _one_is_past(year: int, first: int, second: int, at: Day) -> bool:
    """Whether of two readings only that with the day first is not after the report; raises Unclear if neither is alone."""
    if at.day is None or at.ahead:
        raise Unclear
    day_first, month_first = date(year, second, first), date(year, first, second)
    if (day_first > at.day) == (month_first > at.day):
        raise Unclear
    return day_first <= at.day


def past(match: re.Match[str], at: Day) -> str:
    """The last three months, the past year: from then until the report."""
    base, unit = known_day(at.day), match["unit"].lower().rstrip("s")
    count = count_of(match["count"]) if match["count"] else 1
    if unit in ("day", "week"):
        start = base - timedelta(days=count * (7 if unit == "week" else 1))
        return f"{start.isoformat()}/{base.isoformat()}"
    return f"{period(base, unit, -count)}/{period(base, unit, 0)}"


def ordinal_month(match: re.Match[str], at: Day) -> str:
    """From a month and year to another, "in or around April 2022 through in or about November 2023"."""
    about = "~" if match["about"] or match["about2"] else ""
    first = f"{match['y1'] or match['y2']}-{month_of(match['first']):02d}{about}"
    return f"{first}/{match['y2']}-{month_of(match['last']):02d}{about}"


def feast(match: re.Match[str], at: Day) -> str:
    """Christmas and New Year's Eve."""
    base = known_day(at.day)
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    month, number = {
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
    }.get(name, (12, 31) if name.endswith("eve") else (1, 1))
    if match["year"]:
        return f"{match['year']}-{month:02d}-{number:02d}"
    return f"{base.year - ((month, number) > (base.month, base.day))}-{month:02d}-{number:02d}"


def plain_year(match: re.Match[str], _: Day) -> str:
    """A year."""
    return match["year"]


def this_year(_: re.Match[str], at: Day) -> str:
    """The year of the report."""
    return str(known_day(at.day).year)


def weekend(match: re.Match[str], at: Day) -> str:
    """The last Saturday and Sunday, or those to come."""
    base = known_day(at.day)
    back = (base.weekday() - 5) % 7 or 7
    coming = (match["lead"] or "").lower() in ("next", "this coming", "coming") or at.ahead
    saturday = base - timedelta(days=back) + timedelta(days=7 if coming else 0)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
