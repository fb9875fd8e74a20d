"""`kb breaches`: which claimed events would have been banned, by which provision, and what is not known."""

import sys
from datetime import date

import click

from kb.cli import options
from kb.errors import BadInput

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
    "--as-of",
    metavar="DAY",
    help="As the reports published by that day, and the provisions of that day, give it.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to write it.",
)
@options.store
@options.output
def command(
    since: str | None,
    provision: str | None,
    proposition: str | None,
    verdicts: tuple[str, ...],
    as_of: str | None,
    form: str,
    store: str,
    output: str | None,
) -> None:
    """Show the claimed events that a provision would or could have banned, with reasons and gaps.

    Beside each event stand its status and who asserts, doubts or denies it. Nothing here says that an
    event happened or that anybody is guilty. The exit code is 1 where nothing is found.
    """
    from kb.desk import breaches
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.desk.judging import as_of as then

    wanted = breaches.Wanted(
        since=_day(since, "--since"),
        provision=provision or "",
        proposition=proposition or "",
        verdicts=verdicts,
    )
    day = _day(as_of, "--as-of", last=True)
    with KnowledgeBase.open(store) as base:
        held = then(base.store, day) if day else base.store
        found = breaches.rows(held, wanted)
        turtle = form == "turtle"
        text = breaches.as_turtle(held, found) if turtle else breaches.FORMATS[form](found)
    options.emit(text, output)
    if not found:
        sys.exit(1)


def _day(text: str | None, name: str, *, last: bool = False) -> date | None:
    """The first or last day of a date that somebody typed, such as 2023 or 2023-08."""
    from kb.when import BadDate, parse

    if not text:
        return None
    try:
        when = parse(text)
    except BadDate as error:
        raise BadInput(f"{name} {text}: {error}. Write a date such as 2023-08-01.") from None
    found = when.latest if last else when.earliest
    if found is None:
        raise BadInput(f"{name} {text} has no such day. Write a date such as 2023-08-01.")
    return found
