"""A private temporary database on disk: what one part of a file says of entries in another part.

OFAC's files refer to one another by number, forwards and backwards. What must wait for its entry waits
here, so that memory stays bounded whatever the size of the list. Nothing of it outlives the reading.
"""

import json
import sqlite3
from collections.abc import Iterator
from types import TracebackType
from typing import Any

CACHE_KIB = 16384


class Shelf:
    """Rows by kind and key, in the order in which they were put. Use it in a `with` block."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute("PRAGMA synchronous = OFF")
        self._base.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._base.execute(
            "CREATE TABLE row (kind TEXT, key TEXT, number INTEGER, line INTEGER, cells TEXT,"
            " used INTEGER DEFAULT 0, PRIMARY KEY (kind, key, number)) WITHOUT ROWID"
        )
        self._base.execute("BEGIN")
        self._count = 0

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._base.close()

    def put(self, kind: str, key: str, line: int, cells: Any) -> None:
        """Adds a row; `cells` is anything that JSON can hold."""
        self._count += 1
        self._base.execute(
            "INSERT INTO row (kind, key, number, line, cells) VALUES (?, ?, ?, ?, ?)",
            (kind, key, self._count, line, json.dumps(cells)),
        )

    def take(self, kind: str, key: str) -> list[tuple[int, Any]]:
        """The rows of one key, each with its line, in the order of the file; they count as used."""
        found = self._base.execute(
            "SELECT line, cells FROM row WHERE kind = ? AND key = ? ORDER BY number", (kind, key)
        )
        rows = [(line, json.loads(cells)) for line, cells in found]
        if rows:
            self._base.execute("UPDATE row SET used = 1 WHERE kind = ? AND key = ?", (kind, key))
        return rows

    def unused(self, kind: str) -> Iterator[tuple[str, int]]:
        """Keys and lines of the rows of one kind that nothing took, in the order of the file."""
        yield from self._base.execute(
            "SELECT key, line FROM row WHERE kind = ? AND used = 0 ORDER BY number", (kind,)
        )
