"""PDF: the text layer, its lines joined to paragraphs, pages apart by a blank line."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from kb.documents.content import Content, bounded, day, one_line, paragraphs
from kb.documents.plain import shell_word
from kb.documents.quiet import quiet
from kb.errors import BadInput

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES = 2_000
SHORT = 0.75
"""A line that ends a sentence and is shorter than this share of the page's width ends a paragraph."""
HEADING = 0.5
"""So does any line shorter than this share whose next line starts with a capital or a digit."""

SPLIT = re.compile(r"([^\W\d_]+)-\n([^\W\d_]+)")
STARTS_ITEM = re.compile(r"(?:[•●▪◦–—*-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s")
CREATED = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
LAST = ".!?:;”’\"')]…"


def content(data: bytes, file: str) -> Content:
    """The text and metadata of a PDF; raises BadInput for one without a text layer or a password."""
    with quiet():
        reader = _opened(data, file)
        pages = _pages(reader, file)
        fields = _metadata(reader)
    text, joined = _unhyphenated(pages)
    if not text.strip():
        name = shell_word(file)
        raise BadInput(
            f"{file} has no text layer: it is a scan, and needs OCR. Run: ocrmypdf {name} text.pdf"
        )
    notes = ["Lines were joined to paragraphs by their length: check where a paragraph ends."]
    if joined:
        notes.append(f"{joined} words hyphenated at a line end were joined.")
    blank = sum(not page for page in pages)
    if blank:
        notes.append(f"{blank} of {len(pages)} pages have no text: they may be scans.")
    if fields[2]:
        notes.append("The date is the day the PDF was made: check it.")
    return Content(
        text, title=fields[0], authors=fields[1], published=fields[2], notes=tuple(notes)
    )


def _opened(data: bytes, file: str) -> "PdfReader":
    # pypdf takes a fifth of a second to load: only a PDF has to wait for it.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    name = shell_word(file)
    locked = f"{file} is behind a password. Run: qpdf --decrypt --password=PASSWORD {name} open.pdf"
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput(locked)
        count = len(reader.pages)
    except FileNotDecryptedError:
        raise BadInput(locked) from None
    except DependencyError:
        raise BadInput(
            f"{file} is encrypted with AES, which is not undone here. "
            f"Run: qpdf --decrypt {name} open.pdf"
        ) from None
    except BadInput:
        raise
    except Exception:
        # Broken files make pypdf raise errors of many kinds; to a user all of them say this.
        raise _broken(file) from None
    if count > PAGES:
        raise BadInput(
            f"{file} has {count} pages; at most {PAGES} are read. Take out the pages you need: "
            f"qpdf {name} --pages . 1-50 -- part.pdf"
        )
    return reader


def _broken(file: str) -> BadInput:
    return BadInput(
        f"{file} is a broken PDF. Get it again, or run: qpdf {shell_word(file)} mended.pdf"
    )


def _pages(reader: "PdfReader", file: str) -> list[str]:
    """The paragraphs of every page as one text, its lines still ended where a word is split."""
    texts: list[str] = []
    length = 0
    try:
        for page in reader.pages:
            text = page.extract_text()
            length += len(text)
            bounded(length, file)
            texts.append(paragraphs(_paragraphs(text)).strip())
    except BadInput:
        raise
    except Exception:
        raise _broken(file) from None
    return texts


def _paragraphs(text: str) -> Iterator[str]:
    """The lines of a page joined to paragraphs; a hyphen at a line end keeps its line end."""
    lines = [" ".join(line.split(" ")).strip() for line in text.replace("\r", "\n").split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    held: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if not line:
            continue
        held.append(line)
        if not following or _ends(line, following, width):
            yield _joined(held)
            held = []
    yield _joined(held)


def _joined(lines: list[str]) -> str:
    return re.sub(r"([^\W\d_]-)\n(?![^\W\d_])|(?<!-)\n", r"\1 ", "\n".join(lines)).strip()


def _ends(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends with this line, by its length and the start of the next."""
    if STARTS_ITEM.match(following):
        return True
    if line[-1] in LAST and len(line) < SHORT * width:
        return True
    return len(line) < HEADING * width and not following[0].islower() and line[-1] not in ",-"


def _unhyphenated(pages: list[str]) -> tuple[str, int]:
    """The pages with the words joined that a line end split, and how many.

    Only lower-case letters on both sides are joined, and the hyphen stays where the text elsewhere
    writes the word with one. A hyphen between other letters stays, and the line goes on after it.
    """
    text = "\n\n".join(page for page in pages if page)
    known = {word.lower() for word in re.findall(r"[^\W\d_]+-[^\W\d_]+", text)}
    joined = 0

    def mend(match: re.Match[str]) -> str:
        nonlocal joined
        left, right = match[1], match[2]
        if not (left[-1].islower() and right[0].islower()):
            return f"{left}-{right}"
        if f"{left}-{right}".lower() in known:
            return f"{left}-{right}"
        joined += 1
        return left + right

    text = re.sub(r"\u00ad\n?", "", text)
    text = re.sub(r"(?<=-)\n(?!\n)(?<!\n\n)", "", SPLIT.sub(mend, text)) if "-\n" in text else text
    return (text + "\n" if text else ""), joined


def _metadata(reader: "PdfReader") -> tuple[str, tuple[str, ...], str]:
    """Title, authors and the day of making, as far as the file tells them."""
    try:
        found = reader.metadata
        if found is None:
            return "", (), ""
        author, made = one_line(found.author), one_line(found.creation_date_raw)
        title = one_line(found.title)
    except Exception:
        return "", (), ""  # a broken information dictionary tells nothing
    date = CREATED.match(made)
    parts = [part for part in date.groups() if part] if date else []
    names = tuple(filter(None, (one_line(name) for name in author.split(";"))))
    return title, names, day("-".join(parts))
