"""`kb assess`: everything derived is brought up to date."""

import click

from kb.cli import options


@click.command(short_help="Bring statuses and potential breaches up to date.")
@options.store
def command(store: str) -> None:
    """Derive every status, label and potential breach anew, record what differs, and say what changed.

    kb add and kb retract keep all of this current by themselves, for what a report touches. This is for
    a base that an earlier version made, and to be sure.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait

    with KnowledgeBase.open(store, write=True) as base, options.counter("propositions") as tell:
        done = base.judging.assess(tell)
    options.say(done.sentence())
