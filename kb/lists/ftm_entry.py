"""An entity of FollowTheMoney as an entry, with what other entities of the file say of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kb.lists import ftm_words as words
from kb.lists import states
from kb.lists.dates import dated
from kb.lists.ftm_edges import Edges, Said
from kb.lists.model import Audit, Entry, Fact, Identifier, Link, Listing, Name

UNKNOWN = ("unknown", "")
NO_WORDS: Mapping[tuple[str, str], str] = {}


@dataclass(slots=True)
class Thing:
    """An entity as a file gives it: properties by name, each a list of texts (the id of an entity).

    `languages` and `originals` are by property and value: the language of a text, and what the publisher
    had printed where that was cleaned. `labels` are names of things that stand inside of this one.
    """

    key: str
    schema: str
    said: Said
    line: int
    caption: str = ""
    datasets: tuple[str, ...] = ()
    languages: Mapping[tuple[str, str], str] = field(default_factory=lambda: NO_WORDS)
    originals: Mapping[tuple[str, str], str] = field(default_factory=lambda: NO_WORDS)
    labels: Mapping[str, str] = field(default_factory=dict)


def report_unmet(edges: Edges, audit: Audit) -> None:
    """Counts what is said of somebody who is not in the file: an address of nobody, a sanction of none."""
    for schema, times in edges.unmet():
        audit.miss(f"{schema} of no entity of the file", times)


def keep(thing: Thing, edges: Edges, place: str, audit: Audit) -> None:
    """Keeps what a linked entity says for the entries that it refers to."""
    if thing.schema == words.ADDRESS:
        edges.put(thing.key, thing.schema, thing.said)
        return
    role = words.HOLDERS.get(thing.schema) or words.TIES[thing.schema][0]
    targets = thing.said.get(role, [])
    if not targets:
        audit.odd(f"{place}: {thing.key} ({thing.schema}) has no {role}; it is left out.")
    labels = {f"label:{key}": [name] for key, name in thing.labels.items()}
    for target in targets:
        edges.put(target, thing.schema, {**thing.said, **labels})


def entry(thing: Thing, edges: Edges, place: str, audit: Audit) -> Entry:
    """The entry of a thing. Dates that are none are left out and told, unknown properties counted."""
    own = _Own()
    for prop, values in thing.said.items():
        role, kind = words.ROLES.get(prop, UNKNOWN)
        if role == "text" and not thing.originals:
            own.facts += [Fact(kind, value, prop) for value in values]
        elif role == UNKNOWN[0]:
            audit.miss(f"{thing.schema}:{prop}")
        elif role:
            for value in values:
                own.add(thing, role, kind, prop, value, place, audit)
    own.facts += [Fact("other", name, "dataset") for name in thing.datasets]
    own.hear(thing, edges, place, audit)
    return Entry(
        key=thing.key,
        kind=words.KINDS[thing.schema],
        names=tuple(own.names),
        identifiers=tuple(own.identifiers),
        facts=tuple(own.facts),
        links=tuple(own.links),
        listings=tuple(own.listings),
        line=thing.line,
    )


@dataclass(slots=True)
class _Own:
    """The parts of an entry while it is made."""

    names: list[Name] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)

    def add(
        self, thing: Thing, role: str, kind: str, prop: str, value: str, place: str, audit: Audit
    ) -> None:
        """Adds one value of a property."""
        note = _original(thing, prop, value)
        if role == "name":
            language = thing.languages.get((prop, value), "") if thing.languages else ""
            self.names.append(Name(value, _kind(thing, kind, prop, value), "", language, note))
        elif role == "identifier":
            self.identifiers.append(Identifier(_scheme(thing, kind, prop), value, prop, note=note))
        elif role == "link":
            label = thing.labels.get(value, "")
            self.links.append(Link(kind, name=label, key=value, label=prop))
        elif role == "date":
            if found := dated(value, place, audit):
                self.facts.append(Fact(kind, found, prop, note=note))
        else:
            state = _state(value) if role == "state" else ""
            self.facts.append(Fact(kind, value, prop, state, note=note))

    def hear(self, thing: Thing, edges: Edges, place: str, audit: Audit) -> None:
        """Adds what other entities of the file say of the thing."""
        for schema, said in edges.of(thing.key):
            if schema == "Sanction":
                self.listings.append(_listing(said, place, audit))
            elif schema in words.HOLDERS:
                self.identifiers += _document(schema, said, place, audit)
            elif schema in words.TIES:
                self.links += _tie(schema, said, place, audit)
        for address in thing.said.get("addressEntity", ()):
            self.facts += [_address(said) for _, said in edges.of(address)]


def _kind(thing: Thing, kind: str, prop: str, value: str) -> str:
    """Of the names, the caption is the primary one, or else the first."""
    if prop != "name":
        return kind
    told = thing.said["name"]
    return "primary" if value == (thing.caption if thing.caption in told else told[0]) else "alias"


def _scheme(thing: Thing, scheme: str, prop: str) -> str:
    if prop == "imoNumber" and thing.schema != "Vessel":
        return "company-imo"
    return "tail-number" if (thing.schema, prop) == words.TAIL else scheme


def _original(thing: Thing, prop: str, value: str) -> str:
    return thing.originals.get((prop, value), "") if thing.originals else ""


@lru_cache(maxsize=1024)
def _state(text: str) -> str:
    return states.code(text)


def _tie(schema: str, said: Said, place: str, audit: Audit) -> Iterator[Link]:
    _, other, kind = words.TIES[schema]
    told = [*said.get("role", ()), *said.get("relationship", ()), *said.get("status", ())]
    share = [f"{each} %" for each in said.get("percentage", ())]
    note = "; ".join((*share, *said.get("summary", ()), *said.get("description", ())))
    for key in said.get(other, ()):
        yield Link(
            kind,
            name="".join(said.get(f"label:{key}", ())),
            key=key,
            label=": ".join((schema, *told)),
            since=_first(said, "startDate", place, audit),
            until=_first(said, "endDate", place, audit),
            note=note,
        )


def _listing(said: Said, place: str, audit: Audit) -> Listing:
    """A sanction; who imposed it stands before the words for the programme."""
    basis = (*said.get("authority", ()), *said.get("program", ()))
    reference = (*said.get("unscId", ()), *said.get("authorityId", ()), *said.get("recordId", ()))
    amended = (dated(text, place, audit) for text in said.get("modifiedAt", ()))
    return Listing(
        programme="; ".join(said.get("programId", ())),
        provision=": ".join(dict.fromkeys(basis)),
        measures=tuple(dict.fromkeys(said.get("provisions", ()))),
        listed=_first(said, "listingDate", place, audit) or _first(said, "startDate", place, audit),
        amended=tuple(each for each in amended if each),
        delisted=_first(said, "endDate", place, audit),
        reason="\n\n".join((*said.get("reason", ()), *said.get("summary", ()))),
        reference="; ".join(dict.fromkeys(reference)),
    )


def _document(schema: str, said: Said, place: str, audit: Audit) -> Iterator[Identifier]:
    kind = "; ".join(said.get("type", ())) or schema
    passport = schema == "Passport" or "passport" in kind.casefold()
    tax = "tax" in kind.casefold()
    issuer = [f"issued by {each}" for each in said.get("authority", ())]
    note = "; ".join((*issuer, *said.get("summary", ()), *said.get("description", ())))
    for number in dict.fromkeys((*said.get("number", ()), *said.get("passportNumber", ()))):
        yield Identifier(
            "passport" if passport else "tax" if tax else "other",
            number,
            kind,
            country=next((code for each in said.get("country", ()) if (code := _state(each))), ""),
            issued=_first(said, "startDate", place, audit),
            expires=_first(said, "endDate", place, audit),
            note=note,
        )


def _address(said: Said) -> Fact:
    order = (
        "street",
        "street2",
        "postOfficeBox",
        "city",
        "postalCode",
        "region",
        "state",
        "country",
    )
    whole = said.get("full") or [", ".join(each for prop in order for each in said.get(prop, ()))]
    state = next((code for each in said.get("country", ()) if (code := _state(each))), "")
    note = "; ".join((*said.get("remarks", ()), *said.get("summary", ())))
    return Fact("address", whole[0], "addressEntity", country=state, note=note)


def _first(said: Said, prop: str, place: str, audit: Audit) -> str:
    found = sorted(each for text in said.get(prop, ()) if (each := dated(text, place, audit)))
    return found[-1 if prop == "endDate" else 0] if found else ""
