"""`kb review` in a terminal: single keys, a screen of its own, and the terminal left as it was."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kb.cli.terminal import typed
from tests.review.conftest import Write, claims, on_disk

ROOT = Path(__file__).parent.parent.parent
RUN = """
import fcntl, signal, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C is a signal,
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
from kb.cli.review import command
command()
"""
PATIENCE = 30


class Terminal:
    """A pseudo-terminal with a review in it."""

    def __init__(self, path: str, rows: int, columns: int) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        environment = {
            k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUN, path, "--reviewer", "A. Analyst"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env=environment | {"TERM": "xterm-256color"},
            start_new_session=True,
        )
        self.seen = ""

    def until(self, words: str) -> str:
        """Reads until the words are drawn; gives what was drawn since the last call."""
        while words not in self.seen:
            assert select.select([self.master], [], [], PATIENCE)[0], (
                f"no {words!r} in {self.seen!r}"
            )
            self.seen += os.read(self.master, 65536).decode(errors="replace")
        drawn, _, self.seen = self.seen.partition(words)
        return drawn + words

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())


@contextmanager
def terminal(path: str, rows: int = 30, columns: int = 100) -> Iterator[Terminal]:
    found = Terminal(path, rows, columns)
    try:
        yield found
    finally:
        found.process.kill()
        found.process.wait()
        os.close(found.master)
        os.close(found.slave)


def test_keys_decide_without_enter_and_the_terminal_is_left_as_it_was(write: Write):
    path = write()
    with terminal(path) as each:
        drawn = each.until(" quit")
        assert "\x1b[?1049h" in drawn
        assert "\x1b[1;4mWhite House" in drawn or "White House" in drawn
        assert "\x1b[4m" in drawn  # the cue
        assert "48;5;237m" in drawn  # the ground of the passage
        each.type("a")
        each.until("#c1 is accepted.")
        each.until(" quit")
        each.type("r")
        each.until("> ")
        each.type("not said\n")
        each.until("#c2 is rejected.")
        each.until(" quit")
        each.type("u")
        each.until("Undone: #c2 is rejected.")
        each.until(" quit")
        each.type("q")
        each.until("\x1b[?1049l")
        each.until("1 accepted, 0 rejected, 2 left of 3 claims")
        assert each.process.wait(PATIENCE) == 0
        assert termios.tcgetattr(each.slave) == each.before
    assert [c["status"] for c in on_disk(path)["claims"]] == ["accepted", "draft", "draft"]


def test_what_is_typed_ahead_goes_where_it_belongs(write: Write):
    path = write()
    with terminal(path) as each:
        each.until(" quit")
        each.type("ranother area\n")
        each.until("#c1 is rejected.")
        each.until(" quit")
        each.type("aq")
        each.until("1 accepted, 1 rejected, 1 left")
    assert claims(path)["#c1"]["note"] == "another area"


def test_arrows_move_and_ctrl_c_ends_the_review(write: Write):
    path = write()
    before = Path(path).read_text()
    with terminal(path) as each:
        each.until("Claim 1 of 3")
        each.until(" quit")
        each.type("\x1b[C")
        each.until("Claim 2 of 3")
        each.until(" quit")
        each.type("\x1b[D")
        each.until("Claim 1 of 3")
        each.until(" quit")
        each.type("\x03")
        each.until("0 accepted, 0 rejected, 3 left")
        assert each.process.wait(PATIENCE) == 0
    assert Path(path).read_text() == before


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_ctrl_c_and_ctrl_d_break_a_question_off(monkeypatch, stop: type[BaseException]):
    def broken(_: str) -> str:
        raise stop

    monkeypatch.setattr("builtins.input", broken)
    assert typed("> ", ["a"], "b") is None


def test_hostile_words_are_shown_not_obeyed(write: Write):
    with terminal(write(("“There is", "“\u202eThere is"))) as each:
        each.until(" quit")
        each.type("n")
        drawn = each.until(" quit")
        assert "\\u202e" in drawn
        assert "\u202e" not in drawn


@pytest.mark.parametrize(("rows", "columns"), [(10, 40), (24, 80), (60, 200)])
def test_every_size_of_window_shows_the_passage_and_the_keys(write: Write, rows: int, columns: int):
    with terminal(write(), rows, columns) as each:
        drawn = each.until(" quit")
        assert "Claim 1 of 3" in drawn
        assert "North Korea" in drawn


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_review_that_is_ended_leaves_the_screen(write: Write, number: signal.Signals):
    path = write()
    with terminal(path) as each:
        each.until(" quit")
        each.type("a")
        each.until("#c1 is accepted.")
        each.until(" quit")
        each.process.send_signal(number)
        each.until("\x1b[?1049l")
        assert each.process.wait(PATIENCE) == 128 + number
        assert termios.tcgetattr(each.slave) == each.before
    assert claims(path)["#c1"]["status"] == "accepted"


def test_a_review_that_is_killed_keeps_every_answer(write: Write):
    path = write()
    with terminal(path) as each:
        each.until(" quit")
        each.type("a")
        each.until("#c1 is accepted.")
        each.until(" quit")
        each.type("r")
        each.until("> ")
        each.process.kill()
        each.process.wait(PATIENCE)
    assert [c["status"] for c in on_disk(path)["claims"]] == ["accepted", "draft", "draft"]
