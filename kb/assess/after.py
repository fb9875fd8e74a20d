"""The base as it will be once one report's graph is replaced, seen before anything is written."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from pyoxigraph import NamedNode, Triple

from kb.store.base import Store
from kb.terms import Term


class After:
    """A view of the store in which `graph` holds `triples` and nothing else."""

    def __init__(self, store: Store, graph: str, triples: Iterable[Triple]) -> None:
        self.store = store
        self.graph = graph
        self.new = ox.Store()
        self.new.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)

    def match(
        self, subject: NamedNode | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Triple]:
        """The triples of a pattern; one that other graphs hold too may come twice."""
        yield from self.store.match(subject, predicate, value, without=self.graph)
        for quad in self.new.quads_for_pattern(subject, predicate, value, ox.DefaultGraph()):
            yield quad.triple

    def replaced(self) -> list[Triple]:
        """What the graph holds now."""
        return self.store.graph(self.graph)

    def values(self, subject: NamedNode, predicate: NamedNode) -> list[Term]:
        """The values of one property of a thing, each once, in the order of their text."""
        return sorted({t.object for t in self.match(subject, predicate, None)}, key=str)
