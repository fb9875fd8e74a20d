"""`kb assess` and `kb breaches`, and that no potential breach leaves without status and claims."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main
from kb.errors import NakedAllegation
from kb.export.guard import guard
from kb.namespaces import DERIVED_GRAPH
from kb.store import open_store
from kb.store.base import Change
from tests.judge import given

SUPPLY = {
    "id": "#supply",
    "type": "ArmsTransfer",
    "supplier": "country:KP",
    "recipient": "country:RU",
    "time": "2023-09",
}
OLD = {**SUPPLY, "id": "#old", "time": "2008"}
SWAP = {
    "id": "#swap",
    "type": "ShipToShipTransfer",
    "vessel": "#unnamed",
    "receivingShip": "ship:gull",
    "time": "2018",
}
UNNAMED = {"id": "#unnamed", "type": "Ship", "unnamed": True, "note": "a tanker"}
FLAG = {"id": "#flag", "type": "FlagRegistration", "vessel": "#unnamed", "flagState": "country:KP"}


def kb(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("judged")
    path = given.report(
        folder,
        [SUPPLY, OLD, SWAP, FLAG],
        stances={"#supply": ("asserts", "denies")},
        entities=[UNNAMED],
    )
    place = str(folder / "kb")
    assert kb("add", path, "--store", place).exit_code == 0
    return place


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_assess_finds_what_add_left_to_be_up_to_date(store: str):
    result = kb("assess", "--store", store)
    assert result.stderr == "4 propositions assessed: all was up to date.\n"


def test_assess_brings_back_what_is_missing(store: str, tmp_path: Path):
    place = str(tmp_path / "kb")
    kb("add", given.report(tmp_path, [SUPPLY]), "--store", place)
    held = open_store(place, write=True)
    held.commit(Change(clear=(DERIVED_GRAPH,)))
    held.close()
    assert kb("breaches", "--store", place).exit_code == 1
    assert "4 potential breaches new or changed" in kb("assess", "--store", place).stderr
    assert kb("breaches", "--store", place).exit_code == 0


def test_each_row_has_status_and_claims_and_words_that_state_no_guilt(store: str):
    for row in lines(kb("breaches", "--format", "jsonl", "--store", store)):
        assert row["proposition_status"]
        assert row["claims"]
        assert "if it happened as claimed" in str(row["in_words"])
    text = kb("breaches", "--store", store).stdout
    assert text.startswith("Each event is a claim, not a fact")
    assert "disputed" in text
    assert "denies" in text
    assert not {"guilty", "violated", "violation", "broke the", "illegal"} & set(text.split())


def test_json_csv_and_jsonl_have_the_same_rows(store: str):
    whole = json.loads(kb("breaches", "--format", "json", "--store", store).stdout)
    assert whole == lines(kb("breaches", "--format", "jsonl", "--store", store))
    text = kb("breaches", "--format", "csv", "--store", store).stdout
    cells = list(csv.DictReader(text.splitlines()))
    assert [row["provision"] for row in cells] == [row["provision"] for row in whole]
    assert list(cells[0]) == list(whole[0])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--provision", "1874/9"], {"1874-9"}),
        (["--provision", "1718/8(b)"], {"1718-8b", "1874-9", "2270-7"}),
        (["--provision", "1718/8"], {"1718-8b", "1874-9", "2270-7"}),
        (["--provision", "provision:2375-11"], {"2375-11"}),
        (["--provision", "2375"], {"2375-11"}),
        (["--proposition", "report:given#swap"], {"2375-11"}),
        (["--since", "2019"], {"1695-4", "1718-8b", "1874-9", "2270-7"}),
        (["--verdict", "would-be"], {"1874-9", "2375-11"}),
        (["--verdict", "would-not-be"], {"1874-9", "2270-7"}),
        (["--provision", "1874/9", "--proposition", "report:given#swap"], set()),
    ],
)
def test_what_is_asked_for(words: list[str], expected: set[str], store: str):
    result = kb("breaches", *words, "--format", "jsonl", "--store", store)
    found = {str(row["provision"]).removeprefix("provision:") for row in lines(result)}
    assert expected <= found
    if words[0] != "--since" and words[-1] != "would-be":
        assert found - expected <= {"2270-20", "2321-9"}
    assert result.exit_code == (0 if found else 1)


def test_paragraph_8_is_not_80(store: str):
    result = kb("breaches", "--provision", "1718/80", "--store", store)
    assert (result.exit_code, "There is no provision 1718/80" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--provision", "eight"], "There is no provision eight"),
        (["--proposition", "report:given#none"], "There is no proposition report:given#none"),
        (["--proposition", "a b"], "There is no proposition a b"),
        (["--since", "yesterday"], "--since yesterday"),
        (["--as-of", "2023-13"], "--as-of 2023-13"),
        (["--as-of", "2023-05/.."], "has no such day"),
    ],
)
def test_a_name_or_date_that_is_none_is_told(words: list[str], said: str, store: str):
    result = kb("breaches", *words, "--store", store)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_as_of_a_day_before_the_report_nothing_was_said(store: str):
    result = kb("breaches", "--as-of", "2024-04-30", "--store", store)
    assert (result.exit_code, "0 rows" in result.stdout) == (1, True)
    today = kb("breaches", "--format", "json", "--store", store).stdout
    assert kb("breaches", "--as-of", "2024-05-01", "--format", "json", "--store", store).stdout == (
        today
    )


def test_turtle_takes_the_event_its_status_and_every_claim_along(store: str):
    text = kb("breaches", "--format", "turtle", "--store", store).stdout
    for words in (
        "kb:status status:disputed",
        "kb:stance stance:denies",
        "kb:claimant",
        "oa:exact",
    ):
        assert words in text
    again = kb("breaches", "--format", "turtle", "--store", store).stdout
    assert text == again


def test_an_export_takes_potential_breaches_along(store: str):
    assert "a kb:PotentialBreach" in kb("export", "--store", store).stdout
    assert "a kb:PotentialBreach" in kb("export", "given", "--store", store).stdout


@pytest.mark.parametrize("missing", ["status", "claimant", "verdict", "judges"])
def test_a_potential_breach_without_status_claimant_or_verdict_does_not_leave(
    missing: str, store: str
):
    held = open_store(store, write=False)
    everything = [
        triple
        for graph in held.graphs()
        if "/report/" in graph or graph == DERIVED_GRAPH
        for triple in held.graph(graph)
    ]
    held.close()
    guard(everything)
    with pytest.raises(NakedAllegation):
        guard(t for t in everything if not t.predicate.value.endswith(f"#{missing}"))


def test_a_bare_potential_breach_does_not_leave(store: str):
    held = open_store(store, write=False)
    bare = [t for t in held.graph(DERIVED_GRAPH) if "/breach/" in str(t.subject)]
    held.close()
    with pytest.raises(NakedAllegation, match="naked-breach"):
        guard(bare)
