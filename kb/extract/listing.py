"""Names in a row: what stands in a list, or on the way, with a name is of a kind that the other tells."""

from kb.extract.chains import Chain
from kb.extract.weighing import ENOUGH, Seen
from kb.extract.words import Words

MARKS = frozenset(("the", '"', "“", "”", "’", "‘"))
JOINING = frozenset((",", "and", "or"))
TOWARDS = frozenset(("for", "to", "from", "at", "into"))


def listed(found: Words, last: Seen, each: Seen) -> None:
    """Adds to the clues of a name what the name before it tells: "the tankers A, B and C", "from A to B"."""
    between = found.lows[last.part.chain.last : each.part.chain.first][:4]
    if len(between) == 1 and _on_the_way(between[0], last, each):
        return
    plain = [low for low in between if low not in MARKS]
    if not 0 < len(plain) <= 2 or not JOINING.issuperset(plain):
        return
    _ships(found, last, each, the="the" in between)
    if last.clues.of("port") >= ENOUGH["port"] and _by_the_way(last):
        _as_last(last, each, "port", "P-list")
    several = len(each.part.chain.words) > 1
    if plain == ["and"] and last.clues.of("person") >= 5 and several:
        each.clues.add("person", 3.0, "H-list")


def _on_the_way(word: str, last: Seen, each: Seen) -> bool:
    """A ship "for X", and from a port "to X"."""
    if word in TOWARDS and last.clues.of("ship") >= ENOUGH["ship"] > each.clues.of("ship"):
        each.clues.add("port", 4.0, "P-route")
        return True
    if word in ("to", "via") and last.clues.of("port") >= ENOUGH["port"]:
        each.clues.add("port", 4.0, "P-list")
        return True
    return False


def _ships(found: Words, last: Seen, each: Seen, *, the: bool) -> None:
    weight = last.clues.of("ship")
    if the and weight >= 2.5 and each.clues.of("ship") >= 2.5:
        each.clues.add("ship", 1.5, "V-list")
        last.clues.add("ship", 1.5, "V-list")
    elif weight >= ENOUGH["ship"] and (the or _several(found, last.part.chain, last)):
        _as_last(last, each, "ship", "V-list")


def _as_last(last: Seen, each: Seen, kind: str, rule: str) -> None:
    each.clues.add(kind, min(last.clues.of(kind), 7.0) * 0.85, rule)


def _by_the_way(last: Seen) -> bool:
    """Whether a port is one by the way there, not by its own name alone."""
    return last.part.chain.words[0] != "Port" or last.clues.of("port") - 8.0 >= ENOUGH["port"]


def _several(found: Words, chain: Chain, last: Seen) -> bool:
    """Whether a noun in the plural stands before a list, or the list has begun."""
    begun = last.clues.rules.get("ship", (0.0, ""))[1] in ("V-list", "V-named", "V-listed")
    return begun or found.low(chain.first - 1).endswith("s") or last.clues.of("ship") >= 10
