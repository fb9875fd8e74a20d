"""The index finds what shares a name, by any spelling, and gives back what was filed."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import StoreError
from kb.matching import index as module
from kb.matching.index import Index, restored, stored
from kb.matching.model import Flag, Name, Party, Query
from kb.matching.search import search
from tests.matching.made import made_name, named, ship, typo

TEXTS = st.lists(st.text(min_size=1, max_size=12), max_size=3).map(tuple)
PARTIES = st.builds(
    Party,
    key=st.text(min_size=1, max_size=8),
    kind=st.sampled_from(("vessel", "person", "organization", "unknown")),
    names=st.lists(st.builds(Name, st.text(max_size=20)), max_size=3).map(tuple),
    imo=TEXTS,
    identifiers=st.lists(st.tuples(st.just("lei"), st.text(max_size=9)), max_size=2).map(tuple),
    flags=st.lists(st.builds(Flag, st.just("kh"), st.just("2016")), max_size=1).map(tuple),
    built=st.none() | st.integers(1900, 2030),
)


@settings(deadline=None)
@given(PARTIES)
def test_a_party_comes_back_as_it_was(party: Party):
    assert restored(stored(party)) == party


def world(count: int) -> list[Party]:
    dice = random.Random(3)
    found = []
    for number in range(count):
        query = named(ship(dice)[0], made_name(dice, "vessel"))
        fields = {name: getattr(query, name) for name in Query.__slots__}
        found.append(Party(key=f"k{number}", **fields))
    return found


def test_a_misspelt_name_is_among_the_candidates():
    parties, dice = world(400), random.Random(4)
    index = Index.build(parties)
    missed = 0
    for party in parties:
        query = Query(kind="vessel", names=(Name(typo(dice, party.names[0].text)),))
        missed += party.names not in [each.names for each in index.candidates(query)]
    assert missed < 8


def test_a_number_alone_finds_its_ship():
    parties = world(50)
    with Index.build(parties) as index:
        found = search(index, Query(kind="vessel", imo=parties[7].imo))
    assert found[0].party == parties[7]


def test_an_index_on_disk_in_many_pieces_answers_as_one_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    parties = world(60)
    plain = Index.build(parties)
    monkeypatch.setattr(module, "PIECE", 50)
    Index.build(parties, tmp_path / "names", "of today").close()
    again = Index(tmp_path / "names")
    assert again.about("stamp") == "of today"
    assert again.size == 60
    assert list(again.parties()) == parties
    for party in parties:
        query = Query(kind="vessel", names=party.names)
        assert again.candidates(query) == plain.candidates(query)
    assert [path.name for path in tmp_path.iterdir()] == ["names"]


def test_no_more_candidates_than_asked_for():
    index = Index.build(
        Party(key=str(n), kind="vessel", names=(Name("Ocean Star"),)) for n in range(99)
    )
    query = Query(kind="vessel", names=(Name("Ocean Star"),))
    assert len(index.candidates(query, 40)) == 40
    assert len(search(index, query, 5)) == 5


def test_one_thing_from_two_sources_is_one_answer():
    twice = [Party(key="ship:a", kind="vessel", names=(Name("Dawn"),))] * 2
    assert len(search(Index.build(twice), Query(names=(Name("Dawn"),)))) == 1


def test_a_file_that_is_no_index_is_refused(tmp_path: Path):
    path = tmp_path / "names"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(StoreError, match="made anew"):
        Index(path)
