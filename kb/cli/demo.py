"""`kb demo`: the main job on a packaged report, from the file to the answers, in a few seconds."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.cli import options

if TYPE_CHECKING:
    from kb.desk.base import KnowledgeBase

NEXT = """\
  kb show person:dmitry-peskov --store {store}
  kb questions
  kb schema --example > mine.yaml     # a report file to start from
  kb validate mine.yaml
"""
PASSAGE = "#c-containers"


@click.command(short_help="Set up a demo base and show what can be asked.")
@click.option(
    "--folder",
    metavar="FOLDER",
    default="kb-demo",
    show_default=True,
    help="Where to make it. An earlier demo there is replaced.",
)
def command(folder: str) -> None:
    """Make a small base from a packaged report and show what can be asked of it.

    It needs no server, no key and no network, and leaves a folder with the report file, the store
    and a Turtle export.
    """
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait
    from kb.desk.demo import QUESTIONS, prepare

    report = prepare(Path(folder))
    store = str(Path(folder) / "store")
    with KnowledgeBase.open(store, write=True) as base:
        _record(base, report, store)
    with KnowledgeBase.open(store) as base:
        for number, asked in enumerate(QUESTIONS, 1):
            _heading(f"{number}. {asked.why}")
            _command(f"{asked.command} --store {store}")
            _ask(base, asked.question, dict(asked.values))
        _write(base, Path(folder) / "kb.ttl", store)
    _heading("Next")
    click.echo(NEXT.format(store=store), nl=False)


def _heading(text: str) -> None:
    click.secho(f"\n{text}\n", bold=True)


def _command(text: str) -> None:
    click.secho(f"$ {text}", fg="cyan")


def _record(base: "KnowledgeBase", report: Path, store: str) -> None:
    from kb.report.load import Request
    from kb.validation.finding import Severity
    from kb.validation.verdict import FORMATS

    _heading("A report becomes claims, each with its quote")
    _command(f"kb validate {report}")
    verdict, reports = base.check(Request(str(report)))
    click.echo(FORMATS["text"]([verdict], Severity.VIOLATION), nl=False)
    _command(f"kb add {report} --store {store}")
    for each in reports:
        click.echo(base.add(each).sentence(str(report)))


def _ask(base: "KnowledgeBase", question: str, values: dict[str, str]) -> None:
    from kb.questions.formats import as_table

    click.echo(as_table(base.ask(question, values)), nl=False)


def _write(base: "KnowledgeBase", path: Path, store: str) -> None:
    _heading("Everything as Turtle: no allegation without its claims and its status")
    _command(f"kb export --store {store} -o {path}")
    text = base.export("turtle")
    options.emit(text, str(path))
    blocks = text.split("\n\n")
    click.echo(next(block for block in blocks if f"\\{PASSAGE} a kb:Claim" in block))
