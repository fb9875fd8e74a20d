"""`kb review`: a draft report, claim by claim, accepted or not by a person."""

import shlex
import shutil
import subprocess
from contextlib import suppress
from getpass import getuser
from typing import TYPE_CHECKING

import click

from kb.cli import options
from kb.errors import BadInput

if TYPE_CHECKING:
    from kb.review.session import Session


@click.command(short_help="Accept, reject or mend the claims of a draft report.")
@click.argument("file")
@click.option(
    "--reviewer",
    metavar="NAME",
    envvar="KB_REVIEWER",
    help="Who reviews.  [default: the name that git knows, else the name of the account]",
)
@click.option(
    "--plain",
    is_flag=True,
    help="No colours and no single keys: labelled lines, for screen readers and pipes.",
)
@options.text_file
@options.store
def command(file: str, reviewer: str | None, plain: bool, text: str | None, store: str) -> None:
    """Go through the claims of the draft report FILE, one at a time; `kb review matches` goes through pairs
    of things in the base that may be one.

    Each claim is shown in its paragraph with what was made of it, to be accepted, rejected, edited,
    merged with another or split off; ? lists the keys. Every decision is written to FILE at once,
    with who and when, so a review can be left and taken up at any moment.
    """
    if file == "matches":
        _matches(reviewer or _account(), store, plain=plain)
        return
    from kb.cli.dialogue import Dialogue
    from kb.cli.terminal import fancy
    from kb.desk.review import known_names
    from kb.review.session import Session

    session = Session.open(file, reviewer or _account(), text, known_names())
    left = session.counts()["draft"]
    message = f"{session.total - left} of {session.total} claims are decided already."
    message = message if left < session.total else ""
    if fancy(plain=plain):
        from kb.cli.screen import Screen  # draws with rich, which plain lines need not load

        with suppress(KeyboardInterrupt), Screen() as face:
            Dialogue(session, face).run(message)
    else:
        from kb.cli.plain import Plain

        with suppress(KeyboardInterrupt):
            Dialogue(session, Plain()).run(message)
    _summary(session, file)


def _matches(reviewer: str, store: str, *, plain: bool) -> None:
    """Candidates for identity decisions, one at a time."""
    from kb.cli.candidates import Judging
    from kb.desk.base import KnowledgeBase  # loads the engine: only commands that use it wait

    if not reviewer:
        raise BadInput("A decision needs a person. Say who decides with --reviewer.")
    with KnowledgeBase.open(store, write=True) as base, suppress(KeyboardInterrupt):
        Judging(base, reviewer, plain=plain).run()


def _summary(session: "Session", file: str) -> None:
    counts = session.counts()
    click.echo(
        f"{counts['accepted']} accepted, {counts['rejected']} rejected, {counts['draft']} left of "
        f"{session.total} claims in {file}."
    )
    name = shlex.quote(file)
    if counts["draft"]:
        click.echo(f"Go on with: kb review {name}")
    elif counts["accepted"]:
        click.echo(f"Next: kb validate {name} && kb add {name}")


def _account() -> str:
    """The reviewer whom nobody named: as git knows them, else as the system does."""
    git = shutil.which("git")
    if git:
        asked = [git, "config", "user.name"]
        found = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603  # all constants
        name = found.stdout.decode(errors="replace").strip()
        if name:
            return name
    try:
        return getuser()
    except (KeyError, OSError):
        return ""
