"""The ontology and reference data inside a store: loaded once, and again when the package changes."""

import hashlib
from pathlib import Path

from pyoxigraph import Triple

from kb.namespaces import ONTOLOGY_GRAPH, REFERENCE_GRAPH
from kb.resources import ONTOLOGY
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


def _files(graph: str) -> list[Path]:
    return [path for pattern in FOLDERS[graph] for path in sorted(ONTOLOGY.glob(pattern))]
