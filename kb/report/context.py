"""The JSON-LD context of report files, made from the ontology.

`ontology/context.jsonld` is this, written out, for programs that are not this one; a test keeps the
two equal. There is no `@vocab`: a value of an object property is a term, a prefixed name, a `#local`
name or a whole IRI, and never a path relative to something.
"""

import json
from typing import Any

from kb.namespaces import ENTITY_KINDS, PREFIXES, RDF
from kb.vocabulary import Property, Vocabulary

IRI = "https://w3id.org/sanctions-kb/context.jsonld"
LISTS = RDF + "List"
LANGUAGES = RDF + "langString"
XSD_STRING = PREFIXES["xsd"] + "string"
NAMES = "names"
"""The key for alternative names by language: `names: {ko: 라진, ru: Раджин}`."""

STANDARD = ("dcterms", "edtf", "kb", "oa", "prov", "rdf", "rdfs", "schema", "skos", "wgs", "xsd")


def context(words: Vocabulary) -> dict[str, Any]:
    """The context for the vocabulary, keys sorted within each group."""
    found: dict[str, Any] = {"id": "@id", "type": "@type", "value": "@value", "lang": "@language"}
    found |= {name: PREFIXES[name] for name in sorted((*STANDARD, *ENTITY_KINDS))}
    found["unknown"] = PREFIXES["kb"] + "unknown"
    found |= {kind.name: kind.iri for kind in sorted(words.classes.values(), key=lambda c: c.name)}
    found |= {key: _term(prop, words) for key, prop in sorted(words.properties.items())}
    found[NAMES] = {
        "@id": PREFIXES["skos"] + "altLabel",
        "@container": ["@language", "@set"],
    }
    return found


def shipped(words: Vocabulary) -> str:
    """The text of `ontology/context.jsonld`."""
    return json.dumps({"@context": context(words)}, ensure_ascii=False, indent=2) + "\n"


def _term(prop: Property, words: Vocabulary) -> dict[str, Any]:
    if prop.inverse:
        return {"@reverse": prop.iri, "@type": "@vocab"}
    if prop.range == LANGUAGES:
        return {"@id": prop.iri, "@container": "@language"}
    if prop.datatype:
        return {"@id": prop.iri} | ({} if prop.range == XSD_STRING else {"@type": prop.range})
    term: dict[str, Any] = {"@id": prop.iri, "@type": "@vocab"}
    if prop.range == LISTS:
        term["@container"] = "@list"
    concepts = words.concepts.get(prop.range or "")
    if concepts:
        term["@context"] = dict(sorted(concepts.items()))
    return term
