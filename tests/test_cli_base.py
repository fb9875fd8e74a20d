"""The commands that record: validate, add, retract, history."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A valid report file in an empty working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.delenv("KB_STORE", raising=False)
    text = CliRunner().invoke(main, ["schema", "--example"]).output
    Path("report.yaml").write_text(text)
    return "report.yaml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def history() -> list[list[str]]:
    return [line.split("\t") for line in run("history").stdout.splitlines()]


def test_a_valid_report_is_valid(example: str):
    found = run("validate", example)
    assert found.exit_code == 0
    assert "report.yaml: valid. 2 claims" in found.stdout
    assert not Path(".kb").exists()


def test_adding_twice_changes_nothing_and_a_changed_file_supersedes(example: str):
    assert "added" in run("add", example).stderr
    assert "unchanged" in run("add", example).stderr
    changed = Path(example).read_text().replace("time: 2024-04", "time: 2024-03")
    Path(example).write_text(changed)
    assert "superseded" in run("add", example).stderr
    assert [line[2] for line in history()] == ["loaded", "loaded", "added", "superseded"]


def test_a_retraction_is_logged_with_its_reason_and_can_be_undone_by_adding(example: str):
    run("add", example)
    assert run("retract", "report:2024-05-01-example", "--reason", "a hoax").exit_code == 0
    assert history()[-1][2:] == [
        "retracted",
        "https://w3id.org/sanctions-kb/id/report/2024-05-01-example",
        "",
        "a hoax",
    ]
    assert run("retract", "report:2024-05-01-example", "--reason", "again").exit_code == 1
    assert "added" in run("add", example).stderr


def test_drafts_stay_out(example: str):
    text = Path(example).read_text()
    Path(example).write_text(text.replace("status: accepted", "status: draft", 1))
    assert "Left out: 1 drafts" in run("add", example).stderr


def test_a_report_that_another_speaks_of_cannot_be_retracted(example: str):
    run("add", example)
    text = Path(example).read_text().replace("report:2024-05-01-example", "report:second")
    link = "repeats: report:2024-05-01-example#denied"
    second = text.replace('disputes: "#alleged"', f'disputes: "#alleged"\n    {link}')
    Path("second.yaml").write_text(second)
    assert run("add", "second.yaml").exit_code == 0
    found = run("retract", "report:2024-05-01-example", "--reason", "x")
    assert found.exit_code == 1
    assert "Correct or retract that report first" in found.stderr


def test_bad_files_leave_the_base_untouched_and_do_not_stop_the_others(example: str):
    Path("bad.yaml").write_text("id: report:x\nstance: y\n")
    found = run("add", "bad.yaml", example)
    assert found.exit_code == 2
    assert "bad.yaml:2:1" in found.stderr
    assert [line[2] for line in history()] == ["loaded", "loaded", "added"]


def test_an_unknown_report_and_a_missing_store_are_told(example: str):
    assert run("history").exit_code == 3
    run("add", example)
    assert run("retract", "report:none", "--reason", "x").exit_code == 2


@pytest.mark.parametrize("form", ["text", "json", "turtle", "sarif", "junit", "github"])
def test_every_verdict_format_is_deterministic(example: str, form: str):
    Path("bad.yaml").write_text("id: report:x\nstance: y\n")
    first = run("validate", example, "bad.yaml", "--format", form)
    assert first.exit_code == 2
    assert first.stdout == run("validate", example, "bad.yaml", "--format", form).stdout


def test_a_typed_query_is_answered(example: str):
    run("add", example)
    Path("q.rq").write_text(
        "SELECT ?who ?stance { ?c kb:claimant/rdfs:label ?who ; kb:stance ?stance } ORDER BY ?who"
    )
    found = run("query", "q.rq", "--format", "csv")
    assert found.stdout.splitlines() == [
        "who,stance,stance_label",
        "A. Minister,stance:denies,denies",
        "Example Institute,stance:asserts,asserts",
    ]


def test_a_bad_query_says_where(example: str):
    run("add", example)
    found = CliRunner().invoke(main, ["query", "-"], input="SELECT * {\n ?s ?p }")
    assert found.exit_code == 2
    assert "This is not SPARQL" in found.stderr
