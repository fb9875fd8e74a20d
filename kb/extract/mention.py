"""A mention: some words of a text, what they name, and the rule that says so."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text from `start` to `end` (code points), and what they stand for.

    `kind` is what sort of thing is named (`date`, `imo-number`, `resolution` …), `value` what it is in
    normal form (EDTF, seven digits, an identifier of the base; empty where it cannot be told), `rule`
    the name of the rule that found it, `note` what a reviewer has to know.
    """

    start: int
    end: int
    text: str
    kind: str
    value: str
    rule: str
    note: str = ""


def pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern in which each space stands for one white-space character: lines break anywhere."""
    return re.compile(text.replace(" ", r"\s"), flags)


def longest(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that overlap no longer one, in the order of the text; of two alike the first given."""
    kept: dict[int, Mention] = {}
    starts: list[int] = []
    for mention in sorted(mentions, key=lambda each: each.start - each.end):
        place = bisect_left(starts, mention.start)
        before = place == 0 or kept[starts[place - 1]].end <= mention.start
        if before and (place == len(starts) or mention.end <= starts[place]):
            starts.insert(place, mention.start)
            kept[mention.start] = mention
    return [kept[start] for start in starts]
