"""A dossier as DOCX: the checked text whole and in order, links that lead somewhere, the same bytes."""

import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.desk.dossier_file import gathered, packed
from kb.documents.docx import content
from kb.judge.dossier_content import page
from kb.judge.dossier_docx import as_docx
from kb.judge.dossier_page import Drawing, Heading, Page, Picture, line
from kb.judge.dossier_runs import NO_PICTURE, plain
from kb.judge.dossier_vector import caption
from tests.judge.dossier_packed import EVIL, follows, groups, squeezed, told

DAY = date(2024, 6, 1)


def text_of(data: bytes) -> str:
    return squeezed(content(data, "a.docx").text)


def test_the_text_of_the_file_is_the_text_that_was_checked_and_names_nothing_nakedly(
    tmp_path: Path,
):
    found = gathered(told(tmp_path), "country:KP", None, 9)
    made = page(found)
    assert follows(text_of(as_docx(made, DAY)), made, found, str) >= 3


def test_headings_tables_links_and_properties_are_those_of_the_format(tmp_path: Path):
    data = packed(told(tmp_path), "event:arms", "docx", DAY)
    document = Document(BytesIO(data))
    styles = {each.style.name for each in document.paragraphs if each.style}
    assert {"Heading 1", "Heading 2", "Heading 3"} <= styles
    body = document.element.body
    places = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    ways = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))}
    assert len(places) == len(set(places))
    assert ways <= set(places)
    assert len(ways) > 2
    heads = [t for t in document.tables if list(t._tbl.iter(qn("w:tblHeader")))]
    assert len(heads) >= 3
    own = document.core_properties
    assert "DISPUTED" in own.title
    assert "Paper" in own.title
    assert own.created.date() == own.modified.date() == DAY
    assert not [r for r in document.part.rels.values() if r.is_external]


def test_the_same_base_gives_the_same_bytes_in_order_and_without_times(tmp_path: Path):
    base = told(tmp_path)
    data = packed(base, "event:arms", "docx", DAY)
    assert packed(base, "event:arms", "docx", DAY) == data
    with ZipFile(BytesIO(data)) as archive:
        assert {each.date_time[0] for each in archive.infolist()} == {1980}
        assert archive.namelist()[1:] == sorted(archive.namelist()[1:])


def test_a_hostile_name_is_text_and_nothing_else(tmp_path: Path):
    paper = {"id": "org:paper", "type": "Organization", "name": f"Paper {EVIL}"}
    text = text_of(packed(told(tmp_path, entities=[paper]), "event:arms", "docx", DAY))
    assert squeezed("=cmd|'/C calc'!A0 {nb} <b>**x**</b> \\u202eevil\\u202c") in text
    assert "\u202e" not in text


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_every_text_is_written_and_read_back(text: str):
    made = Page(line("x"), (Heading(1, "h" + text, "top"), line("y" + text)))
    found = text_of(as_docx(made, DAY))
    assert all(group in found for group in groups(made))


def test_a_text_of_ten_thousand_characters_is_whole():
    made = Page(line("x" * 10_000), (line("W" * 10_000),))
    assert text_of(as_docx(made, DAY)) == "W" * 10_000


def test_pictures_stand_in_the_file_with_words_for_who_cannot_see_them(tmp_path: Path):
    made = page(gathered(told(tmp_path), "country:KP", DAY, 9))
    drawn = [b for b in made.blocks if isinstance(b, Picture | Drawing)]
    assert len(drawn) >= 2
    document = Document(BytesIO(as_docx(made, DAY)))
    shapes = list(document.inline_shapes)
    assert [s._inline.docPr.get("descr") for s in shapes] == [plain(caption(b)) for b in drawn]
    assert all(0 < s.width <= Cm(17) and 0 < s.height <= Cm(20.1) for s in shapes)
    images = [p.blob for p in document.part.package.iter_parts() if p.partname.endswith(".png")]
    assert len(images) == len(drawn)
    assert all(each.startswith(b"\x89PNG") for each in images)


def test_without_the_packages_that_draw_the_place_of_a_picture_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    made = page(gathered(told(tmp_path), "country:KP", DAY, 9))
    data = as_docx(made, DAY)
    assert squeezed(NO_PICTURE) in text_of(data)
    assert len(Document(BytesIO(data)).inline_shapes) == 0
