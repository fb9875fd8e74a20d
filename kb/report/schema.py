"""The JSON Schema of report files, for completion and errors in editors; made from ontology and shapes.

Keys, types and choices come from the ontology; what is required, and patterns, from the shapes.
"""

from collections import defaultdict
from typing import Any

from pyoxigraph import Literal

from kb.namespaces import ENTITY_KINDS, KB, PREFIXES, XSD
from kb.report.context import IRI, LANGUAGES, LISTS, NAMES
from kb.report.literals import EDTF
from kb.resources import SHAPES
from kb.vocabulary import Property, Vocabulary, statements

SH = PREFIXES["sh"]
NAME = f"^(#\\S+|({'|'.join(ENTITY_KINDS)}):\\S+|https?://\\S+|urn:\\S+|unknown)$"
DATE = r"^[0-9X.]{2,}[0-9X?~%.TZ:+/-]*$"
LISTED = {
    "entities": "Entity",
    "propositions": "Proposition",
    "claims": "Claim",
    "evidence": "Evidence",
}
NUMBERS = {"integer": "integer", "decimal": "number", "boolean": "boolean"}


def schema(words: Vocabulary) -> dict[str, Any]:
    """The schema (draft 2020-12) of a report file."""
    required, patterns = _from_shapes(words)
    kinds = {kind.name: kind for kind in words.classes.values()}
    parts = {name: _thing(name, words, required, patterns) for name in sorted(kinds)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/sanctions-kb/report.schema.json",
        "title": "Report file of the sanctions knowledge base",
        "$ref": "#/$defs/Report",
        "$defs": {
            "name": {"type": "string", "pattern": NAME},
            "date": {"type": "string", "pattern": DATE, "description": "A date in EDTF."},
            **parts,
        },
    }


def _from_shapes(words: Vocabulary) -> tuple[dict[str, set[str]], dict[str, str]]:
    """The keys that shapes require of each class, and the patterns that they set for keys."""
    facts: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in statements(SHAPES, "*.ttl"):
        facts[subject.value][predicate.value].append(value)
    required: dict[str, set[str]] = defaultdict(set)
    patterns: dict[str, str] = {}
    for shape in facts.values():
        classes = [value.value for value in shape.get(SH + "targetClass", [])]
        for part in (facts[value.value] for value in shape.get(SH + "property", [])):
            prop = _path(part, words)
            if prop is None or not _is_violation(part):
                continue
            if any(
                isinstance(v, Literal) and v.value == "1" for v in part.get(SH + "minCount", [])
            ):
                for name in classes:
                    required[name].add(prop.key)
            if len(part.get(SH + "pattern", [])) == 1 and not part.get(SH + "flags"):
                patterns[prop.key] = part[SH + "pattern"][0].value
    return required, patterns


def _path(part: dict[str, list[Any]], words: Vocabulary) -> Property | None:
    path = part.get(SH + "path", [])
    prop = words.by_iri.get(path[0].value) if len(path) == 1 else None
    return None if prop is None or prop.derived or prop.inverse else prop


def _is_violation(part: dict[str, list[Any]]) -> bool:
    return all(value.value == SH + "Violation" for value in part.get(SH + "severity", []))


def _thing(
    name: str, words: Vocabulary, required: dict[str, set[str]], patterns: dict[str, str]
) -> dict[str, Any]:
    keys = sorted(words.keys_of([KB + name]))
    needed = set().union(*(required.get(iri, set()) for iri in words.ancestors(KB + name)))
    filled_in = {"textSha256", "textLength", "quote", "start", "end"}
    properties: dict[str, Any] = {
        "id": {"type": "string", "description": "The identifier: #local, or kind:name."},
        "type": _several(
            {"enum": sorted(iri.removeprefix(KB) for iri in words.descendants(KB + name))}
        ),
    }
    for key in keys:
        properties[key] = _property(words.properties[key], words, patterns)
    if "alias" in keys:
        properties[NAMES] = _languages()
    if name == "Report":
        properties["@context"] = {"const": IRI}
    return {
        "type": "object",
        "description": words.classes[KB + name].definition,
        "properties": properties,
        "required": sorted(
            (needed & set(keys)) - filled_in | ({"id"} if name == "Report" else set())
        ),
        "additionalProperties": False,
    }


def _property(prop: Property, words: Vocabulary, patterns: dict[str, str]) -> dict[str, Any]:
    if prop.range == LANGUAGES:
        return {"description": prop.definition, **_languages()}
    concepts = words.concepts.get(prop.range or "")
    if concepts:
        single: dict[str, Any] = {"enum": sorted(concepts)}
    elif prop.range and prop.range.endswith(("#Property", "#Class")):
        single = {"type": "string"}
    elif prop.datatype:
        single = _literal(prop, patterns)
    else:
        kind = LISTED.get(prop.key) or ("Agent" if prop.range == LISTS else None)
        name = kind or (prop.range or "").removeprefix(KB)
        below = sorted(words.descendants(KB + name)) if KB + name in words.classes else []
        nested = [{"$ref": f"#/$defs/{iri.removeprefix(KB)}"} for iri in below]
        single = {"anyOf": [{"$ref": "#/$defs/name"}, *nested]}
    return {"description": prop.definition, **_several(single)}


def _literal(prop: Property, patterns: dict[str, str]) -> dict[str, Any]:
    kind = (prop.range or "").removeprefix(XSD)
    if prop.range == EDTF:
        return {"type": ["string", "integer"]}
    if kind in NUMBERS:
        return {"type": NUMBERS[kind]}
    single: dict[str, Any] = {"type": ["string", "integer"]}
    if prop.key in patterns:
        single["pattern"] = patterns[prop.key]
    return single


def _several(single: dict[str, Any]) -> dict[str, Any]:
    """One value, or a list of them."""
    return {"anyOf": [single, {"type": "array", "items": single}]}


def _languages() -> dict[str, Any]:
    text = {"type": "string"}
    return {"type": "object", "additionalProperties": _several(text)}
