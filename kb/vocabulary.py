"""The ontology as Python sees it: classes, properties with their report-file keys, concepts.

Read once from the packaged Turtle files. The JSON-LD context, the JSON Schema, the check of report
files and the labels of propositions all come from here, so that a new kind of event is data only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kb.namespaces import KB, PREFIXES, RDF, RDFS
from kb.resources import ONTOLOGY

SKOS = PREFIXES["skos"]
CONCEPT = SKOS + "Concept"
DOMAIN = PREFIXES["schema"] + "domainIncludes"


@dataclass(frozen=True, slots=True)
class Property:
    """A property: its IRI, the key that stands for it in report files, where it is used, its range."""

    iri: str
    key: str
    label: str
    definition: str
    domains: frozenset[str]
    range: str | None
    inverse: bool
    derived: bool
    datatype: bool


@dataclass(frozen=True, slots=True)
class Class:
    """A class: its IRI, local name, label, definition and direct superclasses."""

    iri: str
    name: str
    label: str
    definition: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms; `properties` by report-file key, `classes` by IRI, `concepts` by class IRI and name."""

    classes: Mapping[str, Class]
    properties: Mapping[str, Property]
    by_iri: Mapping[str, Property]
    concepts: Mapping[str, Mapping[str, str]]
    ancestry: Mapping[str, frozenset[str]]

    def ancestors(self, name: str) -> frozenset[str]:
        """The class itself and all its superclasses, as IRIs; empty for an unknown class."""
        return self.ancestry.get(name, frozenset())

    def descendants(self, name: str) -> frozenset[str]:
        """The class itself and all its subclasses, as IRIs."""
        return frozenset(child for child, above in self.ancestry.items() if name in above)

    def keys_of(self, types: Iterable[str]) -> frozenset[str]:
        """The report-file keys that may stand on a thing of these classes."""
        above = frozenset().union(*(self.ancestors(kind) for kind in types))
        return frozenset(key for key, prop in self.properties.items() if prop.domains & above)


def statements(folder: Path, *patterns: str) -> Iterator[Triple]:
    """The triples of the Turtle files in `folder` that match the patterns, file by file in order."""
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            for quad in parse(path=path, format=RdfFormat.TURTLE):
                yield quad.triple


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the packaged ontology."""
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in statements(ONTOLOGY, "*.ttl", "vocabulary/*.ttl"):
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            facts[subject.value][predicate.value].append(value.value)
    classes = {iri: _class(iri, about) for iri, about in facts.items() if _is(about, "Class")}
    properties = [
        _property(iri, about) for iri, about in sorted(facts.items()) if _is(about, "Property")
    ]
    return Vocabulary(
        classes=classes,
        properties={prop.key: prop for prop in properties if not prop.derived},
        by_iri={prop.iri: prop for prop in properties},
        concepts=_concepts(facts, classes),
        ancestry={iri: _closure(iri, classes) for iri in classes},
    )


def _is(about: Mapping[str, list[str]], kind: str) -> bool:
    return any(value.endswith(kind) for value in about.get(RDF + "type", ()))


def _one(about: Mapping[str, list[str]], predicate: str) -> str:
    return next(iter(about.get(predicate, ())), "")


def _class(iri: str, about: Mapping[str, list[str]]) -> Class:
    return Class(
        iri=iri,
        name=iri.removeprefix(KB),
        label=_one(about, RDFS + "label"),
        definition=_one(about, SKOS + "definition"),
        parents=tuple(sorted(about.get(RDFS + "subClassOf", ()))),
    )


def _property(iri: str, about: Mapping[str, list[str]]) -> Property:
    inverse = _one(about, KB + "inverseKey")
    return Property(
        iri=iri,
        key=inverse or _one(about, KB + "key") or iri.removeprefix(KB),
        label=_one(about, RDFS + "label"),
        definition=_one(about, SKOS + "definition"),
        domains=frozenset(about.get(RDFS + "range" if inverse else DOMAIN, ())),
        range=_one(about, DOMAIN if inverse else RDFS + "range") or None,
        inverse=bool(inverse),
        derived=_one(about, KB + "derived") == "true",
        datatype=_is_data(about),
    )


def _is_data(about: Mapping[str, list[str]]) -> bool:
    scope = _one(about, RDFS + "range")
    return scope.startswith((PREFIXES["xsd"], PREFIXES["edtf"])) or scope == RDF + "langString"


def _concepts(
    facts: Mapping[str, Mapping[str, list[str]]], classes: Mapping[str, Class]
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {
        iri: {} for iri, kind in classes.items() if CONCEPT in kind.parents
    }
    for iri, about in facts.items():
        for kind in about.get(RDF + "type", ()):
            if kind in found:
                found[kind][iri.rsplit("/", 1)[-1]] = iri
    return found


def _closure(iri: str, classes: Mapping[str, Class]) -> frozenset[str]:
    seen, todo = set[str](), [iri]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo.extend(classes[name].parents if name in classes else ())
    return frozenset(seen)
