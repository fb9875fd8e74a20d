"""The index of names at scale: building it, asking it, and a fleet list of ten thousand rows.

    python benchmarks/matching.py [COUNT] [ROWS]

Names are generated (tests/matching/made.py), half of them ships, a quarter persons, a quarter
organisations. A query is a name of one of the parties, misspelt, without its identifiers; what is also
measured is how often a party of that name is among the candidates.
"""

import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kb.matching.index import Index
from kb.matching.model import Name, Party, Query
from kb.matching.search import search
from tests.matching.made import made_name, named, ship, typo


def parties(count: int) -> Iterator[Party]:
    """So many parties, the same each time."""
    dice = random.Random(7)
    for number in range(count):
        if number % 2:
            kind = "person" if number % 4 == 1 else "organization"
            query = Query(kind=kind, names=(Name(made_name(dice, kind)),))
        else:
            query = replace(ship(dice)[0], names=(Name(made_name(dice, "vessel")),))
        yield Party(key=f"k{number}", **{n: getattr(query, n) for n in Query.__slots__})


def asked(count: int, rows: int) -> list[tuple[Party, Query]]:
    """Misspelt names of some of the parties, with the party that is meant."""
    dice = random.Random(8)
    step = max(1, count // rows)
    found = []
    for number, party in enumerate(parties(count)):
        if number % step == 0 and len(found) < rows:
            bare = Query(kind=party.kind, names=party.names)
            found.append((party, named(bare, typo(dice, party.names[0].text))))
    return found


def memory() -> int:
    """The most memory that this process held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Prints the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.sqlite"
        start, work = time.perf_counter(), time.process_time()
        Index.build(parties(count), path).close()
        built, work = time.perf_counter() - start, time.process_time() - work
        size = path.stat().st_size // 2**20
        print(f"building {count} parties: {built:.0f} s ({work:.0f} s of work), {size} MB on disk")
        print(f"memory while building: at most {memory()} MB")
        queries = asked(count, rows)
        times, met, told = [], 0, 0
        with Index(path) as index:
            for party, query in queries[:1000]:
                start = time.perf_counter()
                answer = search(index, query)
                times.append(time.perf_counter() - start)
                met += any(p.names == party.names for p in index.candidates(query))
                told += bool(answer)
            start = time.perf_counter()
            for _, query in queries:
                search(index, query)
            fleet = time.perf_counter() - start
        middle, worst = statistics.median(times) * 1000, max(times) * 1000
        print(f"a query: median {middle:.1f} ms, worst {worst:.0f} ms ({len(times)} queries)")
        print(f"the name meant is a candidate for {met} of {len(times)}; {told} have an answer")
        print(f"a fleet of {len(queries)} rows: {fleet:.0f} s; at most {memory()} MB in memory")


if __name__ == "__main__":
    main()
