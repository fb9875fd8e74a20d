"""The head of a draft report file: what a document says of itself, and the name of the report."""

from collections.abc import Sequence
from typing import Any

from kb import when
from kb.documents.model import Document
from kb.extract.datelines import agency, places
from kb.extract.entities import slug
from kb.extract.segment import Sentence


def head(source: Document, extractors: Sequence[str]) -> dict[str, Any]:
    """What stands at the top of a draft: date, language, address, authors, text, and what a reviewer has to know."""
    warnings = list(source.notes)
    if not source.published:
        warnings.append(
            "No date was found: dates in the text that are relative stay open. Give --published."
        )
    if not (source.publisher or agency(source.text)):
        warnings.append("No publisher was found. Give --publisher.")
    sent = places(source.text)
    if len(sent) > 1:
        warnings.append(
            f"The text has datelines of {' and '.join(sent)}: if it is more than one report, draft each alone."
        )
    found: dict[str, Any] = {}
    if source.published:
        found["published"] = source.published
    found["language"] = source.language or "en"
    if source.url:
        found["url"] = source.url
    if source.authors:
        names = [
            {"id": f"person:{slug(name)}", "type": "Person", "name": name}
            for name in dict.fromkeys(source.authors)
        ]
        found["author"] = names
    found["content"] = source.text
    found["extractor"] = ", ".join(extractors)
    if source.source_sha256:
        found["sourceSha256"] = source.source_sha256
    if warnings:
        found["warning"] = warnings
    return found


def headline(found: Sequence[Sentence]) -> str:
    """The title of a text, else how it begins."""
    titles = [s for s in found if s.part == "title"]
    chosen = titles[0] if titles else found[0] if found else None
    words = " ".join(chosen.text.split()) if chosen else "Untitled"
    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " …"


def identifier(source: Document, title: str) -> str:
    """The name of a report: its date and title, or its file."""
    stem = slug(title)[:60].strip("-")
    day = when.parse(source.published).earliest if source.published else None
    return f"{day.isoformat()}-{stem}" if day else stem
