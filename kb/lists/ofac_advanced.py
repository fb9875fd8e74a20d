"""The OFAC list in its Advanced XML format (SDN_ADVANCED.XML): the fullest that OFAC publishes.

Two passes over the file in bounded memory: `ofac_reference.collect` first, then the parties.

A tie reads from one profile to another: "X *acting for or on behalf of* Y". It becomes a link of X, or of
Y where only so the kind of `Link` reads right (`REVERSED`: "X is a leader of Y"). "Owned or Controlled By"
and "Owns, controls, or operates" are of kind "owner": their labels say that it may be control alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kb.lists import ofac_labels, ofac_reference, ofac_words
from kb.lists.model import Audit, Edition, Entry, Fact, Link, Listing
from kb.lists.ofac_labels import Found, Said
from kb.lists.ofac_names import aliases
from kb.lists.ofac_reference import CONTAINERS, PARTY, ROOT, SECTIONS, TECHNICAL, References
from kb.lists.ofac_shelf import Shelf
from kb.lists.xmlread import Node, records

KINDS = {
    "vessel": "vessel",
    "aircraft": "aircraft",
    "individual": "person",
    "entity": "organization",
}
TIES = {
    "associate of": "associate",
    "family member of": "family",
    "owned or controlled by": "owner",
    "property in the interest of": "linked-to",
}
REVERSED = {
    "acting for or on behalf of": "acts-for",
    "providing support to": "provides-support",
    "leader or official of": "leader",
    "principal executive officer": "leader",
    "owns, controls, or operates": "owner",
    "playing a significant role in": "other",
}
PLAIN = frozenset({"", "unknown", "valid", "none", "not specified"})
REMOVED = ("remov", "delist", "delet")


class SdnAdvanced:
    """Reads SDN_ADVANCED.XML."""

    profile = replace(
        ofac_words.PROFILE, format_version="SDN_ADVANCED.XML, Advanced Sanctions Data Standard"
    )

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the document's element is `Sanctions` with one of the format's first sections."""
        plain = head.replace(b"\0", b"")
        if b"<Sanctions" not in plain:
            return False
        return any(f"<{tag}".encode() in plain for tag in ("DateOfIssue", "ReferenceValueSets"))

    def edition(self, path: Path) -> Edition:
        """The date of issue at the head of the file; it states no count.

        Raises `BadInput` if the file is no such list.
        """
        return ofac_reference.edition(path, self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every profile of every distinct party, in the order of the file.

        Raises `BadInput` (file and line) on truncated, malformed or hostile XML.
        """
        with Shelf() as shelf:
            references = ofac_reference.collect(path, shelf, audit)
            tags = SECTIONS | {PARTY}
            for node in records(path, tags, ROOT, audit=audit, containers=CONTAINERS):
                if node.tag == PARTY:
                    reader = _Party(Found(audit, f"{path}:{node.line}"), references, shelf)
                    yield from reader.entries(node)
                    node.report(audit, TECHNICAL)
            _leftovers(path, shelf, audit)


def _leftovers(path: Path, shelf: Shelf, audit: Audit) -> None:
    for kind, what in (
        (ofac_reference.DOCUMENT, "a document of the unknown identity"),
        (ofac_reference.ENTRY, "a sanctions entry of the unknown profile"),
        ("from", "a relationship from the unknown profile"),
        ("to", "a relationship to the unknown profile"),
    ):
        for key, line in shelf.unused(kind):
            audit.odd(f"{path}:{line}: {what} {key[:40]!r}.")


class _Party:
    """Reads one distinct party."""

    def __init__(self, found: Found, references: References, shelf: Shelf) -> None:
        self.found, self.references, self.shelf = found, references, shelf

    def entries(self, node: Node) -> Iterator[Entry]:
        comment = node.text("Comment")
        for profile in node.children("Profile"):
            key = profile.attribute("ID") or node.attribute("FixedRef")
            if not key:
                self.found.odd("a profile has no number; it is left out.")
                node.ignore("Profile")
                continue
            self.found = Found(self.found.audit, self.found.place)
            yield self._entry(profile, key, comment, node.line)

    def _entry(self, node: Node, key: str, comment: str, line: int) -> Entry:
        found, references = self.found, self.references
        for identity in node.children("Identity"):
            aliases(found, references, identity)
            self._documents(identity.attribute("ID"))
        for feature in node.children("Feature"):
            self._feature(feature)
        if comment:
            found.facts.append(Fact("remark", comment))
        self._ties(key)
        listings = self._listings(key)
        return Entry(
            key,
            self._kind(node),
            tuple(found.names),
            tuple(found.identifiers),
            tuple(found.facts),
            tuple(found.links),
            listings,
            line,
        )

    def _kind(self, node: Node) -> str:
        number = node.attribute("PartySubTypeID")
        kind = self.references.text("PartySubType", number)
        if kind.casefold() not in KINDS:
            outer = self.references.attribute("PartySubType", number, "PartyTypeID")
            kind = self.references.text("PartyType", outer) or kind
        if kind.casefold() not in KINDS:
            self.found.odd(f"a profile is of the unknown type {kind[:40]!r}.")
        return KINDS.get(kind.casefold(), "unknown")

    def _documents(self, identity: str) -> None:
        for _, cells in self.shelf.take(ofac_reference.DOCUMENT, identity):
            dates = {"issue": "", "expir": ""}
            notes = [cells["comment"], self._unusual("Validity", cells["validity"])]
            for kind, edtf in cells["dates"]:
                name = self.references.text("IDRegDocDateType", kind)
                known = [part for part in dates if part in name.casefold()]
                if known:
                    dates[known[0]] = edtf
                elif edtf:
                    notes.append(f"{name}: {edtf}")
            number = cells["number"]
            if cells["authority"].upper() == "IMO" and not number.upper().startswith("IMO"):
                number = f"IMO {number}"
            elif cells["authority"]:
                notes.append(cells["authority"])
            notes.append(ofac_reference.place_text(self.shelf, self.references, cells["where"])[0])
            self._identifier(cells, number, dates, "; ".join(note for note in notes if note))

    def _identifier(
        self, cells: dict[str, Any], number: str, dates: dict[str, str], note: str
    ) -> None:
        label = self.references.text("IDRegDocType", cells["type"])
        if not number:
            self.found.odd(f"a document ({label}) has no number; it is left out.")
            return
        country = self.references.text("Country", cells["country"])
        said = Said(label, number, country, dates["issue"], dates["expir"], note)
        scheme = ofac_labels.IDENTIFIER_OF.get(ofac_labels.plain(label))
        if scheme is None and ofac_labels.plain(label) in ofac_labels.LABELS:
            ofac_labels.add(self.found, said)
        else:
            self.found.identifiers.append(ofac_labels.identifier(scheme or "other", said))

    def _unusual(self, kind: str, number: str) -> str:
        text = self.references.text(kind, number)
        return "" if text.casefold() in PLAIN else text

    def _feature(self, node: Node) -> None:
        label = self.references.text("FeatureType", node.attribute("FeatureTypeID"))
        node.ignore("IdentityReference")
        for version in node.children("FeatureVersion"):
            reliability = self._unusual("Reliability", version.attribute("ReliabilityID"))
            false = bool(ofac_labels.FALSE.search(reliability))
            graded = f"reliability: {reliability}" if reliability else ""
            note = "; ".join(part for part in (version.text("Comment"), graded) if part)
            stated = version.child("DatePeriod")
            edtf = ""
            if stated is not None:
                edtf = ofac_reference.period(stated, self.found.place, self.found.audit)
            texts = list(self._details(version))
            since, _, until = edtf.partition("/")
            for text, country in texts:
                ofac_labels.add(
                    self.found, Said(label, text, country, since, until, note, false=false)
                )
            if edtf and not texts:
                said = Said(label, edtf, note=note, exact=edtf, false=false)
                ofac_labels.add(self.found, said)

    def _details(self, version: Node) -> Iterator[tuple[str, str]]:
        """Texts of a version of a feature, each with the name of its state where it is a place."""
        for place in version.children("VersionLocation"):
            number = place.attribute("LocationID")
            text, country = ofac_reference.place_text(self.shelf, self.references, number)
            if text:
                yield text, country
            else:
                self.found.odd(f"location {number[:20]!r} is not in the file, or empty.")
        for detail in version.children("VersionDetail"):
            reference = self.references.text(
                "DetailReference", detail.attribute("DetailReferenceID")
            )
            if text := detail.text():
                yield text, ""
            if reference:
                yield reference, ""

    def _ties(self, key: str) -> None:
        for side, other in (("from", "to"), ("to", "from")):
            for _, tie in self.shelf.take(side, key):
                label = self.references.text("RelationType", tie["type"])
                plain = label.casefold()
                if (plain in REVERSED) != (side == "to"):
                    continue
                kind = REVERSED.get(plain) or TIES.get(plain, "other")
                former = tie["former"].casefold() == "true"
                quality = self._unusual("RelationQuality", tie["quality"])
                graded = f"quality: {quality}" if quality else ""
                notes = ("former" if former else "", graded, tie["comment"])
                if former and kind == "owner":
                    kind = "former-owner"
                note = "; ".join(part for part in notes if part)
                self.found.links.append(Link(kind, "", tie[other], label, note=note))

    def _listings(self, key: str) -> tuple[Listing, ...]:
        rows = self.shelf.take(ofac_reference.ENTRY, key)
        return tuple(listing for _, cells in rows for listing in self._listing(cells))

    def _listing(self, cells: dict[str, Any]) -> Iterator[Listing]:
        dates, bases, comments = self._events(cells["events"])
        codes, measures = [], []
        for kind, comment, when in cells["measures"]:
            name = self.references.text("SanctionsType", kind)
            if name.casefold() == "program" and comment:
                codes.append(comment)
            else:
                text = f"{name}: {comment}" if comment else name
                measures.append(f"{text} ({when})" if when else text)
        if name := self.references.text("List", cells["list"]):
            self.found.facts.append(Fact("other", name, "List"))
        listed, removed = sorted(set(dates["listed"])), sorted(set(dates["removed"]))
        amended = sorted({*dates["amended"], *listed[1:], *removed[:-1]})
        for code in codes or [""]:
            yield Listing(
                programme=code,
                provision="; ".join(bases),
                measures=tuple(dict.fromkeys(measures)),
                listed="".join(listed[:1]),
                amended=tuple(amended),
                delisted="".join(removed[-1:]),
                reason="; ".join(comments),
            )

    def _events(
        self, events: list[tuple[str, str, str, str]]
    ) -> tuple[dict[str, list[str]], list[str], list[str]]:
        """Dates by what happened, the legal bases and the comments of the events of an entry."""
        dates: dict[str, list[str]] = {"listed": [], "amended": [], "removed": []}
        bases: dict[str, None] = {}
        comments = []
        for kind, edtf, basis, comment in events:
            name = self.references.text("EntryEventType", kind).casefold()
            created = not name or "creat" in name or name.startswith("entry")
            removed = any(part in name for part in REMOVED)
            if edtf:
                dates["removed" if removed else "listed" if created else "amended"].append(edtf)
            if basis:
                bases[self.references.text("LegalBasis", basis)] = None
            if comment:
                comments.append(comment)
        return dates, list(bases), comments
