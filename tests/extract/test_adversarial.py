"""Texts that nobody would write: they end, they raise nothing, and no quote is invented."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import KbError
from kb.extract import events
from kb.extract.compose import compose
from kb.extract.prominence import Hit
from kb.extract.triggers import hits
from kb.vocabulary import vocabulary
from tests.extract.prose import found

LENGTH = 200_000
PATIENCE = 60
"""Seconds for one text: many times what a linear pattern takes, far below what a backtracking one does."""
UNITS = {
    "words": "a ",
    "brackets": "(",
    "straight marks": '"',
    "curly marks": "“",
    "verbs": "said said ",
    "phrases": "the ship, ",
    "capital words": "Aa ",
    "capitals": "A",
    "sources": "The panel said it. Aa aa ",
    "charges": "The Grand Jury charges alleges ",
    "citations": "X quoted Y as saying, citing Z, ",
    "appositions": "Aa, the Bb, Aa said, ",
    "short sentences": "He said no. ",
    "digits": "7",
    "blank lines": "\n",
}
PROGRAM = """
import sys
from kb.documents.model import Document
from kb.extract.compose import compose
from kb.extract.draft import drafted
from kb.extract.names import Gazetteer
from kb.extract.rules import Rules
from kb.vocabulary import vocabulary

unit, length = sys.argv[1], int(sys.argv[2])
text = "The ministry said it. " + (unit * length)[:length]
document = Document(text, "text", "text.txt", "", published="2023-10-18")
made = compose(drafted(document, [Rules(vocabulary())], Gazetteer({}), vocabulary()), vocabulary())
assert made["content"] == text
"""


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_long_line_of_one_thing_ends(unit: str) -> None:
    subprocess.run([sys.executable, "-c", PROGRAM, unit, str(LENGTH)], check=True, timeout=PATIENCE)


def test_of_a_passage_without_end_only_the_front_is_searched_for_an_event(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[int] = []

    def searched(text: str, start: int, end: int) -> list[Hit]:
        read.append(end - start)
        return hits(text, start, end)

    monkeypatch.setattr(events, "hits", searched)
    passage = "the tanker Angara sailed to Nampo and " * 2500
    span = (0, len(passage))
    assert events.happening(passage, span, span, [], vocabulary()) is not None
    assert read
    assert max(read) <= events.LONGEST


def test_an_event_at_the_front_of_a_long_passage_is_found() -> None:
    passage = "the tanker Angara sailed to Nampo " + "and so on " * 1000
    text = f"The panel said {passage}."
    told = events.happening(text, (15, len(text)), (0, len(text)), [], vocabulary())
    assert told is not None
    assert told.kind == "Voyage"


PHRASES = [
    "Dmitry Peskov", "the White House", "Tass", "said", "denied", "told", "according to", "that",
    "the allegation", "it is unclear whether", "could not be verified", "300 containers", "Nampo",
    "to Russia", "shipped arms", "adding", "he", "is believed to have", "on Tuesday", "“", "”", '"',
    "’s", ",", ".", ";", ":", "—", "\n", "\n\n", "(", ")", "1.", "IMO 9319466", "May", "…",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PHRASES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PHRASES), max_size=25).map("".join),
)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_any_text_becomes_a_draft_whose_quotes_stand_in_it(text: str) -> None:
    try:
        drafted = found(text)
        made = compose(drafted, vocabulary())
    except KbError:
        return
    for claim in made.get("claims", []):
        passages = claim["passage"] if isinstance(claim["passage"], list) else [claim["passage"]]
        for place in [*passages, *([claim["cue"]] if "cue" in claim else [])]:
            assert text[int(place["start"]) : int(place["end"])] == place["quote"]
            assert place["quote"]
    named = {each["id"] for each in made.get("entities", [])}
    local = {each["id"] for each in made.get("propositions", [])}
    for claim in made.get("claims", []):
        assert claim["about"] in local
        assert claim["claimant"] == "unknown" or claim["claimant"].partition(":")[0]
        assert claim["status"] == "draft"
    assert all(":" in name or name.startswith("#") for name in named)
