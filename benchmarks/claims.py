"""A report with many claims about one event, checked, added and explained: `python -m benchmarks.claims [N]`.

Beside the check stands plain pySHACL on the same material, with all shapes and no focus.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kb.desk.base import KnowledgeBase
from kb.desk.why import explained, why_text
from kb.report.load import Request
from kb.validation.check import material
from kb.validation.shacl import terminology, validate
from kb.vocabulary import vocabulary

T = TypeVar("T")


def document(count: int) -> dict[str, object]:
    """A report in which so many parties say the same of one transfer."""
    said = [f"Party {number} said that it was so." for number in range(count)]
    return {
        "id": "report:many",
        "title": "Many voices",
        "publisher": {"id": "org:wire", "type": "Organization", "name": "Wire"},
        "published": "2024-05-01",
        "language": "en",
        "content": " ".join(said),
        "entities": [
            {"id": f"org:p{n}", "type": "Organization", "name": f"Party {n}"} for n in range(count)
        ],
        "propositions": [
            {
                "id": "event:e",
                "type": "ArmsTransfer",
                "supplier": "country:KP",
                "recipient": "country:RU",
                "time": "2023",
            }
        ],
        "claims": [
            {
                "id": f"#c{n}",
                "status": "accepted",
                "reviewer": "A. Analyst",
                "reviewed": "2024-05-02",
                "claimant": f"org:p{n}",
                "stance": "asserts",
                "about": "event:e",
                "passage": {"quote": quote},
            }
            for n, quote in enumerate(said)
        ],
    }


def timed(word: str, action: Callable[[], T]) -> tuple[T, float]:
    """Does something and prints how long it took by the clock."""
    began = time.perf_counter()
    made = action()
    took = time.perf_counter() - began
    print(f"{word}: {took:.2f} s", flush=True)
    return made, took


def main(count: int) -> None:
    """Prints each step, and the ratio of plain pySHACL to the check."""
    with KnowledgeBase.open("memory:") as base, tempfile.TemporaryDirectory() as place:
        path = Path(place) / "many.json"
        path.write_text(json.dumps(document(count)))
        (verdict, (report,)), own = timed(
            f"{count} claims read and checked", lambda: base.check(Request(str(path)))
        )
        assert not verdict.findings
        whole = {*material(report, base.store), *terminology(vocabulary())}
        _, plain = timed("plain pySHACL on the same", lambda: validate(whole))
        print(f"ratio {plain / own:.1f}")
        timed("added", lambda: base.add(report))
        timed("explained", lambda: why_text(explained(base, "event:e")))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
