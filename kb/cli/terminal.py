"""The terminal as a reviewer meets it: keys and lines read, cards drawn, or plain labelled lines."""

import os
import select
import shutil
import sys
from collections.abc import Sequence
from typing import Protocol

from kb.review.session import Session

KEYS = (
    ("a", "accept"),
    ("r", "reject"),
    ("e", "edit"),
    ("m", "merge"),
    ("s", "split"),
    ("n", "next"),
    ("p", "previous"),
    ("u", "undo"),
    ("?", "help"),
    ("q", "quit"),
)
ARROWS = {"\x1b[C": "n", "\x1b[B": "n", "\x1b[D": "p", "\x1b[A": "p"}
SAME = {" ": "n", "\r": "n", "\n": "n", "\x03": "q", "\x04": "q", "": "q"}
"""Other keys that do the same; the empty one is the end of input."""
RESIZED = "resized"


class Face(Protocol):
    """A way to meet a reviewer."""

    def show(self, session: Session, message: str) -> None:
        """Shows the claim in view, and a message."""

    def key(self) -> str:
        """The next key; `q` at the end of input."""

    def menu(self, title: str, rows: Sequence[tuple[str, str]], message: str = "") -> None:
        """Shows rows of a label and a text under a title."""

    def ask(self, prompt: str, words: Sequence[str] = (), given: str = "") -> str | None:
        """A line of answer; `words` can be completed, `given` is there to be changed. None: never mind."""


def fancy(*, plain: bool) -> bool:
    """Whether colours and single keys suit: a terminal on both sides, and nobody who asked for less."""
    wanted = not plain and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdin.isatty() and sys.stdout.isatty()


def visible(text: str) -> str:
    """A text on one line for a terminal: control and direction characters are shown, not obeyed."""
    flat = text.replace("\n", " ").replace("\t", " ")
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in flat)


def key_from(handle: int) -> str:
    """One key from a terminal in its raw form, byte by byte so that what is typed ahead stays there.

    Gives RESIZED when the window changes its size meanwhile.
    """
    size = shutil.get_terminal_size()
    while not select.select([handle], [], [], 0.25)[0]:
        if shutil.get_terminal_size() != size:
            return RESIZED
    data = os.read(handle, 1)
    if data == b"\x1b":
        while len(data) < 8 and select.select([handle], [], [], 0.03)[0]:
            data += os.read(handle, 1)
            if len(data) > 2 and 0x40 <= data[-1] <= 0x7E:
                break
    elif data and data[0] >= 0xC0:
        for _ in range(3 if data[0] >= 0xF0 else 2 if data[0] >= 0xE0 else 1):
            data += os.read(handle, 1)
    text = data.decode(errors="replace")
    return ARROWS.get(text, SAME.get(text, text))


def pressed() -> str:
    """One key of standard input, without waiting for the end of a line."""
    import termios  # POSIX only, and only where keys are read one by one

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    raw = termios.tcgetattr(handle)
    raw[3] &= ~(termios.ICANON | termios.ECHO)
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
    try:
        termios.tcsetattr(handle, termios.TCSADRAIN, raw)
        return key_from(handle)
    except KeyboardInterrupt:
        return "q"
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def typed(prompt: str, words: Sequence[str], given: str) -> str | None:
    """A line typed at a terminal, with completion by Tab; None when it is broken off."""
    try:
        import readline  # not on every platform; the line can be typed without
    except ImportError:
        readline = None  # type: ignore[assignment]
    if readline:
        _prepare(readline, words, given)
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        return None
    finally:
        if readline:
            readline.set_startup_hook(None)
            readline.set_completer(None)


def _prepare(readline: object, words: Sequence[str], given: str) -> None:
    from typing import Any, cast

    line = cast(Any, readline)

    def complete(text: str, state: int) -> str | None:
        found = [word for word in words if word.casefold().startswith(text.casefold())]
        return found[state] if state < len(found) else None

    line.set_completer_delims(";")
    line.set_completer(complete)
    line.parse_and_bind("tab: complete")
    line.set_startup_hook(lambda: line.insert_text(given))
