"""Noun phrases without a name that could play a part, and places that only the words around them show."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from kb.extract.actors import (
    ADVERBS,
    AGENTS,
    BREAKS,
    CARRYING,
    CRAFT,
    GOODS_HEADS,
    MODELS,
    OPENING,
    PARTIES,
    PLACED,
    PLANES,
    POINTING,
    PREPOSITIONS,
    SITES,
    THINGS,
    UNPLACED,
    VERBISH,
)
from kb.extract.cargo import is_cargo
from kb.extract.mention import Mention
from kb.extract.verbs import FORMS


class Token(NamedTuple):
    """A word or mark of a passage."""

    start: int
    end: int
    low: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that could play a part: what sort they are, the mention in them if any, and their relation.

    The relation is a preposition, `adj` (a demonym before a noun), `poss` (with ’s), or empty; `noun` is
    the word before "of".
    """

    start: int
    end: int
    sort: str
    mention: Mention | None
    relation: str = ""
    noun: str = ""
    definite: bool = False
    joined: bool = False


NUMBERS = frozenset("five six seven eight nine ten eleven twelve dozens several".split())
ARMIES = frozenset(
    "air naval task defence defense peacekeeping police security paramilitary".split()
)
"""What makes a "force" one that acts."""


def unknown_places(
    toks: Sequence[Token], inside: Sequence[Mention], found: list[Filler]
) -> list[Filler]:
    """The fillers with places that nothing knows: names right after "at", "from", "to" and the like."""
    taken = [(m.start, m.end) for m in inside] + [(f.start, f.end) for f in found]
    more = []
    for place in range(1, len(toks)):
        first = toks[place]
        if (
            not first.named
            or toks[place - 1].low not in PLACED
            or first.low in UNPLACED
            or first.low.isdigit()
        ):
            continue
        last = place
        while (
            last + 1 < len(toks) and toks[last + 1].named and toks[last + 1].low not in PREPOSITIONS
        ):
            last += 1
        span = (first.start, toks[last].end)
        site = next((n for n in (last + 1, last + 2) if n < len(toks) and toks[n].low in SITES), 0)
        if site and all(t.low in ("air", "naval", "oil", "border") for t in toks[last + 1 : site]):
            last = site
            span = (first.start, toks[last].end)
        common = (
            last + 1 < len(toks)
            and toks[last + 1].low.isalpha()
            and toks[last + 1].low
            not in PREPOSITIONS | BREAKS | FORMS.keys() | ADVERBS | VERBISH | OPENING | NUMBERS
            and not toks[last + 1].low.endswith("ly")
        )
        if common or any(a < span[1] and span[0] < b for a, b in taken):
            continue
        more.append(Filler(*span, "place", None))
    return found + more


def _modifies(toks: Sequence[Token], place: int, sort: str) -> bool:
    """Whether a noun stands before another that it describes ("military vehicles", "ship documents")."""
    if place + 1 >= len(toks) or sort == "ship":
        return (
            place + 1 < len(toks)
            and toks[place + 1].low in CRAFT | PARTIES | GOODS_HEADS
            and sort == "ship"
        )
    if toks[place].named and toks[place + 1].named:
        return True
    low = toks[place + 1].low
    plain = low.isalpha() and low not in PREPOSITIONS and low not in BREAKS and low not in FORMS
    return (
        plain
        and not low.endswith(("ed", "ly"))
        and low not in ADVERBS
        and low not in VERBISH
        and toks[place + 1].end - toks[place + 1].start > 2
        and low == low.lower()
        and not toks[place + 1].named
    )


@lru_cache(maxsize=4096)
def _sort(low: str) -> str:
    if low in ("force", "north"):
        return low
    if low in CRAFT:
        return "ship"
    if low in PARTIES or (AGENTS.fullmatch(low) and low not in THINGS and not is_cargo(low)):
        return "party"
    if low in SITES:
        return "place"
    return "plane" if low in PLANES or MODELS.fullmatch(low) else ""


def _chunk(toks: Sequence[Token], place: int, sort: str) -> Filler | None:
    """The noun phrase whose head is the token at `place`."""
    first = _begin(toks, place)
    carrier = toks[place].low in ("carrier", "carriers")
    if (carrier and (first == place or toks[place - 1].low not in CARRYING)) or toks[first].low in (
        "no",
        "his",
        "her",
        "our",
        "my",
    ):
        return None
    if sort == "ship" and any(MODELS.fullmatch(t.low) for t in toks[first:place]):
        sort = "plane"
    last = place
    indefinite = sort == "party" and toks[first].low in ("a", "an", "its", "their")
    if (
        (sort == "place" or indefinite)
        and place + 2 < len(toks)
        and toks[place + 2].named
        and toks[place + 2].low not in UNPLACED
    ):
        if toks[place + 1].low == "of":
            return None
        if toks[place + 1].low == "in":
            last = place + 2
            while last + 1 < len(toks) and toks[last + 1].named:
                last += 1
    definite = first == place or toks[first].low in POINTING
    return Filler(toks[first].start, toks[last].end, sort, None, definite=definite)


def _finite(toks: Sequence[Token], place: int) -> bool:
    """Whether a word in -ed is a verb with a subject before it, and no adjective ("forces coached soldiers")."""
    if (
        place < 1
        or toks[place].named
        or not toks[place].low.endswith("ed")
        or "-" in toks[place].low
    ):
        return False
    before = toks[place - 1]
    closed = before.low in OPENING | PREPOSITIONS | BREAKS or not before.low[0].isalpha()
    return not closed and not before.low.endswith(("ed", "ly"))


def _begin(toks: Sequence[Token], place: int) -> int:
    """Where the noun phrase that ends at a place begins: at its article, or after a verb or preposition."""
    first = place
    while first > 0 and place - first < 5:
        before = toks[first - 1]
        if before.low in OPENING:
            return first - 1
        form = FORMS.get(before.low)
        if first > 1 and before.low.endswith("ed") and toks[first - 2].low in ("a", "an"):
            return first - 2
        verb = form is not None and form.shape != "noun" and before.low not in ("supply", "armed")
        if (
            verb
            or before.low in VERBISH
            or _finite(toks, first - 1)
            or before.low in PREPOSITIONS
            or before.low in BREAKS
            or not before.low[0].isalnum()
        ):
            break
        first -= 1
    return first


APPOSED = re.compile(r",\s(?:the\s)?(?:[a-z-]+\s){0,2}")
"""Between words for a ship and its name: "another vessel, the Ice Energy"."""


def joined_with(found: list[Filler], coarse: Filler, text: str) -> list[Filler]:
    """The fillers with a coarse one: not where it is the title of a name; names within it become part of it."""
    for each in found:
        gap = text[coarse.end : each.start] if each.start >= coarse.end else None
        if (
            gap is not None
            and each.sort == coarse.sort
            and len(gap) < 3
            and not gap.strip(" \n“\"‘'")
        ):
            return found
        if gap is not None and each.sort == coarse.sort == "ship" and APPOSED.fullmatch(gap):
            whole = replace(each, start=coarse.start)
            return [whole if f is each else f for f in found]
        if each.start <= coarse.start and coarse.end <= each.end:
            return found
        if each.start < coarse.end <= each.end and each.start < coarse.start:
            return found
    inner = [f for f in found if coarse.start <= f.start and f.end <= coarse.end]
    if (
        any(f.mention is not None and f.sort not in ("state",) for f in inner)
        and coarse.sort != "ship"
        and not _placed(inner, coarse)
    ):
        return found
    return [f for f in found if f not in inner or f.sort == coarse.sort == "ship"] + [coarse]


def _placed(inner: Sequence[Filler], coarse: Filler) -> bool:
    """Whether a name only says where a party is ("a buyer in Minsk")."""
    last = inner[-1]
    return coarse.sort == "party" and last.sort in ("place", "state") and last.end == coarse.end


def _the_north(toks: Sequence[Token], place: int) -> bool:
    """Whether "the North" is the state, not a direction or a part of a name."""
    after = toks[place + 1] if place + 1 < len(toks) else None
    bare = after is None or not (after.named or after.low in ("of", "korean", "korea"))
    return bare and place > 0 and toks[place - 1].low == "the"


def coarse(toks: Sequence[Token]) -> Iterator[Filler]:
    """The noun phrases whose head is a word for a ship, a party, a site or an aircraft."""
    for place, token in enumerate(toks):
        sort = _sort(token.low)
        if not sort:
            continue
        before = toks[place - 1] if place else None
        if sort == "force":
            if before is None or before.low not in ARMIES:
                continue
            sort = "party"
        elif sort == "north":
            if token.named and _the_north(toks, place):
                yield Filler(toks[place - 1].start, token.end, "party", None)
            continue
        elif sort == "ship" and before is not None and _no_ship(token, before):
            continue
        if not _modifies(toks, place, sort):
            found = _chunk(toks, place, sort)
            if found is not None:
                yield found


def _no_ship(token: Token, before: Token) -> bool:
    """Whether a word for ships is a verb ("to ferry"), or part of a firm's name ("Aegis Tankers")."""
    verb = before.low == "to" and token.low in ("ship", "ferry", "tug")
    return verb or (token.named and before.named and token.low.endswith("s"))
