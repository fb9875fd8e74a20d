"""OFAC's dates become EDTF and its states codes, never more exact than they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import when
from kb.lists import ofac_words

DATES = {
    "28 Sep 1971": "1971-09-28",
    "1 Apr 2003": "2003-04-01",
    "Sep 1971": "1971-09",
    "September 1971": "1971-09",
    "1962": "1962",
    "circa 1962": "1962~",
    "circa 28 Jul 1962": "1962-07-28~",
    "circa 1951-1952": "1951~/1952~",
    "1962 to 1964": "1962/1964",
    "01 Jan 1962 to 31 Dec 1963": "1962-01-01/1963-12-31",
    "1960s": "196X",
    "09/13/2024": "2024-09-13",
}
NO_DATES = (
    "",
    "30 Feb 1961",
    "13/13/2024",
    "Foo 1971",
    "1964 to 1962",
    "1962 to 1963 to 1964",
    "soon",
    "0000",
)
PERIODS = (
    ("1961-01-01", "1961-12-31", False, "1961"),
    ("1961-01-01", "1961-12-31", True, "1961~"),
    ("1961-02-01", "1961-02-28", False, "1961-02"),
    ("1960-02-01", "1960-02-28", False, "1960-02-01/1960-02-28"),
    ("1961-02-03", "1961-02-03", False, "1961-02-03"),
    ("1961-01-01", "1963-12-31", False, "1961/1963"),
    ("1961-01-05", "1961-02-03", True, "1961-01-05~/1961-02-03~"),
    ("1961", "1961", False, "1961"),
    ("1963-01-05", "1961-02-03", False, ""),
    ("1961-02-30", "1961-12-31", False, ""),
)
STATES = {
    "Iran": "ir",
    "Korea, North": "kp",
    "Democratic People's Republic of Korea": "kp",
    "Korea, South": "kr",
    "Burma": "mm",
    "Bahamas, The": "bs",
    "The Gambia": "gm",
    "Man, Isle of": "im",
    "Virgin Islands, British": "vg",
    "Congo, Democratic Republic of the": "cd",
    "Congo, Republic of the": "cg",
    "Cote d Ivoire": "ci",
    "Syria": "sy",
    "Palestinian": "ps",
    "Hong Kong": "hk",
    "West Bank": "ps",
}
NO_STATES = (
    "",
    "Yugoslavia",
    "Netherlands Antilles",
    "undetermined",
    "Region: Crimea",
    "CA",
    "None Identified",
)


@pytest.mark.parametrize(("text", "edtf"), DATES.items())
def test_a_date_is_as_exact_as_ofac_wrote_it(text, edtf):
    assert ofac_words.date(text) == edtf


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_gives_none(text):
    assert ofac_words.date(text) == ""


@pytest.mark.parametrize(("low", "high", "circa", "edtf"), PERIODS)
def test_a_period_is_as_short_as_its_days_allow(low, high, circa, edtf):
    assert ofac_words.period(low, high, approximate=circa) == edtf


@given(st.text(max_size=80) | st.from_regex(r"(circa )?(\d{1,2} )?[A-Za-z]{3} \d{4}( to \d{4})?"))
def test_a_date_is_edtf_or_nothing(text):
    found = ofac_words.date(text)
    assert found == "" or when.parse(found)


@given(st.dates())
def test_every_day_of_the_calendar_is_read(day):
    text = f"{day.day:02d} {day:%b} {day.year:04d}"
    assert ofac_words.date(text) == day.isoformat()


@pytest.mark.parametrize(("name", "code"), STATES.items())
def test_a_state_as_ofac_spells_it_has_its_code(name, code):
    assert ofac_words.country(name) == code
    assert ofac_words.place_country(f"Somewhere, {name}") == code


@pytest.mark.parametrize("name", NO_STATES)
def test_what_is_no_state_has_no_code(name):
    assert ofac_words.country(name) == ""
