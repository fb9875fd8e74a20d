"""Noun phrases without a name that could play a part, and places that only the words around them show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.extract.mention import Mention
from kb.extract.verbs import FORMS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PREPOSITIONS = _set(
    "from to by for of at in into onto on off near with via through between aboard under against toward towards outside"
    " within inside among alongside past over around across opposite behind beside"
)
BREAKS = _set(
    "and or but that which who whom whose when where while because if as said says than then is was were are be been"
    " being had has have not did does do would will could may might should must can before after since until during"
)
CRAFT = _set(
    "ship ships vessel vessels tanker tankers freighter freighters dhow dhows boat boats bulker bulkers barge barges craft"
    " carrier carriers"
)
PARTIES = _set(
    "authorities forces army navy guard guards officials customers customer government troops military breakers buyers"
    " buyer refiner company companies firm firms militants rebels group movement police customs gendarmerie regime"
    " administration belligerent party parties militia militias fighters entities individuals broker crew men state"
    " regulator refiners network banks bank drivers agents soldiers side faction factions"
)
SITES = _set(
    "port ports harbour harbours harbor harbors terminal terminals anchorage anchorages airport airports airfield"
    " airstrip airbase pier shipyard depot depots warehouse warehouses base refinery compound factory berth lagoon"
)
PLANES = _set("aircraft plane planes helicopter helicopters jet")
GOODS_HEADS = _set(
    "documents owner owners manager managers papers register registry crew crews captain fuel"
)
ADVERBS = _set("also again never ever just still even often likewise there here")
PLACED = _set("at in from to into off near via towards for")
UNPLACED = _set(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday usd eur gbp"
)
POINTING = _set("the this that said")
OPENING = POINTING | _set(
    "these those its his their our a an another several two three four each any no both"
)


@dataclass(frozen=True, slots=True)
class Token:
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
        common = (
            last + 1 < len(toks)
            and toks[last + 1].low.isalpha()
            and toks[last + 1].low not in PREPOSITIONS | BREAKS | FORMS.keys() | ADVERBS
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
    low = toks[place + 1].low
    plain = low.isalpha() and low not in PREPOSITIONS and low not in BREAKS and low not in FORMS
    return (
        plain
        and not low.endswith(("ed", "ly"))
        and low not in ADVERBS
        and toks[place + 1].end - toks[place + 1].start > 2
        and low == low.lower()
        and not toks[place + 1].named
    )


def _sort(low: str) -> str:
    if low in CRAFT:
        return "ship"
    if low in PARTIES:
        return "party"
    if low in SITES:
        return "place"
    return "plane" if low in PLANES else ""


def _chunk(toks: Sequence[Token], place: int, sort: str) -> Filler | None:
    """The noun phrase whose head is the token at `place`."""
    first = _begin(toks, place)
    if toks[place].low in ("carrier", "carriers") and first == place:
        return None
    last = place
    indefinite = sort == "party" and toks[first].low in ("a", "an")
    if (sort == "place" or indefinite) and place + 2 < len(toks) and toks[place + 2].named:
        if toks[place + 1].low == "of":
            return None
        if toks[place + 1].low == "in":
            last = place + 2
            while last + 1 < len(toks) and toks[last + 1].named:
                last += 1
    definite = first == place or toks[first].low in POINTING
    return Filler(toks[first].start, toks[last].end, sort, None, definite=definite)


def _begin(toks: Sequence[Token], place: int) -> int:
    """Where the noun phrase that ends at a place begins: at its article, or after a verb or preposition."""
    first = place
    while first > 0 and place - first < 5:
        before = toks[first - 1]
        if before.low in OPENING:
            return first - 1
        form = FORMS.get(before.low)
        verb = form is not None and form.shape != "noun" and before.low not in ("supply", "armed")
        if (
            verb
            or before.low in PREPOSITIONS
            or before.low in BREAKS
            or not before.low[0].isalnum()
        ):
            break
        first -= 1
    return first


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
        if each.start <= coarse.start and coarse.end <= each.end:
            return found
        if each.start < coarse.end <= each.end and each.start < coarse.start:
            return found
    inner = [f for f in found if coarse.start <= f.start and f.end <= coarse.end]
    if (
        any(f.mention is not None and f.sort not in ("state",) for f in inner)
        and coarse.sort != "ship"
    ):
        return found
    return [f for f in found if f not in inner or f.sort == coarse.sort == "ship"] + [coarse]


def coarse(toks: Sequence[Token]) -> Iterator[Filler]:
    """The noun phrases whose head is a word for a ship, a party, a site or an aircraft."""
    for place, token in enumerate(toks):
        sort = _sort(token.low)
        if sort and not _modifies(toks, place, sort):
            found = _chunk(toks, place, sort)
            if found is not None:
                yield found
