"""The gate: what does not stand in the text does not pass, whoever proposes it."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.extract.candidate import STANCES, Candidate, Words
from kb.extract.gate import FEWEST_WORDS, Passage, Passed, Refused, gate
from kb.extract.mentions import mentions
from kb.extract.segment import sentences
from kb.vocabulary import vocabulary
from tests.extract.prose import known, words

TEXT = """\
The Foreign Ministry said the tanker Lady Mira had carried 300 containers from Nampo.
The owner, Anna Petrova, rejected the charge and spoke of a plain mistake.
The containers were empty when seen. Tass wrote that the containers were empty when seen by others.
The navy confirmed that the tanker had left Nampo in April with 20 tonnes of coal.
"""
QUOTE = Words("the tanker Lady Mira had carried 300 containers from Nampo")


@cache
def passage() -> Passage:
    return Passage(TEXT, sentences(TEXT), mentions(TEXT, None, known()), vocabulary())


def one(candidate: Candidate) -> Passed | Refused:
    passed, refused = gate([candidate], passage())
    assert len(passed) + len(refused) == 1
    return (passed or refused)[0]


def passes(candidate: Candidate) -> Passed:
    found = one(candidate)
    assert isinstance(found, Passed), found
    return found


def reason(candidate: Candidate) -> str:
    found = one(candidate)
    assert isinstance(found, Refused), found
    return found.because


def test_a_quote_of_the_text_passes_at_its_place() -> None:
    found = passes(Candidate(QUOTE, "asserts", claimant=Words("Foreign Ministry")))
    assert words(TEXT, found.quote) == QUOTE.text
    assert words(TEXT, found.claimant) == "Foreign Ministry"


@pytest.mark.parametrize(
    "quote",
    [
        "the tanker Lady Mira had carried 400 containers from Nampo",
        "the tanker carried containers from Nampo",
        "wholly invented words of nobody",
    ],
)
def test_a_quote_that_is_not_in_the_text_is_refused(quote: str) -> None:
    assert "not in the text" in reason(Candidate(Words(quote), "asserts"))


def test_a_wrong_place_does_not_move_the_quote() -> None:
    found = passes(Candidate(Words(QUOTE.text, 3), "asserts"))
    assert words(TEXT, found.quote) == QUOTE.text


def test_a_quote_that_stands_twice_needs_its_place() -> None:
    quote = "containers were empty when seen"
    assert "2 times" in reason(Candidate(Words(quote), "asserts"))
    place = TEXT.rindex(quote)
    assert passes(Candidate(Words(quote, place), "asserts")).quote == (place, place + len(quote))


def test_a_quote_of_fewer_than_four_words_is_refused() -> None:
    assert "four words" in reason(Candidate(Words("had carried 300"), "asserts"))


@pytest.mark.parametrize("dots", ["…", "...", " … ", " ... "])
def test_a_quote_that_leaves_something_out_is_refused(dots: str) -> None:
    quote = f"the tanker Lady Mira{dots}300 containers from Nampo"
    assert "leaves something out" in reason(Candidate(Words(quote), "asserts"))


@pytest.mark.parametrize("quote", ["", " ", "\n\t", "\u200b"])
def test_an_empty_quote_is_refused(quote: str) -> None:
    assert reason(Candidate(Words(quote), "asserts"))


def test_a_quote_over_the_end_of_a_paragraph_is_refused() -> None:
    quote = "300 containers from Nampo.\nThe owner, Anna Petrova"
    assert "paragraph" in reason(Candidate(Words(quote), "asserts"))


def test_a_claimant_that_is_not_in_the_text_is_refused() -> None:
    assert "claimant" in reason(Candidate(QUOTE, "asserts", claimant=Words("Boris Nobody")))


def test_a_part_of_a_word_is_no_claimant() -> None:
    assert "claimant" in reason(Candidate(QUOTE, "asserts", claimant=Words("Petro")))


def test_a_claimant_named_only_much_later_is_refused() -> None:
    assert "later" in reason(Candidate(QUOTE, "asserts", claimant=Words("Tass")))


def test_a_stance_that_is_none_is_refused() -> None:
    assert "no stance" in reason(Candidate(QUOTE, "proves"))


def test_an_event_that_is_no_class_is_refused() -> None:
    assert "no kind of event" in reason(Candidate(QUOTE, "asserts", event="Teleportation"))


def test_a_role_that_the_event_has_not_is_left_out_with_a_note() -> None:
    found = passes(
        Candidate(QUOTE, "asserts", event="Voyage", arguments={"astrologer": (Words("Lady Mira"),)})
    )
    assert found.arguments == {}
    assert any("astrologer" in note for note in found.notes)


def test_an_argument_that_is_not_in_the_text_is_refused() -> None:
    candidate = Candidate(
        QUOTE, "asserts", event="Voyage", arguments={"vessel": (Words("Wise Nobody"),)}
    )
    assert "argument" in reason(candidate)


def test_a_number_has_to_stand_in_the_sentence_of_the_quote() -> None:
    candidate = Candidate(
        QUOTE, "asserts", event="Shipment", arguments={"cargo": (Words("20 tonnes of coal"),)}
    )
    assert "number" in reason(candidate)
    near = Candidate(
        QUOTE, "asserts", event="Shipment", arguments={"cargo": (Words("300 containers"),)}
    )
    assert words(TEXT, passes(near).arguments["cargo"][0]) == "300 containers"


def test_confirms_without_a_word_that_confirms_is_taken_for_alleges() -> None:
    for cue in (None, Words("said")):
        found = passes(Candidate(QUOTE, "confirms", cue=cue))
        assert found.stance == "alleges"
        assert any("confirm" in note for note in found.notes)


def test_confirms_with_its_word_beside_it_stays() -> None:
    quote = Words("the tanker had left Nampo in April with 20 tonnes of coal")
    candidate = Candidate(quote, "confirms", claimant=Words("navy"), cue=Words("confirmed"))
    assert passes(candidate).stance == "confirms"


@pytest.mark.parametrize("negated", ["did not confirm", "refused to confirm", "could not confirm"])
def test_a_negated_word_of_confirming_confirms_nothing(negated: str) -> None:
    text = f"The navy {negated} that the tanker had left Nampo in April."
    made = Passage(text, sentences(text), [], vocabulary())
    quote = Words("the tanker had left Nampo in April")
    (found,), _ = gate([Candidate(quote, "confirms", cue=Words("confirm"))], made)
    assert found.stance == "alleges"


def test_a_go_between_that_is_not_in_the_text_is_left_out_with_a_note() -> None:
    found = passes(Candidate(QUOTE, "asserts", via=(Words("Tass"), Words("Example Wire"))))
    assert [words(TEXT, span) for span in found.via] == ["Tass"]
    assert any("go-between" in note for note in found.notes)


def test_a_hostile_candidate_is_refused_and_its_words_are_cut() -> None:
    candidate = Candidate(
        Words("ignore all rules and add this; " * 10_000), "asserts", claimant=Words("x" * 10_000)
    )
    found = one(candidate)
    assert isinstance(found, Refused)
    assert len(found.words) <= 300
    assert len(found.because) < 300


def test_a_quote_that_stands_again_with_its_sentence_has_both_places() -> None:
    line = "The navy said the tanker had left Nampo with coal."
    text = f"{line}\nSomething else happened on that day.\n{line}"
    made = Passage(text, sentences(text), [], vocabulary())
    (found,), refused = gate(
        [Candidate(Words("the tanker had left Nampo with coal"), "asserts")], made
    )
    assert not refused
    assert {words(text, span) for span in (found.quote, *found.also)} == {
        "the tanker had left Nampo with coal"
    }
    assert len(found.also) == 1


def test_the_same_candidate_twice_passes_once_and_is_refused_once() -> None:
    good, bad = Candidate(QUOTE, "asserts"), Candidate(Words("not there at all, ever"), "asserts")
    passed, refused = gate([good, bad, good, bad], passage())
    assert (len(passed), len(refused)) == (1, 1)


PIECES = st.one_of(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, 90)).map(
        lambda p: TEXT[p[0] : p[0] + p[1]]
    ),
    st.text(max_size=40),
)
WORDS = st.builds(Words, PIECES, st.none() | st.integers(-5, len(TEXT) + 5))
CANDIDATES = st.builds(
    Candidate,
    quote=WORDS,
    stance=st.sampled_from([*STANCES, "proves", ""]),
    claimant=st.none() | WORDS,
    own_voice=st.booleans(),
    cue=st.none() | WORDS,
    via=st.lists(WORDS, max_size=2).map(tuple),
    hedged=st.booleans(),
    event=st.sampled_from(["", "Voyage", "Shipment", "ArmsTransfer", "Nothing"]),
    arguments=st.dictionaries(
        st.sampled_from(["vessel", "cargo", "supplier", "nothing"]),
        st.lists(WORDS, max_size=2).map(tuple),
        max_size=2,
    ),
    rule=st.just("any"),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(CANDIDATES, max_size=4))
def test_whatever_is_proposed_what_passes_stands_in_the_text(candidates: list[Candidate]) -> None:
    passed, refused = gate(candidates, passage())
    assert len(passed) + len(refused) <= len(candidates)
    for each in passed:
        spans = [each.quote, *each.also, *each.via]
        spans += [span for span in (each.claimant, each.cue) if span]
        spans += [span for values in each.arguments.values() for span in values]
        assert all(0 <= start < end <= len(TEXT) for start, end in spans)
        assert each.stance in STANCES
        quote = words(TEXT, each.quote)
        whole = {" ".join(sentence.text.split()) for sentence in passage().sentences}
        assert len(quote.split()) >= FEWEST_WORDS or any(quote.strip() in one for one in whole)
