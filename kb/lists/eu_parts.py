"""The parts of an entity of the EU's financial sanctions file: names, births, addresses, documents, acts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.lists import states
from kb.lists.dates import dated, partial
from kb.lists.model import Audit, Fact, Identifier, Name
from kb.lists.xmlread import Node

SCHEMES = {
    "passport": "passport",
    "id": "national-id",
    "ssn": "national-id",
    "residentperm": "national-id",
    "birthcert": "other",
    "imo": "imo",
    "regnumber": "registration",
    "fiscalcode": "tax",
    "tax": "tax",
    "swiftbic": "bic",
    "lei": "lei",
}
"""Scheme by identificationTypeCode; any other code is "other", with the code as its label."""
CAVEATS = {
    "diplomatic": "diplomatic",
    "knownExpired": "known to have expired",
    "knownFalse": "known to be false",
    "reportedLost": "reported lost",
    "revokedByIssuer": "revoked by its issuer",
}
CONTACTS = (
    ("mail", "email"),
    ("web", "website"),
    ("phone", "phone"),
    ("mobile", "phone"),
    ("fax", "phone"),
)
COMMON = ("logicalId", "regulationLanguage")
PLACE = ("street", "poBox", "zipCode", "city", "place", "region")
NOWHERE = frozenset({"", "UNKNOWN"})
SHIP, COMPANY = (7, 6, 5, 4, 3, 2), (8, 6, 4, 2, 9, 7)


@dataclass(frozen=True, slots=True)
class Act:
    """A legal act that lists an entity or amends its listing."""

    programme: str
    title: str
    day: str
    amends: bool


def skim(node: Node, *attributes: str) -> None:
    """Reads over what says nothing of the entity: row numbers and the acts that brought one detail."""
    for name in attributes:
        node.attribute(name)
    node.ignore("regulationSummary")


def day(node: Node, name: str, place: str, audit: Audit) -> str:
    """An attribute that holds a date, as EDTF; one that is none is left out and told."""
    return dated(node.attribute(name), place, audit)


def act(node: Node, place: str, audit: Audit) -> Act:
    """A regulation; its day is that of its entry into force, or else of its publication."""
    skim(node, *COMMON, "organisationType")
    node.text("publicationUrl")
    node.attribute("publicationUrl")
    force = day(node, "entryIntoForceDate", place, audit)
    published = day(node, "publicationDate", place, audit)
    return Act(
        programme=node.attribute("programme"),
        title=node.attribute("numberTitle"),
        day=force or published,
        amends=node.attribute("regulationType").casefold() == "amendment",
    )


def names(node: Node, person: bool) -> tuple[tuple[Name, ...], list[Fact]]:
    """The names, and what is said with them; the first strong one is the primary."""
    found: dict[Name, None] = {}
    facts: dict[Fact, None] = {}
    primary = False
    for alias in node.children("nameAlias"):
        skim(alias, *COMMON)
        pieces = [alias.attribute(each) for each in ("firstName", "middleName", "lastName")]
        text = alias.attribute("wholeName") or " ".join(piece for piece in pieces if piece)
        weak = alias.attribute("strong").casefold() in ("false", "0")
        kind = "weak" if weak else "alias" if primary else "primary"
        note = "; ".join(alias.texts("remark"))
        if text:
            primary = primary or not weak
            language = alias.attribute("nameLanguage").lower()
            found[Name(text, kind, language=language, note=note)] = None
        for attribute, told in (
            ("title", "title"),
            ("function", "position" if person else "remark"),
            ("gender", "gender"),
        ):
            if value := alias.attribute(attribute):
                facts[Fact(told, value, attribute)] = None
    return tuple(found), list(facts)


def citizenship(node: Node) -> Fact:
    """A citizenship, with its region and remark as a note."""
    skim(node, *COMMON)
    state, words = country(node)
    region = node.attribute("region")
    note = "; ".join(each for each in (region, *node.texts("remark")) if each)
    return Fact("citizenship", words or state, "citizenship", country=state, note=note)


def birth(node: Node, place: str, audit: Audit) -> Iterator[Fact]:
    """A date of birth, as exact as it is, and a place of birth."""
    skim(node, *COMMON)
    calendar = node.attribute("calendarType")
    notes = [] if calendar.upper() in ("", "GREGORIAN") else [f"calendar: {calendar}"]
    note = "; ".join((*notes, *node.texts("remark")))
    if when := _born(node, place, audit):
        yield Fact("birth-date", when, "birthdate", note=note)
    state, words = country(node)
    where = [each for each in (*(node.attribute(name) for name in PLACE), words) if each]
    if where:
        yield Fact("birth-place", ", ".join(where), "birthdate", country=state, note=note)


def _born(node: Node, place: str, audit: Audit) -> str:
    circa = node.attribute("circa").casefold() in ("true", "1")
    whole = node.attribute("birthdate")
    year, month, number = (node.attribute(each) for each in ("year", "monthOfYear", "dayOfMonth"))
    earliest, latest = node.attribute("yearRangeFrom"), node.attribute("yearRangeTo")
    if whole:
        found = dated(whole, place, audit)
        return f"{found}~" if found and circa else found
    if year:
        found = partial(year, month, number, circa=circa)
        told = "-".join(each for each in (year, month, number) if each)
    elif earliest or latest:
        ends = partial(earliest, circa=circa), partial(latest, circa=circa)
        backward = bool(ends[0] and ends[1]) and int(earliest) > int(latest)
        found = "" if backward else "/".join(ends) if any(ends) else ""
        told = f"{earliest}/{latest}"
    else:
        return ""
    if not found:
        audit.odd(f"{place}: the date {told[:40]!r} is no date; it is left out.")
    return found


def address(node: Node) -> Iterator[Fact]:
    """An address, its remarks, and the ways of contact that the file puts into it."""
    skim(node, *COMMON)
    state, words = country(node)
    pieces = [each for each in (*(node.attribute(name) for name in PLACE), words) if each]
    note = "; ".join(node.texts("remark"))
    if node.attribute("asAtListingTime").casefold() in ("true", "1"):
        note = "; ".join(each for each in ("as at the time of listing", note) if each)
    if pieces:
        yield Fact("address", ", ".join(pieces), "address", country=state, note=note)
    elif note:
        yield Fact("remark", note, "address", country=state)
    for contact in node.children("contactInfo"):
        skim(contact, *COMMON)
        key, value = contact.attribute("key"), contact.attribute("value") or contact.text()
        kind = next((kind for word, kind in CONTACTS if word in key.casefold()), "other")
        if value:
            yield Fact(kind, value, key, note="; ".join(contact.texts("remark")))


def identifiers(node: Node, place: str, audit: Audit) -> Iterator[Identifier]:
    """The documents and numbers; one that the file knows to be false is marked so."""
    for each in node.children("identification"):
        skim(each, *COMMON)
        code = each.attribute("identificationTypeCode")
        number, latin = each.attribute("number"), each.attribute("latinNumber")
        flags = {name: each.attribute(name).casefold() in ("true", "1") for name in CAVEATS}
        begins = day(each, "validFrom", place, audit)
        expires = day(each, "validTo", place, audit)
        issued = day(each, "issuedDate", place, audit) or day(each, "issueDate", place, audit)
        state, words = country(each)
        said = (
            *(words for name, words in CAVEATS.items() if flags[name]),
            _worded("in Latin letters", latin if number and latin != number else ""),
            _worded("issued by", each.attribute("issuedBy")),
            _worded("valid from", begins),
            _worded("in the name of", each.attribute("nameOnDocument")),
            _worded("region", each.attribute("region")),
            _worded("country", "" if state else words),
            *each.texts("remark"),
        )
        label = each.attribute("identificationTypeDescription") or code
        if number or latin:
            yield Identifier(
                scheme=SCHEMES.get(code.casefold(), "other"),
                value=number or latin,
                label=label,
                country=state,
                issued=issued,
                expires=expires,
                note="; ".join(part for part in said if part),
                false=flags["knownFalse"],
            )


def ship_or_company(kind: str, found: tuple[Identifier, ...]) -> tuple[str, tuple[Identifier, ...]]:
    """The kind of an enterprise with an IMO number: the check digit tells a ship's from a company's.

    The file has no type for ships: it lists them as enterprises.
    """
    numbers = [each for each in found if each.scheme == "imo"]
    if kind != "organization" or not numbers:
        return kind, found
    companies = {each for each in numbers if _checks(each.value, COMPANY)}
    if any(
        not each.false and (each not in companies or _checks(each.value, SHIP)) for each in numbers
    ):
        return "vessel", found
    return kind, tuple(
        replace(each, scheme="company-imo") if each in companies else each for each in found
    )


def country(node: Node) -> tuple[str, str]:
    """The alpha-2 code and the words of a part's country; both "" where it is unknown."""
    code, words = node.attribute("countryIso2Code"), node.attribute("countryDescription")
    words = "" if words.upper() in NOWHERE else words
    return states.code(code) or states.code(words), words


def _worded(words: str, value: str) -> str:
    return f"{words} {value}" if value else ""


def _checks(value: str, weights: tuple[int, ...]) -> bool:
    digits = [int(c) for c in value if c in "0123456789"]
    if len(digits) != 7 or not any(digits):
        return False
    total = sum(a * b for a, b in zip(digits[:6], weights, strict=True))
    wanted = total % 10 if weights is SHIP else (11 - total % 11) % 10
    return digits[6] == wanted
