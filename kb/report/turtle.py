"""Reports written as Turtle or TriG, with the line of every statement.

The parser yields each statement as soon as it has read it; it is fed one line at a time, so the line
that it has reached is the line on which the statement ends.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, cast

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse

from kb.errors import BadReport, Problem
from kb.namespaces import GRAPH, KB, PREFIXES, RDF
from kb.report.model import Places
from kb.report.tree import Place
from kb.terms import text as text_of

REPORT = NamedNode(KB + "Report")
TYPE = NamedNode(RDF + "type")
TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|#[^\n]*"
    r"|<<|[\[({]|[\])}]",
    re.DOTALL,
)
PREAMBLE = re.compile(r"^Parser error .*?\d: ")


class _Lines:
    """A binary file that hands out one line a read; `number` is the line handed out last."""

    def __init__(self, data: bytes) -> None:
        self.lines = data.splitlines(keepends=True)
        self.number = 0

    def read(self, size: int = -1) -> bytes:
        """The next line, whatever the size asked for; empty at the end."""
        if self.number >= len(self.lines):
            return b""
        self.number += 1
        return self.lines[self.number - 1]


@dataclass(frozen=True, slots=True)
class Part:
    """One report of a file: its IRI, its statements and their places."""

    iri: str
    triples: tuple[Triple, ...]
    places: Places


def read(text: str, file: str, depth: int, *, trig: bool) -> list[Part]:
    """The reports in Turtle or TriG text; raises BadReport with line and column."""
    _guard(text, file, depth)
    source = _Lines(text.encode())
    kind = RdfFormat.TRIG if trig else RdfFormat.TURTLE
    found: list[tuple[Quad, int]] = []
    try:
        found.extend((quad, source.number) for quad in parse(cast(IO[bytes], source), kind))
    except SyntaxError as error:
        raise BadReport([_problem(error, file, source.number)]) from None
    except ValueError as error:
        raise BadReport(
            [Problem(file, source.number, 0, f"This is not Turtle: {error}.")]
        ) from None
    lines = text.splitlines()
    return _parts(found, file, lines)


def _guard(text: str, file: str, depth: int) -> None:
    """Refuses what could exhaust the parser: deep nesting and triple terms."""
    level = 0
    for match in TOKEN.finditer(text):
        mark = match[0]
        if mark in "[({":
            level += 1
        elif mark in "])}":
            level -= 1
        if mark == "<<" or level > depth:
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            what = "Triple terms are not used here." if mark == "<<" else "This is nested too deep."
            raise BadReport([Problem(file, line, column, what, "Give the node an IRI of its own.")])


def _problem(error: SyntaxError, file: str, reached: int) -> Problem:
    line, column = error.lineno or reached, error.offset or 0
    message = PREAMBLE.sub("", str(error.msg)).strip().rstrip(".")
    return Problem(
        file, line, column, f"This is not Turtle: {message}.", "Check the statement that ends here."
    )


def _parts(found: list[tuple[Quad, int]], file: str, lines: list[str]) -> list[Part]:
    graphs: dict[str | None, list[tuple[Quad, int]]] = {}
    for quad, line in found:
        name = quad.graph_name
        if isinstance(name, BlankNode):
            message = "A graph without a name holds no report."
            raise BadReport(
                [Problem(file, line, 1, message, "Name the graph with the report's IRI.")]
            )
        graphs.setdefault(None if isinstance(name, DefaultGraph) else name.value, []).append(
            (quad, line)
        )
    own = {name: quads for name, quads in graphs.items() if not _ours(name)}
    if not any(_is_report(quad) for quads in own.values() for quad, _ in quads):
        message = "No kb:Report is described here."
        remedy = "Describe one: report:my-report a kb:Report ; …"
        raise BadReport([Problem(file, 1, 1, message, remedy)])
    return [_part(name, quads, file, lines) for name, quads in own.items()]


def _is_report(quad: Quad) -> bool:
    return quad.predicate == TYPE and quad.object == REPORT


def _ours(graph: str | None) -> bool:
    """Whether a graph is one that the base itself makes: derived, log, ontology, reference."""
    return graph is not None and graph.startswith(GRAPH)


def _part(graph: str | None, quads: list[tuple[Quad, int]], file: str, lines: list[str]) -> Part:
    reports = sorted({text_of(q.subject) for q, _ in quads if _is_report(q)})
    first = quads[0][1]
    if len(reports) != 1 or (graph is not None and reports != [graph]):
        message = f"{len(reports)} reports are described in one graph, and one is needed."
        remedy = "Write TriG with one graph a report, named with the report's IRI."
        raise BadReport([Problem(file, first, 1, message, remedy)])
    triples = dict.fromkeys(quad.triple for quad, _ in quads)
    return Part(reports[0], tuple(triples), _places(quads, lines))


def _places(quads: Iterable[tuple[Quad, int]], lines: list[str]) -> Places:
    subjects: dict[str, Place] = {}
    properties: dict[tuple[str, str], Place] = {}
    for quad, line in quads:
        subject, predicate = text_of(quad.subject), quad.predicate.value
        column = _column(lines[line - 1] if line <= len(lines) else "", quad)
        subjects.setdefault(subject, Place(line, 1))
        properties.setdefault((subject, predicate), Place(line, column))
    return Places(subjects, properties)


def _column(line: str, quad: Quad) -> int:
    """The column of the statement's predicate on the line where it ends, else of its first word."""
    for prefix, namespace in PREFIXES.items():
        if quad.predicate.value.startswith(namespace):
            at = line.find(f"{prefix}:{quad.predicate.value.removeprefix(namespace)}")
            if at >= 0:
                return at + 1
    return len(line) - len(line.lstrip()) + 1
