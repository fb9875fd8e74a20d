"""Which identifiers a report may use, and what it may say of the things that they name."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from pyoxigraph import Literal, NamedNode

from kb.namespaces import BASE, GRAPH, ID, KB, PREFIXES, RDFS, SCHEMES, SHAPES
from kb.report.source import CONTROL
from kb.resources import ONTOLOGY
from kb.vocabulary import Vocabulary, statements

Wrong = tuple[str, str]
"""What is wrong and how to mend it."""

FIXED = (
    KB,
    SHAPES,
    GRAPH,
    *(f"{ID}{kind}/" for kind in ("country", "provision", "resolution")),
    *(f"{BASE}{scheme}/" for scheme in SCHEMES),
)
"""What the ontology and the reference data describe, and a report only refers to."""

CLASSES = {
    "aircraft": "Aircraft",
    "event": "Event",
    "facility": "Facility",
    "group": "Group",
    "list": "SanctionsList",
    "locality": "Settlement",
    "org": "Organization",
    "person": "Person",
    "port": "Port",
    "relation": "Relation",
    "report": "Report",
    "ship": "Ship",
}
"""The class of the things of each prefix."""

ALIAS = PREFIXES["skos"] + "altLabel"
NAMES = (RDFS + "label", ALIAS)
FILES = {f"{ID}port/": "ports-*.ttl", f"{ID}org/": "organisations.ttl"}
"""Where the reference data names things that reports may describe further."""

OTHER_WORDS = {
    "city": "Settlement",
    "company": "Organization",
    "country": "State",
    "nation": "State",
    "town": "Settlement",
    "vessel": "Ship",
}
"""What people call a class whose name is another word."""


def hidden(text: str) -> str | None:
    """The first character that cannot be seen or changes the direction of writing, as U+200B."""
    for mark in text:
        if unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return f"U+{ord(mark):04X}"
    return None


def undecodable(text: str) -> str | None:
    """The first character that no file may hold either, or half of a surrogate pair."""
    for mark in text:
        if CONTROL.match(mark) or "\ud800" <= mark <= "\udfff":
            return f"U+{ord(mark):04X}"
    return None


def malformed(iri: str, name: str) -> Wrong | None:
    """Why an identifier written as `name` is no IRI that the parsers read."""
    mark = hidden(iri)
    if mark:
        return f"{name!a} holds the invisible character {mark}.", "Delete it."
    try:
        NamedNode(iri)
    except ValueError as error:
        remedy = "Write % only before two hexadecimal digits, and no brackets in a name."
        return f"{name!r} is no identifier: {error!s}.", remedy
    return None


def misdescribed(iri: str, types: Iterable[str], words: Vocabulary) -> Wrong | None:
    """Why a report may not describe the thing as one of these classes."""
    if iri.startswith(FIXED):
        return (
            f"{iri} belongs to the ontology or the reference data, and no report describes it.",
            "Refer to it only, or describe a thing of your own under another identifier.",
        )
    prefix = iri.removeprefix(ID).partition("/")[0] if iri.startswith(ID) else ""
    if prefix == "report" and "#" in iri:
        return None
    expected = KB + CLASSES[prefix] if prefix in CLASSES else None
    for kind in sorted(types) if expected else ():
        if expected in words.ancestors(kind) or kind in words.ancestors(expected or ""):
            continue
        name = kind.removeprefix(KB)
        right = next((p for p, c in CLASSES.items() if KB + c in words.ancestors(kind)), None)
        hint = f"{right}:" if right else "#name"
        return (
            f"A {prefix}: identifier names a {CLASSES[prefix]}, not a {name}.",
            f"Write `type: {CLASSES[prefix]}`, or an identifier that starts with {hint}.",
        )
    return None


@cache
def reference(files: str) -> Mapping[str, tuple[str, ...]]:
    """The names of the things in some files of the reference data, labels first."""
    found: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for subject, predicate, value in statements(ONTOLOGY, f"reference/{files}"):
        if predicate.value in NAMES and isinstance(value, Literal):
            found[str(subject)[1:-1]].append((predicate.value == ALIAS, value.value))
    return {iri: tuple(name for _, name in sorted(names)) for iri, names in found.items()}


def renamed(iri: str, name: str) -> Wrong | None:
    """Why a thing of the reference data may not bear this name."""
    files = next((files for kind, files in FILES.items() if iri.startswith(kind)), None)
    known = reference(files).get(iri, ()) if files else ()
    if not known or name.casefold() in map(str.casefold, known):
        return None
    return (
        f"{iri} is named {known[0]!r} in the reference data, not {name!r}.",
        "Write `alias:` for a further name.",
    )


def nearest_class(text: str, words: Vocabulary) -> str | None:
    """The name of the class that was most likely meant."""
    if text.casefold() in OTHER_WORDS:
        return OTHER_WORDS[text.casefold()]
    by_label = {kind.label: kind.name for kind in words.classes.values()}
    names = {**by_label, **{kind.name: kind.name for kind in words.classes.values()}}
    near = get_close_matches(text, list(names), n=1, cutoff=0.5)
    return names[near[0]] if near else None


def nearest_key(text: str, allowed: Iterable[str]) -> str | None:
    """The key that was most likely meant: one that it starts, else one spelled nearly so."""
    keys = sorted(allowed)
    longer = [key for key in keys if len(text) > 2 and key.casefold().startswith(text.casefold())]
    near = get_close_matches(text, keys, n=1, cutoff=0.6) or longer[:1]
    return near[0] if near else None
