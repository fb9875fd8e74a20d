"""A small world of four fictional reports and three editions of lists, in a store of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.desk.base import KnowledgeBase
from kb.report.load import Request
from tests.lists import world

GIVEN = Path(__file__).parent / "given"


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """The base with the reports of `given/` and lists in it, recorded on 1 June 2024."""
    place = str(tmp_path_factory.mktemp("world") / "kb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1717200000")
        with KnowledgeBase.open(place, write=True) as made:
            for path in sorted(GIVEN.glob("*.yaml")):
                verdict, reports = made.check(Request(str(path)))
                assert verdict.problems == ()
                assert verdict.findings == ()
                made.add(reports[0])
            world.load(made, tmp_path_factory.mktemp("lists"))
    with KnowledgeBase.open(place) as opened:
        yield opened
