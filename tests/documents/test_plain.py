"""Plain text: as it stands, or a refusal that says where and how to mend it."""

import hashlib
import io

import pytest

from kb.documents.read import document_of, read
from kb.errors import BadInput


def refusal(data: bytes, name: str = "a.txt") -> str:
    with pytest.raises(BadInput) as caught:
        document_of(data, name)
    return str(caught.value)


def test_utf8_is_kept_to_the_character():
    text = " date 2023-10-18 A picture\nЛавров, café, cafe\u0301 \u00a0 “x”\n\n\tend"
    document = document_of(text.encode(), "a.txt")
    assert document.text == text
    assert (document.kind, document.notes, document.title) == ("text", (), "")


def test_the_hash_is_of_the_source_bytes():
    data = b"\xef\xbb\xbfOne\r\nTwo\r\n"
    assert document_of(data, "a.txt").source_sha256 == hashlib.sha256(data).hexdigest()


def test_a_byte_order_mark_and_crlf_are_made_good_and_told():
    document = document_of(b"\xef\xbb\xbfOne\r\nTwo\rThree\x0cFour", "a.txt")
    assert document.text == "One\nTwo\nThree\nFour"
    assert [note.split()[0] for note in document.notes] == ["A", "Windows", "Carriage"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_a_mark_is_read_and_told(encoding: str):
    document = document_of("\ufeffOne é\n".encode(encoding), "a.txt")
    assert document.text == "One é\n"
    assert document.notes == ("The file was in UTF-16.",)


def test_another_encoding_is_refused_with_byte_place_and_remedy():
    message = refusal(b"One\ncaf\xe9 there", "my file.txt")
    assert "byte 7 (0xe9, line 2, column 4) is not UTF-8" in message
    assert "iconv -f windows-1252 -t utf-8 'my file.txt'" in message


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "is empty"),
        (b"\xef\xbb\xbf", "no text"),
        (b"\xef\xbb\xbf \n", "no text"),
        (b"\xff\xfe", "no text"),
        (b"\xff\xfea\x00b", "cannot be that"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "iconv -f utf-32"),
        (b"abc\x00def", "character 3 is NUL"),
        (b"\x89PNG\x00\xff", "byte 4 is NUL"),
        (b"\x01\x02\x03" * 9, "control characters"),
        (b"\x01\x02", "no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word file"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x1f\x8b\x08\x00", "gzip"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str):
    assert says in refusal(data)


def test_a_few_control_characters_are_dropped_and_counted():
    document = document_of(b"One\x07 two\x1b[0m\xc2\x85three\xc2\x80", "a.txt")
    assert document.text == "One two[0m\nthree"
    assert "3 control characters were dropped." in document.notes


def test_a_file_above_the_limit_is_refused(tmp_path):
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 2_000_000)
    with pytest.raises(BadInput, match="larger than 1 MiB"):
        read(str(path), limit=1024**2)


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(BadInput, match="does not exist"):
        read(str(tmp_path / "none.txt"), limit=100)
    with pytest.raises(BadInput, match="is a folder"):
        read(str(tmp_path), limit=100)


def test_standard_input_is_read(monkeypatch):
    class Stdin:
        buffer = io.BytesIO(b"Some words.")

    monkeypatch.setattr("sys.stdin", Stdin)
    document = read("-", limit=100)
    assert (document.text, document.file) == ("Some words.", "-")


def test_an_unknown_ending_and_a_mention_of_html_are_plain_text():
    assert document_of(b"See <html> tags.", "a.rst").kind == "text"
    assert document_of(b"See <html> tags.", "notes").text == "See <html> tags."


def test_content_goes_before_the_ending_and_a_note_says_so():
    document = document_of(b"<!doctype html><body><p>A page of words</p>", "a.txt")
    assert document.kind == "html"
    assert document.notes[0].startswith("The name ends in .txt")
