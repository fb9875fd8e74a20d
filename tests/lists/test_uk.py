"""The UK Sanctions List: XML and CSV give the same entries, believed flags stay believed, bad files end."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadInput
from kb.lists.model import Audit, Entry, Fact, Identifier, Link, Listing, Name
from kb.lists.uk_csv import UkCsv, numbered
from kb.lists.uk_xml import UkXml

FILES = Path(__file__).parent / "files"
XML, CSV = FILES / "uk.xml", FILES / "uk.csv"
HEADER = (
    "Unique ID,Name 6,Name type,Regime Name,Date Designated,Designation Type,Nationality(/ies)\n"
)
ONE = "RUS9001,BELKO,Primary Name,The Example Regulations,24/02/2022,Individual,(1) Russia (2) Cyprus\n"
REPORTED = "Report Date: 1-Jan-2026\n"
DESIGNATION = (
    "<Designation><UniqueID>RUS9001</UniqueID>"
    "<IndividualEntityShip>Ship</IndividualEntityShip></Designation>"
)


def read(path: Path) -> tuple[list[Entry], Audit]:
    audit = Audit()
    form = UkXml() if path.suffix == ".xml" else UkCsv()
    return list(form.entries(path, audit)), audit


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_person_is_read_with_everything_that_is_said():
    person = read(XML)[0][0]
    assert person.key == "AFG9006"
    assert person.kind == "person"
    assert person.line == 4
    assert person.names == (
        Name("ARMAN TARO B C D BELKO"),
        Name("Arman Belco", "spelling"),
        Name("Haji Arman", "weak", note="Low quality a.k.a"),
        Name("Old Arman", "alias"),
        Name("Арман Белко", "spelling", script="Cyrillic", language="Russian"),
    )
    assert person.identifiers == (
        Identifier("other", "97172", "OFSI Group ID"),
        Identifier("other", "TAi.992", "UN Reference Number"),
        Identifier("passport", "P1", "Passport number", note="issued in Kabul"),
        Identifier("national-id", "12345", "National Identifier number", note="tazkira"),
    )
    assert person.facts == (
        Fact("title", "Mullah", "Title"),
        Fact("title", "Haji", "Title"),
        Fact("gender", "Male", "Gender"),
        Fact("position", "Deputy Minister", "Position"),
        Fact("nationality", "Afghanistan", "Nationality(/ies)", "af"),
        Fact("other", "UN", "Designation source"),
        Fact("remark", "Said to have moved.", "Other Information"),
        Fact("birth-date", "1945", "D.O.B"),
        Fact("birth-date", "1946-03", "D.O.B"),
        Fact("birth-date", "1958-03-01", "D.O.B"),
        Fact("address", "1 High Street, b, c, d, e, Kabul, 1001, Afghanistan", "Address", "af"),
        Fact("birth-place", "Lakhi, Afghanistan", "Town and country of birth", "af"),
    )
    assert person.listings == (
        Listing(
            programme="AFG",
            provision="The Example (Sanctions) (EU Exit) Regulations 2020",
            measures=("Asset freeze", "Travel Ban", "Trust Services Sanctions"),
            listed="2001-01-25",
            amended=("2026-04-14",),
            reason="Held an office of the regime.",
            reference="AFG9006",
        ),
    )


def test_an_entity_is_read_with_everything_that_is_said():
    entity = read(XML)[0][1]
    assert entity.kind == "organization"
    assert entity.identifiers == (
        Identifier("registration", "BR-99", "Business registration number (s)"),
    )
    assert entity.links == (
        Link("parent", "Belko Holding", label="Parent company"),
        Link("subsidiary", "Belko Branch", label="Subsidiaries"),
    )
    assert [(fact.kind, fact.value) for fact in entity.facts] == [
        ("phone", "+93-1"),
        ("website", "https://example.org"),
        ("email", "a@example.org"),
        ("type", "Money exchange"),
        ("other", "T123"),
    ]


def test_a_ships_believed_flag_is_no_plain_flag_and_an_owner_operator_is_neither_of_both():
    ship = read(XML)[0][2]
    assert ship.kind == "vessel"
    assert Fact("believed-flag", "Comoros", "Current believed flag of ship", "km") in ship.facts
    assert Fact("former-flag", "India", "Previous flags", "in") in ship.facts
    assert not [fact for fact in ship.facts if fact.kind == "flag"]
    assert [(fact.kind, fact.value) for fact in ship.facts] == [
        ("type", "Bulk Carrier"),
        ("believed-flag", "Comoros"),
        ("former-flag", "India"),
        ("tonnage", "7078"),
        ("length", "118"),
        ("other", "UN"),
        ("build-year", "2011"),
    ]
    assert ship.links == (
        Link("other", "Gull Shipping", label="Current owner/operator (s)"),
        Link("other", "Old Gull", label="Previous owner/operator (s)"),
    )
    assert ship.identifiers == (
        Identifier("imo", "IMO9562233", "IMO number"),
        Identifier("other", "H1", "Hull identification number (HIN)"),
    )
    assert ship.names[1] == Name("Sea Dove", "alias", note="Good quality a.k.a")


def test_xml_and_csv_of_one_edition_give_the_same_entries():
    from_xml, from_csv = read(XML)[0], read(CSV)[0]
    crypto = [fact for fact in from_xml[1].facts if fact.label != "Crypto wallet address"]
    from_xml[1] = replace(from_xml[1], facts=tuple(crypto))
    assert [replace(e, line=0) for e in from_xml] == [replace(e, line=0) for e in from_csv]
    assert [entry.line for entry in from_csv] == [3, 8, 9]


def test_editions_are_dated_and_the_forms_are_told_apart():
    assert UkXml().edition(XML).date == UkCsv().edition(CSV).date == "2026-08-20"
    assert UkXml().recognises(XML.read_bytes(), XML)
    assert UkCsv().recognises(CSV.read_bytes(), CSV)
    assert not UkXml().recognises(CSV.read_bytes(), CSV)
    assert not UkCsv().recognises(XML.read_bytes(), XML)


def test_what_is_not_understood_is_counted_and_an_impossible_date_is_told():
    _, audit = read(XML)
    assert read(CSV)[1].oddities == [f"{CSV}:6: the date '31/02/1959' is no date; it is left out."]
    assert audit.unread == {
        "Designation/NewElement": 1,
        "Designation/NewElement/@kind": 1,
        "name type Nom de plume": 1,
    }
    assert audit.oddities == [f"{XML}:28: the date '31/02/1959' is no date; it is left out."]


def test_an_unknown_column_is_counted_and_numbered_values_are_divided(tmp_path: Path):
    text = HEADER.replace("\n", ",Shoe size\n") + ONE.replace("\n", ",44\n")
    entries, audit = read(written(tmp_path, "uk.csv", text))
    assert [fact.country for fact in entries[0].facts] == ["ru", "cy"]
    assert audit.unread == {"column shoe size": 1}


def test_semicolons_quoted_newlines_and_a_preface_are_read(tmp_path: Path):
    text = (REPORTED + HEADER + ONE.replace("BELKO", '"BELKO\nTWO"') + ONE).replace(",", ";")
    entries, _ = read(written(tmp_path, "uk.csv", text))
    assert [name.text for name in entries[0].names] == ["BELKO\nTWO", "BELKO"]
    assert entries[0].line == 3


def test_a_designation_that_stands_twice_is_told(tmp_path: Path):
    two = written(tmp_path, "uk.csv", HEADER + ONE + ONE.replace("RUS9001", "RUS9002") + ONE)
    assert read(two)[1].oddities == [f"{two}:4: RUS9001 stands at line 2 too."]
    text = f"<Designations>{DESIGNATION}\n{DESIGNATION}</Designations>"
    twice = written(tmp_path, "uk.xml", text)
    assert read(twice)[1].oddities == [f"{twice}:2: RUS9001 stands at line 1 too."]


def test_a_type_that_is_unknown_is_told(tmp_path: Path):
    path = written(tmp_path, "uk.csv", HEADER + ONE.replace("Individual", "Balloon"))
    entries, audit = read(path)
    assert entries[0].kind == "unknown"
    assert audit.oddities == [f"{path}:2: RUS9001 is of an unknown type, 'Balloon'."]


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("uk.csv", "", ": is empty"),
        ("uk.csv", REPORTED, ": is empty"),
        (
            "uk.csv",
            HEADER.replace("Unique ID", "Id") + ONE,
            ":1: the header has no column unique id",
        ),
        ("uk.csv", REPORTED + HEADER + ONE + "RUS9002,BEL", ":4: the row has 2 cells"),
        ("uk.csv", HEADER + ONE.replace("BELKO", '"BELKO'), ":2: the row that starts here is not"),
        ("uk.csv", HEADER.encode() + "Č".encode("cp1250"), "is not UTF-8 here"),
        ("uk.csv", HEADER + ONE.replace("RUS9001", ""), ":2: the row has no Unique ID"),
        ("uk.xml", f"<Designations>\n{DESIGNATION}", ":2: not well-formed XML"),
        ("uk.xml", "<CONSOLIDATED_LIST/>", ":1: the root is CONSOLIDATED_LIST"),
        ("uk.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><Designations/>", "declares a document type"),
        ("uk.xml", "<Designations><Designation/></Designations>", ":1: the designation has no Uni"),
        ("uk.xml", "", "not well-formed XML"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(
    tmp_path: Path, name: str, text: str | bytes, part: str
):
    path = written(tmp_path, name, text)
    with pytest.raises(BadInput) as caught:
        read(path)
    assert part in str(caught.value)
    assert str(caught.value).startswith(str(path))


@given(st.lists(st.from_regex(r"[A-Za-z][A-Za-z ]{0,8}[A-Za-z]", fullmatch=True), min_size=1))
def test_numbered_cells_are_read_back(values: list[str]):
    cell = " ".join(f"({number}) {value}" for number, value in enumerate(values[:99], 1))
    assert numbered(cell) == values[:99]
