"""Events and relations in a passage: their class by trigger words, their roles from the mentions in reach.

A role is filled only by a mention, or by the coarse words of the text itself ("two Russian ships"); what the
text does not say stays empty.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kb.extract.mention import Mention, pattern
from kb.extract.roles import roles_of
from kb.extract.spans import Span
from kb.extract.triggers import CARGO, sort_of
from kb.namespaces import KB
from kb.vocabulary import Vocabulary

NUMBERED = r"(?:a|an|the|two|three|four|five|six|seven|eight|nine|ten|several|dozens of|at least \w+|\d+|some|another|other|one|each|both|these|those)"
COARSE_SHIPS = pattern(
    rf"\b{NUMBERED} (?:[A-Z]?[\w-]+ ){{0,4}}?(?:ships|vessels|tankers|freighters|dhows|boats|bulk carriers|bulkers|ship|vessel|tanker|freighter|dhow|boat|bulk carrier|carrier|barge|barges|fishing boat)\b",
    re.IGNORECASE,
)
COARSE_PORT = pattern(
    r"\b(?:a|an|the|another|two|several) (?:[A-Z]?[\w-]+ ){0,2}?(?:ports?|harbou?rs?|terminals?|anchorages?|airports?|airfields?|piers?|shipyards?)(?: in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?\b"
)
COARSE_PLACE = pattern(
    r"\b(?:a|an|the) (?:[\w-]+ ){0,4}?(?:facility|depots?|storage site|warehouses?|base|refinery|arsenal|storage facility)\b"
)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event or relation in a passage: its class, the mentions or words for each role, what is left open."""

    kind: str
    trigger: Span
    roles: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    coarse: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


def happening(
    text: str, content: Span, sentence: Span, mentions: Iterable[Mention], words: Vocabulary
) -> Happening | None:
    """What a passage speaks of, or None; roles from the passage, else (dates, ships, ports) from its sentence."""
    found = sort_of(text[content[0] : content[1]])
    if found is None:
        return None
    kind, match = found
    kind = _between_ships(kind, text[slice(*content)], content, mentions)
    trigger = (content[0] + match.start(), content[0] + match.end())
    near = [m for m in mentions if sentence[0] <= m.start < sentence[1]]
    inside = [m for m in near if content[0] <= m.start < content[1]]
    roles: dict[str, list[Mention]] = defaultdict(list)
    for role, mention in roles_of(text, kind, trigger, content, inside):
        if mention not in roles[role] and _allowed(kind, role, words):
            roles[role].append(mention)
    _add_date(roles, inside)
    coarse = _coarse(text, kind, content, roles, words)
    return Happening(kind, trigger, {role: tuple(ms) for role, ms in roles.items() if ms}, coarse)


PASSING = re.compile(
    r"(?i)\b(?:transfer\w*|pump\w*|discharg\w*|pass(?:ed|ing)|offload\w*|load\w*|took on|taken on|deliver\w*)\b"
)


def _between_ships(kind: str, part: str, content: Span, mentions: Iterable[Mention]) -> str:
    """A cargo that passes from one named ship to another is a ship-to-ship transfer."""
    ships = {m.text for m in mentions if m.kind == "ship" and content[0] <= m.start < content[1]}
    passed = kind in ("Shipment", "Voyage", "Sale") and len(ships) > 1 and PASSING.search(part)
    apart = re.search(r"(?i)\b(?:to|onto|into|from|with)\s(?:the\s)?(?:[\w-]+\s){0,3}", part)
    return "ShipToShipTransfer" if passed and apart else kind


_KEYS: dict[str, frozenset[str]] = {}
"""The roles of each kind, kept: there is one vocabulary."""


def _allowed(kind: str, role: str, words: Vocabulary) -> bool:
    if kind not in _KEYS:
        _KEYS[kind] = words.keys_of([KB + kind])
    return role in _KEYS[kind]


def _add_date(roles: dict[str, list[Mention]], inside: list[Mention]) -> None:
    dated = [m for m in inside if m.kind == "date" and m.value]
    if dated:
        roles["time"] = dated[:1]


def _coarse(
    text: str, kind: str, content: Span, roles: Mapping[str, list[Mention]], words: Vocabulary
) -> dict[str, tuple[Span, ...]]:
    """Participants without a name, in the text's own words, and the cargo."""
    found: dict[str, tuple[Span, ...]] = {}
    part = text[content[0] : content[1]]
    ship = "vessel" if _allowed(kind, "vessel", words) else ""
    if (
        ship
        and not roles.get(ship)
        and kind
        not in ("Meeting", "Visit", "ArmsTransfer", "Cooperation", "Prohibition", "Training")
    ):
        found |= _first(COARSE_SHIPS, part, content[0], ship)
    if _allowed(kind, "cargo", words):
        found |= _first(CARGO, part, content[0], "cargo")
    place = {"PortCall": "portOfCall", "Shipment": "place", "Voyage": "place"}.get(kind)
    if place and not any(roles.get(role) for role in (place, "destination", "origin")):
        found |= _first(COARSE_PORT, part, content[0], place) or _first(
            COARSE_PLACE, part, content[0], "destination" if kind != "PortCall" else place
        )
    return found


def _first(
    sought: re.Pattern[str], part: str, offset: int, role: str
) -> dict[str, tuple[Span, ...]]:
    match = sought.search(part)
    if match is None or not match[0].strip():
        return {}
    lead = len(match[0]) - len(match[0].lstrip())
    return {role: ((offset + match.start() + lead, offset + match.end()),)}
