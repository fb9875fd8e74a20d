"""Identifiers are IRIs that can be seen, and reports do not redefine what all reports share."""

import json
from pathlib import Path

import pytest

from kb.errors import BadReport
from kb.report.load import Request, load
from tests.report.conftest import Write

SHIP = "{id: ship:angara, type: Ship, name: Angara, imoNumber: 9179842, names: {ru: Ангара}}"


def refusal(path: str) -> str:
    with pytest.raises(BadReport) as caught:
        load(Request(path))
    return str(caught.value)


@pytest.mark.parametrize(
    "name", ["report:%zz", "report:a\u200bb", "report:a\u202eb", "https://[bad/x"]
)
def test_a_report_identifier_that_is_no_iri_is_refused_with_its_place(write: Write, name: str):
    assert "report.yaml:1:5" in refusal(write(("report:2023-10-18-demo", name)))


@pytest.mark.parametrize(
    "name", ["person:mini%zzster", "http://[bad/x", "#tan%ker", "org:a\u00adb"]
)
def test_a_name_that_is_no_iri_is_refused_with_its_place(write: Write, name: str):
    message = refusal(write(("claimant: person:dmitri-petrov", f'claimant: "{name}"')))
    assert "report.yaml:32:15" in message
    assert "identifier" in message or "invisible" in message


@pytest.mark.parametrize("name", ["\ud800", "a\u0000b", "a\rb"])
def test_json_holds_no_half_characters_and_no_control_characters(tmp_path: Path, name: str):
    path = tmp_path / "report.json"
    path.write_text(json.dumps({"id": "report:a", "title": name}))
    assert "report.json:1:29: The character U+" in refusal(str(path))


@pytest.mark.parametrize(
    "thing",
    [
        "{id: country:KP, type: State, name: Fooland}",
        "{id: kb:status, type: Person}",
        "{id: port:KPNJN, type: Person, name: Mr Port}",
        "{id: person:angara, type: Ship}",
    ],
)
def test_what_all_reports_share_is_not_redefined(write: Write, thing: str):
    message = refusal(write((SHIP, thing)))
    assert "report.yaml:10:10" in message


def test_a_port_of_the_reference_data_keeps_its_name(write: Write):
    message = refusal(write((SHIP, "{id: port:KPNJN, type: Port, name: Fooport}")))
    assert "report.yaml:10:" in message
    assert "Write `alias:`" in message


def test_a_body_of_the_reference_data_keeps_its_name(write: Write):
    message = refusal(
        write((SHIP, "{id: org:russian-foreign-ministry, type: Organization, name: Bar Ltd}"))
    )
    assert "is named 'Russian Foreign Ministry' in the reference data" in message


def test_a_port_of_the_reference_data_may_get_further_names(write: Write):
    assert load(Request(write((SHIP, "{id: port:KPNJN, type: Port, alias: Fooport}"))))


def test_turtle_does_not_redefine_what_all_reports_share(tmp_path: Path):
    path = tmp_path / "report.ttl"
    path.write_text(
        "@prefix kb: <https://w3id.org/sanctions-kb/ns#> .\n"
        "<https://example.org/r> a kb:Report .\n"
        "<https://w3id.org/sanctions-kb/id/country/KP> a kb:State .\n"
    )
    message = refusal(str(path))
    assert "report.ttl:3" in message
    assert "no report describes it" in message


def test_the_usual_words_lead_to_the_key_and_the_class(write: Write):
    assert "Did you mean 'imoNumber'?" in refusal(write(("imoNumber: 9", "imo: 9")))
    assert "Did you mean State?" in refusal(write(("type: Ship, name", "type: Country, name")))


def test_an_invisible_character_in_a_web_address_is_refused_with_its_place(write: Write):
    address = 'language: en\nurl: "https://example.org/a\\u200bb"'
    assert "report.yaml:6:1" in refusal(write(("language: en", address)))
