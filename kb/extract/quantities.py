"""Quantities in prose, as said, with the bounds that the words give and no others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.extract.mention import Mention, pattern

SMALL = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        1,
    )
}
SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
VAGUE = {
    "hundreds": 200,
    "thousands": 2000,
    "dozens": 24,
    "scores": 40,
    "millions": 2 * 10**6,
    "several hundred": 200,
    "several thousand": 2000,
    "several dozen": 24,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
}
UNITS = (
    r"containers?|TEUs?|(?:metric )?tons?|(?:metric )?tonnes?|barrels?|litres?|liters?|gallons?|howitzers?|carriers?|launch tubes?|mortars?|sheep|crates?|boxes|pallets?|truckloads?|shiploads?"
    r"|cargoes|shipments?|loads?|rounds?|shells?|rockets?|missiles?|drones?|rifles?|grenades?|launchers?|weapons|mines?|warheads?|units?|pieces|items|kg|kilograms?|bags|vehicles"
    r"|aircraft|flights?|helicopters?|engines?|cases|components?|trips|voyages|calls|transfers|people|crew(?: members)?|sailors|soldiers|troops|dollars|euros|pounds"
)
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
WORD = rf"(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})"
AMOUNT = (
    rf"(?:(?:several|a few|a couple of|many) (?:hundred|thousand|dozen|million)|(?:tens|hundreds) of thousands|(?:hundreds|thousands|dozens|scores|millions)(?: of)?"
    rf"|a (?:dozen|hundred|thousand)|(?:{NUMBER}|{WORD}|twenty-\w+|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?(?: (?:hundred|thousand|million|billion|dozen))?)"
)
QUANTITY = pattern(
    rf"(?<![$€£\d.,-])\b(?P<lead>in excess of|not fewer than|more than|over|at least|up to|as many as|as much as|nearly|almost|about|around|some|roughly|approximately|fewer than|less than|an estimated|no fewer than|close to)?"
    rf"(?(lead) )(?P<amount>{AMOUNT})(?:[- ](?:of )?(?P<what>(?!mm[ -]|cm[ -]|millimet|calib)(?:(?!and |or |to |in |on |at |from |for |was |were |is |are |\d+ )[\w’-]+[ -]){{0,2}}?(?:{UNITS})))\b",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?i)\b(?:people|crew(?: members)?|sailors|soldiers|troops|voyages?|trips|calls|flights?|transfers|aircraft|shipments?)$"
)
"""What is counted and is no cargo: a number of them is no amount of goods."""
RANGE = pattern(
    rf"\bbetween (?P<least>{NUMBER}) and (?P<most>{NUMBER})(?: (?P<scale>million|thousand))? (?P<what>(?:[\w’-]+ )?(?:{UNITS}))\b",
    re.IGNORECASE,
)
MONEY = pattern(
    r"(?P<lead>more than |over |at least |up to |about |some |nearly |around )?(?P<money>(?:[$€£] ?|\b(?:USD|EUR|GBP) )\d[\d,.]*(?<![,.])(?: ?(?:million|billion|thousand|m|bn)\b)?(?: a (?:barrel|tonne|ton))?)",
    re.IGNORECASE,
)
ATLEAST = ("in excess of", "not fewer than", "more than", "over", "at least", "no fewer than")
ATMOST = ("up to", "as many as", "as much as", "fewer than", "less than")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a quantity's words allow; None where they set no bound."""

    least: float | None
    most: float | None
    unit: str


def quantities(text: str) -> Iterator[Mention]:
    """Quantities with a unit, and sums of money."""
    for match in RANGE.finditer(text):
        yield Mention(*match.span(), match[0], "quantity", "", "Q-range")
    for match in QUANTITY.finditer(text):
        if not COUNTED.search(match["what"]):
            yield Mention(*match.span(), match[0], "quantity", "", "Q-unit")
    for match in MONEY.finditer(text):
        yield Mention(*match.span(), match[0], "quantity", "", "Q-money")


def bounds(words: str) -> Bounds | None:
    """What the words of a quantity say of its size; None where they are no quantity with a unit."""
    both = RANGE.fullmatch(words.strip())
    if both is not None:
        scale = SCALE.get((both["scale"] or "").lower(), 1)
        least, most = (float(both[each].replace(",", "")) * scale for each in ("least", "most"))
        return Bounds(least, most, " ".join(both["what"].split()))
    match = QUANTITY.fullmatch(words.strip())
    if match is None:
        return None
    lead, amount = (match["lead"] or "").lower(), " ".join(match["amount"].lower().split())
    unit = " ".join(match["what"].split())
    vague = VAGUE.get(amount.removesuffix(" of").replace("a few ", "several "))
    if vague is not None:
        return Bounds(vague, None, unit)
    value = _value(amount)
    if value is None:
        return Bounds(None, None, unit)
    if lead in ATLEAST:
        return Bounds(value, None, unit)
    if lead in ATMOST:
        return Bounds(None, value, unit)
    return Bounds(None, None, unit) if lead else Bounds(value, value, unit)


def _value(amount: str) -> float | None:
    parts = amount.replace(",", "").split()
    first = parts[0]
    if re.fullmatch(r"\d+(?:\.\d+)?", first):
        value = float(first)
    elif first in SMALL or first == "a":
        value = float(SMALL.get(first, 1))
    else:
        return None
    return value * SCALE.get(parts[1], 1) if len(parts) > 1 else value
