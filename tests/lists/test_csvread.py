"""CSV rows come back as they were written, each with the line where it starts; bad files are refused."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadInput
from kb.lists.csvread import Table, first_line, plain
from kb.lists.model import Audit

COLUMNS = ("unique id", "name 1", "remark")
cells = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=12)
tables = st.lists(st.tuples(cells, cells, cells), max_size=8)


def table(path: Path, preface: str = "") -> Table:
    return Table(path, ("unique id",), preface=preface)


@given(tables, st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_rows_are_read_back_with_their_lines(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    delimiter: str,
    encoding: str,
):
    path = tmp_path_factory.mktemp("csv") / "list.csv"
    text, starts = io.StringIO(newline=""), []
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["Unique_ID", "Name  1", "Remark"])
    for row in rows:
        starts.append(text.getvalue().count("\n") + 1)
        writer.writerow(row)
    path.write_bytes(text.getvalue().encode(encoding))
    read = list(table(path).rows(Audit(), COLUMNS.__contains__))
    told = [(line, row) for line, row in zip(starts, rows, strict=True) if any(map(str.strip, row))]
    assert [row.line for row in read] == [line for line, _ in told]
    for row, (_, written) in zip(read, told, strict=True):
        assert tuple(row.get(name) for name in COLUMNS) == tuple(map(str.strip, written))


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_a_refusal(tmp_path_factory: pytest.TempPathFactory, data: bytes):
    path = tmp_path_factory.mktemp("csv") / "list.csv"
    path.write_bytes(b"unique id,remark\n" + data)
    told = str(path)
    try:
        list(table(path).rows(Audit(), COLUMNS.__contains__))
    except BadInput as error:
        told = str(error)
    assert told.startswith(str(path))
    assert "\n" not in first_line(data)


def test_a_preface_is_kept_and_no_row(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text("Report Date: 1-Jan-2026\nUnique ID,Remark\n1,x\n")
    read = table(path, "report date")
    rows = list(read.rows(Audit(), COLUMNS.__contains__))
    assert read.preface == "Report Date: 1-Jan-2026"
    assert read.titles == {"unique id": "Unique ID", "remark": "Remark"}
    assert [row.line for row in rows] == [3]


def test_blank_rows_are_passed_over_and_a_huge_cell_is_refused(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text("unique id,remark\n\n , \n1,x\n")
    assert [row.line for row in table(path).rows(Audit(), COLUMNS.__contains__)] == [4]
    path.write_text('unique id,remark\n1,"' + "x\n" * 90_000 + '"\n')
    with pytest.raises(BadInput, match="not well-formed CSV"):
        list(table(path).rows(Audit(), COLUMNS.__contains__))


@given(st.text(max_size=30))
def test_a_plain_column_name_stays_plain(name: str):
    assert plain(plain(name)) == plain(name)
