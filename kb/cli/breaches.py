"""`kb breaches`: which claimed events would have been banned, by which provision, and what is not known."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from kb.cli import options, reading
from kb.errors import BadInput

if TYPE_CHECKING:
    from kb.desk.base import KnowledgeBase

FORMATS = ("table", "json", "jsonl", "csv", "turtle")
VERDICTS = ("would-be", "could-be", "would-not-be")


@click.command(short_help="Show what would have been banned, if it happened as claimed.")
@click.option("--since", metavar="DATE", help="Only events that may have happened since then.")
@click.option(
    "--provision", metavar="PARAGRAPH", help="Only this one and what widens it, such as 1718/8."
)
@click.option("--proposition", metavar="ID", help="Only this event or relation.")
@click.option(
    "--verdict",
    "verdicts",
    type=click.Choice(VERDICTS),
    multiple=True,
    default=VERDICTS[:2],
    show_default=True,
    help="Which results; repeatable.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to write it.",
)
@reading.as_of
@options.store
@options.output
def command(
    since: str | None,
    provision: str | None,
    proposition: str | None,
    verdicts: tuple[str, ...],
    form: str,
    as_of: str | None,
    clock: str | None,
    store: str,
    output: str | None,
) -> None:
    """Show the claimed events that a provision would or could have banned, with reasons and gaps.

    Beside each event stand its status and who asserts, doubts or denies it. Nothing here says that an
    event happened or that anybody is guilty. The exit code is 1 where nothing is found.
    """
    from kb.desk import breaches  # loads the engine: only commands that use it wait

    wanted = breaches.Wanted(
        since=_first(since),
        provision=provision or "",
        proposition=proposition or "",
        verdicts=verdicts,
    )

    def written(base: "KnowledgeBase") -> tuple[str, bool]:
        found = breaches.rows(base.store, wanted)
        turtle = form == "turtle"
        text = breaches.as_turtle(base.store, found) if turtle else breaches.FORMATS[form](found)
        return text, bool(found)

    view = reading.view(as_of, clock)
    text, some = reading.answered(store, view, written) or (None, False)
    reading.shown(text, form, view, output)
    if not some:
        sys.exit(1)


def _first(text: str | None) -> date | None:
    """The first day of a date that somebody typed, such as 2023 or 2023-08."""
    from kb.when import BadDate, parse

    if not text:
        return None
    try:
        found = parse(text).earliest
    except BadDate as error:
        raise BadInput(f"--since {text}: {error} Write a date such as 2023-08-01.") from None
    if found is None:
        raise BadInput(f"--since {text} has no such day. Write a date such as 2023-08-01.")
    return found
