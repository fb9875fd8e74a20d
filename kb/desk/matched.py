"""Answers of matching as text, table, CSV and JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from kb.matching.fleet import Row
from kb.matching.model import Match
from kb.questions.formats import FORMATS, visible
from kb.questions.shown import Shown

COLUMNS = ("line", "asked", "verdict", "score", "party", "party_label", "kind", "why", "note")


@dataclass(frozen=True, slots=True)
class Answered:
    """A row that was asked, and what was found; `held` says what was decided of a party's identity."""

    row: Row
    matches: tuple[Match, ...]


def records(
    answers: Sequence[Answered], held: dict[str, tuple[str, ...]], *, empty: bool
) -> list[dict[str, object]]:
    """One record for each match; with `empty`, also one for each row that has none."""
    found: list[dict[str, object]] = []
    for answer in answers:
        found += [_record(answer.row, match, held) for match in answer.matches]
        if empty and not answer.matches:
            blank: dict[str, object] = dict.fromkeys(COLUMNS, "")
            found.append(
                blank | {"line": answer.row.line, "asked": answer.row.name, "verdict": "no"}
            )
    return found


def _record(row: Row, match: Match, held: dict[str, tuple[str, ...]]) -> dict[str, object]:
    notes = (*match.notes, *held.get(match.party.key, ()))
    return {
        "line": row.line,
        "asked": row.name,
        "verdict": match.verdict,
        "score": round(match.score, 2),
        "party": match.party.key,
        "party_label": match.party.names[0].text if match.party.names else "",
        "kind": match.party.kind,
        "why": "; ".join(match.sentences),
        "note": " ".join(notes),
    }


def as_text(answers: Sequence[Answered], held: dict[str, tuple[str, ...]]) -> str:
    """The matches of one query as lines for people."""
    lines = []
    for answer in answers:
        for match in answer.matches:
            names = ", ".join(name.text for name in match.party.names[:4])
            key, kind = match.party.key, match.party.kind
            lines.append(f"{match.verdict} {match.score:.2f}  {key}  {names} ({kind})")
            lines += [f"    {sentence}" for sentence in match.sentences]
            lines += [f"    ! {note}" for note in (*match.notes, *held.get(key, ()))]
    return "".join(f"{visible(line)}\n" for line in lines)


def written(found: list[dict[str, object]], form: str) -> str:
    """Records as table, csv, json or jsonl."""
    if form == "json":
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    if form == "jsonl":
        return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found)
    rows = tuple(tuple(str(each[column]) for column in COLUMNS) for each in found)
    if form == "table":
        columns = tuple(name.removesuffix("_label") for name in COLUMNS if name != "kind")
        cells = tuple(
            tuple(c for c, n in zip(row, COLUMNS, strict=True) if n != "kind") for row in rows
        )
        return FORMATS["table"](Shown(("line", *columns[1:4], "key", *columns[5:]), cells))
    return FORMATS[form](Shown(COLUMNS, rows))
