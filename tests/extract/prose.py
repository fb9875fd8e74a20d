"""Texts through the rules and the gate: what the tests of this folder share."""

from functools import cache

from kb.desk.base import KnowledgeBase
from kb.desk.drafting import Drafter
from kb.documents.model import Document
from kb.extract.draft import Drafted, drafted
from kb.extract.gate import Passed
from kb.extract.names import Gazetteer
from kb.extract.rules import Rules
from kb.store import MEMORY
from kb.vocabulary import vocabulary

Claim = tuple[str, str, str, tuple[str, ...]]
PUBLISHED = "2023-10-18"


@cache
def known() -> Gazetteer:
    """The names of a base that holds the reference data alone."""
    with KnowledgeBase.open(MEMORY) as base:
        return Gazetteer.of(base.store)


def document(text: str) -> Document:
    return Document(text, "text", "text.txt", "", published=PUBLISHED)


def found(text: str) -> Drafted:
    return drafted(document(text), [Rules(vocabulary())], known(), vocabulary())


def by_rule(text: str, rule: str) -> list[Passed]:
    return [each for each in found(text).passed if each.rule == rule]


def words(text: str, span: tuple[int, int] | None) -> str:
    return text[span[0] : span[1]] if span else ""


def undated(text: str) -> Document:
    """A document that says nothing of itself."""
    return Document(text=text, kind="text", file="a.txt", source_sha256="0" * 64)


def claims(drafter: Drafter, text: str) -> list[Claim]:
    """Who takes which stance on which words, through whom, in the order of a text."""
    found = drafter.found(undated(text))
    return [
        (
            found.words(each.claimant) if each.claimant else "",
            each.stance,
            found.words(each.quote),
            tuple(found.words(span) for span in each.via),
        )
        for each in sorted(found.passed, key=lambda p: p.quote)
        if not each.rule.startswith("N-")
    ]
