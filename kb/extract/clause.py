"""The grammar that attribution needs, over tokens: who stands left or right of a cue, where content ends.

No parser is used: a source is the run of words up to the nearest boundary (a mark, a conjunction, a relative
word), and it counts only if it holds a name or a noun for somebody who can speak.
"""

from dataclasses import dataclass

from kb.extract.cues import PRONOUNS, SOURCE_NOUNS, VERBS
from kb.extract.function_words import (
    ALONE,
    ANTECEDENT,
    APPOSED,
    BE,
    DETERMINERS,
    FINITE,
    HEARERS,
    JOINTS,
    LEADING_IN,
    MARKS,
    OWNERS,
    PREPOSITIONS,
    SPOKEN,
)
from kb.extract.heads import somebody, unquoted, verbal
from kb.extract.qualified import qualified
from kb.extract.sentence import SentenceWords
from kb.extract.spans import Span

LONGEST_SOURCE = 24
PREDICATES = frozenset("aware unaware mindful afraid sure certain part".split())
"""After "is", what is said of the subject, so that no source begins with it: "is aware of press reports that"."""


@dataclass(frozen=True, slots=True)
class Side:
    """A source found beside a cue: its words, and where the clause that holds it begins."""

    span: Span
    clause: int


class Clause(SentenceWords):
    """One sentence with its tokens and mentions, in which sources and contents are looked up."""

    def source_left(self, index: int) -> Side | None:
        """The source that ends just before the cue at `index`."""
        self.cue = index
        last = self.before(index)
        if last < 0:
            return None
        if self.toks[last].text == ",":
            inner = self._apposition(last)
            if inner is None and all(t.text != "," for t in self.toks[:last]):
                return self._run(last - 1)
            return self._with_apposition(inner, last) if inner is not None else None
        last = self._past_marks(index, last)
        if self.toks[last].low in VERBS and last and self.toks[last - 1].low in PRONOUNS:
            return None
        if self.toks[last].low in ALONE:
            span = (self.toks[last].start, self.toks[last].end)
            return Side(span, span[0])
        if self.toks[last].text in ")":
            while last >= 0 and self.toks[last].text != "(":
                last -= 1
            last -= 1
        if last >= 0 and self.toks[last].low in ("who", "which", "that"):
            return self._antecedent(last)
        return (self._qualified(last) or self._run(last)) if last >= 0 else None

    def _qualified(self, last: int) -> Side | None:
        """The head of a source that ends with a relative clause of its own."""
        head = qualified(self.toks, last)
        if head is None:
            return None
        span = (self.toks[head[0]].start, self.toks[head[1]].end)
        able = self.speaks(span, things=True) or somebody(self.toks, *head, self.cue)
        return Side(span, span[0]) if able else None

    def _past_marks(self, index: int, last: int) -> int:
        """The last token of a source, past the quotation that a verb opens, quoted names and what dashes set off."""
        if self.quoted(self.toks[index].start) and self.toks[last].text in "“\"‘'":
            last -= 1
        last = unquoted(self.toks, self.quotes, last)
        return self._before_aside(last) if self.toks[last].text in "-–—" else last

    def _before_aside(self, dash: int) -> int:
        """The token before the dash that opens what a dash closes; the dash itself where there is none."""
        place = dash - 1
        while place > 0 and self.toks[place].text not in "-–—":
            place -= 1
        return place - 1 if place > 0 else dash

    def _with_apposition(self, inner: int, comma: int) -> Side | None:
        """The source before an apposition; with it where only the apposition names somebody."""
        if self.toks[inner].text == ")":
            while inner > 0 and self.toks[inner].text != "(":
                inner -= 1
            inner -= 1
        side = self._run(inner, named=True)
        person = next(
            (
                m
                for m in self.names
                if m.kind == "person" and self.toks[inner].end <= m.start < self.toks[comma].start
            ),
            None,
        )
        if side is not None and person is not None and not self.holds(side.span, "person"):
            return Side((person.start, person.end), side.clause)
        if side is not None and not self.holds(side.span, "person", "org", "name"):
            alone = (self.toks[inner + 2].start, self.toks[comma - 1].end)
            if self.is_name(alone, "org"):
                return Side(alone, side.clause)
        if side is not None and self.holds(side.span):
            return side
        start = side.span[0] if side is not None else self.toks[inner].start
        whole = (start, self.toks[comma - 1].end)
        return Side(whole, start) if self.speaks(whole) else side

    def _antecedent(self, relative: int) -> Side | None:
        place = relative - 1
        if place >= 0 and self.toks[place].text == ",":
            place -= 1
        side = self._run(place) if place >= 0 else None
        start = max(
            (n for n in range(max(place - 8, 0), place) if self.toks[n].low in ANTECEDENT),
            default=-1,
        )
        if start < 0 or (side is not None and self.toks[start].start <= side.span[0]):
            return side
        if any(t.low in FINITE for t in self.toks[start:place]):
            return side
        short = (self.toks[start].start, self.toks[place].end)
        return Side(short, short[0]) if self.speaks(short) else side

    def _apposition(self, comma: int) -> int | None:
        """The last token of the name before "X, the spokesman of Y, said"; None where there is none."""
        place = comma - 1
        while place >= 0 and comma - place < 30:
            token = self.toks[place]
            if token.text in '“”"«»' or (token.low in VERBS and self.toks[place - 1].low == "who"):
                return None if token.text in '“”"«»' else self._apposition_start(place)
            if token.text == "," or token.text in "—–":
                return self._name_before(place)
            place -= 1
        return None

    def _name_before(self, comma: int) -> int | None:
        """The last token before an apposition that begins after a comma; before "which" where it is a list."""
        first = self.toks[comma + 1]
        if first.low in APPOSED or not first.named:
            return comma - 1
        for place in range(comma - 1, max(comma - 24, 0), -1):
            if self.toks[place].text in '“”"«»':
                break
            if self.toks[place].text == "," and self.toks[place + 1].low in (
                "which",
                "who",
                "whose",
            ):
                return place - 1
        return comma - 1 if first.text[:1].isupper() else None

    def _apposition_start(self, place: int) -> int | None:
        while place >= 0 and self.toks[place].text != ",":
            place -= 1
        return place - 1 if place > 0 else None

    def _run(self, last: int, *, named: bool = False) -> Side | None:
        """The run of words that ends at `last` and begins after the nearest boundary."""
        first = last
        while first >= 0 and last - first < LONGEST_SOURCE:
            token = self.toks[first]
            boundary = (
                token.text in MARKS
                or (token.text in "'’" and any(q[1] == token.start for q in self.quotes))
                or (token.low in JOINTS and not token.named and not self._counts(first))
                or self._ends(first, last - first)
                or (first < last and self.dated(token) and self.toks[first + 1].low in OWNERS)
            )
            if token.low in BE and first < last and self.toks[first + 1].low in PREDICATES:
                return None
            if boundary or (token.low == "and" and not self._joins(first, last)):
                break
            first -= 1
        return self._source(first + 1, last, anybody=named)

    def _counts(self, place: int) -> bool:
        """Whether "than" belongs to a number: "more than a dozen residents"."""
        before = self.toks[place - 1].low if place else ""
        return self.toks[place].low == "than" and before in ("more", "fewer", "less")

    def _ends(self, place: int, far: int) -> bool:
        token = self.toks[place]
        if far == 0 or token.named:
            return False
        if token.low in HEARERS:
            return True
        if token.low in VERBS and token.low.endswith("ed") and self.toks[place + 1].low in OWNERS:
            return place > 0
        if token.low in SPOKEN and self.toks[place + 1].low != "by":
            return place > 0 and self.toks[place - 1].low not in DETERMINERS
        return token.low in FINITE

    def _joins(self, place: int, last: int) -> bool:
        """Whether "and" joins two sources: no verb before it, and a name or noun just before it."""
        if place == 0 or place == last:
            return False
        before = self.toks[max(0, place - 6) : place]
        cut = max(
            (n for n, t in enumerate(before) if t.text in MARKS or t.low in JOINTS), default=-1
        )
        before = before[cut + 1 :]
        verbal = any(t.low in FINITE or (t.low.endswith("ed") and not t.named) for t in before)
        after = self.toks[place + 1]
        return (
            bool(before)
            and not verbal
            and (before[-1].named or before[-1].low in SOURCE_NOUNS)
            and (
                after.named
                or after.low in SOURCE_NOUNS
                or after.low in ("the", "a", "an", "its", "western", "other", "their")
            )
        )

    def _source(self, first: int, last: int, *, anybody: bool = False) -> Side | None:
        while first < last and (self.toks[first].low in LEADING_IN or self.dated(self.toks[first])):
            first += 1
        if first > last or verbal(self.toks[first]) or self.toks[first].low in PREPOSITIONS:
            return None
        span = (self.toks[first].start, self.toks[last].end)
        able = (
            anybody or self.speaks(span, things=True) or somebody(self.toks, first, last, self.cue)
        )
        return Side(span, span[0]) if able else None
