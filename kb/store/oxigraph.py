"""The embedded engine: Oxigraph on disk (RocksDB) or in memory.

The default graph is kept as the set union of the open graphs, because the engine's own union view
repeats a triple that two graphs hold. The bookkeeping costs as much as the change, not the base.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias

import pyoxigraph as ox
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kb.errors import StoreError
from kb.namespaces import DERIVED_GRAPH, PREFIXES
from kb.store.base import Change, Rows, is_open
from kb.store.lock import Lock
from kb.terms import Term

DEFAULT = DefaultGraph()
PORTION = 100_000
"""How many quads are poured at once."""
Subject: TypeAlias = NamedNode | BlankNode | Triple


class OxigraphStore:
    """A store in this process."""

    def __init__(self, engine: ox.Store, location: str, lock: Lock | None = None) -> None:
        self.engine = engine
        self.location = location
        self.lock = lock
        self.changed = False

    def commit(self, change: Change) -> None:
        """Carries out a change in one transaction, which outlives a kill of the process.

        It is made to outlive a failure of power too when the store is closed: flushing each change of
        many costs twice what the change itself does.
        """
        gone, new = self._plan(change)
        try:
            if gone:
                self.engine.update(_request(gone, new))
            elif new:
                self.engine.extend(new)
            self.changed = True
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"The store {self.location} could not be written: {error}. Nothing was changed; "
                "check the free space and the permissions."
            ) from None

    def pour(self, graph: str, quads: Iterable[Quad]) -> None:
        """Writes many quads of one closed graph, a part at a time and in bounded memory."""
        if is_open(graph):
            raise StoreError(f"The graph {graph} is open: it is changed whole or not at all.")
        waiting = iter(quads)
        try:
            while portion := list(islice(waiting, PORTION)):
                self.engine.bulk_extend(portion)
                self.changed = True
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"The store {self.location} could not be written: {error}. Check the free space and "
                "the permissions."
            ) from None

    def drop(self, graph: str) -> None:
        """Takes away all of a closed graph."""
        if is_open(graph):
            raise StoreError(f"The graph {graph} is open: it is changed whole or not at all.")
        self.engine.remove_graph(NamedNode(graph))
        self.changed = True

    def _plan(self, change: Change) -> tuple[list[Quad], list[Quad]]:
        """The quads that go and the quads that come, the default graph's among them."""
        gone: set[Quad] = set()
        coming: dict[Quad, None] = {}
        for graph, archive in change.archive.items():
            for triple in self.graph(graph):
                gone.add(_quad(triple, graph))
                coming[_quad(triple, archive)] = None
        for graph in change.clear:
            gone.update(_quad(triple, graph) for triple in self.graph(graph))
        for graph, triples in change.remove.items():
            gone.update(_quad(triple, graph) for triple in triples)
        for graph, triples in change.add.items():
            coming.update((_quad(triple, graph), None) for triple in triples)
        new = [quad for quad in coming if quad not in self.engine]
        gone = {quad for quad in gone - set(coming) if quad in self.engine}
        return self._with_union(list(gone), new)

    def _with_union(self, gone: list[Quad], new: list[Quad]) -> tuple[list[Quad], list[Quad]]:
        coming = {quad.triple for quad in new if _open(quad)}
        leaving = {quad.triple for quad in gone if _open(quad)} - coming
        going = set(gone)
        for triple in leaving:
            holders = self.engine.quads_for_pattern(*_parts(triple), None)
            if all(not _open(quad) or quad in going for quad in holders):
                gone.append(Quad(*_parts(triple), DEFAULT))
        for triple in coming:
            quad = Quad(*_parts(triple), DEFAULT)
            if quad not in self.engine:
                new.append(quad)
        return gone, new

    def graph(self, name: str) -> list[Triple]:
        """The triples of one graph."""
        return list(self.match(None, None, None, graph=name))

    def graphs(self) -> list[str]:
        """The names of all graphs that hold something, sorted."""
        names = [name.value for name in self.engine.named_graphs() if isinstance(name, NamedNode)]
        return sorted(name for name in names if any(self.match(None, None, None, graph=name)))

    def match(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        object: Term | None,  # noqa: A002
        *,
        without: str | None = None,
        graph: str | None = None,
    ) -> Iterator[Triple]:
        """Triples of the default graph, or of one graph.

        `without` leaves out what only that graph holds, and what is derived.
        """
        where = DEFAULT if graph is None else NamedNode(graph)
        for quad in self.engine.quads_for_pattern(subject, predicate, object, where):
            if without is None or self._held_elsewhere(quad.triple, without):
                yield quad.triple

    def _held_elsewhere(self, triple: Triple, graph: str) -> bool:
        passed = (NamedNode(graph), NamedNode(DERIVED_GRAPH))
        return any(quad.graph_name not in passed for quad in self.holders(triple))

    def holders(self, triple: Triple) -> Iterator[Quad]:
        """The open graphs' quads of one triple: one for each source that states it."""
        found = self.engine.quads_for_pattern(*_parts(triple), None)
        return (quad for quad in found if _open(quad))

    def select(self, sparql: str, values: Mapping[str, NamedNode | Literal] | None = None) -> Rows:
        """The answer to a trusted query."""
        bound: dict[ox.Variable, NamedNode | BlankNode | Literal | Triple] = {
            ox.Variable(name): term for name, term in (values or {}).items()
        }
        found = self.engine.query(sparql, prefixes=PREFIXES, substitutions=bound)
        if not isinstance(found, ox.QuerySolutions):
            raise StoreError("This query is no SELECT.")
        names = tuple(variable.value for variable in found.variables)
        return Rows(names, tuple(tuple(row[name] for name in names) for row in found))

    def construct(self, sparql: str) -> list[Triple]:
        """The triples that a trusted query constructs."""
        found = self.engine.query(sparql, prefixes=PREFIXES)
        if not isinstance(found, ox.QueryTriples):
            raise StoreError("This query is no CONSTRUCT.")
        return list(found)

    def dump(self) -> Iterator[Quad]:
        """Every quad of the named graphs."""
        for quad in self.engine:
            if quad.graph_name != DEFAULT:
                yield quad

    def close(self) -> None:
        """Brings what was changed to the disk, and lets go of the store."""
        try:
            if self.changed:
                self.engine.flush()
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"The store {self.location} could not be brought to the disk: {error}. What was added "
                "is in its journal; check the free space, then add a report again."
            ) from None
        finally:
            del self.engine
            if self.lock is not None:
                self.lock.release()

    def __enter__(self) -> "OxigraphStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _quad(triple: Triple, graph: str) -> Quad:
    return Quad(*_parts(triple), NamedNode(graph))


def _parts(triple: Triple) -> tuple[Subject, NamedNode, Term]:
    return triple.subject, triple.predicate, triple.object


def _open(quad: Quad) -> bool:
    return isinstance(quad.graph_name, NamedNode) and is_open(quad.graph_name.value)


def _request(gone: Iterable[Quad], new: Iterable[Quad]) -> str:
    """One SPARQL update, which the engine carries out in one transaction."""
    parts = [f"DELETE DATA {{ {_block(gone)} }}"]
    added = _block(new)
    if added:
        parts.append(f"INSERT DATA {{ {added} }}")
    return " ;\n".join(parts)


def _block(quads: Iterable[Quad]) -> str:
    lines = []
    for quad in quads:
        name = quad.graph_name
        text = f"{quad.triple} ."
        lines.append(text if name == DEFAULT else f"GRAPH {name} {{ {text} }}")
    return "\n".join(lines)
