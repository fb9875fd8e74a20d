"""How long `kb why`, dossiers, timelines and plausibility take: `python -m benchmarks.why BASE [COUNT]`.

Each proposition is explained twice: first with ways by sea still to be reckoned, then with them known.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable

from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.dossier_file import written
from kb.desk.timeline import ordered
from kb.desk.why import explained, plausibility
from kb.judge.case import ABOUT
from kb.judge.case_reading import Reading
from kb.judge.plausibility_visits import ships as known
from kb.report.names import compact
from kb.vocabulary import vocabulary


def timed(action: Callable[[], object]) -> float:
    """Milliseconds of processor time: the machine may have other work."""
    began = time.process_time()
    action()
    return (time.process_time() - began) * 1000


def told(name: str, times: list[float]) -> None:
    """Prints median, 95th percentile and worst."""
    ordered_times = sorted(times)
    late = ordered_times[int(len(times) * 0.95)]
    print(
        f"{name}: median {statistics.median(times):.1f} ms, 95 % {late:.1f} ms, worst {max(times):.1f} ms"
    )


def main(place: str, count: int) -> None:
    """Measures on a random choice of propositions and ships, the same each time."""
    with KnowledgeBase.open(place) as base:
        found = {t.object for t in base.store.match(None, ABOUT, None)}
        names = sorted(compact(each.value, "") for each in found if isinstance(each, NamedNode))
        reading = Reading(base.store, vocabulary())
        chosen = random.Random(1).sample(names, min(count, len(names)))
        ships = sorted({each.id for each in map(reading.thing, known(reading))})[:20]
        print(f"{len(names)} propositions, {len(chosen)} chosen")
        told(
            "dossier as HTML",
            [
                timed(lambda n=name: written(base, n, "html"))
                for name in [*chosen[:10], *ships[:10]]
            ],
        )
        for word in ("first", "again"):
            told(f"why, {word}", [timed(lambda n=name: explained(base, n)) for name in chosen])
        told(
            "timeline of a ship",
            [timed(lambda s=ship: ordered(base, s, "event")) for ship in ships],
        )
        told(
            "plausibility of a ship",
            [timed(lambda s=ship: plausibility(base, s)) for ship in ships],
        )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200)
