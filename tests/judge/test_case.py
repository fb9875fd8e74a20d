"""A case says of its claims, sources and status what the base has derived, and why."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple

from kb.desk.base import KnowledgeBase
from kb.judge.case import ABOUT, case
from kb.judge.case_reading import Reading
from kb.judge.case_sources import sources
from kb.judge.case_status import RULES, counts, standing, status
from kb.judge.contradiction import contradictions
from kb.judge.why_gaps import gaps
from kb.store import MEMORY, open_store
from kb.vocabulary import vocabulary
from tests.assess.test_status import CASES, node, replace, reports
from tests.assess.test_status import world as claims_of
from tests.judge.case_reports import tell

ARMS = {
    "id": "event:arms",
    "type": "ArmsTransfer",
    "supplier": "country:KP",
    "recipient": "country:RU",
}


def read(base: KnowledgeBase, name: str = "event/arms") -> tuple[Reading, NamedNode]:
    return Reading(base.store, vocabulary()), NamedNode(f"https://w3id.org/sanctions-kb/id/{name}")


@pytest.mark.parametrize(("text", "expected", "number"), CASES)
def test_the_rule_in_words_gives_the_status_that_was_derived(text: str, expected: str, number: int):
    store = open_store(MEMORY, write=True)
    replace(store, "r", claims_of(text))
    found = case(Reading(store, vocabulary()), node("event", "e"))
    assert (found.status, found.sources) == (expected, number)
    assert status(counts(found), found.sources) == expected
    assert standing(found).rule == RULES[expected]


@settings(max_examples=80, deadline=None)
@given(st.lists(reports(), min_size=1, max_size=4))
def test_for_any_reports_counts_and_sources_agree_with_what_was_derived(
    told: list[tuple[str, list[Triple]]],
):
    store = open_store(MEMORY, write=True)
    for name, triples in told:
        replace(store, name, triples)
    propositions = {t.object for t in store.match(None, ABOUT, None)}
    for proposition in propositions:
        assert isinstance(proposition, NamedNode)
        reading = Reading(store, vocabulary())
        found = case(reading, proposition)
        assert status(counts(found), found.sources) == found.status
        made = sources(reading, found)
        assert len(made.counted) == found.sources
        assert min(found.sources, 1) <= made.fewest <= found.sources
        for source in made.counted:
            assert len(source.claims) < 2 or source.reasons
        again = Reading(store, vocabulary())
        assert case(again, proposition) == found
        assert contradictions(again, found) == contradictions(reading, found)
        assert gaps(again, found) == gaps(reading, found)


def test_two_papers_that_cite_one_agency_are_one_source(tmp_path: Path):
    with KnowledgeBase.open(MEMORY) as base:
        said = [{"id": "#a", "claimant": "org:agency", "stance": "asserts", "about": "event:arms"}]
        tell(base, tmp_path, "zero", said, [ARMS])
        for paper in ("one", "two"):
            cited = {"claimant": f"org:{paper}", "stance": "asserts", "about": "event:arms"}
            tell(base, tmp_path, paper, [{**cited, "repeats": "report:zero#a"}], [ARMS])
        reading, proposition = read(base)
        (source,) = sources(reading, case(reading, proposition)).counted
    assert source.claims == ("report:one#c0", "report:two#c0", "report:zero#a")
    assert source.reasons == (
        "report:one#c0 only repeats report:zero#a",
        "report:two#c0 only repeats report:zero#a",
    )


def test_papers_that_repeat_a_claim_outside_the_case_are_one_source_and_it_is_named(tmp_path: Path):
    with KnowledgeBase.open(MEMORY) as base:
        other = {**ARMS, "id": "event:other"}
        first = [
            {"id": "#a", "claimant": "org:agency", "stance": "asserts", "about": "event:other"}
        ]
        tell(base, tmp_path, "zero", first, [other])
        for paper in ("one", "two"):
            cited = {"claimant": f"org:{paper}", "stance": "asserts", "about": "event:arms"}
            tell(base, tmp_path, paper, [{**cited, "repeats": "report:zero#a"}], [ARMS])
        reading, proposition = read(base)
        (source,) = sources(reading, case(reading, proposition)).counted
    assert source.reasons == ("2 claims repeat report:zero#a: report:one#c0, report:two#c0",)


def test_one_picture_cited_by_three_governments_is_one_evidence(tmp_path: Path):
    picture = {
        "id": "report:gb#picture", "name": "a picture", "evidenceKind": "imagery",
        "producer": "org:rusi",
    }  # fmt: skip
    entities = [{"id": "org:rusi", "type": "Organization", "name": "RUSI"}]
    with KnowledgeBase.open(MEMORY) as base:
        for state in ("gb", "jp", "us"):
            claim = {
                "claimant": f"org:{state}", "stance": "asserts", "about": "event:arms",
                "restsOn": "report:gb#picture",
            }  # fmt: skip
            more = {"evidence": [picture]} if state == "gb" else {}
            tell(base, tmp_path, state, [claim], [ARMS], entities=entities, **more)
        reading, proposition = read(base)
        (source,) = sources(reading, case(reading, proposition)).counted
    assert source.reasons[0].startswith("3 claims rest on one piece of evidence, a picture: ")


def test_sources_that_share_a_maker_of_evidence_or_a_go_between_are_told_apart_with_a_caution(
    tmp_path: Path,
):
    entities = [{"id": "org:rusi", "type": "Organization", "name": "RUSI"}]
    with KnowledgeBase.open(MEMORY) as base:
        for state in ("gb", "jp"):
            picture = {"id": "#picture", "name": state, "evidenceKind": "imagery"}
            claim = {"claimant": f"org:{state}", "stance": "asserts", "about": "event:arms"}
            picture["producer"], claim["restsOn"] = "org:rusi", "#picture"
            tell(base, tmp_path, state, [claim], [ARMS], entities=entities, evidence=[picture])
        claim = {
            "claimant": "org:us",
            "stance": "asserts",
            "about": "event:arms",
            "via": ["org:jp"],
        }
        tell(base, tmp_path, "us", [claim], [ARMS])
        reading, proposition = read(base)
        found = case(reading, proposition)
        made = sources(reading, found)
    assert (found.sources, len(made.counted), made.fewest) == (3, 3, 1)
    assert "Sources 1, 2 are counted apart, but RUSI has a part in each" in made.cautions[1]
    assert "Jp has a part in each" in made.cautions[0]


def test_sources_known_from_one_report_only_are_told(tmp_path: Path):
    with KnowledgeBase.open(MEMORY) as base:
        claims = [
            {"claimant": f"org:{who}", "stance": "asserts", "about": "event:arms"} for who in "ab"
        ]
        tell(base, tmp_path, "one", claims, [ARMS])
        reading, proposition = read(base)
        made = sources(reading, case(reading, proposition))
    assert made.cautions == ("All 2 sources are known from one report only: Report one.",)
    assert made.fewest == 2


def test_claims_that_repeat_each_other_in_a_ring_are_one_source_and_the_answer_ends():
    store = open_store(MEMORY, write=True)
    replace(
        store, "r", claims_of("a asserts repeats r1; b asserts repeats r2; c asserts repeats r0")
    )
    reading = Reading(store, vocabulary())
    found = case(reading, node("event", "e"))
    (source,) = sources(reading, found).counted
    assert found.sources == 1
    assert len(source.claims) == 3
    assert "report:r#c0 only repeats report:r#c1" in source.reasons


def test_a_thousand_claims_on_one_proposition_are_counted_and_sides_stay_short():
    store = open_store(MEMORY, write=True)
    words = "; ".join(f"a{number} asserts" for number in range(999)) + "; b denies"
    replace(store, "r", claims_of(words))
    reading = Reading(store, vocabulary())
    found = case(reading, node("event", "e"))
    assert (found.status, found.sources, len(found.claims)) == ("disputed", 999, 1000)
    (denial,) = contradictions(reading, found)
    assert len(denial.sides[0].claims) == 5
    assert denial.sides[0].more == 994
