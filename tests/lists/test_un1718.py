"""The 1718 Committee's vessels: one listing a measure, several names in a cell, and bad tables."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadInput
from kb.lists.model import Audit, Entry, Fact, Identifier, Link, Name
from kb.lists.un1718 import Vessels1718, variants

FILE = Path(__file__).parent / "files" / "un1718.csv"
LIST = Vessels1718()
HEADER = "vessel_name,imo_number,date_of_designation,12(a) of 2321\n"


def read(path: Path) -> tuple[list[Entry], Audit]:
    audit = Audit()
    return list(LIST.entries(path, audit)), audit


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "vessels.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def refusal(folder: Path, text: str | bytes) -> str:
    path = written(folder, text)
    with pytest.raises(BadInput) as caught:
        read(path)
    return str(caught.value).removeprefix(str(path))


def test_everything_of_a_row_is_read():
    entries, audit = read(FILE)
    ship = entries[0]
    assert ship.key == "imo-8518780"
    assert ship.kind == "vessel"
    assert ship.line == 2
    assert ship.names == (Name("SEA GULL 8"), Name("Sea Gull", "alias"))
    assert ship.identifiers == (
        Identifier("imo", "8518780", "imo_number"),
        Identifier("mmsi", "445000001", "mmsi"),
        Identifier("mmsi", "445000002", "mmsi"),
        Identifier("call-sign", "HMAA", "call_sign"),
        Identifier("call-sign", "D6AB", "call_sign"),
    )
    assert ship.facts == (
        Fact("flag", "DPRK", "flag", "kp", note="1 of 2"),
        Fact("flag", "Comoros", "flag", "km", note="2 of 2"),
        Fact("type", "General cargo", "type"),
        Fact("remark", "Seen at anchor,\nthen renamed.", "other_information"),
    )
    assert ship.links == (Link("owner", "Gull Shipping Co Ltd", label="designated_owner"),)
    assert not audit.unread


def test_each_measure_that_holds_is_a_listing_with_its_paragraphs():
    ship = read(FILE)[0][0]
    assert [listing.resolutions for listing in ship.listings] == [
        (("1718", "8(d)"), ("2270", "12")),
        (("2321", "12(d)"),),
        (("2371", "6"), ("2375", "6")),
    ]
    assert {listing.listed for listing in ship.listings} == {"2018-03-30"}
    assert ship.listings[1].provision == "Paragraph 12 (d) of resolution 2321 (2016)"


def test_the_economic_resources_of_a_listed_company_keep_its_reference():
    ship = read(FILE)[0][1]
    assert [listing.reference for listing in ship.listings] == ["", "KPe.020"]
    assert ship.listings[1].resolutions == ()


def test_words_in_a_measures_cell_are_kept_and_an_impossible_date_is_left_out_and_told():
    entries, audit = read(FILE)
    assert entries[2].listings[0].measures == ("Deflagged",)
    assert entries[2].listings[0].listed == ""
    assert entries[2].key == "name-kang-bong"
    assert audit.oddities == [f"{FILE}:5: the date '31 February 2018' is no date; it is left out."]


def test_the_table_is_recognised_by_its_header():
    assert LIST.recognises(FILE.read_bytes(), FILE)
    assert not LIST.recognises(b"Report Date: 1-Jan-2026\n", FILE)
    assert LIST.edition(FILE).date == ""


def test_semicolons_byte_order_marks_and_utf16_are_read(tmp_path: Path):
    text = HEADER.replace(",", ";") + "Sea Gull;8518780;2018-03-30;x\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        entries, _ = read(written(tmp_path, text.encode(encoding)))
        assert entries[0].names == (Name("Sea Gull"),)


def test_an_unknown_column_is_counted(tmp_path: Path):
    text = HEADER.replace("\n", ",gross_tonnage\n") + "A,8518780,2018,x,900\nB,9333589,2018,x,\n"
    entries, audit = read(written(tmp_path, text))
    assert len(entries) == 2
    assert audit.unread == {"column gross tonnage": 1}


def test_a_vessel_that_stands_twice_and_one_without_a_measure_are_told(tmp_path: Path):
    path = written(tmp_path, HEADER + "A,8518780,2018,x\nB,8518780,2018,no\n")
    _, audit = read(path)
    assert audit.oddities == [
        f"{path}:3: no measure is marked for this vessel.",
        f"{path}:3: imo-8518780 stands at line 2 too.",
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ": is empty"),
        ("vessel_name,imo_number\nA,1\n", ":1: the header has no column date of designation"),
        (HEADER.replace(",12(a) of 2321", "") + "A,8518780,2018\n", ":1: no column is headed"),
        (HEADER + "A,8518780,2018\n", ":2: the row has 3 cells, the header 4"),
        (HEADER + 'A,8518780,2018,x\n"B,1,2018,x\n', ":3: the row that starts here is not"),
        (HEADER.encode() + b"Jos\xe9,1,2018,x\n", "is not UTF-8 here"),
        (HEADER + "A\0,1,2018,x\n", ":2: holds a NUL character"),
        (HEADER + ",8518780,2018,x\n", ":2: the row has no vessel name"),
        (HEADER.replace("imo", "vessel") + "A,1,2,3\n", "no column imo number"),
        (HEADER.replace("\n", ",Vessel Name\n"), ":1: two columns are named vessel name"),
        (HEADER + "A" * (1 << 20), ":2: the line is longer"),
    ],
)
def test_a_bad_table_is_refused_with_its_place(tmp_path: Path, text: str | bytes, part: str):
    assert part in refusal(tmp_path, text)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(BadInput, match="cannot be read"):
        read(tmp_path / "none.csv")


@given(
    st.lists(st.from_regex(r"[A-Za-z][A-Za-z0-9]{0,8}", fullmatch=True), min_size=1, unique=True)
)
def test_numbered_variants_are_read_back(names: list[str]):
    held = [name for name in names if name.casefold() not in ("na", "no", "none", "false")]
    cell = " ".join(f"{number}: {name}" for number, name in enumerate(held, 1))
    assert variants(cell) == held[:99] or len(held) > 99


def test_a_number_within_a_name_splits_nothing():
    assert variants("YUN HONG 8: the ship") == ["YUN HONG 8: the ship"]
    assert variants("1: YUN HONG 8 2: YUN") == ["YUN HONG 8", "YUN"]
