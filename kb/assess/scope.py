"""Which propositions a change of one report touches, and what their status depends on."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from pyoxigraph import NamedNode, Triple

from kb.assess.after import After
from kb.namespaces import KB, RDFS

ABOUT, REPEATS, WITHDRAWS = (NamedNode(KB + name) for name in ("about", "repeats", "withdraws"))
LABEL = NamedNode(RDFS + "label")
CHAIN = 100
"""How many claims a chain of repetitions is followed through."""


def touched(after: After, triples: Iterable[Triple]) -> set[NamedNode]:
    """The propositions whose status or label may change with the report that is going or coming."""
    before = after.replaced()
    both = {*before, *triples}
    found = _objects(t for t in both if t.predicate == ABOUT)
    claims = {t.subject for t in both if t.predicate == ABOUT}
    for triple in both:
        if triple.predicate in (REPEATS, WITHDRAWS) and isinstance(triple.object, NamedNode):
            found |= _about(after, triple.object)
    for claim in claims:
        for link in (REPEATS, WITHDRAWS):
            for triple in after.match(None, link, claim):
                if isinstance(triple.subject, NamedNode):
                    found |= _about(after, triple.subject)
    return found | _renamed(after, set(before), both)


def _objects(triples: Iterable[Triple]) -> set[NamedNode]:
    return {t.object for t in triples if isinstance(t.object, NamedNode)}


def _about(after: After, claim: NamedNode) -> set[NamedNode]:
    return _objects(after.match(claim, ABOUT, None))


def _renamed(after: After, before: set[Triple], both: set[Triple]) -> set[NamedNode]:
    """Propositions that speak of something whose name comes or goes with the report."""
    found: set[NamedNode] = set()
    for label in both:
        if label.predicate != LABEL or not isinstance(label.subject, NamedNode):
            continue
        elsewhere = any(after.store.match(*label, without=after.graph))
        stays = label in before and ox.Quad(*label) in after.new
        if elsewhere or stays:
            continue
        for link in after.match(None, None, label.subject):
            thing = link.subject
            if isinstance(thing, NamedNode):
                found |= {thing} if any(after.match(None, ABOUT, thing)) else set()
                found |= _about(after, thing)
    return found


def grounds(after: After, proposition: NamedNode) -> set[Triple]:
    """What a proposition's status depends on: claims about it, what they repeat, who withdrew them."""
    found = set(after.match(proposition, None, None))
    for link in set(after.match(None, ABOUT, proposition)):
        if isinstance(link.subject, NamedNode):
            found.update(after.match(link.subject, None, None))
            found.update(_chain(after, link.subject))
            for taking in after.match(None, WITHDRAWS, link.subject):
                if isinstance(taking.subject, NamedNode):
                    found.update(after.match(taking.subject, None, None))
    return found


def _chain(after: After, claim: NamedNode) -> Iterator[Triple]:
    seen, todo = {claim}, [claim]
    while todo and len(seen) < CHAIN:
        for link in after.match(todo.pop(), REPEATS, None):
            yield link
            if isinstance(link.object, NamedNode) and link.object not in seen:
                seen.add(link.object)
                todo.append(link.object)
