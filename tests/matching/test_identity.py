"""Decisions about identity stand beside the sources, add up, contradict one another, and are undone."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.desk.identity import IDENTITY_GRAPH
from kb.desk.matching import stamp
from kb.matching.identity import DIFFERENT, SAME, Decision, Identities, Undone
from kb.resources import EXAMPLES
from kb.validation.shacl import terminology, validate
from kb.vocabulary import vocabulary

REPORTS = [
    str(EXAMPLES / name / "report.yaml")
    for name in ("2017-10-03-whose-rockets", "2017-10-10-jie-shun")
]
PANEL, COMMITTEE, POST = "org:panel-of-experts-1874", "org:1718-committee", "org:washington-post"
WHO = ("--by", "A. Analyst", "--because", "The papers agree.")


def decided(number: int, one: str, other: str, judgement: str = SAME) -> Decision:
    return Decision(number, one, other, judgement, "A", "2024-01-01T00:00:00Z", "So it is.")


def test_the_same_adds_up_and_the_known_number_leads():
    found = Identities.of([decided(1, "a", "b"), decided(2, "b", "ship:imo-8518780")])
    assert found.group("a") == ("a", "b", "ship:imo-8518780")
    assert {found.canonical(each) for each in ("a", "b")} == {"ship:imo-8518780"}
    assert found.canonical("c") == "c"


def test_a_contradiction_is_told_with_the_shortest_way_and_parts_the_group():
    decisions = [
        decided(1, "a", "b"),
        decided(2, "b", "c"),
        decided(3, "c", "d"),
        decided(4, "a", "c", DIFFERENT),
        decided(5, "x", "y"),
    ]
    found = Identities.of(decisions)
    (clash,) = found.contradictions
    assert [each.number for each in clash.same] == [1, 2]
    assert "decisions 1, 2 to be the same" in clash.sentence()
    assert found.group("a") == ("a",)
    assert found.group("x") == ("x", "y")


def test_what_was_undone_does_not_count():
    undone = Undone("B", "2024-01-02T00:00:00Z", "A slip.")
    gone = Decision(1, "a", "b", SAME, "A", "2024-01-01T00:00:00Z", "So.", undone)
    assert Identities.of([gone]).group("a") == ("a",)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=9))
def test_groups_part_the_things_whatever_the_order(pairs: list[tuple[str, str]]):
    decisions = [decided(n, a, b) for n, (a, b) in enumerate(pairs, 1) if a != b]
    found = Identities.of(decisions)
    assert found.groups == Identities.of(reversed(decisions)).groups
    for each in decisions:
        assert found.group(each.one) == found.group(each.other)
        assert found.canonical(each.one) == found.canonical(each.other)


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("KB_STORE", "KB_REVIEWER"):
        monkeypatch.delenv(name, raising=False)
    assert run("add", *REPORTS).exit_code == 0


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.usefixtures("base")
def test_a_decision_is_shown_where_the_thing_is_and_can_be_undone():
    before = stamped()
    assert run("same", PANEL, "The Washington Post", *WHO).exit_code == 0
    sentence = f"{PANEL} is held to be the same as {POST} by A. Analyst on 2023-11-14"
    assert sentence in run("match", "Panel of Experts", "--kind", "organization").stdout
    assert sentence in run("show", POST).stdout
    assert "identity" in run("show", POST, "--format", "json").stdout
    assert stamped() == before
    assert run("undo", "1", "--by", "B", "--because", "They are two.").exit_code == 0
    assert "is held to be" not in run("show", POST).stdout
    assert run("undo", "1", "--by", "B", "--because", "Again.").exit_code == 2
    assert "undone by B: They are two." in run("history").stdout


def stamped() -> str:
    with KnowledgeBase.open(".kb") as opened:
        return stamp(opened.store)


@pytest.mark.usefixtures("base")
def test_the_recorded_decisions_keep_the_shapes_and_leave_the_sources_alone():
    with KnowledgeBase.open(".kb") as opened:
        before = set(
            opened.store.graph("https://w3id.org/sanctions-kb/id/report/2017-10-10-jie-shun")
        )
    run("same", PANEL, POST, *WHO)
    run("different", PANEL, COMMITTEE, *WHO)
    run("undo", PANEL, POST, *WHO)
    with KnowledgeBase.open(".kb") as opened:
        after = set(
            opened.store.graph("https://w3id.org/sanctions-kb/id/report/2017-10-10-jie-shun")
        )
        written = opened.store.graph(IDENTITY_GRAPH)
    assert before == after
    nodes = {f"{IDENTITY_GRAPH}/{number:09d}" for number in (1, 2)}
    assert validate([*terminology(vocabulary()), *written], nodes) == []


@pytest.mark.usefixtures("base")
def test_deciding_twice_or_against_oneself_is_refused_and_a_contradiction_told():
    run("same", PANEL, POST, *WHO)
    again = run("same", POST, PANEL, *WHO)
    assert (again.exit_code, "decided already" in again.stderr) == (1, True)
    contrary = run("different", POST, PANEL, *WHO)
    assert (contrary.exit_code, "kb undo 1" in contrary.stderr) == (1, True)
    run("same", POST, COMMITTEE, *WHO)
    assert "Contradiction" in run("different", PANEL, COMMITTEE, *WHO).stderr
    assert "Contradiction" in run("show", PANEL).stdout


@pytest.mark.usefixtures("base")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("same", PANEL, PANEL, *WHO), "are one thing"),
        (("same", PANEL, "org:nobody", *WHO), "org:nobody"),
        (("same", PANEL, POST, "--by", " ", "--because", "x"), "needs a person"),
        (("same", PANEL, POST, "--by", "A", "--because", " "), "needs a reason"),
        (("undo", "7", *WHO), "Standing decisions: none"),
    ],
)
def test_what_cannot_be_decided_is_refused(arguments: tuple[str, ...], message: str):
    found = run(*arguments)
    assert found.exit_code == 2
    assert message in found.stderr
