"""What stands in one sentence: its words, names and quotations, and whether some words are somebody."""

from kb.extract.cues import COUNTING, EVIDENCE, SOURCE_NOUNS
from kb.extract.function_words import (
    AUXILIARIES,
    DECLINING,
    HERE,
    MARKS,
    NO_ADVERBS,
    PAPERS,
    RAISING,
)
from kb.extract.mention import Mention
from kb.extract.spans import Span
from kb.extract.tokens import Token


class SentenceWords:
    """One sentence with its tokens, mentions and quotations."""

    def __init__(
        self, text: str, toks: list[Token], mentions: list[Mention], quotes: list[Span]
    ) -> None:
        self.text = text
        self.toks = toks
        self.quotes = quotes
        self.dates = [m for m in mentions if m.kind == "date"]
        self.names = [
            m
            for m in mentions
            if m.kind in ("person", "org", "country", "ship", "group", "name", "locality")
        ]
        self.cue: int | None = None
        self.start = toks[0].start if toks else 0
        self.end = toks[-1].end if toks else 0

    def quoted(self, place: int) -> bool:
        """Whether a place is within quotation marks."""
        return any(start <= place < end for start, end in self.quotes)

    def opens_quote(self, index: int) -> bool:
        """Whether a verb is the first word of a quotation, but for adverbs: X “flatly denied” it."""
        place = index - 1
        while place >= 0 and self.toks[place].low.endswith("ly"):
            place -= 1
        return (
            place > 0
            and self.toks[place].text in "“\"‘'"
            and self.toks[place - 1].text not in MARKS
        )

    def before(self, index: int) -> int:
        """The token before a cue, past auxiliaries, adverbs and dates; -1 at the start."""
        place = index - 1
        while place >= 0:
            token = self.toks[place]
            dated = next((m for m in self.dates if m.start < token.end <= m.end), None)
            if token.low in ("both", "all") and place == 0:
                break
            if dated is not None:
                while place >= 0 and self.toks[place].start >= dated.start:
                    place -= 1
                if place >= 0 and self.toks[place].low in ("on", "in", "late", "early"):
                    place -= 1
            elif (
                token.low in AUXILIARIES
                or (adverb(token.low) and not token.named)
                or (token.low in HERE and place and self.toks[place - 1].text not in MARKS)
            ):
                place -= 1
            elif (earlier := self.went_on(place)) is not None:
                place = earlier
            else:
                break
        return place

    def went_on(self, to: int) -> int | None:
        """The token before "went on to", "appeared on Friday to", "sought to"; None where "to" ends no such."""
        place = to - 1
        if place < 1 or self.toks[to].low != "to":
            return None
        while place > 0 and self.dated(self.toks[place]):
            place -= 1
        if self.toks[place].low == "on" and self.toks[place - 1].low in ("went", "goes"):
            return place - 2
        low = self.toks[place].low
        return place - 1 if low in RAISING or low in DECLINING else None

    def holds(self, span: Span, *kinds: str) -> bool:
        """Whether some words hold a name, of one of the kinds if any is given."""
        inside = (m for m in self.names if m.start < span[1] and span[0] < m.end)
        return any(not kinds or m.kind in kinds for m in inside)

    def is_name(self, span: Span, *kinds: str) -> bool:
        """Whether some words are a name of one of the kinds, and no more."""
        return any(m.kind in kinds and (m.start, m.end) == span for m in self.names)

    def dated(self, token: Token) -> bool:
        """Whether a token is part of a date."""
        return any(m.start <= token.start < m.end for m in self.dates)

    def tells(self, span: Span) -> bool:
        """Whether some words hold a noun for somebody who can speak, or for evidence that can show."""
        inside = {t.low for t in self.toks if span[0] <= t.start < span[1]}
        return bool(inside & (SOURCE_NOUNS | EVIDENCE))

    def shows(self, place: int) -> bool:
        """Whether evidence stands before a place, so that "showed a tanker" tells what it is evidence of."""
        words = {t.low for t in self.toks if t.end <= place}
        return bool(words & (EVIDENCE | {"report", "probe", "investigation", "study", "inquiry"}))

    def _paper(self, span: Span) -> bool:
        """Whether some words are what a newspaper is called for short: "the Post"."""
        words = [t.text for t in self.toks if span[0] <= t.start < span[1]]
        return words[-1:] != [] and words[-1] in PAPERS and len(words) < 4

    def speaks(self, span: Span, *, things: bool = False) -> bool:
        """Whether some words hold a name, or a noun for somebody who can speak (or evidence that can show)."""
        inside = [t.low for t in self.toks if span[0] <= t.start < span[1]]
        named = any(m.start < span[1] and span[0] < m.end and m.kind != "ship" for m in self.names)
        found = SOURCE_NOUNS & set(inside)
        if found <= COUNTING and inside[-1:] != [] and inside[-1] not in COUNTING:
            found = frozenset()
        if things:
            found = found | EVIDENCE & set(inside)
        nouns = bool(found) or self._paper(span)
        return nouns or (named and len(inside) <= 14)


def adverb(low: str) -> bool:
    """Whether a word looks like an adverb."""
    return low.endswith("ly") and low not in NO_ADVERBS
