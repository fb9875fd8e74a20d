"""SDN.XML is read field by field; what no rule reads is counted, what is broken or hostile is refused."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadInput
from kb.lists.model import Audit, Edition, Fact, Identifier, Link, Listing, Name
from kb.lists.ofac_xml import SdnXml
from kb.lists.xmlread import head

FILE = Path(__file__).parent / "files" / "ofac-sdn.xml"
TEXT = FILE.read_text(encoding="utf-8")
BYTES = TEXT.encode()
BOMB = '<!DOCTYPE sdnList [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<sdnList>&b;</sdnList>'


def read(path):
    audit = Audit()
    return {entry.key: entry for entry in reversed(tuple(SdnXml().entries(path, audit)))}, audit


@pytest.fixture(scope="module")
def entries():
    return read(FILE)[0]


def test_the_edition_is_what_the_head_of_the_file_says():
    edition = SdnXml().edition(FILE)
    assert edition == Edition("2024-09-13", 4, SdnXml.profile.title)


def test_a_vessel_has_all_that_its_fields_say(entries):
    ship = entries["101"]
    assert (ship.kind, ship.line) == ("vessel", 4)
    assert ship.names == (Name("BLUE WAVE"), Name("OLD WAVE", "former"))
    assert ship.identifiers == (
        Identifier("call-sign", "T2EA4", "Vessel Call Sign"),
        Identifier("imo", "9187629", "Vessel Registration Identification IMO"),
        Identifier("mmsi", "209511000", "MMSI"),
    )
    assert ship.facts == (
        Fact("type", "Crude Oil Tanker", "Vessel Type"),
        Fact("tonnage", "317,367", "Vessel Tonnage"),
        Fact("gross-tonnage", "163,660", "Vessel Gross Registered Tonnage"),
        Fact("flag", "Panama", "Vessel Flag", "pa"),
        Fact("former-flag", "Tuvalu", "Former Vessel Flag", "tv"),
        Fact("other", "Subject to Secondary Sanctions", "Additional Sanctions Information -"),
        Fact("build-year", "2004", "Vessel Year of Build"),
    )
    assert ship.links == (
        Link("owner", "Sand and Swan Ltd.", "", "Vessel Owner"),
        Link("linked-to", "SAND AND SWAN LTD", "", "Linked To:"),
    )
    assert ship.listings == (Listing("IRAN"), Listing("SDGT"))


def test_a_person_has_all_that_the_fields_say(entries):
    person = entries["102"]
    assert person.kind == "person"
    assert person.names == (
        Name("ESMAELI, Reza"),
        Name("ABU NOBODY", "weak"),
        Name("SMITH, John", "alias", note="n.k.a."),
        Name("JONES", "former", note="weak"),
    )
    assert person.identifiers == (
        Identifier("passport", "A0002302", "Passport", "ir", "2006-10-10", "2016"),
        Identifier("other", "77", "Library Card"),
        Identifier("passport", "B1", "Passport", note="Yugoslavia"),
        Identifier("other", "1abcDEF2", "Digital Currency Address - XBT"),
    )
    street = "1 Harbour Street, Floor 2, Room 3, Tehran, Tehran Province, 11369, Iran"
    assert person.facts == (
        Fact("title", "Deputy Minister"),
        Fact("gender", "Male", "Gender"),
        Fact("birth-date", "1961~", note="main entry"),
        Fact("birth-place", "Shiraz, Iran", country="ir", note="main entry"),
        Fact("nationality", "Iran", country="ir", note="main entry"),
        Fact("citizenship", "Korea, North", country="kp"),
        Fact("address", street, country="ir"),
        Fact("remark", "ethnicity unknown"),
    )
    assert person.links == (Link("family", "Ali Esmaeli", "", "brother of"),)


def test_kinds_of_parties_are_told_apart(entries):
    assert [entries[key].kind for key in ("103", "104", "105")] == [
        "organization",
        "aircraft",
        "unknown",
    ]


def test_an_entry_that_comes_twice_is_given_twice_for_the_loader_to_tell():
    twice = [entry for entry in SdnXml().entries(FILE, Audit()) if entry.key == "103"]
    assert [(entry.line, entry.names[0].text) for entry in twice] == [
        (58, "SAND AND SWAN LTD."),
        (59, "ANOTHER"),
    ]


def test_what_no_rule_reads_is_counted():
    assert read(FILE)[1].unread == {
        "sdnEntry/aNewElement": 1,
        "sdnEntry/aNewElement/@kind": 1,
        "sdnList/aNewSection": 1,
    }


def test_what_is_odd_is_told_with_its_line():
    told = [oddity.removeprefix(str(FILE)) for oddity in read(FILE)[1].oddities]
    assert told == [
        ":26: the date of issue '31 Feb 2006' is no date; it is left out.",
        ":26: the date of birth '30 Feb 1961' is no date; it is left out.",
        ":61: entry 105 is of the unknown type 'spaceship'.",
        ":62: an entry has no uid; it is left out.",
    ]


def test_the_format_is_recognised_in_any_encoding_and_no_other_is():
    recognises = SdnXml().recognises
    assert recognises(head(FILE), FILE)
    assert recognises(TEXT.replace("?>", "?>", 1).encode("utf-16"), FILE)
    assert not recognises(b"<Sanctions><DateOfIssue/></Sanctions>", FILE)


BROKEN = {
    "cut off": (TEXT[:2000].encode(), "not well-formed XML"),
    "another root": (b"<CONSOLIDATED_LIST/>", ":1: the root is CONSOLIDATED_LIST, not sdnList"),
    "an entity bomb": (BOMB.encode(), "declares a document type"),
    "an outside file": (
        b'<!DOCTYPE sdnList SYSTEM "file:///etc/passwd"><sdnList/>',
        "declares a document type",
    ),
    "no XML": (b"uid,name\n1,A\n", "not well-formed XML"),
    "an empty file": (b"", "not well-formed XML"),
    "another encoding": (
        TEXT.replace('version="1.0"', 'version="1.0" encoding="utf-8"')
        .replace("Reza", "Réza")
        .encode("latin-1"),
        "not well-formed XML",
    ),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused(tmp_path, content, message):
    path = tmp_path / "sdn.xml"
    path.write_bytes(content)
    for call in (read, SdnXml().edition):
        if call is not read and message == "not well-formed XML" and content:
            continue
        with pytest.raises(BadInput) as caught:
            call(path)
        assert str(path) in str(caught.value)
        assert message in str(caught.value)


def test_a_head_with_bad_figures_is_told(tmp_path):
    path = tmp_path / "sdn.xml"
    path.write_text(
        "<sdnList><publshInformation><Publish_Date>13/13/2024</Publish_Date>"
        "<Record_Count>many</Record_Count></publshInformation></sdnList>"
    )
    assert SdnXml().edition(path) == Edition("", None, SdnXml.profile.title)
    assert [oddity.removeprefix(str(path)) for oddity in read(path)[1].oddities] == [
        ":1: the date of publication '13/13/2024' is no date.",
        ":1: the record count 'many' is no number.",
    ]


def test_a_list_without_a_head_has_an_edition_without_a_date(tmp_path):
    path = tmp_path / "sdn.xml"
    path.write_text("<sdnList><sdnEntry><uid>1</uid></sdnEntry></sdnList>")
    assert SdnXml().edition(path) == Edition("", None, SdnXml.profile.title)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(BYTES) - 20))
def test_a_file_cut_off_anywhere_is_refused(tmp_path_factory, length):
    path = tmp_path_factory.getbasetemp() / "cut-xml.xml"
    path.write_bytes(BYTES[:length])
    with pytest.raises(BadInput) as caught:
        read(path)
    assert str(path) in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(BYTES) - 1), st.binary(min_size=1, max_size=3))
def test_a_spoilt_file_is_read_or_refused(tmp_path_factory, place, junk):
    path = tmp_path_factory.getbasetemp() / "spoilt-xml.xml"
    path.write_bytes(BYTES[:place] + junk + BYTES[place + len(junk) :])
    message = ""
    try:
        read(path)
    except BadInput as error:
        message = str(error)
    assert not message or str(path) in message
