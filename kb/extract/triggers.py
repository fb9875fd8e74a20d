"""The words that tell what sort of event or relation a passage speaks of.

Each sort has a weight: of the words found in a passage those of the greatest weight tell, of equal ones the first.
A pattern is tried only where one of its key words (its `needs`) stands: most passages try two or three.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.extract.actors import CRAFT, PARTIES, PLANES
from kb.extract.cargo import ARMS, GOODS, MONEY, OIL, lowered
from kb.extract.mention import pattern
from kb.extract.phrases import TABLE
from kb.extract.turns import TURNS
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


def _small(words: str) -> re.Pattern[str]:
    """A pattern for words in small letters; where capitals matter, one that tells them apart itself."""
    return pattern(words, re.IGNORECASE) if "(?-i:" in words else pattern(words.lower())


PHRASES = tuple(
    (kind, weight, frozenset(needs.split()), _small(words))
    for kind, weight, needs, words in (*TABLE, *TURNS)
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
        if low in _HANDED and _TAKES.search(text, max(start, match.start() - 9), match.start()):
            form = Form("Get", 6, "ed", "in")
        if low == "ship" and _INFINITIVE.search(text, max(start, match.start() - 8), match.start()):
            form = Form("Give", 5, "base", "out")
        if form is not None and _LIGHT.match(text, match.start(), end):
            form = None
        if form is not None and not _noun_like(text, match.start(), match.end(), end, form):
            found.append(Hit(form.frame, form.weight, match.start(), match.end(), form))
    small = lowered(text, start, end) if tried else ""
    for number in tried:
        kind, weight, _, words = PHRASES[number]
        cased = bool(words.flags & re.IGNORECASE)
        match_ = words.search(text[start:end] if cased else small)
        if match_ is not None:
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
    return [_lowered(text, hit, ranked[0].start) for hit in ranked] if len(ranked) > 1 else ranked


_REDUCIBLE = frozenset(
    "Seizure Detention Ownership Management Charter Insurance FlagRegistration Designation Training".split()
)
_BARE = re.compile(
    r"(?:\b(?:is|are|was|were|been|be|being|it|she|he|they|who|which|and|had|has|have|not|by|to|\w+ly|later|then|also|never)|^|[.;:“\"(—–-]|\b[A-Z]\w*)\s*$"
)
_WITH = re.compile(r"\bwith\s(?:an?|its|her|the|their)\s(?:[\w-]+\s){0,2}$")
_GOING = frozenset("bound en heading destined flying carrying".split())
_IS = re.compile(r"\b(?:is|was|are|were|been|be|and|has|had)\s$")
_NOUN_BEFORE = re.compile(
    r"\b(?!(?:is|are|was|were|been|be|being|of|with|for|by|from|in|to|and|or|not|as|before|after|while|without|since|\w+ly)\s$)[a-z]+\s$"
)
_PARTED = re.compile(r"\s(?:by|in|at|from|off|near|on|to|with|during)\b")
_UNDER = re.compile(
    r"(?:\b(?:after|before|while|because|since|despite|although|once)\s|[^,]\s(?:which|who|whose)\s|,\s(?:which|who|whose)\s[^,]*$)"
)


def _agent(text: str, place: int) -> bool:
    words = text[max(0, place - 24) : place].lower().split()
    return bool(words) and words[-1] in PARTIES


def _lowered(text: str, hit: Hit, first: int) -> Hit:
    """A hit that only describes a noun, or stands in a clause under another, weighs less."""
    weight = hit.weight
    word = text[hit.start : hit.end].split()[0].lower()
    if hit.kind in _REDUCIBLE and (word.endswith("ed") or word in ("run", "held", "bound")):
        after = _PARTED.search(text, hit.start, hit.end + 8)
        bare = not _BARE.search(text[max(0, hit.start - 16) : hit.start])
        if (
            bare
            and after is not None
            and not _agent(text, hit.start)
            and after.start() <= hit.start + len(word) + 1
        ):
            weight -= 6
    noun = hit.form is not None and hit.form.shape == "noun"
    if first < hit.start and noun and _WITH.search(text[max(0, hit.start - 30) : hit.start]):
        weight -= 3
    if hit.kind == "Breach":
        weight -= _in_passing(text, hit)
    if (
        hit.kind in _REDUCIBLE
        and word.endswith("ed")
        and _OF_NOUN.search(text[max(0, hit.start - 22) : hit.start])
    ):
        weight -= 6 * bool(_NOUN_NEXT.match(text, hit.start + len(word)))
    if (
        hit.kind == "Ownership"
        and word in ("owner", "owners")
        and not _NAMES_OWNER.match(text, hit.end)
    ):
        weight -= 3
    if word in _GOING and not _IS.search(text[max(0, hit.start - 12) : hit.start]):
        weight -= 3
    if hit.form is not None and hit.form.shape == "ing" and first < hit.start:
        weight -= 2 * bool(_NOUN_BEFORE.search(text[max(0, hit.start - 20) : hit.start]))
    if first < hit.start and _UNDER.search(text[max(first, hit.start - 60) : hit.start]):
        weight -= 4
    return hit if weight == hit.weight else replace(hit, weight=weight)


_OF_NOUN = re.compile(
    r"(?:\b(?:an?|the|its|already|previously|other|of|US|EU|UN|U\.S)[\s.-]{1,2}(?:\w+ly\s)?|[a-z]ly-)$"
)
_NOUN_NEXT = re.compile(
    r"\s(?!(?:by|to|from|at|in|on|off|for|with|and|over|under|as|the|a|an|its|it)\b)[a-z]"
)
_NAMES_OWNER = re.compile(r"\s(?:is|was|are|were|as|being)\s")
_IN_PASSING = re.compile(r"(?:\bto|\bin(?:\s[a-z]+)?(?:\s[a-z]+)?)\s$")
_BY_DOING = re.compile(r"[^.;]{0,120}\bby\s(?:\w+ly\s)?([a-z-]+ing)\b")


def _in_passing(text: str, hit: Hit) -> int:
    """How much less a breach weighs that is only the purpose or the sum of what else is told."""
    if _IN_PASSING.search(text[max(0, hit.start - 28) : hit.start]):
        return 4
    done = _BY_DOING.match(text, hit.start)
    return 2 * (done is not None and done[1] in FORMS)


_INFINITIVE = re.compile(r"(?i)\b(?:to|will|would|could|can|may|might)\s$")
_LIGHT = re.compile(
    r"(?i)(?:carr\w+\sout|t(?:ook|ake[ns]?|aking)\s(?:part|place|custody|possession|charge|effect|note|steps|action|over|control|issue)|(?:sent|send\w*)\s(?:a\s)?(?:letters?|signals?|message)|set\sup|turn\w*\sout|g[ao]ve?\s(?:up|notice|way|evidence))\b"
)
_HANDED = frozenset(("delivery", "receipt"))
_TAKES = re.compile(r"(?i)\b(?:took|takes?|taken|taking)\s$")
_PASSIVE = re.compile(
    r"(?i)(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?\w+(?:ed|en|ght|un|ld)\b"
)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|of|with|such|any|those|these)\s)$", re.I
)
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


def _noun_like(text: str, start: int, end: int, last: int, form: Form) -> bool:
    """Whether a participle only describes a noun ("the seized cargo"), or a word is another's name."""
    if form.shape == "ed" and _AFTER_PART.match(text, end, last):
        return bool(_BEFORE_NOUN.search(text, max(0, start - 8), start))
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
