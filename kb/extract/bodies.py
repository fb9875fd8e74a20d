"""Clues that a name is an organisation's: its head word, its legal form, what it owns, says and does."""

import re

from kb.extract.clues import Beside, Clues
from kb.extract.lexicon import (
    AGENCIES,
    BODY_OF,
    HEADS,
    LEGAL,
    NO_BODY,
    PARTIES,
    ROLES,
    SAYING,
    STARTERS,
    WEAK_HEADS,
)
from kb.extract.people import shape

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,8}(?:-[A-Z]{1,4})?|G7|G20")
BY = frozenset(
    "owned managed operated chartered insured sold supplied made built manufactured produced seized purchased bought ordered financed commissioned certified classed hired controlled issued published run".split()
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
WITH = frozenset(
    (
        ("to", "belongs"),
        ("to", "belonged"),
        ("to", "belonging"),
        ("with", "interview"),
        ("to", "leased"),
        ("to", "chartered"),
        ("for", "works"),
        ("for", "worked"),
    )
)
HAVING = frozenset(
    "website spokesman spokeswoman spokesperson board lawyers directors shareholders accounts".split()
)
DASHES = ("—", "–", "-")
ANY = frozenset(("of", "for", "and", "&"))
POSSESSORS = frozenset(("its", "their", "our", "’s"))


def organisation(at: Beside, clues: Clues) -> None:
    """Adds the clues that a name is an organisation's."""
    words = at.chain.words
    lows = at.chain.lows
    if lows[-1] in LEGAL or not LEGAL.isdisjoint(lows[1:]):
        clues.add("org", 9.0, "O-head")
    elif len(words) > 1 or lows[0] in AGENCIES:
        _heads(lows, clues)
    if len(words) == 1:
        _single(at, words[0], lows[0], clues)
    elif len(words) == 2 and all(ACRONYM.fullmatch(word) and len(word) > 2 for word in words):
        clues.add("org", 2.5, "O-acronym")
    _nouns(at, clues)
    _owned(at, clues)
    _said(at, clues, single=len(words) == 1)
    _behind(at, clues)
    _against(at, clues)


def _heads(lows: list[str], clues: Clues) -> None:
    """The words of the name itself."""
    heads = [low for low in lows if low in HEADS]
    strong = [low for low in heads if low not in WEAK_HEADS]
    last, linked = lows[-1], not ANY.isdisjoint(lows)
    if (
        lows[0] in AGENCIES
        or last in strong
        or lows[-2:] == ["coast", "guard"]
        or (last in WEAK_HEADS and (len(heads) > 2 or strong))
    ):
        clues.add("org", 6.0, "O-head")
    elif last in HEADS:
        clues.add("org", 3.5, "O-head")
    elif strong:
        clues.add("org", 5.0 if linked or len(lows) > 2 else 3.0, "O-head")
    elif heads:
        clues.add("org", 2.0, "O-head")
    if lows[0] in BODY_OF and "of" in lows[1:3]:
        clues.add("org", 3.0, "O-head")
    if last in WEAK_HEADS and len(heads) > 1:
        clues.add("org", 1.5, "O-head")
    clues.add("org", (2.0 if "&" in lows else 0.0) + (1.5 if linked else 0.0), "O-head")


def _single(at: Beside, word: str, low: str, clues: Clues) -> None:
    """One word: "the Panel", a known agency, initials, capitals within."""
    if low in SINGLE and (at.the or at.found.low(at.before) in POSSESSORS):
        clues.add("org", 6.0, "O-single")
    elif low in AGENCIES:
        clues.add("org", 8.0, "O-head")
    elif ACRONYM.fullmatch(word) and word not in NO_BODY and not at.placed:
        clues.add("org", 4.5, "O-acronym")
    elif (
        word[0].isupper()
        and word[-1].islower()
        and "-" not in word
        and any(sign.isupper() for sign in word[1:])
    ):
        clues.add("org", 3.0, "O-camel")


def _nouns(at: Beside, clues: Clues) -> None:
    """A noun of bodies before the name, behind it, or in apposition to it."""
    if at.noun == "org":
        personal = at.comma and shape(at.chain.words) >= 4
        clues.add("org", 1.5 if personal else 4.5 if at.comma else 6.0, "O-noun")
    elif at.noun == "party":
        clues.add("org", 3.5, "O-noun")
    if at.said in ("org", "party"):
        clues.add("org", 5.0 if at.said == "org" else 3.5, "O-apposition")
    words = at.chain.words
    if at.first in BEHIND and not at.quoted and at.noun != "ship":
        opens = len(words) == 1 and (
            words[0].casefold() in STARTERS or words[0].casefold() in HEADS
        )
        clues.add("org", 0.0 if opens else 4.0, "O-noun")
    if at.the and len(words) > 1 and words[-1].casefold() in HEADS:
        clues.add("org", 1.0, "O-head")


def _owned(at: Beside, clues: Clues) -> None:
    """What is owned or made by, belongs to, and serves the name."""
    if at.near == "by" and at.prior in BY:
        clues.add("org", 3.0 if at.placed or at.the else 4.0, "O-by")
    elif at.near == "by" and not at.the:
        clues.add("org", 1.5, "O-by")
    if at.before_any(PARTIES, 5):
        clues.add("org", 1.0, "O-by")
    if at.placed:
        return
    if at.near == "of" and at.prior in OFFICES and at.found.word(at.before - 1).islower():
        clues.add("org", 4.0, "O-office")
    if at.near == "at" and (at.prior in ROLES or at.prior.removesuffix("s") in ROLES):
        clues.add("org", 4.0, "O-office")
    if (at.near, at.prior) in WITH:
        clues.add("org", 4.0, "O-by")
    if at.near == "’s" and at.found.word(at.before - 1)[:1].isupper() and at.first != "’s":
        clues.add("org", 2.0, "O-state")


def _said(at: Beside, clues: Clues, *, single: bool) -> None:
    first, second = at.first, at.second
    later = first == "," and second in ("has", "had") and not SAYING.isdisjoint(at.right[2:3])
    if later or first in SAYING or (first in (",", "has", "had") and second in SAYING):
        clues.add("org", 2.5 if single else 1.5, "O-said")
    elif at.near == "told" or (at.near, at.prior) == ("to", "according"):
        clues.add("org", 2.5, "O-said")
    if first == "’s" and any(low in HAVING for low in at.right[1:3]):
        clues.add("org", 3.0, "O-said")
    if (first, second) == ("said", "it"):
        clues.add("org", 2.0, "O-said")
    if first == "," and second in ("which", "whose"):
        clues.add("org", 1.5, "O-which")
    if first in ACTING:
        clues.add("org", 2.0, "O-acts")


def _behind(at: Beside, clues: Clues) -> None:
    """Initials in brackets, and the agency of a dateline: "(LAAF)", "(Example Wire) —"."""
    found = at.found
    if at.first == "(" and at.right[2:3] == [")"]:
        initials = found.word(at.after + 1)
        if ACRONYM.fullmatch(initials) and initials[0] == at.chain.words[0][0]:
            clues.add("org", 5.0, "O-defined")
    bracketed = found.low(at.chain.first - 1) == "(" and at.first == ")"
    if bracketed and at.second in DASHES:
        clues.add("org", 5.0, "O-wire")


def _against(at: Beside, clues: Clues) -> None:
    """A body before the number of its resolution is a part of the resolution; an operation is no body."""
    if at.first in ("resolution", "resolutions"):
        clues.add("org", -20.0, "")
    if at.near == "operation":
        clues.add("org", -3.0, "")
