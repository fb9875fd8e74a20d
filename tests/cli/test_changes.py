"""`kb diff`: what the base says on two days, and how that changed, each change with who says so."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main
from kb.desk.base import KnowledgeBase
from tests.judge.case_reports import tell

SALE = {"id": "#sale", "type": "ArmsTransfer", "supplier": "country:KP", "recipient": "country:RU"}
SALE |= {"time": "2023-05-01"}


def kb(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("changes")
    place = str(folder / "kb")
    with KnowledgeBase.open(place, write=True) as base:
        coast = {"claimant": "org:coast", "stance": "asserts"}
        tell(
            base, folder, "first", [coast | {"id": "#c0", "about": "#sale"}], [SALE],
            published="2024-05-01",
        )  # fmt: skip
        sale = {"about": "report:first#sale"}
        denial = {"claimant": "org:fleet", "stance": "denies", "id": "#c0", **sale}
        later = coast | {"stance": "doubts", "id": "#c1", "withdraws": "report:first#c0", **sale}
        tell(base, folder, "second", [denial, later], [], published="2024-05-10")
    return place


def found(store: str, *words: str) -> dict[str, dict[str, str]]:
    made = json.loads(kb("diff", *words, "--format", "json", "--store", store).stdout)
    return {each["kind"]: each for each in made["changes"]}


def test_what_came_stands_with_its_quote_its_report_and_its_claimant(store: str):
    made = found(store, "2024-04-30", "2024-05-01")
    assert {"claim", "proposition", "breach"} <= made.keys()
    assert "Coast, report:first “Sentence 0 of first was said”" in made["claim"]["source"]
    assert made["proposition"]["after"] == "alleged"
    assert made["breach"]["after"] in ("would-be", "could-be")
    assert "Coast" in made["breach"]["source"]


def test_denials_withdrawals_and_statuses_are_told(store: str):
    made = found(store, "2024-05-01", "2024-05-10")
    assert {"denial", "withdrawal", "status"} <= made.keys()
    assert made["denial"]["source"].startswith("Fleet, report:second")
    assert made["withdrawal"]["thing"] == "report:first#c0"
    assert made["status"]["before"] == "alleged"


def test_provisions_of_the_days_between_are_told(store: str):
    made = json.loads(
        kb("diff", "2017-12-21", "2017-12-22", "--format", "json", "--store", store).stdout
    )
    assert {each["kind"] for each in made["changes"]} == {"provision"}


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_page_names_both_days_and_the_clock(store: str, form: str):
    made = kb(
        "diff", "2024-04-30", "2024-05", "--format", form, "--clock", "said", "--store", store
    )
    assert "As of 2024-04-30, by what was said, and as of 2024-05-31" in made.stdout


def test_the_same_day_twice_has_no_changes(store: str):
    made = kb("diff", "2024-05-01", "2024-05-01", "--store", store)
    assert (made.exit_code, "0 changes" in made.stdout) == (1, True)


def test_bad_days_are_refused(store: str, tmp_path: Path):
    path = tmp_path / "2024"
    path.write_text("")
    for days in (("2024-13", "2024"), ("2024-02", "2024-01"), (str(path), "2024"), ("x", "y")):
        made = kb("diff", *days, "--store", store)
        assert (made.exit_code, made.stdout) == (2, "")
    assert kb("diff", "2023", "2024", "--format", "csv", "--store", store).exit_code == 2
