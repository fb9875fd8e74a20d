"""Sheets of paper on which lines of text are set, one below the other; made with fpdf2."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from kb.errors import BadInput
from kb.judge.dossier_pdf_layout import wrapped
from kb.judge.dossier_runs import Run
from kb.judge.dossier_vector import FONT_FILE

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN, WIDTH, HEIGHT = 18.0, 210.0, 297.0
"""The margins and the size of a sheet (A4), in millimetres."""
BOTTOM = HEIGHT - MARGIN
POINT = 25.4 / 72
LEAD = 1.4 * POINT
"""The distance of lines for each point of size, in millimetres."""
FONT = "noto"
MISSING = (
    "The format pdf needs the packages fpdf2 and fontpkg-noto-sans. Install them with: "
    "pip install 'sanctions-kb[pdf]'"
)
SPELLED = {"→": "->"}
"""What the dossier's own words use and the font lacks, as it is written."""
LINKED, INK = (20, 60, 140), (0, 0, 0)


def opened(title: str, day: date) -> "FPDF":
    """An empty file with its title, its day and its font; raises BadInput where a package is missing."""
    try:
        from fpdf import FPDF

        font = files("fontpkg_noto_sans") / "files" / FONT_FILE
    except ModuleNotFoundError:
        raise BadInput(MISSING) from None
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(auto=False)
    pdf.str_alias_nb_pages = ""  # else a source that writes {nb} would have it replaced
    pdf.set_creation_date(datetime(day.year, day.month, day.day, tzinfo=UTC))
    pdf.set_lang("en")
    pdf.set_title(title)
    pdf.set_creator("sanctions-kb")
    with as_file(font) as path:
        if not path.is_file():
            raise BadInput(f"The package fontpkg-noto-sans has no {path.name}. {MISSING}")
        pdf.add_font(FONT, "", path)
    pdf.set_font(FONT, size=9)
    return pdf


class Sheet:
    """The sheet that is written on: how far down it is full, and the places that are led to."""

    def __init__(self, title: str, day: date) -> None:
        self.pdf = opened("", day)
        self.widths: dict[str, float] = {}
        self.links: dict[str, int] = {}
        self.lacking = False
        self.has = self.pdf.fonts[FONT].cmap  # type: ignore[union-attr]
        self.pdf.set_title(self.written(title))
        self.turn()

    def close(self) -> None:
        """Closes the file of the font, which the library reads as it goes and leaves open."""
        font = self.pdf.fonts[FONT]
        font.close()  # type: ignore[union-attr]

    def turn(self) -> None:
        """Begins a sheet, with its number at the foot."""
        self.pdf.add_page()
        self.y = MARGIN
        text = f"Page {self.pdf.page}"
        self.pdf.set_font_size(7.5)
        self.pdf.text(WIDTH - MARGIN - self.long(text, 7.5), HEIGHT - 10, text)

    def room(self, height: float) -> None:
        """Begins a sheet where the height that is needed is not left on this one."""
        if self.y + height > BOTTOM:
            self.turn()

    def written(self, text: str) -> str:
        """Text of which every character that the font lacks is written out."""
        return "".join(c if ord(c) in self.has else self.spelled(c) for c in text)

    def spelled(self, character: str) -> str:
        """A character that the font lacks, written out."""
        if character in SPELLED:
            return SPELLED[character]
        self.lacking = True
        return f"\\u{ord(character):04x}"

    def width(self, character: str) -> float:
        """The width of a character in a size of one point."""
        if character not in self.widths:
            with self.pdf.local_context(font_size_pt=100):
                self.widths[character] = self.pdf.get_string_width(character) / 100
        return self.widths[character]

    def long(self, text: str, size: float) -> float:
        """The width of a text that stands in one line."""
        return sum(self.width(each) for each in text) * size

    def lines(self, runs: Iterable[Run], size: float, width: float) -> list[list[Run]]:
        """Runs in lines of a width."""
        own = [Run(self.written(each.text), each.strong, each.link, each.anchor) for each in runs]
        return wrapped(own, width / size, self.width)

    def put(self, line: Sequence[Run], size: float, x: float, y: float) -> None:
        """Sets one line with its upper left corner at a place; its links and anchors with it."""
        for run in line:
            long = self.long(run.text, size)
            if run.anchor:
                self.place(run.anchor, y)
            if run.link:
                self.pdf.link(x, y, long, size * LEAD, self.link(run.link))
            self.ink(run, size, x, y + size * POINT * 1.05)
            x += long

    def ink(self, run: Run, size: float, x: float, y: float) -> None:
        """Sets text on a line; text that stands out is drawn with a heavier outline."""
        colour = LINKED if run.link else INK
        mode = "FILL_STROKE" if run.strong else "FILL"
        with self.pdf.local_context(
            font_size_pt=size, text_mode=mode, text_color=colour, draw_color=INK,
            line_width=size * 0.012,
        ):  # fmt: skip
            self.pdf.text(x, y, run.text)

    def link(self, anchor: str) -> int:
        """What leads to an anchor."""
        if anchor not in self.links:
            self.links[anchor] = self.pdf.add_link()
        return self.links[anchor]

    def place(self, anchor: str, y: float) -> None:
        """Says where an anchor is: on this sheet, so far down."""
        self.pdf.set_link(self.link(anchor), y=y, page=self.pdf.page)
