"""The rules on sentences of their own: who takes which stance on what, and by which words."""

import re
from pathlib import Path

import pytest

from kb.documents.model import Document
from kb.extract.draft import drafted
from kb.extract.gate import Passed
from kb.extract.rules import Rules
from kb.vocabulary import vocabulary
from tests.extract.prose import by_rule, found, known, words

ROOT = Path(__file__).parents[2]
CASES = [
    (
        "A-source-verb",
        "The Foreign Ministry said the tanker had left Nampo.",
        ("Foreign Ministry", "asserts", "the tanker had left Nampo", "said"),
    ),
    (
        "A-source-verb",
        "Dmitry Peskov said on Tuesday that no weapons had been shipped to Russia.",
        ("Dmitry Peskov", "denies", "no weapons had been shipped to Russia", "said"),
    ),
    (
        "A-source-verb",
        "The Foreign Ministry said Russia will deliver grain to North Korea.",
        ("Foreign Ministry", "expects", "Russia will deliver grain to North Korea", "said"),
    ),
    (
        "A-source-verb",
        "The White House accused North Korea of shipping arms to Russia.",
        ("White House", "alleges", "North Korea of shipping arms to Russia", "accused"),
    ),
    (
        "A-source-verb",
        "The ministry confirmed that the tanker had left Nampo.",
        ("ministry", "confirms", "the tanker had left Nampo", "confirmed"),
    ),
    (
        "A-content-first",
        "The tanker had left the port of Nampo with coal, the Foreign Ministry said.",
        (
            "Foreign Ministry",
            "asserts",
            "The tanker had left the port of Nampo with coal",
            "said",
        ),
    ),
    (
        "A-verb-source",
        "“The tanker left Nampo with coal on board,” said Dmitry Peskov.",
        ("Dmitry Peskov", "asserts", "The tanker left Nampo with coal on board", "said"),
    ),
    (
        "A-according-to",
        "The tanker sailed to Nampo in April, according to the Panel of Experts.",
        (
            "Panel of Experts",
            "asserts",
            "The tanker sailed to Nampo in April",
            "according to",
        ),
    ),
    (
        "A-denies",
        "The company denied that its ship had carried coal from Nampo.",
        ("company", "denies", "its ship had carried coal from Nampo", "denied"),
    ),
    (
        "A-participle",
        "The ministry said the ship had left Nampo, adding that its cargo was coal.",
        ("ministry", "asserts", "its cargo was coal", "adding"),
    ),
    (
        "A-and-that",
        "The report said the ships moved arms, and that the crews were paid in cash.",
        ("report", "asserts", "the crews were paid in cash", "and that"),
    ),
    (
        "A-noun-that",
        "The White House repeated its allegation that North Korea had shipped arms to Russia.",
        ("White House", "alleges", "North Korea had shipped arms to Russia", "allegation"),
    ),
    (
        "A-passive-unknown",
        "The tanker is believed to have carried coal from Nampo.",
        ("", "alleges", "The tanker is believed to have carried coal from Nampo", "believed"),
    ),
    (
        "A-passive-by",
        "The tanker was accused by the White House of carrying arms to Russia.",
        (
            "White House",
            "alleges",
            "The tanker was accused by the White House of carrying arms to Russia",
            "accused",
        ),
    ),
    (
        "A-unclear",
        "It is unclear whether the tanker carried coal from Nampo.",
        (
            "",
            "doubts",
            "the tanker carried coal from Nampo",
            "It is unclear whether",
        ),
    ),
    (
        "A-unable",
        "Reuters could not verify the account of the ship’s voyage.",
        ("Reuters", "doubts", "the account of the ship’s voyage", "could not verify"),
    ),
    (
        "A-not-verified",
        "The account could not be independently verified.",
        (
            "",
            "doubts",
            "The account could not be independently verified",
            "could not be independently verified",
        ),
    ),
    (
        "A-sentence-before",
        "The tanker sailed from Nampo to Rajin with coal. This was first reported by Reuters.",
        (
            "Reuters",
            "asserts",
            "The tanker sailed from Nampo to Rajin with coal.",
            "reported",
        ),
    ),
    (
        "A-quote-goes-on",
        "Dmitry Peskov said the charge was baseless. “We have shipped no arms to anybody at all.”",
        ("Dmitry Peskov", "denies", "We have shipped no arms to anybody at all", "said"),
    ),
    (
        "N-own-voice",
        "The tanker Lady Mira sailed from Nampo to Vladivostok with coal in April.",
        (
            "",
            "asserts",
            "The tanker Lady Mira sailed from Nampo to Vladivostok with coal in April",
            "",
        ),
    ),
]


def shown(text: str, each: Passed) -> tuple[str, ...]:
    return (
        words(text, each.claimant),
        each.stance,
        words(text, each.quote),
        words(text, each.cue),
    )


@pytest.mark.parametrize(
    ("rule", "text", "claim"), CASES, ids=[f"{c[0]}-{c[1][:20]}" for c in CASES]
)
def test_each_rule_finds_who_claims_what(rule: str, text: str, claim: tuple[str, ...]) -> None:
    assert claim in [shown(text, each) for each in by_rule(text, rule)]


def test_what_the_report_says_itself_is_in_its_own_voice_and_what_others_say_is_not() -> None:
    own = "The tanker Lady Mira sailed from Nampo to Vladivostok with coal in April."
    assert [each.own_voice for each in found(own).passed] == [True]
    told = f"{own[:-1]}, the Foreign Ministry said."
    assert [each.own_voice for each in found(told).passed] == [False]


@pytest.mark.parametrize("pronoun", ["He", "She"])
def test_a_pronoun_is_the_last_person_who_spoke_with_a_warning(pronoun: str) -> None:
    text = (
        "Dmitry Peskov denied that arms were shipped. "
        f"{pronoun} said the tanker had left Nampo with coal."
    )
    (claim,) = by_rule(text, "A-source-verb")
    assert words(text, claim.claimant) == "Dmitry Peskov"
    assert any(repr(pronoun) in note for note in claim.notes)


def test_a_pronoun_with_nobody_named_before_names_nobody() -> None:
    text = "He said the tanker had left the port with coal."
    assert all("Peskov" not in words(text, each.claimant) for each in found(text).passed)
    assert all(each.notes for each in found(text).passed)


@pytest.mark.parametrize(
    "text",
    [
        "Dmitry Peskov told Tass that the ship had carried no weapons.",
        "Dmitry Peskov said the ship had carried no weapons, according to Tass.",
    ],
)
def test_through_whom_it_came_is_not_the_claimant(text: str) -> None:
    (claim,) = found(text).passed
    assert words(text, claim.claimant) == "Dmitry Peskov"
    assert [words(text, span) for span in claim.via] == ["Tass"]


def test_a_verb_of_confirming_that_is_negated_doubts() -> None:
    text = "The ministry did not confirm that the tanker had left Nampo."
    assert {each.stance for each in found(text).passed} == {"doubts"}


@pytest.mark.parametrize(
    "text",
    [
        "The tanker had left Nampo with coal, the ministry said.",
        "Images show the tanker had left Nampo with coal.",
        "The ministry announced that the tanker had left Nampo with coal.",
        "It was established beyond question that the tanker had left Nampo, the ministry said.",
    ],
)
def test_nothing_is_confirmed_unless_the_text_says_so(text: str) -> None:
    assert all(each.stance != "confirms" for each in found(text).passed)


def test_what_is_said_within_a_quotation_is_the_speakers() -> None:
    text = "“The White House said we ship arms to Russia, and that is a lie,” said Dmitry Peskov."
    assert {words(text, each.claimant) for each in found(text).passed} == {"Dmitry Peskov"}


def test_boilerplate_claims_nothing() -> None:
    text = "Sign in to read what the ministry said the tanker had done in Nampo."
    assert found(text).passed == ()


def test_the_same_text_gives_the_same_claims() -> None:
    text = " ".join(case[1] for case in CASES)
    assert found(text) == found(text)


def test_every_claim_names_its_rule() -> None:
    text = "\n".join(case[1] for case in CASES)
    rules = {each.rule for each in found(text).passed}
    assert rules
    assert all(rule.startswith(("A-", "N-")) for rule in rules)


def test_without_a_date_of_publication_the_claims_are_the_same() -> None:
    text = CASES[1][1]
    bare = drafted(Document(text, "text", "x", ""), [Rules(vocabulary())], known(), vocabulary())
    assert bare.passed == found(text).passed


def test_every_rule_that_a_draft_can_name_is_documented() -> None:
    """But for one that only notes who speaks, and makes no claim."""
    sources = "".join(path.read_text() for path in sorted((ROOT / "kb" / "extract").glob("*.py")))
    named = set(re.findall(r'"(A-[a-z]+(?:-[a-z]+)*)"', sources)) - {"A-introduced"}
    told = (ROOT / "docs" / "drafting.md").read_text()
    assert len(named) > 20
    assert [each for each in sorted(named) if f"`{each}`" not in told] == []
