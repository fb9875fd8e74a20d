"""How alike two names are, by the rules of their kind, and in what they differ, in words."""

from dataclasses import dataclass
from functools import lru_cache

from kb.matching.fold import distance
from kb.matching.initials import stands_for
from kb.matching.person import compare_persons
from kb.matching.reading import Reading, in_order, read
from kb.matching.tokens import BARE, alike, alike_bare, alike_syllables


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, from 0 to 1, and a sentence that says in what they differ."""

    score: float
    words: str


@lru_cache(maxsize=100_000)
def compare(one: str, other: str, kind: str) -> Likeness:
    """How alike two names are as names of a kind."""
    if kind in ("vessel", "aircraft"):
        return _vessels(read(one, kind), read(other, kind))
    if kind == "person":
        score, words = compare_persons(read(one, kind), read(other, kind))
        return Likeness(score, words)
    found = _organizations(read(one, "organization"), read(other, "organization"))
    if kind == "organization":
        return found
    return max(
        found,
        Likeness(*compare_persons(read(one, "person"), read(other, "person"))),
        _vessels(read(one, "vessel"), read(other, "vessel")),
        key=lambda each: each.score,
    )


NUMBER_DIFFERS, NUMBER_MISSING = 0.3, 0.72


def _vessels(one: Reading, other: Reading) -> Likeness:
    both = f"{one.given} / {other.given}"
    if not (one.parts or one.numbers) or not (other.parts or other.numbers):
        return Likeness(0.0, f"a name has nothing that can be compared: {both}")
    score, words = _in_order(one, other)
    if score < 0.5:
        return Likeness(score, words)
    if one.numbers == other.numbers:
        return Likeness(score, words)
    if one.numbers and other.numbers:
        return Likeness(
            score * NUMBER_DIFFERS, f"the number at the end of the name differs: {both}"
        )
    return Likeness(score * NUMBER_MISSING, f"only one of the names has a number: {both}")


def _in_order(one: Reading, other: Reading) -> tuple[float, str]:
    """How alike the words of two ships' names are: their order counts, their spacing does not."""
    both = f"{one.given} / {other.given}"
    if one.parts == other.parts:
        same = one.given.casefold() == other.given.casefold()
        return 1.0, f"the names are the same: {one.given if same else both}"
    if one.joined == other.joined:
        return 0.98, f"the names differ by spacing only: {both}"
    if sorted(one.parts) == sorted(other.parts):
        return 0.3, f"the names have the same words in another order: {both}"
    if one.vowelless != other.vowelless:
        score = _pairwise(one, other, bare=True) or alike_bare(one.joined, other.joined)
    else:
        score = _pairwise(one, other, bare=False)
        score = score or _respaced(one, other)
    return score, _difference(one, other, score)


def _pairwise(one: Reading, other: Reading, *, bare: bool) -> float:
    """Word against word in order; the worst pair counts most. 0 where the numbers of words differ."""
    if len(one.parts) != len(other.parts):
        return 0.0
    pairs = list(zip(one.parts, other.parts, strict=True))
    scores = [alike_bare(a, b) if bare else alike_syllables(a, b) for a, b in pairs]
    lengths = [max(len(a), len(b)) for a, b in pairs]
    return _worst_first(list(zip(scores, lengths, strict=True)))


def _respaced(one: Reading, other: Reading) -> float:
    """How alike two names are but for spacing: word by word where the letters fall into the same places."""
    if len(one.joined) != len(other.joined) or sorted(one.joined) == sorted(other.joined):
        return max(0.0, alike(one.joined, other.joined) - 0.02)
    longer, shorter = sorted((one, other), key=lambda each: -len(each.parts))
    found, at = [], 0
    for part in longer.parts:
        found.append((alike_syllables(part, shorter.joined[at : at + len(part)]), len(part)))
        at += len(part)
    return max(0.0, _worst_first(found) - 0.02)


def _worst_first(found: list[tuple[float, int]]) -> float:
    """The likeness of a name from that of its words and their lengths; the worst word counts most."""
    worst = min(score for score, _ in found)
    mean = sum(score * length for score, length in found) / (
        sum(length for _, length in found) or 1
    )
    return 0.7 * worst + 0.3 * mean if worst else 0.25 * mean


def _difference(one: Reading, other: Reading, score: float) -> str:
    both = f"{one.given} / {other.given}"
    if one.vowelless != other.vowelless:
        return f"the names {'have the same' if score >= BARE else 'differ in'} consonants: {both}"
    if score < 0.5:
        return f"the names differ: {both}"
    far = distance(one.joined, other.joined)
    if far == 1:
        return f"the names differ by one letter: {both}"
    return f"the names differ in spelling, by {far} letters: {both}"


def _organizations(one: Reading, other: Reading) -> Likeness:
    both = f"{one.given} / {other.given}"
    if not one.parts or not other.parts:
        same = one.numbers == other.numbers and one.parts == other.parts
        return Likeness(1.0 if same and one.numbers else 0.0, f"the names are numbers: {both}")
    if one.joined == other.joined and one.numbers == other.numbers:
        if one.given.casefold() == other.given.casefold():
            return Likeness(1.0, f"the names are the same: {one.given}")
        clash = one.legal and other.legal and one.legal != other.legal
        form = "but for the legal form" if one.legal != other.legal else "but for the spelling"
        return Likeness(0.96 if clash else 0.99, f"the names are the same {form}: {both}")
    short = stands_for(one, other)
    if short:
        return Likeness(short, f"one name is short for the other: {both}")
    score = _aligned(*in_order(one, other))
    if one.numbers != other.numbers and score > 0.5:
        factor = 0.5 if one.numbers and other.numbers else 0.8
        return Likeness(score * factor, f"the numbers in the names differ: {both}")
    return Likeness(score, _organization_words(score, both))


def _organization_words(score: float, both: str) -> str:
    if score >= 0.9:
        return f"the names differ slightly: {both}"
    if score >= 0.6:
        return f"the names share their telling words: {both}"
    return f"the names differ: {both}"


def _aligned(one: Reading, other: Reading) -> float:
    """The share of weight that finds a like word on the other side; telling words left over cost most."""
    pairs = sorted(
        (
            (-_like(a, b, one, other), m, n)
            for m, a in enumerate(one.parts)
            for n, b in enumerate(other.parts)
        ),
    )
    mine, theirs = set(range(len(one.parts))), set(range(len(other.parts)))
    gained = weight = 0.0
    for negative, m, n in pairs:
        if m in mine and n in theirs and negative < -0.8:
            mine.remove(m)
            theirs.remove(n)
            heavy = min(one.weights[m], other.weights[n])
            weight += heavy
            gained += heavy * -negative
    left = sum(one.weights[m] for m in mine)
    right = sum(other.weights[n] for n in theirs)
    if not gained:
        return alike(one.joined, other.joined)
    both_lack = min(left, right)
    penalty = 1.1 * both_lack + 0.55 * (max(left, right) - both_lack)
    spaced = alike(one.joined, other.joined) - 0.02
    return max(gained / (weight + penalty), spaced if spaced > 0.9 else 0.0)


def _like(a: str, b: str, one: Reading, other: Reading) -> float:
    if one.vowelless != other.vowelless:
        return alike_bare(a, b)
    return alike(a, b)
