"""The UN consolidated list: everything that the file says is in an entry, or counted."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadInput
from kb.lists.model import Audit, Entry, Fact, Identifier, Name
from kb.lists.un import Un
from kb.lists.undate import Dates
from kb.when import parse

FILE = Path(__file__).parent / "files" / "un.xml"
REAL = Path(__file__).parents[3] / "shared" / "lists" / "un" / "consolidated-2018-10-29.xml"


def read(path: Path) -> tuple[list[Entry], Audit]:
    audit = Audit()
    return list(Un().entries(path, audit)), audit


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "un.xml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_nothing_of_the_file_is_unread_or_odd():
    entries, audit = read(FILE)
    assert audit == Audit()
    assert [(e.key, e.kind, e.line) for e in entries] == [
        ("XXi.001", "person", 4),
        ("XXe.001", "organization", 59),
    ]


def test_names_keep_their_kind_script_and_note():
    entries, _ = read(FILE)
    assert entries[0].names == (
        Name("RIM TEST UN IV"),
        Name("림시험", "spelling", "Hang"),
        Name("Lim Test-un", "alias", note="previously listed as"),
        Name("The Harbourmaster", "weak"),
    )
    assert [name.kind for name in entries[1].names] == ["primary", "alias", "former"]


def test_papers_keep_their_state_dates_and_falsehood():
    entries, _ = read(FILE)
    assert entries[0].identifiers[1:] == (
        Identifier(
            "passport",
            "000123",
            "Passport, Diplomatic passport",
            "ye",
            "2010-02-18",
            note="expired; issued in Aden",
        ),
        Identifier("passport", "F1", "False passport", note="issued by Ruritania", false=True),
    )


def test_dates_are_as_exact_as_the_list_is():
    entries, _ = read(FILE)
    births = [(f.value, f.note) for f in entries[0].facts if f.kind == "birth-date"]
    assert births == [
        ("1960-01-02", ""),
        ("1961~", "from a passport"),
        ("1958/1963", ""),
        ("about 60 years old", ""),
        ("1960-02-03", "under the name Lim Test-un"),
    ]


def test_facts_say_what_and_where():
    entries, _ = read(FILE)
    facts = entries[0].facts
    assert Fact("nationality", "Ruritania") in facts
    assert (
        Fact(
            "address",
            "1 Quay Street, Nampo, South Pyongan, 12345, Democratic People's Republic of Korea",
            country="kp",
            note="previous",
        )
        in facts
    )
    assert Fact("address", "whereabouts unknown") in facts
    assert Fact("other", "number not known", label="National Identification Number") in facts
    assert {f.value for f in facts if f.kind == "position"} == {"Port officer", "Agent"}


def test_the_listing_says_under_what_since_when_and_until_when():
    listing = read(FILE)[0][0].listings[0]
    assert listing.programme == "DPRK"
    assert listing.resolutions == (("1970", "15"), ("1970", "17"))
    assert listing.measures == ("Travel Ban", "Asset Freeze")
    assert (listing.listed, listing.delisted) == ("2015-04-14", "2018-02-01")
    assert listing.amended == ("2016-01-01", "2017-05-06")
    assert listing.reference == "XXi.001"


def test_a_new_element_is_counted(tmp_path: Path):
    path = changed(tmp_path, "<GENDER>Male</GENDER>", '<HEIGHT unit="m">1.8</HEIGHT>')
    assert read(path)[1].unread == {"INDIVIDUAL/HEIGHT": 1, "INDIVIDUAL/HEIGHT/@unit": 1}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2018-02-01", "2018-02-31", "day of delisting '2018-02-31' is no date"),
        ("<YEAR>1961</YEAR>", "<YEAR>196</YEAR>", "date of birth '196' is no date"),
        ("<FROM_YEAR>1958", "<FROM_YEAR>1968", "'1968/1963' is no date"),
        ("APPROXIMATELY", "PERHAPS", "no known kind of date"),
    ],
)
def test_an_impossible_date_is_told_with_its_place(tmp_path: Path, old: str, new: str, words: str):
    entries, audit = read(changed(tmp_path, old, new))
    assert len(entries) == 2
    assert words in audit.oddities[0]
    assert "un.xml:4:" in audit.oddities[0]


def test_an_unknown_quality_is_kept_in_words(tmp_path: Path):
    entries, _ = read(changed(tmp_path, "<QUALITY>Low</QUALITY>", "<QUALITY>Dim</QUALITY>"))
    assert Name("The Harbourmaster", "alias", note="quality: Dim") in entries[0].names


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, share: float):
    raw = FILE.read_bytes()
    path = tmp_path / "cut.xml"
    path.write_bytes(raw[: int(len(raw) * share)])
    with pytest.raises(BadInput, match="not well-formed"):
        read(path)


def test_an_entity_bomb_is_refused_before_it_is_parsed(tmp_path: Path):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<CONSOLIDATED_LIST'
    path = changed(tmp_path, "<CONSOLIDATED_LIST", bomb)
    with pytest.raises(BadInput, match="document type"):
        read(path)
    with pytest.raises(BadInput, match="document type"):
        Un().edition(path)


def test_another_root_is_told(tmp_path: Path):
    path = changed(tmp_path, "CONSOLIDATED_LIST", "SOMETHING")
    with pytest.raises(BadInput, match="the root is SOMETHING"):
        read(path)
    with pytest.raises(BadInput, match="no UN list"):
        Un().edition(path)


def test_the_edition_is_the_day_of_generation():
    assert Un().edition(FILE).date == "2018-10-29"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=12))
def test_a_date_is_edtf_or_an_oddity(text: str):
    audit = Audit()
    day = Dates(FILE, audit).day(text, "day")
    assert not day or parse(day)
    assert bool(audit.oddities) == (not day and bool(text))


@pytest.mark.skipif(not REAL.exists(), reason="the real file is not here")
def test_of_the_real_file_nothing_is_unread():
    entries, audit = read(REAL)
    assert len(entries) == 1093
    assert len({entry.key for entry in entries}) == 1093
    assert audit == Audit()
