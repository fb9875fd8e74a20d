"""The rules for dates in prose: the words of each, and how they are reckoned from the day of the report."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from kb.extract.mention import pattern

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
Finder = Callable[[re.Match[str], date | None], str]


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


def _iso(match: re.Match[str], _: date | None) -> str:
    return match[0]


def _exact(match: re.Match[str], day: date | None) -> str:
    """A day and a month, with the year or the nearest past one."""
    month, number = _month(match["month"]), int(match["day"])
    if match["year"]:
        return f"{match['year']}-{month:02d}-{number:02d}"
    base = _known(day)
    year = (
        base.year if date(base.year, month, number) <= base + timedelta(days=7) else base.year - 1
    )
    return f"{year}-{month:02d}-{number:02d}"


def _days(match: re.Match[str], day: date | None) -> str:
    """Two days of one month."""
    year = match["year"] or str(_known(day).year)
    month = _month(match["month"])
    return (
        f"{year}-{month:02d}-{int(match['first']):02d}/{year}-{month:02d}-{int(match['last']):02d}"
    )


def _of_year(match: re.Match[str], day: date | None) -> str:
    """A month of a year that is named, or "last year", "this year"."""
    return f"{_year(match['year'], day)}-{_month(match['month']):02d}"


def _year(words: str, day: date | None) -> int:
    if words.isdigit():
        return int(words)
    return _known(day).year - words.lower().startswith(("last", "the previous"))


def _bare_month(match: re.Match[str], day: date | None) -> str:
    """A month without a year: the last such one up to the report, the next one after "next"."""
    base, month = _known(day), _month(match["month"])
    lead = match["lead"].lower()
    if lead == "next":
        return f"{base.year + (month <= base.month)}-{month:02d}"
    past = month > base.month or (lead == "last" and month == base.month)
    return f"{base.year - past}-{month:02d}"


def _months(match: re.Match[str], day: date | None) -> str:
    """From a month to a month; the year at the end holds for both, unless the months say otherwise."""
    first, last = _month(match["first"]), _month(match["last"])
    closing = _year(match["year"] or "this year", day)
    if not match["year"] and last > _known(day).month:
        closing -= 1
    opening = int(match["opening"]) if match["opening"] else closing - (first > last)
    return f"{opening}-{first:02d}/{closing}-{last:02d}"


def _weekday(match: re.Match[str], day: date | None) -> str:
    base = _known(day)
    back = (base.weekday() - DAYS.index(match["weekday"].lower())) % 7
    lead = (match["lead"] or "").lower()
    if lead == "next":
        return (base + timedelta(days=7 - back)).isoformat()
    return (base - timedelta(days=back or 7 * (lead == "last"))).isoformat()


def _near(match: re.Match[str], day: date | None) -> str:
    words = match[0].lower()
    offset = {"yesterday": -1, "tomorrow": 1}.get(words, 0)
    return (_known(day) + timedelta(days=offset)).isoformat()


def _unit(match: re.Match[str], day: date | None) -> str:
    """Last week, this month, next year."""
    base = _known(day)
    step = {"this": 0, "next": 1, "coming": 1}.get(match["lead"].lower().split()[-1], -1)
    return _period(base, match["unit"].lower(), step)


def _ago(match: re.Match[str], day: date | None) -> str:
    return _period(_known(day), match["unit"].lower().rstrip("s"), -_count(match["count"]))


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


def _season(match: re.Match[str], day: date | None) -> str:
    """A season of a named year, or the one nearest to the report."""
    number = SEASON[match["season"].lower()]
    if match["year"]:
        return f"{_year(match['year'], day)}-{number}"
    base, lead = _known(day), (match["lead"] or "").lower().strip()
    first = {21: 3, 22: 6, 23: 9, 24: 12}[number]
    year = (
        base.year
        - (lead in ("last", "since", "") and first > base.month)
        - (lead == "last" and first <= base.month <= first + 2)
    )
    return f"{year + (lead == 'next' and first <= base.month)}-{number}"


def _part_of_year(match: re.Match[str], _: date | None) -> str:
    """The first or second half of a year."""
    first = match["half"].lower() == "first"
    return f"{match['year']}-{'01' if first else '07'}/{match['year']}-{'06' if first else '12'}"


def _whole_days(match: re.Match[str], day: date | None) -> str:
    """From one day to another, each with its month; a year at the end holds for both."""
    closing = match["year"] or match["opening"] or str(_known(day).year)
    first, last = _month(match["m1"]), _month(match["m2"])
    opening = match["opening"] or str(int(closing) - (first > last))
    return (
        f"{opening}-{first:02d}-{int(match['d1']):02d}/{closing}-{last:02d}-{int(match['d2']):02d}"
    )


def _until(match: re.Match[str], day: date | None) -> str:
    """Up to a day or month, from a start that nobody named."""
    month = _month(match["month"])
    year = match["year"] or str(_known(day).year)
    number = f"-{int(match['day']):02d}" if match["day"] else ""
    return f"../{year}-{month:02d}{number}"


def _plain_year(match: re.Match[str], _: date | None) -> str:
    return match["year"]


def _rule(name: str, words: str, resolve: Finder) -> tuple[str, re.Pattern[str], Finder]:
    return name, pattern(words, re.IGNORECASE), resolve


ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WHICH = rf"(?P<year>{YEAR}|last year|this year|the previous year)"
RULES = (
    _rule(
        "D-range",
        rf"\b(?:between|from) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTH})(?:,? (?P<opening>{YEAR}))? (?:and|to|until|through) "
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{MONTH})(?:,? (?P<year>{YEAR}))?(?!\w)",
        _whole_days,
    ),
    _rule(
        "D-range",
        rf"\b(?:between|from) (?P<m1>{MONTH}) (?P<d1>\d{{1,2}})(?:,? (?P<opening>{YEAR}))?,? (?:and|to|until|through) "
        rf"(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})\b(?:,? (?P<year>{YEAR})\b)?",
        _whole_days,
    ),
    _rule(
        "D-season",
        rf"\b(?:(?P<lead>last|this|next|since|the past) )?(?P<season>spring|summer|autumn|winter)(?: of)?(?: (?P<year>{YEAR}))?(?! [A-Z])\b",
        _season,
    ),
    _rule(
        "D-half", rf"\b(?:the )?(?P<half>first|second) half of (?P<year>{YEAR})\b", _part_of_year
    ),
    _rule("D-late-year", rf"\b(?:early|mid|late)[ -](?P<year>{YEAR})\b", _plain_year),
    _rule(
        "D-until",
        rf"\b(?:until|till) (?:the end of )?(?:(?P<day>\d{{1,2}}) )?(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?(?!\w)(?! \d)",
        _until,
    ),
    _rule("D-iso", rf"\b{YEAR}-\d\d-\d\d\b", _iso),
    _rule(
        "D-day-month",
        rf"\b{ORDINAL}(?: of)? (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?(?!\w)",
        _exact,
    ),
    _rule("D-month-day", rf"\b(?P<month>{MONTH}) {ORDINAL}\b(?:,? (?P<year>{YEAR})\b)?", _exact),
    _rule(
        "D-days",
        r"\b(?:(?:between|from) )?(?P<first>\d{1,2})(?:-|–| to | and )(?P<last>\d{1,2}) "
        rf"(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?(?!\w)",
        _days,
    ),
    _rule(
        "D-days",
        rf"\b(?P<month>{MONTH}) (?P<first>\d{{1,2}})(?:-|–| to )(?P<last>\d{{1,2}})\b"
        rf"(?:,? (?P<year>{YEAR})\b)?",
        _days,
    ),
    _rule(
        "D-month-year",
        rf"\b(?:(?:early|mid|late)[ -])?(?P<month>{MONTH}),?(?: of)? {WHICH}\b",
        _of_year,
    ),
    _rule(
        "D-months",
        rf"\b(?:(?:between|from) )?(?P<first>{MONTH})(?: (?P<opening>{YEAR}))?(?: and | to | until |-|–)"
        rf"(?P<last>{MONTH})(?:,? {WHICH})?(?!\w)",
        _months,
    ),
    _rule(
        "D-month",
        r"\b(?P<lead>in|since|by|until|during|last|this|next|from|through|of|before|after"
        r"|early|mid|late)[ -]"
        rf"(?P<month>{MONTH})(?! \d)(?!\w)",
        _bare_month,
    ),
    _rule("D-weekday", rf"\b(?:(?P<lead>last|this|next|on) )?(?P<weekday>{WEEKDAY})\b", _weekday),
    _rule("D-near", r"\b(?:today|yesterday|tomorrow)\b", _near),
    _rule(
        "D-unit",
        r"\b(?P<lead>last|this|next|the previous|the past|the coming) (?P<unit>week|month|year)\b",
        _unit,
    ),
    _rule("D-ago", rf"\b(?P<count>{COUNT}) (?P<unit>days?|weeks?|months?|years?) ago\b", _ago),
    _rule(
        "D-year",
        rf"(?:\b(?:in|during) |(?<=since )|(?<=by )|(?<=of )|(?<=from )|(?<=until ))(?P<year>{YEAR})\b",
        _plain_year,
    ),
)
