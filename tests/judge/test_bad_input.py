"""Contradictory, empty or circular input through the command line: refused in words, or shown as it is."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kb.cli import main

REVIEWED = {"status": "accepted", "reviewer": "A. Analyst", "reviewed": "2024-06-01"}
NAMED = [
    {"id": "org:a", "type": "Organization", "name": "Alder"},
    {"id": "org:b", "type": "Organization", "name": "Birch"},
    {"id": "ship:tern", "type": "Ship", "name": "Tern"},
]
SAYS = {"claimant": "org:a", "stance": "asserts"}
EVENT = {"id": "event:x", "type": "Shipment", "vessel": "ship:tern", "destination": "country:RU"}
ARMS = {"id": "#arms", "type": "ArmsTransfer", "supplier": "country:KP", "recipient": "country:RU",
        "cargo": {"cargoKind": "ammunition"}}  # fmt: skip


class Desk:
    """A base in a folder, and report files for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str) -> Result:
        """What a command prints; no command may end in a traceback."""
        done = CliRunner().invoke(main, [*words, "--store", str(self.folder / "kb")])
        assert done.exception is None or isinstance(done.exception, SystemExit), words
        return done

    def add(
        self, name: str, propositions: list[Any], *claims: dict[str, Any], **more: Any
    ) -> Result:
        """Writes a report in which each claim says a sentence, and adds it."""
        quotes = [f"Sentence {number} of {name} was said" for number in range(len(claims))]
        document = {
            "id": f"report:{name}",
            "title": f"Report {name}",
            "publisher": {"id": "org:wire", "type": "Organization", "name": "Wire"},
            "published": "2024-05-01",
            "language": "en",
            "content": "".join(f"{quote}.\n" for quote in quotes),
            "entities": [*NAMED, *more.pop("entities", ())],
            "propositions": propositions,
            "claims": [
                {"id": f"#c{number}", **REVIEWED, **SAYS, **claim, "passage": {"quote": quote}}
                for number, (claim, quote) in enumerate(zip(claims, quotes, strict=True))
            ],
            **more,
        }
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(document))
        return self.run("add", str(path))

    def why(self, name: str) -> dict[str, Any]:
        """The answer of `kb why` about a proposition."""
        shown = self.run("why", name, "--format", "json")
        assert shown.exit_code == 0, shown.output
        found = json.loads(shown.stdout)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def owns(owner: str, owned: str) -> dict[str, Any]:
    return {"id": f"#{owner}-{owned}", "type": "Ownership", "owner": f"org:{owner}",
            "owned": f"org:{owned}", "percentage": 60}  # fmt: skip


def test_who_owns_himself_is_refused(desk: Desk) -> None:
    refused = desk.add("own", [owns("a", "a")], {"about": "#a-a"})
    assert refused.exit_code == 1
    assert "Owner and owned are the same. Check both roles." in refused.output
    assert "own.json:1:" in refused.output


def test_two_that_own_one_another_are_shown_and_every_search_ends(desk: Desk) -> None:
    circle = [owns("a", "b"), owns("b", "a")]
    assert desk.add("circle", circle, {"about": "#a-b"}, {"about": "#b-a"}).exit_code == 0
    assert desk.why("circle#a-b")["case"]["status"] == "alleged"
    alone = desk.run("exposure", "org:a", "--depth", "6")
    assert alone.exit_code == 1
    assert "no path of at most 6 steps" in alone.output
    page = desk.folder / "a.html"
    assert desk.run("dossier", "org:a", "-o", str(page)).exit_code == 0
    assert page.stat().st_size > 0


def test_an_event_without_date_and_place_leaves_each_verdict_open(desk: Desk) -> None:
    desk.add("bare", [ARMS], {"about": "#arms"})
    unknown = desk.why("bare#arms")["unknown"]
    assert "No report says when." in unknown
    assert any("destination, origin" in each for each in unknown)
    rows = json.loads(desk.run("breaches", "--format", "json").stdout)
    assert {row["verdict"] for row in rows} == {"could-be"}
    assert all(any("Date unknown" in gap for gap in row["gaps"]) for row in rows)


def test_a_ship_at_no_place_and_no_time_gets_no_warning(desk: Desk) -> None:
    desk.add("bare", [EVENT], {"about": "event:x"})
    shown = desk.run("plausibility", "ship:tern")
    assert shown.exit_code == 0
    assert "its time is open or unknown" in shown.output
    assert "Tern" in desk.run("timeline", "ship:tern").output


def test_a_ban_without_date_and_provision_is_refused_and_an_unknown_one_bans_nothing(
    desk: Desk,
) -> None:
    ban = {
        "id": "#ban",
        "type": "Prohibition",
        "targetState": "country:KP",
        "measure": "arms-embargo",
    }
    refused = desk.add("ban", [ban], {"about": "#ban"})
    assert refused.exit_code == 1
    assert "Write `underProvision:` or `underResolution:`, or `unknown`" in refused.output
    taken = desk.add("ban", [{**ban, "underResolution": "unknown"}], {"about": "#ban"})
    assert taken.exit_code == 0, taken.output
    assert "No report says when." in desk.why("ban#ban")["unknown"]
    assert json.loads(desk.run("breaches", "--format", "json").stdout) == []


def test_a_claim_that_repeats_itself_is_refused(desk: Desk) -> None:
    refused = desk.add("self", [EVENT], {"about": "event:x", "repeats": "#c0"})
    assert refused.exit_code == 1
    assert "The claim repeats itself, directly or through others." in refused.output


def test_two_reports_that_have_it_from_one_another_are_refused(desk: Desk) -> None:
    first = {"about": "event:x"}
    assert desk.add("a", [EVENT], first).exit_code == 0
    second = {"about": "event:x", "claimant": "org:b", "repeats": "report:a#c0"}
    assert desk.add("b", [EVENT], second).exit_code == 0
    refused = desk.add("a", [EVENT], {**first, "repeats": "report:b#c0"})
    assert refused.exit_code == 1
    assert "repeats itself, directly or through others" in refused.output
    assert desk.why("event:x")["case"]["sources"] == 1


def test_who_passes_on_or_speaks_for_himself_is_one_source(desk: Desk) -> None:
    desk.add("via", [EVENT], {"about": "event:x", "via": ["org:a"]})
    desk.add("for", [EVENT], {"about": "event:x", "onBehalfOf": "org:a"})
    found = desk.why("event:x")
    assert (found["case"]["status"], found["case"]["sources"]) == ("alleged", 1)


def test_a_report_that_corrects_itself_is_refused(desk: Desk) -> None:
    refused = desk.add("self", [EVENT], {"about": "event:x"}, corrects="report:self")
    assert refused.exit_code == 1
    assert "corrects one that was published later, or itself" in refused.output


def test_two_reports_that_correct_one_another_are_told_and_decide_nothing(desk: Desk) -> None:
    desk.add("a", [EVENT], {"about": "event:x"})
    desk.add("b", [EVENT], {"about": "event:x"}, corrects="report:a")
    assert desk.add("a", [EVENT], {"about": "event:x"}, corrects="report:b").exit_code == 0
    found = desk.why("event:x")
    notes = [each["note"] for each in found["contradictions"] if each["kind"] == "corrected"]
    assert len(notes) == 2
    assert all("Each of the two corrects the other" in note for note in notes)
    assert found["case"]["status"] == "alleged"


def test_a_decision_against_another_is_refused_until_that_is_undone(desk: Desk) -> None:
    desk.add("a", [EVENT], {"about": "event:x"})
    said = ("--by", "A. Analyst", "--because", "seen")
    assert desk.run("same", "org:a", "org:b", *said).exit_code == 0
    refused = desk.run("different", "org:a", "org:b", *said)
    assert refused.exit_code == 1
    assert "Undo it first: kb undo 1." in refused.output
    assert desk.run("same", "org:a", "org:a", *said).exit_code == 2
    assert desk.run("undo", "1", *said).exit_code == 0
    assert desk.run("different", "org:a", "org:b", *said).exit_code == 0


def test_hundreds_of_claims_on_one_proposition_are_counted_and_only_the_first_are_quoted(
    desk: Desk,
) -> None:
    speakers = [f"org:s{number}" for number in range(80)]
    entities = [{"id": each, "type": "Organization", "name": each} for each in speakers]
    stances = ("asserts", "denies")
    claims = [
        {"about": "event:x", "claimant": each, "stance": stances[number % 2]}
        for number, each in enumerate(speakers)
    ]
    assert desk.add("many", [EVENT], *claims, entities=entities).exit_code == 0
    found = desk.why("event:x")
    assert (found["case"]["status"], found["case"]["sources"]) == ("disputed", 40)
    sides = [side for each in found["contradictions"] for side in each["sides"]]
    assert max(len(side["claims"]) for side in sides) <= 5
    assert any(side["more"] == 35 for side in sides)
    assert desk.run("timeline", "event:x").exit_code == 0


def test_a_figure_is_quoted_from_claims_that_speak_of_it_and_a_source_for_a_part_is_told(
    desk: Desk,
) -> None:
    def cargo(least: int) -> dict[str, Any]:
        load = {"cargoKind": "ammunition", "quantity": f"{least} rounds", "quantityMin": least,
                "quantityMax": least, "unit": "rounds"}  # fmt: skip
        return {**EVENT, "cargo": load}

    where = {"about": "event:x", "claimant": "org:b", "aspect": "destination"}
    desk.add("one", [cargo(10)], {"about": "event:x"}, where)
    desk.add("two", [cargo(20)], {"about": "event:x"})
    found = desk.why("event:x")
    (figure,) = [each for each in found["contradictions"] if each["kind"] == "other-figure"]
    quoted = [claim["claim"] for side in figure["sides"] for claim in side["claims"]]
    assert sorted(quoted) == ["report:one#c0", "report:two#c0"]
    assert any("a part only (destination)" in each for each in found["sources"]["cautions"])
