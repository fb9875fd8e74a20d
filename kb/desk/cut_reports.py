"""What of each report belongs to the base as of a day by what was published, was said, or had happened."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from pyoxigraph import NamedNode, Triple

from kb.desk.clocks import AsOf
from kb.desk.cut import REPORTS, Graph, Past
from kb.namespaces import ID, KB
from kb.store import Store
from kb.terms import Term, text

ABOUT, IN_REPORT, PUBLISHED, SAID, HAPPENED = (
    NamedNode(KB + name)
    for name in ("about", "inReport", "publishedLatest", "saidLatest", "timeEarliest")
)
Node: TypeAlias = Term
"""A subject or object of a triple."""


@dataclass
class Cut:
    """What goes and what stays: claims, the propositions of which some claim stays, reports."""

    going: set[Node] = field(default_factory=set)
    """Claims, and propositions about which no claim is left."""
    told: set[Node] = field(default_factory=set)
    """Propositions about which a claim stays."""
    reports: set[str] = field(default_factory=set)
    """Reports that go whole, save what a claim that stays is about."""


def cut(store: Store, past: Past, as_of: AsOf) -> Cut:
    """What of the reports of a store is left out; each kind of triple is read once."""
    about: dict[Node, Node] = {t.subject: t.object for t in store.match(None, ABOUT, None)}
    report: dict[Node, Node] = {t.subject: t.object for t in store.match(None, IN_REPORT, None)}
    published = _published(store, past)
    going: set[Node]
    late: set[Node]
    if as_of.clock == "published":
        late = {node for node, day in published.items() if day > past.day}
        going = {claim for claim in about if report.get(claim) in late}
    elif as_of.clock == "said":
        said = _days(store, SAID, max)
        days = {c: said.get(c) or published.get(report.get(c, c), "") for c in about}
        going = {claim for claim, day in days.items() if day > past.day}
        late = _emptied(report, going)
    else:
        after = {node for node, day in _days(store, HAPPENED, min).items() if day > past.day}
        going = {claim for claim, proposition in about.items() if proposition in after}
        late = _emptied(report, going)
    told = {proposition for claim, proposition in about.items() if claim not in going}
    untold = set(about.values()) - told
    return Cut(going | untold, told, {text(node) for node in late if isinstance(node, NamedNode)})


def _published(store: Store, past: Past) -> dict[Node, str]:
    """The last day on which each report can have been published.

    One that does not say had been published when it was first recorded here.
    """
    found = _days(store, PUBLISHED, max)
    for graph, entries in past.entries.items():
        if graph.startswith(REPORTS):
            found.setdefault(NamedNode(graph), entries[0].recorded_at[:10])
    return found


def _days(store: Store, which: NamedNode, chosen: object) -> dict[Node, str]:
    """A day of each thing, the first or the last where several are given."""
    found: dict[Node, str] = {}
    for triple in store.match(None, which, None):
        day = text(triple.object)
        other = found.get(triple.subject, day)
        found[triple.subject] = max(day, other) if chosen is max else min(day, other)
    return found


def _emptied(report: dict[Node, Node], going: set[Node]) -> set[Node]:
    """Reports that had claims, of which none stays."""
    staying = {node for claim, node in report.items() if claim not in going}
    return {report[claim] for claim in going if claim in report} - staying


def reports(store: Store, past: Past, as_of: AsOf) -> Iterator[Graph]:
    """Every report of a store as the day has it, and what the claims that stay are about."""
    made = cut(store, past, as_of)
    names = [each for each in store.graphs() if each.startswith(REPORTS)]
    described, wanted = set[Node](), set[Node](made.told)
    whole = as_of.clock == "published"
    for name in names:
        if name in made.reports:
            continue
        triples = store.graph(name)
        if made.going:
            triples = list(_left(store, name, triples, made.going, rest=not whole))
        described.update(t.subject for t in triples)
        wanted.update(t.object for t in triples)
        yield name, triples
    if made.reports:
        yield from _needed(store, wanted, described, made)


def _left(
    store: Store, graph: str, triples: list[Triple], going: set[Node], *, rest: bool
) -> Iterator[Triple]:
    """A report without some claims and propositions, without pointers to them, and what only they had."""
    gone: set[Node] = {t.subject for t in triples if t.subject in going}
    if rest and gone:
        gone |= _orphans(store, graph, triples, gone)
    for triple in triples:
        if triple.subject not in gone and triple.object not in going:
            yield triple


def _orphans(store: Store, graph: str, triples: list[Triple], gone: set[Node]) -> set[Node]:
    """Things of a report's own, such as passages, that nothing points at once some things are gone."""
    own = {t.subject for t in triples if text(t.subject).startswith(f"{graph}#")}
    pointing: dict[Node, set[Node]] = {}
    for triple in triples:
        if triple.object in own:
            pointing.setdefault(triple.object, set()).add(triple.subject)
    found = set(gone)
    todo = [t.object for t in triples if t.subject in gone]
    while todo:
        node = todo.pop()
        if node in found or node not in own or not isinstance(node, NamedNode):
            continue
        if pointing[node] <= found and not any(store.match(None, None, node, without=graph)):
            found.add(node)
            todo += [t.object for t in triples if t.subject == node]
    return found


def _needed(store: Store, wanted: set[Node], described: set[Node], made: Cut) -> Iterator[Graph]:
    """Descriptions that only reports which go have of things that what stays speaks of.

    A claim about an event that another report describes is nothing without the event; a ship is called
    what later reports call it where those of then do not describe it. No claim comes back in this way.
    """
    todo = sorted(wanted - described, key=str)
    seen = set(todo)
    while todo:
        node = todo.pop()
        if not isinstance(node, NamedNode) or not node.value.startswith(ID) or node in made.going:
            continue
        if node.value in made.reports or any(store.match(node, ABOUT, None)):
            continue
        for triple in store.match(node, None, None):
            if triple.object in made.going:
                continue
            for quad in store.holders(triple):
                name = quad.graph_name
                if isinstance(name, NamedNode) and name.value in made.reports:
                    yield name.value, (triple,)
            if triple.object not in described and triple.object not in seen:
                seen.add(triple.object)
                todo.append(triple.object)
