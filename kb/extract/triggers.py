"""The words that tell what sort of event or relation a passage speaks of.

Each sort has a weight: of the words found in a passage those of the greatest weight tell, of equal ones the first.
A pattern is tried only where one of its key words (its `needs`) stands: most passages try two or three.
"""

import re
from collections.abc import Iterator

from kb.extract.actors import CRAFT, PLANES
from kb.extract.cargo import ARMS, GOODS, MONEY, OIL, lowered
from kb.extract.mention import pattern
from kb.extract.phrases import TABLE
from kb.extract.prominence import Hit, lowered_by_place
from kb.extract.reports import REPORTS
from kb.extract.turns import TURNS
from kb.extract.verbs import FORMS, Form

WORD = re.compile(r"[^\W\d_]+(?:['’\-&][^\W\d_]+)*")


def _small(words: str) -> re.Pattern[str]:
    """A pattern for words in small letters; where capitals matter, one that tells them apart itself."""
    return pattern(words, re.IGNORECASE) if "(?-i:" in words else pattern(words.lower())


PHRASES = tuple(
    (kind, weight, frozenset(needs.split()), _small(words))
    for kind, weight, needs, words in (*TABLE, *TURNS, *REPORTS)
)
_TRIED: dict[str, tuple[int, ...]] = {}
for _number, _phrase in enumerate(PHRASES):
    for _word in _phrase[2]:
        _TRIED[_word] = (*_TRIED.get(_word, ()), _number)

BESIDE_GOODS = 1
"""The weight of a listing that only tells which goods are meant: "a store for sanctioned oil"."""
GENERIC_EVENT = frozenset({"Shipment", "Transfer"})


def hits(text: str, start: int, end: int) -> list[Hit]:
    """All words between two places that show a sort of event or relation, in the order of the text."""
    tried: set[int] = set()
    found: list[Hit] = []
    for match in WORD.finditer(text, start, end):
        low = match[0].lower()
        tried.update(_TRIED.get(low, ()))
        form = FORMS.get(low)
        if low in _HANDED and _TAKES.search(text, max(start, match.start() - 9), match.start()):
            form = Form("Get", 6, "ed", "in")
        if low == "ship" and _INFINITIVE.search(text, max(start, match.start() - 8), match.start()):
            form = Form("Give", 5, "base", "out")
        if form is not None and (
            _LIGHT.match(text, match.start(), end) or _told(text, match.start(), match.end(), form)
        ):
            form = None
        if form is not None and not _noun_like(text, match.start(), match.end(), end, form):
            found.append(Hit(form.frame, form.weight, match.start(), match.end(), form))
    small = lowered(text, start, end) if tried else ""
    for number in tried:
        kind, weight, _, words = PHRASES[number]
        cased = bool(words.flags & re.IGNORECASE)
        match_ = words.search(text[start:end] if cased else small)
        if match_ is not None and not _in_a_name(text, start, kind, match_):
            found.append(
                Hit(
                    kind,
                    weight,
                    start + match_.start(),
                    start + match_.end(),
                    _form_in(text, match_),
                )
            )
    ranked = sorted(found, key=lambda hit: (hit.start, -hit.weight))
    if len(ranked) == 1 and ranked[0].kind != "Designation":
        return ranked
    placed = [lowered_by_place(text, hit, ranked[0].start) for hit in ranked]
    alone = len(placed) == 1 and placed[0].weight <= BESIDE_GOODS
    return [] if alone else placed


_NAMELIKE = frozenset({"Management", "Insurance", "Charter", "Construction", "Cooperation"})


def _in_a_name(text: str, start: int, kind: str, match: re.Match[str]) -> bool:
    """Whether words are part of a company's name ("Gatik Ship Management")."""
    if kind not in _NAMELIKE or match.start() == 0:
        return False
    place = start + match.start()
    words = text[place : start + match.end()].split()
    return all(word[0].isupper() for word in words) and text[place - 1 : place] != "."


_INFINITIVE = re.compile(r"(?i)\b(?:to|will|would|could|can|may|might)\s$")
_LIGHT = re.compile(
    r"(?i)(?:carr\w+\sout|t(?:ook|ake[ns]?|aking)\s(?:part|place|custody|possession|charge|effect|note|steps|action|over|control|issue)|(?:sent|send\w*)\s(?:a\s)?(?:letters?|signals?|message)|set\sup|turn\w*\sout|g[ao]ve?\s(?:up|notice|way|evidence))\b"
)
NEWS = "details|evidence|information|footage|images?|photo(?:s|graphs)?|data|documents|reports?|video|intelligence|statements?|answers?|comments?|explanations?|insight|figures|testimony|proof|updates?|assurances?|access"
_NEWS_AFTER = re.compile(rf"\s(?:[\w-]+\s){{0,2}}(?:{NEWS})\b")
_NEWS_BEFORE = re.compile(rf"(?i)\b(?:{NEWS})\s(?:(?:was|were|has|had|have|been)\s){{0,2}}$")
_SHADOW = re.compile(r"\s(?:fleets?|tankers?|bank\w*|vessels?|ships?|network)\b")


def _told(text: str, start: int, end: int, form: Form) -> bool:
    """Whether what is given is only news ("images provided by"), or a word is part of "shadow fleet"."""
    if form.frame == "Sail":
        return text[start:end].lower() == "shadow" and _SHADOW.match(text, end) is not None
    if form.frame not in ("Give", "Get") or form.shape == "noun":
        return False
    after = _NEWS_AFTER.match(text, end) is not None
    return after or (
        form.shape == "ed" and _NEWS_BEFORE.search(text, max(0, start - 24), start) is not None
    )


_HANDED = frozenset(("delivery", "receipt"))
_TAKES = re.compile(r"(?i)\b(?:took|takes?|taken|taking)\s$")
_PASSIVE = re.compile(
    r"(?i)(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?\w+(?:ed|en|ght|un|ld)\b"
)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|of|with|such|any|those|these)\s)$", re.I
)
_BE_BEFORE = re.compile(r"\b(?:has|have|had|is|was|were|been|it|who|which)\s$")
_TRADING = (
    CRAFT
    | PLANES
    | frozenset(
        "company companies firm firms line lines agent agents group giant magnate network industry documents data records databases lane lanes route routes database costs containers".split()
    )
)
"""What "shipping" and "transport" only describe, where it follows."""
_AFTER_PART = re.compile(
    r"\s(?!(?:by|to|from|at|in|on|off|into|onto|for|aboard|and|near|via|the|a|an|its|with|out|over|about|some|more)\b)[a-z]+"
)


_NEEDING = frozenset({"Give", "Carry", "Get"})
"""Verbs that need an object, so that a form in -s at the end is a noun: "intended for irrigation pumps"."""


def _noun_like(text: str, start: int, end: int, last: int, form: Form) -> bool:
    """Whether a participle only describes a noun ("the seized cargo"), or a word is another's name."""
    if text[start:end].lower() == "armed":
        return _AFTER_PART.match(text, end, last) is not None and not _BE_BEFORE.search(
            text, max(0, start - 8), start
        )
    if form.shape == "ed" and _AFTER_PART.match(text, end, last):
        return bool(_BEFORE_NOUN.search(text, max(0, start - 8), start))
    if form.shape == "s" and end >= last - 1 and form.frame in _NEEDING:
        return True
    if form.shape == "noun":
        after = WORD.search(text, end, min(last, end + 16))
        if after is not None and after[0].lower() in _TRADING:
            return True
    return (
        text[start].isupper()
        and text[end : end + 2] != ""
        and text[end : end + 2].strip().isupper()
    )


_ED = re.compile(r"[^\W\d_]+(?:ed|held|sold|taken|known)\b")


def _form_in(text: str, match: re.Match[str]) -> Form:
    first = re.match(r"[\w-]+", match[0])
    word = first[0].lower() if first else ""
    if _PASSIVE.match(match[0]):
        return Form("", 0, "passive", "")
    shape = (
        "ed"
        if word.endswith("ed") or word in ("held", "taken", "met")
        else (
            "ing"
            if word.endswith("ing")
            else "noun"
            if word.endswith(("ion", "ure", "ures", "ions", "er"))
            else "base"
        )
    )
    return Form("", 0, shape, "")


_ARMED = pattern(
    (
        rf"\b(?:{ARMS})\b(?! (?:makers?|embargo|controls?|industry|factor(?:y|ies)|plants?|programmes?|programs?|works|producers?|manufacturers?|company|firm|base|sites?|ranges?|attacks?|strikes?|crews?|units?|tests?|launch(?:es)?|technology|engineers?|designers?))"
    ).lower(),
)
_GOODS = pattern((rf"\b(?:{OIL}|{GOODS})\b").lower())
_MONEY = pattern(MONEY, re.IGNORECASE)


def arms_in(text: str, start: int, end: int) -> bool:
    """Whether words between two places name arms."""
    return _ARMED.search(lowered(text, start, end)) is not None


def goods_in(text: str, start: int, end: int) -> bool:
    """Whether words between two places name goods."""
    return _GOODS.search(lowered(text, start, end)) is not None


def money_in(text: str, start: int, end: int) -> bool:
    """Whether words between two places name a sum of money."""
    return _MONEY.search(text, start, end) is not None


def chosen(found: list[Hit]) -> Iterator[Hit]:
    """The hits, the one that tells first: the weightiest, of equal ones the earliest."""
    yield from sorted(found, key=lambda hit: (-hit.weight, hit.start))
