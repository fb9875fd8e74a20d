"""Dates of lists become EDTF that is as exact as they are, or nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import when
from kb.lists.dates import dated, partial, read
from kb.lists.model import Audit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2018-03-30", "2018-03-30"),
        ("2018-03", "2018-03"),
        ("2018", "2018"),
        ("30/03/2018", "2018-03-30"),
        ("29/06/2012 00:00:00", "2012-06-29"),
        ("dd/mm/1971", "1971"),
        ("dd/03/1971", "1971-03"),
        ("00/00/1960", "1960"),
        ("30.03.2018", "2018-03-30"),
        ("3 March 2016", "2016-03-03"),
        ("30-Mar-2018", "2018-03-30"),
        ("March 2018", "2018-03"),
        ("2018-03-30T00:00:00.000+02:00", "2018-03-30"),
        ("01/mm/1971", "1971"),
        ("31/02/2000", ""),
        ("2018-13-01", ""),
        ("1 Foo 2018", ""),
        ("zz/03/1971", ""),
        ("about 1960", ""),
        ("", ""),
        ("9" * 500, ""),
    ],
)
def test_every_form_is_read(text: str, found: str):
    assert read(text) == found


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_in_every_form(day: date):
    iso = day.isoformat()
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d-%b-%Y"):
        assert read(day.strftime(form)) == iso
    assert partial(str(day.year), str(day.month)) == iso[:7]
    assert partial(str(day.year), circa=True) == f"{iso[:4]}~"


@given(st.text(max_size=30))
def test_whatever_is_read_is_edtf(text: str):
    found = read(text)
    if found:
        assert when.parse(found).text == found


def test_what_is_no_date_is_told_and_no_date_is_not():
    audit = Audit()
    assert dated("31/02/2000", "list.csv:7", audit) == ""
    assert dated("", "list.csv:8", audit) == ""
    assert audit.oddities == ["list.csv:7: the date '31/02/2000' is no date; it is left out."]
