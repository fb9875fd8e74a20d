"""Plants a world and asks for it: `python -m benchmarks.planted_check [COUNT] [SEED] [FOLDER]`.

Prints precision and recall of each kind of truth, and what was missed or made up, over the whole base: what
is not planted must not be found. What finds is what `kb breaches`, `kb why` and `kb plausibility` ask.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode

from benchmarks.planted import Truth, planted
from kb.desk.base import KnowledgeBase
from kb.desk.breaches import VERDICTS, Wanted, rows
from kb.desk.why import plausibility
from kb.judge.case import ABOUT, case
from kb.judge.case_reading import Reading
from kb.judge.contradiction import contradictions
from kb.report.accepted import accepted
from kb.report.load import Request, load
from kb.report.names import compact
from kb.store.base import Change
from kb.vocabulary import vocabulary

PORTION = 200
SHOWN = 5
Found = frozenset[tuple[str, ...]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Score:
    """How what was found compares with what is planted."""

    kind: str
    planted: Found
    found: Found

    @property
    def precision(self) -> float:
        """The part of what was found that is planted."""
        return len(self.planted & self.found) / len(self.found) if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of what is planted that was found."""
        return len(self.planted & self.found) / len(self.planted) if self.planted else 1.0


def fill(base: KnowledgeBase, count: int, seed: int) -> Truth:
    """Puts the world into a base, many reports at a time, with nothing derived; its truth."""
    truth = Truth()
    parts = {}
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "report.json"
        for document in planted(count, seed, truth):
            path.write_text(json.dumps(document))
            report = load(Request(str(path)))[0]
            parts[report.iri] = accepted(report.triples, report.iri, vocabulary()).triples
            if len(parts) == PORTION:
                base.store.commit(Change(add=parts))
                parts = {}
    base.store.commit(Change(add=parts))
    return truth


def scores(base: KnowledgeBase, truth: Truth) -> Iterator[Score]:
    """One score for each kind of truth."""
    asked = rows(base.store, Wanted(verdicts=VERDICTS))
    breaches = {
        (each.proposition, each.provision.removeprefix("provision:"), each.verdict)
        for each in asked
    }
    yield Score(
        "potential breaches",
        frozenset((p, *each) for p, every in truth.breaches.items() for each in every.items()),
        frozenset(breaches),
    )
    reading = Reading(base.store, vocabulary())
    found = {t.object for t in base.store.match(None, ABOUT, None)}
    sources, clashes = set(), set()
    for node in sorted((each for each in found if isinstance(each, NamedNode)), key=str):
        name, told = compact(node.value, ""), case(reading, node)
        if told.sources:
            sources.add((name, str(told.sources)))
        clashes |= {(name, each.kind) for each in contradictions(reading, told)}
    counted = frozenset((p, str(number)) for p, number in truth.sources.items())
    yield Score("independent sources", counted, frozenset(sources))
    yield Score("contradictions", _pairs(truth.contradictions), frozenset(clashes))
    warned = {(each.ship, w.kind) for each in plausibility(base, None) for w in each.warnings}
    yield Score("impossible voyages", _pairs(truth.warnings), frozenset(warned))


def _pairs(planted: dict[str, frozenset[str]]) -> Found:
    return frozenset((name, kind) for name, kinds in planted.items() for kind in kinds)


def told(score: Score) -> str:
    """A line on a score, and the first things that were missed or made up."""
    exact = f"precision {score.precision:.4f}, recall {score.recall:.4f}"
    lines = [f"{score.kind}: {len(score.planted)} planted, {exact}"]
    lines += [f"  missed: {' '.join(e)}" for e in sorted(score.planted - score.found)[:SHOWN]]
    lines += [f"  made up: {' '.join(e)}" for e in sorted(score.found - score.planted)[:SHOWN]]
    return "\n".join(lines)


def timed(word: str, action: Callable[[], T]) -> T:
    """Does something, and prints the processor time that it took."""
    began = time.process_time()
    made = action()
    print(f"{word}: {time.process_time() - began:.1f} s of processor time", flush=True)
    return made


def main(count: int, seed: int, place: str) -> None:
    """Plants, assesses and asks."""
    with KnowledgeBase.open(place, write=True) as base:
        truth = timed(f"at least {count} reports read and put in", lambda: fill(base, count, seed))
        done = timed("assessed", base.judging.assess)
        print(done.sentence(), flush=True)
        for score in timed("asked", lambda: list(scores(base, truth))):
            print(told(score), flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        int(given[0]) if given else 300,
        int(given[1]) if len(given) > 1 else 1,
        given[2] if len(given) > 2 else "memory:",
    )
