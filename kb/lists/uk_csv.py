"""The UK Sanctions List in CSV: one row for each name, address or document of a designation."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kb.errors import BadInput
from kb.lists.csvread import Row, Table, first_line, plain
from kb.lists.dates import read
from kb.lists.model import Audit, Edition, Entry
from kb.lists.uk_words import DATES, FACTS, IDENTIFIERS, LINKS, Designation, profile

REQUIRED = ("unique id", "name 6", "name type", "regime name", "date designated")
TYPE_NAMES = ("designation type", "individual, entity, ship")
PREFACE = "report date:"
NAMES = tuple(f"name {number}" for number in (1, 2, 3, 4, 5, 6))
LINES = tuple(f"address line {number}" for number in (1, 2, 3, 4, 5, 6))
NOTES = {
    "passport number": "passport additional information",
    "national identifier number": "national identifier additional information",
}
SAID = ("last updated", "regime name", "date designated", "uk statement of reasons")
LONE = (*SAID, *IDENTIFIERS, *FACTS, *DATES, *LINKS)
READ = frozenset(
    {
        *REQUIRED,
        *TYPE_NAMES,
        *NAMES,
        *LINES,
        *LONE,
        *NOTES.values(),
        "alias strength",
        "name non-latin script",
        "non-latin script type",
        "non-latin script language",
        "sanctions imposed",
        "address postal code",
        "address country",
        "town of birth",
        "country of birth",
    }
)
SEVERAL = ("nationality(/ies)", "position", *LINKS, "previous flags", "d.o.b", "imo number")
"""Fields whose cell may number its values: "(1) Russia (2) Cyprus"."""
NUMBER = re.compile(r"(?:^|\s)\(([0-9]{1,2})\)\s?")


class UkCsv:
    """Imports the UK Sanctions List from CSV."""

    profile = profile("CSV")

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the file begins with its report date, or with the list's header."""
        line = plain(first_line(head))
        return line.startswith(PREFACE) or all(name in line for name in REQUIRED)

    def edition(self, path: Path) -> Edition:
        """The date of the report; the file does not say how many designations it has."""
        table = Table(path, REQUIRED, preface=PREFACE)
        with closing(table.rows(Audit(), READ.__contains__)) as rows:
            next(rows, None)
        stated = table.preface.strip('", ;').partition(":")[2]
        return Edition(date=read(stated.strip('", ;')), title=self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every designation. Raises `BadInput` with the line where a row cannot be read."""
        table = Table(path, REQUIRED, preface=PREFACE)
        keys: dict[str, int] = {}
        told: Designation | None = None
        with closing(table.rows(audit, READ.__contains__)) as rows:
            for row in rows:
                key = row.get("unique id")
                if not key:
                    raise BadInput(f"{path}:{row.line}: the row has no Unique ID.")
                if told is None or told.key != key:
                    if told is not None:
                        yield told.entry(f"{path}:{told.line}", audit)
                    told = Designation(key, row.line)
                    _note_twice(keys, told, path, audit)
                _take(row, told, f"{path}:{row.line}", audit)
        if told is not None:
            yield told.entry(f"{path}:{told.line}", audit)


def _note_twice(keys: dict[str, int], told: Designation, path: Path, audit: Audit) -> None:
    if told.key in keys:
        audit.odd(f"{path}:{told.line}: {told.key} stands at line {keys[told.key]} too.")
    keys.setdefault(told.key, told.line)


def _take(row: Row, told: Designation, place: str, audit: Audit) -> None:
    parts = [row.get(name) for name in NAMES]
    told.name(parts, row.get("name type"), row.get("alias strength"), audit)
    told.foreign(
        row.get("name non-latin script"),
        row.get("non-latin script type"),
        row.get("non-latin script language"),
    )
    for name in TYPE_NAMES:
        told.put("designation type", row.get(name), place, audit)
    for column in LONE:
        cell = row.get(column)
        for value in numbered(cell) if column in SEVERAL else (cell,):
            told.put(column, value, place, audit, row.get(NOTES.get(column, "")))
    told.address(
        [*(row.get(line) for line in LINES), row.get("address postal code")],
        row.get("address country"),
    )
    told.birth(row.get("town of birth"), row.get("country of birth"))
    told.impose(row.get("sanctions imposed"))


def numbered(cell: str) -> list[str]:
    """The values of a cell: "(1) A (2) B" holds two, in order; any other cell is one value."""
    found, number, start = [], 1, 0
    for match in NUMBER.finditer(cell):
        if int(match[1]) != number or (number == 1 and match.start() != 0):
            continue
        if number > 1:
            found.append(cell[start : match.start()].strip(" ;,."))
        number, start = number + 1, match.end()
    return [*found, cell[start:].strip(" ;,.") if number > 1 else cell]
