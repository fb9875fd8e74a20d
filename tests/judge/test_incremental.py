"""Judging report by report gives what judging the whole base anew gives."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kb.desk.base import KnowledgeBase
from kb.desk.judging import Judging
from kb.judge.words import POTENTIAL_BREACH, TYPE
from kb.namespaces import DERIVED_GRAPH, ID, KB, PREFIXES, RDF, RDFS, XSD
from kb.store.base import Change

KINDS = (
    "Transfer",
    "ArmsTransfer",
    "ShipToShipTransfer",
    "PortCall",
    "Insurance",
    "CrewService",
    "FlagRegistration",
    "FlagChange",
    "Ownership",
    "Designation",
)
ROLES = {
    "Transfer": {"supplier": "agent", "recipient": "agent"},
    "ArmsTransfer": {"supplier": "agent", "recipient": "agent", "origin": "place"},
    "ShipToShipTransfer": {"vessel": "ship", "receivingShip": "ship"},
    "PortCall": {"vessel": "ship"},
    "Insurance": {"vessel": "ship", "insurer": "agent"},
    "CrewService": {"vessel": "ship", "crewProvider": "agent"},
    "FlagRegistration": {"vessel": "ship", "flagState": "country"},
    "FlagChange": {"vessel": "ship", "toFlag": "country"},
    "Ownership": {"owner": "agent", "owned": "ship"},
    "Designation": {"designated": "ship", "authority": "authority"},
}
THINGS = {
    "agent": ("org/a", "org/b", "country/KP", "country/RU"),
    "country": ("country/KP", "country/RU"),
    "place": ("locality/x", "locality/y", "port/KPNAM"),
    "ship": ("ship/s", "ship/t"),
    "authority": ("org/un-1718-committee", "country/JP"),
}
STANCES = ("asserts", "alleges", "denies", "doubts")


def iri(name: str) -> NamedNode:
    return NamedNode(ID + name)


def term(name: str) -> NamedNode:
    return NamedNode(KB + name)


@st.composite
def propositions(draw: st.DrawFn, number: int) -> list[Triple]:
    """What a report says of one shared event: its class is fixed by its number, the rest is not."""
    me, kind = iri(f"event/e{number}"), KINDS[number]
    found = [Triple(me, TYPE, term(kind))]
    for role, sort in ROLES[kind].items():
        if draw(st.integers(0, 4)):
            found.append(Triple(me, term(role), iri(draw(st.sampled_from(THINGS[sort])))))
    if draw(st.booleans()):
        year = draw(st.sampled_from((2008, 2015, 2017, 2018, 2023)))
        for name, day in (("timeEarliest", f"{year}-01-01"), ("timeLatest", f"{year}-12-31")):
            found.append(Triple(me, term(name), Literal(day, datatype=NamedNode(XSD + "date"))))
    if kind.endswith("Transfer") and draw(st.booleans()):
        part = iri(f"event/e{number}-cargo")
        cargo = NamedNode(PREFIXES["cargo"] + draw(st.sampled_from(("arms", "coal", "fuel"))))
        found += [Triple(me, term("cargo"), part), Triple(part, term("cargoKind"), cargo)]
    if kind == "Designation":
        found.append(Triple(me, term("measure"), NamedNode(PREFIXES["measure"] + "port-entry-ban")))
    return found


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, list[Triple]]:
    """A report with claims on some shared events, and with what it says of bodies, places and ships."""
    name, found = draw(st.sampled_from("pqr")), list[Triple]()
    for number in draw(st.lists(st.integers(0, len(KINDS) - 1), max_size=5, unique=True)):
        found += draw(propositions(number))
        claim = iri(f"report/{name}#c{number}")
        found.append(Triple(claim, term("about"), iri(f"event/e{number}")))
        found.append(Triple(claim, term("claimant"), iri("org/a")))
        stance = NamedNode(PREFIXES["stance"] + draw(st.sampled_from(STANCES)))
        found.append(Triple(claim, term("stance"), stance))
        if draw(st.integers(0, 3)) == 0:
            other = f"report/{draw(st.sampled_from('pqr'))}#c{draw(st.integers(0, len(KINDS) - 1))}"
            found.append(Triple(claim, term("withdraws"), iri(other)))
    for body in ("org/a", "org/b", "locality/x", "locality/y"):
        if draw(st.booleans()):
            state = iri(draw(st.sampled_from(("country/KP", "country/RU"))))
            found.append(Triple(iri(body), term("state"), state))
    if draw(st.booleans()):
        found.append(Triple(iri("locality/y"), term("partOf"), iri("locality/x")))
    for thing in ("ship/s", "org/b", "locality/x"):
        label = draw(st.sampled_from(("", "Vostok", "Other")))
        if label == "":
            found.append(Triple(iri(thing), term("unnamed"), Literal(True)))
        else:
            found.append(Triple(iri(thing), NamedNode(RDFS + "label"), Literal(label)))
    return name, sorted(set(found), key=str)


@pytest.fixture(scope="module")
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open("memory:") as made:
        yield made


def replace(judging: Judging, name: str, triples: list[Triple]) -> None:
    """Replaces one report's graph, with what follows for its potential breaches."""
    graph = f"{ID}report/{name}"
    made = judging.follow(graph, triples)
    judging.store.commit(
        Change(
            add={graph: triples, DERIVED_GRAPH: made.new},
            remove={DERIVED_GRAPH: made.gone},
            clear=(graph,),
        )
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(reports(), min_size=1, max_size=5))
def test_judging_step_by_step_gives_what_judging_anew_gives(
    base: KnowledgeBase, steps: list[tuple[str, list[Triple]]]
):
    judging = base.judging
    try:
        for name, triples in steps:
            replace(judging, name, triples)
            assert not any(made.gone or made.new for made in judging.portions())
    finally:
        for name in "pqr":
            replace(judging, name, [])
    assert not any(base.store.match(None, TYPE, POTENTIAL_BREACH))


def test_the_worlds_above_have_potential_breaches_in_them(base: KnowledgeBase):
    """So that the property is not true for want of anything to derive."""
    supply = iri("event/e0")
    claim = iri("report/p#c0")
    replace(
        base.judging,
        "p",
        [
            Triple(supply, NamedNode(RDF + "type"), term("Transfer")),
            Triple(supply, term("supplier"), iri("org/a")),
            Triple(iri("org/a"), term("state"), iri("country/KP")),
            Triple(claim, term("about"), supply),
            Triple(claim, term("stance"), NamedNode(PREFIXES["stance"] + "asserts")),
        ],
    )
    assert any(base.store.match(None, TYPE, POTENTIAL_BREACH))
    replace(base.judging, "p", [])
    assert not any(base.store.match(None, TYPE, POTENTIAL_BREACH))
