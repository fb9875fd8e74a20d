"""`kb mentions`: what a text names, each at its place."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from kb.cli import options

if TYPE_CHECKING:
    from kb.extract.mention import Mention


@click.command(short_help="Find identifiers, dates and known names in a text.")
@click.argument("file")
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the text, from which relative dates are reckoned.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the list.",
)
@options.store
@options.output
def command(
    file: str, published: datetime | None, form: str, store: str, output: str | None
) -> None:
    """List what the text in FILE (- for standard input) names, each at its place.

    Found are IMO numbers, MMSI, call signs, container numbers, UN resolutions and paragraphs, dates,
    and the names of the ships, ports, states, organisations and people that the base knows. A number
    that fails its check digit is told, and is no identifier. Places are counted in characters from 0.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait

    day: date | None = published.date() if published else None
    with KnowledgeBase.for_checking(store) as base:
        found = base.mentions(file, day)
    if form == "json":
        text = json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2) + "\n"
    else:
        text = "".join(f"{_line(each)}\n" for each in found)
    options.emit(text, output)


def _line(mention: "Mention") -> str:
    """A mention on a line: place, kind, words, what they stand for, and the rule."""
    from kb.questions.formats import visible

    words = " ".join(mention.text.split())
    place = f"{mention.start}-{mention.end}"
    rule = f"{mention.rule} ({mention.note})" if mention.note else mention.rule
    return "\t".join(map(visible, (place, mention.kind, words, mention.value or "?", rule)))
