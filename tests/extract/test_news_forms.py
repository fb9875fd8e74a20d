"""How agencies write: datelines, where something was said, appositions; and which claims are of one event."""

from typing import Any

import pytest

from kb.desk.drafting import Drafter
from kb.extract.compose import compose
from kb.extract.datelines import behind, sent_on
from tests.extract.prose import Claim, claims, undated

DATELINES = [
    ("LIMASSOL, March 4, 2024 - The port", "The port", "2024-03-04"),
    ("SINGAPORE, 12 June 2023 - Two tankers", "Two tankers", "2023-06-12"),
    ("ROTTERDAM, 30 Sept 2025 (Wire) -- “No”, he said", "“No”, he said", "2025-09-30"),
    ("ADEN, Yemen, Jan 17 - U.S. forces", "U.S. forces", ""),
    ("KHARTOUM - The army", "The army", ""),
    ("OSLO, Feb 30, 2024 - The yard", "The yard", ""),
    ("Kum Song 5 - a tanker", "Kum Song 5 - a tanker", ""),
]
CASES: list[tuple[str, list[Claim]]] = [
    ("An insurer that covered tankers forged its licence, the regulator said in a decision out on Monday.",
     [("regulator", "asserts", "An insurer that covered tankers forged its licence", ())]),
    ("Two tankers met twice off Malaysia in May, ship-tracking company Vantor said in a report.",
     [("Vantor", "asserts", "Two tankers met twice off Malaysia in May", ())]),
    ("“My clients have followed every rule there is,” said their lawyer, Femke de Wit.",
     [("Femke de Wit", "asserts", "My clients have followed every rule there is", ())]),
    ("“We never saw her,” said his brother's lawyer.",
     [("his brother's lawyer", "denies", "We never saw her", ())]),
    ("The manager, Delos Bulk Services, insisted that cover ran until May and accused the port of haste.",
     [("Delos Bulk Services", "asserts", "cover ran until May", ()),
      ("Delos Bulk Services", "alleges", "the port of haste", ())]),
    ("A spokesman for the insurer declined to confirm that it had issued a certificate.",
     [("spokesman for the insurer", "doubts", "it had issued a certificate", ())]),
    ("The operator declined to say whether the tanker had called at Nampo.", []),
    ("The manager said she had drifted for most of the month and could not have pumped anything to anyone.",
     [("manager", "asserts", "she had drifted for most of the month", ()),
      ("manager", "denies", "could not have pumped anything to anyone", ())]),
    ("The Panel received information from a Member State that the vessel Kum Song 5 called at Nampo in 2022.",
     [("Member State", "asserts", "the vessel Kum Song 5 called at Nampo in 2022", ())]),
    ("Images released by the ministry showed containers being loaded onto the Angara at Rajin.",
     [("Images released by the ministry", "asserts",
       "containers being loaded onto the Angara at Rajin", ())]),
    ("Two tankers accused by the United States of carrying crude met off Malaysia, the agency said.",
     [("agency", "asserts",
       "Two tankers accused by the United States of carrying crude met off Malaysia", ())]),
    ("The panel described the allegations as credible in a report seen by Reuters.",
     [("panel", "confirms", "the allegations as credible in a report seen by Reuters", ())]),
    ("The panel described the allegations as less than credible in a report.",
     [("panel", "asserts", "the allegations as less than credible in a report", ())]),
    ("North Korea exported coal worth an estimated $370 million in 2019, a panel told the Security Council.",
     [("panel", "asserts", "North Korea exported coal worth an estimated $370 million in 2019", ())]),
    ("The agent for the ship disputed that, saying the operator was based in Tortola.",
     [("agent for the ship", "denies", "The agent for the ship disputed that", ()),
      ("agent for the ship", "asserts", "the operator was based in Tortola", ())]),
    ("An official of Libya's Government of National Unity said the planes had brought in rockets.",
     [("official of Libya's Government of National Unity", "asserts",
       "the planes had brought in rockets", ())]),
    ("Investigators have questioned seven members of the crew.", []),
    ("Its owner, Caravella LLC, wants a hearing, lawyer Herman Lund said. He said that the case was closed.",
     [("Herman Lund", "asserts", "Its owner, Caravella LLC, wants a hearing", ()),
      ("Herman Lund", "asserts", "the case was closed", ())]),
    ("Documents seen by the group suggest otherwise: nine boxes were shipped to Yangon in July.",
     [("Documents seen by the group", "alleges", "nine boxes were shipped to Yangon in July", ())]),
    ("“The ships bring wheat, nothing else,” spokesman Ahmed Mismari told Al Arabiya.",
     [("Ahmed Mismari", "denies", "The ships bring wheat, nothing else", ("Al Arabiya",))]),
    ("According to the indictment, unsealed on Thursday, the Queen Luca loaded crude at Kharg Island.",
     [("indictment", "asserts", "the Queen Luca loaded crude at Kharg Island", ())]),
    ("The Kana did dock in Jask in July, the port authority acknowledged, but it offloaded only sugar.",
     [("port authority", "asserts", "The Kana did dock in Jask in July", ())]),
    ("The ministry said it had not been able to confirm the report but was alarmed.",
     [("ministry", "doubts", "it had not been able to confirm the report but was alarmed", ())]),
    ("The Panel recommends that the Committee designate the vessel Saebyol.",
     [("Panel", "expects", "the Committee designate the vessel Saebyol", ())]),
    ("The frigate shadowed the Yi Peng 3, the navy confirmed to broadcaster DR. Divers asked to board.",
     [("navy", "confirms", "The frigate shadowed the Yi Peng 3", ())]),
    ("The captain and three sailors deny the charges and are due in court on Monday.",
     [("captain and three sailors", "denies", "The captain and three sailors deny the charges", ())]),
    ("“We suspect she stored oil,” Commander Azman Yusof said.",
     [("Azman Yusof", "alleges", "We suspect she stored oil", ())]),
    ("“She stored oil for years,” said Azman Yusof.",
     [("Azman Yusof", "asserts", "She stored oil for years", ())]),
    ("“They changed names more often than oil,” said a former dispatcher at the terminal.",
     [("former dispatcher", "asserts", "They changed names more often than oil", ())]),
]  # fmt: skip
ONE_EVENT = [
    # what was alleged, not what was told last
    ("""The army accused Iran of sending drones to the rebels. The owner said the Kana carried rice to Jask. \
A UN panel described the allegations as credible.""", [1, 2, 1]),
    ("Prosecutors accused the trader of shipping rifles to Yemen. Both men deny the charges.", [1, 1]),
    # what is told of a part of it is not the event
    ("""The navy said the freighter Kana was carrying rifles to Misrata. \
The mission said its boarding team was turned away on June 10.""", [1, 2]),
    ("""Customs said engines were shipped to Bandar Abbas aboard the Mosel Bridge. \
The exporter said that the engines were intended for irrigation pumps.""", [1, 2]),
    ("Abu Dhabi denied arming either side, saying that the flights carried food.", [1, 2]),
    # goods that cannot be the same
    ("""Police said the ship Kana delivered sugar to Juba. A group said the Kana delivered pickup trucks \
with gun mounts to Juba.""", [1, 2]),
    # ships that lay beside each other and what they then did
    ("""Police said the tanker Yu Jong 2 lay alongside the tanker Min Ning for a ship-to-ship transfer. \
It suspected that they were transferring goods.""", [1, 1]),
    # a tie that ended and the same tie renewed
    ("""Inspectors said the insurance of the tanker Kana had lapsed. \
The manager said the insurance of the tanker Kana had been renewed.""", [1, 2]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest", "day"), DATELINES, ids=[text for text, *_ in DATELINES])
def test_a_dateline_is_no_part_of_what_is_told(text: str, rest: str, day: str) -> None:
    assert text[behind(text, 0, len(text)) :] == rest
    assert sent_on(text) == day


def _draft(drafter: Drafter, text: str) -> dict[str, Any]:
    return compose(drafter.found(undated(text)), drafter.words)


def test_a_report_without_a_date_has_that_of_its_dateline(drafter: Drafter) -> None:
    made = _draft(
        drafter, "OSLO, 9 Sept 2024 (Wire) -- The tanker Kana left on Friday, police said."
    )
    assert made["published"] == "2024-09-09"
    assert "The date is that of the dateline: 2024-09-09." in made["warning"]
    assert made["propositions"][0]["time"] == "2024-09-06"


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[Claim], drafter: Drafter) -> None:
    assert claims(drafter, text) == expected


@pytest.mark.parametrize(("text", "expected"), ONE_EVENT, ids=[text[:50] for text, _ in ONE_EVENT])
def test_which_claims_are_of_one_event(text: str, expected: list[int], drafter: Drafter) -> None:
    about = [claim["about"] for claim in _draft(drafter, text)["claims"]]
    numbers = {each: n for n, each in enumerate(dict.fromkeys(about), 1)}
    assert [numbers[each] for each in about] == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("The tanker Kana sailed. The tanker, formerly the Pegas, was renamed the Lana, police said.",
         "vessel", "unknown"),
        ("The oil was pumped from the Kana to another vessel, the tanker Ice Energy, police said.",
         "receivingShip", "#ship-ice-energy"),
        ("Ocean Line, which was sanctioned in 2014, runs the tanker Kana, he said.", "time", None),
        ("The tanker Sea Lotus, flagged in Gabon, took on 900 barrels from the tanker Kana, police said.",
         "place", None),
        ("The owner paid $1.2 million to a broker in Sharjah for forged papers, police said.",
         "type", "Payment"),
        ("Police said that her beneficial owner is the Russian senator Oleg Gradov.",
         "owner", "person:oleg-gradov"),
        ("An officer said she had been used as a store for sanctioned oil.", "type", "Event"),
        ("Police said the plane transported spare parts for oil wells.", "cargo", "spare parts"),
    ],
)  # fmt: skip
def test_what_belongs_to_an_event(
    text: str, role: str, expected: str | None, drafter: Drafter
) -> None:
    found = _draft(drafter, text)["propositions"][-1].get(role)
    assert (found["description"] if isinstance(found, dict) else found) == expected


def test_a_calibre_is_no_quantity(drafter: Drafter) -> None:
    made = _draft(
        drafter, "The guns, 170 mm self-propelled howitzers, went to Russia by rail, police said."
    )
    assert "quantity" not in made["propositions"][0]["cargo"]


def test_a_denial_adds_nothing_to_what_was_told(drafter: Drafter) -> None:
    text = (
        "Police said the tanker Kana carried diesel to Nampo. "
        "The owner denied that the tanker Kana carried diesel to Nampo in May 2020 for Ocean Trading Ltd."
    )
    made = _draft(drafter, text)
    assert [claim["about"] for claim in made["claims"]] == ["#p1", "#p1"]
    assert not {"time", "consignee"} & made["propositions"][0].keys()
