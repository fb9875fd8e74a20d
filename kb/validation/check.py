"""One file held against the shapes: its reports, each with the part of the base that bears on it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, Triple

from kb.namespaces import KB, RDFS
from kb.report.model import Report
from kb.terms import text
from kb.validation.finding import Finding, placed
from kb.validation.neighbourhood import Base, neighbourhood
from kb.validation.shacl import terminology, validate
from kb.validation.verdict import Checked
from kb.vocabulary import vocabulary

CONTENT, SUB_CLASS = NamedNode(KB + "content"), NamedNode(RDFS + "subClassOf")


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
    """What the shapes are run on: the report with its text, what bears on it, and its terms.

    Of the terminology, the class tree and what is said of the terms that are used: no more is looked at.
    """
    found = dict.fromkeys(canonical(report.triples))
    if report.text is not None:
        found[Triple(NamedNode(report.iri), CONTENT, Literal(report.text))] = None
    found |= dict.fromkeys(neighbourhood(base, report.triples, report.iri))
    used = {each for triple in found for each in (triple.subject, triple.object)}
    tree, said = _terms()
    found |= dict.fromkeys(tree)
    found |= dict.fromkeys(
        t for each in used if isinstance(each, NamedNode) for t in said.get(each, ())
    )
    return found


@cache
def _terms() -> tuple[list[Triple], dict[NamedNode, list[Triple]]]:
    """The class tree, and what the terminology says of every other term."""
    every = terminology(vocabulary())
    tree = [triple for triple in every if triple.predicate == SUB_CLASS]
    said: dict[NamedNode, list[Triple]] = defaultdict(list)
    for triple in every:
        if triple.predicate != SUB_CLASS and isinstance(triple.subject, NamedNode):
            said[triple.subject].append(triple)
    return tree, said


def canonical(triples: Iterable[Triple]) -> list[Triple]:
    """The triples with numbers and dates written as the engine writes them, so that 51.0 is 51.

    The base gives back the engine's writing; without this, one value that a report and the base share
    would count as two.
    """
    engine = ox.Store()
    engine.extend(Quad(t.subject, t.predicate, t.object) for t in triples)
    return [quad.triple for quad in engine]
