"""Texts cut into sentences: where they end, what part they are, what they repeat."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.extract.segment import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [each.text for each in sentences(text)]


def test_a_sentence_ends_at_its_stop_and_its_quotation_mark() -> None:
    assert cut("The ship left. “It was empty.” Nobody knew why! Did anyone ask? No.") == [
        "The ship left.",
        "“It was empty.”",
        "Nobody knew why!",
        "Did anyone ask?",
        "No.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Gen. Jones of Acme Co. Ltd. on Monday.",
        "The cargo weighed 1,234.5 tonnes, e.g. Coal and iron.",
        "The U.S. Navy and J. R. Brown boarded the ship No. 7.",
        "The master, Capt. Lee, gave no reason.",
    ],
)
def test_a_dot_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert cut(text) == [text]


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    text = "The ship left Nampo on Monday.\nIt carried coal to the north.\nNobody saw it again."
    assert [each.paragraph for each in sentences(text)] == [0, 1, 2]


def test_wrapped_lines_are_one_paragraph_up_to_a_blank_line() -> None:
    text = (
        "The ship left the port\nof Nampo on Monday and\nwent north with coal\nfor the winter.\n"
        "It was seen by\nseveral other ships.\n\nNobody spoke of it\nafterwards."
    )
    assert len(list(paragraphs(text))) == 2
    assert (
        cut(text)[0]
        == "The ship left the port\nof Nampo on Monday and\nwent north with coal\nfor the winter."
    )


def test_the_number_of_a_paragraph_is_not_in_its_sentence() -> None:
    assert cut("14. The ship left Nampo.\n(b) It carried coal.") == [
        "The ship left Nampo.",
        "It carried coal.",
    ]


def test_what_is_not_body_is_marked_and_kept() -> None:
    text = (
        "A tanker leaves Nampo with coal\n"
        "The tanker at anchor. Picture: EXAMPLE HANDOUT\n"
        "The ship left Nampo on Monday.\n"
        "Sign in to read more of this."
    )
    assert sentences(text)[0].part == "title"
    assert "caption" in {each.part for each in sentences(text)}
    assert {each.text: each.part for each in sentences(text)}[
        "The ship left Nampo on Monday."
    ] == "body"
    assert sentences(text)[-1].part == "boilerplate"


def test_a_sentence_that_stands_again_carries_the_place_of_the_first() -> None:
    line = "The ship left Nampo on Monday."
    first, other, again = sentences(f"{line}\nSomething else happened then.\n{line}")
    assert (first.first, other.first, again.first) == (None, None, first.start)


@given(st.text(alphabet=st.sampled_from('aB .!?\n“”"1(),;é\u2028'), max_size=200))
def test_sentences_stand_at_their_places_in_order_and_nothing_is_dropped(text: str) -> None:
    found = sentences(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    gaps = [0, *(place for each in found for place in (each.start, each.end)), len(text)]
    left = "".join(text[a:b] for a, b in zip(gaps[::2], gaps[1::2], strict=True))
    assert not any(mark.isupper() for mark in left)
