"""PDF: the text layer as paragraphs, and a refusal with a remedy for what has none."""

import io
import re

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError

from kb.documents import pdf as module
from kb.documents.model import Document
from kb.documents.read import document_of
from kb.errors import BadInput
from tests.documents.made import assembled, pdf


def parsed(data: bytes) -> Document:
    return document_of(data, "a.pdf")


def refusal(data: bytes, name: str = "a.pdf") -> str:
    with pytest.raises(BadInput) as caught:
        document_of(data, name)
    return str(caught.value)


LINES = [
    "Ship seen in port",
    "The ship was seen at the quay by three people who work there, an offi-",
    "cial of the port said on Wednesday, and the agency that reported it did",
    "not say when it had come or what it had carried.",
    "A second ship, with long-range aids and a crew of nine from the long-",
    "range fleet, lay in the basin of the port behind the Anglo-",
    "American quay in 2022-",
    "23.",
]


def test_lines_become_paragraphs_and_pages_stand_apart():
    document = parsed(pdf([LINES, ["On the next page (as it were)."]]))
    assert document.kind == "pdf"
    expected = [
        "Ship seen in port",
        f"{' '.join(LINES[1:4])}".replace("offi- cial", "official"),
        f"{' '.join(LINES[4:])}".replace("- ", "-"),
        "On the next page (as it were).\n",
    ]
    assert document.text.split("\n\n") == expected


def test_words_joined_at_a_line_end_are_counted():
    assert "1 words hyphenated at a line end were joined." in parsed(pdf([LINES])).notes


def test_list_items_start_paragraphs():
    long = "an item whose words fill the whole width of the line, and go on with more words,"
    document = parsed(pdf([[f"1. {long}", "then end", f"2. {long}", "then end"]]))
    assert document.text == f"1. {long} then end\n\n2. {long} then end\n"


def test_the_information_dictionary_tells_title_authors_and_date():
    info = "/Title (Ship seen) /Author (Ann Other; Bob Else) /CreationDate (D:20231018093000Z)"
    document = parsed(pdf([LINES], info))
    assert (document.title, document.authors) == ("Ship seen", ("Ann Other", "Bob Else"))
    assert document.published == "2023-10-18"
    assert "The date is the day the PDF was made: check it." in document.notes


@pytest.mark.parametrize(
    "info", ["", "/CreationDate (yesterday)", "/CreationDate (D:20239918)", "/Title 3"]
)
def test_odd_information_tells_nothing(info: str):
    document = parsed(pdf([LINES], info))
    assert (document.title, document.authors, document.published) == ("", (), "")


def test_a_scan_needs_ocr():
    message = refusal(assembled([b"0 0 m 10 10 l S"]), "my scan.pdf")
    assert "needs OCR" in message
    assert "ocrmypdf 'my scan.pdf' text.pdf" in message


def test_pages_without_text_are_counted():
    document = parsed(pdf([["Some words."], []]))
    assert any(note.startswith("1 of 2 pages") for note in document.notes)


def test_a_password_is_asked_for_and_one_that_only_protects_is_not():
    def encrypted(password: str) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([["Some words."]]))))
        writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    message = refusal(encrypted("secret"))
    assert "behind a password" in message
    assert "qpdf --decrypt" in message
    assert parsed(encrypted("")).text == "Some words.\n"


def test_encryption_that_is_not_undone_is_told_with_the_remedy(monkeypatch):
    def missing(*_args: object) -> None:
        raise DependencyError("no AES")

    monkeypatch.setattr("pypdf.PdfReader.__init__", missing)
    assert "qpdf --decrypt a.pdf open.pdf" in refusal(pdf([["Some words."]]))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"%PDF-1.4\nxref\n0 0\ntrailer << >>\n", b"no PDF", pdf([LINES])[:300]]
)
def test_a_broken_file_is_refused(data: bytes):
    assert "broken PDF" in refusal(data)


def test_a_file_without_its_table_of_places_is_mended_in_silence(capfd, recwarn, caplog):
    data = pdf([["Some words."]])
    mended = parsed(re.sub(rb"startxref\n[0-9]+", b"startxref\n7", data))
    assert mended.text == "Some words.\n"
    assert capfd.readouterr() == ("", "")
    assert not recwarn.list
    assert not caplog.records


def test_pages_and_characters_are_bounded(monkeypatch):
    monkeypatch.setattr(module, "PAGES", 2)
    assert "has 3 pages; at most 2" in refusal(pdf([["a"], ["b"], ["c"]]))
    monkeypatch.setattr("kb.documents.content.CHARACTERS", 10)
    assert "characters of text" in refusal(pdf([["More than ten characters."]]))


def test_pages_that_contain_themselves_do_not_hang():
    data = pdf([["a"]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    assert refusal(data)
