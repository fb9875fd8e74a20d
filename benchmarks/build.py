"""Builds a base of the synthetic world: `python -m benchmarks.build FOLDER COUNT`.

Every report goes the real way: file, load, one transaction with its log entry and statuses.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.world import documents
from kb.desk.base import KnowledgeBase
from kb.report.load import Request, load


def build(folder: Path, count: int) -> float:
    """Makes the base, and gives the seconds that it took."""
    began = time.perf_counter()
    with (
        tempfile.TemporaryDirectory() as place,
        KnowledgeBase.open(str(folder), write=True) as base,
    ):
        path = Path(place) / "report.json"
        for number, document in enumerate(documents(count), 1):
            path.write_text(json.dumps(document))
            base.add(load(Request(str(path)))[0])
            if number % 1000 == 0:
                rate = number / (time.perf_counter() - began)
                print(f"{number} of {count}, {rate:.0f} a second", file=sys.stderr, flush=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    print(f"{build(Path(sys.argv[1]), int(sys.argv[2])):.1f} s")
