"""FollowTheMoney: entities and statements, ties from anywhere in the file, nested ones, and bad input."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadInput, StoreError
from kb.lists.ftm import FtmEntities
from kb.lists.ftm_edges import Edges
from kb.lists.ftm_statements import FtmStatements
from kb.lists.model import Audit, Entry, Fact, Identifier, Link, Listing, Name

FILES = Path(__file__).parent / "files"
JSON, CSV = FILES / "ftm.json", FILES / "ftm_statements.csv"
SHIP = {"id": "v", "schema": "Vessel", "properties": {"name": ["A"]}}


def read(path: Path) -> tuple[dict[str, Entry], Audit]:
    audit = Audit()
    form = FtmStatements() if path.suffix == ".csv" else FtmEntities()
    return {entry.key: entry for entry in form.entries(path, audit)}, audit


def written(folder: Path, text: str | bytes, name: str = "ftm.json") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def lines(*entities: dict[str, object]) -> str:
    return "".join(json.dumps(entity) + "\n" for entity in entities)


def test_a_vessel_is_read_with_everything_that_is_said():
    ship = read(JSON)[0]["ves-1"]
    assert (ship.kind, ship.line) == ("vessel", 2)
    assert ship.names == (
        Name("Sea Gull", "alias"),
        Name("Sea Gull 98"),
        Name("Gull", "alias"),
        Name("Old Gull", "former"),
        Name("SG", "weak"),
        Name("SG98", "alias"),
    )
    assert ship.identifiers == (
        Identifier("imo", "9562233", "imoNumber"),
        Identifier("mmsi", "445000001", "mmsi"),
        Identifier("call-sign", "HMAA", "callSign"),
        Identifier("other", "C1", "crsNumber"),
    )
    assert ship.facts == (
        Fact("flag", "kp", "flag", "kp"),
        Fact("former-flag", "km", "pastFlags", "km"),
        Fact("former-flag", "suhh", "pastFlags"),
        Fact("type", "Bulk carrier", "type"),
        Fact("other", "Tanker", "pastTypes"),
        Fact("gross-tonnage", "7078", "grossRegisteredTonnage"),
        Fact("deadweight", "9000", "deadweightTonnage"),
        Fact("tonnage", "7000", "tonnage"),
        Fact("home-port", "Nampo", "registrationPort"),
        Fact("build-year", "2011-05", "buildDate"),
        Fact("other", "sanction", "topics"),
        Fact("remark", "A note.", "notes"),
        Fact("other", "example_list", "dataset"),
        Fact("address", "1 Quay, Nampo", "addressEntity", "kp", note="port office"),
    )


def test_a_sanction_before_its_entity_is_its_listing():
    assert read(JSON)[0]["ves-1"].listings == (
        Listing(
            programme="EX-SHIP",
            provision="Example Council: Shipping bans",
            measures=("Port ban", "Asset freeze"),
            listed="2018-03-30",
            amended=("2019-05-06",),
            delisted="2021",
            reason="Said to have carried coal.\n\nSee annex.",
            reference="KPe.999; A-1; R-9",
        ),
    )


def test_ties_stand_with_the_party_that_they_are_of():
    entries = read(JSON)[0]
    assert entries["ves-1"].links == (
        Link("owner", key="com-1", label="owner"),
        Link("operator", key="com-2", label="operator"),
        Link(
            "owner",
            key="com-1",
            label="Ownership: registered owner",
            since="2015",
            until="2017",
            note="51 %",
        ),
        Link("linked-to", key="per-1", label="UnknownLink: beneficiary", since="2014"),
    )
    assert entries["com-1"].links == (
        Link("parent", key="com-2", label="parent"),
        Link("leader", key="per-1", label="Directorship: chair"),
        Link("other", key="per-2", label="Employment"),
        Link("other", key="com-2", label="Succession"),
    )
    assert entries["per-1"].links == (
        Link("family", key="per-2", label="Family: daughter"),
        Link("associate", key="per-2", label="Associate: partner"),
    )
    assert entries["per-2"].links == (Link("acts-for", key="com-1", label="Representation"),)
    assert entries["com-2"].links == (Link("other", key="per-1", label="Membership"),)


def test_documents_and_numbers_have_their_schemes():
    entries = read(JSON)[0]
    assert entries["per-1"].identifiers == (
        Identifier("national-id", "N1", "idNumber"),
        Identifier(
            "other",
            "D1",
            "Driving licence",
            "kp",
            issued="2001",
            expires="2011",
            note="issued by Police; seen once",
        ),
        Identifier("passport", "P1", "Passport", "kp"),
        Identifier("passport", "P2", "Passport", "kp"),
    )
    assert entries["com-1"].identifiers[0] == Identifier("company-imo", "5805103", "imoNumber")
    assert entries["plane-1"].identifiers[0].scheme == "tail-number"


def test_each_schema_has_its_kind_and_dates_stay_partial():
    entries = read(JSON)[0]
    assert {key: entry.kind for key, entry in entries.items()} == {
        "ves-1": "vessel",
        "com-1": "organization",
        "com-2": "organization",
        "pub-1": "organization",
        "leg-1": "unknown",
        "asset-1": "unknown",
        "plane-1": "aircraft",
        "per-1": "person",
        "per-2": "person",
        "nest-1": "vessel",
    }
    born = [fact.value for fact in entries["per-1"].facts if fact.kind == "birth-date"]
    assert born == ["1962", "1962-05"]


def test_entities_inside_of_others_are_read():
    ship = read(JSON)[0]["nest-1"]
    assert [listing.programme for listing in ship.listings] == ["EX-2"]
    assert ship.links == (
        Link("operator", name="Eight Co", key="com-8", label="operator"),
        Link("owner", name="Nine Co", key="com-9", label="Ownership"),
    )
    assert ship.facts == (Fact("address", "9 Quay", "addressEntity"),)


def test_what_is_not_understood_is_counted_and_an_impossible_date_is_told():
    _, audit = read(JSON)
    assert audit.unread == {
        "Vessel/shape": 1,
        "Vessel:colour": 1,
        "CryptoWallet": 1,
        "Company inside of another entity": 2,
    }
    assert audit.oddities == [f"{JSON}:7: the date '2001-02-30' is no date; it is left out."]


def test_statements_are_brought_together_in_the_order_of_first_appearance():
    entries, audit = read(CSV)
    assert list(entries) == ["Q1", "p1"]
    ship = entries["Q1"]
    assert ship.kind == "vessel"
    assert ship.names == (Name("Sea Gull 98", language="eng"), Name("two\nlines", "alias"))
    assert ship.identifiers == (Identifier("imo", "9562233", "imoNumber", note="IMO 9562233"),)
    assert [listing.programme for listing in ship.listings] == ["EX-1"]
    assert [fact.value for fact in ship.facts] == ["example_list", "other_list"]
    assert audit.unread == {"external statement": 1, "CryptoWallet": 1, "Vessel:shoe": 1}


def test_the_forms_are_told_apart():
    assert FtmEntities().recognises(JSON.read_bytes(), JSON)
    assert FtmStatements().recognises(CSV.read_bytes(), CSV)
    assert not FtmEntities().recognises(CSV.read_bytes(), CSV)
    assert not FtmStatements().recognises(JSON.read_bytes(), JSON)
    assert FtmEntities().edition(JSON).date == FtmStatements().edition(CSV).date == ""


def test_an_entity_that_stands_twice_and_a_tie_to_nobody_are_told(tmp_path: Path):
    lost = {"id": "s", "schema": "Sanction", "properties": {}}
    path = written(tmp_path, lines(SHIP, lost, SHIP))
    assert read(path)[1].oddities == [
        f"{path}:2: s (Sanction) has no entity; it is left out.",
        f"{path}:3: v stands at line 1 too.",
    ]


def test_a_value_that_is_no_sound_text_is_left_out_and_told(tmp_path: Path):
    odd = {**SHIP, "properties": {"name": ["A", 7, "\ud800", "\0"], "alias": None, "notes": "one"}}
    path = written(tmp_path, lines(odd))
    entries, audit = read(path)
    assert entries["v"].names == (Name("A"),)
    assert entries["v"].facts == (Fact("remark", "one", "notes"),)
    assert len(audit.oddities) == 3
    assert audit.oddities[0] == f"{path}:1: v name is no text: 7; it is left out."


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (lines(SHIP) + lines(SHIP)[:30], ":2: is no JSON"),
        ("[1]\n", ":1: is no JSON object"),
        ('{"id": "a", "schema": "Vessel"}\n', ":1: the entity a has no properties"),
        ('{"schema": "Vessel", "properties": {}}\n', ":1: the entity has no id"),
        ('{"id": "\\u0000", "schema": "Vessel", "properties": {}}', ":1: the id holds a character"),
        (b'{"id": "\xff"}\n', ":1: is not UTF-8"),
        ("[" * 200_000 + "\n", ":1: is nested too deeply"),
        ('{"id": ' + "9" * 5000 + "}", ":1: is no JSON"),
        ("x" * (16 << 20), ":1: the line is longer"),
    ],
)
def test_bad_lines_are_refused_with_their_place(tmp_path: Path, text: str | bytes, part: str):
    path = written(tmp_path, text)
    with pytest.raises(BadInput) as caught:
        read(path)
    assert part in str(caught.value)


def test_entities_inside_of_one_another_without_end_are_refused(tmp_path: Path):
    deep: dict[str, object] = dict(SHIP)
    for _ in range(9):
        deep = {**SHIP, "properties": {"owner": [deep]}}
    path = written(tmp_path, lines(deep))
    with pytest.raises(BadInput, match="over 8 deep"):
        read(path)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("canonical_id,prop\n", ":1: the header has no column entity id"),
        (
            "canonical_id,entity_id,prop,schema,value\n,,name,Vessel,A\n",
            ":2: the statement is of no",
        ),
        ("canonical_id,entity_id,prop,schema,value\na,a,name\n", ":2: the row has 3 cells"),
    ],
)
def test_bad_statements_are_refused_with_their_place(tmp_path: Path, text: str, part: str):
    path = written(tmp_path, text, "statements.csv")
    with pytest.raises(BadInput) as caught:
        read(path)
    assert part in str(caught.value)


def test_a_full_temporary_folder_is_told():
    with Edges() as edges, pytest.raises(StoreError, match="TMPDIR"):
        edges.run("INSERT INTO nowhere VALUES (?)", [("a",)])


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]))


@given(
    st.lists(
        texts.filter(lambda t: t.strip() == t and t and "\uffff" not in t and "\ufffe" not in t)
    )
)
def test_names_are_read_back_as_they_stand(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
):
    folder = tmp_path_factory.mktemp("ftm")
    ship = {**SHIP, "properties": {"name": names}}
    entries, _ = read(written(folder, json.dumps(ship, ensure_ascii=len(names) % 2 == 0) + "\n"))
    assert [name.text for name in entries["v"].names] == names


@given(st.permutations(range(24)))
def test_the_order_of_lines_changes_no_entry(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
):
    folder = tmp_path_factory.mktemp("ftm")
    given_lines = JSON.read_text().splitlines(keepends=True)[:24]
    entries, _ = read(written(folder, "".join(given_lines[number] for number in order)))
    for key, entry in read(JSON)[0].items():
        if key != "nest-1":
            assert entries[key].names == entry.names
            assert set(entries[key].links) == set(entry.links)
            assert entries[key].listings == entry.listings


def test_what_is_said_of_nobody_in_the_file_is_counted(tmp_path):
    path = tmp_path / "entities.json"
    things = (
        {"id": "v", "schema": "Vessel", "properties": {"name": ["A"], "addressEntity": ["here"]}},
        {"id": "here", "schema": "Address", "properties": {"full": ["1 Quay"]}},
        {"id": "lost", "schema": "Address", "properties": {"full": ["2 Quay"]}},
        {"id": "s", "schema": "Sanction", "properties": {"entity": ["gone"], "program": ["X"]}},
    )
    path.write_text("".join(json.dumps(each) + "\n" for each in things))
    audit = Audit()
    (ship,) = FtmEntities().entries(path, audit)
    assert [fact.value for fact in ship.facts if fact.kind == "address"] == ["1 Quay"]
    assert audit.unread == {
        "Address of no entity of the file": 1,
        "Sanction of no entity of the file": 1,
    }
