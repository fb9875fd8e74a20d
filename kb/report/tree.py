"""A report file as a tree whose every node knows its line and column."""

from dataclasses import dataclass

from kb.errors import Problem


@dataclass(frozen=True, slots=True)
class Place:
    """A line and column of a file, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, always as the text that the file writes (no YAML typing)."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, its entries in the order of the file."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value of `key`, if the mapping has it."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Items | Mapping


class Unreadable(Exception):
    """A text that is not well-formed; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))
