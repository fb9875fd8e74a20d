"""`kb draft` over several files, from standard input, in workers; and the article of the beginning."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from kb.cli import main

TEXT = """\
The Foreign Ministry said on Monday that the tanker Lady Mira had carried coal from Nampo.

Dmitry Peskov told Tass that no weapons had been shipped to Russia.
"""
GIVEN = ("--published", "2023-10-18", "--publisher", "Example Wire")
ARTICLES = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
article_at_hand = pytest.mark.skipif(
    not ARTICLES, reason="the seed article is not at ../shared/seeds; it is never in the project"
)


def kb(*words: object, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(word) for word in words], input=stdin)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three texts, two of them of the same name in different folders."""
    made = [tmp_path / "one.txt", tmp_path / "two.txt", tmp_path / "sub" / "one.txt"]
    for number, path in enumerate(made):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{TEXT}\nNumber {number} of them all.\n")
    return made


def places(draft: dict[str, Any]) -> list[dict[str, str]]:
    found = []
    for claim in draft["claims"]:
        passage = claim["passage"]
        found += passage if isinstance(passage, list) else [passage]
        found += [claim["cue"]] if "cue" in claim else []
    return found


def test_standard_input_is_drafted_to_standard_output(tmp_path: Path) -> None:
    code, out, _ = kb("draft", "-", *GIVEN, stdin=TEXT)
    assert code == 0
    draft = yaml.safe_load(out)
    assert draft["content"] == TEXT
    assert ("person:dmitry-peskov", "denies") in {
        (claim["claimant"], claim["stance"]) for claim in draft["claims"]
    }
    (tmp_path / "draft.yaml").write_text(out)
    assert kb("validate", tmp_path / "draft.yaml", "--store", tmp_path / "none")[0] == 0


def test_what_is_given_stands_over_what_is_found() -> None:
    page = "<html><head><title>Found</title></head><body><p>" + TEXT * 3 + "</p></body></html>"
    given = ("--title", "Given", "--publisher", "Example Wire", "--published", "2023-10-19")
    code, out, _ = kb("draft", "-", *given, "--url", "https://example.org/a", stdin=page)
    assert code == 0
    draft = yaml.safe_load(out)
    assert draft["title"] == "Given"
    assert draft["publisher"]["name"] == "Example Wire"
    assert str(draft["published"]) == "2023-10-19"
    assert draft["url"] == "https://example.org/a"


def test_several_files_need_a_folder(files: list[Path]) -> None:
    code, out, err = kb("draft", *files)
    assert (code, out) == (2, "")
    assert "-o" in err


def test_workers_write_the_same_bytes_and_no_draft_takes_the_place_of_another(
    files: list[Path], tmp_path: Path
) -> None:
    written = []
    for jobs in (1, 2):
        folder = tmp_path / f"jobs-{jobs}"
        assert kb("draft", *files, "-o", folder, "--jobs", jobs)[0] == 0
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert written[0] == written[1]
    assert sum(name.endswith(".yaml") for name in written[0]) == len(files)
    texts = {raw for name, raw in written[0].items() if name.endswith(".txt")}
    assert texts == {path.read_bytes() for path in files}


def test_the_drafts_of_a_folder_validate_with_their_texts_beside_them(
    files: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "drafts"
    assert kb("draft", *files, "-o", folder, *GIVEN)[0] == 0
    for path in folder.glob("*.yaml"):
        code, out, err = kb("validate", path, "--store", tmp_path / "none")
        assert code == 0, out + err


def test_a_reviewed_draft_in_a_folder_is_left_and_the_others_are_written(
    files: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "one.yaml").write_text("reviewed by hand\n")
    code, _, err = kb("draft", *files[:2], "-o", folder)
    assert code == 2
    assert "--force" in err
    assert (folder / "one.yaml").read_text() == "reviewed by hand\n"
    assert (folder / "two.yaml").exists()
    assert kb("draft", *files[:2], "-o", folder, "--force")[0] == 0
    assert yaml.safe_load((folder / "one.yaml").read_text())["claims"]


def test_no_draft_enters_the_base_before_it_is_accepted(tmp_path: Path) -> None:
    path, store = tmp_path / "draft.yaml", tmp_path / "store"
    assert kb("draft", "-", *GIVEN, "-o", path, stdin=TEXT)[0] == 0
    kb("add", path, "--store", store)
    code, out, _ = kb("query", "denials", "--store", store, "--format", "csv")
    assert code == 0
    assert "Peskov" not in out


@pytest.fixture(scope="module")
def article() -> dict[str, Any]:
    code, out, err = kb("draft", ARTICLES[0], "--published", "2023-10-18")
    assert code == 0, err
    made: dict[str, Any] = yaml.safe_load(out)
    return made


def quotes(claim: dict[str, Any]) -> str:
    passage = claim["passage"]
    return " ".join(each["quote"] for each in (passage if isinstance(passage, list) else [passage]))


@article_at_hand
def test_every_passage_and_cue_of_the_article_is_verbatim(article: dict[str, Any]) -> None:
    text = ARTICLES[0].read_text(encoding="utf-8")
    found = places(article)
    assert len(found) > 20
    for place in found:
        assert text[int(place["start"]) : int(place["end"])] == place["quote"]


@article_at_hand
def test_both_denials_of_the_article_are_the_spokesmans(article: dict[str, Any]) -> None:
    denials = [claim for claim in article["claims"] if claim["stance"] == "denies"]
    assert {claim["claimant"] for claim in denials} == {"person:dmitry-peskov"}
    said = " ".join(map(quotes, denials))
    assert "not based on evidence" in said
    assert "don’t provide any evidence" in said


@article_at_hand
def test_the_article_confirms_nothing_and_doubts_the_contents(article: dict[str, Any]) -> None:
    assert all(claim["stance"] != "confirms" for claim in article["claims"])
    doubts = [quotes(claim) for claim in article["claims"] if claim["stance"] == "doubts"]
    assert any("impossible to confirm" in words for words in doubts)


@article_at_hand
@pytest.mark.parametrize(
    ("claimant", "words"),
    [
        ("org:white-house", "supplied weapons to Russia"),
        ("org:tass", "brief the North Koreans"),
        ("org:interfax", "talks with his North Korean counterpart"),
    ],
)
def test_the_article_gives_each_claim_to_who_made_it(
    article: dict[str, Any], claimant: str, words: str
) -> None:
    assert {c["claimant"] for c in article["claims"] if words in quotes(c)} == {claimant}


@article_at_hand
def test_the_body_that_stands_twice_is_one_claim_at_two_places(article: dict[str, Any]) -> None:
    twice = [c for c in article["claims"] if "not based on evidence" in quotes(c)]
    assert len(twice) == 1
    said = [each["quote"] for each in twice[0]["passage"]]
    assert sum("not based on evidence" in each for each in said) == 2
