"""The words and marks of a text, read once, for all that looks for names."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from kb.extract.lexicon import FUNCTION, STARTERS, TITLES

WORD = re.compile(r"\n\s*\n|[^\W_]+(?:[’'.&/-][^\W_]+)*(?:[’'](?!\w))?|[^\w\s]|_")
DOTTED = TITLES | {"co", "ltd", "inc", "corp", "st", "bros", "no", "s.a", "s.r.o", "s.p.a", "u.s", "u.n", "u.k", "m.v", "m.t", "a.s"}  # fmt: skip
COMPOUND = re.compile(
    r"-(?:flagged|registered|based|headquartered|owned|linked|backed|led|built|made|bound|controlled|operated|run|supplied|born|style|era|type|class|held|managed|aligned"
    r"|affiliated|allied|speaking|brokered|sponsored|funded|origin|loaded|language|friendly|designed|produced|manufactured|trained|supported|mediated|designated)$"
)
OPENERS = FUNCTION | STARTERS
STOP = frozenset(". ; ! ? \n".split(" "))
NEXT = re.compile(r"\s?([\w’'-]+|[,;)])")


@dataclass(slots=True)
class Words:
    """The words and marks of a text: places, what they are, and they in lower case."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    states: frozenset[int] = frozenset()
    """Where states begin."""
    stops: list[int] = field(default_factory=list)
    """Where sentences end."""

    def sentence(self, index: int) -> tuple[int, int] | None:
        """The first and the end of the words of a sentence around an index; none at its stop or beyond the ends."""
        place = bisect_left(self.stops, index)
        end = self.stops[place] if place < len(self.stops) else len(self.lows)
        if end == index or not 0 <= index < len(self.lows):
            return None
        return (self.stops[place - 1] + 1 if place else 0), end

    def low(self, index: int) -> str:
        """The word or mark at an index in lower case; a break beyond the ends."""
        try:
            return self.lows[index] if index >= 0 else "\n"
        except IndexError:
            return "\n"

    def word(self, index: int) -> str:
        """The word or mark at an index; a break beyond the ends."""
        try:
            return self.words[index] if index >= 0 else "\n"
        except IndexError:
            return "\n"


def read(text: str) -> Words:
    """The words and marks of a text; a possessive ending and a full stop are marks of their own."""
    found = Words(text)
    starts, ends, words = found.starts, found.ends, found.words
    dotted: set[int] = set()
    for match in WORD.finditer(text):
        word = match[0]
        start, end = match.span()
        if word.isalpha():
            starts.append(start)
            ends.append(end)
            words.append(word)
            continue
        if word[0] == "\n":
            word = "\n"
        elif word[-2:] in ("'s", "’s") and len(word) > 2:
            _add(found, start, end - 2, word[:-2])
            _add(found, end - 2, end, "’s")
            continue
        elif len(word) > 1 and word[-1] in "'’":
            tail = word[:-1]
            _add(found, start, end - 1, tail)
            _add(found, end - 1, end, "’s" if tail[-1:] == "s" else word[-1])
            continue
        elif word == "." and _abbreviates(found, text, start):
            found.ends[-1], found.words[-1] = end, found.words[-1] + "."
            dotted.add(len(words) - 1)
            continue
        elif (kind := COMPOUND.search(word)) is not None:
            _add(found, start, start + kind.start(), word[: kind.start()])
            _add(found, start + kind.start(), end, kind[0])
            continue
        _add(found, start, end, word)
    found.lows = lows = " ".join(words).lower().split(" ") if words else []
    for index in dotted:
        lows[index] = lows[index][:-1]
    found.stops = [index for index, low in enumerate(lows) if low in STOP]
    return found


def _add(found: Words, start: int, end: int, word: str) -> None:
    found.starts.append(start)
    found.ends.append(end)
    found.words.append(word)


def _abbreviates(found: Words, text: str, dot: int) -> bool:
    """Whether a full stop belongs to the word before it: an initial, a title, Co., Ltd."""
    if not found.words or found.ends[-1] != dot:
        return False
    word, after = found.words[-1], text[dot + 1 : dot + 2]
    low = word.lower()
    if len(word) == 1 and word.isupper():
        follows = NEXT.match(text, dot + 1)
        small = follows is not None and follows[1][:1].isupper() and follows[1].lower() in FUNCTION
        return (after in (" ", ",") or after.isupper()) and not small
    if low not in DOTTED or not word[0].isupper():
        return low in ("m.v", "m.t", "s.r.o")
    if low not in ("co", "corp", "inc", "ltd", "s.a"):
        return True
    following = NEXT.match(text, dot + 1)
    opens = following is None or following[1].lower() in OPENERS
    return low in ("co", "inc") or not opens
