"""Clues that a name is a ship's or a port's, from the ways in which people write of them."""

from kb.extract.clues import Beside, Clues, apposition
from kb.extract.lexicon import (
    AFLOAT,
    AIRBORNE,
    BERTHING,
    BODY_NOUNS,
    DOCKING,
    DONE_TO_SHIPS,
    FUNCTION,
    INTO_PORT,
    MOVE_VERBS,
    OF_SHIPS,
    PARTIES,
    PORT_NOUNS,
    ROLES,
    SEIZING,
    SHIP_NOUNS,
    SHIP_PARTS,
    SHIP_VERBS,
    SHIP_WORDS,
)

BE = frozenset(
    "was were is are been being had has have be then later also still now never not reportedly allegedly apparently again".split()
)
AFTER_THE = frozenset(
    '. , ; : ) ( — – - ” " was is were had has have to in at on off from with and or that which who as for by near while when after before '
    "would could will may might should must can into via under carrying flying sank ran left lay made took met did does went came began kept "
    "put set broke sent turned itself alongside whose then never also later again still until since during because through between but than "
    "outside inside towards toward ’s".split()
)
FLAGGED = frozenset(
    ("-flagged", "-registered", "-owned", "-built", "-operated", "-managed", "-linked")
)
RENAMED = frozenset(
    "formerly ex ex- renamed previously originally named called as name names became christened then now".split()
)
TRANSFERS = frozenset(
    "transfer transferred transferring transfers pumped pumping passed passing offloaded offloading discharged loaded moved lightered".split()
)
AS_NAMED = [
    [w]
    for w in (
        "known",
        "named",
        "sailed",
        "sailing",
        "sails",
        "registered",
        "built",
        "christened",
        "renamed",
        "traded",
        "trading",
        "operating",
    )
]
LEAVING = frozenset(
    "left leaving leave leaves reached reaching reach in outside entering entered enter cleared clearing departed visited visiting".split()
)
NAMED_ON = frozenset("hull stern bow painted funnel superstructure".split())
NO_FINAL = frozenset("mr sr jr".split())


def ship(at: Beside, clues: Clues, *, afloat: bool) -> None:
    """Adds the clues that a name is a ship's; `afloat`: the text is about ships."""
    if at.found.low(at.chain.last)[:1] == "-" and len(at.found.low(at.chain.last)) > 1:
        return
    _ship_before(at, clues)
    _ship_after(at, clues)
    _ship_shape(at, clues)
    if at.the and afloat and clues.of("ship") >= 2.5:
        clues.add("ship", 1.0, "V-the")


def _ship_before(at: Beside, clues: Clues) -> None:
    back = at.back(6)
    near = back[0] if back else ""
    if at.noun == "ship":
        closed = at.found.low(at.chain.last) in (",", ".", ";", "(", "—", "–")
        clues.add(
            "ship", 7.0 if not at.comma or at.the or at.quoted else 4.5 if closed else 2.5, "V-kind"
        )
    elif near in FLAGGED and at.found.word(at.before - 1)[:1].isupper():
        clues.add("ship", 6.0, "V-flagged")
    if near in ("aboard", "alongside") or back[:2] == ["board", "on"]:
        clues.add("ship", 5.0, "V-aboard")
    elif near == "of" and len(back) > 1 and back[1] in OF_SHIPS:
        clues.add("ship", 4.0 if at.the else 2.0, "V-belongs")
    elif near in SEIZING and at.the:
        clues.add("ship", 3.0, "V-taken")
    elif near in ("renamed", "rechristened") and "company" not in back:
        clues.add("ship", 4.5, "V-named")
    elif (
        near in RENAMED
        and (near != "as" or any([w] in AS_NAMED for w in back[1:5]))
        and (at.quoted or at.the or any(w in SHIP_NOUNS for w in at.back(14)))
    ):
        named = any(w in SHIP_NOUNS for w in at.back(14))
        clues.add("ship", 4.0 if named else 2.5, "V-named")
    if (
        near in ("to", "from", "onto", "into")
        and at.the
        and any(w in TRANSFERS for w in at.back(14))
    ):
        clues.add("ship", 2.5, "V-passed")
    if at.quoted and (
        any(w in SHIP_NOUNS for w in at.back(8)) or any(w in NAMED_ON for w in at.on(8))
    ):
        clues.add("ship", 3.0, "V-quoted")


def _ship_after(at: Beside, clues: Clues) -> None:
    found, on = at.found, at.on(6)
    first = on[0] if on else ""
    if at.the and (first in AFTER_THE or first in SHIP_VERBS or first in MOVE_VERBS or not on):
        clues.add("ship", 2.5, "V-the")
    if (
        at.the
        and clues.of("ship") > 0
        and (any(w in AFLOAT for w in at.back(12)) or any(w in AFLOAT for w in at.on(12)))
    ) or (at.the and first.endswith("ed") and first not in NO_FINAL):
        clues.add("ship", 1.5, "V-the")
    if first == "’s" and (any(w in SHIP_PARTS for w in on[1:4])):
        clues.add("ship", 4.5 if at.the else 3.5, "V-belongs")
    index = 0
    while index < len(on) and on[index] in BE:
        index += 1
    verb = on[index] if index < len(on) else ""
    if index and verb in DONE_TO_SHIPS and index <= 4:
        clues.add("ship", 3.0 if at.the else 1.5, "V-done-to")
    elif verb in SHIP_VERBS:
        clues.add("ship", 4.0 if at.the else 2.5, "V-sailed")
    elif verb in MOVE_VERBS:
        clues.add("ship", 1.0 if at.the else 0.5, "V-sailed")
    number = next((i for i, low in enumerate(at.on(9)) if low == "imo"), None)
    if number is not None and number < 2 and "company" not in at.on(9)[number : number + 3]:
        clues.add("ship", 10.0, "V-number")
    if on[:2] == [",", "flying"] or ("flag" in on[1:5] and first in (",", "(")):
        clues.add("ship", 3.0, "V-flag")
    if on[:3] in (["and", "its", "crew"], ["and", "her", "crew"]):
        clues.add("ship", 3.0, "V-crew")
    if at.noun not in ("ship", "person", "org") and apposition(at) == "ship":
        clues.add("ship", 5.0, "V-apposition")


def _ship_shape(at: Beside, clues: Clues) -> None:
    words = at.chain.words
    last = words[-1]
    if len(words) > 1 and last.isdigit() and len(last) < 4:
        clues.add("ship", 3.0, "V-numeral")
    elif len(words) > 1 and (
        last.isdigit() or (len(last) == 1 and last.isupper()) or last in ("II", "III", "IV")
    ):
        clues.add("ship", 1.5, "V-numeral")
    if any(w.casefold() in SHIP_WORDS for w in words):
        clues.add("ship", 1.5, "V-word")


def port(at: Beside, clues: Clues, *, known: bool) -> None:
    """Adds the clues that a name is a port's; `known`: the base has a port of this name."""
    back, on = at.back(10), at.on(4)
    near, first = (back[0] if back else ""), (on[0] if on else "")
    if near == "of" and len(back) > 1 and _portlike(back[1]):
        clues.add("port", 8.0, "P-named")
    elif at.noun == "port" and not at.comma:
        clues.add("port", 7.0, "P-named")
    elif len(back) > 2 and near == "of" and back[1] in ("city", "town") and back[2] == "port":
        clues.add("port", 8.0, "P-named")
    ahead = on[1:] if first == "’s" else on
    for place, low in enumerate(ahead[:2]):
        if low in PORT_NOUNS or (low == "roads" and place == 0):
            clues.add("port", 6.0 if place == 0 else 4.0, "P-named")
            break
        if low in FUNCTION or not low.isalpha() or at.found.word(at.after + place)[:1].isupper():
            break
    if "Port" in (at.chain.words[0], at.chain.words[-1]) and len(at.chain.words) > 1:
        clues.add("port", 8.0, "P-named")
    if apposition(at) == "port":
        clues.add("port", 5.0, "P-apposition")
    _port_route(at, clues, known=known)


def _portlike(low: str) -> bool:
    return low in (
        "port",
        "ports",
        "harbour",
        "harbor",
        "anchorage",
        "terminal",
        "roadstead",
        "seaport",
        "port-city",
    )


def _port_route(at: Beside, clues: Clues, *, known: bool) -> None:
    back = at.back(18)
    near = back[0] if back else ""
    if near == "naming" or (near == "as" and back[1:2] in AS_NAMED):
        near = "to" if known else near
    moving = any(w in DOCKING for w in back[:14])
    close = any(w in DOCKING for w in back[:4])
    if back[:3] == ["as", "far", "as"]:
        near = "to"
    afloat = any(w in AFLOAT for w in back) or any(w in AFLOAT for w in at.on(10))
    lead = near in INTO_PORT or near in LEAVING
    if at.the or at.noun in ("ship", "person"):
        return
    if known and (moving or afloat):
        clues.add("port", 2.5 if moving else 2.0, "P-known")
    if lead and moving and near != "in":
        clues.add("port", 3.5 if close else 2.5, "P-route")
    elif lead and close:
        clues.add("port", 2.0, "P-route")
    if lead and any(w in BERTHING for w in back[:4]):
        clues.add("port", 1.5, "P-route")
    if at.on(1) == ["as"] and "port" in at.on(5) and "registry" not in at.on(7):
        clues.add("port", 6.0, "P-named")
    if lead and any(w in AIRBORNE for w in back):
        clues.add("port", -4.0, "")
    if known and near in ("at", "from", "to", "via", "into") and afloat:
        clues.add("port", 1.0, "P-known")
    if at.on(3) == ["and", "other", "ports"]:
        clues.add("port", 6.0, "P-named")
    if close and near == "at" and at.chain.words[-1] == "Island":
        clues.add("port", 3.0, "P-route")
        clues.add("place", -3.0, "")
    if near == "off":
        clues.add("port", -3.0, "")
    elif (lead and near != "in" and afloat) or (lead and known and afloat):
        clues.add("port", 1.0, "P-route")


def beset(at: Beside) -> bool:
    """Whether the noun before a name is of a party to a ship, not of the ship."""
    near = at.found.low(at.before)
    return near in PARTIES or near in BODY_NOUNS or near in ROLES
