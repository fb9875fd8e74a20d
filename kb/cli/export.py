"""`kb export`: the base, or some reports, as RDF, or its entities as FollowTheMoney."""

from typing import TYPE_CHECKING

import click

from kb.cli import options, reading

if TYPE_CHECKING:
    from kb.desk.clocks import AsOf

FORMATS = ("turtle", "trig", "nquads", "jsonld", "ftm")


@click.command(short_help="Write the base, or some reports, as RDF or FollowTheMoney.")
@click.argument("reports", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="turtle",
    show_default=True,
    help="Turtle is the union of the graphs, ftm its entities; the others keep the graphs apart.",
)
@click.option(
    "--side-file",
    metavar="FILE",
    help="With ftm: write what FollowTheMoney cannot hold (claims, quotes, statuses) to this file.",
)
@click.option("--reference", is_flag=True, help="Take the ontology and reference data along.")
@reading.as_of
@options.store
@options.output
def command(
    reports: tuple[str, ...],
    form: str,
    side_file: str | None,
    reference: bool,
    as_of: str | None,
    clock: str | None,
    store: str,
    output: str | None,
) -> None:
    """Write all reports of the base, or those named, with what was derived of them.

    The same base gives the same bytes. Events and relations never leave without their claims and
    their status; an export that would show an allegation as plain fact is refused (exit code 1).
    """
    view = reading.view(as_of, clock)
    if form == "ftm":
        _ftm(reports, side_file, reference, store, view, output)
        return
    if side_file is not None:
        raise click.UsageError("--side-file goes with --format ftm: RDF holds everything itself.")
    data = reading.answered(
        store, view, lambda base: base.export(form, reports, reference=reference)
    )
    reading.shown(data, form, view, output)


def _ftm(  # one argument an option
    reports: tuple[str, ...],
    side_file: str | None,
    reference: bool,
    store: str,
    view: "AsOf | None",
    output: str | None,
) -> None:
    from kb.export.ftm import export
    from kb.vocabulary import vocabulary

    if side_file is not None and side_file == output:
        raise click.UsageError("-o and --side-file name the same file. Name two.")
    made = reading.answered(
        store, view, lambda base: export(base.store, vocabulary(), reports, reference=reference)
    )
    if made is None:
        options.emit("", output)
        return
    if side_file is not None:
        side = made.seen(view.day.isoformat(), view.clock) if view else made.side
        options.emit(side, side_file)
    reading.shown(made.entities, "ftm", view, output)
    if lost := made.loss(side_file):
        options.say(lost)
