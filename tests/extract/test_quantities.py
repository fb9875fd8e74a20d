"""Quantities as said, with the bounds that the words give and no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.extract.quantities import bounds, quantities


@pytest.mark.parametrize(
    ("words", "least", "most", "unit"),
    [
        ("300 containers", 300, 300, "containers"),
        ("1,200 tonnes", 1200, 1200, "tonnes"),
        ("three containers", 3, 3, "containers"),
        ("two million barrels", 2_000_000, 2_000_000, "barrels"),
        ("more than 300 containers", 300, None, "containers"),
        ("at least 40 rockets", 40, None, "rockets"),
        ("up to 300 containers", None, 300, "containers"),
        ("fewer than 20 shipments", None, 20, "shipments"),
        ("several hundred containers", 200, None, "containers"),
        ("dozens of containers", 24, None, "containers"),
    ],
)
def test_the_words_set_the_bounds(
    words: str, least: float | None, most: float | None, unit: str
) -> None:
    found = bounds(words)
    assert found is not None
    assert (found.least, found.most, found.unit) == (least, most, unit)


@pytest.mark.parametrize("lead", ["about", "around", "some", "nearly", "roughly"])
def test_a_word_that_blurs_sets_no_bound(lead: str) -> None:
    found = bounds(f"{lead} 300 containers")
    assert found is not None
    assert (found.least, found.most) == (None, None)


@pytest.mark.parametrize("words", ["", "300", "containers", "the port", "300 Monday"])
def test_what_has_no_number_or_no_unit_is_no_quantity(words: str) -> None:
    assert bounds(words) is None


def test_quantities_and_sums_stand_at_their_places() -> None:
    text = "The ships moved more than 300 containers with 20 tonnes of coal; $1.5 million was paid."
    found = sorted(quantities(text), key=lambda each: each.start)
    assert [each.text for each in found] == [
        "more than 300 containers",
        "20 tonnes",
        "$1.5 million",
    ]
    assert all(text[each.start : each.end] == each.text for each in found)


@given(st.integers(min_value=1, max_value=10**9))
def test_a_plain_number_is_both_its_bounds(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        found = bounds(f"{written} tonnes")
        assert found is not None
        assert found.least == found.most == number


@given(st.text(max_size=80))
def test_any_text_has_bounds_or_none(text: str) -> None:
    found = bounds(text)
    assert found is None or found.unit
