"""A report is wholly in the base or not at all: killed at any instant, out of space, without permission."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kb.assess.derive import derive_all
from kb.desk.base import KnowledgeBase
from kb.errors import StoreError
from kb.report.load import Request
from kb.store.base import Change
from kb.store.oxigraph import OxigraphStore
from kb.vocabulary import vocabulary

ROOT = Path(__file__).parent.parent
ROUNDS = 15
WRITER = """
import sys
from kb.desk.base import KnowledgeBase
from kb.report.load import Request, load
with KnowledgeBase.open(sys.argv[1], write=True) as base:
    for number in range(int(sys.argv[3]), 10**6):
        path = sys.argv[2].replace("NUMBER", str(number % 7))
        report = load(Request(path))[0]
        print("adding", report.iri, flush=True)
        base.add(report)
        print("added", report.iri, flush=True)
"""
FULL = """
import resource, signal, sys
from kb.desk.base import KnowledgeBase
from kb.errors import StoreError
from kb.report.load import Request, load
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with KnowledgeBase.open(sys.argv[1], write=True) as base:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    try:
        base.add(load(Request(sys.argv[2]))[0])
    except StoreError as error:
        print(error, flush=True)
"""


def write_reports(folder: Path) -> None:
    """Seven reports that share ships and an event, each in two versions."""
    for number in range(7):
        claims = [
            {
                "id": f"#c{each}",
                "status": "accepted",
                "reviewer": "A. Analyst",
                "reviewed": "2024-06-01",
                "claimant": f"org:a{each % 3}",
                "stance": "asserts",
                "about": "event:shared" if each % 2 else f"#e{each}",
                "passage": {"quote": f"sentence {each} of report {number}"},
            }
            for each in range(30)
        ]
        events = [{"id": f"#e{e}", "type": "Voyage", "vessel": "ship:s"} for e in range(0, 30, 2)]
        document = {
            "id": f"report:r{number}",
            "title": f"Report {number}",
            "publisher": {"id": "org:p", "type": "Organization", "name": "P"},
            "published": "2024-06-01",
            "language": "en",
            "content": " ".join(f"A sentence {each} of report {number}." for each in range(30)),
            "entities": [
                {"id": "ship:s", "type": "Ship", "name": "S"},
                *({"id": f"org:a{n}", "type": "Organization", "name": f"A{n}"} for n in range(3)),
            ],
            "propositions": [{"id": "event:shared", "type": "Voyage", "vessel": "ship:s"}, *events],
            "claims": claims,
        }
        (folder / f"r{number}.json").write_text(json.dumps(document))


def graphs(base: KnowledgeBase) -> dict[str, int]:
    return {name: len(base.store.graph(name)) for name in base.store.graphs() if "/r" in name}


def consistent(location: str, whole: dict[str, int]) -> None:
    """Every report is whole or absent, the log agrees, and statuses are what deriving anew gives."""
    with KnowledgeBase.open(location, write=True) as base:
        held = {name: size for name, size in graphs(base).items() if "/archive/" not in name}
        held = {name: size for name, size in held.items() if name.rpartition("/")[2] in whole}
        for name, size in held.items():
            assert size == whole[name.rpartition("/")[2]], name
        logged = [entry.graph for entry in base.history() if entry.action != "loaded"]
        assert sorted(set(logged)) == sorted(held)
        assert len(base.history()) == len({entry.sequence for entry in base.history()})
        assert not any(made.gone or made.new for made in derive_all(base.store, vocabulary()))


def test_killed_at_any_instant_a_report_is_there_wholly_or_not_at_all(tmp_path: Path):
    write_reports(tmp_path)
    with KnowledgeBase.open(str(tmp_path / "whole"), write=True) as base:
        for number in range(7):
            base.add(base.check(Request(str(tmp_path / f"r{number}.json")))[1][0])
        whole = {n.rpartition("/")[2]: s for n, s in graphs(base).items() if "/report/r" in n}
    assert len(whole) == 7
    chance = random.Random(7)
    location = str(tmp_path / "kb")
    seen = set()
    for round_ in range(ROUNDS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, location, str(tmp_path / "rNUMBER.json"), str(round_)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
        ) as child:
            assert child.stdout
            child.stdout.readline()
            time.sleep(chance.uniform(0, 0.03))
            child.send_signal(signal.SIGKILL)
            seen.add(child.stdout.read().count(b"added"))
        consistent(location, whole)
    assert 0 in seen, "no round killed the writer while it was adding its first report"


def test_a_folder_without_permission_is_told(tmp_path: Path):
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(StoreError, match="permission"):
        KnowledgeBase.open(str(tmp_path / "closed" / "kb"), write=True)


def test_a_full_disk_leaves_the_base_as_it_was(tmp_path: Path):
    """A limit on file sizes stands for the full disk: the engine meets the same failed write."""
    write_reports(tmp_path)
    location = str(tmp_path / "kb")
    with KnowledgeBase.open(location, write=True):
        pass
    found = subprocess.run(
        [sys.executable, "-c", FULL, location, str(tmp_path / "r0.json")],
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=False,
    )
    assert "Nothing was changed; check the free space" in found.stdout, found
    with KnowledgeBase.open(location, write=True) as base:
        assert [entry.action for entry in base.history()] == ["loaded", "loaded"]


@pytest.mark.parametrize("at", [1, 2])
def test_a_new_base_whose_making_broke_off_is_made_when_it_is_next_opened(
    at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A packaged graph is poured in first and noted then: what is not noted is poured again."""
    location, commit, calls = str(tmp_path / "kb"), OxigraphStore.commit, iter(range(1, 9))

    def broken(store: OxigraphStore, change: Change) -> None:
        if next(calls) == at:
            raise KeyboardInterrupt
        commit(store, change)

    with monkeypatch.context() as patch:
        patch.setattr(OxigraphStore, "commit", broken)
        with pytest.raises(KeyboardInterrupt):
            KnowledgeBase.open(location, write=True)
    with KnowledgeBase.open(location, write=True) as base, KnowledgeBase.open("memory:") as whole:
        assert graphs(base) == graphs(whole)
