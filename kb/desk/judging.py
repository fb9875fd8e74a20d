"""Judging at the desk: potential breaches kept current, brought up to date, and shown with their claims."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kb.assess.after import After
from kb.assess.derive import Derivation, derive_all
from kb.desk.judging_lists import Lists
from kb.judge.breaches import Judged, Plain, judged, judged_all
from kb.judge.reference import reference
from kb.judge.rules import Bench
from kb.judge.scope import speaking, touched
from kb.namespaces import DERIVED_GRAPH, KB
from kb.store.base import Change, Store
from kb.vocabulary import vocabulary

PUBLISHED, EDITION = (NamedNode(KB + name) for name in ("publishedLatest", "editionDate"))


@dataclass(frozen=True, slots=True)
class Assessed:
    """What an assessment of the whole base looked at and changed."""

    propositions: int
    statuses: int
    came: int
    went: int

    def sentence(self) -> str:
        """What happened, for the person who asked for it."""
        looked = f"{self.propositions} proposition{'s' * (self.propositions != 1)} assessed"
        if not (self.statuses or self.came or self.went):
            return f"{looked}: all was up to date."
        return (
            f"{looked}: {self.came} potential breaches new or changed, {self.went} gone or replaced, "
            f"{self.statuses} other derived statements changed."
        )


class Judging:
    """The judging of one base."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._bench: Bench | None = None

    def forget(self) -> None:
        """Reads the provisions anew at the next use."""
        self._bench = None

    @property
    def bench(self) -> Bench:
        """Where the rules run, with the provisions of the base, read once."""
        if self._bench is None:
            self._bench = Bench(reference(self.store, vocabulary()))
        return self._bench

    def follow(self, graph: str, triples: Iterable[Triple]) -> Judged:
        """What replacing one report's graph does to the potential breaches of what it touches."""
        new = list(triples)
        after = After(self.store, graph, new)

        def elsewhere(triple: Triple) -> bool:
            assert isinstance(triple.subject, NamedNode)
            parts = (triple.subject, triple.predicate, triple.object)
            return any(self.store.match(*parts, without=graph))

        found = touched(after, after.replaced(), new, elsewhere)
        return judged(self.store, after, found, self.bench, vocabulary(), Lists(self.store).stated)

    def reconsider(self, things: Iterable[NamedNode]) -> None:
        """Judges anew, and records, what speaks of some things, as after a decision on who they are."""
        view = Plain(self.store)
        found = {each for thing in sorted(set(things), key=str) for each in speaking(view, thing)}
        stated = Lists(self.store).stated
        self._record(judged(self.store, view, found, self.bench, vocabulary(), stated))

    def relisted(self, series: str) -> None:
        """Judges anew what speaks of parties of a list, once an edition of it was loaded."""
        lists = Lists(self.store)
        if series in lists.series:
            self.reconsider(lists.parties(Plain(self.store), series))

    def assess(self) -> Assessed:
        """Makes every status, label and potential breach anew, and records what differs."""
        statuses = derive_all(self.store, vocabulary())
        self._record(statuses)
        made = self.anew()
        self._record(made)
        came, went = ({t.subject for t in each} for each in (made.new, made.gone))
        return Assessed(made.propositions, len(statuses.new | statuses.gone), len(came), len(went))

    def anew(self) -> Judged:
        """What judging the whole base anew does to its potential breaches."""
        return judged_all(self.store, self.bench, vocabulary(), Lists(self.store).stated)

    def _record(self, made: Judged | Derivation) -> None:
        if made.new or made.gone:
            self.store.commit(
                Change(add={DERIVED_GRAPH: made.new}, remove={DERIVED_GRAPH: made.gone})
            )
