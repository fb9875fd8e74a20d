"""Who acts in a sentence before a place: whose words a participle or a second verb of saying tells."""

import re

from kb.extract.actors import THINGS
from kb.extract.clause import Clause
from kb.extract.cues import VERBS
from kb.extract.function_words import FINITE, JOINTS, LEADERS, MARKS
from kb.extract.spans import Span

FARTHEST = 40


def acting(clause: Clause, index: int) -> Span | None:
    """The words before the nearest verb before a token that name somebody who can speak; None without any."""
    found: Span | None = None
    first, led, verb = 0, clause.toks[0].low in JOINTS, False
    for place in range(1, min(index, FARTHEST)):
        token = clause.toks[place]
        if token.text in MARKS or token.low in JOINTS or token.low in ("and", "but"):
            alone = not led and not verb and token.text == ","
            if alone and first == 0:
                found = _speaker(clause, first, place)
            elif alone and found is not None and place > first:
                found = _name(clause, first, place) or found
            first, led, verb = place + 1, led and token.text not in MARKS, False
        elif place > first and not led and not verb and _is_verb(clause, place):
            found, verb = _speaker(clause, first, place) or found, True
    return found


def _is_verb(clause: Clause, place: int) -> bool:
    token = clause.toks[place]
    past = token.low.endswith("ed") and not token.named
    return (past or token.low in FINITE or token.low in VERBS) and not clause.quoted(token.start)


def _speaker(clause: Clause, first: int, place: int) -> Span | None:
    while place - 1 > first and clause.toks[place - 1].low.endswith("ly"):
        place -= 1
    if first >= place:
        return None
    span = (clause.toks[first].start, clause.toks[place - 1].end)
    able = clause.speaks(span) or _people(clause, first, place - 1)
    return span if able else None


def _name(clause: Clause, first: int, place: int) -> Span | None:
    """The name in "the ship's manager, Delos Bulk Services, insisted", where an apposition is that alone."""
    span = (clause.toks[first].start, clause.toks[place - 1].end)
    return span if clause.is_name(span, "person", "org") else None


PEOPLE = re.compile(r"[a-z]{2,}(?:hands?|m[ae]n|wom[ae]n|ers|ists?|eers?|ants)")


def _people(clause: Clause, first: int, last: int) -> bool:
    """Whether words like "two of his deckhands" are people."""
    head = clause.toks[last]
    return (
        clause.toks[first].low in LEADERS
        and last - first < 6
        and PEOPLE.fullmatch(head.low) is not None
        and head.low not in THINGS
    )
