"""Whether triples use the ontology as it is: known terms, on things they belong on, rightly typed.

YAML and JSON cannot go wrong here (their context types every value); Turtle can.
"""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode, Triple

from kb.errors import Problem
from kb.namespaces import KB, PREFIXES, RDF, RDFS
from kb.report import identity
from kb.report.model import Report
from kb.terms import Term, text
from kb.vocabulary import Property, Vocabulary

TYPE = RDF + "type"
PLUMBING = frozenset({RDF + "first", RDF + "rest"})
STRING = PREFIXES["xsd"] + "string"
LANGUAGES = RDF + "langString"
ROOTS = {"Entity": "mentions", "Proposition": "describes", "Evidence": "cites"}
"""The property by which a report holds what it describes, by class."""


def types_of(triples: Iterable[Triple]) -> dict[str, set[str]]:
    """The asserted classes of each subject."""
    found: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, value in triples:
        if predicate.value == TYPE and isinstance(value, NamedNode):
            found[text(subject)].add(value.value)
    return found


def problems(report: Report, words: Vocabulary) -> list[Problem]:
    """A problem for each statement that the ontology does not provide for."""
    types = types_of(report.triples)
    found = _misdescribed(report, types, words)
    for triple in report.triples:
        wrong = _wrong(triple, types[text(triple.subject)], words)
        if wrong:
            found.append(report.problem(text(triple.subject), triple.predicate.value, *wrong))
    return found


def _misdescribed(report: Report, types: dict[str, set[str]], words: Vocabulary) -> list[Problem]:
    """A problem for each identifier that is none, or that stands for what no report describes so."""
    found = []
    for name in dict.fromkeys(text(triple.subject) for triple in report.triples):
        wrong = identity.misdescribed(name, types.get(name, ()), words)
        if wrong:
            found.append(report.problem(name, TYPE, *wrong))
    for subject, predicate, value in report.triples:
        wrong = None
        if isinstance(value, Literal) and predicate.value == RDFS + "label":
            wrong = identity.renamed(text(subject), value.value)
        for term in (subject, value):
            if isinstance(term, NamedNode):
                wrong = wrong or identity.malformed(term.value, term.value)
        if wrong:
            found.append(report.problem(text(subject), predicate.value, *wrong))
    return found


def _wrong(triple: Triple, types: set[str], words: Vocabulary) -> tuple[str, str] | None:
    predicate, value = triple.predicate.value, triple.object
    if predicate in PLUMBING:
        return None
    if predicate == TYPE:
        known = isinstance(value, NamedNode) and value.value in words.classes
        return None if known else _unknown(text(value), words.classes)
    prop = words.by_iri.get(predicate)
    if prop is None:
        return _unknown(predicate, words.by_iri)
    domains = prop.domains if not prop.inverse else frozenset({KB + "Claim"})
    above = frozenset[str]().union(*(words.ancestors(kind) for kind in types))
    if types and domains and not domains & above:
        return (
            f"{short(predicate)} does not belong on a {' '.join(sorted(map(short, types)))}.",
            f"It is used on {', '.join(sorted(map(short, domains)))}.",
        )
    return _mistyped(value, prop)


def _mistyped(value: Term, prop: Property) -> tuple[str, str] | None:
    name = short(prop.iri)
    if not isinstance(value, Literal):
        return (f"{name} takes a text, not an IRI.", "") if prop.datatype else None
    if not prop.datatype:
        return f"{name} takes an IRI, not the text {value.value!r}.", "Name the thing."
    fits = value.datatype.value == prop.range or (
        value.language is not None and prop.range in (STRING, LANGUAGES)
    )
    if fits:
        return None
    return (
        f"{name} has the datatype {short(value.datatype.value)}.",
        f'Write "{value.value}"^^{short(prop.range or STRING)}.',
    )


def _unknown(iri: str, known: Iterable[str]) -> tuple[str, str]:
    near = get_close_matches(iri, list(known), n=1, cutoff=0.8)
    hint = f"Did you mean {short(near[0])}?" if near else "See `kb schema --terms`."
    return f"{short(iri)} is not a term of the ontology.", hint


def short(iri: str) -> str:
    """An IRI with its prefix, where it has one that is known."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def held(report: Report, words: Vocabulary) -> Report:
    """The report with a link to each entity, proposition and evidence that nothing else refers to."""
    pointed = {t.object.value for t in report.triples if isinstance(t.object, NamedNode)}
    added = []
    for subject, kinds in types_of(report.triples).items():
        above = frozenset[str]().union(*(words.ancestors(kind) for kind in kinds))
        for kind, link in ROOTS.items():
            if KB + kind in above and subject not in pointed:
                edge = Triple(NamedNode(report.iri), NamedNode(KB + link), NamedNode(subject))
                added.append(edge)
    triples = (*report.triples, *added)
    return Report(report.iri, report.file, triples, report.places, report.text)


def without_derived(triples: Iterable[Triple], words: Vocabulary) -> list[Triple]:
    """The triples less those that the program works out itself."""
    hidden = {iri for iri, prop in words.by_iri.items() if prop.derived}
    return [triple for triple in triples if triple.predicate.value not in hidden]
