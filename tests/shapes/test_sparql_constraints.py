"""SPARQL constraints run for all focus nodes at once find what pySHACL finds for each."""

from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Triple
from rdflib import RDF, SH

from kb.namespaces import SHAPES as KBSH
from kb.validation.constraints import OPENING, Constraint, broken
from kb.validation.finding import Finding, Severity
from kb.validation.shacl import shapes, validate
from tests.shapes.examples import INVALID, background, described, expected, name, triples

SPARQL = {str(each).removeprefix(KBSH) for each in shapes().subjects(SH.sparql)}
BREAKING = [path for path in INVALID if expected(path) & SPARQL]
THIS = "https://example.org/report#this"


def told(findings: Iterable[Finding]) -> set[tuple[object, ...]]:
    return {(f.shape, f.focus, f.path, f.value, f.message, f.severity) for f in findings}


def test_every_sparql_constraint_has_an_example_here():
    assert {rule for path in BREAKING for rule in expected(path)} >= SPARQL


@pytest.mark.parametrize("path", BREAKING, ids=name)
def test_an_example_breaks_what_pyshacl_alone_says_that_it_breaks(path: Path):
    focus = described(triples(path))
    material = [*background(), *triples(path)]
    alone = [each for each in validate(material) if each.focus in focus]
    assert told(validate(material, focus)) == told(alone)


def test_no_constraint_uses_what_binding_by_a_pattern_may_change():
    """A subquery has its own scope; templates in messages, paths and property shapes are not read."""
    for shape, node in shapes().subject_objects(SH.sparql):
        select = str(shapes().value(node, SH.select))
        assert select.count("SELECT") == select.count(OPENING) == 1, shape
        assert "$PATH" not in select
        assert "?path" not in select
        assert (shape, RDF.type, SH.NodeShape) in shapes()
        (message,) = shapes().objects(node, SH.message)
        assert "{" not in str(message)
        assert set(shapes().predicates(node)) == {RDF.type, SH.message, SH.select}


def test_a_constraint_looks_at_no_other_node_than_those_it_is_aimed_at():
    value = NamedNode("https://example.org/p")
    facts = [Triple(NamedNode(f"{THIS}{n}"), value, NamedNode(f"{THIS}0")) for n in range(4)]
    select = f"SELECT $this ?value WHERE {{ $this {value} ?value }}"
    aims = {
        "https://example.org/s": [f"{THIS}1", f"{THIS}2"],
        "https://example.org/t": [f"{THIS}3"],
    }
    made = Constraint("https://example.org/s", select, Severity.WARNING, "No.")
    found = told(broken(facts, aims, [made]))
    assert found == {
        (each, f"{THIS}{n}", None, f"{THIS}0", "No.", Severity.WARNING)
        for each, n in product(["https://example.org/s"], (1, 2))
    }
