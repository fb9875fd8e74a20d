"""SHACL validation with pySHACL: the only module that imports pyshacl and rdflib."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pyshacl
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from kb.errors import KbError
from kb.namespaces import PREFIXES, XSD
from kb.namespaces import RDF as RDF_NS
from kb.namespaces import RDFS as RDFS_NS
from kb.resources import SHAPES
from kb.terms import Term
from kb.validation.constraints import Constraint, broken
from kb.validation.finding import Finding, Severity
from kb.vocabulary import Vocabulary

SEVERITIES = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}


TOLD = frozenset({RDF.type, SH.severity, SH.message})
"""What a shape says of itself; one that says no more constrains nothing by itself."""


class ShapesBroken(KbError):
    """The shapes themselves could not be run."""


def term(value: Term) -> Node:
    """A pyoxigraph term as an rdflib term.

    Plain strings stay plain: with an explicit xsd:string rdflib would hold them unequal to the same
    string in a shape, and `sh:in` would fail.
    """
    if isinstance(value, NamedNode):
        return URIRef(value.value)
    if isinstance(value, BlankNode):
        return BNode(value.value)
    if not isinstance(value, Literal):
        raise KbError("A triple term cannot be validated.")
    if value.language:
        return RdflibLiteral(value.value, lang=value.language)
    kind = value.datatype.value
    datatype = None if kind == XSD + "string" else URIRef(kind)
    return RdflibLiteral(value.value, datatype=datatype, normalize=False)


@cache
def _prepared(query: str) -> Query:
    return prepareQuery(query)


class Material(Graph):
    """What is validated: a graph that parses each SPARQL constraint once, not once a focus node."""

    def query(self, query_object: str | Query, *args: Any, **options: Any) -> Result:
        """The answer to a constraint's query; its IRIs are written out, so no prefixes are bound."""
        ready = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(ready, *args, **options)


def graph(triples: Iterable[Triple]) -> Graph:
    """The triples as an rdflib graph."""
    made = Material(bind_namespaces="none")
    for triple in triples:
        made.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return made


@cache
def shapes(folder: Path = SHAPES) -> Graph:
    """All shapes of a folder as one graph."""
    made = Graph()
    for path in sorted(folder.glob("*.ttl")):
        for quad in parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True):
            made.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return made


def targets(material: Graph, focus: Iterable[str]) -> dict[Node, set[Node]]:
    """The shapes that have to do with the focus, each with the nodes of it that are in its target classes."""
    instances: dict[Node, set[Node]] = defaultdict(set)
    for node in map(URIRef, focus):
        for kind in material.objects(node, RDF.type):
            instances[kind].add(node)
    wide: dict[Node, set[Node]] = defaultdict(set)
    for kind, nodes in instances.items():
        for above in material.transitive_objects(kind, RDFS.subClassOf):
            if above is not None:
                wide[above] |= nodes
    found: dict[Node, set[Node]] = defaultdict(set)
    for shape, kind in shapes().subject_objects(SH.targetClass):
        if kind in wide:
            found[shape] |= wide[kind]
    return found


def aimed(aims: dict[Node, set[Node]]) -> Graph:
    """Shapes aimed at nodes instead of at their target classes, without their SPARQL constraints.

    pySHACL's own `focus_nodes` option filters the values of nested shapes too, so that every `sh:or`
    over values would hold. The property shapes of a node shape are aimed at its nodes themselves: the
    results are the same (SHACL 4.8.2), but pySHACL runs each once, not once a node.
    """
    made = Graph(bind_namespaces="none")
    for shape, nodes in aims.items():
        for part in _parts(shape):
            for triple in _definition(part):
                made.add(triple)
            for node in nodes:
                made.add((part, SH.targetNode, node))
    return made


@cache
def _parts(shape: Node) -> tuple[Node, ...]:
    """A shape, where it says more than what its property shapes say, and these property shapes."""
    if (shape, SH.path, None) in shapes():
        return (shape,)
    parts = tuple(shapes().objects(shape, SH.property))
    own = any(each[0] == shape and each[1] not in TOLD for each in _definition(shape))
    return (shape, *parts) if own else parts


@cache
def _definition(shape: Node) -> tuple[tuple[Node, Node, Node], ...]:
    """What says a shape: its triples and those of all it refers to, less target classes, SPARQL, labels.

    Of a node shape, also less its property shapes, which are aimed by themselves.
    """
    left = {SH.targetClass, SH.sparql, RDFS.label}
    top = left if (shape, SH.path, None) in shapes() else left | {SH.property}
    found, todo, seen = [], [shape], {shape}
    while todo:
        each = todo.pop()
        for triple in shapes().triples((each, None, None)):
            if triple[1] in (top if each == shape else left):
                continue
            found.append(triple)
            if triple[2] not in seen:
                seen.add(triple[2])
                todo.append(triple[2])
    return tuple(found)


@cache
def _constraints(shape: Node) -> tuple[Constraint, ...]:
    """The SPARQL constraints of a shape."""
    severity = SEVERITIES[URIRef(str(shapes().value(shape, SH.severity, default=SH.Violation)))]
    return tuple(
        Constraint(
            shape=str(shape),
            select=str(shapes().value(each, SH.select)),
            severity=severity,
            message=str(shapes().value(each, SH.message)),
        )
        for each in shapes().objects(shape, SH.sparql)
    )


def terminology(words: Vocabulary) -> list[Triple]:
    """What constraints need of the ontology: the class tree, and the concepts with their classes."""
    below = NamedNode(RDFS_NS + "subClassOf")
    kind, scheme = NamedNode(RDF_NS + "type"), NamedNode(PREFIXES["skos"] + "inScheme")
    found = [
        Triple(NamedNode(each.iri), below, NamedNode(parent))
        for each in words.classes.values()
        for parent in each.parents
    ]
    for name, concepts in words.concepts.items():
        for iri in concepts.values():
            found.append(Triple(NamedNode(iri), kind, NamedNode(name)))
            found.append(Triple(NamedNode(iri), scheme, NamedNode(iri.rpartition("/")[0])))
    for prop in words.by_iri.values():
        found += [
            Triple(
                NamedNode(prop.iri), NamedNode(PREFIXES["schema"] + "domainIncludes"), NamedNode(d)
            )
            for d in prop.domains
        ]
    return found


def validate(triples: Iterable[Triple], focus: Iterable[str] | None = None) -> list[Finding]:
    """What the triples break, at the focus nodes only where these are given.

    `triples` must hold the terminology too. The findings are in no particular order. Without focus nodes,
    pySHACL runs all of it; with them, it runs all but the SPARQL constraints (`kb.validation.constraints`).
    """
    logging.getLogger("pyshacl").setLevel(logging.ERROR)
    own = list(triples)
    try:
        material = graph(own)
        if focus is None:
            return _run(material, shapes())
        aims = targets(material, focus)
        made = {str(shape): list(map(str, nodes)) for shape, nodes in aims.items()}
        constraints = [each for shape in sorted(aims, key=str) for each in _constraints(shape)]
        return [*_run(material, aimed(aims)), *broken(own, made, constraints)]
    except KbError:
        raise
    except Exception as error:  # pySHACL raises what rdflib raises
        raise ShapesBroken(f"The shapes could not be run: {error}.") from error


def _run(material: Graph, shapes_graph: Graph) -> list[Finding]:
    """What pySHACL finds."""
    _, results, text = pyshacl.validate(
        material, shacl_graph=shapes_graph, inference="none", advanced=False
    )
    if not isinstance(results, Graph):
        raise ShapesBroken(f"The shapes could not be run: {text}.")
    return [_finding(results, result) for result in results.objects(None, SH.result)]


def _finding(results: Graph, result: Node) -> Finding:
    focus = str(results.value(result, SH.focusNode))
    path = results.value(result, SH.resultPath)
    value = results.value(result, SH.value)
    message = results.value(result, SH.resultMessage)
    return Finding(
        shape=str(results.value(result, SH.sourceShape)),
        severity=SEVERITIES[URIRef(str(results.value(result, SH.resultSeverity)))],
        message=str(message or ""),
        focus=focus,
        path=_path(results, path),
        value=None if value is None or str(value) == focus else str(value),
    )


def _path(results: Graph, path: Node | None) -> str | None:
    """The property of a path; the one read backwards where it is an inverse path."""
    if isinstance(path, URIRef):
        return str(path)
    inverse = results.value(path, SH.inversePath) if path is not None else None
    return str(inverse) if inverse is not None else None


def as_graph(findings: Iterable[Finding]) -> Graph:
    """Findings as a SHACL validation report."""
    made = Graph()
    report = URIRef("urn:sanctions-kb:validation-report")
    listed = list(findings)
    conforms = not any(f.severity is Severity.VIOLATION for f in listed)
    made.add((report, RDF.type, SH.ValidationReport))
    made.add((report, SH.conforms, RdflibLiteral(conforms)))
    for number, finding in enumerate(listed, 1):
        result = URIRef(f"{report}#{number}")
        made.add((report, SH.result, result))
        made.add((result, RDF.type, SH.ValidationResult))
        made.add((result, SH.focusNode, URIRef(finding.focus)))
        made.add((result, SH.sourceShape, URIRef(finding.shape)))
        made.add((result, SH.resultMessage, RdflibLiteral(finding.message)))
        severity = next(iri for iri, each in SEVERITIES.items() if each is finding.severity)
        made.add((result, SH.resultSeverity, severity))
        if finding.path:
            made.add((result, SH.resultPath, URIRef(finding.path)))
        if finding.value:
            made.add((result, SH.value, RdflibLiteral(finding.value)))
    return made
