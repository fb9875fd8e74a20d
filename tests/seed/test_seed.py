"""The article from which the project started: all it says, asked for and led back to its place.

The article is under copyright and no part of the project; where it is not at hand these tests skip.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.why import explained
from kb.namespaces import KB, PREFIXES
from kb.report.load import Request
from kb.terms import text
from kb.validation.verdict import Checked

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
REPORT = HERE / "report.yaml"
ARTICLES = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
ID = "report:2023-10-18-article"

pytestmark = pytest.mark.skipif(
    not ARTICLES, reason="the seed article is not at ../shared/seeds; it is never in the project"
)


@pytest.fixture(scope="module")
def article() -> str:
    return ARTICLES[0].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seeded(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[KnowledgeBase, Checked]]:
    place = str(tmp_path_factory.mktemp("seed") / "kb")
    with KnowledgeBase.open(place, write=True) as made:
        verdict, reports = made.check(Request(str(REPORT), text=str(ARTICLES[0])))
        for report in reports:
            made.add(report)
    with KnowledgeBase.open(place) as opened:
        yield opened, verdict


@pytest.fixture(scope="module")
def base(seeded: tuple[KnowledgeBase, Checked]) -> KnowledgeBase:
    return seeded[0]


def rows(base: KnowledgeBase, question: str, *columns: str, **values: str) -> set[tuple[str, ...]]:
    """The named columns of an answer, the report's own things by their fragment."""
    shown = base.ask(question, values)
    places = [shown.columns.index(column) for column in columns]
    return {tuple(row[place].removeprefix(ID) for place in places) for row in shown.rows}


def test_the_report_is_valid_against_the_article(seeded: tuple[KnowledgeBase, Checked]) -> None:
    verdict = seeded[1]
    assert verdict.problems == ()
    assert verdict.notes == ()
    assert {finding.rule for finding in verdict.findings} <= {"Passage-four-words"}
    assert verdict.claims == 42


def test_every_quote_stands_at_its_place(base: KnowledgeBase, article: str) -> None:
    oa = PREFIXES["oa"]
    quotes = list(base.store.match(None, NamedNode(oa + "exact"), None))
    assert len(quotes) > 42
    for quote in quotes:
        (start,) = base.store.match(quote.subject, NamedNode(oa + "start"), None)
        (end,) = base.store.match(quote.subject, NamedNode(oa + "end"), None)
        assert article[int(text(start.object)) : int(text(end.object))] == text(quote.object)


def test_what_the_body_says_is_one_claim_at_both_of_its_places(
    base: KnowledgeBase, article: str
) -> None:
    """A passage of the body that stands twice in the text is given at both of its places."""
    oa = PREFIXES["oa"]
    twice = 0
    for claim in {t.subject for t in base.store.match(None, NamedNode(KB + "passage"), None)}:
        quotes = [
            text(quote.object)
            for link in base.store.match(claim, NamedNode(KB + "passage"), None)
            for quote in base.store.match(link.object, NamedNode(oa + "exact"), None)
        ]
        for quote in set(quotes):
            if len(quote) > 40:
                assert quotes.count(quote) == article.count(quote), claim
                twice += article.count(quote) == 2
    assert twice > 20


def test_who_alleges_and_who_denies_the_transfers(base: KnowledgeBase) -> None:
    columns = ("transfer", "transfer_status", "stance", "claimant")
    assert rows(base, "alleged-transfers", *columns, to="country:RU") == {
        ("#artillery-supply", "expected", "stance:expects", "org:reuters"),
        ("#delivery", "alleged", "stance:asserts", "org:rusi"),
        ("#shipments", "disputed", "stance:alleges", "country:US"),
        ("#shipments", "disputed", "stance:alleges", "group:western-researchers"),
        ("#shipments", "disputed", "stance:alleges", "org:arena-holdings"),
        ("#shipments", "disputed", "stance:denies", "person:dmitry-peskov"),
        ("#shipments", "disputed", "stance:doubts", "person:dmitry-peskov"),
        ("#supply", "disputed", "stance:asserts", "org:white-house"),
        ("#supply", "disputed", "stance:denies", "person:dmitry-peskov"),
    }


def test_the_denial_answers_those_who_allege(base: KnowledgeBase) -> None:
    assert rows(base, "denials", "claimant", "party", "answered") == {
        ("person:dmitry-peskov", "country:RU", "#c-researchers-shipments"),
        ("person:dmitry-peskov", "country:RU", "#c-us-shipments"),
        ("person:dmitry-peskov", "country:RU", "#c-white-house"),
    }


def test_the_denial_came_through_two_agencies(base: KnowledgeBase) -> None:
    chain = base.ask("attribution-chain", {"claim": f"{ID}#c-peskov-denies-supply"})
    speaker = chain.columns.index("agent")
    assert [row[speaker] for row in chain.rows] == [
        "country:RU",
        "person:dmitry-peskov",
        "org:tass",
        "org:reuters",
        "org:arena-holdings",
    ]


def test_the_two_ships_and_their_containers(base: KnowledgeBase) -> None:
    ships = {"#ship-1", "#ship-2"}
    told = rows(base, "voyages", "voyage", "voyage_status", "ship", "stance", "claimant")
    assert told == {
        (*event, ship, stance, "org:rusi")
        for ship in ships
        for event, stance in (
            (("#trips", "alleged"), "stance:asserts"),
            (("#containers", "alleged"), "stance:asserts"),
            (("#contents", "doubted"), "stance:doubts"),
        )
    }
    at_port = rows(base, "ships-at-port", "ship", "proposition", "time", port=f"{ID}#port")
    assert ("#ship-1", "#containers", "2023-08/2023-10") in at_port


def test_what_cannot_be_verified(base: KnowledgeBase) -> None:
    assert rows(base, "unverified", "proposition", "claimant") == {
        ("#contents", "org:rusi"),
        ("#shipments", "person:dmitry-peskov"),
    }


def test_the_ban_names_no_resolution(base: KnowledgeBase) -> None:
    assert rows(base, "prohibitions", "ban", "state", "resolution", "claimant") == {
        ("#ban", "country:KP", "unknown", "org:reuters"),
        ("#sanctions", "country:KP", "unknown", "org:reuters"),
        ("#sanctions", "country:KP", "unknown", "org:arena-holdings"),
    }


def test_a_headline_is_no_second_source(base: KnowledgeBase) -> None:
    alone = rows(base, "single-source", "proposition")
    assert {("#visit",), ("#sanctions",)} <= alone


def test_the_transfers_would_have_been_banned_if_they_happened_as_claimed(
    base: KnowledgeBase,
) -> None:
    """What was lately supplied, and what was meant for the war, falls within the time of the provision."""
    for name in ("#supply", "#shipments"):
        found = explained(base, ID + name)
        assert found.case.status == "disputed"
        by_name = {each.provision: each for each in found.provisions}
        arms = by_name["provision:1874-9"]
        assert arms.verdict.endswith("/would-be")
        assert (arms.unmet, arms.open) == ((), ())
        assert by_name["provision:1718-8b"].verdict.endswith("/could-be")
        assert {each.kind for each in found.contradictions} >= {"denied"}
    assert not any(each.bears for each in explained(base, f"{ID}#containers").provisions)


def test_what_is_only_expected(base: KnowledgeBase) -> None:
    assert rows(base, "expected", "proposition") == {
        ("#artillery-supply",),
        ("#briefing",),
        ("#further-relations",),
        ("#putin-visit",),
        ("#talks",),
    }


def test_no_sentence_of_the_article_is_in_the_project(article: str) -> None:
    """No run of eight words of the article stands in any text file of the project."""

    def runs(prose: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", prose.lower())
        return set(zip(*(words[place:] for place in range(8)), strict=False))

    known = runs(article)
    suffixes = {".py", ".md", ".ttl", ".yaml", ".yml", ".json", ".txt", ".rq", ".csv", ".toml"}
    skipped = {".git", ".venv", "venv", ".kb", "kb-demo"}
    for path in ROOT.rglob("*"):
        parts = set(path.relative_to(ROOT).parts)
        if path.suffix in suffixes and path.is_file() and not parts & skipped:
            assert not known & runs(path.read_text(encoding="utf-8", errors="replace")), path
