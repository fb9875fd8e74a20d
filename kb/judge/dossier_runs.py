"""The lines of a document as runs of plain text, for formats that have no markup: PDF and DOCX."""

from dataclasses import dataclass

from kb.judge.dossier_page import (
    Anchor,
    Jump,
    Line,
    Name,
    Note,
    Page,
    Piece,
    Status,
    Strong,
    Words,
)

NO_PICTURE = (
    "The picture that belongs here was not drawn: it needs pip install 'sanctions-kb[pdf]'. "
    "A table says the same."
)
"""What stands in the place of a picture."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some text, whether it stands out, where it leads to, and under which anchor it is found."""

    text: str
    strong: bool = False
    link: str = ""
    anchor: str = ""


def plain(text: str) -> str:
    """Text in one line in which every character that acts without being seen is written out."""
    return "".join(
        " " if c.isspace() else c if c.isprintable() else f"\\u{ord(c):04x}" for c in text
    )


def runs(line: Line) -> tuple[Run, ...]:
    """A line as runs."""
    return tuple(_run(each) for each in line.pieces)


def title(page: Page) -> str:
    """The title of a document: the same words as in the window of its HTML form."""
    return "".join(each.text for each in runs(page.title))


def passage(number: int) -> str:
    """The anchor of a footnote."""
    return f"n{number}"


def _run(piece: Piece) -> Run:
    if isinstance(piece, Status):
        return Run(plain(piece.of.status.upper()), strong=True)
    if isinstance(piece, Name):
        return Run(plain(piece.of.name))
    if isinstance(piece, Note):
        return Run(f"[{piece.number}]", link=passage(piece.number))
    if isinstance(piece, Strong):
        return Run(plain(piece.text), strong=True)
    if isinstance(piece, Jump):
        return Run(plain(piece.text), link=piece.anchor)
    if isinstance(piece, Anchor):
        return Run(plain(piece.text), anchor=piece.anchor)
    if isinstance(piece, Words) and piece.kind == "quote":
        return Run(f"“{plain(piece.text)}”")
    return Run(plain(piece if isinstance(piece, str) else piece.text))
