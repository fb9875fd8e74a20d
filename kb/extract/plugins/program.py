"""An extractor that is a program of the user's: a document in as JSON, candidates out as JSON Lines."""

import json
import os
import selectors
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import IO

from kb.documents.model import Document
from kb.errors import BadInput
from kb.extract.candidate import Candidate
from kb.extract.gate import Refused
from kb.extract.mention import Mention
from kb.extract.plugins.wire import read_lines, tidy

PROTOCOL = 1
SECONDS = 120.0
OUTPUT_BYTES = 16 * 1024**2
ERROR_BYTES = 64 * 1024
PIECE = 64 * 1024


class Program:
    """Runs a program once for each document; `refused`: the lines of the last run that were no candidates."""

    def __init__(
        self, command: str, *, seconds: float = SECONDS, output_bytes: int = OUTPUT_BYTES
    ) -> None:
        self.words = _split(command)
        self.path = _found(self.words[0])
        self.name = f"cmd:{tidy(Path(self.words[0]).name, 80)}"
        self.version = f"sha256:{_digest(self.path, self.words[1:])}"
        self.seconds = seconds
        self.output_bytes = output_bytes
        self.refused: list[Refused] = []

    def extract(self, document: Document, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        """The candidates that the program prints for a document."""
        self.refused = []
        output = self._run(request(document, mentions))
        good, self.refused = read_lines(output.decode("utf-8", "replace"), self.name)
        yield from good

    def _run(self, given: bytes) -> bytes:
        with tempfile.TemporaryFile() as source:
            source.write(given)
            source.seek(0)
            try:
                process = subprocess.Popen(  # noqa: S603 - the user's own program, without a shell
                    [self.path, *self.words[1:]],
                    stdin=source,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    start_new_session=True,
                )
            except OSError as error:
                raise BadInput(
                    f"The extractor {self.name} cannot be started: {error.strerror}. "
                    "Make it a file that can be run (chmod +x, a first line such as #!/usr/bin/env python3)."
                ) from None
        with process:
            try:
                output, errors = self._collect(process)
            except BaseException:
                _end(process)
                raise
        if process.returncode:
            raise BadInput(
                f"The extractor {self.name} ended with {_code(process.returncode)}: {_last(errors)}"
            )
        return output

    def _collect(self, process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
        """All that the program prints, until it ends; what goes over a limit ends it."""
        limit = time.monotonic() + self.seconds
        output, errors = bytearray(), bytearray()
        with selectors.DefaultSelector() as selector:
            for stream, kept in ((process.stdout, output), (process.stderr, errors)):
                assert stream is not None
                selector.register(stream, selectors.EVENT_READ, kept)
            while selector.get_map():
                ready = selector.select(max(limit - time.monotonic(), 0))
                if not ready:
                    raise self._too_slow()
                for key, _ in ready:
                    if not _take(key.fileobj, key.data):  # type: ignore[arg-type]
                        selector.unregister(key.fileobj)
                if len(output) > self.output_bytes:
                    raise BadInput(
                        f"The extractor {self.name} printed more than {self.output_bytes:,} bytes and "
                        "was ended: let it print one line of JSON for each claim, nothing else."
                    )
                del errors[:-ERROR_BYTES]
        try:
            process.wait(max(limit - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            raise self._too_slow() from None
        return bytes(output), bytes(errors)

    def _too_slow(self) -> BadInput:
        return BadInput(
            f"The extractor {self.name} took longer than {self.seconds:g} seconds and was ended: "
            "give it a shorter document, or mend it."
        )


def request(document: Document, mentions: Sequence[Mention]) -> bytes:
    """What a program reads: one line of JSON."""
    named = [
        {"start": m.start, "end": m.end, "text": m.text, "kind": m.kind, "value": m.value}
        for m in mentions
    ]
    asked = {
        "version": PROTOCOL,
        "text": document.text,
        "title": document.title,
        "published": document.published,
        "language": document.language,
        "publisher": document.publisher,
        "mentions": named,
    }
    return json.dumps(asked).encode() + b"\n"


def _split(command: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise BadInput(f"cmd:{tidy(command, 80)}: {error}. Close the quotation marks.") from None
    if not words or "\0" in command:
        raise BadInput(
            "cmd: names no program. Write cmd:PROGRAM, with its arguments if it has any."
        )
    return words


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise BadInput(
            f"There is no program {tidy(program, 200)!r} that can be run. "
            "Give its path, make it executable, or name the interpreter first: cmd:python3 mine.py."
        )
    return path


def _digest(path: str, arguments: Sequence[str]) -> str:
    """The first of the hash over the program and those of its arguments that are files."""
    total = sha256()
    for each in (path, *arguments):
        file = Path(each)
        total.update(sha256(file.read_bytes() if _readable(file) else each.encode()).digest())
    return total.hexdigest()[:12]


def _readable(file: Path) -> bool:
    try:
        return file.is_file() and os.access(file, os.R_OK)
    except OSError:
        return False


def _take(stream: IO[bytes], kept: bytearray) -> bool:
    """Reads what is there; false at the end."""
    piece = os.read(stream.fileno(), PIECE)
    kept += piece
    return bool(piece)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kills the program and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _code(code: int) -> str:
    return f"exit code {code}" if code > 0 else f"signal {-code}"


def _last(errors: bytes) -> str:
    lines = [line for line in errors.decode("utf-8", "replace").splitlines() if line.strip()]
    return tidy(lines[-1], 300) if lines else "it says nothing on its standard error."
