"""What is wrong with the entries of a list: told with its place, never mended or dropped in silence.

These are the constraints of `shapes/list*.ttl` that a stream can be held against while it is mapped:
running SHACL over a list of 20,000 entries would take hours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kb.lists.graph import bounds
from kb.lists.model import KINDS, NAME_KINDS, Audit, Entry, Identifier, Listing
from kb.lists.party import imo_number

UNIQUE = frozenset({"imo", "mmsi", "company-imo", "lei", "tail-number"})
"""Schemes of which one value is one party's only."""


class Checks:
    """Watches the entries of one edition go by."""

    def __init__(self, path: Path, audit: Audit) -> None:
        self.path = path
        self.audit = audit
        self.count = 0
        self.unlisted = 0
        self._keys: set[str] = set()
        self._ties: dict[str, str] = {}
        self._holders: dict[tuple[str, str], str] = {}

    def watched(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries, each under a key of its own and of a known kind; what is odd goes to the audit."""
        for entry in entries:
            self.count += 1
            clean = self._keyed(_without_surrogates(entry))
            for sentence in self._of(clean):
                self._odd(clean.line, f"the entry {clean.key}: {sentence}")
            yield clean
        if self.unlisted:
            self._odd(0, f"{self.unlisted} of {self.count} entries say nothing of a listing")
        for other in sorted(set(self._ties) - self._keys):
            self._odd(
                0, f"the entry {self._ties[other]}: {other}, to which it has a tie, is no entry"
            )

    @property
    def oddities(self) -> int:
        """How many oddities were met, those of the importer among them."""
        return len(self.audit.oddities) + self.audit.more

    def _odd(self, line: int, sentence: str) -> None:
        place = f"{self.path}:{line}" if line else str(self.path)
        self.audit.odd(f"{place}: {sentence}.")

    def _keyed(self, entry: Entry) -> Entry:
        key, number = entry.key, 2
        while key in self._keys:
            key, number = f"{entry.key}~{number}", number + 1
        self._keys.add(key)
        if key != entry.key:
            self._odd(entry.line, f"a second entry has the key {entry.key}; it is kept as {key}")
        if entry.kind not in KINDS:
            self._odd(entry.line, f"the entry {key}: {entry.kind!r} is no known kind of party")
            entry = replace(entry, kind="unknown")
        return replace(entry, key=key) if key != entry.key else entry

    def _of(self, entry: Entry) -> Iterator[str]:
        if not any(name.text.strip() for name in entry.names):
            yield "it has no name"
        for name in entry.names:
            if name.kind not in NAME_KINDS:
                yield f"{name.kind!r} is no known kind of name"
        for identifier in entry.identifiers:
            yield from self._identifier(entry, identifier)
        for papers in entry.identifiers:
            yield from _span("it holds", papers.issued, papers.expires)
        for fact in entry.facts:
            yield from _span("it holds", fact.since, fact.until)
        for link in entry.links:
            yield from _span("it holds", link.since, link.until)
        self.unlisted += not entry.listings
        for listing in entry.listings:
            yield from _listing(listing)
        yield from self._tied(entry)

    def _tied(self, entry: Entry) -> Iterator[str]:
        for link in entry.links:
            if link.key:
                self._ties.setdefault(link.key, entry.key)
            elif not link.name:
                yield f"its {link.kind} has neither a key nor a name"

    def _identifier(self, entry: Entry, identifier: Identifier) -> Iterator[str]:
        if not identifier.value.strip():
            yield f"its {identifier.scheme} is empty"
        if identifier.false:
            return
        if (
            identifier.scheme == "imo"
            and entry.kind == "vessel"
            and not imo_number(identifier.value)
        ):
            yield f"{identifier.value!r} is no valid IMO number; the ship is not known by it"
        if identifier.scheme in UNIQUE and identifier.value:
            place = (identifier.scheme, identifier.value.strip().upper())
            holder = self._holders.setdefault(place, entry.key)
            if holder != entry.key:
                yield f"the entry {holder} has the same {identifier.scheme}, {identifier.value}"


def _listing(listing: Listing) -> Iterator[str]:
    yield from _span("it is listed", listing.listed, listing.delisted)
    for day in listing.amended:
        if not any(bounds(day)):
            yield f"{day!r}, when it was changed, is no date"


def _span(what: str, start: str, end: str) -> Iterator[str]:
    """What is wrong with a time from and to: a date that is none, or an end before the start."""
    for day, word in ((start, "from"), (end, "until")):
        if day and not any(bounds(day)):
            yield f"{day!r}, {word} when {what}, is no date"
    first, last = bounds(start)[0], bounds(end)[1]
    if start and end and first and last and first > last:
        yield f"{what} from {start} until {end}, which ends before it starts"


def _without_surrogates(entry: Entry) -> Entry:
    """The entry, with halves of characters (which no text may hold) written out."""
    return _clean(entry) if _has_surrogate(repr(entry)) else entry  # type: ignore[return-value]


def _has_surrogate(text: str) -> bool:
    return "\\ud" in text


def _clean(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, tuple):
        return tuple(_clean(each) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        named = {name: _clean(getattr(value, name)) for name in value.__dataclass_fields__}
        return replace(value, **named)  # type: ignore[type-var]
    return value
