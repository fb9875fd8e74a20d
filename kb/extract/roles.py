"""Who plays which part in an event: by the words just before and after each mention."""

import re
from collections.abc import Iterator

from kb.extract.mention import Mention
from kb.extract.spans import Span

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


def roles_of(
    text: str, kind: str, trigger: Span, content: Span, inside: list[Mention]
) -> Iterator[tuple[str, Mention]]:
    """Each mention that plays a part, with the role: a key of report files."""
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
