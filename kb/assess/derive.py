"""Deriving statuses and labels: of what one changed report touches, or of the whole base.

The rules are the queries of `queries/derive/`, run on a small store that holds what each status
depends on, so that the cost is set by the report and not by the base.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Triple

from kb.assess.after import After
from kb.assess.label import LABEL, UNNAMED, Labels
from kb.assess.scope import ABOUT, grounds, touched
from kb.namespaces import BREACHES, DERIVED_GRAPH, KB, PREFIXES
from kb.resources import QUERIES
from kb.store.base import Store
from kb.terms import Term
from kb.vocabulary import Vocabulary

COUNTED_AS, ASSESSES, STATUS = (
    NamedNode(KB + name) for name in ("countedAs", "assesses", "status")
)
DERIVED_OF_CLAIMS = frozenset({COUNTED_AS, STATUS})
"""What is derived of propositions and claims, beside their labels; no report may say it."""
PORTION = 1000
"""How many propositions the whole base is derived at a time, so that memory is bounded."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """What leaves and what enters the derived graph, and how many propositions were looked at."""

    gone: frozenset[Triple] = frozenset()
    new: frozenset[Triple] = frozenset()
    propositions: int = 0


def derive(store: Store, graph: str, triples: Iterable[Triple], words: Vocabulary) -> Derivation:
    """What replacing the content of a report's graph does to the derived graph."""
    new = list(triples)
    after = After(store, graph, new)
    found = _conclusions(after, touched(after, new), {*after.replaced(), *new}, words)
    return _difference(found)


def derive_all(store: Store, words: Vocabulary) -> Iterator[Derivation]:
    """What making every status and label anew does to the derived graph, a portion at a time.

    A portion may be recorded before the next is asked for: none depends on what is derived. The last
    takes away what is derived of things that the base no longer has.
    """
    named = {t.object for t in store.match(None, ABOUT, None)}
    propositions = sorted((e for e in named if isinstance(e, NamedNode)), key=str)
    del named
    for start in range(0, len(propositions), PORTION):
        portion = set(propositions[start : start + PORTION])
        yield _difference(_conclusions(Given(store), portion, set(), words), len(portion))
    unnamed = sorted(set(store.match(None, UNNAMED, None)), key=str)
    for start in range(0, len(unnamed), PORTION):
        own = set(unnamed[start : start + PORTION])
        yield _difference(_conclusions(Given(store), set(), own, words))
    yield Derivation(frozenset(_strays(After(store, DERIVED_GRAPH, ()))))


class Given(After):
    """A whole base without what is derived, that does not change meanwhile: each thing is read once.

    Of what is derived only labels may be in a report too, so that these are looked for there.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store, DERIVED_GRAPH, ())
        self._read: dict[tuple[NamedNode, NamedNode | None], list[Triple]] = {}

    def match(
        self, subject: NamedNode | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Triple]:
        """The triples of a pattern."""
        if subject is None or value is not None:
            return self._given(subject, predicate, value)
        key = (subject, predicate)
        if key not in self._read:
            self._read[key] = list(self._given(subject, predicate, value))
        return iter(self._read[key])

    def _given(
        self, subject: NamedNode | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Triple]:
        for triple in self.store.match(subject, predicate, value):
            if triple.predicate in DERIVED_OF_CLAIMS:
                continue
            if triple.predicate != LABEL or any(self.store.match(*triple, without=self.graph)):
                yield triple


def _difference(made: Derivation, propositions: int = 0) -> Derivation:
    return Derivation(made.gone - made.new, made.new - made.gone, propositions)


def _strays(after: After) -> Iterator[Triple]:
    """What is derived of propositions, claims and things of which the base says nothing any more."""
    stays: dict[object, bool] = {}
    for triple in after.store.match(None, None, None, graph=DERIVED_GRAPH):
        subject = triple.subject
        if not isinstance(subject, NamedNode) or subject.value.startswith(BREACHES):
            continue  # a potential breach, which `kb.judge` derives
        if subject.value == DERIVED_GRAPH:
            continue  # what the graph says of itself
        if subject not in stays:
            stays = {subject: _of_something(after, subject)}  # triples come subject by subject
        if not stays[subject]:
            yield triple


def _of_something(after: After, subject: NamedNode) -> bool:
    """Whether a thing is a proposition, a claim, an assessment or one without a name, as the base stands."""
    if any(after.match(subject, ABOUT, None)) or any(after.match(subject, UNNAMED, None)):
        return True
    judged = after.store.match(subject, ASSESSES, None, graph=DERIVED_GRAPH)
    of = [each.object for each in judged if isinstance(each.object, NamedNode)] or [subject]
    return any(any(after.match(None, ABOUT, each)) for each in of)


def _conclusions(
    after: After, propositions: set[NamedNode], own: set[Triple], words: Vocabulary
) -> Derivation:
    """All that is derived of some propositions and a report's own things, and what stands of it now."""
    facts = {t for each in propositions for t in grounds(after, each)}
    claims = {t.subject for t in facts if t.predicate == ABOUT and t.object in propositions}
    unnamed = {t.subject for t in own if t.predicate == UNNAMED}
    going = {t.subject for t in own if t.predicate == ABOUT}
    made = set(_statuses(facts, propositions))
    made |= set(_labels(Labels(after, words), claims, propositions, unnamed))
    assessments = {assessment(each) for each in propositions}
    subjects = {*propositions, *claims, *unnamed, *going, *assessments}
    stale = {
        triple
        for each in subjects
        if isinstance(each, NamedNode)
        for triple in after.store.match(each, None, None, graph=DERIVED_GRAPH)
    }
    return Derivation(frozenset(stale), frozenset(made))


def assessment(proposition: NamedNode) -> NamedNode:
    """The IRI of the assessment of a proposition."""
    digest = sha256(proposition.value.encode()).hexdigest()[:16]
    return NamedNode(f"{DERIVED_GRAPH}/{digest}")


def _statuses(facts: Iterable[Triple], propositions: set[NamedNode]) -> Iterator[Triple]:
    """The assessments of the propositions, by the rules of queries/derive/."""
    bench = ox.Store()
    bench.extend(ox.Quad(t.subject, t.predicate, t.object) for t in facts)
    ties = _ties(bench)
    for proposition in ties.keys() & propositions:
        for claim, first in sources(ties[proposition]).items():
            triple = Triple(claim, COUNTED_AS, first)
            bench.add(ox.Quad(*triple))
            yield triple
    made = bench.query(_rule("status"), prefixes=PREFIXES)
    assert isinstance(made, ox.QueryTriples)
    mine = propositions | {assessment(each) for each in propositions}
    yield from (triple for triple in made if triple.subject in mine)


def _ties(bench: ox.Store) -> dict[NamedNode, dict[NamedNode, list[str]]]:
    """What ties each standing supporting claim to a source, by proposition and claim."""
    found = bench.query(_rule("source-ties"), prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    ties: dict[NamedNode, dict[NamedNode, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in found:
        about, claim = row["proposition"], row["claim"]
        if isinstance(about, NamedNode) and isinstance(claim, NamedNode):
            ties[about][claim].append(str(row["tie"]))
    return ties


def sources(ties: dict[NamedNode, list[str]]) -> dict[NamedNode, NamedNode]:
    """The first claim (by IRI) of the source that each claim comes from.

    A source is a connected component: claims that share a tie, directly or through others. SPARQL
    cannot say that, so this one step is here and not in a query.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for claim, names in ties.items():
        for name in names:
            parent[root(name)] = root(str(claim))
    first: dict[str, NamedNode] = {}
    for claim in sorted(ties, key=str):
        first.setdefault(root(str(claim)), claim)
    return {claim: first[root(str(claim))] for claim in ties}


def _labels(
    labels: Labels,
    claims: Iterable[object],
    propositions: Iterable[NamedNode],
    unnamed: Iterable[object],
) -> Iterator[Triple]:
    lines = {each: labels.proposition(each) for each in propositions}
    for proposition, line in lines.items():
        if any(labels.after.match(None, ABOUT, proposition)):
            yield Triple(proposition, LABEL, Literal(line, language="en"))
    for claim in claims:
        if isinstance(claim, NamedNode):
            about = labels.after.values(claim, ABOUT)
            line = lines.get(about[0], "") if about and isinstance(about[0], NamedNode) else ""
            yield Triple(claim, LABEL, Literal(labels.claim(claim, line), language="en"))
    for thing in unnamed:
        if isinstance(thing, NamedNode) and labels.nameless(thing):
            yield Triple(thing, LABEL, Literal(labels.unnamed(thing), language="en"))


@cache
def _rule(name: str) -> str:
    return (QUERIES / "derive" / f"{name}.rq").read_text(encoding="utf-8")
