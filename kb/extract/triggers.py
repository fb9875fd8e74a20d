"""The words that tell what sort of event or relation a passage speaks of.

Each sort has a weight: of the words found in a passage those of the greatest weight tell, of equal ones the first.
A pattern is tried only where one of its key words (its `needs`) stands: most passages try two or three.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.extract.cargo import ARMS, GOODS, MONEY, OIL
from kb.extract.mention import pattern
from kb.extract.phrases import TABLE
from kb.extract.verbs import FORMS, Form

WORD = re.compile(r"[^\W\d_]+(?:['’\-&][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that show a sort: the class, the words' place, and of a verb its form and direction."""

    kind: str
    weight: int
    start: int
    end: int
    form: Form | None = None


PHRASES = tuple(
    (kind, weight, frozenset(needs.split()), pattern(words, re.IGNORECASE))
    for kind, weight, needs, words in TABLE
)
_TRIED: dict[str, tuple[int, ...]] = {}
for _number, _phrase in enumerate(PHRASES):
    for _word in _phrase[2]:
        _TRIED[_word] = (*_TRIED.get(_word, ()), _number)

GENERIC_EVENT = frozenset({"Shipment", "Transfer"})


def hits(text: str, start: int, end: int) -> list[Hit]:
    """All words between two places that show a sort of event or relation, in the order of the text."""
    tried: set[int] = set()
    found: list[Hit] = []
    for match in WORD.finditer(text, start, end):
        low = match[0].lower()
        tried.update(_TRIED.get(low, ()))
        form = FORMS.get(low)
        if form is not None and not _noun_like(text, match.start(), match.end(), end, form):
            found.append(Hit(form.frame, form.weight, match.start(), match.end(), form))
    for number in tried:
        kind, weight, _, words = PHRASES[number]
        match_ = words.search(text, start, end)
        if match_ is not None:
            found.append(Hit(kind, weight, match_.start(), match_.end(), _form_in(text, match_)))
    return sorted(found, key=lambda hit: (hit.start, -hit.weight))


_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|of|with|such|any|those|these)\s)$", re.I
)
_AFTER_PART = re.compile(
    r"\s(?!(?:by|to|from|at|in|on|off|into|onto|for|aboard|and|near|via|the|a|an|its|with|out|over|about|some|more)\b)[a-z]+"
)


def _noun_like(text: str, start: int, end: int, last: int, form: Form) -> bool:
    """Whether a participle only describes a noun ("the seized cargo"), or a word is another's name."""
    if form.shape == "ed" and _AFTER_PART.match(text, end, last):
        return bool(_BEFORE_NOUN.search(text, max(0, start - 8), start))
    return (
        text[start].isupper()
        and text[end : end + 2] != ""
        and text[end : end + 2].strip().isupper()
    )


_ED = re.compile(r"[^\W\d_]+(?:ed|held|sold|taken|known)\b")


def _form_in(text: str, match: re.Match[str]) -> Form:
    first = re.match(r"[\w-]+", match[0])
    word = first[0].lower() if first else ""
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


_ARMED = pattern(rf"\b(?:{ARMS})\b(?! (?:makers?|embargo|control|industry))", re.IGNORECASE)
_GOODS = pattern(rf"\b(?:{OIL}|{GOODS})\b", re.IGNORECASE)
_MONEY = pattern(MONEY, re.IGNORECASE)


def arms_in(text: str, start: int, end: int) -> bool:
    """Whether words between two places name arms."""
    return _ARMED.search(text, start, end) is not None


def goods_in(text: str, start: int, end: int) -> bool:
    """Whether words between two places name goods."""
    return _GOODS.search(text, start, end) is not None


def money_in(text: str, start: int, end: int) -> bool:
    """Whether words between two places name a sum of money."""
    return _MONEY.search(text, start, end) is not None


def chosen(found: list[Hit]) -> Iterator[Hit]:
    """The hits, the one that tells first: the weightiest, of equal ones the earliest."""
    yield from sorted(found, key=lambda hit: (-hit.weight, hit.start))
