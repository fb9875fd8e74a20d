"""The JSON form of a candidate."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.extract.candidate import Candidate, Words
from kb.extract.plugins.wire import (
    CANDIDATES,
    LINE,
    NotACandidate,
    candidate,
    decoded,
    read,
    read_lines,
    tidy,
)

GOOD = {"quote": "the tanker loaded diesel", "stance": "asserts"}
FULL = {
    "quote": "the tanker loaded diesel",
    "start": 7,
    "claimant": "Ilse Brandt",
    "own_voice": False,
    "stance": "denies",
    "cue": "denied",
    "via": ["The Port Ledger"],
    "hedged": True,
    "event": "Shipment",
    "arguments": {"vessel": ["tanker"], "cargo": ["diesel"]},
    "notes": ["read twice"],
}


def reason(**changed: object) -> str:
    with pytest.raises(NotACandidate) as caught:
        candidate(GOOD | changed, "mine")
    return str(caught.value)


def test_every_key_reaches_the_candidate() -> None:
    assert candidate(FULL, "mine") == Candidate(
        Words("the tanker loaded diesel", 7),
        "denies",
        Words("Ilse Brandt"),
        False,
        Words("denied"),
        (Words("The Port Ledger"),),
        True,
        "Shipment",
        {"cargo": (Words("diesel"),), "vessel": (Words("tanker"),)},
        "mine",
        ("read twice",),
    )


def test_a_quote_and_a_stance_are_enough_and_null_is_nothing() -> None:
    absent = dict.fromkeys(["start", "claimant", "cue", "via", "event", "arguments", "notes"])
    assert candidate(GOOD | absent, "mine") == candidate(GOOD, "mine")
    assert candidate(GOOD, "mine").claimant is None


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"quote": ""}, "'quote' is empty"),
        ({"quote": 3}, "'quote' is not a text"),
        ({"quote": "x" * 2_001}, "more than 2000 characters"),
        ({"quote": "a\x1b[2Jb"}, "a control character"),
        ({"quote": "a\ud800b"}, "a control character"),
        ({"stance": "proves"}, "'stance' is none of asserts"),
        ({"start": -1}, "'start' is not a whole number"),
        ({"start": True}, "'start' is not a whole number"),
        ({"start": 1.5}, "'start' is not a whole number"),
        ({"hedged": 1}, "'hedged' is neither true nor false"),
        ({"own_voice": "yes"}, "'own_voice' is neither"),
        ({"claimant": ["x"]}, "'claimant' is not a text"),
        ({"via": "x"}, "'via' is not a list"),
        ({"via": ["x"] * 11}, "'via' has more than 10"),
        ({"arguments": []}, "'arguments' is not an object"),
        ({"arguments": {"vessel": "x"}}, "'arguments.vessel' is not a list"),
        ({"arguments": {"vessel": ["x"] * 21}}, "more than 20 entries"),
        ({"arguments": {f"r{n}": ["x"] for n in range(21)}}, "more than 20 roles"),
        ({"status": "accepted"}, "a key that no candidate has: 'status'"),
    ],
)
def test_what_does_not_fit_is_told_by_its_key(changed: dict[str, object], words: str) -> None:
    assert words in reason(**changed)


def test_a_missing_stance_and_a_list_are_told() -> None:
    with pytest.raises(NotACandidate, match="'stance' is missing"):
        candidate({"quote": "a b c d"}, "mine")
    with pytest.raises(NotACandidate, match="not a JSON object"):
        candidate([1], "mine")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "nonsense",
        '{"quote": NaN}',
        '{"quote": "a", "quote": "b"}',
        "[" * 100_000,
        "9" * 10_000,
        '{"quote": "a"} {"quote": "b"}',
    ],
)
def test_bad_json_is_refused_never_a_crash(line: str) -> None:
    with pytest.raises(NotACandidate):
        candidate(decoded(line), "mine")


def test_each_bad_line_is_refused_with_its_reason_and_the_good_ones_stay() -> None:
    lines = [json.dumps(GOOD), "", "oops", json.dumps(GOOD | {"stance": "x"}), "x" * (LINE + 1)]
    good, bad = read_lines("\n".join(lines), "mine")
    assert [each.rule for each in good] == ["mine"]
    assert [each.because.split(".")[0] for each in bad] == [
        "It is not JSON: Expecting value",
        "'stance' is none of asserts, alleges, denies, doubts, expects, confirms",
        "The line has more than 65536 characters",
    ]
    assert all(each.rule == "mine" and len(each.words) <= 300 for each in bad)


def test_there_is_a_most_of_candidates() -> None:
    many = "\n".join([json.dumps(GOOD)] * (CANDIDATES + 2))
    for good, bad in (read_lines(many, "m"), read([GOOD] * (CANDIDATES + 2), "m")):
        assert len(good) == CANDIDATES
        assert ["left out" in each.because for each in bad] == [True]


def test_foreign_words_are_shown_on_one_line_without_control_characters() -> None:
    assert tidy("a\x1b[31m\n\u202eb\u0007 c", 80) == "a[31m b c"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*FULL, "x"]) | st.text(max_size=3), inner, max_size=6)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_value_is_a_candidate_or_a_refusal(value: object) -> None:
    good, bad = read([value], "mine")
    assert len(good) + len(bad) == 1


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    read_lines(text, "mine")
