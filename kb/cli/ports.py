"""`kb ports`: the ports of the world, found by any name."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from kb.cli import options
from kb.errors import UnknownName

if TYPE_CHECKING:
    from kb.ports.place import Place
    from kb.questions.shown import Shown

FORMATS = ("table", "csv", "tsv", "json")
COLUMNS = (
    *("id", "kind", "name", "locode", "state", "state_label"),
    *("latitude", "longitude", "part_of", "other_names"),
)
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
    from kb.ports import find  # reads the reference data: only this command waits
    from kb.questions.formats import FORMATS as WRITERS

    found = find.search(text, state, kind or "")
    if text.strip() and not found:
        near = " or ".join(f"{place.name} ({place.id})" for place in find.nearest(text))
        hint = f"Did you mean {near}?" if near else "Try a part of the name."
        raise UnknownName(f"No port, facility or place goes by {text!r} here. {hint}")
    columns = IN_TABLE if form == "table" else COLUMNS
    options.emit(WRITERS[form](_answer(found, columns)), output)


def _answer(places: "Iterable[Place]", columns: tuple[str, ...]) -> "Shown":
    """The places as rows of these columns."""
    from kb.questions.shown import Shown

    rows = (_row(place) for place in places)
    return Shown(columns, tuple(tuple(row[column] for column in columns) for row in rows))


def _row(place: "Place") -> dict[str, str]:
    east, north = map(str, place.point or ("", ""))
    others = "; ".join(dict.fromkeys(other.text for other in place.others))
    values = (place.id, place.kind, place.name, place.code, place.state, place.state_name)
    return dict(zip(COLUMNS, (*values, north, east, place.part_of, others), strict=True))
