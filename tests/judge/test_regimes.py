"""Potential breaches under regimes other than North Korea's: found from the reference data alone."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kb.desk.asof import as_of
from kb.desk.base import KnowledgeBase
from kb.desk.breaches import VERDICTS, Row, Wanted, rows
from kb.report.load import Request, load
from tests.judge import given
from tests.judge.regimes import CN, IR, LY, REGIMES, RU, SD, arms, named, oil


@pytest.fixture(scope="module")
def empty() -> KnowledgeBase:
    return KnowledgeBase.open("memory:")


def judged(
    base: KnowledgeBase, folder: Path, event: Mapping[str, Any], beside: list[dict[str, Any]]
) -> list[Row]:
    """The potential breaches of a report on an event, which is then taken out again."""
    path = given.report(folder, [{**event, "id": "#e"}, *beside], entities=named(event, beside))
    (made,) = load(Request(path))
    base.add(made)
    found = rows(base.store, Wanted(verdicts=VERDICTS))
    base.retract(made.iri, "the next case")
    assert rows(base.store, Wanted(verdicts=VERDICTS)) == []
    return found


def short(found: list[Row]) -> str:
    return "; ".join(sorted(f"{r.provision.removeprefix('provision:')} {r.verdict}" for r in found))


def row(found: list[Row], provision: str) -> Row:
    (one,) = [each for each in found if each.provision == f"provision:{provision}"]
    return one


@pytest.mark.parametrize(("what", "event", "beside", "text"), REGIMES, ids=[c[0] for c in REGIMES])
def test_the_verdicts_under_each_regime(
    what: str,
    event: dict[str, Any],
    beside: list[dict[str, Any]],
    text: str,
    empty: KnowledgeBase,
    tmp_path: Path,
) -> None:
    assert what
    expected = "; ".join(sorted(each.strip() for each in text.split(";")))
    assert short(judged(empty, tmp_path, event, beside)) == expected


def test_a_disputed_restoration_is_told_with_both_sides(
    empty: KnowledgeBase, tmp_path: Path
) -> None:
    found = row(judged(empty, tmp_path, arms(IR, RU, "2025-11-03"), []), "1747-5")
    (gap,) = found.gaps
    assert gap.startswith(
        "Date 2025-11-03: banned only if on or after 2007-03-24 and until 2016-01-15, or on or after"
        " 2025-09-28 if it was restored then (so says the Secretariat of the United Nations"
    )
    assert "Russia, China and Iran hold that nothing was restored" in gap


def test_beyond_the_last_known_day_it_is_open_whether_a_ban_was_prolonged(
    empty: KnowledgeBase, tmp_path: Path
) -> None:
    there = arms(CN, SD, "2026-10-01", destination="locality:darfur")
    found = row(judged(empty, tmp_path, there, []), "1591-7")
    (gap,) = found.gaps
    assert gap == (
        "Date 2026-10-01: banned only if on or after 2005-03-29 and until 2026-09-12, or later if it"
        " was prolonged again."
    )
    assert found.unmet == ()


def test_a_ship_that_nobody_calls_listed_leaves_that_open(
    empty: KnowledgeBase, tmp_path: Path
) -> None:
    found = row(judged(empty, tmp_path, oil("2019-05", unauthorizedBy=LY), []), "2146-10a")
    assert found.gaps == ("Nobody says that the ship was listed: banned only if it was.",)
    assert "said to be without the permission of Libya" in found.met


def told(name: str) -> KnowledgeBase:
    base = KnowledgeBase.open("memory:")
    (made,) = load(Request(str(Path(__file__).parent / "told" / f"{name}.yaml")))
    verdict, _ = base.check(Request(str(Path(__file__).parent / "told" / f"{name}.yaml")))
    assert (verdict.problems, verdict.findings) == ((), ())
    base.add(made)
    return base


def test_a_report_of_rifles_on_a_dhow_for_the_houthis() -> None:
    found = rows(told("dhow").store, Wanted(verdicts=VERDICTS))
    assert short(found) == "2216-14 could-be; 2624-5 would-be"
    for each in found:
        assert each.status == "disputed"
        assert each.claims == ("Houthis denies", "the commander alleges")
    (gap,) = row(found, "2216-14").gaps
    assert gap.startswith(
        "Houthis not named by this paragraph: banned only if it acted for those who are"
    )


def test_a_report_of_a_tanker_that_lifts_crude_from_a_militia() -> None:
    found = rows(told("tanker").store, Wanted(verdicts=VERDICTS))
    assert short(found) == "2146-10a could-be; 2362-2 could-be"
    assert "National Oil Corporation" not in row(found, "2146-10a").event


@pytest.mark.parametrize(
    ("day", "end"), [("2021-12-31", "2022-07-30"), ("2022-12-31", "2023-10-30")]
)
def test_on_an_earlier_day_only_the_prolongations_of_that_time_are_known(
    day: str, end: str
) -> None:
    then = as_of(told("tanker").store, date.fromisoformat(day))
    found = row(rows(then, Wanted(verdicts=VERDICTS)), "2146-10a")
    (when,) = [each for each in found.met if each.startswith("date ")]
    assert when.endswith(f"until {end}")


def test_where_a_place_lies_may_come_from_another_report(tmp_path: Path) -> None:
    town = {"id": "locality:tent-town", "type": "Settlement", "name": "Tent Town", "state": SD}
    base = KnowledgeBase.open("memory:")
    event = {**arms(CN, SD, "2024-05", destination="locality:tent-town"), "id": "#e"}
    base.add(load(Request(given.report(tmp_path, [event], entities=[town])))[0])
    assert row(rows(base.store, Wanted(verdicts=VERDICTS)), "1591-7").verdict == "could-be"
    within = {**town, "partOf": "locality:nyala"}
    call = {"id": "#call", "type": "PortCall", "vessel": "ship:gull", "portOfCall": "port:MTMLA"}
    base.add(load(Request(given.report(tmp_path, [call], name="map", entities=[within])))[0])
    found = row(rows(base.store, Wanted(verdicts=VERDICTS)), "1591-7")
    assert found.verdict == "would-be"
    assert "destination Tent Town in Darfur" in found.met
    base.retract("report:map", "a wrong map")
    assert row(rows(base.store, Wanted(verdicts=VERDICTS)), "1591-7").verdict == "could-be"
