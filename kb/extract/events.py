"""Events and relations in a passage: their class by trigger words, their roles from the mentions in reach.

A role is filled only by a mention, or by the coarse words of the text itself ("two Russian ships"); what the
text does not say stays empty.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kb.extract.casting import Cast
from kb.extract.chunks import Filler
from kb.extract.fillers import between, fillers, tokens
from kb.extract.mention import Mention
from kb.extract.prominence import Hit
from kb.extract.roles import parts
from kb.extract.sorts import sort_of, voiced
from kb.extract.spans import Span
from kb.extract.triggers import chosen, hits
from kb.namespaces import KB
from kb.vocabulary import Vocabulary

LONGEST = 6000
"""Characters of a passage in which an event is looked for: forty long sentences."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event or relation in a passage: its class, the mentions or words for each role, what is left open."""

    kind: str
    trigger: Span
    roles: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    coarse: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


def happening(
    text: str, content: Span, sentence: Span, mentions: Sequence[Mention], words: Vocabulary
) -> Happening | None:
    """What a passage speaks of, or None; roles from the passage, and ships that it means from before it.

    Of a passage longer than any that is written only the front is read, so that the work is bounded.
    """
    content = (content[0], min(content[1], content[0] + LONGEST))
    found = hits(text, *content)
    if not found:
        return None
    inside = between(mentions, content)
    toks = tokens(text, content)
    acting = fillers(text, toks, inside)
    made: Happening | None = None
    for hit in chosen(found):
        kind = sort_of(text, content, hit, acting)
        if not kind or KB + kind not in words.classes:
            continue
        told = _cast(text, content, kind, voiced(text, toks, hit), acting, mentions, words)
        made = made or told
        if kind not in CALLED_SO or not lacking(kind, told.roles.keys() | told.coarse.keys()):
            return told
    return made


def _cast(
    text: str,
    content: Span,
    kind: str,
    hit: Hit,
    acting: Sequence[Filler],
    mentions: Sequence[Mention],
    words: Vocabulary,
) -> Happening:
    """An event of a class with its parts."""
    cast = Cast(text, content, kind, hit, keys_of(kind, words))
    told = sorted(parts(kind, hit, acting, text), key=lambda part: ORDER.get(part[1].relation, 1))
    for role, each in told:
        cast.add(role, each)
    cast.between_ships(acting)
    cast.things(between(mentions, content))
    cast.ship(mentions, acting)
    return Happening(kind, (hit.start, hit.end), *cast.filled())


def lacking(kind: str, given: Iterable[str]) -> bool:
    """Whether an event lacks a role without which its class says nothing; `given`: the roles that it has."""
    has = set(given)
    return any(not has & set(need.split("|")) for need in WANTED.get(kind, ()))


CALLED_SO = frozenset({"FalseIdentity"})
"""Classes that words show which often only describe something else: "paid for forged certificates"."""


WANTED: Mapping[str, tuple[str, ...]] = {
    "Renaming": ("newName",),
    "FalseIdentity": ("falseName|falseMmsi|falseImoNumber|falseFlag",),
    "Identification": ("entity", "sameAs"),
    "Employment": ("organization",),
    "Training": ("actor|participant",),
    "Construction": ("place|site|actor",),
    "Breach": ("breachingEvent",),
}
"""What kinds need that no `unknown` can stand for; where it is not told they become plain events, and say so."""
ORDER = {"behalf": 0, "adj": 2}
"""Who acts on another's behalf is told after that other, and what only describes goods last."""
_KEYS: dict[str, frozenset[str]] = {}
"""The roles of each kind, kept: there is one vocabulary."""


def keys_of(kind: str, words: Vocabulary) -> frozenset[str]:
    """The roles that a class has in report files."""
    if kind not in _KEYS:
        _KEYS[kind] = words.keys_of([KB + kind])
    return _KEYS[kind]
