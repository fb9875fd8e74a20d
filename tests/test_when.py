"""Dates in EDTF and the days that they can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import when


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-10", "2023-10-01", "2023-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-10-18", "2023-10-18", "2023-10-18"),
        ("2023-10-18T09:30:00Z", "2023-10-18", "2023-10-18"),
        ("2023-09~", "2023-09-01", "2023-09-30"),
        ("2023-XX", "2023-01-01", "2023-12-31"),
        ("2023-10-XX", "2023-10-01", "2023-10-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2023-08/..", "2023-08-01", None),
        ("/2023-08", None, "2023-08-31"),
        ("2023-10-09/2023-10-15", "2023-10-09", "2023-10-15"),
    ],
)
def test_bounds(text: str, earliest: str | None, latest: str | None):
    span = when.parse(text)
    assert span.earliest == (earliest and date.fromisoformat(earliest))
    assert span.latest == (latest and date.fromisoformat(latest))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2024-02-31", "February 2024 has 29 days"),
        ("2023-02-29", "has 28 days"),
        ("2023-13", "no month 13"),
        ("2023-00-10", "no month 00"),
        ("2023-10-18T25:00:00Z", "no valid time"),
        ("0000", "no valid year"),
        ("2023-XX-05", "day without a month"),
        ("20XX-05", "unknown year"),
        ("../..", "no date at either end"),
        ("2023/2022", "ends before it starts"),
        ("2023/2024/2025", "2 slashes"),
        ("last week", "not a date in EDTF"),
        ("", "not a date in EDTF"),
        ("２０２３", "not a date in EDTF"),
    ],
)
def test_bad_dates_say_why(text: str, reason: str):
    with pytest.raises(when.BadDate, match=reason):
        when.parse(text)


@given(st.dates(), st.dates())
def test_an_interval_has_the_bounds_of_its_ends(one: date, two: date):
    first, last = sorted((one, two))
    span = when.parse(f"{first.isoformat()}/{last.isoformat()}")
    assert (span.earliest, span.latest) == (first, last)


@given(st.text())
def test_any_text_is_a_date_or_a_bad_date(text: str):
    try:
        span = when.parse(text)
    except when.BadDate:
        return
    assert span.earliest is not None or span.latest is not None
