"""What loaded lists of the United Nations state of a party, brought to the rules of judging.

A party is told by its IRI, its IMO number or a decision that two things are the same; or by its name alone,
which the rules make a gap. Each look-up costs as much as what it finds.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple

from kb.desk.decisions import IDENTITY_GRAPH, decisions
from kb.judge.words import (
    ALIAS,
    BY,
    BY_NAME,
    CITED,
    CONTESTED,
    FIRST,
    IMPOSES,
    LABEL,
    LAST,
    LISTED,
    NATIONAL,
    NUMBER,
    OFF_FIRST,
    OFF_LAST,
    RESTS_ON,
    SEEN,
    UNDER,
    View,
    values,
)
from kb.lists.editions import Known, known
from kb.lists.fold import folded
from kb.lists.graph import DATE, bounds, term
from kb.lists.model import Entry, Listing
from kb.lists.party import entry_iri, key_of
from kb.lists.read import entry
from kb.matching.identity import DIFFERENT, Identities
from kb.namespaces import ID, KB, PREFIXES, REFERENCE_GRAPH
from kb.report.names import compact, expand
from kb.store.base import Store
from kb.terms import Term, text
from kb.vocabulary import vocabulary

UN = f"{ID}org/un-"
STATES = f"{ID}country/"
COMMITTEES = {
    **dict.fromkeys(("1718", "dprk"), "1718"),
    **dict.fromkeys(("1737", "iran"), "1737"),
    **dict.fromkeys(("1970", "libya"), "1970"),
    **dict.fromkeys(("1591", "sudan"), "1591"),
    **dict.fromkeys(("2140", "yemen"), "2140"),
    **dict.fromkeys(("2206", "south sudan"), "2206"),
    **dict.fromkeys(("1533", "drc"), "1533"),
    **dict.fromkeys(("2745", "car"), "2745"),
    **dict.fromkeys(("2713", "somalia"), "2713"),
}
"""The committee that keeps the listings of a programme, by the words that the lists have for it."""
SHIPS = frozenset(NamedNode(KB + name) for name in ("vessel", "receivingShip"))
VISITOR = NamedNode(KB + "visitor")
DECIDED = NamedNode(KB + "decidedOf")


class Lists:
    """The lists of the United Nations in a base, as they stand while something is judged."""

    def __init__(self, store: Store) -> None:
        self.store = store
        every = [each for each in known(store) if each.authority.startswith(UN)]
        self.series: dict[str, list[Known]] = {}
        for each in every:
            self.series.setdefault(each.series, []).append(each)
        self._identities: Identities | None = None
        self._stated = cache(self._read)

    def stated(self, view: View, party: NamedNode, role: NamedNode) -> Iterator[Triple]:
        """What the lists state of a party in a role, in the terms of the rules."""
        if not self.series or party.value.startswith(STATES):
            return
        group, differing, contested = self._identity(party)
        for series, editions in self.series.items():
            for key, certain in self._keys(view, editions, group, differing).items():
                kind, triples = self._stated(series, key)
                if not certain and not _fits(kind, role):
                    continue
                for listing, found in triples:
                    name = hashlib.sha256(f"{listing} {party.value}".encode()).hexdigest()
                    node = NamedNode(f"urn:listing:{name}")
                    yield Triple(node, LISTED, party)
                    yield from (Triple(node, each, value) for each, value in found)
                    if not certain:
                        yield Triple(node, BY_NAME, party)
                    if contested:
                        yield Triple(node, CONTESTED, party)

    def parties(self, view: View, series: str) -> set[NamedNode]:
        """What of a base can be a party of a list: by IRI, IMO number, name or decision."""
        found, names = set[NamedNode](), set[str]()
        for edition in self.series[series]:
            for link in self.store.match(None, term("listedParty"), None, graph=edition.iri):
                assert isinstance(link.object, NamedNode)
                found.add(link.object)
                for number in self.store.match(link.object, NUMBER, None, graph=edition.iri):
                    found.update(_having(view, number.object))
            for key in self.store.match(None, term("nameKey"), None, graph=edition.iri):
                names.add(text(key.object))
        for which in (LABEL, ALIAS):
            for name in view.match(None, which, None):
                if isinstance(name.subject, NamedNode) and folded(text(name.object)) in names:
                    found.add(name.subject)
        for each in decisions(self.store):
            found.update(NamedNode(_iri(name)) for name in each.pair)
        return found

    def _identity(self, party: NamedNode) -> tuple[tuple[str, ...], set[str], bool]:
        """All that people hold to be the party, what they hold not to be, and whether they contradict."""
        if not any(self.store.match(None, DECIDED, party, graph=IDENTITY_GRAPH)):
            return (party.value,), set(), False
        every = [each for each in decisions(self.store) if each.stands]
        if self._identities is None:
            self._identities = Identities.of(every)
        name = compact(party.value, "")
        differing = {
            other
            for each in every
            if each.judgement == DIFFERENT and name in each.pair
            for other in each.pair - {name}
        }
        clashes = [
            clash.different.pair.union(*(each.pair for each in clash.same))
            for clash in self._identities.contradictions
        ]
        mine = set().union(*(clash for clash in clashes if name in clash))
        group = set(self._identities.group(name)) | mine
        return tuple(sorted(map(_iri, group))), set(map(_iri, differing - mine)), bool(mine)

    def _keys(
        self, view: View, editions: Sequence[Known], group: Sequence[str], differing: set[str]
    ) -> dict[str, bool]:
        """The keys of the entries of a list that are a party, or have its name; whether it is certain."""
        things = [NamedNode(each) for each in group]
        numbers = {text(number) for each in things for number in values(view, each, NUMBER)}
        names = {
            folded(text(name))
            for each in things
            for which in (LABEL, ALIAS)
            for name in values(view, each, which)
        } - {""}
        found: dict[str, bool] = {}
        for edition in editions:
            for node in self._certain(edition.iri, things, numbers):
                found[key_of(node)] = True
            for name in sorted(names):
                for node in self._called(edition.iri, name):
                    party = self._party(edition.iri, node)
                    other = party.value.partition("/ship/imo-")[2]
                    if party.value not in differing and not (other and numbers):
                        found.setdefault(key_of(node), False)
        return found

    def _certain(
        self, edition: str, things: Sequence[NamedNode], numbers: set[str]
    ) -> Iterator[str]:
        parties = set(things)
        for number in numbers:
            for link in self.store.match(None, NUMBER, Literal(number), graph=edition):
                parties.add(NamedNode(text(link.subject)))
        for party in parties:
            for link in self.store.match(None, term("listedParty"), party, graph=edition):
                yield text(link.subject)

    def _called(self, edition: str, name: str) -> Iterator[str]:
        for link in self.store.match(None, term("nameKey"), Literal(name), graph=edition):
            node, _, part = text(link.subject).rpartition("/")
            if part.startswith("n"):
                yield node

    def _party(self, edition: str, node: str) -> NamedNode:
        found = self.store.match(NamedNode(node), term("listedParty"), None, graph=edition)
        return next(t.object for t in found if isinstance(t.object, NamedNode))

    def _read(self, series: str, key: str) -> tuple[str, list[tuple[str, list["Pair"]]]]:
        """Every listing of an entry, by the newest edition that has it; and the kind of its party."""
        having: dict[object, tuple[Known, Entry, Listing]] = {}
        earliest: dict[object, Known] = {}
        kind = "unknown"
        for edition in self.series[series]:
            node = entry_iri(edition.iri, key)
            if any(self.store.match(NamedNode(node), term("listedParty"), None, graph=edition.iri)):
                made = entry(self.store, edition.iri, node)
                kind = made.kind
                for each in made.listings:
                    same = (each.programme, each.reference, each.resolutions)
                    having[same] = (edition, made, each)
                    earliest.setdefault(same, edition)
        return kind, [
            (f"{series} {key} {same}", list(self._said(*having[same], earliest[same])))
            for same in sorted(having, key=str)
        ]

    def _said(
        self, edition: Known, made: Entry, listing: Listing, earliest: Known
    ) -> Iterator["Pair"]:
        later = [each for each in self.series[edition.series] if each.order > edition.order]
        for by in _bodies(edition, listing):
            yield BY, by
        for resolution, paragraph in listing.resolutions:
            yield UNDER, NamedNode(f"{PREFIXES['resolution']}{resolution}")
            yield from ((IMPOSES, each) for each in self._measures(resolution, paragraph))
        yield from ((IMPOSES, each) for each in _worded(listing))
        first, last = bounds(listing.listed) if listing.listed else ("", earliest.date)
        yield from _days((FIRST, first), (LAST, last))
        if listing.delisted:
            yield from _days(*zip((OFF_FIRST, OFF_LAST), bounds(listing.delisted), strict=True))
        elif later:
            after = date.fromisoformat(edition.date) + timedelta(days=1)
            yield from _days((OFF_FIRST, after.isoformat()), (OFF_LAST, later[0].date))
        else:
            yield from _days((SEEN, edition.date))
        for fact in made.facts:
            if fact.kind in ("nationality", "citizenship") and fact.country:
                yield NATIONAL, NamedNode(f"{STATES}{fact.country.upper()}")
        yield RESTS_ON, NamedNode(entry_iri(edition.iri, made.key))
        since = f"since {listing.listed}" if listing.listed else "since a day that it does not give"
        told = f"{edition.series}, edition of {edition.date}, entry {made.key}, {since}"
        yield CITED, Literal(told)

    def _measures(self, resolution: str, paragraph: str) -> Iterator[NamedNode]:
        """What a paragraph imposes, by the reference data."""
        slug = "".join(each for each in paragraph.lower() if each.isalnum())
        provision = f"{PREFIXES['provision']}{resolution}-{slug}"
        if slug and provision.isascii() and resolution.isalnum():
            for link in self.store.match(
                NamedNode(provision), term("measure"), None, graph=REFERENCE_GRAPH
            ):
                if isinstance(link.object, NamedNode):
                    yield link.object


Pair = tuple[NamedNode, NamedNode | Literal]


def _days(*days: tuple[NamedNode, str]) -> Iterator[Pair]:
    return ((which, Literal(day, datatype=DATE)) for which, day in days if day)


def _bodies(edition: Known, listing: Listing) -> Iterator[NamedNode]:
    """The committee of the listing's programme; the publisher of the list where it has none."""
    number = COMMITTEES.get(folded(listing.programme))
    yield NamedNode(f"{UN}{number}-committee" if number else edition.authority)


def _worded(listing: Listing) -> Iterator[NamedNode]:
    """The measures that the list names in words which the vocabulary has."""
    names = {folded(each): iri for each, iri in vocabulary().concepts[KB + "Measure"].items()}
    for words in (*listing.measures, listing.provision):
        plain = folded(words).replace("assets", "asset")
        for name in sorted(names):
            if name == plain or (name in ("asset freeze", "travel ban") and name in plain):
                yield NamedNode(names[name])


def _fits(kind: str, role: NamedNode) -> bool:
    """Whether an entry of a kind can be what has a role, where only the name says that it is."""
    if role in SHIPS:
        return kind == "vessel"
    return kind == "person" if role == VISITOR else kind in ("person", "organization", "unknown")


def _iri(name: str) -> str:
    return expand(name, "", None, vocabulary()) or name


def _having(view: View, number: Term) -> Iterator[NamedNode]:
    """The things with an IMO number."""
    for link in view.match(None, NUMBER, number):
        if isinstance(link.subject, NamedNode):
            yield link.subject
