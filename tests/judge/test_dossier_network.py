"""The network of a dossier: ties as claimed, the same each time, within the picture, with a table."""

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kb.desk.base import KnowledgeBase
from kb.desk.dossier_file import gathered, written
from kb.judge.dossier_content import page
from kb.judge.dossier_guard import guard
from kb.judge.dossier_network import MOST
from kb.judge.dossier_network_layout import laid_out
from kb.judge.dossier_page import Drawing
from tests.judge.dossier_reading import read
from tests.judge.test_dossier_map import EVIL, told, voyage


def drawing(base: KnowledgeBase, name: str = "country:KP") -> Drawing:
    made = page(gathered(base, name, None, 100))
    return next(b for b in made.blocks if isinstance(b, Drawing) and 'id="n-title"' in b.svg)


def owned(number: int) -> dict[str, object]:
    return {
        "id": f"relation:own-{number}",
        "type": "Ownership",
        "owner": "country:KP",
        "owned": f"org:owned-{number}",
    }


def organisations(count: int) -> list[dict[str, object]]:
    return [
        {"id": f"org:owned-{n}", "type": "Organization", "name": f"Owned Company {n}"}
        for n in range(count)
    ]


def test_parties_and_numbers_are_drawn_and_a_denied_proposition_otherwise(tmp_path: Path):
    base = told(
        tmp_path,
        voyage(1, "port:KPNJN", "port:RUVVO"),
        voyage(2, "port:KPNJN", "port:RUVVO"),
        denied="event:voyage-2",
    )
    made = drawing(base)
    assert made == drawing(base)
    assert made.words == ("North Korea", "Russia")
    assert 'stroke-dasharray="2 4"' in made.svg
    assert 'rx="0"' in made.svg
    assert made.svg.count("not asserted here as fact") == 2


def test_the_table_has_every_tie_with_status_and_claimants(tmp_path: Path):
    base = told(tmp_path, voyage(1, "port:KPNJN", "port:RUVVO"), denied="event:voyage-1")
    rows = [b for b in read(written(base, "country:KP", "html")).blocks if b.tag == "tr"]
    row = next(each for each in rows if "supplier: North Korea; recipient: Russia" in each.text)
    assert "DISPUTED" in row.text
    assert "asserted by Paper; denied by Ministry" in row.text
    assert row.notes
    markdown = written(base, "country:KP", "markdown")
    assert "supplier: North Korea; recipient: Russia" in markdown


def test_what_there_is_no_room_for_is_left_to_the_table_and_said(tmp_path: Path):
    count = 30
    base = told(tmp_path, *map(owned, range(count)), entities=organisations(count))
    made = drawing(base)
    assert made.svg.count("<circle") <= MOST
    assert f"Of {count} propositions " in made.text
    html = written(base, "country:KP", "html")
    assert all(f"Owned Company {n}" in html for n in range(count))


def test_labels_lie_in_the_picture_and_cover_none_of_the_others(tmp_path: Path):
    base = told(tmp_path, *map(owned, range(9)), entities=organisations(9))
    svg = drawing(base).svg
    found = [
        tuple(map(float, each))
        for each in re.findall(
            r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)" (?:fill="#fff|rx)', svg
        )
    ]
    assert len(found) > 15
    for number, (x, y, wide, tall) in enumerate(found):
        assert x >= 0
        assert x + wide <= 760
        assert y >= 0
        for a, b, w, h in found[:number]:
            assert not (x < a + w and a < x + wide and y < b + h and b < y + tall)


def test_a_hostile_name_acts_nowhere_in_the_network(tmp_path: Path):
    hostile = {"id": "org:owned-0", "type": "Organization", "name": EVIL}
    base = told(tmp_path, owned(0), entities=[hostile])
    assert "&lt;script&gt;" in drawing(base).svg
    html = written(base, "country:KP", "html")
    assert "<script" not in html
    assert "\u202e" not in html


def test_a_party_that_is_called_as_a_proposition_is_drawn_with_a_number(tmp_path: Path):
    found = gathered(told(tmp_path, owned(0), entities=organisations(1)), "country:KP", None, 9)
    name = found.matters[0].named.name
    case = found.matters[0].why.case
    roles = tuple(
        replace(role, values=tuple(replace(v, text=name) for v in role.values))
        for role in case.roles
    )
    matter = replace(
        found.matters[0], why=replace(found.matters[0].why, case=replace(case, roles=roles))
    )
    made = page(replace(found, matters=(matter,)))
    picture = next(b for b in made.blocks if isinstance(b, Drawing))
    assert picture.words == ("(1)", "(2)")
    guard(made, found.named.values())


edges = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("stuvwxyz")), max_size=20)


@given(edges)
def test_every_node_stands_in_the_picture_and_the_same_each_time(found: list[tuple[str, str]]):
    nodes = sorted({each for pair in found for each in pair})
    at = laid_out(nodes, found, 760, 400) if nodes else {}
    assert all(0 < x < 760 and 0 < y < 400 for x, y in at.values())
    assert not nodes or at == laid_out(nodes, found[::-1], 760, 400)
