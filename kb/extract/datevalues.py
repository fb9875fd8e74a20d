"""How dates in prose are reckoned from the day of the report: what each rule's words stand for in EDTF."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTHS = {name[:3].lower(): number for number, name in enumerate(NAMES, 1)}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTED = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
NUMBERS = {word: number for number, word in enumerate(COUNTED, 1)} | {"a": 1, "an": 1}
MONTH = rf"(?:{'|'.join(NAMES)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
YEAR = r"(?:1[89]|20)\d\d"
COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS))})"


@dataclass(frozen=True, slots=True)
class Day:
    """The day of the report, if known, and whether the sentence speaks of what is to come."""

    day: date | None
    ahead: bool = False


Finder = Callable[[re.Match[str], Day], str]


class Unclear(Exception):
    """Numbers of which either may be the month."""


class NoDay(Exception):
    """A relative date in a text without a date."""


def _known(day: date | None) -> date:
    if day is None:
        raise NoDay
    return day


def _month(words: str) -> int:
    return MONTHS[words[:3].lower()]


def _count(words: str) -> int:
    return NUMBERS.get(words.lower()) or int(words)


def iso(match: re.Match[str], _: Day) -> str:
    """A date as EDTF has it."""
    return match[0]


def exact(match: re.Match[str], at: Day) -> str:
    """A day and a month, with the year or the nearest past one."""
    month, number = _month(match["month"]), int(match["day"])
    if match["year"]:
        return f"{match['year']}-{month:02d}-{number:02d}"
    base = _known(at.day)
    this = date(base.year, month, number)
    year = base.year - (this > base + timedelta(days=7))
    if at.ahead:
        year = base.year + (this < base - timedelta(days=7))
    return f"{year}-{month:02d}-{number:02d}"


def days(match: re.Match[str], at: Day) -> str:
    """Two days of one month."""
    year = match["year"] or str(_known(at.day).year)
    month = _month(match["month"])
    return (
        f"{year}-{month:02d}-{int(match['first']):02d}/{year}-{month:02d}-{int(match['last']):02d}"
    )


def of_year(match: re.Match[str], at: Day) -> str:
    """A month of a year that is named, or "last year", "this year"."""
    return f"{_year(match['year'], at.day)}-{_month(match['month']):02d}"


def _year(words: str, day: date | None) -> int:
    if words.isdigit():
        return int(words)
    return _known(day).year - words.lower().startswith(("last", "the previous"))


def bare_month(match: re.Match[str], at: Day) -> str:
    """A month without a year: the last such one up to the report, the next one after "next"."""
    base, month = _known(at.day), _month(match["month"])
    lead = match["lead"].lower()
    if lead == "next":
        return f"{base.year + (month <= base.month)}-{month:02d}"
    if at.ahead and lead != "last":
        return f"{base.year + (month < base.month)}-{month:02d}"
    past = month > base.month or (lead == "last" and month == base.month)
    return f"{base.year - past}-{month:02d}"


def months(match: re.Match[str], at: Day) -> str:
    """From a month to a month; the year at the end holds for both, unless the months say otherwise."""
    first, last = _month(match["first"]), _month(match["last"])
    closing = _year(match["year"] or "this year", at.day)
    if not match["year"] and last > _known(at.day).month:
        closing -= 1
    opening = int(match["opening"]) if match["opening"] else closing - (first > last)
    return f"{opening}-{first:02d}/{closing}-{last:02d}"


def weekday(match: re.Match[str], at: Day) -> str:
    """A day of the week: the last one, or the next."""
    base = _known(at.day)
    back = (base.weekday() - DAYS.index(match["weekday"].lower())) % 7
    lead = (match["lead"] or "").lower()
    if lead == "next" or (at.ahead and lead != "last"):
        return (base + timedelta(days=7 - back)).isoformat()
    return (base - timedelta(days=back or 7 * (lead == "last"))).isoformat()


def near(match: re.Match[str], at: Day) -> str:
    """Today, yesterday, last night; "overnight" is of two days."""
    words, base = " ".join(match[0].lower().split()), _known(at.day)
    if words == "overnight":
        return f"{(base - timedelta(days=1)).isoformat()}/{base.isoformat()}"
    offset = {"yesterday": -1, "last night": -1, "tomorrow": 1, "last evening": -1}.get(words, 0)
    return (base + timedelta(days=offset)).isoformat()


def weekend(match: re.Match[str], at: Day) -> str:
    """The last Saturday and Sunday, or those to come."""
    base = _known(at.day)
    back = (base.weekday() - 5) % 7 or 7
    coming = (match["lead"] or "").lower() in ("next", "this coming", "coming") or at.ahead
    saturday = base - timedelta(days=back) + timedelta(days=7 if coming else 0)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def unit(match: re.Match[str], at: Day) -> str:
    """Last week, this month, next year."""
    base = _known(at.day)
    step = {"this": 0, "next": 1, "coming": 1}.get(match["lead"].lower().split()[-1], -1)
    return _period(base, match["unit"].lower(), step)


def ago(match: re.Match[str], at: Day) -> str:
    """So many days, weeks, months or years before the report."""
    return _period(_known(at.day), match["unit"].lower().rstrip("s"), -_count(match["count"]))


def _period(base: date, unit: str, step: int) -> str:
    """The day, week (Monday to Sunday), month or year that lies so many steps away."""
    if unit == "day":
        return (base + timedelta(days=step)).isoformat()
    if unit == "week":
        monday = base + timedelta(days=7 * step - base.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "month":
        index = base.year * 12 + base.month - 1 + step
        return f"{index // 12}-{index % 12 + 1:02d}"
    return str(base.year + step)


SEASON = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def season(match: re.Match[str], at: Day) -> str:
    """A season of a named year, or the one nearest to the report."""
    number = SEASON[match["season"].lower()]
    if match["year"]:
        return f"{_year(match['year'], at.day)}-{number}"
    base, lead = _known(at.day), (match["lead"] or "").lower().strip()
    first = {21: 3, 22: 6, 23: 9, 24: 12}[number]
    year = (
        base.year
        - (lead in ("last", "since", "") and first > base.month)
        - (lead == "last" and first <= base.month <= first + 2)
    )
    return f"{year + (lead == 'next' and first <= base.month)}-{number}"


PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
SPANS = {"half": 6, "quarter": 3, "three months": 3, "six months": 6, "two months": 2}


def part_of_year(match: re.Match[str], at: Day) -> str:
    """A half or quarter of a year, or its first months."""
    length = SPANS[" ".join(match["part"].lower().split())]
    which = PARTS[match["which"].lower()]
    year = _year(match["year"] or "this year", at.day)
    number = 12 // length if which < 0 else which
    if number * length > 12:
        raise ValueError
    first = (number - 1) * length + 1
    return f"{year}-{first:02d}/{year}-{first + length - 1:02d}"


def quarter(match: re.Match[str], at: Day) -> str:
    """Q1 2024."""
    year, number = _year(match["year"], at.day), int(match["number"])
    return f"{year}-{number * 3 - 2:02d}/{year}-{number * 3:02d}"


def whole_days(match: re.Match[str], at: Day) -> str:
    """From one day to another, each with its month; a year at the end holds for both."""
    closing = match["year"] or match["opening"] or str(_known(at.day).year)
    first, last = _month(match["m1"]), _month(match["m2"])
    opening = match["opening"] or str(int(closing) - (first > last))
    return (
        f"{opening}-{first:02d}-{int(match['d1']):02d}/{closing}-{last:02d}-{int(match['d2']):02d}"
    )


def until(match: re.Match[str], at: Day) -> str:
    """Up to a day, month or year, from a start that nobody named."""
    if not match["month"]:
        return f"../{match['only']}"
    month = _month(match["month"])
    if match["year"]:
        year = int(match["year"])
    else:
        base = _known(at.day)
        ahead = month - base.month
        year = base.year - (ahead > 4 and not at.ahead) + (ahead < -6 and at.ahead)
    number = f"-{int(match['day'] or match['day2']):02d}" if match["day"] or match["day2"] else ""
    return f"../{year}-{month:02d}{number}"


def same_month(match: re.Match[str], at: Day) -> str:
    """From the 4th to the 27th of May."""
    return days(match, at)


def plain_year(match: re.Match[str], _: Day) -> str:
    """A year."""
    return match["year"]


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


def numeric(match: re.Match[str], _: Day) -> str:
    """12/31/2023 and 31.12.2023; where either number may be the month, nothing is said."""
    first, second, year = int(match["a"]), int(match["b"]), match["year"]
    if first <= 12 and second <= 12 and first != second:
        raise Unclear
    month, number = (second, first) if first > 12 or first == second else (first, second)
    return f"{year}-{month:02d}-{number:02d}"


def past(match: re.Match[str], at: Day) -> str:
    """The last three months, the past year: from then until the report."""
    base, unit = _known(at.day), match["unit"].lower().rstrip("s")
    count = _count(match["count"]) if match["count"] else 1
    if unit in ("day", "week"):
        start = base - timedelta(days=count * (7 if unit == "week" else 1))
        return f"{start.isoformat()}/{base.isoformat()}"
    return f"{_period(base, unit, -count)}/{_period(base, unit, 0)}"


def ordinal_month(match: re.Match[str], at: Day) -> str:
    """From a month and year to another, "in or around April 2022 through in or about November 2023"."""
    about = "~" if match["about"] or match["about2"] else ""
    first = f"{match['y1'] or match['y2']}-{_month(match['first']):02d}{about}"
    return f"{first}/{match['y2']}-{_month(match['last']):02d}{about}"


def feast(match: re.Match[str], at: Day) -> str:
    """Christmas and New Year's Eve."""
    base = _known(at.day)
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    month, number = {
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
    }.get(name, (12, 31) if name.endswith("eve") else (1, 1))
    if match["year"]:
        return f"{match['year']}-{month:02d}-{number:02d}"
    return f"{base.year - ((month, number) > (base.month, base.day))}-{month:02d}-{number:02d}"
