"""What editions of lists say a thing is: its class and names, for things that no report describes."""

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode

from kb.namespaces import KB, LISTS_GRAPH, RDF, RDFS
from kb.store.base import Store
from kb.terms import Term, text

TYPE, LABEL, DAY = (NamedNode(iri) for iri in (RDF + "type", RDFS + "label", KB + "editionDate"))
SPELT, CALLED, PARTY = (NamedNode(KB + n) for n in ("listText", "entryName", "listedParty"))
LOADED = NamedNode(KB + "LoadedEdition")


def editions(store: Store) -> list[str]:
    """The editions of lists in a store, by their IRIs, the newest first."""
    nodes = [text(t.subject) for t in store.match(None, TYPE, LOADED, graph=LISTS_GRAPH)]
    days = {
        node: text(triple.object)
        for node in nodes
        for triple in store.match(NamedNode(node), DAY, None, graph=LISTS_GRAPH)
    }
    return sorted(nodes, key=lambda node: (days.get(node, ""), node), reverse=True)


def kinds(store: Store, thing: NamedNode) -> set[str]:
    """The classes that lists give a thing, as IRIs."""
    return {kind.value for kind in _said(store, thing, TYPE) if isinstance(kind, NamedNode)}


def name(store: Store, thing: NamedNode, chosen: Sequence[str] | None = None) -> str:
    """The chief name that the first of some editions (the newest) gives a thing; "" if none has it."""
    found = _said(store, thing, LABEL, chosen)
    return next((label.value for label in found if isinstance(label, Literal)), "")


def named(store: Store, text: str) -> set[NamedNode]:
    """The parties to which any edition gives a name, spelt so or in capitals."""
    return {
        party.object
        for edition in editions(store)
        for spelling in {text, text.upper()}
        for called in store.match(None, SPELT, Literal(spelling), graph=edition)
        if isinstance(called.subject, NamedNode)
        for holder in store.match(None, CALLED, called.subject, graph=edition)
        if isinstance(holder.subject, NamedNode)
        for party in store.match(holder.subject, PARTY, None, graph=edition)
        if isinstance(party.object, NamedNode)
    }


def _said(
    store: Store, thing: NamedNode, predicate: NamedNode, chosen: Sequence[str] | None = None
) -> list[Term]:
    return [
        triple.object
        for edition in (editions(store) if chosen is None else chosen)
        for triple in store.match(thing, predicate, None, graph=edition)
    ]
