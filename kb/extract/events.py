"""Events and relations in a passage: their class by trigger words, their roles from the mentions in reach.

A role is filled only by a mention, or by the coarse words of the text itself ("two Russian ships"); what the
text does not say stays empty.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kb.extract.mention import Mention, pattern
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
FROM = re.compile(
    r"(?i)(?:\bfrom|\bout of|\bleft|\bleaving|\bdeparted|\bdeparting|\boff)\s+(?:the\s+)?(?:port\s+of\s+|ports\s+of\s+|[a-z]+\s+)?$"
)
TO = re.compile(
    r"(?i)(?:\bto|\binto|\bfor|\btowards?|\bbound\s+for|\breach(?:ed|ing)?|\bvia|[-–]bound)\s+(?:the\s+)?(?:port\s+of\s+|[a-z]+\s+port\s+of\s+|[a-z]+\s+)?$"
)
AT = re.compile(
    r"(?i)(?:\bat|\bin|\bnear|\boff|\boutside|\bwithin|\bon)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:port\s+of\s+|coast\s+of\s+|waters\s+(?:of|off)\s+)?$"
)
BY = re.compile(r"(?i)\bby\s+(?:the\s+)?$")
WITH = re.compile(r"(?i)\bwith\s+(?:the\s+|his\s+|her\s+|a\s+)?(?:[a-z]+\s+){0,2}$")
DEMONYM_NOUN = re.compile(
    r"^[’']?s?\s(?:[a-z-]+\s){0,2}(?:arms|weapons|munitions|ammunition|missiles|artillery|shells|drones|oil|crude|coal|fuel|shipments|supplies|deliveries|exports|cargo|rockets|textiles|goods|military)"
)
SUPPLY = frozenset({"ArmsTransfer", "Sale", "Transfer", "Payment", "Training"})
CARRIAGE = frozenset({"Shipment", "Voyage"})
JOINT = frozenset(
    {
        "Meeting",
        "Cooperation",
        "MilitaryCooperation",
        "ScientificCooperation",
        "JointVenture",
        "Association",
    }
)
BY_AUTHORITY = frozenset({"Seizure", "Detention", "Inspection", "Launch", "Construction"})
PARTIES = ("person", "org", "country", "group", "name")


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
    trigger = (content[0] + match.start(), content[0] + match.end())
    near = [m for m in mentions if sentence[0] <= m.start < sentence[1]]
    inside = [m for m in near if content[0] <= m.start < content[1]]
    roles: dict[str, list[Mention]] = defaultdict(list)
    for role, mention in _roles(text, kind, trigger, content, inside):
        if mention not in roles[role] and _allowed(kind, role, words):
            roles[role].append(mention)
    _add_date(roles, inside, near)
    coarse = _coarse(text, kind, content, roles, words)
    return Happening(kind, trigger, {role: tuple(ms) for role, ms in roles.items() if ms}, coarse)


def _allowed(kind: str, role: str, words: Vocabulary) -> bool:
    if kind not in _KEYS:
        _KEYS[kind] = words.keys_of([KB + kind])
    return role in _KEYS[kind]


_KEYS: dict[str, frozenset[str]] = {}
"""The roles of each kind, kept: there is one vocabulary."""


def _add_date(roles: dict[str, list[Mention]], inside: list[Mention], near: list[Mention]) -> None:
    dated = [m for m in inside if m.kind == "date" and m.value]
    if dated:
        roles["time"] = dated[:1]


def _roles(
    text: str, kind: str, trigger: Span, content: Span, inside: list[Mention]
) -> Iterator[tuple[str, Mention]]:
    for mention in inside:
        before = text[max(content[0], mention.start - 40) : mention.start]
        after = text[mention.end : content[1]]
        if mention.kind == "ship":
            yield _ship_role(kind, mention, trigger, before), mention
        elif mention.kind in ("port", "locality", "facility", "place"):
            yield from ((role, mention) for role in _place_roles(kind, before))
        elif mention.kind in PARTIES:
            yield from (
                (role, mention) for role in _party_roles(kind, mention, trigger, before, after)
            )


def _ship_role(kind: str, mention: Mention, trigger: Span, before: str) -> str:
    if (
        kind == "ShipToShipTransfer"
        and re.search(r"(?i)\b(?:to|onto|into|with)\s(?:the\s)?[^,;]{0,30}$", before)
        and mention.start > trigger[0]
    ):
        return "receivingShip"
    return {
        "Ownership": "owned",
        "Management": "managed",
        "Designation": "designated",
        "Delisting": "designated",
    }.get(kind, "vessel")


def _place_roles(kind: str, before: str) -> Iterator[str]:
    if FROM.search(before):
        yield "origin"
    elif TO.search(before) and kind not in ("PortCall", "Visit", "Seizure", "Detention"):
        yield "destination"
    elif kind == "PortCall":
        yield "portOfCall"
    elif kind in CARRIAGE and re.search(r"(?i)\band\s+(?:the\s+)?$", before):
        yield "destination"
    elif AT.search(before) or kind in ("Visit", "Meeting", "Seizure", "Detention"):
        yield "place"
    elif kind in ("Voyage", "Shipment"):
        yield "destination"


def _party_roles(
    kind: str, mention: Mention, trigger: Span, before: str, after: str
) -> Iterator[str]:
    if kind in SUPPLY:
        yield from _supply(mention, trigger, before, after)
    elif kind in CARRIAGE or kind == "ShipToShipTransfer":
        yield from _carriage(mention, trigger, before, after)
    elif kind in BY_AUTHORITY:
        yield from _authority(mention, trigger, before)
    elif kind == "Visit":
        yield from _visit(mention, trigger, before)
    elif kind in JOINT:
        yield "participant"
    elif kind in ("FlagChange", "FlagRegistration"):
        yield from _flag(kind, mention, before)
    else:
        yield from _standing(kind, mention, trigger, before)


HOLDERS = {
    "Ownership": "owner",
    "Management": "manager",
    "Charter": "charterer",
    "Insurance": "insurer",
}


def _standing(kind: str, mention: Mention, trigger: Span, before: str) -> Iterator[str]:
    """Roles in listings, holdings and bans."""
    earlier = mention.start < trigger[0]
    if kind in ("Designation", "Delisting"):
        yield "authority" if earlier and mention.kind in ("country", "org") else "designated"
    elif kind in HOLDERS:
        held = (
            bool(BY.search(before)) or earlier or bool(re.search(r"(?i)\bto\s+(?:the\s)?$", before))
        )
        if held and mention.kind in ("org", "person", "name"):
            yield HOLDERS[kind]
    elif mention.kind == "country" and kind == "Prohibition" and not earlier:
        yield "targetState"
    elif mention.kind == "country" and kind in ("PortCall", "AISGap") and AT.search(before):
        yield "place"


def _supply(mention: Mention, trigger: Span, before: str, after: str) -> Iterator[str]:
    if TO.search(before) and mention.start > trigger[0]:
        yield "recipient"
    elif (
        FROM.search(before)
        or DEMONYM_NOUN.match(after)
        or BY.search(before)
        or (mention.start < trigger[0] + 2 and mention.rule != "S-demonym")
    ):
        yield "supplier"
    elif (
        re.match(
            r"[’']?s?\s(?:with\s)?(?:weapons|arms|drones|missiles|ammunition|munitions)\b", after
        )
        or re.search(
            r"(?i)\b(?:arm(?:ed|ing|s)?|suppl(?:ied|ying)|provid(?:ed|ing)|sen[dt](?:ing)?|giv(?:en|ing)|gave|equip(?:ped|ping)?|sold)\s(?:the\s)?$",
            before,
        )
        or (
            mention.start > trigger[0]
            and re.search(
                r"(?i)\b(?:recipient|buyer|for use by|use by|destined for|for)\s(?:the\s)?(?:[a-z]+\s)?$",
                before,
            )
        )
    ):
        yield "recipient"


def _carriage(mention: Mention, trigger: Span, before: str, after: str) -> Iterator[str]:
    if mention.kind == "country" and mention.rule == "S-demonym" and not DEMONYM_NOUN.match(after):
        return
    if FROM.search(before) or DEMONYM_NOUN.match(after):
        yield "origin"
    elif TO.search(before):
        yield "destination"
    elif mention.kind in ("org", "person", "name") and (
        BY.search(before) or mention.start < trigger[0]
    ):
        yield "carrier"
    elif mention.kind == "country" and AT.search(before):
        yield "place"


def _authority(mention: Mention, trigger: Span, before: str) -> Iterator[str]:
    if AT.search(before):
        yield "place"
    elif BY.search(before) or mention.start < trigger[0]:
        yield "actor"


def _visit(mention: Mention, trigger: Span, before: str) -> Iterator[str]:
    if mention.kind == "person":
        yield "visitor" if mention.start < trigger[0] or BY.search(before) else "host"
    elif re.search(r"(?i)\b(?:to|in|into|visit(?:ed|ing|s)?|of)\s(?:the\s)?$", before):
        yield "place"


def _flag(kind: str, mention: Mention, before: str) -> Iterator[str]:
    if mention.kind != "country":
        return
    if kind == "FlagRegistration":
        yield "flagState"
    elif re.search(r"(?i)\bfrom\s(?:the\s)?(?:flag of\s)?(?:[a-z]+\s)?$", before):
        yield "fromFlag"
    elif re.search(
        r"(?i)\b(?:to|under|of|for)\s(?:the\s)?(?:[a-z]+\s)?$|\b(?:flag|now|becoming)\s$", before
    ):
        yield "toFlag"


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
