"""`kb timeline`: everything claimed about an entity, in order of time."""

import click

from kb.cli import options


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
@click.option(
    "--clock",
    type=click.Choice(["event", "said", "published", "recorded"]),
    default="event",
    show_default=True,
    help="The time that orders it: when it is said to have been, was said, published, or recorded here.",
)
@options.store
@options.output
def command(entity: str, form: str, clock: str, store: str, output: str | None) -> None:
    """List everything claimed about ENTITY in order of time, each claim with its status, claimant, stance
    and quote, and when lists of the base put it on or took it off.

    ENTITY is an identifier (ship:angara) or an exact name. What has no time by the clock comes last.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.desk.timeline import FORMATS, ordered

    with KnowledgeBase.open(store) as base:
        found = ordered(base, entity, clock)
    options.emit(FORMATS[form](found), output)
