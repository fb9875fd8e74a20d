"""A text cut into paragraphs and sentences, each at its place, with what is not body recognised.

Nothing is dropped: a sentence of a caption or of boilerplate is marked as such, and one that repeats an
earlier one carries the place of the first.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt adm cmdr rev hon st no nos vs inc ltd co corp jr sr art para paras "
    "fig vol ed eds approx est dept gov sen rep u.s u.n u.k e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct "
    "nov dec v op cf ca ft".split()
)
STOP = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9ÀÖØ-ÞА-Я]|\s*$)|[:;]?\n")
NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s+")
BOILERPLATE = re.compile(
    r"(?i)\b(sign (up|in)|log in|subscribe|newsletter|all rights reserved|copyright|©|cookie|click here|read more"
    r"|comment policy|would you like to comment|related (articles|stories)|share this|follow us|advertis|"
    r"published by .{0,60} and distributed|our standards|reporting by .{0,80}editing by|writing by .{0,60}editing)"
)
CAPTION = re.compile(
    r"(?i)\b(picture|photo(?:graph)?|image|credit|file photo|handout)\s?:|/(handout|pool|reuters|afp|getty|ap)\b"
    r"|\((?:reuters|afp|ap|getty) photo"
)


LONGEST = 3000
"""Characters from which on a run without a full stop is no sentence that rules are tried on."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence from `start` to `end`: the number of its paragraph, its part, and what it repeats.

    `part` is `title`, `body`, `caption`, `boilerplate` or `endless`; `first` is the start of the earlier sentence
    with the same words, or None.
    """

    start: int
    end: int
    text: str
    paragraph: int
    part: str = "body"
    first: int | None = None


def sentences(text: str) -> list[Sentence]:
    """All sentences of a text, in its order."""
    return list(_sentences(text))


@lru_cache(maxsize=2)
def _sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of the last texts: mentions, rules, the gate and the composer ask for the same."""
    found: list[Sentence] = []
    seen: dict[str, int] = {}
    for number, (start, end) in enumerate(paragraphs(text)):
        for first, last in _split(text, start, end):
            words = text[first:last]
            key = " ".join(words.split()).casefold()
            earlier = seen.setdefault(key, first) if len(key) > 20 else first
            repeats = earlier if earlier != first else None
            part = _part(words, number, last == end and first == start)
            found.append(Sentence(first, last, words, number, part, repeats))
    return tuple(found)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each paragraph: a line, or lines up to a blank one where they are wrapped."""
    boundary = re.compile(r"\n\s*\n" if wrapped(text) else r"\n")
    start = 0
    for match in boundary.finditer(text):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def wrapped(text: str) -> bool:
    """Whether lines end where the column does: many go on in lower case on the next line."""
    lines = text[:50_000].split("\n")
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    running = sum(b[:1].islower() or a[-1:].islower() for a, b in pairs)
    return len(pairs) > 3 and running > len(pairs) / 3 and max(map(len, lines)) < 200


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in STOP.finditer(text, start, end):
        if match[0].startswith(".") and _abbreviated(text, first, match.start()):
            continue
        if "\n" in match[0]:
            continue
        yield from _unnumbered(text, first, match.end())
        first = match.end()
    yield from _unnumbered(text, first, end)


def _unnumbered(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without the number of its paragraph."""
    number = NUMBERED.match(text, start, end)
    yield from _trimmed(text, number.end() if number else start, end)


def _abbreviated(text: str, start: int, dot: int) -> bool:
    """Whether the dot belongs to an abbreviation, an initial or the number of a paragraph."""
    word = text[max(start, dot - 12) : dot].rsplit(None, 1)[-1:] or [""]
    written = word[0].lstrip("(\"“‘'[")
    if written.isupper() and written.isalpha() and len(written) > 1:
        return False  # "DR." is a broadcaster
    bare = written.casefold()
    if len(bare) == 1 and bare.isalpha():
        return True
    if bare.isdigit() and text[start:dot].strip() == word[0]:
        return True
    following = text[dot + 1 : dot + 3]
    return bare in ABBREVIATIONS and not (bare.endswith(("u.s", "u.n", "u.k")) and following == "")


def _part(words: str, paragraph: int, whole: bool) -> str:
    if len(words) > LONGEST:
        return "endless"
    if BOILERPLATE.search(words):
        return "boilerplate"
    if CAPTION.search(words):
        return "caption"
    if whole and words[-1:] not in '.!?…”"’:;)' and len(words) < 160:
        return "title"
    return "body"
