"""Every question on a large base, and against rdflib on a small one.

`python -m benchmarks.questions LARGE` times each question as a user asks it (worker process, labels,
statuses). `python -m benchmarks.questions SMALL --rdflib` times the bare queries in both engines.
"""

import statistics
import sys
import time
from collections.abc import Callable

import rdflib

from kb.desk.base import KnowledgeBase
from kb.errors import KbError
from kb.questions.bind import bind
from kb.questions.catalogue import catalogue, question
from kb.validation.shacl import term
from kb.vocabulary import vocabulary

REPORT = "report:world-000007"
VALUES = {
    "attribution-chain": {"claim": f"{REPORT}#c0"},
    "claims-about": {"proposition": f"{REPORT}#e0"},
    "claims-as-of": {"entity": "ship:s7", "day": "2020-01-01"},
    "claims-by-claimant": {"claimant": "org:a7"},
    "connections": {"entity": "ship:s7"},
    "everything-in-report": {"report": REPORT},
    "independent-sources": {"proposition": f"{REPORT}#e0"},
    "names": {"entity": "ship:s7"},
    "ownership": {"entity": "ship:s7"},
    "provisions-bearing-on": {"event": f"{REPORT}#e0"},
    "provisions-in-force": {"act": "ArmsTransfer", "day": "2023-10-18"},
    "provisions-of-resolution": {"resolution": "resolution:2397"},
    "roles": {"entity": "ship:s7"},
    "ships-at-port": {"port": "port:KPNAM", "since": "2020-01", "until": "2020-03"},
    "timeline": {"entity": "ship:s7"},
    "voyages": {"from": "port:KPNJN", "to": "port:RUVVO", "since": "2020-01", "until": "2020-06"},
    "alleged-transfers": {"from": "country:KP", "since": "2020-01", "until": "2020-06"},
    "what-changed": {"since": "2026"},
}


def timed(action: Callable[[], object]) -> tuple[float, str]:
    """Milliseconds, and what went wrong if anything did."""
    began = time.perf_counter()
    try:
        action()
    except KbError as error:
        return (time.perf_counter() - began) * 1000, str(error)
    return (time.perf_counter() - began) * 1000, ""


def as_asked(base: KnowledgeBase) -> None:
    """Median and worst of all questions, each asked three times."""
    found = {}
    for name in catalogue():
        runs = [timed(lambda name=name: base.ask(name, VALUES.get(name, {}))) for _ in range(3)]
        found[name] = (statistics.median(ms for ms, _ in runs), runs[0][1])
        print(f"{found[name][0]:9.0f} ms  {name}  {found[name][1]}", flush=True)
    times = [ms for ms, _ in found.values()]
    worst = max(found, key=lambda name: found[name][0])
    print(
        f"{len(times)} questions: median {statistics.median(times):.0f} ms, "
        f"worst {max(times):.0f} ms ({worst})"
    )


def against_rdflib(base: KnowledgeBase) -> None:
    """The bare queries in the embedded engine and in rdflib in memory, on the same triples."""
    graph = rdflib.Dataset(default_union=True)
    for triple in base.store.match(None, None, None):
        graph.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    print(f"{len(graph)} triples")
    ratios = []
    for name in catalogue():
        text = bind(question(name), VALUES.get(name, {}), base.store, vocabulary())
        if "GRAPH" in text:
            continue
        ours, _ = timed(lambda text=text: base.store.select(text))
        theirs, _ = timed(lambda text=text: list(graph.query(text)))
        ratios.append(theirs / ours)
        print(f"{ours:9.1f} ms  rdflib {theirs:9.1f} ms  {theirs / ours:7.1f}x  {name}", flush=True)
    print(f"rdflib takes {statistics.median(ratios):.0f} times as long (median of {len(ratios)})")


def main() -> None:
    """Runs one of the two."""
    with KnowledgeBase.open(sys.argv[1]) as base:
        (against_rdflib if "--rdflib" in sys.argv else as_asked)(base)


if __name__ == "__main__":
    main()
