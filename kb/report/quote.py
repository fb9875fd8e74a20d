"""Finding a quote in a text: exactly, or with its typography folded and mapped back.

Folding changes only how a character is printed: curly quotation marks become straight, every dash a
hyphen, every space (no-break ones, line ends) one blank, and soft hyphens and zero-width characters
go. Each folded character remembers where it came from, so what is kept is always the text's own
wording. There is no fuzzy matching and no stitching across an ellipsis.
"""

from dataclasses import dataclass

FOLD = (
    {ord(mark): "'" for mark in "‘’‚‛′`´"}
    | {ord(mark): '"' for mark in "“”„‟″«»"}
    | {ord(mark): "-" for mark in "‐‑‒–—―−"}
    | {ord(mark): "" for mark in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
)


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: start and end in code points, end exclusive."""

    start: int
    end: int


class Text:
    """A text in which quotes are looked up; the folded form is made once, when first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: tuple[str, list[int]] | None = None

    def find(self, quote: str) -> list[Span]:
        """Every place at which the quote stands: exactly if there is one, else with folding."""
        return self._exact(quote) or self._loose(quote)

    def matches(self, quote: str, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` are the quote, with folding."""
        return fold(self.text[start:end])[0].strip() == fold(quote)[0].strip()

    def _exact(self, quote: str) -> list[Span]:
        return [Span(at, at + len(quote)) for at in _occurrences(self.text, quote)]

    def _loose(self, quote: str) -> list[Span]:
        if self._folded is None:
            self._folded = fold(self.text)
        text, origin = self._folded
        sought = fold(quote)[0].strip()
        return [
            Span(origin[at], origin[at + len(sought) - 1] + 1) for at in _occurrences(text, sought)
        ]


def fold(text: str) -> tuple[str, list[int]]:
    """The text with its typography folded, and for each character of it the index it came from."""
    folded: list[str] = []
    origin: list[int] = []
    for index, mark in enumerate(text):
        plain = " " if mark.isspace() else FOLD.get(ord(mark), mark)
        if plain and not (plain == " " and folded and folded[-1] == " "):
            folded.append(plain)
            origin.append(index)
    return "".join(folded), origin


def _occurrences(text: str, sought: str) -> list[int]:
    found: list[int] = []
    at = text.find(sought) if sought else -1
    while at >= 0:
        found.append(at)
        at = text.find(sought, at + 1)
    return found
