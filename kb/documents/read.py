"""Reads a file into a Document: what kind it is, its text, and what it says of itself."""

from hashlib import sha256
from pathlib import PurePath

from kb.documents import docx, html, markdown, pdf, plain
from kb.documents.content import Content, bounded, clean
from kb.documents.model import Document
from kb.errors import BadInput
from kb.report.source import STDIN, data_of

READERS = {
    "text": plain.content,
    "html": html.content,
    "pdf": pdf.content,
    "docx": docx.content,
    "markdown": markdown.content,
}
ENDINGS = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
}
FOREIGN = {
    b"\xd0\xcf\x11\xe0": (
        "an old Word file (.doc), or a DOCX behind a password",
        "Save it as DOCX without a password, or run: soffice --headless --convert-to docx",
    ),
    b"{\\rtf": ("an RTF file", "Run: soffice --headless --convert-to docx"),
    b"\x1f\x8b": ("a gzip archive", "Unpack it first: gunzip"),
}
"""Files that look like documents and are none that can be read, with the way out."""


def read(path: str, *, limit: int) -> Document:
    """The document in a file (`-`: standard input) of at most `limit` bytes; raises BadInput."""
    return document_of(data_of(path, limit), path)


def document_of(data: bytes, path: str) -> Document:
    """The document that the bytes of a file hold; the ending of `path` counts if they do not tell."""
    name = "standard input" if path == STDIN else path
    kind = kind_of(data, name)
    content = READERS[kind](data, name)
    bounded(len(content.text), name)
    text, changes = clean(content.text)
    if not text.strip():
        raise BadInput(f"{name} holds no text. Check that it is the file you mean.")
    return Document(
        text=text,
        kind=kind,
        file=path,
        source_sha256=sha256(data).hexdigest(),
        title=content.title,
        publisher=content.publisher,
        published=content.published,
        language=content.language,
        url=content.url,
        authors=content.authors,
        notes=(*_misnamed(name, kind), *content.notes, *changes),
    )


def kind_of(data: bytes, name: str) -> str:
    """The kind of a file: what its first bytes show, else what its name says, else text."""
    head = data.lstrip()[:5]
    if head.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    for magic, (what, remedy) in FOREIGN.items():
        if head.startswith(magic):
            raise BadInput(f"{name} is {what}, which is not read. {remedy} {_quoted(name)}")
    if html.starts(data):
        return "html"
    return ENDINGS.get(PurePath(name).suffix.lower(), "text")


def _misnamed(name: str, kind: str) -> list[str]:
    ending = PurePath(name).suffix.lower()
    if ENDINGS.get(ending, kind) == kind:
        return []
    return [f"The name ends in {ending}, and the file is {kind}: it was read as {kind}."]


def _quoted(name: str) -> str:
    return plain.shell_word(name)


__all__ = ["Content", "document_of", "kind_of", "read"]
