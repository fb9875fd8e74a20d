"""The places and ways of a dossier's propositions, with positions and sea lanes of the reference data."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product

from kb.desk.why import Ways
from kb.errors import Refused
from kb.judge.dossier import Matter
from kb.judge.dossier_map_parts import Geography, Spot, Way
from kb.ports.distance import between, position
from kb.ports.place import Place, great_circle

FROM, TO = ("origin", "carriedFrom"), ("destination",)
PLACES = (*FROM, *TO, "place", "portOfCall", "site")
"""The parts of propositions in which places stand."""
BY_AIR = "usingAircraft"
PAIRS = 4
"""How many ways one proposition has at most: reports may differ about either end."""
OFF = 120.0
"""How many nautical miles off the sea lanes an end may lie for a way still to be drawn along them."""


def geography(matters: Iterable[Matter], ways: Ways) -> Geography:
    """Every place of the propositions, and every way from a claimed origin to a claimed destination."""
    every = list(matters)
    spots = _spots(every, ways)
    return Geography(
        tuple(spots.values()), tuple(way for each in every for way in _ways(each, spots, ways))
    )


def _values(matter: Matter, keys: Iterable[str]) -> dict[str, str]:
    """The named things in some parts of a proposition, by identifier."""
    wanted = set(keys)
    return {
        value.id: value.text
        for role in matter.why.case.roles
        if role.key in wanted
        for value in role.values
        if value.id and not value.unnamed
    }


def _spots(matters: Iterable[Matter], ways: Ways) -> dict[str, Spot]:
    names: dict[str, str] = {}
    numbers: dict[str, list[int]] = {}
    for each in matters:
        for name, text in _values(each, PLACES).items():
            names.setdefault(name, text)
            numbers.setdefault(name, []).append(each.number)
    places = {name: ways.place(name) for name in names}
    return {
        name: Spot(name, text, position(place) if place else None, tuple(numbers[name]))
        for name, text in names.items()
        for place in (places[name],)
    }


def _ways(matter: Matter, spots: Mapping[str, Spot], ways: Ways) -> Iterator[Way]:
    flown = bool(_values(matter, (BY_AIR,)))
    pairs = product(_values(matter, FROM), _values(matter, TO))
    for origin, destination in islice((p for p in pairs if p[0] != p[1]), PAIRS):
        start, end = ways.place(origin), ways.place(destination)
        ends = spots[origin], spots[destination]
        if start and end:
            yield _way(matter.number, ends, start, end, flown=flown)
        else:
            yield Way(matter.number, *ends, None, False, ())


def _way(number: int, ends: tuple[Spot, Spot], start: Place, end: Place, *, flown: bool) -> Way:
    """The way along the sea lanes where both ends lie near them, else straight."""
    if not flown:
        try:
            route = between(start, end)
        except Refused:
            pass
        else:
            if max(route.off_network) <= OFF:
                return Way(number, *ends, route.nautical_miles, True, route.points)
    points = (position(start), position(end))
    return Way(number, *ends, great_circle(*points), False, points)
