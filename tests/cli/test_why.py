"""`kb why`, `kb timeline` and `kb plausibility` as people meet them: never without who says it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import NamedNode

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.desk.why import WRITERS, explained
from kb.judge.case import ABOUT
from kb.judge.why_page import escaped
from kb.report.names import compact
from tests.judge.case_reports import world
from tests.lists import world as lists

GUILT = re.compile(
    r"\b(guilty|guilt|violated|broke the law|criminal|perpetrat\w*|proven|proves)\b", re.I
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    found = str(tmp_path_factory.mktemp("why") / "kb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1717200000")
        world(found)
        with KnowledgeBase.open(found, write=True) as base:
            lists.load(base, tmp_path_factory.mktemp("lists"))
        yield found


def kb(place: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--store", place])


def why(place: str, name: str) -> str:
    found = kb(place, "why", name)
    assert found.exit_code == 0, found.output
    return found.output


def test_what_is_alleged_how_it_stands_and_both_sides_with_quotes_and_places(place: str):
    text = why(place, "event:heron-teal")
    assert text.startswith("DISPUTED: Ship-to-ship transfer: Blue Heron → Grey Teal")
    assert "DISPUTED: support stands and a denial stands." in text
    assert "3 claims of 2 sources support it; 1 denial of it, only in part (cargo)." in text
    assert (
        "“denied that any fuel changed ships”  Tanker passes fuel at sea (Harbour Wire, 2024-03-10)"
        in text
    )
    assert "denies it in part (cargo), passed on by Coast News  <report:first#denial>" in text
    assert "2. Japan: report:second#watched" in text
    assert "counts once: report:second#again only repeats report:first#transfer" in text
    assert "Entered by the analyst: reliability B (usually reliable), report:first#transfer" in text
    assert "Denied in part: cargo (refined petroleum products)" in text
    assert "The base takes no side." in text


@pytest.mark.parametrize(
    "name",
    [
        "event:heron-teal",
        "https://w3id.org/sanctions-kb/id/event/heron-teal",
        "report:first#denial",
        "first#transfer",
        "Ship-to-ship transfer: Blue Heron → Grey Teal (refined petroleum products), 2024-03-02",
    ],
)
def test_a_proposition_is_found_by_iri_prefixed_name_claim_and_label(place: str, name: str):
    assert "<event:heron-teal>" in why(place, name)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("first#tranfser", "Did you mean report:first#transfer?"),
        ("firts#transfer", "Did you mean report:first#transfer"),
        ("first#zzzzzz", "It describes event:heron-teal, report:first#ban,"),
        ("event:heron-tael", "Did you mean event:heron-teal"),
        ("ship:blue-heron", "It has to do with: event:heron-teal,"),
        ("nothing of the kind", "nothing in the base has that name"),
        ("report:first", "It has to do with: event:heron-teal"),
        ("<>", "nothing in the base has that name"),
        ("#", "There is no report"),
        ("org:coast-news", "Nothing is claimed about it either."),
    ],
)
def test_a_wrong_name_is_told_with_what_is_near(place: str, name: str, told: str):
    found = kb(place, "why", name)
    assert found.exit_code == 2
    assert told in found.output
    assert "Traceback" not in found.output


def propositions(place: str) -> list[str]:
    with KnowledgeBase.open(place) as base:
        found = {t.object for t in base.store.match(None, ABOUT, None)}
    return sorted(compact(each.value, "") for each in found if isinstance(each, NamedNode))


def test_every_proposition_is_explained_in_every_format_the_same_twice_and_never_as_fact(
    place: str,
):
    names = propositions(place)
    assert len(names) > 50
    with KnowledgeBase.open(place) as base:
        for name in names:
            found = explained(base, name)
            made = {form: write(found) for form, write in WRITERS.items()}
            assert {form: write(explained(base, name)) for form, write in WRITERS.items()} == made
            text, data = made["text"], json.loads(made["json"])
            assert text.startswith(f"{found.case.status.upper()}: ")
            assert found.case.claims
            for claim in found.case.claims:
                assert claim.quotes[0].text in text
                assert f"<{claim.id}>" in text
                assert claim.claimant.name in text
            assert GUILT.search(text.replace("proves nothing", "")) is None, name
            assert data["standing"]["status"] == found.case.status
            assert len(data["case"]["claims"]) == len(found.case.claims)
            assert made["markdown"].startswith(f"# {found.case.status.upper()}")


def test_provisions_are_a_condition_and_plausibility_shows_its_calculation(place: str):
    text = why(place, "event:tern-coal")
    assert "Only if it happened as claimed, which the status (alleged) leaves open:" in text
    assert "would be banned: UNSCR 2371 (2017), paragraph 8  <provision:2371-8>" in text
    text = why(place, "fifth#at-singapore")
    assert "Warning: as claimed, Silver Tern would need " in text
    assert "great circle" in text
    assert "This decides nothing" in text


def test_markdown_of_a_source_is_no_markup():
    assert escaped("# <b>*x*</b> [a](b) `c` |") == (
        "\\# \\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\|"
    )
    assert escaped("- x") == "\\- x"
    assert escaped("1. x") == "1\\. x"
    assert escaped("a\u202eb\x1b[31m") == "a\\\\u202eb\\\\u001b\\[31m"


def test_a_ship_without_warnings_says_what_was_not_checked(place: str):
    found = kb(place, "plausibility", "ship:blue-heron")
    assert found.exit_code == 0
    assert "Blue Heron  (ship:blue-heron): 2 claimed presences, no warning" in found.output
    assert "report:first#voyage (origin Vladivostok): its time is open or unknown" in found.output


def test_all_ships_with_warnings_as_table_json_and_csv(place: str):
    table = kb(place, "plausibility").output
    assert (
        "as claimed, Old Gull would have been at Wonsan (2023-03) after she was broken up (2020)"
        in table
    )
    assert "before she was built (2010)" in table
    assert table.endswith("A warning decides nothing.\n")
    made = json.loads(kb(place, "plausibility", "--format", "json").output)
    kinds = {warning["kind"] for each in made for warning in each["warnings"]}
    assert kinds == {"speed", "not-built", "broken-up", "ais-gap"}
    rows = list(csv.DictReader(io.StringIO(kb(place, "plausibility", "--format", "csv").output)))
    assert all(row["status"] and row["claimants"] and row["claims"] for row in rows)
    assert {row["kind"] for row in rows} == kinds


def test_a_name_that_is_no_ship_is_refused(place: str):
    found = kb(place, "plausibility", "country:KP")
    assert found.exit_code == 2
    assert "takes a ship" in found.output


def rows(place: str, *arguments: str) -> list[dict[str, str]]:
    found = kb(place, "timeline", *arguments, "--format", "csv")
    assert found.exit_code == 0, found.output
    return list(csv.DictReader(io.StringIO(found.output)))


@pytest.mark.parametrize("clock", ["event", "said", "published", "recorded"])
def test_a_timeline_is_in_order_of_its_clock_with_status_stance_claimant_and_quote(
    place: str, clock: str
):
    found = rows(place, "ship:grey-teal", "--clock", clock)
    assert len(found) > 5
    assert all(row["status"] and row["stance"] and row["claimant"] for row in found)
    assert all(row["quote"] for row in found if row["proposition"])
    times = [row["when"].removeprefix("by ") for row in found if row["when"]]
    if clock != "event":
        assert times == sorted(times)
    assert times[0] < times[-1] or clock == "recorded"
    assert not any(row["when"] for row in found[len(times) :])


def test_designations_from_lists_stand_in_the_timeline(place: str):
    found = rows(place, "ship:blue-heron")
    listed = [row for row in found if not row["proposition"]]
    assert listed
    assert {row["status"] for row in listed} <= {"listed", "no longer listed"}
    assert all(row["when"] and row["claim"].startswith("list:") for row in listed)


def test_a_timeline_as_text_json_and_markdown(place: str):
    text = kb(place, "timeline", "Blue Heron").output
    assert "2024-03-02  DISPUTED: Ship-to-ship transfer: Blue Heron → Grey Teal" in text
    assert "no time given  ALLEGED: Ownership: Northern Tankers → Blue Heron (as owned)" in text
    made = json.loads(kb(place, "timeline", "Blue Heron", "--format", "json").output)
    assert made["entity"]["id"] == "ship:blue-heron"
    assert made["moments"][0]["when"] <= "2024-03"
    page = kb(place, "timeline", "Blue Heron", "--format", "markdown").output
    assert "- Port Watch asserts, said 2024-03-09 \\<report:first\\#transfer\\>" in page


def test_the_timeline_of_a_proposition_is_that_of_its_claims_and_a_withdrawn_one_is_marked(
    place: str,
):
    found = rows(place, "report:first#call")
    assert [row["claim"] for row in found] == ["report:first#sighting", "report:third#taken-back"]
    assert [row["withdrawn"] for row in found] == ["yes", ""]


def test_an_unknown_entity_is_told(place: str):
    found = kb(place, "timeline", "ship:blue-herron")
    assert found.exit_code == 2
    assert "ship:blue-heron" in found.output


def test_output_goes_to_a_file(place: str, tmp_path: Path):
    target = tmp_path / "case.md"
    assert (
        kb(place, "why", "event:heron-teal", "--format", "markdown", "-o", str(target)).exit_code
        == 0
    )
    assert target.read_text().startswith("# DISPUTED: Ship-to-ship transfer")
