"""Validating a report in a small base and a large one: `python -m benchmarks.validate SMALL LARGE`.

The reports are of another seed of the same world: they share ships, ports and organisations with the base.
"""

import json
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.world import documents
from kb.desk.base import KnowledgeBase
from kb.report.load import Request

REPORTS = 40


def measure(bases: list[str]) -> list[list[float]]:
    """Milliseconds for each report, base by base; each report is checked in one base after the other."""
    found: list[list[float]] = [[] for _ in bases]
    opened = [KnowledgeBase.open(base) for base in bases]
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(islice(documents(REPORTS, seed=2), REPORTS)):
            path = Path(folder) / f"{number}.json"
            document["id"] = f"report:new-{number}"
            path.write_text(json.dumps(document))
            for base, times in zip(opened, found, strict=True):
                began = time.perf_counter()
                verdict, _ = base.check(Request(str(path)))
                times.append((time.perf_counter() - began) * 1000)
                assert not verdict.problems
    for base in opened:
        base.close()
    return found


def main() -> None:
    """Prints the medians, and the ratio."""
    measure(sys.argv[1:])
    times = measure(sys.argv[1:])
    middle = [statistics.median(each) for each in times]
    for name, value, each in zip(sys.argv[1:], middle, times, strict=True):
        print(f"{name}: median {value:.0f} ms, worst {max(each):.0f} ms, {REPORTS} reports")
    print(f"ratio large to small {middle[-1] / middle[0]:.2f}")


if __name__ == "__main__":
    main()
