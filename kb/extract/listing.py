"""Names in a row: what stands in a list, or on the way, with a name is of a kind that the other tells."""

import itertools
from collections.abc import Mapping, Sequence

from kb.extract.chains import Chain
from kb.extract.clues import Clues
from kb.extract.lexicon import PLACE_HEADS, PORT_NAMES, SAYING
from kb.extract.weighing import ENOUGH, Seen, best
from kb.extract.words import Words

MARKS = frozenset(("the", '"', "“", "”", "’", "‘"))
JOINING = frozenset((",", "and", "or"))
PORTS = frozenset("ports harbours harbors terminals".split())
TOWARDS = frozenset(("for", "to", "from", "at", "into"))


def listed(found: Words, last: Seen, each: Seen) -> None:
    """Adds to the clues of a name what the name before it tells: "the tankers A, B and C", "from A to B"."""
    between = found.lows[last.part.chain.last : each.part.chain.first][:4]
    if len(between) == 1 and _on_the_way(between[0], last, each):
        return
    plain = [low for low in between if low not in MARKS]
    if not 0 < len(plain) <= 2 or not JOINING.issuperset(plain):
        return
    goes_on = plain != [","] or _goes_on(found, each.part.chain)
    if last.known is None or last.known.kind == "ship":
        _ships(found, last, each, the="the" in between, goes_on=goes_on)
    region = each.part.chain.words[-1].casefold() in PLACE_HEADS
    if last.clues.of("port") >= ENOUGH["port"] and _by_the_way(last) and goes_on and not region:
        _as_last(last, each, "port", "P-list")
    several = len(each.part.chain.words) > 1
    if plain == ["and"] and last.clues.of("person") >= 5 and several:
        each.clues.add("person", 3.0, "H-list")


def _goes_on(found: Words, chain: Chain) -> bool:
    """Whether behind a name and a comma the list goes on: another name after "and" or a comma."""
    place = chain.last
    while found.low(place) in MARKS or found.low(place) in JOINING:
        place += 1
    return place > chain.last and found.word(place)[:1].isupper()


def _on_the_way(word: str, last: Seen, each: Seen) -> bool:
    """A ship "for X", and from a port "to X"; a state is no port."""
    if _a_state(each):
        return False
    if word in TOWARDS and last.clues.of("ship") >= ENOUGH["ship"] > each.clues.of("ship"):
        each.clues.add("port", 4.0, "P-route")
        return True
    if word == "in" and last.clues.of("port") >= ENOUGH["port"]:
        each.clues.add("port", -4.0, "")
        return True
    if word in ("to", "via") and last.clues.of("port") >= ENOUGH["port"]:
        each.clues.add("port", 4.0, "P-list")
        return True
    return False


def _a_state(each: Seen) -> bool:
    """Whether a name is a state's and no port's."""
    known = each.known
    if known is None or "country:" not in f"{known.value} {known.note}":
        return False
    return "port:" not in known.note and each.part.chain.key.replace(" ", "-") not in PORT_NAMES


def in_a_row(found: Words, seen: Sequence[Seen], joint: Mapping[str, Clues]) -> None:
    """Names that nothing else tells of, in a list behind a ship: "the Angara, Maia-1 and Maria"."""
    for last, each in itertools.pairwise(seen):
        if best(joint[last.key]) != "ship" or best(joint[each.key]) or each.known is not None:
            continue
        between = found.lows[last.part.chain.last : each.part.chain.first][:4]
        plain = [low for low in between if low not in MARKS]
        listing = 0 < len(plain) <= 2 and JOINING.issuperset(plain)
        closed = plain != [","] or _goes_on(found, each.part.chain)
        acts = found.low(each.part.chain.last) in SAYING or found.low(each.part.chain.last) == "’s"
        if listing and closed and not acts and not each.part.chain.headline:
            joint[each.key].add("ship", ENOUGH["ship"], "V-list")


def ports_before(found: Words, seen: Sequence[Seen], joint: Mapping[str, Clues]) -> None:
    """The names before the last in "Nampo, Taean and Songnim ports"."""
    open_list = False
    for last, each in reversed(list(itertools.pairwise(seen))):
        open_list = open_list or found.low(each.part.chain.last) in PORTS
        between = found.lows[last.part.chain.last : each.part.chain.first][:4]
        open_list = open_list and 0 < len(between) <= 2 and JOINING.issuperset(between)
        if open_list:
            joint[last.key].add("port", 6.0, "P-list")


def _ships(found: Words, last: Seen, each: Seen, *, the: bool, goes_on: bool) -> None:
    weight = last.clues.of("ship")
    if the and weight >= 2.5 and each.clues.of("ship") >= 2.5:
        each.clues.add("ship", 1.5, "V-list")
        last.clues.add("ship", 1.5, "V-list")
    elif weight >= ENOUGH["ship"] and (
        the or _several(found, last.part.chain, last, goes_on=goes_on)
    ):
        _as_last(last, each, "ship", "V-list")


def _as_last(last: Seen, each: Seen, kind: str, rule: str) -> None:
    alike = last.part.chain.words[0].isupper() and each.part.chain.words[0].isupper()
    least = 5.5 if alike else 4.2
    each.clues.add(kind, max(min(last.clues.of(kind), 7.0) * 0.85, least), rule)


def _by_the_way(last: Seen) -> bool:
    """Whether a port is one by the way there, not by its own name alone."""
    return last.part.chain.words[0] != "Port" or last.clues.of("port") - 8.0 >= ENOUGH["port"]


def _several(found: Words, chain: Chain, last: Seen, *, goes_on: bool) -> bool:
    """Whether a noun in the plural stands before a list, or the list has begun, or goes on from "the" first."""
    if goes_on and found.low(chain.first - 1) == "the" and "V-the" not in _rule(last):
        return True
    begun = _rule(last) in ("V-list", "V-named", "V-listed")
    return begun or found.low(chain.first - 1).endswith("s") or last.clues.of("ship") >= 10


def _rule(last: Seen) -> str:
    return last.clues.rules.get("ship", (0.0, ""))[1]
