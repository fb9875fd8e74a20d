"""What two descriptions have in common and in what they differ, one feature at a time."""

from collections.abc import Callable, Iterable, Iterator

from kb.matching.compare import Likeness, compare
from kb.matching.model import Name, Query
from kb.matching.numbers import SINGLE, WORTH, imo, mmsi, plain, sound_imo
from kb.matching.reading import former

Spoken = tuple[str, float, str]
"""A feature's name, its value from -1 to 1, and its words."""
WEAK = 0.85


def features(query: Query, party: Query, kind: str) -> Iterator[Spoken]:
    """Every feature that the two descriptions allow to compare; identifiers first."""
    for compared in COMPARED:
        yield from compared(query, party)
    likeness = best_name(query.names, party.names, kind)
    if likeness is not None:
        yield "name", 2 * likeness.score - 1, likeness.words


def best_name(ours: Iterable[Name], theirs: Iterable[Name], kind: str) -> Likeness | None:
    """The best likeness of a name of one with a name of the other; a weak alias counts for less."""
    best: Likeness | None = None
    other = list(_spoken(theirs, kind))
    for mine in _spoken(ours, kind):
        for yours in other:
            found = compare(mine.text, yours.text, kind)
            if "weak" in (mine.kind, yours.kind):
                found = Likeness(found.score * WEAK, f"{found.words} (a weak alias)")
            if "claimed" in (mine.kind, yours.kind):
                found = Likeness(found.score, f"{found.words} (a name that is only claimed)")
            if best is None or found.score > best.score:
                best = found
                if found.score == 1.0:
                    return best
    return best


def _spoken(names: Iterable[Name], kind: str) -> Iterator[Name]:
    """The names, and those that a ship's name mentions as former ones: Blue Star (ex Red Star)."""
    for name in names:
        yield name
        if kind == "vessel":
            earlier = former(name.text)[1]
            if earlier:
                yield Name(earlier, "former")


def _imo(one: Query, other: Query) -> Iterator[Spoken]:
    mine, yours = _sound(one.imo), _sound(other.imo)
    shared = sorted(mine & yours)
    if shared:
        yield "imo", 1.0, f"the IMO number {shared[0]} is the same"
    elif mine and yours:
        said = f"{' '.join(sorted(mine))} / {' '.join(sorted(yours))}"
        yield "imo", -1.0, f"the IMO numbers differ: {said}"
    for bad in sorted(
        {imo(text) or text.strip() for text in (*one.imo, *other.imo)} - mine - yours
    ):
        yield "imo", 0.0, f"the IMO number {bad} has a wrong check digit and decides nothing"


def _sound(numbers: Iterable[str]) -> set[str]:
    return {digits for digits in map(imo, numbers) if digits and sound_imo(digits)}


def _mmsi(one: Query, other: Query) -> Iterator[Spoken]:
    mine, yours = {*map(mmsi, one.mmsi)} - {""}, {*map(mmsi, other.mmsi)} - {""}
    if mine & yours:
        yield "mmsi", 1.0, f"the MMSI {min(mine & yours)} is the same"
    elif mine and yours:
        words = f"the MMSI numbers differ, which a change of flag can explain: {min(mine)} / {min(yours)}"
        yield "mmsi", -1.0, words


def _call_sign(one: Query, other: Query) -> Iterator[Spoken]:
    mine, yours = {*map(plain, one.call_signs)} - {""}, {*map(plain, other.call_signs)} - {""}
    if mine & yours:
        yield "call-sign", 1.0, f"the call sign {min(mine & yours)} is the same"
    elif mine and yours:
        yield "call-sign", -1.0, f"the call signs differ: {min(mine)} / {min(yours)}"


def _identifier(one: Query, other: Query) -> Iterator[Spoken]:
    mine = {(scheme, plain(value)) for scheme, value in one.identifiers if len(plain(value)) > 3}
    yours = {(scheme, plain(value)) for scheme, value in other.identifiers if len(plain(value)) > 3}
    shared = sorted(mine & yours, key=lambda each: (-WORTH.get(each[0], 0.5), each))
    if shared:
        scheme, value = shared[0]
        words = f"the {scheme.replace('-', ' ')} number {value} is the same"
        yield "identifier", WORTH.get(scheme, 0.5), words
        return
    for scheme in sorted(SINGLE & {s for s, _ in mine} & {s for s, _ in yours}):
        yield "identifier", -1.0, f"the {scheme.replace('-', ' ')} numbers differ"


def _flag(one: Query, other: Query) -> Iterator[Spoken]:
    mine, yours = {f.country for f in one.flags}, {f.country for f in other.flags}
    if mine & yours:
        flown = min(mine & yours).upper()
        yield "flag", 1.0, f"both are tied to the flag of {flown}"
    elif mine and yours:
        words = f"the flags differ: {_codes(mine)} / {_codes(yours)}"
        yield "flag", -1.0, words


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes)).upper()


def _measure(
    name: str, words: str, value: Callable[[Query], float | None]
) -> Callable[[Query, Query], Iterator[Spoken]]:
    """The comparison of two tonnages: the same within 1 %, different beyond 8 %."""

    def compared(one: Query, other: Query) -> Iterator[Spoken]:
        mine, yours = value(one), value(other)
        if not mine or not yours or mine <= 0 or yours <= 0:
            return
        apart = abs(mine - yours) / max(mine, yours)
        said = f"{mine:g} / {yours:g}"
        if apart <= 0.01:
            yield name, 1.0, f"the {words} is the same: {said}"
        elif apart <= 0.08:
            yield name, 0.3, f"the {words} is nearly the same: {said}"
        else:
            yield name, -min(1.0, 0.4 + 2 * apart), f"the {words} differs: {said}"

    return compared


def _built(one: Query, other: Query) -> Iterator[Spoken]:
    if one.built is None or other.built is None:
        return
    apart = abs(one.built - other.built)
    said = f"{one.built} / {other.built}"
    if apart == 0:
        yield "built", 1.0, f"the year of building is the same: {one.built}"
    elif apart == 1:
        yield "built", 0.0, f"the years of building are one apart: {said}"
    else:
        yield "built", -min(1.0, 0.4 + 0.2 * apart), f"the years of building differ: {said}"


def _type(one: Query, other: Query) -> Iterator[Spoken]:
    mine, yours = one.ship_type.casefold().split(), other.ship_type.casefold().split()
    if not mine or not yours:
        return
    said = f"{one.ship_type} / {other.ship_type}"
    if set(mine) & set(yours) - {"ship", "carrier", "vessel"}:
        yield "type", 1.0, f"the types agree: {said}"
    elif _family(mine) and _family(yours) and _family(mine) != _family(yours):
        yield "type", -1.0, f"the types of ship differ: {said}"


FAMILIES = (
    ("tanker", ("tanker", "oil", "chemical", "lpg", "lng", "gas", "crude", "bunkering")),
    ("cargo", ("cargo", "bulk", "bulker", "container", "freighter", "ro-ro", "reefer")),
    ("fishing", ("fishing", "trawler")),
    ("people", ("passenger", "ferry", "yacht", "cruise")),
    ("service", ("tug", "dredger", "research", "supply", "offshore")),
)


def _family(type_words: list[str]) -> str:
    return next((name for name, members in FAMILIES if set(type_words) & set(members)), "")


def _birth(one: Query, other: Query) -> Iterator[Spoken]:
    pairs = [(a, b) for a in one.births for b in other.births]
    found = [f for f in (_births(a, b) for a, b in pairs) if f is not None]
    if found:
        value, words = max(found)
        yield "birth", value, words


def _births(one: str, other: str) -> tuple[float, str] | None:
    mine, yours = _date(one), _date(other)
    if not mine or not yours:
        return None
    said = f"{one} / {other}"
    known = min(len(mine), len(yours))
    if mine[:known] == yours[:known]:
        exact = f"the date of birth is the same: {one}"
        words = exact if known == 3 else f"the dates of birth agree: {said}"
        return {3: 1.0, 2: 0.7, 1: 0.5}[known], words
    approximate = "~" in one + other or "?" in one + other
    apart = abs(mine[0] - yours[0])
    if approximate and apart <= 2:
        return 0.2, f"the dates of birth are near one another: {said}"
    if known == 3 and (mine[0], mine[1], mine[2]) == (yours[0], yours[2], yours[1]):
        return 0.4, f"the dates of birth differ by an exchange of day and month: {said}"
    if apart == 0:
        return -0.5, f"the days of birth differ: {said}"
    return (-0.6 if apart == 1 else -1.0), f"the years of birth differ: {said}"


def _date(text: str) -> tuple[int, ...]:
    """Year, month and day of a date as far as it goes; empty where there is no year."""
    parts = text.strip("~?% ").split("T")[0].split("-")
    if not parts or not all(p.strip("~?%").isdigit() for p in parts[:3]) or len(parts[0]) != 4:
        return ()
    return tuple(int(p.strip("~?%")) for p in parts[:3])


def _country(one: Query, other: Query) -> Iterator[Spoken]:
    mine, yours = set(one.countries), set(other.countries)
    if mine & yours:
        yield "country", 1.0, f"both are tied to {_codes(mine & yours)}"
    elif mine and yours:
        yield "country", -1.0, f"the countries differ: {_codes(mine)} / {_codes(yours)}"


def _owner(one: Query, other: Query) -> Iterator[Spoken]:
    pairs = [(a, b) for a in one.owners for b in other.owners]
    if not pairs:
        return
    score, mine, yours = max((compare(a, b, "organization").score, a, b) for a, b in pairs)
    if score >= 0.85:
        yield "owner", 1.0, f"the owners have the same name: {mine} / {yours}"
    else:
        yield "owner", -1.0, f"the owners differ: {mine} / {yours}"


COMPARED = (
    _imo,
    _mmsi,
    _call_sign,
    _identifier,
    _flag,
    _measure("tonnage", "gross tonnage", lambda each: each.tonnage),
    _measure("deadweight", "deadweight", lambda each: each.deadweight),
    _built,
    _type,
    _birth,
    _country,
    _owner,
)
