"""`kb query`: SPARQL, run within limits."""

import csv
import io
import json
from typing import TYPE_CHECKING

import click

from kb.cli import options

if TYPE_CHECKING:
    from kb.store.query import Answer


@click.command(short_help="Run a SPARQL query within limits.")
@click.argument("source")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "tsv", "json"]),
    default="csv",
    show_default=True,
    help="How to write the answer; triples are always N-Triples.",
)
@options.store
@options.output
def command(source: str, form: str, store: str, output: str | None) -> None:
    """Run the SPARQL query in the file SOURCE (- for standard input) on the base.

    It runs in a process of its own with limits on time, memory and rows. The usual prefixes (kb:,
    ship:, country:, stance: …) are known. SERVICE and updates are refused.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.report.source import text_of
    from kb.settings import limits

    bounds = limits()
    sparql = text_of(source, bounds.query_bytes)
    with KnowledgeBase.open(store) as base:
        answer = base.query(sparql)
    if answer.truncated:
        options.say(f"Only the first {bounds.query_rows} are shown; KB_QUERY_ROWS sets how many.")
    options.emit(_written(answer, form), output)


def _written(answer: "Answer", form: str) -> str:
    if answer.truth is not None:
        return json.dumps(answer.truth) + "\n"
    if not answer.variables:
        return "".join(f"{triple} .\n" for triple in answer.triples)
    rows = [[getattr(term, "value", "") if term else "" for term in row] for row in answer.rows]
    if form == "json":
        listed = [dict(zip(answer.variables, row, strict=True)) for row in rows]
        return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t" if form == "tsv" else ",", lineterminator="\n")
    writer.writerow(answer.variables)
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
