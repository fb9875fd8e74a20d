"""The rarer kinds of event in a draft: kept where the text tells what they need, else plain events."""

from pathlib import Path
from typing import Any

import pytest

from kb.desk.base import KnowledgeBase
from kb.documents.model import Document
from kb.extract.compose import compose
from kb.extract.draft import drafted
from kb.extract.rules import Rules
from kb.report.load import Request
from kb.report.write import dump
from kb.store import MEMORY
from kb.vocabulary import vocabulary
from tests.extract.prose import known


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return KnowledgeBase.for_checking(MEMORY)


def draft(text: str) -> dict[str, Any]:
    words = vocabulary()
    document = Document(text, "text", "t", "", published="2024-05-05", publisher="The Wire")
    return compose(drafted(document, [Rules(words)], known(), words), words)


KEPT = (
    (
        "Inspectors said the tanker Kana was renamed Sea Pride in March 2022.",
        {"type": "Renaming", "vessel": "#ship-kana", "newName": "Sea Pride", "time": "2022-03"},
    ),
    (
        "The agency said the tanker Lotus was painted over so that it read “Song Hae”.",
        {"type": "FalseIdentity", "vessel": "#ship-lotus", "falseName": "Song Hae"},
    ),
    (
        "The panel said that the tanker Lotus was in fact the same ship as the Orchid.",
        {"type": "Identification", "entity": "#ship-lotus", "sameAs": "#ship-orchid"},
    ),
    (
        "The firm said that a new pier was built at Rajin by a Chinese company.",
        {"type": "Construction", "site": "unknown", "actor": "#group-a-chinese-company"},
    ),
    (
        "The paper said Russian instructors trained Malian soldiers at Gao.",
        {
            "type": "Training",
            "actor": "#group-russian-instructors",
            "participant": ["#group-malian-soldiers", "#group-russian-instructors"],
        },
    ),
)
PLAIN = (
    "Inspectors said the tanker Kana had changed its name in March 2022.",
    "The agency said the ship's certificates were forged.",
    "The report said that Iran violated the embargo.",
)


@pytest.mark.parametrize(("text", "told"), KEPT)
def test_a_kind_is_kept_where_the_text_tells_what_it_needs(text: str, told: dict[str, Any]) -> None:
    found = draft(text)["propositions"][0]
    assert {key: found.get(key) for key in told} == told


@pytest.mark.parametrize("text", PLAIN)
def test_a_kind_is_a_plain_event_where_what_it_needs_is_not_told(text: str) -> None:
    assert [each["type"] for each in draft(text)["propositions"]] == ["Event"]


@pytest.mark.parametrize("text", [*PLAIN, *(text for text, _ in KEPT)])
def test_each_of_them_breaks_no_shape(text: str, base: KnowledgeBase, tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(dump(draft(text)))
    checked, _ = base.check(Request(str(path)))
    assert not checked.problems
    assert [each.rule for each in checked.findings if each.severity > 0] == []
