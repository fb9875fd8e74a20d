"""The pictures of a dossier for paper: as vectors in a PDF, as pixels in a DOCX."""

import re
from collections.abc import Callable
from html import escape, unescape
from importlib.resources import as_file, files

from kb.judge.dossier_page import Drawing, Picture
from kb.judge.dossier_picture import drawn

HEAD = "<svg "
SPACE = 'xmlns="http://www.w3.org/2000/svg" '
BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
TOLD = re.compile(r"<(title|desc)\b[^>]*>[^<]*</\1>")
WORDS = re.compile(r"(<text\b[^>]*>)([^<]*)(</text>)")
BOLD = 'font-weight="700" '
FONT_FILE = "NotoSans[wdth,wght].ttf"
FONT_NAME = "Noto Sans"
PIXELS = 2.0
"""Pixels in a unit of a picture: about 225 to the inch where it is 17 cm wide."""


def svg(block: Picture | Drawing) -> str:
    """The picture of a block as SVG that stands alone."""
    made = drawn(block) if isinstance(block, Picture) else block.svg
    return made.replace(HEAD, HEAD + SPACE, 1)


def caption(block: Picture | Drawing) -> str:
    """What stands below a picture, and in the place of it for who cannot see it."""
    return f"{block.title}. {block.text}"


def extent(made: str) -> tuple[float, float]:
    """How wide and high a picture is, in its own units."""
    found = BOX.search(made)
    return (float(found[1]), float(found[2])) if found else (1.0, 1.0)


def words(made: str) -> list[str]:
    """The texts in a picture, in order."""
    return [unescape(each[2]) for each in WORDS.finditer(made)]


def bare(made: str, family: str, written: Callable[[str], str]) -> str:
    """A picture as fpdf2 reads it: in one font, in characters that the font has, its description left out."""

    def spelled(found: re.Match[str]) -> str:
        return f"{found[1]}{escape(written(unescape(found[2])))}{found[3]}"

    plain = WORDS.sub(spelled, TOLD.sub("", made).replace(BOLD, ""))
    return plain.replace(HEAD, f'{HEAD}font-family="{family}" ', 1)


def pixels(made: str) -> bytes | None:
    """A picture as PNG on white; None where the packages that draw it are not installed."""
    try:
        from resvg_py import svg_to_bytes

        font = files("fontpkg_noto_sans") / "files" / FONT_FILE
    except ModuleNotFoundError:
        return None
    with as_file(font) as path:
        return bytes(
            svg_to_bytes(
                svg_string=made,
                background="#ffffff",
                skip_system_fonts=True,
                zoom=PIXELS,
                font_family=FONT_NAME,
                font_files=[str(path)],
            )
        )
