"""How OFAC writes countries and dates, as ISO 3166 codes and EDTF.

Source: the names in OFAC's own files (SDN list, legacy CSV and XML); what other lists share is in `states`.
"""

import re
from calendar import month_abbr, month_name
from functools import lru_cache

from kb import when
from kb.lists import states
from kb.lists.model import Profile

PROFILE = Profile(
    name="ofac",
    title="OFAC Specially Designated Nationals and Blocked Persons list",
    authority="org:ofac",
    licence="Public domain (work of the United States government)",
    format_version="",
    homepage="https://sanctionslist.ofac.treas.gov/",
    fewest=5_000,
    most=60_000,
)
"""What all formats share. A copy of about 2018 has 7,379 entries; a third party counted 19,329 in 2026."""

SPELLINGS = {
    "bahamas, the": "bs",
    "bosnia-herzegovina": "ba",
    "congo, republic of the": "cg",
    "gambia, the": "gm",
    "macedonia": "mk",
    "macedonia, the former yugoslav republic of": "mk",
    "man, isle of": "im",
    "north macedonia, the republic of": "mk",
    "region: gaza": "ps",
    "virgin islands, british": "vg",
    "virgin islands, u.s.": "vi",
    "west bank": "ps",
}
"""Spellings of OFAC's own. States that are gone ("Yugoslavia") have no code."""

MONTHS = {
    **{name.casefold(): number for number, name in enumerate(month_name) if name},
    **{name.casefold(): number for number, name in enumerate(month_abbr) if name},
    "sept": 9,
}
DAY = re.compile(r"(?:(?:(?P<day>\d{1,2}) )?(?P<month>[A-Za-z]{3,9})\.? )?(?P<year>\d{4})")
SLASHED = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})")
DECADE = re.compile(r"(?P<decade>\d{3})0'?s")
RANGE = re.compile(r"(?: to |-|–)", re.IGNORECASE)
LONGEST_DATE = 60
LONGEST_NAME = 100


@lru_cache(maxsize=4096)
def country(text: str) -> str:
    """The ISO 3166 alpha-2 code in lower case of a state as OFAC spells it; "" if it is none.

    A state that no longer exists, a region, "undetermined" and a code ("CA" can be California) give "".
    """
    name = " ".join(text.split())
    if not 2 < len(name) <= LONGEST_NAME:
        return ""
    return SPELLINGS.get(name.casefold()) or states.code(name)


def place_country(text: str) -> str:
    """The code of the state that a place ends with ("Tehran, Iran"; "Seoul, Korea, South"); "" if none."""
    parts = [part.strip() for part in text.split(",")]
    for count in (2, 1):
        if len(parts) >= count and (code := country(", ".join(parts[-count:]))):
            return code
    return ""


@lru_cache(maxsize=8192)
def date(text: str) -> str:
    """An OFAC date ("28 Sep 1971", "circa 1962", "1962 to 1964", "09/13/2024") as EDTF; "" if it is none.

    A range of whole years or months stays one ("1962/1964"); what is approximate says so ("1962~").
    """
    words = " ".join(text.split())
    if len(words) > LONGEST_DATE:
        return ""
    mark = ""
    lowered = words.casefold()
    for word in ("circa", "approximately", "approx.", "ca.", "c."):
        if lowered.startswith(f"{word} "):
            mark, words = "~", words[len(word) + 1 :]
            break
    ends = RANGE.split(words) if not SLASHED.fullmatch(words) else [words]
    if len(ends) > 2:
        return ""
    parts = [_one(end.strip()) for end in ends]
    if not all(parts):
        return ""
    return valid("/".join(part + mark for part in parts))


def _one(words: str) -> str:
    decade = DECADE.fullmatch(words)
    if decade:
        return f"{decade['decade']}X"
    match = DAY.fullmatch(words) or SLASHED.fullmatch(words)
    if match is None:
        return ""
    month = match["month"]
    if month is None:
        return match["year"]
    number = int(month) if month.isdigit() else MONTHS.get(month.casefold(), 0)
    day = f"-{int(match['day']):02d}" if match["day"] else ""
    return f"{match['year']}-{number:02d}{day}"


@lru_cache(maxsize=8192)
def period(low: str, high: str, *, approximate: bool = False) -> str:
    """One EDTF date for the time from `low` to `high` (EDTF dates): as short as they allow.

    The first to the last day of a year is that year; of a month, that month. "" if they are no dates.
    """
    start, end = valid(low), valid(high)
    if not start or not end:
        return ""
    mark = "~" if approximate else ""
    if low[4:] == "-01-01" and high[4:] == "-12-31":
        start, end = low[:4], high[:4]
    elif low[:7] == high[:7] and low[8:] == "01" and _last(low[:7]) == _last(high):
        start = end = low[:7]
    return valid(start + mark if start == end else f"{start}{mark}/{end}{mark}")


def _last(text: str) -> object:
    return when.parse(text).latest


def valid(text: str) -> str:
    """An EDTF text as it is; "" if it is no date."""
    try:
        return when.parse(text).text
    except when.BadDate:
        return ""
