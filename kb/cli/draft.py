"""`kb draft`: a document becomes a draft report file, every claim on a verbatim passage."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli import options
from kb.errors import BadInput

if TYPE_CHECKING:
    from kb.desk.drafting import Outcome


@click.command(short_help="Draft report files from articles, pages and documents.")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--published",
    metavar="DATE",
    default="",
    help="The date of publication (EDTF), over what is found.",
)
@click.option("--publisher", metavar="NAME", default="", help="The publisher, over what is found.")
@click.option("--url", metavar="ADDRESS", default="", help="The address, over what is found.")
@click.option("--title", metavar="WORDS", default="", help="The title, over what is found.")
@click.option("--language", metavar="TAG", default="", help="The language, over what is found.")
@options.extractors
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="How many files to draft at once.",
)
@click.option("--force", is_flag=True, help="Write over drafts that are there already.")
@options.store
@options.output
def command(
    files: tuple[str, ...],
    published: str,
    publisher: str,
    url: str,
    title: str,
    language: str,
    extractor: tuple[str, ...],
    jobs: int,
    force: bool,
    store: str,
    output: str | None,
) -> None:
    """Draft a report file from each of FILES (text, HTML, PDF, DOCX or Markdown; - for standard input).

    One file goes to standard output with its text in it; several go to the folder named by -o, each with its
    text beside it. Every claim is a draft: `kb review` goes through them. Nothing is fetched.

    Exit code 2 where a file could not be read; the others are drafted all the same.
    """
    from kb.desk.drafting import Given, drafts  # loads the engine: only commands that use it wait

    given = Given(published, publisher, url, title, language)
    folder = _folder(files, output)
    made = drafts(files, store, extractor, given, jobs)
    if folder is None:
        (outcome,) = made
        _told(outcome)
        if outcome.error:
            sys.exit(2)
        if output and Path(output).exists() and not force:
            raise BadInput(f"{output} is there already. Name another file, or give --force.")
        options.emit(outcome.written(), output)
        return
    failed = _many(files, made, folder, force=force)
    if failed:
        options.say(f"{failed} of {len(files)} files could not be drafted.")
        sys.exit(2)


def _folder(files: Sequence[str], output: str | None) -> Path | None:
    """The folder to write to; None where one draft goes to a file or to standard output."""
    wants = output is not None and (output.endswith("/") or Path(output).is_dir())
    if len(files) == 1 and not wants:
        return None
    if output is None:
        raise BadInput("Several files need a folder for their drafts. Name it with -o drafts/.")
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            f"{output} cannot be made: {error.strerror or error}. Name another folder."
        ) from None
    return folder


def _many(files: Sequence[str], made: Iterable["Outcome"], folder: Path, *, force: bool) -> int:
    from kb.desk.drafting import names_for

    failed = 0
    for name, outcome in zip(names_for(files), _shown(made, len(files)), strict=True):
        target = folder / f"{name}.yaml"
        if not outcome.error and target.exists() and not force:
            options.say(
                f"{target} is there already and was left as it is. Give --force to write over it."
            )
            failed += 1
            continue
        _told(outcome)
        if outcome.error:
            failed += 1
            continue
        options.emit(outcome.text, str(folder / f"{name}.txt"))
        options.emit(outcome.written(f"{name}.txt"), str(target))
    return failed


def _shown(made: Iterable["Outcome"], count: int) -> Iterator["Outcome"]:
    """The outcomes, with a bar on standard error where that is a terminal and they are many."""
    if count < options.MANY or not sys.stderr.isatty():
        yield from made
        return
    with click.progressbar(made, length=count, label="Drafting", file=sys.stderr) as bar:
        yield from bar


def _told(outcome: "Outcome") -> None:
    if outcome.error:
        options.say(outcome.error)
        return
    counts = ", ".join(
        f"{outcome.count(key)} {words}"
        for key, words in (
            ("claims", "draft claims"),
            ("propositions", "propositions"),
            ("entities", "entities"),
            ("rejected", "refused candidates"),
        )
    )
    options.say(f"{outcome.path}: {counts}.")
    for warning in outcome.warnings:
        options.say(f"{outcome.path}: note: {warning}")
