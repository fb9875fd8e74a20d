"""Potential breaches derived: of what one changed report touches, or of the whole base."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kb.judge.facts import Listed, facts, nowhere
from kb.judge.rules import Bench
from kb.judge.words import ABOUT, JUDGES, LABEL, POTENTIAL_BREACH, TYPE, View, things
from kb.namespaces import BREACHES, DERIVED_GRAPH
from kb.store.base import Store
from kb.terms import Term
from kb.vocabulary import Vocabulary

PORTION = 1000
"""How many propositions of the whole base are judged at a time, so that memory is bounded."""
AT_ONCE = 10
"""How many propositions one run of the rules takes: of more, the joins of the rules grow too large."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What leaves and what enters the derived graph, and how many propositions were looked at."""

    gone: frozenset[Triple] = frozenset()
    new: frozenset[Triple] = frozenset()
    propositions: int = 0


class Plain:
    """A whole base without its derived labels, which are no names; what else is derived, no rule looks at."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def match(
        self, subject: NamedNode | None, predicate: NamedNode | None, value: Term | None, /
    ) -> Iterable[Triple]:
        """The triples of a pattern."""
        without = DERIVED_GRAPH if predicate == LABEL else None
        return self.store.match(subject, predicate, value, without=without)


class Remembering(Plain):
    """A whole base that is not changed meanwhile: what is said of a thing is read once, as of a state."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._read: dict[tuple[NamedNode, NamedNode], list[Triple]] = {}

    def match(
        self, subject: NamedNode | None, predicate: NamedNode | None, value: Term | None, /
    ) -> Iterable[Triple]:
        """The triples of a pattern."""
        if subject is None or predicate is None or value is not None:
            return super().match(subject, predicate, value)
        key = (subject, predicate)
        if key not in self._read:
            self._read[key] = list(super().match(subject, predicate, value))
        return self._read[key]


def judged(
    store: Store,
    view: View,
    touched: Iterable[NamedNode],
    bench: Bench,
    words: Vocabulary,
    listed: Listed = nowhere,
) -> Judged:
    """What judging some propositions anew, as a view has them, does to the derived graph."""
    chosen = sorted(set(touched), key=str)
    before = {triple for each in chosen for triple in standing(store, each)}
    made = set(_judge(view, chosen, bench, words, listed))
    return Judged(frozenset(before - made), frozenset(made - before), len(chosen))


def judged_all(
    store: Store, bench: Bench, words: Vocabulary, listed: Listed = nowhere
) -> Iterator[Judged]:
    """What judging the whole base anew does to its potential breaches, a portion at a time.

    A portion may be recorded before the next is asked for: none depends on what is derived. The last
    takes away potential breaches of propositions that the base no longer has.
    """
    view = Plain(store)
    found = {t.object for t in view.match(None, ABOUT, None)}
    named = ((each, kinds(view, each)) for each in found if isinstance(each, NamedNode))
    chosen = [each for each, _ in sorted(named, key=lambda both: (both[1], both[0].value))]
    for start in range(0, len(chosen), PORTION):
        portion = chosen[start : start + PORTION]
        yield judged(store, Remembering(store), portion, bench, words, listed)
    yield Judged(frozenset(_strays(store, view)))


def _strays(store: Store, view: View) -> Iterator[Triple]:
    """The potential breaches of propositions about which nobody claims anything any more."""
    for link in store.match(None, TYPE, POTENTIAL_BREACH, graph=DERIVED_GRAPH):
        assert isinstance(link.subject, NamedNode)
        of = things(store, link.subject, JUDGES)
        if not any(any(view.match(None, ABOUT, each)) for each in of):
            yield from store.match(link.subject, None, None, graph=DERIVED_GRAPH)


def kinds(view: View, proposition: NamedNode) -> list[str]:
    """The IRIs of the classes of a proposition, sorted."""
    return sorted(kind.value for kind in things(view, proposition, TYPE))


def standing(store: Store, proposition: NamedNode) -> Iterator[Triple]:
    """The potential breaches of a proposition that the derived graph holds now."""
    for link in store.match(None, JUDGES, proposition, graph=DERIVED_GRAPH):
        if isinstance(link.subject, NamedNode) and link.subject.value.startswith(BREACHES):
            yield from store.match(link.subject, None, None, graph=DERIVED_GRAPH)


def _judge(
    view: View,
    propositions: list[NamedNode],
    bench: Bench,
    words: Vocabulary,
    listed: Listed,
) -> Iterator[Triple]:
    """The potential breaches of propositions, a few of one kind at once: rules for others are skipped."""
    acts = {each: kinds(view, each) for each in propositions}
    chosen = [e for e in propositions if not bench.known.acts.isdisjoint(acts[e])]
    chosen.sort(key=lambda each: (acts[each], each.value))
    for start in range(0, len(chosen), AT_ONCE):
        portion = chosen[start : start + AT_ONCE]
        gathered = {triple for each in portion for triple in facts(view, each, words, listed)}
        mine = set(portion)
        made = bench.concluded(gathered)
        wanted = {t.subject for t in made if t.predicate == JUDGES and t.object in mine}
        yield from (triple for triple in made if triple.subject in wanted)
