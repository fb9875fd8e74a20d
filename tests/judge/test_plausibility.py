"""What a ship can have done is never warned of; what she cannot have done is, with the calculation."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.desk.base import KnowledgeBase
from kb.desk.why import explained, plausibility
from kb.judge.case_reading import Reading, Thing
from kb.judge.plausibility import Checked, Leg, check
from kb.judge.plausibility_speed import ANY, fastest
from kb.judge.plausibility_visits import Life, Stated, Visit
from kb.store import MEMORY, open_store
from kb.vocabulary import vocabulary
from tests.judge.case_reports import tell

SHIP = Thing("https://w3id.org/sanctions-kb/id/ship/tern", "ship:tern", "Tern")
START = date(2024, 1, 1)


class Line:
    """A sea that is a line: a place is named by its nautical miles from the end, ways are twice as long."""

    def __init__(self, factor: float = 1.0) -> None:
        self.factor = factor

    def direct(self, origin: str, destination: str) -> float | None:
        return abs(float(origin) - float(destination))

    def way(self, origin: str, destination: str) -> Leg | None:
        return Leg(self.factor * abs(float(origin) - float(destination)), ())

    def clocks(self, origin: str, destination: str) -> float:
        return 0.0


def visit(number: int, mile: float, first: date, last: date) -> Visit:
    name = Thing(
        f"https://w3id.org/sanctions-kb/id/event/v{number}", f"event:v{number}", f"v{number}"
    )
    stated = Stated(name, f"{first}/{last}", first, last, "alleged", ())
    return Visit(stated, "port of call", Thing(f"https://example.org/{mile}", str(mile), str(mile)))


def checked(
    visits: list[Visit], types: tuple[str, ...] = ("tanker",), factor: float = 1.0
) -> Checked:
    ordered = sorted(
        visits, key=lambda each: (each.earliest, each.latest, each.stated.proposition.id)
    )
    life = Life(SHIP, (), types, (), tuple(ordered), (), ())
    reading = Reading(open_store(MEMORY, write=True), vocabulary())
    return check(reading, life, Line(factor))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(-10_000, 10_000),  # how far to the next place
            st.floats(0, 100),  # hours in port
            st.floats(0.5, 1.0),  # how hard the ship is driven
            st.integers(0, 40),  # how many days too early the source may put it
            st.integers(0, 40),  # how many days too late
        ),
        min_size=2,
        max_size=8,
    )
)
def test_a_voyage_that_a_ship_can_make_is_never_warned_of_however_vague_the_dates(
    legs: list[tuple[float, float, float, int, int]],
):
    knots = fastest(("tanker",)).knots
    mile, hours, visits = 0.0, 0.0, []
    for number, (way, stay, pressed, early, late) in enumerate(legs):
        hours += abs(way) / (knots * pressed)
        mile += way
        day = START + timedelta(days=int(hours // 24))
        visits.append(visit(number, mile, day - timedelta(days=early), day + timedelta(days=late)))
        hours += stay
    assert checked(visits).warnings == ()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 30), st.floats(1.2, 5.0))
def test_a_way_too_far_for_the_days_between_is_always_warned_of(days: int, times: float):
    knots = fastest(("tanker",)).knots
    far = knots * 24 * (days + 1) * times
    later = START + timedelta(days=days)
    visits = [visit(0, 0, START, START), visit(1, far, later, later)]
    (warning,) = checked(visits).warnings
    assert warning.kind == ("two-places" if days == 0 else "speed")
    assert f"would need {far / (24 * (days + 1)):.0f} knots" in warning.text
    assert f"at most {knots:g} knots" in warning.calculation[-1]


def test_an_estimate_that_may_be_a_tenth_too_long_is_given_the_benefit():
    knots = fastest(("tanker",)).knots
    visits = [visit(0, 0, START, START), visit(1, knots * 24, START, START)]
    assert checked(visits, factor=1.05).warnings == ()
    assert len(checked(visits, factor=1.2).warnings) == 1


@pytest.mark.parametrize(
    ("types", "knots"),
    [
        ((), ANY.knots),
        (("a boat",), ANY.knots),
        (("crude oil tanker",), 19.75),
        (("LNG tanker",), 24.75),
        (("general cargo", "container ship"), 32.0),
    ],
)
def test_the_speed_of_a_type_is_that_of_the_table_and_the_fastest_of_several(
    types: tuple[str, ...], knots: float
):
    assert fastest(types).knots == knots
    assert fastest(types).source


def base_of(
    folder: Path, base: KnowledgeBase, propositions: list[dict[str, Any]], **ship: Any
) -> None:
    claims = [
        {"claimant": "org:a", "stance": "asserts", "about": each["id"]} for each in propositions
    ]
    entity = {"id": "ship:tern", "type": "Ship", "name": "Tern", **ship}
    tell(base, folder, "one", claims, propositions, entities=[entity])


def event(name: str, kind: str, time: str, **more: str) -> dict[str, Any]:
    return {"id": f"#{name}", "type": kind, "vessel": "ship:tern", "time": time, **more}


WAY = {"origin": "port:RUVVO", "destination": "port:SGSIN"}


def call(name: str, port: str, time: str) -> dict[str, Any]:
    return {
        "id": f"#{name}",
        "type": "PortCall",
        "vessel": "ship:tern",
        "portOfCall": port,
        "time": time,
    }


def kinds(base: KnowledgeBase, ship: str | None = "ship:tern") -> list[str]:
    return [warning.kind for each in plausibility(base, ship) for warning in each.warnings]


def test_two_ports_half_the_world_apart_on_two_days_and_the_calculation(tmp_path: Path):
    calls = [call("x", "port:RUVVO", "2023-05-01"), call("y", "port:SGSIN", "2023-05-02")]
    with KnowledgeBase.open(MEMORY) as base:
        base_of(tmp_path, base, calls, shipType="bulk carrier")
        (found,) = plausibility(base, None)
        (warning,) = found.warnings
        why = explained(base, "report:one#x")
        assert why.plausibility[0].warnings == (warning,)
    assert warning.text.startswith(
        "as claimed, Tern would need 62 knots from Vladivostok to Singapore"
    )
    assert "by way of Korea Strait, Taiwan Strait" in warning.calculation[2]
    assert [each.proposition.id for each in warning.about] == ["report:one#x", "report:one#y"]
    assert [each.claims[0].claimant.name for each in warning.about] == ["A", "A"]


@pytest.mark.parametrize(
    ("propositions", "ship", "expected"),
    [
        ([call("x", "port:RUVVO", "2023-05-01"), call("y", "port:SGSIN", "2023-05-20")], {}, []),
        ([call("x", "port:RUVVO", "2023-05-01"), call("y", "port:RUVVO", "2023-05-01")], {}, []),
        ([call("x", "port:RUVVO", "2023-05-01"), call("y", "country:SG", "2023-05-01")], {}, []),
        ([call("x", "port:RUVVO", "2023-05-01"), call("y", "port:SGSIN", "2023-05-01")], {}, ["two-places"]),
        ([call("x", "port:RUVVO", "2009")], {"built": "2010"}, ["not-built"]),
        ([call("x", "port:RUVVO", "2010")], {"built": "2010"}, []),
        ([call("x", "port:RUVVO", "2023-05-01"), event("g", "AISGap", "2023-05")], {}, ["ais-gap"]),
        ([call("x", "port:RUVVO", "2023-05"), event("g", "AISGap", "2023-05-01")], {}, []),
        ([call("x", "port:RUVVO", "2023-05"), event("b", "ShipBreaking", "2020")], {}, ["broken-up"]),
        ([call("x", "port:RUVVO", "2020-05"), event("b", "ShipBreaking", "2020")], {}, []),
        ([event("v", "Voyage", "2023-05-01/2023-05-03", **WAY)], {}, ["speed"]),
        ([event("v", "Voyage", "2023-05", **WAY)], {}, []),
    ],
)  # fmt: skip
def test_what_is_warned_of_and_what_is_not(
    tmp_path: Path, propositions: list[dict[str, Any]], ship: dict[str, Any], expected: list[str]
):
    with KnowledgeBase.open(MEMORY) as base:
        base_of(tmp_path, base, propositions, **ship)
        assert kinds(base) == expected


def test_ships_of_one_imo_number_are_one_ship(tmp_path: Path):
    calls = [call("x", "port:RUVVO", "2023-05-01")]
    with KnowledgeBase.open(MEMORY) as base:
        base_of(tmp_path, base, calls, imoNumber="9000003")
        other = {**call("y", "port:SGSIN", "2023-05-02"), "vessel": "ship:gull"}
        entity = {"id": "ship:gull", "type": "Ship", "name": "Gull", "imoNumber": "9000003"}
        claim = {"claimant": "org:b", "stance": "asserts", "about": "#y"}
        tell(base, tmp_path, "two", [claim], [other], entities=[entity])
        assert kinds(base) == ["speed"]
        assert kinds(base, None) == ["speed"]


def test_what_nobody_claims_any_more_is_not_held_against_the_ship(tmp_path: Path):
    calls = [call("x", "port:RUVVO", "2023-05-01"), call("y", "port:SGSIN", "2023-05-02")]
    claims = [
        {"claimant": "org:a", "stance": "asserts", "about": "#x"},
        {"claimant": "org:a", "stance": "denies", "about": "#y"},
    ]
    entity = {"id": "ship:tern", "type": "Ship", "name": "Tern"}
    with KnowledgeBase.open(MEMORY) as base:
        tell(base, tmp_path, "one", claims, calls, entities=[entity])
        (found,) = plausibility(base, "Tern")
    assert (found.visits, found.warnings) == (1, ())


def test_what_could_not_be_checked_is_told_with_the_reason(tmp_path: Path):
    calls = [call("x", "country:KP", "2023-05-01"), call("y", "port:RUVVO", "2023-05/..")]
    with KnowledgeBase.open(MEMORY) as base:
        base_of(tmp_path, base, calls)
        (found,) = plausibility(base, "ship:tern")
    assert sorted(each.partition(": ")[2].rpartition(": ")[2] for each in found.unchecked) == [
        "its time is open or unknown",
        "the position of North Korea is not known",
    ]


SIZES = {"draught": 9.0, "lengthOverall": 180, "deadweight": 20_000}
LIMITS = {"maximumDraught": 8.0, "maximumLength": 160, "maximumDeadweight": 18_000}


def sized(
    folder: Path, ship: dict[str, Any], port: dict[str, Any], event: dict[str, Any] | None = None
) -> Checked:
    """What is found of a ship of some size at a port of some size."""
    entities = [
        {"id": "ship:tern", "type": "Ship", "name": "Tern", **ship},
        {"id": "port:KPNAM", "type": "Port", "name": "Nampo", **port},
    ]
    call = {"type": "PortCall", "portOfCall": "port:KPNAM", "time": "2024-03-01"}
    made = {"id": "#e", "vessel": "ship:tern", **(event or call)}
    claim = {"stance": "asserts", "about": "#e", "claimant": "org:a"}
    with KnowledgeBase.open(MEMORY) as base:
        tell(base, folder, "one", [claim], [made], entities=entities)
        return plausibility(base, "ship:tern")[0]


def warned_of(found: Checked) -> list[str]:
    return [each.kind for each in found.warnings]


def test_a_port_that_is_too_small_is_warned_of_with_who_states_what(tmp_path: Path):
    found = sized(tmp_path, SIZES, LIMITS)
    assert warned_of(found) == ["too-deep", "too-long", "too-large"]
    deep = found.warnings[0]
    assert deep.text == (
        "as claimed, Tern was at Nampo (2024-03-01) with a draught of 9 metres, where 8 are admitted"
    )
    assert deep.calculation == (
        "draught when laden 9 metres, as report:one has it",
        "Nampo admits 8 metres, as report:one has it",
        "with a tenth allowed 8.8 metres",
        "in ballast or lightened a ship draws less",
    )
    assert deep.about[0].claims


@pytest.mark.parametrize(
    ("ship", "port"),
    [(SIZES, {}), ({}, LIMITS), (SIZES, {k: v * 1.125 for k, v in LIMITS.items()})],
)
def test_what_is_not_known_or_within_a_tenth_is_not_warned_of(
    tmp_path: Path, ship: dict[str, Any], port: dict[str, Any]
):
    assert warned_of(sized(tmp_path, ship, port)) == []


def test_the_draught_of_the_call_counts_before_that_of_the_ship(tmp_path: Path):
    call = {"type": "PortCall", "portOfCall": "port:KPNAM", "time": "2024-03-01"}
    limit = {"maximumDraught": 8.0}
    assert warned_of(sized(tmp_path, {"draught": 12.0}, limit, {**call, "draught": 7.0})) == []
    found = sized(tmp_path, {"draught": 7.0}, limit, {**call, "draught": 12.0})
    assert warned_of(found) == ["too-deep"]
    assert found.warnings[0].calculation[0] == "draught 12 metres, as report:one has it"
    assert len(found.warnings[0].calculation) == 3


@pytest.mark.parametrize(
    ("amount", "unit", "warned"),
    [
        (23_000, "tonnes", True),
        (22_000, "tonnes", False),
        (23_000_000, "kg", True),
        (40_000, "crates", False),
    ],
)
def test_a_cargo_that_the_ship_cannot_carry_is_warned_of(
    tmp_path: Path, amount: float, unit: str, warned: bool
):
    cargo = {"cargoKind": "coal", "quantityMin": amount, "unit": unit}
    shipment = {"type": "Shipment", "cargo": cargo, "time": "2024-03"}
    found = sized(tmp_path, {"deadweight": 20_000}, {}, shipment)
    assert warned_of(found) == ["overladen"] * warned
    if warned:
        assert found.warnings[0].text == (
            "as claimed, Tern carried at least 23,000 tonnes (2024-03), more than her deadweight of 20,000"
        )
