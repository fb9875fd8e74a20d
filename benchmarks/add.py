"""Adding reports, against raw pyoxigraph loading the same quads: `python -m benchmarks.add [COUNT]`.

Ours reads the files, verifies the quotes, derives statuses and labels, writes the log, and commits each
report by itself; `with shapes` validates too, as `kb add` does. The rival is given the finished quads.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox

from benchmarks.world import write
from kb.desk.base import KnowledgeBase
from kb.report.load import Request, load


def ours(folder: Path, paths: list[Path], *, shapes: bool) -> tuple[float, bytes]:
    """Seconds, and the quads of the base as N-Quads."""
    with KnowledgeBase.open(str(folder), write=True) as base:
        before = set(base.store.engine)
        began = time.perf_counter()
        for path in paths:
            request = Request(str(path))
            report = base.check(request)[1][0] if shapes else load(request)[0]
            base.add(report)
        took = time.perf_counter() - began
        quads = [quad for quad in base.store.engine if quad not in before]
        return took, ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def rival(folder: Path, quads: bytes) -> float:
    """Seconds for one bulk load of the same quads."""
    store = ox.Store(str(folder))
    began = time.perf_counter()
    store.load(quads, format=ox.RdfFormat.N_QUADS)
    store.flush()
    return time.perf_counter() - began


def main() -> None:
    """Prints reports and quads a second, and the ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        paths = write(root / "reports", count)
        plain, quads = ours(root / "plain", paths, shapes=False)
        shaped, _ = ours(root / "shaped", paths[: count // 5], shapes=True)
        raw = rival(root / "raw", quads)
    number = quads.count(b"\n")
    print(json.dumps({"reports": count, "quads": number}))
    print(f"added: {count / plain:.0f} reports a second, {number / plain:.0f} quads a second")
    print(f"added with shapes: {count / 5 / shaped:.1f} reports a second")
    print(f"raw pyoxigraph: {number / raw:.0f} quads a second; ratio {plain / raw:.0f}")


if __name__ == "__main__":
    main()
