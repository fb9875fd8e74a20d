"""Decisions: what they write, where they lead, how they are taken back, and what stops them."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kb.desk.base import KnowledgeBase
from kb.errors import BadInput, KbError, Refused
from kb.report.load import Request
from kb.review.session import Session
from kb.validation.finding import Severity
from tests.review.conftest import DRAFT, Write, claims, on_disk, started

ROOT = Path(__file__).parent.parent.parent


def test_a_decision_is_in_the_file_at_once_with_who_and_when(write: Write):
    path = write()
    session = started(path)
    assert session.accept() == "#c1 is accepted."
    assert claims(path)["#c1"]["status"] == "accepted"
    assert claims(path)["#c1"]["reviewer"] == "A. Analyst"
    assert claims(path)["#c1"]["reviewed"] == "2026-11-24"
    assert session.name() == "#c2"


def test_a_rejection_keeps_its_reason_as_a_note_and_needs_one(write: Write):
    path = write(("    cue:", "    note: as drafted\n    cue:"))
    session = started(path)
    with pytest.raises(BadInput, match="needs a reason"):
        session.reject("  ")
    session.reject("not  said")
    assert claims(path)["#c1"]["status"] == "rejected"
    assert claims(path)["#c1"]["note"] == ["as drafted", "not said"]


def test_a_claim_that_is_accepted_after_all_loses_the_reason_of_its_rejection(write: Write):
    path = write()
    session = started(path)
    session.reject("not said")
    session.previous()
    session.accept()
    assert claims(path)["#c1"]["status"] == "accepted"
    assert "note" not in claims(path)["#c1"]


def test_the_next_review_starts_at_the_first_undecided_claim(write: Write):
    path = write()
    session = started(path)
    session.next()
    session.accept()
    assert session.name() == "#c3"
    session.accept()
    assert session.name() == "#c1"
    assert started(path).name() == "#c1"
    session.accept()
    assert session.finished()
    assert started(path).finished()


def test_undo_takes_back_one_decision_after_the_other_on_disk_too(write: Write):
    path = write()
    session = started(path)
    session.accept()
    between = Path(path).read_text()
    session.reject("not said")
    assert session.undo() == "Undone: #c2 is rejected."
    assert Path(path).read_text() == between
    assert session.name() == "#c2"
    session.undo()
    assert Path(path).read_text() == DRAFT
    with pytest.raises(BadInput, match="nothing to undo"):
        session.undo()


def test_next_and_previous_stop_at_the_ends(write: Write):
    session = started(write())
    assert not session.previous()
    assert session.next()
    assert session.next()
    assert not session.next()
    assert session.name() == "#c3"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('arms to Russia since August"', 'coal"', "does not contain the quote"),
        ("    claimant: org:white-house\n", "", "no claimant"),
        ("    stance: asserts\n", "", "no stance"),
        ('    about: "#p1"\n    said', '    about: "#p9"\n    said', "does not describe"),
        (
            '    about: "#p1"\n    said',
            '    disputes: "#c3"\n    about: "#p1"\n    said',
            "which is about #p2",
        ),
        (
            '    about: "#p1"\n    said',
            '    disputes: "#c1"\n    about: "#p1"\n    said',
            "same stance",
        ),
    ],
)
def test_what_is_not_fit_cannot_be_accepted(write: Write, old: str, new: str, message: str):
    path = write((old, new))
    before = Path(path).read_text()
    with pytest.raises(BadInput, match=message):
        started(path).accept()
    assert Path(path).read_text() == before


def test_a_file_that_somebody_else_changed_is_left_alone(write: Write):
    path = write()
    session = started(path)
    session.accept()
    theirs = Path(path).read_text() + "# mine\n"
    Path(path).write_text(theirs)
    with pytest.raises(Refused, match="changed by somebody else"):
        session.accept()
    assert Path(path).read_text() == theirs
    assert session.claim["status"] == "draft"


def test_a_file_that_is_gone_is_not_made_again(write: Write):
    path = write()
    session = started(path)
    Path(path).unlink()
    with pytest.raises(Refused, match="changed by somebody else"):
        session.accept()
    assert not Path(path).exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: x\nclaims:\n- id: '#c1'\n", "no report"),
        ("- a\n- b\n", "no report"),
        ("id: report:x\ncontent: a\n", "no claims"),
        ("id: report:x\ncontent: a\nclaims: []\n", "no claims"),
        ("id: report:x\ncontent: a\nclaims: [a]\n", "not a claim"),
        ("id: report:x\nclaims: [{id: '#c1'}]\n", "no `content:`"),
        ("id: report:x\ntext: a.txt\nclaims: [{id: '#c1'}]\n", "not beside it"),
        ("id: report:x\ntext: ../a.txt\nclaims: [{id: '#c1'}]\n", "not beside it"),
        ("", "empty"),
    ],
)
def test_what_cannot_be_reviewed_says_why(tmp_path: Path, text: str, message: str):
    path = tmp_path / "x.yaml"
    path.write_text(text)
    with pytest.raises(KbError, match=message):
        Session.open(str(path), "A. Analyst")


def test_only_yaml_files_that_exist_are_reviewed(tmp_path: Path):
    (tmp_path / "a.json").write_text("{}")
    for name, message in [("a.json", "no YAML"), ("b.yaml", "does not exist"), ("", "folder")]:
        with pytest.raises(BadInput, match=message):
            Session.open(str(tmp_path / name), "A. Analyst")
    with pytest.raises(BadInput, match="standard input"):
        Session.open("-", "A. Analyst")


@pytest.mark.parametrize("name", ["", "  ", "a\x1b[2Jb", "x" * 201])
def test_a_reviewer_has_a_name(write: Write, name: str):
    with pytest.raises(BadInput, match="reviewer"):
        Session.open(write(), name)


def test_the_text_may_stand_beside_the_report(write: Write, tmp_path: Path):
    start, end = DRAFT.index("content: |"), DRAFT.index("extractor:")
    lines = DRAFT[start:end].splitlines(keepends=True)[1:]
    (tmp_path / "a.txt").write_text("".join(line[2:] for line in lines if line), newline="")
    path = write((DRAFT[start:end], "text: a.txt\n"))
    started(path).accept()
    assert claims(path)["#c1"]["status"] == "accepted"


def test_a_file_without_permission_is_refused_before_any_question(write: Write, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(BadInput, match="may not be written"):
        started(write())


def test_the_mode_of_the_file_and_a_link_to_it_stay(write: Write, tmp_path: Path):
    path = Path(write())
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    started(str(link)).accept()
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert claims(str(path))["#c1"]["status"] == "accepted"


FULL = """
import resource, signal, sys
from kb.errors import BadInput
from kb.review.session import Session
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
session = Session.open(sys.argv[1], "A. Analyst")
session.accept()
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
try:
    session.accept()
except BadInput as error:
    print(error)
"""


def test_a_full_disk_keeps_the_decisions_before(write: Write):
    path = write()
    run = [sys.executable, "-c", FULL, path]
    found = subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "cannot be written" in found.stdout
    assert [each["status"] for each in on_disk(path)["claims"]] == ["accepted", "draft", "draft"]
    assert not Path(path + ".part").exists()


ENDLESS = """
import sys
from kb.review.session import Session
session = Session.open(sys.argv[1], "A. Analyst")
for number in range(10**6):
    print("asked", session.name(), flush=True)
    print(session.accept() if number % 3 else session.reject("no"), flush=True)
    if session.finished():
        break
"""


@pytest.mark.parametrize("answers", [1, 2, 5, 9, 14])
def test_a_killed_review_leaves_a_whole_file_with_every_answer(write: Write, answers: int):
    claim = DRAFT[DRAFT.index('  - id: "#c3"') : DRAFT.index("\nrejected:")]
    more = "".join(claim.replace("#c3", f"#c{n}") for n in range(4, 400))
    path = write((claim, claim + more))
    run = [sys.executable, "-c", ENDLESS, path]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        told = []
        for line in process.stdout:
            told.append(line.strip())
            if sum(" is " in each for each in told) == answers:
                break
        os.kill(process.pid, signal.SIGKILL)
        told += [line.strip() for line in process.stdout]
    found = claims(path)
    for line in told:
        name, _, status = line.rstrip(".").partition(" is ")
        assert not status or found[name]["status"] == status
    assert len(found) == 399
    assert found["#c399"]["passage"]["quote"].startswith("Pyongyang sent")
    assert started(path).counts()["draft"] <= 399 - answers


def test_a_reviewed_draft_is_valid(write: Write, tmp_path: Path):
    path = write()
    session = started(path)
    session.accept()
    session.accept()
    session.reject("told twice")
    with KnowledgeBase.for_checking(str(tmp_path / "store")) as base:
        verdict, (report,) = base.check(Request(path))
    assert not verdict.fails(Severity.VIOLATION), verdict
    assert report.text == on_disk(path)["content"]
