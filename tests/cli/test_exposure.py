"""`kb exposure` over reports and lists: each tie with its status and who says so."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.desk.lists import Wanted, enter
from kb.lists.model import Entry, Fact, Identifier, Link, Listing, Name
from tests.judge.case_reports import tell
from tests.lists.making import Made, vessel

LISTED = (Listing("DPRK", "paragraph 8", listed="2020-01-01"),)
STREET = "12 Harbour Road, Dalian"
EARLY = (
    Entry("1", "organization", (Name("First Holding"),), listings=LISTED),
    Entry("2", "organization", (Name("Second Holding"),), listings=LISTED),
    Entry("3", "organization", (Name("Third Holding"),), listings=LISTED),
    Entry("4", "person", (Name("Pat Doe"),), listings=LISTED),
    vessel("5", "WHITE TERN", "9000027", "2020-01-01"),
    Entry(
        "6",
        "organization",
        (Name("Front Desk"),),
        facts=(Fact("address", STREET), Fact("address", "Dalian")),
        links=(Link("manager", key="4"), Link("owner", name="Second Holding")),
    ),
    Entry(
        "7",
        "organization",
        (Name("Back Office"),),
        (Identifier("registration", "77-1"),),
        facts=(Fact("address", STREET), Fact("address", "Dalian")),
        listings=(Listing("DPRK", listed="2023-01-01", delisted="2024-03-01"),),
    ),
    Entry("8", "organization", (Name("Twin"),), (Identifier("registration", "77-1"),)),
)
LATE = (*EARLY, Entry("9", "person", (Name("Late Comer"),), listings=(Listing("X"),)))
NAMED = [
    {"id": f"org:un-{key}", "type": "Organization", "name": name}
    for key, name in (("1", "First Holding"), ("2", "Second Holding"), ("3", "Third Holding"))
]
ENTITIES = [
    *NAMED,
    {"id": "person:un-4", "type": "Person", "name": "Pat Doe"},
    {"id": "org:half", "type": "Organization", "name": "Half Ltd"},
    {"id": "org:ring", "type": "Organization", "name": "Ring Ltd"},
    {"id": "org:patsy", "type": "Organization", "name": "Patsy Ltd"},
    {"id": "org:lonely", "type": "Organization", "name": "Lonely Ltd"},
    {"id": "ship:gull", "type": "Ship", "name": "Gull"},
    {"id": "ship:met", "type": "Ship", "name": "Tern", "imoNumber": "9000027"},
]


def owns(local: str, owner: str, owned: str, share: float | None = None) -> dict[str, object]:
    made = {"id": local, "type": "Ownership", "owner": owner, "owned": owned, "time": "2022/.."}
    return made | ({"percentage": share} if share else {})


PROPOSITIONS = [
    owns("#first", "org:un-1", "org:half", 30),
    owns("#second", "org:un-2", "org:half", 30),
    owns("#third", "org:un-3", "org:half", 40),
    owns("#out", "org:half", "org:ring", 100),
    owns("#back", "org:ring", "org:half", 1),
    owns("#ship", "org:ring", "ship:gull"),
    {"id": "#run", "type": "Management", "manager": "person:un-4", "managed": "org:half"},
    {
        "id": "#sea",
        "type": "ShipToShipTransfer",
        "vessel": "ship:gull",
        "receivingShip": "ship:met",
        "time": "2023-05",
    },
    {"id": "#arms", "type": "ArmsTransfer", "supplier": "org:ring", "recipient": "country:RU"},
]
STANCES = [("#third", "denies"), ("#second", "asserts"), ("#second", "denies")]


def kb(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("exposed")
    place = str(folder / "kb")
    claims = [
        {"claimant": "org:coast", "stance": "asserts", "about": each["id"]}
        for each in PROPOSITIONS
        if each["id"] not in ("#third", "#second")
    ] + [{"claimant": "org:half", "stance": s, "about": about} for about, s in STANCES]
    with KnowledgeBase.open(place, write=True) as base:
        tell(base, folder, "told", claims, PROPOSITIONS, entities=ENTITIES)
        for day, entries in (("2024-01-01", EARLY), ("2024-06-01", LATE)):
            path = folder / day
            path.write_text(day)
            enter(base, Made(entries, day), Wanted(path))
    return place


def paths(store: str, *words: str) -> dict[str, dict[str, object]]:
    """The paths found, by the names of what they lead over."""
    made = json.loads(kb("exposure", *words, "--store", store, "--format", "json").stdout)
    names = {iri: each["name"] for iri, each in made["things"].items()}
    return {" > ".join(names[iri] for iri in path["things"]): path for path in made["paths"]}


def test_owners_manager_and_a_ship_met_at_sea_are_reached_each_with_who_says_so(store: str):
    found = paths(store, "org:half")
    assert {
        "Half Ltd > First Holding",
        "Half Ltd > Pat Doe",
        "Half Ltd > Ring Ltd",
        "Half Ltd > Ring Ltd > Gull > WHITE TERN",
    } <= found.keys()
    for path in found.values():
        assert all(edge["said"] and edge["status"] for step in path["steps"] for edge in step)
        assert all(end["said"] and end["status"] for end in path["ends"])


def test_a_denied_owner_is_marked_in_words(store: str):
    result = kb("exposure", "org:half", "--store", store, "--depth", "1")
    assert result.exit_code == 0
    assert "NOT SUPPORTED, DENIED: Third Holding owns Half Ltd (40 %)" in result.stdout
    assert "Rests on what no standing claim supports: step 1." in result.stdout
    assert "guilt" not in result.stdout
    assert "Exposure is a lead, no finding" in result.stdout


def test_disputed_shares_make_the_rule_possible_and_denied_ones_do_not_count(store: str):
    made = json.loads(kb("exposure", "org:half", "--store", store, "--format", "json").stdout)
    (rule,) = [r["whole"] for r in made["rule"]["held"] if r["thing"].endswith("org/half")]
    assert (rule["least"], rule["most"], rule["verdict"]) == (30, 60, "may be met")
    assert [each["owner"][-4:] for each in rule["holdings"]] == ["un-1", "un-2"]
    assert any("13 August 2014" in each for each in made["rule"]["sources"])


def test_an_accused_party_comes_with_what_and_by_whom(store: str):
    (end,) = paths(store, "org:half")["Half Ltd > Ring Ltd"]["ends"]
    assert end["kind"] == "accused"
    assert "as supplier in: Arms transfer" in end["words"]
    assert (end["status"], end["said"][0]["who"]) == ("alleged", "Coast")


def test_lists_tie_by_manager_by_name_and_by_shared_address_but_not_by_town(store: str):
    found = paths(store, "Front Desk", "--as-of", "2024-02-01", "--depth", "1")
    assert found.keys() == {
        "Front Desk > Pat Doe",
        "Front Desk > Second Holding",
        "Front Desk > Back Office",
    }
    ((address,),) = found["Front Desk > Back Office"]["steps"]
    assert address["note"] == f"address {STREET}"
    ((named,),) = found["Front Desk > Second Holding"]["steps"]
    assert "by name alone" in named["note"]
    assert named["said"][0]["claim"] == "list:un/2024-01-01"


def test_a_party_is_listed_until_it_is_taken_off(store: str):
    assert kb("exposure", "Twin", "--store", store, "--as-of", "2024-02-01").exit_code == 0
    (number,) = paths(store, "Twin", "--as-of", "2024-02-01")["Twin > Back Office"]["steps"][0]
    assert (number["kind"], number["note"]) == ("identifier", "registration 77-1")
    assert "Twin > Back Office" not in paths(store, "Twin")


def test_nothing_of_a_report_is_known_before_it_was_published(store: str):
    assert kb("exposure", "org:half", "--store", store, "--as-of", "2024-05-01").exit_code == 0
    early = kb("exposure", "org:half", "--store", store, "--as-of", "2024-04-30")
    assert early.exit_code == 1
    assert early.stdout == "As of 2024-04-30, by publication.\n\nNothing.\n"
    assert "nothing of this is in the base" in early.stderr


def test_who_is_tied_to_nobody_gives_exit_code_1(store: str):
    assert kb("exposure", "org:lonely", "--store", store).exit_code == 1


def test_csv_has_a_row_for_each_tie_end_and_holding(store: str):
    result = kb("exposure", "org:half", "--store", store, "--depth", "1", "--format", "csv")
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert {each["row"] for each in rows} == {"tie", "end", "fifty-percent"}
    assert all(each["status"] and each["said_by"] for each in rows)
    again = kb("exposure", "org:half", "--store", store, "--depth", "1", "--format", "csv")
    assert again.stdout == result.stdout


def test_a_decision_that_two_are_the_same_is_followed_and_told(store: str, tmp_path: Path):
    who = ("--by", "A. Analyst", "--because", "One address", "--store", store)
    assert kb("same", "org:patsy", "org:un-6", *who).exit_code == 0
    result = kb("exposure", "org:patsy", "--store", store, "--depth", "1")
    assert "Pat Doe manages" in result.stdout
    assert "held to be the same as" in result.stdout
    assert kb("undo", "org:patsy", "org:un-6", *who).exit_code == 0
    assert kb("exposure", "org:patsy", "--store", store).exit_code == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("org:nobody",), "There is no org:nobody"),
        (("report:told#arms",), "no party"),
        (("org:half", "--as-of", "2024-13"), "--as-of 2024-13"),
        (("org:half", "--depth", "7"), "--depth"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_what_to_write(
    store: str, words: tuple[str, ...], message: str
):
    result = kb("exposure", *words, "--store", store)
    assert result.exit_code == 2
    assert message in result.stderr
