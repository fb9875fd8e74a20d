"""`kb validate`: is this report fit for the base, and if not, what is to be mended where?"""

import sys

import click

from kb.cli import options

THRESHOLDS = ("violation", "warning", "info")
FORMATS = ("text", "json", "turtle", "sarif", "junit", "github")


@click.command(short_help="Check report files against the shapes.")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the verdict.",
)
@click.option(
    "--fail-on",
    type=click.Choice(THRESHOLDS),
    default="violation",
    show_default=True,
    help="From which severity on a finding makes a file not valid.",
)
@options.store
@options.from_format
@options.text_file
@options.output
def command(
    files: tuple[str, ...],
    form: str,
    fail_on: str,
    store: str,
    kind: str | None,
    text: str | None,
    output: str | None,
) -> None:
    """Check report FILES (- for standard input) against the shapes and the base.

    Exit code 0: all valid. 1: at least one is not. 2: at least one cannot be read.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.report.load import Request
    from kb.validation.finding import Severity
    from kb.validation.verdict import FORMATS as WRITERS

    threshold = Severity[fail_on.upper()]
    with KnowledgeBase.for_checking(store) as base, options.progress(files, "Checking") as each:
        verdicts = [base.check(Request(file, kind, text))[0] for file in each]
    options.emit(WRITERS[form](verdicts, threshold), output)
    if any(verdict.problems for verdict in verdicts):
        sys.exit(2)
    sys.exit(int(any(verdict.fails(threshold) for verdict in verdicts)))
