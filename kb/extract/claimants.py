"""Who a source's words stand for: a name in them, somebody named before, or a group without a name."""

import re
from bisect import bisect_right
from dataclasses import replace

from kb.extract.cues import PRONOUNS, SUBSTITUTES
from kb.extract.filings import PARTY
from kb.extract.mention import Mention
from kb.extract.pronouns import Claimant, Pronouns, is_person
from kb.extract.spans import Span, sentence_start
from kb.extract.speakers import (
    ASIDE,
    AUTHORED,
    BELONGS,
    FIRMS,
    FRAMES,
    HUMAN,
    ITS_REPORT,
    LANDS,
    LEADING,
    MADE_BY,
    OWN_NAME,
    PUBLIC,
    WIRES,
    WRITINGS,
    WRITTEN,
    titled,
)


class Claimants(Pronouns):
    """Resolves the sources of one text, in its order, so that pronouns find who spoke before."""

    def resolve(self, source: Span | None) -> Claimant | None:
        """Whom a source's words stand for; None where there are none."""
        if source is None:
            return None
        found = self._resolved(self._without_aside(source))
        self.spoken.append(found)
        return found

    def _resolved(self, source: Span) -> Claimant:
        words = self.text[source[0] : source[1]]
        low = words.casefold()
        if low in PRONOUNS or low in ("we", "i", "one"):
            return self.pronoun(source, low)
        inside = self.inside(source)
        person = next((m for m in reversed(inside) if m.kind == "person"), None)
        led = person is not None and MADE_BY.search(self.text[source[0] : person.start])
        if person is not None and not led and not self._possessor(person, source):
            return Claimant((person.start, person.end), person)
        if low.startswith("one of them"):
            return self._one_of_them(source, words)
        party = PARTY.search(self.text) if low in ("plaintiff", "the plaintiff") else None
        if party is not None:
            return Claimant(party.span("source"), None)
        author = ITS_REPORT.match(words) and not inside and self.subject(source)
        if author:
            return author
        frame = FRAMES.match(words)
        called = frame["noun"].casefold().split() if frame is not None else []
        if called and called[-1] in SUBSTITUTES and not inside:
            return self._substitute(source, called[-1], "" if len(called) < 2 else called[0])
        return self._body(source, inside)

    def _without_aside(self, source: Span) -> Span:
        """The words before ", speaking after …", ", asked about …", ", a trade journal"."""
        aside = ASIDE.search(self.text, *source)
        if aside is None or self.text[slice(*source)].casefold().startswith("one of them"):
            return source
        head = (source[0], aside.start())
        words = LEADING.sub("", self.text[slice(*head)])
        named = words[:1].isupper() and not self.inside((head[1], source[1]))
        return head if aside["doing"] or named else source

    def _one_of_them(self, source: Span, words: str) -> Claimant:
        """Whom the words mean in "One of them, a former guard": the apposition, else who spoke last."""
        head, _, apposition = words.partition(", ")
        if apposition:
            return Claimant(self.shortened((source[0] + len(head) + 2, source[1])), None)
        note = f"{words!r} is taken for one of those who spoke last"
        return replace(self.spoken[-1], notes=(note,)) if self.spoken else Claimant(source, None)

    def _possessor(self, mention: Mention, source: Span) -> bool:
        """Whether a name only says whose the source is: "Putin's spokesman"."""
        after = self.text[mention.end : source[1]]
        return bool(re.match(r"[’']s?\s+\w", after)) and mention.end < source[1]

    def _body(self, source: Span, inside: list[Mention]) -> Claimant:
        """An organisation or state where it is all that the words say, else the words as a group."""
        source = (source[0], self.shortened(source)[1])
        bodies = [m for m in inside if m.kind in ("org", "name", "group")]
        last = bodies[-1] if bodies else None
        words = self.text[source[0] : source[1]]
        if last is not None and self._is_head(last, source):
            return Claimant((last.start, last.end), last)
        state = inside[-1] if inside and inside[-1].kind == "country" else None
        if (
            state is not None
            and re.fullmatch(r"(?i)(?:the\s+)?", words[: state.start - source[0]])
            and not words[state.end - source[0] :].strip("’s' ")
        ):
            return Claimant((state.start, state.end), state)
        return self._group(source)

    def _is_head(self, mention: Mention, source: Span) -> bool:
        """Whether a body is what the words name, not what somebody belongs to."""
        before = self.text[source[0] : mention.start].strip().casefold()
        after = self.text[mention.end : source[1]].strip("’s' ")
        belongs = BELONGS.search(before)
        plain = re.fullmatch(
            r"(?:news |press )?(?:agency|newspaper|wire|magazine|website|channel|outlet|broadcaster|institute|think[- ]tank|group|service|tracking firm|firm|company|movement|rebels|report|statement|data|analysts)?",
            after.casefold(),
        )
        authored = AUTHORED.search(before)
        return plain is not None and (authored is not None or not belongs)

    def _group(self, source: Span) -> Claimant:
        return Claimant(self.shortened(source), None)

    def _made(self, earlier: Claimant, word: re.Pattern[str], place: int) -> bool:
        """Whether the sentence of somebody who spoke holds "in a statement": then "the statement" is his."""
        start = sentence_start(self.text, earlier.span[0])
        end = self.text.find("\n", earlier.span[1])
        return bool(word.search(self.text, start, min(place, end if end >= 0 else place)))

    def _substitute(self, source: Span, noun: str, which: str) -> Claimant:
        """Whom "the oil ministry" or "the spokesman" stands for: the last one that is called so, or can be."""
        words = self.text[source[0] : source[1]]
        note = f"{words!r} is taken for the last one named who can be meant"
        earlier = self.named[: bisect_right(self.starts, source[0] - 1)]
        word = re.compile(rf"(?i)\b{re.escape(noun)}\b")
        if noun in HUMAN:
            meant = [c for c in self.spoken if is_person(c) or word.search(self.words(c))]
            return replace(meant[-1], notes=(note,)) if meant else self._group(source)
        made = [c for c in self.spoken if noun in WRITTEN and self._made(c, word, source[0])]
        if made:
            return replace(made[-1], notes=(note,))
        written = WRITINGS if noun == "document" else word
        called = [c for c in self.spoken if written.search(self.words(c))]
        named = [m for m in earlier if word.search(m.text) and m.kind != "person"]
        if which:
            called = [c for c in called if which in self.words(c).casefold()]
            named = [m for m in named if which in m.text.casefold()]
            if not called and not named:
                return self._group(source)
        if called:
            return replace(called[-1], notes=(note,))
        if named:
            return Claimant((named[-1].start, named[-1].end), named[-1], (note,))
        if noun in OWN_NAME:
            called_so = titled(self.text, noun, source[0])
            return Claimant(called_so or self.shortened(source), None, (note,) if called_so else ())
        return self._last_of_kind(source, noun, note)

    def _last_of_kind(self, source: Span, noun: str, note: str) -> Claimant:
        """The last state or body that "the country" or "the company" can stand for, else the words."""
        earlier = self.named[: bisect_right(self.starts, source[0] - 1)]
        kinds = ("country",) if noun in LANDS else ("org",)
        spoken = [c for c in self.spoken if c.mention and c.mention.kind in kinds]
        last = [m for m in earlier if m.kind in kinds and m.text not in WIRES]
        if noun in FIRMS:
            spoken = [c for c in spoken if c.mention and not PUBLIC.search(c.mention.text)]
            last = [m for m in last if not PUBLIC.search(m.text)]
        if noun in LANDS and last:
            return Claimant((last[-1].start, last[-1].end), last[-1], (note,))
        if spoken:
            return replace(spoken[-1], notes=(note,))
        if last:
            return Claimant((last[-1].start, last[-1].end), last[-1], (note,))
        return self._group(source)
