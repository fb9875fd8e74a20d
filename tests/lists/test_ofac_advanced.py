"""The Advanced XML of OFAC is read whole: references forwards and backwards, nothing flattened."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadInput
from kb.lists.model import Audit, Edition, Fact, Identifier, Link, Listing, Name
from kb.lists.ofac_advanced import SdnAdvanced
from kb.lists.xmlread import head

FILE = Path(__file__).parent / "files" / "ofac-advanced.xml"
TEXT = FILE.read_text(encoding="utf-8")
BYTES = TEXT.encode()
ORDER = "Executive Order 13599 (Iran)"


def read(path):
    audit = Audit()
    return {entry.key: entry for entry in SdnAdvanced().entries(path, audit)}, audit


def moved_to_front(*sections):
    """The file with these sections before all others."""
    text, front = TEXT, ""
    for section in sections:
        start, end = text.index(f"<{section}>"), text.index(f"</{section}>") + len(section) + 3
        front, text = front + text[start:end], text[:start] + text[end:]
    return text.replace("<ReferenceValueSets>", front + "<ReferenceValueSets>")


@pytest.fixture(scope="module")
def entries():
    return read(FILE)[0]


def test_the_edition_has_the_date_of_issue():
    assert SdnAdvanced().edition(FILE) == Edition("2024-09-13", None, SdnAdvanced.profile.title)


def test_a_vessel_has_its_names_in_all_scripts_and_its_identifiers(entries):
    ship = entries["101"]
    assert (ship.kind, ship.line) == ("vessel", 112)
    assert ship.names == (
        Name("BLUE WAVE", "primary", "Latn"),
        Name("موج آبی", "spelling", "Arab", note="Original Script"),
        Name("OLD WAVE", "former", "Latn"),
    )
    assert ship.identifiers == (
        Identifier("imo", "9187629", "Vessel Registration Identification IMO"),
        Identifier("call-sign", "T2EA4", "Vessel Call Sign"),
        Identifier("mmsi", "209511000", "MMSI"),
    )


def test_a_vessel_has_every_feature_under_its_own_label(entries):
    assert entries["101"].facts == (
        Fact("type", "Crude Oil Tanker", "VESSEL TYPE"),
        Fact("flag", "Panama", "Vessel Flag", "pa", "2019-05-01", "2020-06-02"),
        Fact("tonnage", "317,367", "Vessel Tonnage"),
        Fact("gross-tonnage", "163,660", "Vessel Gross Registered Tonnage"),
        Fact(
            "false-flag", "Panama", "Other Vessel Flag", "pa", note="reliability: Reported as false"
        ),
        Fact("former-flag", "Iran", "Former Vessel Flag", "ir"),
        Fact("build-year", "2004", "Vessel Year of Build"),
        Fact("other", "Subject to Secondary Sanctions", "Additional Sanctions Information -"),
        Fact("other", "what it says", "A Feature Nobody Knew"),
        Fact("remark", "Not the tug of this name."),
        Fact("other", "SDN List", "List"),
    )


def test_a_tie_belongs_to_the_party_of_which_its_kind_reads_right(entries):
    assert entries["101"].links == (
        Link("owner", "Sand and Swan Ltd.", "", "Vessel Owner"),
        Link("linked-to", "", "103", "Property in the interest of"),
        Link("former-owner", "", "103", "Owned or Controlled By", note="former; until 2018"),
    )
    assert entries["102"].links == (Link("other", "", "777", "Rival of"),)
    assert entries["103"].links == (
        Link("leader", "", "102", "Leader or official of"),
        Link("acts-for", "", "102", "Acting for or on behalf of"),
    )


TIES = {
    "Associate Of": ("101", "associate"),
    "Family member of": ("101", "family"),
    "Owned or Controlled By": ("101", "owner"),
    "Property in the interest of": ("101", "linked-to"),
    "Owns, controls, or operates": ("103", "owner"),
    "Providing support to": ("103", "provides-support"),
    "Acting for or on behalf of": ("103", "acts-for"),
    "Principal Executive Officer": ("103", "leader"),
    "playing a significant role in": ("103", "other"),
}


@pytest.mark.parametrize(("label", "meant"), TIES.items())
def test_every_relation_of_the_format_has_a_kind_and_a_side(tmp_path, label, meant):
    path = tmp_path / "advanced.xml"
    path.write_text(TEXT.replace(">Property in the interest of<", f">{label}<"))
    entries, _ = read(path)
    sides = {
        key: (key, link.kind)
        for key in ("101", "103")
        for link in entries[key].links
        if link.label == label and not link.note and link.key in ("101", "103")
    }
    assert list(sides.values()) == [meant]


def test_each_programme_is_a_listing_with_its_basis_dates_and_measures(entries):
    assert entries["101"].listings == tuple(
        Listing(code, ORDER, (), ("Block",), "2012-07-12", ("2018-11-05",), "", "renamed")
        for code in ("IRAN", "SDGT")
    )
    assert entries["102"].listings == (Listing("NPWMD", ORDER, delisted="2020-01-09"),)
    assert entries["103"].listings == ()


def test_a_second_date_of_creation_is_kept_as_an_amendment(tmp_path):
    path = tmp_path / "advanced.xml"
    path.write_text(TEXT.replace('EntryEventTypeID="2"', 'EntryEventTypeID="1"'))
    listing = read(path)[0]["101"].listings[0]
    assert (listing.listed, listing.amended) == ("2012-07-12", ("2018-11-05",))


def test_a_person_has_documents_with_their_dates_and_false_ones_are_marked(entries):
    person = entries["102"]
    assert person.kind == "person"
    assert person.names == (
        Name("ESMAELI, Reza", "primary", "Latn"),
        Name("ABU NOBODY", "weak", "Latn"),
        Name("SMITH", "alias", "Latn", note="n.k.a."),
    )
    note = "seen once; Police; Iran"
    assert person.identifiers == (
        Identifier("passport", "A0002302", "Passport", "ir", "2006-10-10", "2016", note),
        Identifier("passport", "F-1", "Passport", note="Fraudulent", false=True),
        Identifier("other", "77", "Library Card"),
    )


def test_places_and_periods_are_told_as_the_list_has_them(entries):
    street = "1 Harbour Street, Tehran (a suburb), 11369, Iran"
    assert entries["102"].facts == (
        Fact("birth-date", "1961~", "Birthdate"),
        Fact("birth-place", "Shiraz, Iran", "Place of Birth", "ir"),
        Fact("nationality", "Iran", "Nationality Country", "ir"),
        Fact("gender", "Male", "Gender"),
        Fact("address", street, "Location", "ir"),
        Fact("other", "SDN List", "List"),
    )


def test_a_false_identity_is_told(entries):
    assert entries["103"].kind == "organization"
    assert entries["103"].names == (
        Name("SAND AND SWAN LTD.", "primary", "Latn", note="false identity"),
    )


def test_only_what_is_new_in_the_format_is_unread():
    assert read(FILE)[1].unread == {
        "SanctionsEntry/ANewElement": 1,
        "Sanctions/SanctionsEntryLinks": 1,
    }


def test_what_is_odd_is_told_with_its_line():
    told = [oddity.removeprefix(str(FILE)) for oddity in read(FILE)[1].oddities]
    assert told == [
        ":191: the date of an entry event is no date; it is left out.",
        ":140: a date of the entry is no date; it is left out.",
        ":140: location '404' is not in the file, or empty.",
        ":109: a document of the unknown identity '999'.",
        ":180: a relationship to the unknown profile '777'.",
    ]


def test_the_order_of_the_sections_does_not_matter(tmp_path, entries):
    path = tmp_path / "advanced.xml"
    path.write_text(moved_to_front("SanctionsEntries", "ProfileRelationships", "DistinctParties"))
    moved, _ = read(path)
    assert list(moved) == list(entries)
    for key, entry in moved.items():
        same = ("kind", "names", "identifiers", "facts", "links", "listings")
        assert [getattr(entry, part) for part in same] == [
            getattr(entries[key], part) for part in same
        ]


def test_a_profile_that_comes_twice_is_given_twice_for_the_loader_to_tell(tmp_path):
    start, end = TEXT.index('<DistinctParty FixedRef="103">'), TEXT.index("</DistinctParties>")
    path = tmp_path / "advanced.xml"
    path.write_text(TEXT[:end] + TEXT[start:end] + TEXT[end:])
    keys = [entry.key for entry in SdnAdvanced().entries(path, Audit())]
    assert keys == ["101", "102", "103", "103"]


def test_a_profile_without_a_number_is_left_out_and_told(tmp_path):
    path = tmp_path / "advanced.xml"
    path.write_text(
        TEXT.replace('<DistinctParty FixedRef="103">', "<DistinctParty>").replace(
            '<Profile ID="103"', "<Profile"
        )
    )
    entries, audit = read(path)
    assert sorted(entries) == ["101", "102"]
    assert any("a profile has no number; it is left out." in oddity for oddity in audit.oddities)


def test_numbers_that_the_value_sets_lack_are_shown_as_such(tmp_path):
    path = tmp_path / "advanced.xml"
    path.write_text(
        TEXT.replace('<AliasType ID="1401">F.K.A.</AliasType>', "").replace(
            'PartySubTypeID="3"', 'PartySubTypeID="9"'
        )
    )
    entries, audit = read(path)
    assert entries["103"].kind == "unknown"
    assert entries["101"].names[-1] == Name("OLD WAVE", "alias", "Latn")
    told = " ".join(audit.oddities)
    assert "unknown type 'aliastype 1401'" in told
    assert "unknown type 'PartySubType 9'" in told


def test_the_format_is_recognised_in_any_encoding_and_no_other_is():
    recognises = SdnAdvanced().recognises
    assert recognises(head(FILE), FILE)
    assert recognises(TEXT.encode("utf-16"), FILE)
    assert not recognises(b"<sdnList><sdnEntry/></sdnList>", FILE)
    assert not recognises(b"<Sanctions><Other/></Sanctions>", FILE)


BOMB = '<!DOCTYPE Sanctions [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<Sanctions>&b;</Sanctions>'
BROKEN = {
    "cut off": (TEXT[:9000].encode(), "not well-formed XML"),
    "another root": (b"<sdnList/>", ":1: the root is sdnList, not Sanctions"),
    "an entity bomb": (BOMB.encode(), "declares a document type"),
    "another encoding": (
        TEXT.replace("Reza", "Réza").encode("utf-8").replace("é".encode(), b"\xe9"),
        "not well-formed XML",
    ),
    "an empty file": (b"", "not well-formed XML"),
}


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_refused(tmp_path, content, message):
    path = tmp_path / "advanced.xml"
    path.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        read(path)
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_a_record_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("kb.lists.xmlread.MOST_ELEMENTS", 20)
    path = tmp_path / "advanced.xml"
    path.write_text(
        "<Sanctions><DistinctParties><DistinctParty>"
        + "<Profile/>" * 30
        + "</DistinctParty></DistinctParties></Sanctions>"
    )
    with pytest.raises(BadInput, match=":1: a record of over 20 elements"):
        read(path)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(BYTES) - 20))
def test_a_file_cut_off_anywhere_is_refused(tmp_path_factory, length):
    path = tmp_path_factory.getbasetemp() / "cut-advanced.xml"
    path.write_bytes(BYTES[:length])
    with pytest.raises(BadInput) as caught:
        read(path)
    assert str(path) in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(BYTES) - 1), st.binary(min_size=1, max_size=3))
def test_a_spoilt_file_is_read_or_refused(tmp_path_factory, place, junk):
    path = tmp_path_factory.getbasetemp() / "spoilt-advanced.xml"
    path.write_bytes(BYTES[:place] + junk + BYTES[place + len(junk) :])
    message = ""
    try:
        read(path)
    except BadInput as error:
        message = str(error)
    assert not message or str(path) in message
