"""Matching against the base: its parties, from reports and lists, and the index of them beside the store."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kb.desk import log
from kb.desk.identity import IDENTITY_GRAPH
from kb.errors import StoreError
from kb.lists import editions
from kb.lists.model import Entry
from kb.lists.party import party_iri
from kb.lists.read import entries
from kb.matching.index import Index
from kb.matching.model import Flag, Name, Party
from kb.namespaces import KB, LOG_GRAPH, PREFIXES, RDF, RDFS
from kb.report.names import compact
from kb.store import MEMORY, Store
from kb.terms import text
from kb.vocabulary import vocabulary

FORMAT = "2"
"""The layout of the index; another one is made anew."""
CLASSES = (
    ("Ship", "vessel"),
    ("Aircraft", "aircraft"),
    ("Person", "person"),
    ("Organization", "organization"),
    ("Group", "organization"),
)
TYPE, LABEL = NamedNode(RDF + "type"), NamedNode(RDFS + "label")
ALT = NamedNode(PREFIXES["skos"] + "altLabel")
NAMES = {"primary": "primary", "alias": "alias", "former": "former", "weak": "weak"}
FLAG_FACTS = frozenset(("flag", "former-flag", "believed-flag"))
COUNTRY_FACTS = frozenset(("nationality", "citizenship", "country"))
OWNERS = frozenset(("owner", "former-owner"))
Value = str | int | float | None


def stamp(store: Store) -> str:
    """What changes whenever the base does: the newest entry of the log, found without reading the others."""
    number = log.next_number(store) - 1
    while number and _is_decision(store, _entry(number)):
        number -= 1
    facts = sorted(str(t) for t in store.match(_entry(number), None, None, graph=LOG_GRAPH))
    return f"{FORMAT} {number} {' '.join(facts)}"


def _entry(number: int) -> NamedNode:
    return NamedNode(f"{LOG_GRAPH}/entry/{number:09d}")


def _is_decision(store: Store, entry: NamedNode) -> bool:
    """Whether an entry of the log is of a decision about identity, which changes no party."""
    about = store.match(entry, NamedNode(KB + "recordedGraph"), None, graph=LOG_GRAPH)
    return any(text(t.object).startswith(f"{IDENTITY_GRAPH}/") for t in about)


def index_of(store: Store, tell: Callable[[str], None] = lambda _: None) -> Index:
    """The index of the base's parties: the one beside the store if it is of today, else a new one."""
    if store.location == MEMORY:
        return Index.build(parties(store))
    path, present = Path(store.location) / "names.sqlite", stamp(store)
    if path.exists():
        try:
            index = Index(path)
            if index.about("stamp") == present:
                return index
            index.close()
        except StoreError:
            pass  # made anew below
    tell("The index of names is made anew, as the base has changed.")
    if not os.access(store.location, os.W_OK):
        return Index.build(parties(store))
    return Index.build(parties(store), path, present)


def parties(store: Store) -> Iterator[Party]:
    """Every ship, aircraft, person and organisation of the base; one of two sources comes twice.

    First what reports and reference data describe, then the entries of the newest edition of each list.
    """
    yield from described(store)
    newest = {each.series: each for each in editions.known(store)}
    for edition in newest.values():
        for entry in entries(store, edition.iri):
            yield listed(entry, edition.series)


def described(store: Store, *, without: str | None = None) -> Iterator[Party]:
    """The parties that reports and reference data describe and name, in the order of their IRIs.

    `without` leaves out those that only that graph describes.
    """
    words = vocabulary()
    kinds: dict[str, str] = {}
    for name, kind in CLASSES:
        for each in {KB + name} | set(words.descendants(KB + name)):
            for found in store.match(None, TYPE, NamedNode(each), without=without):
                kinds.setdefault(text(found.subject), kind)
    claimed = _claimed_names(store)
    flags = _claimed_flags(store)
    for iri, kind in sorted(kinds.items()):
        party = _described(store, NamedNode(iri), kind, claimed.get(iri, ()), flags.get(iri, ()))
        if party.names or party.imo or party.mmsi:
            yield party


def _described(
    store: Store, node: NamedNode, kind: str, claimed: tuple[Name, ...], flags: tuple[Flag, ...]
) -> Party:
    facts: dict[str, list[str]] = {}
    names: dict[str, Name] = {}
    for triple in store.match(node, None, None):
        value = text(triple.object)
        if triple.predicate in (LABEL, ALT) and isinstance(triple.object, Literal):
            first = triple.predicate == LABEL
            names[value] = Name(value, "primary" if first else "alias")
        facts.setdefault(triple.predicate.value.removeprefix(KB), []).append(value)

    def every(name: str) -> tuple[str, ...]:
        return tuple(sorted(facts.get(name, ())))

    return Party(
        key=compact(node.value, ""),
        kind=kind,
        names=(*sorted(names.values(), key=lambda n: (n.kind != "primary", n.text)), *claimed),
        imo=every("imoNumber"),
        mmsi=every("mmsi"),
        call_signs=every("callSign"),
        identifiers=(
            *(("lei", value) for value in every("lei")),
            *(("company-imo", value) for value in every("imoCompanyNumber")),
            *(("tail-number", value) for value in every("tailNumber")),
        ),
        flags=flags,
        ship_type=" ".join(every("shipType")),
        tonnage=_number(every("grossTonnage")),
        deadweight=_number(every("deadweight")),
        built=_year(every("built")),
        countries=tuple(iri.rpartition("/")[2].lower() for iri in every("state")),
    )


def _claimed_names(store: Store) -> dict[str, tuple[Name, ...]]:
    """Names by which a thing is said to go, or to have gone: reports claim them, the thing has not them."""
    found: dict[str, set[Name]] = {}
    for kind, thing, name in (
        ("Alias", "entity", "otherName"),
        ("Renaming", "vessel", "formerName"),
        ("Renaming", "vessel", "newName"),
    ):
        for event in store.match(None, TYPE, NamedNode(KB + kind)):
            subject = event.subject
            if not isinstance(subject, NamedNode):
                continue
            things = [t.object for t in store.match(subject, NamedNode(KB + thing), None)]
            said = [text(t.object) for t in store.match(subject, NamedNode(KB + name), None)]
            for each in things:
                found.setdefault(text(each), set()).update(Name(n, "claimed") for n in said)
    return {iri: tuple(sorted(names, key=lambda n: n.text)) for iri, names in found.items()}


def _claimed_flags(store: Store) -> dict[str, tuple[Flag, ...]]:
    """Flags that ships are said to have flown: they only move a score, and are no fact."""
    found: dict[str, set[str]] = {}
    for event in store.match(None, TYPE, NamedNode(KB + "FlagRegistration")):
        subject = event.subject
        if isinstance(subject, NamedNode):
            ships = [text(t.object) for t in store.match(subject, NamedNode(KB + "vessel"), None)]
            states = store.match(subject, NamedNode(KB + "flagState"), None)
            codes = {text(t.object).rpartition("/")[2].lower() for t in states}
            for ship in ships:
                found.setdefault(ship, set()).update(code for code in codes if len(code) == 2)
    return {iri: tuple(Flag(code) for code in sorted(codes)) for iri, codes in found.items()}


def listed(entry: Entry, series: str) -> Party:
    """The party of an entry of a list; identifiers that the list calls false are left out."""
    own = [each for each in entry.identifiers if not each.false]
    facts = entry.facts

    def numbers(scheme: str) -> tuple[str, ...]:
        return tuple(each.value for each in own if each.scheme == scheme)

    def values(kind: str) -> tuple[str, ...]:
        return tuple(fact.value for fact in facts if fact.kind == kind)

    return Party(
        key=compact(party_iri(series, entry), ""),
        kind=entry.kind,
        names=tuple(Name(n.text, NAMES.get(n.kind, "alias")) for n in entry.names),
        imo=numbers("imo"),
        mmsi=numbers("mmsi"),
        call_signs=numbers("call-sign"),
        identifiers=tuple(
            (i.scheme, i.value)
            for i in own
            if i.scheme not in ("imo", "mmsi", "call-sign", "other")
        ),
        flags=tuple(
            Flag(f.country, f.since, f.until) for f in facts if f.kind in FLAG_FACTS and f.country
        ),
        ship_type=" ".join(values("type")),
        tonnage=_number(values("gross-tonnage")),
        deadweight=_number(values("deadweight")),
        built=_year(values("build-year")),
        births=values("birth-date"),
        countries=tuple(
            dict.fromkeys(f.country for f in facts if f.kind in COUNTRY_FACTS and f.country)
        ),
        owners=tuple(link.name for link in entry.links if link.kind in OWNERS and link.name),
    )


def _number(values: tuple[str, ...]) -> float | None:
    """The one number among values; None where there is none, or where they differ."""
    found = set()
    for value in values:
        try:
            found.add(float(value.replace(",", "").split()[0]))
        except (ValueError, IndexError):
            continue
    return found.pop() if len(found) == 1 else None


def _year(values: tuple[str, ...]) -> int | None:
    found = {value[:4] for value in values if value[:4].isdigit()}
    return int(found.pop()) if len(found) == 1 else None


def state_code(store: Store) -> Callable[[str], str]:
    """Gives the lower-case ISO code of a state by its code or any of its names; "" for what is none."""
    codes: dict[str, str] = {}
    for found in store.match(None, TYPE, NamedNode(KB + "State")):
        subject = found.subject
        if not isinstance(subject, NamedNode):
            continue
        code = subject.value.rpartition("/")[2].lower()
        for predicate in (LABEL, ALT, *(NamedNode(KB + n) for n in ("isoAlpha2", "isoAlpha3"))):
            for triple in store.match(subject, predicate, None):
                codes[text(triple.object).casefold()] = code
    return lambda name: codes.get(name.strip().casefold(), "")
