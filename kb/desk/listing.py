"""Things of reports held against the lists of the base: by their identifiers and names, and no others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kb.lists.standing import Sought, notes, standings
from kb.namespaces import ENTITY_KINDS, KB, PREFIXES, RDF, RDFS
from kb.report.names import CURIE, compact
from kb.store.base import Store
from kb.store.listed import editions
from kb.store.naming import UNKNOWN

TYPE, LABEL, ALIAS, NUMBER = (
    NamedNode(iri)
    for iri in (RDF + "type", RDFS + "label", PREFIXES["skos"] + "altLabel", KB + "imoNumber")
)
KINDS = frozenset(KB + name for name in ("Ship", "Person", "Organization", "Aircraft"))
"""What lists name; a group or a state is on none."""


def sought(iri: str, triples: Iterable[Triple]) -> Sought | None:
    """Who is to be looked for on lists, by what is said of a thing; None for what no list names."""
    facts: dict[NamedNode, list[str]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.object, Literal | NamedNode):
            facts[triple.predicate].append(triple.object.value)
    kinds = frozenset(facts[TYPE]) & KINDS
    if not kinds:
        return None
    names = tuple(dict.fromkeys((*facts[LABEL], *facts[ALIAS])))
    return Sought((iri,), tuple(facts[NUMBER]), names, kinds | {KB + "Entity"})


def of_triples(store: Store, triples: Iterable[Triple]) -> Iterator[str]:
    """A sentence for each thing of a report that is on a list, or has the name of a party that is."""
    if not editions(store):
        return
    about: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and triple.subject != UNKNOWN:
            about[triple.subject.value].append(triple)
    for iri in sorted(about):
        wanted = sought(iri, about[iri])
        if wanted is not None:
            yield from notes(standings(store, wanted), compact(iri, ""))


def of_draft(store: Store, draft: Mapping[str, object]) -> Iterator[str]:
    """The same for a draft, as its file has it: things that it describes, and those of the base it names."""
    if not editions(store):
        return
    entities = [each for each in _items(draft.get("entities")) if isinstance(each, Mapping)]
    described = {str(each.get("id", "")) for each in entities}
    for each in entities:
        kind, name, iri = (str(each.get(key, "")) for key in ("type", "name", "id"))
        if KB + kind not in KINDS or not (name or each.get("imoNumber")):
            continue
        number = str(each.get("imoNumber", ""))
        wanted = Sought(
            tuple(filter(None, (_expanded(iri),))),
            (number,) if number else (),
            (name, *(str(alias) for alias in _items(each.get("alias")))),
            frozenset({KB + kind, KB + "Entity"}),
        )
        yield from notes(standings(store, wanted), iri or name)
    for iri in sorted(set(_named(draft)) - described):
        known = sought(_expanded(iri), store.match(NamedNode(_expanded(iri)), None, None))
        if known is not None:
            yield from notes(standings(store, known), iri)


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _expanded(iri: str) -> str:
    """The IRI of a prefixed name; "" for any other text."""
    prefix, _, local = iri.partition(":")
    return PREFIXES[prefix] + local if prefix in ENTITY_KINDS and CURIE.fullmatch(iri) else ""


def _named(value: object) -> Iterator[str]:
    """Every prefixed name of a ship, company, person or aircraft in a draft."""
    if isinstance(value, str):
        if value.startswith(("ship:", "org:", "person:", "aircraft:")) and _expanded(value):
            yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _named(each)
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)
