"""`kb convert`: the same report in another format."""

import click

from kb.cli import options
from kb.desk import files


@click.command(short_help="Rewrite a report file in another format.")
@click.argument("file")
@click.option(
    "--to",
    "target",
    type=click.Choice(options.REPORT_FORMATS),
    default="yaml",
    show_default=True,
    help="The format to write.",
)
@options.from_format
@options.text_file
@options.output
def command(file: str, target: str, kind: str | None, text: str | None, output: str | None) -> None:
    """Rewrite FILE (- for standard input) in another format, with quotes and offsets filled in."""
    options.emit(files.convert(file, kind, text, target), output)
