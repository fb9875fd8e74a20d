"""Runs of words that are written as names are, in one pass over a text, each with the words beside it."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from kb.extract.lexicon import (
    BODY_OF,
    FUNCTION,
    HEADS,
    LEGAL,
    PLACE_FIRST,
    STARTERS,
    TITLES,
    TOPICS,
)

WORD = re.compile(r"\n\s*\n|[^\W_]+(?:[’'.&/-][^\W_]+)*(?:[’'](?!\w))?|[^\w\s]|_")
DOTTED = TITLES | {"co", "ltd", "inc", "corp", "st", "bros", "no", "s.a", "s.r.o", "s.p.a", "u.s", "u.n", "u.k", "m.v", "m.t", "a.s"}  # fmt: skip
POSSESSORS = frozenset("lloyd attorney people master children women worker king queen st".split())
PARTICLES = frozenset("al el de del bin bint ibn van von der da do dos di ben ag as ul ud".split())
DATED = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "article articles annex resolution resolutions paragraph figure table chapter section appendix exhibit class type il no".split()
)
COMPOUND = re.compile(
    r"-(?:flagged|registered|based|owned|linked|backed|led|built|made|bound|controlled|operated|run|supplied|born|style|era|type|class|held|managed|aligned"
    r"|affiliated|allied|speaking|brokered|sponsored|funded|origin|loaded|language|friendly|designed|produced|manufactured|trained|supported|mediated|designated)$"
)
NEXT = re.compile(r"\s?([\w’'-]+|[,;)])")
LONGEST_NAME = 14
ORGANS = frozenset(
    "department ministry embassy navy army parliament customs affairs defence defense police".split()
)
NUMBERING = re.compile(r"[A-Z]\.")
NUMERAL = re.compile(r"\d{1,4}[A-Z]?|[IVX]{1,4}")


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

    def low(self, index: int) -> str:
        """The word or mark at an index in lower case; a break beyond the ends."""
        return self.lows[index] if 0 <= index < len(self.lows) else "\n"

    def word(self, index: int) -> str:
        """The word or mark at an index; a break beyond the ends."""
        return self.words[index] if 0 <= index < len(self.words) else "\n"


@dataclass(slots=True)
class Chain:
    """A run of words from token `first` up to `last` that is written as a name is."""

    first: int
    last: int
    start: int
    end: int
    words: list[str]
    possessive: bool = False
    headline: bool = False

    @property
    def key(self) -> str:
        """The name as it is compared within a text."""
        return " ".join(self.words).casefold().replace("’", "'")


def read(text: str) -> Words:
    """The words and marks of a text; a possessive ending and a full stop are marks of their own."""
    found = Words(text)
    for match in WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
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
            continue
        elif (tail := COMPOUND.search(word)) is not None:
            _add(found, start, start + tail.start(), word[: tail.start()])
            _add(found, start + tail.start(), end, tail[0])
            continue
        _add(found, start, end, word)
    return found


def _add(found: Words, start: int, end: int, word: str) -> None:
    found.starts.append(start)
    found.ends.append(end)
    found.words.append(word)
    found.lows.append("\n" if word == "\n" else word.lower())


def _abbreviates(found: Words, text: str, dot: int) -> bool:
    """Whether a full stop belongs to the word before it: an initial, a title, Co., Ltd."""
    if not found.words or found.ends[-1] != dot:
        return False
    word, after = found.words[-1], text[dot + 1 : dot + 2]
    if len(word) == 1 and word.isupper():
        follows = NEXT.match(text, dot + 1)
        small = follows is not None and follows[1][:1].isupper() and follows[1].lower() in FUNCTION
        return (after in (" ", ",") or after.isupper()) and not small
    if found.lows[-1] not in DOTTED or not word[0].isupper():
        return found.lows[-1] in ("m.v", "m.t", "s.r.o")
    if found.lows[-1] not in ("co", "corp", "inc", "ltd", "s.a"):
        return True
    following = NEXT.match(text, dot + 1)
    opens = following is None or following[1].lower() in FUNCTION | STARTERS
    return found.lows[-1] in ("co", "inc") or not opens


def chains(
    found: Words, taken: Collection[int], joined: Collection[tuple[int, int]]
) -> Iterator[Chain]:
    """All runs, in the order of the text; none holds a place that is `taken`, none splits what is `joined`."""
    whole = dict(joined)
    heads = _headlines(found)
    index, count = 0, len(found.words)
    while index < count:
        if not _begins(found, index) or found.starts[index] in taken:
            index += 1
            continue
        last = _extent(found, index, taken, whole)
        index, cut = last, index
        while cut < last and (chain := _trimmed(found, cut, last)) is not None:
            chain.headline = any(a <= chain.start < b for a, b in heads)
            yield chain
            cut = chain.last
            while cut < last and not _begins(found, cut):
                cut += 1


def _begins(found: Words, index: int) -> bool:
    word = found.words[index]
    if word[0].isupper():
        return True
    joined = word[:3] in ("al-", "el-", "ar-", "as-", "an-", "ad-", "ul-")
    return joined and len(word) > 4 and word[3].isupper()


def _extent(found: Words, first: int, taken: Collection[int], whole: dict[int, int]) -> int:
    """The index behind the last word of a run that begins at `first`."""
    place = first
    while True:
        sure = whole.get(found.starts[place])
        if sure is not None:
            while place + 1 < len(found.words) and found.ends[place] < sure:
                place += 1
        step = _step(found, first, place)
        if not step or found.starts[place + step] in taken or place + step - first > LONGEST_NAME:
            return place + 1
        place += step


def _step(found: Words, first: int, place: int) -> int:
    """How many words further the run goes on; 0 where it ends."""
    text, low = found.text, found.low
    follows = place + 1
    if follows >= len(found.words):
        return 0
    gap = text[found.ends[place] : found.starts[follows]]
    if found.words[follows] == "," and low(follows + 1).rstrip(".") in (
        "ltd",
        "llc",
        "inc",
        "limited",
    ):
        return 2
    if found.lows[place].rstrip(".") in TITLES and len(gap) != 1:
        return 0
    if found.lows[follows] in ("s.r.o", "s.r.o.", "d.o.o", "d.o.o."):
        return 1
    if (
        found.words[follows] == "’s"
        and found.lows[place] in POSSESSORS
        and _capital(found, follows + 1)
    ):
        return 2
    if len(gap) != 1 or not gap.isspace() or (gap == "\n" and not _wraps(text, found, place)):
        return 0
    word = found.words[follows]
    if _begins(found, follows):
        return 0 if found.words[follows] == "I" and low(follows + 1) not in (",", "and") else 1
    if NUMERAL.fullmatch(word):
        return _numbered(found, first, place, follows)
    if word == "&" and _capital(found, follows + 1):
        return 2
    if found.lows[follows] in PARTICLES and _capital(found, follows + 1):
        return 2
    return _linked(found, first, place, follows)


def _capital(found: Words, index: int) -> bool:
    return found.word(index)[0].isupper() and found.low(index) not in FUNCTION


def _wraps(text: str, found: Words, place: int) -> bool:
    """Whether a line that ends behind a word is a full one, so that the name may go on below."""
    line = text.rfind("\n", 0, found.ends[place]) + 1
    return found.ends[place] - line > 50


def _numbered(found: Words, first: int, place: int, follows: int) -> int:
    """A numeral as the end of a ship's name: not a date's, an article's or an amount's."""
    low = found.low(follows + 1)
    amount = low in (
        "%",
        "percent",
        "tonnes",
        "tons",
        "barrels",
        "containers",
        "million",
        "billion",
    )
    point = (
        low in (".", ",", ":")
        and found.text[found.ends[follows] + 1 : found.ends[follows] + 2].isdigit()
    )
    dated = found.lows[place].rstrip(".") in DATED or found.lows[place] in FUNCTION
    short = len(found.words[follows]) < 4
    return 0 if amount or point or dated or not short else 1


def _linked(found: Words, first: int, place: int, follows: int) -> int:
    """Over "of", "of the", "for", "on" and "and", where what is before is a body's general name."""
    low = found.lows[follows]
    head = found.lows[place] in BODY_OF
    the = 1 if found.low(follows + 1) == "the" else 0
    further = _capital(found, follows + 1 + the)
    if not further:
        return 0
    so_far = found.lows[first : place + 1]
    if low == "of" and place == first and found.lows[place] in PLACE_FIRST:
        return 2 + the
    if (
        low == "of"
        and found.lows[place] in ORGANS
        and found.starts[follows + 1 + the] in found.states
    ):
        return 0
    if low == "of" and "of" in so_far and not head:
        return 0
    if low in ("of", "for") and head:
        return 2 + the
    if (
        low in ("of", "for", "on", "in")
        and any(each in BODY_OF for each in so_far)
        and (the or low == "on")
    ):
        return 0 if low == "in" and not head else (2 + the if low != "in" or (head and the) else 0)
    if low == "on" and head:
        return 2
    if low == "and" and not the and found.low(follows + 1) in TOPICS:
        governed = "of" in so_far or "for" in so_far or found.lows[place] in TOPICS
        return 2 if governed else 0
    if low == "of" and place > first and not the and not head and found.lows[place] in HEADS:
        return 2 if found.lows[place] in ("register", "experts") else 0
    if low == "of" and place == first and found.low(place - 1) in ("“", '"', "‘"):
        return 2 + the
    return 0


def _trimmed(found: Words, first: int, last: int) -> Chain | None:
    """A run without the small words before it; None where nothing is left."""
    while first < last and _small(found, first, last):
        first += 1
    if (
        last - first > 1
        and found.low(first - 1) == "\n"
        and NUMBERING.fullmatch(found.words[first])
    ):
        first += 1
    end = next((i for i in range(first + 1, last) if _breaks(found, i, last)), last)
    if first >= end:
        return None
    words = found.words[first:end]
    possessive = found.low(end) == "’s"
    return Chain(first, end, found.starts[first], found.ends[end - 1], words, possessive)


def _small(found: Words, first: int, last: int) -> bool:
    """Whether a word at the front of a run is none of a name."""
    low, word = found.lows[first], found.words[first]
    if low in FUNCTION:
        return not (
            word.isupper() and len(word) > 1 and last - first > 2 and low not in ("the", "a", "in")
        )
    if low in ("of", "for", "&", "and") or not word[0].isalnum():
        return True
    opens = found.low(first - 1) in (".", "\n", "“", '"', "—", ";", ":", "?", "!")
    body = any(each in HEADS or each in LEGAL for each in found.lows[first + 1 : last])
    return (
        low in STARTERS
        and opens
        and not (body and low not in ("two", "three", "police", "responding"))
    )


def _breaks(found: Words, index: int, last: int) -> bool:
    """Whether a small word within a run begins something else: "Lines Ltd. Two people"."""
    low, word = found.lows[index], found.words[index]
    if low not in FUNCTION or word == low or (word.isupper() and len(word) > 1):
        return False
    return not (low == "the" and found.lows[index - 1] in ("of", "for")) and low not in HEADS


def _headlines(found: Words) -> Sequence[tuple[int, int]]:
    """Lines in which most words have capitals, as headings do: such a capital makes no name."""
    lines, start = [], 0
    text = found.text
    for line in text.split("\n"):
        end = start + len(line)
        if 12 < len(line.strip()) < 200 and line.rstrip()[-1:] not in '.,;:”"':
            if _titled(found, start, end):
                lines.append((start, end))
        start = end + 1
    return lines


def _titled(found: Words, start: int, end: int) -> bool:
    first, last = bisect_left(found.starts, start), bisect_left(found.starts, end)
    long = [word for word in found.words[first:last] if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) > 3 and capital >= 0.8 * len(long)
