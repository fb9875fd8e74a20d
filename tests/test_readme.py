"""The README's sessions: each command run, each line of output compared."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
MISTAKES = {
    "misquoted.yaml": ("The charges rest on no proof", "The charges have no proof"),
    "misdated.yaml": ("said: 2023-10-17\n    disputes", "said: 2023-10-19\n    disputes"),
}


def sessions(page: Path) -> list[tuple[str, str]]:
    """The commands of a page's `console` blocks, each with the output shown below it."""
    found = []
    for block in re.findall(r"^```console\n(.*?)^```$", page.read_text(), re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def play(command: str) -> str:
    """What a command of the README prints; that which installs is run already."""
    words = shlex.split(command.rpartition(" && ")[2])
    assert words[0] == "kb"
    return CliRunner().invoke(main, words[1:]).output


def set_up() -> None:
    """The demo, its report with two mistakes, and the lists that are shipped, in the working folder."""
    shutil.copytree(ROOT / "examples" / "lists", "examples/lists")
    play("kb demo")
    report = Path("kb-demo/report.yaml").read_text()
    for name, (right, wrong) in MISTAKES.items():
        assert report.count(right) == 1
        (Path("kb-demo") / name).write_text(report.replace(right, wrong))


def test_the_sessions_are_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = sessions(README)
    assert len(shown) >= 4
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KB_STORE", raising=False)
    set_up()
    for command, output in shown:
        if output:
            assert play(command) == output, command


def test_the_session_stands_on_the_first_screen() -> None:
    lines = README.read_text().splitlines()
    assert "```console" in lines[:12]
    assert any("disputed" in line for line in lines[:30])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    pages = [README, *(ROOT / "docs").glob("*.md")]
    assert any(re.search(rf"\bkb {name}\b", page.read_text()) for page in pages)


def test_every_link_leads_to_a_file() -> None:
    for page in [README, *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
