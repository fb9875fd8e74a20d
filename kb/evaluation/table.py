"""Scores as one table: precision, recall and F1 a measure, with an interval over the texts."""

import json
import random
from collections import defaultdict
from collections.abc import Sequence

from kb.evaluation.gold import KINDS
from kb.evaluation.score import Scored, Tally

RESAMPLES = 1000
SEED = 20_231_018
MEASURES = (
    *KINDS,
    "date value",
    "claims detected",
    "claims strict",
    "denials",
    "argument slots",
    "own voice",
)
SHARES = ("claimant of those", "stance of those", "passage of those", "event of those")
"""Of the claims detected, the part whose claimant, stance, passage (overlap 0.8) and event are right."""


def totals(scored: Sequence[Scored]) -> dict[str, Tally]:
    """All texts added up, by measure."""
    found: dict[str, Tally] = defaultdict(Tally)
    for each in scored:
        for name, tally in each.measures.items():
            found[name] += tally
    return found


def rules(scored: Sequence[Scored]) -> dict[str, Tally]:
    """By rule, how many claims it made and how many were in the gold, over all texts."""
    found: dict[str, Tally] = defaultdict(Tally)
    for each in scored:
        for name, tally in each.rules.items():
            found[name] += tally
    return dict(sorted(found.items()))


def interval(scored: Sequence[Scored], measure: str) -> tuple[float, float]:
    """The middle 95 % of F1 when the texts are drawn anew with replacement, from a fixed seed."""
    chance = random.Random(SEED)  # noqa: S311 - statistics, not secrets
    values = []
    for _ in range(RESAMPLES):
        drawn = [chance.choice(scored) for _ in scored]
        tally = Tally()
        for each in drawn:
            tally += each.measures.get(measure, Tally())
        values.append(tally.f1)
    values.sort()
    return values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES)]


def as_text(scored: Sequence[Scored], *, details: bool) -> str:
    """The table, and with details what was missed and what is wrong, text by text."""
    whole = totals(scored)
    lines = [
        f"{'measure':<20}{'P':>7}{'R':>7}{'F1':>7}  {'95 %':<12}{'right':>6}{'found':>7}{'gold':>6}"
    ]
    for name in MEASURES:
        tally = whole.get(name, Tally())
        low, high = interval(scored, name)
        lines.append(
            f"{name:<20}{tally.precision:7.2f}{tally.recall:7.2f}{tally.f1:7.2f}"
            f"  {f'{low:.2f}-{high:.2f}':<12}"
            f"{tally.right:6}{tally.found:7}{tally.sought:6}"
        )
    lines += ["", "of the claims detected, right:"]
    lines += [
        f"  {name.removesuffix(' of those'):<18}{whole[name].recall:6.2f}"
        for name in SHARES
        if name in whole
    ]
    lines += ["", "by rule, claims that are in the gold:"]
    lines += [
        f"  {name:<20}{tally.right:4} of {tally.found}" for name, tally in rules(scored).items()
    ]
    if details:
        lines += _details(scored)
    return "\n".join(lines) + f"\n{len(scored)} texts\n"


def _details(scored: Sequence[Scored]) -> list[str]:
    lines = []
    for each in scored:
        lines += ["", each.name]
        lines += [f"  missed: {words}" for words in each.missed]
        lines += [f"  wrong: {words}" for words in each.wrong]
    return lines


def as_json(scored: Sequence[Scored], *, details: bool) -> str:
    """The same as JSON."""
    whole = totals(scored)
    table = {}
    for name in (*MEASURES, *SHARES):
        tally = whole.get(name, Tally())
        low, high = interval(scored, name)
        table[name] = {
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
            "low": round(low, 4),
            "high": round(high, 4),
            "right": tally.right,
            "found": tally.found,
            "gold": tally.sought,
        }
    found: dict[str, object] = {
        "texts": len(scored),
        "measures": table,
        "rules": {
            name: {"right": tally.right, "found": tally.found}
            for name, tally in rules(scored).items()
        },
    }
    if details:
        found["details"] = {
            each.name: {"missed": each.missed, "wrong": each.wrong} for each in scored
        }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
