"""Which propositions a change of one report can change the verdict on."""

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kb.judge.words import (
    ABOUT,
    ALIAS,
    CARGO,
    DESIGNATED,
    IN_STATE,
    LABEL,
    NUMBER,
    PART_OF,
    PARTY_ROLES,
    SHIP_ROLES,
    TIES,
    TYPE,
    WITHDRAWS,
    View,
    subjects,
    things,
)

SAID_OF_THINGS = (IN_STATE, LABEL, PART_OF, NUMBER, ALIAS)
"""What is said of a thing that enters verdicts on every event in which it takes part."""


def touched(
    view: View,
    before: Iterable[Triple],
    after: Iterable[Triple],
    elsewhere: Callable[[Triple], bool],
) -> set[NamedNode]:
    """The propositions that the coming or going of triples touches, in the base as it will be.

    `elsewhere` says whether a triple stands in another graph of the base too: then nothing changes by it.
    """
    old, new = set(before), set(after)
    both = old | new
    found = {t.object for t in both if t.predicate == ABOUT and isinstance(t.object, NamedNode)}
    for triple in both:
        if triple.predicate == WITHDRAWS and isinstance(triple.object, NamedNode):
            found.update(things(view, triple.object, ABOUT))
    changed = {
        t.subject
        for t in old ^ new
        if t.predicate in SAID_OF_THINGS and isinstance(t.subject, NamedNode) and not elsewhere(t)
    }
    for thing in changed:
        found.update(speaking(view, thing))
        for part in subjects(view, PART_OF, thing):
            found.update(speaking(view, part))
    return found | {each for tie in found for each in _resting(view, tie, both)}


def speaking(view: View, thing: NamedNode) -> Iterator[NamedNode]:
    """The propositions in which a thing has a part; its cargo and its claims count as theirs."""
    for each in subjects(view, None, thing):
        if any(view.match(None, ABOUT, each)):
            yield each
        yield from subjects(view, CARGO, each)


def _resting(view: View, tie: NamedNode, changed: set[Triple]) -> Iterator[NamedNode]:
    """The propositions on the ships or parties of a flag, an ownership or a listing, which rest on it."""
    own = {t for t in changed if t.subject == tie} | set(view.match(tie, None, None))
    if not any(t.predicate == TYPE and t.object in TIES for t in own):
        return
    for triple in own:
        if triple.predicate in (*SHIP_ROLES, DESIGNATED) and isinstance(triple.object, NamedNode):
            roles = PARTY_ROLES if triple.predicate == DESIGNATED else ()
            for role in dict.fromkeys((*SHIP_ROLES, *roles)):
                yield from subjects(view, role, triple.object)
