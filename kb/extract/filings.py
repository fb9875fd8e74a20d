"""Court filings: what stands in numbered paragraphs under "The Grand Jury charges:" is charged, not told.

The form is that of US indictments and complaints (Federal Rules of Criminal Procedure 7(c), of Civil
Procedure 10(b)): an opening sentence names who charges, numbered paragraphs hold what is charged.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.extract.segment import Sentence
from kb.extract.spans import Span

OPENING = re.compile(
    r"(?im)(?:^|comes now )(?P<source>the (?:federal )?grand jury|(?:the )?(?:united states(?: of america)?|government|plaintiffs?|prosecutors?|relators?|petitioners?|attorney general))\b"
    r"(?P<between>[^.;:]{0,160}?)\b(?P<cue>charges?|alleges?|alleging|avers?|complains?)\b(?=[^.;]{0,80}(?:that\b|as follows|[:.]\s*$|upon information))"
)
NUMBER = re.compile(r"(?:\(?\d{1,3}[.)]|\([a-z]{1,4}\)|[a-z][.)])\s*$")
PARTY = re.compile(r"(?P<source>[A-Z][\w&’' -]{2,80}),? (?:Plaintiff|PLAINTIFF)\b")
PART_OF = re.compile(
    r"(?i)it was (?:further |also )?(?:a )?part (?:and object )?of the (?:conspiracy|scheme|manner and means)(?: and \w+)? that\s+"
)
FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Charge:
    """Who charges, and by which word."""

    source: Span
    cue: Span


def charged(text: str, found: Sequence[Sentence]) -> dict[int, Charge]:
    """The sentences (by their number) that a filing charges, each with who does."""
    charge: Charge | None = None
    governed: dict[int, Charge] = {}
    numbered = -1
    for number, sentence in enumerate(found):
        opening = OPENING.search(text, sentence.start, sentence.end)
        if opening is not None and charge is None:
            named = PARTY.search(text, 0, sentence.start)
            party = named if named and "plaintiff" in opening["source"].casefold() else opening
            charge = Charge(party.span("source"), opening.span("cue"))
            continue
        if charge is None or sentence.part != "body":
            continue
        first = not number or found[number - 1].paragraph != sentence.paragraph
        if first:
            before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
            numbered = sentence.paragraph if NUMBER.match(before) else -1
        if numbered == sentence.paragraph and len(sentence.text.split()) >= FEWEST_WORDS:
            governed[number] = charge
    return governed


def content(text: str, span: Span) -> Span:
    """What is charged in a sentence, without "It was part of the conspiracy that"."""
    match = PART_OF.match(text, *span)
    return (match.end(), span[1]) if match else span
