"""A name taken apart for comparison: its words, what kind each is, numbers apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.matching.fold import distance, is_vowelless, latin
from kb.matching.words import words

ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
ROMANS = {"i": 1, "v": 5, "x": 10}
EX = re.compile(r"(?i)\s*(?:\(?\b(?:ex|formerly|aka|a\.k\.a\.|f/?k/?a)\b[\s.:-]*([^()]*)\)?)\s*$")
NUMBERED = re.compile(r"(?i)\b(?:no|nr|num|number)[\s.]*(?=\d)|№|#")
MIXED = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A name's words in order, their weights (0 to 1), its numbers in order, and the name as given.

    `vowelless`: the name was written without vowels, so that only consonants can be compared.
    """

    given: str
    parts: tuple[str, ...]
    weights: tuple[float, ...]
    numbers: tuple[str, ...] = ()
    legal: frozenset[str] = frozenset()
    vowelless: bool = False

    @property
    def joined(self) -> str:
        """The words without spaces."""
        return "".join(self.parts)


def in_order(one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """Two readings in an order of their own, so that a likeness is the same both ways."""
    return (
        (other, one)
        if (other.parts, other.vowelless) < (one.parts, one.vowelless)
        else (one, other)
    )


@lru_cache(maxsize=100_000)
def read(name: str, kind: str) -> Reading:
    """A name as a reading of its kind; unknown kinds are read as organisations with nothing left out."""
    if kind in ("vessel", "aircraft"):
        return _vessel(name)
    if kind == "person":
        return _person(name)
    return _organization(name)


def former(name: str) -> tuple[str, str]:
    """A ship's name without "(ex …)", and what was said there."""
    found = EX.search(name)
    if found is None or found.start() == 0:
        return name, ""
    return name[: found.start()].rstrip(" (,"), (found.group(1) or "").strip()


def _vessel(name: str) -> Reading:
    text = latin(NUMBERED.sub(" ", former(name)[0]))
    parts = _without_prefix(MIXED.sub(" ", ORDINAL.sub(r"\1", text)).split())
    letters: list[str] = []
    numbers: list[str] = []
    for place, part in enumerate(parts):
        number = _number(part, last=place == len(parts) - 1, alone=len(parts) == 1)
        if number:
            numbers.append(number)
        else:
            letters.append(part)
    return Reading(
        name,
        tuple(letters),
        (1.0,) * len(letters),
        tuple(numbers),
        vowelless=is_vowelless(name),
    )


def _without_prefix(parts: list[str]) -> list[str]:
    """A ship's name without "M/V" and the like in front, or behind after a comma."""
    known = words().ship_prefixes
    for length in (2, 1):
        if len(parts) > length and " ".join(parts[:length]) in known:
            return _without_prefix(parts[length:])
    return parts


def _number(part: str, *, last: bool, alone: bool) -> str:
    """The number that a part of a ship's name stands for, or ""."""
    if part.isdigit():
        return part.lstrip("0") or "0"
    if alone or not last:
        return ""
    if part in words().numbers:
        return str(words().numbers[part])
    return roman(part)


def roman(part: str) -> str:
    """The number that a Roman numeral below 40 stands for, or ""."""
    if not part or ROMAN.fullmatch(part) is None:
        return ""
    values = [ROMANS[letter] for letter in part]
    signed = (-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return str(sum(signed))


PARTICLE, PATRONYMIC, INITIAL = 0.15, 0.5, 0.4


def _person(name: str) -> Reading:
    known = words()
    text = name
    if "," in name:
        family, _, rest = name.partition(",")
        text = f"{rest} {family}"
    parts = latin(text).split()
    while len(parts) > 2 and parts[0] in known.titles:
        parts = parts[1:]
    parts = _run_together(parts)
    weights = tuple(_person_weight(part) for part in parts)
    return Reading(name, tuple(parts), weights, vowelless=is_vowelless(name))


ABD = frozenset(("abd", "abdul", "abdel", "abdal", "abdol", "abdool"))
ARTICLES = ("al", "el", "ul", "ol")


def _run_together(parts: list[str]) -> list[str]:
    """Abd al-Rahman is one name: abdrahman, however it is spaced; so is al-Assad."""
    found: list[str] = []
    waiting = False
    for part in parts:
        if waiting and (part in words().particles):
            continue
        if part in ABD:
            waiting = True
            continue
        if not waiting and part[:5] in ABD and len(part) > 7:
            part = f"abd{part[5:]}"
        found.append(f"abd{part}" if waiting else part)
        waiting = False
    return [*found, "abd"] if waiting else found


def _person_weight(part: str) -> float:
    if part in words().particles:
        return PARTICLE
    if len(part) == 1:
        return INITIAL
    if len(part) > 6 and part.endswith(words().patronymic_ends):
        return PATRONYMIC
    return 1.0


LEGAL, GENERIC, PLACE = 0.0, 0.35, 0.55


def _organization(name: str) -> Reading:
    known = words()
    text = re.sub(r"\b((?:[a-z] ){1,5}[a-z])\b", lambda m: m.group().replace(" ", ""), latin(name))
    text = ORDINAL.sub(r"\1", text)
    parts = [known.abbreviations.get(_mended(p), _mended(p)) for p in text.split()]
    parts = [str(known.numbers.get(part, part)) for part in parts]
    kept = [part for part in parts if part not in known.legal]
    if not kept:
        kept = parts
    numbers = tuple(p.lstrip("0") or "0" for p in kept if p.isdigit())
    letters = tuple(part for part in kept if not part.isdigit())
    return Reading(
        name,
        letters,
        tuple(_organization_weight(part) for part in letters),
        numbers,
        frozenset(parts) - frozenset(kept),
        is_vowelless(name),
    )


@lru_cache(maxsize=100_000)
def _mended(part: str) -> str:
    """A long word with a letter amiss as the legal or generic word that it must be."""
    known = words()
    if len(part) < 7 or part in known.generic or part in known.legal or part in known.abbreviations:
        return part
    return next((w for w in sorted(known.generic | known.legal) if _slip(part, w)), part)


def _organization_weight(part: str) -> float:
    if part in words().generic:
        return GENERIC
    return PLACE if part in words().places else 1.0


def _slip(one: str, other: str) -> bool:
    """Whether a long word is another with one letter amiss."""
    if len(other) < 7 or abs(len(one) - len(other)) > 1:
        return False
    near = one[:2] == other[:2] or one[-3:] == other[-3:]
    return near and distance(one, other) == 1
