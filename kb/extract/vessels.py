"""Clues that a name is a ship's, from the ways in which people write of ships."""

from kb.extract.clues import Beside, Clues
from kb.extract.lexicon import (
    AFLOAT,
    DONE_TO_SHIPS,
    MOVE_VERBS,
    OF_SHIPS,
    PLACE_NOUNS,
    PORT_NOUNS,
    SEIZING,
    SHIP_NOUNS,
    SHIP_PARTS,
    SHIP_VERBS,
    SHIP_WORDS,
    UNIONS,
)

BE = frozenset(
    "was were is are been being had has have be then later also still now never not reportedly allegedly apparently again".split()
)
PASSIVE = frozenset("was were is are been being be".split())
AFTER_THE = frozenset(
    '. , ; : ) ( — – - ” " was is were had has have to in at on off from with and or that which who as for by near while when after before '
    "would could will may might should must can into via under carrying flying sank ran left lay made took met did does went came began kept "
    "put set broke sent turned itself alongside whose then never also later again still until since during because through between but than "
    "outside inside towards toward belongs belonged ’s".split()
)
FLAGGED = frozenset(
    ("-flagged", "-registered", "-owned", "-built", "-operated", "-managed", "-linked")
)
SIZED = ("-dwt", "-tonne", "-ton", "-tonner", "-metre", "-meter", "-teu", "-foot")
COMPASS = frozenset("north south east west".split())
RENAMED = frozenset(
    "formerly ex ex- renamed previously originally named called as name names became christened then now".split()
)
TRANSFERS = frozenset(
    "emptied drained transfer transferred transferring transfers pumped pumping passed passing offloaded offloading discharged loaded moved lightered".split()
)
AS_NAMED = frozenset(
    "known named sailed sailing sails registered built christened renamed traded trading operating".split()
)
NAMED_ON = frozenset("hull stern bow painted funnel superstructure".split())
CLOSING = frozenset(", . ; ( — – \n".split(" "))


def ship(at: Beside, clues: Clues, *, afloat: bool) -> None:
    """Adds the clues that a name is a ship's; `afloat`: the text is about ships."""
    behind = at.found.low(at.chain.last)
    if (len(behind) > 1 and behind[0] == "-") or at.chain.key in COMPASS:
        return
    _kind(at, clues)
    _before(at, clues)
    _named(at, clues)
    _article(at, clues)
    _verbs(at, clues)
    _behind(at, clues)
    _shape(at, clues)
    if clues.of("article") and afloat and clues.of("ship") >= 2.5:
        clues.add("ship", 1.0, "V-the")


def _kind(at: Beside, clues: Clues) -> None:
    """A noun of ships, or a flag, before the name."""
    if at.noun == "ship":
        closed = at.found.low(at.chain.last) in CLOSING
        sure = not at.comma or at.the or at.quoted
        clues.add("ship", 7.0 if sure else 6.0 if closed else 2.5, "V-kind")
    elif at.near.endswith(SIZED) or at.near in ("dwt", "cbm", "teu", "gt"):
        clues.add("ship", 6.0, "V-kind")
    elif at.near in FLAGGED and not at.found.word(at.before - 1)[:1].islower():
        clues.add("ship", 6.0, "V-flagged")


def _before(at: Beside, clues: Clues) -> None:
    """What is done on, with and to ships."""
    if at.near in ("aboard", "alongside") or (at.near, at.prior) == ("board", "on"):
        clues.add("ship", 5.0, "V-aboard")
    elif at.near == "of" and at.prior in OF_SHIPS:
        clues.add("ship", 4.0 if at.the else 2.0, "V-belongs")
    elif at.near in SEIZING and at.the:
        clues.add("ship", 3.0, "V-taken")
    passed = at.near in ("to", "from", "onto", "into") and at.the
    if passed and at.before_any(TRANSFERS, 14):
        clues.add("ship", 2.5, "V-passed")


def _named(at: Beside, clues: Clues) -> None:
    """Words that give a ship her name: renamed, known as, "another name:"; and quotation marks."""
    if at.near in ("renamed", "rechristened") and "company" not in at.left:
        clues.add("ship", 4.5, "V-named")
    elif (
        at.near in RENAMED
        and not _called_place(at)
        and (at.near != "as" or any(low in AS_NAMED for low in at.left[1:5]))
    ):
        near_ship = at.before_any(SHIP_NOUNS, 14)
        if at.quoted or at.the or near_ship:
            clues.add("ship", 4.0 if near_ship else 2.5, "V-named")
    _listed(at, clues)
    believed = at.the and (at.near, at.prior) in (("be", "to"), ("as", "identified"))
    if believed and at.before_any(SHIP_NOUNS, 8):
        clues.add("ship", 3.0, "V-named")
    if at.near in (":", ",") and at.prior in ("name", "names"):
        clues.add("ship", 4.0, "V-named")
    if at.quoted and (at.before_any(SHIP_NOUNS, 8) or at.behind_any(NAMED_ON, 8)):
        clues.add("ship", 3.0, "V-quoted")


def _listed(at: Beside, clues: Clues) -> None:
    """The first of several: "tankers including", "the three ships are", "two tankers –"."""
    listed = at.near in ("including", "namely") or (at.near, at.prior) == ("as", "such")
    if listed and (at.before_any(SHIP_NOUNS, 12) or "them" in at.left[:4]):
        clues.add("ship", 4.5, "V-listed")
    if at.first in ("and", "as", ",") and "other" in at.right[1:6]:
        place = at.right.index("other")
        if at.right[place + 1 : place + 2] and at.right[place + 1] in SEVERAL_SHIPS:
            clues.add("ship", 4.0, "V-listed")
    if at.near in LISTED and at.prior in SEVERAL_SHIPS and not at.placed:
        clues.add("ship", 5.0, "V-listed")


SEVERAL_SHIPS = frozenset(low for low in SHIP_NOUNS if low[-1] == "s")
PLACES = PORT_NOUNS | PLACE_NOUNS
LISTED = frozenset("including namely are include includes included : – — -".split())
KINDS = SHIP_NOUNS - {"ship", "ships", "vessel", "vessels", "boat", "boats", "craft"}


PASSING = frozenset(
    "entering entered enters crossing crossed crosses through transiting transited".split()
)
"""Words before waters."""


def _called_place(at: Beside) -> bool:
    """Whether what is called so is a port or place: its noun is nearer than a ship's."""
    nouns = (low for low in at.left[1:7] if low in PLACES or low in SHIP_NOUNS)
    return next(nouns, "") in PLACES


def _article(at: Beside, clues: Clues) -> None:
    """A name of no general meaning behind "the", that a verb, a preposition or nothing follows."""
    if not at.the:
        return
    first = at.first
    if at.near in PASSING:
        clues.add("ship", -1.5, "")
    if first in AFTER_THE or first in SHIP_VERBS or first in MOVE_VERBS or not first:
        clues.add("ship", 2.5, "V-the")
        clues.add("article", 1.0, "V-the")
    if (
        clues.of("ship") > 0 and (at.before_any(AFLOAT, 12) or at.behind_any(AFLOAT, 12))
    ) or first.endswith("ed"):
        clues.add("ship", 1.5, "V-the")


def _verbs(at: Beside, clues: Clues) -> None:
    """What ships do, and what is done to them."""
    index = 0
    while index < min(len(at.right), 6) and at.right[index] in BE:
        index += 1
    verb = at.right[index] if index < len(at.right) else ""
    done = not PASSIVE.isdisjoint(at.right[:index])
    if done and verb in DONE_TO_SHIPS and index <= 4:
        clues.add("ship", 3.0 if at.the else 1.5, "V-done-to")
    elif verb in SHIP_VERBS:
        clues.add("ship", 4.0 if at.the else 2.5, "V-sailed")
    elif verb in MOVE_VERBS:
        clues.add("ship", 1.0 if at.the else 0.5, "V-sailed")
        if len(at.chain.words) > 1 and at.behind_any(PORT_NOUNS, 9) and not at.placed:
            clues.add("ship", 3.5, "V-sailed")


def _behind(at: Beside, clues: Clues) -> None:
    """Her number, flag, crew and parts, and what is said of her."""
    right = at.right
    if at.first == "’s" and any(low in SHIP_PARTS for low in right[1:4]):
        clues.add("ship", 4.5 if at.the else 3.5, "V-belongs")
    if "imo" in right[:2] and "company" not in right[:5]:
        clues.add("ship", 10.0, "V-number")
    if right[:2] == ["(", "built"]:
        clues.add("ship", 6.0, "V-built")
    if right[:2] == [",", "flying"] or ("flag" in right[1:5] and at.first in (",", "(")):
        clues.add("ship", 3.0, "V-flag")
    if at.first == "and" and at.second in ("its", "her") and right[2:3] == ["crew"]:
        clues.add("ship", 3.0, "V-crew")
    _noun_behind(at, clues)
    if at.said == "ship" and at.noun not in ("ship", "person", "org"):
        clues.add("ship", 5.0, "V-apposition")


def _noun_behind(at: Beside, clues: Clues) -> None:
    """A sort of ship behind the name: "the Merry Sky tanker"."""
    words = at.chain.words
    several = at.near == "and" and at.first in SEVERAL_SHIPS
    if (
        at.first not in SHIP_NOUNS
        or not (at.the or several)
        or at.placed
        or words[0].casefold() in SHIP_NOUNS
    ):
        return
    if not (words[0].isupper() and len(words) == 1 and len(words[0]) < 6):
        clues.add("ship", 6.5 if several else 4.5 if at.first in KINDS else 3.0, "V-noun")


def _shape(at: Beside, clues: Clues) -> None:
    """Numerals and single letters at the end, and words that ships are named with."""
    words = at.chain.words
    last = words[-1]
    if len(words) > 1 and last.isdigit() and len(last) < 4:
        clues.add("ship", 3.0, "V-numeral")
    elif len(words) > 1 and (
        last in ("II", "III", "IV") or last.isdigit() or (len(last) == 1 and last.isupper())
    ):
        clues.add("ship", 1.5, "V-numeral")
    if at.noun != "ship" and len(words) == 1 and at.chain.lows[0] in UNIONS:
        clues.add("ship", -6.0, "")
    if not SHIP_WORDS.isdisjoint(at.chain.lows):
        clues.add("ship", 1.5, "V-word")
