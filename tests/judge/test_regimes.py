"""Potential breaches under regimes other than North Korea's: found from the reference data alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kb.desk.base import KnowledgeBase
from kb.desk.breaches import VERDICTS, Row, Wanted, rows
from kb.report.load import Request, load
from tests.judge import given
from tests.judge.regimes import NAMED, REGIMES


@pytest.fixture(scope="module")
def empty() -> KnowledgeBase:
    return KnowledgeBase.open("memory:")


def judged(
    base: KnowledgeBase, folder: Path, event: Mapping[str, Any], beside: list[dict[str, Any]]
) -> list[Row]:
    """The potential breaches of a report on an event, which is then taken out again."""
    used = str([event, beside])
    named = [each for each in NAMED if each["id"] in used]
    path = given.report(folder, [{**event, "id": "#e"}, *beside], entities=named)
    (made,) = load(Request(path))
    base.add(made)
    found = rows(base.store, Wanted(verdicts=VERDICTS))
    base.retract(made.iri, "the next case")
    assert rows(base.store, Wanted(verdicts=VERDICTS)) == []
    return found


def short(found: list[Row]) -> str:
    return "; ".join(sorted(f"{r.provision.removeprefix('provision:')} {r.verdict}" for r in found))


def row(found: list[Row], provision: str) -> Row:
    (one,) = [each for each in found if each.provision == f"provision:{provision}"]
    return one


@pytest.mark.parametrize(("what", "event", "beside", "text"), REGIMES, ids=[c[0] for c in REGIMES])
def test_the_verdicts_under_each_regime(
    what: str,
    event: dict[str, Any],
    beside: list[dict[str, Any]],
    text: str,
    empty: KnowledgeBase,
    tmp_path: Path,
) -> None:
    assert what
    expected = "; ".join(sorted(each.strip() for each in text.split(";")))
    assert short(judged(empty, tmp_path, event, beside)) == expected
