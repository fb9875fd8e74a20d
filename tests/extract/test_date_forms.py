"""Forms of dates in reports of 12 June 2024, a Wednesday."""

from datetime import date

import pytest

from kb.extract.dates import dates

FORMS = {
    "the day before yesterday": "2024-06-10",
    "the day after tomorrow": "2024-06-14",
    "between late 2017 and early 2018": "2017/2018",
    "from January through March this year": "2024-01/2024-03",
    "until at least September 2021": "../2021-09",
    "from September 7 and October 1": "2023-09-07/2023-10-01",
    "between May 3 and June 1": "2024-05-03/2024-06-01",
    "on 9 and 10 May": "2024-05-09/2024-05-10",
    "no later than 1 June 2024": "../2024-06-01",
    "circa 2015": "2015~",
    "over the past three months": "2024-03/2024-06",
    "in the week of 3 June": "2024-06-03/2024-06-09",
    "on Friday, June 7": "2024-06-07",
    "on Friday 7 June": "2024-06-07",
    "in the second quarter of 2023": "2023-04/2023-06",
    "on or about March 4, 2021": "2021-03-04~",
    "on Oct. 12": "2023-10-12",
    "03/05/2024": "",
    "03-05-2024": "",
    "between August and October of 2022": "2022-08/2022-10",
    "on 03.05.2024": "2024-05-03",
    "on 05/07/2024": "2024-05-07",
    "on 2019 September 13": "2019-09-13",
    "on 2024/05/03": "2024-05-03",
    "from approximately April 3 to May 9": "2024-04-03/2024-05-09",
    "April 28 – May 2": "2024-04-28/2024-05-02",
    "between Oct. 3rd and Nov. 5th, 2023": "2023-10-03/2023-11-05",
    "on the 3rd": "2024-06-03",
    "on the 28th": "2024-05-28",
    "in the current month": "2024-06",
    "in the first quarter": "2024-01/2024-03",
    "in the fourth quarter": "2023-10/2023-12",
    "last quarter": "2024-01/2024-03",
    "in the first nine months of 2023": "2023-01/2023-09",
    "since at least 2018": "2018/..",
    "at end-2022": "2022",
    "from Monday to Wednesday": "2024-06-10/2024-06-12",
    "between Friday and Sunday": "2024-06-07/2024-06-09",
    "by the end of the year": "../2024",
    "on New Year’s Day": "2024-01-01",
}


@pytest.mark.parametrize(("words", "value"), FORMS.items(), ids=FORMS)
def test_a_form_of_date_has_one_value(words: str, value: str) -> None:
    found = dates(f"The ship left Nampo {words}.", date(2024, 6, 12))
    assert [mention.value for mention in found] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It is closed until August.", ["../2024-08"]),
        ("It had not been seen until August.", ["../2023-08"]),
        ("It remained at the berth until Monday.", ["../2024-06-10"]),
        ("He is remanded until Monday.", ["../2024-06-17"]),
        ("It ran from May 2021 on. It stopped until late June.", ["2021-05", "../2021-06"]),
        (
            "The order (issued May 2, 2019) came before the July 1 raid.",
            ["2019-05-02", "2023-07-01"],
        ),
        ("It sailed on May 2, 2019.\nThe raid was on July 1.", ["2019-05-02", "2023-07-01"]),
        ("It fell into the 5th hold.", []),
        ("It lay there since June 15.", ["2023-06-15/.."]),
        (
            "Off between 3 and 14 November 2021, it was on again on 16 January.",
            ["2021-11-03/2021-11-14", "2022-01-16"],
        ),
        (
            "Listed in October 2023, she hid in January and sailed on 3 March.",
            ["2023-10", "2024-01", "2024-03-03"],
        ),
        ("On 3 May 2019 it sailed; in March it was sold.", ["2019-05-03", "2019-03"]),
        (
            "It docked on 6 December last year, between 3 and 5 May this year.",
            ["2023-12-06", "2024-05-03/2024-05-05"],
        ),
        ("It was unloaded overnight on May 7.", ["2024-05-07"]),
    ],
)
def test_the_words_around_a_date_say_of_which_year_it_is(text: str, values: list[str]) -> None:
    assert [mention.value for mention in dates(text, date(2024, 6, 12))] == values
