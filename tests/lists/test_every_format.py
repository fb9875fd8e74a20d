"""The hand-made file of every format goes the whole way: into the base, past the shapes, and back."""

from pathlib import Path

import pytest
from pyoxigraph import Triple

from kb.desk.base import KnowledgeBase
from kb.desk.lists import Wanted, load
from kb.errors import BadInput, KbError
from kb.lists.checks import Checks
from kb.lists.model import Audit
from kb.lists.read import entries, settled
from kb.lists.registry import importer
from kb.namespaces import LISTS_GRAPH
from kb.resources import ONTOLOGY
from kb.store import MEMORY
from kb.terms import text
from kb.validation.finding import Severity
from kb.validation.shacl import terminology, validate
from kb.vocabulary import statements, vocabulary

FOLDER = Path(__file__).parent / "files"
DAY = "2024-01-01"
CLAIMED_BY_THE_ENTRY = {"Proposition-claimed"}
"""A false identity that a list states has no claim: the entry itself is who says so."""


def readable() -> list[Path]:
    """The files that some importer reads; those beside sdn.csv are read along with it."""
    found = []
    for path in sorted(each for each in FOLDER.rglob("*") if each.is_file()):
        try:
            importer(path)
        except BadInput:
            continue
        found.append(path)
    return found


FILES = readable()


def reference() -> list[Triple]:
    names = ("states", "organisations", "resolutions")
    return list(statements(ONTOLOGY, *(f"reference/{name}.ttl" for name in names)))


def test_there_is_a_file_of_each_format():
    assert len({type(importer(path)) for path in FILES}) >= 9


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_loaded_breaks_no_constraint_and_comes_back(path: Path):
    with KnowledgeBase.open(MEMORY, write=True) as base:
        done = load(base, Wanted(path, day=DAY, accept_shrink=True))
        audit = Audit()
        checks = Checks(path, audit)
        given = checks.watched(importer(path).entries(path, audit))
        expected = {entry.key: settled(entry) for entry in given}
        assert {e.key: e for e in entries(base.store, done.edition.iri)} == expected
        own = base.store.graph(done.edition.iri)
        context = [*base.store.graph(LISTS_GRAPH), *reference(), *terminology(vocabulary())]
    found = validate([*own, *context], {text(triple.subject) for triple in own})
    grave = {f.rule for f in found if f.severity is Severity.VIOLATION}
    assert grave - CLAIMED_BY_THE_ENTRY == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_cut_anywhere_is_refused_or_told(path: Path, tmp_path: Path):
    """A list without its end is never taken for whole: it is malformed, too short, or of no known format."""
    raw = path.read_bytes()
    cut = tmp_path / path.name
    cut.write_bytes(raw[: len(raw) // 3])
    with KnowledgeBase.open(MEMORY, write=True) as base, pytest.raises(KbError):
        load(base, Wanted(cut, day=DAY))
