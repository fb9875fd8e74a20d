"""Each rule of queries/derive/: given events, expected verdicts, near misses among them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Triple

from kb.desk.base import KnowledgeBase
from kb.desk.breaches import VERDICTS, Row, Wanted, rows
from kb.judge.breaches import judged
from kb.judge.reference import reference
from kb.judge.rules import Bench, Rule, rules, steps
from kb.namespaces import DERIVED_GRAPH, KB, REFERENCE_GRAPH
from kb.report.load import Request, load
from kb.store.base import Change
from kb.vocabulary import vocabulary
from tests.judge import given
from tests.judge.regimes import REGIMES, named

KP, CN, RU = "country:KP", "country:CN", "country:RU"


def transfer(giver: str, taker: str, cargo: str, time: str, **more: Any) -> dict[str, Any]:
    kinds: dict[str, Any] = {"cargo": {"cargoKind": cargo}} if cargo else {}
    return {
        "type": "Transfer",
        "supplier": giver,
        "recipient": taker,
        **kinds,
        **({"time": time} if time else {}),
        **more,
    }


def oil(quantity: float, unit: str, time: str = "2019-03-01") -> dict[str, Any]:
    cargo = {"cargoKind": "diesel", "quantityMin": quantity, "unit": unit}
    return {"type": "Transfer", "supplier": RU, "recipient": KP, "cargo": cargo, "time": time}


FLAG = {"id": "#flag", "type": "FlagRegistration", "vessel": "ship:gull", "flagState": KP}
LISTED = {
    "id": "#listed",
    "type": "Designation",
    "designated": "ship:gull",
    "authority": "org:un-1718-committee",
    "measure": "port-entry-ban",
    "time": "2018-03-30",
}
CASES: list[tuple[str, dict[str, Any], list[dict[str, Any]], str]] = [
    # arms, both ways
    (
        "arms from North Korea to Russia in 2023",
        {**transfer(KP, RU, "arms", "2023"), "type": "ArmsTransfer"},
        [],
        "1695-4 could-be; 1718-8b could-be; 1874-9 would-be; 2270-7 could-be",
    ),
    (
        "artillery falls under the first ban too",
        {**transfer(KP, RU, "artillery", "2023"), "type": "ArmsTransfer"},
        [],
        "1718-8b would-be; 1874-9 would-be; 2270-7 could-be",
    ),
    (
        "the day before the ban widened",
        transfer(KP, RU, "ammunition", "2009-06-11"),
        [],
        "1874-9 would-not-be; 2270-7 would-not-be",
    ),
    (
        "the day on which the ban widened",
        transfer(KP, RU, "ammunition", "2009-06-12"),
        [],
        "1874-9 would-be; 2270-7 would-not-be",
    ),
    (
        "a year that only partly overlaps",
        transfer(KP, RU, "ammunition", "2009"),
        [],
        "1874-9 could-be; 2270-7 would-not-be",
    ),
    (
        "no date",
        transfer(KP, RU, "ammunition", ""),
        [],
        "1874-9 could-be; 2270-7 could-be",
    ),
    (
        "arms to North Korea",
        transfer(RU, KP, "battle-tanks", "2012"),
        [],
        ("1718-8a-i would-be; 1874-10 would-be; 2270-6 would-not-be; 2270-7 would-not-be"),
    ),
    (
        "small arms to North Korea were exempt at first",
        transfer(RU, KP, "small-arms", "2012"),
        [],
        "1874-10 would-not-be; 2270-6 would-not-be; 2270-7 would-not-be",
    ),
    (
        "and later were not",
        transfer(RU, KP, "small-arms", "2018"),
        [],
        "1874-10 would-be; 2270-6 would-be; 2270-7 could-be",
    ),
    ("arms between others", transfer(RU, "country:SY", "arms", "2023"), [], ""),
    ("arms within North Korea", transfer(KP, "org:kp-trader", "arms", "2023"), [], ""),
    ("a party of unknown state", transfer("org:nowhere", RU, "arms", "2023"), [], ""),
    (
        "a party based in North Korea",
        transfer("org:kp-trader", RU, "ammunition", "2023"),
        [],
        "1874-9 would-be; 2270-7 could-be",
    ),
    # goods
    (
        "luxury goods to North Korea",
        transfer(CN, KP, "luxury-goods", "2010"),
        [],
        "1718-8a-iii would-be",
    ),
    ("luxury goods from North Korea", transfer(KP, CN, "luxury-goods", "2010"), [], ""),
    (
        "coal in the time of the first ban",
        transfer(KP, CN, "coal", "2016-05-01"),
        [],
        "2270-29 would-be; 2321-26a would-not-be; 2321-26b would-not-be; 2371-8 would-not-be",
    ),
    (
        "coal under the cap",
        transfer(KP, CN, "coal", "2017-02-01"),
        [],
        "2270-29 would-not-be; 2321-26a would-be; 2321-26b could-be; 2371-8 would-not-be",
    ),
    (
        "coal had no transition",
        transfer(KP, CN, "coal", "2017-08-20"),
        [],
        "2270-29 would-not-be; 2321-26a would-not-be; 2321-26b would-not-be; 2371-8 would-be",
    ),
    (
        "iron ore had one",
        transfer(KP, CN, "iron-ore", "2017-08-20"),
        [],
        "2270-29 would-not-be; 2321-26a would-not-be; 2371-8 could-be",
    ),
    (
        "and no longer has it",
        transfer(KP, CN, "iron-ore", "2017-09-05"),
        [],
        "2270-29 would-not-be; 2321-26a would-not-be; 2371-8 would-be",
    ),
    (
        "coal after the transition",
        transfer(KP, CN, "coal", "2018"),
        [],
        "2270-29 would-not-be; 2321-26a would-not-be; 2321-26b would-not-be; 2371-8 would-be",
    ),
    (
        "coal shipped through Rajin may be exempt",
        {"type": "Shipment", "origin": "port:KPNJN", "destination": CN, "time": "2018",
         "cargo": {"cargoKind": "coal"}},
        [],
        "2270-29 would-not-be; 2321-26a would-not-be; 2321-26b would-not-be; 2371-8 could-be",
    ),
    (
        "coal of another party that passes through a port",
        {"type": "Shipment", "consignor": RU, "origin": "port:KPCHO", "destination": CN,
         "time": "2018", "cargo": {"cargoKind": "coal"}},
        [],
        "2270-29 would-not-be; 2321-26a would-not-be; 2321-26b would-not-be; 2371-8 could-be",
    ),
    (
        "seafood from North Korea",
        transfer(KP, CN, "seafood", "2018-02"),
        [],
        "2371-9 would-be; 2397-6 would-be",
    ),
    ("textiles from North Korea", transfer(KP, CN, "textiles", "2018"), [], "2375-16 would-be"),
    ("textiles to North Korea", transfer(CN, KP, "textiles", "2018"), [], ""),
    ("medicine to North Korea", transfer(CN, KP, "medicine", "2018"), [], ""),
    (
        "a ship sold to North Korea",
        {**transfer(CN, KP, "vessels", "2019"), "type": "Sale"},
        [],
        "2321-30 would-be; 2397-14 would-be; 2397-7 would-be",
    ),
    (
        "crude oil to North Korea",
        transfer(CN, KP, "crude-oil", "2019"),
        [],
        "2375-15 would-not-be; 2397-4 could-be",
    ),
    ("refined oil below the cap", oil(4000, "barrels"), [],
     "2375-14 would-not-be; 2397-5 could-be"),
    ("refined oil above the cap", oil(600000, "barrels"), [],
     "2375-14 would-not-be; 2397-5 would-be"),
    ("refined oil in another unit", oil(600000, "tonnes"), [],
     "2375-14 would-not-be; 2397-5 could-be"),
    ("refined oil before any cap", oil(600000, "barrels", "2017-09-30"), [],
     "2375-14 would-not-be; 2397-5 would-not-be"),
    (
        "a word wider than the provision's",
        transfer(CN, KP, "petroleum", "2019"),
        [],
        ("2270-31 could-be; 2375-13 could-be; 2375-14 would-not-be; 2375-15 would-not-be;"
        "2397-4 could-be; 2397-5 could-be"),
    ),
    # ships
    (
        "a transfer at sea with a ship said to fly the flag",
        {"type": "ShipToShipTransfer", "vessel": "ship:tern", "receivingShip": "ship:gull",
         "time": "2018-01-01"},
        [FLAG],
        "2375-11 would-be",
    ),
    (
        "the day before that ban",
        {"type": "ShipToShipTransfer", "vessel": "ship:tern", "receivingShip": "ship:gull",
         "time": "2017-09-10"},
        [FLAG],
        "2375-11 would-not-be",
    ),
    (
        "a flag of another time",
        {"type": "ShipToShipTransfer", "vessel": "ship:tern", "receivingShip": "ship:gull",
         "time": "2018-01-01"},
        [{**FLAG, "time": "2015/2016"}],
        "",
    ),
    (
        "flags unknown, but an owner of that state",
        {"type": "ShipToShipTransfer", "vessel": "ship:gull", "time": "2018-01-01"},
        [{"id": "#own", "type": "Ownership", "owner": "org:kp-trader", "owned": "ship:gull"}],
        "2375-11 could-be",
    ),
    (
        "flags unknown and nothing else known",
        {"type": "ShipToShipTransfer", "vessel": "ship:gull", "time": "2018-01-01"},
        [],
        "",
    ),
    (
        "a port call of a listed ship",
        {"type": "PortCall", "vessel": "ship:gull", "portOfCall": "port:RUVVO", "time": "2018-05"},
        [LISTED],
        "2321-12c would-be; 2371-6 would-be",
    ),
    (
        "a call before the listing",
        {"type": "PortCall", "vessel": "ship:gull", "portOfCall": "port:RUVVO", "time": "2018-02"},
        [LISTED],
        "2321-12c would-not-be; 2371-6 would-not-be",
    ),
    (
        "a call at an unknown time",
        {"type": "PortCall", "vessel": "ship:gull", "portOfCall": "port:RUVVO"},
        [LISTED],
        "2321-12c could-be; 2371-6 could-be",
    ),
    (
        "a listing by somebody else",
        {"type": "PortCall", "vessel": "ship:gull", "portOfCall": "port:RUVVO", "time": "2018-05"},
        [{**LISTED, "authority": "country:JP"}],
        "",
    ),
    (
        "a ship chartered to North Korea",
        {"type": "Charter", "vessel": "ship:gull", "charterer": "org:kp-trader", "time": "2018"},
        [],
        "2270-19 would-be; 2321-8 would-be",
    ),
    (
        "a charter that lasted until the ban",
        {"type": "Charter", "vessel": "ship:gull", "charterer": "org:kp-trader",
         "time": "2015/2016-06"},
        [],
        "2270-19 would-be; 2321-8 would-not-be",
    ),
    (
        "a ship under the flag chartered from North Korea",
        {"type": "Charter", "vessel": "ship:gull", "charterer": "org:cn-trader", "time": "2018"},
        [FLAG],
        "2270-20 would-be; 2321-9 would-be; 2371-7 would-be",
    ),
    (
        "its own people's charter",
        {"type": "Insurance", "vessel": "ship:gull", "insurer": "org:kp-trader", "time": "2018"},
        [FLAG],
        "",
    ),
    (
        "insurance by a foreigner",
        {"type": "Insurance", "vessel": "ship:gull", "insurer": "org:cn-trader", "time": "2018"},
        [FLAG],
        "2270-20 would-be; 2321-22 would-be; 2321-9 would-be",
    ),
    (
        "insurance by somebody of unknown state",
        {"type": "Insurance", "vessel": "ship:gull", "insurer": "org:nowhere", "time": "2018"},
        [FLAG],
        "2270-20 could-be; 2321-22 would-be; 2321-9 could-be",
    ),
    (
        "a crew from North Korea",
        {"type": "CrewService", "vessel": "ship:gull", "crewProvider": KP, "time": "2018"},
        [{**FLAG, "flagState": CN}],
        "2321-23 would-be",
    ),
    (
        "its own ship's crew",
        {"type": "CrewService", "vessel": "ship:gull", "crewProvider": KP, "time": "2018"},
        [FLAG],
        "",
    ),
    (
        "a crew for a ship of unknown flag",
        {"type": "CrewService", "vessel": "ship:gull", "crewProvider": KP, "time": "2018"},
        [],
        "2321-23 could-be",
    ),
    (
        "a foreign crew for its ship",
        {"type": "CrewService", "vessel": "ship:gull", "crewProvider": CN, "time": "2018"},
        [FLAG],
        "2270-19 would-be; 2321-8 would-be",
    ),
    (
        "bunkers for its ship",
        {"type": "Bunkering", "vessel": "ship:gull", "time": "2018"},
        [FLAG],
        "1874-17 could-be",
    ),
    # people
    (
        "military co-operation",
        {"type": "MilitaryCooperation", "participant": [KP, RU], "time": "2023-09"},
        [],
        ("1718-8c could-be; 1874-10 could-be; 1874-9 could-be; 2094-7 could-be; 2270-6 could-be;"
        "2270-9 could-be"),
    ),
    (
        "scientific co-operation",
        {"type": "ScientificCooperation", "participant": [KP, RU], "time": "2018"},
        [],
        "2270-17 could-be; 2270-5 could-be; 2321-11 would-be",
    ),
    ("co-operation of no kind", {"type": "Cooperation", "participant": [KP, RU]}, [], ""),
    ("a visit", {"type": "Visit", "visitor": RU, "host": KP, "time": "2023-10"}, [], ""),
    ("a meeting", {"type": "Meeting", "participant": [KP, RU], "time": "2023-09"}, [], ""),
    (
        "a joint venture",
        {"type": "JointVenture", "participant": [KP, CN], "time": "2018-06/.."},
        [],
        "2270-15 could-be; 2270-33 could-be; 2371-12 would-be; 2375-18 would-be",
    ),
    (
        "workers after they had to go home",
        {"type": "Employment", "participant": KP, "organization": RU, "time": "2020-05"},
        [],
        "2371-11 would-not-be; 2375-17 could-be; 2397-8 would-be",
    ),
    (
        "workers before",
        {"type": "Employment", "participant": KP, "organization": RU, "time": "2018-05"},
        [],
        "2371-11 would-not-be; 2375-17 could-be; 2397-8 could-be",
    ),
    (
        "a launch",
        {"type": "Launch", "actor": KP, "cargo": {"cargoKind": "ballistic-missiles"},
         "time": "2012"},
        [],
        ("1695-2 would-be; 1718-2 would-be; 1718-5 would-be; 1874-2 would-be; 2087-2 would-not-be;"
        "2094-2 would-not-be; 2270-2 would-not-be; 2321-2 would-not-be; 2371-2 would-not-be;"
        "2375-2 would-not-be; 2397-2 would-not-be"),
    ),
    ("a launch by another", {"type": "Launch", "actor": RU, "time": "2012"}, [], ""),
    (
        "a payment",
        {"type": "Payment", "supplier": RU, "recipient": KP, "time": "2014"},
        [],
        ("1695-4 could-be; 1874-10 could-be; 1874-9 could-be; 2094-11 could-be; 2094-15 could-be;"
        "2270-32 would-not-be; 2270-36 would-not-be; 2270-6 would-not-be; 2321-32 would-not-be"),
    ),
]  # fmt: skip


def every(base: KnowledgeBase) -> list[Row]:
    return rows(base.store, Wanted(verdicts=VERDICTS))


def verdicts(found: list[Row], proposition: str = "report:given#e") -> dict[str, str]:
    return {
        row.provision.removeprefix("provision:"): row.verdict
        for row in found
        if row.proposition == proposition
    }


def expected(text: str) -> dict[str, str]:
    pairs = (each.split() for each in text.split(";") if each.strip())
    return dict(sorted((name, verdict) for name, verdict in pairs))


@pytest.fixture(scope="module")
def empty() -> KnowledgeBase:
    return KnowledgeBase.open("memory:")


def judge(base: KnowledgeBase, path: str) -> list[Row]:
    """The potential breaches of a report that is then taken out again."""
    (made,) = load(Request(path))
    base.add(made)
    found = every(base)
    base.retract(made.iri, "the next case")
    assert every(base) == []
    return found


@pytest.mark.parametrize(("what", "event", "beside", "text"), CASES, ids=[c[0] for c in CASES])
def test_the_verdicts_on_an_event(
    what: str,
    event: Mapping[str, Any],
    beside: list[dict[str, Any]],
    text: str,
    empty: KnowledgeBase,
    tmp_path: Path,
):
    assert what
    path = given.report(tmp_path, [{**event, "id": "#e"}, *beside])
    assert dict(sorted(verdicts(judge(empty, path)).items())) == expected(text)


def test_every_rule_finds_something_in_the_cases_also_where_none_is_left_out(
    empty: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A rule that lacks what it says it needs is not run; were it run, it would find nothing more."""
    monkeypatch.setattr(Rule, "needs", ())
    found = set()
    for _, event, beside, text in [*CASES, *REGIMES]:
        parties = named(event, beside)
        path = given.report(tmp_path, [{**event, "id": "#e"}, *beside], entities=parties)
        made = judge(empty, path)
        found |= {row.rule for row in made}
        assert expected(text) == dict(sorted(verdicts(made).items()))
    elsewhere = {"asset-freeze", "travel-ban"}  # tests/judge/test_breaches_lists.py
    assert found | elsewhere == {rule.name for rule in rules()}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_says_what_it_implements_and_holds_against_what(rule: Any):
    assert {"question", "acts", "implements", "holds"} <= set(rule.header)
    assert all(KB + act in vocabulary().classes for act in rule.acts)
    assert f'kb:rule "{rule.name}"' in rule.sparql


def test_the_steps_come_in_their_order():
    assert [step.name.split("-")[0] for step in steps()] == [
        *("0a", "0b", "0c", "0d"),
        *"123456789",
        "verdict",
    ]


def row(found: list[Row], provision: str, proposition: str = "report:given#e") -> Row:
    (one,) = [
        each
        for each in found
        if (each.provision, each.proposition) == (f"provision:{provision}", proposition)
    ]
    return one


def test_reasons_and_gaps_are_in_words(tmp_path: Path):
    supply = {**transfer(KP, RU, "", ""), "type": "ArmsTransfer", "id": "#e"}
    found = row(every(given.base_of(tmp_path, supply)), "1874-9")
    assert found.met == (
        "cargo arms and related materiel",
        "supplier North Korea",
        "widens UNSCR 1718 (2006), paragraph 8 (b)",
    )
    assert found.gaps == ("Date unknown: banned only if on or after 2009-06-12.",)
    assert found.rule == "supply-from"


def test_unknown_cargo_is_a_gap(tmp_path: Path):
    containers = {**transfer(KP, RU, "containers", "2018"), "id": "#e"}
    found = row(every(given.base_of(tmp_path, containers)), "2371-8")
    assert found.gaps == ("Cargo kind unknown: banned only if it is coal, iron or iron ore.",)


def test_status_and_claimants_stand_beside_every_row(tmp_path: Path):
    supply = {**transfer(KP, RU, "arms", "2023"), "id": "#e"}
    path = given.report(tmp_path, [supply], stances={"#e": ("alleges", "denies")})
    base = KnowledgeBase.open("memory:")
    base.add(load(Request(path))[0])
    for each in every(base):
        assert each.status == "disputed"
        assert each.claims == ("Coast Wire alleges", "Coast Wire denies")


def test_what_rests_on_a_claimed_flag_names_that_claim_and_goes_with_it(tmp_path: Path):
    swap = {"id": "#e", "type": "ShipToShipTransfer", "vessel": "ship:gull", "time": "2018"}
    base = given.base_of(tmp_path, swap)
    assert verdicts(every(base)) == {}
    (flag,) = load(Request(given.report(tmp_path, [FLAG], name="flags")))
    base.add(flag)
    found = row(every(base), "2375-11")
    node = NamedNode(found.breach)
    from_claims = {
        t.object.value.rpartition("/")[2]
        for t in base.store.match(node, None, None, graph=DERIVED_GRAPH)
        if t.predicate.value.endswith("wasDerivedFrom")
    }
    assert from_claims == {"given#c0-0", "flags#c0-0"}
    base.retract("report:flags", "wrong ship")
    assert verdicts(every(base)) == {}


@pytest.mark.parametrize("stance", ["denies", "doubts", "expects"])
def test_a_flag_that_nobody_asserts_does_not_count(stance: str, tmp_path: Path):
    swap = {"id": "#e", "type": "ShipToShipTransfer", "vessel": "ship:gull", "time": "2018"}
    path = given.report(tmp_path, [swap, FLAG], stances={"#flag": (stance,)})
    base = KnowledgeBase.open("memory:")
    base.add(load(Request(path))[0])
    assert verdicts(every(base)) == {}


def with_provision(base: KnowledgeBase, *triples: Triple) -> None:
    base.store.commit(Change(add={REFERENCE_GRAPH: triples}))
    base.judging.forget()


MALTA = {
    "modality": "prohibits",
    "measure": "arms-embargo",
    "appliesTo": "Transfer",
    "cargoKind": "arms",
    "recipientState": "MT",
}


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({"inForceFrom": "2011-02-26"}, "would-be"),
        ({}, "could-be"),
        ({"inForceFrom": "2011-02-26", "inForceUntil": "2012-01-01"}, "would-not-be"),
        ({"inForceFrom": "2011-02-26", "inForceUntil": "2014-06-30"}, "could-be"),
        (
            {"inForceFrom": "2011-02-26", "suspendedFrom": "2013-01-01",
             "suspendedUntil": "2015-01-01"},
            "would-not-be",
        ),
        (
            {"inForceFrom": "2011-02-26", "suspendedFrom": "2014-07-01",
             "suspendedUntil": "2015-01-01"},
            "could-be",
        ),
        ({"inForceFrom": "2011-02-26", "suspendedFrom": "2016-01-01"}, "would-be"),
        ({"inForceFrom": "2011-02-26", "modality": "calls-upon"}, None),
        ({"inForceFrom": "2011-02-26", "cargoKind": "any-cargo"}, "would-be"),
    ],
)  # fmt: skip
def test_the_rules_take_any_regime_from_the_data_of_its_provisions(
    more: dict[str, str], verdict: str | None, tmp_path: Path
):
    base = KnowledgeBase.open("memory:")
    with_provision(base, *given.provision("9970-9", **{**MALTA, **more}))
    supply = {**transfer(RU, "country:MT", "arms", "2014"), "id": "#e"}
    base.add(load(Request(given.report(tmp_path, [supply])))[0])
    assert verdicts(every(base)).get("9970-9") == verdict


def test_a_provision_without_a_date_says_so(tmp_path: Path):
    base = KnowledgeBase.open("memory:")
    with_provision(base, *given.provision("9970-9", **MALTA))
    supply = {**transfer(RU, "country:MT", "arms", "2014"), "id": "#e"}
    base.add(load(Request(given.report(tmp_path, [supply])))[0])
    assert "no first day for this provision" in row(every(base), "9970-9").gaps[0]


def test_two_reports_that_date_one_event_differently_leave_the_date_open(tmp_path: Path):
    base = KnowledgeBase.open("memory:")
    for name, day in (("one", "2009-06-01"), ("two", "2009-07-01")):
        event = {**transfer(KP, RU, "ammunition", day), "id": "event:supply"}
        base.add(load(Request(given.report(tmp_path, [event], name=name)))[0])
    found = row(every(base), "1874-9", "event:supply")
    assert (found.verdict, found.unmet) == ("could-be", ())
    assert found.gaps == ("Date 2009-06-01 to 2009-07-01: banned only if on or after 2009-06-12.",)


def test_events_with_no_place_no_party_and_no_date_are_judged_to_be_nothing(tmp_path: Path):
    kinds = ("Transfer", "Shipment", "PortCall", "Launch", "Bunkering", "Charter", "Insurance")
    bare = [{"id": f"#e{n}", "type": kind} for n, kind in enumerate(kinds)]
    assert every(given.base_of(tmp_path, *bare)) == []


def test_a_thousand_claims_on_one_event_are_all_named(tmp_path: Path):
    supply = {**transfer(KP, RU, "ammunition", "2023"), "id": "#e"}
    path = given.report(tmp_path, [supply], stances={"#e": ("alleges",) * 1000})
    base = KnowledgeBase.open("memory:")
    base.add(load(Request(path))[0])
    assert len(row(every(base), "1874-9").claims) == 1000


def test_without_facts_nothing_follows(empty: KnowledgeBase):
    bench = Bench(reference(empty.store, vocabulary()))
    assert bench.concluded([]) == set()
    assert judged(empty.store, empty.store, [], bench, vocabulary()).new == frozenset()


@pytest.mark.parametrize("stance", ["denies", "doubts"])
def test_what_nobody_claims_is_not_judged(stance: str, tmp_path: Path):
    supply = {**transfer(KP, RU, "arms", "2023"), "id": "#e"}
    path = given.report(tmp_path, [supply], stances={"#e": (stance,)})
    base = KnowledgeBase.open("memory:")
    base.add(load(Request(path))[0])
    assert every(base) == []


@pytest.mark.parametrize(
    "known",
    [
        [{"id": "org:late", "type": "Organization", "state": "country:KP"}],
        [
            {"id": "org:late", "type": "Organization", "name": "Late Ltd"},
            {"id": "locality:quay", "type": "Place", "partOf": "locality:bay"},
            {"id": "locality:bay", "type": "Place", "name": "Bay", "state": "country:KP"},
        ],
    ],
)
def test_a_state_that_a_later_report_gives_changes_the_verdict_on_earlier_events(
    known: list[dict[str, Any]], tmp_path: Path
):
    first = [
        {"id": "org:late", "type": "Organization", "name": "Late Ltd"},
        {"id": "locality:quay", "type": "Place", "name": "Quay"},
    ]
    supply = {**transfer("org:late", RU, "ammunition", "2023"), "id": "#e"}
    supply["origin"] = "locality:quay"
    base = KnowledgeBase.open("memory:")
    base.add(load(Request(given.report(tmp_path, [supply], entities=first)))[0])
    assert every(base) == []
    visit = {"id": "#v", "type": "Visit", "visitor": RU}
    (later,) = load(Request(given.report(tmp_path, [visit], name="later", entities=known)))
    base.add(later)
    assert verdicts(every(base)) == {"1874-9": "would-be", "2270-7": "could-be"}
    assert base.judging.assess().sentence().endswith("all was up to date.")
    base.retract("report:later", "wrong")
    assert every(base) == []
