"""A review in plain lines: one labelled fact a line, an answer a line; for screen readers and pipes."""

import sys
from collections.abc import Sequence

import click

from kb.cli.terminal import KEYS, SAME, visible
from kb.review.session import Session
from kb.review.view import sight

PROMPT = f"Key ({', '.join(f'{key} {word}' for key, word in KEYS)}): "


class Plain:
    """Neither colour nor cursor: what is said stays said."""

    def show(self, session: Session, message: str) -> None:
        """Shows the claim in view as lines."""
        counts, seen = session.counts(), sight(session.draft, session.position)
        if message:
            _say("Message", message)
        click.echo()
        claim = session.claim
        _say("Claim", f"{session.position + 1} of {session.total}, {session.name()}")
        by = (
            f" by {claim['reviewer']} on {claim.get('reviewed', '?')}"
            if "reviewer" in claim
            else ""
        )
        _say("Status", f"{claim.get('status', 'draft')}{by}")
        _say("Left", f"{counts['draft']} of {session.total}")
        if seen.excerpt:
            passage = next(each for each in seen.excerpt.marks if each.part == "passage")
            _say("Passage", seen.excerpt.text[passage.start : passage.end])
            cue = next((each for each in seen.excerpt.marks if each.part == "cue"), None)
            if cue:
                _say("Cue", seen.excerpt.text[cue.start : cue.end])
            _say("Paragraph", seen.excerpt.text)
        for name, value in seen.facts:
            _say(name.capitalize(), value)
            for role, filler in seen.roles if name == "about" else ():
                _say(f"Role {role}", filler)
        for other in seen.others:
            _say("Other claim about it", other)
        for warning in seen.warnings:
            _say("Warning", warning)

    def key(self) -> str:
        """The first letter of a line; an empty line goes on, the end of input quits."""
        line = _line(PROMPT)
        if line is None:
            return "q"
        found = line.strip()[:1].lower() or " "
        return SAME.get(found, found)

    def menu(self, title: str, rows: Sequence[tuple[str, str]], message: str = "") -> None:
        """Shows rows as lines."""
        if message:
            _say("Message", message)
        click.echo(visible(title))
        for name, text in rows:
            _say(name, text)

    def ask(self, prompt: str, words: Sequence[str] = (), given: str = "") -> str | None:
        """A line of answer."""
        return _line(visible(prompt))


def _say(name: str, text: str) -> None:
    click.echo(f"{visible(name)}: {visible(text)}")


def _line(prompt: str) -> str | None:
    click.echo(prompt.rstrip() if not sys.stdin.isatty() else prompt, nl=not sys.stdin.isatty())
    try:
        line = sys.stdin.readline()
    except (KeyboardInterrupt, UnicodeDecodeError):
        return None
    return line.rstrip("\r\n") if line else None
