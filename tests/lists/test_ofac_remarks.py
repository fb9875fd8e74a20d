"""The remarks of OFAC's lists are read piece by piece, and none of their text is lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.lists import ofac_labels, ofac_remarks
from kb.lists.model import Audit, Fact, Identifier, Link, Name
from kb.lists.ofac_labels import Found


def read(text, title=""):
    found = Found(Audit(), "f:1")
    ofac_remarks.read(found, text, title)
    return found


def one(text):
    found = read(text)
    (only,) = (*found.names, *found.identifiers, *found.facts, *found.links)
    return only


IDENTIFIERS = {
    "Vessel Registration Identification IMO 8405311": Identifier(
        "imo", "8405311", "Vessel Registration Identification IMO"
    ),
    "Vessel Registration Identification IMO 15411": Identifier(
        "registration", "IMO 15411", "Vessel Registration Identification"
    ),
    "Vessel Registration Identification 8606173": Identifier(
        "imo", "8606173", "Vessel Registration Identification", note=ofac_labels.UNMARKED
    ),
    "Vessel Registration Identification 8606174": Identifier(
        "registration", "8606174", "Vessel Registration Identification"
    ),
    "MMSI 572469210": Identifier("mmsi", "572469210", "MMSI"),
    "SWIFT/BIC HNRBBY2X": Identifier("bic", "HNRBBY2X", "SWIFT/BIC"),
    "Aircraft Tail Number EP-GOM": Identifier("tail-number", "EP-GOM", "Aircraft Tail Number"),
    "Digital Currency Address - XBT 1aB2": Identifier(
        "other", "1aB2", "Digital Currency Address - XBT"
    ),
    "Bolivian Fishing Permit No. 12-A": Identifier("other", "12-A", "Bolivian Fishing Permit No."),
}
FACTS = {
    "Former Vessel Flag Malta": Fact("former-flag", "Malta", "Former Vessel Flag", "mt"),
    "Vessel Flag None Identified": Fact("other", "None Identified", "Vessel Flag"),
    "Other Vessel Flag Tanzania": Fact("flag", "Tanzania", "Other Vessel Flag", "tz"),
    "DOB 1962": Fact("birth-date", "1962", "DOB"),
    "POB Seoul, Korea, South": Fact("birth-place", "Seoul, Korea, South", "POB", "kr"),
    "nationality Iran": Fact("nationality", "Iran", "nationality", "ir"),
    "citizen Yugoslavia": Fact("citizenship", "Yugoslavia", "citizen"),
    "Gender Male": Fact("gender", "Male", "Gender"),
    "Secondary sanctions risk: section 1(b)": Fact(
        "other", "section 1(b)", "Secondary sanctions risk:"
    ),
    "Additional Sanctions Information - Subject to X": Fact(
        "other", "Subject to X", "Additional Sanctions Information -"
    ),
    "Effective Date (EO 14024 Directive 3): 26 Mar 2022": Fact(
        "other", "26 Mar 2022", "Effective Date (EO 14024 Directive 3):"
    ),
    "www.example.org": Fact("website", "www.example.org"),
    "all offices worldwide": Fact("remark", "all offices worldwide"),
    "Passport": Fact("remark", "Passport"),
    "Office No. 39 of the party of the workers of the north": Fact(
        "remark", "Office No. 39 of the party of the workers of the north"
    ),
}
OTHERS = {
    "Linked To: MAHAN AIR": Link("linked-to", "MAHAN AIR", "", "Linked To:"),
    "(Linked To: MAHAN AIR)": Link("linked-to", "MAHAN AIR", "", "Linked To:"),
    "Linked To: KPD S.A.": Link("linked-to", "KPD S.A.", "", "Linked To:"),
    "Linked To: MAHAN AIR.": Link("linked-to", "MAHAN AIR", "", "Linked To:"),
    "wife of Slobodan Milosevic": Link("family", "Slobodan Milosevic", "", "wife of"),
    "Aircraft Operator YAS AIR": Link("operator", "YAS AIR", "", "Aircraft Operator"),
    "a.k.a. 'BNC'.": Name("BNC", "weak"),
    "f.k.a. 'BNC'": Name("BNC", "former", note="f.k.a."),
}


@pytest.mark.parametrize(("text", "meant"), [*IDENTIFIERS.items(), *FACTS.items(), *OTHERS.items()])
def test_a_piece_is_what_its_label_says(text, meant):
    assert one(text) == meant


def test_an_identifier_keeps_its_state_its_dates_and_the_words_of_the_list():
    text = "alt. Passport G9321488 (Iran) issued 1999 expires 10 Oct 2016"
    assert one(text) == Identifier(
        "passport", "G9321488", "Passport", "ir", "1999", "2016-10-10", note=text
    )


def test_an_identifier_that_the_list_calls_false_is_marked_so():
    assert one("Passport 123 (Iran) (fraudulent)").false
    assert not one("Passport 123 (Iran)").false


def test_an_approximate_date_of_birth_keeps_the_words():
    assert one("alt. DOB circa 1962") == Fact(
        "birth-date", "1962~", "DOB", note="alt. DOB circa 1962"
    )


def test_an_impossible_date_stays_a_remark_and_is_told_with_its_place():
    found = read("DOB 30 Feb 1961")
    assert found.facts == [Fact("remark", "30 Feb 1961", "DOB")]
    assert found.audit.oddities == ["f:1: the DOB '30 Feb 1961' is no date; it stays a remark."]


def test_what_the_title_says_is_not_said_twice():
    assert read("Minister; DOB 1962", title="Minister").facts == [Fact("birth-date", "1962", "DOB")]


def test_only_an_unlabelled_piece_stays_a_remark():
    found = read("DOB 1962; Member ETA; Linked To: A; nationality Iran.")
    assert [fact.value for fact in found.facts if fact.kind == "remark"] == ["Member ETA"]


LABELS = sorted(ofac_labels.LABELS)
PIECE = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60),
    st.builds(
        "{}{} {}{}".format,
        st.sampled_from(["", "alt. "]),
        st.sampled_from(LABELS)
        | st.sampled_from(["a.k.a.", "f.k.a.", "Digital Currency Address - X"]),
        st.text("ab1 2.,()'#-:éß", max_size=30),
        st.sampled_from(
            ["", " (Iran)", " (Panama) issued 1 May 1999", " expires 2010", " issued soon", "."]
        ),
    ),
)
WORD = re.compile(r"\w+")
ALIAS = re.compile(r"^\W*(alt\. )?\s*(a\.k\.a\. )?", re.IGNORECASE)
"""What becomes the kind of a name, or "also": it is not kept as a word."""


@given(st.lists(PIECE, max_size=6).map("; ".join))
@example("(a) b (c)")
@example("(Linked To: A (B))")
@example("Passport (Iran)")
def test_no_word_of_a_remark_is_lost(text):
    found = read(text)
    kept = " \n ".join(
        str(part)
        for thing in (*found.names, *found.identifiers, *found.facts, *found.links)
        for part in (
            getattr(thing, field)
            for field in ("label", "value", "name", "text", "note")
            if hasattr(thing, field)
        )
    )
    for piece in text.split(";"):
        marked = ALIAS.sub("", piece)
        assert all(word in kept for word in WORD.findall(marked))


@given(st.lists(st.sampled_from([*IDENTIFIERS, *FACTS]), max_size=8))
def test_pieces_are_read_in_order_and_each_on_its_own(pieces):
    found = read("; ".join(pieces))
    assert found.identifiers == [IDENTIFIERS[piece] for piece in pieces if piece in IDENTIFIERS]
    assert found.facts == [FACTS[piece] for piece in pieces if piece in FACTS]
