"""The UN's designated vessels of the 1718 Committee (North Korea), as a table in CSV.

The Committee publishes the list as a PDF and a web table. The accepted file is that table as CSV, one row
a vessel: `vessel_name`, `imo_number`, `mmsi`, `flag`, `call_sign`, `type`, `other_information`,
`date_of_designation`, `designated_owner`, and one column a measure, headed by the paragraphs that impose
it ("Paragraph 12 (a) of resolution 2321 (2016)", or shorter "12(a) of 2321"). A cell that numbers its
values ("1: Yun Hong 8 2: Yun Hong") holds several. A measure holds unless its cell is empty or says no.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kb.errors import BadInput
from kb.lists.csvread import Row, Table, first_line, plain
from kb.lists.dates import dated
from kb.lists.model import (
    Audit,
    Edition,
    Entry,
    Fact,
    Identifier,
    Link,
    Listing,
    Name,
    Profile,
)
from kb.lists.states import code

REQUIRED = ("vessel name", "imo number", "date of designation")
READ = frozenset(
    {
        *REQUIRED,
        "#",
        "mmsi",
        "flag",
        "call sign",
        "type",
        "other information",
        "designated owner",
        "image url",
    }
)
PARAGRAPH = re.compile(r"([0-9]{1,3}) ?(?:\(([a-z])\))? of (?:resolution |res\.? )?([0-9]{4})")
ECONOMIC_RESOURCE = "economic resource"
REFERENCE = re.compile(r"\b([kK][pP][ei]\.[0-9]{3})\b")
NOT_HELD = frozenset({"", "na", "n/a", "no", "none", "-", "–", "0", "false"})
HELD = frozenset({"x", "yes", "y", "1", "true", "✓", "✔", "●", "•"})
NUMBER = re.compile(r"(?:^|\s)([0-9]{1,2}): ?")


class Vessels1718:
    """Imports the designated vessels list of the UN's 1718 Committee from CSV."""

    profile = Profile(
        name="un-1718-vessels",
        title="UN Security Council: designated vessels of the 1718 Committee",
        authority="org:un-security-council",
        licence="United Nations terms of use: free to reproduce with the source named",
        format_version="table as CSV",
        homepage="https://main.un.org/securitycouncil/en/sanctions/1718/materials/"
        "1718-Designated-Vessels-List",
        fewest=30,
        most=200,
    )

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the first line names a vessel, its IMO number and its designation."""
        line = plain(first_line(head))
        return all(name in line for name in REQUIRED)

    def edition(self, path: Path) -> Edition:
        """The title alone: the table says neither its date nor how many vessels it has."""
        table = Table(path, REQUIRED)
        with closing(table.rows(Audit(), _is_read)) as rows:
            next(rows, None)
        _measures(table)
        return Edition(title=self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every vessel of the table. Raises `BadInput` where it is no such table."""
        table = Table(path, REQUIRED)
        keys: dict[str, int] = {}
        with closing(table.rows(audit, _is_read)) as rows:
            for row in rows:
                place = f"{path}:{row.line}"
                entry = _entry(row, _measures(table), place, audit)
                if entry.key in keys:
                    earlier = keys[entry.key]
                    audit.odd(f"{place}: {entry.key} stands at line {earlier} too.")
                keys.setdefault(entry.key, row.line)
                yield entry


def _is_read(column: str) -> bool:
    return column in READ or _is_measure(column)


def _is_measure(column: str) -> bool:
    return bool(PARAGRAPH.search(column)) or ECONOMIC_RESOURCE in column


def _measures(table: Table) -> dict[str, str]:
    """The title of each measure's column, by its plain name."""
    measures = {column: table.titles[column] for column in table.columns if _is_measure(column)}
    if table.columns and not measures:
        raise BadInput(
            f"{table.path}:1: no column is headed by the paragraphs of a measure. Head each measure by "
            "the paragraphs that impose it, as in 'Paragraph 12 (a) of resolution 2321 (2016)'."
        )
    return measures


def _entry(row: Row, measures: dict[str, str], place: str, audit: Audit) -> Entry:
    names = variants(row.get("vessel name"))
    if not names:
        raise BadInput(f"{place}: the row has no vessel name. Write it, or delete the row.")
    return Entry(
        key=_key(row, names[0]),
        kind="vessel",
        names=tuple(
            Name(text, "primary" if number == 0 else "alias") for number, text in enumerate(names)
        ),
        identifiers=(
            *_identifiers(row, "imo number", "imo"),
            *_identifiers(row, "mmsi", "mmsi"),
            *_identifiers(row, "call sign", "call-sign"),
        ),
        facts=tuple(_facts(row)),
        links=tuple(
            Link("owner", name=text, label="designated_owner")
            for text in variants(row.get("designated owner"))
        ),
        listings=tuple(_listings(row, measures, place, audit)),
        line=row.line,
    )


def _key(row: Row, name: str) -> str:
    number = variants(row.get("imo number"))
    digits = "".join(c for c in number[0] if c in "0123456789") if number else ""
    return f"imo-{digits}" if digits else f"name-{'-'.join(plain(name).split())}"


def _identifiers(row: Row, column: str, scheme: str) -> Iterator[Identifier]:
    for value in variants(row.get(column)):
        yield Identifier(scheme, value, label=column.replace(" ", "_"))


def _facts(row: Row) -> Iterator[Fact]:
    flags = variants(row.get("flag"))
    for number, text in enumerate(flags, 1):
        note = f"{number} of {len(flags)}" if len(flags) > 1 else ""
        yield Fact("flag", text, "flag", country=code(text), note=note)
    for text in variants(row.get("type")):
        yield Fact("type", text, "type")
    if text := row.get("other information"):
        yield Fact("remark", text, "other_information")


def _listings(row: Row, measures: dict[str, str], place: str, audit: Audit) -> Iterator[Listing]:
    text = row.get("date of designation")
    listed = dated(text, place, audit)
    held = [column for column in measures if row.get(column).casefold() not in NOT_HELD]
    if not held:
        audit.odd(f"{place}: no measure is marked for this vessel.")
    for column in held:
        cell = row.get(column)
        reference = REFERENCE.search(measures[column])
        yield Listing(
            programme="1718",
            provision=measures[column],
            resolutions=tuple(_paragraphs(column)),
            measures=() if cell.casefold() in HELD else (cell,),
            listed=listed,
            reference=reference[1] if reference else "",
        )


def _paragraphs(column: str) -> Iterator[tuple[str, str]]:
    for match in PARAGRAPH.finditer(column):
        yield match[3], f"{match[1]}({match[2]})" if match[2] else match[1]


def variants(cell: str) -> list[str]:
    """The values of a cell: "1: A 2: B" holds two, in order; any other cell one; no value none."""
    if cell.casefold() in NOT_HELD:
        return []
    pieces, number, start = [], 1, 0
    for match in NUMBER.finditer(cell):
        if int(match[1]) != number or (number == 1 and match.start() != 0):
            continue
        if number > 1:
            pieces.append(cell[start : match.start()].strip(" ;,"))
        number, start = number + 1, match.end()
    pieces.append(cell[start:].strip(" ;,"))
    return [piece for piece in dict.fromkeys(pieces) if piece and piece.casefold() not in NOT_HELD]
