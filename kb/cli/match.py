"""`kb match`: which known ship, company or person a name, a number or a row of a table may be."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli import options, reading
from kb.errors import BadInput

if TYPE_CHECKING:
    from kb.desk.base import KnowledgeBase
    from kb.desk.matched import Answered
    from kb.matching.fleet import Row

FORMATS = ("table", "csv", "json", "jsonl")
KINDS = ("vessel", "person", "organization", "aircraft")
TABLES = (".csv", ".tsv", ".txt")
LARGEST = 256 * 1024 * 1024
"""Bytes of a table that are read at most."""


@click.command(short_help="Find who or what a name, a number or a row of a table may be.")
@click.argument("what", required=False)
@click.option("--imo", help="The IMO number of a ship.")
@click.option("--mmsi", help="The MMSI of a ship.")
@click.option("--flag", metavar="STATE", help="The state whose flag a ship flies: code or name.")
@click.option("--built", type=int, metavar="YEAR", help="The year in which a ship was built.")
@click.option("--born", metavar="DATE", help="A person's date of birth, as far as it is known.")
@click.option("--kind", type=click.Choice(KINDS), help="What the name is the name of.")
@click.option(
    "--columns",
    metavar="LIST",
    help="Which columns of a table to use: name,imo,flag, or imo=IMO No. for one of another name.",
)
@click.option(
    "--most", default=10, show_default=True, type=click.IntRange(1, 1000), help="Answers to each."
)
@click.option("--only-hits", is_flag=True, help="Leave out the rows of a table that match nothing.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@reading.as_of
@options.store
@options.output
def command(
    what: str | None, columns: str | None, most: int, only_hits: bool, form: str, as_of: str | None,
    clock: str | None, store: str, output: str | None, **traits: str | int | None,
) -> None:  # fmt: skip
    """Hold WHAT against every ship, aircraft, company and person of the base, whatever the spelling.

    WHAT is a name, or a CSV file (- for standard input) with one ship, company or person a row. Every answer
    says what speaks for it and against it. A "warning" is the same name with another IMO number: another
    ship, or a false identity. A row of a table without an answer has the verdict "no". Exit code 0: something
    was found; 1: nothing.
    """
    from kb.desk.identity import held
    from kb.desk.matched import as_text, records, written

    view = reading.view(as_of, clock)
    with reading.opened(store, view, judged=False) as base:
        table = what is not None and _is_table(what, columns)
        rows = _table(base, str(what), columns) if table else [_asked(base, what, traits)]
        answers = _answers(base, rows, most)
        known = held(base.store, {m.party.key for a in answers for m in a.matches})
    if form == "table" and not table:
        text = as_text(answers, known)
    else:
        text = written(records(answers, known, empty=table and not only_hits), form)
    reading.shown(text, form, view, output)
    if not any(answer.matches for answer in answers):
        options.say("Nothing in the base matches.")
        sys.exit(1)


def _is_table(what: str, columns: str | None) -> bool:
    return columns is not None or what == "-" or Path(what).suffix.lower() in TABLES


def _table(base: "KnowledgeBase", file: str, columns: str | None) -> "tuple[Row, ...]":
    from kb.desk.matching import state_code
    from kb.matching.fleet import read_fleet
    from kb.report.source import data_of

    chosen = [part.strip() for part in (columns or "").split(",") if part.strip()]
    fleet = read_fleet(data_of(file, LARGEST), file, chosen, state_code(base.store))
    if fleet.guessed:
        options.say(f"{file} is read as {fleet.guessed}. Save it as UTF-8 to be sure of the names.")
    return fleet.rows


def _asked(base: "KnowledgeBase", name: str | None, traits: dict[str, str | int | None]) -> "Row":
    from kb.desk.matching import state_code
    from kb.matching.fleet import Row
    from kb.matching.model import Flag, Name, Query
    from kb.matching.numbers import imo, mmsi

    number, radio, flag = traits["imo"], traits["mmsi"], traits["flag"]
    if not (name and name.strip()) and not number and not radio:
        raise BadInput(
            'Give a name, a table or a number: kb match "Jie Shun", kb match --imo 8518780.'
        )
    if number and not imo(str(number)):
        raise BadInput(f"{number} is no IMO number. It has seven digits: kb match --imo 8518780.")
    if radio and not mmsi(str(radio)):
        raise BadInput(
            f"{radio} is no MMSI of a ship. It has nine digits, of which the first is 2 to 7."
        )
    code = state_code(base.store)(str(flag)) if flag else ""
    if flag and not code:
        raise BadInput(f"{flag} is no state that is known. Write a code, such as KH, or a name.")
    ship = number or radio or flag or traits["built"]
    query = Query(
        kind=str(
            traits["kind"] or ("vessel" if ship else "person" if traits["born"] else "unknown")
        ),
        names=(Name(name),) if name and name.strip() else (),
        imo=(str(number),) if number else (),
        mmsi=(str(radio),) if radio else (),
        flags=(Flag(code),) if code else (),
        built=int(traits["built"]) if traits["built"] else None,
        births=(str(traits["born"]),) if traits["born"] else (),
    )
    return Row(1, name or str(number or radio), query)


def _answers(
    base: "KnowledgeBase", rows: "list[Row] | tuple[Row, ...]", most: int
) -> "list[Answered]":
    from kb.desk.matched import Answered
    from kb.desk.matching import index_of
    from kb.matching.search import search

    bar = click.progressbar(rows, label="Matching", file=sys.stderr)
    with index_of(base.store, options.say) as index:
        if len(rows) < 100 or not sys.stderr.isatty():
            return [Answered(row, tuple(search(index, row.query, most))) for row in rows]
        with bar as shown:
            return [Answered(row, tuple(search(index, row.query, most))) for row in shown]
