"""Things of reports held against the lists of the base: by their identifiers and names, and no others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kb.lists.standing import Sought, notes, standings
from kb.namespaces import KB, PREFIXES, RDF, RDFS
from kb.report.names import compact
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


def of_draft(store: Store, entities: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The same for the entities of a draft, as its file has them."""
    if not editions(store):
        return
    for each in entities:
        kind, name, iri = (str(each.get(key, "")) for key in ("type", "name", "id"))
        if KB + kind not in KINDS or not (name or each.get("imoNumber")):
            continue
        number = str(each.get("imoNumber", ""))
        prefix, _, local = iri.partition(":")
        wanted = Sought(
            (PREFIXES[prefix] + local,) if prefix in PREFIXES else (),
            (number,) if number else (),
            (name, *_texts(each.get("alias"))),
            frozenset({KB + kind, KB + "Entity"}),
        )
        yield from notes(standings(store, wanted), iri or name)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
