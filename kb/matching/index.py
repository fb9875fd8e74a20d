"""The index: parties on disk, found by the keys that they share with a query, the rarest first.

An SQLite file: for each key the numbers of the parties that have it, in pieces of as many as were gathered
in memory at once. So building streams, opening costs nothing, and a query reads only its own keys.
"""

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import fields
from math import log
from pathlib import Path

from kb.errors import StoreError
from kb.matching.keys import keys
from kb.matching.model import Flag, Name, Party, Query

PIECE = 3_000_000
"""Postings that are held in memory before they are written."""
BUDGET = 40_000
"""Postings that a query reads, the rarest keys first; a first key is read however common it is."""
WORTH = {
    "i": 30.0,
    "m": 12.0,
    "c": 8.0,
    "n": 20.0,
    "=": 6.0,
    "+": 3.0,
    "p": 2.0,
    "b": 1.0,
    "d": 4.0,
}
WORTH |= {"w": 1.5, "s": 0.8, "g": 0.5}
"""How much sharing a key of each sort counts, beside the key's rarity."""
TABLES = """
CREATE TABLE party (number INTEGER PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE posting (key TEXT, piece INTEGER, count INTEGER, parties BLOB, PRIMARY KEY (key, piece))
    WITHOUT ROWID;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
"""


class Index:
    """An index at a path, or in memory. Raises StoreError where it cannot be read or written."""

    def __init__(self, path: Path | None = None) -> None:
        try:
            self.base = sqlite3.connect(path or ":memory:")
            self.size = int(self.about("size") or 0)
        except (sqlite3.Error, ValueError) as error:
            raise _broken(path, error) from None
        self.path = path

    @classmethod
    def build(cls, parties: Iterable[Party], path: Path | None = None, stamp: str = "") -> "Index":
        """A new index of parties; at a path it appears whole or not at all."""
        part = path.with_name(f"{path.name}.part") if path else None
        try:
            if part:
                part.unlink(missing_ok=True)
            base = sqlite3.connect(part or ":memory:")
            _fill(base, parties, stamp)
            if part is None:
                made = cls.__new__(cls)
                made.base, made.path = base, None
                made.size = int(made.about("size"))
                return made
            base.close()
            part.replace(path)  # type: ignore[arg-type]  # there is a part only where there is a path
        except (sqlite3.Error, OSError) as error:
            raise _broken(path, error) from None
        return cls(path)

    def about(self, name: str) -> str:
        """What was noted when the index was built: its `size`, the `stamp` of what it was built from."""
        if not self.base.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone():
            return ""
        row = self.base.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def candidates(self, query: Query, most: int = 40) -> list[Party]:
        """The parties that share most with a query, at most so many, the likeliest first."""
        try:
            return [self._party(number) for number in self._ranked(query)[:most]]
        except sqlite3.Error as error:
            raise _broken(self.path, error) from None

    def _ranked(self, query: Query) -> list[int]:
        """The numbers of parties by what the keys that they share are worth."""
        found: dict[int, float] = {}
        left = BUDGET
        for count, key in self._counted(keys(query)):
            if found and count > left:
                break
            left -= count
            worth = WORTH[key[0]] * log(1 + self.size / count)
            for number in self._parties(key):
                found[number] = found.get(number, 0.0) + worth
        return sorted(found, key=lambda number: (-found[number], number))

    def _counted(self, wanted: set[str]) -> list[tuple[int, str]]:
        """The keys that the index has, the most telling first: rare ones, and whole names before parts."""
        counts = []
        for key in sorted(wanted):
            row = self.base.execute(
                "SELECT sum(count) FROM posting WHERE key = ?", (key,)
            ).fetchone()
            if row[0]:
                counts.append((int(row[0]), key))
        return sorted(counts, key=lambda each: (each[1][0] not in "imcn=", each))

    def _parties(self, key: str) -> Iterator[int]:
        for (blob,) in self.base.execute("SELECT parties FROM posting WHERE key = ?", (key,)):
            numbers = array("I")
            numbers.frombytes(blob)
            yield from numbers

    def _party(self, number: int) -> Party:
        row = self.base.execute("SELECT record FROM party WHERE number = ?", (number,)).fetchone()
        return restored(row[0])

    def parties(self) -> Iterator[Party]:
        """Every party, in the order in which they were filed."""
        for (record,) in self.base.execute("SELECT record FROM party ORDER BY number"):
            yield restored(record)

    def close(self) -> None:
        """Lets go of the file."""
        self.base.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _broken(path: Path | None, error: Exception) -> StoreError:
    return StoreError(
        f"The index of names {path or ''} cannot be used: {error}. Delete it; it is made anew."
    )


def _fill(base: sqlite3.Connection, parties: Iterable[Party], stamp: str) -> None:
    base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + TABLES)
    gathered: dict[str, array[int]] = {}
    piece = held = number = 0
    waiting: list[tuple[int, str]] = []
    for number, party in enumerate(parties, 1):
        waiting.append((number, stored(party)))
        for key in keys(party):
            if key not in gathered:
                gathered[key] = array("I")
            gathered[key].append(number)
            held += 1
        if len(waiting) >= 10_000:
            base.executemany("INSERT INTO party VALUES (?, ?)", waiting)
            waiting.clear()
        if held >= PIECE:
            _write(base, gathered, piece)
            piece, held = piece + 1, 0
    base.executemany("INSERT INTO party VALUES (?, ?)", waiting)
    _write(base, gathered, piece)
    noted = (("size", str(number)), ("stamp", stamp))
    base.executemany("INSERT INTO about VALUES (?, ?)", noted)
    base.commit()


def _write(base: sqlite3.Connection, gathered: "dict[str, array[int]]", piece: int) -> None:
    rows = ((k, piece, len(ids), ids.tobytes()) for k, ids in sorted(gathered.items()))
    base.executemany("INSERT INTO posting VALUES (?, ?, ?, ?)", rows)
    gathered.clear()


NESTED = {"names": Name, "flags": Flag}


def stored(party: Party) -> str:
    """A party as JSON, without what is empty."""
    record: dict[str, object] = {}
    for each in fields(party):
        value = getattr(party, each.name)
        if value in ((), None, ""):
            continue
        if each.name == "names":
            value = [(n.text, n.kind) for n in value]
        elif each.name == "flags":
            value = [(f.country, f.since, f.until) for f in value]
        record[each.name] = value
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def restored(record: str) -> Party:
    """A party from its JSON."""
    values = json.loads(record)
    for name, value in values.items():
        if name in NESTED:
            values[name] = tuple(NESTED[name](*each) for each in value)
        elif isinstance(value, list):
            values[name] = tuple(tuple(v) if isinstance(v, list) else v for v in value)
    return Party(**values)
