"""`kb schema`: what a report file may hold, for editors and for people."""

import json

import click

from kb.cli import options
from kb.desk import words


@click.command(short_help="Print the JSON Schema of report files.")
@click.option("--context", "part", flag_value="context", help="Print the JSON-LD context instead.")
@click.option("--example", "part", flag_value="example", help="Print a small report file instead.")
@click.option("--terms", "part", flag_value="terms", help="List classes, keys and choices instead.")
@options.output
def command(part: str | None, output: str | None) -> None:
    """Print the JSON Schema of report files.

    Give it to an editor for completion and for errors as you type:
    `# yaml-language-server: $schema=report.schema.json` on the first line of a report file.
    """
    if part == "context":
        options.emit(words.context_text(), output)
    elif part == "example":
        options.emit(words.example_text(), output)
    elif part == "terms":
        options.emit(words.terms_text(), output)
    else:
        options.emit(json.dumps(words.schema(), ensure_ascii=False, indent=2) + "\n", output)
