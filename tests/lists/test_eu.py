"""The EU's financial sanctions file: partial dates stay partial, false documents false, bad files end."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import when
from kb.errors import BadInput
from kb.lists.eu import EuFsf
from kb.lists.eu_parts import ship_or_company
from kb.lists.model import Audit, Entry, Fact, Identifier, Listing, Name

FILE = Path(__file__).parent / "files" / "eu.xml"
LIST = EuFsf()
BARE = '<sanctionEntity logicalId="7"><subjectType code="enterprise"/></sanctionEntity>'


def read(path: Path) -> tuple[list[Entry], Audit]:
    audit = Audit()
    return list(LIST.entries(path, audit)), audit


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "eu.xml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_person_is_read_with_everything_that_is_said():
    person = read(FILE)[0][0]
    assert (person.key, person.kind, person.line) == ("EU.27.28", "person", 3)
    assert person.names == (
        Name("Taro Al Belko"),
        Name("Abou Taro", "alias", language="fr", note="good quality a.k.a."),
        Name("T. B.", "weak", language="en"),
    )
    assert person.facts == (
        Fact("title", "Dr.", "title"),
        Fact("position", "Minister", "function"),
        Fact("gender", "M", "gender"),
        Fact("citizenship", "IRAQ", "citizenship", "iq", note="Tikrit; by birth"),
        Fact("birth-date", "1937-04-28", "birthdate"),
        Fact("birth-place", "1, al-Awja, p, r, IRAQ", "birthdate", "iq"),
        Fact("birth-date", "1938-03~", "birthdate"),
        Fact("birth-date", "1936/1939", "birthdate", note="calendar: ISLAMIC"),
        Fact(
            "address",
            "Corner Road, PO 7, 11011, Yangon, P, R, MYANMAR",
            "address",
            "mm",
            note="as at the time of listing",
        ),
        Fact("phone", "+95 1", "PHONE"),
        Fact("email", "a@example.org", "EMAIL"),
        Fact("website", "https://example.org", "WEB"),
        Fact("other", "77", "TELEX"),
        Fact("remark", "SSN 1", "address"),
        Fact("remark", "A remark on the entity.", "remark"),
    )


def test_documents_keep_their_caveats_and_a_false_one_is_marked():
    united, passport, false = read(FILE)[0][0].identifiers
    assert united == Identifier("other", "IQi.999", "unitedNationId")
    assert passport == Identifier(
        "passport",
        "P 1",
        "National passport",
        "iq",
        issued="2001-02-03",
        expires="2011-02",
        note="diplomatic; known to have expired; reported lost; revoked by its issuer; in Latin letters "
        "P1; issued by the ministry; valid from 2001-02-04; in the name of T. Belko; region r; seen once",
    )
    assert false.false
    assert false.scheme == "national-id"
    assert not passport.false


def test_one_listing_a_programme_with_the_days_of_amending_acts():
    person, ship = read(FILE)[0]
    assert person.listings == (
        Listing(
            programme="IRQ",
            provision="1210/2003 (OJ L169); 414/2010 (OJ L121)",
            listed="2003-07-07",
            amended=("2010-05-01",),
            reason="Held an office.",
            reference="EU.27.28",
        ),
    )
    assert [(each.programme, each.listed) for each in ship.listings] == [
        ("PRK", "2017-10-17"),
        ("RUS", "2018-01-05"),
    ]


def test_an_enterprise_with_a_ships_imo_number_is_a_vessel():
    ship = read(FILE)[0][1]
    assert ship.kind == "vessel"
    assert ship.facts == (Fact("remark", "cargo ship", "function"),)


def test_an_enterprise_with_a_companys_imo_number_stays_an_organisation():
    numbers = (Identifier("imo", "5805103"), Identifier("other", "x"))
    kind, found = ship_or_company("organization", numbers)
    assert kind == "organization"
    assert [each.scheme for each in found] == ["company-imo", "other"]


def test_what_is_not_understood_is_counted_and_an_impossible_date_is_told():
    _, audit = read(FILE)
    assert audit.unread == {"sanctionEntity/novelty": 1, "sanctionEntity/novelty/@depth": 1}
    assert audit.oddities == [f"{FILE}:3: the date '1939-13' is no date; it is left out."]


def test_the_edition_is_dated_and_the_file_is_recognised():
    assert LIST.edition(FILE).date == "2026-09-22"
    assert LIST.recognises(FILE.read_bytes(), FILE)
    assert not LIST.recognises(b"<Designations>", FILE)


def test_an_entity_that_stands_twice_one_without_acts_and_an_unknown_type_are_told(tmp_path: Path):
    strange = BARE.replace("enterprise", "ghost").replace("7", "8")
    path = written(tmp_path, f"<export>{BARE}\n{BARE}\n{strange}</export>")
    entries, audit = read(path)
    assert [entry.key for entry in entries] == ["logical-7", "logical-7", "logical-8"]
    assert audit.oddities == [
        f"{path}:1: logical-7 names no regulation.",
        f"{path}:2: logical-7 names no regulation.",
        f"{path}:2: logical-7 stands at line 1 too.",
        f"{path}:3: 8 is of an unknown type, 'ghost'.",
        f"{path}:3: logical-8 names no regulation.",
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (f"<export>\n{BARE}", ":2: not well-formed XML"),
        (f"<list>{BARE}</list>", ":1: the root is list"),
        ("<export><sanctionEntity/></export>", ":1: the entity has neither"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><export/>", "declares a document type"),
        ("<export>" + "<a>" * 70, "nested deeper"),
        (b"<?xml version='1.0' encoding='utf-8'?><export>\xff</export>", "not well-formed XML"),
        ("", "not well-formed XML"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Path, text: str | bytes, part: str):
    path = written(tmp_path, text)
    with pytest.raises(BadInput) as caught:
        read(path)
    assert part in str(caught.value)


digits = st.text("0123456789", max_size=5)


@given(digits, digits, digits, st.booleans())
def test_a_birth_date_is_edtf_or_told(
    tmp_path_factory, year: str, month: str, day: str, circa: bool
):
    folder = tmp_path_factory.mktemp("eu")
    attributes = (
        f'year="{year}" monthOfYear="{month}" dayOfMonth="{day}" circa="{str(circa).lower()}"'
    )
    inside = BARE.replace("<subject", f"<birthdate {attributes}/><subject")
    entries, audit = read(written(folder, f"<export>{inside}</export>"))
    dates = [fact.value for fact in entries[0].facts]
    told = [line for line in audit.oddities if "is no date" in line]
    assert len(dates) + len(told) == (1 if year else 0)
    for value in dates:
        assert when.parse(value).text == value
        assert value.endswith("~") == circa
