"""Sums under caps: what is counted, what is counted once, and what is only told."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from kb.desk import caps as desk
from kb.desk.base import KnowledgeBase
from kb.desk.why import explained, why_text
from kb.errors import UnknownName
from kb.judge import why_provisions
from kb.judge.caps import Cap, Delivery, Total, apart
from kb.judge.caps_page import Sums, as_csv, as_json, as_text
from kb.judge.caps_words import comes_to
from kb.judge.case_reading import Thing
from kb.report.load import Request, load
from tests.judge import given

KP, RU = "country:KP", "country:RU"
PROVISION = Thing("https://example.org/p", "provision:p", "a provision")
YEARLY = Cap(PROVISION, 500_000, "barrel", date(2018, 1, 1), 12, None)


def oil(
    name: str, time: str, quantity: float, unit: str = "barrels", **more: Any
) -> dict[str, Any]:
    cargo = {"cargoKind": "diesel", "quantityMin": quantity, "unit": unit, **more.pop("cargo", {})}
    event = {"id": f"#{name}", "type": "Transfer", "supplier": RU, "recipient": KP}
    return {**event, "cargo": cargo, **({"time": time} if time else {}), **more}


def base(folder: Path, *events: dict[str, Any], **more: Any) -> KnowledgeBase:
    made = KnowledgeBase.open("memory:")
    made.add(load(Request(given.report(folder, events, **more)))[0])
    return made


def refined(base: KnowledgeBase, day: date | None = None) -> list[Total]:
    return list(desk.sums(base, "2397/5", day).totals)


def counted(total: Total) -> list[str]:
    return [each.proposition.id.partition("#")[2] for each in total.counted]


def left(total: Total) -> dict[str, str]:
    return {each.proposition.id.partition("#")[2]: why for each, why in total.others}


def test_deliveries_are_summed_year_by_year_and_the_day_is_told_by_which_the_cap_was_passed(
    tmp_path: Path,
):
    found = refined(
        base(
            tmp_path,
            oil("a", "2018-03-05", 200_000, vessel="ship:gull"),
            oil("b", "2018-04-05", 200_000, vessel="ship:gull"),
            oil("c", "2018-07", 150_000, vessel="ship:gull"),
            oil("d", "2019-01-02", 9_000, vessel="ship:gull"),
            stances={"#b": ["asserts", "denies"]},
        )
    )
    assert [(str(t.first), str(t.last), t.least, t.contested, t.passed) for t in found] == [
        ("2018-01-01", "2018-12-31", 550_000, 200_000, date(2018, 7, 31)),
        ("2019-01-01", "2019-12-31", 9_000, 0, None),
    ]
    assert counted(found[0]) == ["a", "b", "c"]
    assert comes_to(found[0]) == (
        "3 claimed deliveries, which come to at least 550,000 barrels (110 % of the cap), of which "
        "200,000 are disputed; if all happened as claimed, the cap was passed by 2018-07-31 at the latest"
    )
    assert refined(base(tmp_path)) == []


def test_what_may_be_one_delivery_is_counted_once(tmp_path: Path):
    (found,) = refined(
        base(
            tmp_path,
            oil("a", "2018-03", 20_000, vessel="ship:gull"),
            oil("same-ship-and-days", "2018-03-09", 15_000, vessel="ship:gull"),
            oil("no-ship", "2018-03-09", 18_000),
            oil("other-ship", "2018-03-09", 10_000, vessel="ship:tern"),
            oil("next-voyage", "2018-04-09", 7_000, vessel="ship:gull"),
            oil("the-year", "2018", 30_000),
        )
    )
    assert counted(found) == ["a", "other-ship", "next-voyage"]
    assert found.least == 37_000
    why = "it may be one with, or of the goods of, another"
    assert left(found) == {"same-ship-and-days": why, "no-ship": why, "the-year": why}


def test_goods_that_were_sold_and_then_shipped_are_counted_once(tmp_path: Path):
    sold = {**oil("sold", "2018-05-01", 12_000, vessel="ship:gull"), "type": "Sale"}
    shipped = {
        "id": "#shipped",
        "type": "Shipment",
        "vessel": "ship:gull",
        "consignee": KP,
        "cargo": {"cargoKind": "diesel", "quantityMin": 11_000, "unit": "barrels"},
        "time": "2018-05-20",
    }
    later = {**shipped, "id": "#later", "time": "2018-08-04"}
    (found,) = refined(base(tmp_path, sold, shipped, later))
    assert counted(found) == ["sold", "later"]
    assert list(left(found)) == ["shipped"]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (oil("e", "2018-12-20/2019-01-05", 5), "its days may lie in another period"),
        (oil("e", "2018-05/..", 5), "its first or last day is not known"),
        (oil("e", "", 5), "its first or last day is not known"),
        (oil("e", "2018-05", 5, "drums"), "5 drums are not to be had in barrels"),
        (
            {**oil("e", "2018-05", 5), "cargo": {"cargoKind": "diesel"}},
            "no quantity is claimed",
        ),
        (oil("e", "2018-05", 5, cargo={"cargoKind": "petroleum"}), "petroleum"),
    ],
)
def test_what_is_not_sure_to_count_is_told_with_the_reason(
    tmp_path: Path, event: dict[str, Any], why: str
):
    found = refined(base(tmp_path, event))
    assert found
    for total in found:
        assert total.least == 0
        assert why in left(total)["e"]
        assert comes_to(total) == "1 claimed delivery, none of which can be counted"


@pytest.mark.parametrize(
    ("quantity", "unit", "barrels"),
    [
        (100, "barrels of diesel", 100),
        (1_000, "litres", 6.2898),
        (10, "kilolitres", 62.898),
        (100, "tonnes", 723),
        (100, "metric tons", 723),
        (1_000, "kg", 7.23),
    ],
)
def test_other_units_are_converted_and_the_conversion_is_told(
    tmp_path: Path, quantity: float, unit: str, barrels: float
):
    (found,) = refined(base(tmp_path, oil("e", "2018-05", quantity, unit)))
    assert found.least == pytest.approx(barrels, rel=1e-4)
    if barrels == 723:
        assert found.counted[0].words == f"100 {unit} at 7.23 barrels a tonne"


def test_reports_that_differ_on_a_quantity_are_not_added_up(tmp_path: Path):
    event = {**oil("x", "2018-05", 30_000), "id": "event:delivery"}
    made = base(tmp_path, event)
    event["cargo"] = {"cargoKind": "diesel", "quantityMin": 20_000, "unit": "barrels"}
    made.add(load(Request(given.report(tmp_path, [event], name="other")))[0])
    (found,) = refined(made)
    assert found.least == 20_000


def test_the_coal_of_one_month_before_the_first_full_year_is_in_no_period():
    cap = Cap(PROVISION, 7_500_000, "tonne", date(2017, 1, 1), 12, date(2017, 8, 4))
    assert cap.period(date(2016, 12, 31)) is None
    assert cap.period(date(2017, 8, 5)) is None
    assert cap.period(date(2017, 8, 4)) == (date(2017, 1, 1), date(2017, 12, 31))


@drawn(
    st.dates(date(2010, 1, 1), date(2030, 12, 31)),
    st.integers(1, 24),
    st.dates(date(2010, 1, 1), date(2060, 12, 31)),
)
def test_periods_follow_each_other_without_gap_or_overlap(start: date, months: int, day: date):
    cap = Cap(PROVISION, 1, "barrel", start, months, None)
    found = cap.period(day)
    assert (found is None) == (day < start)
    if found:
        assert found[0] <= day <= found[1]
        assert found[0] >= start
        following = cap.period(found[1] + timedelta(days=1))
        assert following is not None
        assert following[0] == found[1] + timedelta(days=1)


deliveries = st.builds(
    lambda number, ships, first, length, quantity, act: Delivery(
        Thing(f"https://example.org/{number}", f"event:{number}", "a delivery"),
        "alleged",
        frozenset({act}),
        frozenset(ships),
        date(2018, 1, 1) + timedelta(days=first),
        date(2018, 1, 1) + timedelta(days=first + length),
        float(quantity),
        "",
    ),
    st.integers(0, 10**6),
    st.sets(st.sampled_from("abc"), max_size=2),
    st.integers(0, 300),
    st.integers(0, 60),
    st.integers(1, 1000),
    st.sampled_from(["Transfer", "Shipment"]),
)


@drawn(st.lists(deliveries, max_size=12, unique_by=lambda each: each.proposition.iri))
def test_no_two_that_are_counted_may_be_one_and_none_is_left_out_that_could_be_counted(
    found: list[Delivery],
):
    kept = apart(found)
    for number, one in enumerate(kept):
        assert not any(one.may_be(other) for other in kept[number + 1 :])
    for each in found:
        assert each in kept or any(each.may_be(other) for other in kept)
    assert sum(e.quantity or 0 for e in kept) >= max((e.quantity or 0 for e in found), default=0)
    assert apart(list(reversed(found))) == kept


def test_why_and_dossiers_say_what_a_delivery_comes_to_with_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = base(
        tmp_path,
        oil("a", "2018-03-05", 2_000, vessel="ship:gull"),
        oil("b", "2018-03-05", 1_000, vessel="ship:tern"),
    )
    told = why_text(explained(made, "report:given#a"))
    assert (
        "together: all that is claimed for 2018-01-01 to 2018-12-31: 2 claimed deliveries, which come to at "
        "least 3,000 barrels (1 % of the cap)"
    ) in told
    monkeypatch.setattr(why_provisions, "SUMMED", 1)
    told = why_text(explained(made, "report:given#a"))
    assert "together: what all claimed deliveries come to: kb caps provision:2397-5" in told


def test_every_format_says_that_a_sum_is_of_claims_and_who_claims(tmp_path: Path):
    made = base(tmp_path, oil("a", "2018-03-05", 2_000, vessel="ship:gull"), oil("b", "", 7))
    sums = desk.sums(made, "2397/5", None)
    text = as_text(sums)
    assert text.startswith("These are sums of claims, not of facts")
    assert "up to 500,000 barrels in a year, for all states together" in text
    assert "alleged: " in text
    assert "not counted: its first or last day is not known" in text
    rows = list(csv.DictReader(io.StringIO(as_csv(sums))))
    assert [(row["counted"], row["least"], row["status"]) for row in rows] == [
        ("yes", "2000", "alleged"),
        ("no", "7", "alleged"),
    ]
    assert all(" asserts" in row["claims"] for row in rows)
    objects = json.loads(as_json(sums))
    assert [each["least"] for each in objects] == [2_000, 0]
    assert objects[0]["deliveries"][0]["claims"]
    whole = desk.sums(made, "", None)
    assert "not counted" not in as_text(whole)
    assert len(whole.totals) == 3  # undated goods may fall under the earlier cap too
    assert len(desk.sums(made, "", date(2018, 9, 1)).totals) == 1
    assert as_text(Sums((), {}, every=False)) == "No delivery under a cap is claimed.\n"
    with pytest.raises(UnknownName):
        desk.sums(made, "2397/999", None)
