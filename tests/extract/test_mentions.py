"""Identifiers, states and known names in prose, and the command that lists them."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from stdnum import imo, iso6346  # type: ignore[import-untyped]

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.extract.dates import dates
from kb.extract.identifiers import container_number, identifiers, ship_number
from kb.extract.mention import Mention, longest
from kb.extract.names import states
from kb.store import MEMORY

TEXT = """\
The tanker Yuk Tung (IMO: 9030591) met the Wise Honest (IMO number 8905490;
MMSI 445123000, call sign HMYB7).
IMO numbers 9319466, 9179842 and 9179843. IMO company number 1790183. UN Security Council resolutions
1718 (2006), 2371, 2375 and 2397; paragraph 8 (a) of UNSCR 2270; S/RES/2397 (2017),
paragraphs 5, 9 and 11 (b).
Containers CSQU3054383 and CSQU 305438 4. IMO 917984.
"""


def values(kind: str) -> list[str]:
    found = sorted(identifiers(TEXT), key=lambda each: each.start)
    return [each.value for each in found if each.kind == kind]


def test_identifiers_in_all_their_spellings() -> None:
    assert values("imo-number") == ["9030591", "8905490", "9319466", "9179842", "", ""]
    assert values("imo-company-number") == ["1790183"]
    assert values("mmsi") == ["445123000"]
    assert values("call-sign") == ["HMYB7"]
    assert values("container-number") == ["CSQU3054383", ""]
    assert values("paragraph") == ["8(a)", "5", "9", "11(b)"]
    assert values("resolution") == [
        f"resolution:{number}" for number in (1718, 2371, 2375, 2397, 2270, 2397)
    ]


def test_a_wrong_number_is_told_and_is_no_identifier() -> None:
    wrong = {each.text: each.note for each in identifiers(TEXT) if not each.value}
    assert wrong == {
        "9179843": "fails its check digit",
        "CSQU 305438 4": "fails its check digit",
        "917984": "has not seven digits",
    }


@given(st.from_regex("[0-9]{7}", fullmatch=True, alphabet=st.characters(codec="ascii")))
def test_ship_numbers_are_those_of_another_library(number: str) -> None:
    assert ship_number(number) == (imo.is_valid(number) and number != "0000000")


@given(
    st.from_regex("[A-Z]{3}[UJZ][0-9]{7}", fullmatch=True, alphabet=st.characters(codec="ascii"))
)
def test_container_numbers_are_those_of_another_library(number: str) -> None:
    assert container_number(number) == iso6346.is_valid(number)


def test_adjectives_and_seats_of_power_stand_for_states() -> None:
    text = "North Korean officials told Moscow. The Washington Post asked the US."
    assert [(each.text, each.value) for each in states(text)] == [
        ("North Korean", "country:KP"),
        ("Moscow", "country:RU"),
        ("US", "country:US"),
    ]


def test_the_longest_mention_stands() -> None:
    short, long = (Mention(0, end, "x" * end, "port", "", "K") for end in (5, 11))
    assert longest([short, long]) == [long]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text("The Najin pier was busy on Monday. Rajin's port lies in North Korea.\n")
    return str(path)


def test_names_of_the_base_are_found_also_by_their_other_names(article: str) -> None:
    with KnowledgeBase.open(MEMORY, write=True) as base:
        found = base.mentions(article, date(2023, 10, 18))
    assert [(each.kind, each.value) for each in found] == [
        ("port", "port:KPNJN"),
        ("date", "2023-10-16"),
        ("port", "port:KPNJN"),
        ("country", "country:KP"),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The Merry Sky (9074729) left; her IMO number was misread as 9074720.", ["9074729", ""]),
        ("Ships by IMO:\n9074729 | Merry Sky\n", ["9074729"]),
        ("It paid $9074729 and 9074729 rials; call 9074729.", []),
    ],
)
def test_a_ship_number_is_found_where_imo_is_not_beside_it(text: str, numbers: list[str]) -> None:
    found = identifiers(text)
    assert [m.value for m in found if m.kind == "imo-number"] == numbers


def test_the_command_lists_mentions(
    article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    shown = run(main, ["mentions", article, "--published", "2023-10-18"])
    assert shown.exit_code == 0
    assert "4-9\tport\tNajin\tport:KPNJN\tK-name\n" in shown.stdout
    listed = json.loads(run(main, ["mentions", article, "--format", "json"]).stdout)
    assert [each["value"] for each in listed if each["kind"] == "date"] == [""]
    assert run(main, ["mentions", "absent.txt"]).exit_code == 2


HOSTILE = (
    "1 ",
    "May ",
    "paragraph 1, ",
    "IMO 1234567, ",
    "A",
    "between May and ",
    "since ",
    "resolutions 1718, ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_pattern_backtracks(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.perf_counter()
    dates(text, date(2023, 10, 18))
    list(identifiers(text))
    assert time.perf_counter() - began < 5
