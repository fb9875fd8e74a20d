"""From a document to what passed the gate: the one path of drafting and of evaluation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, runtime_checkable

from kb import when
from kb.documents.model import Document
from kb.extract.candidate import Extractor
from kb.extract.context import in_context
from kb.extract.datelines import sent_on
from kb.extract.gate import Passage, Passed, Refused, gate
from kb.extract.mention import Mention
from kb.extract.mentions import mentions
from kb.extract.names import Gazetteer
from kb.extract.segment import Sentence, sentences
from kb.vocabulary import Vocabulary


@runtime_checkable
class Namer(Protocol):
    """An extractor that also proposes names, where none were found."""

    def more_mentions(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """What it adds to the mentions given."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was found in a document."""

    document: Document
    mentions: tuple[Mention, ...]
    passed: tuple[Passed, ...]
    refused: tuple[Refused, ...]
    extractors: tuple[str, ...]
    sentences: tuple[Sentence, ...] = ()

    def words(self, span: tuple[int, int]) -> str:
        """The words at a place of the text."""
        return self.document.text[span[0] : span[1]]


def drafted(
    document: Document, extractors: Sequence[Extractor], known: Gazetteer, words: Vocabulary
) -> Drafted:
    """What the extractors propose for a document and the gate lets pass."""
    document = _dated(document)
    named = mentions(document.text, day_of(document.published), known)
    for each in extractors:
        if isinstance(each, Namer):
            added = each.more_mentions(document.text, named)
            named = sorted([*named, *added], key=lambda mention: (mention.start, mention.end))
    cut = sentences(document.text)
    passage = Passage(document.text, cut, named, words)
    candidates = (each for extractor in extractors for each in extractor.extract(document, named))
    passed, refused = gate(candidates, passage)
    passed = in_context(passed, document.text, named, words)
    refused += [entry for each in extractors for entry in getattr(each, "refused", ())]
    names = tuple(f"{each.name} {each.version}" for each in extractors)
    return Drafted(document, tuple(named), tuple(passed), tuple(refused), names, tuple(cut))


def _dated(document: Document) -> Document:
    """The document with the day of its dateline, where it has no other."""
    day = "" if document.published else sent_on(document.text)
    if not day:
        return document
    note = f"The date is that of the dateline: {day}."
    return replace(document, published=day, notes=(*document.notes, note))


def day_of(published: str) -> date | None:
    """The day of a report from its EDTF date; None where that is no single day."""
    if not published:
        return None
    found = when.parse(published)
    return found.earliest if found.earliest == found.latest else None
