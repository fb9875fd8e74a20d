"""Whether a word that may be a verb of saying is a noun, a name or an adjective where it stands."""

from kb.extract.clause import Clause
from kb.extract.cues import EVIDENCE, LEMMAS, SOURCE_NOUNS, VERBS
from kb.extract.function_words import AUXILIARIES, DETERMINERS, FINITE, MARKS

OFTEN_NOUNS = frozenset(
    "report reports claims claim states state charges charge estimate estimates plans plan doubts doubt fears fear details detail posts post comments comment shows show documents document "
    "records record questions question notes note threat finding findings promise promises hopes hope forecast forecasts call calls suspect suspects answer repeat dispute disputes trace traces brief release question complaint reported pledge pledges threatens present points point quote cite".split()
)


def is_noun(clause: Clause, index: int) -> bool:
    """Whether what looks like a verb is a noun, a name or an adjective here."""
    token, before = clause.toks[index], clause.toks[index - 1] if index else None
    after = clause.toks[index + 1] if index + 1 < len(clause.toks) else None
    worth = before is not None and before.low in ("a", "an") and token.low.endswith("ed")
    if (token.named and index) or worth:
        return True
    if before is None:
        return token.low not in ("asked",) and not token.low.endswith("ing")
    if LEMMAS.get(token.low) == "show" and _evidence(clause, index):
        return False
    if token.low in OFTEN_NOUNS and (
        _possessive(before.low)
        or before.text in "'’"
        or before.low in FINITE - AUXILIARIES
        or VERBS.get(before.low) in ("denies", "doubts", "confirms")
        or _object(clause, index)
        or before.low.endswith("ed")
        or _modified(clause, index)
    ):
        return True
    following = after.low if after is not None else ""
    if token.low in ("reported", "found", "presumed") and following in LOST:
        return True
    if token.low in OFTEN_NOUNS and (_singular(clause, index) or _before_verb(following)):
        return True
    if token.low in ADJECTIVES and (_possessive(before.low) or following in SUSPECTED):
        return before.low not in ("who", "which")
    if token.low == "state" and following in STATE_HEADS:
        return True
    if token.low == "states":
        return following not in ("that", ":", "“", '"') or before.low in LANDS
    return token.low == "said" and before.low == "the"


def _evidence(clause: Clause, index: int) -> bool:
    """Whether evidence stands before "show" in its clause: "customs data from a third State show"."""
    for token in reversed(clause.toks[max(0, index - 12) : index]):
        if token.text in MARKS:
            return False
        if token.low in EVIDENCE:
            return clause.toks[index - 1].low not in DETERMINERS
    return False


LANDS = frozenset("member gulf arab baltic nordic coastal flag port third other some these".split())
"""Before "states", where it is a noun even before "that"."""
LOST = frozenset("missing dead lost killed injured drowned unharmed safe guilty".split())
PLURAL = frozenset(
    "people media police data i we you they who that which to not did does do would could can may might should must will and or never also both".split()
)


def _object(clause: Clause, index: int) -> bool:
    """Whether a word is what an earlier verb is about: "described Western claims that"."""
    if index < 2:
        return False
    verb, adjective = clause.toks[index - 2].low, clause.toks[index - 1].low
    return verb in VERBS and adjective.endswith(
        ("ern", "an", "ish", "ese", "ch", "li", "qi", "such")
    )


def _before_verb(following: str) -> bool:
    """Whether the next word is a verb of saying, whose subject a noun is: "Iranian reports say"."""
    return following in VERBS and following not in OFTEN_NOUNS and following not in ("said", "read")


def _singular(clause: Clause, index: int) -> bool:
    """Whether the word before is a singular noun, so that "newspaper report" is no subject with its verb."""
    token, before = clause.toks[index], clause.toks[index - 1]
    plural = (
        before.low.endswith(("s", "n't", "ly")) or before.low in PLURAL or not before.text.isalpha()
    )
    joined = any(t.low in ("and", "or") for t in clause.toks[max(0, index - 5) : index])
    return not token.low.endswith(("s", "ed")) and not plural and not joined


def _possessive(low: str) -> bool:
    """Whether a noun must follow: an article, or somebody's."""
    return low in DETERMINERS or low.endswith(("'s", "s'"))


ADJECTIVES = frozenset("suspected alleged claimed reported stated expected planned".split())
SUSPECTED = frozenset(
    "shipment shipments arms weapons violations transfer transfers breaches smuggling".split()
)
STATE_HEADS = frozenset(
    "media television tv news agency department company broadcaster newspaper radio run oil firm".split()
)
ARTICLES = frozenset(
    "a an the any possible new alleged such this that their its his another".split()
)


def _modified(clause: Clause, index: int) -> bool:
    """Whether a word that may be a noun stands in "an Iranian claim", "a possible North Korean plan"."""
    token = clause.toks[index]
    place = index - 1
    while place > 0 and clause.toks[place].named:
        place -= 1
    article = clause.toks[place].low
    if place and clause.toks[place - 1].low in ("a", "an") and article.isalpha():
        article = "a"
    if place == index - 1 or article not in ARTICLES or token.low.endswith("ed"):
        return False
    if clause.toks[index - 1].low in SOURCE_NOUNS:
        return False
    adjective = clause.toks[index - 1].low.endswith(("an", "ese", "ish", "ch", "li", "qi", "eni"))
    return article in ("a", "an", "possible", "another") or (adjective and token.low[-1] != "s")
