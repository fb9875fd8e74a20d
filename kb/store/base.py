"""The contract of a store: what the base asks of an engine, embedded or remote.

A store holds named graphs. The default graph is the set union of the open graphs: every graph but
the log, the archive and the editions of lists, which are reached by name only.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kb.namespaces import GRAPH, ID, LOG_GRAPH
from kb.terms import Term

LIST_GRAPHS = ID + "list/"
"""How the graph of an edition of a list begins: what a list says of a party is the list's word only."""
CLOSED = (LOG_GRAPH, GRAPH + "archive/", LIST_GRAPHS)


def is_open(graph: str) -> bool:
    """Whether a graph's triples are part of the default graph."""
    return not graph.startswith(CLOSED)


@dataclass(frozen=True, slots=True)
class Change:
    """What one commit does: first all that goes (archive, clear, remove), then all that comes.

    `archive` moves a graph's present content to a closed graph of the given name; what is archived
    or added comes last, and so stays whatever else the change takes away.
    """

    add: Mapping[str, Iterable[Triple]] = field(default_factory=dict)
    remove: Mapping[str, Iterable[Triple]] = field(default_factory=dict)
    clear: tuple[str, ...] = ()
    archive: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: its variables, and a tuple of terms (None: unbound) for each row."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


class Store(Protocol):
    """An engine. Raises StoreError where it cannot serve."""

    location: str

    def commit(self, change: Change) -> None:
        """Carries out a change in one transaction: after a crash it is wholly there or not at all."""

    def pour(self, graph: str, quads: Iterable[Quad]) -> None:
        """Writes many quads of one closed graph, a part at a time and in bounded memory.

        After a crash some of them may be there: nothing may point at the graph until it is whole.
        """

    def drop(self, graph: str) -> None:
        """Takes away all of a closed graph."""

    def graph(self, name: str) -> list[Triple]:
        """The triples of one graph, in no particular order."""

    def graphs(self) -> list[str]:
        """The names of all graphs that hold something, sorted."""

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

    def holders(self, triple: Triple) -> Iterator[Quad]:
        """The open graphs' quads of one triple: one for each source that states it."""

    def select(self, sparql: str, values: Mapping[str, NamedNode | Literal] | None = None) -> Rows:
        """The answer to a trusted query, with variables replaced by values."""

    def construct(self, sparql: str) -> list[Triple]:
        """The triples that a trusted query constructs."""

    def dump(self) -> Iterator[Quad]:
        """Every quad of the named graphs."""

    def close(self) -> None:
        """Lets go of the store."""
