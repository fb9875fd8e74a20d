"""`kb history`: what was recorded, when, from which file."""

import click

from kb.cli import options


@click.command(short_help="List what was recorded, newest last.")
@options.store
def command(store: str) -> None:
    """List every recording, oldest first: number, time, what was done, source, file, reason.

    The columns are separated by tabs.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait

    with KnowledgeBase.open(store) as base:
        lines = [
            f"{e.sequence}\t{e.recorded_at}\t{e.action}\t{e.source}\t{e.file}\t{e.reason}\n"
            for e in base.history()
        ]
    options.emit("".join(lines), None)
