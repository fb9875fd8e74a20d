"""What is not plausible about ships, as a table of lines, JSON and CSV."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from kb.judge.case_status import counted
from kb.judge.plausibility import Checked
from kb.judge.plausibility_visits import Stated
from kb.judge.timeline_page import harmless
from kb.judge.why_page import visible
from kb.judge.why_sections import QUOTE, warned

COLUMNS = (
    *("ship", "name", "kind", "warning", "calculation", "proposition", "status", "label", "time"),
    *("claims", "claimants"),
)


def as_table(found: Sequence[Checked]) -> str:
    """Each warning with its calculation and who claims what it is about; then what was not checked."""
    lines: list[str] = []
    for checked in found:
        warnings = counted(len(checked.warnings), "warning")
        presences = counted(checked.visits, "claimed presence")
        lines.append(f"{checked.name}  ({checked.ship}): {presences}, {warnings}")
        for warning in checked.warnings:
            for line in warned(warning):
                text = f"“{line.text}”  {line.place}" if line.kind == QUOTE else line.text
                lines.append("  " * (line.depth + 1) + text)
        if checked.unchecked:
            lines.append(f"  {len(checked.unchecked)} of them could not be checked:")
            lines += [f"    {each}" for each in checked.unchecked]
    total = counted(sum(len(each.warnings) for each in found), "warning")
    lines.append(f"{counted(len(found), 'ship')}, {total}. A warning decides nothing.")
    return "".join(f"{visible(line)}\n" for line in lines)


def as_json(found: Sequence[Checked]) -> str:
    """The same as a JSON array."""
    return json.dumps([plain(each) for each in found], ensure_ascii=False, indent=2) + "\n"


def plain(checked: Checked) -> dict[str, object]:
    """What was checked of a ship, as JSON takes it: days as text."""
    made: dict[str, object] = json.loads(json.dumps(asdict(checked), default=str))
    return made


def as_csv(found: Sequence[Checked]) -> str:
    """A row for each proposition of each warning."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for checked in found:
        for warning in checked.warnings:
            start = [warning.ship, warning.name, warning.kind, warning.text]
            for stated in warning.about:
                row = [*start, "; ".join(warning.calculation), *_stated(stated)]
                writer.writerow([harmless(each) for each in row])
    return out.getvalue()


def _stated(stated: Stated) -> list[str]:
    return [
        stated.proposition.id,
        stated.status,
        stated.proposition.name,
        stated.time,
        "; ".join(each.id for each in stated.claims),
        "; ".join(f"{each.claimant.name} {each.stance}" for each in stated.claims),
    ]


FORMATS: Mapping[str, Callable[[Sequence[Checked]], str]] = {
    "table": as_table,
    "json": as_json,
    "csv": as_csv,
}
"""Every format of what was checked."""
