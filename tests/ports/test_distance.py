"""Distances by sea: near the published ones, the same both ways, never below the great circle."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadInput, KbError, Refused, UnknownName
from kb.ports.distance import between, distance
from kb.ports.gates import GATES, RARE, crossed
from kb.ports.gazetteer import gazetteer
from kb.ports.place import great_circle, length

SEAPORTS = [
    gazetteer()["https://w3id.org/sanctions-kb/id/port/" + code]
    for code in (
        *("KPNAM", "KPNJN", "KPWON", "RUVVO", "RUNVS", "RUPRI", "IRBND", "kharg", "SYTTS", "LYTIP"),
        *("SDPZU", "YEADE", "CNDLC", "SGSIN", "NLRTM", "USNYC", "USSFO", "ZADUR", "AUSYD", "BRSSZ"),
    )
]
PUBLISHED = [
    ("port:USNYC", "San Francisco", (), 5262),
    ("port:USNYC", "San Francisco", ("panama",), 13135),
    ("San Francisco", "Yokohama", (), 4536),
    ("San Francisco", "Hong Kong", (), 6060),
    ("Honolulu", "Yokohama", (), 3400),
    ("Honolulu", "Hong Kong", (), 4917),
    ("Jeddah", "Constanta", (), 1698),
    ("Jeddah", "Constanta", ("suez",), 11771),
    ("port:USNYC", "Colombo", (), 8604),
    ("port:USNYC", "Cristobal", (), 1974),
    ("New Orleans", "Cristobal", (), 1395),
]
"""The table of docs/ports.md: what published tables give, in nautical miles."""


@pytest.mark.parametrize(("origin", "destination", "avoid", "miles"), PUBLISHED)
def test_it_is_within_four_per_cent_of_published_tables(
    origin: str, destination: str, avoid: tuple[str, ...], miles: int
):
    found = distance(origin, destination, avoid).nautical_miles
    assert abs(found - miles) / miles < 0.04


@pytest.mark.parametrize(
    ("origin", "destination", "passages"),
    [
        ("Singapore", "Rotterdam", ("malacca", "bab-el-mandeb", "suez", "gibraltar")),
        ("Rotterdam", "Singapore", ("gibraltar", "suez", "bab-el-mandeb", "malacca")),
        ("Novorossiysk", "Tartus", ("bosporus", "dardanelles")),
        ("Kharg", "Jask", ("hormuz",)),
        ("Primorsk", "Rotterdam", ("danish-straits",)),
        ("Mariupol", "Novorossiysk", ("kerch",)),
        ("Santos", "Callao", ("cape-horn",)),
        ("Rajin", "Dunai", ()),
    ],
)
def test_the_passages_are_told_in_the_order_of_the_voyage(
    origin: str, destination: str, passages: tuple[str, ...]
):
    assert distance(origin, destination).passages == passages


def test_what_is_avoided_is_not_passed_and_costs_miles():
    direct = distance("Novorossiysk", "Singapore")
    round_africa = distance("Novorossiysk", "Singapore", ["suez"])
    assert "suez" in direct.passages
    assert "suez" not in round_africa.passages
    assert "cape-of-good-hope" in round_africa.passages
    assert round_africa.nautical_miles > direct.nautical_miles
    assert round_africa.avoided == ("suez",)


def test_small_canals_and_the_arctic_must_be_allowed():
    assert "kiel" not in distance("port:DEHAM", "Gdansk").passages
    short = distance("port:DEHAM", "Gdansk", allow=["kiel"])
    assert short.passages == ("kiel",)
    assert short.nautical_miles < distance("port:DEHAM", "Gdansk").nautical_miles
    assert "northern-sea-route" in distance("Murmansk", "Pevek", allow=RARE).passages
    with pytest.raises(Refused, match="Volga-Don"):
        distance("Astrakhan", "Novorossiysk")
    assert "volga-don" in distance("Astrakhan", "Novorossiysk", allow=["volga-don"]).passages


def test_no_way_out_of_a_closed_sea_is_told():
    with pytest.raises(Refused, match="Bosporus"):
        distance("Novorossiysk", "Tartus", ["bosporus"])


def test_ports_far_from_any_lane_are_told():
    assert any("Kharkiv" in note for note in distance("Rotterdam", "Kharkiv").notes)
    assert distance("Singapore", "Rotterdam").notes == ()


def test_a_facility_lies_where_its_port_lies():
    here = distance("facility:nampo-oil-terminal", "Dalian")
    assert here.nautical_miles == distance("Nampo", "Dalian").nautical_miles


def test_a_place_without_a_position_is_refused():
    with pytest.raises(BadInput, match="not known"):
        distance("Hurd's Bank", "Rotterdam")


def test_a_port_is_no_distance_from_itself():
    assert distance("Rajin", "라진").nautical_miles == 0


@pytest.mark.parametrize("speed", [0, -1, 61, float("nan"), float("inf")])
def test_a_speed_of_no_ship_is_refused(speed: float):
    with pytest.raises(BadInput, match="knots"):
        distance("Rajin", "Dunai").days(speed)


def test_days_follow_from_the_speed():
    route = distance("Singapore", "Rotterdam")
    assert route.days(14) == route.nautical_miles / 14 / 24


def test_a_passage_or_port_that_is_none_is_refused():
    with pytest.raises(BadInput, match="no passage"):
        distance("Rajin", "Dunai", ["suezz"])
    with pytest.raises(UnknownName):
        distance("Rajin", "Tripoli")


PORT = st.sampled_from(SEAPORTS)


@given(PORT, PORT, st.sets(st.sampled_from(sorted(GATES)), max_size=3))
@settings(deadline=None, max_examples=40)
def test_a_route_holds_together(origin, destination, avoid):
    """Both ways alike, above the great circle, through nothing avoided, from port to port."""
    avoided = frozenset(avoid) | RARE
    try:
        route = between(origin, destination, avoided)
    except Refused:
        with pytest.raises(Refused):
            between(destination, origin, avoided)
        return
    back = between(destination, origin, avoided)
    assert route.nautical_miles == pytest.approx(back.nautical_miles)
    assert route.passages == back.passages[::-1] or len(set(route.passages)) < 2
    assert route.nautical_miles >= great_circle(origin.point, destination.point) - 1e-6
    assert not set(route.passages) & avoided
    assert (route.points[0], route.points[-1]) == (origin.point, destination.point)
    assert route.nautical_miles >= between(origin, destination).nautical_miles - 1e-6


@given(
    st.tuples(st.floats(-180, 180), st.floats(-90, 90)),
    st.tuples(st.floats(-180, 180), st.floats(-90, 90)),
)
@settings(deadline=None)
def test_the_great_circle_is_symmetric_and_at_most_half_the_globe(one, other):
    miles = great_circle(one, other)
    assert miles == pytest.approx(great_circle(other, one), abs=1e-6)
    assert 0 <= miles <= 10808
    assert length([one, other]) == miles


def test_a_degree_of_latitude_is_sixty_miles():
    assert great_circle((0, 0), (0, 1)) == pytest.approx(60.04, abs=0.01)


def test_a_gate_is_crossed_from_either_side_and_only_within_its_ends():
    assert list(crossed((32.4, 30.0), (32.4, 31.0))) == ["suez"]
    assert list(crossed((32.4, 31.0), (32.4, 30.0))) == ["suez"]
    assert list(crossed((34.0, 30.0), (34.0, 31.0))) == []
    assert list(crossed((190.0, 64.0), (190.0, 67.0))) == ["bering"]


def test_errors_of_every_kind_are_told_in_words():
    for words in (("", "Rajin"), ("Rajin", "\u202e"), ("Rajin", "?" * 500)):
        with pytest.raises(KbError):
            distance(*words)
