"""The reports of `examples/`: each valid as it stands, in the order of their names."""

from pathlib import Path

from kb.desk.base import KnowledgeBase
from kb.report.load import Request
from kb.store import MEMORY

ROOT = Path(__file__).parent.parent
REPORTS = sorted(ROOT.glob("examples/*/report.yaml"))


def test_every_example_is_valid_and_can_be_added_in_order() -> None:
    assert len(REPORTS) >= 4
    with KnowledgeBase.open(MEMORY, write=True) as base:
        for path in REPORTS:
            verdict, reports = base.check(Request(str(path)))
            assert verdict.problems == (), path
            assert verdict.findings == (), path
            recorded = base.add(reports[0])
            assert recorded.claims == verdict.claims
        shown = base.ask("provisions-bearing-on", {"event": "report:2017-10-10-jie-shun#shipment"})
        bearing = {row[0] for row in shown.rows}
        arms, ore, seafood = "provision:1874-9", "provision:2270-29", "provision:2371-9"
        assert {arms, ore} <= bearing
        assert seafood not in bearing


def test_every_example_is_listed() -> None:
    page = (ROOT / "examples" / "README.md").read_text()
    assert all(f"`{path.parent.name}`" in page for path in REPORTS)
