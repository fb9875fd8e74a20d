"""The ontology and reference data inside a store: loaded once, and again when the package changes."""

import hashlib
from pathlib import Path

from pyoxigraph import Triple

from kb.desk import log
from kb.namespaces import LOG_GRAPH, ONTOLOGY_GRAPH, REFERENCE_GRAPH
from kb.resources import ONTOLOGY
from kb.store.base import Change
from kb.store.fill import fill as pour
from kb.store.oxigraph import OxigraphStore
from kb.vocabulary import statements

FOLDERS = {
    ONTOLOGY_GRAPH: ("*.ttl", "vocabulary/*.ttl"),
    REFERENCE_GRAPH: ("reference/*.ttl",),
}
"""The files that make up each packaged graph."""


def digest(graph: str) -> str:
    """The SHA-256 of the files of a packaged graph, names and bytes, in hexadecimal."""
    found = hashlib.sha256()
    for path in _files(graph):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def triples(graph: str) -> list[Triple]:
    """The triples of a packaged graph."""
    return list(dict.fromkeys(statements(ONTOLOGY, *FOLDERS[graph])))


def fill(store: OxigraphStore, graph: str) -> None:
    """Puts a packaged graph into a store that never held it, and only then notes it in the log.

    What is killed before it is noted is filled again when the store is next opened.
    """
    pour(store, [(graph, triples(graph))])
    entry = log.Entry(log.next_number(store), "loaded", graph, log.now(), digest(graph))
    store.commit(Change(add={LOG_GRAPH: log.written(entry, None)}))


def _files(graph: str) -> list[Path]:
    return [path for pattern in FOLDERS[graph] for path in sorted(ONTOLOGY.glob(pattern))]
