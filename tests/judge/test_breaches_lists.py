"""Potential breaches of what is on loaded lists: freezes, travel bans, ports closed to ships."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kb.desk.asof import as_of
from kb.desk.base import KnowledgeBase
from kb.desk.breaches import VERDICTS, Row, Wanted, rows
from kb.desk.identity import DIFFERENT, SAME, Judgement, decide, undo
from kb.desk.lists import Wanted as File
from kb.desk.lists import load as load_list
from kb.report.load import Request, load
from tests.judge import given

KP, RU, CN = "country:KP", "country:RU", "country:CN"
PORTS, FREEZE = "Paragraph 12 (c) of resolution 2321 (2016)", "12(d) of 2321"
HEADER = f'vessel_name,imo_number,date_of_designation,"{PORTS}","{FREEZE}"\n'
GULL, TERN = "9191620", "9074729"
ENTITY = """<ENTITY><DATAID>{key}</DATAID><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>{list}</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPe.001</REFERENCE_NUMBER><LISTED_ON>{day}</LISTED_ON>
<COMMENTS1>{why}</COMMENTS1></ENTITY>"""
PERSON = ENTITY.replace("ENTITY>", "INDIVIDUAL>").replace(
    "</INDIVIDUAL>", "<NATIONALITY><VALUE>{of}</VALUE></NATIONALITY></INDIVIDUAL>"
)
SAID_OFF = "Said to be taken off the list, which the list in the base does not say"
FROZEN = "Listed pursuant to paragraph 8(d) of resolution 1718 (2006)."
BARRED = "Listed pursuant to paragraph 8(e) of resolution 1718 (2006)."


def ships(base: KnowledgeBase, folder: Path, day: str, *lines: str) -> None:
    path = folder / f"ships-{day}.csv"
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines))
    load_list(base, File(path, "un-1718-vessels", day, accept_shrink=True))


def parties(base: KnowledgeBase, folder: Path, day: str, *entries: str) -> None:
    path = folder / f"un-{day}.xml"
    kinds = {
        kind: "".join(e for e in entries if f"<{kind}>" in e) for kind in ("INDIVIDUAL", "ENTITY")
    }
    path.write_text(
        f'<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="{day}">'
        f"<INDIVIDUALS>{kinds['INDIVIDUAL']}</INDIVIDUALS><ENTITIES>{kinds['ENTITY']}</ENTITIES>"
        "</CONSOLIDATED_LIST>"
    )
    load_list(base, File(path, accept_shrink=True))


def entity(name: str = "Paektu Trading", day: str = "2010-01-01", **more: str) -> str:
    return ENTITY.format(
        **{"key": "1", "name": name, "day": day, "list": "DPRK", "why": FROZEN, **more}
    )


def told(
    base: KnowledgeBase, folder: Path, *events: dict[str, Any], name: str = "given", **more: Any
) -> None:
    (made,) = load(Request(given.report(folder, events, name=name, **more)))
    base.add(made)


def every(base: KnowledgeBase) -> list[Row]:
    """The potential breaches under provisions on listed parties; judging anew gives the same."""
    assert not any(made.gone or made.new for made in base.judging.portions())
    listed = ("asset-freeze", "travel-ban", "port-call-of-listed-ship")
    return [each for each in rows(base.store, Wanted(verdicts=VERDICTS)) if each.rule in listed]


def short(base: KnowledgeBase) -> str:
    found = (f"{r.provision.removeprefix('provision:')} {r.verdict}" for r in every(base))
    return "; ".join(sorted(found))


def only(base: KnowledgeBase, provision: str) -> Row:
    (one,) = [each for each in every(base) if each.provision == f"provision:{provision}"]
    return one


CALL = {"id": "#e", "type": "PortCall", "vessel": "ship:imo-" + GULL, "time": "2017-06-01"}
SHIP = {"id": "ship:imo-" + GULL, "type": "Ship", "name": "Gull", "imoNumber": GULL}


@pytest.fixture
def base() -> KnowledgeBase:
    return KnowledgeBase.open("memory:")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Gull,{GULL},2017-03-01,x,", "2321-12c would-be; 2371-6 would-not-be"),
        (f"Gull,{GULL},2017-07-01,x,", "2321-12c would-not-be; 2371-6 would-not-be"),
        (f"Gull,{GULL},2017-06,x,", "2321-12c could-be; 2371-6 would-not-be"),
        (f"Gull,{GULL},,x,", "2321-12c could-be; 2371-6 would-not-be"),
        (f"Gull,{GULL},2017-03-01,,x", ""),
        (f"Other,{TERN},2017-03-01,x,", ""),
    ],
    ids=["listed", "before", "within", "no date", "frozen, not kept from ports", "another"],
)
def test_a_port_call_is_held_against_a_loaded_list(
    line: str, expected: str, base: KnowledgeBase, tmp_path: Path
):
    ships(base, tmp_path, "2018-01-01", line)
    told(base, tmp_path, CALL, entities=[SHIP])
    assert short(base) == expected


def test_a_list_that_is_loaded_later_is_seen_and_cited_as_what_it_is(
    base: KnowledgeBase, tmp_path: Path
):
    told(base, tmp_path, CALL, entities=[SHIP])
    assert short(base) == ""
    ships(base, tmp_path, "2018-01-01", f"Gull,{GULL},2017-03-01,x,")
    row = only(base, "2321-12c")
    assert row.met[0] == (
        "Gull listed: un-1718-vessels, edition of 2018-01-01, entry imo-9191620, since 2017-03-01"
    )
    assert row.claims == ("Coast Wire asserts",)


def test_a_ship_is_found_on_a_list_by_its_number(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2018-01-01", f"Seabird,{GULL},2017-03-01,x,")
    told(base, tmp_path, {**CALL, "vessel": "#s"}, entities=[{**SHIP, "id": "#s"}])
    assert only(base, "2321-12c").verdict == "would-be"


def test_a_ship_of_the_same_name_may_be_the_listed_one(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2018-01-01", f"GULL,{GULL},2017-03-01,x,")
    unknown = {"id": "#s", "type": "Ship", "name": "Gull"}
    told(base, tmp_path, {**CALL, "vessel": "#s"}, entities=[unknown])
    row = only(base, "2321-12c")
    assert row.verdict == "could-be"
    assert any("by name alone, which proves nothing" in gap for gap in row.gaps)


def test_a_ship_of_the_same_name_and_another_number_is_another(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2018-01-01", f"GULL,{GULL},2017-03-01,x,")
    another = {"id": "#s", "type": "Ship", "name": "Gull", "imoNumber": TERN}
    told(base, tmp_path, {**CALL, "vessel": "#s"}, entities=[another])
    assert short(base) == ""


def test_a_company_named_like_a_listed_ship_is_not_it(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2018-01-01", f"Paektu Trading,{GULL},2017-03-01,,x")
    told(base, tmp_path, {"id": "#e", "type": "Payment", "recipient": "org:kp-trader"})
    assert short(base) == ""


def decided(base: KnowledgeBase, one: str, other: str, judgement: str) -> int:
    made, _ = decide(base, Judgement(one, other, judgement, "A. Analyst", "seen both"))
    return made.number


def test_a_decision_makes_a_name_certain_or_takes_it_away(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2018-01-01", f"GULL,{GULL},2017-03-01,x,")
    told(base, tmp_path, {**CALL, "vessel": "ship:gull"})
    assert only(base, "2321-12c").verdict == "could-be"
    number = decided(base, "ship:gull", "ship:imo-" + GULL, SAME)
    assert only(base, "2321-12c").verdict == "would-be"
    undo(base, str(number), "", "A. Analyst", "wrong")
    decided(base, "ship:gull", "ship:imo-" + GULL, DIFFERENT)
    assert short(base) == ""


def test_decisions_that_contradict_each_other_leave_a_gap(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2018-01-01", f"Seabird,{GULL},2017-03-01,x,")
    told(
        base,
        tmp_path,
        {**CALL, "vessel": "ship:gull"},
        {"id": "#t", "type": "PortCall", "vessel": "ship:tern"},
    )
    decided(base, "ship:gull", "ship:tern", SAME)
    decided(base, "ship:tern", "ship:imo-" + GULL, SAME)
    assert (
        only(base, "2321-12c") if False else [r.verdict for r in every(base)].count("would-be") == 1
    )
    decided(base, "ship:gull", "ship:imo-" + GULL, DIFFERENT)
    found = [each for each in every(base) if each.proposition == "report:given#e"]
    assert [each.verdict for each in found] == ["could-be", "would-not-be"]
    assert any("contradict each other" in gap for gap in found[0].gaps)


@pytest.mark.parametrize(
    ("time", "verdict"),
    [
        ("2017-12-31", "would-be"),
        ("2018-01-01", "would-be"),
        ("2018-05-01", "could-be"),
        ("2019-01-01", "would-not-be"),
    ],
)
def test_what_a_later_edition_no_longer_has_was_taken_off_by_then(
    time: str, verdict: str, base: KnowledgeBase, tmp_path: Path
):
    ships(base, tmp_path, "2018-01-01", f"Gull,{GULL},2017-03-01,x,", f"Tern,{TERN},2017-03-01,x,")
    told(base, tmp_path, {**CALL, "time": time}, entities=[SHIP])
    ships(base, tmp_path, "2019-01-01", f"Tern,{TERN},2017-03-01,x,")
    assert only(base, "2321-12c").verdict == verdict


def test_after_the_newest_edition_a_listing_may_have_ended(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2018-01-01", f"Gull,{GULL},2017-03-01,x,")
    told(base, tmp_path, {**CALL, "time": "2020"}, entities=[SHIP])
    row = only(base, "2321-12c")
    assert row.gaps == (
        "The newest edition of the list in the base is of 2018-01-01: banned only if it was still listed.",
    )


LISTED = {"id": "#l", "type": "Designation", "designated": "ship:gull", "measure": "port-entry-ban",
          "authority": "org:un-1718-committee", "time": "2017-03-01"}  # fmt: skip
TAKEN = {"id": "#d", "type": "Delisting", "designated": "ship:gull",
         "authority": "org:un-1718-committee", "time": "2018-03-02"}  # fmt: skip
CLAIMED = {**CALL, "vessel": "ship:gull"}


@pytest.mark.parametrize(
    ("time", "taken", "verdict"),
    [
        ("2018-03-01", TAKEN, "would-be"),
        ("2018-03-02", TAKEN, "would-not-be"),
        ("2018-03", TAKEN, "could-be"),
        ("2018-06", {**TAKEN, "time": "2016"}, "would-be"),
        ("2018-06", {**TAKEN, "authority": "country:JP"}, "would-be"),
        ("2018-06", {k: v for k, v in TAKEN.items() if k != "authority"}, "would-not-be"),
        ("2018-06", {k: v for k, v in TAKEN.items() if k != "time"}, "could-be"),
        ("2018-06", {**TAKEN, "designated": "ship:tern"}, "would-be"),
        ("2018-06", {**TAKEN, "authority": "org:un-security-council"}, "would-not-be"),
    ],
)
def test_a_claimed_delisting_ends_a_claimed_listing(
    time: str, taken: dict[str, Any], verdict: str, base: KnowledgeBase, tmp_path: Path
):
    council = {"id": "org:un-security-council", "type": "Organization", "name": "the Council"}
    told(base, tmp_path, {**CLAIMED, "time": time}, LISTED, entities=[council])
    assert only(base, "2321-12c").verdict == "would-be"
    told(base, tmp_path, taken, name="later", entities=[council])
    assert only(base, "2321-12c").verdict == verdict


def test_a_delisting_that_is_only_denied_or_taken_back_ends_nothing(
    base: KnowledgeBase, tmp_path: Path
):
    told(base, tmp_path, {**CLAIMED, "time": "2019"}, LISTED)
    told(base, tmp_path, TAKEN, name="later", stances={"#d": ("denies",)})
    assert only(base, "2321-12c").verdict == "would-be"


def test_a_listing_after_a_delisting_counts(base: KnowledgeBase, tmp_path: Path):
    again = {**LISTED, "id": "#m", "time": "2018-05-01"}
    told(base, tmp_path, {**CLAIMED, "time": "2018-06"}, LISTED, TAKEN, again)
    assert only(base, "2321-12c").verdict == "would-be"


def test_a_claimed_delisting_of_a_party_on_a_list_is_a_gap(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2019-01-01", f"Gull,{GULL},2017-03-01,x,")
    told(
        base,
        tmp_path,
        {**CALL, "time": "2018-06"},
        {**TAKEN, "designated": SHIP["id"]},
        entities=[SHIP],
    )
    row = only(base, "2321-12c")
    assert row.gaps == (f"{SAID_OFF}: banned only if it was still listed.",)


def test_a_ship_kept_from_ports_is_not_frozen(base: KnowledgeBase, tmp_path: Path):
    told(
        base,
        tmp_path,
        {"id": "#e", "type": "Charter", "vessel": "ship:gull", "time": "2018"},
        LISTED,
    )
    assert short(base) == ""


def test_the_charter_of_a_frozen_ship(base: KnowledgeBase, tmp_path: Path):
    frozen = {**LISTED, "measure": "vessel-asset-freeze"}
    told(
        base,
        tmp_path,
        {"id": "#e", "type": "Charter", "vessel": "ship:gull", "time": "2018"},
        frozen,
    )
    assert short(base) == "1718-8d would-be; 2321-12d would-be"
    assert "use made of the frozen ship Gull" in only(base, "1718-8d").met


PAID = {"id": "#e", "type": "Payment", "supplier": RU, "recipient": "org:kp-trader", "time": "2014"}
SEEN = {"id": "org:kp-trader", "type": "Organization", "name": "Paektu Trading", "state": KP}


@pytest.mark.parametrize(
    ("event", "verdict", "word"),
    [
        (PAID, "would-be", "funds made available to Paektu Trading"),
        ({**PAID, "supplier": "org:kp-trader", "recipient": RU}, "would-be", "funds moved that belong"),
        ({**PAID, "type": "Sale"}, "would-be", "economic resources made available to"),
        ({**PAID, "type": "Transfer", "supplier": "org:kp-trader", "recipient": RU}, "could-be", "in return"),
        ({"id": "#e", "type": "Shipment", "consignee": "org:kp-trader", "time": "2014"},
         "would-be", "economic"),
        ({"id": "#e", "type": "Shipment", "consignor": "org:kp-trader", "time": "2014"},
         "could-be", "return"),
        ({"id": "#e", "type": "Charter", "charterer": "org:kp-trader", "time": "2014"},
         "would-be", "a ship made"),
        ({**PAID, "time": "2009"}, "would-not-be", "Said to be listed only from 2010-01-01"),
        ({**PAID, "time": "2010"}, "would-be", "date 2010"),
        ({**PAID, "time": "2009/2010"}, "could-be", "before or after the listing"),
        ({k: v for k, v in PAID.items() if k != "time"}, "could-be", "Date unknown"),
        ({**PAID, "recipient": "org:cn-trader"}, "", ""),
        ({**PAID, "type": "Meeting", "participant": "org:kp-trader"}, "", ""),
    ],
)  # fmt: skip
def test_what_is_given_to_a_party_whose_funds_are_frozen(
    event: dict[str, Any], verdict: str, word: str, base: KnowledgeBase, tmp_path: Path
):
    if event["type"] == "Meeting":
        event = {k: v for k, v in event.items() if k not in ("supplier", "recipient")}
    listing = {
        **LISTED,
        "designated": "org:kp-trader",
        "measure": "asset-freeze",
        "time": "2010-01-01",
    }
    told(base, tmp_path, event, listing)
    found = [each for each in every(base) if each.provision == "provision:1718-8d"]
    assert [each.verdict for each in found] == [verdict] * bool(verdict)
    assert all(word in " ".join((*r.met, *r.gaps, *r.unmet)) for r in found)
    assert all(r.exemptions for r in found)


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({}, "would-be"),
        ({"measure": "travel-ban"}, ""),
        ({"measure": "designation"}, "could-be"),
        ({"measure": None}, "could-be"),
        ({"authority": "org:un-security-council"}, "could-be"),
        ({"authority": "org:un-security-council", "underProvision": "provision:1718-8d"}, "would-be"),
        ({"authority": "org:un-security-council", "underResolution": "resolution:1718"}, "would-be"),
        ({"authority": "org:un-security-council", "underResolution": "resolution:1970"}, "could-be"),
        ({"authority": "country:JP"}, ""),
    ],
)  # fmt: skip
def test_which_claimed_listings_freeze_funds(
    more: dict[str, Any], verdict: str, base: KnowledgeBase, tmp_path: Path
):
    listing = {**LISTED, "designated": "org:kp-trader", "measure": "asset-freeze", **more}
    council = {"id": "org:un-security-council", "type": "Organization", "name": "the Council"}
    told(base, tmp_path, {**PAID, "time": "2018"}, {k: v for k, v in listing.items() if v},
         entities=[council])  # fmt: skip
    found = [each.verdict for each in every(base) if each.provision == "provision:1718-8d"]
    assert found == [verdict] * bool(verdict)


def test_of_two_parties_the_one_that_gets_the_money_counts(base: KnowledgeBase, tmp_path: Path):
    listing = {
        **LISTED,
        "designated": "org:kp-trader",
        "measure": "asset-freeze",
        "time": "2010-01-01",
    }
    other = {**listing, "id": "#m", "designated": "org:cn-trader", "time": "2016"}
    told(base, tmp_path, {**PAID, "type": "Transfer", "supplier": "org:cn-trader"}, listing, other)
    row = only(base, "1718-8d")
    assert (row.verdict, row.unmet) == ("would-be", ())


@pytest.mark.parametrize("stance", ["denies", "doubts", "expects"])
def test_a_listing_that_nobody_asserts_does_not_count(
    stance: str, base: KnowledgeBase, tmp_path: Path
):
    listing = {**LISTED, "designated": "org:kp-trader", "measure": "asset-freeze"}
    told(base, tmp_path, PAID, listing, stances={"#l": (stance,)})
    assert short(base) == ""


def test_funds_for_a_party_on_the_consolidated_list(base: KnowledgeBase, tmp_path: Path):
    told(base, tmp_path, PAID)
    parties(base, tmp_path, "2015-01-01", entity())
    row = only(base, "1718-8d")
    assert row.verdict == "could-be"
    assert any("by name alone" in gap for gap in row.gaps)
    decided(base, "org:kp-trader", "org:un-KPe.001", SAME)
    assert only(base, "1718-8d").verdict == "would-be"


def test_a_list_that_does_not_say_under_which_measure_leaves_a_gap(
    base: KnowledgeBase, tmp_path: Path
):
    parties(base, tmp_path, "2015-01-01", entity(why="A bank."))
    told(base, tmp_path, PAID)
    assert any("Measure of the listing unknown" in gap for gap in only(base, "1718-8d").gaps)


def test_a_programme_of_another_regime_is_under_its_own_provision(
    base: KnowledgeBase, tmp_path: Path
):
    why = "Listed pursuant to paragraph 17 of resolution 1970 (2011)."
    parties(base, tmp_path, "2015-01-01", entity(list="Libya", why=why, day="2012-01-01"))
    told(base, tmp_path, PAID)
    assert "1970-17 could-be" in short(base)
    assert "1718" not in short(base)


VISIT = {"id": "#e", "type": "Visit", "visitor": "person:pak", "host": RU, "time": "2014"}
PAK = {"id": "person:pak", "type": "Person", "name": "Pak Il"}
AT_HOME = {"id": "locality:pier", "type": "Place", "name": "the pier", "state": KP}
BANNED = {**LISTED, "designated": "person:pak", "measure": "travel-ban", "time": "2010"}
NORTH = "Democratic People's Republic of Korea"


@pytest.mark.parametrize(
    ("event", "of", "verdict", "word"),
    [
        (VISIT, NORTH, "would-be", "host Russia"),
        ({**VISIT, "host": KP}, NORTH, "would-not-be", "own nationals"),
        ({**VISIT, "place": "locality:pier", "host": ""}, NORTH, "would-not-be", "own nationals"),
        ({**VISIT, "place": "locality:pier"}, NORTH, "would-be", "host Russia"),
        ({**VISIT, "host": ""}, NORTH, "could-be", "Not known which State"),
        (VISIT, "", "could-be", "State of Pak Il unknown"),
        ({**VISIT, "time": "2009"}, NORTH, "would-not-be", "only from 2010"),
        ({**VISIT, "visitor": RU}, NORTH, "", ""),
    ],
)
def test_the_journey_of_a_person_who_may_not_travel(
    event: dict[str, Any], of: str, verdict: str, word: str, base: KnowledgeBase, tmp_path: Path
):
    entry = PERSON.format(key="7", name="Pak Il", day="2010-01-01", list="DPRK", why=BARRED, of=of)
    parties(base, tmp_path, "2015-01-01", entry)
    used = [AT_HOME] if event.get("place") else []
    told(base, tmp_path, {k: v for k, v in event.items() if v}, entities=[PAK, *used])
    if verdict:
        assert any("by name alone" in gap for gap in only(base, "1718-8e").gaps)
        decided(base, "person:pak", "person:un-KPe.001", SAME)
    found = every(base)
    assert [each.verdict for each in found] == [verdict] * bool(verdict)
    assert all(word in " ".join((*r.met, *r.gaps, *r.unmet)) for r in found)


def test_the_journey_of_a_person_who_is_said_to_be_listed(base: KnowledgeBase, tmp_path: Path):
    told(base, tmp_path, VISIT, BANNED, entities=[PAK])
    assert only(base, "1718-8e").gaps == (
        "State of Pak Il unknown: banned only if it entered another.",
    )


def test_as_of_a_day_before_the_edition_nobody_is_listed(base: KnowledgeBase, tmp_path: Path):
    ships(base, tmp_path, "2024-06-01", f"Gull,{GULL},2017-03-01,x,")
    told(base, tmp_path, CALL, entities=[SHIP])
    for day, expected in (
        (date(2024, 5, 31), []),
        (date(2024, 6, 1), ["would-be", "would-not-be"]),
    ):
        then = as_of(base.store, day)
        found = rows(then, Wanted(verdicts=VERDICTS))
        assert [each.verdict for each in found] == expected
