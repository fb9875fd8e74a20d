"""A document as Markdown with footnotes, in which nothing of a source can act as markup."""

import re

from kb.judge.dossier_page import (
    Block,
    Bullets,
    Cell,
    Drawing,
    Footnotes,
    Heading,
    Line,
    Name,
    Note,
    Page,
    Picture,
    Piece,
    Status,
    Strong,
    Table,
    Words,
)
from kb.judge.why_page import MARKS, visible

LEADING = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))")
"""What would make a list or a heading at the beginning of a line."""


def as_markdown(page: Page) -> str:
    """The document as Markdown; pictures are left to their tables."""
    made = [_block(each) for each in page.blocks if not isinstance(each, Picture | Drawing)]
    return "\n\n".join(each for each in made if each) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_own(block.text)}"
    if isinstance(block, Line):
        return _line(block)
    if isinstance(block, Bullets):
        return "\n".join(f"- {_line(each)}" for each in block.lines)
    if isinstance(block, Table):
        return _table(block)
    assert isinstance(block, Footnotes)
    return "\n".join(f"[^{number}]: {_line(each)}" for number, each in block.lines)


def _line(line: Line) -> str:
    return "".join(_piece(each) for each in line.pieces)


def _piece(piece: Piece) -> str:
    if isinstance(piece, Note):
        return f"[^{piece.number}]"
    if isinstance(piece, Status):
        return f"**{_own(piece.of.status.upper())}**"
    if isinstance(piece, Name):
        return _own(piece.of.name)
    if isinstance(piece, Strong):
        text = piece.text.rstrip()
        return f"**{_own(text)}**{piece.text[len(text) :]}"
    if isinstance(piece, Words) and piece.kind == "quote":
        return f"“{_own(piece.text)}”"
    return _own(piece if isinstance(piece, str) else piece.text)


def _own(text: str) -> str:
    plain = visible("".join(" " if c.isspace() else c for c in text))
    return LEADING.sub(_led, MARKS.sub(r"\\\1", plain))


def _led(match: re.Match[str]) -> str:
    space, mark, number, end = match.groups(default="")
    return f"{space}\\{mark}" if mark else f"{space}{number}\\{end}"


def _table(table: Table) -> str:
    heads = " | ".join(_own(each) for each in table.heads)
    rule = " | ".join("---" for _ in table.heads)
    rows = [f"| {' | '.join(_cell(each) for each in row)} |" for row in table.rows]
    return "\n".join([f"*{_own(table.caption)}*", "", f"| {heads} |", f"| {rule} |", *rows])


def _cell(cell: Cell) -> str:
    return "<br>".join(_line(each) for each in cell)
