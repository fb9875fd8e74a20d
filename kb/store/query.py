"""Running a query that somebody typed: in a process of its own, within limits, read only."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Triple, parse

import kb
from kb.errors import BadQuery, QueryStopped
from kb.settings import Limits
from kb.store.base import Store
from kb.store.guard import guard
from kb.terms import Term


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query: rows for SELECT, triples for CONSTRUCT and DESCRIBE, truth for ASK.

    `truncated` says that there was more than the limit allows. Without ORDER BY the engine's order
    means nothing, and rows are sorted by their text.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    triples: tuple[Triple, ...] = ()
    truth: bool | None = None
    truncated: bool = False


def run(store: Store, sparql: str, limits: Limits) -> Answer:
    """The answer to a typed query; raises BadQuery, or QueryStopped when a limit ends it."""
    guard(sparql, limits)
    folder = Path(store.location) / "oxigraph"
    if folder.is_dir():
        return _run(str(folder), "", sparql, limits)
    with tempfile.TemporaryDirectory(prefix="kb-query-") as scratch:
        dump = Path(scratch) / "dump.nq"
        quads = [*store.dump(), *store.match(None, None, None)]
        with dump.open("wb") as file:
            for quad in quads:
                file.write(f"{quad} .\n".encode())
        return _run("", str(dump), sparql, limits)


def _run(folder: str, dump: str, sparql: str, limits: Limits) -> Answer:
    job = {
        "folder": folder,
        "dump": dump,
        "sparql": sparql,
        "seconds": limits.query_seconds,
        "memory": limits.query_memory,
        "rows": limits.query_rows,
    }
    environment = {**os.environ, "PYTHONPATH": str(Path(kb.__file__).parent.parent)}
    with subprocess.Popen(
        [sys.executable, "-m", "kb.store.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as worker:
        try:
            out, errors = worker.communicate(json.dumps(job).encode(), limits.query_seconds)
        except subprocess.TimeoutExpired:
            worker.kill()
            raise QueryStopped(
                f"The query took longer than {limits.query_seconds:g} s and was stopped. Ask for "
                "less, or raise the limit with KB_QUERY_SECONDS."
            ) from None
        except BaseException:
            worker.kill()
            raise
    if worker.returncode != 0:
        raise _ended(worker.returncode, errors, limits)
    return _answer(sparql, iter(out.decode().splitlines()), limits)


def _brief(message: str) -> str:
    """The engine's message without the long list of characters that might have stood there."""
    start, expected, _ = message.partition(": expected one of ")
    return start + (", something else is expected here" if expected else "")


def _ended(code: int, errors: bytes, limits: Limits) -> QueryStopped:
    if code in (-signal.SIGABRT, -signal.SIGKILL) or b"MemoryError" in errors:
        return _memory(limits)
    name = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    return QueryStopped(
        f"The query took the engine down ({name}); the base is unharmed. Write it simpler."
    )


def _memory(limits: Limits) -> QueryStopped:
    return QueryStopped(
        f"The query needed more than {limits.query_memory // 1024**2} MiB and was stopped. Ask for "
        "less, or raise the limit with KB_QUERY_MEMORY."
    )


def _answer(sparql: str, lines: Iterator[str], limits: Limits) -> Answer:
    head: dict[str, Any] = json.loads(next(lines, '{"failed": "no answer"}'))
    rows: list[list[str | None]] = []
    for line in lines:
        row = json.loads(line)
        if isinstance(row, dict):
            head |= row
        else:
            rows.append(row)
    if "syntax" in head:
        where = f"{head['line']}:{head['column']}: " if head["line"] else ""
        raise BadQuery(f"{where}This is not SPARQL: {_brief(head['syntax'])}.")
    if "memory" in head:
        raise _memory(limits)
    if "failed" in head:
        raise BadQuery(f"The engine could not run the query: {head['failed']}.")
    if "ask" in head:
        return Answer(truth=head["ask"])
    if "ORDER" not in sparql.upper():
        rows.sort(key=lambda row: [value or "" for value in row])
    truncated = bool(head.get("truncated"))
    if "select" in head:
        found = tuple(tuple(None if v is None else term(v) for v in row) for row in rows)
        return Answer(tuple(head["select"]), found, truncated=truncated)
    return Answer(triples=tuple(_triple(row) for row in rows), truncated=truncated)


def term(text: str) -> Term:
    """A term from its N-Triples form."""
    found: Triple = next(parse(f"<x:s> <x:p> {text} .".encode(), RdfFormat.N_TRIPLES)).triple
    return found.object


def _triple(parts: list[str | None]) -> Triple:
    line = f"{parts[0]} {parts[1]} {parts[2]} .".encode()
    found: Triple = next(parse(line, RdfFormat.N_TRIPLES)).triple
    return found
