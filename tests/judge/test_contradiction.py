"""Contradictions are found with both sides quoted, and agreement is not taken for one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.why import explained, why_text
from kb.judge.case import case
from kb.judge.case_reading import Reading
from kb.judge.contradiction import contradictions
from kb.judge.contradiction_words import Contradiction
from kb.store import MEMORY
from kb.vocabulary import vocabulary
from tests.judge.case_reports import tell

COAL = {"id": "event:coal", "type": "Shipment", "vessel": "ship:tern", "origin": "port:KPNAM"}
SHIP = {"id": "ship:tern", "type": "Ship", "name": "Tern"}
SAYS = {"stance": "asserts", "about": "event:coal"}


def found(base: KnowledgeBase, name: str = "event/coal") -> list[Contradiction]:
    reading = Reading(base.store, vocabulary())
    node = NamedNode(f"https://w3id.org/sanctions-kb/id/{name}")
    return contradictions(reading, case(reading, node))


def two(
    folder: Path, one: Mapping[str, Any], other: Mapping[str, Any], who: str = "b"
) -> list[Contradiction]:
    """What contradicts in two reports that describe one shipment, the second by another party."""
    with KnowledgeBase.open(MEMORY) as base:
        tell(
            base, folder, "one", [{**SAYS, "claimant": "org:a"}], [{**COAL, **one}], entities=[SHIP]
        )
        tell(
            base,
            folder,
            "two",
            [{**SAYS, "claimant": f"org:{who}"}],
            [{**COAL, **other}],
            entities=[SHIP],
        )
        return found(base)


def cargo(words: str, least: float | None = None, most: float | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {"cargoKind": "coal", "quantity": words, "unit": "tonnes"}
    return {"cargo": made | {k: v for k, v in (("quantityMin", least), ("quantityMax", most)) if v}}


def test_figures_that_exclude_one_another_are_told_with_both_quotes(tmp_path: Path):
    (made,) = two(tmp_path, cargo("2,000 tonnes", 2000, 2000), cargo("5,000 tonnes", 5000, 5000))
    assert made.kind == "other-figure"
    assert made.about == "coal: the figures exclude one another"
    assert [side.holds for side in made.sides] == ["2,000 tonnes", "5,000 tonnes"]
    assert [side.claims[0].quotes[0].text for side in made.sides] == [
        "Sentence 0 of one was said",
        "Sentence 0 of two was said",
    ]
    assert made.note == ""


@pytest.mark.parametrize(
    ("one", "other", "degree"),
    [
        (
            cargo("hundreds", 200),
            cargo("about 300", 300, 300),
            "the figures differ, and both may hold",
        ),
        (
            cargo("at most 100", None, 100),
            cargo("over 100", 101),
            "the figures exclude one another",
        ),
        (cargo("a lot"), cargo("little"), "the figures are put differently"),
    ],
)
def test_how_far_figures_differ(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], degree: str
):
    (made,) = two(tmp_path, one, other)
    assert made.about == f"coal: {degree}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (cargo("2,000 tonnes", 2000, 2000), cargo("2000 t", 2000, 2000)),
        (cargo("2,000 tonnes", 2000, 2000), {"cargo": {"cargoKind": "iron-ore", "quantity": "5"}}),
        ({"destination": "port:RUVVO"}, {"destination": "country:RU"}),
        ({"destination": "port:RUVVO"}, {"destination": "unknown"}),
        ({"destination": "port:RUVVO"}, {}),
        ({"description": "by night"}, {"description": "by day"}),
    ],
)  # fmt: skip
def test_what_agrees_is_no_contradiction(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any]
):
    assert two(tmp_path, one, other) == []


def test_other_places_are_told_and_that_one_party_stands_on_both_sides(tmp_path: Path):
    places = ({"destination": "port:RUVVO"}, {"destination": "port:CNDLC"})
    (made,) = two(tmp_path, *places, who="a")
    assert made.kind == "other-destination"
    assert [side.holds for side in made.sides] == ["Dalian", "Vladivostok"]
    assert made.note == "A stands on more than one side: a correction or a slip."


def test_a_denial_of_one_part_stands_beside_the_claims_that_it_answers(tmp_path: Path):
    claims = [
        {**SAYS, "claimant": "org:a", "id": "#x"},
        {**SAYS, "claimant": "org:b"},
        {**SAYS, "claimant": "org:c", "stance": "denies", "aspect": "origin", "disputes": "#x"},
        {**SAYS, "claimant": "org:d", "stance": "denies"},
    ]
    with KnowledgeBase.open(MEMORY) as base:
        tell(base, tmp_path, "one", claims, [COAL], entities=[SHIP])
        part, whole = found(base)
    assert (part.kind, part.about) == ("denied-part", "denied in part: origin (Nampo)")
    assert [each.claim for each in part.sides[0].claims] == ["report:one#x"]
    assert part.note == ""
    assert (whole.kind, whole.about) == ("denied", "denied as a whole")
    assert len(whole.sides[0].claims) == 2
    assert whole.note == "The base does not say which claim it answers."


def test_who_supports_and_denies_contradicts_itself_and_who_withdraws_takes_back(tmp_path: Path):
    claims = [
        {**SAYS, "claimant": "org:a"},
        {**SAYS, "claimant": "org:a", "stance": "denies"},
        {**SAYS, "claimant": "org:b", "id": "#b"},
        {**SAYS, "claimant": "org:b", "stance": "doubts", "withdraws": "#b"},
        {**SAYS, "claimant": "org:c", "stance": "doubts", "withdraws": "#c0"},
    ]
    with KnowledgeBase.open(MEMORY) as base:
        tell(base, tmp_path, "one", claims, [COAL], entities=[SHIP])
        made = {each.kind: each for each in found(base)}
    assert made["contradicts-itself"].about == "A supports it and denies it"
    assert made["withdrawn"].about == "B takes a claim back"
    assert [side.claims[0].claim for side in made["withdrawn"].sides] == [
        "report:one#b",
        "report:one#c3",
    ]
    assert "only who made a claim can take it back" in made["withdrawn-by-another"].note.lower()


def test_an_answer_with_another_story_and_a_corrected_report_are_told(tmp_path: Path):
    water = {"id": "#water", "type": "Bunkering", "vessel": "ship:tern"}
    answer = {
        "claimant": "org:b", "stance": "asserts", "about": "#water",
        "disputes": "report:one#c0",
    }  # fmt: skip
    with KnowledgeBase.open(MEMORY) as base:
        tell(base, tmp_path, "one", [{**SAYS, "claimant": "org:a"}], [COAL], entities=[SHIP])
        again = {**SAYS, "claimant": "org:a"}
        tell(
            base, tmp_path, "two", [answer, again], [COAL, water],
            entities=[SHIP], corrects="report:one", published="2024-06-01",
        )  # fmt: skip
        made = {each.kind: each for each in found(base)}
    assert made["another-story"].about == "answered with another account: Bunkering: Tern"
    assert "Report two (report:two) corrects the report Report one" in made["corrected"].about
    assert [side.holds for side in made["corrected"].sides] == ["before", "after"]


def owned(name: str, owner: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "type": "Ownership", "owner": owner, "owned": "ship:tern", **more}


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        ({"time": "2020/2022"}, {"time": "2021/.."}, 1),
        ({}, {"time": "2021"}, 1),
        ({"time": "2020"}, {"time": "2021/.."}, 0),
        ({"percentage": 60}, {"percentage": 40}, 0),
        ({"percentage": 60}, {"percentage": 50}, 1),
    ],
)
def test_another_owner_counts_where_times_may_overlap_and_shares_do_not_add_up(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], rivals: int
):
    owners = [{"id": f"org:{x}", "type": "Organization", "name": x} for x in ("x", "y")]
    with KnowledgeBase.open(MEMORY) as base:
        for name, owner, more in (("one", "x", one), ("two", "y", other)):
            claim = {"claimant": "org:a", "stance": "asserts", "about": f"relation:{name}"}
            stated = owned(f"relation:{name}", f"org:{owner}", **more)
            tell(base, tmp_path, name, [claim], [stated], entities=[SHIP, *owners])
        made = found(base, "relation/one")
    assert [each.kind for each in made] == ["rival"] * rivals


@pytest.mark.parametrize(
    ("day", "port", "expected"),
    [
        ("2024-03-09", "RUVVO", 1),
        ("2024-03-29", "RUVVO", 0),
        ("2024-03-09", "CNDLC", 0),
        ("2024-03", "RUVVO", 0),
    ],
)
def test_a_like_event_a_few_days_off_may_be_the_same_with_another_date(
    tmp_path: Path, day: str, port: str, expected: int
):
    calls = [("one", "2024-03-02", "RUVVO"), ("two", day, port)]
    with KnowledgeBase.open(MEMORY) as base:
        for name, time, where in calls:
            call = {"id": f"event:{name}", "type": "PortCall", "vessel": "ship:tern"}
            call |= {"portOfCall": f"port:{where}", "time": time}
            claim = {"claimant": f"org:{name}", "stance": "asserts", "about": f"event:{name}"}
            tell(base, tmp_path, name, [claim], [call], entities=[SHIP])
        made = found(base, "event/one")
    assert [each.kind for each in made] == ["another-date"] * expected


def test_a_denial_of_knowledge_stands_beside_the_event_and_leaves_its_status(tmp_path: Path):
    owner = {"id": "org:owner", "type": "Organization", "name": "Owner"}
    knew = {"id": "#knew", "type": "Knowledge", "knower": "org:owner", "knownOf": "event:coal"}
    claims = [
        {**SAYS, "claimant": "org:a"},
        {"stance": "denies", "about": "#knew", "claimant": "org:owner"},
        {"stance": "asserts", "about": "#knew", "claimant": "org:a"},
    ]
    with KnowledgeBase.open(MEMORY) as base:
        tell(base, tmp_path, "one", claims, [COAL, knew], entities=[SHIP, owner])
        (made,) = found(base)
        told = why_text(explained(base, "event:coal"))
    assert made.kind == "knowledge-denied"
    assert made.about == "denied or doubted that Owner knew of it"
    assert [len(side.claims) for side in made.sides] == [1, 1]
    assert "report:one#knew" in made.note
    assert told.startswith("ALLEGED: Shipment")
    assert "Denied or doubted that Owner knew of it" in told


def test_knowledge_that_nobody_denies_is_no_contradiction(tmp_path: Path):
    knew = {"id": "#knew", "type": "Knowledge", "knower": "unknown", "knownOf": "event:coal"}
    claims = [
        {**SAYS, "claimant": "org:a"},
        {"stance": "asserts", "about": "#knew", "claimant": "org:a"},
    ]
    with KnowledgeBase.open(MEMORY) as base:
        tell(base, tmp_path, "one", claims, [COAL, knew], entities=[SHIP])
        assert found(base) == []
