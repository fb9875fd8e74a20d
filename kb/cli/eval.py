"""`kb eval`: how well an extractor does on texts that people have marked."""

import click

from kb.cli import options


@click.command(short_help="Score an extractor against gold files.")
@click.argument("paths", nargs=-1, required=True)
@options.extractors
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the table.",
)
@click.option("--details", is_flag=True, help="Also list what was missed and what is wrong.")
@options.store
@options.output
def command(
    paths: tuple[str, ...],
    extractor: tuple[str, ...],
    form: str,
    details: bool,
    store: str,
    output: str | None,
) -> None:
    """Score an extractor against the gold files in PATHS (files or folders).

    A gold file is a pair NAME.txt and NAME.yaml; docs/evaluation.md says what is in it. The interval is the
    middle 95 % over texts drawn anew; a claim is detected where the passages overlap by half, and strictly
    right where they overlap by 0.8 with the right claimant and stance.
    """
    from kb.desk.drafting import evaluate  # loads the engine: only commands that use it wait
    from kb.evaluation.table import as_json, as_text

    scored = evaluate(paths, store, extractor)
    options.emit((as_json if form == "json" else as_text)(scored, details=details), output)
