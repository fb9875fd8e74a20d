"""The OFAC list in its legacy files: sdn.csv, with alt.csv, add.csv and sdn_comments.csv beside it.

No header; "-0-" is no value; the remarks hold what newer formats have fields for (`ofac_remarks`), and
go on in sdn_comments.csv where they are longer than 1,000 characters.
Source: OFAC, "Specially Designated Nationals and Blocked Persons: Data Specification".
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kb.errors import BadInput
from kb.lists import ofac_labels, ofac_remarks, ofac_words
from kb.lists.model import Audit, Edition, Entry, Fact, Listing, Name
from kb.lists.ofac_labels import Found, Said
from kb.lists.ofac_shelf import Shelf

NULL = "-0-"
WIDTHS = {"sdn": 12, "alt": 5, "add": 6, "sdn_comments": 2}
BESIDE = {"alt": "aliases", "add": "addresses", "sdn_comments": "the ends of long remarks"}
VESSEL = (
    (5, "Vessel Call Sign"),
    (6, "Vessel Type"),
    (7, "Vessel Tonnage"),
    (8, "Vessel Gross Registered Tonnage"),
    (9, "Vessel Flag"),
    (10, "Vessel Owner"),
)
KINDS = {
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
    "entity": "organization",
}
ALIASES = {"aka": "alias", "fka": "former", "nka": "alias"}
LONGEST_LINE = 4_000_000
FIRST = re.compile(rb'(?:\xef\xbb\xbf)?"?\d{1,9}"?,')
FETCH = "fetch the file again from OFAC."


class SdnCsv:
    """Reads sdn.csv and the files beside it (whatever the case of their names)."""

    profile = replace(
        ofac_words.PROFILE, format_version="legacy delimited files, specification of 2004-12-06"
    )

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the first row is twelve cells that begin with a number, with OFAC's "-0-" among them."""
        if not FIRST.match(head) or b"-0-" not in head:
            return False
        text = io.StringIO(head.decode("utf-8-sig", "replace"), newline="")
        try:
            row = next(csv.reader(text), [])
        except csv.Error:
            return False
        return len(row) == WIDTHS["sdn"] and NULL in (cell.strip() for cell in row)

    def edition(self, path: Path) -> Edition:
        """An edition without a date and a count: the legacy files state neither.

        Raises `BadInput` if the file cannot be read.
        """
        next(_rows(path, "sdn"), None)
        return Edition(title=self.profile.title)

    def files(self, path: Path) -> tuple[Path, ...]:
        """All files that the edition is read from: sdn.csv, and those of the set that are beside it.

        Raises `BadInput` if the folder cannot be read.
        """
        beside = (_beside(path, part) for part in BESIDE)
        return (path, *(file for file in beside if file is not None))

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every row of sdn.csv with its aliases, addresses and remarks.

        Raises `BadInput` (file and line) on a row of another width, another encoding or a broken quote.
        """
        with Shelf() as shelf:
            files = {"sdn": path}
            for part, what in BESIDE.items():
                beside = _beside(path, part)
                if beside is None:
                    audit.odd(f"{path.parent / (part + '.csv')}: is not there; {what} are missing.")
                    continue
                files[part] = beside
                for line, row in _rows(beside, part):
                    shelf.put(part, row[0].strip(), line, row[1:])
            for file in files.values():
                if not _ended(file):
                    audit.odd(f"{file}: its last line has no end; it may be cut off.")
            for line, row in _rows(path, "sdn"):
                yield _entry(files, line, row, shelf, audit)
            for part in BESIDE:
                for key, line in shelf.unused(part):
                    audit.odd(
                        f"{files[part]}:{line}: no entry {key!r} in {path.name}; the row is left out."
                    )


def _beside(path: Path, part: str) -> Path | None:
    try:
        names = sorted(p for p in path.parent.iterdir() if p.name.casefold() == f"{part}.csv")
    except OSError as error:
        raise BadInput(f"{path.parent}: cannot be read ({error.strerror}).") from error
    return names[0] if names else None


def _ended(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - 1))
            return file.read(1) in (b"", b"\n", b"\x1a")
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}).") from error


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            number = 0
            while raw := file.readline(LONGEST_LINE + 1):
                number += 1
                if len(raw) > LONGEST_LINE:
                    raise BadInput(
                        f"{path}:{number}: a line of more than {LONGEST_LINE} bytes; {FETCH}"
                    )
                try:
                    text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    raise BadInput(
                        f"{path}:{number}:{error.start + 1}: not UTF-8; "
                        "save the file as UTF-8, or fetch it again from OFAC."
                    ) from error
                if "\0" in text:
                    raise BadInput(f"{path}:{number}: holds a null byte, so it is no CSV; {FETCH}")
                yield text
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}).") from error


LONGEST_CELL = 131_072
"""Characters; the module's own limit holds for a whole process, and others may change it."""


def _rows(path: Path, part: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of one file with the line where each begins. Raises `BadInput`."""
    width = WIDTHS[part]
    reader = csv.reader(_lines(path), strict=True)
    line = 1
    try:
        for row in reader:
            if row and row != ["\x1a"]:
                _check(path, line, row, width)
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(f"{path}:{line}: not a CSV row ({error}); {FETCH}") from error


def _check(path: Path, line: int, row: list[str], width: int) -> None:
    if len(row) != width:
        remedy = FETCH
        if len(row) == 1 and row[0].count(";") >= width - 1:
            remedy = "the cells are parted by semicolons: save the file with commas."
        raise BadInput(f"{path}:{line}: {len(row)} cells where {width} belong; {remedy}")
    if max(map(len, row)) > LONGEST_CELL:
        raise BadInput(
            f"{path}:{line}: not a CSV row (a cell of more than 131,072 characters); {FETCH}"
        )
    if not row[0].strip().isdigit():
        raise BadInput(
            f"{path}:{line}: the first cell is {row[0][:40]!r}, not a number; "
            "take out a header row if there is one."
        )


def value(cell: str) -> str:
    """A cell's text without outer space; "" for OFAC's "-0-"."""
    text = cell.strip()
    return "" if text == NULL else text


def programmes(text: str) -> tuple[str, ...]:
    """The codes in a cell of programmes: "NPWMD] [IFSR" is two."""
    return tuple(code for part in text.split("] [") if (code := part.strip(" []")))


def _entry(files: dict[str, Path], line: int, row: list[str], shelf: Shelf, audit: Audit) -> Entry:
    path, key = files["sdn"], row[0].strip()
    found = Found(audit, f"{path}:{line}")
    name, title = value(row[1]), value(row[4])
    if name:
        found.names.append(Name(name))
    if title:
        found.facts.append(Fact("title", title))
    for place, label in VESSEL:
        if text := value(row[place]):
            ofac_labels.add(found, Said(label, text))
    _aliases(found, shelf, key)
    _addresses(found, shelf, key)
    rest = "".join(cells[0] for _, cells in shelf.take("sdn_comments", key))
    ofac_remarks.read(found, row[11] + rest if value(row[11]) else rest, title)
    kind = value(row[2]).casefold() or "entity"
    if kind not in KINDS:
        found.odd(f"entry {key} is of the unknown type {kind[:40]!r}.")
    return Entry(
        key,
        KINDS.get(kind, "unknown"),
        tuple(found.names),
        tuple(found.identifiers),
        tuple(found.facts),
        tuple(found.links),
        tuple(Listing(programme=code) for code in programmes(value(row[3]))),
        line,
    )


def _aliases(found: Found, shelf: Shelf, key: str) -> None:
    for line, (_, kind, name, remark) in shelf.take("alt", key):
        kind = value(kind).casefold()
        if kind not in ALIASES:
            found.odd(f"an alias (line {line}) is of the unknown type {kind[:40]!r}.")
        note = "n.k.a." if kind == "nka" else ""
        if value(name):
            found.names.append(
                Name(value(name), ALIASES.get(kind, "alias"), note=value(remark) or note)
            )


def _addresses(found: Found, shelf: Shelf, key: str) -> None:
    for _, (_, street, city, state, remark) in shelf.take("add", key):
        parts = [value(street), value(city), value(state)]
        if any(parts) or value(remark):
            text = ", ".join(part for part in parts if part)
            code = ofac_words.country(parts[2])
            found.facts.append(Fact("address", text, country=code, note=value(remark)))
