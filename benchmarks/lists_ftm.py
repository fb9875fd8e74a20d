"""FollowTheMoney entities, against json.loads of the same lines: `python -m benchmarks.lists_ftm [COUNT]`.

Of every ten generated entities four are vessels, two companies, one a person, two sanctions and one an
ownership. Each way of reading runs in a process of its own; its processor time and highest memory are told.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from kb.lists.ftm import FtmEntities
from kb.lists.model import Audit

COUNT = 1_000_000


def entities(count: int) -> Iterator[dict[str, object]]:
    for n in range(count):
        block, turn = divmod(n, 10)
        if turn < 4:
            yield vessel(block * 4 + turn)
        elif turn < 6:
            yield company(block * 2 + turn - 4)
        elif turn == 6:
            said = {"name": [f"Person {block}"], "birthDate": ["1962-05"], "nationality": ["kp"]}
            yield {"id": f"per-{block}", "schema": "Person", "properties": said}
        elif turn < 9:
            yield sanction(block, turn - 7)
        else:
            said = {
                "asset": [f"ves-{block * 4}"],
                "owner": [f"com-{block * 2}"],
                "percentage": ["51"],
            }
            yield {"id": f"own-{block}", "schema": "Ownership", "properties": said}


def vessel(n: int) -> dict[str, object]:
    said = {
        "name": [f"Sea Gull {n}", f"Gull {n}"],
        "alias": [f"Mouette {n}"],
        "imoNumber": [f"{9_000_000 + n % 999_999}"],
        "mmsi": [f"{400_000_000 + n}"],
        "flag": ["kp"],
        "pastFlags": ["km", "tg"],
        "type": ["Bulk carrier"],
        "grossRegisteredTonnage": [str(1000 + n % 9000)],
        "buildDate": [str(1980 + n % 40)],
        "topics": ["sanction"],
        "sourceUrl": ["https://example.org/list"],
    }
    return {
        "id": f"ves-{n}",
        "caption": f"Sea Gull {n}",
        "schema": "Vessel",
        "properties": said,
        "datasets": ["example_list"],
        "first_seen": "2024-01-01T00:00:00",
        "last_seen": "2026-01-01T00:00:00",
        "target": True,
    }


def company(n: int) -> dict[str, object]:
    said = {
        "name": [f"Gull Shipping {n} Co Ltd"],
        "registrationNumber": [f"R{n}"],
        "jurisdiction": ["hk"],
        "address": [f"{n} Quay Road, Hong Kong"],
    }
    return {"id": f"com-{n}", "schema": "Company", "properties": said, "datasets": ["example_list"]}


def sanction(block: int, turn: int) -> dict[str, object]:
    said = {
        "entity": [f"ves-{block * 4 + turn}"],
        "authority": ["Example Council"],
        "programId": ["EX-SHIP"],
        "provisions": ["Port ban"],
        "listingDate": ["2018-03-30"],
        "reason": ["Said to have carried coal."],
    }
    return {"id": f"san-{block}-{turn}", "schema": "Sanction", "properties": said}


def bare(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for line in file if json.loads(line))


def imported(path: Path) -> int:
    return sum(1 for _ in FtmEntities().entries(path, Audit()))


WAYS = {"json.loads": bare, "kb": imported}


def measure(way: str, path: Path) -> None:
    start = time.process_time()
    found = WAYS[way](path)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"found": found, "seconds": seconds, "peak": peak}))


def main() -> None:
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], Path(sys.argv[3]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entities.ftm.json"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(each)}\n" for each in entities(count))
        size = path.stat().st_size / 1e6
        print(f"{count:,} entities, {size:,.0f} MB")
        seconds = {}
        for way in WAYS:
            command = [sys.executable, __file__, "--measure", way, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            told = json.loads(done.stdout)
            seconds[way] = told["seconds"]
            speed = count / told["seconds"]
            print(
                f"{way:<10} {told['seconds']:7.1f} s  {speed:9,.0f} entities/s  "
                f"peak {told['peak']:5.0f} MB  gives {told['found']:,}"
            )
        print(f"ratio {seconds['kb'] / seconds['json.loads']:.1f}")


if __name__ == "__main__":
    main()
