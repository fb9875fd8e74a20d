"""JSON read for report files: the same tree as YAML gives, positions kept, every scalar a string.

The standard library decides what is well-formed JSON and decodes the strings; this only adds the
positions, which it does not keep.
"""

import json
import re
from bisect import bisect_right
from json.decoder import scanstring  # type: ignore[attr-defined]

from kb.errors import Problem
from kb.report.identity import undecodable
from kb.report.tree import Items, Mapping, Node, Place, Scalar, Unreadable

SPACE = re.compile(r"[ \t\n\r]*")
WORD = re.compile(r"[^\s,\]}]+")


def read(text: str, file: str, depth: int) -> Node:
    """The tree of the JSON document in `text`; raises Unreadable, also beyond `depth` levels."""
    reader = _Reader(text, file, depth)
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        problem = Problem(file, error.lineno, error.colno, f"This is not JSON: {error.msg}.")
        raise Unreadable(problem) from None
    except RecursionError:
        raise reader.refuse(0, f"This is nested more than {depth} levels deep.") from None
    except ValueError as error:
        raise reader.refuse(0, f"This is not JSON: {error}.") from None
    return reader.node(0, 1)[0]


class _Reader:
    """A second pass over text that is known to be well-formed."""

    def __init__(self, text: str, file: str, depth: int) -> None:
        self.text = text
        self.file = file
        self.depth = depth
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, index: int) -> Place:
        line = bisect_right(self.starts, index)
        return Place(line, index - self.starts[line - 1] + 1)

    def refuse(self, index: int, message: str, remedy: str = "") -> Unreadable:
        place = self.place(index)
        return Unreadable(Problem(self.file, place.line, place.column, message, remedy))

    def skip(self, index: int) -> int:
        match = SPACE.match(self.text, index)
        return match.end() if match else index

    def node(self, index: int, level: int) -> tuple[Node, int]:
        index = self.skip(index)
        if level > self.depth:
            raise self.refuse(index, f"This is nested more than {self.depth} levels deep.")
        mark = self.text[index]
        if mark == "{":
            return self.mapping(index, level)
        if mark == "[":
            return self.items(index, level)
        if mark == '"':
            value, end = self.string(index)
            return Scalar(value, self.place(index)), end
        match = WORD.match(self.text, index)
        word = match[0] if match else ""
        if word == "null":
            raise self.refuse(index, "A value may not be null.", "Leave the key out instead.")
        return Scalar(word, self.place(index)), index + len(word)

    def string(self, index: int) -> tuple[str, int]:
        value, end = scanstring(self.text, index + 1, True)
        mark = undecodable(value)
        if mark:
            message = f"The character {mark} may not stand in a text."
            raise self.refuse(index, message, "Delete it; end lines with \\n alone.")
        return value, end

    def items(self, start: int, level: int) -> tuple[Items, int]:
        found: list[Node] = []
        index = self.skip(start + 1)
        while self.text[index] != "]":
            value, index = self.node(index, level + 1)
            found.append(value)
            index = self.skip(index)
            index = self.skip(index + (self.text[index] == ","))
        return Items(tuple(found), self.place(start)), index + 1

    def mapping(self, start: int, level: int) -> tuple[Mapping, int]:
        found: dict[str, tuple[Scalar, Node]] = {}
        index = self.skip(start + 1)
        while self.text[index] != "}":
            key, end = self.string(index)
            if key in found:
                message = (
                    f"The key {key!r} occurs twice; it is first on line {found[key][0].place.line}."
                )
                raise self.refuse(index, message, "Merge the two, or make a list of values.")
            value, after = self.node(self.skip(end) + 1, level + 1)
            found[key] = (Scalar(key, self.place(index)), value)
            index = self.skip(after)
            index = self.skip(index + (self.text[index] == ","))
        return Mapping(tuple(found.values()), self.place(start)), index + 1
