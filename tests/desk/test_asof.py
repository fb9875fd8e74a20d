"""The base as of a day by each clock: equal to what it was, never more than it was, derived anew."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from kb.desk import asof
from kb.desk.asof import view
from kb.desk.base import KnowledgeBase
from kb.desk.clocks import CLOCKS, AsOf
from kb.desk.identity import SAME, Judgement, decide, undo
from kb.desk.lists import Wanted
from kb.desk.lists import load as load_list
from kb.namespaces import GRAPH, ID, KB
from kb.store import Store
from kb.terms import text
from tests.judge.case_reports import tell

FIRST = date(2027, 6, 1)
"""The day of the first step, after all reference data; each of the others is done a day later."""
ABOUT, STATUS = NamedNode(KB + "about"), NamedNode(KB + "status")
SHIPS = [{"id": f"ship:{name}", "type": "Ship", "name": name.title()} for name in ("gull", "tern")]
HEADER = 'vessel_name,imo_number,date_of_designation,"Paragraph 12 (c) of resolution 2321 (2016)"\n'
FAR = date(2100, 1, 1)


def supply(name: str, time: str = "") -> dict[str, object]:
    made = {
        "id": f"#{name}",
        "type": "ArmsTransfer",
        "supplier": "country:KP",
        "recipient": "country:RU",
    }
    return made | ({"time": time} if time else {})


def says(about: str, stance: str = "asserts", who: str = "org:coast", **more: object) -> dict:  # type: ignore[type-arg]
    return {"claimant": who, "stance": stance, "about": about, **more}


@dataclass
class Told:
    """A base, and what it held at the end of each step."""

    base: KnowledgeBase
    folder: Path
    held: list[set[Quad]] = field(default_factory=list, repr=False)

    def steps(self) -> Iterator[None]:
        """What was done to the base, a step a day; a step ends with a yield."""
        base, folder = self.base, self.folder
        base.refresh()
        yield
        events = [supply("one", "2023-05-01"), supply("late", "2024-04-01"), supply("open")]
        tell(
            base,
            folder,
            "first",
            [
                says("#one", id="#c0", said="2023-06-01"),
                says("#late", id="#c1"),
                says("#open", id="#c2", said="2023-12"),
            ],
            events,
            entities=SHIPS,
            published="2024-05-01",
        )
        yield
        tell(
            base, folder, "second",
            [says("report:first#one", "denies", "org:fleet", id="#c0", disputes="report:first#c0")],
            [], published="2024-05-10",
        )  # fmt: skip
        yield
        tell(
            base, folder, "early",
            [says("report:first#one", who="org:early", id="#c0")], [], published="2023-07-01",
        )  # fmt: skip
        yield
        path = folder / "ships.csv"
        path.write_text(f"{HEADER}Gull,9191622,2017-03-01,x\n")
        load_list(base, Wanted(path, "un-1718-vessels", "2024-02-01", accept_shrink=True))
        yield
        decide(base, Judgement("ship:gull", "ship:tern", SAME, "A. Analyst", "Same hull."))
        yield
        tell(
            base, folder, "third",
            [says("report:first#one", who="org:coast", id="#c0", stance="doubts",
                  withdraws="report:first#c0")],
            [], published="2024-05-20",
        )  # fmt: skip
        yield
        undo(base, "1", "", "A. Analyst", "Not the same after all.")
        yield
        base.retract("second", "Published in error.")
        yield
        tell(
            base, folder, "early", [says("report:first#one", who="org:other", id="#c0")],
            [], published="2023-07-02",
        )  # fmt: skip
        yield


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    made = Told(KnowledgeBase.open("memory:"), tmp_path_factory.mktemp("told"))
    with pytest.MonkeyPatch.context() as patch:
        steps = made.steps()
        for number in range(100):
            day = datetime(FIRST.year, FIRST.month, FIRST.day, 12, tzinfo=UTC)
            moment = int((day + timedelta(days=number)).timestamp())
            patch.setenv("SOURCE_DATE_EPOCH", str(moment))
            if next(steps, "end") == "end":
                break
            made.held.append(set(made.base.store.dump()))
    return made


def claims(store: Store) -> set[str]:
    return {text(t.subject).removeprefix(f"{ID}report/") for t in store.match(None, ABOUT, None)}


def status(store: Store, name: str) -> str:
    found = store.match(NamedNode(f"{ID}report/{name}"), STATUS, None)
    return next((text(t.object).rpartition("/")[2] for t in found), "")


def by(told: Told, day: str, clock: str) -> Store:
    return view(told.base.store, AsOf(date.fromisoformat(day), clock))


@pytest.mark.parametrize("clock", CLOCKS)
def test_as_of_a_day_after_everything_is_the_base_itself(told: Told, clock: str):
    then = set(view(told.base.store, AsOf(FAR, clock)).dump())
    archived = GRAPH + "archive/"
    left = set(told.base.store.dump()) - then
    assert all(text(quad.graph_name).startswith(archived) for quad in left)
    assert not left or clock != "recorded"
    assert then <= set(told.base.store.dump())


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(step=st.integers(0, 9))
def test_by_recording_it_is_the_base_of_that_day_with_its_log_and_archive(told: Told, step: int):
    then = view(told.base.store, AsOf(FIRST + timedelta(days=step), "recorded"))
    assert set(then.dump()) == told.held[step]


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    clock=st.sampled_from(["event", "said", "published"]),
    days=st.lists(st.dates(date(2023, 4, 1), date(2024, 7, 1)), min_size=2, max_size=2),
)
def test_a_later_day_has_all_claims_of_an_earlier_one(told: Told, clock: str, days: list[date]):
    early, late = (view(told.base.store, AsOf(day, clock)) for day in sorted(days))
    assert claims(early) <= claims(late)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.integers(0, 7), min_size=2, max_size=2))
def test_by_recording_nothing_is_lost_where_nothing_was_retracted(told: Told, steps: list[int]):
    early, late = (
        view(told.base.store, AsOf(FIRST + timedelta(days=step), "recorded"))
        for step in sorted(steps)
    )
    assert claims(early) <= claims(late)


def test_a_claim_withdrawn_after_the_day_still_stands_on_it(told: Told):
    assert status(told.base.store, "first#one") == "alleged"
    assert status(by(told, "2027-06-02", "recorded"), "first#one") == "alleged"
    assert status(by(told, "2027-06-03", "recorded"), "first#one") == "disputed"


def test_a_report_that_was_retracted_later_is_there_by_recording_and_by_no_other_clock(told: Told):
    assert "second#c0" in claims(by(told, "2027-06-08", "recorded"))
    assert "second#c0" not in claims(by(told, "2027-06-09", "recorded"))
    assert "second#c0" not in claims(by(told, "2027-06-08", "published"))


def test_what_was_said_by_a_day_counts_though_it_was_published_later(told: Told):
    assert claims(by(told, "2023-06-01", "said")) == {"first#c0"}
    assert claims(by(told, "2023-12-31", "said")) == {"first#c0", "first#c2", "early#c0"}


def test_an_event_without_a_date_may_have_happened(told: Told):
    found = claims(by(told, "2024-03-31", "event"))
    assert "first#c2" in found
    assert "first#c1" not in found
    assert "first#c1" in claims(by(told, "2024-04-01", "event"))


def test_a_claim_on_an_event_that_a_later_report_describes_has_the_event(told: Told):
    then = by(told, "2024-01-01", "published")
    assert claims(then) == {"early#c0"}
    node = NamedNode(f"{ID}report/first#one")
    assert any(then.match(node, NamedNode(KB + "supplier"), None))
    assert status(then, "first#one") == "alleged"


def test_editions_count_by_their_day_and_by_recording_when_they_were_loaded(told: Told):
    node = f"{ID}list/un-1718-vessels/2024-02-01"
    assert by(told, "2024-02-01", "published").graph(node)
    assert not by(told, "2024-01-31", "published").graph(node)
    assert not by(told, "2027-06-04", "recorded").graph(node)
    assert by(told, "2027-06-05", "recorded").graph(node)


@pytest.mark.parametrize("clock", ["published", "recorded"])
def test_before_everything_nothing_is_there(told: Told, clock: str):
    then = by(told, "1990-01-01", clock)
    assert asof.empty(then)
    assert not claims(then)


@pytest.mark.parametrize("clock", CLOCKS)
def test_an_export_names_its_view_and_shows_no_naked_allegation(told: Told, clock: str):
    made = told.base.then(AsOf(date(2024, 3, 31), clock)).export("turtle")
    assert f"As of 2024-03-31, {CLOCKS[clock][0]}." in made


def test_a_view_is_kept_beside_the_store_and_only_some_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(asof, "KEPT", 2)
    place = tmp_path / "kb"
    with KnowledgeBase.open(str(place), write=True) as base:
        tell(base, tmp_path, "first", [says("#one")], [supply("one")], published="2024-05-01")
    for day in range(1, asof.KEPT + 3):
        with KnowledgeBase.open(str(place), as_of=AsOf(date(2024, 5, day)), judged=False) as base:
            assert claims(base.store) == {"first#c0"}
            assert base.store.location.startswith(str(place / "views"))
    assert len(list((place / "views").iterdir())) == asof.KEPT
    with KnowledgeBase.open(str(place), as_of=AsOf(date(2024, 4, 30)), judged=False) as base:
        assert base.empty


def test_a_view_follows_the_log(tmp_path: Path):
    place = str(tmp_path / "kb")
    for number, name in enumerate(("first", "second"), 1):
        with KnowledgeBase.open(place, write=True) as base:
            tell(base, tmp_path, name, [says("#one")], [supply("one")], published="2024-05-01")
        with KnowledgeBase.open(place, as_of=AsOf(FAR), judged=False) as base:
            assert len(claims(base.store)) == number
