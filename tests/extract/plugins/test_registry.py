"""Extractors by name, and those that installed packages offer."""

from pathlib import Path

import pytest

from kb.documents.model import Document
from kb.errors import BadInput, UnknownName
from kb.extract.plugins.registry import extractor, names, refused
from kb.vocabulary import vocabulary
from tests.extract.plugins.conftest import quotes, through_gate

MODULE = """\
from kb.extract.candidate import Candidate, Words

class Good:
    name, version = "good", "1.2"
    def __init__(self, words):
        self.known = len(words.classes)
    def extract(self, document, mentions):
        yield Candidate(Words("loaded 4,200 tonnes of diesel at Sovetskaya"), "asserts", rule="G-one")
        yield Candidate(Words("loaded 4,200 tonnes of weapons at Sovetskaya"), "asserts", rule="G-one")
        yield {"quote": "a mapping"}

class Raising(Good):
    def extract(self, document, mentions):
        yield from ()
        raise KeyError("lexicon\\x1b[0m")

class Unmade(Good):
    def __init__(self, words):
        raise RuntimeError("no licence")

class Empty:
    def __init__(self, words):
        pass
"""
OFFERED = ["Good", "Raising", "Unmade", "Empty"]


def offer(folder: Path, package: str, points: dict[str, str]) -> None:
    listed = "\n".join(f"{name} = {value}" for name, value in points.items())
    info = folder / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[sanctions_kb.extractors]\n{listed}\n")


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "offered_extractors.py").write_text(MODULE)
    points = {each.lower(): f"offered_extractors:{each}" for each in OFFERED}
    offer(
        tmp_path,
        "offered",
        points | {"lost": "no_such_module:X", "rules": "offered_extractors:Good"},
    )
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_packages_add_names_after_our_own() -> None:
    assert names() == ["rules", "nlp", "llm", "empty", "good", "lost", "raising", "unmade"]


def test_no_package_takes_the_place_of_ours() -> None:
    assert type(extractor("rules", vocabulary())).__module__ == "kb.extract.rules"


def test_what_a_package_proposes_passes_the_same_gate(article: Document) -> None:
    made = extractor("good", vocabulary())
    passed, bad = through_gate(article.text, made.extract(article, []))
    assert quotes(article.text, passed) == ["loaded 4,200 tonnes of diesel at Sovetskaya"]
    assert [each.because for each in bad] == ["The quote is not in the text."]
    assert [each.because for each in refused([made])] == ["It is no candidate."]
    assert (made.name, made.version) == ("good", "1.2")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lost", "'lost' failed: ModuleNotFoundError"),
        ("unmade", "'unmade' failed: RuntimeError: no licence"),
        ("empty", r"'empty' .* has no method extract"),
    ],
)
def test_a_package_that_cannot_be_loaded_is_named(name: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        extractor(name, vocabulary())


def test_an_extractor_that_raises_is_named(article: Document) -> None:
    with pytest.raises(BadInput, match=r"'raising' failed: KeyError: 'lexicon") as caught:
        list(extractor("raising", vocabulary()).extract(article, []))
    assert "\x1b" not in str(caught.value)


def test_two_packages_with_one_name_are_told(package: Path) -> None:
    offer(package, "other", {"good": "other_extractors:Better"})
    with pytest.raises(BadInput, match=r"offered_extractors:Good, other_extractors:Better"):
        extractor("good", vocabulary())


def test_an_unknown_name_gets_near_ones_and_the_list() -> None:
    with pytest.raises(UnknownName) as caught:
        extractor("Rule", vocabulary())
    assert str(caught.value) == (
        "There is no extractor 'Rule'. Did you mean rules? "
        "There are: rules, nlp, llm, empty, good, lost, raising, unmade, "
        "and cmd:PROGRAM for a program of your own."
    )
