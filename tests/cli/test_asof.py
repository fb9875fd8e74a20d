"""`--as-of` and `--clock`: every reading command takes them, behaves the same and says so."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kb.cli import COMMANDS, main
from kb.desk.base import KnowledgeBase
from tests.judge.case_reports import tell

WRITE = {"add", "assess", "demo", "different", "load", "retract", "review", "same", "undo"}
"""What changes the base, or sets one up."""
OF_TODAY = {
    "diff": "takes two days of its own",
    "draft": "holds a text against what is known today",
    "eval": "scores a text by what is known today",
    "history": "is the log itself, with its times",
    "mentions": "holds a text against what is known today",
    "validate": "holds a file against what is there today",
}
"""What opens the base for something else than a day's answer, and why."""
READ = {
    "breaches": (),
    "caps": (),
    "dossier": ("ship:gull",),
    "export": (),
    "exposure": ("ship:gull",),
    "match": ("Gull",),
    "plausibility": (),
    "query": ("reports",),
    "show": ("ship:gull",),
    "timeline": ("ship:gull",),
    "why": ("report:first#call",),
}
CALL = {"id": "#call", "type": "PortCall", "vessel": "ship:gull", "portOfCall": "port:rajin"}
PORT = {"id": "port:rajin", "type": "Port", "name": "Rajin", "state": "country:KP"}
LAST = "As of 2024-05-01, by publication"


def kb(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def takes(name: str) -> set[str]:
    command = main.get_command(click.Context(main), name)  # type: ignore[attr-defined]
    return {each.name for each in command.params}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("asof")
    place = str(folder / "kb")
    ship = {"id": "ship:gull", "type": "Ship", "name": "Gull"}
    with KnowledgeBase.open(place, write=True) as base:
        claim = {"claimant": "org:coast", "stance": "asserts", "about": "#call"}
        tell(base, folder, "first", [claim], [CALL], entities=[ship, PORT], published="2024-05-01")
    return place


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - WRITE - OF_TODAY.keys()))
def test_every_command_that_opens_the_base_to_read_takes_both_options(name: str):
    if "store" in takes(name):
        assert {"as_of", "clock"} <= takes(name)
        assert name in READ


@pytest.mark.parametrize("name", sorted(READ))
def test_a_day_after_everything_gives_what_the_base_gives_and_names_the_view(
    name: str, store: str, tmp_path: Path
):
    words = (name, *READ[name], "--store", store)
    today, then = kb(*words), kb(*words, "--as-of", "2024-05-01")
    assert then.exit_code == today.exit_code
    assert LAST in then.stdout + then.stderr
    gone = then.stdout.replace(f"<p>{LAST}.</p>\n", "").replace(f"# {LAST}.\n", "")
    if name not in ("dossier", "export", "exposure"):
        assert gone.removeprefix(f"{LAST}.\n\n") == today.stdout


@pytest.mark.parametrize("name", sorted(READ))
def test_before_everything_the_answer_is_empty_and_told_and_no_error(name: str, store: str):
    made = kb(name, *READ[name], "--store", store, "--as-of", "1990", "--clock", "recorded")
    assert made.exit_code in (0, 1)
    assert (
        "As of 1990-12-31, by what was recorded in the base: nothing in the base was recorded by then."
        in made.stderr
    )
    assert "first" not in made.stdout
    assert "Error" not in made.stderr


@pytest.mark.parametrize("name", sorted(READ))
def test_a_bad_date_and_a_clock_without_a_date_are_refused(name: str, store: str):
    words = (name, *READ[name], "--store", store)
    for day in ("2023-13", "yesterday", "2023-05/.."):
        made = kb(*words, "--as-of", day)
        assert (made.exit_code, f"--as-of {day}" in made.stderr) == (2, True)
    alone = kb(*words, "--clock", "said")
    assert alone.exit_code == (0 if name == "timeline" else 2)


def test_what_nobody_knows_on_any_day_stays_an_error(store: str):
    assert kb("show", "ship:none", "--as-of", "2024", "--store", store).exit_code == 2


def test_typed_sparql_runs_on_the_view(store: str, tmp_path: Path):
    path = tmp_path / "q.rq"
    path.write_text("SELECT ?c WHERE { ?c kb:about ?p }")
    words = ("query", str(path), "--format", "json", "--store", store, "--as-of")
    assert len(json.loads(kb(*words, "2024-05-01").stdout)) == 1
    assert json.loads(kb(*words, "2024-04-30").stdout) == []


def test_json_objects_name_the_view(store: str):
    words = ("why", "report:first#call", "--format", "json", "--store", store, "--as-of", "2024-05")
    made = json.loads(kb(*words, "--clock", "said").stdout)
    assert made["as_of"] == {"day": "2024-05-31", "clock": "said"}
