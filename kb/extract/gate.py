"""The gate that every extractor's candidates pass, ours included; what does not is kept with its reason.

A hostile text or model can at worst make a candidate that is refused, or a draft that a person rejects.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.extract.candidate import STANCES, Candidate, Words
from kb.extract.events import keys_of
from kb.extract.mention import Mention
from kb.extract.segment import Sentence
from kb.extract.spans import Span
from kb.extract.stance import DOUBT
from kb.namespaces import KB
from kb.report.quote import Text
from kb.vocabulary import Vocabulary

NAMES = frozenset({"ship", "org", "person", "group", "port", "locality", "facility"})
"""Kinds of mentions whose digits are part of a name, not a figure."""
FEWEST_WORDS = 4
CONFIRMING = re.compile(
    r"(?i)\b(?:(?:confirm|corroborat|verif|proved|proof|substantiat)\w*|credible|reliable|accurate|true|correct|convincing|well[- ]founded|authentic|genuine)"
)
NOT_CONFIRMED = re.compile(
    r"(?i)\b(?:neither|nor|not|never|cannot|declin\w+|refus\w+|unable|fail\w+|without)\b|n[’']t\b"
)
DENYING = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|no such|not|never|baseless|unfounded|false)\b|n[’']t\b"
)
DIGITS = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Passed:
    """A candidate that passed: every word of it at its place in the text."""

    quote: Span
    also: tuple[Span, ...]
    stance: str
    claimant: Span | None
    own_voice: bool
    cue: Span | None
    via: tuple[Span, ...]
    hedged: bool
    event: str
    arguments: Mapping[str, tuple[Span, ...]]
    rule: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A candidate that did not, and why."""

    words: str
    because: str
    rule: str


@dataclass(slots=True)
class Passage:
    """A document at the gate: its text, sentences and mentions, ready to be looked up."""

    text: str
    sentences: list[Sentence]
    mentions: list[Mention]
    words: Vocabulary
    sought: Text = field(init=False)
    starts: list[int] = field(init=False)
    named: frozenset[Span] = field(init=False)

    def __post_init__(self) -> None:
        self.sought = Text(self.text)
        self.starts = [sentence.start for sentence in self.sentences]
        self.named = frozenset((m.start, m.end) for m in self.mentions if m.kind in NAMES)

    def sentence(self, place: int) -> Sentence:
        """The sentence at a place."""
        return self.sentences[max(bisect_right(self.starts, place) - 1, 0)]


class _No(Exception):
    """Why a candidate is refused."""


def gate(candidates: Iterable[Candidate], passage: Passage) -> tuple[list[Passed], list[Refused]]:
    """What passes, in the order of the text, and what is refused, each once."""
    passed: dict[tuple[Span, Span | None, str], Passed] = {}
    refused: dict[tuple[str, str], Refused] = {}
    for candidate in candidates:
        try:
            found = _checked(candidate, passage)
            passed.setdefault((found.quote, found.claimant, found.stance), found)
        except _No as reason:
            words = " ".join(candidate.quote.text.split())[:300]
            refused.setdefault((words, str(reason)), Refused(words, str(reason), candidate.rule))
    return sorted(passed.values(), key=lambda p: (p.quote, p.stance)), list(refused.values())


def _checked(candidate: Candidate, passage: Passage) -> Passed:
    if candidate.stance not in STANCES:
        raise _No(f"{candidate.stance[:40]!r} is no stance.")
    quote = _quote(candidate.quote, passage)
    sentence = passage.sentence(quote[0])
    if passage.sentence(max(quote[0], quote[1] - 1)).paragraph != sentence.paragraph:
        raise _No("The quote goes over the end of a paragraph.")
    claimant = _claimant(candidate, quote, sentence, passage)
    notes = list(candidate.notes)
    arguments = _arguments(candidate, quote, sentence, passage, notes)
    cue = _near(candidate.cue, quote, passage) if candidate.cue else None
    stance = _stance(candidate, cue, quote, passage, notes)
    via = tuple(
        place for each in candidate.via if (place := _near(each, quote, passage)) is not None
    )
    if len(via) < len(candidate.via):
        notes.append("a go-between is not in the text and was left out")
    return Passed(
        quote,
        _repeats(quote, sentence, passage),
        stance,
        claimant,
        candidate.own_voice and claimant is None,
        cue,
        via,
        candidate.hedged,
        candidate.event,
        arguments,
        candidate.rule,
        tuple(notes),
    )


def _quote(quote: Words, passage: Passage) -> Span:
    if not quote.text.strip():
        raise _No("There is no quote.")
    if ("…" in quote.text or "..." in quote.text) and quote.text not in passage.text:
        raise _No("The quote leaves something out.")
    if (quote.start is not None and passage.text.startswith(quote.text, quote.start)) or (
        quote.start is not None
        and passage.sought.matches(quote.text, quote.start, quote.start + len(quote.text))
    ):
        place = (quote.start, quote.start + len(quote.text))
    else:
        place = _only(quote, passage)
    words = len(passage.text[place[0] : place[1]].split())
    sentence = passage.sentence(place[0])
    if words < FEWEST_WORDS and words < len(sentence.text.split()):
        raise _No("The quote has fewer than four words.")
    return place


def _only(quote: Words, passage: Passage) -> Span:
    spans = passage.sought.find(quote.text)
    if not spans:
        raise _No("The quote is not in the text.")
    first = [s for s in spans if passage.sentence(s.start).first is None]
    if len(first) != 1:
        raise _No(f"The quote occurs {len(spans)} times, and it is not said which is meant.")
    return first[0].start, first[0].end


def _claimant(
    candidate: Candidate, quote: Span, sentence: Sentence, passage: Passage
) -> Span | None:
    if candidate.claimant is None:
        return None
    place = _near(candidate.claimant, quote, passage)
    if place is None:
        raise _No(f"The claimant {candidate.claimant.text[:60]!r} is not in the text.")
    if passage.sentence(place[0]).paragraph > sentence.paragraph + 1:
        raise _No(f"The claimant {candidate.claimant.text[:60]!r} is named only later in the text.")
    return place


def _near(words: Words, quote: Span, passage: Passage) -> Span | None:
    """The place of some words: the given one if they stand there, else the nearest to the quote."""
    text = words.text.strip()
    if not text or len(text) > 400:
        return None
    if words.start is not None and passage.text.startswith(text, words.start):
        return words.start, words.start + len(text)
    spans = passage.sought.find(text)
    whole = [s for s in spans if _at_bounds(passage.text, s.start, s.end)]
    if not whole:
        return None
    best = min(whole, key=lambda s: (abs(s.start - quote[0]), s.start))
    return best.start, best.end


def _at_bounds(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


def _arguments(
    candidate: Candidate, quote: Span, sentence: Sentence, passage: Passage, notes: list[str]
) -> dict[str, tuple[Span, ...]]:
    """The arguments that the ontology knows and the text bears out; numbers must stand in the quote's sentence."""
    if candidate.event and KB + candidate.event not in passage.words.classes:
        raise _No(f"{candidate.event[:40]!r} is no kind of event.")
    allowed = keys_of(candidate.event, passage.words) if candidate.event else frozenset()
    found: dict[str, tuple[Span, ...]] = {}
    for role, values in candidate.arguments.items():
        if role not in allowed and not (role == "quantity" and "cargo" in allowed):
            notes.append(
                f"{role[:40]!r} is no role of {candidate.event or 'nothing'} and was left out"
            )
            continue
        places = []
        for value in values:
            place = _near(value, quote, passage)
            if place is None:
                raise _No(f"The argument {value.text[:60]!r} is not in the text.")
            outside = not sentence.start <= place[0] < sentence.end
            if outside and DIGITS.search(value.text) and place not in passage.named:
                raise _No(f"The number in {value.text[:60]!r} is not in the sentence of the quote.")
            if outside:
                words = passage.text[place[0] : place[1]]
                notes.append(f"{role}: “{words[:60]}” is not named in the sentence but before it")
            places.append(place)
        found[role] = tuple(places)
    return found


def _stance(
    candidate: Candidate, cue: Span | None, quote: Span, passage: Passage, notes: list[str]
) -> str:
    """The stance; "confirms" only where a word of confirming stands in the cue or around the quote."""
    sentence = passage.sentence(quote[0])
    window = passage.text[cue[0] : cue[1]] if cue else sentence.text
    if candidate.stance == "confirms" and not _confirmed(cue, sentence, passage):
        notes.append("“confirms” without words beside it that confirm: taken for “alleges”")
        return "alleges"
    if candidate.stance in ("alleges", "asserts") and DENYING.search(window):
        notes.append("there is a word of denial here: check the stance")
    return candidate.stance


def _confirmed(cue: Span | None, sentence: Sentence, passage: Passage) -> bool:
    """Whether a word of confirming is the cue, stands near the quote, and is not negated or in doubt."""
    if cue is None or not CONFIRMING.search(passage.text[cue[0] : cue[1]]):
        return False
    own = passage.sentence(cue[0])
    near = abs(own.paragraph - sentence.paragraph) <= 1 and own.first is None
    before = passage.text[max(own.start, cue[0] - 40) : cue[1]]
    return near and not DOUBT.search(before) and not NOT_CONFIRMED.search(before)


def _repeats(quote: Span, sentence: Sentence, passage: Passage) -> tuple[Span, ...]:
    """Where the same sentence stands again, the place of the quote in it."""
    inner = quote[0] - sentence.start
    words = passage.text[quote[0] : quote[1]]
    places = (
        (other.start + inner, other) for other in passage.sentences if other.first == sentence.start
    )
    return tuple(
        (place, place + len(words)) for place, _ in places if passage.text.startswith(words, place)
    )
