"""A document as PDF: headings as bookmarks, tables with heads on each sheet, passages as links."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from itertools import zip_longest

from kb.judge.dossier_page import (
    Bullets,
    Cell,
    Drawing,
    Footnotes,
    Heading,
    Line,
    Page,
    Picture,
    Table,
)
from kb.judge.dossier_pdf_layout import columns
from kb.judge.dossier_pdf_sheet import BOTTOM, FONT, LEAD, MARGIN, WIDTH, Sheet
from kb.judge.dossier_runs import Run, passage, plain, runs, title
from kb.judge.dossier_vector import bare, caption, extent, svg

BODY, SMALL = 9.5, 8.5
HEADINGS = {1: 17.0, 2: 13.5, 3: 11.0, 4: 10.0}
"""The size of headings by level, in points."""
FULL = WIDTH - 2 * MARGIN
TALLEST = 200.0
"""How high a picture may be, in millimetres."""
MANY = 40
"""A first row with its heads of fewer lines than this stands on the sheet of its caption."""
INDENT, PAD = 5.0, 1.4
HEAD_FILL, RULE, BAR = (236, 238, 242), (190, 190, 190), (150, 160, 180)
LACKING = (
    "Characters that the font of this file does not have are written as their code, such as \\u4e2d; "
    "the HTML form has them as they are."
)
Lines = list[tuple[float, list[Run]]]
"""Lines of a cell, each with how far it is moved to the right."""


def as_pdf(page: Page, day: date) -> bytes:
    """The document as PDF, dated to a day; raises BadInput where the packages for it are missing."""
    writer = _Writer(page, day)
    try:
        return writer.data()
    finally:
        writer.sheet.close()


class _Writer:
    """Writes one document."""

    def __init__(self, page: Page, day: date) -> None:
        self.page = page
        self.sheet = Sheet(title(page), day)

    def data(self) -> bytes:
        for block, following in zip_longest(self.page.blocks, self.page.blocks[1:]):
            if isinstance(block, Heading):
                below = self.high(following) if isinstance(following, Picture | Drawing) else 22.0
                self.heading(block, below)
            elif isinstance(block, Line):
                self.line(block)
            elif isinstance(block, Bullets):
                for each in block.lines:
                    self.set([Run("• "), *runs(each)], BODY, 2.0, 1.0)
            elif isinstance(block, Table):
                self.table(block)
            elif isinstance(block, Footnotes):
                for number, each in block.lines:
                    mark = Run(f"[{number}] ", strong=True, anchor=passage(number))
                    self.set([mark, *runs(each)], SMALL, 0.0, 1.6)
            else:
                self.picture(block)
        if self.sheet.lacking:
            self.set([Run(LACKING)], SMALL, 0.0, 2.0)
        return bytes(self.sheet.pdf.output())

    def set(self, own: Iterable[Run], size: float, indent: float, after: float) -> None:
        """Sets runs as a paragraph."""
        sheet = self.sheet
        for line in sheet.lines(own, size, FULL - indent):
            sheet.room(size * LEAD)
            sheet.put(line, size, MARGIN + indent, sheet.y)
            sheet.y += size * LEAD
        sheet.y += after

    def picture(self, block: Picture | Drawing) -> None:
        """Sets a picture as wide as the sheet allows, whole on one, with its words below."""
        sheet, made = self.sheet, svg(block)
        wide, high = extent(made)
        scale = min(FULL / wide, TALLEST / high)
        sheet.room(self.high(block))
        own = bare(made, FONT, sheet.written).encode()
        sheet.pdf.image(
            BytesIO(own), MARGIN, sheet.y, wide * scale, high * scale, alt_text=caption(block)
        )
        sheet.y += high * scale + 1.5
        self.set([Run(plain(caption(block)))], SMALL, 0.0, 2.5)

    def high(self, block: Picture | Drawing) -> float:
        """How much of a sheet a picture takes with the words below it."""
        wide, high = extent(svg(block))
        words = self.sheet.lines([Run(plain(caption(block)))], SMALL, FULL)
        return high * min(FULL / wide, TALLEST / high) + len(words) * SMALL * LEAD + 2

    def heading(self, heading: Heading, below: float) -> None:
        """Sets a heading on a sheet that has room for what must stand below it."""
        size, sheet = HEADINGS[heading.level], self.sheet
        own = Run(plain(heading.text), strong=True)
        lines = sheet.lines([own], size, FULL)
        sheet.room(len(lines[:9]) * size * LEAD + below)
        sheet.y += 0 if sheet.y == MARGIN else size * 0.3
        sheet.place(heading.anchor, sheet.y)
        sheet.pdf.set_y(sheet.y)
        sheet.pdf.start_section(sheet.written(own.text), heading.level - 1, strict=False)
        self.set([own], size, 0.0, size * 0.12)

    def line(self, line: Line) -> None:
        size = SMALL if line.kind not in ("plain", "quote") else BODY
        self.set(runs(line), size, INDENT if line.kind == "quote" else 0.0, 2.0)

    def table(self, table: Table) -> None:
        sheet = self.sheet
        heads = [[(0.0, [Run(plain(each), strong=True)])] for each in table.heads]
        widths = self.widths(table)
        shown = any(table.heads)
        head = [self.cell_of(h, w) for h, w in zip(heads, widths, strict=True)] if shown else []
        rows = [
            [
                self.cell(each, width, strong=table.row_heads and not n)
                for n, (each, width) in enumerate(zip(row, widths, strict=True))
            ]
            for row in table.rows
        ]
        first = sum(max((len(each) for each in row), default=0) for row in (head, *rows[:1]))
        sheet.room((2 + first) * SMALL * LEAD + 6 * PAD if first < MANY else 6 * SMALL * LEAD)
        self.set([Run(plain(table.caption))], SMALL, 0.0, 0.6)
        if head:
            self.row(head, widths, [], fill=True)
        for row in rows:
            self.row(row, widths, head)
        sheet.y += 3.0

    def widths(self, table: Table) -> list[float]:
        """The widths of the columns, from what stands in them."""
        wanted = []
        for n, head in enumerate(table.heads):
            texts = [head] + [
                "".join(run.text for run in runs(each)) for row in table.rows for each in row[n]
            ]
            longest = max(self.sheet.long(self.sheet.written(each)[:200], SMALL) for each in texts)
            wanted.append([longest + 2 * PAD + 0.5])
        return columns(wanted, FULL)

    def cell(self, cell: Cell, width: float, *, strong: bool) -> Lines:
        made = []
        for line in cell:
            own = [
                Run(each.text, each.strong or strong, each.link, each.anchor) for each in runs(line)
            ]
            made.append((2.0 if line.kind == "quote" else 0.0, own))
        return self.cell_of(made, width)

    def cell_of(self, parts: Iterable[tuple[float, list[Run]]], width: float) -> Lines:
        return [
            (indent, line)
            for indent, own in parts
            for line in self.sheet.lines(own, SMALL, width - 2 * PAD - indent)
        ]

    def row(
        self, cells: Sequence[Lines], widths: Sequence[float], head: Sequence[Lines],
        *, fill: bool = False,
    ) -> None:  # fmt: skip
        """Sets a row, whole on one sheet where it fits on one; the heads stand on each."""
        sheet, lead = self.sheet, SMALL * LEAD
        start, most = 0, max(len(each) for each in cells)
        above = max((len(each) for each in head), default=0) * lead + 2 * PAD
        whole = int((BOTTOM - MARGIN - above - 2 * PAD) / lead)
        while start < most:
            fits = int((BOTTOM - sheet.y - 2 * PAD) / lead)
            if fits < 1 or (most - start > fits and most <= whole):
                sheet.turn()
                if head and above < (BOTTOM - MARGIN) / 2:
                    self.row(head, widths, [], fill=True)
                continue
            part = [each[start : start + fits] for each in cells]
            self.strip(part, widths, fill=fill)
            start += fits

    def strip(self, cells: Sequence[Lines], widths: Sequence[float], *, fill: bool) -> None:
        """Sets what of a row stands on this sheet, cell by cell, as it is to be read."""
        sheet, x = self.sheet, MARGIN
        height = max(len(each) for each in cells) * SMALL * LEAD + 2 * PAD
        with sheet.pdf.local_context(fill_color=HEAD_FILL, draw_color=RULE, line_width=0.2):
            if fill:
                sheet.pdf.rect(MARGIN, sheet.y, FULL, height, style="F")
            sheet.pdf.line(MARGIN, sheet.y + height, MARGIN + FULL, sheet.y + height)
        for lines, width in zip(cells, widths, strict=True):
            for number, (indent, line) in enumerate(lines):
                sheet.put(line, SMALL, x + PAD + indent, sheet.y + PAD + number * SMALL * LEAD)
            x += width
        sheet.y += height
