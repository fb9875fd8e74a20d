"""Everything that a text names, each thing once at its place: identifiers, dates, known and unknown names."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kb.extract import vessels
from kb.extract.dates import dates
from kb.extract.identifiers import identifiers
from kb.extract.mention import Mention, longest
from kb.extract.names import Gazetteer, states
from kb.extract.naming import people_and_organisations
from kb.extract.quantities import quantities

ROUGH_SENTENCE = re.compile(r"[^.!?\n]+")
CANDIDATE = re.compile(r"[a-z]+:[^\s,]+")


def mentions(text: str, day: date | None, known: Gazetteer) -> list[Mention]:
    """All mentions of a text, in its order; `day` is that of the report, if known.

    Identifiers and dates come first, then names that the base knows, then ships, quantities, people
    and organisations by how they are written. Of two that overlap, the longer of the better rule stays.
    """
    sure = longest([*identifiers(text), *dates(text, day)])
    named = [*states(text), *_known(text, known)]
    ships = [m for m in vessels.ships(text) if not _is_known_place(m, named)]
    found = _merge(sure, _preferred(named, ships))
    found = _merge(found, list(vessels.ports(text)))
    found = _merge(found, _unknown_places(text))
    found = _merge(found, list(quantities(text)))
    taken = frozenset(place for m in found for place in range(m.start, m.end))
    return _names(found, list(people_and_organisations(text, taken)))


def _known(text: str, known: Gazetteer) -> list[Mention]:
    """Known names, ports among them only where the words around them speak of a port."""
    spans = [match.span() for match in ROUGH_SENTENCE.finditer(text)]
    starts = [start for start, _ in spans]
    found = []
    for mention in known.mentions(text):
        if mention.kind in ("port", "name") and not _is_curated(mention):
            index = bisect_right(starts, mention.start) - 1
            near = vessels.in_port_context(text, mention, spans[max(index, 0)])
            settled = _settled(mention, port=near)
            if settled is None:
                continue
            mention = settled
        found.append(mention)
    return found


def _settled(mention: Mention, *, port: bool) -> Mention | None:
    """A name that is a port's: taken as one where the words say so, else as what else it names, or not at all."""
    things = CANDIDATE.findall(mention.note) or ([mention.value] if mention.value else [])
    chosen = [thing for thing in things if thing.startswith("port:") == port]
    if not chosen:
        return mention if port and things else None
    kinds = {thing.partition(":")[0] for thing in chosen}
    if len(kinds) > 1:
        return mention
    value = chosen[0] if len(chosen) == 1 else ""
    note = "" if value else f"could be {', '.join(sorted(chosen))}"
    return replace(mention, kind=kinds.pop(), value=value, note=note)


def _is_curated(mention: Mention) -> bool:
    return mention.kind == "port" and mention.value.startswith(("port:KP", "port:RU"))


def _is_known_place(ship: Mention, named: Iterable[Mention]) -> bool:
    """Whether a name found as a ship's is a state or an organisation that is known."""
    return any(
        m.start == ship.start
        and m.end >= ship.end
        and m.kind in ("country", "org", "port", "person")
        for m in named
    )


def _unknown_places(text: str) -> list[Mention]:
    return list(vessels.routed(text))


def _preferred(named: list[Mention], ships: list[Mention]) -> list[Mention]:
    """Ships before known names of the same words, else the longest."""
    return longest([*ships, *named])


def _merge(first: list[Mention], more: list[Mention]) -> list[Mention]:
    """The first mentions, and those of the others that overlap none of them."""
    taken = [False] * (max((m.end for m in [*first, *more]), default=0) + 1)
    for mention in first:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    fresh = [m for m in longest(more) if not any(taken[m.start : m.end])]
    return sorted([*first, *fresh], key=lambda m: (m.start, m.end))


def _names(found: list[Mention], guessed: list[Mention]) -> list[Mention]:
    """People and organisations, where they overlap nothing, or hold a known state or body as their part."""
    kept: list[Mention] = []
    dropped: set[tuple[int, int]] = set()
    for guess in longest(guessed):
        inside = [m for m in found if m.start < guess.end and guess.start < m.end]
        if not inside:
            kept.append(guess)
        elif guess.kind == "org" and all(_part_of(m, guess) for m in inside):
            kept.append(guess)
            dropped.update((m.start, m.end) for m in inside)
    stay = [m for m in found if (m.start, m.end) not in dropped]
    return sorted([*stay, *kept], key=lambda m: (m.start, m.end))


def _part_of(mention: Mention, name: Mention) -> bool:
    within = name.start <= mention.start and mention.end <= name.end
    length = mention.end - mention.start
    small = mention.kind in ("country", "org", "locality") and length < 0.6 * (
        name.end - name.start
    )
    return within and small and mention.kind != "person"
