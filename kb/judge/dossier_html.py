"""A document as one HTML file that runs nothing, loads nothing, and escapes everything."""

from collections import Counter
from collections.abc import Iterator
from html import escape

from kb.judge.dossier_page import (
    Anchor,
    Block,
    Bullets,
    Cell,
    Drawing,
    Footnotes,
    Heading,
    Jump,
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
from kb.judge.dossier_picture import drawn
from kb.judge.dossier_style import STYLE

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the file: nothing but the style in it."""


def as_html(page: Page) -> str:
    """The document as HTML."""
    return _Writer(page).text()


def shown(text: str) -> str:
    """Text in which no character is markup, or acts without being seen."""
    plain = "".join(
        " " if c.isspace() else c if c.isprintable() else f"\\u{ord(c):04x}" for c in text
    )
    return escape(plain, quote=True)


class _Writer:
    """Writes one page; counts the marks of each footnote, for the way back."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.marks: Counter[int] = Counter()
        self.contents = [b for b in page.blocks if isinstance(b, Heading) and b.level == 2]

    def text(self) -> str:
        title = "".join(self.plain(each) for each in self.page.title.pieces)
        head = [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{title}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
        ]
        return "\n".join([*head, *self.blocks(), "</main>", "</body>", "</html>", ""])

    def blocks(self) -> Iterator[str]:
        told = False
        for block in self.page.blocks:
            if isinstance(block, Heading) and block.level == 2 and not told:
                told = True
                yield self.nav()
            yield self.block(block)

    def nav(self) -> str:
        items = [f'<li><a href="#{h.anchor}">{shown(h.text)}</a></li>' for h in self.contents]
        return "\n".join(['<nav aria-label="Contents">', "<ul>", *items, "</ul>", "</nav>"])

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            tag = f"h{block.level}"
            return f'<{tag} id="{shown(block.anchor)}">{shown(block.text)}</{tag}>'
        if isinstance(block, Line):
            return self.line(block)
        if isinstance(block, Bullets):
            items = (f"<li>{self.pieces(each)}</li>" for each in block.lines)
            return "\n".join(["<ul>", *items, "</ul>"])
        if isinstance(block, Table):
            return self.table(block)
        if isinstance(block, Picture):
            words = f"<figcaption>{shown(block.text)}</figcaption>"
            return f"<figure>\n{drawn(block)}\n{words}\n</figure>"
        if isinstance(block, Drawing):
            words = f"<figcaption>{shown(block.text)}</figcaption>"
            return f"<figure>\n{block.svg}\n{words}\n</figure>"
        return self.notes(block)

    def line(self, line: Line) -> str:
        if line.kind == "quote":
            return f"<blockquote>{self.pieces(line)}</blockquote>"
        name = f' class="{line.kind}"' if line.kind != "plain" else ""
        return f"<p{name}>{self.pieces(line)}</p>"

    def pieces(self, line: Line) -> str:
        return "".join(self.piece(each) for each in line.pieces)

    def piece(self, piece: Piece) -> str:
        if isinstance(piece, Status):
            word = shown(piece.of.status)
            return f'<strong class="status status-{word.replace(" ", "-")}">{word.upper()}</strong>'
        if isinstance(piece, Name):
            return f'<bdi class="name">{shown(piece.of.name)}</bdi>'
        if isinstance(piece, Note):
            self.marks[piece.number] += 1
            number, back = piece.number, f"r{piece.number}-{self.marks[piece.number]}"
            return (
                f'<sup><a id="{back}" href="#n{number}" role="doc-noteref" '
                f'aria-label="Passage {number}">[{number}]</a></sup>'
            )
        if isinstance(piece, Strong):
            return f"<strong>{shown(piece.text)}</strong>"
        if isinstance(piece, Jump):
            return f'<a href="#{shown(piece.anchor)}">{shown(piece.text)}</a>'
        if isinstance(piece, Anchor):
            return f'<span id="{shown(piece.anchor)}">{shown(piece.text)}</span>'
        if isinstance(piece, Words):
            text = self.plain(piece)
            if piece.kind == "title":
                return f'<cite dir="auto">{text}</cite>'
            name = ' class="address"' if piece.kind == "address" else ""
            return f"<bdi{name}>{text}</bdi>"
        return self.plain(piece)

    def plain(self, piece: Piece) -> str:
        """A piece as escaped text alone."""
        if isinstance(piece, Status):
            return shown(piece.of.status.upper())
        if isinstance(piece, Name):
            return shown(piece.of.name)
        if isinstance(piece, Note):
            return f"[{piece.number}]"
        if isinstance(piece, Words) and piece.kind == "quote":
            return f"“{shown(piece.text)}”"
        return shown(piece if isinstance(piece, str) else piece.text)

    def table(self, table: Table) -> str:
        name = f' class="{table.kind}"' if table.kind else ""
        made = [f"<table{name}>", f"<caption>{shown(table.caption)}</caption>"]
        if any(table.heads):
            heads = "".join(f'<th scope="col">{shown(each)}</th>' for each in table.heads)
            made.append(f"<thead><tr>{heads}</tr></thead>")
        made.append("<tbody>")
        for row in table.rows:
            cells = [self.cell(each, head=table.row_heads and not n) for n, each in enumerate(row)]
            made.append(f"<tr>{''.join(cells)}</tr>")
        return "\n".join([*made, "</tbody>", "</table>"])

    def cell(self, cell: Cell, *, head: bool) -> str:
        plain = len(cell) == 1 and cell[0].kind == "plain"
        text = self.pieces(cell[0]) if plain else "".join(self.line(each) for each in cell)
        return f'<th scope="row">{text}</th>' if head else f"<td>{text}</td>"

    def notes(self, notes: Footnotes) -> str:
        made = ['<ol class="notes" role="doc-endnotes">']
        for number, line in notes.lines:
            text = self.pieces(line)
            back = "".join(
                f' <a href="#r{number}-{n}" role="doc-backlink" '
                f'aria-label="Back to mark {n} of passage {number}">↩{n if n > 1 else ""}</a>'
                for n in range(1, self.marks[number] + 1)
            )
            made.append(f'<li id="n{number}">{text}{back}</li>')
        return "\n".join([*made, "</ol>"])
