"""The words and marks of a sentence with their places, and what is quoted in it."""

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"\d+(?:,\d{3})+(?![\d,])|[^\W_]+(?:['’.\-/&][^\W_]+)*['’]?(?=s?\b)|[^\W_]+(?:['’.\-/&][^\W_]+)*|[^\w\s]|_"
)
OPENING, CLOSING = "“«„", "”»"
ENDING = frozenset(CLOSING + '"')
"""Marks that may end a quotation."""


class Token(NamedTuple):
    """A word or mark of a text; `low` is the word in lower case."""

    start: int
    end: int
    text: str
    low: str

    @property
    def named(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[:1].isupper()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a part of a text, with places in the whole."""
    return [
        Token(match.start(), match.end(), match[0], match[0].casefold().replace("’", "'"))
        for match in TOKEN.finditer(text, start, end)
    ]


SINGLE = re.compile(
    r"(?<![\w’'])['‘](?=[\w(\[])(?P<words>[^\n“”\"«»]{12,900}?)(?<=[\w,.!?)\]])['’](?!\w)"
)
"""A quotation in single marks: one that opens before a word and closes after one, or after its stop."""


def quoted(text: str, start: int, end: int, *, running: bool = False) -> list[tuple[int, int]]:
    """What stands between quotation marks, without them; `running`: a quote is open at the start."""
    found = _in_double(text, start, end, running=running)
    if found or not ("'" in text[start:end] or "‘" in text[start:end]):
        return found
    return [match.span("words") for match in SINGLE.finditer(text, start, end)]


def _in_double(text: str, start: int, end: int, *, running: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: int | None = start if running else None
    for index in range(start, end):
        mark = text[index]
        if mark in OPENING or (mark == '"' and opened is None):
            opened = index + 1
        elif (mark in CLOSING or mark == '"') and opened is not None:
            found.append((opened, index))
            opened = None
    if opened is not None and opened < end:
        found.append((opened, end))
    return found
