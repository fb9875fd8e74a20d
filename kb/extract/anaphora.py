"""Which ship "it", "she" or "the vessel" stands for: the one that the text is about, where that is clear."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from kb.extract.mention import Mention
from kb.extract.spans import Span

PRONOUN = re.compile(r"(?i)\b(?:it|she|her|hers|its|the same (?:ship|vessel|tanker))\b")
FEMALE = re.compile(r"(?i)\b(?:she|her)\b")
WARSHIP = re.compile(r"(?:USS|HMS|HMCS|HMAS|JS|INS)\b")
REACH = 2500
"""Characters before a passage within which the ship that it means is looked for."""
HAND = 600
"""Characters within which the goods that a passage speaks of are taken to be those of the ship just named."""
NEAR = 350
"""Characters within which a ship named last goes before one named more often."""


def ships_before(mentions: Sequence[Mention], place: int) -> list[Mention]:
    """The ships named within reach before a place, the nearest first."""
    found: list[Mention] = []
    index = bisect_left(mentions, place, key=lambda m: m.start)
    while index > 0 and place - mentions[index - 1].start <= REACH:
        index -= 1
        if mentions[index].kind == "ship" and not WARSHIP.match(mentions[index].text):
            found.append(mentions[index])
    return found


def ship_meant(
    text: str, content: Span, before: Sequence[Mention], *, always: bool, named: bool
) -> Mention | None:
    """The ship that a passage means without naming it, or None.

    `named` says that the passage has words for a ship ("the tanker"), `always` that what it tells is
    about a ship in any case; else only "she" and "her" mean one.
    """
    if not before or not (named or always or FEMALE.search(text, *content)):
        return None
    topic = topical(before)
    if topic is not None and content[0] - before[0].start > NEAR / 2:
        return topic
    last = before[0]
    for mention in before[1:]:
        if content[0] - mention.start > NEAR or "." in text[mention.end : last.start]:
            break
        last = mention
    return last


def topical(before: Sequence[Mention]) -> Mention | None:
    """The ship that most of what came before is about, or None."""
    counted = Counter(mention.text.casefold() for mention in before)
    if not counted:
        return None
    name, times = counted.most_common(1)[0]
    if times < 2 or times < 0.6 * len(before):
        return None
    return next(mention for mention in before if mention.text.casefold() == name)


def at_hand(before: Sequence[Mention], place: int) -> Mention | None:
    """The ship that what is told just before a place is about: the only one there, or the one told most."""
    near = [mention for mention in before if place - mention.start <= HAND]
    names = {mention.text.casefold() for mention in near}
    return near[0] if len(names) == 1 else topical(near)


def both(before: Sequence[Mention]) -> tuple[Mention, ...]:
    """The two ships that "both ships" means: those named before, where they are two."""
    names = {mention.text.casefold(): mention for mention in before}
    return tuple(reversed(names.values())) if len(names) == 2 else ()
