"""Decisions about identity: in a graph of their own, logged, never rewritten, undone by addition."""

import hashlib
from collections.abc import Iterator, Set
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kb.desk import log
from kb.desk.base import KnowledgeBase
from kb.errors import BadInput, Refused, UnknownName
from kb.matching.identity import DIFFERENT, SAME, Decision, Identities, Undone
from kb.namespaces import GRAPH, KB, LOG_GRAPH, RDF, XSD
from kb.questions.bind import value
from kb.questions.catalogue import Part
from kb.report.names import compact
from kb.store import Change, Store
from kb.terms import text
from kb.vocabulary import vocabulary

IDENTITY_GRAPH = f"{GRAPH}identity"
TYPE, DECISION = NamedNode(RDF + "type"), NamedNode(KB + "IdentityDecision")
MOMENT = NamedNode(XSD + "dateTime")
PART = Part("thing", "Thing")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person wants recorded: of two things, same or different, by whom and why."""

    one: str
    other: str
    judgement: str
    by: str
    because: str


def decisions(store: Store) -> list[Decision]:
    """Every decision, oldest first, those that were undone among them."""
    found = store.match(None, TYPE, DECISION, graph=IDENTITY_GRAPH)
    nodes = [t.subject for t in found if isinstance(t.subject, NamedNode)]
    return sorted((_read(store, node) for node in nodes), key=lambda each: each.number)


def _read(store: Store, node: NamedNode) -> Decision:
    facts: dict[str, list[str]] = {}
    for triple in store.match(node, None, None, graph=IDENTITY_GRAPH):
        facts.setdefault(triple.predicate.value.removeprefix(KB), []).append(text(triple.object))
    one, other = sorted(compact(each, "") for each in facts["decidedOf"])

    def said(name: str) -> str:
        return facts[name][0]

    undone = None
    if "undoneOn" in facts:
        undone = Undone(said("undoneBy"), said("undoneOn"), said("undoneBecause"))
    number = int(node.value.rpartition("/")[2])
    by, on, because = said("decidedBy"), said("decidedOn"), said("decidedBecause")
    return Decision(number, one, other, said("judgement"), by, on, because, undone)


def decide(base: KnowledgeBase, wanted: Judgement) -> tuple[Decision, Identities]:
    """Records a decision; also gives what all decisions amount to with it.

    Raises BadInput without a person or reason, UnknownName for a thing that the base has not, and Refused
    where the same was decided already, or the contrary of the same two things.
    """
    _named(wanted.by, wanted.because)
    nodes = [_thing(base, each) for each in (wanted.one, wanted.other)]
    if nodes[0] == nodes[1]:
        raise BadInput(f"{wanted.one} and {wanted.other} are one thing. Name two.")
    one, other = sorted(compact(node.value, "") for node in nodes)
    earlier = decisions(base.store)
    for each in earlier:
        if each.stands and each.pair == {one, other}:
            also = (
                ""
                if each.judgement == wanted.judgement
                else f" Undo it first: kb undo {each.number}."
            )
            raise Refused(f"It was decided already: {each.sentence()}{also}")
    number = len(earlier) + 1
    made = Decision(number, one, other, wanted.judgement, wanted.by, log.now(), wanted.because)
    _commit(
        base.store, list(_written(made, nodes)), _log(base.store, made, "added", made.sentence())
    )
    return made, Identities.of([*earlier, made])


def undo(base: KnowledgeBase, which: str, other: str, by: str, because: str) -> Decision:
    """Undoes a decision, by number or by its two things; raises UnknownName where none stands."""
    _named(by, because)
    found = _wanted(base, which, other)
    undone = Undone(by, log.now(), because)
    node = NamedNode(_iri(found.number))
    new = [
        Triple(node, NamedNode(KB + "undoneBy"), Literal(by)),
        Triple(node, NamedNode(KB + "undoneOn"), Literal(undone.on, datatype=MOMENT)),
        Triple(node, NamedNode(KB + "undoneBecause"), Literal(because)),
    ]
    reason = f"undone by {by}: {because}"
    _commit(base.store, new, _log(base.store, found, "retracted", reason))
    return found


def _wanted(base: KnowledgeBase, which: str, other: str) -> Decision:
    standing = [each for each in decisions(base.store) if each.stands]
    if other:
        pair = {compact(_thing(base, each).value, "") for each in (which, other)}
        chosen = [each for each in standing if each.pair == pair]
    else:
        chosen = [each for each in standing if str(each.number) == which]
    if chosen:
        return chosen[0]
    numbers = ", ".join(str(each.number) for each in standing) or "none"
    raise UnknownName(
        f"No decision that stands is {f'{which} {other}'.strip()}. Standing decisions: {numbers}."
    )


def held(store: Store, things: Set[str]) -> dict[str, tuple[str, ...]]:
    """For each of some things, what was decided of it and still stands, as sentences."""
    every = decisions(store)
    if not every:
        return {}
    identities = Identities.of(every)
    return {
        thing: found
        for thing in sorted(things)
        if (found := tuple(_said(thing, every, identities)))
    }


def _said(thing: str, every: list[Decision], identities: Identities) -> Iterator[str]:
    direct: set[str] = {thing}
    for each in every:
        if each.stands and thing in each.pair:
            yield f"{each.sentence().rstrip('.')} (decision {each.number})."
            direct |= each.pair
    for other in identities.group(thing):
        if other not in direct:
            yield f"Through other decisions {thing} is also held to be the same as {other}."
    for clash in identities.contradictions:
        touched = clash.different.pair.union(*(each.pair for each in clash.same))
        if thing in touched:
            yield f"Contradiction: {clash.sentence()}"


def _thing(base: KnowledgeBase, name: str) -> NamedNode:
    found = value(PART, name, base.store, vocabulary())
    if not isinstance(found, NamedNode):
        raise UnknownName(f"{name} is no thing of the base.")
    return found


def _named(by: str, because: str) -> None:
    if not by.strip():
        raise BadInput("A decision needs a person. Say who decides with --by.")
    if not because.strip():
        raise BadInput("A decision needs a reason. Say why in a sentence, with --because.")


def _iri(number: int) -> str:
    return f"{IDENTITY_GRAPH}/{number:09d}"


def _written(made: Decision, nodes: list[NamedNode]) -> Iterator[Triple]:
    node = NamedNode(_iri(made.number))
    yield Triple(node, TYPE, DECISION)
    for thing in nodes:
        yield Triple(node, NamedNode(KB + "decidedOf"), thing)
    yield Triple(node, NamedNode(KB + "judgement"), Literal(made.judgement))
    yield Triple(node, NamedNode(KB + "decidedBy"), Literal(made.by))
    yield Triple(node, NamedNode(KB + "decidedOn"), Literal(made.on, datatype=MOMENT))
    yield Triple(node, NamedNode(KB + "decidedBecause"), Literal(made.because))


def _log(store: Store, about: Decision, action: str, reason: str) -> list[Triple]:
    source = _iri(about.number)
    digest = hashlib.sha256(reason.encode()).hexdigest()
    entry = log.Entry(log.next_number(store), action, source, log.now(), digest, "", reason)
    return log.written(entry, log.latest(store, source))


def _commit(store: Store, new: list[Triple], entry: list[Triple]) -> None:
    store.commit(Change(add={IDENTITY_GRAPH: new, LOG_GRAPH: entry}))


__all__ = ["DIFFERENT", "SAME", "Judgement", "decide", "decisions", "held", "undo"]
