"""The EU's consolidated list of persons and groups under financial sanctions: the FSF file, XML 1.1."""

import re
from collections.abc import Iterator
from pathlib import Path

from kb.errors import BadInput
from kb.lists import eu_parts as parts
from kb.lists.dates import read
from kb.lists.model import Audit, Edition, Entry, Fact, Identifier, Listing, Profile
from kb.lists.xmlread import Node, records

ROOT = frozenset({"export"})
RECORD = frozenset({"sanctionEntity"})
BEGINS = re.compile(rb"<(?:\w{1,20}:)?export[\s>]")
KINDS = {"person": "person", "enterprise": "organization"}


class EuFsf:
    """Imports the EU's Financial Sanctions Files from XML."""

    profile = Profile(
        name="eu",
        title="EU consolidated list of financial sanctions (FSF)",
        authority="org:council-of-the-eu",
        licence="Commission Decision 2011/833/EU: reuse with the source named",
        format_version="XML 1.1",
        homepage="https://data.europa.eu/data/datasets/"
        "consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions",
        fewest=3000,
        most=20000,
    )

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the file begins as XML whose root is export and whose records are sanctionEntity."""
        return bool(BEGINS.search(head[:4096])) and b"sanctionEntity" in head

    def edition(self, path: Path) -> Edition:
        """The date on which the file was generated; it does not say how many entries it has."""
        node = next(records(path, RECORD, ROOT), None)
        root = node.element.getroottree().getroot() if node is not None else None
        stated = root.get("generationDate", "") if root is not None else ""
        return Edition(date=read(stated), title=self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every entity. Raises `BadInput` with the line where the XML is cut off or hostile."""
        keys: dict[str, int] = {}
        for node in records(path, RECORD, ROOT):
            place = f"{path}:{node.line}"
            entry = _entry(node, place, audit)
            if entry.key in keys:
                audit.odd(f"{place}: {entry.key} stands at line {keys[entry.key]} too.")
            keys.setdefault(entry.key, node.line)
            node.report(audit)
            yield entry


def _entry(node: Node, place: str, audit: Audit) -> Entry:
    reference, number = node.attribute("euReferenceNumber"), node.attribute("logicalId")
    if not reference and not number:
        raise BadInput(
            f"{place}: the entity has neither euReferenceNumber nor logicalId. Fetch the file again."
        )
    kind = ""
    for subject in node.children("subjectType"):
        parts.skim(subject, "classificationCode", "logicalId")
        kind = kind or subject.attribute("code")
    if kind not in KINDS:
        audit.odd(f"{place}: {reference or number} is of an unknown type, {kind!r}.")
    united = node.attribute("unitedNationId")
    found = tuple(parts.identifiers(node, place, audit))
    if united:
        found = (Identifier("other", united, "unitedNationId"), *found)
    settled, found = parts.ship_or_company(KINDS.get(kind, "unknown"), found)
    names, told = parts.names(node, kind == "person")
    return Entry(
        key=reference or f"logical-{number}",
        kind=settled,
        names=names,
        identifiers=found,
        facts=(*told, *_facts(node, place, audit)),
        listings=tuple(_listings(node, reference or f"logical-{number}", place, audit)),
        line=node.line,
    )


def _facts(node: Node, place: str, audit: Audit) -> Iterator[Fact]:
    for each in node.children("citizenship"):
        yield parts.citizenship(each)
    for each in node.children("birthdate"):
        yield from parts.birth(each, place, audit)
    for each in node.children("address"):
        yield from parts.address(each)
    for text in node.texts("remark"):
        yield Fact("remark", text, "remark")


def _listings(node: Node, reference: str, place: str, audit: Audit) -> Iterator[Listing]:
    """One listing a programme: its acts, the day it was listed, and the days of the amending acts."""
    designated = parts.day(node, "designationDate", place, audit)
    reason = node.attribute("designationDetails")
    acts: dict[str, list[parts.Act]] = {}
    for each in node.children("regulation"):
        act = parts.act(each, place, audit)
        acts.setdefault(act.programme, []).append(act)
    if not acts:
        audit.odd(f"{place}: {reference} names no regulation.")
    for programme, those in acts.items():
        first = sorted(act.day for act in those if act.day and not act.amends)
        yield Listing(
            programme=programme,
            provision="; ".join(dict.fromkeys(act.title for act in those if act.title)),
            listed=designated or (first[0] if first else ""),
            amended=tuple(sorted({act.day for act in those if act.day and act.amends})),
            reason=reason,
            reference=reference,
        )
