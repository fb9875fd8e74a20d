"""The keys under which a party is filed and a query looks: names whole and in parts, and identifiers."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from kb.matching.fold import skeleton, sound, spelled
from kb.matching.model import Query
from kb.matching.numbers import imo, mmsi, plain
from kb.matching.reading import Reading, former, read

GRAMS = 14
"""Letters of a name beyond which its letter triples are not filed: longer names have telling words."""
SHORT = 9
"""Letters up to which a name is filed without each of its letters, in place of letter triples."""
LIGHT = 0.2
"""Words that weigh no more (particles) are not filed."""
PAIRED = 5
"""Words of a name beyond which pairs of its words are not filed."""


def keys(query: Query) -> set[str]:
    """Every key of a description; the first letter says of what sort it is."""
    found = {f"i{number}" for number in map(imo, query.imo) if number}
    found |= {f"m{number}" for number in map(mmsi, query.mmsi) if number}
    found |= {f"c{sign}" for sign in map(plain, query.call_signs) if sign}
    found |= {f"n{scheme}:{plain(value)}" for scheme, value in query.identifiers if plain(value)}
    for name in query.names:
        for part in former(name.text):
            found |= name_keys(part, query.kind)
    return found


@lru_cache(maxsize=20_000)
def name_keys(name: str, kind: str) -> frozenset[str]:
    """The keys of a name; of one whose kind is not known, those of every kind."""
    if not name:
        return frozenset()
    kinds = ("vessel", "person", "organization") if kind == "unknown" else (kind,)
    return frozenset(
        f"{key[0]}{each[0]}{key[1:]}" for each in kinds for key in _keys(read(name, each), each)
    )


def _keys(reading: Reading, kind: str) -> Iterator[str]:
    weighed = zip(reading.parts, reading.weights, strict=True)
    words = [part for part, weight in weighed if weight > LIGHT]
    joined = spelled("".join(words))
    if joined:
        yield f"={joined}"
    for word in words:
        if len(word) > 1:
            yield f"w{spelled(word)}"
            yield f"s{sound(word)}"
    if reading.numbers and not words:
        yield f"w{reading.numbers[0]}"
    ships = kind in ("vessel", "aircraft")
    yield from _of_ship(joined) if ships else _of_others(words)
    if ships or len(words) < 2:
        plain_letters = "".join(words)
        short = len(plain_letters) <= SHORT
        yield from _lacking(plain_letters) if short else _triples(joined[:GRAMS])


def _of_ship(joined: str) -> Iterator[str]:
    """The name in one piece by its consonants: words of ships' names keep their order."""
    if joined:
        yield f"+{sound(joined)}"
        yield f"b{skeleton(joined)}"


def _of_others(words: list[str]) -> Iterator[str]:
    """Words in any order, by sound; pairs of them; initials."""
    sounds = sorted(map(sound, words))
    if sounds:
        yield f"+{'.'.join(sounds)}"
    yield from (f"b{skeleton(word)}" for word in words if len(word) > 1)
    if len(words) > 2:
        yield f"={''.join(word[0] for word in words)}"
        if len(words) <= PAIRED:
            yield from (f"p{one}.{other}" for one, other in combinations(sorted(set(sounds)), 2))


def _lacking(joined: str) -> Iterator[str]:
    """A short name, and it without each of its letters: two that differ by one slip share one of these."""
    if len(joined) > 2:
        yield f"d{joined}"
        yield from (f"d{joined[:at]}{joined[at + 1 :]}" for at in range(len(joined)))


def _triples(joined: str) -> Iterator[str]:
    edged = f"^{joined}"
    for at in range(len(edged) - 2):
        yield f"g{edged[at : at + 3]}"
