"""The ports, facilities and places of the packaged reference data, read once."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pyoxigraph import Literal, NamedNode

from kb.namespaces import ID, KB, PREFIXES, RDF, RDFS
from kb.ports.place import Name, Place
from kb.resources import ONTOLOGY
from kb.vocabulary import statements

KINDS = {KB + "Port": "port", KB + "Facility": "facility", KB + "Place": "place"}
"""What is read, by class."""
FILES = ("reference/ports-*.ttl", "reference/states.ttl")
SKOS, WGS, DCTERMS = PREFIXES["skos"], PREFIXES["wgs"], PREFIXES["dcterms"]

Facts = Mapping[str, list[NamedNode | Literal]]


@cache
def gazetteer() -> Mapping[str, Place]:
    """Every port, facility and place by its IRI, in the order of their identifiers."""
    facts: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in statements(ONTOLOGY, *FILES):
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            facts[subject.value][predicate.value].append(value)
    found = {iri: _place(iri, about, facts) for iri, about in facts.items() if _kind(about)}
    return {place.iri: place for place in sorted(found.values(), key=lambda each: each.id)}


@cache
def states() -> Mapping[str, frozenset[str]]:
    """The codes of ISO 3166-1 (two letters), each with the names of its state."""
    found: dict[str, frozenset[str]] = {}
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in statements(ONTOLOGY, "reference/states.ttl"):
        if isinstance(subject, NamedNode) and isinstance(value, Literal):
            facts[subject.value][predicate.value].append(value.value)
    for about in facts.values():
        for code in about.get(KB + "isoAlpha2", ()):
            found[code] = frozenset(
                (*about.get(RDFS + "label", ()), *about.get(SKOS + "altLabel", ()))
            )
    return found


def _kind(about: Facts) -> str:
    kinds = (KINDS.get(kind.value, "") for kind in about.get(RDF + "type", ()))
    return next(filter(None, kinds), "")


def _place(iri: str, about: Facts, facts: Mapping[str, Facts]) -> Place:
    state = _one(about, KB + "state")
    others = (Name(v.value, v.language or "") for v in _literals(about, SKOS + "altLabel"))
    lat, long = _one(about, WGS + "lat"), _one(about, WGS + "long")
    return Place(
        iri=iri,
        id=_short(iri),
        kind=_kind(about),
        name=_one(about, RDFS + "label"),
        others=tuple(sorted(others, key=lambda name: (name.language, name.text))),
        code=_one(about, KB + "unLocode"),
        state=_short(state).partition(":")[2],
        state_name=_one(facts.get(state, {}), RDFS + "label"),
        point=(float(long), float(lat)) if lat and long else None,
        part_of=_short(_one(about, KB + "partOf") or _one(about, KB + "near")),
        note=_one(about, KB + "note"),
        sources=tuple(sorted(value.value for value in about.get(DCTERMS + "source", ()))),
    )


def _literals(about: Facts, predicate: str) -> list[Literal]:
    return [value for value in about.get(predicate, ()) if isinstance(value, Literal)]


def _one(about: Facts, predicate: str) -> str:
    return next((value.value for value in about.get(predicate, ())), "")


def _short(iri: str) -> str:
    """The identifier as it is typed: `port:KPNJN`."""
    return iri.removeprefix(ID).replace("/", ":", 1)
