"""A list of ships or names as a CSV file: its rows as queries, each with the line where it starts."""

import codecs
import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.errors import BadInput
from kb.matching.model import KINDS, Flag, Name, Query

DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 100_000
TRAITS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "vessel", "vessel name", "ship", "ship name", "company", "full name"),
    "alias": ("alias", "aliases", "aka", "former name", "former names", "ex name", "previous name"),
    "imo": ("imo", "imo number", "imo no", "imo no.", "imonumber", "imo nr"),
    "mmsi": ("mmsi", "mmsi number"),
    "call-sign": ("call sign", "callsign", "call-sign", "radio call sign"),
    "flag": ("flag", "flag state", "flag name", "current flag"),
    "built": ("built", "build year", "year built", "year of build", "build"),
    "tonnage": ("tonnage", "gross tonnage", "gt", "grt"),
    "deadweight": ("deadweight", "dwt"),
    "type": ("type", "ship type", "vessel type"),
    "owner": ("owner", "registered owner", "owner name"),
    "birth": ("birth", "birth date", "date of birth", "dob"),
    "country": ("country", "nationality"),
    "kind": ("kind", "schema"),
}
"""What a column may say, with the headings under which it is found without being named."""
SHIPLIKE = frozenset(("imo", "mmsi", "call-sign", "flag", "built", "tonnage", "deadweight", "type"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a fleet: the line where it starts, its name as given, and the query that it makes."""

    line: int
    name: str
    query: Query


@dataclass(frozen=True, slots=True)
class Fleet:
    """The rows of a file; `guessed` names the encoding where it is not UTF-8."""

    rows: tuple[Row, ...]
    guessed: str = ""


def read_fleet(
    data: bytes,
    file: str,
    columns: Sequence[str] = (),
    state: Callable[[str], str] = str,
) -> Fleet:
    """The rows of a CSV file with a header; `columns` says which to use: `imo`, or `imo=IMO No.`.

    The delimiter is found out. `state` gives the code of a state by name. Raises BadInput with the line.
    """
    text, guessed = _decoded(data, file)
    header = text.splitlines()[0] if text.strip() else ""
    if not header:
        raise BadInput(f"{file}: is empty: it has no header. The first line must name the columns.")
    delimiter = max(DELIMITERS, key=header.count)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    start, used = 1, {}
    try:
        for number, cells in enumerate(reader):
            if number == 0:
                used = _used([cell.strip() for cell in cells], columns, file)
            elif any(cell.strip() for cell in cells):
                rows.append(_row(cells, used, start, file, state))
            start = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(
            f"{file}:{start}: the row that starts here is not well-formed CSV ({error}). Save the "
            "table as CSV again."
        ) from None
    return Fleet(tuple(rows), guessed)


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    """The text of the file, and the name of its encoding where that is not UTF-8."""
    wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
        guessed = "UTF-16" if wide else ""
    except UnicodeDecodeError as error:
        if wide:
            raise BadInput(f"{file}: is no whole UTF-16 text. Save it as UTF-8.") from None
        text, guessed = data.decode("cp1252", "replace"), "Windows-1252"
        line = data.count(b"\n", 0, error.start) + 1
        guessed += f" (line {line} is not UTF-8)"
    if "\x00" in text:
        raise BadInput(f"{file}: holds zero bytes: it is no CSV text. Save the table as CSV.")
    return text, guessed


def _used(header: list[str], columns: Sequence[str], file: str) -> dict[str, int]:
    """Which cell says what."""
    places = {_plain(title): place for place, title in reversed(list(enumerate(header)))}
    found: dict[str, int] = {}
    for column in columns:
        trait, _, title = (part.strip() for part in column.partition("="))
        if trait not in TRAITS:
            raise BadInput(
                f"{trait!r} is nothing that a column can say. Choose among {', '.join(TRAITS)}; "
                "for a column of another name write imo=NAME."
            )
        place = next((places[w] for w in _titles(trait, title) if w in places), None)
        if place is None:
            raise BadInput(
                f"{file}:1: there is no column {title or trait!r}. The file has: "
                f"{', '.join(filter(None, header))}. Write {trait}=NAME to use one of them."
            )
        found[trait] = place
    if not columns:
        for trait in TRAITS:
            place = next((places[w] for w in TRAITS[trait] if w in places), None)
            if place is not None:
                found[trait] = place
    if not found.keys() & {"name", "imo", "mmsi", "call-sign"}:
        raise BadInput(
            f"{file}:1: no column gives names or numbers. The file has: "
            f"{', '.join(filter(None, header))}. Say which is which, as in --columns name=NAME."
        )
    return found


def _titles(trait: str, title: str) -> Sequence[str]:
    return (_plain(title),) if title else (trait, *TRAITS[trait])


def _plain(title: str) -> str:
    return " ".join(title.replace("_", " ").casefold().split())


def _row(
    cells: list[str], used: Mapping[str, int], line: int, file: str, state: Callable[[str], str]
) -> Row:
    said = {t: " ".join(cells[place].split()) for t, place in used.items() if place < len(cells)}

    def many(trait: str) -> Iterator[str]:
        return filter(None, (part.strip() for part in said.get(trait, "").split(";")))

    def number(trait: str) -> float | None:
        text = said.get(trait, "").replace(",", "").replace(" ", "")
        try:
            found = float(text) if text else None
        except ValueError:
            return None
        return found if found is None or 0 < found < 1e7 else None

    kind = said.get("kind", "").casefold() or ("vessel" if used.keys() & SHIPLIKE else "unknown")
    if kind not in KINDS:
        raise BadInput(f"{file}:{line}: {kind!r} is no kind. Choose among {', '.join(KINDS)}.")
    names = [Name(said["name"])] if said.get("name") else []
    built = number("built")
    query = Query(
        kind=kind,
        names=(*names, *(Name(text, "alias") for text in many("alias"))),
        imo=tuple(many("imo")),
        mmsi=tuple(many("mmsi")),
        call_signs=tuple(many("call-sign")),
        flags=tuple(Flag(code) for code in map(state, many("flag")) if code),
        built=int(built) if built and built > 1800 else None,
        tonnage=number("tonnage"),
        deadweight=number("deadweight"),
        ship_type=said.get("type", ""),
        owners=tuple(many("owner")),
        births=tuple(many("birth")),
        countries=tuple(code for code in map(state, many("country")) if code),
    )
    return Row(line, said.get("name", "") or said.get("imo", ""), query)
