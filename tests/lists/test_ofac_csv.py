"""The legacy files of OFAC are read whole, joined by number, and refused with the line where they break."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.desk.base import KnowledgeBase
from kb.desk.lists import Wanted, load
from kb.errors import BadInput
from kb.lists.model import Audit, Fact, Identifier, Link, Listing, Name
from kb.lists.ofac_csv import SdnCsv
from kb.lists.xmlread import head
from kb.store import MEMORY

FILES = Path(__file__).parent / "files" / "ofac-legacy"
REAL = Path(__file__).resolve().parents[3] / "shared" / "lists" / "ofac" / "sdn.csv"
ROW = '1,"A","vessel","IRAN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'


def read(path):
    audit = Audit()
    return {entry.key: entry for entry in reversed(tuple(SdnCsv().entries(path, audit)))}, audit


def written(folder, text, name="sdn.csv"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture(scope="module")
def entries():
    return read(FILES / "sdn.csv")[0]


def test_a_vessel_has_its_columns_and_all_that_the_remarks_say(entries):
    ship = entries["101"]
    assert ship.kind == "vessel"
    assert ship.names == (Name("BLUE WAVE"), Name("OLD WAVE", "former"))
    mmsi = "MMSI 209511000 (Iran)"
    assert ship.identifiers == (
        Identifier("call-sign", "T2EA4", "Vessel Call Sign"),
        Identifier("imo", "9187629", "Vessel Registration Identification IMO"),
        Identifier("mmsi", "209511000", "MMSI", "ir", note=mmsi),
    )
    assert ship.facts == (
        Fact("type", "Crude Oil Tanker", "Vessel Type"),
        Fact("tonnage", "317,367", "Vessel Tonnage"),
        Fact("gross-tonnage", "163,660", "Vessel Gross Registered Tonnage"),
        Fact("flag", "Panama", "Vessel Flag", "pa"),
        Fact("former-flag", "Cyprus", "Former Vessel Flag", "cy"),
        Fact(
            "former-flag",
            "Tuvalu",
            "Former Vessel Flag",
            "tv",
            note="alt. Former Vessel Flag Tuvalu",
        ),
        Fact("other", "Subject to Secondary Sanctions", "Additional Sanctions Information -"),
    )
    assert ship.links == (
        Link("owner", "Sand and Swan Ltd.", "", "Vessel Owner"),
        Link("linked-to", "SAND AND SWAN LTD", "", "Linked To:"),
    )
    assert ship.listings == (Listing("IRAN"), Listing("SDGT"))


def test_a_person_has_aliases_addresses_and_the_end_of_a_long_remark(entries):
    person = entries["102"]
    assert person.kind == "person"
    assert person.names == (
        Name("ESMAELI, Reza"),
        Name("SMITH, John", "alias", note="n.k.a."),
        Name("JONES", "alias", note="since his wedding"),
        Name("BROWN", "alias"),
        Name("ABU NOBODY", "weak"),
    )
    assert Fact("title", "Deputy Minister") in person.facts
    assert (
        Fact("address", "1 Harbour Street, Tehran 11369, Iran", "", "ir", note="also a shop")
        in person.facts
    )
    assert Fact("gender", "Male", "Gender") in person.facts
    assert person.links == (Link("linked-to", "SAND AND SWAN LTD.", "", "Linked To:"),)
    assert [fact.value for fact in person.facts if fact.kind == "remark"] == ["30 Feb 1961"]


def test_an_aircraft_and_an_organization_are_told_apart(entries):
    assert entries["103"].kind == "organization"
    assert entries["103"].names == (Name("SAND AND SWAN\nLTD."),)
    plane = entries["104"]
    assert plane.kind == "aircraft"
    assert (
        Fact(
            "build-year",
            "1990",
            "Aircraft Manufacture Date",
            note="Aircraft Manufacture Date 18 May 1990",
        )
        in plane.facts
    )
    assert plane.links == (Link("operator", "YAS AIR", "", "Aircraft Operator"),)


def test_what_is_odd_is_told_with_its_file_and_line():
    _, audit = read(FILES / "sdn.csv")
    assert audit.unread == {}
    told = [oddity.removeprefix(f"{FILES}/") for oddity in audit.oddities]
    assert told == [
        "sdn.csv:2: an alias (line 4) is of the unknown type 'zka'.",
        "sdn.csv:2: the DOB '30 Feb 1961' is no date; it stays a remark.",
        "sdn.csv:7: entry 105 is of the unknown type 'spaceship'.",
        "ALT.CSV:5: no entry '999' in sdn.csv; the row is left out.",
    ]


def test_entries_know_the_line_where_they_start_even_after_a_quoted_newline(entries):
    assert sorted(entry.line for entry in entries.values()) == [1, 2, 3, 6, 7]


def test_an_entry_that_comes_twice_is_given_twice_for_the_loader_to_tell():
    twice = [e for e in SdnCsv().entries(FILES / "sdn.csv", Audit()) if e.key == "103"]
    assert [(entry.line, entry.names[0].text) for entry in twice] == [
        (3, "SAND AND SWAN\nLTD."),
        (5, "ANOTHER"),
    ]


def test_missing_files_beside_it_are_told(tmp_path):
    entries, audit = read(written(tmp_path, ROW))
    assert list(entries) == ["1"]
    assert [o.rpartition("/")[2] for o in audit.oddities] == [
        "alt.csv: is not there; aliases are missing.",
        "add.csv: is not there; addresses are missing.",
        "sdn_comments.csv: is not there; the ends of long remarks are missing.",
    ]


def test_a_file_that_ends_inside_a_line_is_told(tmp_path):
    _, audit = read(written(tmp_path, ROW.rstrip()))
    assert any("sdn.csv: its last line has no end" in oddity for oddity in audit.oddities)


def test_only_the_main_file_is_recognised():
    for name, yes in (("sdn.csv", True), ("ALT.CSV", False), ("add.csv", False)):
        assert SdnCsv().recognises(head(FILES / name), FILES / name) is yes
    assert not SdnCsv().recognises(b"name,imo\nA,1\n", Path("fleet.csv"))
    assert not SdnCsv().recognises(b"", Path("sdn.csv"))
    assert SdnCsv().recognises(ROW.replace("A", "A\nB", 1).encode(), Path("sdn.csv"))
    assert not SdnCsv().recognises(b"1,a\rb\r,-0-", Path("sdn.csv"))


def test_the_edition_has_no_date_and_no_count():
    edition = SdnCsv().edition(FILES / "sdn.csv")
    assert (edition.date, edition.declared) == ("", None)


BROKEN = {
    "semicolons": (
        ROW + ROW.replace(",", ";"),
        "sdn.csv:2: 1 cells where 12 belong; the cells are parted by semi",
    ),
    "a missing column": (ROW + '2,"B","vessel"\n', "sdn.csv:2: 3 cells where 12 belong"),
    "a header": ("ent_num" + ROW[1:], "sdn.csv:1: the first cell is 'ent_num', not a number"),
    "an open quote": (ROW + '2,"B\n\n', "sdn.csv:2: not a CSV row"),
    "text after a quote": (ROW + '2,"B"x,1\n', "sdn.csv:2: not a CSV row"),
    "latin-1": (ROW.encode() + ROW.replace("A", "É").encode("latin-1"), "sdn.csv:2:4: not UTF-8"),
    "utf-16": (ROW.encode("utf-16"), "sdn.csv:1:1: not UTF-8"),
    "a null byte": (ROW.replace("A", "A\0"), "sdn.csv:1: holds a null byte"),
    "a huge cell": (ROW.replace("A", "A" * 200_000, 1), "sdn.csv:1: not a CSV row"),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused_with_its_line(tmp_path, content, message):
    with pytest.raises(BadInput) as caught:
        read(written(tmp_path, content))
    assert message in str(caught.value)


def test_a_broken_file_beside_it_is_refused_with_its_line(tmp_path):
    for name in ("sdn.csv", "add.csv"):
        shutil.copy(FILES / name, tmp_path)
    written(tmp_path, '101,1,"aka"\n', "alt.csv")
    with pytest.raises(BadInput, match=r"alt.csv:1: 3 cells where 5 belong"):
        read(tmp_path / "sdn.csv")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        read(tmp_path / "nothing" / "sdn.csv")


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path):
    plain, _ = read(written(tmp_path, ROW))
    marked, _ = read(written(tmp_path, ("\ufeff" + ROW).replace("\n", "\r\n")))
    assert plain == marked


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: ROW.replace("A", text).encode())
)
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = written(tmp_path_factory.getbasetemp(), content, "hostile-sdn.csv")
    SdnCsv().recognises(content, path)
    message = ""
    try:
        read(path)
    except BadInput as error:
        message = str(error)
    assert not message or str(path) in message


@pytest.mark.skipif(not REAL.exists(), reason="no copy of the real list")
def test_the_real_list_is_understood_but_for_a_fiftieth_of_its_remarks():
    entries, audit = read(REAL)
    kinds = [entry.kind for entry in entries.values()]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "person": 3845,
        "organization": 2994,
        "vessel": 323,
        "aircraft": 217,
    }
    ships = [entry for entry in entries.values() if entry.kind == "vessel"]
    assert sum(any(i.scheme == "imo" for i in ship.identifiers) for ship in ships) == 317
    unread = sum(len(f.value) for e in entries.values() for f in e.facts if f.kind == "remark")
    assert unread < 0.02 * 789_999
    names = {name.text.rstrip(".") for entry in entries.values() for name in entry.names[:1]}
    ties = [tie.name for e in entries.values() for tie in e.links if tie.kind == "linked-to"]
    assert len(ties) == 2427
    assert sum(tie.rstrip(".") in names for tie in ties) == 2426
    assert not any("no date" in oddity for oddity in audit.oddities)


def test_the_edition_is_made_of_all_files_of_the_set(tmp_path):
    alone = written(tmp_path, ROW)
    assert SdnCsv().files(alone) == (alone,)
    assert [path.name for path in SdnCsv().files(FILES / "sdn.csv")] == [
        "sdn.csv",
        "ALT.CSV",
        "add.csv",
        "sdn_comments.csv",
    ]


def test_a_changed_file_beside_it_makes_another_edition(tmp_path):
    for file in FILES.iterdir():
        shutil.copy(file, tmp_path)
    wanted = Wanted(tmp_path / "sdn.csv", day="2024-01-01", accept_shrink=True)
    with KnowledgeBase.open(MEMORY, write=True) as base:
        first = load(base, wanted)
        assert load(base, wanted).action == "unchanged"
        (tmp_path / "add.csv").unlink()
        second = load(base, wanted)
    assert second.action == "loaded"
    assert second.edition.sha256 != first.edition.sha256
