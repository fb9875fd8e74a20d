"""A dossier in HTML as a reader without eyes has it: paragraphs, rows, anchors, tags."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

ALONE = {"p", "li", "tr", "h1", "h2", "h3", "h4", "figcaption", "caption", "title", "blockquote"}
"""Elements whose text is read together."""


@dataclass(slots=True)
class Block:
    """What is read together: its element, its text without quoted words, how many footnotes it marks."""

    tag: str
    text: str = ""
    notes: int = 0


@dataclass(slots=True)
class Found:
    """A document taken apart."""

    blocks: list[Block] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [each["id"] for _, each in self.tags if "id" in each]

    @property
    def targets(self) -> list[str]:
        return [each["href"] for tag, each in self.tags if tag == "a"]


class Reader(HTMLParser):
    """Takes a document apart; the words of a title or quote (`cite`, `blockquote`) are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Found()
        self.open: list[Block] = []
        self.hushed = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found.tags.append((tag, given))
        if tag in ALONE and not (self.open and self.open[-1].tag == "tr"):
            self.open.append(Block(tag))
        if tag in ("cite", "blockquote"):
            self.hushed += 1
        if given.get("role") == "doc-noteref" and self.open:
            self.open[-1].notes += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("cite", "blockquote"):
            self.hushed -= 1
        if self.open and self.open[-1].tag == tag:
            self.found.blocks.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        if self.open and not self.hushed:
            self.open[-1].text += data


def read(html: str) -> Found:
    """A document, taken apart."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader.found
