"""Clues that a name is a person's: offices, verbs that only people have as subjects, and the name's own shape."""

import re

from kb.extract.clues import Beside, Clues
from kb.extract.lexicon import HEADS, SAYING
from kb.extract.people import DIGIT, shape
from kb.extract.tokens import ENDING

TRADE = re.compile(r"[a-z-]{3,}(?:er|or|ist|ian|yst|eer|eur)")
NO_TRADE = frozenset(
    "under over after other former earlier whether further number however never either neither rather another later order power water river border "
    "paper letter answer matter member summer winter weather together super upper lower inner outer larger smaller greater longer sister brother "
    "for or nor major minor prior interior exterior error sector factor motor vector monitor anchor harbor labor minister-for centre-for consider cover "
    "discover offer remember enter deliver transfer gather register helicopter charter quarter newer older civilian asian russian italian persian "
    "indian syrian libyan christian corridor favor visitor container computer letter tether".split()
)
HUMAN = frozenset(
    "born jailed convicted extradited pleaded testified wrote tweeted aged resigned charged indicted appointed sentenced arrested elected dismissed".split()
)
WHO = frozenset("who whom himself herself".split())


def person(at: Beside, clues: Clues, *, titled: bool) -> None:
    """Adds the clues that a name is a person's; `titled`: an office was split off before it."""
    words = at.chain.words
    if len(words) > 6 or DIGIT.search(at.chain.key):
        return
    shaped = 0.0 if at.placed else shape(words)
    clues.add("person", shaped, "H-name")
    _office(at, clues, titled=titled, shaped=shaped > 0)
    _verbs(at, clues, several=len(words) > 1)
    if len(words) > 1:
        _several(at, clues)
    if at.the:
        clues.add("person", -3.0, "")
    if at.near == "by" and at.found.low(at.before - 1) == "\n":
        clues.add("person", 6.0, "H-byline")


def _office(at: Beside, clues: Clues, *, titled: bool, shaped: bool) -> None:
    """An office or trade before the name or in apposition to it."""
    if titled or at.found.low(at.before) == "surnamed":
        clues.add("person", 7.0, "H-title")
    elif at.noun == "person":
        clues.add("person", 1.0 if at.the else 5.0 if at.comma else 6.0, "H-title")
    elif at.noun == "party":
        clues.add("person", 3.0 if shaped else 2.0, "H-title")
    if at.said == "person":
        clues.add("person", 5.0, "H-context")
    elif at.said == "party":
        clues.add("person", 2.0, "H-context")


def _verbs(at: Beside, clues: Clues, *, several: bool) -> None:
    first, second = at.first, at.second
    if first in SAYING or (first in ("has", "had") and second in SAYING):
        clues.add("person", 2.0 if several else 1.0, "H-said")
    told = several and at.found.low(at.before) in ENDING and first in SAYING
    if told or (several and at.near in SAYING and at.found.low(at.before - 1) in ENDING):
        clues.add("person", 2.0, "H-said")
    if first in HUMAN or (first in ("was", "is") and second in HUMAN):
        clues.add("person", 3.0, "H-said")
    if at.near in SAYING and at.near != "told" and not at.the:
        clues.add("person", 2.5 if several else 1.5, "H-said")
        clues.add("person", 2.0 if (first, second) == (",", "of") else 0.0, "H-said")
    if first == "who" or (first == "," and second in WHO):
        clues.add("person", 4.0, "H-who")


def _several(at: Beside, clues: Clues) -> None:
    """Of a name of several words: a body that it is "of", a trade before it."""
    if at.near == "named" and not at.quoted:
        clues.add("person", 1.0, "H-named")
    ahead = at.found.words[at.after + 1 : at.after + 7]
    body = any(word[0].isupper() and word.lower() in HEADS for word in ahead)
    if body and at.first in ("of", "from", "at") and not at.quoted:
        clues.add("person", 3.0, "H-of")
    trade = (
        at.near not in NO_TRADE and TRADE.fullmatch(at.near) and at.found.word(at.before).islower()
    )
    if trade and not at.noun:
        clues.add("person", 3.5, "H-trade")
