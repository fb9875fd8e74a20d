"""The ontology is whole: every term said and defined, imports acyclic, the shipped context in step."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kb.namespaces import KB, PREFIXES, RDF, RDFS
from kb.report.context import shipped
from kb.resources import CONTEXT, ONTOLOGY, QUERIES, SHAPES
from kb.vocabulary import vocabulary

SKOS, OWL = PREFIXES["skos"], PREFIXES["owl"]
MODULES = [
    "claim",
    "extraction",
    "identity",
    "judgement",
    "list",
    "party",
    "sanction",
    "shipment",
    "vessel",
]
EVERY_FILE = sorted(ONTOLOGY.rglob("*.ttl"))


def triples(path: Path) -> list[Triple]:
    return [quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE)]


def facts(path: Path) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples(path):
        assert isinstance(value, NamedNode | Literal)
        found[subject.value][predicate.value].append(value.value)
    return found


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda p: str(p.relative_to(ONTOLOGY)))
def test_every_file_parses_and_has_no_blank_node(path: Path):
    for subject, _, value in triples(path):
        assert isinstance(subject, NamedNode)
        assert isinstance(value, NamedNode | Literal)


@pytest.mark.parametrize("name", MODULES)
def test_every_term_has_label_definition_and_module(name: str):
    for iri, about in facts(ONTOLOGY / f"{name}.ttl").items():
        if not iri.startswith((KB, PREFIXES["oa"], PREFIXES["wgs"], PREFIXES["dcterms"])):
            continue
        assert len(about[RDFS + "label"]) == 1, iri
        assert re.fullmatch(r"[A-Z].*\.", about[SKOS + "definition"][0]), iri
        assert about[RDFS + "isDefinedBy"] == [f"https://w3id.org/sanctions-kb/ns/{name}"], iri


def test_the_umbrella_imports_every_module_and_has_a_version():
    about = facts(ONTOLOGY / "kb.ttl")["https://w3id.org/sanctions-kb/ns"]
    assert [iri.rsplit("/", 1)[-1] for iri in sorted(about[OWL + "imports"])] == MODULES
    assert about[OWL + "versionIRI"] == [
        f"https://w3id.org/sanctions-kb/ns/{about[OWL + 'versionInfo'][0]}"
    ]


def test_module_imports_have_no_cycle():
    order = [
        "claim",
        "party",
        "extraction",
        "vessel",
        "shipment",
        "sanction",
        "list",
        "identity",
        "judgement",
    ]
    for name in order:
        about = facts(ONTOLOGY / f"{name}.ttl")[f"https://w3id.org/sanctions-kb/ns/{name}"]
        for imported in about[OWL + "imports"]:
            assert order.index(imported.rsplit("/", 1)[-1]) < order.index(name)


def test_every_domain_range_and_superclass_is_a_known_class():
    known = vocabulary()
    for prop in known.by_iri.values():
        for iri in (*prop.domains, prop.range or KB + "Entity"):
            assert not iri.startswith(KB) or iri in known.classes, (prop.iri, iri)
    for kind in known.classes.values():
        for parent in kind.parents:
            assert not parent.startswith(KB) or parent in known.classes, (kind.iri, parent)


def test_no_key_stands_for_two_properties_or_for_a_prefix():
    known = vocabulary()
    keys = [prop.key for prop in known.by_iri.values() if not prop.derived]
    keys += ["id", "type", "value", "lang", "names", "unknown"]
    assert len(keys) == len(set(keys))
    assert not set(keys) & set(PREFIXES) - {
        "reliability",
        "credibility",
        "stance",
        "status",
        "measure",
    } - {
        "modality",
        "addressee",
        "cargo",
    }


@pytest.mark.parametrize(
    "path", sorted((ONTOLOGY / "vocabulary").glob("*.ttl")), ids=lambda p: p.stem
)
def test_every_concept_has_label_definition_and_scheme(path: Path):
    scheme = f"https://w3id.org/sanctions-kb/{path.stem}"
    for iri, about in facts(path).items():
        if SKOS + "Concept" in about[RDF + "type"]:
            assert iri.startswith(scheme + "/")
            assert len(about[SKOS + "prefLabel"]) == 1, iri
            assert len(about[SKOS + "definition"]) == 1, iri
            assert about[SKOS + "inScheme"] == [scheme], iri


def test_alignments_speak_of_terms_that_exist():
    known = {*vocabulary().classes, *vocabulary().by_iri}
    for path in (ONTOLOGY / "alignments").glob("*.ttl"):
        for iri in facts(path):
            assert not iri.startswith(KB) or iri in known, (path.name, iri)


def test_the_shipped_context_is_the_one_made_from_the_ontology():
    assert CONTEXT.read_text() == shipped(vocabulary())


META = {"key", "inverseKey", "derived"}
"""How a property is written in report files: read by `kb.vocabulary`, not said of things."""


def test_every_term_is_used_by_a_shape_or_a_query():
    """A property by itself; a class also through a class above it."""
    files = [*SHAPES.glob("*.ttl"), *QUERIES.rglob("*.rq")]
    text = "\n".join(path.read_text() for path in files).replace(KB, "kb:")
    used = {KB + name for name in re.findall(r"\bkb:([A-Za-z0-9]+)", text)}
    words = vocabulary()
    own = {iri for iri in words.by_iri if iri.startswith(KB)} - {KB + name for name in META}
    assert own - used == set()
    reached = used | {
        iri for iri in words.classes for above in words.ancestors(iri) if above in used
    }
    assert set(words.classes) - reached == set()
