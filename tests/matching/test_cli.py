"""`kb match` against a base of one report, and the index beside the store."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main
from kb.resources import EXAMPLES

REPORTS = [
    str(EXAMPLES / name / "report.yaml")
    for name in ("2017-10-03-whose-rockets", "2017-10-10-jie-shun")
]


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KB_STORE", raising=False)
    assert run("add", *REPORTS).exit_code == 0


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_a_name_is_found_in_other_spacing_with_the_reason():
    found = run("match", "JIESHUN")
    assert found.exit_code == 0
    assert "ship:jie-shun  Jie Shun (vessel)" in found.stdout
    assert "by spacing only: JIESHUN / Jie Shun" in found.stdout


def test_nothing_found_is_exit_code_one():
    found = run("match", "Zzyzx Qwrty")
    assert (found.exit_code, found.stdout) == (1, "")
    assert "Nothing in the base matches." in found.stderr


def test_the_index_is_kept_and_made_anew_when_the_base_changes():
    assert "made anew" in run("match", "Jie Shun").stderr
    assert "made anew" not in run("match", "Jie Shun").stderr
    for name in ("report:2017-10-10-jie-shun", "report:2017-10-03-whose-rockets"):
        assert run("retract", name, "--reason", "a test").exit_code == 0
    found = run("match", "Jie Shun")
    assert "made anew" in found.stderr
    assert found.exit_code == 1


def test_a_damaged_index_is_made_anew():
    Path(".kb/names.sqlite").write_bytes(b"damaged" * 1000)
    assert run("match", "Jie Shun").exit_code == 0


def test_a_fleet_is_answered_row_by_row_in_every_format():
    Path("f.csv").write_text(
        "Ship;IMO;Flag\nJIE SHUN;;Cambodia\nNobody Knows;;\n", encoding="utf-8"
    )
    found = run("match", "f.csv", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert [(row["line"], row["verdict"], row["party"]) for row in rows] == [
        ("2", "match", "ship:jie-shun"),
        ("3", "no", ""),
    ]
    assert "the flag of KH" in rows[0]["why"]
    lines = run("match", "f.csv", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["line"] for line in lines] == [2, 3]
    assert json.loads(run("match", "f.csv", "--format", "json").stdout)[0]["score"] > 0.9
    assert "ship:jie-shun" in run("match", "f.csv").stdout


def test_no_cell_of_a_csv_answer_is_a_formula():
    Path("f.csv").write_text("name,imo\n=Jie Shun,\n@Jie Shun,\n+Jie Shun,\n", encoding="utf-8")
    rows = list(csv.reader(io.StringIO(run("match", "f.csv", "--format", "csv").stdout)))
    assert [row[1] for row in rows[1:]] == ["'=Jie Shun", "'@Jie Shun", "'+Jie Shun"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Give a name, a table or a number"),
        (("--imo", "12"), "12 is no IMO number"),
        (("--mmsi", "12"), "12 is no MMSI"),
        (("Jie Shun", "--flag", "Atlantis"), "Atlantis is no state"),
        (("missing.csv",), "missing.csv does not exist"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(arguments: tuple[str, ...], message: str):
    found = run("match", *arguments)
    assert found.exit_code == 2
    assert message in found.stderr


def test_a_missing_column_is_named_with_what_there_is():
    Path("f.csv").write_text("ship,flag\nJie Shun,KH\n", encoding="utf-8")
    found = run("match", "f.csv", "--columns", "name=ship,imo")
    assert found.exit_code == 2
    assert "f.csv:1: there is no column 'imo'. The file has: ship, flag." in found.stderr


def test_an_entry_of_a_list_is_found_by_name_and_number():
    table = str(Path(__file__).parents[1] / "lists" / "files" / "un1718.csv")
    loaded = run("load", "--accept-shrink", "--date", "2018-10-29", "un-1718-vessels", table)
    assert loaded.exit_code == 0, loaded.stderr
    assert "ship:imo-8518780  SEA GULL" in run("match", "--imo", "8518780").stdout
    assert "ship:imo-8518780" in run("match", "M/V Seagull", "--flag", "Comoros").stdout
    warned = run("match", "North Star", "--imo", "9179842").stdout
    assert warned.startswith("warning")
    assert "false identity" in warned


def test_only_hits_leaves_out_the_rows_without_an_answer():
    Path("f.csv").write_text("Ship\nJIE SHUN\nNobody Knows\n", encoding="utf-8")
    every = run("match", "f.csv", "--format", "jsonl").stdout.splitlines()
    hits = run("match", "f.csv", "--format", "jsonl", "--only-hits").stdout.splitlines()
    assert [json.loads(line)["asked"] for line in every if "Nobody" in line] == ["Nobody Knows"]
    assert hits == [line for line in every if "Nobody" not in line]
    assert hits
