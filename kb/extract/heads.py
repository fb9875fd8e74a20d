"""What the head of a source may be: a noun that a verb of saying makes somebody, a name in quotation marks."""

from collections.abc import Sequence

from kb.extract.cues import LEMMAS, OBJECT_SOURCES, PRONOUNS, STRONG, VERBS
from kb.extract.function_words import BE, DETERMINERS, LEADERS, MARKS, NO_ADVERBS
from kb.extract.spans import Span
from kb.extract.tokens import Token


def somebody(toks: Sequence[Token], first: int, last: int, cue: int | None) -> bool:
    """Whether words before a verb that needs somebody are a noun: "A dock supervisor said"."""
    head = toks[last]
    return (
        cue is not None
        and needing(toks, cue)
        and last - first < 7
        and (toks[first].low in LEADERS or toks[first].named)
        and head.text.isalpha()
        and head.low not in DETERMINERS | PRONOUNS
        and (not head.low.endswith("ly") or head.low in NO_ADVERBS)
        and not any(t.low in BE or t.low in VERBS for t in toks[first : last + 1])
    )


def needing(toks: Sequence[Token], cue: int) -> bool:
    """Whether a verb needs somebody to say it: by itself, or because "that" or a quotation follows."""
    lemma = LEMMAS.get(toks[cue].low)
    if lemma in STRONG:
        return True
    following = [t.low for t in toks[cue + 1 : cue + 5]]
    opens = next((n for n, low in enumerate(following) if low in OPENERS), None)
    return (
        lemma is not None
        and lemma not in OBJECT_SOURCES
        and opens is not None
        and not any(low in MARKS for low in following[:opens])
    )


OPENERS = frozenset({"that", ":", "“", '"', "«"})


def verbal(token: Token) -> bool:
    """Whether words cannot be a source because they begin as a predicate or an object does."""
    ending = token.low.endswith(("ed", "ing")) and "-" not in token.low and token.low not in NAMES
    return not token.named and (ending or token.low in ("them", "him", "us", "me"))


NAMES = frozenset("united armed shipping tracking monitoring trading operating leading".split())
"""What ends as a participle does and may begin a source: "shipping officials"."""


def unquoted(toks: Sequence[Token], quotes: Sequence[Span], last: int) -> int:
    """The last token of a name in quotation marks: the magazine “Der Spiegel” reported."""
    if last > 0 and toks[last].text in '”"»' and toks[last - 1].named:
        quote = next((q for q in quotes if q[1] == toks[last].start), None)
        if quote is not None and quote[1] - quote[0] < 30:
            return last - 1
    return last
