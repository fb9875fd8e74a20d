"""One more report with its assessment, in bases of several sizes: `python -m benchmarks.assess SMALL LARGE`.

What is timed is `KnowledgeBase.add` of a report that was read already: its graph, log, statuses, labels
and potential breaches, in one commit; beside it the part of the potential breaches alone. Then the whole
base is judged anew. Times are of the processor, so that a busy machine does not change them much.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.world import write
from kb.desk.base import KnowledgeBase
from kb.report.accepted import accepted
from kb.report.load import Request, load
from kb.report.model import Report
from kb.store.base import Change
from kb.vocabulary import vocabulary

PORTION = 200
MORE = 100
"""How many reports are added one by one, and timed."""


def timed(base: KnowledgeBase, report: Report) -> tuple[float, float]:
    """Milliseconds for adding a report, and for its potential breaches alone."""
    began = time.process_time()
    base.judging.follow(report.iri, report.triples)
    judged = time.process_time()
    base.add(report)
    return (time.process_time() - judged) * 1000, (judged - began) * 1000


def filled(base: KnowledgeBase, paths: list[Path]) -> None:
    """Puts reports into a base many at a time, with nothing derived: what follows does not look at it."""
    for start in range(0, len(paths), PORTION):
        reports = [load(Request(str(path)))[0] for path in paths[start : start + PORTION]]
        parts = {r.iri: accepted(r.triples, r.iri, vocabulary()).triples for r in reports}
        base.store.commit(Change(add=parts))


def main() -> None:
    """Prints the median and the largest of both times for each size, and the time of judging all anew."""
    for size in map(int, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as place:
            paths = write(Path(place) / "reports", size + MORE)
            with KnowledgeBase.open(str(Path(place) / "kb"), write=True) as base:
                filled(base, paths[:size])
                both = [timed(base, load(Request(str(path)))[0]) for path in paths[size:]]
                added, judged = zip(*both, strict=True)
                print(
                    f"{size} reports: one more {median(added):.1f} ms (at most {max(added):.1f}), of "
                    f"which potential breaches {median(judged):.1f} ms (at most {max(judged):.1f})",
                    flush=True,
                )
                began = time.process_time()
                looked = sum(made.propositions for made in base.judging.portions())
                print(
                    f"{looked} propositions judged anew in "
                    f"{time.process_time() - began:.1f} s of processor time",
                    flush=True,
                )


if __name__ == "__main__":
    main()
