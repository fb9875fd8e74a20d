"""A card as text for the terminal, and as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from kb.questions.card import Card, Claimed, Stated
from kb.questions.formats import visible

WIDTH = 100


def as_json(card: Card) -> str:
    """The card as a JSON object."""
    return json.dumps(asdict(card), ensure_ascii=False, indent=2) + "\n"


def as_text(card: Card) -> str:
    """The card as lines: the thing, its facts, then each proposition with its claims."""
    lines = [f"{card.label}  ({card.kind}, {card.thing})"]
    for label, value, sources in card.facts:
        lines.append(f"  {label}: {value}{_said_in(sources)}")
    if not card.stated:
        lines += ["", "Nothing is claimed about it."]
    for stated in card.stated:
        lines += ["", *_statement(stated)]
    return "".join(f"{visible(line)}\n" for line in lines)


def _said_in(sources: tuple[str, ...]) -> str:
    return f"   [{', '.join(sources)}]" if sources else ""


def _statement(stated: Stated) -> Iterator[str]:
    role = f", as {stated.role}" if stated.role else ""
    count = "one source" if stated.sources == 1 else f"{stated.sources} sources"
    yield f"{stated.status.upper()} ({count}{role}): {stated.label}  <{stated.proposition}>"
    for claim in stated.claims:
        yield from _claim(claim)


def _claim(claim: Claimed) -> Iterator[str]:
    party = f" for {claim.party}" if claim.party else ""
    evidence = f", going by {', '.join(claim.evidence)}" if claim.evidence else ""
    said = f", on {claim.said}" if claim.said else ""
    withdrawn = ", since withdrawn" if claim.withdrawn else ""
    yield f"  {claim.claimant}{party} {claim.stance}{said}{evidence}{withdrawn}  <{claim.claim}>"
    for quote, start, end in claim.quotes:
        yield f"    “{quote}”  {claim.title}, {start}–{end}"
