"""Fields changed one by one, propositions merged and split; every answer is checked."""

from pathlib import Path

import pytest

from kb.errors import BadInput
from kb.review import edit, merge
from kb.review.fields import fields
from kb.review.session import Session
from kb.review.view import sight
from tests.review.conftest import DRAFT, Write, claims, on_disk, started


def put(session: Session, name: str, answer: str, **types: str) -> None:
    field = next(each for each in fields(session.draft, session.claim) if each.name == name)
    named = {key.replace("_", " "): kind for key, kind in types.items()}
    session.change(name, lambda d, i: edit.put(d, i, field, answer, named))


def proposition(path: str, name: str) -> dict:
    return next(each for each in on_disk(path)["propositions"] if each["id"] == name)


@pytest.mark.parametrize(
    ("name", "answer", "key", "value"),
    [
        ("stance", "alleges", "stance", "alleges"),
        ("stance", "all", "stance", "alleges"),
        ("claimant", "Tass", "claimant", "org:tass"),
        ("claimant", "tass", "claimant", "org:tass"),
        ("claimant", "1", "claimant", "person:dmitry-peskov"),
        ("claimant", "org:not-here", "claimant", "org:not-here"),
        ("claimant", "unknown", "claimant", "unknown"),
        ("via", "Tass; org:reuters", "via", ["org:tass", "org:reuters"]),
        ("said", "2023-10", "said", "2023-10"),
        ("hedged", "yes", "hedged", "true"),
        ("said", "-", "said", None),
        ("about", "#p2", "about", "#p2"),
        ("about", "event:shared", "about", "event:shared"),
        ("about", "Visit", "about", "#p3"),
        ("disputes", "#c2; #c3", "disputes", ["#c2", "#c3"]),
    ],
)
def test_a_field_of_a_claim_is_changed(write: Write, name: str, answer: str, key: str, value):
    path = write()
    put(started(path), name, answer)
    assert claims(path)["#c1"].get(key) == value
    assert claims(path)["#c1"]["status"] == "draft"
    assert claims(path)["#c1"]["reviewer"] == "A. Analyst"


@pytest.mark.parametrize(
    ("name", "answer", "message"),
    [
        ("stance", "shouts", "no stance"),
        ("stance", "-", "needs its stance"),
        ("claimant", "#nobody", "Nothing in this report"),
        ("claimant", "Somebody New", "Say what it is"),
        ("claimant", "orgs:tass", "unknown prefix"),
        ("said", "yesterday", "not a date in EDTF"),
        ("hedged", "perhaps", "neither yes nor no"),
        ("passage", "words that are not there", "does not contain"),
        ("passage", "Pyongyang", "occurs 2 times"),
        ("passage", "5-5", "not within"),
        ("passage", "99-100000", "not within"),
        ("about", "#p9", "no about"),
        ("type", "Visit", "Visit has no recipient, supplier"),
        ("cargo.cargoKind", "gold-dust", "no cargo.cargoKind"),
        ("stance", " ; ", "no stance"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(
    write: Write, name: str, answer: str, message: str
):
    path = write()
    with pytest.raises(BadInput, match=message):
        put(started(path), name, answer)
    assert Path(path).read_text() == DRAFT


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("has shipped arms to Russia", "has shipped arms to Russia"),
        ('"There is no proof of that,"', "“There is no proof of that,”"),
        ("Pyongyang @29", "Pyongyang"),
        ("4-20", "foreign minister"),
        ("4 - 20", "foreign minister"),
    ],
)
def test_a_passage_is_held_against_the_text(write: Write, answer: str, quote: str):
    path = write()
    text = on_disk(path)["content"]
    put(started(path), "passage", answer)
    passage = claims(path)["#c1"]["passage"]
    assert passage["quote"] == quote
    assert text[int(passage["start"]) : int(passage["end"])] == quote
    assert f"start: {passage['start']}\n" in Path(path).read_text()


def test_a_new_name_becomes_an_entity_of_the_type_that_is_said(write: Write):
    path = write()
    session = started(path)
    field = next(f for f in fields(session.draft, session.claim) if f.name == "claimant")
    assert edit.strangers(session.draft, field, "Élise Noël") == ["Élise Noël"]
    assert edit.strangers(session.draft, field, "Tass") == []
    assert edit.suitable(field) == ["Group", "Organization", "Person"]
    session.change("x", lambda d, i: edit.put(d, i, field, "Élise Noël", {"Élise Noël": "Person"}))
    made = {"id": "person:elise-noel", "type": "Person", "name": "Élise Noël"}
    assert on_disk(path)["entities"][-1] == made
    assert claims(path)["#c1"]["claimant"] == "person:elise-noel"


def test_a_name_in_another_script_gets_an_identifier_of_this_report(write: Write):
    path = write()
    session = started(path)
    field = next(f for f in fields(session.draft, session.claim) if f.name == "claimant")
    session.change("x", lambda d, i: edit.put(d, i, field, "외무성", {"외무성": "Organization"}))
    assert claims(path)["#c1"]["claimant"] == "#organization-1"


@pytest.mark.parametrize(
    ("name", "answer", "role"),
    [
        ("supplier", "unknown", {"supplier": "unknown"}),
        ("recipient", "country:RU; country:BY", {"recipient": ["country:RU", "country:BY"]}),
        ("time", "2023-09", {"time": "2023-09"}),
        ("time", "-", {"time": None}),
        ("cargo.cargoKind", "ammunition", {"cargo": {"cargoKind": "ammunition"}}),
        ("cargo.quantityMin", "200", {"cargo": {"quantityMin": "200"}}),
        ("type", "Transfer", {"type": "Transfer"}),
    ],
)
def test_a_role_of_the_proposition_is_changed(write: Write, name: str, answer: str, role: dict):
    path = write()
    put(started(path), name, answer)
    found = proposition(path, "#p1")
    assert {key: found.get(key) for key in role} == role


def test_a_part_without_content_goes(write: Write):
    path = write()
    session = started(path)
    session.position = 2
    put(session, "cargo.cargoKind", "-")
    assert "cargo" not in proposition(path, "#p2")


def test_a_thing_of_the_base_is_found_by_the_names_known_for_it(write: Write):
    path = write()
    session = Session.open(path, "A", None, {"country:BY": ("Belarus", "Minsk")})
    put(session, "supplier", "Belarus")
    assert proposition(path, "#p1")["supplier"] == "country:BY"
    assert ("supplier", "Belarus (country:BY)") in sight(session.draft, 0).roles


def test_merging_makes_one_proposition_of_two_with_the_claims_of_both(write: Write):
    path = write(("propositions:\n", 'evidence:\n  - {id: "#e", shows: "#p2"}\npropositions:\n'))
    session = started(path)
    session.position = 2
    found = merge.conflicts(session.draft, session.claim, "#p1")
    assert [(each.role, each.theirs, each.mine) for each in found] == [
        ("time", "2023-08/..", "2023-09")
    ]
    with pytest.raises(BadInput, match="differ in time"):
        session.change("x", lambda d, i: merge.merge(d, i, "#p1", {}))
    session.change("x", lambda d, i: merge.merge(d, i, "#p1", {"time": merge.MINE}))
    assert proposition(path, "#p1") == {
        "id": "#p1",
        "type": "ArmsTransfer",
        "supplier": "country:KP",
        "recipient": "country:RU",
        "time": "2023-09",
        "cargo": {"cargoKind": "ammunition"},
    }
    assert len(on_disk(path)["propositions"]) == 1
    assert {each["about"] for each in on_disk(path)["claims"]} == {"#p1"}
    assert on_disk(path)["evidence"][0]["shows"] == "#p1"
    session.undo()
    assert len(on_disk(path)["propositions"]) == 2


def test_both_values_of_a_role_can_stand(write: Write):
    path = write(("supplier: country:KP\n", "supplier: org:tass\n"))
    session = started(path)
    chosen = {"time": merge.THEIRS, "supplier": merge.BOTH}
    session.change("x", lambda d, i: merge.merge(d, i, "#p2", chosen))
    assert proposition(path, "#p2")["supplier"] == ["org:tass", "country:KP"]
    assert proposition(path, "#p2")["time"] == "2023-09"


def test_different_kinds_of_events_are_never_merged(write: Write):
    path = write(
        (
            '"#p1", type: ArmsTransfer, supplier: country:KP, recipient',
            '"#p1", type: Visit, visitor',
        )
    )
    session = started(path)
    with pytest.raises(BadInput, match="none can be the same"):
        merge.targets(session.draft, session.claim)
    with pytest.raises(BadInput, match="different things"):
        session.change("x", lambda d, i: merge.merge(d, i, "#p2", {}))
    assert len(on_disk(path)["propositions"]) == 2


def test_splitting_gives_a_claim_a_copy_for_itself_and_ends_the_dispute(write: Write):
    path = write()
    session = started(path)
    session.position = 1
    session.change("x", lambda d, i: (merge.split(d, i), None)[1])
    assert claims(path)["#c2"]["about"] == "#p3"
    assert "disputes" not in claims(path)["#c2"]
    assert claims(path)["#c1"]["about"] == "#p1"
    assert proposition(path, "#p3") == proposition(path, "#p1") | {"id": "#p3"}
    with pytest.raises(BadInput, match="nothing to split off"):
        session.change("x", lambda d, i: (merge.split(d, i), None)[1])


def test_what_is_seen_marks_the_words_that_play_a_part(write: Write):
    session = Session.open(write(), "A", None, {"country:KP": ("North Korea", "Pyongyang")})
    seen = sight(session.draft, 0)
    assert seen.excerpt
    words = {(each.part, seen.excerpt.text[each.start : each.end]) for each in seen.excerpt.marks}
    assert words >= {
        ("passage", "North Korea has shipped arms to Russia since August"),
        ("cue", "the White House said"),
        ("claimant", "White House"),
        ("supplier", "North Korea"),
    }
    assert seen.excerpt.text.startswith("North Korea")
    assert seen.excerpt.text.endswith("An indented line.")
    assert ("said", "2023-10-13") in seen.facts
    assert "Peskov denies" in seen.others[0]
