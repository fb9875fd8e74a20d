"""Clues that a name is a port's, from what stands beside it and from the ways of ships; and of other places."""

from dataclasses import replace

from kb.extract.clues import Beside, Clues
from kb.extract.lexicon import (
    AFLOAT,
    AIRBORNE,
    BERTHING,
    CARGOES,
    DOCKING,
    FUNCTION,
    HEADS,
    INTO_PORT,
    PLACE_FIRST,
    PLACE_HEADS,
    PORT_NAMES,
    PORT_NOUNS,
    WEAK_HEADS,
    WITH_OF,
)
from kb.extract.vessels import AS_NAMED

PORTLIKE = frozenset(
    "port ports harbour harbor anchorage terminal roadstead seaport port-city".split()
)
LEAVING = frozenset(
    "left leaving leave leaves reached reaching reach in entering entered enter cleared clearing departed visited visiting".split()
)
FIRST_WORDS = frozenset(("Puerto", "Porto", "Bandar", "Tanjung", "Ras", "Marsa"))
WHICH_PORT = frozenset("loading load discharge discharging unloading home next first last".split())
"""What says which of a ship's ports is meant: "Loading port: Jask"."""
PORT_PEOPLE = frozenset(
    "officials authorities authority workers records agents sources police".split()
)
PLACE_OF = frozenset(
    "city town village province island north south east west coast waters governorate region outskirts suburb district strait miles".split()
)
COMPASS = frozenset(
    "north south east west northern southern eastern western central nearby neighbouring neighboring northeastern northwestern southeastern southwestern".split()
)
STRONG_HEADS = HEADS - WEAK_HEADS
WATERS = frozenset(
    "canal sea strait straits gulf ocean river bay channel passage waters bosphorus bosporus dardanelles governorate province region oblast district county peninsula coast".split()
)
"""The last words of names that no port has, though ships go there."""
ANCHORING = frozenset("anchored anchoring anchor anchors moored".split())
MADE = frozenset("made makes making bound headed heading steered".split())
"""Before "for": where a ship goes."""
WITHIN = frozenset("in near outside across around toward towards throughout inside".split())
AREAS = frozenset(
    "province district airport region island city strait airbase county peninsula coast desert village governorate state".split()
)


def port(at: Beside, clues: Clues, *, known: bool) -> None:
    """Adds the clues that a name is a port's; `known`: the base has a port of this name."""
    lows = at.chain.lows
    if lows[-1] in WATERS or (
        len(lows) == 1 and (lows[0] in COMPASS | WHICH_PORT or lows[0].endswith("ly"))
    ):
        return
    _named(at, clues)
    if known or not at.placed:
        _bound(at, clues)
    if at.the or at.noun in ("ship", "person"):
        return
    at = _without_owner(at)
    near = _leading(at, known=known)
    island = near == "on" and at.chain.words[-1] == "Island"
    nearby = near in ("near", "outside", "off") and at.prior not in ANCHORING
    lead = (near in INTO_PORT and (known or not nearby)) or near in LEAVING or island
    if lead:
        _route(at, clues, near)
    _afloat(at, clues, near, lead=lead, known=known)
    _against(at, clues, near, lead=lead)


def _without_owner(at: Beside) -> Beside:
    """The words beside a name without the state or part of the world before it: "at Iran’s", "in southern"."""
    left, index = at.left, at.before
    if at.near in COMPASS:
        return replace(at, left=left[1:], before=index - 1)
    if at.near == "’s":
        starts, states = at.found.starts, at.found.states
        for length in (1, 2, 3):
            if index - length >= 0 and starts[index - length] in states:
                return replace(at, left=left[length + 1 :], before=index - length - 1)
    return at


def _named(at: Beside, clues: Clues) -> None:
    """The port of X, X harbour, Port X, X as her next port."""
    if at.near == "including" and at.prior in ("ports", "terminals", "harbours"):
        clues.add("port", 6.0, "P-list")
    elif at.near in ("of", ":") and at.prior in PORTLIKE:
        clues.add("port", 8.0, "P-named")
    elif at.noun == "port" and not at.comma:
        clues.add("port", 7.0, "P-named")
    elif at.near == "of" and at.prior in ("city", "town") and at.left[2:3] == ["port"]:
        clues.add("port", 8.0, "P-named")
    _noun_behind(at, clues)
    words = at.chain.words
    body = words[-1].casefold() in HEADS
    if "Port" in (words[0], words[-1]) and len(words) > 1 and not body:
        clues.add("port", 8.0, "P-named")
    if at.said == "port":
        clues.add("port", 5.0, "P-apposition")
    if at.first == "as" and "port" in at.right[:5] and "registry" not in at.right[:7]:
        clues.add("port", 6.0, "P-named")
    if at.near in ("called", "named") and at.noun == "" and not PORTLIKE.isdisjoint(at.left[1:6]):
        clues.add("port", 6.0, "P-named")
    staffed = at.near in ("in", "at") and at.prior in PORT_PEOPLE and at.left[2:3] == ["port"]
    if staffed or at.right[:3] == ["and", "other", "ports"]:
        clues.add("port", 6.0, "P-named")


def _bound(at: Beside, clues: Clues) -> None:
    """What a ship gives as her destination."""
    if "destination" in at.right[1:7] and ("as" in at.right[:5] or at.first == "as"):
        clues.add("port", 5.0, "P-bound")
    elif at.near in ("was", "is", "as", ":", "of", "at", "to") and "destination" in at.left[1:4]:
        clues.add("port", 4.5, "P-bound")


def _noun_behind(at: Beside, clues: Clues) -> None:
    skipped = at.first == "’s"
    for place, low in enumerate(at.right[skipped : skipped + 2]):
        if low in PORT_NOUNS or (low == "roads" and place == 0):
            clues.add("port", 4.0 if place else 6.0, "P-named")
            return
        capital = at.found.word(at.after + skipped + place)[:1].isupper()
        if low in FUNCTION or not low.isalpha() or capital:
            return


def _leading(at: Beside, *, known: bool) -> str:
    """The word that leads to the name, or the plain one that it stands for."""
    if at.left[:2] == ["of", "out"]:
        return "from"
    if at.left[:3] == ["as", "far", "as"]:
        return "to"
    if known and (at.near == "naming" or (at.near == "as" and at.prior in AS_NAMED)):
        return "to"
    return at.near


def _route(at: Beside, clues: Clues, near: str) -> None:
    """Where ships berth, load, leave for and arrive."""
    close = at.before_any(DOCKING, 4)
    if close:
        clues.add("port", 2.0 if near == "in" else 3.5, "P-route")
    elif near != "in" and at.before_any(DOCKING, 14):
        clues.add("port", 2.5, "P-route")
    if at.before_any(BERTHING, 4):
        clues.add("port", 1.5, "P-route")
    if at.chain.words[0] in FIRST_WORDS:
        clues.add("port", 2.0, "P-named")
    if close and near in ("at", "on", "from") and at.chain.words[-1] == "Island":
        clues.add("port", 3.0, "P-route")
        clues.add("place", -3.0, "")


def _afloat(at: Beside, clues: Clues, near: str, *, lead: bool, known: bool) -> None:
    """A sentence about ships, and a name that ports have."""
    moving = at.before_any(DOCKING, 14)
    afloat = at.before_any(AFLOAT) or at.behind_any(AFLOAT, 10)
    if known and (moving or afloat):
        clues.add("port", 2.5 if moving else 2.0, "P-known")
    if known and afloat and near in ("at", "from", "to", "via", "into"):
        clues.add("port", 1.0, "P-known")
    if known and near in ("for", "to", "from") and any(low in CARGOES for low in at.left[1:5]):
        clues.add("port", 2.0, "P-route")
    between = near == "between" or (near == "and" and "between" in at.left[1:6])
    if known and ((between and afloat) or (near == "for" and at.prior in MADE)):
        clues.add("port", 3.0, "P-route")
    if lead and afloat and near != "off" and (known or near != "in"):
        clues.add("port", 1.0, "P-route")


def _against(at: Beside, clues: Clues, near: str, *, lead: bool) -> None:
    """What speaks of a flight, or of waters: no port is meant."""
    if lead and at.before_any(AIRBORNE) and "flag" not in at.left:
        clues.add("port", -9.0 if at.before_any(AIRBORNE, 3) else -4.0, "")
    if near == "in" and at.left[1:2] == ["registered"]:
        clues.add("port", -6.0, "")
    if at.first == "’s" and at.found.word(at.after + 1)[:1].isupper():
        clues.add("port", -4.0, "")
    if at.right[:2] == ["’s", "waters"]:
        clues.add("port", -6.0, "")
    harbour = at.chain.key.replace(" ", "-") in PORT_NAMES
    if (
        near in ("off", "offshore")
        and at.prior not in ANCHORING
        and (not harbour or at.prior in ("miles", "km", "kilometres", "kilometers"))
    ):
        clues.add("port", -3.0, "")


def place(at: Beside, clues: Clues) -> None:
    """Adds the clues that a name is a place's and no port's."""
    lows = at.chain.lows
    if lows[-1] in PLACE_HEADS or _opens_place(lows):
        clues.add("place", 6.0, "L-head")
    if (at.noun == "place" and not at.comma) or (at.near == "of" and at.prior in PLACE_OF):
        clues.add("place", 5.0, "L-noun")
    if at.near in WITHIN and not at.quoted:
        clues.add("place", 1.5 if at.the else 2.5, "L-in")
    elif at.near == "at" and not at.the:
        clues.add("place", 1.0, "L-in")
    if at.found.low(at.after) in AREAS:
        clues.add("place", 5.0, "L-noun")
    if at.said == "place":
        clues.add("place", 3.0, "L-noun")


def _opens_place(lows: list[str]) -> bool:
    """Whether a name begins as those of waters and capes do: "Gulf of Oman", "Cape Verde"."""
    if lows[0] not in PLACE_FIRST or len(lows) < 2:
        return False
    return (lows[0] not in WITH_OF or lows[1] == "of") and lows[-1] not in STRONG_HEADS
