"""How alike two words are, from 0 to 1."""

from functools import lru_cache

from kb.matching.fold import distance, skeleton, sound, spelled
from kb.matching.words import words

SPELT, VARIANT, BARE, SWAPPED = 0.97, 0.94, 0.9, 0.88


@lru_cache(maxsize=300_000)
def alike(one: str, other: str) -> float:
    """How alike two words are: 1 the same, .97 but for transliteration, less for each letter."""
    if one == other:
        return 1.0
    first, second = spelled(one), spelled(other)
    if first == second:
        return SPELT
    return max(_edited(one, other), _edited(first, second))


@lru_cache(maxsize=200_000)
def alike_names(one: str, other: str) -> float:
    """How alike two names of persons are: also by known variants and by sound."""
    plain = alike(one, other)
    if plain >= SPELT:
        return plain
    known = related(one, other)
    if known:
        return VARIANT if known > 0 else 0.0
    if max(len(one), len(other)) <= 4:
        return 0.0
    if min(len(one), len(other)) >= 4 and sound(one) == sound(other) and len(sound(one)) > 2:
        return max(plain, 0.85 if distance(spelled(one), spelled(other)) <= 2 else 0.75)
    return plain


def related(one: str, other: str) -> int:
    """1 where two words are known spellings of one name, -1 where of different names, else 0."""
    groups = words().variants
    mine, yours = groups.get(one), groups.get(other)
    if mine is None or yours is None:
        return 0
    return 1 if mine & yours else -1


@lru_cache(maxsize=100_000)
def alike_syllables(one: str, other: str) -> float:
    """How alike two words of ships' names are: Korean and Chinese syllables also by known variants."""
    plain = alike(one, other)
    if plain >= SPELT or max(len(one), len(other)) > 5:
        return plain
    known = related(one, other)
    return 0.92 if known > 0 else min(plain, 0.5) if known else plain


@lru_cache(maxsize=100_000)
def alike_bare(one: str, other: str) -> float:
    """How alike two words are by their consonants, where one was written without vowels."""
    first, second = skeleton(one), skeleton(other)
    if not first or not second:
        return 1.0 if first == second else 0.0
    if first == second:
        return BARE if len(first) > 1 else 0.7
    return 0.75 if len(first) > 3 and distance(first, second) == 1 else 0.0


def _edited(one: str, other: str) -> float:
    """How alike two spellings are by the letters that differ, on the length that can bear it."""
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    if shortest < 3 or longest - shortest > 3:
        return 0.0
    far = distance(one, other)
    swapped = far == 1 and sorted(one) == sorted(other)
    found = max(_ladder(far, longest), SWAPPED if swapped else 0.0)
    if found and one[0] != other[0]:
        found -= 0.08
    return max(found, 0.0)


def _ladder(far: int, longest: int) -> float:
    if far == 1:
        return 0.94 if longest > 8 else 0.9 if longest > 5 else {5: 0.85, 4: 0.72}.get(longest, 0.5)
    if far == 2:
        return 0.86 if longest > 9 else 0.74 if longest > 6 else 0.0
    return 0.78 if far == 3 and longest > 11 else 0.0
