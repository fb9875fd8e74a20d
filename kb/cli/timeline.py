"""`kb timeline`: everything claimed about an entity, in order of time."""

import click

from kb.cli import options, reading


@click.command(short_help="List everything claimed about an entity in order of time.")
@click.argument("entity")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "markdown"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@reading.as_of
@options.store
@options.output
def command(
    entity: str, form: str, as_of: str | None, clock: str | None, store: str, output: str | None
) -> None:
    """List everything claimed about ENTITY in order of time, each claim with its status, claimant, stance
    and quote, and when lists of the base put it on or took it off.

    ENTITY is an identifier (ship:angara) or an exact name. --clock is the time that orders it: when it is
    said to have been (the default), was said, published, or recorded here. What has no time by the clock
    comes last.
    """
    from kb.desk.timeline import (
        FORMATS,
        ordered,
    )  # loads the engine: only commands that use it wait

    view = reading.view(as_of, clock, orders=True)
    order = clock or "event"
    made = reading.answered(
        store, view, lambda base: FORMATS[form](ordered(base, entity, order)), judged=False
    )
    reading.shown(made, form, view, output)
