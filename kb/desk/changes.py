"""What changed in what the base says from one day to another by a clock, each change with its source."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass

from pyoxigraph import NamedNode

from kb.desk import breaches
from kb.desk.base import KnowledgeBase
from kb.desk.clocks import AsOf
from kb.judge.case import read_claim
from kb.judge.case_reading import Reading
from kb.lists.diff import changes as listed
from kb.lists.editions import known
from kb.namespaces import KB, REFERENCE_GRAPH
from kb.questions.formats import visible
from kb.report.names import compact
from kb.store import Store, naming
from kb.terms import text
from kb.vocabulary import vocabulary

ABOUT, STATUS, FROM, UNTIL = (
    NamedNode(KB + name) for name in ("about", "status", "inForceFrom", "inForceUntil")
)
KINDS = {
    "claim": "Claims added",
    "denial": "Denials added",
    "withdrawal": "Claims withdrawn",
    "claim gone": "Claims no longer in the base",
    "proposition": "Events and relations first told of",
    "proposition gone": "Events and relations no longer told of",
    "status": "Statuses that changed",
    "listing": "Listings",
    "provision": "Provisions that came into force or ended",
    "breach": "Potential breaches derived, changed or gone",
}
"""Each kind of change with its heading, in order."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One change: of what kind, of which thing, in words, before and after, and who says so where."""

    kind: str
    thing: str
    words: str
    before: str
    after: str
    source: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes from one view to another."""

    first: AsOf
    second: AsOf
    found: tuple[Changed, ...]


def changes(old: KnowledgeBase, new: KnowledgeBase, days: tuple[AsOf, AsOf]) -> Changes:
    """What two views of one base, of an earlier and a later day, have different."""
    first, second = old.store, new.store
    found = [
        *_propositions(first, second),
        *_claims(first, second),
        *_lists(first, second),
        *_provisions(second, days),
        *_breaches(first, second),
    ]
    order = list(KINDS)
    found.sort(key=lambda each: (order.index(each.kind), each.thing, each.words, each.after))
    return Changes(*days, tuple(found))


def _about(store: Store) -> dict[NamedNode, NamedNode]:
    """Each claim with what it is about."""
    return {
        t.subject: t.object
        for t in store.match(None, ABOUT, None)
        if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode)
    }


def _told(store: Store) -> dict[NamedNode, list[NamedNode]]:
    """Each proposition with the claims about it."""
    found: dict[NamedNode, list[NamedNode]] = {}
    for claim, proposition in _about(store).items():
        found.setdefault(proposition, []).append(claim)
    return found


def _status(store: Store, proposition: NamedNode) -> str:
    found = (naming.local(text(t.object)) for t in store.match(proposition, STATUS, None))
    return next(found, "")


def _propositions(first: Store, second: Store) -> Iterator[Changed]:
    told = [_told(store) for store in (first, second)]
    old, new = (each.keys() for each in told)
    for each in old | new:
        before, after = _status(first, each), _status(second, each)
        if before == after:
            continue
        kind = (
            "status" if each in old & new else "proposition" if each in new else "proposition gone"
        )
        store = second if each in new else first
        reports = {_source(store, claim) for claim in told[each in new][each]}
        words = naming.name(store, each)
        yield Changed(
            kind, compact(each.value, ""), words, before, after, ", ".join(sorted(reports))
        )


def _source(store: Store, claim: NamedNode) -> str:
    found = store.match(claim, NamedNode(KB + "inReport"), None)
    return next((compact(text(t.object), "") for t in found), "")


def _claims(first: Store, second: Store) -> Iterator[Changed]:
    old, new = _about(first).keys(), _about(second).keys()
    for claim in old - new:
        yield _claim("claim gone", first, claim)
    for claim in new - old:
        made = _claim("claim", second, claim)
        denies = made.after == "denies"
        yield _claim("denial", second, claim) if denies else made
        for link in second.match(claim, NamedNode(KB + "withdraws"), None):
            withdrawn = compact(text(link.object), "")
            yield Changed("withdrawal", withdrawn, made.words, "stood", "withdrawn", made.source)


def _claim(kind: str, store: Store, claim: NamedNode) -> Changed:
    made = Reading(store, vocabulary()).kept(claim, read_claim)
    quotes = " … ".join(f"“{each.text}”" for each in made.quotes)
    label = naming.name(store, claim)
    stance = made.stance.rpartition("/")[2]
    before, after = ("", stance) if kind != "claim gone" else (stance, "")
    source = f"{made.claimant.name}, {_source(store, claim)} {quotes}".strip()
    return Changed(kind, compact(claim.value, ""), label, before, after, source)


def _lists(first: Store, second: Store) -> Iterator[Changed]:
    newest = {each.series: each for each in known(second)}
    before = {each.series: each for each in known(first)}
    for series, edition in sorted(newest.items()):
        earlier = before.get(series)
        source = compact(edition.iri, "")
        if earlier is None:
            words = f"list {series}: its first edition, {edition.count} entries"
            yield Changed("listing", source, words, "", edition.date, source)
        elif earlier.iri != edition.iri:
            for each in listed(second, series, earlier.iri, edition.iri):
                words = f"{each.name} ({series} {each.key}) {each.kind} {each.part}".strip()
                party = compact(each.party, "")
                yield Changed("listing", party, words, each.before, each.after, source)


def _provisions(store: Store, days: tuple[AsOf, AsOf]) -> Iterator[Changed]:
    low, high = (each.day.isoformat() for each in days)
    for which, words in ((FROM, "came into force"), (UNTIL, "ended after")):
        for triple in store.match(None, which, None, graph=REFERENCE_GRAPH):
            day, node = text(triple.object), triple.subject
            passed = low < day <= high if which == FROM else low <= day < high
            if passed and isinstance(node, NamedNode):
                name, iri = naming.name(store, node), compact(node.value, "")
                yield Changed("provision", iri, f"{name} {words} {day}", "", day, iri)


def _breaches(first: Store, second: Store) -> Iterator[Changed]:
    wanted = breaches.Wanted()
    old, new = (
        {(row.proposition, row.provision): row for row in breaches.rows(store, wanted)}
        for store in (first, second)
    )
    for key in sorted(old.keys() | new.keys()):
        before = old[key].verdict if key in old else ""
        after = new[key].verdict if key in new else ""
        row = new.get(key) or old[key]
        if before != after:
            words = f"{row.event} ({row.status}): {row.provision_name}"
            yield Changed("breach", key[0], words, before, after, "; ".join(row.claims))


def as_text(found: Changes, mark: str = "") -> str:
    """The changes by kind; an added mark makes headings of Markdown."""
    first, second = found.first, found.second
    title = f"{first.words}, and {second.words[0].lower()}{second.words[1:]}"
    lines = [f"{mark}{title}: {len(found.found)} changes"]
    for kind, heading in KINDS.items():
        some = [each for each in found.found if each.kind == kind]
        if some:
            lines += ["", f"{mark and '#'}{mark}{heading}", *([""] if mark else [])]
            lines += [visible(_line(each)) for each in some]
    return "\n".join(lines) + "\n"


def _line(each: Changed) -> str:
    turned = f" [{each.before or 'none'} → {each.after or 'none'}]"
    source = f" — {each.source}" if each.source else ""
    return f"- {each.words or each.thing} <{each.thing}>{turned}{source}"


def as_markdown(found: Changes) -> str:
    """The changes as Markdown."""
    made = as_text(found, "# ")
    return "".join(f"{_plain(line)}\n" for line in made.splitlines())


def _plain(line: str) -> str:
    """A line in which nothing but the headings and the list is markup."""
    start = line[:2] if line.startswith("- ") else ""
    rest = line.removeprefix(start)
    if line.startswith("#"):
        return line
    return start + "".join(f"\\{c}" if c in "\\`*_[]<>#|!" else c for c in rest)


def as_json(found: Changes) -> str:
    """One object: both views and the changes."""
    views = {
        name: {"day": each.day.isoformat(), "clock": each.clock}
        for name, each in (("from", found.first), ("to", found.second))
    }
    made = {**views, "changes": [asdict(each) for each in found.found]}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Changes], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
"""Every format of what changed in the base."""
