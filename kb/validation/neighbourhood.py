"""The part of the base that one report must be held against: bounded by the report, not by the base.

What a constraint can look at beyond the report itself is: the class and key facts of each thing that
the report refers to, what the base already says of the shared things that it describes, other things
with the same identifier, other flags of the same ship, and the claims that its own answer or repeat.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Protocol

from pyoxigraph import NamedNode, Triple

from kb.namespaces import KB, RDF
from kb.terms import Term

TYPE, REST, NIL = (NamedNode(RDF + name) for name in ("type", "rest", "nil"))
IDENTIFIERS = tuple(
    NamedNode(KB + name)
    for name in (
        "imoNumber",
        "imoCompanyNumber",
        "mmsi",
        "unLocode",
        "isoAlpha2",
        "isoAlpha3",
        "lei",
    )
)
VESSEL, REPEATS = (NamedNode(KB + name) for name in ("vessel", "repeats"))
CLAIMED = tuple(NamedNode(KB + name) for name in ("about", "inReport", "passage", "cue"))
"""What links a claim to a proposition, report or passage; constraints ask whether there is a claim."""
CLAIM, FLAG = NamedNode(KB + "Claim"), NamedNode(KB + "FlagRegistration")
CLAIMS_SEEN = 20
"""How many claims about a shared thing are looked at; constraints ask only whether there is one."""
CHAIN = 100
"""How many steps a chain of repeated claims is followed."""


class Base(Protocol):
    """What the neighbourhood needs of a store."""

    def match(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        object: Term | None,  # noqa: A002
        *,
        without: str | None = None,
    ) -> Iterator[Triple]:
        """Triples of the default graph, less those that only `without` holds and those derived."""


def neighbourhood(base: Base, triples: Iterable[Triple], report: str) -> set[Triple]:
    """The triples of the base that bear on the report, less those of an earlier version of it."""
    own = list(triples)
    described = {t.subject for t in own if isinstance(t.subject, NamedNode)}
    around: set[Triple] = set()
    for thing in described:
        if not _local(thing, report):
            around.update(base.match(thing, None, None, without=report))
            around.update(_claims(base, thing, report))
    told = [*own, *around]
    for thing in _referred(told) - described:
        around.update(_facts(base, thing, report))
    flags = {t.subject for t in told if t.predicate == TYPE and t.object == FLAG}
    for triple in told:
        if triple.subject not in described:
            continue
        if triple.predicate in IDENTIFIERS:
            around.update(_sharing(base, triple, report))
        elif triple.subject in flags and triple.predicate == VESSEL:
            around.update(_flags(base, triple.object, report))
    return around - set(own)


def _local(thing: NamedNode, report: str) -> bool:
    return thing.value == report or thing.value.startswith(report + "#")


def _referred(triples: Iterable[Triple]) -> set[NamedNode]:
    return {t.object for t in triples if isinstance(t.object, NamedNode) and t.predicate != TYPE}


def _facts(base: Base, thing: NamedNode, report: str) -> Iterator[Triple]:
    """All that the base says of a thing referred to, and of what it repeats or lists in turn."""
    found = list(base.match(thing, None, None, without=report))
    yield from found
    for triple in found:
        if triple.predicate.value == KB + "state" and isinstance(triple.object, NamedNode):
            yield from base.match(triple.object, None, None, without=report)
    yield from _chain(base, thing, report)
    yield from _list(base, thing, report)


def _list(base: Base, node: NamedNode, report: str) -> Iterator[Triple]:
    """What follows in an RDF list, as of those who passed a claim on."""
    for _ in range(CHAIN):
        links = base.match(node, REST, None, without=report)
        node = next((t.object for t in links if isinstance(t.object, NamedNode)), NIL)
        if node == NIL:
            return
        yield from base.match(node, None, None, without=report)


def _chain(base: Base, claim: NamedNode, report: str) -> Iterator[Triple]:
    seen, todo = {claim}, [claim]
    while todo and len(seen) < CHAIN:
        for link in base.match(todo.pop(), REPEATS, None, without=report):
            yield link
            if isinstance(link.object, NamedNode) and link.object not in seen:
                seen.add(link.object)
                todo.append(link.object)
                yield from base.match(link.object, TYPE, None, without=report)


def _claims(base: Base, thing: NamedNode, report: str) -> Iterator[Triple]:
    for predicate in CLAIMED:
        for link in islice(base.match(None, predicate, thing, without=report), CLAIMS_SEEN):
            yield link
            yield Triple(link.subject, TYPE, CLAIM)


def _sharing(base: Base, triple: Triple, report: str) -> Iterator[Triple]:
    """Other things that carry the same identifier, with their class."""
    for other in base.match(None, triple.predicate, triple.object, without=report):
        if other.subject != triple.subject and isinstance(other.subject, NamedNode):
            yield other
            yield from base.match(other.subject, TYPE, None, without=report)


def _flags(base: Base, ship: Term, report: str) -> Iterator[Triple]:
    """Other flag registrations of a ship."""
    for link in base.match(None, VESSEL, ship, without=report):
        if isinstance(link.subject, NamedNode) and not _local(link.subject, report):
            facts = list(base.match(link.subject, None, None, without=report))
            if any(fact.predicate == TYPE and fact.object == FLAG for fact in facts):
                yield from facts
