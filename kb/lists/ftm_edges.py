"""What other entities say of a party, kept in a temporary database: a file may be larger than memory."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from kb.errors import StoreError

BATCH = 5000
BITS = 1 << 24
SET_UP = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;
    PRAGMA temp_store = FILE;
"""
TABLES = """
    CREATE TABLE edge (target TEXT NOT NULL, schema TEXT NOT NULL, said TEXT NOT NULL);
    CREATE TABLE met (target TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE seen (id TEXT NOT NULL, line INTEGER NOT NULL);
"""
Said = dict[str, list[str]]


class Scratch:
    """A temporary database, used in a `with` block and gone at its end."""

    def __init__(self, tables: str) -> None:
        self._folder = TemporaryDirectory(prefix="kb-")
        self._base = sqlite3.connect(Path(self._folder.name) / "scratch.db", isolation_level=None)
        self._base.executescript(SET_UP + tables)
        self._base.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._base.close()
        self._folder.cleanup()

    def run(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Runs a statement for every row. Raises `StoreError` where the temporary folder is full."""
        try:
            self._base.executemany(sql, rows)
        except sqlite3.Error as error:
            raise StoreError(
                f"The temporary folder cannot hold what the list says ({error}). Free some space, or "
                "name another folder in the environment variable TMPDIR."
            ) from error


class Edges(Scratch):
    """A temporary table of what is said of whom. Raises `StoreError` where it cannot be held."""

    def __init__(self) -> None:
        super().__init__(TABLES)
        self._edges: list[tuple[object, ...]] = []
        self._met: list[tuple[object, ...]] = []
        self._seen: list[tuple[object, ...]] = []
        self._maybe = bytearray(BITS >> 3)
        self._indexed = False

    def put(self, target: str, schema: str, said: Said) -> None:
        """Keeps what an entity of a schema says of `target`."""
        spot = hash(target) % BITS
        self._maybe[spot >> 3] |= 1 << (spot & 7)
        self._edges.append((target, schema, json.dumps(said)))
        if len(self._edges) >= BATCH:
            self._write()

    def of(self, target: str) -> Iterator[tuple[str, Said]]:
        """Schema and content of all that was said of `target`, in the order of the file."""
        spot = hash(target) % BITS
        if not self._maybe[spot >> 3] >> (spot & 7) & 1:
            return
        if not self._indexed:
            self._index()
        rows = self._base.execute(
            "SELECT schema, said FROM edge WHERE target = ? ORDER BY rowid", (target,)
        )
        met = False
        for schema, said in rows:
            if not met:
                self._met.append((target,))
                met = True
            yield schema, json.loads(said)
        if len(self._met) >= BATCH:
            self._write()

    def see(self, name: str, line: int) -> None:
        """Notes that an entry of this key begins at this line."""
        self._seen.append((name, line))
        if len(self._seen) >= BATCH:
            self._write()

    def unmet(self) -> Iterator[tuple[str, int]]:
        """Each schema of which something was kept that no entry asked for, and how often."""
        self._write()
        yield from self._base.execute(
            "SELECT schema, count(*) FROM edge WHERE target NOT IN (SELECT target FROM met) "
            "GROUP BY schema ORDER BY schema"
        )

    def twice(self) -> Iterator[tuple[str, int, int]]:
        """Every key that begins at two lines or more, with the first and the last, in order."""
        self._write()
        yield from self._base.execute(
            "SELECT id, min(line), max(line) FROM seen GROUP BY id HAVING count(*) > 1 ORDER BY 2, 1"
        )

    def _index(self) -> None:
        self._write()
        self._base.execute("CREATE INDEX target ON edge (target)")
        self._indexed = True

    def _write(self) -> None:
        self.run("INSERT INTO edge VALUES (?, ?, ?)", self._edges)
        self.run("INSERT INTO seen VALUES (?, ?)", self._seen)
        self.run("INSERT OR IGNORE INTO met VALUES (?)", self._met)
        self._met.clear()
        self._edges.clear()
        self._seen.clear()
