"""A run of capitalised words taken apart: state, office, body and name, each with what it was split from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kb.extract.chains import Chain
from kb.extract.clues import beside
from kb.extract.lexicon import (
    BODY_NOUNS,
    CAPITAL_ROLES,
    HEADS,
    LEGAL,
    NAVAL,
    NOUNS,
    PLACE_HEADS,
    PORT_NAMES,
    PORT_NOUNS,
    PREFIXES,
    QUALIFIERS,
    RANKS,
    SHIP_NOUNS,
    TITLES,
    TOPICS,
    UNIONS,
)
from kb.extract.people import GIVEN
from kb.extract.words import Words

OPENING = SHIP_NOUNS | frozenset(
    "insurer broker owner operator manager trader company refiner broadcaster newspaper charterer analyst analysts".split()
)
OFFICES = QUALIFIERS | RANKS
OFFICES_AND = OFFICES | {"of", "the", "for", "and"}
OF_BODIES = HEADS | PLACE_HEADS
OF_FIRMS = OF_BODIES | LEGAL
NO_SURNAME = OF_BODIES | RANKS
ORGANS = frozenset(
    "navy army force forces guard guards police customs ministry department parliament treasury command embassy government court senate congress "
    "cabinet council corps consulate service admiralty staff assembly commission house office prosecutor panel consul".split()
)
BEHIND_NAMES = frozenset(("QC", "KC", "MP", "MEP", "OBE", "CBE", "PhD", "Esq", "Jr", "Jr."))
NAMESAKES = frozenset(
    "jordan chad georgia israel paris sofia santiago milan austin victoria america india".split()
)
"""Names of states and cities that people have too."""
FIRM = frozenset(
    "organisation organization association federation foundation society club institute university consortium company corporation group bank shipping trading lines airlines airways authority registry register holding holdings press news agency".split()
)


@dataclass(frozen=True, slots=True)
class Part:
    """A name within a run: whether an office stands before it, and the noun split off, if any."""

    chain: Chain
    titled: bool = False
    noun: str = ""
    prefixed: bool = False


def parts(found: Words, chain: Chain, states: Mapping[int, int]) -> Iterator[Part]:
    """The names of a run, without offices and states; `states` has the end of each state by its start."""
    first, last = chain.first, chain.last
    word, low = found.words[first], found.lows[first].rstrip(".")
    if (
        last - first > 1
        and word.isupper()
        and (low in PREFIXES or low in NAVAL or found.lows[first] in PREFIXES)
    ):
        keep = low in NAVAL
        further = 2 if found.low(last) == "of" and found.word(last + 1)[0].isupper() else 0
        yield Part(_cut(found, chain, first if keep else first + 1, last + further), prefixed=True)
        return
    kind = _kind_before(found, first, last)
    if kind:
        noun = NOUNS[low] if kind == first + 1 else "ship"
        yield Part(_cut(found, chain, kind, last), noun=noun)
        return
    naval = _warship(found, first, last)
    if naval:
        yield from parts(found, _cut(found, chain, first, naval), states)
        yield Part(_cut(found, chain, naval, last), prefixed=True)
        return
    begin = _after_state(found, first, last, states)
    if begin > first and not _keeps_state(found, begin, last):
        first = begin
        if first >= last:
            return
        chain = _cut(found, chain, first, last)
    yield from _office(found, chain)


def _kind_before(found: Words, first: int, last: int) -> int:
    """Where a name begins behind a noun that opens a sentence with a capital, or a kind of ship; else 0."""
    lows = found.lows[first:last]
    if (
        last - first > 1
        and found.low(first - 1) in (".", "\n", "“", '"', "—", "–")
        and lows[0].rstrip(".") in OPENING
        and not any(each.rstrip(".") in LEGAL for each in lows)
    ):
        return first + 1
    if lows[0] == "motor" and last - first > 2 and lows[1] in ("vessel", "tanker"):
        return first + 2
    return _in_capitals(found, first, last)


def _in_capitals(found: Words, first: int, last: int) -> int:
    """Where within a run a ship's name in capitals stands behind her kind: "Crude Oil Tanker DORA"; else 0."""
    for index in range(first + 1, last):
        name = "".join(found.words[index:last])
        if found.lows[index - 1] in SHIP_NOUNS and len(name) > 2:
            return index if name.isupper() and not found.words[index - 1].isupper() else 0
    return 0


def _warship(found: Words, first: int, last: int) -> int:
    """Where within a run a warship's prefix stands: "Navy ITS Margottini"; else 0."""
    for index in range(first + 1, last - 1):
        if found.lows[index] in NAVAL and found.words[index].isupper():
            return index
    return 0


def _cut(found: Words, chain: Chain, first: int, last: int) -> Chain:
    possessive = chain.possessive if last == chain.last else False
    return replace(
        chain,
        first=first,
        last=last,
        start=found.starts[first],
        end=found.ends[last - 1],
        words=found.words[first:last],
        possessive=possessive,
    )


def _after_state(found: Words, first: int, last: int, states: Mapping[int, int]) -> int:
    """The index behind a state's name or adjective at the front of a run; the front where there is none."""
    end = states.get(found.starts[first])
    if (
        found.lows[first] in NAMESAKES
        and last - first == 2
        and found.lows[first + 1] not in NO_SURNAME
    ):
        return first
    if end is None:
        return first
    index = first
    while index < last and found.starts[index] < end:
        index += 1
    return index if index < last else first


def _keeps_state(found: Words, begin: int, last: int) -> bool:
    """Whether a state's name before a run is a part of a firm's or body's own name."""
    rest = found.words[begin:last]
    lows = [word.casefold().rstrip(".") for word in rest]
    if lows[0] == "attorney" or (lows[0] == "district" and "court" in lows):
        return True
    if any(low in RANKS for low in lows[:-1]) or lows[0] in RANKS:
        return False
    own = (
        lows[-1] in FIRM
        or any(low in LEGAL for low in lows)
        or lows[-2:] in (["armed", "forces"], ["support", "forces"])
        or (lows[-1] == "army" and lows[0] in OWN_ARMIES)
    )
    return own or (lows[-1] in OF_BODIES and not _is_common(lows) and not organ(lows))


COMMON = frozenset(
    "government group court company ministry department army police customs office bank authority port embassy agency service staff mission".split()
)


def _is_common(lows: list[str]) -> bool:
    """Whether a body's name is what any state calls such a body: "Foreign Ministry", "Navy"."""
    first = lows[0] in COMMON or lows[0] in ("foreign", "defence", "defense")
    return first or lows[-1] in COMMON or lows[-1] in BODY_NOUNS


def organ(lows: list[str]) -> bool:
    """Whether words are a state's organ of any state: the army, the coast guard, a ministry."""
    if lows[-1] == "army" and lows[0] in OWN_ARMIES:
        return False
    return lows[-1] in ORGANS or lows[0] in ("ministry", "department", "ports")


OWN_ARMIES = frozenset("national arab free people’s people's liberation patriotic".split())
"""Words by which an army has a name of its own: "Libyan National Army"."""


def _office(found: Words, chain: Chain) -> Iterator[Part]:
    """A run with an office in it gives the body before it and the person after it; another itself."""
    first, last = chain.first, chain.last
    lows = [low.rstrip(".") for low in found.lows[first:last]]
    held = [
        index
        for index, low in enumerate(lows[:-1])
        if low in CAPITAL_ROLES or lows[index - 1 : index + 1] == ["chief", "executive"]
    ]
    index = held[-1] if held else -1
    if "-".join(lows) in PORT_NAMES or lows[0] in ("bandar", "ras", "puerto", "umm", "jebel"):
        index = -1
    given = _given(found, chain, lows)
    if given and index < 0:
        yield from _office(found, _cut(found, chain, first, first + given))
        yield Part(_cut(found, chain, first + given, last), titled=True)
        return
    if index >= 0 and not _is_office(found, chain, lows, index):
        index = -1
    if index < 0:
        while first < last and found.lows[first].rstrip(".") in OFFICES and _only_offices(lows):
            first += 1
        if first < last:
            yield Part(chain)
        return
    until = index
    while (
        until > 0 and lows[until - 1] in OFFICES and lows[until - 2 : until] != ["coast", "guard"]
    ):
        until -= 1
    if until > 0 and any(low in HEADS for low in lows[:until]):
        yield Part(_cut(found, chain, first, first + until))
    end = last - (1 if last - first - index > 2 and found.words[last - 1] in BEHIND_NAMES else 0)
    yield Part(_cut(found, chain, first + index + 1, end), titled=True)


def _given(found: Words, chain: Chain, lows: list[str]) -> int:
    """Where a person's name begins behind the name of a body or field: "Financial Intelligence Ann Lee"; else 0."""
    for index in range(1, len(lows) - 1):
        tail = lows[index:]
        if lows[index] in GIVEN and len(tail) < 4 and OF_FIRMS.isdisjoint(tail):
            body = any(lows[index - 1] in words for words in (HEADS, TOPICS, UNIONS))
            return index if body and not tail[-1].isdigit() and len(tail[-1]) > 1 else 0
    return 0


def _only_offices(lows: list[str]) -> bool:
    return OFFICES_AND.issuperset(lows)


def _is_office(found: Words, chain: Chain, lows: list[str], index: int) -> bool:
    """Whether the word at an index is an office before a person's name, not a part of a ship's or body's."""
    rest = lows[index + 1 :]
    if (
        any(low in LEGAL or low in PORT_NOUNS or low in PLACE_HEADS for low in rest)
        or rest[-1].isdigit()
    ):
        return False
    if any(low in HEADS for low in rest) and lows[index] not in TITLES:
        return False
    if rest[0] in ("of", "for", "the", "and") or len(rest) > 5 or len("".join(rest)) == 1:
        return False
    if index == 0 and lows[0] not in ("mr", "mrs", "ms", "dr"):
        near = beside(found, chain)
        return not (near.the or near.quoted or near.noun == "ship")
    return True
