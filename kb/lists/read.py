"""Entries out of the graph of an edition: what `kb.lists.graph` wrote, as it was."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import NamedNode

from kb.lists.graph import TYPE, term
from kb.lists.model import Entry, Fact, Identifier, Link, Listing, Name
from kb.lists.party import KINDS, key_of
from kb.namespaces import KB, PREFIXES
from kb.store.base import Store
from kb.terms import text

KIND_OF_CLASS = {KB + name: kind for kind, (_, name) in KINDS.items()}
Facts = dict[str, list[str]]


def settled(entry: Entry) -> Entry:
    """An entry with what has no order in a graph put in order: resolutions, measures, amendments."""
    return replace(entry, listings=tuple(_settled(each) for each in entry.listings))


def _settled(listing: Listing) -> Listing:
    return replace(
        listing,
        resolutions=tuple(sorted(set(listing.resolutions))),
        measures=tuple(sorted(set(listing.measures))),
        amended=tuple(sorted(set(listing.amended))),
    )


def digests(store: Store, edition: str) -> dict[str, str]:
    """The digest of what each entry of an edition says, by its key."""
    found = store.match(None, term("entryDigest"), None, graph=edition)
    return {key_of(text(triple.subject)): text(triple.object) for triple in found}


def entries(store: Store, edition: str) -> Iterator[Entry]:
    """The entries of an edition in the order of their IRIs, one at a time."""
    nodes = sorted(
        text(t.subject) for t in store.match(None, TYPE, term("ListEntry"), graph=edition)
    )
    for node in nodes:
        yield entry(store, edition, node)


def entry(store: Store, edition: str, node: str) -> Entry:
    """The entry with an IRI."""
    facts = _facts(store, edition, node)
    party = facts["listedParty"][0]
    kinds = [text(t.object) for t in store.match(NamedNode(party), TYPE, None, graph=edition)]
    return Entry(
        key=facts["entryKey"][0],
        kind=next((KIND_OF_CLASS[kind] for kind in kinds if kind in KIND_OF_CLASS), "unknown"),
        names=tuple(_name(each) for each in _parts(store, edition, facts, "entryName")),
        identifiers=tuple(
            _identifier(each) for each in _parts(store, edition, facts, "entryIdentifier")
        ),
        facts=tuple(_fact(each) for each in _parts(store, edition, facts, "entryFact")),
        links=tuple(_link(each) for each in _parts(store, edition, facts, "entryTie")),
        listings=tuple(_listing(each) for each in _parts(store, edition, facts, "listing")),
        line=int(_one(facts, "entryLine") or 0),
    )


def _facts(store: Store, edition: str, node: str) -> Facts:
    found: Facts = defaultdict(list)
    for triple in store.match(NamedNode(node), None, None, graph=edition):
        found[triple.predicate.value.removeprefix(KB)].append(text(triple.object))
    return found


def _parts(store: Store, edition: str, facts: Facts, predicate: str) -> Iterator[Facts]:
    """The nodes below an entry, in the order of the list."""
    nodes = sorted(facts[predicate], key=lambda node: int(node.rpartition("/")[2][1:]))
    return (_facts(store, edition, node) for node in nodes)


def _one(facts: Facts, name: str) -> str:
    return next(iter(facts[name]), "")


def _country(facts: Facts) -> str:
    return _one(facts, "listState").removeprefix(PREFIXES["country"]).lower()


def _name(facts: Facts) -> Name:
    return Name(
        _one(facts, "listText"),
        _one(facts, "listKind"),
        _one(facts, "script"),
        _one(facts, "nameLanguage"),
        _one(facts, "listNote"),
    )


def _identifier(facts: Facts) -> Identifier:
    return Identifier(
        _one(facts, "listKind"),
        _one(facts, "listText"),
        _one(facts, "listWord"),
        _country(facts),
        _one(facts, "since"),
        _one(facts, "until"),
        _one(facts, "listNote"),
        bool(facts["calledFalse"]),
    )


def _fact(facts: Facts) -> Fact:
    return Fact(
        _one(facts, "listKind"),
        _one(facts, "listText"),
        _one(facts, "listWord"),
        _country(facts),
        _one(facts, "since"),
        _one(facts, "until"),
        _one(facts, "listNote"),
    )


def _link(facts: Facts) -> Link:
    return Link(
        _one(facts, "listKind"),
        _one(facts, "listText"),
        key_of(_one(facts, "otherEntry")),
        _one(facts, "listWord"),
        _one(facts, "since"),
        _one(facts, "until"),
        _one(facts, "listNote"),
    )


def _listing(facts: Facts) -> Listing:
    pairs = (basis.partition("/") for basis in facts["legalBasis"])
    return _settled(
        Listing(
            programme=_one(facts, "programme"),
            provision=_one(facts, "provisionText"),
            resolutions=tuple((resolution, paragraph) for resolution, _, paragraph in pairs),
            measures=tuple(facts["imposedMeasure"]),
            listed=_one(facts, "listedOn"),
            amended=tuple(facts["amendedOn"]),
            delisted=_one(facts, "delistedOn"),
            reason=_one(facts, "listingReason"),
            reference=_one(facts, "listReference"),
        )
    )
