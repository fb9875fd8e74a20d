"""The decisions about identity that a base holds, read."""

from pyoxigraph import NamedNode

from kb.matching.identity import Decision, Undone
from kb.namespaces import GRAPH, KB, RDF
from kb.report.names import compact
from kb.store import Store
from kb.terms import text

IDENTITY_GRAPH = f"{GRAPH}identity"
TYPE, DECISION = NamedNode(RDF + "type"), NamedNode(KB + "IdentityDecision")


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
