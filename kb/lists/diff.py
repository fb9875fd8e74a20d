"""What changed between two editions of a list: entries that came, went, or say something else."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kb.lists.model import Entry, Fact, Identifier, Link, Listing, Name
from kb.lists.party import entry_iri, party_iri
from kb.lists.read import digests, entry
from kb.store.base import Store

Said = tuple[str, str]
"""A part of an entry ("name", "flag", "listed") and what it says there."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: an entry was added or removed, or one part of it says something else than before."""

    kind: str
    key: str
    name: str
    party: str
    part: str = ""
    before: str = ""
    after: str = ""


def changes(store: Store, series: str, old: str, new: str) -> Iterator[Change]:
    """The changes from one edition (its IRI) to another of the same list, by the keys of the entries."""
    earlier, later = digests(store, old), digests(store, new)
    for key in sorted(earlier.keys() | later.keys()):
        if earlier.get(key) == later.get(key):
            continue
        before = entry(store, old, entry_iri(old, key)) if key in earlier else None
        after = entry(store, new, entry_iri(new, key)) if key in later else None
        either = after or before
        if either is None:
            continue
        name = either.names[0].text if either.names else ""
        party = party_iri(series, either)
        if before is None or after is None:
            kind = "added" if before is None else "removed"
            listed = "; ".join(_since(each) for each in either.listings)
            yield Change(
                kind, key, name, party, "", *(("", listed) if before is None else (listed, ""))
            )
            continue
        for part, gone, come in _differences(before, after):
            yield Change("changed", key, name, party, part, gone, come)


def _since(listing: Listing) -> str:
    return ", ".join(
        filter(
            None,
            (
                listing.programme,
                listing.listed and f"listed {listing.listed}",
                listing.delisted and f"delisted {listing.delisted}",
            ),
        )
    )


def _differences(before: Entry, after: Entry) -> Iterator[tuple[str, str, str]]:
    """Each part with what went and what came; a single thing that took the place of another is one line."""
    old, new = Counter(_said(before)), Counter(_said(after))
    gone: dict[str, list[str]] = defaultdict(list)
    come: dict[str, list[str]] = defaultdict(list)
    for part, text in (old - new).elements():
        gone[part].append(text)
    for part, text in (new - old).elements():
        come[part].append(text)
    for part in sorted(gone.keys() | come.keys()):
        went, came = sorted(gone[part]), sorted(come[part])
        if len(went) == len(came) == 1:
            yield part, went[0], came[0]
            continue
        yield from ((part, text, "") for text in went)
        yield from ((part, "", text) for text in came)


def _said(entry: Entry) -> Iterator[Said]:
    """All that an entry says, each piece as a part and a text."""
    yield "kind", entry.kind
    yield from (_name(each) for each in entry.names)
    yield from (_identifier(each) for each in entry.identifiers)
    yield from (_fact(each) for each in entry.facts)
    yield from (_tie(each) for each in entry.links)
    for listing in entry.listings:
        yield from _listing(listing)


def _with(text: str, *more: str) -> str:
    told = ", ".join(filter(None, more))
    return f"{text} ({told})" if told else text


def _name(name: Name) -> Said:
    part = "name" if name.kind == "primary" else f"{name.kind} name"
    return part, _with(name.text, name.script, name.language, name.note)


def _identifier(each: Identifier) -> Said:
    part = f"false {each.scheme}" if each.false else each.scheme
    label = each.label if each.scheme == "other" else ""
    times = _times(each.issued, each.expires)
    return part, _with(each.value, label, each.country, times, each.note)


def _fact(fact: Fact) -> Said:
    label = fact.label if fact.kind == "other" else ""
    return fact.kind, _with(fact.value, label, _times(fact.since, fact.until), fact.note)


def _tie(link: Link) -> Said:
    label = link.label if link.kind in ("other", "linked-to") else ""
    return link.kind, _with(link.name or link.key, label, _times(link.since, link.until), link.note)


def _times(since: str, until: str) -> str:
    return f"{since or '..'}/{until or '..'}" if since or until else ""


def _listing(listing: Listing) -> Iterator[Said]:
    under = listing.programme or listing.reference
    for part, value in (
        ("programme", listing.programme),
        ("listed", listing.listed),
        ("delisted", listing.delisted),
        ("provision", listing.provision),
        ("reason", listing.reason),
        ("reference", listing.reference),
    ):
        if value:
            yield part, _with(value, under if part in ("listed", "delisted") else "")
    yield from (("measure", each) for each in listing.measures)
    yield from (("amended", each) for each in listing.amended)
    for resolution, paragraph in listing.resolutions:
        yield "resolution", f"{resolution}, paragraph {paragraph}" if paragraph else resolution
