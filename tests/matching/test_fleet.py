"""A fleet is read from any CSV that people have, or refused with the line and a remedy."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadInput
from kb.matching.fleet import read_fleet


def test_columns_are_found_by_their_headings_whatever_the_delimiter():
    for delimiter in ",;\t|":
        text = "Vessel Name;IMO No.;Flag;Year Built\nJie Shun;8518780;kh;1986\n"
        (row,) = read_fleet(text.replace(";", delimiter).encode(), "f.csv").rows
        assert (row.query.names[0].text, row.query.imo, row.query.built) == (
            "Jie Shun",
            ("8518780",),
            1986,
        )
        assert row.query.kind == "vessel"


def test_named_columns_are_used_and_a_missing_one_is_named_with_what_there_is():
    data = b"a,b\nJie Shun,8518780\n"
    (row,) = read_fleet(data, "f.csv", ["name=a", "imo=B"]).rows
    assert row.query.imo == ("8518780",)
    with pytest.raises(
        BadInput, match=r"f\.csv:1: there is no column 'flag'. The file has: a, b\."
    ):
        read_fleet(data, "f.csv", ["name=a", "flag"])
    with pytest.raises(BadInput, match="'colour' is nothing that a column can say"):
        read_fleet(data, "f.csv", ["colour"])
    with pytest.raises(BadInput, match="no column gives names"):
        read_fleet(data, "f.csv")


def test_a_quoted_line_break_keeps_the_lines_right():
    data = b'name,imo\n"Jie\nShun",1\nDawn,2\n'
    assert [(row.line, row.name) for row in read_fleet(data, "f").rows] == [
        (2, "Jie Shun"),
        (4, "Dawn"),
    ]


@pytest.mark.parametrize(
    ("encoding", "guessed"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_encodings_are_told_apart(encoding: str, guessed: str):
    fleet = read_fleet("name,imo\nMünchen,1\n".encode(encoding), "f.csv")
    assert fleet.rows[0].name == "München"
    assert fleet.guessed.startswith(guessed)
    assert bool(fleet.guessed) == bool(guessed)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"name\n\x00\n", "zero bytes"),
        (b'name,imo\nDawn,1\n"open', r"f\.csv:3: the row that starts here"),
        (b"name,kind\nDawn,boat\n", r"f\.csv:2: 'boat' is no kind"),
        (b"name\n" + b"x" * 200_000, "well-formed"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, message: str):
    with pytest.raises(BadInput, match=message):
        read_fleet(data, "f.csv")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes):
    with suppress(BadInput):
        assert len(read_fleet(b"name,imo\n" + data, "f.csv").rows) <= len(data)
