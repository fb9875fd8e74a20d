"""What leaves: the reports with what was derived of them; or a query's triples, made whole."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, Triple

from kb.errors import Refused, UnknownName
from kb.export.guard import guard
from kb.namespaces import DERIVED_GRAPH, KB, LISTS_GRAPH, ONTOLOGY_GRAPH, REFERENCE_GRAPH
from kb.store.base import Store, is_open

ABOUT, STATUS, ASSESSES, JUDGES, PASSAGE, CUE = (
    NamedNode(KB + name) for name in ("about", "status", "assesses", "judges", "passage", "cue")
)
BESIDE = (LISTS_GRAPH, ONTOLOGY_GRAPH, REFERENCE_GRAPH)
SET_UP = (DERIVED_GRAPH, *BESIDE)


def whole(store: Store, *, reference: bool = False) -> list[Quad]:
    """Every report and the derived graph; with `reference`, the ontology and reference data too.

    What lists say stays in: their publishers give it away under terms of their own.
    """
    chosen = [
        name for name in store.graphs() if is_open(name) and (reference or name not in BESIDE)
    ]
    quads = [_quad(triple, name) for name in chosen for triple in store.graph(name)]
    guard(quad.triple for quad in quads)
    return quads


def reports(store: Store, iris: Iterable[str]) -> list[Quad]:
    """Some reports, with the statuses, assessments and labels of what they describe."""
    quads: list[Quad] = []
    for iri in iris:
        triples = store.graph(iri)
        if not triples or iri in SET_UP:
            raise UnknownName(
                f"There is no report {iri} in the base. `kb query reports` lists them."
            )
        quads += [_quad(triple, iri) for triple in triples]
    for subject in {quad.subject for quad in quads}:
        if isinstance(subject, NamedNode):
            quads += [_quad(triple, DERIVED_GRAPH) for triple in _derived(store, subject)]
    guard(quad.triple for quad in quads)
    return quads


def _quad(triple: Triple, graph: str) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph))


def _derived(store: Store, subject: NamedNode) -> Iterable[Triple]:
    yield from store.match(subject, None, None, graph=DERIVED_GRAPH)
    for told in (ASSESSES, JUDGES):
        for link in store.match(None, told, subject, graph=DERIVED_GRAPH):
            if isinstance(link.subject, NamedNode):
                yield from store.match(link.subject, None, None, graph=DERIVED_GRAPH)


def completed(store: Store, triples: Iterable[Triple]) -> list[Triple]:
    """A query's triples with the status and claims of every proposition in them.

    Raises Refused for a triple that the base does not hold: a query may choose among statements,
    not make new ones, for nobody claims those.
    """
    found = dict.fromkeys(triples)
    for triple in list(found):
        if not isinstance(triple.subject, NamedNode) or not any(store.match(*triple)):
            raise Refused(
                f"The query makes a statement that the base does not hold: {triple} . What is "
                "claimed would leave as fact. Construct triples of the base only, or use SELECT."
            )
    mentioned = {t.subject for t in found} | {t.object for t in found}
    things = [thing for thing in mentioned if isinstance(thing, NamedNode)]
    propositions = {thing for thing in things if any(store.match(thing, STATUS, None))}
    propositions.update(each for thing in things for each in _about(store, thing))
    for proposition in propositions:
        found |= dict.fromkeys(_with_claims(store, proposition))
    guard(found)
    return list(found)


def _about(store: Store, claim: NamedNode) -> Iterable[NamedNode]:
    for triple in store.match(claim, ABOUT, None):
        if isinstance(triple.object, NamedNode):
            yield triple.object


def _with_claims(store: Store, proposition: NamedNode) -> Iterable[Triple]:
    """What is said of a proposition, its status and its type among it, and every claim about it."""
    yield from store.match(proposition, None, None)
    for link in store.match(None, ABOUT, proposition):
        if isinstance(link.subject, NamedNode):
            yield from _claim(store, link.subject)


def _claim(store: Store, claim: NamedNode) -> Iterable[Triple]:
    for triple in store.match(claim, None, None):
        yield triple
        if triple.predicate in (PASSAGE, CUE) and isinstance(triple.object, NamedNode):
            yield from store.match(triple.object, None, None)
