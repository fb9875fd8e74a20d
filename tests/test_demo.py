"""`kb demo`: the main job from the file to the answers, and what it leaves behind."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, parse

from kb.cli import main
from kb.desk.demo import QUESTIONS


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the demo prints, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    done = run("demo")
    assert done.exit_code == 0, done.output
    return done.output


def test_the_demo_validates_records_asks_and_exports(shown: str) -> None:
    assert "kb-demo/report.yaml: valid. 18 claims, no violations" in shown
    assert len(QUESTIONS) == 5
    for number, asked in enumerate(QUESTIONS, 1):
        assert f"{number}. {asked.why}" in shown
        assert f"$ {asked.command} --store kb-demo/store" in shown
    for telling in ("White House", "disputed", "Dmitry Peskov", "satellite imagery", "UNSCR 1718"):
        assert telling in shown
    assert "rows\n" in shown


def test_the_demo_leaves_a_report_a_store_and_turtle(shown: str) -> None:
    assert sorted(path.name for path in Path("kb-demo").iterdir()) == [
        ".kb-demo",
        "kb.ttl",
        "report.txt",
        "report.yaml",
        "store",
    ]
    quads = list(parse(path="kb-demo/kb.ttl", format=RdfFormat.TURTLE))
    assert len(quads) > 400


def test_what_the_demo_says_to_try_next_works(shown: str) -> None:
    """The commands under Next, each as it is printed but for the redirection."""
    following = [
        line.strip() for line in shown.partition("\nNext\n")[2].splitlines() if line.strip()
    ]
    assert len(following) == 4
    for line in following:
        command, _, target = line.partition("#")[0].strip().partition(" > ")
        done = run(*command.split()[1:])
        assert done.exit_code == 0, line
        if target:
            Path(target).write_text(done.output)


def test_the_demo_can_be_run_again(shown: str) -> None:
    again = run("demo").output
    assert again == shown


def test_the_demo_spares_a_folder_with_other_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine").mkdir()
    Path("mine/notes.md").write_text("keep")
    done = run("demo", "--folder", "mine")
    assert done.exit_code == 2
    assert "other files than a demo's" in done.output
    assert Path("mine/notes.md").read_text() == "keep"


@pytest.mark.parametrize("name", ["report.yaml", "kb.ttl", "store/format.json"])
def test_the_demo_spares_files_that_are_only_named_like_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    mine = Path("mine", name)
    mine.parent.mkdir(parents=True)
    mine.write_text("keep")
    done = run("demo", "--folder", "mine")
    assert done.exit_code == 2
    assert "no .kb-demo" in done.output
    assert [path for path in Path("mine").rglob("*") if path.is_file()] == [mine]
    assert mine.read_text() == "keep"


def test_the_demo_uses_an_empty_folder(tmp_path: Path) -> None:
    assert run("demo", "--folder", str(tmp_path)).exit_code == 0
