"""The packaged reference data: held against the shapes like any report, and counted in the docs."""

from collections import Counter

from kb.namespaces import KB, RDF
from kb.resources import ONTOLOGY
from kb.terms import text
from kb.validation.shacl import terminology, validate
from kb.vocabulary import statements, vocabulary

FACTS = list(statements(ONTOLOGY, "reference/*.ttl"))
KIND = {text(t.subject): text(t.object) for t in FACTS if t.predicate.value == RDF + "type"}


def test_the_reference_data_breaks_no_constraint() -> None:
    """All but the world's ports, of which a hundred stand for the rest: they are made alike."""
    ports = [thing for thing, kind in KIND.items() if kind == KB + "Port"]
    focus = {thing for thing, kind in KIND.items() if kind != KB + "Port"} | set(ports[:100])
    found = validate([*FACTS, *terminology(vocabulary())], focus)
    old_codes = {"Port-un-locode-state"}
    """UN/LOCODE keeps codes of territories that have another ISO code today; it is a warning."""
    assert [(f.rule, f.focus, f.value) for f in found if f.rule not in old_codes] == []


def test_every_resolution_of_the_regime_has_provisions() -> None:
    """1695 to 2397; 1985 and the like, which only renew a panel's mandate, are not among them."""
    resolutions = Counter(
        text(t.object).rsplit("-", 1)[-1].rsplit("/", 1)[-1]
        for t in FACTS
        if t.predicate.value == KB + "inResolution"
    )
    regime = {
        "1695",
        "1718",
        "1874",
        "2087",
        "2094",
        "2270",
        "2321",
        "2356",
        "2371",
        "2375",
        "2397",
    }
    assert regime <= set(resolutions)
    assert resolutions.total() > 150
