"""Decisions about identity: in a graph of their own, logged, never rewritten, undone by addition."""

import hashlib
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, Triple

from kb.desk import log
from kb.desk.base import KnowledgeBase
from kb.desk.decisions import DECISION, IDENTITY_GRAPH, TYPE, decisions
from kb.errors import BadInput, Refused, UnknownName
from kb.matching.identity import DIFFERENT, SAME, Decision, Identities, Undone
from kb.namespaces import KB, LOG_GRAPH, XSD
from kb.questions.bind import value
from kb.questions.catalogue import Part
from kb.report.names import compact, expand
from kb.store import Change, Store
from kb.vocabulary import vocabulary

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
    base.judging.reconsider(_group(made, [*earlier, made]))
    return made, Identities.of([*earlier, made])


def _group(made: Decision, every: list[Decision]) -> set[NamedNode]:
    """All things that decisions join to those of one, whether they hold them the same or different."""
    found, todo = set(made.pair), list(made.pair)
    standing = [each for each in every if each.stands]
    while todo:
        name = todo.pop()
        new = {other for each in standing if name in each.pair for other in each.pair} - found
        found |= new
        todo += new
    return {NamedNode(expand(name, "", None, vocabulary()) or name) for name in found}


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
    base.judging.reconsider(_group(found, [*decisions(base.store), replace(found, undone=None)]))
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


__all__ = [
    "DIFFERENT",
    "IDENTITY_GRAPH",
    "SAME",
    "Judgement",
    "decide",
    "decisions",
    "held",
    "undo",
]
