"""The UK Sanctions List in XML, as the Foreign, Commonwealth and Development Office publishes it."""

import re
from collections.abc import Iterator
from pathlib import Path

from kb.errors import BadInput
from kb.lists.dates import read
from kb.lists.model import Audit, Edition, Entry
from kb.lists.uk_words import Designation, profile
from kb.lists.xmlread import Node, records

ROOT = frozenset({"Designations"})
RECORD = frozenset({"Designation"})
DATE = "DateGenerated"
BEGINS = re.compile(rb"<(?:\w{1,20}:)?Designations[\s>]")
SINGLE = {
    "LastUpdated": "last updated",
    "OFSIGroupID": "ofsi group id",
    "UNReferenceNumber": "un reference number",
    "RegimeName": "regime name",
    "IndividualEntityShip": "designation type",
    "DesignationSource": "designation source",
    "OtherInformation": "other information",
    "UKStatementofReasons": "uk statement of reasons",
    "DateDesignated": "date designated",
}
"""Fields by element that stands directly in a designation."""
REPEATED = {
    "Titles": "title",
    "PhoneNumbers": "phone number",
    "EmailAddresses": "email address",
    "Websites": "website",
    "CryptoWalletAddresses": "crypto wallet address",
    "DOBs": "d.o.b",
    "Nationalities": "nationality(/ies)",
    "Positions": "position",
    "Genders": "gender",
    "TypeOfEntities": "type of entity",
    "ParentCompanies": "parent company",
    "Subsidiaries": "subsidiaries",
    "BusinessRegistrationNumbers": "business registration number (s)",
    "IMONumbers": "imo number",
    "CurrentOwnerOperators": "current owner/operator (s)",
    "PreviousOwnerOperators": "previous owner/operator (s)",
    "CurrentBelievedFlagOfShips": "current believed flag of ship",
    "PreviousFlags": "previous flags",
    "TypeOfShipDetails": "type of ship",
    "TonnageOfShipDetails": "tonnage of ship",
    "LengthOfShipDetails": "length of ship",
    "YearsBuilt": "year built",
    "HullIdentificationNumbers": "hull identification number (hin)",
}
"""Fields by element that holds one child a value."""
PLAIN = {
    "TypeOfEntity": "type of entity",
    "CurrentBelievedFlagOfShip": "current believed flag of ship",
    "TypeOfShip": "type of ship",
    "TonnageOfShip": "tonnage of ship",
    "LengthOfShip": "length of ship",
    "YearBuilt": "year built",
}
"""Fields by element that holds the value itself, in editions without the element around it."""
NUMBERED = {
    "PassportDetails": ("PassportNumber", "PassportAdditionalInformation", "passport number"),
    "NationalIdentifierDetails": (
        "NationalIdentifierNumber",
        "NationalIdentifierAdditionalInformation",
        "national identifier number",
    ),
}
DETAILS = (
    ("IndividualDetails", "Individual"),
    ("EntityDetails", "Entity"),
    ("ShipDetails", "Ship"),
)


class UkXml:
    """Imports the UK Sanctions List from XML."""

    profile = profile("XML")

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the file begins as XML whose root is Designations."""
        return bool(BEGINS.search(head[:4096]))

    def edition(self, path: Path) -> Edition:
        """The date on which the file was generated; it does not say how many designations it has."""
        node = next(records(path, RECORD | {DATE}, ROOT), None)
        stated = node.text() if node is not None and node.tag == DATE else ""
        return Edition(date=read(stated), title=self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every designation. Raises `BadInput` with the line where the XML is cut off or hostile."""
        keys: dict[str, int] = {}
        for node in records(path, RECORD, ROOT):
            place = f"{path}:{node.line}"
            entry = _designation(node, place, audit).entry(place, audit)
            if entry.key in keys:
                audit.odd(f"{place}: {entry.key} stands at line {keys[entry.key]} too.")
            keys.setdefault(entry.key, node.line)
            node.report(audit)
            yield entry


def _designation(node: Node, place: str, audit: Audit) -> Designation:
    key = node.text("UniqueID")
    if not key:
        raise BadInput(f"{place}: the designation has no UniqueID. Fetch the file again.")
    told = Designation(key, node.line)
    for tag, column in SINGLE.items():
        for child in node.children(tag):
            told.put(column, child.text(), place, audit)
    for name in _within(node, "Names"):
        parts = [name.text(f"Name{number}") for number in (1, 2, 3, 4, 5, 6)]
        told.name(parts, name.text("NameType"), name.text("AliasStrength"), audit)
    for name in _within(node, "NonLatinNames"):
        told.foreign(
            name.text("NameNonLatinScript"),
            name.text("NonLatinScriptType"),
            name.text("NonLatinScriptLanguage"),
        )
    for address in _within(node, "Addresses"):
        lines = [address.text(f"AddressLine{number}") for number in (1, 2, 3, 4, 5, 6)]
        told.address([*lines, address.text("AddressPostalCode")], address.text("AddressCountry"))
    told.impose(node.text("SanctionsImposed"))
    told.indicate({each.tag: each.text() for each in _within(node, "SanctionsImposedIndicators")})
    _details(node, told, place, audit)
    for outer, inner in DETAILS:
        for holder in node.children(outer):
            for details in holder.children(inner):
                _details(details, told, place, audit)
    return told


def _details(node: Node, told: Designation, place: str, audit: Audit) -> None:
    for tag, column in REPEATED.items():
        for child in _within(node, tag):
            told.put(column, child.text(), _at(child, place), audit)
    for tag, column in PLAIN.items():
        for value in node.texts(tag):
            told.put(column, value, place, audit)
    for tag, (number, note, column) in NUMBERED.items():
        for child in _within(node, tag):
            told.put(column, child.text(number), place, audit, child.text(note))
    for born in _within(node, "BirthDetails"):
        told.birth(born.text("TownOfBirth"), born.text("CountryOfBirth"))


def _within(node: Node, tag: str) -> Iterator[Node]:
    for holder in node.children(tag):
        yield from holder.children()


def _at(node: Node, place: str) -> str:
    return f"{place.rpartition(':')[0]}:{node.line}"
