"""`kb add`: valid reports enter the base."""

import sys

import click

from kb.cli import options
from kb.errors import Refused


@click.command(short_help="Add report files to the base, if they are valid.")
@click.argument("files", nargs=-1, required=True)
@options.store
@options.from_format
@options.text_file
def command(files: tuple[str, ...], store: str, kind: str | None, text: str | None) -> None:
    """Add report FILES (- for standard input) to the base.

    Each is checked first; one that is not valid changes nothing and makes the exit code 1 (2 if it
    cannot be read), and the others are still added. Only accepted claims enter. Adding a file again
    changes nothing; adding a changed file replaces what it said before, which stays in the archive.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.report.load import Request
    from kb.validation.finding import Severity
    from kb.validation.verdict import text as in_words

    code = 0
    with KnowledgeBase.open(store, write=True) as base:
        for file in files:
            verdict, reports = base.check(Request(file, kind, text))
            if verdict.fails(Severity.VIOLATION):
                options.say(in_words([verdict], Severity.VIOLATION).rstrip("\n"))
                code = max(code, 2 if verdict.problems else 1)
                continue
            try:
                for report in reports:
                    options.say(base.add(report).sentence(file))
            except Refused as error:
                options.say(f"{file}: {error}")
                code = max(code, error.exit_code)
    sys.exit(code)
