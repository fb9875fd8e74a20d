"""What a review does not change stays to the byte, and what it writes says what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadReport
from kb.report import yamltext
from kb.report.write import dump
from kb.review.sheet import Sheet, plain
from tests.review.conftest import DRAFT

MARKS = list(" \n\t#:-'\"|>é…\u2028\u2029\x85\ufeff\u202e&*?!{}[],%@`aA0.~")
OTHERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\x85")
TEXTS = st.text(st.one_of(st.sampled_from(MARKS), OTHERS), max_size=60)
VALUES = st.recursive(
    TEXTS,
    lambda each: st.one_of(st.lists(each, max_size=3), st.dictionaries(TEXTS, each, max_size=3)),
    max_leaves=6,
)
THINGS = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=3)


def sheet(text: str) -> Sheet:
    return Sheet.read(text, "draft.yaml", 50)


def said(text: str):
    return plain(yamltext.read(text, "draft.yaml", 100))


@given(THINGS)
def test_what_is_dumped_reads_back_to_the_letter(thing: dict):
    assert said(dump(thing)) == thing


@given(TEXTS)
def test_a_long_text_survives_in_a_dump(text: str):
    whole = {"id": "report:x", "content": f"{text}\n\n  {text} \n", "claims": [{"id": "#c1"}]}
    assert said(dump(whole)) == whole


@given(TEXTS, THINGS)
def test_a_changed_claim_leaves_the_text_and_the_others_to_the_byte(text: str, claim: dict):
    head = dump({"id": "report:x", "content": text})
    others = dump([{"id": "#c0", "note": text}]), dump([{"id": "#c2", "note": text}])
    found = sheet(f"{head}claims:\n{others[0]}- id: '#c1'\n{others[1]}extractor: rules\n")
    found.replace("claims", 1, claim)
    made = found.text()
    assert made.startswith(f"{head}claims:\n{others[0]}")
    assert made.endswith(f"{others[1]}extractor: rules\n")
    assert said(made)["claims"][1] == claim
    assert said(made)["content"] == text


def test_an_untouched_file_is_the_same_file():
    assert sheet(DRAFT).text() == DRAFT


def test_comments_survive_but_for_those_within_a_changed_item():
    found = sheet(DRAFT)
    found.replace("claims", 1, {"id": "#c2", "status": "accepted"})
    made = found.text()
    assert made.startswith("# A draft of the first day.\n# Not yet reviewed.\n")
    assert "# made up" in made
    assert "# kept" in made
    assert "    status: accepted\n  # a remark on the third\n" in made


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "report:x", "claims": [{"id": "#c1"}, {"id": "#c2"}]}',
        "id: report:x\nclaims: [{id: '#c1'}, {id: '#c2'}]\n",
        "id: report:x\nclaims:\n-\n  id: '#c1'\n- {id: '#c2'}\n",
        "id: report:x\nclaims:\n- id: '#c1'\n- id: '#c2'\n...\n",
        "---\nid: report:x\nclaims:\n- id: '#c1'\n- id: '#c2'",
        "  id: report:x\n  claims:\n  - id: '#c1'\n  - id: '#c2'\n",
        "# é\nid: report:x\nentities: []\nclaims:\n   -   id: '#c1'\n   -   id: '#c2'\n",
        "id: report:x\ntitle: a\u2028  b\x85\n  c\nclaims:\n- id: '#c1'\n- id: '#c2'\n",
    ],
)
def test_every_way_to_write_a_list_can_be_changed(text: str):
    found = sheet(text)
    found.replace("claims", 0, {"id": "#c1", "status": "accepted"})
    found.insert("claims", 2, {"id": "#c3"})
    found.insert("entities", 0, {"id": "org:a"})
    expected = [{"id": "#c1", "status": "accepted"}, {"id": "#c2"}, {"id": "#c3"}]
    made = said(found.text())
    assert made == said(text) | {"entities": [{"id": "org:a"}], "claims": expected}


def test_a_list_can_be_emptied_and_filled_again():
    found = sheet("id: report:x\npropositions:\n  - id: '#p1'\nclaims:\n  - id: '#c1'\n")
    found.remove("propositions", 0)
    assert said(found.text())["propositions"] == []
    found.insert("propositions", 0, {"id": "#p2"})
    assert said(found.text())["propositions"] == [{"id": "#p2"}]


def test_a_state_can_be_restored():
    found = sheet(DRAFT)
    before = found.state()
    found.insert("evidence", 0, {"id": "#e"})
    found.remove("claims", 0)
    found.restore(before)
    assert found.text() == DRAFT


def test_broken_yaml_is_told_with_its_place():
    with pytest.raises(BadReport, match=r"draft.yaml:2:1: "):
        sheet("id: [\n")


def test_numbers_stand_without_quotes_and_texts_that_look_like_them_with():
    assert dump({"start": "12", "hedged": True, "note": "12"}) == (
        "start: 12\nhedged: true\nnote: '12'\n"
    )
