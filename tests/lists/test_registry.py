"""Which importer reads a file is told from its head, and what is not known is said."""

from pathlib import Path

import pytest

from kb.errors import BadInput, UnknownName
from kb.lists.registry import FORMATS, available, importer
from kb.lists.un import Un

UN = Path(__file__).parent / "files" / "un.xml"


def test_a_file_is_known_by_its_head():
    assert isinstance(importer(UN), Un)
    assert isinstance(importer(UN, "un"), Un)


def test_every_available_importer_has_a_whole_profile_under_its_list():
    assert {form.list for form in available()} >= {"un"}
    for form in available():
        profile = form.load().profile
        assert profile.name == form.list, form
        assert 0 < profile.fewest < profile.most, form
        assert all((profile.title, profile.licence, profile.homepage, profile.format_version))
        assert profile.authority.partition(":")[0] in ("org", "country"), form


def test_no_format_stands_twice():
    assert len({(form.module, form.importer) for form in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("data", [b"hello", b"\x00\xff" * 99, b"<html/>", b"{", b"a,b\n1,2\n"])
def test_an_unknown_format_names_what_is_known(tmp_path: Path, data: bytes):
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=r"of no known format\. Known are: .*un: consolidated list"):
        importer(path)


@pytest.mark.parametrize("data", [b"", b" \n \n"])
def test_an_empty_file_is_told(tmp_path: Path, data: bytes):
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(BadInput, match="is empty"):
        importer(path)


def test_a_file_of_another_list_is_told(tmp_path: Path):
    path = tmp_path / "file"
    path.write_text("<html/>")
    with pytest.raises(BadInput, match=r"no file of the list un\. Known are: un:"):
        importer(path, "un")


def test_a_mistyped_list_is_told_with_the_nearest():
    with pytest.raises(UnknownName, match="Did you mean un"):
        importer(UN, "unn")


def test_a_missing_file_is_told(tmp_path: Path):
    with pytest.raises(BadInput, match="cannot be read"):
        importer(tmp_path / "nothing")


def test_a_file_of_another_known_list_is_told_with_that_list():
    with pytest.raises(
        BadInput, match=r"is no file of the list uk, but of un, .*: kb load un un\.xml"
    ):
        importer(UN, "uk")


def test_a_file_in_utf_16_is_told_how_to_mend_it(tmp_path: Path):
    path = tmp_path / "list.xml"
    path.write_text(UN.read_text(encoding="utf-8"), encoding="utf-16")
    with pytest.raises(BadInput, match="is in UTF-16.*Save it as UTF-8"):
        importer(path)
