"""`kb same`, `kb different` and `kb undo`: decisions about identity, which sources never feel."""

import click

from kb.cli import options

by_whom = click.option(
    "--by", "by", metavar="NAME", envvar="KB_REVIEWER", required=True, help="Who decides."
)
reason = click.option(
    "--because", metavar="WHY", required=True, help="Why, in a sentence; it is kept."
)


def _decide(one: str, other: str, judgement: str, by: str, because: str, store: str) -> None:
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.desk.identity import Judgement, decide

    with KnowledgeBase.open(store, write=True) as base:
        made, identities = decide(base, Judgement(one, other, judgement, by, because))
    options.say(f"Decision {made.number}: {made.sentence()}")
    for clash in identities.contradictions:
        options.say(f"Contradiction: {clash.sentence()}")


@click.command("same", short_help="Hold two things of the base to be the same.")
@click.argument("one")
@click.argument("other")
@by_whom
@reason
@options.store
def same(one: str, other: str, by: str, because: str, store: str) -> None:
    """Record the decision that ONE and OTHER, identifiers or exact names, are the same thing.

    Nothing that a source says is changed: the decision stands beside the sources, under the name of the
    person who made it, and `kb undo` takes it back. `kb match` and `kb show` tell of it.
    """
    _decide(one, other, "same", by, because, store)


@click.command("different", short_help="Hold two things of the base to be different.")
@click.argument("one")
@click.argument("other")
@by_whom
@reason
@options.store
def different(one: str, other: str, by: str, because: str, store: str) -> None:
    """Record the decision that ONE and OTHER, identifiers or exact names, are different things.

    Where other decisions hold them to be the same, directly or through one another, this is told, and none
    of these things is shown as one with another until a decision is undone.
    """
    _decide(one, other, "different", by, because, store)


@click.command("undo", short_help="Take back a decision that two things are the same or different.")
@click.argument("decision")
@click.argument("other", required=False, default="")
@by_whom
@reason
@options.store
def undo(decision: str, other: str, by: str, because: str, store: str) -> None:
    """Undo DECISION: its number, or the first of its two things, with OTHER as the second.

    The decision is kept, with who undid it, when and why; it no longer counts.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.desk.identity import undo as take_back

    with KnowledgeBase.open(store, write=True) as base:
        found = take_back(base, decision, other, by, because)
    options.say(f"Undone: decision {found.number}, by which {found.sentence()}")
