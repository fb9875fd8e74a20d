"""What a verdict on a proposition can depend on, gathered from the base: as much as the event has to it.

The proposition with its cargo, the states of those who take part, the flags and owners that are claimed of
its ships, the listings and delistings of its parties, and the claims about all of these. What loaded lists
state of a party comes from outside, as triples in the working terms.
"""

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kb.judge.words import (
    ABOUT,
    CARGO,
    CLAIMANT,
    DESIGNATED,
    EARLIEST,
    FIRST,
    IN_STATE,
    LABEL,
    LAST,
    LASTS,
    LATEST,
    NAME,
    PART_OF,
    PARTY,
    PARTY_ROLES,
    SHIP_ROLES,
    STANCE,
    TIES,
    TIME,
    TYPE,
    WITHDRAWS,
    View,
    subjects,
    things,
    values,
)
from kb.namespaces import KB
from kb.vocabulary import Vocabulary

EVENTS_OF_A_SHIP = 10_000
"""How many propositions of one ship are looked through for its flags and owners."""


Listed = Callable[[View, NamedNode, NamedNode], Iterable[Triple]]
"""What loaded lists state of a party in a role, as a view has it."""


def nowhere(view: View, party: NamedNode, role: NamedNode) -> Iterable[Triple]:
    """No list is loaded."""
    return ()


def facts(
    view: View, proposition: NamedNode, words: Vocabulary, listed: Listed = nowhere
) -> Iterator[Triple]:
    """All that the rules may look at when they judge one proposition."""
    own = list(view.match(proposition, None, None))
    yield from _dated(view, proposition, words)
    ships = {ship for role in SHIP_ROLES for ship in things(view, proposition, role)}
    parties = {(who, role) for role in PARTY_ROLES for who in things(view, proposition, role)}
    ties = {tie for ship in ships for tie in relations(view, ship)} - {proposition}
    ties |= {tie for who, _ in parties for tie in relations(view, who, (DESIGNATED,))}
    for who, role in sorted(parties, key=str):
        yield from listed(view, who, role)
    yield from own
    yield from _claims(view, proposition)
    for tie in ties:
        yield from view.match(tie, None, None)
        yield from _dated(view, tie, words)
        yield from _claims(view, tie)
    spoken = {triple.object for triple in own}
    spoken |= {value.object for tie in ties for value in view.match(tie, None, None)}
    for thing in spoken:
        if isinstance(thing, NamedNode):
            yield from _described(view, thing)
    for consignment in things(view, proposition, CARGO):
        yield from view.match(consignment, None, None)


def relations(
    view: View, thing: NamedNode, roles: Iterable[NamedNode] = (*SHIP_ROLES, DESIGNATED)
) -> Iterator[NamedNode]:
    """The propositions on a ship's flag, owners, managers and listings; or on a party's listings."""
    for role in roles:
        for number, each in enumerate(subjects(view, role, thing)):
            if number == EVENTS_OF_A_SHIP:
                break
            if any(kind in TIES for kind in things(view, each, TYPE)):
                yield each


def _claims(view: View, proposition: NamedNode) -> Iterator[Triple]:
    """The claims about a proposition, and what takes them back: only who made a claim can do that."""
    for claim in subjects(view, ABOUT, proposition):
        yield Triple(claim, ABOUT, proposition)
        yield from view.match(claim, STANCE, None)
        for later in subjects(view, WITHDRAWS, claim):
            if _speaking_for(view, later) & _speaking_for(view, claim):
                yield Triple(later, WITHDRAWS, claim)


def _speaking_for(view: View, claim: NamedNode) -> set[NamedNode]:
    """For whom a claim speaks: a party, else who makes it."""
    return set(things(view, claim, PARTY)) or set(things(view, claim, CLAIMANT))


def _described(view: View, thing: NamedNode) -> Iterator[Triple]:
    """Name, class and state of a thing; where the larger place lies that it is a part of."""
    names = [each.value for each in values(view, thing, LABEL) if isinstance(each, Literal)]
    if names:
        yield Triple(thing, NAME, Literal(names[0]))
    for predicate in (IN_STATE, PART_OF):
        yield from view.match(thing, predicate, None)
    for larger in things(view, thing, PART_OF):
        yield from view.match(larger, IN_STATE, None)
        yield from view.match(larger, PART_OF, None)


def _dated(view: View, thing: NamedNode, words: Vocabulary) -> Iterator[Triple]:
    """The first and last day that any source gives, and whether the thing lasts from one to the other."""
    first, last = _days(view, thing, EARLIEST), _days(view, thing, LATEST)
    if first:
        yield Triple(thing, FIRST, first[0])
    if last:
        yield Triple(thing, LAST, last[-1])
    kinds = (kind.value for kind in things(view, thing, TYPE))
    relation = any(KB + "Relation" in words.ancestors(kind) for kind in kinds)
    if relation and any("/" in text for text in _texts(values(view, thing, TIME))):
        yield Triple(thing, LASTS, Literal(True))


def _days(view: View, thing: NamedNode, predicate: NamedNode) -> list[Literal]:
    found = [each for each in values(view, thing, predicate) if isinstance(each, Literal)]
    return sorted(found, key=lambda each: each.value)


def _texts(terms: Iterable[object]) -> list[str]:
    return [each.value for each in terms if isinstance(each, Literal)]
