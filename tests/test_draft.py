"""From a document to the base by the commands: drafted, validated, accepted, added, asked."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from kb.cli import main

ARTICLE = """Tanker passed fuel at sea, institute says

SEOUL, May 3 (Example Wire) - The Harbour Institute said on Tuesday that the tanker Blue Crane \
(IMO 9074729) had transferred diesel to the Grey Heron in the East China Sea in April.

The company denied supplying fuel to North Korea. It was not possible to verify the claim independently.

Iran's foreign minister Ali Rezaei rejected the accusations as baseless.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def kb(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.exit_code, result.output


def drafted(article: Path, target: Path, *more: str) -> dict[str, object]:
    code, said = kb("draft", article, "--published", "2024-05-03", "-o", target, *more)
    assert code == 0, said
    return yaml.safe_load(target.read_text())


def test_a_draft_is_a_valid_report_file_on_verbatim_passages(article: Path, tmp_path: Path) -> None:
    draft = drafted(article, tmp_path / "draft.yaml")
    assert kb("validate", tmp_path / "draft.yaml", "--store", tmp_path / "none")[0] == 0
    assert draft["content"] == ARTICLE
    for claim in draft["claims"]:
        assert claim["status"] == "draft"
        place = claim["passage"]
        assert ARTICLE[int(place["start"]) : int(place["end"])] == place["quote"]


def test_who_says_what_is_found_with_stance_and_ship(article: Path, tmp_path: Path) -> None:
    draft = drafted(article, tmp_path / "draft.yaml")
    found = {(claim["claimant"], claim["stance"]) for claim in draft["claims"]}
    assert ("org:harbour-institute", "asserts") in found
    assert ("person:ali-rezaei", "denies") in found
    assert any(stance == "doubts" for _, stance in found)
    ships = {entity["id"] for entity in draft["entities"] if entity["type"] == "Ship"}
    assert ships == {"ship:imo-9074729", "#ship-grey-heron"}
    assert {p["type"] for p in draft["propositions"]} >= {"ShipToShipTransfer"}


def test_accepted_claims_enter_the_base_and_can_be_asked_for(article: Path, tmp_path: Path) -> None:
    draft = drafted(article, tmp_path / "draft.yaml", "--publisher", "Example Wire")
    draft["rejected"] = [{"words": "the ship sank", "because": "The quote is not in the text."}]
    for claim in draft["claims"]:
        claim |= {"status": "accepted", "reviewer": "A. Analyst", "reviewed": "2024-05-04"}
    path, store = tmp_path / "report.yaml", tmp_path / "store"
    path.write_text(yaml.safe_dump(draft, allow_unicode=True, sort_keys=False))
    code, said = kb("add", path, "--store", store)
    assert code == 0, said
    code, rows = kb("query", "denials", "--store", store, "--format", "csv")
    assert code == 0
    assert "Ali Rezaei" in rows
    assert "the ship sank" not in kb("export", "--store", store)[1]


def test_many_files_go_to_a_folder_and_one_bad_one_stops_none(
    article: Path, tmp_path: Path
) -> None:
    other, bad = tmp_path / "other.txt", tmp_path / "bad.txt"
    other.write_text("The ministry said that the ship had left the port of Nampo in May.\n")
    bad.write_bytes(b"\x00\x01\x02\x03" * 100)
    folder = tmp_path / "drafts"
    code, said = kb("draft", article, bad, other, "-o", folder, "--jobs", "2")
    assert code == 2
    assert "bad.txt" in said
    assert sorted(path.name for path in folder.iterdir()) == [
        *("article.txt", "article.yaml", "other.txt", "other.yaml")
    ]
    assert yaml.safe_load((folder / "article.yaml").read_text())["text"] == "article.txt"


def test_a_draft_that_is_there_is_not_written_over(article: Path, tmp_path: Path) -> None:
    target = tmp_path / "draft.yaml"
    target.write_text("reviewed by hand\n")
    code, said = kb("draft", article, "-o", target)
    assert (code, target.read_text()) == (2, "reviewed by hand\n")
    assert "--force" in said
    assert kb("draft", article, "-o", target, "--force")[0] == 0


def test_the_same_document_gives_the_same_bytes(article: Path, tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        drafted(article, tmp_path / name)
    assert (tmp_path / "one.yaml").read_bytes() == (tmp_path / "two.yaml").read_bytes()


def test_without_a_date_relative_dates_stay_open_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("The ministry said on Tuesday that the tanker Blue Crane had left Nampo.\n")
    code, said = kb("draft", path, "-o", tmp_path / "plain.yaml")
    assert code == 0
    assert "No date was found" in said
    draft = yaml.safe_load((tmp_path / "plain.yaml").read_text())
    assert all("said" not in claim for claim in draft["claims"])


def test_two_datelines_are_told(tmp_path: Path) -> None:
    path = tmp_path / "joined.txt"
    path.write_text(
        "SEOUL, Oct. 18 (Example Wire) -- The tanker Perla left Nampo, the ministry said.\n\n"
        "TOKYO, Oct. 25 (Example Wire) -- Japan said the tanker had passed oil at sea.\n"
    )
    code, said = kb("draft", path, "-o", tmp_path / "joined.yaml")
    assert code == 0
    assert "datelines of SEOUL and TOKYO" in said
    path.write_text("SEOUL (Example Wire) -- The tanker Perla left Nampo, the ministry said.\n")
    assert "datelines of" not in kb("draft", path, "-o", tmp_path / "one.yaml")[1]


def test_a_wrong_date_is_refused(article: Path) -> None:
    code, said = kb("draft", article, "--published", "2024-02-31")
    assert code == 2
    assert "--published" in said
