"""What every command that reads the base has in common: as of which day, by which clock, and saying so."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from kb.cli import options
from kb.desk.clocks import CLOCKS, USUAL, AsOf, day_of
from kb.errors import UnknownName

if TYPE_CHECKING:
    from kb.desk.base import KnowledgeBase

Command = TypeVar("Command", bound=Callable[..., object])
Made = TypeVar("Made")
PLAIN = frozenset({"text", "table", "markdown"})
COMMENTED = frozenset({"turtle", "trig", "nquads"})


def as_of(command: Command) -> Command:
    """The two options of every command that reads: `--as-of` and `--clock`."""
    day = click.option(
        "--as-of",
        metavar="DATE",
        help="As the base was at the end of this day, such as 2023-10-18, 2023-10 or 2023.",
    )
    clock = click.option(
        "--clock",
        type=click.Choice(list(CLOCKS)),
        help="What counts by that day: what had happened, was said, published (usual), or recorded here.",
    )
    return day(clock(command))


def view(day: str | None, clock: str | None, *, orders: bool = False) -> AsOf | None:
    """The view that the two options ask for; raises BadInput for a date that is none.

    `orders` says that the clock has a meaning of its own without a day.
    """
    if day is None:
        if clock is not None and not orders:
            raise click.UsageError("--clock says by what --as-of reckons. Give --as-of too.")
        return None
    return AsOf(day_of(day), clock or USUAL)


@contextmanager
def opened(store: str, wanted: AsOf | None, *, judged: bool = True) -> "Iterator[KnowledgeBase]":
    """The base, or a view of it; where the view is empty, that is told.

    A view that is not judged has no potential breaches, and is there sooner.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait

    with KnowledgeBase.open(store, as_of=wanted, judged=judged) as base:
        if wanted is not None and base.empty:
            options.say(wanted.nothing)
        yield base


def answered(
    store: str,
    wanted: AsOf | None,
    make: "Callable[[KnowledgeBase], Made]",
    *,
    judged: bool = True,
) -> "Made | None":
    """What is made of the base, or of a view; None, told, where only today's base knows what is asked for."""
    with opened(store, wanted, judged=judged) as base:
        try:
            return make(base)
        except UnknownName:
            if wanted is None:
                raise
    with opened(store, None) as today:
        make(today)
    options.say(f"{wanted.words}: nothing of this is in the base.")
    return None


def named(text: str, form: str, wanted: AsOf | None) -> str:
    """A text in a format with the view that it is of: in it where there is a place, else told beside it."""
    if wanted is None:
        return text
    if form in PLAIN:
        return f"{wanted.words}.\n\n{text}"
    if form in COMMENTED:
        return f"# {wanted.words}.\n{text}"
    if form == "json" and text.startswith("{"):
        said = {"as_of": {"day": wanted.day.isoformat(), "clock": wanted.clock}}
        return json.dumps(said | json.loads(text), ensure_ascii=False, indent=2) + "\n"
    if form == "html":
        body, tag, rest = text.partition("<body>")
        return f"{body}{tag}<p>{wanted.words}.</p>\n{rest}"
    options.say(f"{wanted.words}.")
    return text


def nothing(form: str) -> str:
    """The empty answer in a format."""
    return {
        "json": "{}\n",
        "text": "Nothing.\n",
        "table": "Nothing.\n",
        "markdown": "Nothing.\n",
    }.get(form, "")


def shown(text: str | None, form: str, wanted: AsOf | None, output: str | None) -> None:
    """Writes an answer with the view that it is of; the empty one where there is none."""
    options.emit(named(nothing(form) if text is None else text, form, wanted), output)
