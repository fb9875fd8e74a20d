"""Filling a new store at once: many graphs, without asking for each triple what is there already."""

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kb.errors import StoreError
from kb.store.base import is_open
from kb.store.oxigraph import PORTION, OxigraphStore


def fill(store: OxigraphStore, graphs: Iterable[tuple[str, Iterable[Triple]]]) -> None:
    """Adds whole graphs to a store that nobody reads yet; after a crash a part of them may be there."""
    _pour(store, (quad for name, triples in graphs for quad in _quads(name, triples)))


def copy(source: OxigraphStore, target: OxigraphStore) -> None:
    """Adds all that one store holds, its default graph with it, to another that nobody reads yet."""
    _pour(target, iter(source.engine))


def _quads(name: str, triples: Iterable[Triple]) -> Iterator[Quad]:
    places = (NamedNode(name), DefaultGraph()) if is_open(name) else (NamedNode(name),)
    for subject, predicate, value in triples:
        for place in places:
            yield Quad(subject, predicate, value, place)


def _pour(store: OxigraphStore, quads: Iterator[Quad]) -> None:
    try:
        while portion := list(islice(quads, PORTION)):
            store.engine.bulk_extend(portion)
            store.changed = True
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"The store {store.location} could not be written: {error}. Check the free space."
        ) from None
