"""Ports found by any name, in any script, with or without accents; by UN/LOCODE, identifier or state."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from kb.errors import BadInput, UnknownName
from kb.namespaces import ID
from kb.ports.gazetteer import gazetteer, states
from kb.ports.place import Place, great_circle

LONGEST = 200
"""The most characters of a name that is looked up."""
SAME_SPOT = 20.0
"""Within how many nautical miles of each other places of one name are one place, entered twice."""
SHOWN = 8
"""How many candidates a message names."""
OTHER = re.compile(r"[^a-z0-9]+")
MARKS = str.maketrans("", "", "'`")
AROUND = re.compile(r"^(?:the )?(?:sea)?port(?: city)? of |(?: sea)? ?port$")


def folded(text: str) -> str:
    """A name as it is compared: no case, no accents, no apostrophes, one blank between words."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if plain.isascii():
        return " ".join(OTHER.split(plain.translate(MARKS))).strip()
    plain = unicodedata.normalize("NFKD", plain)
    kept = (c for c in plain if not unicodedata.combining(c) and c not in "'’‘`ʻʼʹ")
    words = "".join(c if c.isalnum() else " " for c in kept).split()
    return unicodedata.normalize("NFC", " ".join(words))


def search(text: str = "", state: str = "", kind: str = "") -> list[Place]:
    """The places that a text may mean, the likeliest first; all of them for an empty text.

    A text is part of a name in any script, a UN/LOCODE, an identifier or a state. BadInput for a
    state that is none.
    """
    asked = _checked(text)
    limit = _state(state) if state else ""
    chosen = (
        place
        for place in gazetteer().values()
        if (not limit or place.state == limit) and (not kind or place.kind == kind)
    )
    if not asked:
        return list(chosen)
    code = _state_code(text)
    ranked = [(_rank(place, asked, code), place) for place in chosen]
    found = [(rank, place) for rank, place in ranked if rank is not None]
    found.sort(key=lambda pair: (pair[0], folded(pair[1].name), pair[1].id))
    return [place for _, place in found]


def resolve(text: str) -> Place:
    """The one place that a text names; UnknownName with candidates or near matches otherwise."""
    asked = _checked(text)
    if not asked:
        raise BadInput("A port is needed. Write its name, its UN/LOCODE or its identifier.")
    found = _by_identifier(text.strip()) or _by_name(text)
    if len(found) == 1:
        return found[0]
    if found:
        named = "; ".join(f"{place.id} ({place.title})" for place in found[:SHOWN])
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise UnknownName(
            f"{text!r} is the name of {len(found)} ports: {named}{more}. "
            "Write the identifier of the one you mean, or its name and state with a comma between."
        )
    near = nearest(text)
    hint = (
        f"Did you mean {_either(near)}?" if near else "`kb ports TEXT` searches through all names."
    )
    raise UnknownName(f"There is no port {text!r} in the reference data. {hint}")


def nearest(text: str) -> list[Place]:
    """Up to three places whose names hold the text or are much like it."""
    held = search(text)[:3]
    if held:
        return held
    found: dict[str, Place] = {}
    for name in get_close_matches(folded(text), list(_index()), n=3, cutoff=0.7):
        for place in _index()[name]:
            found.setdefault(place.iri, place)
    return list(found.values())[:3]


@cache
def _index() -> Mapping[str, tuple[Place, ...]]:
    """Every folded name, with the places that bear it."""
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for place in gazetteer().values():
        for name in _names()[place.iri]:
            found[name][place.iri] = place
    return {name: tuple(places.values()) for name, places in found.items() if name}


def _checked(text: str) -> str:
    if len(text) > LONGEST:
        raise BadInput(f"The name has {len(text)} characters; {LONGEST} are the most looked up.")
    asked = folded(text)
    if text.strip() and not asked:
        raise BadInput(f"{text!r} has no letter or digit in it. Write a name or a UN/LOCODE.")
    return asked


def _by_identifier(text: str) -> list[Place]:
    iri = ID + text.replace(":", "/", 1) if not text.startswith(ID) else text
    direct = gazetteer().get(iri)
    if direct:
        return [direct]
    code = re.sub(r"\s+", "", text).upper()
    if not re.fullmatch(r"(?:PORT:)?[A-Z]{2}[A-Z2-9]{3}", code):
        return []
    coded = gazetteer().get(f"{ID}port/{code.removeprefix('PORT:')}")
    return [coded] if coded and (coded.code or "").upper() == code.removeprefix("PORT:") else []


def _by_name(text: str) -> list[Place]:
    """The places of exactly that name; ports before others; the state after a comma narrows them."""
    name, comma, rest = text.rpartition(",")
    limit = _state_code(rest) if comma else ""
    tries = [(folded(text), "")] + ([(folded(name), limit)] if limit else [])
    tries += [(AROUND.sub("", asked).strip(), state) for asked, state in tries]
    for asked, state in tries:
        found = [p for p in _index().get(asked, ()) if not state or p.state == state]
        ports = [place for place in found if place.kind == "port"]
        if found:
            return _distinct(ports or found)
    return []


def _distinct(found: list[Place]) -> list[Place]:
    """The places, or one of them where all stand for the same spot under codes of two states."""
    points = [place.point for place in found if place.point]
    near = len(points) == len(found) and all(
        great_circle(points[0], point) < SAME_SPOT for point in points
    )
    if not near:
        return found
    named = [place for place in found if folded(place.state_name).startswith(folded(place.name))]
    return (named or found)[:1]


def _rank(place: Place, asked: str, state: str) -> int | None:
    """How well a place fits, 0 best; None where it does not."""
    if asked in (place.code.casefold(), folded(place.id)):
        return 0
    names = _names()[place.iri]
    if asked in names:
        return 1
    if state and place.state == state:
        return 2
    if any(name.startswith(asked) for name in names):
        return 3
    if any(f" {asked}" in name for name in names):
        return 4
    return 5 if len(asked) > 2 and any(asked in name for name in names) else None


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """The folded names of every place, by its IRI."""
    return {
        place.iri: tuple(folded(name) for name in place.names) for place in gazetteer().values()
    }


@cache
def _state_names() -> Mapping[str, str]:
    return {folded(name): code for code, names in sorted(states().items()) for name in names}


def _state_code(text: str) -> str:
    """The code of the state that a text is the code, identifier or name of; empty if none."""
    plain = text.strip().removeprefix("country:")
    upper = plain.upper()
    return upper if len(plain) == 2 and upper in states() else _state_names().get(folded(plain), "")


def _state(text: str) -> str:
    found = _state_code(text)
    if not found:
        near = get_close_matches(folded(text), list(_state_names()), n=1)
        hint = (
            f"Did you mean {_state_names()[near[0]]}?" if near else "Write two letters, as in KP."
        )
        raise BadInput(f"{text!r} is no state of ISO 3166-1. {hint}")
    return found


def _either(places: Iterable[Place]) -> str:
    return " or ".join(f"{place.name} ({place.id})" for place in places)
