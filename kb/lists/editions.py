"""Editions of lists in a store: each in a graph of its own, with a node that tells what it is.

The node stands in the open graph of lists, and is written last: an edition without it does not exist.
Between them, the editions of a list answer for all days: each from its own day until that of the next,
the earliest also for the days before it, by the dates of listing that it gives.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kb.errors import BadInput, Refused
from kb.lists.checks import Checks
from kb.lists.graph import DATE, INTEGER, LABEL, TYPE, Writer, term
from kb.lists.model import Audit, Entry, Importer, Profile
from kb.namespaces import ID, KB, LISTS_GRAPH, PREFIXES
from kb.store import Store
from kb.store.base import LIST_GRAPHS
from kb.terms import text
from kb.when import BadDate, parse

LOADED = NamedNode(KB + "LoadedEdition")
BLOCK = 1024 * 1024
STEP = 500
"""How many entries are read between two calls of a progress bar."""
AUTHORITIES = {
    "eu": "European Union",
    "ofac": "Office of Foreign Assets Control",
    "ofsi": "Office of Financial Sanctions Implementation",
    "opensanctions": "OpenSanctions",
    "un-1718-committee": "Security Council Committee established pursuant to resolution 1718",
    "un-security-council": "United Nations Security Council",
}
"""Names of authorities that the reference data may not have."""


@dataclass(frozen=True, slots=True)
class Known:
    """An edition that is in a store; `start` and `end` bound the days for which it answers ("": open)."""

    iri: str
    series: str
    title: str
    authority: str
    date: str
    sha256: str
    count: int
    oddities: int
    unread: int
    form: str
    licence: str
    start: str = ""
    end: str = ""

    @property
    def order(self) -> tuple[str, int]:
        """Where it stands among the editions of its list: by its day, then as they were loaded."""
        tail = self.iri.rpartition("/")[2].partition("+")[2]
        return self.date, int(tail or 1)


def known(store: Store, series: str = "") -> list[Known]:
    """The editions in a store, of one list or of all, by list and day."""
    nodes = sorted({text(t.subject) for t in store.match(None, TYPE, LOADED, graph=LISTS_GRAPH)})
    found = [_known(store, node) for node in nodes]
    chosen = [each for each in found if series in ("", each.series)]
    return sorted(chosen, key=lambda each: (each.series, each.order))


def _known(store: Store, node: str) -> Known:
    facts = {
        t.predicate: text(t.object)
        for t in store.match(NamedNode(node), None, None, graph=LISTS_GRAPH)
    }

    def one(name: str) -> str:
        return facts.get(term(name), "")

    return Known(
        iri=node,
        series=one("seriesName"),
        title=facts.get(LABEL, ""),
        authority=one("authority"),
        date=one("editionDate"),
        sha256=one("fileSha256"),
        count=int(one("entryCount")),
        oddities=int(one("oddityCount")),
        unread=int(one("unreadCount")),
        form=one("fileFormat"),
        licence=one("licenceText"),
        start=one("answersFrom"),
        end=one("answersUntil"),
    )


def sha256(paths: Sequence[Path]) -> str:
    """The SHA-256 of the bytes of files, in hexadecimal; raises `BadInput` if one cannot be read."""
    found = hashlib.sha256()
    for path in paths:
        try:
            with path.open("rb") as file:
                while block := file.read(BLOCK):
                    found.update(block)
        except OSError as error:
            raise BadInput(f"{path}: cannot be read ({error.strerror}).") from error
    return found.hexdigest()


def day_of(given: str, said: str, path: Path) -> str:
    """The day of an edition: the one given, else the one that the file says of itself."""
    try:
        found = parse(given or said) if given or said else None
    except BadDate as error:
        raise BadInput(f"{path}: the day of the edition: {error}") from None
    if found is None or found.earliest is None or found.earliest != found.latest:
        raise BadInput(
            f"{path}: does not say of which day it is. Say it with --date, as in --date 2018-10-29."
        )
    return found.earliest.isoformat()


def name_of(series: str, day: str, others: Sequence[Known]) -> str:
    """The IRI of a new edition: by list and day, numbered where the list has one of that day already."""
    same = sum(each.date == day for each in others)
    return f"{LIST_GRAPHS}{series}/{day}" + (f"+{same + 1}" if same else "")


def stage(
    store: Store,
    source: tuple[Importer, Path],
    iri: str,
    audit: Audit,
    tell: Callable[[int], None],
) -> Checks:
    """Writes all entries of a file to the graph of an edition, which nothing points at yet.

    Raises what the importer raises, and then leaves nothing of it.
    """
    importer, path = source
    checks = Checks(path, audit)
    writer = Writer(importer.profile.name, iri)
    store.drop(iri)
    try:
        store.pour(iri, _quads(writer, checks.watched(importer.entries(path, audit)), tell))
    except BaseException:
        store.drop(iri)
        raise
    return checks


def _quads(writer: Writer, entries: Iterator[Entry], tell: Callable[[int], None]) -> Iterator[Quad]:
    for number, entry in enumerate(entries, 1):
        yield from writer.quads(entry)
        if number % STEP == 0:
            tell(number)


def refuse_a_part(
    source: tuple[Importer, Path],
    counts: tuple[int, int | None],
    others: Sequence[Known],
    *,
    accept: bool,
) -> None:
    """Raises `Refused` for what cannot be a whole edition of a list.

    `counts` are how many entries were read, and how many the file says that it has.
    """
    profile, file = source[0].profile, source[1]
    count, declared = counts
    if count == 0:
        raise Refused(f"{file}: has no entries. Fetch it again from its publisher.")
    if accept:
        return
    hint = "If the list really is so, load it with --accept-shrink."
    if declared is not None and declared != count:
        raise Refused(f"{file}: says that it has {declared} entries; {count} were read. {hint}")
    last = others[-1] if others else None
    if last is not None and count * 2 < last.count:
        raise Refused(
            f"{file}: has {count} entries; the edition of {last.date} has {last.count}, more than twice "
            f"as many. It may be cut off: fetch it again. {hint}"
        )
    if not profile.fewest <= count <= profile.most:
        raise Refused(
            f"{file}: has {count} entries; a whole edition has {profile.fewest} to {profile.most}. {hint}"
        )


def described(edition: Known, profile: Profile, *, introduce: bool) -> list[Triple]:
    """What the open graph of lists says of an edition, but for the days that it answers for.

    Its authority is introduced where the base does not know it.
    """
    node = NamedNode(edition.iri)
    prefix, _, local = profile.authority.partition(":")
    authority = NamedNode(f"{PREFIXES[prefix]}{local}")
    label = AUTHORITIES.get(local, local.replace("-", " "))
    kind = "State" if prefix == "country" else "Organization"
    texts = (
        ("seriesName", edition.series),
        ("fileSha256", edition.sha256),
        ("fileFormat", edition.form),
        ("licenceText", edition.licence),
    )
    counts = (
        ("entryCount", edition.count),
        ("oddityCount", edition.oddities),
        ("unreadCount", edition.unread),
    )
    return [
        Triple(node, TYPE, LOADED),
        Triple(node, LABEL, Literal(edition.title)),
        Triple(node, term("authority"), authority),
        *((Triple(authority, TYPE, NamedNode(KB + kind)),) if introduce else ()),
        *((Triple(authority, LABEL, Literal(label)),) if introduce else ()),
        Triple(node, term("editionDate"), Literal(edition.date, datatype=DATE)),
        *(Triple(node, term(name), Literal(value)) for name, value in texts),
        *(
            Triple(node, term(name), Literal(str(value), datatype=INTEGER))
            for name, value in counts
        ),
    ]


def answering(editions: Sequence[Known]) -> list[Triple]:
    """For which days each edition of a list answers."""
    ordered = sorted(editions, key=lambda each: each.order)
    found = []
    for earlier, later in pairwise(ordered):
        day = Literal(later.date, datatype=DATE)
        found.append(Triple(NamedNode(earlier.iri), term("answersUntil"), day))
        found.append(Triple(NamedNode(later.iri), term("answersFrom"), day))
    return found


def new(profile: Profile, iri: str, day: str, digest: str, title: str) -> Known:
    """An edition that is about to be read, its counts not known yet."""
    return Known(
        iri=iri,
        series=profile.name,
        title=f"{title or profile.title}, {day}",
        authority=f"{ID}{profile.authority.replace(':', '/')}",
        date=day,
        sha256=digest,
        count=0,
        oddities=0,
        unread=0,
        form=profile.format_version,
        licence=profile.licence,
    )


def counted(edition: Known, checks: Checks) -> Known:
    """The edition with what was counted while it was read."""
    unread = sum(checks.audit.unread.values())
    return replace(edition, count=checks.count, oddities=checks.oddities, unread=unread)
