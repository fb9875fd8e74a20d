"""`kb review matches` shows what may be one thing and has not been judged, and records what is said of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main

REPORT = """\
id: report:{name}
title: A ship at the pier
publisher: {{id: org:example-wire, type: Organization, name: Example Wire}}
published: 2024-03-10
language: en
text: report.txt
entities:
  - {{id: ship:{ship}, type: Ship, name: {called}}}
propositions:
  - {{id: "#call", type: PortCall, vessel: ship:{ship}, portOfCall: port:KPNAM, time: 2024-03}}
claims:
  - {{id: "#c", status: accepted, reviewer: A, reviewed: 2024-03-11, claimant: org:example-wire,
      stance: asserts, about: "#call", passage: {{quote: "lay at Nampo"}}}}
"""


@pytest.fixture(autouse=True)
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KB_STORE", raising=False)
    Path("report.txt").write_text("The ship lay at Nampo in March.")
    for name, ship, called in (("a", "dawn-8", "Dawn 8"), ("b", "dawn-viii", "M/V DAWN VIII")):
        Path("report.yaml").write_text(REPORT.format(name=name, ship=ship, called=called))
        found = run("add", "report.yaml")
        assert found.exit_code == 0, found.stderr


def run(*arguments: str, keys: str = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=keys)


def review(keys: str) -> str:
    found = run("review", "matches", "--plain", "--reviewer", "A. Analyst", keys=keys)
    assert found.exit_code == 0
    return found.stdout


def test_a_pair_is_shown_once_with_its_reasons():
    page = review("q\n")
    assert "Pair: 1 of 1" in page
    assert "ship:dawn-8, vessel: Dawn 8" in page
    assert "Reason: the names are the same" in page


def test_a_pair_that_was_judged_does_not_come_again():
    assert "1 decision of 1 pairs" in review("s\nOne number, two spellings.\n")
    assert "0 decisions of 0 pairs" in review("")
    assert "held to be the same as ship:dawn-viii by A. Analyst" in run("match", "Dawn 8").stdout


def test_an_undone_judgement_brings_the_pair_back():
    page = review("d\nTwo ports.\n")
    assert "1 decision" in page
    run("undo", "1", "--by", "A", "--because", "A slip.")
    assert "Pair: 1 of 1" in review("n\n")


def test_nothing_is_decided_without_a_reason():
    page = review("s\n\nu\nq\n")
    assert "nothing was decided" in page
    assert "Nothing was decided in this review" in page
    assert "0 decisions of 1 pairs" in page
