"""The consolidated list of the UN Security Council (XML): individuals and entities.

Left out knowingly: `SORT_KEY` and `SORT_KEY_LAST_MOD`, by which the publisher's site sorts, and
`VERSIONNUM`, which counts the publisher's saves. A comment is kept whole, as a remark; the paragraphs
under which a party is listed are read out of it where it says "Listed pursuant to paragraph …".
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kb.errors import BadInput
from kb.lists.model import (
    Audit,
    Edition,
    Entry,
    Fact,
    Identifier,
    Listing,
    Name,
    Profile,
)
from kb.lists.states import code
from kb.lists.undate import Dates
from kb.lists.xmlread import Node, head, records, refuse_doctype

RECORDS = frozenset({"INDIVIDUAL", "ENTITY"})
ROOT = frozenset({"CONSOLIDATED_LIST"})
SORTING = ("SORT_KEY", "SORT_KEY_LAST_MOD", "VERSIONNUM")
NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME", "SIXTH_NAME")
QUALITY = {"": "alias", "good": "alias", "low": "weak", "a.k.a.": "alias", "f.k.a.": "former"}
SCRIPTS = {
    "ARABIC": "Arab",
    "CYRILLIC": "Cyrl",
    "HANGUL": "Hang",
    "CJK": "Hani",
    "HEBREW": "Hebr",
    "LATIN": "Latn",
    "THAI": "Thai",
}
GENERATED = re.compile(rb"dateGenerated\s*=\s*[\"'](\d{4}-\d{2}-\d{2})")
BASIS = re.compile(
    r"\blisted\s(?:[\w\s]{0,40}\s)?pursuant\sto\s(?:paragraphs?\s[^.;]{1,60}?\sof\s)?[^.;]{0,120}",
    re.I,
)
PARAGRAPHS = re.compile(
    r"paragraphs?\s(?P<numbers>\d{1,3}(?:\s?\([a-z]{1,4}\))?(?:(?:,\s|\sand\s)\d{1,3}(?:\s?\([a-z]{1,4}\))?){0,5})"
    r"\sof\s(?:Security\sCouncil\s)?resolution\s(?P<resolution>\d{3,4})",
    re.I,
)
NUMBER = re.compile(r"\d{1,3}(?:\s?\([a-z]{1,4}\))?")
MEASURES = re.compile(
    r"\(((?:travel ban|asset freeze)(?:(?:,|\sand)\s(?:travel ban|asset freeze))?)\)", re.I
)
FALSE = re.compile(r"\b(?:false|forged|fake|fraudulent|falsified)\b", re.I)


class Un:
    """The importer of the UN consolidated list."""

    profile = Profile(
        name="un",
        title="United Nations Security Council Consolidated List",
        authority="org:un-security-council",
        licence="Published by the United Nations for general use; terms at un.org/en/about-us/terms-of-use",
        format_version="sc-sanctions.xsd (2018)",
        homepage="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
        fewest=400,
        most=5000,
    )

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the file's head names the root element of the list."""
        return b"<CONSOLIDATED_LIST" in head

    def edition(self, path: Path) -> Edition:
        """The day on which the file says that it was generated; raises `BadInput` for another root."""
        refuse_doctype(path)
        start = head(path)
        if not self.recognises(start, path):
            raise BadInput(f"{path}: has no CONSOLIDATED_LIST at its start: it is no UN list.")
        found = GENERATED.search(start)
        return Edition(date=found[1].decode() if found else "", title=self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every individual and entity; raises `BadInput` with the line on malformed or cut-off XML."""
        for node in records(path, RECORDS, ROOT):
            yield _entry(node, Dates(path, audit), audit)
            node.report(audit)


def _entry(node: Node, dates: Dates, audit: Audit) -> Entry:
    person = node.tag == "INDIVIDUAL"
    node.ignore(*SORTING)
    dates.line = node.line
    reference, number = node.text("REFERENCE_NUMBER"), node.text("DATAID")
    if not reference and not number:
        audit.odd(f"{dates.path}:{node.line}: the entry has no reference number.")
    return Entry(
        key=reference or number or f"line-{node.line}",
        kind="person" if person else "organization",
        names=tuple(_names(node)),
        identifiers=tuple(_identifiers(node, dates, number)),
        facts=tuple(_facts(node, dates, person=person)),
        listings=(_listing(node, dates, reference),),
        line=node.line,
    )


def _names(node: Node) -> Iterator[Name]:
    parts = [node.text(part) for part in NAME_PARTS]
    yield Name(" ".join(part for part in parts if part))
    for original in node.texts("NAME_ORIGINAL_SCRIPT"):
        yield Name(original, "spelling", _script(original))
    for alias in node.children("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"):
        quality, name, note = alias.text("QUALITY"), alias.text("ALIAS_NAME"), alias.text("NOTE")
        kind = QUALITY.get(quality.casefold())
        if kind is None:
            note = "; ".join(filter(None, (f"quality: {quality}", note)))
        if name:
            yield Name(name, kind or "alias", _script(name, "Latn"), note=note)


def _script(text: str, usual: str = "") -> str:
    """The script of the first letter, as ISO 15924 has it; "" for the usual or an unknown one."""
    first = next((char for char in text if char.isalpha()), "")
    found = SCRIPTS.get(unicodedata.name(first, "").partition(" ")[0], "") if first else ""
    return "" if found == usual else found


def _identifiers(node: Node, dates: Dates, number: str) -> Iterator[Identifier]:
    if number:
        yield Identifier("other", number, label="DATAID")
    for paper in node.children("INDIVIDUAL_DOCUMENT"):
        value, note = paper.text("NUMBER"), paper.text("NOTE")
        label = _kinds_of(paper)
        states = [paper.text("ISSUING_COUNTRY"), paper.text("COUNTRY_OF_ISSUE")]
        codes = [found for state in states if (found := code(state))]
        unknown = [state for state in dict.fromkeys(states) if state and not code(state)]
        city = paper.text("CITY_OF_ISSUE")
        rest = (note, *(f"issued by {state}" for state in unknown), city and f"issued in {city}")
        if len(set(codes)) > 1:
            rest = (*rest, f"issued by {states[0]} or {states[1]}")
        issued = dates.day(paper.text("DATE_OF_ISSUE"), "date of issue")
        if value:
            yield Identifier(
                scheme=_scheme(label),
                value=value,
                label=label,
                country=codes[0] if len(set(codes)) == 1 else "",
                issued=issued,
                note="; ".join(filter(None, rest)),
                false=FALSE.search(label) is not None,
            )


def _kinds_of(paper: Node) -> str:
    kinds = (paper.text("TYPE_OF_DOCUMENT"), paper.text("TYPE_OF_DOCUMENT2"))
    return ", ".join(dict.fromkeys(filter(None, kinds)))


def _scheme(label: str) -> str:
    folded = label.casefold()
    if any(word in folded for word in ("passport", "passeport", "pasaporte")):
        return "passport"
    return "national-id" if "national identification" in folded else "other"


def _facts(node: Node, dates: Dates, *, person: bool) -> Iterator[Fact]:
    for title in node.children("TITLE"):
        yield from (Fact("title", value) for value in title.texts("VALUE"))
    for post in node.children("DESIGNATION"):
        yield from (Fact("position", value) for value in post.texts("VALUE"))
    for tag in ("NATIONALITY", "NATIONALITY2"):
        for nation in node.children(tag):
            values = nation.texts("VALUE") or tuple(filter(None, (nation.text(),)))
            yield from (Fact("nationality", value, country=code(value)) for value in values)
    yield from (Fact("gender", value) for value in node.texts("GENDER"))
    yield from _births(node, dates)
    for place in node.children("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"):
        yield from _place(place, "address")
    yield from _papers_without_number(node)
    for tag in ("SUBMITTED_BY", "SUBMITTED_ON"):
        yield from (Fact("other", value, label=tag) for value in node.texts(tag))
    for kind in node.children("LIST_TYPE"):
        values = kind.texts("VALUE") or tuple(filter(None, (kind.text(),)))
        yield from (
            Fact("other", value, label="LIST_TYPE") for value in values if value != "UN List"
        )
    yield from (Fact("remark", " ".join(value.split())) for value in node.texts("COMMENTS1"))


def _births(node: Node, dates: Dates) -> Iterator[Fact]:
    for birth in node.children("INDIVIDUAL_DATE_OF_BIRTH"):
        value, note = dates.birth(birth), birth.text("NOTE")
        if value or note:
            yield Fact("birth-date", value or note, note=note if value else "")
    for place in node.children("INDIVIDUAL_PLACE_OF_BIRTH"):
        yield from _place(place, "birth-place")
    for alias in node.children("INDIVIDUAL_ALIAS"):
        note = f"under the name {alias.text('ALIAS_NAME')}"
        day = dates.day(alias.text("DATE_OF_BIRTH"), "date of birth of an alias")
        if day:
            yield Fact("birth-date", day, note=note)
        parts = tuple(alias.text(tag) for tag in ("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"))
        if any(parts):
            yield Fact(
                "birth-place", ", ".join(filter(None, parts)), country=code(parts[1]), note=note
            )


def _place(place: Node, kind: str) -> Iterator[Fact]:
    tags = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
    parts, note = [place.text(tag) for tag in tags], place.text("NOTE")
    value = ", ".join(part for part in parts if part)
    if value or note:
        yield Fact(kind, value or note, country=code(parts[-1]), note=note if value else "")


def _papers_without_number(node: Node) -> Iterator[Fact]:
    """Papers of which the list tells something but no number."""
    for paper in node.children("INDIVIDUAL_DOCUMENT"):
        tags = ("NOTE", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE", "CITY_OF_ISSUE", "DATE_OF_ISSUE")
        told = "; ".join(dict.fromkeys(text for tag in tags if (text := paper.text(tag))))
        label = _kinds_of(paper)
        if not paper.text("NUMBER") and (told or label):
            yield Fact("other", told or label, label=label or "document")


def _listing(node: Node, dates: Dates, reference: str) -> Listing:
    comment = " ".join(" ".join(node.texts("COMMENTS1")).split())
    basis = [
        found[0].strip() for found in BASIS.finditer(comment) if "paragraph" in found[0].casefold()
    ]
    amended = [
        dates.day(value, "day of an update")
        for update in node.children("LAST_DAY_UPDATED")
        for value in update.texts("VALUE") or tuple(filter(None, (update.text(),)))
    ]
    return Listing(
        programme=node.text("UN_LIST_TYPE"),
        provision=". ".join(basis),
        resolutions=tuple(_resolutions(" ".join(basis))),
        measures=tuple(_measures(" ".join(basis))),
        listed=dates.day(node.text("LISTED_ON"), "day of listing"),
        amended=tuple(sorted(set(filter(None, amended)))),
        delisted=dates.day(node.text("DELISTED_ON"), "day of delisting"),
        reference=reference,
    )


def _resolutions(basis: str) -> Iterator[tuple[str, str]]:
    for found in PARAGRAPHS.finditer(basis):
        for paragraph in NUMBER.findall(found["numbers"]):
            yield found["resolution"], paragraph.replace(" ", "")


def _measures(basis: str) -> Iterator[str]:
    for found in MEASURES.finditer(basis):
        yield from re.split(r",\s|\sand\s", found[1])
