"""Shapes aimed at what a report describes find what plain pySHACL finds with all of them, to the message."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple
from rdflib import SH, Graph, URIRef

from kb.terms import Term
from kb.validation.check import canonical
from kb.validation.finding import Finding
from kb.validation.shacl import aimed, shapes, validate
from tests.shapes.examples import INVALID, VALID, background, described, triples

THIS = "https://example.org/report#this"
EXAMPLES = VALID + INVALID
FOLDERS = sorted({path.parent.name for path in EXAMPLES})
Told = set[tuple[object, ...]]


def told(findings: Iterable[Finding]) -> Told:
    return {(f.shape, f.focus, f.path, f.value, f.message, f.severity) for f in findings}


def renamed(path: Path, name: str) -> list[Triple]:
    """An example whose `ex:this` has a name of its own, so that it can stand beside others."""

    def other(term: Term) -> Term:
        return NamedNode(f"{THIS}-{name}") if term == NamedNode(THIS) else term

    return [Triple(other(t.subject), t.predicate, other(t.object)) for t in triples(path)]


def both(examples: Iterable[list[Triple]], focus: set[str] | None = None) -> tuple[Told, Told]:
    """What the aimed shapes find, and what pySHACL alone finds at the same things."""
    own = [triple for example in examples for triple in example]
    nodes = described(own) if focus is None else focus
    material = canonical([*background(), *own])
    alone = [each for each in validate(material) if each.focus in nodes]
    return told(validate(material, nodes)), told(alone)


@pytest.mark.parametrize("folder", FOLDERS)
def test_all_examples_of_a_class_break_together_what_pyshacl_alone_finds(folder: str) -> None:
    paths = [path for path in EXAMPLES if path.parent.name == folder]
    aim, alone = both(renamed(path, path.stem) for path in paths)
    assert aim == alone


def test_some_of_them_break_something() -> None:
    assert any(both([renamed(path, "1")])[1] for path in INVALID[:5])


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_examples_at_any_things_break_what_pyshacl_alone_finds(data: st.DataObject) -> None:
    piece = st.builds(renamed, st.sampled_from(EXAMPLES), st.sampled_from("123"))
    pieces = data.draw(st.lists(piece, min_size=1, max_size=5))
    things = sorted(described([triple for each in pieces for triple in each]))
    focus = data.draw(st.sets(st.sampled_from(things), min_size=1))
    aim, alone = both(pieces, focus)
    assert aim == alone


def test_no_shape_has_what_aiming_its_property_shapes_would_lose() -> None:
    """One that is switched off would switch its property shapes off; only classes are targets."""
    graph = shapes()
    other = (SH.deactivated, SH.target, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
    assert not any((None, each, None) in graph for each in other)
    properties = set(graph.subjects(SH.path, None))
    assert not properties & set(graph.subjects(SH.targetClass, None))


def test_property_shapes_are_aimed_by_themselves_and_run_once() -> None:
    """Were they reached through their node shape too, pySHACL would run each once a thing."""
    claim, things = URIRef("https://w3id.org/sanctions-kb/shapes#Claim"), {URIRef(THIS)}
    parts = set(shapes().objects(claim, SH.property))
    made: Graph = aimed({claim: things})
    assert parts == set(made.subjects(SH.targetNode, None))
    assert not any((claim, SH.property, each) in made for each in parts)
