"""What editions of lists state around a party: its listings on a day, its ties, its flags."""

from collections.abc import Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode

from kb.judge.exposure import Edge, End, Said
from kb.lists.editions import Known, known
from kb.lists.fold import folded
from kb.lists.graph import bounds, term
from kb.lists.model import Entry, Link, Listing
from kb.lists.party import entry_iri, party_iri
from kb.lists.read import entry
from kb.lists.standing import Standing
from kb.namespaces import PREFIXES
from kb.report.names import compact
from kb.store import naming
from kb.store.base import Store
from kb.terms import text

STATED = "stated by a list"
HUB = 300
"""How many entries of one edition are followed that name one party."""
OWN, RUN, TIED = "ownership", "management", "association"
INWARD = {
    "owner": (OWN, "owns"),
    "parent": (OWN, "is the parent of"),
    "former-owner": ("former ownership", "owned formerly"),
    "manager": (RUN, "manages"),
    "operator": (RUN, "operates"),
    "former-operator": ("former management", "operated formerly"),
    "leader": (RUN, "leads"),
    "charterer": ("charter", "charters"),
}
"""Ties of which the other party is the one that acts."""
LOOSE = {
    "family": "is family of",
    "associate": "is an associate of",
    "linked-to": "is linked to",
}
FLAGS = {
    "flag": "flies the flag of",
    "former-flag": "flew formerly the flag of",
    "believed-flag": "is believed to fly the flag of",
    "false-flag": "shows falsely the flag of",
}
BY_NAME = "told by name alone, which proves nothing"


class Listed:
    """The lists of a base as they answer for a day (None: by the newest editions)."""

    def __init__(self, store: Store, day: date | None = None) -> None:
        self.store = store
        self.day = day or date.max
        every = known(store)
        today = self.day.isoformat()
        self.editions = [
            each
            for each in every
            if (not each.start or each.start <= today) and (not each.end or today < each.end)
        ]
        self.after = {
            each.series: next(
                (x for x in every if x.series == each.series and each.end and x.start == each.end),
                None,
            )
            for each in self.editions
        }
        self.crowded: set[str] = set()
        self._entries: dict[str, Entry] = {}
        self._authorities: dict[str, str] = {}

    def entries(self, party: str) -> Iterator[tuple[Known, str, Entry]]:
        """The entries of a party in the editions of the day."""
        for edition in self.editions:
            for node in self._of(party, edition):
                yield edition, node, self.entry(edition, node)

    def _of(self, party: str, edition: Known) -> list[str]:
        found = self.store.match(None, term("listedParty"), NamedNode(party), graph=edition.iri)
        return sorted(text(each.subject) for each in found)

    def entry(self, edition: Known, node: str) -> Entry:
        """The entry with an IRI, read once."""
        if node not in self._entries:
            self._entries[node] = entry(self.store, edition.iri, node)
        return self._entries[node]

    def has(self, edition: Known, node: str) -> bool:
        """Whether an edition has an entry."""
        return any(self.store.match(NamedNode(node), term("listedParty"), None, graph=edition.iri))

    def said(self, edition: Known) -> Said:
        """The word of a list: its authority, in an edition."""
        if edition.authority not in self._authorities:
            name = naming.name(self.store, NamedNode(edition.authority))
            self._authorities[edition.authority] = name
        who = f"{self._authorities[edition.authority]}, list {edition.series}"
        name = compact(edition.iri, "")
        return Said(who, "states", name, name, edition.date)

    def ends(self, party: str) -> list[End]:
        """The listings of a party that hold on the day."""
        found: dict[tuple[str, str], End] = {}
        for edition, _, made in self.entries(party):
            for listing in made.listings:
                if self._holds(edition, listing) and not self._ended(edition, made, listing):
                    end = self._end(edition, party, made, listing)
                    found[end.list, end.words] = end
        for edition in self.editions:
            later = self.after.get(edition.series)
            for node in self._of(party, later) if later else ():
                assert later is not None
                for end in self._already(edition, later, party, self.entry(later, node)):
                    found.setdefault((end.list, end.words), end)
        return [found[each] for each in sorted(found)]

    def _holds(self, edition: Known, listing: Listing) -> bool:
        today = self.day.isoformat()
        since = bounds(listing.listed)[0] if listing.listed else ""
        until = bounds(listing.delisted)[1] if listing.delisted else ""
        return (since or edition.date) <= today and (not until or until > today)

    def _ended(self, edition: Known, made: Entry, listing: Listing) -> bool:
        """Whether the edition after the day's says that a listing had ended by the day."""
        later = self.after.get(edition.series)
        node = entry_iri(later.iri, made.key) if later else ""
        if later is None or not self.has(later, node):
            return False
        return any(
            _same(each, listing)
            and each.provision == listing.provision
            and each.delisted
            and (bounds(each.delisted)[1] or "9999") <= self.day.isoformat()
            for each in self.entry(later, node).listings
        )

    def _already(self, edition: Known, later: Known, party: str, made: Entry) -> Iterator[End]:
        """Listings that only the next edition has, and that it says began by the day."""
        node = entry_iri(edition.iri, made.key)
        before = self.entry(edition, node).listings if self.has(edition, node) else ()
        for listing in made.listings:
            new = not any(_same(each, listing) for each in before)
            if new and bounds(listing.listed)[0] and self._holds(later, listing):
                yield self._end(later, party, made, listing)

    def _end(self, edition: Known, party: str, made: Entry, listing: Listing) -> End:
        standing = Standing(edition.series, edition.authority, party, made, True, "", (edition,))
        reference = listing.reference or made.key
        words = f"by {edition.series} as {standing.name} [{reference}]: {standing.words(listing)}"
        said = (self.said(edition),)
        return End("listed", words, "listed", said, edition.series, compact(edition.iri, ""))

    def edges(self, party: str) -> list[Edge]:
        """The ties and flags that lists state of a party, in its own entries or in those of others."""
        found: set[Edge] = set()
        for edition, node, made in self.entries(party):
            found.update(self._edges(edition, made))
            for other in self._naming(edition, node, made):
                found.update(self._edges(edition, self.entry(edition, other)))
        return sorted(
            (each for each in found if party in (each.source, each.target)),
            key=lambda each: each.order,
        )

    def _naming(self, edition: Known, node: str, made: Entry) -> list[str]:
        """The entries of an edition whose ties lead to one, by key or by name."""
        keyed = self.store.match(None, term("otherEntry"), NamedNode(node), graph=edition.iri)
        ties = {text(each.subject) for each in keyed}
        for key in sorted({folded(each.text) for each in made.names} - {""}):
            named = self.store.match(None, term("nameKey"), Literal(key), graph=edition.iri)
            ties |= {text(each.subject) for each in named}
        found = sorted({tie.rpartition("/")[0] for tie in ties} - {node})
        if len(found) > HUB:
            self.crowded.add(party_iri(edition.series, made))
        return found[:HUB]

    def _edges(self, edition: Known, made: Entry) -> Iterator[Edge]:
        party, said = party_iri(edition.series, made), (self.said(edition),)
        place = compact(edition.iri, "")
        for link in made.links:
            other, note = self._other(edition, link)
            if other and other != party:
                kind, source, words, target = _read(link, party, other)
                yield Edge(
                    kind, source, target, words, STATED, said, place, _time(link.since, link.until),
                    (), _day(link.since), _last(link.until),
                    "; ".join(filter(None, (note, link.note))),
                )  # fmt: skip
        for fact in made.facts:
            if fact.kind in FLAGS and fact.country:
                state = PREFIXES["country"] + fact.country.upper()
                time = _time(fact.since, fact.until)
                yield Edge("flag", party, state, FLAGS[fact.kind], STATED, said, place, time)

    def _other(self, edition: Known, link: Link) -> tuple[str, str]:
        """The party of the other end of a tie, and how it was told; "" where that is nobody on the list."""
        if link.key:
            node = NamedNode(entry_iri(edition.iri, link.key))
            found = self.store.match(node, term("listedParty"), None, graph=edition.iri)
            return next((text(each.object) for each in found), ""), ""
        named = self.store.match(
            None, term("nameKey"), Literal(folded(link.name)), graph=edition.iri
        )
        nodes = {text(each.subject) for each in named}
        entries = {e.rpartition("/")[0] for e in nodes if e.rpartition("/")[2].startswith("n")}
        if len(entries) != 1:
            return "", ""
        found = self.store.match(
            NamedNode(entries.pop()), term("listedParty"), None, graph=edition.iri
        )
        return next((text(each.object) for each in found), ""), BY_NAME


def _same(one: Listing, other: Listing) -> bool:
    """Whether two editions speak of one listing."""
    return (one.programme, one.reference) == (other.programme, other.reference)


def _read(link: Link, party: str, other: str) -> tuple[str, str, str, str]:
    """A tie as kind, source, words, target: "`name` is the `kind` of this entry" the right way round."""
    if link.kind in INWARD:
        kind, words = INWARD[link.kind]
        return kind, other, words, party
    if link.kind == "subsidiary":
        return OWN, party, "is the parent of", other
    words = LOOSE.get(link.kind) or f"is tied ({link.label or link.kind}) to"
    return TIED, party, words, other


def _time(since: str, until: str) -> str:
    return f"{since or '..'}/{until or '..'}" if since or until else ""


def _day(since: str) -> date | None:
    first = bounds(since)[0] if since else ""
    return date.fromisoformat(first) if first else None


def _last(until: str) -> date | None:
    last = bounds(until)[1] if until else ""
    return date.fromisoformat(last) if last else None
