"""Paths to listed or accused parties are simple, short, complete, and never without who says so."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import NakedAllegation
from kb.judge import exposure
from kb.judge.exposure import Edge, End, Limits, Lookups, Said, search
from kb.judge.exposure_rule import MAY, MET, NOT, Rule, Tally

SAID = (Said("Wire", "asserts", "report:r#c", "report:r", "2024-01-01"),)


def tie(source: str, target: str, status: str = "alleged", **more: object) -> Edge:
    return Edge("ownership", source, target, "owns", status, SAID, **more)  # type: ignore[arg-type]


def own(source: str, target: str, *shares: float, status: str = "alleged", **more: object) -> Edge:
    return tie(source, target, status, shares=shares, **more)


def look(edges: Sequence[Edge], listed: dict[str, str] | Iterable[str], stops: str = "") -> Lookups:
    on = listed if isinstance(listed, dict) else dict.fromkeys(listed, "un")

    def ends(thing: str) -> list[End]:
        lists = on.get(thing, "").split()
        return [End("listed", f"by {each}", "listed", SAID, each) for each in lists]

    return Lookups(
        lambda thing: [each for each in edges if thing in (each.source, each.target)],
        ends,
        lambda thing: thing in stops.split(),
    )


def things(found: exposure.Found) -> list[str]:
    return ["".join(path.things) for path in found.paths]


def test_the_shortest_path_comes_first_and_a_ring_is_gone_round_once():
    edges = [tie("a", "b"), tie("b", "c"), tie("c", "a"), tie("c", "d"), tie("d", "b")]
    found = search("a", look(edges, "d"), Limits(depth=6))
    assert things(found) == ["abd", "acd", "abcd", "acbd"]
    assert found.notes == []


def test_a_denied_tie_is_shown_and_marked():
    edges = [tie("a", "b"), tie("b", "c", "denied"), tie("a", "c", "refuted"), tie("c", "a")]
    direct, longer = search("a", look(edges, "c"), Limits()).paths
    assert direct.unsupported == ()
    assert [each.status for each in direct.steps[0]] == ["refuted", "alleged"]
    assert longer.unsupported == (2,)


def test_a_tie_that_nobody_states_cannot_be_made():
    with pytest.raises(NakedAllegation):
        Edge("flag", "a", "b", "flies the flag of", "alleged", ())


def test_paths_end_at_a_state_and_never_lead_through_it():
    edges = [tie("a", "s"), tie("b", "s"), tie("b", "c")]
    assert things(search("a", look(edges, "sbc", "s"), Limits())) == ["as"]


def test_a_path_goes_on_behind_a_listed_party_and_the_start_may_be_one():
    found = search("a", look([tie("a", "b"), tie("b", "c")], "abc"), Limits())
    assert things(found) == ["ab", "abc"]
    assert [each.words for each in found.own] == ["by un"]


def test_what_is_left_out_is_told(monkeypatch: pytest.MonkeyPatch):
    star = [tie("a", each) for each in "bcdefg"]
    found = search("a", look(star, "bcdefg"), Limits(paths=4))
    assert len(found.paths) == 4
    assert "more than 4 paths" in found.notes[0]
    chain = [tie(one, other) for one, other in ("ab", "bc", "cd")]
    few = search("a", look(chain, "d"), Limits(things=2))
    assert not few.paths
    assert "nearest 2 things" in few.notes[0]
    monkeypatch.setattr(exposure, "STEPS", 3)
    assert "given up" in search("a", look(star, "bcdefg"), Limits()).notes[-1]


PAIRS = st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg"))
GRAPHS = st.lists(PAIRS.filter(lambda pair: pair[0] != pair[1]), max_size=14)


def every(pairs: Iterable[tuple[str, str]], ends: str, depth: int) -> list[str]:
    """All simple paths from a, tried out one by one."""
    joined = {frozenset(pair) for pair in pairs}
    ways = ("a" + "".join(rest) for k in range(1, depth + 1) for rest in permutations("bcdefg", k))
    return [
        way
        for way in ways
        if way[-1] in ends and all(frozenset(pair) in joined for pair in pairwise(way))
    ]


@settings(max_examples=60, deadline=None)
@given(GRAPHS, st.sets(st.sampled_from("bcdefg")), st.integers(1, 5), st.randoms())
def test_all_simple_paths_within_the_depth_are_found_whatever_the_order(
    pairs: list[tuple[str, str]], listed: set[str], depth: int, chance: object
):
    edges = [tie(one, other) for one, other in pairs]
    first = search("a", look(edges, listed), Limits(depth=depth, paths=10_000))
    chance.shuffle(edges)  # type: ignore[attr-defined]
    again = search("a", look(edges, listed), Limits(depth=depth, paths=10_000))
    assert first == again
    assert things(first) == every(pairs, "".join(sorted(listed)), depth)
    for path in first.paths:
        assert len(set(path.things)) == len(path.things) <= depth + 1
        assert all(each.said for edges in path.steps for each in edges)


def tally(
    edges: Sequence[Edge], listed: dict[str, str] | str, day: date | None = None
) -> Tally | None:
    made = Rule(look(edges, listed), day).reckon("x")
    return made.whole if made else None


def test_two_listed_owners_of_thirty_percent_each_meet_the_rule():
    found = tally([own("p", "x", 30), own("q", "x", 30)], "pq")
    assert found is not None
    assert (found.least, found.most, found.verdict) == (60, 60, MET)
    assert [each.owner for each in found.holdings] == ["p", "q"]


def test_each_list_counts_its_own_owners_alone():
    edges = [own("p", "x", 30), own("q", "x", 30), own("r", "x", 20)]
    found = Rule(look(edges, {"p": "un", "q": "ofac", "r": "un ofac"})).reckon("x")
    assert found is not None
    assert (found.whole.least, found.whole.verdict) == (80, MET)
    assert [(t.list, t.least, t.verdict) for t in found.lists] == [
        ("ofac", 50, MET),
        ("un", 50, MET),
    ]
    apart = Rule(look(edges[:2], {"p": "un", "q": "ofac"})).reckon("x")
    assert apart is not None
    assert [t.verdict for t in (apart.whole, *apart.lists)] == [MET, NOT, NOT]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ([own("p", "x", 49.9)], NOT),
        ([own("p", "x", 50)], MET),
        ([own("p", "x", 60, status="disputed")], MAY),
        ([own("p", "x", 60, status="denied"), own("q", "x", 10)], NOT),
        ([own("p", "x")], MAY),
        ([own("p", "x", 40, 60)], MAY),
        ([own("p", "x", 40), own("p", "x", 60)], MAY),
    ],
)
def test_doubt_about_a_share_makes_the_rule_at_most_possible(edges: list[Edge], expected: str):
    found = tally(edges, "pq")
    assert found is not None
    assert found.verdict == expected


def test_an_owner_held_by_listed_owners_counts_whole_and_a_minority_does_not():
    edges = [own("p", "m", 50), own("m", "x", 55), own("p", "n", 40), own("n", "x", 45)]
    found = tally(edges, "p")
    assert found is not None
    assert [(h.owner, h.through) for h in found.holdings] == [("m", "by the rule")]
    assert (found.least, found.verdict) == (55, MET)


def test_a_ring_of_owners_is_reckoned_and_ends():
    edges = [own("x", "m", 100), own("m", "x", 60), own("p", "m", 50)]
    found = tally(edges, "p")
    assert found is not None
    assert found.verdict == MET
    assert tally([own("x", "m", 100), own("m", "x", 100)], "p") is None


def test_shares_of_different_times_are_not_added_up():
    early = own("p", "x", 30, last=date(2015, 12, 31))
    late = own("q", "x", 30, first=date(2016, 1, 1))
    found = tally([early, late], "pq")
    assert found is not None
    assert found.verdict == NOT
    both = tally([early, late], "pq", date(2017, 1, 1))
    assert both is not None
    assert (both.least, both.most, both.verdict) == (30, 60, MAY)
    assert tally([late], "q", date(2015, 1, 1)) is None
