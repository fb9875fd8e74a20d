"""`kb why`: the case for one proposition: what speaks for it, what against, and what is not known."""

import click

from kb.cli import options, reading


@click.command(short_help="Show what speaks for and against one proposition.")
@click.argument("proposition")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@reading.as_of
@options.store
@options.output
def command(
    proposition: str,
    form: str,
    as_of: str | None,
    clock: str | None,
    store: str,
    output: str | None,
) -> None:
    """Show why PROPOSITION stands as it does: claims for and against with their quotes, evidence, which
    sources are independent and why, contradictions, what is not known, and what is not plausible.

    PROPOSITION is an identifier (event:supply, report:2024-03-20-oil-at-sea#transfer; the prefix may be
    left out before the #), or its exact label. A claim leads to what it is about.
    """
    from kb.desk.why import WRITERS, explained  # loads the engine: only commands that use it wait

    view = reading.view(as_of, clock)
    made = reading.answered(store, view, lambda base: WRITERS[form](explained(base, proposition)))
    reading.shown(made, form, view, output)
