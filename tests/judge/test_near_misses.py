"""Events that miss a rule by one condition, or meet it by one: a rule without the condition would be noticed.

`python -m benchmarks.mutations` tells which conditions no test notices.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kb.desk.base import KnowledgeBase
from kb.desk.breaches import VERDICTS, Row, Wanted, rows
from kb.namespaces import DERIVED_GRAPH, ID, KB, RDF, RDFS, REFERENCE_GRAPH
from kb.report.load import Request, load
from kb.store.base import Change
from tests.judge import given
from tests.judge.regimes import CALL, LISTED, LY, NAMED, OM, SD, YE, arms, oil

KP, CN, RU, IR, CD = "country:KP", "country:CN", "country:RU", "country:IR", "country:CD"
PAEKTU, YELLOW, NOWHERE = "org:kp-trader", "org:cn-trader", "org:nowhere"
GULL, TERN = "ship:gull", "ship:tern"
ENTITIES = [
    *NAMED,
    {"id": "#gulf", "type": "Place", "name": "the gulf", "state": KP},
    {"id": "#bay", "type": "Place", "name": "the bay", "state": CN, "partOf": "#gulf"},
    {"id": "#pad", "type": "Facility", "name": "the pad", "state": KP},
    {"id": "person:pak", "type": "Person", "name": "Pak Il"},
]
FLAG = {"id": "#flag", "type": "FlagRegistration", "vessel": GULL, "flagState": KP}
CHANGE = {"id": "#change", "type": "FlagChange", "vessel": GULL, "toFlag": KP}
OWNED = {"id": "#owned", "type": "Ownership", "owner": PAEKTU, "owned": GULL}
MEETS = {"type": "ShipToShipTransfer", "vessel": GULL, "time": "2018-01-01"}
CREW = {"type": "CrewService", "vessel": GULL, "crewProvider": CN, "time": "2018"}
VENTURE = {"type": "JointVenture", "participant": [KP, CN]}
CARGO = {"cargoKind": "arms"}
SENT = {"type": "Shipment", "cargo": CARGO, "time": "2023"}
TANKS = {"type": "Transfer", "cargo": {"cargoKind": "battle-tanks"}, "time": "2012"}
PAID = {
    "type": "Payment",
    "vessel": "ship:heron",
    "supplier": YELLOW,
    "recipient": "org:dune",
    "cargo": {"cargoKind": "crude-oil"},
    "time": "2017-09",
}
MONEY = {**LISTED, "measure": "financial-services-ban"}
TO_KP = "2270-6 would-not-be; 2270-7 would-not-be"
LAUNCHES = " would-not-be; ".join(
    ("2087-2", "2094-2", "2270-2", "2321-2", "2371-2", "2375-2", "2397-2", "")
).removesuffix("; ")
Case = tuple[str, dict[str, Any], list[dict[str, Any]], str]
SHIPS: list[Case] = [
    ("a bay that is said to be of another state than the gulf around it",
     {"type": "Transfer", "origin": "#bay", "cargo": {"cargoKind": "coal"}, "time": "2018"}, [], ""),
    ("a ship that had changed to the flag", MEETS, [{**CHANGE, "time": "2017-01"}],
     "2375-11 would-be"),
    ("a ship that changed to the flag later", MEETS, [{**CHANGE, "time": "2018-02"}], ""),
    ("a flag that the ship flew later", MEETS, [{**FLAG, "time": "2018-02/.."}], ""),
    ("a meeting in its waters", {**MEETS, "place": "#pad"}, [], "2375-11 could-be"),
    ("a meeting of its people", {**MEETS, "participant": PAEKTU}, [], "2375-11 could-be"),
    ("a flag and a place", {**MEETS, "receivingShip": TERN, "place": "#pad"}, [FLAG],
     "2375-11 would-be"),
    ("in its waters under another flag", {**MEETS, "place": "#pad"}, [{**FLAG, "flagState": CN}], ""),
    ("bunkers for a ship that is only owned there",
     {"type": "Bunkering", "vessel": GULL, "time": "2018"}, [OWNED], ""),
    ("bunkers for a ship that only flies Iran's flag",
     {"type": "Bunkering", "vessel": GULL, "time": "2012"}, [{**FLAG, "flagState": IR}], ""),
    ("a foreign crew for a ship that is owned there", CREW, [OWNED],
     "2270-19 would-be; 2321-8 would-be"),
    ("a crew of unknown state", {**CREW, "crewProvider": NOWHERE}, [FLAG],
     "2270-19 could-be; 2321-8 could-be"),
    ("insurance of a ship that is owned there",
     {"type": "Insurance", "vessel": GULL, "insurer": YELLOW, "time": "2018"}, [OWNED],
     "2321-22 would-be"),
    ("a foreign owner", {"type": "Ownership", "owned": GULL, "owner": YELLOW, "time": "2018"},
     [FLAG], "2270-20 would-be; 2321-9 would-be"),
    ("a foreign manager", {"type": "Management", "managed": GULL, "manager": YELLOW, "time": "2018"},
     [FLAG], "2270-20 would-be; 2321-9 would-be"),
    ("a foreign classification society",
     {"type": "Classification", "vessel": GULL, "classSociety": YELLOW, "time": "2018"}, [FLAG],
     "2270-20 would-be; 2321-9 would-be"),
    ("a listed ship with cargo of which nobody says whence",
     {k: v for k, v in oil("2017-09").items() if k not in ("origin", "consignor")}, [LISTED],
     "2146-10a could-be; 2362-2 could-be"),
    ("a transfer aboard a listed ship",
     {"type": "Transfer", "vessel": "ship:heron", "supplier": "org:dune", "unauthorizedBy": LY,
      "cargo": {"cargoKind": "crude-oil"}, "time": "2017-09"}, [LISTED],
     "2146-10a would-be; 2362-2 would-be"),
    ("a listed ship meets another", {**MEETS, "vessel": "ship:heron", "time": "2017-09"}, [LISTED],
     "2146-10a could-be; 2362-2 could-be"),
    ("of two listings the surer one counts", {**CALL, "time": "2017-09"},
     [{**LISTED, "id": "#later", "time": "2018-01-01"}, LISTED], "2146-10b would-be"),
    ("money for crude aboard a listed ship", PAID, [MONEY], "2146-10d could-be"),
    ("money for crude that left without leave", {**PAID, "unauthorizedBy": LY}, [MONEY],
     "2146-10d would-be"),
    ("money from a body of no known state, which carries no crude",
     {**PAID, "supplier": NOWHERE, "unauthorizedBy": LY}, [MONEY], "2146-10d would-be"),
    ("money that the state's corporation pays", {**PAID, "supplier": "org:noc-libya"}, [MONEY],
     "2146-10d could-be"),
    ("money for crude from elsewhere", {**PAID, "recipient": RU}, [MONEY], ""),
    ("money that comes from Libya", {**PAID, "supplier": "org:dune", "recipient": RU}, [MONEY], ""),
    ("money for the government's own export", {**PAID, "recipient": "org:noc-libya"}, [MONEY],
     "2146-10d would-not-be"),
]  # fmt: skip
OTHERS: list[Case] = [
    ("a venture that was ended after the transition", {**VENTURE, "time": "2017-10/2018-06"}, [],
     "2270-15 could-be; 2270-33 could-be; 2371-12 would-be; 2375-18 would-be"),
    ("a venture that was ended within it", {**VENTURE, "time": "2017-10/2017-12"}, [],
     "2270-15 could-be; 2270-33 could-be; 2371-12 would-be; 2375-18 could-be"),
    ("training", {"type": "Training", "participant": [KP, RU], "time": "2018"}, [],
     ("1718-8c could-be; 1874-10 could-be; 1874-9 could-be; 2094-7 could-be; 2270-17 could-be; "
     "2270-6 could-be; 2270-9 could-be")),
    ("a launch by nobody known, there", {"type": "Launch", "place": "#pad", "time": "2012"}, [],
     f"1695-2 could-be; 1718-2 could-be; 1718-5 could-be; 1874-2 could-be; {LAUNCHES}"),
    ("a payment within the state",
     {"type": "Payment", "supplier": KP, "recipient": PAEKTU, "time": "2018"}, [], ""),
    ("arms within the Congo", arms(CD, "org:hill", "2023"), [], ""),
    ("arms for a group and the government of the Congo",
     {**SENT, "consignee": [CD, "org:hill"]}, [], ""),
    ("arms to the Congo for nobody known", {**SENT, "consignee": "unknown", "destination": CD}, [],
     "1807-1 could-be"),
    ("arms to the Congo for a body of no known state",
     {**SENT, "consignee": NOWHERE, "destination": CD}, [], "1807-1 could-be"),
    ("arms to the Congo for a foreigner", {**SENT, "consignee": YELLOW, "destination": CD}, [],
     "1807-1 could-be"),
    ("arms to the Congo for a group and a foreigner",
     {**SENT, "consignee": ["org:hill", YELLOW], "destination": CD}, [], "1807-1 could-be"),
    ("money to a group in the Congo",
     {"type": "Payment", "supplier": CN, "recipient": "org:hill", "cargo": CARGO, "time": "2023"},
     [], ""),
    ("money to the Houthis",
     {"type": "Payment", "supplier": OM, "recipient": "org:houthis", "cargo": CARGO,
      "time": "2023"}, [], ""),
    ("arms of the Houthis for nobody known", {**SENT, "consignor": "org:houthis",
     "destination": "#cove"}, [], ""),
    ("arms of the Houthis for themselves",
     {**SENT, "consignor": "org:houthis", "consignee": "org:houthis"}, [], ""),
    ("arms to Yemen for nobody known", {**SENT, "consignee": "unknown", "destination": "#cove"}, [],
     "2216-14 could-be; 2624-5 could-be"),
    ("arms within Yemen for nobody known", {**SENT, "origin": YE, "destination": "#cove"}, [], ""),
    ("a shipment to Darfur", {**SENT, "destination": "locality:nyala"}, [],
     "1556-7 would-be; 1591-7 would-be"),
    ("a shipment within Darfur", {**SENT, "origin": "#camp", "destination": "locality:nyala"}, [], ""),
    ("arms within the Sudan", arms(SD, SD, "2023"), [], ""),
    ("money to Darfur",
     {"type": "Payment", "supplier": CN, "recipient": SD, "destination": "locality:nyala",
      "cargo": CARGO, "time": "2023"}, [], ""),
    ("tanks for another that only pass through",
     {**TANKS, "recipient": YELLOW, "destination": "port:KPNAM"}, [],
     f"1718-8a-i could-be; 1874-10 could-be; {TO_KP}"),
    ("tanks for its own people and for others",
     {**TANKS, "recipient": [YELLOW, PAEKTU], "destination": "port:KPNAM"}, [],
     f"1718-8a-i would-be; 1874-10 would-be; {TO_KP}"),
]  # fmt: skip
CASES = [*SHIPS, *OTHERS]


@pytest.fixture(scope="module")
def empty() -> KnowledgeBase:
    return KnowledgeBase.open("memory:")


def told(
    base: KnowledgeBase, folder: Path, *events: Mapping[str, Any], **more: Iterable[str]
) -> str:
    """The IRI of a report on events that a base is given, with those things that the events name."""
    known: list[dict[str, Any]] = []
    spoken = str(events)
    while found := [e for e in ENTITIES if e["id"] in spoken and e not in known]:
        known += found
        spoken += str(found)
    (made,) = load(Request(given.report(folder, events, entities=known, **more)))  # type: ignore[arg-type]
    base.add(made)
    return str(made.iri)


def every(base: KnowledgeBase) -> list[Row]:
    """The potential breaches of the event `#e`."""
    found = rows(base.store, Wanted(verdicts=VERDICTS))
    return [each for each in found if each.proposition == "report:given#e"]


def short(base: KnowledgeBase) -> str:
    return "; ".join(
        sorted(f"{r.provision.removeprefix('provision:')} {r.verdict}" for r in every(base))
    )


def only(base: KnowledgeBase, provision: str) -> Row:
    (one,) = [each for each in every(base) if each.provision == f"provision:{provision}"]
    return one


@pytest.mark.parametrize(("what", "event", "beside", "text"), CASES, ids=[c[0] for c in CASES])
def test_an_event_that_one_condition_decides(
    what: str,
    event: dict[str, Any],
    beside: list[dict[str, Any]],
    text: str,
    empty: KnowledgeBase,
    tmp_path: Path,
):
    report = told(empty, tmp_path, {**event, "id": "#e"}, *beside)
    assert short(empty) == "; ".join(sorted(text.split("; "))), what
    empty.retract(report, "the next case")


def test_what_who_said_it_takes_back_is_not_judged(empty: KnowledgeBase, tmp_path: Path):
    supply = {**arms(KP, RU, "2023", "ammunition"), "id": "#e"}
    report = told(empty, tmp_path, supply, withdrawn=["#e"])
    assert short(empty) == ""
    empty.retract(report, "the next case")


@pytest.mark.parametrize(
    ("event", "beside"),
    [(MEETS, FLAG), ({**CALL, "vessel": GULL, "time": "2018-05"}, {
        **LISTED, "designated": GULL, "authority": "org:un-1718-committee", "measure": "port-entry-ban"})],
    ids=["a flag", "a listing"],
)  # fmt: skip
def test_a_claim_beside_it_that_is_taken_back_counts_for_nothing(
    event: dict[str, Any], beside: dict[str, Any], empty: KnowledgeBase, tmp_path: Path
):
    for withdrawn, expected in ((), True), ((beside["id"],), False):
        report = told(empty, tmp_path, {**event, "id": "#e"}, beside, withdrawn=withdrawn)
        assert bool(every(empty)) == expected
        empty.retract(report, "the next case")


def rests_on(base: KnowledgeBase, breach: str) -> set[str]:
    """The claims that a potential breach is derived from, by their short names."""
    found = base.store.match(NamedNode(breach), None, None, graph=DERIVED_GRAPH)
    made = (t for t in found if t.predicate.value.endswith("wasDerivedFrom"))
    return {t.object.value.rpartition("#")[2] for t in made}


FREEZE = {
    "id": "#frozen",
    "type": "Designation",
    "designated": PAEKTU,
    "authority": "org:un-1718-committee",
    "measure": "asset-freeze",
    "time": "2010-01-01",
}
FUNDS = {"id": "#e", "type": "Payment", "supplier": RU, "recipient": PAEKTU, "time": "2014-01-01"}
OFF = {"type": "Delisting", "designated": PAEKTU}


@pytest.mark.parametrize(
    ("days", "claims"),
    [(("2010-01-01", "2012-01-01"), {"c0-0", "c2-0"}), (("2012-01-01", "2010-01-01"), {"c0-0", "c1-0"})],
)  # fmt: skip
def test_of_two_listings_that_are_as_sure_the_later_one_counts(
    days: tuple[str, str], claims: set[str], empty: KnowledgeBase, tmp_path: Path
):
    listings = [{**FREEZE, "id": f"#l{n}", "time": day} for n, day in enumerate(days)]
    report = told(empty, tmp_path, FUNDS, *listings)
    assert rests_on(empty, only(empty, "1718-8d").breach) == claims
    empty.retract(report, "the next case")


def test_only_a_delisting_by_the_body_that_listed_ends_a_listing(
    empty: KnowledgeBase, tmp_path: Path
):
    """Another body's earlier one moves no day, and no claim of it is named."""
    by_japan = {**OFF, "id": "#japan", "authority": "country:JP", "time": "2013-01-01"}
    own = {**OFF, "id": "#own", "authority": "org:un-1718-committee", "time": "2015-01-01"}
    report = told(empty, tmp_path, FUNDS, FREEZE, by_japan, own)
    found = only(empty, "1718-8d")
    assert found.verdict == "would-be"
    assert rests_on(empty, found.breach) == {"c0-0", "c1-0", "c3-0"}
    empty.retract(report, "the next case")


def test_of_two_listings_of_a_traveller_the_surer_one_counts(empty: KnowledgeBase, tmp_path: Path):
    listing = {**FREEZE, "designated": "person:pak", "measure": "travel-ban"}
    later = {**listing, "id": "#later", "time": "2016"}
    visit = {"id": "#e", "type": "Visit", "visitor": "person:pak", "host": RU, "time": "2014"}
    report = told(empty, tmp_path, visit, later, listing)
    assert only(empty, "1718-8e").gaps == (
        "State of Pak Il unknown: banned only if it entered another.",
    )
    empty.retract(report, "the next case")


ROLES = {
    "supplierState": ({"supplier": "country:MT", "recipient": RU}, "would-be"),
    "recipientState": ({"supplier": RU, "recipient": "country:MT"}, "would-be"),
    "recipientNonState": ({"supplier": RU, "recipient": "org:mill"}, "could-be"),
    "recipientParty": ({"supplier": RU, "recipient": "org:mill"}, "would-be"),
    "recipientRegion": ({"supplier": RU, "destination": "locality:gozo"}, "would-be"),
}


@pytest.fixture(scope="module")
def malta() -> KnowledgeBase:
    """A base whose reference data have a ban for each kind of act and each role, of Malta."""
    base = KnowledgeBase.open("memory:")
    of = NamedNode(f"{ID}country/MT")
    named = {"recipientParty": "org/mill", "recipientRegion": "locality/gozo"}
    kinds = {"org/mill": "Organization", "locality/gozo": "Place"}
    made = []
    for name, kind in kinds.items():
        me = NamedNode(ID + name)
        made += [
            Triple(me, NamedNode(RDF + "type"), NamedNode(KB + kind)),
            Triple(me, NamedNode(RDFS + "label"), Literal(name)),
            Triple(me, NamedNode(KB + "state"), of),
        ]
    for role in ROLES:
        for act in ("Transfer", "Sale", "ArmsTransfer", "Shipment"):
            me = f"9970-{role}-{act}"
            made += given.provision(
                me, modality="prohibits", measure="arms-embargo", appliesTo=act,
                cargoKind="arms", inForceFrom="2011-02-26",
            )  # fmt: skip
            thing = NamedNode(ID + named.get(role, "country/MT"))
            made.append(Triple(NamedNode(f"{ID}provision/{me}"), NamedNode(KB + role), thing))
    base.store.commit(Change(add={REFERENCE_GRAPH: made}))
    base.judging.forget()
    return base


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", ["Transfer", "Sale", "ArmsTransfer", "Shipment"])
def test_a_ban_on_one_kind_of_act_is_found_for_that_kind(
    act: str, role: str, malta: KnowledgeBase, tmp_path: Path
):
    parties, verdict = ROLES[role]
    swap = {"supplier": "consignor", "recipient": "consignee"}
    roles = {swap.get(k, k): v for k, v in parties.items()} if act == "Shipment" else parties
    event = {"id": "#e", "type": act, "cargo": CARGO, "time": "2014", **roles}
    (made,) = load(Request(given.report(tmp_path, [event])))
    malta.add(made)
    found = {r.provision: r.verdict for r in every(malta)}
    assert found.get(f"provision:9970-{role}-{act}") == verdict
    malta.retract(made.iri, "the next case")
