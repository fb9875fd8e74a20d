"""A dossier names no proposition nakedly, loads nothing, escapes everything, and is the same each time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.dossier_file import gathered, written
from kb.errors import NakedAllegation, UnknownName
from kb.judge.case import ABOUT
from kb.judge.dossier import Dossier, Named
from kb.judge.dossier_content import page
from kb.judge.dossier_guard import guard
from kb.judge.dossier_html import as_html, shown
from kb.judge.dossier_markdown import as_markdown
from kb.judge.dossier_naming import time
from kb.judge.dossier_page import Line, Name, Note, Page, Piece, Status, Who, line
from kb.report.names import compact
from kb.store import MEMORY
from tests.judge.case_reports import EXAMPLES, GIVEN, add, tell
from tests.judge.dossier_reading import read

SUPPLY = {
    "id": "event:arms",
    "type": "ArmsTransfer",
    "supplier": "country:KP",
    "recipient": "country:RU",
    "time": "2023-08/2023-10",
}
ORDER = {n: k for k, n in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"))}
SAYS = {"claimant": "org:paper", "stance": "asserts", "about": "event:arms"}
DENIES = {"claimant": "org:ministry", "stance": "denies", "about": "event:arms", "disputes": "#c0"}
EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script> \u202eevil\u202c [x](javascript:y) `|"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """The reports of the questions and the examples: ships, chains, denials, evidence, provisions."""
    place = str(tmp_path_factory.mktemp("dossier") / "store")
    paths = [*sorted(GIVEN.glob("*.yaml")), *sorted(EXAMPLES.glob("20*/report.yaml"))]
    with KnowledgeBase.open(place, write=True) as base:
        for path in sorted(
            paths, key=lambda each: (each.parent != GIVEN, ORDER.get(each.stem, 0), each)
        ):
            add(base, path)
        yield base


def told(folder: Path, *claims: dict[str, object], **more: object) -> KnowledgeBase:
    base = KnowledgeBase.open(MEMORY, write=True)
    tell(base, folder, "first", claims or (SAYS, DENIES), [SUPPLY], **more)
    return base


def propositions(base: KnowledgeBase) -> list[str]:
    found = {
        t.object.value
        for t in base.store.match(None, ABOUT, None)
        if isinstance(t.object, NamedNode)
    }
    return sorted(compact(each, "") for each in found)


def stands_clothed(html: str, found: Dossier) -> int:
    """Holds every paragraph, row and heading that has a proposition's name against what must be beside it."""
    seen = 0
    for block in read(html).blocks:
        text, parts = block.text, set(block.text.split("“")[1:])
        for quoted in parts:
            text = text.replace("“" + quoted.partition("”")[0] + "”", "")
        for each in sorted(found.named.values(), key=lambda n: -len(n.name)):
            alike = [n for n in found.named.values() if n.name == each.name]
            if shown_plain(each.name) not in text:
                continue
            seen += 1
            text_here = text
            text = text.replace(shown_plain(each.name), "")
            assert any(n.status.upper() in text_here for n in alike), block
            assert any(
                shown_plain(c.claimant.name) in text_here for n in alike for c in n.claims
            ), block
            assert block.notes or block.tag == "title", block
    return seen


def shown_plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", ["country:KP", "country:RU"])
def test_a_party_s_dossier_names_no_proposition_without_status_and_claimant(
    many: KnowledgeBase, name: str
):
    found = gathered(many, name, None, 100)
    assert len(found.matters) > 5
    assert stands_clothed(as_html(page(found)), found) >= 3 * len(found.matters)


def test_no_proposition_of_many_reports_is_named_nakedly_and_every_claim_has_its_quote(
    many: KnowledgeBase,
):
    names = propositions(many)
    assert len(names) > 30
    for name in names:
        found = gathered(many, name, None, 100)
        html = as_html(page(found))
        assert stands_clothed(html, found) >= 4, name
        guard(page(found), found.named.values())
        for claim in found.matters[0].why.case.claims:
            assert all(shown(quote.text) in html for quote in claim.quotes)
            assert shown(claim.report.name) in html
            assert claim.report.id in {each.report.id for each in found.origins}


def test_the_file_loads_nothing_runs_nothing_and_all_ways_lead_somewhere(many: KnowledgeBase):
    for name in ("country:KP", *propositions(many)[:2]):
        found = read(written(many, name, "html"))
        used = {tag for tag, _ in found.tags}
        assert not used & {
            "script",
            "link",
            "img",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "image",
            "use",
        }
        assert not [
            a for _, given in found.tags for a in given if a.startswith("on") or a == "style"
        ]
        assert not [
            a for _, given in found.tags for a in given if a in ("src", "srcset", "xlink:href")
        ]
        assert len(found.ids) == len(set(found.ids))
        assert {each[:1] for each in found.targets} == {"#"}
        assert {each[1:] for each in found.targets} <= set(found.ids)
        backs = [given for tag, given in found.tags if given.get("role") == "doc-backlink"]
        marks = [given for tag, given in found.tags if given.get("role") == "doc-noteref"]
        assert len(backs) == len(marks) > 0
        assert all("scope" in given for tag, given in found.tags if tag == "th")
        assert ("html", {"lang": "en"}) in found.tags


def test_the_policy_forbids_everything_but_the_style_within(many: KnowledgeBase):
    html = written(many, "country:KP", "html")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in html
    assert "url(" not in html
    assert "@import" not in html


def test_a_denial_stands_in_the_row_of_what_it_denies(tmp_path: Path):
    html = written(told(tmp_path), "event:arms", "html")
    sides = [b for b in read(html).blocks if b.tag == "tr" and "asserted it" in b.text]
    assert len(sides) == 1
    assert "Ministry denied it" in sides[0].text


def test_a_claim_that_nobody_answers_says_so(tmp_path: Path):
    html = written(told(tmp_path, SAYS), "event:arms", "html")
    assert "Nothing in the base speaks against this claim" in html
    assert "Ministry" not in html


def test_a_claim_that_was_taken_back_is_told_as_such(tmp_path: Path):
    back = {**SAYS, "stance": "denies", "withdraws": "#c0"}
    html = written(told(tmp_path, SAYS, back), "event:arms", "html")
    assert "asserted, and taken back, by Paper" in html
    assert "REFUTED" in html


def test_what_a_source_writes_acts_nowhere(tmp_path: Path):
    hostile = {"id": "org:paper", "type": "Organization", "name": f"Paper {EVIL}"}
    base = told(tmp_path, {**SAYS, "quote": f"They said {EVIL[:55]}"}, entities=[hostile])
    html = written(base, "event:arms", "html")
    assert "&lt;script&gt;" in html
    assert "\u202e" not in html
    assert not {"script", "img"} & {tag for tag, _ in read(html).tags}
    markdown = written(base, "event:arms", "markdown")
    assert "<script>" not in markdown.replace("\\<", "")
    assert "](javascript" not in markdown.replace("\\]", "")
    assert "\u202e" not in markdown


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_text_is_markup_or_acts_unseen(text: str):
    written_out = shown(text)
    assert not set("<>\"'") & set(written_out)
    assert all(each.isprintable() for each in written_out)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_no_text_ends_a_cell_or_a_paragraph_of_markdown(text: str):
    made = as_markdown(Page(line("x"), (line(text or "x"),)))
    assert made.count("\n") == 1
    bare = made.replace("\\\\", "")
    assert not [n for n, c in enumerate(bare) if c in "<|`[]" and bare[n - 1] != "\\"]


def test_the_same_base_gives_the_same_bytes_whatever_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    base = told(tmp_path)
    first = [written(base, "event:arms", form) for form in ("html", "markdown")]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert [written(base, "event:arms", form) for form in ("html", "markdown")] == first
    assert [written(told(tmp_path), "event:arms", form) for form in ("html", "markdown")] != first


def test_the_cover_has_the_day_of_the_log_or_the_one_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    base = told(tmp_path)
    cover = gathered(base, "event:arms", None, 9).cover
    assert (cover.day, cover.given, cover.entry) == ("2023-11-14", False, len(base.history()))
    assert gathered(base, "event:arms", date(2024, 6, 1), 9).cover.day == "2024-06-01"


def test_the_cover_says_how_many_propositions_were_left_out(many: KnowledgeBase):
    whole = gathered(many, "country:KP", None, 100)
    part = gathered(many, "country:KP", None, 3)
    assert len(part.matters) == 3
    assert part.cover.left_out == len(whole.matters) - 3
    assert f"{part.cover.left_out} propositions, those with the fewest claims" in as_html(
        page(part)
    )


def test_who_only_speaks_has_a_dossier_of_what_was_spoken_of(tmp_path: Path):
    found = gathered(told(tmp_path), "org:ministry", None, 9)
    assert [each.role for each in found.matters] == ["speaks of it"]


def test_a_thing_of_which_nothing_is_claimed_is_not_cleared(tmp_path: Path):
    html = written(told(tmp_path), "country:FR", "html")
    assert "No report of the base claims anything of it. That does not clear anybody." in html


def test_an_unknown_name_is_answered_with_one_near_it(tmp_path: Path):
    with pytest.raises(UnknownName, match="org:ministry"):
        written(told(tmp_path), "org:ministri", "html")


def test_a_provision_is_told_as_a_condition(tmp_path: Path):
    html = written(told(tmp_path), "event:arms", "html")
    assert "holds only if it happened as claimed, which the status (disputed) leaves open" in html
    assert "UNSCR 1718 (2006), paragraph 8 (b)" in html


def of(found: Dossier) -> Named:
    return found.matters[0].named


@pytest.mark.parametrize("left_out", ["status", "claimants", "passage", "mark of a name"])
def test_a_document_that_names_a_proposition_nakedly_is_refused(tmp_path: Path, left_out: str):
    named = of(gathered(told(tmp_path), "event:arms", None, 9))
    pieces: dict[str, Piece] = {
        "status": Status(named),
        "claimants": Who(named, "asserted by Paper"),
        "passage": Note(1),
        "mark of a name": Name(named),
    }
    guard(Page(line("Dossier"), (Line(tuple(pieces.values())),)), [named])
    pieces[left_out] = f"that {named.name} took place" if left_out == "mark of a name" else "so"
    with pytest.raises(NakedAllegation, match="Nothing was written"):
        guard(Page(line("Dossier"), (Line(tuple(pieces.values())),)), [named])


def test_a_proposition_without_a_status_of_the_base_is_refused(tmp_path: Path):
    named = replace(of(gathered(told(tmp_path), "event:arms", None, 9)), status="no status")
    made = Line((Status(named), Name(named), Who(named, "asserted by Paper"), Note(1)))
    with pytest.raises(NakedAllegation, match="without its status"):
        guard(Page(line("Dossier"), (made,)), [named])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-10", "2023-10"),
        ("2023-08/2023-10", "between 2023-08 and 2023-10"),
        ("../2023-10", "until 2023-10"),
        ("/2023-10", "until 2023-10"),
        ("2023-08/..", "since 2023-08"),
        ("2023-08/", "since 2023-08"),
    ],
)
def test_times_are_told_in_words(text: str, words: str):
    assert time(text) == words
