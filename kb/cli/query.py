"""`kb query`: a question of the catalogue, or SPARQL, run within limits."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli import options, reading
from kb.errors import BadInput

if TYPE_CHECKING:
    from kb.desk.base import KnowledgeBase
    from kb.questions.shown import Shown

FORMATS = ("table", "csv", "tsv", "json")


@click.command(short_help="Ask a question of the catalogue, or run a SPARQL query.")
@click.argument("source")
@click.argument("parameters", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to write the answer; triples are always Turtle.",
)
@reading.as_of
@options.store
@options.output
def command(
    source: str,
    parameters: tuple[str, ...],
    form: str,
    as_of: str | None,
    clock: str | None,
    store: str,
    output: str | None,
) -> None:
    """Ask the question SOURCE with its PARAMETERS (name=value), or run the SPARQL query in the file
    SOURCE (- for standard input).

    `kb questions` lists the questions. A value is an identifier (country:KP), an exact name ("North
    Korea"), a date (2023-08) or a number. Answers show labels, and the status of every proposition.

    A query runs in a process of its own with limits on time, memory and rows. The usual prefixes
    (kb:, ship:, country:, stance: …) are known. SERVICE and updates are refused. CONSTRUCT can only
    choose among the triples of the base, and what it chooses comes with its claims and status.
    """
    view = reading.view(as_of, clock)
    if _is_name(source):
        text = reading.answered(store, view, lambda base: _asked(base, source, parameters, form))
    else:
        with reading.opened(store, view) as base:
            form, text = _typed(base, source, parameters, form)
    reading.shown(text, form, view, output)


def _is_name(source: str) -> bool:
    """Whether the source is a question's name rather than a file."""
    path = Path(source)
    return not (source == "-" or path.suffix or len(path.parts) > 1 or path.exists())


def _asked(base: "KnowledgeBase", name: str, parameters: tuple[str, ...], form: str) -> str:
    values = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals:
            raise BadInput(f"{parameter!r} is no parameter. Write name=value, such as since=2023.")
        values[key] = value
    return _written(base.ask(name, values), form)


def _typed(
    base: "KnowledgeBase", source: str, parameters: tuple[str, ...], form: str
) -> tuple[str, str]:
    """The answer to a typed query, and the format that it is in."""
    from kb.report.source import text_of
    from kb.settings import limits

    if parameters:
        raise BadInput(
            f"{source} is a file, which takes no parameters. Write values into the query."
        )
    sparql = text_of(source, limits().query_bytes)
    answer = base.query(sparql)
    if answer.truth is not None:
        return "json", json.dumps(answer.truth) + "\n"
    if not answer.variables:
        return "turtle", base.completed(answer)
    shown = base.labelled(answer)
    if base.hides_status(sparql, shown):
        options.say(
            "Note: this names what takes part in events and relations without their status. "
            "Select the event or relation too, to see how it stands."
        )
    return form, _written(shown, form)


def _written(answer: "Shown", form: str) -> str:
    from kb.questions.formats import FORMATS as WRITERS
    from kb.settings import limits

    if answer.truncated:
        options.say(f"Only the first {limits().query_rows} are shown; KB_QUERY_ROWS sets how many.")
    return WRITERS[form](answer)
