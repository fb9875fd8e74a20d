"""What is planted in a generated world is found, all of it and nothing else."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.planted import Truth, planted
from benchmarks.planted_check import Score, fill, scores, told
from kb.desk.base import KnowledgeBase
from kb.desk.breaches import VERDICTS, Wanted, rows
from kb.store import MEMORY
from tests.judge.case_reports import tell

ARMS = {
    "id": "event:arms",
    "type": "ArmsTransfer",
    "supplier": "country:KP",
    "recipient": "country:RU",
    "time": "2023",
}


@pytest.mark.parametrize("seed", [1, 2])
def test_all_that_is_planted_is_found_and_nothing_else(seed: int):
    with KnowledgeBase.open(MEMORY) as base:
        truth = fill(base, 250, seed)
        base.judging.assess()
        made = list(scores(base, truth))
    assert {each.kind: len(each.planted) > 5 for each in made} == dict.fromkeys(
        ("potential breaches", "independent sources", "contradictions", "impossible voyages"), True
    )
    assert [told(each) for each in made if each.precision < 1 or each.recall < 1] == []


def test_the_world_is_the_same_for_the_same_seed_and_another_for_another():
    def world(seed: int) -> list[dict[str, Any]]:
        return list(planted(60, seed, Truth()))

    assert world(1) == world(1)
    assert world(1) != world(2)


def test_a_truth_that_is_missed_or_made_up_lowers_the_score_and_is_named():
    score = Score(
        "sources", frozenset({("a", "1"), ("b", "1")}), frozenset({("a", "1"), ("c", "2")})
    )
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert told(score).splitlines()[1:] == ["  missed: b 1", "  made up: c 2"]


@pytest.mark.parametrize(
    ("who", "left"), [("org:first", 0), ("org:second", 4)], ids=["its-maker", "another"]
)
def test_what_its_maker_took_back_is_judged_no_more_and_what_another_took_back_is(
    tmp_path: Path, who: str, left: int
):
    claim = {"id": "#a", "claimant": "org:first", "stance": "asserts", "about": "event:arms"}
    back = {"claimant": who, "stance": "doubts", "about": "event:arms", "withdraws": "report:one#a"}
    with KnowledgeBase.open(MEMORY) as base:
        tell(base, tmp_path, "one", [claim], [ARMS])
        assert len(rows(base.store, Wanted(verdicts=VERDICTS))) == 4
        tell(base, tmp_path, "two", [back], [ARMS])
        assert len(rows(base.store, Wanted(verdicts=VERDICTS))) == left
        base.retract("report:two", "a mistake")
        assert len(rows(base.store, Wanted(verdicts=VERDICTS))) == 4
