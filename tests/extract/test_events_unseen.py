"""How much of sentences in many styles is told right: each table was written before it was mended for."""

from collections import Counter
from pathlib import Path

import pytest

from kb.evaluation.score import alike
from tests.extract.test_events import told

TABLES = Path(__file__).parent / "events"
FLOORS = {
    "round1": (0.90, 0.89, 0.89),
    "round2": (0.90, 0.82, 0.82),
    "round3": (0.90, 0.86, 0.87),
    "round4": (0.90, 0.85, 0.79),
    "round5": (0.85, 0.78, 0.70),
    "round6": (0.90, 0.77, 0.80),
    "round7": (0.80, 0.73, 0.75),
}
"""Of each table: classes that are right, precision and recall of the parts."""


def sentences(name: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """A sentence, its class, and its parts; `_` stands for a blank, `|` between values that both do."""
    lines = (TABLES / f"{name}.txt").read_text(encoding="utf-8").strip().splitlines()
    found = []
    for sentence, parts in zip(lines[::2], lines[1::2], strict=True):
        kind, *roles = parts.split()
        pairs = [each.replace("_", " ").partition("=") for each in roles]
        found.append((sentence, kind, [(role, words) for role, _, words in pairs]))
    return found


def same(role: str, found: str, wanted: str) -> bool:
    values = wanted.split("|")
    return found in values if role == "time" else any(alike(found, value) for value in values)


def tally(name: str) -> Counter[str]:
    made: Counter[str] = Counter()
    for sentence, kind, parts in sentences(name):
        found, roles = told(sentence)
        left = [(role, words) for role, many in roles.items() for words in many]
        made["sentences"] += 1
        made["classes"] += found == kind
        made["wanted"] += len(parts)
        made["found"] += len(left)
        for role, words in parts:
            hit = next((pair for pair in left if pair[0] == role and same(*pair, words)), None)
            if hit is not None:
                left.remove(hit)
                made["right"] += 1
    return made


@pytest.mark.parametrize("name", FLOORS)
def test_most_classes_and_parts_of_a_table_are_right(name: str) -> None:
    made = tally(name)
    classes, precision, recall = FLOORS[name]
    assert made["classes"] >= classes * made["sentences"]
    assert made["right"] >= precision * made["found"]
    assert made["right"] >= recall * made["wanted"]


def test_every_table_has_forty_sentences() -> None:
    assert all(len(sentences(name)) == 40 for name in FLOORS)
    assert {path.stem for path in TABLES.glob("*.txt")} == set(FLOORS)
