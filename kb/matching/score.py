"""From features to a score and a verdict: a sum of weights, and the few rules that stand above it."""

from math import exp

from kb.matching.features import features
from kb.matching.model import Feature, Match, Party, Query
from kb.matching.words import Weights, weights

SAME_NAME = 0.9
"""The value of the name feature from which names count as the same (a likeness of 0.95)."""
OTHER_NAME = 0.0
"""The value of the name feature below which names count as different."""


def score(query: Query, party: Party, table: Weights | None = None) -> Match:
    """How likely a party is who or what the query describes, and why."""
    table = table or weights()
    if query.kind != party.kind and "unknown" not in (query.kind, party.kind):
        words = f"one is {_a(query.kind)}, the other {_a(party.kind)}"
        return Match(party, 0.0, "no", (Feature("kind", -1.0, 1.0, words),))
    kind = party.kind if query.kind == "unknown" else query.kind
    found = tuple(_weighed(*spoken, table) for spoken in features(query, party, kind))
    total = table.bias + sum(f.push for f in found)
    if not any(f.value > 0 for f in found):
        total = min(total, -6.0)
    value = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    verdict, notes = _verdict(value, found, table)
    return Match(party, round(value, 4), verdict, found, notes)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aou" else f"a {kind}"


def _weighed(name: str, value: float, words: str, table: Weights) -> Feature:
    upward, downward = table.features[name]
    return Feature(name, round(value, 4), upward if value >= 0 else downward, words)


def _verdict(
    value: float, found: tuple[Feature, ...], table: Weights
) -> tuple[str, tuple[str, ...]]:
    """What the score means, and the warnings that come with it."""
    said = {f.name: f.value for f in found if f.value}
    number, name = said.get("imo", 0.0), said.get("name")
    if number < 0 and name is not None and name >= SAME_NAME:
        return "warning", (_reuse(said),)
    notes = []
    if number > 0:
        clash = [n for n in ("built", "type", "tonnage") if said.get(n, 0.0) <= -0.6]
        if clash:
            notes.append(
                "The number is the same, but not what it should belong to "
                f"({', '.join(clash)}): one of the two may show another ship's IMO number."
            )
        elif name is not None and name < OTHER_NAME:
            notes.append("The same ship under another name: renamed, or shown under a false name.")
    if value >= table.match:
        return "match", tuple(notes)
    return ("possible" if value >= table.possible else "no"), tuple(notes)


def _reuse(said: dict[str, float]) -> str:
    """What a shared name with another IMO number may mean."""
    shared = [n for n in ("mmsi", "call-sign", "built", "tonnage") if said.get(n, 0.0) > 0]
    if shared:
        return (
            f"The name and more ({', '.join(shared)}) are the same, but the IMO number is another: "
            "a sign of a false identity."
        )
    return "The name is the same, but the IMO number is another: another ship, or a false identity."
