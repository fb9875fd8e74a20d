"""`kb dossier`: a document on an entity or a proposition, every sentence with its passage."""

from datetime import datetime
from pathlib import Path

import click

from kb.cli import options, reading
from kb.errors import BadInput


@click.command(short_help="Write a document on an entity or a proposition, with every passage.")
@click.argument("subject")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "markdown", "pdf", "docx"]),
    help="How to write it, where the ending of the file does not say.",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date on its cover; that of the newest entry of the log where none is given.",
)
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=100,
    show_default=True,
    help="How many propositions to show at most: those with the most claims.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@reading.as_of
@options.store
@options.output
def command(
    subject: str,
    form: str | None,
    day: datetime | None,
    limit: int,
    force: bool,
    as_of: str | None,
    clock: str | None,
    store: str,
    output: str | None,
) -> None:
    """Write a document on SUBJECT: what is claimed, by whom, in which words, where; who denies it; which
    provisions would bear on it; what is not known; and every report that is quoted.

    SUBJECT is an identifier (person:dmitry-peskov, event:supply, report:2024-03-20-oil-at-sea#transfer) or
    an exact name. The ending of FILE says the format: .html, .md, .pdf or .docx. The file needs nothing
    else: it loads nothing and runs nothing. The same base gives the same bytes.
    """
    from kb.desk.dossier_file import BINARY, form_of, packed, written

    chosen = form_of(output, form)
    if chosen in BINARY and output is None:
        raise BadInput(f"A terminal shows no {chosen}. Name a file: -o FILE.{chosen}")
    if output not in (None, "-") and Path(str(output)).exists() and not force:
        raise BadInput(f"{output} is there already. Name another file, or give --force.")
    view = reading.view(as_of, clock)
    dated = day.date() if day else None
    if chosen in BINARY:
        words = view.words if view else ""
        data = reading.answered(
            store, view, lambda base: packed(base, subject, chosen, dated, limit, words)
        )
        if data is not None:
            options.emit(data, output)
        return
    made = reading.answered(store, view, lambda base: written(base, subject, chosen, dated, limit))
    reading.shown(made, chosen, view, output)
