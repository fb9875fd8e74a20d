"""DOCX: paragraphs and table cells in the order of the document; macros and outside links are ignored."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from kb.documents.content import Content, bounded, day, one_line, paragraphs, tag
from kb.errors import BadInput

ENTRIES = 5_000
UNPACKED = 200 * 1024**2
XML = 64 * 1024**2
"""Most entries of an archive, most bytes of all of them, and most of one part that is XML."""
RATIO = 200
SMALL = 1024**2
"""Above SMALL bytes unpacked, an archive may not unpack to more than RATIO times its size."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BROKEN = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._-]{1,40})")
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
LEFT_OUT = ("del", "moveFrom", "txbxContent", "instrText", FALLBACK)
UNREAD = {"footnotes.xml": "footnotes", "endnotes.xml": "endnotes", "comments.xml": "comments"}


def content(data: bytes, file: str) -> Content:
    """The text and core properties of a Word document; raises BadInput for what is no safe one."""
    names = _inspected(data, file)
    document = _opened(data, file)
    body = document.element.body
    notes = _notes(body, names)
    parts: list[str] = []
    length = 0
    for part in _paragraphs(body):
        length += len(part)
        bounded(length, file)
        parts.append(part)
    title, author, date, language = _properties(document)
    if date:
        notes.append("The date is the day the document was made: check it.")
    return Content(
        paragraphs(parts),
        title=title,
        authors=tuple(filter(None, (one_line(name) for name in author.split(";")))),
        published=date,
        language=language,
        notes=tuple(notes),
    )


def _inspected(data: bytes, file: str) -> list[str]:
    """The names in the archive, after its sizes, its main part and its XML were looked at."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            if "word/document.xml" not in names:
                raise BadInput(
                    f"{file} is a ZIP archive without a Word document. Save it as DOCX or PDF."
                )
            total = sum(entry.file_size for entry in entries)
            largest = max(entry.file_size for entry in entries if _is_xml(entry.filename))
            _refuse_bomb(len(entries), total, largest, len(data), file)
            for entry in entries:
                _refuse_declarations(archive.read(entry), entry.filename, file)
    except BROKEN:
        raise _broken(file) from None
    return names


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _refuse_bomb(entries: int, total: int, largest: int, packed: int, file: str) -> None:
    much = total > UNPACKED or largest > XML or (total > SMALL and total > RATIO * packed)
    if entries > ENTRIES or much:
        raise BadInput(
            f"{file} unpacks to {total} bytes in {entries} parts from {packed} bytes: that is no "
            "ordinary document. Open it where it can do no harm, and save its text."
        )


def _refuse_declarations(part: bytes, name: str, file: str) -> None:
    """Raises BadInput for XML that declares entities or hides what it declares in an encoding."""
    declared = DECLARED.match(part[:300].lstrip(b"\xef\xbb\xbf \t\r\n"))
    coded = declared is not None and declared[1].lower() not in (b"utf-8", b"us-ascii", b"utf-16")
    if any(mark in part for mark in DOCTYPES) or (coded and _is_xml(name)):
        raise BadInput(
            f"{file}: its part {name[:80]!r} declares a document type or an unusual encoding, which no "
            "word processor writes. Open it where it can do no harm, and save it again as DOCX."
        )


def _broken(file: str) -> BadInput:
    return BadInput(
        f"{file} is a broken DOCX. Get it again, or open it and save it as DOCX or PDF."
    )


def _opened(data: bytes, file: str) -> Any:
    # python-docx takes a quarter of a second to load: only a Word document has to wait for it.
    from docx import Document

    try:
        document = Document(BytesIO(data))
        if document.element.body is None:
            raise _broken(file)
    except BadInput:
        raise
    except Exception:
        # Broken archives make python-docx raise errors of many kinds; to a user all say this.
        raise _broken(file) from None
    return document


def _paragraphs(body: Any) -> Iterator[str]:
    """The texts of all paragraphs in order: in tables, content controls and text boxes too."""
    for paragraph in body.iter(f"{W}p"):
        if not any(outer.tag in (FALLBACK, f"{W}del") for outer in paragraph.iterancestors()):
            yield "".join(_runs(paragraph))


def _runs(paragraph: Any) -> Iterator[str]:
    """The visible characters of one paragraph; a text box in it is a paragraph of its own."""
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start",))
    for _event, element in walk:
        name = str(element.tag).removeprefix(W)
        if name in LEFT_OUT or (name == "r" and _hidden(element)):
            walk.skip_subtree()
        elif name == "t":
            yield element.text or ""
        else:
            yield {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}.get(name, "")


def _hidden(run: Any) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "true") not in ("0", "false", "off")


def _notes(body: Any, names: list[str]) -> list[str]:
    """What a reviewer has to know: what was left out."""
    notes = [
        f"The {what} of the document were not read."
        for name, what in UNREAD.items()
        if f"word/{name}" in names
    ]
    if next(body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom"), None) is not None:
        notes.append("The document has tracked changes: it was read as if all were accepted.")
    if any(_hidden(run) for run in body.iter(f"{W}r")):
        notes.append("Hidden text was left out.")
    return notes


def _properties(document: Any) -> tuple[str, str, str, str]:
    """Title, author, day of making and language, as far as the core properties tell them."""
    try:
        core = document.core_properties
        made = core.created.date().isoformat() if core.created else ""
        return one_line(core.title), one_line(core.author), day(made), tag(core.language)
    except Exception:
        return "", "", "", ""  # broken properties tell nothing
