"""Clues that a name is a person's, an organisation's or a stretch of land or water's."""

import re

from kb.extract.clues import Beside, Clues, apposition
from kb.extract.lexicon import (
    AGENCIES,
    BODY_NOUNS,
    BODY_OF,
    HEADS,
    LEGAL,
    NO_BODY,
    PARTIES,
    PLACE_FIRST,
    PLACE_HEADS,
    ROLES,
    SAYING,
    STARTERS,
    WEAK_HEADS,
    WITH_OF,
)
from kb.extract.people import shape

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,8}(?:-[A-Z]{1,4})?|G7|G20")
TRADE = re.compile(r"[a-z-]{3,}(?:er|or|ist|ian|yst|eer|eur)")
NO_TRADE = frozenset(
    "under over after other former earlier whether further number however never either neither rather another later order power water river border "
    "paper letter answer matter member summer winter weather together super upper lower inner outer larger smaller greater longer sister brother "
    "for or nor major minor prior interior exterior error sector factor motor vector monitor anchor harbor labor minister-for centre-for consider cover "
    "discover offer remember enter deliver transfer gather register helicopter charter quarter newer older civilian asian russian italian persian "
    "indian syrian libyan christian corridor favor visitor container computer letter tether".split()
)
BY = frozenset(
    "owned managed operated chartered insured sold supplied purchased bought ordered financed commissioned certified classed hired controlled issued published run".split()
)
SINGLE = frozenset(
    "panel committee council ministry treasury pentagon registry commission tribunal admiralty secretariat navy houthis taliban".split()
)
"""Heads that are a body's name by themselves, with a capital and "the"."""
OFFICES = frozenset(
    "executive director head spokesman spokeswoman spokesperson chairman chairwoman chair employee employees member members lawyer lawyers founder "
    "secretary-general staff boss commander leader fighters representative analyst researcher manager shareholder subsidiary affiliate arm officials "
    "editor president deputy vice-president partner unit branch behalf alias directors shareholders part".split()
)
BEHIND = frozenset(
    "group militia company firm newspaper magazine factory works refinery bank agency militants fighters rebels executives website channel subsidiary "
    "broadcaster television movement party-linked conglomerate network faction spokesman spokeswoman spokesperson lawyers registry".split()
)
ACTING = frozenset(
    "intercepted boarded seized detained sanctioned designated owns operates manages bought chartered insures blacklisted sells buys employs denied imported exported supplied produced shipped manufactures imports exports".split()
)
COMMON = frozenset(
    "government group court company ministry department army police customs office bank authority port embassy agency service staff mission".split()
)
HUMAN = frozenset(
    "born jailed convicted extradited pleaded testified wrote tweeted aged resigned charged indicted appointed sentenced arrested elected dismissed".split()
)


def person(at: Beside, clues: Clues, *, titled: bool) -> None:
    """Adds the clues that a name is a person's."""
    words = at.chain.words
    if any(sign.isdigit() for sign in "".join(words)) or len(words) > 6:
        return
    shaped = 0.0 if at.placed else shape(words)
    clues.add("person", shaped, "H-name")
    if titled:
        clues.add("person", 7.0, "H-title")
    elif at.noun == "person":
        clues.add("person", (5.0 if at.comma else 6.0) if not at.the else 1.0, "H-title")
    elif at.found.low(at.before) == "surnamed":
        clues.add("person", 7.0, "H-title")
    elif at.noun == "party":
        clues.add("person", 2.0 + (1.0 if shaped else 0.0), "H-title")
    said = apposition(at)
    if said == "person":
        clues.add("person", 5.0, "H-context")
    elif said == "party":
        clues.add("person", 2.0, "H-context")
    _person_verbs(at, clues, several=len(words) > 1)


def _person_verbs(at: Beside, clues: Clues, *, several: bool) -> None:
    on, back = at.on(4), at.back(2)
    first = on[0] if on else ""
    if first in SAYING or (first in ("told", "has", "had") and len(on) > 1 and on[1] in SAYING):
        clues.add("person", 2.0 if several else 1.0, "H-said")
    if first in HUMAN or (first in ("was", "is") and len(on) > 1 and on[1] in HUMAN):
        clues.add("person", 3.0, "H-said")
    if back and back[0] in SAYING and back[0] != "told" and not at.the:
        clues.add("person", 1.5, "H-said")
    if (
        on[:2] == [",", "who"]
        or first == "who"
        or on[:2] in ([",", "whom"], [",", "himself"], [",", "herself"])
    ):
        clues.add("person", 4.0, "H-who")
    if back[:1] in (["mr"], ["named"]) and several and not at.quoted:
        clues.add("person", 1.0, "H-named")
    if at.the:
        clues.add("person", -3.0, "")
    rest = at.found.words[at.after + 1 : at.after + 7]
    if (
        several
        and first in ("of", "from", "at")
        and not at.quoted
        and any(w.lower() in HEADS and w[0].isupper() for w in rest)
    ):
        clues.add("person", 3.0, "H-of")
    if back[:1] == ["by"] and at.found.low(at.before - 1) == "\n":
        clues.add("person", 6.0, "H-byline")
    near = back[0] if back else ""
    if (
        several
        and not at.noun
        and near not in NO_TRADE
        and TRADE.fullmatch(near)
        and at.found.word(at.before).islower()
    ):
        clues.add("person", 3.5, "H-trade")


def organisation(at: Beside, clues: Clues) -> None:
    """Adds the clues that a name is an organisation's."""
    words = at.chain.words
    lows = [word.casefold().rstrip(".") for word in words]
    if lows[-1] in LEGAL or any(each in LEGAL for each in lows[1:]):
        clues.add("org", 9.0, "O-head")
    elif len(words) > 1 or lows[0] in AGENCIES or lows[0].endswith(("’s list",)):
        _heads(lows, clues)
    if len(words) == 1:
        _single(at, words[0], lows[0], clues)
    if at.noun == "org":
        clues.add("org", (1.5 if shape(words) >= 4 else 4.5) if at.comma else 6.0, "O-noun")
    elif at.noun == "party":
        clues.add("org", 3.5, "O-noun")
    _body_context(at, clues, single=len(words) == 1)


def _heads(lows: list[str], clues: Clues) -> None:
    heads = sum(low in HEADS for low in lows)
    if lows[-1] in WEAK_HEADS and (
        lows[-2:] == ["coast", "guard"]
        or heads > 2
        or any(low in HEADS and low not in WEAK_HEADS for low in lows[:-1])
    ):
        clues.add("org", 6.0, "O-head")
    elif lows[-1] in HEADS or lows[0] in AGENCIES:
        clues.add(
            "org", 3.5 if lows[-1] in WEAK_HEADS and lows[0] not in AGENCIES else 6.0, "O-head"
        )
    elif any(low in HEADS and low not in WEAK_HEADS for low in lows):
        inner = any(low in ("of", "for", "on") for low in lows) or len(lows) > 2
        clues.add("org", 5.0 if inner else 3.0, "O-head")
    elif any(low in HEADS for low in lows):
        clues.add("org", 2.0, "O-head")
    if lows[0] in BODY_OF and "of" in lows[1:3]:
        clues.add("org", 3.0, "O-head")
    if lows[-1] in WEAK_HEADS and heads > 1:
        clues.add("org", 1.5, "O-head")
    if "of" in lows or "for" in lows or "and" in lows or "&" in lows:
        clues.add("org", 1.5, "O-head")


def _single(at: Beside, word: str, low: str, clues: Clues) -> None:
    if low in SINGLE and (at.the or at.found.low(at.before) in ("its", "their", "our", "’s")):
        clues.add("org", 6.0, "O-single")
    elif low in AGENCIES:
        clues.add("org", 8.0, "O-head")
    elif ACRONYM.fullmatch(word) and word not in NO_BODY and not _dateline(at):
        clues.add("org", 4.5, "O-acronym")
    elif (
        any(sign.isupper() for sign in word[1:])
        and word[0].isupper()
        and word[-1].islower()
        and "-" not in word
    ):
        clues.add("org", 3.0, "O-camel")


def _dateline(at: Beside) -> bool:
    """Whether a word in capitals is the city of a dateline: "SEOUL, May 3 (…) —"."""
    if at.found.low(at.chain.first - 1) != "\n" and at.chain.first > 0:
        return False
    return at.found.low(at.chain.last) in (",", "/", "—", "–", "-", "(")


def _body_context(at: Beside, clues: Clues, *, single: bool) -> None:
    on, back = at.on(4), at.back(3)
    said = apposition(at)
    if said == "org":
        clues.add("org", 5.0, "O-apposition")
    elif said == "party":
        clues.add("org", 3.5, "O-apposition")
    if len(back) > 1 and back[0] == "by" and back[1] in BY:
        clues.add("org", 3.0, "O-by")
    elif back[:1] == ["by"] and not at.the:
        clues.add("org", 1.5, "O-by")
    first = on[0] if on else ""
    _body_place(at, clues, on, back)
    if (
        first in SAYING
        or (first == "," and len(on) > 1 and on[1] in SAYING)
        or (first in ("has", "had") and len(on) > 1 and on[1] in SAYING)
    ):
        clues.add("org", 2.5 if single else 1.5, "O-said")
    elif back[:1] == ["told"] or back[:2] == ["to", "according"]:
        clues.add("org", 2.5, "O-said")
    if first == "’s" and any(
        w
        in (
            "website",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "board",
            "lawyers",
            "directors",
            "shareholders",
            "accounts",
        )
        for w in on[1:3]
    ):
        clues.add("org", 3.0, "O-said")
    if first == "(" and len(on) > 2 and on[2] == ")":
        _defined(at, clues)


def _body_place(at: Beside, clues: Clues, on: list[str], back: list[str]) -> None:
    """What bodies have and do: officers, members, a state; and nouns behind the name."""
    follow, near = at.found.low(at.after), back[0] if back else ""
    office = len(back) > 1 and back[1] in OFFICES and at.found.word(at.before - 1).islower()
    if near == "of" and office and not at.placed:
        clues.add("org", 4.0, "O-office")
    small = at.chain.words[0].casefold()
    opens = len(at.chain.words) == 1 and (small in STARTERS or small in HEADS)
    if follow in BEHIND and not at.quoted and not opens and at.noun != "ship":
        clues.add("org", 4.0, "O-noun")
    if near == "at" and len(back) > 1 and back[1] in ROLES and not at.placed:
        clues.add("org", 4.0, "O-office")
    if on[:2] == ["said", "it"]:
        clues.add("org", 2.0, "O-said")
    if on[:2] in ([",", "which"], [",", "whose"]):
        clues.add("org", 1.5, "O-which")
    if near == "’s" and at.found.word(at.before - 1)[:1].isupper() and not on[:1] == ["’s"]:
        clues.add("org", 2.0, "O-state")
    if follow in ACTING:
        clues.add("org", 2.0, "O-acts")
    if follow in ("resolution", "resolutions"):
        clues.add("org", -20.0, "")
    if at.the and len(at.chain.words) > 1 and at.chain.words[-1].casefold() in HEADS:
        clues.add("org", 1.0, "O-head")
    if any(w in PARTIES for w in at.back(5)):
        clues.add("org", 1.0, "O-by")
    first = at.chain.first
    if (
        at.found.low(first - 1) == "("
        and follow == ")"
        and at.found.low(at.after + 1) in ("—", "–", "-")
    ):
        clues.add("org", 5.0, "O-wire")
    if near == "operation":
        clues.add("org", -3.0, "")


def _defined(at: Beside, clues: Clues) -> None:
    """Initials in brackets behind the name: "Libyan Arab Armed Forces (LAAF)"."""
    initials = at.found.word(at.after + 1)
    first = "".join(word[0] for word in at.chain.words if word[0].isupper())
    if ACRONYM.fullmatch(initials) and len(initials) > 1 and initials[0] == first[:1]:
        clues.add("org", 5.0, "O-defined")


def place(at: Beside, clues: Clues) -> None:
    """Adds the clues that a name is a place's and no port's."""
    lows = [word.casefold() for word in at.chain.words]
    back = at.back(2)
    near = back[0] if back else ""
    if lows[-1] in PLACE_HEADS or (
        lows[0] in PLACE_FIRST
        and len(lows) > 1
        and (lows[0] not in WITH_OF or lows[1] == "of")
        and lows[-1] not in HEADS - WEAK_HEADS
    ):
        clues.add("place", 6.0, "L-head")
    if (at.noun == "place" and not at.comma) or (
        near == "of"
        and len(back) > 1
        and back[1]
        in (
            "city",
            "town",
            "village",
            "province",
            "island",
            "north",
            "south",
            "east",
            "west",
            "coast",
            "waters",
            "governorate",
            "region",
            "outskirts",
            "suburb",
            "district",
            "strait",
            "miles",
        )
    ):
        clues.add("place", 5.0, "L-noun")
    if (
        near
        in (
            "in",
            "near",
            "outside",
            "across",
            "around",
            "toward",
            "towards",
            "throughout",
            "inside",
        )
        and not at.quoted
    ):
        clues.add("place", 2.5 if not at.the else 1.5, "L-in")
    elif near == "at" and not at.the:
        clues.add("place", 1.0, "L-in")
    follow = at.found.low(at.after)
    if follow in (
        "province",
        "district",
        "airport",
        "region",
        "island",
        "city",
        "strait",
        "airbase",
        "county",
        "peninsula",
        "coast",
        "desert",
        "village",
        "governorate",
        "state",
    ):
        clues.add("place", 5.0, "L-noun")
    if apposition(at) == "place":
        clues.add("place", 3.0, "L-noun")


def is_common(words: list[str]) -> bool:
    """Whether a body's name is what any state calls such a body: "Foreign Ministry", "Navy"."""
    lows = [word.casefold() for word in words]
    return lows[-1] in COMMON | BODY_NOUNS or lows[0] in COMMON | {
        "department",
        "ministry",
        "foreign",
        "defence",
        "defense",
    }
