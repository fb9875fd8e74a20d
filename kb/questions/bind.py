"""Putting values into a question: typed, checked against the base, with the nearest right ones."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import islice

from pyoxigraph import Literal, NamedNode

from kb.errors import BadInput, UnknownName
from kb.namespaces import ENTITY_KINDS, ID, KB, PREFIXES, RDF, RDFS, XSD
from kb.questions.catalogue import Part, Question
from kb.report.names import ABSOLUTE, CURIE, compact
from kb.store import listed
from kb.store.base import Store
from kb.store.naming import local
from kb.terms import Term
from kb.vocabulary import Vocabulary
from kb.when import BadDate, parse

TYPE = NamedNode(RDF + "type")
LABELS = (NamedNode(RDFS + "label"), NamedNode(PREFIXES["skos"] + "altLabel"))
CANDIDATES = 20_000
"""How many names are looked through for one that is near a mistyped one."""


def bind(question: Question, values: Mapping[str, str], store: Store, words: Vocabulary) -> str:
    """The query of a question with its parameters set; raises BadInput for a wrong name or value."""
    known = {part.name: part for part in question.params}
    values = {name.replace("-", "_"): text for name, text in values.items()}
    for name in values:
        if name not in known:
            near = get_close_matches(name, list(known), n=1)
            hint = f"Did you mean {near[0]}=?" if near else f"It takes: {question.usage or 'none'}."
            raise UnknownName(f"{question.name} has no parameter {name!r}. {hint}")
    sparql = question.sparql
    for part in question.params:
        if part.name in values:
            term = value(part, values[part.name], store, words)
            sparql = _set(sparql, part.name, str(term))
        elif part.optional:
            sparql = _set(sparql, part.name, "UNDEF")
        else:
            raise BadInput(
                f"{question.name} needs {part.name}=, {_article(part.kind)}. "
                f"Usage: kb query {question.name} {question.usage}"
            )
    return sparql


def _set(sparql: str, name: str, term: str) -> str:
    return re.sub(rf"VALUES \?{name} {{[^}}]*}}", lambda _: f"VALUES ?{name} {{ {term} }}", sparql)


def value(part: Part, text: str, store: Store, words: Vocabulary) -> Term:
    """The term that a typed value stands for."""
    if part.kind == "text":
        return Literal(text)
    if part.kind == "integer":
        if not re.fullmatch(r"\d{1,9}", text):
            raise BadInput(f"{part.name}={text!r} is no whole number, such as 2.")
        return Literal(int(text))
    if part.kind in ("day", "start", "end"):
        return _day(part, text)
    concepts = words.concepts.get(KB + part.kind)
    if concepts is not None:
        return NamedNode(_choice(part, text, concepts))
    if part.kind == "Class":
        return NamedNode(_choice(part, text, {c.name: c.iri for c in words.classes.values()}))
    return _thing(part, text, store, words)


def _day(part: Part, text: str) -> Literal:
    try:
        when = parse(text)
    except BadDate as error:
        raise BadInput(
            f"{part.name}={text!r}: {error} Write 2023-08-15, 2023-08 or 2023."
        ) from None
    found = when.latest if part.kind == "end" else when.earliest
    if found is None or (part.kind == "day" and when.earliest != when.latest):
        raise BadInput(f"{part.name}={text!r} is not one day. Write one such as 2023-08-15.")
    return Literal(found.isoformat(), datatype=NamedNode(XSD + "date"))


def _choice(part: Part, text: str, choices: Mapping[str, str]) -> str:
    name = text.rpartition(":")[2]
    found = choices.get(name)
    if found is None:
        near = get_close_matches(name, list(choices), n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Choose from: {', '.join(sorted(choices))}."
        raise UnknownName(f"{part.name}={text!r} is no {_plain(part.kind)}. {hint}")
    return found


def _thing(part: Part, text: str, store: Store, words: Vocabulary) -> NamedNode:
    """An entity, report, claim or proposition in the base: by identifier or by its very name."""
    match = CURIE.fullmatch(text)
    if match and match[1] in ENTITY_KINDS:
        found = NamedNode(PREFIXES[match[1]] + match[2])
    elif ABSOLUTE.fullmatch(text):
        found = NamedNode(text)
    else:
        found = _named(part, text, store, words)
    kinds = _kinds(found, store)
    if not kinds:
        raise UnknownName(f"There is no {text} in the base. {_nearest(found, store)}")
    fit = _fit(part, words)
    if fit and not fit & kinds:
        which = ", ".join(sorted(local(kind) for kind in kinds))
        raise BadInput(f"{part.name}= takes {_article(part.kind)}; {text} is: {which}.")
    return found


def _fit(part: Part, words: Vocabulary) -> frozenset[str]:
    """The classes that a value may have; none where any thing will do."""
    return frozenset() if part.kind == "Thing" else words.descendants(KB + part.kind)


def _kinds(thing: NamedNode, store: Store) -> set[str]:
    found = (t.object for t in store.match(thing, TYPE, None))
    kinds = {kind.value for kind in found if isinstance(kind, NamedNode)}
    return kinds or listed.kinds(store, thing)


def _named(part: Part, text: str, store: Store, words: Vocabulary) -> NamedNode:
    fit = _fit(part, words)
    found = {
        triple.subject
        for spelling in (Literal(text), Literal(text, language="en"))
        for label in LABELS
        for triple in store.match(None, label, spelling)
        if isinstance(triple.subject, NamedNode)
        and (not fit or fit & _kinds(triple.subject, store))
    }
    if not found:
        parties = listed.named(store, text)
        found = {each for each in parties if not fit or fit & _kinds(each, store)}
    if len(found) == 1:
        return found.pop()
    names = sorted(compact(each.value, "") for each in found)
    if names:
        raise BadInput(f"{part.name}={text!r} may be {', '.join(names[:9])}. Write the identifier.")
    labels = (t.object for t in islice(store.match(None, LABELS[0], None), CANDIDATES))
    spelt = sorted({label.value for label in labels if isinstance(label, Literal)})
    near = get_close_matches(text, spelt, n=2, cutoff=0.7)
    hint = (
        f"Did you mean {' or '.join(map(repr, near))}?"
        if near
        else (f"Write an identifier such as {_sample(part.kind)}, or the exact name.")
    )
    raise UnknownName(f"{part.name}={text!r}: nothing in the base has that name. {hint}")


def _sample(kind: str) -> str:
    samples = {"Ship": "ship:angara", "Report": "report:2023-10-18-minister-in-pyongyang"}
    samples |= {"Agent": "country:KP", "Place": "port:KPNAM", "Provision": "provision:2397-5"}
    return samples.get(kind, "ship:angara")


def _nearest(thing: NamedNode, store: Store) -> str:
    mark = "#" if "#" in thing.value else "/"
    folder = thing.value.rpartition(mark)[0] + mark
    everything = islice(store.match(None, TYPE, None), CANDIDATES)
    names = sorted(set(_within(folder, (t.subject for t in everything))))
    near = get_close_matches(thing.value.removeprefix(folder), names, n=3)
    if not folder.startswith(ID) or not near:
        return "Copy its identifier from an answer, or write its exact name."
    return f"Did you mean {' or '.join(compact(folder + name, '') for name in near)}?"


def _within(folder: str, things: Iterable[object]) -> Iterable[str]:
    for thing in things:
        if isinstance(thing, NamedNode) and thing.value.startswith(folder):
            yield thing.value.removeprefix(folder)


def _plain(kind: str) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", lambda m: " " + m[1].lower(), kind).lower()


def _article(kind: str) -> str:
    plain = {"start": "date", "end": "date"}.get(kind, _plain(kind))
    return f"{'an' if plain[0] in 'aeio' else 'a'} {plain}"
