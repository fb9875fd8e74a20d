"""Every draft can be held against the shapes, whatever the text: none breaks one."""

from pathlib import Path

import pytest

from kb.desk.base import KnowledgeBase
from kb.desk.drafting import around
from kb.documents.model import Document
from kb.evaluation.gold import gold
from kb.extract.compose import compose
from kb.extract.draft import drafted
from kb.extract.rules import Rules
from kb.report.load import Request
from kb.report.write import dump
from kb.store import MEMORY
from kb.vocabulary import vocabulary
from tests.extract.prose import known

GOLD = Path(__file__).parents[1] / "gold" / "dev"
NAMES = sorted(path.stem for path in GOLD.glob("*.yaml"))


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return KnowledgeBase.for_checking(MEMORY)


@pytest.mark.parametrize("name", NAMES)
def test_the_draft_of_a_gold_text_breaks_no_shape(
    name: str, base: KnowledgeBase, tmp_path: Path
) -> None:
    (text,) = gold([str(GOLD / f"{name}.yaml")], 1_000_000, around)
    document = Document(
        text.text, "text", name, "", published=text.published, publisher=text.publisher
    )
    words = vocabulary()
    draft = compose(drafted(document, [Rules(words)], known(), words), words)
    path = tmp_path / "draft.yaml"
    path.write_text(dump(draft))
    checked, _ = base.check(Request(str(path)))
    assert not checked.problems
    assert [f"{each.rule}: {each.message}" for each in checked.findings if each.severity > 0] == []
