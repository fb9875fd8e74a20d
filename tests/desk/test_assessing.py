"""The assessment of a whole base: a portion at a time, begun again where it did not end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kb.assess import derive
from kb.desk.base import KnowledgeBase
from kb.judge import breaches
from kb.judge.words import JUDGES, POTENTIAL_BREACH, TYPE
from kb.namespaces import BREACHES, DERIVED_GRAPH, KB
from kb.report.load import Request
from kb.resources import EXAMPLES
from kb.store.base import Change

LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def filled(place: Path) -> KnowledgeBase:
    """A base with two reports whose events are potential breaches."""
    made = KnowledgeBase.open(str(place), write=True)
    for name in ("2017-10-03-whose-rockets", "2017-10-10-jie-shun"):
        made.add(made.check(Request(str(EXAMPLES / name / "report.yaml")))[1][0])
    return made


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with filled(tmp_path / "kb") as made:
        yield made


def derived(base: KnowledgeBase) -> list[str]:
    return sorted(map(str, base.store.graph(DERIVED_GRAPH)))


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_portions_of_any_size_give_the_same(
    base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, size: int
):
    before = derived(base)
    base.store.commit(Change(remove={DERIVED_GRAPH: frozenset(base.store.graph(DERIVED_GRAPH))}))
    monkeypatch.setattr(derive, "PORTION", size)
    monkeypatch.setattr(breaches, "PORTION", size)
    told: list[int] = []
    done = base.judging.assess(told.append)
    assert derived(base) == before
    assert done.came > 0
    assert done.went == 0
    assert max(told) == 2 * done.propositions


def test_what_is_derived_of_things_that_are_gone_goes(base: KnowledgeBase):
    before = derived(base)
    nothing = NamedNode("https://w3id.org/sanctions-kb/id/event/nothing")
    breach = NamedNode(f"{BREACHES}000")
    strays = [
        Triple(nothing, LABEL, Literal("an event that no report has", language="en")),
        Triple(NamedNode(f"{DERIVED_GRAPH}/0"), NamedNode(KB + "assesses"), nothing),
        Triple(breach, TYPE, POTENTIAL_BREACH),
        Triple(breach, JUDGES, nothing),
    ]
    base.store.commit(Change(add={DERIVED_GRAPH: strays}))
    assert (
        base.judging.assess()
        .sentence()
        .endswith(
            "0 potential breaches new or changed, 1 gone or replaced, 2 other derived statements changed."
        )
    )
    assert derived(base) == before
    assert base.judging.assess().sentence().endswith("all was up to date.")


def test_an_assessment_that_did_not_end_is_done_when_the_base_is_next_opened_for_writing(
    tmp_path: Path,
):
    def broken(number: int) -> None:
        raise KeyboardInterrupt

    with filled(tmp_path / "kb") as base:
        before = derived(base)
        base.store.commit(Change(remove={DERIVED_GRAPH: base.store.graph(DERIVED_GRAPH)}))
        with pytest.raises(KeyboardInterrupt):
            base.judging.assess(broken)
    with KnowledgeBase.open(str(tmp_path / "kb")) as reading:
        assert reading.judging.due
    with KnowledgeBase.open(str(tmp_path / "kb"), write=True) as again:
        assert not again.judging.due
        assert derived(again) == before
