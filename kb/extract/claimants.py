"""Who a source's words stand for: a name in them, somebody named before, or a group without a name."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kb.extract import topics
from kb.extract.cues import PRONOUNS, SUBSTITUTES
from kb.extract.filings import PARTY
from kb.extract.mention import Mention
from kb.extract.spans import Span, sentence_start
from kb.extract.speakers import (
    ASIDE,
    AUTHORED,
    BOTH,
    FIRMS,
    FRAMES,
    HUMAN,
    ITS_REPORT,
    LANDS,
    LEADING,
    MADE_BY,
    NAMED,
    OWN_NAME,
    PERSONAL,
    PUBLIC,
    SEVERAL,
    TRAILING,
    WHOSE,
    WIRES,
    WRITINGS,
    WRITTEN,
    titled,
)


@dataclass(frozen=True, slots=True)
class Claimant:
    """The words that name a claimant, the mention among them if any, and what a reviewer has to know."""

    span: Span
    mention: Mention | None
    notes: tuple[str, ...] = ()


class Claimants:
    """Resolves the sources of one text, in its order, so that pronouns find who spoke before."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.text = text
        self.named = [m for m in mentions if m.kind in (*NAMED, "country")]
        self.starts = [m.start for m in self.named]
        self.spoken: list[Claimant] = []

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
            return self._pronoun(source, low)
        inside = self._inside(source)
        person = next((m for m in reversed(inside) if m.kind == "person"), None)
        led = person is not None and MADE_BY.search(self.text[source[0] : person.start])
        if person is not None and not led and not self._possessor(person, source):
            return Claimant((person.start, person.end), person)
        if low.startswith("one of them"):
            return self._one_of_them(source, words)
        party = PARTY.search(self.text) if low in ("plaintiff", "the plaintiff") else None
        if party is not None:
            return Claimant(party.span("source"), None)
        author = ITS_REPORT.match(words) and not inside and self._subject(source)
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
        named = words[:1].isupper() and not self._inside((head[1], source[1]))
        return head if aside["doing"] or named else source

    def _one_of_them(self, source: Span, words: str) -> Claimant:
        """Whom the words mean in "One of them, a former guard": the apposition, else who spoke last."""
        head, _, apposition = words.partition(", ")
        if apposition:
            return Claimant(self._shortened((source[0] + len(head) + 2, source[1])), None)
        note = f"{words!r} is taken for one of those who spoke last"
        return replace(self.spoken[-1], notes=(note,)) if self.spoken else Claimant(source, None)

    def _inside(self, source: Span) -> list[Mention]:
        first = bisect_right(self.starts, source[0] - 1)
        found = []
        for mention in self.named[first:]:
            if mention.start >= source[1]:
                break
            found.append(mention)
        return found

    def _possessor(self, mention: Mention, source: Span) -> bool:
        """Whether a name only says whose the source is: "Putin's spokesman"."""
        after = self.text[mention.end : source[1]]
        return bool(re.match(r"[’']s?\s+\w", after)) and mention.end < source[1]

    def _body(self, source: Span, inside: list[Mention]) -> Claimant:
        """An organisation or state where it is all that the words say, else the words as a group."""
        source = (source[0], self._shortened(source)[1])
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
        belongs = re.search(r"\b(?:of|for|at|from|with|in|by|to)(?: the)?$", before)
        plain = re.fullmatch(
            r"(?:news |press )?(?:agency|newspaper|wire|magazine|website|channel|outlet|broadcaster|institute|think[- ]tank|group|service|tracking firm|firm|company|movement|rebels|report|statement|data|analysts)?",
            after.casefold(),
        )
        authored = AUTHORED.search(before)
        return plain is not None and (authored is not None or not belongs)

    def _shortened(self, source: Span) -> Span:
        words = TRAILING.sub("", self.text[source[0] : source[1]])
        start = 0
        while (match := LEADING.match(words[start:])) is not None:
            start += match.end()
        return source[0] + start, source[0] + len(words)

    def _pronoun(self, source: Span, low: str) -> Claimant:
        human = low in PERSONAL
        several = self._several(source) if low == "they" else None
        if several is not None:
            return several
        subject = None if human else self._subject(source)
        subject = subject or (self._topic(source, human=human) if low != "they" else None)
        if subject is not None:
            return subject
        note = (
            f"{self.text[source[0] : source[1]]!r} is taken for the last one named who can be meant"
        )
        for earlier in reversed(self.spoken):
            if self._meant(earlier, low, human=human):
                return replace(earlier, notes=(note,))
        for mention in reversed(self.named[: bisect_right(self.starts, source[0] - 1)]):
            if mention.kind in (("person",) if human else ("org", "name", "country")):
                return Claimant((mention.start, mention.end), mention, (note,))
        return Claimant(source, None, ("a pronoun, and nobody named before",))

    def _several(self, source: Span) -> Claimant | None:
        """The experts, officials or others in the sentence before that "they" stands for."""
        here = sentence_start(self.text, source[0])
        start = sentence_start(self.text, max(here - 2, 0))
        last = None
        for match in SEVERAL.finditer(self.text, start, source[0]):
            last = match
        if last is None:
            return None
        note = f"{self.text[slice(*source)]!r} is taken for the last group that is named"
        return Claimant(self._shortened(last.span()), None, (note,))

    def _topic(self, source: Span, *, human: bool) -> Claimant | None:
        """Whom the pronoun's own sentence begins with, else the sentence before."""
        here = sentence_start(self.text, source[0])
        before = sentence_start(self.text, max(here - 2, 0))
        note = f"{self.text[slice(*source)]!r} is taken for whom the sentence before begins with"
        for start, end in ((here, source[0]), (before, here)):
            span = topics.topic(self.text, start, end)
            if span is None:
                continue
            find = topics.person if human else topics.body
            found = find(self.text, span, self._inside(span))
            if found is not None:
                return Claimant(*found, (note,))
        return None

    def _meant(self, earlier: Claimant, low: str, *, human: bool) -> bool:
        """Whether a pronoun can stand for somebody who spoke before."""
        if low in ("we", "i"):
            return True
        if low == "they":
            words = self._words(earlier).split()
            return words[-1].endswith("s") or " and " in self._words(earlier)
        if human and earlier.mention is None:
            head = WHOSE.split(self._words(earlier).casefold(), maxsplit=1)[0]
            name = self._words(earlier).split()
            surname = len(name) < 4 and all(w[:1].isupper() for w in name)
            return earlier is self.spoken[-1] and (surname or bool(HUMAN & set(head.split())))
        if earlier.mention is None:
            head = WHOSE.split(self._words(earlier), maxsplit=1)[0]
            return not human and not head.endswith("s") and not HUMAN & set(head.casefold().split())
        return (earlier.mention.kind == "person") == human

    def _subject(self, source: Span) -> Claimant | None:
        """The organisation named first in the pronoun's own sentence, before it."""
        start = sentence_start(self.text, source[0])
        before = self.text[start : source[0]]
        if before.rstrip().endswith((",", "”", '"')) or not before.strip():
            return None
        note = f"{self.text[slice(*source)]!r} is taken for what its sentence names first"
        both = BOTH.search(before) if self.text[slice(*source)].casefold() == "they" else None
        if both is not None:
            return Claimant((start + both.start("who"), start + both.end("who")), None, (note,))
        inside = [m for m in self.named if start <= m.start < source[0]]
        for kinds in (("org", "name"), ("country",)):
            for mention in inside:
                if mention.kind in kinds:
                    return Claimant((mention.start, mention.end), mention, (note,))
        return None

    def _words(self, claimant: Claimant) -> str:
        return self.text[slice(*claimant.span)]

    def _group(self, source: Span) -> Claimant:
        return Claimant(self._shortened(source), None)

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
            meant = [c for c in self.spoken if _is_person(c) or word.search(self._words(c))]
            return replace(meant[-1], notes=(note,)) if meant else self._group(source)
        made = [c for c in self.spoken if noun in WRITTEN and self._made(c, word, source[0])]
        if made:
            return replace(made[-1], notes=(note,))
        written = WRITINGS if noun == "document" else word
        called = [c for c in self.spoken if written.search(self._words(c))]
        named = [m for m in earlier if word.search(m.text) and m.kind != "person"]
        if which:
            called = [c for c in called if which in self._words(c).casefold()]
            named = [m for m in named if which in m.text.casefold()]
            if not called and not named:
                return self._group(source)
        if called:
            return replace(called[-1], notes=(note,))
        if named:
            return Claimant((named[-1].start, named[-1].end), named[-1], (note,))
        if noun in OWN_NAME:
            called_so = titled(self.text, noun, source[0])
            return Claimant(
                called_so or self._shortened(source), None, (note,) if called_so else ()
            )
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


def _is_person(claimant: Claimant) -> bool:
    return claimant.mention is not None and claimant.mention.kind == "person"
