"""`kb caps`: sums, deliveries, periods, and what is refused."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.report.load import Request, load
from tests.judge import given


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base with two deliveries of diesel in two years."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KB_STORE", raising=False)
    events = [
        {
            "id": f"#{name}",
            "type": "Transfer",
            "supplier": "country:RU",
            "recipient": "country:KP",
            "cargo": {"cargoKind": "diesel", "quantityMin": amount, "unit": "barrels"},
            "time": time,
        }
        for name, amount, time in (("a", 30_000, "2018-05-01"), ("b", 600_000, "2019-06"))
    ]
    with KnowledgeBase.open(".kb", write=True) as made:
        made.add(load(Request(given.report(tmp_path, events)))[0])


def test_every_period_has_a_line_and_one_provision_has_its_deliveries():
    found = run("caps")
    assert found.exit_code == 0
    assert (
        "2018-01-01 to 2018-12-31: 1 claimed delivery, which comes to at least 30,000 barrels"
        in found.stdout
    )
    assert "the cap was passed by 2019-06-30 at the latest" in found.stdout
    assert "Coast Wire asserts" not in found.stdout
    listed = run("caps", "2397/5", "--period", "2019")
    assert "Coast Wire asserts" in listed.stdout
    assert "2018-01-01" not in listed.stdout


def test_json_and_csv_have_the_deliveries_with_who_claims_them():
    made = json.loads(run("caps", "--format", "json").stdout)
    assert [each["least"] for each in made] == [30_000, 600_000]
    assert made[0]["deliveries"][0]["claims"] == ["Coast Wire asserts"]
    assert run("caps", "--format", "csv", "-o", "sums.csv").exit_code == 0
    assert Path("sums.csv").read_text().count("Coast Wire asserts") == 2


def test_a_day_before_anything_was_published_has_no_deliveries():
    found = run("caps", "--as-of", "2020-01-01")
    assert (found.exit_code, "claimed deliver" in found.stdout) == (1, False)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["2397/999"], "There is no provision 2397/999"),
        (["--period", "last May"], "--period last May"),
        (["--format", "xml"], "xml"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_a_way_out(words: list[str], told: str):
    found = run("caps", *words)
    assert found.exit_code == 2
    assert told in found.stderr
    assert found.stdout == ""
