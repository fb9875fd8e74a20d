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
    said = run("add", example).stderr
    assert "1 claim, " in said
    assert "Left out: 1 draft and 0 rejected claims." in said


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


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_retraction_without_a_reason_is_refused(example: str, reason: str):
    run("add", example)
    found = run("retract", "report:2024-05-01-example", "--reason", reason)
    assert found.exit_code == 2
    assert "needs a reason" in found.stderr
    assert history()[-1][2] == "added"


@pytest.fixture
def unopenable(example: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Files that cannot be opened, beside a valid one, each with what is said of it."""
    monkeypatch.setenv("KB_REPORT_BYTES", "20000")
    Path("folder.yaml").mkdir()
    Path("large.yaml").write_text("#" * 20001)
    Path("report.odd").write_text("id: report:x\n")
    return {
        "folder.yaml": "is a folder",
        "missing.yaml": "does not exist",
        "large.yaml": "is larger than",
        "report.odd": "has the unknown ending .odd",
    }


def test_files_that_cannot_be_opened_do_not_stop_the_others(
    example: str, unopenable: dict[str, str]
):
    found = run("add", *unopenable, example)
    assert found.exit_code == 2
    for file, words in unopenable.items():
        assert f"{file}: This {words}" in found.stderr
    assert [line[2] for line in history()] == ["loaded", "loaded", "added"]


@pytest.mark.parametrize("form", ["text", "json", "turtle", "sarif", "junit", "github"])
def test_a_verdict_names_the_files_that_cannot_be_opened(
    example: str, unopenable: dict[str, str], form: str
):
    found = run("validate", *unopenable, example, "--format", form)
    assert found.exit_code == 2
    if form != "turtle":  # a validation report has no place for them
        assert all(words in found.stdout for words in unopenable.values())


def test_a_file_that_the_base_refuses_does_not_stop_the_others(example: str):
    run("add", example)
    text = Path(example).read_text()
    second = text.replace("report:2024-05-01-example", "report:second")
    link = "repeats: report:2024-05-01-example#denied"
    Path("second.yaml").write_text(
        second.replace('disputes: "#alleged"', f'disputes: "#alleged"\n    {link}')
    )
    assert run("add", "second.yaml").exit_code == 0
    Path(example).write_text(text.replace("#denied", "#refused"))
    Path("third.yaml").write_text(text.replace("report:2024-05-01-example", "report:third"))
    found = run("add", example, "third.yaml")
    assert found.exit_code == 1
    assert "report.yaml: " in found.stderr
    assert "added https://w3id.org/sanctions-kb/id/report/third" in found.stderr


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
