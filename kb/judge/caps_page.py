"""Sums under caps as lines of text, JSON and CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kb.judge.caps import Cap, Delivery, Total
from kb.judge.caps_words import allowed, comes_to, period
from kb.judge.timeline_page import harmless
from kb.judge.why_page import visible

NOTE = (
    "These are sums of claims, not of facts: they hold only if all that is counted happened as claimed. "
    "Nothing here says that anybody broke a law."
)
COLUMNS = (
    *("provision", "provision_label", "cap", "unit", "from", "until", "proposition", "label"),
    *("status", "claims", "first", "last", "least", "claimed", "counted", "why_not"),
)


@dataclass(frozen=True, slots=True)
class Sums:
    """What was reckoned, and who claims what of each delivery in it."""

    totals: tuple[Total, ...]
    claims: Mapping[str, tuple[str, ...]]
    """The stances on each delivery, by the identifier of its proposition."""
    every: bool
    """Whether text lists the deliveries too."""


def as_text(sums: Sums) -> str:
    """A line for each cap and one for each of its periods; the deliveries below, where they are wanted."""
    lines = [NOTE] if sums.totals else ["No delivery under a cap is claimed."]
    shown: Cap | None = None
    for total in sums.totals:
        if total.cap != shown:
            shown = total.cap
            lines += ["", allowed(shown)]
        lines.append(f"  {period(total)}: {comes_to(total)}")
        if sums.every:
            lines += (f"    {line}" for line in _deliveries(sums, total))
    return "".join(f"{visible(line)}\n" for line in lines)


def _deliveries(sums: Sums, total: Total) -> Iterator[str]:
    for each in total.counted:
        yield f"{_line(each)}: at least {each.quantity:,.0f} {total.cap.unit}s ({each.words})"
        yield f"  {'; '.join(sums.claims.get(each.proposition.id, ()))}"
    for each, why in total.others:
        yield f"{_line(each)}: not counted: {why}"
        yield f"  {'; '.join(sums.claims.get(each.proposition.id, ()))}"


def _line(delivery: Delivery) -> str:
    days = f"{delivery.first or '?'} to {delivery.last or '?'}"
    name = delivery.proposition
    return f"{days}  {delivery.status}: {name.name}  <{name.id}>"


def as_json(sums: Sums) -> str:
    """A JSON array with an object for each period, its deliveries in it."""
    made = [
        {
            "provision": each.cap.provision.id,
            "provision_label": each.cap.provision.name,
            "cap": each.cap.quantity,
            "unit": each.cap.unit,
            "from": str(each.first or ""),
            "until": str(each.last or ""),
            "least": each.least,
            "disputed": each.contested,
            "passed_by": str(each.passed or ""),
            "in_words": comes_to(each),
            "deliveries": list(_objects(sums, each)),
        }
        for each in sums.totals
    ]
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _objects(sums: Sums, total: Total) -> Iterator[dict[str, object]]:
    pairs = [*((each, "") for each in total.counted), *total.others]
    for each, why in pairs:
        yield {
            "proposition": each.proposition.id,
            "label": each.proposition.name,
            "status": each.status,
            "claims": list(sums.claims.get(each.proposition.id, ())),
            "first": str(each.first or ""),
            "last": str(each.last or ""),
            "least": each.quantity,
            "claimed": each.words if each.quantity is not None else "",
            "counted": not why,
            "why_not": why,
        }


def as_csv(sums: Sums) -> str:
    """A row for each delivery in each period."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for total in sums.totals:
        cap = total.cap
        start = [cap.provision.id, cap.provision.name, f"{cap.quantity:g}", cap.unit]
        start += [str(total.first or ""), str(total.last or "")]
        for row in _objects(sums, total):
            cells = [*start, *(_cell(row[name]) for name in COLUMNS[6:])]
            writer.writerow([harmless(each) for each in cells])
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value if value is not None else "")


FORMATS: Mapping[str, Callable[[Sums], str]] = {"text": as_text, "json": as_json, "csv": as_csv}
"""Every format of sums."""
