"""`kb review` without a terminal: labelled lines, an answer a line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.cli import main
from kb.cli.review import command
from kb.errors import KbError
from tests.review.conftest import DRAFT, Write, claims, on_disk


def review(path: str, *answers: str, options: tuple[str, ...] = ("--reviewer", "A. Analyst")):
    text = "".join(f"{each}\n" for each in answers)
    found = CliRunner().invoke(command, [path, *options], input=text)
    if isinstance(found.exception, KbError):
        raise found.exception
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found


def test_everything_is_told_in_labelled_lines_without_control_characters(write: Write):
    found = review(write(), "n", "q")
    assert found.exit_code == 0
    for line in (
        "Claim: 1 of 3, #c1",
        "Passage: North Korea has shipped arms to Russia since August",
        "Cue: the White House said",
        "Claimant: White House (org:white-house)",
        "About: arms transfer (#p1)",
        "Role supplier: North Korea (country:KP)",
        "Found by: A-said",
        "Via: Tass (org:tass)",
        "Disputes: #c1 White House asserts: “North Korea has shipped arms to Russia since August”",
        "Warning: look \\u202e twice",
    ):
        assert line in found.output.splitlines()
    assert all(mark.isprintable() or mark == "\n" for mark in found.output)


def test_accept_reject_and_quit(write: Write):
    path = write()
    found = review(path, "a", "r", "the answer is about something else", "q")
    assert [each["status"] for each in on_disk(path)["claims"]] == ["accepted", "rejected", "draft"]
    assert claims(path)["#c2"]["note"] == "the answer is about something else"
    assert f"1 accepted, 1 rejected, 1 left of 3 claims in {path}." in found.output
    assert f"Go on with: kb review {path}" in found.output


def test_a_review_is_taken_up_where_it_was_left(write: Write):
    path = write()
    review(path, "a", "q")
    found = review(path, "a", "a")
    assert "1 of 3 claims are decided already." in found.output
    assert "Claim: 2 of 3, #c2" in found.output
    assert "Claim: 1 of 3, #c1" not in found.output
    assert "Every claim is decided" in found.output
    assert f"Next: kb validate {path} && kb add {path}" in found.output


def test_the_end_of_input_quits_and_loses_nothing(write: Write):
    path = write()
    assert review(path, "a", "r").exit_code == 0
    assert [each["status"] for each in on_disk(path)["claims"]] == ["accepted", "draft", "draft"]


def test_edit_asks_field_by_field_until_an_empty_answer(write: Write):
    path = write()
    found = review(
        path, "e", "stance", "alleges", "said", "yesterday", "said", "2023-10", "2", "Jane Roe",
        "Person", "passage", "has shipped arms to Russia", "supplier", "-", "9", "", "", "q",
    )  # fmt: skip
    claim = claims(path)["#c1"]
    assert claim["stance"] == "alleges"
    assert claim["said"] == "2023-10"
    assert claim["claimant"] == "person:jane-roe"
    assert claim["passage"]["quote"] == "has shipped arms to Russia"
    assert "supplier" not in on_disk(path)["propositions"][0]
    assert "Message: 'yesterday' is not a date in EDTF" in found.output
    assert "Message: disputes stays as it is." in found.output
    assert claim["status"] == "draft"


def test_merge_shows_the_conflict_and_undo_takes_it_back(write: Write):
    path = write()
    found = review(path, "p", "n", "n", "m", "#p1", "2", "q")
    assert "The two differ in time. Which stands?" in found.output
    assert "Message: Merged: #c1, #c2, #c3 are now about #p1." in found.output
    assert on_disk(path)["propositions"][0]["time"] == "2023-09"
    path = write(name="other.yaml")
    review(path, "n", "n", "m", "#p1", "2", "u", "q")
    assert Path(path).read_text() == DRAFT


def test_merge_can_be_broken_off(write: Write):
    path = write()
    for answers in (["m", ""], ["m", "#p2", ""], ["m", "#p9"], ["m", "#p2", "7"]):
        review(path, *answers)
        assert Path(path).read_text() == DRAFT


def test_split_says_what_it_made(write: Write):
    path = write()
    found = review(path, "s", "s", "q")
    assert "Message: #c1 is now about #p3, a copy of #p1 of its own." in found.output
    assert "nothing to split off" in found.output


def test_help_and_unknown_keys(write: Write):
    found = review(write(), "?", "", "x", "q")
    assert "m: Merge: what it is about" in found.output
    assert "Message: 'x' is no key here; ? lists them." in found.output


def test_the_reviewer_comes_from_the_option_else_the_environment_else_git(
    write: Write, monkeypatch, tmp_path: Path
):
    monkeypatch.setenv("KB_REVIEWER", "B. Analyst")
    path = write()
    review(path, "a", options=())
    review(path, "a")
    assert [claims(path)[name]["reviewer"] for name in ("#c1", "#c2")] == [
        "B. Analyst",
        "A. Analyst",
    ]
    monkeypatch.delenv("KB_REVIEWER")
    config = tmp_path / "gitconfig"
    config.write_text("[user]\n\tname = C. Analyst\n")
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(config))
    monkeypatch.chdir(tmp_path)
    review(path, "a", options=())
    assert claims(path)["#c3"]["reviewer"] == "C. Analyst"


def test_without_any_name_nothing_can_be_reviewed(write: Write, monkeypatch):
    monkeypatch.setattr("kb.cli.review._account", lambda: "")
    monkeypatch.delenv("KB_REVIEWER", raising=False)
    with pytest.raises(KbError, match="--reviewer"):
        review(write(), "a", options=())


def test_the_text_can_be_given(write: Write, tmp_path: Path):
    start, end = DRAFT.index("content: |"), DRAFT.index("extractor:")
    path = write((DRAFT[start:end], ""))
    with pytest.raises(KbError, match="--text"):
        review(path, "q")
    (tmp_path / "t.txt").write_text("North Korea has shipped arms to Russia since August\n")
    text = str(tmp_path / "t.txt")
    found = review(path, "a", options=("--reviewer", "A", "--text", text))
    assert "#c1 is accepted." in found.output


def test_a_reviewed_file_passes_kb_validate(write: Write, tmp_path: Path):
    path = write()
    review(path, "a", "a", "a")
    found = CliRunner().invoke(main, ["validate", path, "--store", str(tmp_path / "kb")])
    assert found.exit_code == 0, found.output


def test_a_terminal_that_is_not_wanted_is_not_used(monkeypatch):
    from kb.cli.terminal import fancy

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert fancy(plain=False)
    assert not fancy(plain=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not fancy(plain=False)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not fancy(plain=False)
