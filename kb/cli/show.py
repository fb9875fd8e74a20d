"""`kb show`: everything known of one thing."""

import json
from typing import TYPE_CHECKING

import click

from kb.cli import options, reading

if TYPE_CHECKING:
    from kb.desk.base import KnowledgeBase


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
@reading.as_of
@options.store
@options.output
def command(
    thing: str, form: str, as_of: str | None, clock: str | None, store: str, output: str | None
) -> None:
    """Show everything known of THING: who says so, in which words, where, and how it stands; and which lists
    it is on, under what, since when and until when.

    THING is an identifier (ship:angara) or an exact name. It may be an entity, an event or relation,
    a claim, a report or a provision.
    """
    from kb.desk.dossier import as_json, as_text, dossier
    from kb.desk.identity import held

    def page(base: "KnowledgeBase") -> str:
        found = dossier(base, thing)
        decided = held(base.store, {found.card.thing}).get(found.card.thing, ())
        return _json(as_json(found), decided) if form == "json" else _text(as_text(found), decided)

    view = reading.view(as_of, clock)
    reading.shown(reading.answered(store, view, page, judged=False), form, view, output)


def _text(page: str, decided: tuple[str, ...]) -> str:
    """The page, and what was decided of the thing's identity."""
    from kb.questions.formats import visible

    lines = "".join(f"  {visible(sentence)}\n" for sentence in decided)
    return f"{page}\nIdentity\n{lines}" if decided else page


def _json(page: str, decided: tuple[str, ...]) -> str:
    """The object, and what was decided of the thing's identity."""
    made = {**json.loads(page), "identity": list(decided)}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
