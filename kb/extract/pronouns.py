"""Whom pronouns stand for as sources: who spoke before, whom a sentence begins with, a group named before."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kb.extract import topics
from kb.extract.mention import Mention
from kb.extract.spans import Span, sentence_start
from kb.extract.speakers import BOTH, HUMAN, LEADING, NAMED, PERSONAL, SEVERAL, TRAILING, WHOSE


@dataclass(frozen=True, slots=True)
class Claimant:
    """The words that name a claimant, the mention among them if any, and what a reviewer has to know."""

    span: Span
    mention: Mention | None
    notes: tuple[str, ...] = ()


class Pronouns:
    """The names of one text and who spoke so far in it; resolves the pronouns among its sources."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.text = text
        self.named = [m for m in mentions if m.kind in (*NAMED, "country")]
        self.starts = [m.start for m in self.named]
        self.spoken: list[Claimant] = []

    def pronoun(self, source: Span, low: str) -> Claimant:
        """Whom a pronoun stands for; `low`: it in small letters."""
        human = low in PERSONAL
        several = self._several(source) if low == "they" else None
        if several is not None:
            return several
        subject = None if human else self.subject(source)
        subject = subject or (self._last_person(source) if human else None)
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
        return Claimant(self.shortened(last.span()), None, (note,))

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
            found = find(self.text, span, self.inside(span))
            if found is not None:
                return Claimant(*found, (note,))
        return None

    def _last_person(self, source: Span) -> Claimant | None:
        """The person named who spoke in the sentence before, where that begins with nobody named."""
        here = sentence_start(self.text, source[0])
        before = sentence_start(self.text, max(here - 2, 0))
        spoken = [c for c in self.spoken if is_person(c) and before <= c.span[0] < here]
        first = topics.topic(self.text, before, here)
        begun = first is not None and any(m.kind == "person" for m in self.inside(first))
        if not spoken or begun:
            return None
        note = f"{self.text[slice(*source)]!r} is taken for who spoke in the sentence before"
        return replace(spoken[-1], notes=(note,))

    def _meant(self, earlier: Claimant, low: str, *, human: bool) -> bool:
        """Whether a pronoun can stand for somebody who spoke before."""
        if low in ("we", "i"):
            return True
        if low == "they":
            words = self.words(earlier).split()
            return words[-1].endswith("s") or " and " in self.words(earlier)
        if human and earlier.mention is None:
            head = WHOSE.split(self.words(earlier).casefold(), maxsplit=1)[0]
            name = self.words(earlier).split()
            surname = len(name) < 4 and all(w[:1].isupper() for w in name)
            return earlier is self.spoken[-1] and (surname or bool(HUMAN & set(head.split())))
        if earlier.mention is None:
            head = WHOSE.split(self.words(earlier), maxsplit=1)[0]
            return not human and not head.endswith("s") and not HUMAN & set(head.casefold().split())
        return (earlier.mention.kind == "person") == human

    def subject(self, source: Span) -> Claimant | None:
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

    def words(self, claimant: Claimant) -> str:
        """The words that name a claimant."""
        return self.text[slice(*claimant.span)]

    def inside(self, source: Span) -> list[Mention]:
        """The names that begin within some words."""
        first = bisect_right(self.starts, source[0] - 1)
        found = []
        for mention in self.named[first:]:
            if mention.start >= source[1]:
                break
            found.append(mention)
        return found

    def shortened(self, source: Span) -> Span:
        """Some words without articles before them and what trails them."""
        words = TRAILING.sub("", self.text[source[0] : source[1]])
        start = 0
        while (match := LEADING.match(words[start:])) is not None:
            start += match.end()
        return source[0] + start, source[0] + len(words)


def is_person(claimant: Claimant) -> bool:
    """Whether a claimant is a person with a name."""
    return claimant.mention is not None and claimant.mention.kind == "person"
