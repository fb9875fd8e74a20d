"""A document as it was read: the text that is kept, and what the file says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its source.

    `text` is what offsets refer to (Unicode code points, LF line ends, paragraphs apart by a blank
    line where the source has paragraphs). `kind` is text, html, pdf, docx or markdown; `file` the name
    it was read from, `source_sha256` the hash of its bytes. What the file does not tell is empty:
    `published` is EDTF, `language` a BCP 47 tag. `notes` say what a reviewer has to know of the reading.
    """

    text: str
    kind: str
    file: str
    source_sha256: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
