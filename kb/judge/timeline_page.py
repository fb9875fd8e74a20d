"""A timeline as text, Markdown, JSON and CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from kb.judge.case_reading import spoken
from kb.judge.case_status import counted
from kb.judge.timeline import NO_TIME, Moment, Timeline
from kb.judge.why_page import escaped, visible

COLUMNS = (
    *("when", "what", "proposition", "role", "status", "stance", "claimant", "said", "published"),
    *("recorded", "claim", "report", "quote", "start", "end", "withdrawn"),
)
CLOCK = {
    "event": "when it is said to have been",
    "said": "when it was said",
    "published": "when it was published",
    "recorded": "when it was recorded in the base",
}


def as_text(found: Timeline) -> str:
    """Lines by time: what is claimed and its status once, below it each claim with its quote."""
    lines = [_title(found)]
    for when, what, moments in _grouped(found):
        lines += ["", visible(f"{when}  {what}")]
        for each in moments:
            lines.append(visible(f"  {_who(each)}  <{each.claim}>"))
            lines += [
                f"    “{visible(q.text)}”  {visible(each.title)}, {q.start}–{q.end}"
                for q in each.quotes
            ]
    return "\n".join(lines) + "\n"


def as_markdown(found: Timeline) -> str:
    """The same as Markdown."""
    lines = [f"# {escaped(_title(found))}"]
    for when, what, moments in _grouped(found):
        lines += ["", f"## {escaped(when)}", "", escaped(what), ""]
        for each in moments:
            lines.append(f"- {escaped(_who(each))} {escaped(f'<{each.claim}>')}")
            lines += [
                f"  - “{escaped(q.text)}” — {escaped(each.title)}, {q.start}–{q.end}"
                for q in each.quotes
            ]
    return "\n".join(lines) + "\n"


def _title(found: Timeline) -> str:
    count = counted(len(found.moments), "claim or listing", "claims and listings")
    return visible(
        f"{found.entity.name}  ({found.entity.id}): {count}, in order of {CLOCK[found.clock]}"
    )


def _grouped(found: Timeline) -> Iterator[tuple[str, str, list[Moment]]]:
    """Neighbours that have one time and one proposition, under one heading."""
    group: list[Moment] = []
    for each in found.moments:
        if group and (each.when, each.proposition) != (group[0].when, group[0].proposition):
            yield _heading(group)
            group = []
        group.append(each)
    if group:
        yield _heading(group)


def _heading(group: list[Moment]) -> tuple[str, str, list[Moment]]:
    first = group[0]
    role = f" (as {first.role})" if first.role else ""
    name = f"  <{first.proposition}>" if first.proposition else ""
    return spoken(first.when) or NO_TIME, f"{first.status.upper()}: {first.what}{role}{name}", group


def _who(each: Moment) -> str:
    said = f", said {spoken(each.said)}" if each.said else ""
    back = ", taken back since" if each.withdrawn else ""
    return f"{each.claimant} {each.stance}{said}{back}"


def as_json(found: Timeline) -> str:
    """The timeline as a JSON object."""
    made = asdict(found)
    for each in made["moments"]:
        del each["order"]
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def as_csv(found: Timeline) -> str:
    """A row for each claim and listing, with the first quote and its place."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in found.moments:
        quote = each.quotes[0] if each.quotes else None
        row = {name: getattr(each, name, "") for name in COLUMNS}
        row |= {"quote": quote.text, "start": quote.start, "end": quote.end} if quote else {}
        row["withdrawn"] = "yes" if each.withdrawn else ""
        writer.writerow([harmless(str(row[name])) for name in COLUMNS])
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


FORMATS: Mapping[str, Callable[[Timeline], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
    "markdown": as_markdown,
}
"""Every format of a timeline."""
