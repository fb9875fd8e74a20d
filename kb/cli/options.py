"""Options and paths that several commands share, declared once."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from kb.errors import BadInput, StoreError

MANY = 5
"""From how many files on their progress is shown."""
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
extractors = click.option(
    "--extractor",
    metavar="NAME",
    multiple=True,
    help="What proposes claims: rules (the default), nlp, llm, a plug-in, cmd:PROGRAM; repeatable.",
)
output = click.option(
    "-o", "--output", metavar="FILE", help="Write to this file instead of standard output."
)


def emit(data: str | bytes, path: str | None) -> None:
    """Writes data to standard output, or to a file that appears whole or not at all."""
    raw = data.encode() if isinstance(data, str) else data
    if path is None or path == "-":
        _print(raw)
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


def _print(raw: bytes) -> None:
    """Writes to standard output; a reader that went away (BrokenPipeError) is no error to tell."""
    if sys.stdout is None:
        raise StoreError("standard output cannot be written: it is closed. Name a file with -o.")
    try:
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        reason = error.strerror or error
        raise StoreError(f"standard output cannot be written: {reason}.") from None


def drop_output() -> None:
    """Sends what is left for standard output nowhere, so that no flush at the end fails again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextmanager
def progress(items: Sequence[str], label: str) -> Iterator[Iterable[str]]:
    """The items, with a bar on standard error where that is a terminal and they are many."""
    if len(items) < MANY or not sys.stderr.isatty():
        yield items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield bar


@contextmanager
def counter(things: str) -> Iterator[Callable[[int], None]]:
    """What shows how many things are done, on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    yield lambda number: click.echo(f"\r{number:,} {things}", nl=False, err=True)
    click.echo("\r" + " " * 30 + "\r", nl=False, err=True)


def say(message: str) -> None:
    """Writes a message to standard error."""
    click.echo(message, err=True)
