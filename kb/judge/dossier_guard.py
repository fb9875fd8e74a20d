"""The check that a document names no proposition without its status, who claims it, and a passage."""

from collections.abc import Iterable

from kb.errors import NakedAllegation
from kb.judge.case_status import RULES
from kb.judge.dossier import Named
from kb.judge.dossier_naming import LONG
from kb.judge.dossier_page import Line, Name, Note, Page, Piece, Status, Strong, Who, lines_of


def guard(page: Page, named: Iterable[Named]) -> None:
    """Raises NakedAllegation where a line names a proposition without what must stand beside it."""
    names = sorted({each.name for each in named if len(each.name) >= LONG})
    _check((page.title,), names, footnoted=False)
    for block in page.blocks:
        for lines in lines_of(block):
            _check(lines, names)


def _check(lines: tuple[Line, ...], names: list[str], *, footnoted: bool = True) -> None:
    pieces = [piece for each in lines for piece in each.pieces]
    for piece in pieces:
        if isinstance(piece, Name):
            missing = _missing(piece.of, pieces, footnoted=footnoted)
            if missing:
                raise NakedAllegation(_complaint(piece.of.name, f"without {missing}"))
    own = [str(getattr(each, "text", each)) for each in pieces if isinstance(each, str | Strong)]
    for name in names:
        if any(name in text for text in own):
            raise NakedAllegation(_complaint(name, "in words that are not marked as its name"))


def _missing(of: Named, pieces: list[Piece], *, footnoted: bool) -> str:
    if of.status not in RULES or Status(of) not in pieces:
        return "its status"
    if not any(isinstance(each, Who) and each.of == of and each.text for each in pieces):
        return "anybody who claims or denies it"
    if footnoted and not any(isinstance(each, Note) for each in pieces):
        return "a passage"
    return ""


def _complaint(name: str, how: str) -> str:
    return (
        f"Nothing was written: the document would name “{name}” {how}. Run kb assess, and ask again; "
        "see docs/dossier.md."
    )
