"""How alike two persons' names are: any order, initials, patronymics, particles, spacing."""

import re

from kb.matching.fold import spelled
from kb.matching.reading import INITIAL, PARTICLE, PATRONYMIC, Reading, in_order
from kb.matching.tokens import SPELT, alike, alike_bare, alike_names

SYLLABLE = re.compile("[b-df-hj-np-tv-z]{0,2}[aeiouyw]{1,3}[b-df-hj-np-tv-z]{0,2}")
LEAST = 0.6
"""How alike two words must be to be taken for the same name."""


def compare_persons(one: Reading, other: Reading) -> tuple[float, str]:
    """How alike two names of persons are, and in what they differ."""
    both = f"{one.given} / {other.given}"
    if not one.parts or not other.parts:
        return 0.0, f"a name has nothing that can be compared: {both}"
    if one.parts == other.parts:
        same = one.given.casefold() == other.given.casefold()
        return _trust(one), f"the names are the same: {one.given if same else both}"
    if one.vowelless == other.vowelless and spelled(one.joined) == spelled(other.joined):
        return min(
            0.98, _trust(one), _trust(other)
        ), f"the names differ by spacing or spelling only: {both}"
    score, leftover = _aligned(*in_order(one, other))
    return score, _words(score, leftover, one, other)


def _trust(reading: Reading) -> float:
    """What a full agreement is worth: a single word names many persons."""
    return 1.0 if sum(reading.weights) >= 1.4 else 0.85


def _words(score: float, leftover: bool, one: Reading, other: Reading) -> str:
    both = f"{one.given} / {other.given}"
    if score < 0.5:
        return f"the names differ: {both}"
    if sorted(one.parts) == sorted(other.parts):
        return f"the names are the same in another order: {both}"
    if leftover:
        return f"one name has a part that the other lacks: {both}"
    return f"the names differ in spelling only: {both}"


def _aligned(one: Reading, other: Reading) -> tuple[float, bool]:
    """The likeness by the best pairing of words, and whether a word of weight is left over."""
    mine, theirs = dict(enumerate(one.parts)), dict(enumerate(other.parts))
    gained = weight = 0.0
    strong = 0
    places: dict[int, int] = {}
    for value, left, right in _pairs(one, other):
        if not all(m in mine for m in left) or not all(n in theirs for n in right):
            continue
        heavy = (sum(one.weights[m] for m in left) + sum(other.weights[n] for n in right)) / 2
        for m in left:
            del mine[m]
        for n in right:
            del theirs[n]
        places[left[0]] = right[0]
        gained += heavy * value
        weight += heavy
        strong += (len(left) + len(right) - 1) * (heavy > INITIAL)
    rest = sum(one.weights[m] for m in mine), sum(other.weights[n] for n in theirs)
    if not strong:
        return 0.0, True
    if _shuffled(one, other, places):
        return 0.55, True
    return _scored(gained, weight, strong, rest), max(rest) > PARTICLE


def _shuffled(one: Reading, other: Reading, places: dict[int, int]) -> bool:
    """Whether three syllables, as of a Korean name, stand in an order that no custom explains.

    The family name may come first or last; the two syllables of the given name keep their order.
    """
    if len(one.parts) != 3 or len(other.parts) != 3 or len(places) != 3:
        return False
    if not all(map(SYLLABLE.fullmatch, (*one.parts, *other.parts))):
        return False
    return (places[0], places[1], places[2]) not in ((0, 1, 2), (1, 2, 0), (2, 0, 1))


def _scored(gained: float, weight: float, strong: int, rest: tuple[float, float]) -> float:
    lack, spare = min(rest), max(rest) - min(rest)
    mean = gained / weight
    if strong == 1 and max(rest) >= PATRONYMIC:
        return mean * 0.5 if lack < INITIAL else mean * 0.3
    found: float = mean * weight / (weight + 1.5 * lack + 0.22 * spare)
    return found if strong > 1 else found * 0.92


def _pairs(one: Reading, other: Reading) -> list[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    """Words, and runs of two or three words, that could be the same, the best first."""
    bare = one.vowelless != other.vowelless
    found = []
    mine, theirs = _runs(one.parts), _runs(other.parts)
    for left, a in mine:
        for right, b in theirs:
            if len(left) > 1 and len(right) > 1:
                continue
            value = _like(a, b, bare=bare, single=len(left) == len(right) == 1)
            if value > LEAST:
                found.append((value, left, right))
    found.sort(key=lambda each: (-each[0], -len(each[1]) - len(each[2]), each[1:]))
    return found


def _runs(parts: tuple[str, ...]) -> list[tuple[tuple[int, ...], str]]:
    singles = [((n,), part) for n, part in enumerate(parts)]
    return singles + [
        (tuple(range(n, n + length)), "".join(parts[n : n + length]))
        for length in (2, 3)
        for n in range(len(parts) - length + 1)
    ]


def _like(a: str, b: str, *, bare: bool, single: bool) -> float:
    if not single:
        if bare:
            return alike_bare(a, b) - 0.02
        return (
            SPELT
            if spelled(a) == spelled(b) and len(a) > 3
            else (alike(a, b) - 0.05) * (len(a) > 5)
        )
    if len(a) == 1 or len(b) == 1:
        return 0.8 if a[0] == b[0] else 0.0
    return alike_bare(a, b) if bare else alike_names(a, b)
