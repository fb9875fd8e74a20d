"""What of each source belongs to the base as of a day by a clock: reports, lists, decisions, provisions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kb.desk import log
from kb.desk.clocks import AsOf
from kb.desk.decisions import IDENTITY_GRAPH
from kb.desk.log import Entry
from kb.lists.editions import answering, known
from kb.namespaces import ID, KB, LISTS_GRAPH, LOG_GRAPH, ONTOLOGY_GRAPH, REFERENCE_GRAPH
from kb.store import Store
from kb.terms import text

REPORTS = f"{ID}report/"
Graph = tuple[str, Iterable[Triple]]
BEGINS = frozenset(NamedNode(KB + name) for name in ("inForceFrom", "adopted"))
LATER = {
    NamedNode(KB + "suspendedFrom"): ("suspendedFrom", "suspendedUntil"),
    NamedNode(KB + "restoredFrom"): ("restoredFrom", "restorationDispute"),
}
"""What had not come to pass of a provision, where the first of it lies after the day."""
SEQUENCE, DECIDED, UNDONE = (NamedNode(KB + n) for n in ("sequence", "decidedOn", "undoneOn"))


@dataclass(frozen=True, slots=True)
class Past:
    """The log of a base: for each source its entries, oldest first, and those of them that a day knew."""

    entries: Mapping[str, tuple[Entry, ...]]
    day: str

    @classmethod
    def of(cls, store: Store, day: str) -> "Past":
        """The log of a store, seen from a day."""
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in log.entries(store):
            found[entry.source] = (*found.get(entry.source, ()), entry)
        return cls(found, day)

    def by_then(self, source: str) -> tuple[Entry, ...]:
        """The entries about a source that were made by the end of the day (UTC)."""
        return tuple(each for each in self.entries.get(source, ()) if self.knew(each))

    def knew(self, entry: Entry) -> bool:
        """Whether an entry was made by the end of the day."""
        return entry.recorded_at[:10] <= self.day


def recorded(store: Store, past: Past) -> Iterator[Graph]:
    """Every report as it stood in the base at the end of the day, from its graph or the archive."""
    for source, entries in sorted(past.entries.items()):
        then = past.by_then(source)
        if not source.startswith(REPORTS) or not then or not then[-1].stands:
            continue
        if len(then) == len(entries):
            yield source, store.graph(source)
        elif archived := entries[len(then)].archived_as:
            yield source, store.graph(archived)


def entries(store: Store, past: Past, as_of: AsOf) -> Iterator[Graph]:
    """The log, by recording as long as it was on the day, with the archive that it had."""
    if as_of.clock != "recorded":
        yield LOG_GRAPH, store.graph(LOG_GRAPH)
        return
    kept = [each for found in past.entries.values() for each in found if past.knew(each)]
    nodes = {NamedNode(each.iri) for each in kept}
    yield LOG_GRAPH, (t for t in store.graph(LOG_GRAPH) if t.subject in nodes)
    for each in kept:
        if each.archived_as:
            yield each.archived_as, store.graph(each.archived_as)


def surroundings(store: Store, past: Past, as_of: AsOf) -> Iterator[Graph]:
    """All that is no report: the ontology, provisions, lists, decisions on identity, and the log."""
    yield ONTOLOGY_GRAPH, store.graph(ONTOLOGY_GRAPH)
    yield REFERENCE_GRAPH, in_force(store.graph(REFERENCE_GRAPH), past.day)
    yield from lists(store, past, as_of)
    decided = store.graph(IDENTITY_GRAPH)
    yield IDENTITY_GRAPH, _decided(decided, past.day) if as_of.clock == "recorded" else decided
    yield from entries(store, past, as_of)


def lists(store: Store, past: Past, as_of: AsOf) -> Iterator[Graph]:
    """The editions of lists that were of the day or earlier; by recording, those that were loaded by then."""
    every = known(store)
    if as_of.clock == "recorded":
        kept = [each for each in every if past.by_then(each.iri)]
    else:
        kept = [each for each in every if each.date <= past.day]
    going = {NamedNode(each.iri) for each in every} - {NamedNode(each.iri) for each in kept}
    stale, fresh = set[Triple](), list[Triple]()
    for series in sorted({each.series for each in every}):
        stale.update(answering([each for each in every if each.series == series]))
        fresh += answering([each for each in kept if each.series == series])
    told = store.graph(LISTS_GRAPH)
    yield (
        LISTS_GRAPH,
        [
            *(
                t
                for t in told
                if t not in stale and t.subject not in going and t.object not in going
            ),
            *fresh,
        ],
    )
    for each in kept:
        yield each.iri, store.graph(each.iri)


def in_force(triples: list[Triple], day: str) -> Iterator[Triple]:
    """Reference data without what was adopted, came into force or changed its standing after a day."""
    later = {t.subject for t in triples if t.predicate in BEGINS and text(t.object) > day}
    undone = {
        (t.subject, NamedNode(KB + name))
        for t in triples
        if t.predicate in LATER and text(t.object) > day
        for name in LATER[t.predicate]
    }
    for triple in triples:
        gone = triple.subject in later or triple.object in later
        if not gone and (triple.subject, triple.predicate) not in undone:
            yield triple


def _decided(triples: list[Triple], day: str) -> Iterator[Triple]:
    """Decisions that were recorded by a day, those undone after it not undone yet."""
    later = {t.subject for t in triples if t.predicate == DECIDED and text(t.object)[:10] > day}
    undone = {t.subject for t in triples if t.predicate == UNDONE and text(t.object)[:10] > day}
    for triple in triples:
        withdrawn = triple.subject in undone and triple.predicate.value.startswith(KB + "undone")
        if triple.subject not in later and not withdrawn:
            yield triple
