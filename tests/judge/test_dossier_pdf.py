"""A dossier as PDF: the checked text whole and in order, bookmarks, links within, the same bytes."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kb.desk.dossier_file import gathered, packed
from kb.errors import BadInput
from kb.judge.dossier_content import page
from kb.judge.dossier_page import Drawing, Heading, Page, Table, cell, line
from kb.judge.dossier_pdf import LACKING, as_pdf
from kb.judge.dossier_pdf_layout import columns, wrapped
from kb.judge.dossier_pdf_sheet import Sheet
from kb.judge.dossier_runs import Run
from tests.judge.dossier_packed import EVIL, follows, squeezed, told

DAY = date(2024, 6, 1)
needed = "the PDF form needs pip install 'sanctions-kb[pdf]'"
pytest.importorskip("fpdf", reason=needed)
pytest.importorskip("fontpkg_noto_sans", reason=needed)


def pages(data: bytes) -> list[str]:
    """The text of each sheet without its number."""
    found = [each.extract_text() for each in PdfReader(BytesIO(data)).pages]
    return [squeezed(t).removeprefix(f"Page{n}") for n, t in enumerate(found, 1)]


def written(text: str) -> str:
    """Text as the font of the file can write it."""
    sheet = Sheet("x", DAY)
    try:
        return sheet.written(text)
    finally:
        sheet.close()


def test_the_text_of_the_file_is_the_text_that_was_checked_and_names_nothing_nakedly(
    tmp_path: Path,
):
    found = gathered(told(tmp_path), "country:KP", DAY, 9)
    made = page(found)
    text = "".join(pages(as_pdf(made, DAY)))
    assert follows(text, made, found, written, lettered=True) >= 3
    assert text.endswith(squeezed(LACKING))


def test_headings_are_bookmarks_and_every_link_leads_to_a_sheet_of_the_file(tmp_path: Path):
    made = page(gathered(told(tmp_path), "event:arms", DAY, 9))
    reader = PdfReader(BytesIO(as_pdf(made, DAY)))

    def flat(each: object) -> list[str]:
        return [n for e in each for n in flat(e)] if isinstance(each, list) else [each.title]

    headings = [written(b.text) for b in made.blocks if isinstance(b, Heading)]
    assert [squeezed(each) for each in flat(reader.outline)] == [squeezed(h) for h in headings]
    links = [a.get_object() for p in reader.pages for a in p.get("/Annots", [])]
    assert len(links) > 5
    for each in links:
        assert each["/Subtype"] == "/Link"
        assert "/A" not in each or each["/A"]["/S"] == "/GoTo"
    assert "DISPUTED" in reader.metadata.title
    assert reader.metadata.creation_date.date() == DAY


def test_the_same_base_gives_the_same_bytes(tmp_path: Path):
    base = told(tmp_path)
    assert packed(base, "event:arms", "pdf", DAY) == packed(base, "event:arms", "pdf", DAY)


def test_a_view_is_told_below_the_first_heading(tmp_path: Path):
    data = packed(told(tmp_path), "event:arms", "pdf", DAY, view="As published by 2024")
    assert "Aspublishedby2024." in pages(data)[0][:400]


def test_a_hostile_name_is_text_and_nothing_else(tmp_path: Path):
    paper = {"id": "org:paper", "type": "Organization", "name": f"Paper {EVIL}"}
    data = packed(told(tmp_path, entities=[paper]), "event:arms", "pdf", DAY)
    text = "".join(pages(data))
    assert squeezed("=cmd|'/C calc'!A0 {nb} <b>**x**</b> \\u202eevil\\u202c") in text
    assert "\\u1f600" in text
    assert squeezed(LACKING) in text
    assert "\u202e" not in text


def test_heads_of_a_table_stand_on_each_sheet_and_a_row_is_whole_where_it_fits():
    rows = tuple(
        (cell(f"row{n}"), cell(f"first{n} " + "word " * 60 + f"last{n}")) for n in range(40)
    )
    found = pages(as_pdf(Page(line("x"), (Table("caption", ("Left", "Right"), rows),)), DAY))
    assert len(found) > 2
    assert all("LeftRight" in each for each in found)
    for n in range(40):
        assert sum(f"row{n}first{n}word" in e and f"wordlast{n}" in e for e in found) == 1


def test_a_row_longer_than_a_sheet_is_whole_over_several():
    table = Table("caption", ("Left", "Right"), ((cell("x"), cell("W" * 10_000)),))
    found = pages(as_pdf(Page(line("W" * 10_000), (table,)), DAY))
    assert len(found) > 2
    assert sum(each.count("W") for each in found) == 10_000


def test_heads_that_are_longer_than_a_sheet_do_not_hang():
    table = Table("caption", ("W" * 9_000, "Right"), ((cell("x"), cell("y")),))
    assert len(pages(as_pdf(Page(line("x"), (table,)), DAY))) > 1


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_any_text_can_be_written(text: str):
    made = Page(line("x" + text), (Heading(1, "h" + text, "top"), line("y" + text, "z")))
    assert as_pdf(made, DAY).startswith(b"%PDF")


@given(st.lists(st.text(alphabet="ab [1]x", max_size=30), max_size=5), st.integers(1, 20))
def test_lines_are_no_wider_than_asked_for_and_lose_nothing(texts: list[str], width: int):
    lines = wrapped([Run(each) for each in texts], width, lambda _: 1.0)
    assert "".join(r.text for each in lines for r in each) == "".join(texts)
    assert all(len("".join(r.text for r in each).rstrip()) <= width for each in lines)


@given(st.lists(st.floats(1, 500), min_size=1, max_size=9))
def test_columns_fill_the_width_and_none_is_lost(wanted: list[float]):
    found = columns([[each] for each in wanted], 174)
    assert sum(found) == pytest.approx(174)
    assert min(found) > 174 / len(found) / 9


def test_without_its_packages_the_form_is_refused_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setitem(__import__("sys").modules, "fpdf", None)
    with pytest.raises(BadInput, match=r"pip install 'sanctions-kb\[pdf\]'"):
        as_pdf(Page(line("x"), (line("y"),)), DAY)


def test_a_letter_that_the_font_lacks_is_spelled_out_in_a_picture_too():
    svg = '<svg viewBox="0 0 200 40"><text x="5" y="20" font-size="11">中 &amp; co</text></svg>'
    block = Drawing("Title", "Text", svg, ("中 & co",))
    (found,) = pages(as_pdf(Page(line("x"), (block,)), DAY))
    assert found == squeezed("\\u4e2d & co Title. Text" + LACKING)


def test_a_picture_that_is_higher_than_a_sheet_is_made_smaller():
    svg = '<svg viewBox="0 0 100 900"><text x="5" y="890" font-size="11">foot</text></svg>'
    made = Page(line("x"), (line("before"), Drawing("Title", "Text", svg, ("foot",))))
    assert pages(as_pdf(made, DAY)) == ["beforefootTitle.Text"]
