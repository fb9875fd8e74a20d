"""What the tests of the PDF and DOCX forms of a dossier share: the text that has to stand in them."""

import re
from collections.abc import Callable
from pathlib import Path

from kb.desk.base import KnowledgeBase
from kb.judge.dossier import Dossier
from kb.judge.dossier_page import Drawing, Heading, Page, Picture, Table, lines_of
from kb.judge.dossier_runs import plain, runs
from kb.judge.dossier_vector import caption, svg, words
from kb.store import MEMORY
from tests.judge.case_reports import tell

SUPPLY = {
    "id": "event:arms",
    "type": "ArmsTransfer",
    "supplier": "country:KP",
    "recipient": "country:RU",
    "time": "2023-08/2023-10",
}
SAYS = {"claimant": "org:paper", "stance": "asserts", "about": "event:arms"}
DENIES = {"claimant": "org:ministry", "stance": "denies", "about": "event:arms", "disputes": "#c0"}
MARK = re.compile(r"\[\d{1,4}\]")
"""The number of a footnote."""
EVIL = "=cmd|'/C calc'!A0 {nb} <b>**x**</b> \u202eevil\u202c\U0001f600 (a\\) endobj"


def told(folder: Path, **more: object) -> KnowledgeBase:
    """A base with an alleged transfer, and its denial."""
    base = KnowledgeBase.open(MEMORY, write=True)
    tell(base, folder, "first", (SAYS, DENIES), [SUPPLY], **more)
    return base


def squeezed(text: str) -> str:
    """Text without its spaces: where a line was broken does not matter."""
    return "".join(text.split())


def groups(page: Page, *, lettered: bool = False) -> list[str]:
    """What is read together, in order: paragraphs, items and rows, as they have to stand in the file.

    Pictures are told by their captions; where they are `lettered`, their own words come first.
    """
    made = []
    for block in page.blocks:
        if isinstance(block, Heading):
            made.append(plain(block.text))
            continue
        if isinstance(block, Table):
            made += [plain(block.caption), *([plain(h) for h in block.heads])]
        elif isinstance(block, Picture | Drawing):
            made += ["".join(words(svg(block)))] * lettered + [plain(caption(block))]
            continue
        for lines in lines_of(block):
            made.append("".join(run.text for each in lines for run in runs(each)))
    return [squeezed(each) for each in made if squeezed(each)]


def clothed(group: str, found: Dossier) -> int:
    """Holds what is read together against what must stand beside the name of a proposition."""
    seen = 0
    for each in found.named.values():
        name = squeezed(plain(each.name))
        if name not in group or "“" in group:
            continue
        seen += 1
        alike = [n for n in found.named.values() if squeezed(plain(n.name)) in group]
        assert any(squeezed(n.status.upper()) in group for n in alike), group
        claimants = [squeezed(plain(c.claimant.name)) for n in alike for c in n.claims]
        assert any(one in group for one in claimants), group
        assert "[" in group, group
    return seen


def follows(
    text: str, made: Page, found: Dossier, written: Callable[[str], str], *, lettered: bool = False
) -> int:
    """Holds that a text is what was checked, in order, and nothing else but repeated heads of tables."""
    heads = {
        squeezed("".join(written(plain(h)) for h in block.heads))
        for block in made.blocks
        if isinstance(block, Table)
    }
    at, seen = 0, 0
    for group in groups(made, lettered=lettered):
        own = squeezed(written(group))
        assert own in text[at:], own
        start = text.index(own, at)
        between = text[at:start]
        assert between in {"", "•", *heads} or MARK.fullmatch(between), between
        at = start + len(own)
        seen += clothed(group, found)
    assert len(text) - at < 200
    return seen
