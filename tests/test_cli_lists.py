"""`kb load`, `kb diff`, `kb query designated-vessels` and `kb show` as they are typed."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.lists.editions import known
from kb.store.base import LIST_GRAPHS
from tests.lists import world

UN = Path(__file__).parent / "lists" / "files" / "un.xml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("lists") / "kb")
    with KnowledgeBase.open(place, write=True) as base:
        world.load(base, tmp_path_factory.mktemp("files"))
    return place


def test_a_file_is_loaded_under_the_list_that_it_is_of(tmp_path: Path):
    place = str(tmp_path / "kb")
    found = run("load", "--store", place, "--accept-shrink", str(UN))
    assert found.exit_code == 0
    assert "loaded list:un/2018-10-29: 2 entries." in found.stderr
    again = run("load", "--store", place, "un", str(UN))
    assert "in the base already, unchanged" in again.stderr
    shown = run("load", "--store", place, "--history").stdout.splitlines()
    assert shown[1].startswith("un\t2018-10-29\t2\t0\t0\t")
    assert "list/un/2018-10-29" in run("history", "--store", place).stdout


def test_what_was_unread_and_odd_is_told(tmp_path: Path):
    path = tmp_path / "un.xml"
    text = UN.read_text().replace("<GENDER>Male</GENDER>", "<HEIGHT>2</HEIGHT>")
    path.write_text(text.replace("2018-02-01", "2018-02-31"))
    found = run("load", "--store", str(tmp_path / "kb"), "--accept-shrink", str(path))
    assert "not read: INDIVIDUAL/HEIGHT, 1 times" in found.stderr
    assert "un.xml:4: the day of delisting '2018-02-31' is no date" in found.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "Name one file"),
        (("a", "b", "c"), 2, "Name one file"),
        (("nothing.xml",), 2, "cannot be read"),
        (("uk", str(UN)), 2, "is no file of the list uk"),
        ((str(UN),), 1, "a whole edition has 400 to 5000"),
        ((str(UN), "--date", "soon"), 2, "'soon' is not a date"),
    ],
)
def test_what_cannot_be_loaded_is_told_in_a_line(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
):
    found = run("load", "--store", str(tmp_path / "kb"), *arguments)
    assert found.exit_code == code
    assert words in found.stderr
    assert "Traceback" not in found.output


def test_a_diff_is_written_in_each_format(store: str):
    days = ("--list", "un", "2023-01-01", "2024-03-01", "--store", store)
    rows = json.loads(run("diff", *days, "--format", "json").stdout)
    assert [(row["change"], row["key"]) for row in rows if row["change"] != "changed"] == [
        ("removed", "UN-3"),
        ("added", "UN-4"),
    ]
    renamed = next(row for row in rows if row["part"] == "name")
    assert (renamed["before"], renamed["after"]) == ("RED KNOT", "GREEN KNOT")
    assert run("diff", *days, "--format", "csv").stdout.startswith("change,key,name,party,part")
    assert "GREEN KNOT" in run("diff", *days).stdout


def test_a_diff_of_a_day_without_an_edition_is_told(store: str):
    found = run("diff", "--list", "un", "2023-01-01", "2023-01-02", "--store", store)
    assert found.exit_code == 2
    assert "There are: 2023-01-01, 2024-03-01." in found.stderr


def test_who_was_listed_on_a_day_is_asked_as_it_is_said(store: str):
    found = run(
        "query", "designated-vessels", "as-of=2022-06-15", "--store", store, "--format", "csv"
    )
    assert [line.split(",")[1] for line in found.stdout.splitlines()[1:]] == [
        "BLUE HERON",
        "OLD CURLEW",
    ]


def test_a_ship_is_shown_with_its_listings(store: str):
    found = run("show", "ship:imo-9000015", "--store", store).stdout
    assert found.startswith("GREEN KNOT  (ship, ship:imo-9000015)\n\nOn lists:\n  listed: DPRK4")
    assert found == run("show", "green knot", "--store", store).stdout
    assert json.loads(run("show", "ship:imo-9000015", "--store", store, "--format", "json").stdout)


def test_a_cell_that_is_a_formula_is_made_harmless(tmp_path: Path):
    place = str(tmp_path / "kb")
    for day, name in (("2018-10-29", "ESC"), ("2018-11-29", "=1+1")):
        path = tmp_path / f"{day}.xml"
        path.write_text(UN.read_text().replace("2018-10-29T", f"{day}T").replace("ESC", name))
        assert run("load", "--store", place, "--accept-shrink", str(path)).exit_code == 0
    days = ("2018-10-29", "2018-11-29", "--store", place, "--format", "csv")
    assert ",ESC,'=1+1" in run("diff", "--list", "un", *days).stdout


KILLED = """
import os, signal, sys
from dataclasses import dataclass
from pathlib import Path
from kb.desk.base import KnowledgeBase
from kb.desk.lists import Wanted, enter
from kb.store import oxigraph
from tests.lists.making import Made, vessel

@dataclass(frozen=True)
class Killed(Made):
    def entries(self, path, audit):
        for number in range(50):
            yield vessel(f"K{number}", "X")
        os.kill(os.getpid(), signal.SIGKILL)

oxigraph.PORTION = 100
with KnowledgeBase.open(sys.argv[1], write=True) as base:
    enter(base, Killed((), "2018-12-29"), Wanted(Path(sys.argv[2])))
"""


def test_a_kill_in_the_middle_leaves_the_old_edition(tmp_path: Path):
    place = str(tmp_path / "kb")
    assert run("load", "--store", place, "--accept-shrink", str(UN)).exit_code == 0
    (tmp_path / "f").write_text("x")
    command = [sys.executable, "-c", KILLED, place, str(tmp_path / "f")]
    ended = subprocess.run(command, cwd=Path(__file__).parents[1], check=False)
    assert ended.returncode == -signal.SIGKILL
    with KnowledgeBase.open(place) as base:
        assert [each.date for each in known(base.store)] == ["2018-10-29"]
        left = f"{LIST_GRAPHS}un/2018-12-29"
        assert left in base.store.graphs()
    later = tmp_path / "later.xml"
    later.write_text(UN.read_text().replace("2018-10-29T", "2019-01-01T"))
    assert run("load", "--store", place, "--accept-shrink", str(later)).exit_code == 0
    with KnowledgeBase.open(place) as base:
        assert left not in base.store.graphs()
        assert [each.date for each in known(base.store)] == ["2018-10-29", "2019-01-01"]


def test_a_list_without_a_file_asks_for_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    found = run("load", "un")
    assert found.exit_code == 2
    assert "Name the file too: kb load un FILE." in found.stderr


def test_the_history_of_a_list_that_is_not_there_names_those_that_are(store: str):
    found = run("load", "--store", store, "--history", "eu")
    assert found.exit_code == 2
    assert "Lists in the base: ofac, un." in found.stderr


def test_a_day_that_is_none_is_told_also_of_a_file_loaded_before(tmp_path: Path):
    place = str(tmp_path / "kb")
    run("load", "--store", place, "--accept-shrink", str(UN))
    found = run("load", "--store", place, str(UN), "--date", "someday")
    assert found.exit_code == 2
    assert "the day of the edition" in found.stderr
