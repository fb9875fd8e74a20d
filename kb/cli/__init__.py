"""The `kb` command: one module a subcommand, loaded when it is called.

Data goes to standard output, messages to standard error. Exit codes: 0 done, 1 the answer is "no",
2 bad input, 3 the store or the engine failed.
"""

import errno
import sys
from importlib import import_module

import click

from kb import __version__
from kb.errors import KbError, StoreError

COMMANDS = {
    "add": "Add report files to the base, if they are valid.",
    "assess": "Bring statuses and potential breaches up to date.",
    "breaches": "Show what would have been banned, if it happened as claimed.",
    "caps": "Sum claimed deliveries against the quantities that are allowed.",
    "convert": "Rewrite a report file in another format.",
    "demo": "Set up a demo base and show what can be asked.",
    "diff": "Show what changed in the base, or in a list, between two days.",
    "different": "Hold two things of the base to be different.",
    "distance": "Reckon the distance by sea between two ports.",
    "dossier": "Write a document on an entity or a proposition, with every passage.",
    "draft": "Draft report files from articles, pages and documents.",
    "eval": "Score an extractor against gold files.",
    "export": "Write the base, or some reports, as RDF or FollowTheMoney.",
    "exposure": "Find paths from a party to listed or accused parties.",
    "history": "List what was recorded, newest last.",
    "load": "Load an edition of a sanctions list.",
    "match": "Find who or what a name, a number or a row of a table may be.",
    "mentions": "Find identifiers, dates and known names in a text.",
    "plausibility": "Hold what is claimed of ships against distance, time and their lives.",
    "ports": "List the ports of the world, or find one by any name.",
    "query": "Ask a question of the catalogue, or run a SPARQL query.",
    "questions": "List the questions that can be asked.",
    "retract": "Take a report out of the base.",
    "review": "Accept, reject or mend the claims of a draft report.",
    "same": "Hold two things of the base to be the same.",
    "schema": "Print the JSON Schema of report files.",
    "show": "Show everything known of one thing.",
    "timeline": "List everything claimed about an entity in order of time.",
    "undo": "Take back a decision that two things are the same or different.",
    "validate": "Check report files against the shapes.",
    "why": "Show what speaks for and against one proposition.",
}
"""Every subcommand with its one-line help, so that `kb --help` need not load them."""


PLACES = {name: f"identity.{name}" for name in ("different", "same", "undo")}
"""Where a subcommand stands that has no module of its own."""


class Failure(click.ClickException):
    """A KbError on its way out of the command line, with its exit code."""

    def __init__(self, error: KbError) -> None:
        super().__init__(str(error))
        self.exit_code = error.exit_code  # type: ignore[misc]  # click reads it from the instance


class Commands(click.Group):
    """Loads `kb.cli.<name>` on demand and turns KbError into a message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all subcommands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = PLACES.get(cmd_name, f"{cmd_name}.command").partition(".")
        found: click.Command = getattr(import_module(f"kb.cli.{module}"), name)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of subcommands from the table, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Runs the subcommand; a KbError becomes its message and exit code."""
        try:
            return super().invoke(ctx)
        except KbError as error:
            raise Failure(error) from error


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kb")
def main() -> None:
    """A knowledge base of sanctions and shipments: who claims what, who denies it, with the quote."""


def run() -> None:
    """The console script: like `main`, quiet when a pipe's reader goes away, brief on a full disk."""
    from kb.cli.options import drop_output

    try:
        main()
    except BrokenPipeError:
        drop_output()
        sys.exit(141)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        drop_output()
        place = error.filename or "standard output"
        click.echo(f"Error: {place} cannot be written: {error.strerror}.", err=True)
        sys.exit(StoreError.exit_code)
