"""The OFAC list in its SDN.XML format: one `sdnEntry` for each entry, with fields for most of what it says.

Source: OFAC, SDN.XSD ("sdnList").
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from kb.lists import ofac_labels, ofac_remarks, ofac_words
from kb.lists.model import Audit, Edition, Entry, Fact, Listing, Name
from kb.lists.ofac_csv import KINDS, VESSEL
from kb.lists.ofac_labels import Found, Said
from kb.lists.xmlread import Node, records

ROOT = frozenset({"sdnList"})
PUBLISHED = "publshInformation"
TAGS = frozenset({PUBLISHED, "sdnEntry"})
NULL = "-0-"
WIDE = ("utf-16-le", "utf-16-be")
VESSEL_FIELDS = dict(
    zip(
        (
            "callSign",
            "vesselType",
            "tonnage",
            "grossRegisteredTonnage",
            "vesselFlag",
            "vesselOwner",
        ),
        (label for _, label in VESSEL),
        strict=True,
    )
)
ALIASES = {"a.k.a.": "alias", "f.k.a.": "former", "n.k.a.": "alias"}
STREETS = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
MAIN = "main entry"


class SdnXml:
    """Reads SDN.XML."""

    profile = replace(ofac_words.PROFILE, format_version="SDN.XML, sdnList schema")

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the document's element is `sdnList`, in UTF-8 or UTF-16."""
        return b"<sdnList" in head or any("<sdnList".encode(code) in head for code in WIDE)

    def edition(self, path: Path) -> Edition:
        """The date of publication and the number of records that the file declares at its head.

        Raises `BadInput` if the file is no such list.
        """
        with closing(records(path, TAGS, ROOT)) as nodes:
            first = next(nodes, None)
        if first is None or first.tag != PUBLISHED:
            return Edition(title=self.profile.title)
        count = first.text("Record_Count")
        date = ofac_words.date(first.text("Publish_Date"))
        return Edition(date, int(count) if _is_count(count) else None, self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every `sdnEntry`, in the order of the file.

        Raises `BadInput` (file and line) on truncated, malformed or hostile XML.
        """
        for node in records(path, TAGS, ROOT, audit=audit):
            if node.tag == PUBLISHED:
                _published(path, node, audit)
                continue
            entry = _entry(Found(audit, f"{path}:{node.line}"), node)
            node.report(audit)
            if entry is not None:
                yield entry


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _published(path: Path, node: Node, audit: Audit) -> None:
    date, count = node.text("Publish_Date"), node.text("Record_Count")
    if date and not ofac_words.date(date):
        audit.odd(f"{path}:{node.line}: the date of publication {date[:40]!r} is no date.")
    if count and not _is_count(count):
        audit.odd(f"{path}:{node.line}: the record count {count[:40]!r} is no number.")
    node.report(audit)


def _entry(found: Found, node: Node) -> Entry | None:
    key = node.text("uid")
    if not key:
        found.odd("an entry has no uid; it is left out.")
        node.ignore(*{child.tag for child in node.children()})
        return None
    name, title = _name(node), node.text("title")
    if name:
        found.names.append(Name(name))
    if title:
        found.facts.append(Fact("title", title))
    _aliases(found, node)
    _vessel(found, node)
    _identifiers(found, node)
    _dates(found, node)
    _states(found, node)
    _addresses(found, node)
    ofac_remarks.read(found, node.text("remarks"), title)
    kind = node.text("sdnType").casefold()
    if kind not in KINDS:
        found.odd(f"entry {key} is of the unknown type {kind[:40]!r}.")
    return Entry(
        key,
        KINDS.get(kind, "unknown"),
        tuple(found.names),
        tuple(found.identifiers),
        tuple(found.facts),
        tuple(found.links),
        tuple(Listing(programme=code) for code in _list(node, "programList", "program")),
        node.line,
    )


def _list(node: Node, outer: str, inner: str) -> tuple[str, ...]:
    return tuple(text for child in node.children(outer) for text in child.texts(inner))


def _items(node: Node, outer: str, inner: str) -> Iterator[Node]:
    for child in node.children(outer):
        for item in child.children(inner):
            item.text("uid")
            yield item


def _name(node: Node) -> str:
    parts = node.text("lastName"), node.text("firstName")
    return ", ".join(part for part in parts if part)


def _aliases(found: Found, node: Node) -> None:
    for aka in _items(node, "akaList", "aka"):
        name, how = _name(aka), aka.text("type").casefold()
        weak = aka.text("category").casefold() == "weak"
        if how not in ALIASES:
            found.odd(f"an alias (line {aka.line}) is of the unknown type {how[:40]!r}.")
        kind = ALIASES.get(how, "alias")
        note = how if how == "n.k.a." else ""
        if weak and kind == "alias":
            kind = "weak"
        elif weak:
            note = "weak"
        if name:
            found.names.append(Name(name, kind, note=note))


def _vessel(found: Found, node: Node) -> None:
    for vessel in node.children("vesselInfo"):
        for tag, label in VESSEL_FIELDS.items():
            for text in vessel.texts(tag):
                if text != NULL:
                    ofac_labels.add(found, Said(label, text))


def _identifiers(found: Found, node: Node) -> None:
    for item in _items(node, "idList", "id"):
        label, value, country = item.text("idType"), item.text("idNumber"), item.text("idCountry")
        issued = found.date(item.text("issueDate"), "date of issue")
        expires = found.date(item.text("expirationDate"), "date of expiry")
        if not value:
            value, label = label, ""
        if value:
            _said(found, Said(label, value, country, issued, expires))


def _said(found: Found, said: Said) -> None:
    """Puts an id where its type says; one of an unknown type is an identifier if it has a digit."""
    plain = ofac_labels.plain(said.label)
    named = ofac_labels.is_statement(plain)
    unknown = said.label and plain not in ofac_labels.LABELS and not named
    if unknown and any(c.isdigit() for c in said.value):
        found.identifiers.append(ofac_labels.identifier("other", said))
    else:
        ofac_labels.add(found, said)


def _dates(found: Found, node: Node) -> None:
    for item in _items(node, "dateOfBirthList", "dateOfBirthItem"):
        note = MAIN if item.text("mainEntry").casefold() == "true" else ""
        text = item.text("dateOfBirth")
        edtf = found.date(text, "date of birth")
        if edtf:
            found.facts.append(Fact("birth-date", edtf, note=note))
    for item in _items(node, "placeOfBirthList", "placeOfBirthItem"):
        note = MAIN if item.text("mainEntry").casefold() == "true" else ""
        if place := item.text("placeOfBirth"):
            code = ofac_words.place_country(place)
            found.facts.append(Fact("birth-place", place, country=code, note=note))


def _states(found: Found, node: Node) -> None:
    for kind in ("nationality", "citizenship"):
        for item in _items(node, f"{kind}List", kind):
            note = MAIN if item.text("mainEntry").casefold() == "true" else ""
            if country := item.text("country"):
                found.facts.append(
                    Fact(kind, country, country=ofac_words.country(country), note=note)
                )


def _addresses(found: Found, node: Node) -> None:
    for item in _items(node, "addressList", "address"):
        parts = [item.text(tag) for tag in STREETS]
        if any(parts):
            text = ", ".join(part for part in parts if part)
            found.facts.append(Fact("address", text, country=ofac_words.country(parts[-1])))
