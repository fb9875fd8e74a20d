"""`kb ports` and `kb distance`: what people see."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kb.cli import main
from kb.desk.ports import load_ports


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_ports_are_found_by_name_without_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    found = run("ports", "라진")
    assert found.exit_code == 0
    assert "port:KPNJN" in found.output
    assert list(tmp_path.iterdir()) == []


def test_all_ports_of_a_state_as_csv():
    found = run("ports", "--state", "KP", "--kind", "port", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(found.output)))
    assert len(rows) == 13
    assert {row["state_label"] for row in rows} == {"North Korea"}
    assert all(float(row["latitude"]) and float(row["longitude"]) for row in rows)


def test_ports_as_json_have_names_in_all_scripts_and_their_positions():
    (port,) = json.loads(run("ports", "KPNJN", "--format", "json").output)
    assert port["locode"] == "KPNJN"
    assert "Раджин" in port["other_names"]
    assert (port["latitude"], port["longitude"]) == ("42.2333", "130.3")


def test_an_unknown_port_is_told_with_the_nearest_and_exit_code_2():
    found = run("ports", "Wonsann")
    assert found.exit_code == 2
    assert "Did you mean Wonsan (port:KPWON)" in found.output


def test_an_unknown_state_is_told():
    found = run("ports", "--state", "Atlantis")
    assert found.exit_code == 2
    assert "no state of ISO 3166-1" in found.output


def test_a_distance_is_told_with_great_circle_passages_and_a_caution():
    found = run("distance", "Novorossiysk", "Tartus", "--speed", "10")
    assert found.exit_code == 0
    for words in ("nautical miles", "days at 10 knots", "great circle", "Bosporus", "An estimate"):
        assert words in found.output


def test_a_distance_as_json_csv_and_geojson_agree():
    ports = ("distance", "Rajin", "Dunai", "--format")
    facts = json.loads(run(*ports, "json").output)
    (row,) = csv.DictReader(io.StringIO(run(*ports, "csv").output))
    feature = json.loads(run(*ports, "geojson").output)
    assert facts["origin"] == row["origin"] == "port:KPNJN"
    assert facts["nautical_miles"] == int(row["nautical_miles"])
    assert feature["properties"] == facts
    assert feature["geometry"]["coordinates"][0] == [130.3, 42.2333]
    assert facts["estimate"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("Tripoli", "Rajin"), 2, "port:LYTIP"),
        (("Rajinn", "Dunai"), 2, "Did you mean"),
        (("Rajin", "Dunai", "--avoid", "kanal"), 2, "no passage"),
        (("Rajin", "Dunai", "--speed", "0"), 2, "no speed of a ship"),
        (("Novorossiysk", "Tartus", "--avoid", "bosporus"), 1, "no way by sea"),
    ],
)
def test_a_distance_that_cannot_be_reckoned_says_why(
    arguments: tuple[str, ...], code: int, words: str
):
    found = run("distance", *arguments)
    assert found.exit_code == code
    assert words in found.output


def test_the_same_question_gives_the_same_bytes():
    once = run("distance", "Rajin", "Singapore", "--format", "geojson").output
    assert run("distance", "Rajin", "Singapore", "--format", "geojson").output == once


def test_loading_ports_makes_a_base_and_then_says_they_are_there(tmp_path: Path):
    place = str(tmp_path / "kb")
    first, second = load_ports(place), load_ports(place)
    assert first.changed
    assert not second.changed
    assert first.ports == second.ports > 3900
    assert "unchanged" in second.sentence()
    assert first.sentence().startswith("Loaded 3,9")
