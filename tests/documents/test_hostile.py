"""Whatever bytes a file has, reading gives a document or an error that a user can be told."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.documents.model import Document
from kb.documents.read import ENDINGS, document_of
from kb.errors import KbError
from tests.documents.made import page, pdf, repacked, saved, word

PDF = pdf([["Some words of a page.", "And more-", "over."]], "/Title (T) /CreationDate (D:2023)")
DOCX = saved(word("Some words.", "And more."))
HTML = page(
    "<main><article><p>Some words.</p></article></main>", '<meta name="date" content="2023-10-18">'
)
MARKDOWN = (
    b"---\ntitle: T\ndate: 2023\n---\n# Head\n\n- [a](b)\n\n| a |\n|---|\n| c |\n\n<b>x</b>\n"
)
SEEDS = {"a.pdf": PDF, "a.docx": DOCX, "a.html": HTML, "a.md": MARKDOWN, "a.txt": b"Some words.\n"}
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def check(data: bytes, name: str) -> Document | None:
    try:
        document = document_of(data, name)
    except KbError:
        return None
    assert document.text.strip()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", document.text)
    for field in (document.title, document.publisher, document.url, *document.authors):
        assert not re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", field)
    assert document.text.encode()
    return document


@pytest.mark.parametrize("ending", sorted(ENDINGS))
@given(data=st.binary(max_size=400))
@SLOW
def test_arbitrary_bytes_never_break(ending: str, data: bytes):
    check(data, f"a{ending}")


@pytest.mark.parametrize("ending", [".txt", ".html", ".md"])
@given(text=st.text(max_size=300))
@SLOW
def test_arbitrary_text_never_breaks(ending: str, text: str):
    check(text.encode("utf-8"), f"a{ending}")


@pytest.mark.parametrize("name", sorted(SEEDS))
@given(changes=st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=6)), max_size=6))
@SLOW
def test_damaged_files_never_break(name: str, changes: list[tuple[int, bytes]]):
    data = bytearray(SEEDS[name])
    for place, piece in changes:
        at = place % (len(data) + 1)
        data[at : at + len(piece)] = piece
    check(bytes(data), name)


@pytest.mark.parametrize("name", sorted(SEEDS))
@given(part=st.floats(0, 1))
@SLOW
def test_files_cut_short_never_break(name: str, part: float):
    check(SEEDS[name][: int(len(SEEDS[name]) * part)], name)


@given(
    xml=st.binary(max_size=200), part=st.sampled_from(["word/document.xml", "docProps/core.xml"])
)
@SLOW
def test_word_documents_with_odd_parts_never_break(xml: bytes, part: str):
    check(repacked(DOCX, {part: xml}), "a.docx")


MARKS = st.sampled_from(
    ["<p>", "</p>", "<table>", "<td>", "<script>", "<!--", "&#x0;", "&#13;", "&#xD800;", "&amp", "<figure>",
     "<figcaption>", "<article>", "x", " ", "\r", "<br>", "</div>", "<body>", "<html>", "<![CDATA["]
)  # fmt: skip


@given(pieces=st.lists(MARKS, max_size=40))
@SLOW
def test_pages_of_odd_markup_never_break(pieces: list[str]):
    check(b"<html><body>" + "".join(pieces).encode(), "a.html")


@given(stream=st.binary(max_size=120))
@SLOW
def test_odd_page_contents_of_a_pdf_never_break(stream: bytes):
    check(PDF.replace(b"Some words of a page.", stream), "a.pdf")


@given(text=st.text(alphabet="#*_`[]()!<>|-+=~\\\n\t 1.ab&;:\r", max_size=200))
@SLOW
def test_odd_markdown_never_breaks(text: str):
    check(text.encode(), "a.md")
