"""Writing report files: triples back to the document that gives the same triples when read."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import yaml
from pyoxigraph import Literal, NamedNode, Triple

from kb.errors import BadInput
from kb.namespaces import KB, PREFIXES, RDF
from kb.report import conform, names
from kb.report.check import made_name
from kb.report.context import IRI, LANGUAGES, LISTS, NAMES
from kb.terms import Term, text
from kb.vocabulary import Property, Vocabulary, vocabulary

ALIAS = PREFIXES["skos"] + "altLabel"
NIL = RDF + "nil"
FIRST_KEYS = """
    id type title name publisher author published language url text content textSha256 textLength
    corrects entities evidence propositions claims status reviewer reviewed claimant onBehalfOf
    stance about aspect said via passage quote start end time supplier recipient vessel
""".split()  # noqa: SIM905
"""Keys in the order in which an analyst writes them; the others follow by alphabet."""
NUMBERS = frozenset(PREFIXES["xsd"] + kind for kind in ("integer", "decimal", "boolean"))

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|true|false")
FOLDED = re.compile("[\x85\u2028\u2029\ufeff]|\\A[ \n\t]|[ \t]\n")
"""What block style would not give back to the letter."""

Facts = dict[str, dict[str, list[Term]]]


def document(triples: Iterable[Triple], report: str) -> dict[str, Any]:
    """The JSON-LD document of the report, without its context; raises BadInput for what it cannot hold."""
    words = vocabulary()
    writer = _Writer(conform.without_derived(triples, words), report, words)
    found = writer.thing(report, report, "Report")
    left = sorted(set(writer.facts) - writer.written)
    if left:
        raise BadInput(
            f"{left[0]} belongs to nothing in {report}, so a report file cannot hold it."
        )
    return found


def to_json(triples: Iterable[Triple], report: str) -> str:
    """The report as JSON-LD with the name of the packaged context."""
    whole = {"@context": IRI, **document(triples, report)}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def to_yaml(triples: Iterable[Triple], report: str) -> str:
    """The report as a YAML-LD report file."""
    return _yaml(document(triples, report))


def dump(value: dict[str, Any] | list[Any]) -> str:
    """Plain values as the YAML of a report file; its reader gives every text back to the letter."""
    return _yaml(_typed(value, "", vocabulary()))


def _yaml(value: Any) -> str:
    return yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=100,
        default_flow_style=False,
    )


def _typed(value: Any, key: str, words: Vocabulary) -> Any:
    """The value with the numbers and truth values of its keys marked, to stand without quotes."""
    if isinstance(value, dict):
        return {name: _typed(part, name, words) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_typed(part, key, words) for part in value]
    text = str(value).lower() if isinstance(value, bool) else str(value)
    prop = words.properties.get(key)
    plain = prop and prop.range in NUMBERS and NUMBER.fullmatch(text)
    return _Plain(text) if plain else text


class _Writer:
    def __init__(self, triples: Iterable[Triple], report: str, words: Vocabulary) -> None:
        self.report = report
        self.words = words
        self.facts: Facts = defaultdict(lambda: defaultdict(list))
        self.written: set[str] = set()
        self.claims: list[str] = []
        for subject, predicate, value in triples:
            if predicate.value == KB + "inReport":
                self.claims.append(text(subject))
            else:
                self.facts[text(subject)][predicate.value].append(value)
        links = [self.facts[report].get(KB + link, []) for link in conform.ROOTS.values()]
        self.listed = {text(v) for values in links for v in values} | set(self.claims)

    def thing(self, iri: str, implied: str, kind: str | None) -> dict[str, Any]:
        """A subject as a mapping; its id is left out where it is the implied one."""
        self.written.add(iri)
        facts = self.facts[iri]
        found: dict[str, Any] = {}
        if iri != implied or iri == self.report:
            found["id"] = self.name(iri)
        types = sorted(text(value).removeprefix(KB) for value in facts.get(RDF + "type", []))
        if types != [kind]:
            found["type"] = types[0] if len(types) == 1 else types
        entries: dict[str, Any] = {}
        for predicate, values in facts.items():
            if predicate != RDF + "type":
                entries |= self.entry(predicate, values, iri)
        if iri == self.report and self.claims:
            entries["claims"] = [
                self.listed_thing(claim, "claims", n) for n, claim in self.numbered(self.claims)
            ]
        return found | dict(sorted(entries.items(), key=_rank))

    def entry(self, predicate: str, values: list[Term], owner: str) -> dict[str, Any]:
        """A property with its values, under its key."""
        prop = self.words.by_iri.get(predicate)
        if prop is None:
            raise BadInput(f"{conform.short(predicate)} is not a term of the ontology.")
        if predicate == ALIAS:
            return self.aliases(values)
        if prop.range == LANGUAGES:
            return {prop.key: _by_language(values)}
        if owner == self.report and prop.iri.removeprefix(KB) in conform.ROOTS.values():
            iris = sorted(map(text, values))
            return {
                prop.key: [self.listed_thing(iri, prop.key, n) for n, iri in self.numbered(iris)]
            }
        if prop.range == LISTS:
            return {prop.key: [self.value(item, prop, owner, 0) for item in self.items(values[0])]}
        ordered = sorted(values, key=str)
        found = [self.value(value, prop, owner, n) for n, value in enumerate(ordered, 1)]
        return {prop.key: found[0] if len(found) == 1 else found}

    def numbered(self, iris: Iterable[str]) -> list[tuple[int, str]]:
        return list(enumerate(sorted(iris, key=_natural), 1))

    def listed_thing(self, iri: str, key: str, number: int) -> Any:
        """An item of one of the report's own lists: a mapping, or a name if it is described elsewhere."""
        if iri not in self.facts or iri in self.written:
            return self.name(iri)
        implied = made_name(self.report, self.report, key, number)
        kind = {"claims": "Claim", "evidence": "Evidence"}.get(key)
        return self.thing(iri, implied, kind)

    def items(self, node: Term) -> list[Term]:
        """The members of an RDF list."""
        found: list[Term] = []
        while (name := text(node)) != NIL and name not in self.written:
            self.written.add(name)
            facts = self.facts[name]
            found += facts.get(RDF + "first", [])
            node = next(iter(facts.get(RDF + "rest", [])), NamedNode(NIL))
        return found

    def value(self, value: Term, prop: Property, owner: str, number: int) -> Any:
        if isinstance(value, Literal):
            if value.language:
                return {"value": value.value, "lang": value.language}
            return _Plain(value.value) if prop.range in NUMBERS else value.value
        iri = text(value)
        if iri in self.facts and iri not in self.written and iri not in self.listed:
            implied = made_name(owner, self.report, prop.key, number)
            return self.thing(iri, implied, self.implied_kind(prop))
        return self.term(iri, prop)

    def implied_kind(self, prop: Property) -> str | None:
        """The class that a nested value has without saying so."""
        single = prop.range and len(self.words.descendants(prop.range)) == 1
        return prop.range.removeprefix(KB) if single and prop.range else None

    def term(self, iri: str, prop: Property) -> str:
        """An IRI as a value of a property: a concept's or term's own word, or a name."""
        for name, concept in self.words.concepts.get(prop.range or "", {}).items():
            if concept == iri:
                return name
        if prop.range and prop.range.endswith("#Property") and iri in self.words.by_iri:
            return self.words.by_iri[iri].key
        if prop.range and prop.range.endswith("#Class") and iri in self.words.classes:
            return self.words.classes[iri].name
        return self.name(iri)

    def name(self, iri: str) -> str:
        return names.compact(iri, self.report)

    def aliases(self, values: list[Term]) -> dict[str, Any]:
        plain = sorted(v.value for v in values if isinstance(v, Literal) and not v.language)
        tagged = [v for v in values if isinstance(v, Literal) and v.language]
        found: dict[str, Any] = {}
        if plain:
            found["alias"] = plain[0] if len(plain) == 1 else plain
        if tagged:
            found[NAMES] = _by_language(tagged)
        return found


def _by_language(values: Iterable[Term]) -> dict[str, Any]:
    found: dict[str, list[str]] = defaultdict(list)
    for value in values:
        if isinstance(value, Literal) and value.language:
            found[value.language].append(value.value)
    return {lang: sorted(texts) for lang, texts in sorted(found.items())}


def _rank(entry: tuple[str, Any]) -> tuple[int, str]:
    key = entry[0]
    return (FIRST_KEYS.index(key) if key in FIRST_KEYS else len(FIRST_KEYS), key)


def _natural(iri: str) -> tuple[str, int, str]:
    """Sorts `#c2` before `#c10`."""
    stem = iri.rstrip("0123456789")
    digits = iri[len(stem) :]
    return stem, int(digits[:18]) if digits else -1, iri


class _Plain(str):
    """A number or a truth value, written without quotes."""


class _Dumper(yaml.SafeDumper):
    """Writes text in quotes only where a YAML reader of any version could take it for something else."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _plain(dumper: _Dumper, value: _Plain) -> yaml.Node:
    words = ("true", "false")
    kind = "bool" if value in words else "float" if "." in value else "int"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", str(value))


def _text(dumper: _Dumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value else None
    style = '"' if FOLDED.search(value) else style
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(_Plain, _plain)
_Dumper.add_representer(str, _text)
