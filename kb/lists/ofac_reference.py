"""The parts of OFAC's Advanced XML that entries refer to: value sets, places, documents, ties, measures.

The format parts a list into sections that refer to one another by number, forwards and backwards. The
first pass over the file (`collect`) keeps the small value sets in memory and puts everything else on a
`Shelf`, under the number by which the second pass asks for it.
Source: OFAC, "Advanced Sanctions Data Standard" and its schema (sanctions/1.0 of the UN 1267 model).
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.lists import ofac_words
from kb.lists.model import Audit, Edition
from kb.lists.ofac_shelf import Shelf
from kb.lists.xmlread import Node, records

ROOT = frozenset({"Sanctions"})
PARTY = "DistinctParty"
ISSUED = "DateOfIssue"
SETS = "ReferenceValueSets"
PLACE, DOCUMENT = "Location", "IDRegDocument"
TIE, ENTRY = "ProfileRelationship", "SanctionsEntry"
SECTIONS = frozenset({ISSUED, SETS, PLACE, DOCUMENT, TIE, ENTRY})
CONTAINERS = frozenset(
    {"Locations", "IDRegDocuments", "DistinctParties", "ProfileRelationships", "SanctionsEntries"}
)
TECHNICAL = frozenset(
    {
        "ID",
        "FixedRef",
        "DeltaAction",
        "CalendarTypeID",
        "YearFixed",
        "MonthFixed",
        "DayFixed",
        "NamePartGroupID",
        "ScriptStatusID",
        "DetailTypeID",
        "LocPartValueTypeID",
        "LocPartValueStatusID",
        "CountryRelevanceID",
        "IdentityFeatureLinkTypeID",
        "FeatureTypeGroupID",
        "Acronym",
        "IdentityID",
        "FeatureVersionID",
        "DocumentedNameID",
        "SanctionsEntryID",
        "CaseID",
    }
)
"""Attributes that number or order things inside the file and say nothing of a party."""
PARTS = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "REGION", "POSTAL CODE")


@dataclass(slots=True)
class References:
    """The value sets: text and attributes of each value by the name of its set and its number."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    attributes: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def text(self, kind: str, number: str) -> str:
        """The text of a value; the bare number where the file has no such value, "" where there is none."""
        if not number:
            return ""
        return self.texts.get((kind, number), f"{kind} {number}")

    def attribute(self, kind: str, number: str, name: str) -> str:
        """An attribute of a value ("ISO2" of a country); "" if it has none."""
        return self.attributes.get((kind, number), {}).get(name, "")


def edition(path: Path, title: str) -> Edition:
    """The date of issue at the head of the file. Raises `BadInput` if the file is no such list."""
    nodes = records(path, SECTIONS | {PARTY}, ROOT)
    try:
        first = next(nodes, None)
        if first is None or first.tag != ISSUED:
            return Edition(title=title)
        return Edition(day(first), None, title)
    finally:
        nodes.close()


def collect(path: Path, shelf: Shelf, audit: Audit) -> References:
    """The first pass: fills the shelf, and gives the value sets. Raises `BadInput` (file and line)."""
    references = References()
    for node in records(path, SECTIONS, ROOT):
        place = f"{path}:{node.line}"
        if node.tag == SETS:
            _values(references, node)
        elif node.tag == PLACE:
            shelf.put(PLACE, node.attribute("ID"), node.line, _place(node))
        elif node.tag == DOCUMENT:
            cells = _document(node, place, audit)
            shelf.put(DOCUMENT, node.attribute("IdentityID"), node.line, cells)
        elif node.tag == TIE:
            tie = _tie(node)
            shelf.put("from", tie["from"], node.line, tie)
            shelf.put("to", tie["to"], node.line, tie)
        elif node.tag == ENTRY:
            shelf.put(ENTRY, node.attribute("ProfileID"), node.line, _measures(node, place, audit))
        elif not day(node):
            audit.odd(f"{place}: the date of issue is no date; it is left out.")
        node.report(audit, TECHNICAL)
    return references


def _values(references: References, node: Node) -> None:
    for group in node.children():
        for value in group.children():
            key = value.tag, value.attribute("ID")
            references.texts[key] = value.text()
            names = [str(name) for name in value.element.attrib]
            references.attributes[key] = {name: value.attribute(name) for name in names}


def _place(node: Node) -> dict[str, Any]:
    node.ignore("FeatureVersionReference", "IDRegDocumentReference")
    parts = []
    for part in node.children("LocationPart"):
        kind = part.attribute("LocPartTypeID")
        for value in part.children("LocationPartValue"):
            value.attribute("Primary")
            parts.append((kind, value.text("Value"), value.text("Comment")))
    return {
        "countries": [c.attribute("CountryID") for c in node.children("LocationCountry")],
        "areas": [a.attribute("AreaCodeID") for a in node.children("LocationAreaCode")],
        "parts": parts,
    }


def place_text(shelf: Shelf, references: References, number: str) -> tuple[str, str]:
    """A place in one line, in the order of a postal address, and the name of its state ("" where unknown)."""
    rows = shelf.take(PLACE, number)
    if not rows:
        return "", ""
    cells = rows[0][1]
    known: dict[str, list[str]] = {}
    for kind, value, comment in cells["parts"]:
        name = references.text("LocPartType", kind).upper()
        text = f"{value} ({comment})" if comment else value
        known.setdefault(name if name in PARTS else "", []).append(text)
    areas = [references.attribute("AreaCode", number, "Description") for number in cells["areas"]]
    countries = [references.text("Country", number) for number in cells["countries"]]
    states = [state for state in [*countries, *areas] if state and state != "undetermined"]
    words = [text for name in (*PARTS, "") for text in known.get(name, ()) if text]
    words += [state for state in dict.fromkeys(states) if state not in words]
    return ", ".join(words), states[0] if states else ""


def _document(node: Node, place: str, audit: Audit) -> dict[str, Any]:
    node.ignore("DocumentedNameReference", "IDRegDocumentMention", "FeatureVersionReference")
    dates = []
    for item in node.children("DocumentDate"):
        for stated in item.children("DatePeriod"):
            edtf = period(stated, place, audit)
            dates.append((item.attribute("IDRegDocDateTypeID"), edtf))
    return {
        "type": node.attribute("IDRegDocTypeID"),
        "number": node.text("IDRegistrationNo"),
        "country": node.attribute("IssuedBy-CountryID"),
        "where": node.attribute("IssuedIn-LocationID"),
        "authority": node.text("IssuingAuthority"),
        "comment": node.text("Comment"),
        "validity": node.attribute("ValidityID"),
        "dates": dates,
    }


def _tie(node: Node) -> dict[str, str]:
    return {
        "from": node.attribute("From-ProfileID"),
        "to": node.attribute("To-ProfileID"),
        "type": node.attribute("RelationTypeID"),
        "quality": node.attribute("RelationQualityID"),
        "former": node.attribute("Former"),
        "comment": node.text("Comment"),
    }


def _measures(node: Node, place: str, audit: Audit) -> dict[str, Any]:
    node.ignore("LimitationsToListing")
    events = []
    for event in node.children("EntryEvent"):
        stated = event.child("Date")
        edtf = day(stated) if stated is not None else ""
        if stated is not None and not edtf:
            audit.odd(f"{place}: the date of an entry event is no date; it is left out.")
        kind, basis = event.attribute("EntryEventTypeID"), event.attribute("LegalBasisID")
        events.append((kind, edtf, basis, event.text("Comment")))
    measures = []
    for measure in node.children("SanctionsMeasure"):
        stated = measure.child("DatePeriod")
        when = period(stated, place, audit) if stated is not None else ""
        measures.append((measure.attribute("SanctionsTypeID"), measure.text("Comment"), when))
    return {"list": node.attribute("ListID"), "events": events, "measures": measures}


def day(node: Node) -> str:
    """The EDTF date of Year, Month and Day below an element; "" if it is no day of the calendar."""
    year, month, number = node.text("Year"), node.text("Month"), node.text("Day")
    parts = [year.zfill(4), *(part.zfill(2) for part in (month, number) if part.strip("0"))]
    if not year or (number.strip("0") and not month.strip("0")):
        return ""
    return ofac_words.valid("-".join(parts))


def period(node: Node, place: str, audit: Audit) -> str:
    """The EDTF date of a DatePeriod, as short as its four days allow; "" (and an oddity) if it is none."""
    days, approximate = [], False
    for end in ("Start", "End"):
        outer = node.child(end)
        if outer is None:
            continue
        approximate |= outer.attribute("Approximate").casefold() == "true"
        days += [day(inner) for inner in outer.children("From", "To")]
    edtf = ofac_words.period(days[0], days[-1], approximate=approximate) if days else ""
    if not all(days) or not edtf:
        audit.odd(f"{place}: a date of the entry is no date; it is left out.")
        return ""
    return edtf
