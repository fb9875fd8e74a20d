"""Which guesses of a trained model are taken: those that the words beside them allow."""

import pytest

from kb.extract.plugins.fitting import fits

TAKEN = """\
org | Severny Shchit | of the company,| , denied it
org | Ambrel | for days | said on Friday
org | Drinaprom | it came from | , which makes them
person | Joost Hendriksen | it sent them to | of a school
person | Hamish Quill | , | said so
place | Khor Fakkan | off | last month
"""
REFUSED = """\
org | TALLINN | . | , Jan 3
org | Urals | barrels of | crude
org | Security Council | by | resolution 1591
org | State | A second | confirmed the encounter
person | Khor Fakkan | a ship off | last month
person | Vela Rose | since spring, | . The steel
org | Boeing | drones. A | 747 flew
"""


@pytest.mark.parametrize("case", TAKEN.splitlines())
def test_a_guess_that_the_words_allow_is_taken(case: str) -> None:
    kind, words, before, after = (part.strip() for part in case.split("|"))
    assert fits(kind, words, f"{before} ", after if after[0] in ",." else f" {after}")


@pytest.mark.parametrize("case", REFUSED.splitlines())
def test_a_guess_that_the_words_speak_against_is_refused(case: str) -> None:
    kind, words, before, after = (part.strip() for part in case.split("|"))
    assert not fits(kind, words, f"{before} ", after if after[0] in ",." else f" {after}")
