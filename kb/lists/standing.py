"""How a party stands on the lists of a base: found by its IRI, its IMO number, or its name alone.

Each look-up costs as much as what it finds: the editions' graphs are asked by identifier or name key.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kb.lists.editions import Known, known
from kb.lists.fold import folded
from kb.lists.graph import TYPE, term
from kb.lists.model import Entry, Listing
from kb.lists.party import entry_iri, own_imo, party_class, party_iri
from kb.lists.read import entry
from kb.store.base import Store
from kb.terms import text


@dataclass(frozen=True, slots=True)
class Sought:
    """Who is looked for: IRIs, IMO numbers and names, and the classes that it may have (none: any)."""

    iris: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry of one list, as the newest edition that has it gives it.

    `certain`: found by identifier, not by name alone. `gone`: the day of the first edition without it ("": it
    is in the newest). `editions`: those that have it, oldest first.
    """

    list: str
    authority: str
    party: str
    entry: Entry
    certain: bool
    gone: str
    editions: tuple[Known, ...]

    @property
    def name(self) -> str:
        """The chief name on the list."""
        return self.entry.names[0].text if self.entry.names else self.entry.key

    def stands(self, listing: Listing) -> bool:
        """Whether a listing of the entry holds, by the newest edition in the base."""
        return not self.gone and not listing.delisted

    @property
    def listed(self) -> bool:
        """Whether the party is listed by the newest edition in the base."""
        return any(self.stands(each) for each in self.entry.listings)

    @property
    def state(self) -> str:
        """How the party stands, as the middle of a sentence; what is only described is not listed."""
        if self.listed:
            return "is listed"
        return (
            "was listed, and is no longer,"
            if self.entry.listings
            else "is described, not as listed,"
        )

    def words(self, listing: Listing) -> str:
        """One listing in words: under what, since when, until when."""
        basis = listing.provision or "; ".join(
            f"paragraph {paragraph} of resolution {resolution}"
            if paragraph
            else f"resolution {resolution}"
            for resolution, paragraph in listing.resolutions
        )
        until = listing.delisted or self.gone
        parts = (
            ", ".join(filter(None, (listing.programme, basis))),
            ", ".join(listing.measures),
            f"since {listing.listed}"
            if listing.listed
            else "since a day that the list does not give",
            f"until {until}" if until else "",
        )
        return "; ".join(filter(None, parts))


def standings(store: Store, sought: Sought) -> list[Standing]:
    """Every entry of every list that is the one sought, or has its name, by list and key."""
    editions = known(store)
    found: list[Standing] = []
    for series in sorted({each.series for each in editions}):
        of_list = [each for each in editions if each.series == series]
        found += _on_list(store, of_list, sought)
    return found


def _on_list(store: Store, editions: Sequence[Known], sought: Sought) -> Iterator[Standing]:
    certain: dict[str, bool] = {}
    for edition in editions:
        for node in _by_identity(store, edition.iri, sought):
            certain[text(_key(store, edition.iri, node))] = True
        for node in _by_name(store, edition.iri, sought):
            certain.setdefault(text(_key(store, edition.iri, node)), False)
    for key in sorted(certain):
        having = [each for each in editions if _has(store, each.iri, key)]
        last = having[-1]
        made = entry(store, last.iri, entry_iri(last.iri, key))
        if sought.kinds and party_class(made) not in sought.kinds:
            continue
        if not certain[key] and _contradicts(made, sought):
            continue
        later = [each.date for each in editions if each.order > last.order]
        yield Standing(
            list=last.series,
            authority=last.authority,
            party=party_iri(last.series, made),
            entry=made,
            certain=certain[key],
            gone=later[0] if later else "",
            editions=tuple(having),
        )


def _contradicts(made: Entry, sought: Sought) -> bool:
    """Whether a ship of the same name has another IMO number: then it is another ship."""
    number = own_imo(made)
    return bool(number and sought.numbers and number not in sought.numbers)


def _by_identity(store: Store, edition: str, sought: Sought) -> Iterator[NamedNode]:
    parties = {NamedNode(iri) for iri in sought.iris}
    for number in sought.numbers:
        for triple in store.match(None, term("imoNumber"), Literal(number), graph=edition):
            parties.add(NamedNode(text(triple.subject)))
    for party in sorted(parties, key=str):
        for triple in store.match(None, term("listedParty"), party, graph=edition):
            yield NamedNode(text(triple.subject))


def _by_name(store: Store, edition: str, sought: Sought) -> Iterator[NamedNode]:
    for key in sorted({folded(name) for name in sought.names} - {""}):
        for name in store.match(None, term("nameKey"), Literal(key), graph=edition):
            node = NamedNode(text(name.subject))
            for link in store.match(None, term("entryName"), node, graph=edition):
                yield NamedNode(text(link.subject))


def _key(store: Store, edition: str, node: NamedNode) -> Literal:
    found = store.match(node, term("entryKey"), None, graph=edition)
    return next((t.object for t in found if isinstance(t.object, Literal)), Literal(""))


def _has(store: Store, edition: str, key: str) -> bool:
    node = NamedNode(entry_iri(edition, key))
    return any(store.match(node, TYPE, term("ListEntry"), graph=edition))


def notes(found: Iterable[Standing], who: str) -> Iterator[str]:
    """What to say of a thing of a report that is on a list, or has the name of a party that is."""
    for each in found:
        chosen = [x for x in each.entry.listings if each.stands(x)] or list(each.entry.listings)[:1]
        told = " / ".join(each.words(listing) for listing in chosen)
        place = f"{each.state} by {each.list} as {each.name} ({each.entry.key})"
        said = f"{place}: {told}." if told else f"{place}."
        if each.certain:
            yield f"{who} {said}"
        else:
            yield f"{who} has the name of a party that {said} The name alone proves nothing."
