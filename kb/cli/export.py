"""`kb export`: the base, or some reports, as RDF, or its entities as FollowTheMoney."""

import click

from kb.cli import options

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
@options.store
@options.output
def command(
    reports: tuple[str, ...],
    form: str,
    side_file: str | None,
    reference: bool,
    store: str,
    output: str | None,
) -> None:
    """Write all reports of the base, or those named, with what was derived of them.

    The same base gives the same bytes. Events and relations never leave without their claims and
    their status; an export that would show an allegation as plain fact is refused (exit code 1).
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait

    if form == "ftm":
        _ftm(reports, side_file, reference, store, output)
        return
    if side_file is not None:
        raise click.UsageError("--side-file goes with --format ftm: RDF holds everything itself.")
    with KnowledgeBase.open(store) as base:
        data = base.export(form, reports, reference=reference)
    options.emit(data, output)


def _ftm(
    reports: tuple[str, ...], side_file: str | None, reference: bool, store: str, output: str | None
) -> None:
    from kb.desk.base import KnowledgeBase
    from kb.export.ftm import export
    from kb.vocabulary import vocabulary

    if side_file is not None and side_file == output:
        raise click.UsageError("-o and --side-file name the same file. Name two.")
    with KnowledgeBase.open(store) as base:
        made = export(base.store, vocabulary(), reports, reference=reference)
    if side_file is not None:
        options.emit(made.side, side_file)
    options.emit(made.entities, output)
    if lost := made.loss(side_file):
        options.say(lost)
