"""Answers as CSV, TSV, JSON and a table for the terminal."""

import csv
import io
import json
from collections.abc import Callable, Mapping

from kb.questions.shown import Shown


def as_csv(answer: Shown, delimiter: str = ",") -> str:
    """Comma-separated values with a header line (RFC 4180, line feeds)."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([[harmless(cell) for cell in row] for row in answer.rows])
    return out.getvalue()


def as_tsv(answer: Shown) -> str:
    """Tab-separated values with a header line."""
    return as_csv(answer, "\t")


def as_json(answer: Shown) -> str:
    """A JSON array with one object a row."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_table(answer: Shown) -> str:
    """A table for the terminal: labels in place of identifiers, statuses beside them.

    What a row has in common with the one above, from the left, is not repeated.
    """
    from rich import box  # slow to load, and other formats need none of it
    from rich.console import Console
    from rich.table import Table

    shown = [n for n, column in enumerate(answer.columns) if column not in answer.things]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index in shown:
        column = answer.columns[index].removesuffix("_label").replace("_", " ")
        table.add_column(column, overflow="fold")
    above: list[str] = []
    for row in answer.rows:
        cells = [visible(row[index]) for index in shown]
        same = next((n for n, cell in enumerate(cells) if above[n : n + 1] != [cell]), len(cells))
        table.add_row(*[""] * min(same, len(cells) - 1), *cells[min(same, len(cells) - 1) :])
        above = cells
    out = io.StringIO()
    console = Console(file=out, markup=False, emoji=False, highlight=False, color_system=None)
    console.print(table)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    count = len(answer.rows)
    return "\n".join([*filter(None, lines), f"{count} row{'' if count == 1 else 's'}"]) + "\n"


def visible(text: str) -> str:
    """Text for a terminal: control and direction characters are shown, not obeyed."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


FORMATS: Mapping[str, Callable[[Shown], str]] = {
    "table": as_table,
    "csv": as_csv,
    "tsv": as_tsv,
    "json": as_json,
}
"""Every format of an answer."""
