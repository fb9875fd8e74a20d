"""`kb show`: each line with who says so, where, and how it stands."""

import json

import pytest
from click.testing import CliRunner, Result

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.errors import UnknownName
from kb.questions.page import as_text


def run(base: KnowledgeBase, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--store", base.store.location])


def test_a_ship_is_shown_with_statuses_claims_quotes_and_places(base: KnowledgeBase):
    text = as_text(base.card("ship:grey-teal"))
    assert text.startswith("Grey Teal  (ship, ship:grey-teal)\n")
    assert "REFUTED (0 sources, as vessel): Port call: Grey Teal, Nampo, 2024-02" in text
    assert (
        "    “may have seen the Grey Teal call at Nampo”  Tanker passes fuel at sea, 311–352"
        in text
    )
    assert "Air force of Japan for Japan confirms, on 2024-03-14  <report:second#watched>" in text
    assert "alleges, since withdrawn  <report:first#sighting>" in text


def test_facts_name_the_sources_that_state_them(base: KnowledgeBase):
    text = as_text(base.card("Blue Heron"))
    assert "  alternative name: Heron   [first]\n" in text
    assert "  IMO number: 9000003   [first, second, third]\n" in text


@pytest.mark.parametrize(
    "name", ["event:heron-teal", "report:first#denial", "report:first", "provision:2397-5", "Nampo"]
)
def test_anything_can_be_shown(base: KnowledgeBase, name: str):
    assert as_text(base.card(name)).count("\n") > 2


def test_every_proposition_on_a_card_has_a_status_and_claims(base: KnowledgeBase):
    for name in ("ship:blue-heron", "country:KP", "org:port-watch"):
        for stated in base.card(name).stated:
            assert stated.status != "no status"
            assert stated.claims
            assert all(claim.quotes and claim.claimant and claim.report for claim in stated.claims)


def test_an_unknown_thing_is_told(base: KnowledgeBase):
    with pytest.raises(UnknownName, match="ship:blue-heron"):
        base.card("ship:blue-herron")


def test_show_and_export_and_questions_run(base: KnowledgeBase):
    card = json.loads(run(base, "show", "Blue Heron", "--format", "json").stdout)
    assert card["thing"] == "ship:blue-heron"
    assert run(base, "export", "first", "--format", "nquads").stdout.count("\n") > 200
    assert run(base, "query", "corroborated", "--format", "csv").stdout.count("\n") == 2
    assert CliRunner().invoke(main, ["questions"]).stdout.count("\n    ") >= 30
    assert "#+ params" in CliRunner().invoke(main, ["questions", "timeline"]).stdout
    listed = json.loads(CliRunner().invoke(main, ["questions", "--format", "json"]).stdout)
    assert listed[0]["usage"].startswith("kb query ais-gaps")


def test_a_query_that_hides_statuses_says_so(base: KnowledgeBase):
    query = "SELECT ?s ?p { ?e kb:vessel ?s ; kb:portOfCall ?p }"
    found = CliRunner().invoke(main, ["query", "-", "--store", base.store.location], input=query)
    assert "without their status" in found.stderr
    query = "SELECT ?e ?s { ?e kb:vessel ?s ; kb:portOfCall ?p }"
    found = CliRunner().invoke(main, ["query", "-", "--store", base.store.location], input=query)
    assert found.stderr == ""


def test_a_claimant_and_a_go_between_are_shown_with_what_they_said_or_passed_on(
    base: KnowledgeBase,
):
    said = as_text(base.card("org:palau-ministry"))
    assert "as claimant): Ship-to-ship transfer" in said
    assert "denies" in said
    passed_on = as_text(base.card("org:coast-news"))
    assert "as go-between): Ship-to-ship transfer" in passed_on


def test_a_cargo_is_shown_by_its_content(base: KnowledgeBase):
    text = as_text(base.card("report:third#arms"))
    assert "  cargo: " in text
    assert "arms-cargo" not in text
