"""Identifiers as they are compared: without spaces and prefixes, and whether they can decide."""

import re

SHIP = (7, 6, 5, 4, 3, 2)
COMPANY = (8, 6, 4, 2, 9, 7)
DIGITS = re.compile(r"[0-9]+")
WORTH = {
    "lei": 1.0,
    "bic": 0.9,
    "tax": 0.9,
    "registration": 0.8,
    "company-imo": 1.0,
    "tail-number": 1.0,
    "passport": 1.0,
    "national-id": 1.0,
}
"""How far the sameness of an identifier of a scheme decides; other schemes half."""
SINGLE = frozenset(("lei", "company-imo"))
"""Schemes of which nothing has two: another number is another thing."""


def imo(text: str) -> str:
    """The seven digits of an IMO number, or "" where there are none."""
    found = [run for run in DIGITS.findall(text) if len(run) == 7]
    return found[0] if len(found) == 1 and set(found[0]) != {"0"} else ""


def sound_imo(digits: str) -> bool:
    """Whether the last of seven digits checks the others, by the rule for ships."""
    total = sum(int(d) * w for d, w in zip(digits, SHIP, strict=False))
    return len(digits) == 7 and total % 10 == int(digits[6])


def mmsi(text: str) -> str:
    """The nine digits of an MMSI that can be a ship's own, or ""."""
    digits = "".join(DIGITS.findall(text))
    return digits if len(digits) == 9 and digits[0] in "234567" else ""


def plain(text: str) -> str:
    """Letters and digits of any other identifier, in capitals."""
    return re.sub(r"[\W_]", "", text[:100].upper())
