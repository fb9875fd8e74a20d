"""Forms of dates in reports of 12 June 2024, a Wednesday."""

from datetime import date

import pytest

from kb.extract.dates import dates

FORMS = {
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
}


@pytest.mark.parametrize(("words", "value"), FORMS.items(), ids=FORMS)
def test_a_form_of_date_has_one_value(words: str, value: str) -> None:
    found = dates(f"The ship left Nampo {words}.", date(2024, 6, 12))
    assert [mention.value for mention in found] == [value]
