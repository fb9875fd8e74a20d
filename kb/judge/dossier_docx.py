"""A document as DOCX: headings, tables with heads, passages as numbered notes with links to them."""

from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

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
from kb.judge.dossier_runs import NO_PICTURE, Run, passage, plain, runs, title
from kb.judge.dossier_vector import caption, extent, pixels, svg

LONGEST = 255
"""How many characters a core property may have."""
WIDE, TALLEST = 17.0, 20.0
"""How wide and how high a picture may be, in centimetres."""
LINKED = RGBColor(20, 60, 140)
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every entry of the archive: the first that the format knows."""


def as_docx(page: Page, day: date) -> bytes:
    """The document as DOCX, dated to a day."""
    writer = _Writer(page, day)
    for block in page.blocks:
        writer.block(block)
    whole = BytesIO()
    writer.document.save(whole)
    return _fixed(whole.getvalue())


def _fixed(data: bytes) -> bytes:
    """An archive with its entries in order and without the times at which they were made."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(made, "w", ZIP_DEFLATED) as fixed:
        for name in sorted(given.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            fixed.writestr(entry, given.read(name))
    return made.getvalue()


class _Writer:
    """Writes one document; gives each anchor a bookmark with a name that the format can hold."""

    def __init__(self, page: Page, day: date) -> None:
        self.document = Document()
        self.bookmarks: dict[str, str] = {}
        self.placed = 0
        self.properties(title(page), datetime(day.year, day.month, day.day))
        self.style()
        ways = self.document.part.package.rels if self.document.part.package else {}
        for number in [n for n, way in ways.items() if way.reltype.endswith("/thumbnail")]:
            del ways[number]  # a picture of the empty template

    def properties(self, name: str, made: datetime) -> None:
        own = self.document.core_properties
        own.title = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
        own.author = own.last_modified_by = "sanctions-kb"
        own.comments = own.keywords = own.subject = own.category = ""
        own.created = own.modified = made
        own.language, own.revision = "en", 1

    def style(self) -> None:
        for section in self.document.sections:
            section.page_width, section.page_height = Cm(21), Cm(29.7)
            section.left_margin = section.right_margin = Cm(2)
            _page_number(section.footer.paragraphs[0])
        normal = self.document.styles["Normal"]
        normal.font.size, normal.font.name = Pt(10), "Calibri"

    def block(self, block: object) -> None:
        if isinstance(block, Heading):
            made = self.document.add_heading("", block.level)
            self.fill(made, [Run(plain(block.text), anchor=block.anchor)])
        elif isinstance(block, Line):
            style = "Intense Quote" if block.kind == "quote" else None
            self.fill(self.document.add_paragraph(style=style), runs(block))
        elif isinstance(block, Bullets):
            for each in block.lines:
                self.fill(self.document.add_paragraph(style="List Bullet"), runs(each))
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, Footnotes):
            for number, each in block.lines:
                mark = Run(f"[{number}] ", strong=True, anchor=passage(number))
                self.fill(self.document.add_paragraph(), [mark, *runs(each)])
        elif isinstance(block, Picture | Drawing):
            self.picture(block)

    def picture(self, block: Picture | Drawing) -> None:
        """Sets a picture with its words below, which it also has for who cannot see it."""
        made = svg(block)
        drawn = pixels(made)
        if drawn is None:
            self.document.add_paragraph(NO_PICTURE)
            return
        wide, high = extent(made)
        place = self.document.add_paragraph()
        place.paragraph_format.keep_with_next = True
        width = min(WIDE, TALLEST * wide / high)
        shape = place.add_run().add_picture(BytesIO(drawn), width=Cm(width))
        shape._inline.docPr.set("descr", plain(caption(block)))
        self.fill(self.document.add_paragraph(style="Caption"), [Run(plain(caption(block)))])

    def fill(self, paragraph: Paragraph, own: Iterable[Run]) -> None:
        """Writes runs into a paragraph, with their bookmarks and links."""
        for run in own:
            made = paragraph.add_run(run.text)
            made.bold = run.strong or None
            if run.link:
                self.link(made, run.link)
            if run.anchor:
                self.bookmark(made, run.anchor)

    def link(self, made: WordRun, anchor: str) -> None:
        made.font.color.rgb = LINKED
        holder = _element("w:hyperlink", {"w:anchor": self.name(anchor), "w:history": "1"})
        made._r.addprevious(holder)
        holder.append(made._r)

    def bookmark(self, made: WordRun, anchor: str) -> None:
        self.placed += 1
        number = str(self.placed)
        made._r.addprevious(
            _element("w:bookmarkStart", {"w:id": number, "w:name": self.name(anchor)})
        )
        made._r.addnext(_element("w:bookmarkEnd", {"w:id": number}))

    def name(self, anchor: str) -> str:
        return self.bookmarks.setdefault(anchor, f"place{len(self.bookmarks) + 1}")

    def table(self, table: Table) -> None:
        caption = self.document.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        self.fill(caption, [Run(plain(table.caption))])
        heads = any(table.heads)
        made: Any = self.document.add_table(len(table.rows) + heads, len(table.heads))
        made.style = "Table Grid"
        rows = list(made._tbl.tr_lst)
        if heads:
            rows[0].get_or_add_trPr().append(_element("w:tblHeader", {"w:val": "true"}))
            for place, head in zip(rows[0].tc_lst, table.heads, strict=True):
                self.cell(place, (Line((head,)),), made, strong=True)
        for own, row in zip(rows[heads:], table.rows, strict=True):
            for n, (place, cell) in enumerate(zip(own.tc_lst, row, strict=True)):
                self.cell(place, cell, made, strong=table.row_heads and not n)
        self.document.add_paragraph()

    def cell(self, place: Any, cell: Cell, table: Any, *, strong: bool) -> None:
        """Writes the lines of a cell, the first into the paragraph that is there already."""
        for number, line in enumerate(cell):
            paragraph = Paragraph(place.p_lst[0] if not number else place.add_p(), table)
            paragraph.paragraph_format.space_after = Pt(2)
            if line.kind == "quote":
                paragraph.paragraph_format.left_indent = Cm(0.3)
            own = runs(line)
            self.fill(
                paragraph,
                (Run(each.text, each.strong or strong, each.link, each.anchor) for each in own),
            )


def _page_number(paragraph: Paragraph) -> None:
    """Writes the number of the page, which the program that shows the file reckons."""
    paragraph.add_run("Page ")
    field = _element("w:fldSimple", {"w:instr": "PAGE"})
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _element(tag: str, attributes: dict[str, str]) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name), value)
    return made
