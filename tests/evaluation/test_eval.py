"""Scoring: what counts as right, and the command over the texts that the rules are tuned on."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kb.cli import main
from kb.desk.drafting import around
from kb.errors import BadInput
from kb.evaluation.gold import gold
from kb.evaluation.score import FoundClaim, FoundMention, overlap, same_claimant, score
from kb.evaluation.table import interval

TEXT = "Mr Kim denied it on Monday. The ship Angara left Rajin, the ministry said.\n"
GOLD = """
published: 2023-10-18
publisher: Example Wire
mentions:
  - {words: Kim, type: person}
  - {words: on Monday, type: date, value: 2023-10-16}
  - {words: Angara, type: ship}
claims:
  - {claimant: the ministry, stance: asserts, quote: "The ship Angara left Rajin", event: Voyage,
     arguments: {vessel: [Angara]}}
  - {claimant: Mr Kim, stance: denies, quote: "Mr Kim denied it"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.yaml").write_text(GOLD)
    return tmp_path


def claim(words: str, claimant: str, stance: str, **more: tuple[str, ...]) -> FoundClaim:
    start = TEXT.index(words)
    return FoundClaim(
        (start, start + len(words)), claimant, stance, "Voyage", more, "A-test", False
    )


def test_a_claim_is_strictly_right_only_with_claimant_stance_and_passage(folder: Path) -> None:
    (text,) = gold([str(folder)], 10**6, around)
    found = [
        claim("The ship Angara left Rajin", "ministry", "asserts", vessel=("Angara",)),
        claim("Mr Kim denied it", "Mr Kim", "doubts"),
    ]
    measures = score(text, [], found).measures
    assert (measures["claims detected"].right, measures["claims strict"].right) == (2, 1)
    assert (measures["denials"].right, measures["denials"].sought) == (0, 1)
    assert (measures["argument slots"].right, measures["argument slots"].sought) == (1, 1)


def test_mentions_count_by_words_and_dates_by_value(folder: Path) -> None:
    (text,) = gold([str(folder)], 10**6, around)
    at = TEXT.index("on Monday")
    given = [
        FoundMention((at, at + 9), "date", "2023-10-17"),
        FoundMention((37, 43), "ship", ""),
        FoundMention((49, 54), "ship", ""),
    ]
    measures = score(text, given, []).measures
    assert TEXT[37:43] == "Angara"
    assert (measures["date"].right, measures["date value"].right) == (1, 0)
    assert (measures["ship"].right, measures["ship"].found) == (1, 2)
    assert measures["person"].recall == 0


def test_nothing_sought_and_nothing_found_is_no_fault(folder: Path) -> None:
    (text,) = gold([str(folder)], 10**6, around)
    tally = score(text, [], []).measures["port"]
    assert (tally.precision, tally.recall, tally.f1) == (1, 1, 1)


def test_overlap_is_intersection_over_union() -> None:
    assert overlap((0, 10), (5, 15)) == pytest.approx(1 / 3)
    assert overlap((0, 5), (5, 9)) == 0


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Dmitry Peskov", "Kremlin spokesman Dmitry Peskov", True),
        ("unknown", "", True),
        ("unknown", "Peskov", False),
        ("the White House", "White House", True),
        ("Sung Kim", "Kim Jong-un", False),
    ],
)
def test_claimants_are_compared_by_their_words(first: str, second: str, same: bool) -> None:
    assert same_claimant(first, second) is same


def test_a_quote_that_is_not_in_the_text_is_told_with_its_file(folder: Path) -> None:
    (folder / "a.yaml").write_text(GOLD.replace("left Rajin", "left Nampo"))
    with pytest.raises(BadInput, match=r"a\.yaml.*left Nampo"):
        gold([str(folder)], 10**6, around)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no gold files"):
        gold([str(tmp_path)], 10**6, around)


def test_the_interval_is_the_same_each_time(folder: Path) -> None:
    (text,) = gold([str(folder)], 10**6, around)
    scored = [score(text, [], [claim("Mr Kim denied it", "Mr Kim", "denies")])] * 3
    assert interval(scored, "claims strict") == interval(scored, "claims strict")


def test_the_command_scores_the_gold_texts() -> None:
    path = Path(__file__).parent.parent / "gold" / "dev"
    result = CliRunner().invoke(main, ["eval", str(path), "--format", "json"])
    assert result.exit_code == 0, result.output
    told = json.loads(result.output)
    assert told["texts"] == 18
    assert told["measures"]["claims detected"]["gold"] > 300
    assert set(told["rules"]) >= {"A-source-verb", "A-according-to", "A-denies"}
