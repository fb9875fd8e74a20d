"""`kb caps`: what the claimed deliveries of a period come to, held against what is allowed in it."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from kb.cli import options, reading
from kb.errors import BadInput

if TYPE_CHECKING:
    from kb.desk.base import KnowledgeBase


@click.command(short_help="Sum claimed deliveries against the quantities that are allowed.")
@click.argument("provision", required=False)
@click.option("--period", metavar="DATE", help="Only the periods with this day in them.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@reading.as_of
@options.store
@options.output
def command(
    provision: str | None,
    period: str | None,
    form: str,
    as_of: str | None,
    clock: str | None,
    store: str,
    output: str | None,
) -> None:
    """Sum what is claimed to have been delivered under each cap, such as that of 2397/5, period by period.

    The sum is a least one: the least quantity of each delivery, what may be one delivery counted once,
    and nothing of which the day, the goods or the parties leave a gap. With PROVISION, such as 2397/5,
    every delivery is listed with its status, who claims it, and why it is not counted. The exit code is 1
    where no delivery is claimed.
    """
    from kb.desk import caps  # loads the engine: only commands that use it wait

    day = _day(period)
    view = reading.view(as_of, clock)

    def written(base: "KnowledgeBase") -> tuple[str, bool]:
        found = caps.sums(base, provision or "", day)
        return caps.FORMATS[form](found), bool(found.totals)

    text, some = reading.answered(store, view, written) or (None, False)
    reading.shown(text, form, view, output)
    if not some:
        sys.exit(1)


def _day(text: str | None) -> date | None:
    """The first day of a date that somebody typed, such as 2019 or 2019-03."""
    from kb.when import BadDate, parse

    if not text:
        return None
    try:
        found = parse(text).earliest
    except BadDate as error:
        raise BadInput(f"--period {text}: {error} Write a date such as 2019-03-01.") from None
    if found is None:
        raise BadInput(f"--period {text} has no such day. Write a date such as 2019-03-01.")
    return found
