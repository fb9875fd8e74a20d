"""The head of a source that has a relative clause: "a fisherman whom our researcher met there said"."""

from collections.abc import Sequence

from kb.extract.function_words import BE, FINITE, JOINTS, LEADERS, MARKS
from kb.extract.tokens import Token
from kb.extract.verbs import FORMS

RELATIVES = frozenset({"who", "whom", "which", "that"})
LEADING = frozenset("with to from by of for in".split())
"""What may stand before a relative: "analysts with whom we shared photographs"."""
DONE = frozenset(
    "met knew gave saw told asked answered spoke showed shared worked lived know work live speak saw heard led ran".split()
)
"""Verbs of relative clauses beside those of moving and trading."""
JOINING = frozenset({"and", "but"})
LONGEST = 16
LONGEST_HEAD = 6


def qualified(toks: Sequence[Token], last: int) -> tuple[int, int] | None:
    """The first and last token of the head before a relative clause that ends with the token at `last`."""
    for place in range(last, max(last - LONGEST, 0), -1):
        token = toks[place]
        if token.text in MARKS or token.low in JOINING:
            return None
        if token.low in RELATIVES:
            within = toks[place + 1 : last + 1]
            if len(within) < 2 or not any(_verb(t) for t in within):
                return None
            return _head(toks, place - 2 if toks[place - 1].low in LEADING else place - 1)
    return None


def _verb(token: Token) -> bool:
    past = token.low.endswith("ed") and not token.named
    return past or token.low in FINITE or token.low in BE or token.low in DONE or token.low in FORMS


def _head(toks: Sequence[Token], last: int) -> tuple[int, int] | None:
    """The few words up to a token that begin a clause, or follow "and" or a mark."""
    first = last
    while first >= 0 and not _bounds(toks[first]):
        first -= 1
    first += 1
    led = first < last and (toks[first].low in LEADERS or toks[first].named)
    return (first, last) if led and last - first < LONGEST_HEAD else None


def _bounds(token: Token) -> bool:
    return token.text in MARKS or token.low in JOINTS or token.low in JOINING
