"""An edition enters whole or not at all, under its day; what was listed when can be told from all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kb.desk.base import KnowledgeBase
from kb.desk.lists import Loaded, Wanted, diff, edition_of, enter, load
from kb.errors import BadInput, Refused, StoreError
from kb.lists.editions import known
from kb.lists.model import Audit, Entry, Listing, Name
from kb.namespaces import ID, LISTS_GRAPH
from kb.store import MEMORY
from tests.lists.making import Made, vessel

HEAD = f"{ID}list/un/"
SHIPS = tuple(vessel(f"K{n}", f"SHIP {n}") for n in range(6))


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(MEMORY, write=True) as made:
        yield made


def put(base: KnowledgeBase, tmp_path: Path, made: Made, *, accept: bool = False) -> Loaded:
    path = tmp_path / f"{made.day}-{len(made.made)}"
    path.write_text(repr(made))
    return enter(base, made, Wanted(path, accept_shrink=accept))


def graphs(base: KnowledgeBase) -> list[str]:
    return [name for name in base.store.graphs() if name.startswith(HEAD)]


def test_an_edition_has_its_own_graph_and_a_log_entry(base: KnowledgeBase, tmp_path: Path):
    done = put(base, tmp_path, Made(SHIPS))
    assert done.action == "loaded"
    assert done.sentence("f") == "f: loaded list:un/2024-01-01: 6 entries."
    assert graphs(base) == [f"{HEAD}2024-01-01"]
    assert base.history()[-1].source == done.edition.iri
    assert base.history()[-1].sha256 == done.edition.sha256


def test_the_same_file_again_changes_nothing(base: KnowledgeBase, tmp_path: Path):
    put(base, tmp_path, Made(SHIPS))
    before = len(base.history())
    done = put(base, tmp_path, Made(SHIPS))
    assert done.action == "unchanged"
    assert "unchanged" in done.sentence("f")
    assert len(base.history()) == before


def test_editions_answer_one_after_the_other_in_whatever_order_they_come(
    base: KnowledgeBase, tmp_path: Path
):
    for day in ("2024-02-01", "2024-03-01", "2024-01-01"):
        put(base, tmp_path, Made(SHIPS, day))
    assert [(e.date, e.start, e.end) for e in known(base.store)] == [
        ("2024-01-01", "", "2024-02-01"),
        ("2024-02-01", "2024-02-01", "2024-03-01"),
        ("2024-03-01", "2024-03-01", ""),
    ]


def test_another_file_of_the_same_day_is_an_edition_of_its_own(base: KnowledgeBase, tmp_path: Path):
    put(base, tmp_path, Made(SHIPS))
    done = put(base, tmp_path, Made(SHIPS[1:]))
    assert done.edition.iri == f"{HEAD}2024-01-01+2"
    assert [e.count for e in known(base.store)] == [6, 5]
    assert edition_of(base, "un", "2024-01-01").count == 5


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (Made(()), "has no entries"),
        (Made(SHIPS[:1]), "a whole edition has 2 to 100"),
        (Made(SHIPS, declared=7), "says that it has 7 entries; 6 were read"),
    ],
)
def test_a_part_of_a_list_is_refused_and_leaves_nothing(
    base: KnowledgeBase, tmp_path: Path, made: Made, words: str
):
    with pytest.raises(Refused, match=words):
        put(base, tmp_path, made)
    assert graphs(base) == []
    assert known(base.store) == []


def test_a_list_that_shrank_by_half_needs_a_word(base: KnowledgeBase, tmp_path: Path):
    put(base, tmp_path, Made(SHIPS))
    with pytest.raises(Refused, match="more than twice"):
        put(base, tmp_path, Made(SHIPS[:2], "2024-02-01"))
    assert put(base, tmp_path, Made(SHIPS[:2], "2024-02-01"), accept=True).edition.count == 2


def test_an_empty_list_is_refused_whatever_is_accepted(base: KnowledgeBase, tmp_path: Path):
    with pytest.raises(Refused, match="has no entries"):
        put(base, tmp_path, Made(()), accept=True)


@dataclass(frozen=True)
class Broken(Made):
    """An importer whose file ends in the middle."""

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Some entries, then the end of what can be read."""
        yield from self.made[:3]
        raise BadInput(f"{path}:9: not well-formed XML.")


def test_a_file_that_breaks_off_leaves_the_old_edition(base: KnowledgeBase, tmp_path: Path):
    put(base, tmp_path, Made(SHIPS))
    with pytest.raises(BadInput, match="not well-formed"):
        put(base, tmp_path, Broken(SHIPS, "2024-02-01"))
    assert graphs(base) == [f"{HEAD}2024-01-01"]


def test_what_a_killed_load_left_behind_is_no_edition_and_is_swept(
    base: KnowledgeBase, tmp_path: Path
):
    put(base, tmp_path, Made(SHIPS))
    from kb.lists.graph import Writer

    left = f"{HEAD}2024-02-01"
    base.store.pour(left, Writer("un", left).quads(SHIPS[0]))
    assert [e.iri for e in known(base.store)] == [f"{HEAD}2024-01-01"]
    put(base, tmp_path, Made(SHIPS, "2024-03-01"))
    assert graphs(base) == [f"{HEAD}2024-01-01", f"{HEAD}2024-03-01"]


def test_a_file_without_a_day_needs_one(base: KnowledgeBase, tmp_path: Path):
    with pytest.raises(BadInput, match="--date"):
        put(base, tmp_path, Made(SHIPS, ""))
    with pytest.raises(BadInput, match="--date"):
        put(base, tmp_path, Made(SHIPS, "2024-02"))
    path = tmp_path / "file"
    path.write_text("x")
    done = enter(base, Made(SHIPS, ""), Wanted(path, day="2024-05-06"))
    assert done.edition.date == "2024-05-06"


def test_an_open_graph_is_never_poured_into(base: KnowledgeBase):
    with pytest.raises(StoreError, match="open"):
        base.store.pour(LISTS_GRAPH, ())
    with pytest.raises(StoreError, match="open"):
        base.store.drop(LISTS_GRAPH)


def test_what_a_list_says_is_no_plain_fact_of_the_base(base: KnowledgeBase, tmp_path: Path):
    put(base, tmp_path, Made((vessel("1", "JIE SHUN", "8518780"), SHIPS[0])))
    assert base.query("SELECT ?s { ?s kb:imoNumber '8518780' }").rows == ()
    assert base.query("SELECT ?p { <" + ID + "ship/imo-8518780> ?p ?o }").rows == ()
    assert "8518780" not in base.export("trig")


def test_the_real_importer_goes_the_whole_way(base: KnowledgeBase):
    path = Path(__file__).parent / "files" / "un.xml"
    with pytest.raises(Refused, match="400 to 5000"):
        load(base, Wanted(path))
    done = load(base, Wanted(path, "un", accept_shrink=True))
    assert (done.edition.count, done.edition.unread, done.edition.oddities) == (2, 0, 0)


def test_a_diff_tells_what_came_went_and_changed(base: KnowledgeBase, tmp_path: Path):
    put(base, tmp_path, Made((*SHIPS, vessel("K7", "OLD NAME", flag="kh"))))
    later = (
        *SHIPS[1:],
        vessel("K7", "NEW NAME", flag="pa", delisted="2024-02-01"),
        vessel("K8", "X"),
    )
    put(base, tmp_path, Made(later, "2024-03-01"))
    rows = diff(base, "un", "2024-01-01", "2024-03-01").rows
    assert [(row[0], row[1], *row[4:]) for row in rows] == [
        ("removed", "K0", "", "X, listed 2018-03-30", ""),
        ("changed", "K7", "delisted", "", "2024-02-01 (X)"),
        ("changed", "K7", "flag", "kh", "pa"),
        ("changed", "K7", "name", "OLD NAME", "NEW NAME"),
        ("added", "K8", "", "", "X, listed 2018-03-30"),
    ]
    assert diff(base, "un", "2024-01-01", "2024-01-01").rows == ()


def test_a_day_without_an_edition_is_told_with_those_there_are(base: KnowledgeBase, tmp_path: Path):
    with pytest.raises(BadInput, match="Load one with kb load"):
        diff(base, "un", "2024-01-01", "2024-01-01")
    put(base, tmp_path, Made(SHIPS))
    with pytest.raises(BadInput, match="There are: 2024-01-01"):
        diff(base, "un", "2024-01-01", "2024-01-02")
    with pytest.raises(BadInput, match="Lists in the base: un"):
        diff(base, "uk", "2024-01-01", "2024-01-02")


def odd(base: KnowledgeBase, tmp_path: Path, *entries: Entry) -> tuple[str, ...]:
    return put(base, tmp_path, Made((*entries, *SHIPS))).oddities


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ((vessel("1", "A", "8518781"),), "'8518781' is no valid IMO number"),
        ((vessel("1", "A", "8518780"), vessel("2", "B", "8518780")), "has the same imo, 8518780"),
        ((vessel("1", "A"), vessel("1", "B")), "a second entry has the key 1; it is kept as 1~2"),
        ((vessel("1", "A", listed="2018-13"),), "'2018-13', from when it is listed, is no date"),
        ((vessel("1", "A", listed="2018", delisted="2017"),), "which ends before it starts"),
        ((Entry("1", "vessel", (), listings=(Listing("X"),)),), "it has no name"),
        ((Entry("1", "person", (Name("A"),)),), "1 of 7 entries say nothing of a listing"),
        ((Entry("1", "kraken", (Name("A"),), listings=(Listing("X"),)),), "no known kind of party"),
    ],
)
def test_what_is_odd_is_told_and_kept(
    base: KnowledgeBase, tmp_path: Path, entries: tuple[Entry, ...], words: str
):
    told = odd(base, tmp_path, *entries)
    assert len(told) == 1
    assert words in told[0]
    assert known(base.store)[0].count == len(entries) + len(SHIPS)
    assert known(base.store)[0].oddities == 1


def test_a_half_character_is_written_out(base: KnowledgeBase, tmp_path: Path):
    path = tmp_path / "file"
    path.write_text("x")
    enter(base, Made((vessel("1", "A\ud800"), SHIPS[0])), Wanted(path))
    assert "A\\\\ud800" in base.query(
        "SELECT ?n { GRAPH <"
        + HEAD
        + "2024-01-01> { ?x kb:entryKey '1' ; kb:entryName/kb:listText ?n } }"
    ).rows[0][0].value.replace("\\", "\\\\")  # type: ignore[union-attr]
