"""How much of short reports, read whole, is told right: each set was written before it was mended for."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.documents.model import Document
from kb.evaluation.score import alike
from kb.extract.draft import Drafted, drafted
from kb.extract.gate import Passed
from kb.extract.rules import Rules
from kb.vocabulary import vocabulary
from tests.extract.prose import known

STORIES = Path(__file__).parent / "stories"
FLOORS = {"first": (0.85, 0.85, 0.85), "second": (0.80, 0.75, 0.85)}
"""Of each set: classes that are right, precision and recall of the parts."""
PART = re.compile(r" (?=[a-zA-Z/?]+=)")


def stories(name: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Each report, and of each claim its first words, classes, parts (`?` after one that may be absent)."""
    for block in re.split(
        r"^# .*\n", (STORIES / f"{name}.txt").read_text(encoding="utf-8"), flags=re.M
    )[1:]:
        lines = block.strip().splitlines()
        claims = [line[2:].split(" | ") for line in lines if line.startswith("> ")]
        yield "\n\n".join(line for line in lines if not line.startswith("> ")), claims


def told(text: str, start: str) -> tuple[Drafted, Passed | None]:
    """The claim of a draft that stands where some words do."""
    words = vocabulary()
    document = Document(text, "text", "t", "", published="2025-05-14", publisher="The Wire")
    found = drafted(document, [Rules(words)], known(), words)
    place = text.index(start)
    near = [p for p in found.passed if p.quote[0] < place + 60 and place < p.quote[1]]
    most = max(
        near, key=lambda p: min(p.quote[1], place + 60) - max(p.quote[0], place), default=None
    )
    return found, most


def tally(name: str) -> Counter[str]:
    made: Counter[str] = Counter()
    for text, claims in stories(name):
        for start, kinds, parts in claims:
            found, claim = told(text, start)
            if claim is None:
                continue
            made["claims"] += 1
            made["classes"] += claim.event in kinds.split("/")
            left = [(r, found.words(s)) for r, spans in claim.arguments.items() for s in spans]
            made["found"] += len(left)
            for role, words in (part.split("=", 1) for part in PART.split(parts)):
                roles = role.rstrip("?").replace("?", "").split("/")
                hit = next((h for h in left if h[0] in roles and _same(h[1], words)), None)
                if hit is not None:
                    left.remove(hit)
                made["right"] += hit is not None
                made["wanted"] += hit is not None or "?" not in role
    return made


def _same(found: str, wanted: str) -> bool:
    return any(alike(found, each) for each in wanted.split("~"))


@pytest.mark.parametrize("name", FLOORS)
def test_most_classes_and_parts_of_reports_read_whole_are_right(name: str) -> None:
    made = tally(name)
    classes, precision, recall = FLOORS[name]
    assert made["classes"] >= classes * made["claims"]
    assert made["right"] >= precision * made["found"]
    assert made["right"] >= recall * made["wanted"]


@pytest.mark.parametrize("name", FLOORS)
def test_every_claim_asked_for_stands_in_its_report(name: str) -> None:
    assert all(start in text for text, claims in stories(name) for start, *_ in claims)
