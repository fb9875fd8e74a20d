"""A document before it becomes HTML or Markdown: blocks of lines, lines of pieces, footnotes.

A proposition is named by pieces of its own kind (`Name`, `Status`, `Who`), so that a check can hold that
none of them stands alone (`kb.judge.dossier_guard`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kb.judge.case_parts import Claim
from kb.judge.dossier import Named


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a proposition."""

    of: Named


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a proposition."""

    of: Named


@dataclass(frozen=True, slots=True)
class Who:
    """Who claims what of a proposition, in words."""

    of: Named
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A mark that leads to the footnote of that number."""

    number: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are not the dossier's own: a quote, a title, an address, an analyst's note."""

    text: str
    kind: str = "source"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Jump:
    """Words that lead to another place of the document."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that something else of the document leads to."""

    text: str
    anchor: str


Piece = str | Name | Status | Who | Note | Words | Strong | Jump | Anchor


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or paragraph: its pieces, and whether it is a quote, small print or plain."""

    pieces: tuple[Piece, ...]
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4, with the anchor under which it is found."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines."""

    lines: tuple[Line, ...]


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it shows, the heads of its columns, its rows; the first cell heads a row if so said."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: str = ""
    row_heads: bool = True


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the picture: number, status, the claimed time, when claims for and against were made."""

    number: int
    status: str
    first: date | None
    last: date | None
    marks: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A timeline, drawn where a format can; its table says the same in words."""

    title: str
    text: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map or network as finished SVG, drawn where a format can; its table says the same in words.

    `words` are the names that stand in the picture: the guard reads them as it reads a line.
    """

    title: str
    text: str
    svg: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Where the footnotes go: by number, the line of each."""

    lines: tuple[tuple[int, Line], ...]


Block = Heading | Line | Bullets | Table | Picture | Drawing | Footnotes


@dataclass(frozen=True, slots=True)
class Page:
    """The whole document: what a window shows as its title, and its blocks in order."""

    title: Line
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Notes:
    """The footnotes of one document, numbered as they come: one for the passages of each claim."""

    numbers: dict[str, int] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def mark(self, claim: Claim) -> Note:
        """The mark that leads to the passages of a claim."""
        if claim.id not in self.numbers:
            self.numbers[claim.id] = len(self.numbers) + 1
            self.claims.append(claim)
        return Note(self.numbers[claim.id])


def line(*pieces: Piece, kind: str = "plain") -> Line:
    """A line of some pieces, empty ones left out."""
    return Line(tuple(each for each in pieces if each != ""), kind)


def cell(*pieces: Piece) -> Cell:
    """A cell of one line."""
    return (line(*pieces),)


def lines_of(block: Block) -> Iterable[tuple[Line, ...]]:
    """The lines that are read together: a paragraph, an item of a list, a row of a table."""
    if isinstance(block, Line):
        yield (block,)
    elif isinstance(block, Bullets):
        yield from ((each,) for each in block.lines)
    elif isinstance(block, Table):
        yield from (tuple(each for one in row for each in one) for row in block.rows)
    elif isinstance(block, Footnotes):
        yield from ((each,) for _, each in block.lines)
    elif isinstance(block, Drawing):
        yield from ((Line((each,)),) for each in block.words)
    elif isinstance(block, Heading):
        yield (Line((block.text,)),)
