"""Quotes are found exactly or with folded typography, and always mapped back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.report.quote import FOLD, Span, Text, fold

TEXT = "He said: “They don’t  present\nany receipts” — twice.\u00a0They don't stop."


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("They don’t  present\nany receipts", "They don’t  present\nany receipts"),
        ("They don't present any receipts", "They don’t  present\nany receipts"),
        (
            '"They don\'t present any receipts" - twice.',
            "“They don’t  present\nany receipts” — twice.",
        ),
    ],
)
def test_a_quote_is_found_and_kept_in_the_texts_own_words(quote: str, words: str):
    (span,) = Text(TEXT).find(quote)
    assert TEXT[span.start : span.end] == words


@pytest.mark.parametrize(
    "quote",
    ["They do not present any receipts", "He said … twice", "they don't present", "", "   "],
)
def test_other_words_are_not_found(quote: str):
    assert Text(TEXT).find(quote) == []


def test_every_place_of_a_repeated_quote_is_found():
    assert Text("a b, a b").find("a b") == [Span(0, 3), Span(5, 8)]


@given(st.text(), st.data())
def test_a_slice_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start < end:
        assert Span(start, end) in Text(text).find(text[start:end])


@given(st.text(alphabet=[*map(chr, FOLD), "a", "b", " ", "\n"]))
def test_folding_maps_each_character_to_where_it_came_from(text: str):
    folded, origin = fold(text)
    assert len(folded) == len(origin)
    assert origin == sorted(set(origin))
    for mark, index in zip(folded, origin, strict=True):
        assert mark == (" " if text[index].isspace() else FOLD.get(ord(text[index]), text[index]))
