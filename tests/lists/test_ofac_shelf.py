"""What waits on the shelf comes back in order, by kind and key, and what nobody asked for is known."""

from hypothesis import given
from hypothesis import strategies as st

from kb.lists.ofac_shelf import Shelf

KEYS = st.sampled_from(["1", "2", "é", ""])
ROWS = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), KEYS, st.lists(st.text(max_size=5), max_size=3))
)


@given(ROWS, st.sets(KEYS))
def test_rows_come_back_as_they_were_put_and_the_rest_is_unused(rows, asked):
    with Shelf() as shelf:
        for line, (kind, key, cells) in enumerate(rows, 1):
            shelf.put(kind, key, line, cells)
        for key in asked:
            assert shelf.take("a", key) == [
                (line, cells)
                for line, (kind, own, cells) in enumerate(rows, 1)
                if (kind, own) == ("a", key)
            ]
        left = [
            (key, line)
            for line, (kind, key, _) in enumerate(rows, 1)
            if kind == "a" and key not in asked
        ]
        assert list(shelf.unused("a")) == left


def test_the_shelf_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Shelf() as shelf:
        for line in range(100):
            shelf.put("a", str(line), line, "x" * 1000)
        assert list(tmp_path.iterdir()) == []
