"""Options and paths that several commands share, declared once."""

import sys
from pathlib import Path

import click

from kb.errors import BadInput

REPORT_FORMATS = ("yaml", "jsonld", "turtle", "trig")

store = click.option(
    "--store",
    metavar="FOLDER",
    envvar="KB_STORE",
    default=".kb",
    show_default=True,
    help="The folder of the store.",
)
from_format = click.option(
    "--from",
    "kind",
    type=click.Choice(REPORT_FORMATS),
    help="The format of the file, where its ending does not say.",
)
text_file = click.option(
    "--text",
    metavar="FILE",
    help="The text that the report quotes, where it is not beside the report.",
)
output = click.option(
    "-o", "--output", metavar="FILE", help="Write to this file instead of standard output."
)


def emit(data: str | bytes, path: str | None) -> None:
    """Writes data to standard output, or to a file that appears whole or not at all."""
    raw = data.encode() if isinstance(data, str) else data
    if path is None or path == "-":
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    part = target.with_name(target.name + ".part")
    try:
        part.write_bytes(raw)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or error
        raise BadInput(f"{path} cannot be written: {reason}. Name another file.") from None


def say(message: str) -> None:
    """Writes a message to standard error."""
    click.echo(message, err=True)
