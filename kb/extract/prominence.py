"""How much the words that show an event weigh where they stand: less in passing, less where they only describe."""

import re
from dataclasses import dataclass, replace

from kb.extract.actors import PARTIES
from kb.extract.verbs import FORMS, Form


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that show a sort: the class, the words' place, and of a verb its form and direction."""

    kind: str
    weight: int
    start: int
    end: int
    form: Form | None = None


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


def lowered_by_place(text: str, hit: Hit, first: int) -> Hit:
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
    weight -= _under(text, hit, first)
    return hit if weight == hit.weight else replace(hit, weight=weight)


def _under(text: str, hit: Hit, first: int) -> int:
    """How much less a hit weighs that stands in a clause under another."""
    aside = 4 * _in_aside(text, hit)
    that = first < hit.start and (
        _THAT.search(text, max(first, hit.start - 40), hit.start)
        or _UNDER.search(text[max(first, hit.start - 60) : hit.start])
    )
    return aside + 2 * bool(that)


_ASIDE = re.compile(r",\s(?:which|who|whose)\s[^,;.]*$")


def _in_aside(text: str, hit: Hit) -> bool:
    """Whether a hit stands in ", which …," beside what the sentence itself tells."""
    begun = _ASIDE.search(text, max(0, hit.start - 100), hit.start)
    return (
        begun is not None
        and re.match(r"[^,;.]{0,100},\s", text[hit.end : hit.end + 110]) is not None
    )


_THAT = re.compile(
    r"\b(?:an?|the|two|three|several)\s(?:[\w-]+\s){1,3}that\s(?:(?:had|has|have|was|were|is|are|been|be)\s|\w+ly\s){0,4}$"
)
_OF_NOUN = re.compile(
    r"(?:\b(?:an?|the|its|other|several|many|of|with|for|from|by|on|any|two|three|transfer|carry|move|export|ship)\s(?:already\s|\w+ly\s)?|[A-Z][.A-Z]*-|[a-z]ly-)$"
)
_NOUN_NEXT = re.compile(
    r"\s(?!(?:by|to|from|at|in|on|off|for|with|and|over|under|as|the|a|an|its|it|last|this|during|after|near)\b)[A-Za-z]"
)
_NAMES_OWNER = re.compile(r"\s(?:is|was|are|were|as|being)\s")
_IN_PASSING = re.compile(
    r"(?:\bto|\bin(?:\s[a-z]+)?(?:\s[a-z]+)?|[a-z] and|,\s(?:which \w+ )?an?(?:\s[a-z]+)?)\s$"
)
_BY_DOING = re.compile(r"[^.;]{0,120}\bby\s(?:\w+ly\s)?([a-z-]+ing)\b")


def _in_passing(text: str, hit: Hit) -> int:
    """How much less a breach weighs that is only the purpose or the sum of what else is told."""
    if _IN_PASSING.search(text[max(0, hit.start - 28) : hit.start]):
        return 4
    done = _BY_DOING.match(text, hit.start)
    return 2 * (done is not None and done[1] in FORMS)
