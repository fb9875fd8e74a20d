"""Reads a CSV list row by row, in bounded memory: columns by name, and the line of each row."""

import csv
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kb.errors import BadInput
from kb.lists.model import Audit

LONGEST_LINE = 1 << 20
DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line where it starts and its cells, stripped, by plain column name."""

    line: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """A cell by plain column name; "" where it is empty or there is no such column."""
        return self.cells.get(column, "")


def plain(name: str) -> str:
    """A column name in lower case, with single spaces for every run of spaces and underscores."""
    return " ".join(name.replace("_", " ").casefold().split())


def first_line(head: bytes) -> str:
    """The first line of a file that begins with `head`, as text; undecodable bytes are replaced."""
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return next(iter(head.decode(encoding, "replace").splitlines()), "")


class Table:
    """A CSV file with a header, whose `columns` (plain names, in order) are known once a row was asked for.

    `required` must all be among the columns; cells of columns that are not `known` are counted in the
    audit. A first line that begins with `preface` is no header: it is kept as `preface`. `titles` holds
    the column names as the file writes them. Raises `BadInput` with file and line.
    """

    def __init__(self, path: Path, required: Iterable[str], *, preface: str = "") -> None:
        self.path = path
        self.preface = ""
        self._preface = preface
        self.columns: tuple[str, ...] = ()
        self.titles: dict[str, str] = {}
        self._required = tuple(required)

    def rows(self, audit: Audit, known: Callable[[str], bool]) -> Generator[Row, None, None]:
        """Every row that holds something, in the order of the file."""
        try:
            with self.path.open("rb") as file:
                wide = file.read(2) in (b"\xff\xfe", b"\xfe\xff")
            encoding = "utf-16" if wide else "utf-8-sig"
            with self.path.open(encoding=encoding, newline="") as text:
                yield from self._rows(_Lines(self.path, text), audit, known)
        except OSError as error:
            raise BadInput(f"{self.path}: cannot be read ({error.strerror}).") from error

    def _rows(self, lines: "_Lines", audit: Audit, known: Callable[[str], bool]) -> Iterator[Row]:
        header = lines.take()
        if self._preface and header.casefold().startswith(self._preface):
            self.preface, header = header.strip(), lines.take()
        delimiter = max(DELIMITERS, key=header.count)
        skipped = lines.number - 1
        lines.give_back(header)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        start = lines.number + 1
        try:
            for number, cells in enumerate(reader):
                if number == 0:
                    self.columns = self._header(cells, start)
                elif any(cell.strip() for cell in cells):
                    yield self._row(cells, start, audit, known)
                start = skipped + reader.line_num + 1
        except csv.Error as error:
            raise BadInput(
                f"{self.path}:{start}: the row that starts here is not well-formed CSV ({error}). "
                "The file may be cut off: fetch it again, or save it as comma-separated UTF-8."
            ) from error
        if not self.columns:
            raise BadInput(f"{self.path}: is empty: it has no header. Fetch the file again.")

    def _header(self, cells: list[str], line: int) -> tuple[str, ...]:
        columns = tuple(map(plain, cells))
        self.titles = dict(zip(columns, (" ".join(cell.split()) for cell in cells), strict=True))
        missing = [name for name in self._required if name not in columns]
        if missing:
            raise BadInput(
                f"{self.path}:{line}: the header has no column {', '.join(missing)}. "
                "Keep the publisher's header row, or name the columns so."
            )
        twice = sorted({name for name in columns if name and columns.count(name) > 1})
        if twice:
            raise BadInput(f"{self.path}:{line}: two columns are named {twice[0]}. Rename one.")
        return columns

    def _row(self, cells: list[str], line: int, audit: Audit, known: Callable[[str], bool]) -> Row:
        if len(cells) != len(self.columns):
            raise BadInput(
                f"{self.path}:{line}: the row has {len(cells)} cells, the header {len(self.columns)}. "
                "The file may be cut off: fetch it again, or save it as CSV with quotes."
            )
        found = {
            name: value
            for name, cell in zip(self.columns, cells, strict=True)
            if (value := cell.strip())
        }
        for name in found:
            if not known(name):
                audit.miss(f"column {name or '(without a name)'}")
        return Row(line, found)


class _Lines:
    """The lines of a file as text, each of bounded length; `number` is that of the last one given."""

    def __init__(self, path: Path, file: TextIO) -> None:
        self._file = file
        self._path = path
        self._waiting: list[str] = []
        self.number = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self.take()
        if not line:
            raise StopIteration
        return line

    def give_back(self, line: str) -> None:
        self._waiting.append(line)
        self.number -= 1

    def take(self) -> str:
        self.number += 1
        if self._waiting:
            return self._waiting.pop()
        try:
            line = self._file.readline(LONGEST_LINE)
        except UnicodeError as error:
            raise BadInput(
                f"{self._path}:{self.number}: is not UTF-8 here. Save the file as UTF-8 and try again."
            ) from error
        if len(line) == LONGEST_LINE:
            raise BadInput(f"{self._path}:{self.number}: the line is longer than {LONGEST_LINE}.")
        if "\0" in line:
            raise BadInput(
                f"{self._path}:{self.number}: holds a NUL character: this is no CSV file."
            )
        return line
