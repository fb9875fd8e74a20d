"""The map of a dossier: claimed ways with their numbers and status, a coast, and tables that say the same."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.desk.base import KnowledgeBase
from kb.desk.dossier_file import gathered, written
from kb.errors import NakedAllegation
from kb.judge.dossier_content import page
from kb.judge.dossier_drawing import Room, around
from kb.judge.dossier_guard import guard
from kb.judge.dossier_html import as_html
from kb.judge.dossier_map import NOWHERE
from kb.judge.dossier_map_land import FILE, clipped, rings
from kb.judge.dossier_map_view import view
from kb.judge.dossier_page import Drawing
from kb.store import MEMORY
from tests.judge.case_reports import tell
from tests.judge.dossier_reading import read

EVIL = '<script>alert(1)</script>"\u202e'
PORTS = ("port:KPNJN", "port:RUVVO", "port:USLAX", "port:CNDLC", "port:SYTTS")


def voyage(number: int, start: str, end: str, **more: object) -> dict[str, object]:
    return {
        "id": f"event:voyage-{number}", "type": "ArmsTransfer", "supplier": "country:KP",
        "recipient": "country:RU", "origin": start, "destination": end, "time": f"2023-0{number}",
    } | more  # fmt: skip


def told(
    folder: Path, *voyages: dict[str, object], denied: str = "", **more: object
) -> KnowledgeBase:
    base = KnowledgeBase.open(MEMORY, write=True)
    claims = [
        {"claimant": "org:paper", "stance": "asserts", "about": each["id"]} for each in voyages
    ]
    if denied:
        claims.append({"claimant": "org:ministry", "stance": "denies", "about": denied})
    tell(base, folder, "first", claims, voyages, **more)
    return base


def drawing(base: KnowledgeBase, name: str = "country:KP") -> Drawing:
    made = page(gathered(base, name, None, 100))
    return next(b for b in made.blocks if isinstance(b, Drawing) and 'id="m-title"' in b.svg)


@pytest.fixture
def some(tmp_path: Path) -> KnowledgeBase:
    return told(
        tmp_path,
        voyage(1, "port:KPNJN", "port:RUVVO"),
        voyage(2, "port:KPNJN", "port:RUVVO"),
        voyage(3, "port:CNDLC", "port:KPNJN"),
        denied="event:voyage-2",
    )


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    """The grounds of labels and marks, by which they are seen to cover nothing."""
    found = re.findall(
        r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)" (?:fill="#ffffff"|rx)', svg
    )
    made = [tuple(float(v) for v in each) for each in found]
    return [(x, y, x + w, y + h) for x, y, w, h in made]


def test_the_map_is_the_same_each_time(some: KnowledgeBase, tmp_path: Path):
    assert drawing(some) == drawing(some)
    assert written(some, "country:KP", "html") == written(some, "country:KP", "html")


def test_a_way_has_its_number_and_one_that_is_denied_another_line_and_another_mark(
    some: KnowledgeBase,
):
    svg = drawing(some).svg
    assert ">1</text>" in svg
    assert 'rx="0"' in svg
    assert 'stroke-dasharray="8 4"' in svg
    assert 'stroke-dasharray="2 4"' in svg
    assert svg.count("not asserted here as fact") == 2


def test_labels_and_marks_lie_in_the_picture_and_cover_none_of_the_others(some: KnowledgeBase):
    svg = drawing(some).svg
    wide, tall = (float(v) for v in re.search(r'viewBox="0 0 (\S+) (\S+)"', svg).groups())
    found = boxes(svg)
    assert len(found) >= 6
    for number, a in enumerate(found):
        assert 0 <= a[0] < a[2] <= wide
        assert 0 <= a[1] < a[3] <= tall
        for b in found[:number]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_the_table_has_every_way_with_its_status_ends_and_distance(some: KnowledgeBase):
    rows = [b.text for b in read(written(some, "country:KP", "html")).blocks if b.tag == "tr"]
    ways = [each for each in rows if "by sea, estimated" in each]
    assert len(ways) == 3
    assert any("DISPUTED" in each and "Vladivostok" in each for each in ways)
    assert "by sea, estimated" in written(some, "country:KP", "markdown")
    assert "<svg" not in written(some, "country:KP", "markdown")


def test_a_way_over_the_date_line_goes_the_short_way_round(tmp_path: Path):
    svg = drawing(told(tmp_path, voyage(1, "port:RUVVO", "port:USLAX"))).svg
    path = re.search(r'<path d="(M[^"]+)" fill="none" stroke="#1f4e79"', svg)[1]
    assert path.count("M") == 1
    xs = [float(each.split()[0]) for each in path[1:].split("L")]
    assert max(abs(a - b) for a, b in pairwise(xs)) < 60
    assert xs[0] < xs[-1]


def test_without_positions_there_is_no_map_but_a_sentence(tmp_path: Path):
    base = told(tmp_path, voyage(1, "country:KP", "country:RU"))
    html = written(base, "country:KP", "html")
    assert NOWHERE in html
    assert 'id="m-title"' not in html
    assert "position not known" in html


def test_where_no_place_is_named_nothing_is_said_of_a_map(tmp_path: Path):
    bare = {k: v for k, v in voyage(1, "", "").items() if k not in ("origin", "destination")}
    assert "Places and ways" not in written(told(tmp_path, bare), "country:KP", "html")


def test_a_hostile_name_acts_nowhere_in_the_map(tmp_path: Path):
    place = {"id": "locality:evil", "type": "Place", "name": EVIL, "latitude": 40, "longitude": 130}
    base = told(tmp_path, voyage(1, "locality:evil", "port:RUVVO"), entities=[place])
    html = written(base, "country:KP", "html")
    assert "<script" not in html
    assert "\u202e" not in html
    assert "&lt;script&gt;" in drawing(base).svg


def test_the_picture_never_bears_the_name_of_a_proposition(tmp_path: Path):
    bare = told(tmp_path, voyage(1, "port:KPNJN", "port:RUVVO"))
    named = gathered(bare, "country:KP", None, 9).matters[0].named.name
    found = gathered(bare, "country:KP", None, 9)
    spots = tuple(replace(each, name=f"At {named}") for each in found.geography.spots)
    made = page(replace(found, geography=replace(found.geography, spots=spots)))
    picture = next(b for b in made.blocks if isinstance(b, Drawing))
    assert named not in picture.svg
    assert picture.words == ("(1)", "(2)")
    guard(made, found.named.values())
    shown = replace(picture, words=(named,))
    with pytest.raises(NakedAllegation, match="Nothing was written"):
        guard(replace(made, blocks=(shown,)), found.named.values())


def test_a_document_whose_picture_named_a_proposition_would_be_refused(some: KnowledgeBase):
    found = gathered(some, "country:KP", None, 100)
    svg = drawing(some).svg
    assert not [each for each in found.named.values() if each.name in svg]
    assert as_html(page(found)).count("<svg") >= 2


def test_the_land_is_small_and_on_the_earth():
    assert FILE.stat().st_size < 120_000
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in rings() for x, y in ring)


points = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


@given(st.lists(points, min_size=1, max_size=8))
def test_whatever_is_to_be_shown_lies_on_the_paper(found: list[tuple[float, float]]):
    seen = view([(each,) for each in found])
    for each in found:
        x, y = seen.at(each)
        assert -0.01 <= x <= seen.width + 0.01
        assert -0.01 <= y <= seen.height + 0.01


@given(st.lists(st.tuples(st.floats(-99, 99), st.floats(-99, 99)), min_size=3, max_size=9))
def test_what_is_cut_lies_on_the_paper(ring: list[tuple[float, float]]):
    assert all(-0.01 <= x <= 40.01 and -0.01 <= y <= 30.01 for x, y in clipped(ring, 40, 30))


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300), st.text(max_size=9)), max_size=20))
def test_no_label_covers_another(wanted: list[tuple[float, float, str]]):
    room = Room((0, 0, 300, 300))
    found = [b for x, y, text in wanted if (b := room.take(around((x, y), text or "x")))]
    for number, a in enumerate(found):
        assert a[0] >= 0
        assert a[2] <= 300
        for b in found[:number]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
