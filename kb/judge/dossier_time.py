"""The timeline of a dossier: what is claimed to have been, and what was said, as a table and a picture."""

from collections.abc import Iterator
from datetime import date

from kb.judge.case_parts import Claim
from kb.judge.dossier import Dossier, Matter
from kb.judge.dossier_naming import aspects, named, side, speaker, stance, time
from kb.judge.dossier_page import Bar, Block, Cell, Jump, Notes, Picture, Table, cell, line
from kb.when import BadDate, parse

DRAWN = 60
"""How many propositions the picture shows; the table shows all."""
LATER = "9999"
"""Sorts after every day."""


def timeline(found: Dossier, notes: Notes) -> Iterator[Block]:
    """The picture and the table that says the same in words."""
    bars = [_bar(each) for each in found.matters[:DRAWN]]
    drawn = [each for each in bars if each.first or each.last or each.marks]
    if drawn:
        left = len(found.matters) - DRAWN
        more = (
            f" Of {len(found.matters)} propositions the first {DRAWN} are drawn."
            if left > 0
            else ""
        )
        yield Picture(
            "Timeline of the propositions by number",
            "Bars: when it is claimed to have been, pale where an end is open. Triangles up: claims for it. "
            "Triangles down: claims against it. Circles: other claims. The table below says the same in "
            "words." + more,
            tuple(drawn),
        )
    rows = sorted(_rows(found, notes), key=lambda pair: pair[0])
    yield Table(
        "In order of time: what is claimed to have been, and who said what when",
        ("When", "What", "No."),
        tuple(row for _, row in rows),
        kind="timeline",
    )


def _rows(
    found: Dossier, notes: Notes
) -> Iterator[tuple[tuple[str, int, int, str], tuple[Cell, ...]]]:
    for each in found.matters:
        day = each.first or each.last
        number = cell(Jump(str(each.number), f"p{each.number}"))
        own = [v.text for r in each.why.case.roles if r.key == "time" for v in r.values]
        when = " or ".join(time(text) for text in own)
        yield (
            (day.isoformat() if day else LATER, 0, each.number, ""),
            (
                cell(f"{when}, as claimed" if when else "no time is claimed"),
                cell(*named(each.named, notes)),
                number,
            ),
        )
        for claim in each.why.case.claims:
            yield (
                (_day(claim), 1, each.number, claim.id),
                (cell(_when(claim)), (line(*_said(claim, each), notes.mark(claim)),), number),
            )


def _said(claim: Claim, matter: Matter) -> tuple[str, ...]:
    back = ", and took it back" if claim.withdrawn_by else ""
    return (
        f"{speaker(claim)} {stance(claim.stance)} proposition {matter.number}{aspects(claim)}{back}",
    )


def _day(claim: Claim) -> str:
    found = spoken(claim)
    return found.isoformat() if found else LATER


def spoken(claim: Claim) -> date | None:
    """The first day on which a claim can have been made, or else that on which it was published."""
    for text in (claim.said, claim.published):
        try:
            when = parse(text)
        except BadDate:
            continue
        return when.earliest or when.latest
    return None


def _when(claim: Claim) -> str:
    if claim.said:
        return f"said {time(claim.said)}"
    return f"published {claim.published}" if claim.published else "no day given"


def _bar(matter: Matter) -> Bar:
    days = [(spoken(claim), side(claim)) for claim in matter.why.case.claims]
    marks = tuple(sorted({(day, which) for day, which in days if day}))
    return Bar(matter.number, matter.named.status, matter.first, matter.last, marks)
