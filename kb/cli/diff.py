"""`kb diff`: what changed in the base between two days, or between two editions of a sanctions list."""

from pathlib import Path

import click

from kb.cli import options, reading
from kb.desk.clocks import CLOCKS, USUAL, AsOf, day_of
from kb.errors import BadInput

TABLES = ("table", "csv", "tsv", "json")
PAGES = ("text", "markdown", "json")


@click.command(short_help="Show what changed in the base, or in a list, between two days.")
@click.option(
    "--list", "series", metavar="LIST", help="Editions of this list alone, such as un or ofac."
)
@click.argument("first", metavar="DAY")
@click.argument("second", metavar="DAY")
@click.option("--clock", type=click.Choice(list(CLOCKS)), help="The clock of the days (published).")
@click.option(
    "--format",
    "form",
    type=click.Choice(dict.fromkeys((*PAGES, *TABLES))),
    help="How to write it: text, markdown or json; of a list table, csv, tsv or json.",
)
@options.store
@options.output
def command(
    series: str | None,
    first: str,
    second: str,
    clock: str | None,
    form: str | None,
    store: str,
    output: str | None,
) -> None:
    """Show what the base says as of one DAY and as of another, and how that changed: claims, denials and
    withdrawals, events and relations, statuses, listings, provisions in force, potential breaches, each with
    its source. Exit code 1: nothing changed.

    With --list, show the entries of that list that were added, removed or changed between its editions of two
    days; `kb load --history` shows the editions in the base. A file of that name wins
    over a DAY, and is refused: files are not compared.
    """
    if series is not None:
        _list(series, (first, second), clock, form or "table", store, output)
        return
    if form not in (None, *PAGES):
        raise click.UsageError(f"--format {form} goes with --list. Write text, markdown or json.")
    _base((first, second), clock, form or "text", store, output)


def _list(
    series: str,
    days: tuple[str, str],
    clock: str | None,
    form: str,
    store: str,
    output: str | None,
) -> None:
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.desk.lists import diff
    from kb.questions.formats import FORMATS

    if clock is not None:
        raise click.UsageError("--clock goes without --list: editions are of one day.")
    if form not in FORMATS:
        raise click.UsageError(f"--format {form} goes without --list. Write table, csv or json.")
    with KnowledgeBase.open(store) as base:
        found = diff(base, series, *days)
    options.emit(FORMATS[form](found), output)


def _base(
    days: tuple[str, str], clock: str | None, form: str, store: str, output: str | None
) -> None:
    from kb.desk.changes import FORMATS, changes

    for each in days:
        if Path(each).is_file():
            raise BadInput(f"{each} is a file. Write two days, such as 2023-10-17 2023-10-18.")
    one, other = (AsOf(day_of(each, "The day"), clock or USUAL) for each in days)
    if one.day > other.day:
        raise BadInput(f"{days[0]} is after {days[1]}. Write the earlier day first.")
    with reading.opened(store, one) as old, reading.opened(store, other) as new:
        found = changes(old, new, (one, other))
    options.emit(FORMATS[form](found), output)
    if not found.found:
        click.get_current_context().exit(1)
