"""`kb retract`: a report leaves the base, and the log says why."""

import click

from kb.cli import options


@click.command(short_help="Take a report out of the base.")
@click.argument("report")
@click.option("--reason", required=True, help="Why, in a sentence; it is kept in the log.")
@options.store
def command(report: str, reason: str, store: str) -> None:
    """Take REPORT (such as report:2023-10-18-demo) out of the base.

    What it said is kept in the archive, and the log says when and why it was taken out.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait

    with KnowledgeBase.open(store, write=True) as base:
        iri = base.retract(report, reason)
    options.say(f"Retracted {iri}.")
