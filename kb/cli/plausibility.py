"""`kb plausibility`: what of the claimed voyages and port calls of ships cannot be."""

import click

from kb.cli import options, reading


@click.command(short_help="Hold what is claimed of ships against distance, time and their lives.")
@click.argument("ship", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to write it.",
)
@reading.as_of
@options.store
@options.output
def command(
    ship: str | None,
    form: str,
    as_of: str | None,
    clock: str | None,
    store: str,
    output: str | None,
) -> None:
    """Warn of what does not fit in the claimed life of SHIP, or of all ships: speeds that no ship of the
    type has, two places at once, calls before she was built or after she was broken up, calls while her
    AIS was silent.

    Each warning shows its calculation and who claims what. A warning decides nothing. With SHIP, what
    could not be checked is told too, with the reason.
    """
    from kb.desk.why import plausibility  # loads the engine: only commands that use it wait
    from kb.judge.plausibility_page import FORMATS

    view = reading.view(as_of, clock)
    made = reading.answered(
        store, view, lambda base: FORMATS[form](plausibility(base, ship)), judged=False
    )
    reading.shown(made, form, view, output)
