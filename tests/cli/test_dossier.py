"""`kb dossier`: files, formats, and what is refused."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from pypdf import PdfReader

from kb.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def subject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A proposition of a small base in the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.delenv("KB_STORE", raising=False)
    Path("report.yaml").write_text(run("schema", "--example").output)
    assert run("add", "report.yaml").exit_code == 0
    return "report:2024-05-01-example#transfer"


def test_the_ending_says_the_format_and_the_same_base_gives_the_same_bytes(subject: str):
    for name in ("one.html", "two.html", "one.md", "one.txt"):
        more = ["--format", "markdown"] if name.endswith("txt") else []
        assert run("dossier", subject, "-o", name, *more).exit_code == 0
    assert Path("one.html").read_text().startswith("<!DOCTYPE html>")
    assert Path("one.html").read_bytes() == Path("two.html").read_bytes()
    assert Path("one.md").read_text().startswith("# Dossier")
    assert Path("one.txt").read_bytes() == Path("one.md").read_bytes()
    assert run("dossier", subject).stdout_bytes == Path("one.html").read_bytes()


def test_pdf_and_docx_are_whole_files_and_the_same_each_time(subject: str):
    for form in ("pdf", "docx"):
        for name in ("one", "two"):
            assert run("dossier", subject, "-o", f"{name}.{form}").exit_code == 0
        assert Path(f"one.{form}").read_bytes() == Path(f"two.{form}").read_bytes()
    sheets = PdfReader("one.pdf").pages
    text = "".join(each.extract_text() for each in sheets)
    assert "DISPUTED" in text
    assert f"Page {len(sheets)}" in text
    document = Document("one.docx")
    assert any("DISPUTED" in each.text for each in document.paragraphs)
    assert len(document.inline_shapes) > 0


def test_every_form_names_the_view_that_it_is_made_of(subject: str):
    told = "As of 2024-06-01, by publication"
    words = ["dossier", subject, "--as-of", "2024-06-01", "-o"]
    for name in ("v.html", "v.md", "v.pdf", "v.docx"):
        assert run(*words, name).exit_code == 0
    assert told in Path("v.html").read_text()
    assert told in Path("v.md").read_text()
    assert told in PdfReader("v.pdf").pages[0].extract_text()
    assert any(told in each.text for each in Document("v.docx").paragraphs)


def test_a_format_whose_packages_are_missing_says_what_to_install(
    subject: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "fpdf", None)
    found = run("dossier", subject, "-o", "one.pdf")
    assert found.exit_code == 2
    assert "pip install 'sanctions-kb[pdf]'" in found.stderr
    assert not Path("one.pdf").exists()


def test_a_file_that_is_there_is_left_alone_unless_forced(subject: str):
    Path("mine.html").write_text("my notes")
    found = run("dossier", subject, "-o", "mine.html")
    assert found.exit_code == 2
    assert "mine.html is there already. Name another file, or give --force." in found.stderr
    assert Path("mine.html").read_text() == "my notes"
    assert run("dossier", subject, "-o", "mine.html", "--force").exit_code == 0
    assert "DISPUTED" in Path("mine.html").read_text()


def test_the_date_of_the_cover_can_be_given(subject: str):
    assert (
        "2023-11-14 (that of the newest entry in the log of the base)"
        in run("dossier", subject).output
    )
    found = run("dossier", subject, "--date", "2024-06-01")
    assert "2024-06-01 (as asked for)" in found.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["org:think-tnk"], "org:think-tank"),
        (["report:2024-05-01-example#transfr"], "Did you mean"),
        (["org:think-tank", "-o", "file.odt"], "Name it .html, .md, .pdf or .docx"),
        (["org:think-tank", "-o", "file"], "Name it .html, .md, .pdf or .docx"),
        (["org:think-tank", "--date", "1 June"], "--date"),
        (["org:think-tank", "--limit", "0"], "--limit"),
        (["org:think-tank", "-o", "no/such/folder.html"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_way_out(subject: str, words: list[str], told: str):
    found = run("dossier", *words)
    assert found.exit_code == 2
    assert told in found.stderr
    assert found.stdout == ""
