"""The project's own extractor: attribution rules, stance rules, event rules; each claim names the rules."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb import __version__
from kb.documents.model import Document
from kb.extract import filings
from kb.extract.attribution import Attribution
from kb.extract.candidate import Candidate, Words
from kb.extract.claimants import Claimants
from kb.extract.datelines import behind
from kb.extract.events import Happening, happening
from kb.extract.filings import Charge, charged
from kb.extract.gate import FEWEST_WORDS
from kb.extract.mention import Mention
from kb.extract.pronouns import Claimant
from kb.extract.segment import Sentence, sentences
from kb.extract.spans import Span, trim
from kb.extract.stance import HEDGE, stand
from kb.extract.statements import attributions
from kb.vocabulary import Vocabulary

NARRATED = frozenset(
    "ShipToShipTransfer ArmsTransfer Shipment PortCall Voyage AISGap FlagChange Renaming Seizure Detention Inspection Designation Delisting "
    "FalseIdentity Launch Visit Ownership Management Charter Sale Prohibition FlagRegistration".split()
)
"""What a report tells in its own voice and is taken up; other sentences without a source are left alone."""
NEEDS = {
    "Visit": ("visitor", "place"),
    "Shipment": ("vessel", "origin", "destination", "carrier"),
    "Voyage": ("vessel",),
    "PortCall": ("vessel",),
}


SEVERAL = frozenset({"designated", "participant"})
"""Roles that some may play who are named and some who are not: "the bank and six other companies"."""


SHIPS = frozenset({"vessel", "receivingShip"})
"""Roles of ships: one bare word of a headline, "Tanker passed fuel", tells none apart."""


class Rules:
    """Proposes claims by rules alone; deterministic, without a network or a model."""

    name = "rules"
    version = __version__

    def __init__(self, words: Vocabulary) -> None:
        self.words = words

    def extract(self, document: Document, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        """The claims of a document, in the order of its text."""
        text = document.text
        found = [replace(s, start=behind(text, s.start, s.end)) for s in sentences(text)]
        starts = [sentence.start for sentence in found]
        claimants = Claimants(text, mentions)
        charges = charged(text, found)
        told = attributions(text, found, list(mentions))
        for each in told:
            place = bisect_right(starts, each.content[0]) - 1
            sentence, charge = found[place], charges.get(place)
            if charge is not None and not _same(text, each.source, charge.source):
                each = replace(each, via=(*each.via, charge.source))
            own = each.source is not None and text[slice(*each.source)].casefold() in ("we", "i")
            for relay in each.via:
                claimants.resolve(relay)
            claimant = None if own else claimants.resolve(each.source)
            each = replace(each, source_words="context") if own else each
            yield self._candidate(text, each, claimant, sentence, mentions)
        spoken = {bisect_right(starts, a.content[0]) - 1 for a in told} | {
            bisect_right(starts, a.cue[0]) - 1 for a in told
        }
        for number, sentence in enumerate(found):
            if number in spoken or sentence.part != "body" or sentence.first is not None:
                continue
            if number in charges:
                yield self._charged(text, charges[number], sentence, mentions)
            else:
                yield from self._narrated(text, sentence, mentions)

    def _candidate(
        self,
        text: str,
        each: Attribution,
        claimant: Claimant | None,
        sentence: Sentence,
        mentions: Sequence[Mention],
    ) -> Candidate:
        content = text[each.content[0] : each.content[1]]
        quote = _enough(text, each, sentence)
        stance = stand(each.stance, content, negated=each.negated)
        told = happening(text, each.content, (sentence.start, sentence.end), mentions, self.words)
        inner = stance.cue
        cue = (each.content[0] + inner[0], each.content[0] + inner[1]) if inner else each.cue
        notes = (*each.notes, *(claimant.notes if claimant else ()))
        return Candidate(
            quote=_words(text, quote),
            stance=stance.stance,
            claimant=_words(text, claimant.span) if claimant else None,
            own_voice=claimant is None and each.source_words == "context",
            cue=_words(text, cue),
            via=tuple(_words(text, _named(text, span, mentions)) for span in each.via),
            hedged=stance.hedged,
            event=told.kind if told else "",
            arguments=_arguments(text, told),
            rule=each.rule,
            notes=notes,
        )

    def _charged(
        self, text: str, charge: Charge, sentence: Sentence, mentions: Sequence[Mention]
    ) -> Candidate:
        """A numbered paragraph of a filing, alleged by who filed it."""
        span = filings.content(text, trim(text, sentence.start, sentence.end))
        told = happening(text, span, (sentence.start, sentence.end), mentions, self.words)
        return Candidate(
            quote=_words(text, span),
            stance="alleges",
            claimant=_words(text, _named(text, charge.source, mentions)),
            cue=_words(text, charge.cue),
            event=told.kind if told else "",
            arguments=_arguments(text, told),
            rule="A-charged",
        )

    def _narrated(
        self, text: str, sentence: Sentence, mentions: Sequence[Mention]
    ) -> Iterator[Candidate]:
        """A sentence of the report's own that tells an event with somebody or something named in it."""
        content = trim(text, sentence.start, sentence.end)
        told = happening(text, content, content, mentions, self.words)
        if told is None or told.kind not in NARRATED or sentence.text[-1:] in "?:":
            return
        needed = NEEDS.get(told.kind)
        filled = set(told.roles) | set(told.coarse)
        if not filled - {"time", "cargo"} or (needed and not filled & set(needed)):
            return
        words = text[content[0] : content[1]]
        if len(words.split()) < FEWEST_WORDS:
            return
        hedged = bool(HEDGE.search(words))
        stance = stand("asserts", words).stance
        stance = stance if stance in ("expects", "alleges") else "asserts"
        yield Candidate(
            quote=_words(text, content),
            stance=stance,
            own_voice=True,
            hedged=hedged,
            event=told.kind,
            arguments=_arguments(text, told),
            rule="N-own-voice",
        )


def _enough(text: str, each: Attribution, sentence: Sentence) -> Span:
    """The content, or where that is shorter than the gate lets pass, all from the source to its end."""
    if len(text[each.content[0] : each.content[1]].split()) >= FEWEST_WORDS:
        return each.content
    led = (min(each.cue[0], each.content[0]), each.content[1])
    if sentence.start <= led[0] and len(text[led[0] : led[1]].split()) >= FEWEST_WORDS:
        return led
    spans = [each.content, each.cue, *([each.source] if each.source else [])]
    wide = (min(start for start, _ in spans), max(end for _, end in spans))
    inside = sentence.start <= wide[0] and wide[1] <= sentence.end
    if inside and len(text[wide[0] : wide[1]].split()) >= FEWEST_WORDS:
        return wide
    return trim(text, sentence.start, sentence.end)


def _same(text: str, source: Span | None, charging: Span) -> bool:
    """Whether a filing's source is who files it."""
    words = text[slice(*source)].casefold() if source else ""
    return "plaintiff" in words or words in text[slice(*charging)].casefold()


def _words(text: str, span: Span) -> Words:
    return Words(text[span[0] : span[1]], span[0])


def _named(text: str, span: Span, mentions: Sequence[Mention]) -> Span:
    """The name in the words of a go-between, or the words."""
    inside = [
        m for m in mentions if span[0] <= m.start < span[1] and m.kind in ("org", "person", "name")
    ]
    if inside and (inside[-1].end >= span[1] - 2 or inside[0].start <= span[0] + 4):
        return inside[-1].start, inside[-1].end
    article = re.match(r"(?i)(?:an?|the)\s+", text[span[0] : span[1]])
    return span[0] + (article.end() if article else 0), span[1]


def _arguments(text: str, told: Happening | None) -> dict[str, tuple[Words, ...]]:
    if told is None:
        return {}
    found = {role: tuple(Words(m.text, m.start) for m in ms) for role, ms in told.roles.items()}
    for role, spans in told.coarse.items():
        named = found.get(role, ())
        told_apart = [s for s in spans if " " in text[slice(*s)] or role not in SHIPS]
        if told_apart and (not named or role in SEVERAL):
            found[role] = (*named, *(_words(text, span) for span in told_apart))
    return dict(sorted(found.items()))
