"""`kb ports`: the ports of the world, found by any name."""

import click

from kb.cli import options
from kb.errors import UnknownName

FORMATS = ("table", "csv", "tsv", "json")
IN_TABLE = ("id", "name", "locode", "state", "part_of", "other_names")


@click.command(short_help="List the ports of the world, or find one by any name.")
@click.argument("text", required=False, default="")
@click.option("--state", metavar="STATE", default="", help="Only in this state: KP, North Korea.")
@click.option(
    "--kind",
    type=click.Choice(["port", "facility", "place"]),
    default=None,
    help="Only ports, facilities (terminals, yards, bases) or other places.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to write the list; a table leaves out the positions.",
)
@options.output
def command(text: str, state: str, kind: str | None, form: str, output: str | None) -> None:
    """List ports, facilities and areas of transfers at sea that TEXT may mean, likeliest first.

    TEXT is a name or a part of one in any script and spelling, a UN/LOCODE, an identifier or a state.
    Without TEXT, all are listed. No store is needed: these are the ports that every store knows.
    """
    from kb.desk import ports  # loads the engine: only commands that use it wait
    from kb.questions.formats import FORMATS as WRITERS

    found = ports.listed(text, state, kind or "")
    if text.strip() and not found.rows:
        near = ports.near(text)
        hint = f"Did you mean {near}?" if near else "Try a part of the name."
        raise UnknownName(f"No port, facility or place goes by {text!r} here. {hint}")
    options.emit(WRITERS[form](ports.cut(found, IN_TABLE) if form == "table" else found), output)
