"""Dates in prose: right value, right granularity, right place; nothing invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import when
from kb.extract.dates import dates

WEDNESDAY = date(2023, 10, 18)
CASES = """\
on Monday | 2023-10-16
last Monday | 2023-10-16
last Wednesday | 2023-10-11
next Friday | 2023-10-20
on Wednesday | 2023-10-18
yesterday | 2023-10-17
last week | 2023-10-09/2023-10-15
this month | 2023-10
the previous month | 2023-09
next year | 2024
since August | 2023-08/..
since mid-September | 2023-09/..
since 2016 | 2016/..
since 5 July 2022 | 2022-07-05/..
since last week | 2023-10-09/..
mid-October 2017 | 2017-10
late August | 2023-08
in December | 2022-12
next December | 2023-12
last October | 2022-10
in 2018 | 2018
11 August 2016 | 2016-08-11
August 11, 2016 | 2016-08-11
Aug. 3 | 2023-08-03
the 3rd of May 2021 | 2021-05-03
30 December | 2022-12-30
3-5 March 2017 | 2017-03-03/2017-03-05
March 3 to 5, 2017 | 2017-03-03/2017-03-05
between February and October last year | 2022-02/2022-10
from March to May 2017 | 2017-03/2017-05
November 2016 to January 2017 | 2016-11/2017-01
November to January 2017 | 2016-11/2017-01
two weeks ago | 2023-10-02/2023-10-08
three days ago | 2023-10-15
six months ago | 2023-04
2 years ago | 2021
2023-10-02 | 2023-10-02
on Thursday last week | 2023-10-12
until Friday | ../2023-10-20
since the start of the year | 2023/..
over the summer | 2023-22
winter of 2021-22 | 2021-24
12-Oct-2022 | 2022-10-12
2023-08 | 2023-08
Monday evening | 2023-10-16
until May 2024 | ../2024-05
until 3 November | ../2023-11-03
before 15 March 2025 | ../2025-03-15
by the end of 2022 | ../2022
by the end of November | ../2023-11
from the 4th to the 27th of May | 2023-05-04/2023-05-27
from April 2022 through November 2023 | 2022-04/2023-11
between 2019 and 2022 | 2019/2022
2021-23 | 2021/2023
the first half of 2022 | 2022-01/2022-06
the third quarter of 2022 | 2022-07/2022-09
the first three months of last year | 2022-01/2022-03
Q2 2023 | 2023-04/2023-06
the 1990s | 199X
over the weekend | 2023-10-14/2023-10-15
last night | 2023-10-17
overnight | 2023-10-17/2023-10-18
this autumn | 2023-23
in spring 2022 | 2022-21
in the past three months | 2023-07/2023-10
over the last two weeks | 2023-10-04/2023-10-18
12 Oct. | 2023-10-12
31/12/2022 | 2022-12-31
12/31/2022 | 2022-12-31
last Christmas | 2022-12-25
"""
AHEAD = """\
It is due on Monday. | 2023-10-23
It will sail on 20 November. | 2023-11-20
They are to join in December. | 2023-12
The hearing is scheduled for January. | 2024-01
He was held until 3 November. | ../2023-11-03
"""
ABOUT = """\
On or about August 9, 2022, it left. | 2022-08-09~
In or around April 2022 it left. | 2022-04~
It left from in or around April 2022 through in or about November 2023. | 2022-04~/2023-11~
"""


@pytest.mark.parametrize("case", CASES.splitlines())
def test_a_date_is_resolved_as_precisely_as_it_is_said(case: str) -> None:
    words, _, value = case.partition(" | ")
    text = f"The ship left {words}, it said."
    (found,) = dates(text, WEDNESDAY)
    assert found.value == value
    assert text[found.start : found.end] == found.text
    assert found.text in words


@pytest.mark.parametrize("case", AHEAD.splitlines() + ABOUT.splitlines())
def test_what_is_to_come_and_what_is_only_about_right_is_told(case: str) -> None:
    text, _, value = case.partition(" | ")
    assert [each.value for each in dates(text, WEDNESDAY)] == [value]


def test_a_year_may_follow_another() -> None:
    text = "Seizures in 2021 and 2023 did not end it, and none is planned for 2024."
    assert [each.value for each in dates(text, WEDNESDAY)] == ["2021", "2023", "2024"]


def test_numbers_of_which_either_may_be_the_month_have_no_value() -> None:
    (found,) = dates("It left on 10/09/2023.", WEDNESDAY)
    assert (found.value, found.note) == ("", "either number may be the month")


@pytest.mark.parametrize(
    "text",
    [
        "Springs feed the well; the winter coat and a summer camp.",
        "They met a month later and the previous day.",
        "It may have left.",
        "They march on.",
        "a month after",
        "paragraph 2016",
        "in may",
        "1718 (2006)",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates(text, WEDNESDAY) == []


def test_without_a_day_a_relative_date_has_no_value_and_says_so() -> None:
    (found,) = dates("It left on Monday.", None)
    assert found.value == ""
    assert "no date to reckon from" in found.note
    assert [each.value for each in dates("It left on 3 May 2021.", None)] == ["2021-05-03"]


def test_a_day_that_does_not_exist_has_no_value() -> None:
    (found,) = dates("It left on 31 February 2020.", WEDNESDAY)
    assert (found.value, found.note) == ("", "no such date")


def test_the_beginning_of_time_is_no_trap() -> None:
    (found,) = dates("two weeks ago", date(1, 1, 1))
    assert (found.value, found.note) == ("", "no such date")


def test_a_year_carries_on_within_its_paragraph() -> None:
    text = "She sailed on 23 July 2016 and was stopped on 11 August.\n\nOn 9 October they met."
    assert [each.value for each in dates(text, WEDNESDAY)] == [
        "2016-07-23",
        "2016-08-11",
        "2023-10-09",
    ]


def test_a_day_takes_the_year_of_the_full_date_that_follows_it() -> None:
    text = "She called on 3 May and 4 June 2021."
    assert [each.value for each in dates(text, WEDNESDAY)] == ["2021-05-03", "2021-06-04"]


def test_a_year_alone_does_not_carry_on() -> None:
    text = "It is the first since 2018, after an invitation in September."
    assert [each.value for each in dates(text, WEDNESDAY)] == ["2018/..", "2023-09"]


WORDS = st.sampled_from(
    (
        "May",
        "March",
        "last",
        "next",
        "since",
        "on",
        "in",
        "5",
        "31",
        "2016",
        "Monday",
        "week",
        "\n\n",
    )
) | st.sampled_from(("between", "and", "to", "ago", "two", "of", ",", "3rd"))


@given(st.lists(WORDS, max_size=30), st.dates(date(1990, 1, 1), date(2100, 1, 1)) | st.none())
def test_any_words_give_edtf_or_a_note_and_their_places(words: list[str], day: date | None) -> None:
    text = " ".join(words)
    end = 0
    for found in dates(text, day):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end
        if found.value:
            when.parse(found.value)
        else:
            assert found.note


def test_a_line_may_break_within_a_date() -> None:
    assert [each.value for each in dates("It left on 11\nAugust\n2016.", WEDNESDAY)] == [
        "2016-08-11"
    ]
