"""Statements of OpenSanctions as CSV: one row for each value that a data set gives of an entity.

Rows of one entity may stand anywhere: they are brought together in a temporary database. A statement
that is marked external is a suggestion that nobody has confirmed: it is left out and counted.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kb.errors import BadInput
from kb.lists import ftm_words as words
from kb.lists.csvread import Row, Table, first_line, plain
from kb.lists.ftm import profile
from kb.lists.ftm_edges import BATCH, Edges, Said, Scratch
from kb.lists.ftm_entry import Thing, entry, keep, report_unmet
from kb.lists.model import Audit, Edition, Entry

REQUIRED = ("canonical id", "entity id", "prop", "schema", "value")
READ = frozenset(
    {
        *REQUIRED,
        "id",
        "prop type",
        "original value",
        "lang",
        "dataset",
        "origin",
        "external",
        "first seen",
        "last seen",
    }
)
TABLES = """
    CREATE TABLE thing (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
    CREATE TABLE statement (thing INTEGER NOT NULL, line INTEGER NOT NULL, schema TEXT NOT NULL,
        prop TEXT NOT NULL, value TEXT NOT NULL, original TEXT NOT NULL, lang TEXT NOT NULL,
        dataset TEXT NOT NULL);
"""
ALL = (
    "SELECT id, line, schema, prop, value, original, lang, dataset FROM statement "
    "JOIN thing ON thing = number ORDER BY thing, statement.rowid"
)
TRUE = frozenset({"t", "true", "1", "yes"})


class FtmStatements:
    """Imports FollowTheMoney statements from CSV."""

    profile = profile("statements CSV")

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the first line is the header of a table of statements."""
        line = plain(first_line(head))
        return all(name in line for name in REQUIRED)

    def edition(self, path: Path) -> Edition:
        """The title alone: statements say neither a date of edition nor the number of entities."""
        with closing(Table(path, REQUIRED).rows(Audit(), READ.__contains__)) as rows:
            next(rows, None)
        return Edition(title=self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every party, in the order in which they first appear. Raises `BadInput` with the line."""
        with _Statements() as statements, Edges() as edges:
            with closing(Table(path, REQUIRED).rows(audit, READ.__contains__)) as rows:
                for row in rows:
                    if not row.get("canonical id") and not row.get("entity id"):
                        raise BadInput(f"{path}:{row.line}: the statement is of no entity.")
                    statements.add(row, audit)
            statements.end()
            for thing in statements.things():
                if thing.schema in words.LINKED:
                    keep(thing, edges, f"{path}:{thing.line}", audit)
            for thing in statements.things():
                if thing.schema in words.KINDS:
                    yield entry(thing, edges, f"{path}:{thing.line}", audit)
                elif thing.schema not in words.LINKED:
                    audit.miss(thing.schema)
            report_unmet(edges, audit)


class _Statements(Scratch):
    """The statements of a file, by entity."""

    def __init__(self) -> None:
        super().__init__(TABLES)
        self._rows: list[tuple[object, ...]] = []
        self._last = ("", 0)

    def add(self, row: Row, audit: Audit) -> None:
        """Keeps a statement."""
        if row.get("external").casefold() in TRUE:
            audit.miss("external statement")
            return
        names = ("schema", "prop", "value", "original value", "lang", "dataset")
        number = self._number(row.get("canonical id") or row.get("entity id"))
        self._rows.append((number, row.line, *(row.get(name) for name in names)))
        if len(self._rows) >= BATCH:
            self._write()

    def end(self) -> None:
        """Makes the statements ready to be asked for."""
        self._write()
        self._base.execute("CREATE INDEX statement_thing ON statement (thing)")

    def things(self) -> Iterator[Thing]:
        """Every entity, in the order in which they first appear."""
        held: list[tuple[str, ...]] = []
        for row in self._base.execute(ALL):
            if held and row[0] != held[0][0]:
                yield _thing(held)
                held = []
            held.append(row)
        if held:
            yield _thing(held)

    def _number(self, key: str) -> int:
        if key != self._last[0]:
            self.run("INSERT OR IGNORE INTO thing (id) VALUES (?)", [(key,)])
            found = self._base.execute("SELECT number FROM thing WHERE id = ?", (key,)).fetchone()
            self._last = (key, int(found[0]))
        return self._last[1]

    def _write(self) -> None:
        self.run("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._rows)
        self._rows.clear()


def _thing(rows: list[tuple[str, ...]]) -> Thing:
    said: Said = {}
    languages: dict[tuple[str, str], str] = {}
    originals: dict[tuple[str, str], str] = {}
    schemata: dict[str, None] = {}
    datasets: dict[str, None] = {}
    for _, _, schema, prop, value, original, lang, dataset in rows:
        schemata[schema] = None
        if dataset:
            datasets[dataset] = None
        if prop == "id" or not value:
            continue
        texts = said.setdefault(prop, [])
        if value not in texts:
            texts.append(value)
        if lang:
            languages.setdefault((prop, value), lang)
        if original and original != value:
            originals.setdefault((prop, value), original)
    return Thing(
        key=rows[0][0],
        schema=next((each for each in words.NARROW if each in schemata), next(iter(schemata))),
        said=said,
        line=int(rows[0][1]),
        datasets=tuple(datasets),
        languages=languages,
        originals=originals,
    )
