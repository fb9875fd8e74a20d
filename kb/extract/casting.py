"""Gives the parts of one event to those who act in it, to times, amounts and goods."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kb.extract.actors import SITES
from kb.extract.anaphora import at_hand, both, ship_meant, ships_before
from kb.extract.bearing import ASIDE
from kb.extract.callings import CALLINGS, called
from kb.extract.chunks import Filler
from kb.extract.lading import goods
from kb.extract.mention import Mention, pattern
from kb.extract.prominence import Hit
from kb.extract.sorts import AIRCRAFT
from kb.extract.spans import Span

GEOGRAPHY = pattern(
    r"(?:\b(?:some |roughly |about )?\d[\d.,]* (?:nautical miles|miles|km|kilomet(?:er|re)s) (?:[\w-]+ )?(?:off|of|from|west|east|north|south)(?: of)? [A-Z][\w-]+(?: [A-Z][\w-]+)?"
    r"|\b(?:off|near|in|at|on|past|through) (?:the )?(?:coast of |waters of |waters off |mouth of )?(?:[A-Z][\w-]+ ){0,3}(?:Strait|Straits|Sea|Gulf|Ocean|Channel|Bay|Archipelago|Peninsula|Canal)(?: of [A-Z]\w+)?"
    r"|\b(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)? of [A-Z][\w-]+(?: [A-Z][\w-]+)?"
    r"|\b(?:off|near) (?:the )?(?:coast of )?[A-Z][\w-]+(?: [A-Z][\w-]+)?|\b(?:in international waters|on the high seas)(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?)"
)
MEANT_AS = {"Ownership": "owned", "Management": "managed", "Designation": "designated"}
SHIP_CLASSES = frozenset(
    "Voyage PortCall AISGap FlagChange FlagRegistration Renaming FalseIdentity Insurance Charter Classification ShipToShipTransfer".split()
)
"""Classes that are about a ship, so that one meant but not named is looked for before the passage."""
SEVERAL = frozenset(("designated", "participant"))
ONCE = frozenset(
    "supplier authority actor owner owned flagState portOfCall charterer insurer fromFlag origin destination".split()
)


LOADING = re.compile(
    r"(?i)\b(?:left|leaving|departed|entered|reached|load(?:ed|ing)|put on board|unload(?:ed|ing)|discharg(?:ed|ing)|offload(?:ed|ing)|land(?:ed|ing)|touch(?:ed|ing)\sdown|delivered|brought in|arriv(?:ed|ing))\b"
)
IT = re.compile(r"(?i)\b(?:it|she|her)\b(?!\s(?:had|said|has\s(?!been)|would|is\s(?!being)))")
PAIRED = re.compile(r"(?i)\b(?:both|the\stwo|these\stwo|the)\s(?:ships|vessels|tankers|boats)$")
TWO = re.compile(
    r"(?i)(?:both|the two|these two|the said|the|those|these)\s(?:ships|vessels|tankers)\b"
)
PRICED = frozenset({"Payment", "Sale", "Seizure"})
MONEY_FIRST = re.compile(r"(?i)(?:[a-z]+\s){0,3}(?:[$€£]|US\$|USD|EUR)")
"""An amount of money, which is the measure of a payment and of no cargo."""
CARRIED = frozenset({"ArmsTransfer", "Shipment", "Seizure", "Detention", "Inspection"})
"""Classes in which the ship that the text is about is the one meant where none is named."""


class Cast:
    """Collects the roles of one happening."""

    def __init__(self, text: str, content: Span, kind: str, hit: Hit, keys: frozenset[str]) -> None:
        self.text, self.content, self.kind, self.hit = text, content, kind, hit
        self.keys = keys
        self.roles: dict[str, list[Mention]] = defaultdict(list)
        self.coarse: dict[str, list[Span]] = defaultdict(list)
        self.definite: list[Filler] = []

    def add(self, role: str, each: Filler) -> None:
        """Gives a part to words, where the class has it and it is free."""
        if (
            role == "place"
            and each.relation in ("at", "in", "")
            and self.kind in ("Shipment", "ArmsTransfer")
        ):
            role = self.directed(each) or role
        if role == "origin" and each.joined and each.relation == "between":
            role = "destination"
        if each.mention is None and each.sort == "place" and self.bare(each):
            return
        if role not in self.keys or (role == "flagState" and each.mention is None):
            return
        if role == "cargo" and not AIRCRAFT.search(self.text, each.start, each.end):
            return
        if role in ONCE and (self.roles.get(role) or self.coarse.get(role)) and not each.joined:
            return
        if each.mention is not None:
            if each.mention.text not in [m.text for m in self.roles[role]]:
                self.roles[role].append(each.mention)
        elif each.sort == "ship" and each.definite:
            self.definite.append(each)
        else:
            self.coarse[role].append((each.start, each.end))

    def bare(self, each: Filler) -> bool:
        """Whether words for a place have no name in them and point back ("the south quay")."""
        words = self.text[each.start : each.end]
        return words.lower() in SITES or (
            words.lower().startswith("the ") and words == words.lower()
        )

    def directed(self, each: Filler) -> str:
        """Where goods are loaded is their origin, where they are unloaded or landed their destination."""
        before = self.text[self.content[0] : each.start]
        verbs = LOADING.findall(before)
        if not verbs or each.sort == "party":
            return ""
        return (
            "origin"
            if verbs[-1].lower().startswith(("load", "pack", "put", "le", "depart"))
            else "destination"
        )

    def between_ships(self, acting: Iterable[Filler]) -> None:
        """Of two ships, which one gives and which receives."""
        if self.kind != "ShipToShipTransfer":
            return
        given: list[Filler] = []
        taken: list[Filler] = []
        inward = self.hit.form is not None and (
            self.hit.form.way == "in"
            or re.match(r"(?i)receiv|took on|taken on|taking on", self.text[self.hit.start :][:10])
        )
        for each in acting:
            if each.sort != "ship":
                continue
            back = each.relation == "from"
            second = each.relation in ("to", "onto", "into", "with", "alongside", "and") or (
                each.joined and bool(given)
            )
            (given if back or not (second or (inward and each.relation == "")) else taken).append(
                each
            )
        if not taken and len(given) > 1:
            taken = given[1:]
            given = given[:1]
        self.roles.pop("vessel", None)
        self.coarse.pop("vessel", None)
        self.definite = []
        for role, listed in (("vessel", given), ("receivingShip", taken)):
            for each in listed[:1]:
                self.add(role, each)

    def things(self, inside: Sequence[Mention]) -> None:
        """Times, quantities, cargo, places at sea, and numbers that belong to the class."""
        dated = [m for m in inside if m.kind == "date" and not self._beside(m)]
        if dated:
            self.roles["time"] = [next((m for m in dated if m.value), dated[0])]
        sums = [
            m
            for m in inside
            if m.kind == "quantity" and (self.kind in PRICED or not MONEY_FIRST.match(m.text))
        ]
        if "cargo" in self.keys:
            if sums:
                self.roles["quantity"] = sums[:1]
            self._cargo(inside)
        if self.kind == "Renaming":
            self._called()
        if self.kind == "Breach":
            self.roles["breachedProvision"] = [m for m in inside if m.kind == "resolution"][:1]
        if self.kind == "FalseIdentity":
            self.roles["falseMmsi"] = [m for m in inside if m.kind == "mmsi"][:1]
            self._called()
        if "place" in self.keys and self.kind not in ("Voyage", "Shipment", "Launch", "Visit"):
            self._at_sea()

    def _beside(self, date: Mention) -> bool:
        """Whether a date stands in ", which …," where the event does not."""
        for aside in ASIDE.finditer(self.text, *self.content):
            if aside.start() < date.start < aside.end():
                return not aside.start() < self.hit.start < aside.end()
        return False

    def _called(self) -> None:
        """The names that a ship had, has or only shows; a name is no ship beside them."""
        for role, spans in called(self.text, self.content, self.kind).items():
            if not self.coarse.get(role):
                self.coarse[role] = list(spans)
        taken = {span for role in CALLINGS for span in self.coarse.get(role, [])}
        kept = [
            m for m in self.roles.get("vessel", []) if not any(a <= m.start < b for a, b in taken)
        ]
        self.roles["vessel"] = kept[:1]

    def _at_sea(self) -> None:
        """A place that only words tell ("off the coast of X", "in the Gulf of Oman"), which is no state's."""
        at = GEOGRAPHY.search(self.text, *self.content)
        if at is None:
            return
        within = [
            m
            for m in self.roles.get("place", [])
            if at.start() <= m.start < at.end() and m.kind == "country"
        ]
        if within:
            self.roles["place"] = [m for m in self.roles["place"] if m not in within]
        if not self.roles.get("place") and not self.coarse.get("place"):
            self.coarse["place"].append(at.span())

    def _cargo(self, inside: Sequence[Mention]) -> None:
        """What is moved: named goods before mere boxes; several where they are listed."""
        taken = [(m.start, m.end) for m in inside if m.kind in ("org", "ship", "person", "port")]
        taken += [span for role, spans in self.coarse.items() for span in spans if role != "cargo"]
        found = goods(self.text, self.content, self.hit, taken)
        if found:
            self.coarse["cargo"] = found

    def ship(self, mentions: Sequence[Mention], acting: Sequence[Filler]) -> None:
        """The ship that "it" or "the vessel" means, where the class is about one and none is named."""
        role = MEANT_AS.get(self.kind, "vessel")
        if self.kind == "ShipToShipTransfer" and self._both(mentions):
            return
        given = self.roles.get(role) or self.coarse.get(role) or self._renamed()
        if role not in self.keys or given:
            return
        listed = self.kind in ("Designation", "Seizure", "Detention")
        certain = bool(self.definite) or (
            listed and IT.search(self.text, *self.content) is not None
        )
        before = ships_before(mentions, self.content[0])
        if (
            self.definite
            and TWO.match(self.text, self.definite[0].start)
            and (pair := both(before))
        ):
            self.roles[role] = list(pair)
            return
        meant = ship_meant(
            self.text, self.content, before, always=self.kind in SHIP_CLASSES, named=certain
        )
        if (
            meant is None
            and not certain
            and self.kind in CARRIED
            and not (self.roles.get("supplier") or self.roles.get("recipient"))
            and not any(
                f.sort == "party" and not f.relation and f.end <= self.hit.start for f in acting
            )
        ):
            meant = at_hand(before, self.content[0])
        if meant is not None and not any(
            meant.text == m.text for ms in self.roles.values() for m in ms
        ):
            self.roles[role] = [meant]
        elif self.definite:
            self.coarse[role] = [(f.start, f.end) for f in self.definite[:1]]

    def _renamed(self) -> bool:
        """Whether the ship that is meant has both names here: "formerly the Pegas, had been renamed the Lana"."""
        return bool(self.coarse.get("newName") and self.coarse.get("formerName"))

    def _both(self, mentions: Sequence[Mention]) -> bool:
        """Whether "the two ships" that passed goods on are those named before: one gave, one received."""
        said = self.coarse.get("vessel", [])[:1]
        if self.roles.get("receivingShip") or not said:
            return False
        pair = both(ships_before(mentions, self.content[0]))
        if not pair or PAIRED.search(self.text, max(0, said[0][0] - 6), said[0][1]) is None:
            return False
        self.coarse.pop("vessel")
        self.coarse.pop("receivingShip", None)
        self.roles["vessel"], self.roles["receivingShip"] = [pair[0]], [pair[1]]
        return True

    def filled(self) -> tuple[dict[str, tuple[Mention, ...]], dict[str, tuple[Span, ...]]]:
        """The roles with mentions, and those with coarse words."""
        roles = {role: tuple(ms) for role, ms in self.roles.items() if ms}
        coarse = {
            role: tuple(spans)
            for role, spans in self.coarse.items()
            if spans and (role not in roles or role in SEVERAL)
        }
        return roles, coarse
