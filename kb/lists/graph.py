"""An entry as RDF, in the graph of its edition; `kb.lists.read` makes the entry again.

An entry is a node that speaks of a party. Names, identifiers, facts, ties and listings are nodes below
it, numbered in the order of the list, so that nothing that a list says hangs on the party itself. Only
the party's class, chief name and own IMO number are said of it, in the edition's graph.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from kb.lists.fold import folded
from kb.lists.model import Entry, Fact, Identifier, Link, Listing, Name
from kb.lists.party import entry_iri, imo_number, own_imo, party_class, party_iri
from kb.namespaces import EDTF, KB, PREFIXES, RDF, RDFS, XSD
from kb.vocabulary import vocabulary
from kb.when import BadDate, parse

TYPE, LABEL = NamedNode(RDF + "type"), NamedNode(RDFS + "label")
EDTF_TYPE, DATE, INTEGER = (
    NamedNode(iri) for iri in (EDTF + "EDTF", XSD + "date", XSD + "integer")
)
TRUE = Literal("true", datatype=NamedNode(XSD + "boolean"))
Said = Iterator[tuple[NamedNode, NamedNode | Literal]]


@cache
def term(name: str) -> NamedNode:
    """A term of the ontology by its local name."""
    return NamedNode(KB + name)


def digest(entry: Entry) -> str:
    """A digest of all that an entry says, wherever it stands in its file."""
    return hashlib.sha256(repr(replace(entry, line=0)).encode()).hexdigest()[:32]


class Writer:
    """Writes the entries of one edition of one list."""

    def __init__(self, series: str, edition: str) -> None:
        self.series = series
        self.edition = edition
        self.graph = NamedNode(edition)

    def quads(self, entry: Entry) -> Iterator[Quad]:
        """All quads of an entry."""
        node = NamedNode(entry_iri(self.edition, entry.key))
        party = NamedNode(party_iri(self.series, entry))
        yield from self._of(node, self._entry(entry, party))
        yield from self._of(party, self._party(entry))
        for predicate, mark, facts in self._parts(entry, party):
            part = NamedNode(f"{node.value}/{mark}")
            yield Quad(node, term(predicate), part, self.graph)
            yield from self._of(part, facts)

    def _parts(self, entry: Entry, party: NamedNode) -> Iterator[tuple[str, str, Said]]:
        """What stands below an entry: by which property, under which mark, and what is said there."""
        ship = party if entry.kind == "vessel" else None
        for number, name in enumerate(entry.names, 1):
            yield "entryName", f"n{number}", self._name(name)
        for number, identifier in enumerate(entry.identifiers, 1):
            yield "entryIdentifier", f"i{number}", self._identifier(identifier, ship)
        for number, fact in enumerate(entry.facts, 1):
            yield "entryFact", f"f{number}", self._fact(fact, ship)
        for number, link in enumerate(entry.links, 1):
            yield "entryTie", f"t{number}", self._tie(link)
        for number, listing in enumerate(entry.listings, 1):
            yield "listing", f"d{number}", self._listing(listing)

    def _of(self, subject: NamedNode, facts: Said) -> Iterator[Quad]:
        return (Quad(subject, predicate, value, self.graph) for predicate, value in facts)

    def _entry(self, entry: Entry, party: NamedNode) -> Said:
        yield TYPE, term("ListEntry")
        yield term("inEdition"), self.graph
        yield term("listedParty"), party
        yield term("entryKey"), Literal(entry.key)
        yield term("entryDigest"), Literal(digest(entry))
        if entry.line:
            yield term("entryLine"), Literal(str(entry.line), datatype=INTEGER)

    def _party(self, entry: Entry) -> Said:
        yield TYPE, NamedNode(party_class(entry))
        yield LABEL, Literal(_label(entry))
        number = own_imo(entry)
        if number:
            yield term("imoNumber"), Literal(number)

    def _name(self, name: Name) -> Said:
        yield TYPE, term("ListName")
        yield from _texts(name.text, name.kind, note=name.note)
        yield term("nameKey"), Literal(folded(name.text))
        if name.script:
            yield term("script"), Literal(name.script)
        if name.language:
            yield term("nameLanguage"), Literal(name.language)

    def _identifier(self, identifier: Identifier, ship: NamedNode | None) -> Said:
        yield TYPE, term("ListIdentifier")
        yield from _texts(identifier.value, identifier.scheme, identifier.label, identifier.note)
        yield from _state(identifier.country)
        yield from _times(identifier.issued, identifier.expires)
        if identifier.false:
            yield term("calledFalse"), TRUE
            yield from _false(ship, identifier.scheme, identifier.value)

    def _fact(self, fact: Fact, ship: NamedNode | None) -> Said:
        yield TYPE, term("ListFact")
        yield from _texts(fact.value, fact.kind, fact.label, fact.note)
        yield from _state(fact.country)
        yield from _times(fact.since, fact.until)
        if fact.kind == "false-flag" and ship is not None and fact.country:
            yield term("calledFalse"), TRUE
            yield TYPE, term("FalseIdentity")
            yield term("vessel"), ship
            yield term("falseFlag"), NamedNode(PREFIXES["country"] + fact.country.upper())

    def _tie(self, link: Link) -> Said:
        yield TYPE, term("ListTie")
        yield from _texts(link.name, link.kind, link.label, link.note)
        yield from _times(link.since, link.until)
        if link.name:
            yield term("nameKey"), Literal(folded(link.name))
        if link.key:
            yield term("otherEntry"), NamedNode(entry_iri(self.edition, link.key))

    def _listing(self, listing: Listing) -> Said:
        yield TYPE, term("Listing")
        for predicate, value in (
            ("programme", listing.programme),
            ("provisionText", listing.provision),
            ("listingReason", listing.reason),
            ("listReference", listing.reference),
        ):
            if value:
                yield term(predicate), Literal(value)
        yield from _basis(listing)
        for words in listing.measures:
            yield term("imposedMeasure"), Literal(words)
            measure = _measures().get(folded(words))
            if measure:
                yield term("measure"), NamedNode(measure)
        yield from _dated("listed", listing.listed)
        yield from _dated("delisted", listing.delisted)
        for day in listing.amended:
            yield term("amendedOn"), Literal(day, datatype=EDTF_TYPE)


def _label(entry: Entry) -> str:
    """The chief name of an entry in one line; its key where it has none."""
    names = (" ".join(name.text.split()) for name in entry.names)
    return next(filter(None, names), entry.key)


def _texts(text: str, kind: str, word: str = "", note: str = "") -> Said:
    yield term("listKind"), Literal(kind)
    if text:
        yield term("listText"), Literal(text)
    if word:
        yield term("listWord"), Literal(word)
    if note:
        yield term("listNote"), Literal(note)


def _state(country: str) -> Said:
    if country:
        yield term("listState"), NamedNode(PREFIXES["country"] + country.upper())


def _times(since: str, until: str) -> Said:
    if since:
        yield term("since"), Literal(since, datatype=EDTF_TYPE)
        earliest, _ = bounds(since)
        if earliest:
            yield term("sinceEarliest"), Literal(earliest, datatype=DATE)
    if until:
        yield term("until"), Literal(until, datatype=EDTF_TYPE)


def _dated(what: str, day: str) -> Said:
    if day:
        yield term(f"{what}On"), Literal(day, datatype=EDTF_TYPE)
        for end, found in zip(("Earliest", "Latest"), bounds(day), strict=True):
            if found:
                yield term(what + end), Literal(found, datatype=DATE)


def _false(ship: NamedNode | None, scheme: str, value: str) -> Said:
    """What makes a false number of a ship the relation that reports describe too."""
    predicate = {"imo": "falseImoNumber", "mmsi": "falseMmsi"}.get(scheme)
    if ship is not None and predicate:
        yield TYPE, term("FalseIdentity")
        yield term("vessel"), ship
        yield term(predicate), Literal(imo_number(value) or value)


def _basis(listing: Listing) -> Said:
    for resolution, paragraph in listing.resolutions:
        yield term("legalBasis"), Literal(f"{resolution}/{paragraph}")
        if resolution.isalnum() and resolution.isascii():
            yield term("underResolution"), NamedNode(PREFIXES["resolution"] + resolution)
            slug = folded(paragraph).replace(" ", "-")
            if slug and slug.isascii():
                yield (
                    term("underProvision"),
                    NamedNode(f"{PREFIXES['provision']}{resolution}-{slug}"),
                )


@cache
def _measures() -> dict[str, str]:
    """The measures of the vocabulary by their folded names."""
    concepts = vocabulary().concepts[KB + "Measure"]
    return {folded(name): iri for name, iri in concepts.items()}


@cache
def bounds(day: str) -> tuple[str, str]:
    """The first and last day that an EDTF date can mean; "" where it is open or no date."""
    try:
        found = parse(day)
    except BadDate:
        return "", ""
    return tuple(
        "" if each is None else each.isoformat() for each in (found.earliest, found.latest)
    )  # type: ignore[return-value]
