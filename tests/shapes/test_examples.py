"""Every class has a valid example; every constraint an invalid one that breaks exactly it."""

import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SH, URIRef

from kb.namespaces import KB
from kb.namespaces import SHAPES as KBSH
from kb.validation.shacl import shapes, validate
from tests.shapes.examples import (
    INVALID,
    VALID,
    background,
    described,
    expected,
    name,
    triples,
)

CONSTRAINTS = sorted(
    str(shape).removeprefix(KBSH)
    for shape in set(shapes().subjects(SH.severity, None))
    if isinstance(shape, URIRef)
)


def broken(path: Path) -> set[str]:
    example = triples(path)
    return {f.rule for f in validate([*background(), *example], described(example))}


@pytest.mark.parametrize("path", VALID, ids=name)
def test_a_valid_example_breaks_nothing(path: Path) -> None:
    assert broken(path) == set()


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_an_invalid_example_breaks_exactly_what_it_names(path: Path) -> None:
    assert broken(path) == expected(path)


def test_the_background_breaks_nothing() -> None:
    """What the examples stand on is sound, but for the things that stand there only as a name."""
    whole = {
        "report",
        "claim",
        "denial",
        "other",
        "other-claim",
        "ship",
        "company",
        "port",
        "state",
    }
    focus = {f"https://example.org/report#{each}" for each in whole}
    found = validate([*background(), *triples(Path(__file__).parent / "Voyage/valid.ttl")], focus)
    assert found == []


def test_every_constraint_has_an_invalid_example() -> None:
    shown = {f"{path.parent.name}-{path.stem.removeprefix('invalid-')}" for path in INVALID}
    assert shown == set(CONSTRAINTS)
    assert all(name(path).replace("/invalid", "") in expected(path) for path in INVALID)


def test_every_class_with_a_shape_has_a_valid_example() -> None:
    targets = {str(each).removeprefix(KB) for each in shapes().objects(None, SH.targetClass)}
    assert targets <= {path.parent.name for path in VALID}


def test_there_are_more_than_sixty_constraints() -> None:
    assert len(CONSTRAINTS) > 60


@pytest.mark.parametrize("rule", CONSTRAINTS)
def test_a_constraint_says_the_problem_and_the_remedy(rule: str) -> None:
    """One label, one severity, one English message of at least two sentences, the same at each place."""
    graph, shape = shapes(), URIRef(KBSH + rule)
    assert len(list(graph.objects(shape, RDFS.label))) == 1
    assert len(list(graph.objects(shape, SH.severity))) == 1
    (message,) = graph.objects(shape, SH.message)
    assert message.language == "en"
    assert len(re.findall(r"[.!](?: |$)", str(message))) >= 2, message
    for query in graph.objects(shape, SH.sparql):
        assert list(graph.objects(query, SH.message)) == [message]
    assert (shape, RDF.type, None) in graph
