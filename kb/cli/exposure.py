"""`kb exposure`: paths from a party to parties that are listed or accused."""

import click

from kb.cli import options, reading


@click.command(short_help="Find paths from a party to listed or accused parties.")
@click.argument("entity")
@click.option(
    "--depth",
    type=click.IntRange(1, 6),
    default=3,
    show_default=True,
    help="How many steps a path may have.",
)
@click.option(
    "--most",
    type=click.IntRange(1, 10_000),
    default=100,
    show_default=True,
    help="How many paths are shown.",
)
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
@click.pass_context
def command(
    context: click.Context,
    entity: str,
    depth: int,
    most: int,
    form: str,
    as_of: str | None,
    clock: str | None,
    store: str,
    output: str | None,
) -> None:
    """Find the paths from ENTITY to parties that lists name or that reports accuse: through ownership,
    management, charter, flag, voyages and transfers at sea, shared addresses and identifiers.

    Every tie comes with its status and who says so; denied ones are marked. Listed owners are held against
    the 50 percent rule. A path is a lead, no finding. ENTITY is an identifier (ship:angara) or an exact
    name. Exit code 1: nothing was found.
    """
    from kb.desk.exposure import (
        FORMATS,
        exposed,
    )  # loads the engine: only commands that use it wait
    from kb.judge.exposure import Limits

    view = reading.view(as_of, clock)
    limits = Limits(depth=depth, paths=most)
    found = reading.answered(store, view, lambda base: exposed(base, entity, limits))
    reading.shown(None if found is None else FORMATS[form](found), form, view, output)
    if found is None or not found.any:
        context.exit(1)
