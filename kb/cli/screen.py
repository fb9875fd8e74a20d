"""A review on the whole screen: the passage in its paragraph in colours, then the facts, then the keys."""

import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from kb.cli.terminal import KEYS, pressed, typed, visible
from kb.review.session import Session
from kb.review.view import CLAIMANT, CUE, PASSAGE, Excerpt, Sight, sight

STYLES = {PASSAGE: "white on grey23", CUE: "underline", CLAIMANT: "bold"}
ROLES = ("bright_cyan", "bright_green", "bright_yellow", "bright_magenta", "bright_blue")
STANCES = {"denies": "red", "doubts": "yellow", "alleges": "magenta", "expects": "blue"}
STATUSES = {"accepted": "green", "rejected": "red", "draft": "yellow"}
WIDTH = 100
LEAST = 4
"""How many lines of the paragraph are shown at least, however small the window."""
ENTER, LEAVE, CLEAR = "\x1b[?1049h", "\x1b[?1049l", "\x1b[H\x1b[2J"


class Screen:
    """Draws on a screen of its own and leaves the reviewer's terminal as it was."""

    def __init__(self) -> None:
        self.console = Console(highlight=False, markup=False, emoji=False)
        self.session: Session | None = None

    def __enter__(self) -> "Screen":
        for name in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, _end)
        self._write(ENTER)
        return self

    def __exit__(self, *_: object) -> None:
        self._write(LEAVE)

    def show(self, session: Session, message: str) -> None:
        """Draws the claim in view."""
        self.session = session
        seen = sight(session.draft, session.position)
        width = min(self.console.width, WIDTH)
        colours = _colours(seen)
        head = self._lines(_head(session, width), width)
        facts = self._lines(_facts(seen, colours), width)
        foot = self._lines(Group(Text(visible(message), "bold"), _keys()), width)
        room = self.console.height - len(head) - len(foot) - 2
        words = list(_excerpt(seen, colours).wrap(self.console, width)) if seen.excerpt else []
        shown = _around(words, max(LEAST, room - len(facts) - 1))
        over = len(facts) + len(shown) + 1 - room
        if over > 0:
            facts = facts[: max(0, len(facts) - over - 1)]
            facts.append(Text(f"… {over + 1} more lines: make the window taller", "dim"))
        self._write(CLEAR)
        for line in [*head, *shown, Text(), *facts]:
            self.console.print(line, no_wrap=True, overflow="ellipsis", crop=True)
        for _ in range(room - len(facts) - len(shown) - 1):
            self.console.print()
        for line in foot:
            self.console.print(line, no_wrap=True, crop=True)

    def key(self) -> str:
        """The key that is pressed."""
        return pressed()

    def menu(self, title: str, rows: Sequence[tuple[str, str]], message: str = "") -> None:
        """Draws rows under the passage and a title; those that do not fit are counted."""
        height = self.console.height
        words = self._passage(max(0, min(8, height - len(rows) - 7)))
        room = max(4, height - 6 - len(words))
        self._write(CLEAR)
        for line in [*words, *([Text()] if words else []), Text(visible(title), "bold"), Text()]:
            self.console.print(line)
        table = Table.grid(padding=(0, 2))
        names = max((len(name) for name, _ in rows), default=0)
        lines = sum(1 + len(text) // max(1, self.console.width - names - 2) for _, text in rows)
        wrap = lines <= room
        table.add_column(no_wrap=True, min_width=names)
        table.add_column(no_wrap=not wrap, overflow="fold" if wrap else "ellipsis")
        for name, text in rows[:room]:
            table.add_row(Text(visible(name), "cyan"), Text(visible(text)))
        self.console.print(table)
        if len(rows) > room:
            more = f"… {len(rows) - room} more; Tab completes what you type"
            self.console.print(Text(more, "dim"))
        if message:
            self.console.print(Text(visible(message), "bold"))

    def ask(self, prompt: str, words: Sequence[str] = (), given: str = "") -> str | None:
        """A line of answer below what is drawn."""
        self.console.print(Text(visible(prompt), "cyan"))
        sys.stdout.flush()
        return typed("> ", words, given)

    def _passage(self, room: int) -> list[Text]:
        """The lines of the passage in view."""
        if self.session is None or not room:
            return []
        seen = sight(self.session.draft, self.session.position)
        text = _excerpt(seen, _colours(seen))
        lines = list(text.wrap(self.console, min(self.console.width, WIDTH)))
        return _around(lines, room) if seen.excerpt else []

    def _lines(self, what: RenderableType, width: int) -> list[Text]:
        """What is drawn, line by line."""
        options = self.console.options.update(width=width)
        return [
            Text.assemble(*((part.text, part.style or "") for part in line))
            for line in self.console.render_lines(what, options, pad=False)
        ]

    def _write(self, control: str) -> None:
        sys.stdout.write(control)
        sys.stdout.flush()


def _end(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def _head(session: Session, width: int) -> RenderableType:
    counts, claim = session.counts(), session.claim
    status = str(claim.get("status", "draft"))
    left = Text.assemble(
        (f"Claim {session.position + 1} of {session.total}", "bold"),
        f"  {visible(session.name())}  ",
        (visible(status), STATUSES.get(status, "")),
    )
    if "reviewer" in claim:
        left.append(visible(f" by {claim['reviewer']}, {claim.get('reviewed', '')}"), "dim")
    tally = (
        f"{counts['accepted']} accepted · {counts['rejected']} rejected · {counts['draft']} to go"
    )
    line = Table.grid(expand=True)
    line.add_column()
    line.add_column(justify="right")
    line.add_row(left, Text(tally, "dim"))
    done = round(width * (session.total - counts["draft"]) / session.total)
    return Group(line, Text.assemble(("━" * done, "green"), ("─" * (width - done), "dim")), Text())


def _colours(seen: Sight) -> dict[str, str]:
    """A colour for each role."""
    return {name: ROLES[n % len(ROLES)] for n, (name, _) in enumerate(seen.roles)}


def _excerpt(seen: Sight, colours: dict[str, str]) -> Text:
    """The paragraph with its parts in their styles."""
    found: Excerpt | None = seen.excerpt
    if found is None:
        return Text()
    places, made = [], []
    length = 0
    for mark in found.text:
        places.append(length)
        made.append(visible(mark))
        length += len(made[-1])
    places.append(length)
    text = Text("".join(made))
    order = sorted(found.marks, key=lambda each: each.part != PASSAGE)
    for each in order:
        style = STYLES.get(each.part) or colours.get(each.part, "")
        text.stylize(style, places[each.start], places[each.end])
    return text


def _around(lines: list[Text], room: int) -> list[Text]:
    """The lines that fit, those of the passage in the middle."""
    if len(lines) <= room:
        return lines
    held = [
        n for n, line in enumerate(lines) if any(s.style == STYLES[PASSAGE] for s in line.spans)
    ]
    first, last = (held[0], held[-1]) if held else (0, 0)
    start = max(0, min(first - max(0, room - (last - first + 1)) // 2, len(lines) - room))
    return lines[start : start + room]


def _facts(seen: Sight, colours: dict[str, str]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=10)
    for name, value in seen.facts:
        style = STYLES[CLAIMANT] if name == CLAIMANT else ""
        if name == "stance":
            style = f"bold {STANCES.get(value.split(',')[0], 'green')}"
        table.add_row(Text(visible(name), "dim"), Text(visible(value), style))
        if name == "about":
            for role, filler in seen.roles:
                table.add_row(
                    Text(f"  {visible(role)}", "dim"), Text(visible(filler), colours[role])
                )
    for other in seen.others[:4]:
        table.add_row(Text("same event", "dim"), Text(visible(other)))
    if len(seen.others) > 4:
        table.add_row(Text(""), Text(f"and {len(seen.others) - 4} more claims", "dim"))
    for warning in seen.warnings:
        table.add_row(Text("warning", "bold yellow"), Text(visible(warning), "yellow"))
    return table


def _keys() -> Text:
    return Text("  ").join(Text.assemble((key, "bold cyan"), f" {word}") for key, word in KEYS)
