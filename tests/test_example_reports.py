"""The reports of `examples/`: each valid as it stands, added in order, and judged as expected."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.report.load import Request
from kb.store import MEMORY
from tests.judge.expected import add, assessed

ROOT = Path(__file__).parent.parent
REPORTS = sorted(ROOT.glob("examples/*/report.yaml"))


def test_every_example_is_valid_and_can_be_added_in_order() -> None:
    assert len(REPORTS) >= 5
    with KnowledgeBase.open(MEMORY, write=True) as base:
        for path in REPORTS:
            verdict, reports = base.check(Request(str(path)))
            assert verdict.problems == (), path
            assert verdict.findings == (), path
            recorded = base.add(reports[0])
            assert recorded.claims == verdict.claims
        shown = base.ask("provisions-bearing-on", {"event": "event:jie-shun-shipment-2016"})
        bearing = {row[0] for row in shown.rows}
        arms, ore, seafood = "provision:1874-9", "provision:2270-29", "provision:2371-9"
        assert {arms, ore} <= bearing
        assert seafood not in bearing


def test_every_example_is_listed() -> None:
    page = (ROOT / "examples" / "README.md").read_text()
    assert all(f"`{path.parent.name}`" in page for path in REPORTS)


def expected(path: Path) -> dict[str, Any]:
    """The expected assessment that stands beside a report."""
    found = yaml.safe_load((path.parent / "expected.yaml").read_text())
    assert isinstance(found, dict)
    return found


def sequence(path: Path) -> list[Path]:
    """The reports that have to be in the base before a report, and the report."""
    return [*(ROOT / "examples" / name / "report.yaml" for name in expected(path)["after"]), path]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_every_example_is_judged_as_expected(path: Path) -> None:
    with KnowledgeBase.open(MEMORY, write=True) as base:
        for each in sequence(path):
            report = add(base, each)
        found = assessed(base, report)
    held = expected(path)["propositions"]
    assert sorted(found) == sorted(held)
    for name, answer in held.items():
        assert found[name] == answer, name


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_the_command_line_finds_the_breaches_that_are_expected(path: Path, tmp_path: Path) -> None:
    store = ["--store", str(tmp_path / "kb")]
    for each in sequence(path):
        added = CliRunner().invoke(main, ["add", str(each), *store])
        assert added.exit_code == 0, added.output
    assert "all was up to date" in CliRunner().invoke(main, ["assess", *store]).output
    shown = CliRunner().invoke(main, ["breaches", "--format", "json", *store])
    held = {
        (name, provision, judged["verdict"])
        for name, answer in expected(path)["propositions"].items()
        for provision, judged in answer.get("provisions", {}).items()
    }
    assert shown.exit_code == (0 if held else 1)
    rows = json.loads(shown.stdout)
    own = f"report:{path.parent.name}"
    found = {
        (row["proposition"].removeprefix(own), row["provision"], row["verdict"])
        for row in rows
        if row["verdict"] != "would-not-be"
    }
    assert found == held
