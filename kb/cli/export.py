"""`kb export`: the base, or some reports, as RDF."""

import click

from kb.cli import options

FORMATS = ("turtle", "trig", "nquads", "jsonld")


@click.command(short_help="Write the base, or some reports, as RDF.")
@click.argument("reports", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="turtle",
    show_default=True,
    help="Turtle is the union of the graphs; the others keep them apart.",
)
@click.option("--reference", is_flag=True, help="Take the ontology and reference data along.")
@options.store
@options.output
def command(
    reports: tuple[str, ...], form: str, reference: bool, store: str, output: str | None
) -> None:
    """Write all reports of the base, or those named, with what was derived of them.

    The same base gives the same bytes. Events and relations never leave without their claims and
    their status; an export that would show an allegation as plain fact is refused (exit code 1).
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait

    with KnowledgeBase.open(store) as base:
        data = base.export(form, reports, reference=reference)
    options.emit(data, output)
