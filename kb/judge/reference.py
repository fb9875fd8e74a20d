"""What the rules need besides the reports: provisions that can be broken, classes and kinds of cargo."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kb.judge.words import (
    BINDS,
    BROADER,
    IN_STATE,
    IS_A,
    KINDS,
    KNOWN_UNTIL,
    LABEL,
    NAME,
    PART_OF,
    PREF_LABEL,
    PROVISION,
    STATE,
    TYPE,
    WITHIN,
    View,
    things,
    values,
)
from kb.namespaces import KB, PREFIXES, REFERENCE_GRAPH
from kb.store.base import Store
from kb.terms import text
from kb.vocabulary import Vocabulary

MODALITY, APPLIES, CARGO_KIND, EXEMPTION, SUNSET, PROLONGS, PROLONGED, REGION = (
    NamedNode(KB + name)
    for name in (
        *("modality", "appliesTo", "cargoKind", "exemption"),
        *("sunset", "prolongs", "prolongedUntil", "recipientRegion"),
    )
)
PARTIES = frozenset(
    NamedNode(KB + name) for name in ("recipientParty", "recipientActingFor", "authorizingParty")
)
"""Parties that a provision names: where they are based and what they are called, the rules must know."""
FORCE = frozenset(PREFIXES["modality"] + name for name in ("prohibits", "requires", "demands"))
"""Only what a provision prohibits or requires can be broken, not what it wishes."""
ANY_CARGO = NamedNode(PREFIXES["cargo"] + "any-cargo")
KIND_OF_CARGO = NamedNode(KB + "CargoKind")


@dataclass(frozen=True, slots=True)
class Reference:
    """The triples that every run of the rules begins with, and the classes of act that matter."""

    triples: tuple[Triple, ...]
    acts: frozenset[str]


def reference(store: Store, words: Vocabulary) -> Reference:
    """The reference of a base: provisions from its reference graph only, never from a report."""
    provisions, acts = [], set[str]()
    for link in store.match(None, TYPE, PROVISION, graph=REFERENCE_GRAPH):
        own = _of(store, link.subject)
        regulated = {_iri(t) for t in own if t.predicate == APPLIES}
        if regulated and any(t.predicate == MODALITY and _iri(t) in FORCE for t in own):
            acts |= regulated
            provisions += own
            provisions += _more(store, own)
    found = [*provisions, *_states(store), *_kinds(store), *_classes(words)]
    return Reference(
        tuple(dict.fromkeys(found)),
        frozenset(each for act in acts for each in words.descendants(act)),
    )


def _iri(triple: Triple) -> str:
    return triple.object.value if isinstance(triple.object, NamedNode) else ""


def _of(store: Store, thing: object) -> list[Triple]:
    assert isinstance(thing, NamedNode)
    return list(store.match(thing, None, None, graph=REFERENCE_GRAPH))


def _more(store: Store, own: Iterable[Triple]) -> Iterator[Triple]:
    """The exemptions of a provision, the kinds of cargo that it names in words, and that it binds."""
    kinds = []
    subject = None
    for triple in own:
        subject = triple.subject
        if triple.predicate == EXEMPTION:
            yield from _of(store, triple.object)
        elif triple.predicate == CARGO_KIND and isinstance(triple.object, NamedNode):
            kinds += [triple.object]
        elif triple.predicate in PARTIES or triple.predicate == REGION:
            yield from _named(store, triple.object)
    assert isinstance(subject, NamedNode)
    yield Triple(subject, BINDS, Literal(True))
    yield from _known_end(store, subject)
    if kinds and ANY_CARGO not in kinds:
        labels = sorted(_label(store, kind) for kind in kinds)
        listed = " or ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))
        yield Triple(subject, KINDS, Literal(listed))


def _named(store: Store, thing: object) -> Iterator[Triple]:
    """Name and state of a party or region that a provision names, and the places within a region."""
    assert isinstance(thing, NamedNode)
    yield Triple(
        thing, NAME, Literal(next((text(each) for each in values(store, thing, LABEL)), ""))
    )
    yield from store.match(thing, IN_STATE, None, graph=REFERENCE_GRAPH)
    for link in store.match(None, PART_OF, thing, graph=REFERENCE_GRAPH):
        yield link
        yield from _named(store, link.subject)


def _known_end(store: Store, provision: NamedNode) -> Iterator[Triple]:
    """The last day until which a provision with a sunset is known to have been prolonged."""
    known = set(values(store, provision, SUNSET))
    for link in store.match(None, PROLONGS, provision, graph=REFERENCE_GRAPH):
        assert isinstance(link.subject, NamedNode)
        known |= set(values(store, link.subject, PROLONGED))
    if known:
        yield Triple(provision, KNOWN_UNTIL, max(known, key=text))


def _label(view: View, kind: NamedNode) -> str:
    found = [each.value for each in values(view, kind, PREF_LABEL) if isinstance(each, Literal)]
    return found[0] if found else kind.value


def _states(store: Store) -> Iterator[Triple]:
    for link in store.match(None, TYPE, STATE, graph=REFERENCE_GRAPH):
        assert isinstance(link.subject, NamedNode)
        yield link
        names = [each for each in values(store, link.subject, LABEL) if isinstance(each, Literal)]
        yield Triple(link.subject, NAME, names[0] if names else Literal(link.subject.value))


def _kinds(store: Store) -> Iterator[Triple]:
    """Each kind of cargo with every kind that it falls under, itself among them, and its label."""
    above: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for link in store.match(None, TYPE, KIND_OF_CARGO):
        kind = link.subject
        assert isinstance(kind, NamedNode)
        todo = [kind]
        while todo:
            each = todo.pop()
            if each not in above[kind]:
                above[kind].add(each)
                todo += things(store, each, BROADER)
        yield Triple(kind, PREF_LABEL, Literal(_label(store, kind)))
    for kind, wider in above.items():
        yield from (Triple(kind, WITHIN, each) for each in wider)


def _classes(words: Vocabulary) -> Iterator[Triple]:
    for name in words.descendants(KB + "Proposition"):
        for above in words.ancestors(name):
            yield Triple(NamedNode(name), IS_A, NamedNode(above))
