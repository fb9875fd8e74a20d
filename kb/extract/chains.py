"""Runs of words that are written as names are, found in one pass over the words of a text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kb.extract.lexicon import BODY_OF, FUNCTION, HEADS, LEGAL, NAVAL, PLACE_FIRST, STARTERS, TOPICS
from kb.extract.words import Words

POSSESSORS = frozenset("lloyd attorney people master children women worker king queen st".split())
TOWNS = frozenset("town bay head point landing creek".split())
"""The second words of places that a first owner named: "Simon’s Town"."""
PARTICLES = frozenset(
    "al el de del bin bint ibn van von der da do dos di ben ag as ul ud la las los".split()
)
DATED = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "article articles annex resolution resolutions paragraph figure table chapter section appendix exhibit class type il no".split()
)
LONGEST_NAME = 14
ORGANS = frozenset(
    "department ministry embassy navy army parliament customs affairs defence defense police".split()
)
TIES = frozenset(
    "meanwhile moreover however furthermore nevertheless nonetheless otherwise instead besides hence thus therefore likewise elsewhere overall again thereafter afterwards".split()
)
ADVERBIAL = tuple(
    "nally dally cally antly ently ously edly ingly ively ilarly ularly ately ably ibly ondly irdly equently".split()
)
"""Endings of such words; no name that is a ship's or person's ends so."""
NUMBERING = re.compile(r"[A-Z]\.")
NUMERAL = re.compile(r"\d{1,4}[A-Z]?|[IVX]{1,4}")
LINKS = frozenset(("of", "for", "on", "and"))
MEASURES = frozenset("% percent tonnes tons barrels containers million billion".split())


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
    key: str = field(init=False)
    """The name as it is compared within a text."""
    lows: list[str] = field(init=False)
    """The words in lower case, without a full stop."""

    def __post_init__(self) -> None:
        """Sets what is made from the words."""
        folded = " ".join(self.words).casefold()
        self.key = folded.replace("’", "'")
        self.lows = [low.rstrip(".") for low in folded.split(" ")]


def chains(found: Words, taken: Collection[int], joined: Mapping[int, int]) -> Iterator[Chain]:
    """All runs, in the order of the text; none holds a place that is `taken`, none splits what is `joined`, start to end."""
    heads = _headlines(found)
    starts = [start for start, _ in heads]
    behind = 0
    capitals = [
        index
        for index, word in enumerate(found.words)
        if word[0].isupper() or (word[2:3] == "-" and _named(word))
    ]
    for index in capitals:
        if index < behind or found.starts[index] in taken:
            continue
        behind = last = _extent(found, index, taken, joined)
        cut = index
        while cut < last and (chain := _trimmed(found, cut, last)) is not None:
            line = bisect_right(starts, chain.start) - 1
            chain.headline = line >= 0 and chain.start < heads[line][1]
            yield chain
            cut = chain.last
            while cut < last and not _begins(found, cut):
                cut += 1


def _begins(found: Words, index: int) -> bool:
    return _named(found.words[index])


def _named(word: str) -> bool:
    """Whether a word is written as a name's is."""
    if word[0].isupper():
        return True
    joined = word[:3] in ("al-", "el-", "ar-", "as-", "an-", "ad-", "ul-")
    return joined and len(word) > 4 and word[3].isupper()


def _extent(found: Words, first: int, taken: Collection[int], whole: Mapping[int, int]) -> int:
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
    follows = place + 1
    if follows >= len(found.words):
        return 0
    form = _legal_form(found, place, follows)
    if form:
        return form
    gap = found.text[found.ends[place] : found.starts[follows]]
    if len(gap) != 1 or not gap.isspace() or (gap == "\n" and not _wraps(found, place)):
        return 0
    if found.words[follows] == "No." and found.word(follows + 1).isdigit():
        return 2 if found.lows[place] not in DATED and len(found.word(follows + 1)) < 4 else 0
    if _begins(found, follows):
        alone = found.words[follows] == "I" and not found.words[place].isupper()
        return 0 if alone and found.low(follows + 1) not in (",", "and") else 1
    if NUMERAL.fullmatch(found.words[follows]):
        return _numbered(found, place, follows)
    joins = found.lows[follows] in PARTICLES or found.words[follows] == "&"
    return 2 if joins and _capital(found, follows + 1) else _linked(found, first, place, follows)


def _legal_form(found: Words, place: int, follows: int) -> int:
    """Over a comma before Ltd, a legal form in small letters, and the possessive of "Lloyd’s List"."""
    word, after = found.lows[follows], found.low(follows + 1)
    if word == "," and after.rstrip(".") in ("ltd", "llc", "inc", "limited"):
        return 2
    if word in ("s.r.o", "s.r.o.", "d.o.o", "d.o.o."):
        return 1
    owns = word == "’s" and (
        found.lows[place] in POSSESSORS
        or (after in TOWNS and found.starts[place] not in found.states)
    )
    return 2 if owns and _capital(found, follows + 1) else 0


def _capital(found: Words, index: int) -> bool:
    return found.word(index)[0].isupper() and found.low(index) not in FUNCTION


def _wraps(found: Words, place: int) -> bool:
    """Whether a line that ends behind a word is a full one, so that the name may go on below."""
    line = found.text.rfind("\n", 0, found.ends[place]) + 1
    return found.ends[place] - line > 50


def _numbered(found: Words, place: int, follows: int) -> int:
    """A numeral as the end of a ship's name: not a date's, an article's or an amount's."""
    low, end = found.low(follows + 1), found.ends[follows]
    point = low in (".", ",", ":") and found.text[end + 1 : end + 2].isdigit()
    dated = found.lows[place].rstrip(".") in DATED or found.lows[place] in FUNCTION
    short = len(found.words[follows]) < 4
    return int(short and not (point or dated or low in MEASURES))


def _linked(found: Words, first: int, place: int, follows: int) -> int:
    """Over "of", "of the", "for", "on" and "and", where what is before is a body's general name."""
    low = found.lows[follows]
    the = int(found.low(follows + 1) == "the")
    if low not in LINKS or not _capital(found, follows + 1 + the):
        return 0
    so_far = found.lows[first : place + 1]
    if low == "and":
        governed = "of" in so_far or "for" in so_far or found.lows[place] in TOPICS
        return 2 if governed and not the and found.low(follows + 1) in TOPICS else 0
    if low == "of":
        return 2 + the if _of(found, place, follows + 1 + the, so_far) else 0
    if low == "on":
        return 2 + the if any(each in BODY_OF for each in so_far) else 0
    return (
        2 + the
        if found.lows[place] in BODY_OF or (the and any(each in BODY_OF for each in so_far))
        else 0
    )


def _of(found: Words, place: int, next_word: int, so_far: list[str]) -> bool:
    """Whether a name goes on over "of": a gulf, a title in quotation marks, a body, but no organ of a state."""
    word = found.lows[place]
    if len(so_far) == 1 and (word in PLACE_FIRST or found.low(place - 1) in ("“", '"', "‘")):
        return True
    if word in ORGANS and found.starts[next_word] in found.states:
        return False
    if word in BODY_OF or word == "experts":
        return True
    return "of" not in so_far and next_word - place == 3 and any(each in BODY_OF for each in so_far)


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
        return not (low in NAVAL and word.isupper() and last - first > 1) and not (
            word.isupper() and len(word) > 1 and last - first > 2 and low not in ("the", "a", "in")
        )
    if low in ("of", "for", "&", "and") or not word[0].isalnum():
        return True
    opens = found.low(first - 1) in (".", "\n", "“", '"', "—", ";", ":", "?", "!")
    if opens and last - first == 1 and found.low(last) == "," and _joins_sentences(low):
        return True
    body = any(each in HEADS or each in LEGAL for each in found.lows[first + 1 : last])
    return (
        low in STARTERS
        and opens
        and not (body and low not in ("two", "three", "police", "responding"))
    )


def _joins_sentences(low: str) -> bool:
    """Whether a word before a comma only ties a sentence to the one before it, as "Additionally" does."""
    return low in TIES or low.endswith(ADVERBIAL)


def _breaks(found: Words, index: int, last: int) -> bool:
    """Whether a small word within a run begins something else: "Lines Ltd. Two people"."""
    low, word = found.lows[index], found.words[index]
    if low not in FUNCTION or word in (low, "No.") or (word.isupper() and len(word) > 1):
        return False
    if word == "I" and found.words[index - 1].isupper():
        return False
    return not (low == "the" and found.lows[index - 1] in ("of", "for")) and low not in HEADS


def _headlines(found: Words) -> Sequence[tuple[int, int]]:
    """Lines in which most words have capitals, as headings do: such a capital makes no name."""
    lines, start = [], 0
    for line in found.text.split("\n"):
        end = start + len(line)
        short = 12 < len(line.strip()) < 200 and line.rstrip()[-1:] not in '.,;:”"'
        if short and _titled(found, start, end):
            lines.append((start, end))
        start = end + 1
    return lines


def _titled(found: Words, start: int, end: int) -> bool:
    first, last = bisect_left(found.starts, start), bisect_left(found.starts, end)
    long = [word for word in found.words[first:last] if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) > 3 and capital >= 0.8 * len(long)
