"""Listed parties are marked: by identifier as such, by name alone with a warning; what is over is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.desk.base import KnowledgeBase
from kb.desk.dossier import as_json, as_text, dossier
from kb.desk.listing import of_draft
from kb.errors import BadInput, UnknownName
from kb.report.load import Request
from kb.store import MEMORY
from tests.lists import world

GIVEN = Path(__file__).parents[1] / "queries" / "given"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(MEMORY, write=True) as made:
        for path in sorted(GIVEN.glob("*.yaml")):
            made.add(made.check(Request(str(path)))[1][0])
        world.load(made, tmp_path_factory.mktemp("lists"))
        yield made


def lines(base: KnowledgeBase, thing: str) -> set[tuple[str, str]]:
    return {(each.part, each.text) for each in dossier(base, thing).lines}


def test_a_listed_ship_shows_by_whom_under_what_and_since_when(base: KnowledgeBase):
    found = lines(base, "ship:imo-9000015")
    assert ("listed", "DPRK; asset freeze, de-flagging; since 2022-12-01 [UN-2]") in found
    assert ("flag", "Panama, since 2023-06-01") in found
    assert ("earlier flag", "Cambodia") in found
    assert ("name", "RED KNOT (former)") in found
    assert ("linked to", "Northern Tankers") in found
    assert ("identifier", "false shown falsely: 9000039") in found


def test_a_delisted_party_is_not_shown_as_listed(base: KnowledgeBase):
    found = lines(base, "ship:imo-9000003")
    assert not [text for part, text in found if part == "listed"]
    assert [text for part, text in found if part == "no longer listed"] == [
        "DPRK, paragraph 12 of resolution 2270; asset freeze; since 2022-06-01; until 2024-02-01 [UN-1]"
    ]


def test_a_party_that_a_later_edition_left_out_is_no_longer_listed(base: KnowledgeBase):
    assert ("no longer listed", "DPRK; since 2021-05; until 2024-03-01 [UN-3]") in lines(
        base, "OLD CURLEW"
    )


def test_the_ship_of_a_list_shows_what_reports_claim_of_it_under_another_identifier(
    base: KnowledgeBase,
):
    card = dossier(base, "ship:imo-9000015").card
    assert (card.label, card.kind) == ("GREEN KNOT", "ship")
    assert {each.status for each in card.stated} == {"alleged"}
    assert len(card.stated) == 2


def test_the_ship_of_a_report_shows_its_listings_by_imo_number(base: KnowledgeBase):
    assert any(part == "listed" for part, _ in lines(base, "ship:green-knot"))


def test_a_name_alone_proves_nothing(base: KnowledgeBase):
    found = dossier(base, "ship:grey-teal")
    assert found.lines == ()
    assert found.namesakes == ("GREY TEAL (ship:ofac-112, ofac 112): DPRK4; since 2024-01-10",)
    assert "which alone proves nothing" in as_text(found)


def test_a_party_is_found_by_its_name_on_a_list_in_any_case(base: KnowledgeBase):
    assert dossier(base, "pat  DOE").card.thing == "person:ofac-113"
    with pytest.raises(UnknownName):
        dossier(base, "Nobody At All")


def test_a_name_of_several_parties_is_told(base: KnowledgeBase):
    with pytest.raises(UnknownName):
        dossier(base, "ship:imo-1234567")
    with pytest.raises((BadInput, UnknownName)):
        dossier(base, "")


def test_json_and_text_say_the_same(base: KnowledgeBase):
    found = dossier(base, "ship:imo-9000015")
    assert '"lists": [' in as_json(found)
    for line in found.lines:
        assert f"  {line.part}: {line.text}" in as_text(found)


def test_checking_a_report_notes_its_listed_parties(base: KnowledgeBase):
    verdict, _ = base.check(Request(str(GIVEN / "fourth.yaml")))
    told = [note for note in verdict.notes if "listed" in note]
    assert told[1].startswith("ship:green-knot is listed by un as GREEN KNOT (UN-2): DPRK;")
    assert "since 2022-12-01" in told[1]


def test_a_draft_notes_listed_parties_by_number_and_by_name(base: KnowledgeBase):
    entities = [
        {"id": "ship:x", "type": "Ship", "name": "Other", "imoNumber": "9000015"},
        {"id": "person:pat", "type": "Person", "name": "Pat Doe"},
        {"id": "org:pat", "type": "Organization", "name": "Pat Doe"},
        {"id": "ship:y", "type": "Ship", "name": "Red Knot", "imoNumber": "9000027"},
    ]
    told = list(of_draft(base.store, {"entities": entities}))
    assert sum("ship:x is listed" in each for each in told) == 2
    assert [each for each in told if "person:pat has the name of a party" in each]
    assert not [each for each in told if "org:pat" in each]
    assert [each for each in told if each.startswith("ship:y")] == [
        "ship:y is listed by un as WHITE TERN (UN-4): DPRK; since 2023-05-05."
    ]


def test_a_draft_notes_things_of_the_base_that_it_only_names(base: KnowledgeBase):
    draft = {"propositions": [{"vessel": "ship:green-knot"}], "entities": []}
    assert len(list(of_draft(base.store, draft))) == 2


def test_without_lists_nothing_is_noted():
    with KnowledgeBase.open(MEMORY, write=True) as empty:
        verdict, _ = empty.check(Request(str(GIVEN / "fourth.yaml")))
        assert verdict.notes == ()
        assert (
            list(of_draft(empty.store, {"entities": [{"type": "Ship", "name": "Red Knot"}]})) == []
        )
