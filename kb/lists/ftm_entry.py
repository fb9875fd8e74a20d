"""An entity of FollowTheMoney as an entry, with what other entities of the file say of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kb.lists import ftm_words as words
from kb.lists import states
from kb.lists.dates import dated
from kb.lists.ftm_edges import Edges, Said
from kb.lists.model import Audit, Entry, Fact, Identifier, Link, Listing, Name

NO_WORDS: Mapping[tuple[str, str], str] = {}


@dataclass(frozen=True, slots=True)
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


def keep(thing: Thing, edges: Edges, place: str, audit: Audit) -> None:
    """Keeps what a linked entity says for the entries that it refers to."""
    if thing.schema == words.ADDRESS:
        edges.put(thing.key, thing.schema, thing.said)
        return
    role = words.HOLDERS.get(thing.schema) or words.TIES[thing.schema][0]
    targets = thing.said.get(role, [])
    if not targets:
        audit.oddities.append(
            f"{place}: {thing.key} ({thing.schema}) has no {role}; it is left out."
        )
    labels = {f"label:{key}": [name] for key, name in thing.labels.items()}
    for target in targets:
        edges.put(target, thing.schema, {**thing.said, **labels})


def entry(thing: Thing, edges: Edges, place: str, audit: Audit) -> Entry:
    """The entry of a thing. Dates that are none are left out and told, unknown properties counted."""
    identifiers = list(_identifiers(thing))
    facts = list(_facts(thing, place, audit))
    links = list(_own_links(thing))
    listings = []
    for schema, said in edges.of(thing.key):
        if schema == "Sanction":
            listings.append(_listing(said, place, audit))
        elif schema in words.HOLDERS:
            identifiers.extend(_document(schema, said, place, audit))
        elif schema in words.TIES:
            links.extend(_tie(schema, said, place, audit))
    for address in thing.said.get("addressEntity", ()):
        for _, said in edges.of(address):
            facts.append(_address(said))
    return Entry(
        key=thing.key,
        kind=words.KINDS[thing.schema],
        names=tuple(_names(thing)),
        identifiers=tuple(dict.fromkeys(identifiers)),
        facts=tuple(facts),
        links=tuple(links),
        listings=tuple(listings),
        line=thing.line,
    )


def _names(thing: Thing) -> Iterator[Name]:
    """The names; the caption is the primary one, or else the first."""
    told = thing.said.get("name", ())
    primary = thing.caption if thing.caption in told else told[0] if told else ""
    for prop, kind in words.NAMES.items():
        for text in thing.said.get(prop, ()):
            settled = kind if prop != "name" or text == primary else "alias"
            language = thing.languages.get((prop, text), "")
            yield Name(text, settled, language=language, note=_original(thing, prop, text))


def _identifiers(thing: Thing) -> Iterator[Identifier]:
    for prop in thing.said:
        scheme = words.IDENTIFIERS.get(prop)
        if scheme is None:
            continue
        if prop == "imoNumber" and thing.schema != "Vessel":
            scheme = "company-imo"
        elif (thing.schema, prop) == words.TAIL:
            scheme = "tail-number"
        for value in thing.said[prop]:
            yield Identifier(scheme, value, prop, note=_original(thing, prop, value))


def _facts(thing: Thing, place: str, audit: Audit) -> Iterator[Fact]:
    for prop, values in thing.said.items():
        kind, sort = words.SAID.get(prop, ("", ""))
        if not kind:
            if prop not in words.ELSEWHERE:
                audit.miss(f"{thing.schema}:{prop}")
            continue
        for value in values:
            text = dated(value, place, audit) if sort == "date" else value
            state = _state(value) if sort == "state" else ""
            if text:
                yield Fact(kind, text, prop, state, note=_original(thing, prop, value))
    for name in thing.datasets:
        yield Fact("other", name, "dataset")


def _original(thing: Thing, prop: str, value: str) -> str:
    return thing.originals.get((prop, value), "") if thing.originals else ""


@lru_cache(maxsize=1024)
def _state(text: str) -> str:
    return states.code(text)


def _own_links(thing: Thing) -> Iterator[Link]:
    for prop, kind in words.LINKS.items():
        for key in thing.said.get(prop, ()):
            yield Link(kind, name=thing.labels.get(key, ""), key=key, label=prop)


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
