"""`kb diff`: what changed between two editions of a sanctions list."""

import click

from kb.cli import options


@click.command(short_help="Show what changed between two editions of a list.")
@click.option(
    "--list", "series", metavar="LIST", required=True, help="The list, such as un or ofac."
)
@click.argument("first", metavar="DAY")
@click.argument("second", metavar="DAY")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json"]),
    default="table",
    show_default=True,
    help="How to write it.",
)
@options.store
@options.output
def command(
    series: str, first: str, second: str, form: str, store: str, output: str | None
) -> None:
    """Show the entries of a list that were added, removed or changed from the edition of one DAY to that of
    another, and what of them changed.

    `kb load --history` shows the editions in the base.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.desk.lists import diff
    from kb.questions.formats import FORMATS

    with KnowledgeBase.open(store) as base:
        found = diff(base, series, first, second)
    options.emit(FORMATS[form](found), output)
