"""Judging at the desk: potential breaches kept current, brought up to date, and shown with their claims."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kb.assess.after import After
from kb.assess.derive import Derivation, derive_all
from kb.desk.judging_lists import Lists
from kb.judge.breaches import Judged, Plain, judged, judged_all
from kb.judge.reference import reference
from kb.judge.rules import Bench
from kb.judge.scope import speaking, touched
from kb.judge.words import JUDGING
from kb.namespaces import DERIVED_GRAPH, KB
from kb.store.base import Change, Store
from kb.vocabulary import vocabulary

DUE = Triple(NamedNode(DERIVED_GRAPH), NamedNode(JUDGING + "due"), Literal(True))
"""What the derived graph holds while an assessment of the whole base has not ended."""
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

    def begin(self) -> None:
        """Notes in the base that an assessment of all of it is due, until one ends."""
        self.store.commit(Change(add={DERIVED_GRAPH: [DUE]}))

    @property
    def due(self) -> bool:
        """Whether an assessment of the whole base is due: it was begun, and has not ended."""
        return any(self.store.match(*DUE, graph=DERIVED_GRAPH))

    def assess(self, tell: Callable[[int], None] = lambda _: None) -> Assessed:
        """Makes every status, label and potential breach anew, and records what differs, as it goes.

        What is told is how many propositions are done; each counts twice, for its status and for its
        potential breaches. Ended midway, it is due again when the base is next opened for writing.
        """
        self.begin()
        statuses = came = went = told = 0
        for derived in derive_all(self.store, vocabulary()):
            self._record(derived)
            statuses += len(derived.new) + len(derived.gone)
            tell(told := told + derived.propositions)
        looked = told
        for made in self.portions():
            self._record(made)
            came += len({triple.subject for triple in made.new})
            went += len({triple.subject for triple in made.gone})
            tell(told := told + made.propositions)
        self.store.commit(Change(remove={DERIVED_GRAPH: [DUE]}))
        return Assessed(looked, statuses, came, went)

    def portions(self) -> Iterator[Judged]:
        """What judging the whole base anew does to its potential breaches, a portion at a time."""
        return judged_all(self.store, self.bench, vocabulary(), Lists(self.store).stated)

    def _record(self, made: Judged | Derivation) -> None:
        if made.new or made.gone:
            self.store.commit(
                Change(add={DERIVED_GRAPH: made.new}, remove={DERIVED_GRAPH: made.gone})
            )
