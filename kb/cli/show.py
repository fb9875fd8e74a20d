"""`kb show`: everything known of one thing."""

import click

from kb.cli import options


@click.command(short_help="Show everything known of one thing.")
@click.argument("thing")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@options.store
@options.output
def command(thing: str, form: str, store: str, output: str | None) -> None:
    """Show everything known of THING: who says so, in which words, where, and how it stands; and which lists
    it is on, under what, since when and until when.

    THING is an identifier (ship:angara) or an exact name. It may be an entity, an event or relation,
    a claim, a report or a provision.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.desk.dossier import as_json, as_text, dossier

    with KnowledgeBase.open(store) as base:
        found = dossier(base, thing)
    options.emit(as_json(found) if form == "json" else as_text(found), output)
