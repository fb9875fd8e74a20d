"""Answers as CSV, TSV, JSON and a table for the terminal."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from math import sqrt

from kb.questions.shown import Shown

WIDTH = 110
"""The least width of a table; in a narrower one, words would break."""
SHORT = 24
"""Columns with no longer cells are never wrapped."""


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

    rows = tuple(tuple(visible(cell) for cell in row) for row in answer.rows)
    answer = replace(answer, rows=rows)
    shown = [n for n, column in enumerate(answer.columns) if column not in answer.things]
    width = max(shutil.get_terminal_size((WIDTH, 24)).columns, WIDTH)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, share in zip(_headings(answer, shown), _widths(answer, shown, width), strict=True):
        table.add_column(column, overflow="fold", width=share)
    above: list[str] = []
    for row in answer.rows:
        cells = [row[index] for index in shown]
        same = next((n for n, cell in enumerate(cells) if above[n : n + 1] != [cell]), len(cells))
        table.add_row(*[""] * min(same, len(cells) - 1), *cells[min(same, len(cells) - 1) :])
        above = cells
    out = io.StringIO()
    console = Console(
        file=out, width=width, color_system=None, markup=False, emoji=False, highlight=False
    )
    console.print(table)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    count = len(answer.rows)
    return "\n".join([*filter(None, lines), f"{count} row{'' if count == 1 else 's'}"]) + "\n"


def _headings(answer: Shown, shown: list[int]) -> list[str]:
    """The columns' names; a status follows its proposition, so one alone is just "status"."""
    names = [answer.columns[index].removesuffix("_label").replace("_", " ") for index in shown]
    statuses = [name for name in names if name.endswith(" status")]
    return ["status" if [name] == statuses else name for name in names]


def _widths(answer: Shown, shown: list[int], width: int) -> list[int]:
    """Short columns get what they need; the others share the rest, the longer the text the more."""
    headings = _headings(answer, shown)
    needs = [
        max(len(heading), *(len(row[index]) for row in answer.rows), 0)
        for index, heading in zip(shown, headings, strict=True)
    ]
    short = [need <= SHORT for need in needs]
    rest = width - 3 * len(needs) - sum(n for n, s in zip(needs, short, strict=True) if s)
    roots = [0.0 if s else sqrt(n) for n, s in zip(needs, short, strict=True)]
    total = sum(roots) or 1.0
    shares = [max(12, min(n, int(rest * r / total))) for n, r in zip(needs, roots, strict=True)]
    return [n if s else share for n, s, share in zip(needs, short, shares, strict=True)]


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
