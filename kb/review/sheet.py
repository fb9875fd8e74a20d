"""A report file as it is edited: only the items that change are written anew, the rest stays as it is.

Texts, comments and spelling outside a changed item stay to the byte, and a file with thousands of
claims is written as fast as it can be copied.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import indent
from typing import Any

from kb.errors import BadReport
from kb.report import yamltext
from kb.report.tree import Items, Mapping, Node, Scalar, Unreadable
from kb.report.write import dump

Thing = dict[str, Any]
"""A mapping of a report file; every scalar is the text that the file writes."""
LISTS = ("entities", "evidence", "propositions", "claims")
"""The lists whose items a review can change."""
LINE = re.compile("[^\n\x85\u2028\u2029]*[\n\x85\u2028\u2029]")
"""A line as YAML counts them."""
DEPTH = 100
"""Beyond what any report may have: for reading what was just written."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: what it says, and the lines that say it."""

    value: Any
    lines: str


@dataclass(slots=True)
class Part:
    """A top-level key with its value: verbatim in `head`, and the items where it is one of LISTS."""

    key: str
    head: str
    margin: str = ""
    items: tuple[Item, ...] = ()


class Sheet:
    """The parts of one report file in order."""

    def __init__(self, parts: list[Part], rest: Thing) -> None:
        self.parts = parts
        self.rest = rest

    @classmethod
    def read(cls, text: str, file: str, depth: int) -> "Sheet":
        """The sheet of a report file; raises BadReport for what is no YAML mapping."""
        try:
            root = yamltext.read(text, file, depth)
        except Unreadable as error:
            raise BadReport([error.problem]) from None
        if not isinstance(root, Mapping):
            return cls([], {})
        found = _sliced(text, root)
        if found is None:  # written in another style: in ours, it can be sliced
            text = _comments(text) + dump(plain(root))
            root = yamltext.read(text, file, depth)
            found = _sliced(text, root) if isinstance(root, Mapping) else None
        whole = plain(root)
        rest = {key: value for key, value in whole.items() if key not in LISTS}
        return cls(found or [], rest)

    def text(self) -> str:
        """The whole file."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        for part in self.parts:
            yield part.head
            for item in part.items:
                yield item.lines

    def values(self, key: str) -> list[Any]:
        """What the items of a list say."""
        part = self._part(key)
        return [item.value for item in part.items] if part else []

    def state(self) -> tuple[tuple[str, str, str, tuple[Item, ...]], ...]:
        """What `restore` needs to come back to this very sheet."""
        return tuple((part.key, part.head, part.margin, part.items) for part in self.parts)

    def restore(self, state: Sequence[tuple[str, str, str, tuple[Item, ...]]]) -> None:
        """Makes the sheet what it was when `state` was taken."""
        self.parts = [Part(*each) for each in state]

    def replace(self, key: str, index: int, value: Any) -> None:
        """Another value for one item."""
        part = self._needed(key)
        old = part.items[index]
        if old.value == value:
            return
        item = _item(value, part.margin, _remarks(old.lines, part.margin))
        part.items = (*part.items[:index], item, *part.items[index + 1 :])

    def insert(self, key: str, index: int, value: Any) -> None:
        """A new item before the one at `index`."""
        part = self._needed(key)
        if not part.items:
            part.head = f"{key}:\n"
        item = _item(value, part.margin, "")
        part.items = (*part.items[:index], item, *part.items[index:])

    def remove(self, key: str, index: int) -> None:
        """Takes one item out."""
        part = self._needed(key)
        part.items = part.items[:index] + part.items[index + 1 :]
        if not part.items:
            part.head = f"{key}: []\n"

    def _part(self, key: str) -> Part | None:
        return next((part for part in self.parts if part.key == key), None)

    def _needed(self, key: str) -> Part:
        found = self._part(key)
        if found is None:
            found = Part(key, f"{key}:\n", "  ")
            later = LISTS[LISTS.index(key) :]
            place = next((n for n, p in enumerate(self.parts) if p.key in later), len(self.parts))
            self.parts.insert(place, found)
        return found


def plain(node: Node) -> Any:
    """A tree without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def _item(value: Any, margin: str, remarks: str) -> Item:
    """The item in our style, with the remarks after it where they do not become part of it."""
    lines = indent(dump([value]), margin)
    if remarks:
        read = yamltext.read(f"item:\n{lines}{remarks}", "", DEPTH)
        remarks = remarks if plain(read) == {"item": [value]} else ""
    return Item(value, lines + remarks)


def _comments(text: str) -> str:
    """The lines of comment with which a file starts."""
    found = []
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.startswith("#"):
            break
        found.append(line)
    return "".join(found)


def _remarks(lines: str, margin: str) -> str:
    """The blank lines and lines of comment after an item; they stand no deeper than the item."""
    kept: list[str] = []
    for line in reversed(LINE.findall(lines)[1:]):
        words = line.lstrip(" ")
        if words.strip() and (words[0] != "#" or len(line) - len(words) > len(margin)):
            break
        kept.append(line)
    return "".join(reversed(kept))


def _sliced(text: str, root: Mapping) -> list[Part] | None:
    """The file cut at its keys and items; None where they do not start lines of their own."""
    lines = LINE.findall(text if text.endswith("\n") else text + "\n")
    if any(line.startswith("...") for line in lines):
        return None
    starts = [key.place.line - 1 for key, _ in root.entries]
    if any(key.place.column != 1 for key, _ in root.entries) or starts != sorted(set(starts)):
        return None
    parts = [Part("", "".join(lines[: starts[0]]))] if starts else []
    for (key, value), start, end in zip(
        root.entries, starts, [*starts[1:], len(lines)], strict=True
    ):
        part = Part(key.text, "".join(lines[start:end]), "  ")
        if key.text in LISTS:
            cut = _items(value, lines, start, end)
            if cut is None:
                return None
            part.head, part.margin, part.items = cut
        parts.append(part)
    return parts


def _items(
    node: Node, lines: list[str], start: int, end: int
) -> tuple[str, str, tuple[Item, ...]] | None:
    if not isinstance(node, Items):
        return None
    margin = " " * (node.place.column - 1)
    starts = [item.place.line - 1 for item in node.items]
    if starts != sorted(set(starts)) or (starts and starts[0] == start):
        return None
    for item, at in zip(node.items, starts, strict=True):
        before = lines[at][: item.place.column - 1]
        if before.rstrip(" ") != margin + "-" and not (
            isinstance(item, Scalar) and before[: len(margin) + 1] == margin + "-"
        ):
            return None
    if not starts:
        return (
            None
            if any(line.strip() for line in lines[start + 1 : end])
            else _empty(lines, start, end)
        )
    ends = [*starts[1:], end]
    items = (
        Item(plain(item), "".join(lines[at:until]))
        for item, at, until in zip(node.items, starts, ends, strict=True)
    )
    return "".join(lines[start : starts[0]]), margin, tuple(items)


def _empty(lines: list[str], start: int, end: int) -> tuple[str, str, tuple[Item, ...]]:
    return "".join(lines[start:end]), "  ", ()
