"""`kb load`: an edition of a sanctions list enters the base, whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli import options
from kb.errors import BadInput

if TYPE_CHECKING:
    from kb.desk.lists import Loaded
    from kb.lists.editions import Known

SHOWN = 20
"""How many oddities are told on the terminal; the others are counted."""


@click.command(short_help="Load an edition of a sanctions list.")
@click.argument("arguments", metavar="[LIST] FILE", nargs=-1)
@click.option(
    "--date", "day", metavar="DAY", default="", help="The day of the edition, over what it says."
)
@click.option(
    "--accept-shrink",
    is_flag=True,
    help="Load it although it has fewer entries than a whole edition should.",
)
@click.option("--history", is_flag=True, help="Show the editions in the base instead.")
@click.option("--all", "everything", is_flag=True, help="Tell every oddity, not the first 20.")
@options.store
def command(
    arguments: tuple[str, ...],
    day: str,
    accept_shrink: bool,
    history: bool,
    everything: bool,
    store: str,
) -> None:
    """Load an edition of a list from FILE. The list and the format are told from the file; naming LIST (un,
    un-1718-vessels, ofac, eu, uk, ftm) makes sure.

    Each edition is kept under its day, and none replaces another: `kb diff` compares them. What the importer
    did not read and what was odd is told on standard error. A file without entries, or with too few for a
    whole edition, is refused. Loading a file again changes nothing.
    """
    from kb.desk import lists  # loads the engine: only commands that use it wait
    from kb.desk.base import KnowledgeBase
    from kb.lists.editions import known

    if history:
        with KnowledgeBase.open(store) as base:
            if arguments:
                lists.require(base, arguments[0])
            options.emit(_history(known(base.store, *arguments[:1])), None)
        return
    if arguments == ("ports",):
        KnowledgeBase.open(store, write=True).close()
        options.say("The ports of the world are part of every base: see kb ports.")
        return
    if not 1 <= len(arguments) <= 2:
        raise BadInput("Name one file, with or without its list: kb load un consolidated.xml.")
    file = arguments[-1]
    if len(arguments) == 1 and file in lists.series() and not Path(file).exists():
        raise BadInput(f"Name the file too: kb load {file} FILE.")
    series = arguments[0] if len(arguments) == 2 else ""
    wanted = lists.Wanted(Path(file), series, day, accept_shrink)
    with KnowledgeBase.open(store, write=True) as base, options.counter("entries") as tell:
        done = lists.load(base, wanted, tell)
    _tell(done, file, everything=everything)
    options.say(done.sentence(file))


def _tell(done: "Loaded", file: str, *, everything: bool) -> None:
    """What was not read, and what was odd."""
    for path, number in done.unread:
        options.say(f"{file}: not read: {path}, {number} times")
    shown = done.oddities if everything else done.oddities[:SHOWN]
    for sentence in shown:
        options.say(f"odd: {sentence}")
    more = done.edition.oddities - len(shown) if done.action == "loaded" else 0
    if more > 0:
        options.say(f"{file}: {more} more oddities; --all shows up to 1,000.")


def _history(found: "list[Known]") -> str:
    """One line an edition, the columns separated by tabs."""
    lines = ["list\tday\tentries\tnot read\todd\tanswers from\tanswers until\tformat\tsha256\n"]
    lines += [
        f"{e.series}\t{e.iri.rpartition('/')[2]}\t{e.count}\t{e.unread}\t{e.oddities}\t{e.start}\t{e.end}"
        f"\t{e.form}\t{e.sha256}\n"
        for e in found
    ]
    return "".join(lines)
