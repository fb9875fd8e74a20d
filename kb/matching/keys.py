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
    return frozenset(key for each in kinds for key in _keys(read(name, each), each))


def _keys(reading: Reading, kind: str) -> Iterator[str]:
    words = [
        part for part, weight in zip(reading.parts, reading.weights, strict=True) if weight > 0.2
    ]
    ships = kind in ("vessel", "aircraft")
    joined = spelled("".join(words))
    if joined:
        yield f"={joined}"
        yield f"+{sound(joined) if ships else '.'.join(sorted(map(sound, words)))}"
    for word in words:
        if len(word) > 1:
            yield f"w{spelled(word)}"
            yield f"s{sound(word)}"
            if not ships:
                yield f"b{skeleton(word)}"
    if not ships and 2 < len(words) <= PAIRED:
        for pair in combinations(sorted({sound(w) for w in words if len(w) > 1}), 2):
            yield f"p{'.'.join(pair)}"
    if ships or len(words) < 2:
        yield from _triples(joined[:GRAMS])
    if ships:
        yield f"b{skeleton(joined)}"
    if reading.numbers and not words:
        yield f"w{reading.numbers[0]}"
    if len(words) > 2 and not ships:
        yield f"={''.join(word[0] for word in words)}"


def _triples(joined: str) -> Iterator[str]:
    edged = f"^{joined}"
    for at in range(len(edged) - 2):
        yield f"g{edged[at : at + 3]}"
