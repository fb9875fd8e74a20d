"""Identifiers decide, names alone do not against them, and every answer says why."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.matching.model import Flag, Match, Name, Party, Query
from kb.matching.score import score
from kb.matching.words import weights
from tests.matching.made import Pair, generated, hand

KNOWN = Party(
    key="ship:jie-shun",
    kind="vessel",
    names=(Name("Jie Shun"),),
    imo=("8518780",),
    flags=(Flag("kh"),),
    built=1986,
    tonnage=2825,
)
SHIP = Query(kind="vessel")


def judged(**traits: object) -> Match:
    return score(replace(SHIP, **traits), KNOWN)  # type: ignore[arg-type]


def names(*texts: str) -> tuple[Name, ...]:
    return tuple(map(Name, texts))


def test_the_same_number_is_a_match_and_said_first():
    found = judged(imo=("IMO 8518780",))
    assert found.verdict == "match"
    assert found.sentences == ("the IMO number 8518780 is the same",)


def test_another_name_with_the_same_number_is_a_match_with_a_note():
    found = judged(names=names("Blue Star"), imo=("8518780",))
    assert found.verdict == "match"
    assert "renamed" in found.notes[0]


def test_a_number_on_a_ship_that_cannot_bear_it_is_a_match_with_a_warning():
    found = judged(names=names("Blue Star"), imo=("8518780",), built=2011, tonnage=80000)
    assert found.verdict == "match"
    assert "another ship's IMO number" in found.notes[0]


def test_the_same_name_with_another_number_is_a_warning_and_no_match():
    found = judged(names=names("JIE SHUN"), imo=("9179842",))
    assert found.verdict == "warning"
    assert found.score < 0.1
    assert "false identity" in found.notes[0]


def test_more_than_the_name_with_another_number_is_a_stronger_warning():
    found = judged(names=names("JIE SHUN"), imo=("9179842",), built=1986)
    assert found.notes[0].startswith("The name and more (built)")


def test_a_number_with_a_wrong_check_digit_decides_nothing():
    alone = judged(imo=("8518781",))
    named = judged(names=names("Jie Shun"), imo=("8518781",))
    assert alone.verdict == "no"
    assert named.verdict == "match"
    assert "the IMO number 8518781 has a wrong check digit and decides nothing" in named.sentences


def test_a_namesake_of_another_age_is_no_match():
    assert judged(names=names("Jie Shun"), built=2005).verdict != "match"
    assert judged(names=names("Jie Shun"), built=1986).verdict == "match"


def test_kinds_are_never_mixed():
    found = score(Query(kind="person", names=names("Jie Shun")), KNOWN)
    assert (found.verdict, found.score) == ("no", 0.0)
    assert found.sentences == ("one is a person, the other a vessel",)


def test_a_former_name_in_brackets_counts():
    assert judged(names=names("Pluto (ex Jie Shun)")).verdict == "match"


def test_a_weak_alias_alone_is_no_match():
    known = replace(KNOWN, names=(Name("Boss", "weak"),), kind="person", imo=())
    assert score(Query(kind="person", names=names("Boss")), known).verdict != "match"


def test_dates_of_birth_agree_as_far_as_they_go():
    known = Party(key="p", kind="person", names=names("Ri Chol"), births=("1961-02-03",))
    for given_date, verdict in (("1961", "match"), ("1961-02-03", "match"), ("1984", "no")):
        query = Query(kind="person", names=names("Ri Chol"), births=(given_date,))
        assert score(query, known).verdict == verdict


def test_without_anything_in_common_the_score_is_next_to_nothing():
    assert score(SHIP, KNOWN).score < 0.01


@settings(deadline=None)
@given(
    st.builds(
        Query,
        kind=st.sampled_from(("vessel", "person", "organization", "unknown")),
        names=st.lists(st.builds(Name, st.text(max_size=20)), max_size=2).map(tuple),
        imo=st.lists(st.text("0123456789 IMO", max_size=9), max_size=2).map(tuple),
        births=st.lists(st.text("0123456789-~", max_size=10), max_size=1).map(tuple),
        built=st.none() | st.integers(0, 3000),
        tonnage=st.none() | st.floats(allow_nan=False),
    )
)
def test_any_query_gets_a_score_and_reasons(query: Query):
    found = score(query, KNOWN)
    assert 0 <= found.score <= 1
    assert all(-1 <= f.value <= 1 and f.words for f in found.features)


def share(pairs: list[Pair]) -> tuple[float, float]:
    """Precision and recall at the threshold of a match."""
    said = [(p.same, score(p.left, _party(p.right)).verdict == "match") for p in pairs]
    right = sum(same and match for same, match in said)
    return right / sum(match for _, match in said), right / sum(same for same, _ in said)


def _party(query: Query) -> Party:
    return Party(key="x", **{name: getattr(query, name) for name in Query.__slots__})


def test_pairs_that_were_not_used_for_tuning_are_told_apart():
    for pairs in (hand("test"), list(generated(20, 600))):
        precision, recall = share(pairs)
        assert precision > 0.95
        assert recall > 0.9


def test_the_written_pairs_are_many_and_half_are_ships():
    pairs = hand("test")
    assert len(pairs) >= 150
    assert sum(p.left.kind == "vessel" for p in pairs) * 2 >= len(pairs)
    train = {(p.left, p.right) for p in hand("train")}
    assert not train & {(p.left, p.right) for p in pairs}


def test_every_weight_is_of_a_feature_that_exists():
    spoken = {"name", "imo", "mmsi", "call-sign", "identifier", "flag", "tonnage", "deadweight"}
    assert set(weights().features) == spoken | {"built", "type", "birth", "country", "owner"}
