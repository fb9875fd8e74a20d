"""Reading report files: YAML-LD, JSON-LD, Turtle and TriG, all to the same triples."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kb.errors import BadInput, BadReport, Problem
from kb.namespaces import KB
from kb.report import conform, enrich, jsontext, source, turtle, yamltext
from kb.report.check import Checker
from kb.report.context import context
from kb.report.model import Places, Report
from kb.report.tree import Unreadable
from kb.settings import Limits, limits
from kb.vocabulary import Vocabulary, vocabulary

FORMATS = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "jsonld",
    ".jsonld": "jsonld",
    ".ttl": "turtle",
    ".trig": "trig",
}
CONTENT, TEXT_FILE = KB + "content", KB + "textFile"


@dataclass(frozen=True, slots=True)
class Request:
    """What to read: a path (`-`: standard input), its format if it is not to be guessed, the text file."""

    path: str
    format: str | None = None
    text: str | None = None


def load(request: Request) -> list[Report]:
    """The reports of one file (more than one only in TriG); raises BadInput or BadReport."""
    bounds, words = limits(), vocabulary()
    text = source.text_of(request.path, bounds.report_bytes)
    if not text.strip():
        problem = Problem(request.path, 1, 1, "This file is empty.", "See `kb schema --example`.")
        raise BadReport([problem])
    kind = request.format or _format(request.path, text)
    if kind in ("yaml", "jsonld"):
        reports = [_from_tree(request, text, kind, bounds, words)]
    else:
        reports = list(_from_rdf(request, text, bounds, words, trig=kind == "trig"))
    return [_settled(report, request, bounds) for report in reports]


def _format(path: str, text: str) -> str:
    suffix = Path(path).suffix.lower()
    if suffix in FORMATS:
        return FORMATS[suffix]
    if path != source.STDIN and suffix:
        known = ", ".join(sorted(FORMATS))
        raise BadInput(f"{path} has the unknown ending {suffix}. Known: {known}; or give --from.")
    start = text.lstrip()
    if start.startswith("{"):
        return "jsonld"
    return "trig" if start.startswith(("@", "PREFIX", "<", "BASE")) else "yaml"


def _from_tree(request: Request, text: str, kind: str, bounds: Limits, words: Vocabulary) -> Report:
    reader = yamltext if kind == "yaml" else jsontext
    try:
        root = reader.read(text, request.path, bounds.report_depth)
    except Unreadable as error:
        raise BadReport([error.problem]) from None
    checker = Checker(request.path, words)
    document = checker.document(root)
    if checker.problems:
        raise BadReport(checker.problems)
    document = {"@context": context(words), **document}
    quads = parse(json.dumps(document).encode(), RdfFormat.JSON_LD, base_iri=checker.report)
    found = dict.fromkeys(quad.triple for quad in quads)
    return _prepared(checker.report, request.path, list(found), checker.found(), words)


def _from_rdf(
    request: Request, text: str, bounds: Limits, words: Vocabulary, *, trig: bool
) -> Iterator[Report]:
    for part in turtle.read(text, request.path, bounds.report_depth, trig=trig):
        own = conform.without_derived(part.triples, words)
        report = _prepared(part.iri, request.path, own, part.places, words)
        problems = conform.problems(report, words)
        if problems:
            raise BadReport(problems)
        yield conform.held(report, words)


def _prepared(
    iri: str, file: str, triples: list[Triple], places: Places, words: Vocabulary
) -> Report:
    renamed, names = enrich.named(triples, iri, words)
    where = Places(
        {names.get(name, name): place for name, place in places.subjects.items()},
        {(names.get(name, name), prop): at for (name, prop), at in places.properties.items()},
    )
    return Report(iri, file, tuple(enrich.derived(renamed)), where, None)


def _settled(report: Report, request: Request, bounds: Limits) -> Report:
    """The report with its text; raises BadReport with every problem found."""
    problems = enrich.literal_problems(report)
    data, missing = _text_bytes(report, request, bounds)
    problems += missing
    text = _literal(report, CONTENT)
    if data is not None:
        text = source.decode(data, request.text or str(_literal(report, TEXT_FILE)))
    report, misfits = enrich.with_text(replace(report, text=text), data)
    if problems or misfits:
        raise BadReport([*problems, *misfits])
    return report


def _text_bytes(
    report: Report, request: Request, bounds: Limits
) -> tuple[bytes | None, list[Problem]]:
    if request.text is not None:
        return source.data_of(request.text, bounds.text_bytes), []
    name = _literal(report, TEXT_FILE)
    if name is None or _literal(report, CONTENT) is not None:
        return None, []
    path = source.beside(request.path, name)
    if path is None:
        message = f"The text file {name!r} is not in the report's folder."
        remedy = "Name a file beside the report, or give it with --text."
        return None, [report.problem(report.iri, TEXT_FILE, message, remedy)]
    return (source.data_of(str(path), bounds.text_bytes) if path.is_file() else None), []


def _literal(report: Report, predicate: str) -> str | None:
    subject, prop = NamedNode(report.iri), NamedNode(predicate)
    for triple in report.triples:
        if triple.subject == subject and triple.predicate == prop:
            return triple.object.value if isinstance(triple.object, Literal) else None
    return None
