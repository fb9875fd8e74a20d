"""The catalogue of questions: one file each, whose header says what it asks, takes and answers.

    #+ question: Which ships are said to have been at a port, and when?
    #+ params: port Place, since start?
    #+ answers: ship Ship, proposition Proposition, time text

A parameter or column is a name and its kind; `?` marks a parameter that may be left out. Kinds are
the classes of the ontology, and text, integer, day, start (the first day of a date) and end (the last).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kb.errors import KbError, UnknownName
from kb.resources import QUERIES

HEADER = re.compile(r"^#\+ (\w+): *(.*)$", re.MULTILINE)
PART = re.compile(r"(\w+) (\w+)(\??)")
PLAIN_KINDS = frozenset({"text", "integer", "day", "start", "end", "Entity", "Class", "Property"})
"""Kinds that are no classes of the ontology, or that stand for any thing."""
FOLDER = QUERIES / "questions"


@dataclass(frozen=True, slots=True)
class Part:
    """A parameter or a column: its name, its kind, and whether it may be left out."""

    name: str
    kind: str
    optional: bool = False

    def __str__(self) -> str:
        return f"{self.name}={self.kind}"


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its name, the question in words, parameters, columns, and the query."""

    name: str
    words: str
    params: tuple[Part, ...]
    answers: tuple[Part, ...]
    sparql: str

    @property
    def usage(self) -> str:
        """The parameters as they are typed, optional ones in brackets."""
        return " ".join(f"[{part}]" if part.optional else str(part) for part in self.params)


class BadQuestion(KbError):
    """A question file whose header cannot be understood: a fault of the package, not of the user."""


def read(path: Path) -> Question:
    """The question in a file."""
    sparql = path.read_text(encoding="utf-8")
    header = {key: value.strip() for key, value in HEADER.findall(sparql)}
    if "question" not in header or "answers" not in header:
        raise BadQuestion(f"{path.name} needs the header lines `#+ question:` and `#+ answers:`.")
    params = _parts(path, header.get("params", ""))
    return Question(path.stem, header["question"], params, _parts(path, header["answers"]), sparql)


def _parts(path: Path, text: str) -> tuple[Part, ...]:
    found = []
    for item in filter(None, (piece.strip() for piece in text.split(","))):
        match = PART.fullmatch(item)
        if match is None:
            raise BadQuestion(f"{path.name}: {item!r} is no `name Kind` or `name Kind?`.")
        found.append(Part(match[1], match[2], bool(match[3])))
    return tuple(found)


@cache
def catalogue(folder: Path = FOLDER) -> Mapping[str, Question]:
    """All questions by name, in the order of their names."""
    return {path.stem: read(path) for path in sorted(folder.glob("*.rq"))}


def question(name: str) -> Question:
    """The question of that name; UnknownName with the nearest ones where there is none."""
    found = catalogue().get(name)
    if found is None:
        near = get_close_matches(name, list(catalogue()), n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`kb questions` lists them."
        raise UnknownName(f"There is no question {name!r}. {hint}")
    return found
