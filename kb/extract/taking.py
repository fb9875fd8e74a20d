"""Whether a verb of saying attributes what follows it: some need "that", a quotation, or words of their own."""

import re

from kb.extract.clause import Clause
from kb.extract.content import particle
from kb.extract.cues import (
    LEMMAS,
    NAMING,
    OBJECT_SOURCES,
    PARTICLES,
    QUOTE_ONLY,
    THAT_ONLY,
    TO_INFINITIVE,
    VERBS,
)


def takes(clause: Clause, index: int, start: int, opener: str) -> bool:
    """Whether the verb can attribute what follows it."""
    token = clause.toks[index]
    lemma = LEMMAS[token.low]
    following = next((t for t in clause.toks if t.start >= start), None)
    if following is None:
        return False
    if lemma in TO_INFINITIVE and opener == "":
        return following.low == "to" or lemma == "expect"
    if following.low.endswith("ing") and lemma in WITH_GERUND and not following.named:
        return True
    fixed = _in_a_phrase(clause, index, start, opener)
    if fixed is not None:
        return fixed
    if _of_somebody(clause, token.low, start):
        return False
    if VERBS[token.low] in ("denies", "doubts", "confirms"):
        return following.text not in ",;" or opener != ""
    if following.low == "how" and lemma in TELLING_HOW:
        return True
    special = _takes_in_its_way(clause, lemma, start, opener)
    if special is not None:
        return special
    if lemma in THAT_ONLY:
        opens = following.named or following.low in CLAUSE_OPENERS or following.text[0].isdigit()
        rest = clause.text[start : clause.end]
        shown = lemma in OBJECT_SOURCES and clause.shows(start) and IN_ACTION.match(rest)
        return lemma in BEFORE_CLAUSE and (opens or opener == "quote" or shown is not None)
    return following.low not in NO_CLAUSE


IN_ACTION = re.compile(r"\s+(?:[\w’'-]+\s){1,7}(?:being|lying|[a-z]{2,}ing)\b")
"""What imagery shows somebody or something doing: "showed containers being loaded"."""


def _in_a_phrase(clause: Clause, index: int, start: int, opener: str) -> bool | None:
    """Whether a verb that attributes in set phrases alone stands in one; None for every other verb."""
    lemma = LEMMAS[clause.toks[index].low]
    if lemma == "read":
        return opener in ("quote", "colon")
    if lemma == "plead":
        return clause.text[start : clause.end].lstrip().startswith("not guilty")
    if lemma == "show" and opener == "" and not clause.shows(start):
        return False
    if lemma in PARTICLES:
        return particle(clause, index) is not None or (
            lemma in ("rule", "object") and opener == "that"
        )
    return None


def _takes_in_its_way(clause: Clause, lemma: str, start: int, opener: str) -> bool | None:
    """Whether verbs with a pattern of their own take what follows; None where the verb has none."""
    rest = clause.text[start : clause.end]
    if lemma == "put":
        return bool(PUT_AT.match(rest))
    if lemma in NAMING:
        return not re.match(r"\s*(?:for|on|off)\b", rest) and _names(clause, start)
    if lemma in QUOTE_ONLY:
        return opener in ("quote", "colon") or (opener == "that" and lemma in REPLYING)
    if lemma in CHARGING:
        return bool(re.search(r"\b(?:of|for|with)\s", rest)) or opener == "that"
    return True if opener else None


def _of_somebody(clause: Clause, verb: str, start: int) -> bool:
    """Whether a verb tells only of a request that was refused, or of people who were questioned."""
    if LEMMAS[verb] == "question":
        return SUSPECTS.match(clause.text, start, clause.end) is not None
    return VERBS[verb] == "denies" and REFUSED.match(clause.text, start, clause.end) is not None


SUSPECTS = re.compile(
    r"(?i)\s+(?:him|her|them|(?:the|its|his|her|their|an?|some|several|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\w-]+ ){0,3}?(?:members?|crew(?:men)?|sailors?|seamen|suspects?|witness(?:es)?|men|man|woman|women|captain|master|officers?|people|employees|staff|executives?|managers?|brokers?|owner))\b"
)
"""Who is questioned, where nothing is in question."""
REFUSED = re.compile(
    r"(?i)[^,;.]{0,40}?\b(?:requests?|permission|access|entry|boarding|visas?|clearance|bail|asylum|consent|to (?:allow|let|permit|accept|cooperate))\b"
)
"""What is refused rather than denied."""
TELLING_HOW = frozenset("detail describe explain recount document show reveal".split())
REPLYING = frozenset("answer reply respond counter comment repeat".split())
WITH_GERUND = frozenset("recommend describe recall report admit recount acknowledge".split())
CHARGING = frozenset({"accuse", "blame", "suspect", "charge"})
BEFORE_CLAUSE = OBJECT_SOURCES | {
    "find",
    "estimate",
    "assess",
    "think",
    "believe",
    "fear",
    "identify",
    "detect",
    "count",
    "discover",
    "uncover",
    "observe",
    "trace",
}
CLAUSE_OPENERS = frozenset(
    "few multiple more evidence no some many dozens hundreds thousands nearly almost about around signs four five six seven eight nine ten the a an two three how it its at several what such their these those his her".split()
)
NO_CLAUSE = frozenset("of for by with about on to into from against as".split())


def _names(clause: Clause, start: int) -> bool:
    """Whether an object follows with what it is called: “call X “worrying””."""
    rest = clause.text[start : clause.end].lstrip()
    return not rest.startswith("as ") and bool(
        re.search(r"[“\"]|\bas\s", rest) or CALLED.match(rest)
    )


CALLED = re.compile(
    r"(?:it|him|her|them|this|that|(?:the|that|this|any|such|its) [\w ’'-]{3,40}?|[A-Z][\w ’'-]{2,30}?|reports?|allegations?|accusations?|claims?)\s(?:\w+ly )?(?:an? |the (?:\w+est|most|worst)\b|unjust|unfair|illegitimate|hostile|outrageous|unfriendly|arbitrary|biased|hypocritical|motivated|invented|inaccurate|wrong|unjustified|unlawful|propaganda|unproven|ridiculous|laughable|malicious|misleading|speculative|credible|baseless|false|nonsense|unfounded|absurd|untrue|fabricat|groundless|lies|illegal|unacceptable)"
)
PUT_AT = re.compile(
    r"\s*(?:the|its|their|this|that) [\w ’'-]{0,30}?(?:number|volume|figure|total|value|cost|count|toll|price|size|weight|amount|quantity|tonnage)s?\b[^,;.]{0,60}? at "
)
