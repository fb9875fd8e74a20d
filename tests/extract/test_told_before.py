"""A draft says which of its events the base may have already, and merges none."""

from pathlib import Path

import pytest
import yaml

from kb.desk.base import KnowledgeBase
from kb.desk.drafting import Drafter, Given
from kb.report.load import Request

KNOWN = """\
id: report:2023-09-01-known
title: Known
published: 2023-09-01
publisher: {id: org:example-wire, type: Organization, name: Example Wire}
language: en
content: The Lady Mira called at Nampo on 4 August 2023, the ministry said.
entities:
  - {id: ship:imo-9074729, type: Ship, name: Lady Mira, imoNumber: "9074729"}
  - {id: org:ministry, type: Organization, name: Ministry}
propositions:
  - {id: "#p1", type: PortCall, vessel: ship:imo-9074729, portOfCall: port:KPNAM, time: 2023-08-04}
claims:
  - id: "#c1"
    status: accepted
    reviewer: A. Analyst
    reviewed: 2023-09-02
    claimant: org:ministry
    stance: asserts
    about: "#p1"
    passage: {quote: The Lady Mira called at Nampo on 4 August 2023}
"""
TEXT = "The tanker Lady Mira (IMO 9074729) called at Nampo on {day}, a spokesman for the Red Cross said.\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "known.yaml").write_text(KNOWN)
    with KnowledgeBase.open(str(tmp_path / "kb"), write=True) as base:
        checked, (report,) = base.check(Request(str(tmp_path / "known.yaml")))
        assert not checked.problems, checked.problems
        base.add(report)
    return tmp_path / "kb"


def notes(store: Path, tmp_path: Path, day: str) -> str:
    (tmp_path / "text.txt").write_text(TEXT.format(day=day))
    drafter = Drafter(str(store), ())
    try:
        made = drafter.draft(str(tmp_path / "text.txt"), Given(published="2023-10-18")).written()
    finally:
        drafter.close()
    return str([claim.get("warning") for claim in yaml.safe_load(made)["claims"]])


def test_a_claim_on_an_event_of_the_base_names_it(store: Path, tmp_path: Path) -> None:
    assert "2023-09-01-known#p1" in notes(store, tmp_path, "4 August 2023")


def test_an_event_on_another_day_is_not_taken_for_it(store: Path, tmp_path: Path) -> None:
    assert "#p1" not in notes(store, tmp_path, "5 August 2023")
