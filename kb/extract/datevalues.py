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
    """The day of the report, if known, and whether the clause speaks of what is to come, or of what had been."""

    day: date | None
    ahead: bool = False
    behind: bool = False


Finder = Callable[[re.Match[str], Day], str]


class Unclear(Exception):
    """Numbers of which either may be the month."""


class NoDay(Exception):
    """A relative date in a text without a date."""


def known_day(day: date | None) -> date:
    """The day of the report; raises NoDay where it is not known."""
    if day is None:
        raise NoDay
    return day


def month_of(words: str) -> int:
    """The number of a month from its name or the first letters of it."""
    return MONTHS[words[:3].lower()]


def count_of(words: str) -> int:
    """A number in words or digits; raises ValueError for anything else."""
    return NUMBERS.get(words.lower()) or int(words)


def iso(match: re.Match[str], _: Day) -> str:
    """A date as EDTF has it."""
    return match[0].replace("/", "-")


def exact(match: re.Match[str], at: Day) -> str:
    """A day and a month, with the year or the nearest past one."""
    month, number = month_of(match["month"]), int(match["day"])
    if match["year"]:
        return f"{year_of(match['year'], at.day)}-{month:02d}-{number:02d}"
    return f"{_nearest(month, number, at)}-{month:02d}-{number:02d}"


def _nearest(month: int, number: int, at: Day) -> int:
    """The year of a day and month: the last one up to a week after the report, or the next to come."""
    base = known_day(at.day)
    this = date(base.year, month, number)
    if at.ahead:
        return base.year + (this < base - timedelta(days=7))
    return base.year - (this > base + timedelta(days=0 if at.behind else 7))


def week_of(match: re.Match[str], at: Day) -> str:
    """The seven days from Monday of the week in which a day lies."""
    day = date.fromisoformat(exact(match, at))
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def days(match: re.Match[str], at: Day) -> str:
    """Two days of one month."""
    month = month_of(match["month"])
    named = match["year"]
    year = year_of(named, at.day) if named else _nearest(month, int(match["first"]), at)
    return (
        f"{year}-{month:02d}-{int(match['first']):02d}/{year}-{month:02d}-{int(match['last']):02d}"
    )


def of_year(match: re.Match[str], at: Day) -> str:
    """A month of a year that is named, or "last year", "this year"."""
    return f"{year_of(match['year'], at.day)}-{month_of(match['month']):02d}"


def year_of(words: str, day: date | None) -> int:
    """A year in digits, or last year, this year; raises NoDay where those cannot be reckoned."""
    if words.isdigit():
        return int(words)
    return known_day(day).year - words.lower().startswith(("last", "the previous"))


def bare_month(match: re.Match[str], at: Day) -> str:
    """A month without a year: the last such one up to the report, the next one after "next"."""
    base, month = known_day(at.day), month_of(match["month"])
    lead = match["lead"].lower()
    if lead == "next":
        return f"{base.year + (month <= base.month)}-{month:02d}"
    if at.ahead and lead != "last":
        return f"{base.year + (month < base.month)}-{month:02d}"
    past = month > base.month or (lead == "last" and month == base.month)
    return f"{base.year - past}-{month:02d}"


def months(match: re.Match[str], at: Day) -> str:
    """From a month to a month; the year at the end holds for both, unless the months say otherwise."""
    first, last = month_of(match["first"]), month_of(match["last"])
    closing = year_of(match["year"] or "this year", at.day)
    if not match["year"] and last > known_day(at.day).month:
        closing -= 1
    opening = int(match["opening"]) if match["opening"] else closing - (first > last)
    return f"{opening}-{first:02d}/{closing}-{last:02d}"


def day_of_month(match: re.Match[str], at: Day) -> str:
    """The last such day of a month up to the report: "on the 3rd"."""
    base, number = known_day(at.day), int(match["day"])
    month = base.year * 12 + base.month - 1 - (number > base.day)
    return date(month // 12, month % 12 + 1, number).isoformat()


def weekday(match: re.Match[str], at: Day) -> str:
    """A day of the week: the last one, or the next."""
    base = known_day(at.day)
    back = (base.weekday() - DAYS.index(match["weekday"].lower())) % 7
    lead = (match["lead"] or "").lower()
    if lead == "next" or (at.ahead and lead != "last"):
        return (base + timedelta(days=7 - back)).isoformat()
    return (base - timedelta(days=back or 7 * (lead == "last"))).isoformat()


def weekday_of_week(match: re.Match[str], at: Day) -> str:
    """A day of last week, this week or next week."""
    step = {"last": -7, "this": 0, "next": 7}[match["lead"].lower()]
    base = known_day(at.day)
    monday = base - timedelta(days=base.weekday()) + timedelta(days=step)
    return (monday + timedelta(days=DAYS.index(match["weekday"].lower()))).isoformat()


def weekdays(match: re.Match[str], at: Day) -> str:
    """From one day of the week to another, the last such days or the next."""
    base = known_day(at.day)
    first, last = (DAYS.index(match[each].lower()) for each in ("first", "last"))
    closing = base - timedelta(days=(base.weekday() - last) % 7) + timedelta(days=7 * at.ahead)
    return f"{(closing - timedelta(days=(last - first) % 7)).isoformat()}/{closing.isoformat()}"


def until_unit(match: re.Match[str], at: Day) -> str:
    """Up to the end of the week, month or year."""
    step = {"next": 1, "last": -1}.get(match["lead"].lower(), 0)
    return f"../{period(known_day(at.day), match['unit'].lower(), step).rpartition('/')[2]}"


def until_weekday(match: re.Match[str], at: Day) -> str:
    """Up to the next such day, or the last one where the clause tells of what had been."""
    return f"../{weekday(match, Day(at.day, ahead=at.ahead or not at.behind))}"


OFFSETS = {
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
"""How many days from the report's some words are."""


def near(match: re.Match[str], at: Day) -> str:
    """Today, yesterday, last night; "overnight" is of two days."""
    words, base = " ".join(match[0].lower().split()), known_day(at.day)
    if words == "overnight":
        return f"{(base - timedelta(days=1)).isoformat()}/{base.isoformat()}"
    offset = OFFSETS.get(words, 0)
    return (base + timedelta(days=offset)).isoformat()


def unit(match: re.Match[str], at: Day) -> str:
    """Last week, this month, next year."""
    base = known_day(at.day)
    step = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(
        match["lead"].lower().split()[-1], -1
    )
    return period(base, match["unit"].lower(), step)


def ago(match: re.Match[str], at: Day) -> str:
    """So many days, weeks, months or years before the report."""
    return period(known_day(at.day), match["unit"].lower().rstrip("s"), -count_of(match["count"]))


def period(base: date, unit: str, step: int) -> str:
    """The day, week (Monday to Sunday), month, quarter or year that lies so many steps away."""
    if unit == "day":
        return (base + timedelta(days=step)).isoformat()
    if unit == "week":
        monday = base + timedelta(days=7 * step - base.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "quarter":
        index = base.year * 4 + (base.month - 1) // 3 + step
        year, month = index // 4, index % 4 * 3 + 1
        return f"{year}-{month:02d}/{year}-{month + 2:02d}"
    if unit == "month":
        index = base.year * 12 + base.month - 1 + step
        return f"{index // 12}-{index % 12 + 1:02d}"
    return str(base.year + step)


SEASON = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def season(match: re.Match[str], at: Day) -> str:
    """A season of a named year, or the one nearest to the report."""
    number = SEASON[match["season"].lower()]
    if match["year"]:
        return f"{year_of(match['year'], at.day)}-{number}"
    base, lead = known_day(at.day), (match["lead"] or "").lower().strip()
    first = {21: 3, 22: 6, 23: 9, 24: 12}[number]
    year = (
        base.year
        - (lead in ("last", "since", "") and first > base.month)
        - (lead == "last" and first <= base.month <= first + 2)
    )
    return f"{year + (lead == 'next' and first <= base.month)}-{number}"


def whole_days(match: re.Match[str], at: Day) -> str:
    """From one day to another, each with its month; a year at the end holds for both."""
    first, last = month_of(match["m1"]), month_of(match["m2"])
    closing = match["year"] or match["opening"]
    if not closing:
        closing = str(_nearest(first, int(match["d1"]), at) + (first > last))
    opening = match["opening"] or str(int(closing) - (first > last))
    return (
        f"{opening}-{first:02d}-{int(match['d1']):02d}/{closing}-{last:02d}-{int(match['d2']):02d}"
    )


def until(match: re.Match[str], at: Day) -> str:
    """Up to a day, month or year, from a start that nobody named."""
    if not match["month"]:
        return f"../{match['only']}"
    month = month_of(match["month"])
    if match["year"]:
        year = int(match["year"])
    else:
        base = known_day(at.day)
        ahead = month - base.month
        latest = 0 if at.behind else 4
        year = base.year - (ahead > latest and not at.ahead) + (ahead < -6 and at.ahead)
    number = f"-{int(match['day'] or match['day2']):02d}" if match["day"] or match["day2"] else ""
    return f"../{year}-{month:02d}{number}"
