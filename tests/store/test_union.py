"""The default graph is the set union of the open graphs, whatever was committed before."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple

from kb.errors import StoreError, StoreInUse, StoreTooNew
from kb.namespaces import GRAPH, LOG_GRAPH
from kb.store import MEMORY, Change, open_store
from kb.store.base import is_open

NAMES = ["x:a", "x:b", LOG_GRAPH, GRAPH + "archive/1"]
TRIPLES = [Triple(NamedNode("x:s"), NamedNode("x:p"), NamedNode(f"x:{n}")) for n in range(4)]
logged = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(TRIPLES)), max_size=3)
changes = st.builds(
    Change,
    add=logged,
    remove=logged,
    clear=st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
    archive=st.dictionaries(st.sampled_from(NAMES[:2]), st.just(NAMES[3]), max_size=2),
)


def expected(model: dict[str, set[Triple]], change: Change) -> dict[str, set[Triple]]:
    after = {name: set(model.get(name, ())) for name in NAMES}
    for graph in (*change.archive, *change.clear):
        after[graph] = set()
    for graph, triples in change.remove.items():
        after[graph] -= set(triples)
    for graph, archive in change.archive.items():
        after[archive] |= model.get(graph, set())
    for graph, triples in change.add.items():
        after[graph] |= set(triples)
    return after


@given(st.lists(changes, max_size=6))
def test_the_default_graph_is_the_union_of_the_open_graphs(sequence: list[Change]):
    model: dict[str, set[Triple]] = {}
    with open_store(MEMORY, write=True) as store:
        for change in sequence:
            store.commit(change)
            model = expected(model, change)
            for name in NAMES:
                assert set(store.graph(name)) == model[name], name
            union = set().union(*(held for name, held in model.items() if is_open(name)))
            found = list(store.match(None, None, None))
            assert set(found) == union
            assert len(found) == len(union)


def test_a_triple_that_only_one_graph_holds_can_be_left_out():
    with open_store(MEMORY, write=True) as store:
        store.commit(Change(add={"x:a": TRIPLES[:2], "x:b": TRIPLES[1:3]}))
        assert set(store.match(None, None, None, without="x:a")) == set(TRIPLES[1:3])


def test_a_store_on_disk_keeps_what_was_committed(tmp_path: Path):
    place = str(tmp_path / "kb")
    with open_store(place, write=True) as store:
        store.commit(Change(add={"x:a": TRIPLES}))
    with open_store(place, write=False) as store:
        assert set(store.graph("x:a")) == set(TRIPLES)
        assert store.graphs() == ["x:a"]


def test_a_second_writer_is_told_who_has_the_store(tmp_path: Path):
    import os

    place = str(tmp_path / "kb")
    with (
        open_store(place, write=True),
        pytest.raises(StoreInUse, match=f"in use by process {os.getpid()}"),
    ):
        open_store(place, write=True)


def test_what_is_no_store_is_refused(tmp_path: Path):
    with pytest.raises(StoreError, match="There is no store"):
        open_store(str(tmp_path / "none"), write=False)
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_store(str(tmp_path / "file"), write=True)
    with pytest.raises(StoreError, match="holds something else"):
        open_store(str(tmp_path), write=True)


def test_a_store_from_a_newer_version_is_refused(tmp_path: Path):
    (tmp_path / "format.json").write_text('{"format": 99}')
    with pytest.raises(StoreTooNew, match="newer version"):
        open_store(str(tmp_path), write=True)
