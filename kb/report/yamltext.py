"""YAML read for report files: positions kept, every scalar a string, no anchors, aliases or tags.

YAML 1.1 would read `2023-10-18`, `NO` and `1:30` as a date, a boolean and a number; here what the
file writes is what the report says, and the JSON-LD context gives it its type.
"""

from collections.abc import Iterator

import yaml

from kb.errors import Problem
from kb.report.identity import undecodable
from kb.report.tree import Items, Mapping, Node, Place, Scalar, Unreadable

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str, file: str, depth: int) -> Node:
    """The tree of the one YAML document in `text`; raises Unreadable, also beyond `depth` levels."""
    try:
        return _Reader(yaml.parse(text, Loader=LOADER), file, depth).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
        if "nesting depth" in str(error.problem):  # the parser's own limit, where it has one
            raise _bad(file, place, _too_deep(depth), "") from None
        what = " ".join(part for part in (error.context, error.problem) if part)
        raise _bad(file, place, f"This is not YAML: {what}.", _hint(str(error.problem))) from None
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"A character may not stand here: {error.reason}."
        raise _bad(file, place, message, "Delete it.") from None
    except yaml.YAMLError as error:
        first = str(error).splitlines()[0]
        raise _bad(file, Place(1, 1), f"This is not YAML: {first}.", "") from None


def _hint(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "Put a text that contains ': ' between quotation marks."
    if "found character" in problem:
        return "Indent with spaces, and put a text that starts with a special character in quotes."
    return "Check the indentation and the quotation marks around this place."


def _too_deep(depth: int) -> str:
    return f"This is nested more than {depth} levels deep."


def _bad(file: str, place: Place, message: str, remedy: str) -> Unreadable:
    return Unreadable(Problem(file, place.line, place.column, message, remedy))


class _Reader:
    """Builds the tree from parser events, without recursion in C and with a limit on depth."""

    def __init__(self, events: Iterator[yaml.Event], file: str, depth: int) -> None:
        self.events = events
        self.file = file
        self.depth = depth

    def document(self) -> Node:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise self._refuse(
                        event, "This file holds a second document.", "Write one report a file."
                    )
                root = self._node(next(self.events), 1)
        if root is None:
            raise _bad(self.file, Place(1, 1), "This file is empty.", "See `kb schema --example`.")
        return root

    def _node(self, event: yaml.Event, level: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._refuse(
                event, "Anchors and aliases are not allowed.", "Write the value out."
            )
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise self._refuse(event, f"The tag {tag} is not allowed.", "Delete it.")
        if level > self.depth:
            raise self._refuse(event, _too_deep(self.depth), "")
        if isinstance(event, yaml.ScalarEvent):
            mark = undecodable(event.value)
            if mark:
                message = f"The character {mark} may not stand in a text."
                raise self._refuse(event, message, "Delete it.")
            return Scalar(event.value, _place(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, level)
        return self._mapping(event, level)

    def _items(self, start: yaml.Event, level: int) -> Items:
        found: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self._node(event, level + 1))
        return Items(tuple(found), _place(start))

    def _mapping(self, start: yaml.Event, level: int) -> Mapping:
        found: list[tuple[Scalar, Node]] = []
        seen: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, level + 1)
            if not isinstance(key, Scalar):
                raise self._refuse(event, "A key must be a single word.", "")
            if key.text in seen:
                message = (
                    f"The key {key.text!r} occurs twice; it is first on line {seen[key.text].line}."
                )
                raise self._refuse(event, message, "Merge the two, or make a list of values.")
            seen[key.text] = key.place
            found.append((key, self._node(next(self.events), level + 1)))
        return Mapping(tuple(found), _place(start))

    def _refuse(self, event: yaml.Event, message: str, remedy: str) -> Unreadable:
        return _bad(self.file, _place(event), message, remedy)


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
