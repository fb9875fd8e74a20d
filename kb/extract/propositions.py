"""The propositions of a draft: the same event told several times becomes one, with what each told of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kb.extract.consignments import consignment, differ
from kb.extract.events import keys_of, lacking
from kb.vocabulary import Vocabulary

NEEDS: Mapping[str, tuple[str, ...]] = {
    "ArmsTransfer": ("supplier", "recipient"),
    "Sale": ("supplier", "recipient"),
    "Transfer": ("supplier", "recipient"),
    "Payment": ("supplier", "recipient"),
    "Shipment": ("vessel|origin|destination",),
    "Voyage": ("vessel", "origin|destination"),
    "PortCall": ("vessel", "portOfCall"),
    "ShipToShipTransfer": ("vessel", "receivingShip"),
    "AISGap": ("vessel",),
    "FlagChange": ("vessel", "toFlag"),
    "Visit": ("visitor", "place|host"),
    "Launch": ("actor",),
    "Seizure": ("actor", "vessel|cargo"),
    "Detention": ("vessel|participant",),
    "Inspection": ("vessel|cargo",),
    "Ownership": ("owner", "owned"),
    "Management": ("manager", "managed"),
    "Charter": ("vessel", "charterer"),
    "Insurance": ("vessel", "insurer"),
    "FlagRegistration": ("vessel", "flagState"),
    "Designation": ("designated", "authority"),
    "Delisting": ("designated", "authority"),
    "OfficeHolding": ("holder", "organization"),
    "Classification": ("vessel", "classSociety"),
    "Prohibition": ("underResolution",),
    "Renaming": ("vessel",),
    "FalseIdentity": ("vessel",),
    "Construction": ("site",),
}
"""Roles that the shapes ask for; `unknown` stands where the text does not tell."""
TWO = frozenset(
    {
        "Meeting",
        "Cooperation",
        "MilitaryCooperation",
        "ScientificCooperation",
        "JointVenture",
        "Association",
    }
)
CALLED = frozenset({"formerName", "newName", "falseName", "falseMmsi", "falseImoNumber"})
"""Roles that hold words of the text as they stand, not things."""
ONE = frozenset(
    {
        "newName",
        "formerName",
        "falseName",
        "entity",
        "sameAs",
        "portOfCall",
        "toFlag",
        "fromFlag",
        "supplier",
        "recipient",
        "owner",
        "authority",
        "receivingShip",
        "flagState",
        "insurer",
        "classSociety",
        "designated",
        "owned",
        "manager",
        "managed",
        "charterer",
    }
)
AGENTS = frozenset(
    "supplier recipient actor visitor host authority owner manager charterer insurer carrier consignee consignor broker"
    " classSociety organization".split()
)
SHIPS = frozenset({"vessel", "receivingShip"})
STATES = frozenset({"fromFlag", "toFlag", "flagState", "targetState"})
APART = (
    ("supplier", "recipient"),
    ("origin", "destination"),
    ("fromFlag", "toFlag"),
    ("owned", "owner"),
    ("managed", "manager"),
    ("vessel", "receivingShip"),
    ("newName", "formerName"),
    ("entity", "sameAs"),
)
"""Roles that one thing cannot hold both of: it keeps the first."""
UNTOLD = "#not-told"
"""Whoever the text does not tell, where `unknown` already stands for the other side."""
REACH = 6
"""How many paragraphs above a claim what it speaks of may stand."""
LOOSE = frozenset({"time", "cargo", "place"})
"""Roles in which two accounts of one event may differ without being two events."""


TIES = frozenset(
    "Insurance FlagRegistration Ownership Management Charter Classification OfficeHolding".split()
)
ENDED = re.compile(
    r"(?i)\b(?:laps\w+|expir\w+|cancel\w+|withdr\w+|terminat\w+|revok\w+|suspend\w+|ended|ceased|struck off|delet\w+|de-?regist\w+|de-?flag\w+|void|no longer|former(?:ly)?|resign\w+)\b"
)
"""What tells that a tie between two is over."""


@dataclass(slots=True)
class Told:
    """One proposition as it grows: kind, roles with identifiers, cargo and time as said."""

    identifier: str
    kind: str
    roles: dict[str, list[str]] = field(default_factory=dict)
    cargo: str = ""
    quantity: str = ""
    time: str = ""
    title: str = ""
    paragraph: int = 0
    ended: bool = False
    """Whether it tells that a tie ended, rather than that it held."""

    def near(self, paragraph: int) -> bool:
        """Whether it stands not far above a paragraph."""
        return paragraph - self.paragraph <= REACH


class Propositions:
    """Collects propositions, and joins those that tell of one event."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.told: list[Told] = []
        self.untold = False

    def add(
        self,
        kind: str,
        roles: Mapping[str, list[str]],
        cargo: str,
        time: str,
        title: str,
        paragraph: int,
        *,
        quantity: str = "",
        answers: bool,
    ) -> Told:
        """The proposition for one account: an earlier one that it agrees with, or a new one.

        An account that `answers` another, by denying or doubting it, adds nothing to what was told.
        """
        ended = kind in TIES and ENDED.search(title) is not None
        for earlier in reversed(self.told):
            alike = earlier.ended == ended and not differ(earlier.cargo, cargo)
            if alike and self._same(earlier, kind, roles, time):
                if not answers:
                    self._enrich(earlier, roles, cargo, time)
                    earlier.quantity = earlier.quantity or quantity
                return earlier
        made = Told(
            f"#p{len(self.told) + 1}",
            kind,
            {role: list(values) for role, values in roles.items()},
            cargo,
            quantity,
            time,
            title,
            paragraph,
            ended,
        )
        self.told.append(made)
        return made

    def last(self, paragraph: int) -> Told | None:
        """The latest event with roles, not far above a paragraph, as what "the allegations" may mean."""
        for earlier in reversed(self.told):
            if earlier.roles and earlier.kind != "Event" and earlier.near(paragraph):
                return earlier
        return None

    def _same(self, earlier: Told, kind: str, roles: Mapping[str, list[str]], time: str) -> bool:
        """Whether two accounts tell of one event: of one kind, sharing a role, contradicting each other in none."""
        if earlier.kind != kind or not kind or kind == "Event":
            return False
        shared = [role for role in roles if role in earlier.roles and role not in LOOSE]
        agree = all(set(roles[role]) & set(earlier.roles[role]) for role in shared)
        timed = not (
            time
            and earlier.time
            and time != earlier.time
            and not _open(time)
            and not _open(earlier.time)
        )
        own = [role for role in roles if role not in LOOSE]
        return agree and timed and bool(shared) and bool(own)

    def _enrich(self, earlier: Told, roles: Mapping[str, list[str]], cargo: str, time: str) -> None:
        for role, values in roles.items():
            known = earlier.roles.setdefault(role, [])
            known += [value for value in values if value not in known]
        earlier.cargo = earlier.cargo or cargo
        earlier.time = earlier.time or time

    def written(self) -> list[dict[str, Any]]:
        """The propositions as they stand in a report file."""
        return [self._written(each) for each in self.told]

    def _written(self, told: Told) -> dict[str, Any]:
        plain = not told.kind or lacking(told.kind, told.roles)
        few = told.kind in TWO and len(told.roles.get("participant", [])) < 2
        kind = "Event" if plain or few else told.kind
        found: dict[str, Any] = {"id": told.identifier, "type": kind}
        if kind == "Event":
            found["title"] = told.title
        allowed = keys_of(kind, self.words)
        for role, values in sorted(_apart(told.roles).items()):
            kept = [value for value in values if fits(role, value)]
            if role in allowed and kept:
                kept = kept[:1] if role in ONE or kind == "FlagRegistration" else kept
                found[role] = kept[0] if len(kept) == 1 else kept
        if kind == "Training" and "participant" in found:
            found["participant"] = _both(found["participant"], found.get("actor", "unknown"))
        found |= self._needed(kind, found)
        if (told.cargo or told.quantity) and "cargo" in allowed:
            found["cargo"] = consignment(told.cargo, self.words, told.quantity)
        if told.time:
            found["time"] = told.time
        if told.title and kind != "Event":
            found["description"] = told.title
        return found

    def _needed(self, kind: str, found: Mapping[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for need in NEEDS.get(kind, ()):
            choices = need.split("|")
            if not any(
                role in found or (role == "cargo" and found.get("cargo")) for role in choices
            ):
                made[choices[0]] = "unknown"
        for first, second in (("supplier", "recipient"), ("owned", "owner")):
            if made.get(first) == made.get(second) == "unknown":
                made[second] = UNTOLD
                self.untold = True
        return made


def fits(role: str, identifier: str) -> bool:
    """Whether a thing is of the sort that a role takes: an agent, a ship, a state."""
    stem = identifier.lstrip("#").partition(":")[0].partition("-")[0]
    if role in SHIPS:
        return stem == "ship"
    if role in STATES:
        return stem == "country"
    if role == "holder":
        return stem == "person"
    return role not in AGENTS or stem in ("country", "org", "person", "group")


def _apart(roles: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The roles with nothing in two of which it can hold only one."""
    found = {role: list(values) for role, values in roles.items()}
    for first, second in APART:
        if first in found and second in found:
            found[second] = [each for each in found[second] if each not in found[first]]
    return found


def _both(taught: str | list[str], teacher: str | list[str]) -> list[str]:
    """Who teaches and who is taught: both take part."""
    one = taught if isinstance(taught, list) else [taught]
    two = teacher if isinstance(teacher, list) else [teacher]
    return [*one, *(each for each in two if each not in one)]


def _open(time: str) -> bool:
    return "/" in time
