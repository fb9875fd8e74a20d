"""How OFAC writes countries and dates, as ISO 3166 codes and EDTF.

Source: the names in OFAC's own files (SDN list, legacy CSV and XML); the codes are those of the
table of states in `ontology/reference/states.ttl`.
"""

import re
from calendar import month_abbr, month_name
from functools import cache

import pyoxigraph as ox

from kb import when
from kb.resources import ONTOLOGY

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
KB = "https://w3id.org/sanctions-kb/ns#"
NAMES = (f"{RDFS}label", f"{SKOS}altLabel")

SPELLINGS = {
    "bahamas, the": "bs",
    "bolivia": "bo",
    "bosnia-herzegovina": "ba",
    "brunei": "bn",
    "burma": "mm",
    "cabo verde": "cv",
    "congo, democratic republic of the": "cd",
    "congo, republic of the": "cg",
    "cote d ivoire": "ci",
    "cote d'ivoire": "ci",
    "czech republic": "cz",
    "democratic people's republic of korea": "kp",
    "ivory coast": "ci",
    "korea, north": "kp",
    "korea, south": "kr",
    "laos": "la",
    "macau": "mo",
    "macedonia": "mk",
    "macedonia, the former yugoslav republic of": "mk",
    "man, isle of": "im",
    "micronesia, federated states of": "fm",
    "moldova": "md",
    "north korea": "kp",
    "north macedonia, the republic of": "mk",
    "palestinian": "ps",
    "region: gaza": "ps",
    "russia": "ru",
    "south korea": "kr",
    "swaziland": "sz",
    "syria": "sy",
    "taiwan": "tw",
    "tanzania": "tz",
    "the bahamas": "bs",
    "the gambia": "gm",
    "gambia, the": "gm",
    "turkey": "tr",
    "turkiye": "tr",
    "united states of america": "us",
    "vatican city": "va",
    "venezuela": "ve",
    "vietnam": "vn",
    "virgin islands, british": "vg",
    "virgin islands, u.s.": "vi",
    "west bank": "ps",
}
"""Spellings that the table of states lacks. States that are gone ("Yugoslavia") have no code here."""

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


@cache
def _codes() -> dict[str, str]:
    path = ONTOLOGY / "reference" / "states.ttl"
    codes: dict[object, str] = {}
    names: list[tuple[object, str]] = []
    for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE):
        if not isinstance(quad.object, ox.Literal):
            continue
        if quad.predicate.value == f"{KB}isoAlpha2":
            codes[quad.subject] = quad.object.value.lower()
        elif quad.predicate.value in NAMES:
            names.append((quad.subject, quad.object.value.casefold()))
    table = {name: codes[state] for state, name in names if state in codes}
    return table | SPELLINGS


def country(text: str) -> str:
    """The ISO 3166 alpha-2 code in lower case of a state as OFAC spells it; "" if it is none.

    A state that no longer exists, a region and "undetermined" have no code.
    """
    return _codes().get(" ".join(text.replace("’", "'").split()).casefold(), "")


def place_country(text: str) -> str:
    """The code of the state that a place ends with ("Tehran, Iran"; "Seoul, Korea, South"); "" if none."""
    parts = [part.strip() for part in text.split(",")]
    for count in (2, 1):
        if len(parts) >= count and (code := country(", ".join(parts[-count:]))):
            return code
    return ""


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
    return _valid("/".join(part + mark for part in parts))


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


def period(low: str, high: str, *, approximate: bool = False) -> str:
    """One EDTF date for the days from `low` to `high` (YYYY-MM-DD): as short as they allow.

    The first to the last day of a year is that year; of a month, that month. "" if they are no dates.
    """
    start, end = _valid(low), _valid(high)
    if not start or not end:
        return ""
    mark = "~" if approximate else ""
    if low[4:] == "-01-01" and high[4:] == "-12-31":
        start, end = low[:4], high[:4]
    elif low[:7] == high[:7] and low[8:] == "01" and when.parse(low[:7]).latest == _last(high):
        start = end = low[:7]
    return _valid(start + mark if start == end else f"{start}{mark}/{end}{mark}")


def _last(text: str) -> object:
    return when.parse(text).latest


def _valid(text: str) -> str:
    try:
        return when.parse(text).text
    except when.BadDate:
        return ""
