"""One file held against the shapes: its reports, each with the part of the base that bears on it."""

from collections.abc import Iterable, Sequence

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, Triple

from kb.namespaces import KB
from kb.report.model import Report
from kb.terms import text
from kb.validation.finding import Finding, placed
from kb.validation.neighbourhood import Base, neighbourhood
from kb.validation.shacl import terminology, validate
from kb.validation.verdict import Checked
from kb.vocabulary import vocabulary

CONTENT = NamedNode(KB + "content")


def check(file: str, reports: Sequence[Report], base: Base) -> Checked:
    """The verdict on the reports of one file."""
    findings: list[Finding] = []
    notes = []
    for report in reports:
        findings += placed(validate(material(report, base), focus(report)), report)
        if report.text is None:
            notes.append(f"the text of {report.iri} is not at hand; its quotes were not checked.")
    claims = sum(t.predicate.value == KB + "inReport" for r in reports for t in r.triples)
    iris = tuple(report.iri for report in reports)
    return Checked(file, iris, claims, tuple(findings), (), tuple(notes))


def focus(report: Report) -> set[str]:
    """The things that a report describes."""
    return {text(triple.subject) for triple in report.triples}


def material(report: Report, base: Base) -> Iterable[Triple]:
    """What the shapes are run on: the report with its text, what bears on it, and the terminology."""
    found = dict.fromkeys(canonical(report.triples))
    if report.text is not None:
        found[Triple(NamedNode(report.iri), CONTENT, Literal(report.text))] = None
    found |= dict.fromkeys(neighbourhood(base, report.triples, report.iri))
    found |= dict.fromkeys(terminology(vocabulary()))
    return found


def canonical(triples: Iterable[Triple]) -> list[Triple]:
    """The triples with numbers and dates written as the engine writes them, so that 51.0 is 51.

    The base gives back the engine's writing; without this, one value that a report and the base share
    would count as two.
    """
    engine = ox.Store()
    engine.extend(Quad(t.subject, t.predicate, t.object) for t in triples)
    return [quad.triple for quad in engine]
