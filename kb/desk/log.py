"""The log: one entry for each recording, in order, never rewritten."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Triple

from kb import __version__
from kb.errors import BadInput
from kb.namespaces import GRAPH, KB, LOG_GRAPH, RDF, XSD
from kb.store import Store
from kb.terms import text

PREVIOUS = NamedNode(KB + "previousEntry")
TYPE, ENTRY = NamedNode(RDF + "type"), NamedNode(KB + "LogEntry")


@dataclass(frozen=True, slots=True)
class Entry:
    """One recording: its number from 1, what was done to which source, when (UTC), and from what."""

    sequence: int
    action: str
    source: str
    recorded_at: str
    sha256: str
    file: str = ""
    reason: str = ""
    archived_as: str = ""
    tool: str = __version__

    @property
    def iri(self) -> str:
        """The entry's IRI."""
        return _iri(self.sequence)

    @property
    def stands(self) -> bool:
        """Whether the source is in the base after this entry."""
        return self.action != "retracted"


def now() -> str:
    """The present in UTC, to the second; `SOURCE_DATE_EPOCH` stands in for it where that is set."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.now(UTC) if given is None else datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        raise BadInput(f"SOURCE_DATE_EPOCH is {given!r}: give seconds since 1970.") from None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def archive_name(sequence: int) -> str:
    """The graph that keeps what the entry of this number replaced."""
    return f"{GRAPH}archive/{sequence:09d}"


def next_number(store: Store) -> int:
    """The number of the entry that comes next.

    Found by doubling and halving over the entries, which have no gaps: a pointer to the newest, written
    anew with each entry, leaves so many deletions behind that reading it takes longer and longer.
    """
    low, high = 0, 1
    while _exists(store, high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _exists(store, middle) else (low, middle)
    return high


def _exists(store: Store, sequence: int) -> bool:
    return any(store.match(NamedNode(_iri(sequence)), TYPE, ENTRY, graph=LOG_GRAPH))


def _iri(sequence: int) -> str:
    return f"{LOG_GRAPH}/entry/{sequence:09d}"


def latest(store: Store, source: str) -> Entry | None:
    """The newest entry about a source."""
    return max(_entries(store, source), key=lambda entry: entry.sequence, default=None)


def entries(store: Store) -> list[Entry]:
    """Every entry, oldest first."""
    found = (
        _read(store, t.subject)
        for t in store.match(None, TYPE, ENTRY, graph=LOG_GRAPH)
        if isinstance(t.subject, NamedNode)
    )
    return sorted(found, key=lambda entry: entry.sequence)


def written(entry: Entry, earlier: Entry | None) -> list[Triple]:
    """The triples of a new entry."""
    node = NamedNode(entry.iri)
    found = [Triple(node, TYPE, ENTRY)]
    found += [Triple(node, NamedNode(KB + name), value) for name, value in _values(entry)]
    if earlier is not None:
        found.append(Triple(node, PREVIOUS, NamedNode(earlier.iri)))
    return found


def _values(entry: Entry) -> Iterable[tuple[str, NamedNode | Literal]]:
    yield "sequence", Literal(str(entry.sequence), datatype=NamedNode(XSD + "integer"))
    yield "recordedAt", Literal(entry.recorded_at, datatype=NamedNode(XSD + "dateTime"))
    yield "recordedGraph", NamedNode(entry.source)
    yield "action", Literal(entry.action)
    yield "graphSha256", Literal(entry.sha256)
    yield "toolVersion", Literal(entry.tool)
    if entry.file:
        yield "fileName", Literal(entry.file)
    if entry.reason:
        yield "reason", Literal(entry.reason)
    if entry.archived_as:
        yield "archivedAs", NamedNode(entry.archived_as)


def _entries(store: Store, source: str) -> Iterator[Entry]:
    about = NamedNode(KB + "recordedGraph")
    for triple in store.match(None, about, NamedNode(source), graph=LOG_GRAPH):
        if isinstance(triple.subject, NamedNode):
            yield _read(store, triple.subject)


def _read(store: Store, node: NamedNode) -> Entry:
    facts = {
        t.predicate.value.removeprefix(KB): text(t.object)
        for t in store.match(node, None, None, graph=LOG_GRAPH)
    }
    return Entry(
        sequence=int(facts["sequence"]),
        action=facts["action"],
        source=facts["recordedGraph"],
        recorded_at=facts["recordedAt"],
        sha256=facts["graphSha256"],
        file=facts.get("fileName", ""),
        reason=facts.get("reason", ""),
        archived_as=facts.get("archivedAs", ""),
        tool=facts["toolVersion"],
    )
