"""DOCX: paragraphs and tables in order, and a refusal of archives that are no documents."""

import io
import struct
import zipfile
from datetime import UTC, datetime

import pytest
from docx.oxml import parse_xml

from kb.documents import docx as module
from kb.documents.model import Document
from kb.documents.read import document_of
from kb.errors import BadInput
from tests.documents.made import repacked, saved, word

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parsed(data: bytes) -> Document:
    return document_of(data, "a.docx")


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        parsed(data)
    return str(caught.value)


def with_xml(xml: str) -> Document:
    document = word("First.")
    document.element.body.insert(1, parse_xml(f"<w:p {NS}>{xml}</w:p>"))
    return parsed(saved(document))


def test_paragraphs_and_cells_come_in_order():
    document = word("Before the table.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Ship", "IMO", "Example", "9074729"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("After\tit.\nAnd on.")
    document.add_paragraph("")
    read = parsed(saved(document))
    assert read.kind == "docx"
    assert read.text == (
        "Before the table.\n\nShip\n\nIMO\n\nExample\n\n9074729\n\nAfter\tit.\nAnd on.\n"
    )


def test_core_properties_tell_of_the_document():
    document = word("Words.")
    core = document.core_properties
    core.title, core.author, core.language = "Ship seen", "Ann Other; Bob Else", "en-GB"
    core.created = datetime(2023, 10, 18, 9, 30, tzinfo=UTC)
    read = parsed(saved(document))
    assert (read.title, read.authors) == ("Ship seen", ("Ann Other", "Bob Else"))
    assert (read.published, read.language) == ("2023-10-18", "en-GB")
    assert "The date is the day the document was made: check it." in read.notes


def test_tracked_changes_are_read_as_accepted_and_told():
    read = with_xml(
        "<w:r><w:t>The </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t xml:space='preserve'> end</w:t></w:r>"
    )
    assert "The new end" in read.text
    assert any("tracked changes" in note for note in read.notes)


def test_hidden_text_is_left_out_and_told():
    read = with_xml(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:t>seen</w:t></w:r>"
    )
    assert "unseen" not in read.text
    assert "Hidden text was left out." in read.notes


def test_links_and_controls_keep_their_words_and_fields_lose_their_codes():
    read = with_xml(
        "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t> control</w:t></w:r></w:sdtContent></w:sdt>"
    )
    assert read.text == "First.\n\nlink control\n"


def test_footnotes_are_told_as_not_read():
    data = repacked(saved(word("Words.")), {"word/footnotes.xml": b"<x/>"})
    assert "The footnotes of the document were not read." in parsed(data).notes


def test_macros_are_ignored():
    data = repacked(saved(word("Words.")), {"word/vbaProject.bin": b"\x00macro"})
    assert parsed(data).text == "Words.\n"


def test_a_document_type_in_any_part_is_refused():
    document = saved(word("Words."))
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    for name in ("word/document.xml", "docProps/core.xml", "word/other.bin"):
        assert "declares a document type" in refusal(repacked(document, {name: bomb}))
    wide = bomb.decode().encode("utf-16")
    assert "declares a document type" in refusal(repacked(document, {"word/styles.xml": wide}))
    odd = b'<?xml version="1.0" encoding="UTF-7"?><x>+ADwAIQ-</x>'
    assert "unusual encoding" in refusal(repacked(document, {"word/styles.xml": odd}))


def test_archives_that_unpack_to_very_much_are_refused(monkeypatch):
    document = saved(word("Words."))
    assert "unpacks to" in refusal(repacked(document, {"word/a.bin": bytes(40_000_000)}))
    monkeypatch.setattr(module, "UNPACKED", 1000)
    assert "unpacks to" in refusal(document)


def test_archives_of_very_many_parts_are_refused():
    parts = {f"word/{n}.bin": b"" for n in range(module.ENTRIES)}
    assert "parts" in refusal(repacked(saved(word("Words.")), parts))


def test_a_size_that_lies_is_refused():
    data = bytearray(repacked(saved(word("Words.")), {"word/a.bin": bytes(1000)}))
    place = data.index(b"PK\x01\x02", data.rindex(b"word/a.bin") - 46)
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    assert "broken DOCX" in refusal(bytes(data))


def test_other_archives_and_broken_ones_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert "without a Word document" in refusal(out.getvalue())
    document = saved(word("Words."))
    assert "broken DOCX" in refusal(document[:500])
    assert "broken DOCX" in refusal(b"PK\x03\x04")
    assert "broken DOCX" in refusal(b"no archive")
    assert "broken DOCX" in refusal(repacked(document, {"word/document.xml": b"<x"}))
    assert "broken DOCX" in refusal(repacked(document, {"word/document.xml": b"<x/>"}))
    assert "broken DOCX" in refusal(repacked(document, {"[Content_Types].xml": b"<x/>"}))


def test_a_document_nested_without_end_is_refused():
    deep = f"<w:document {NS}><w:body>".encode() + b"<w:p>" * 5_000
    closed = deep + b"</w:p>" * 5_000 + b"</w:body></w:document>"
    assert "broken DOCX" in refusal(repacked(saved(word("Words.")), {"word/document.xml": closed}))


def test_a_document_without_words_is_refused():
    assert "no text" in refusal(saved(word("")))


def test_characters_are_bounded(monkeypatch):
    monkeypatch.setattr("kb.documents.content.CHARACTERS", 10)
    assert "characters of text" in refusal(saved(word("More than ten characters.")))
