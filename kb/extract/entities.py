"""The things of a draft: each mention becomes a known thing, a new one by name, or an unnamed one.

By identifier first, then by exact name. A name alone never settles which ship is meant: a ship that the base
knows by that name is proposed (`mayBe`), not taken.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

from kb.extract.mention import Mention
from kb.namespaces import ID
from kb.report.names import CURIE
from kb.resources import ONTOLOGY
from kb.vocabulary import statements

TYPES = {
    "ship": "Ship",
    "person": "Person",
    "org": "Organization",
    "port": "Port",
    "country": "State",
    "place": "Place",
    "locality": "Settlement",
    "facility": "Facility",
    "group": "Group",
    "aircraft": "Aircraft",
}
COUNTS = {"two": 2, "three": 3, "four": 4, "both": 2, "one": 1, "a": 1, "an": 1, "another": 1}
SETTLED = ("country:", "port:")
"""Kinds of which the base has the one authoritative list."""
SHIP_WORDS = re.compile(
    r"(?i)(ships?|vessels?|tankers?|freighters?|dhows?|boats?|carriers?|bulkers?|barges?)$"
)
OF_WHAT = re.compile(r"\s(?:for|of|on|from|in|at|aboard|by|behind|with)\s")
"""What follows the head of some words: "the agent for the ship"."""
DEFINITE = re.compile(r"(?i)(?:the|these|those|both|said|that|this)\b")
ALIKE = dict.fromkeys(("ships", "vessels"), ("ships", "vessels")) | {
    word: (word, "ship", "vessel") for word in ("ship", "vessel", "tanker", "freighter", "dhow")
}
"""What may be said for a ship told of before: "the two ships" for "two Russian vessels"."""
NEAR_NUMBER = 80
SEATS = {
    "white house": "org:white-house",
    "kremlin": "org:kremlin",
    "pentagon": "org:pentagon",
    "downing street": "org:downing-street",
}
"""Seats of power that speak as bodies of their own; elsewhere the state is meant."""


class Entities:
    """Gives identifiers to what a text names, and collects the descriptions that the draft needs."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.text = text
        self.mentions = {(m.start, m.end): m for m in mentions}
        self.described: dict[str, dict[str, Any]] = {}
        self.names: dict[tuple[str, str], str] = {}
        self.coarse: dict[str, tuple[str, ...]] = {}
        self.told_of: dict[str, tuple[str, ...]] = {}
        self.numbers = _ship_numbers(self.mentions.values(), text)

    def of(self, span: tuple[int, int], role: str) -> tuple[str, ...]:
        """The identifiers of what some words name, in a role; several for "two ships"."""
        mention = self.mentions.get(span)
        if mention is not None and mention.kind in TYPES:
            return (self._named(mention, role),)
        if mention is not None and mention.kind == "name":
            return (self._ambiguous(mention, role),)
        return self._unnamed(span, role)

    def publisher(self, name: str) -> dict[str, Any]:
        """The description of the publisher of the report."""
        known = next(
            (
                m.value
                for m in self.mentions.values()
                if m.value.startswith("org:") and m.text == name
            ),
            "",
        )
        return {"id": known or f"org:{slug(name)}", "type": "Organization", "name": name}

    def _named(self, mention: Mention, role: str) -> str:
        name = _full(mention)
        if mention.kind == "country":
            return SEATS.get(_key(name), mention.value) if role == "claimant" else mention.value
        if mention.value.startswith(SETTLED):
            return mention.value
        key = (mention.kind, _key(name))
        if key not in self.names:
            self.names[key] = self._new(mention, name)
        return self.names[key]

    def _new(self, mention: Mention, name: str) -> str:
        described: dict[str, Any] = {"type": TYPES[mention.kind], "name": name}
        if mention.kind == "ship":
            return self._ship(mention, name, described)
        if mention.value in reference_bodies():
            return mention.value
        if mention.value and ":" in mention.value:
            described["warning"] = (
                f"The base knows {mention.value} by this name: make sure that it is the same."
            )
            return self._keep(mention.value, described)
        if mention.kind == "org" and mention.rule == "O-acronym":
            described["warning"] = "Only initials: write the full name."
        local = mention.kind in ("port", "place")
        made = f"#{mention.kind}-{slug(name)}" if local else f"{mention.kind}:{slug(name)}"
        return self._keep(made, described)

    def _ship(self, mention: Mention, name: str, described: dict[str, Any]) -> str:
        number = self.numbers.get(_key(name))
        if number:
            return self._keep(f"ship:imo-{number}", {**described, "imoNumber": number})
        if mention.value:
            described["mayBe"] = mention.value
            described["warning"] = (
                "A ship of this name is in the base; a name alone does not show that it is the same."
            )
        return self._keep(f"#ship-{slug(name)}", described)

    def _ambiguous(self, mention: Mention, role: str) -> str:
        """A name that several things have: one of its own, with the candidates."""
        things = re.findall(r"[a-z]+:[^\s,]+", mention.note)
        kind = (
            "port"
            if any(t.startswith("port:") for t in things) and role in PLACES
            else _kind(things)
        )
        key = (kind, _key(mention.text))
        if key not in self.names:
            described = {
                "type": TYPES[kind],
                "name": mention.text,
                "mayBe": things[:9],
                "warning": "Several things have this name.",
            }
            self.names[key] = self._keep(f"#{kind}-{slug(mention.text)}", described)
        return self.names[key]

    def _keep(self, identifier: str, described: dict[str, Any]) -> str:
        self.described.setdefault(identifier, {"id": identifier, **described})
        return identifier

    def _unnamed(self, span: tuple[int, int], role: str) -> tuple[str, ...]:
        words = " ".join(self.text[span[0] : span[1]].split())
        key = f"{role if role in PLACES else ''} {re.sub(r'(?i)^(?:the|those|these) ', '', words.casefold())}"
        if key in self.coarse:
            return self.coarse[key]
        what = OF_WHAT.split(words, maxsplit=1)[0]
        head = what.casefold().rsplit(None, 1)[-1]
        if DEFINITE.match(words) and head in self.told_of:
            return self.told_of[head]
        if role in SHIPS or SHIP_WORDS.search(what):
            made = tuple(self._ships(words))
        elif role in PLACES:
            made = (self._place(words, span, role),)
        else:
            made = (self._group(words),)
        self.coarse[key] = made
        if not DEFINITE.match(words):
            for alike in ALIKE.get(head, (head,)):
                self.told_of[alike] = made
        return made

    def _ships(self, words: str) -> Iterable[str]:
        first = words.split()[0].casefold()
        rest = re.sub(r"(?i)^(?:the|these|those) ", "", words)
        count = COUNTS.get(rest.split()[0].casefold(), COUNTS.get(first, 1))
        for number in range(1, count + 1):
            note = words if count == 1 else f"{number} of: {words}"
            yield self._keep(self._free("ship"), {"type": "Ship", "unnamed": "true", "note": note})

    def _place(self, words: str, span: tuple[int, int], role: str) -> str:
        port = (
            re.search(r"(?i)\b(?:ports?|harbou?rs?|anchorages?|terminals?)\b", words)
            or role == "portOfCall"
        )
        described: dict[str, Any] = {
            "type": "Port" if port else "Facility",
            "unnamed": "true",
            "note": words,
        }
        state = next(
            (
                m.value
                for m in self.mentions.values()
                if m.kind == "country"
                and span[0] <= m.start < span[1] + 40
                and m.value
                and m.end <= span[1]
            ),
            None,
        )
        if state:
            described["state"] = state
        return self._keep(self._free("port" if port else "facility"), described)

    def untold(self, identifier: str) -> None:
        """Describes whoever the text does not tell of."""
        note = "the text does not tell who"
        self._keep(identifier, {"type": "Group", "unnamed": "true", "note": note})

    def _group(self, words: str) -> str:
        made = f"#group-{slug(words)[:48].strip('-')}"
        return self._keep(made, {"type": "Group", "unnamed": "true", "note": words})

    def _free(self, stem: str) -> str:
        number = 1
        while f"#{stem}-{number}" in self.described:
            number += 1
        return f"#{stem}-{number}"


PLACES = frozenset({"place", "origin", "destination", "portOfCall", "site"})
SHIPS = frozenset({"vessel", "receivingShip"})


def is_place(identifier: str) -> bool:
    """Whether an identifier of a draft is a place's."""
    return identifier.startswith(
        (
            "country:",
            "port:",
            "locality:",
            "facility:",
            "place:",
            "#port",
            "#place",
            "#facility",
            "#locality",
        )
    )


@cache
def reference_bodies() -> frozenset[str]:
    """The organisations of the reference data: they are referred to, and not described again."""
    found = statements(ONTOLOGY, "reference/organisations.ttl")
    return frozenset(str(t.subject.value).removeprefix(ID).replace("/", ":", 1) for t in found)  # type: ignore[union-attr]


def slug(name: str) -> str:
    """A name in small Latin letters, digits and hyphens; other scripts stay as they are."""
    plain = (
        unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        if name.isascii() or _latin(name)
        else name
    )
    made = (
        re.sub(r"[^\w]+", "-", plain.casefold().replace("’", "").replace("'", "")).strip("-_")
        or "unnamed"
    )
    return made if CURIE.fullmatch(f"org:{made}") else "unnamed"


def _latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(mark, "") for mark in name if mark.isalpha())


def _full(mention: Mention) -> str:
    """The name that a surname is short for, else the mention's own words without a possessive."""
    words = mention.note.removeprefix("short for ") if mention.rule == "H-surname" else mention.text
    return re.sub(r"[’']s?$", "", " ".join(words.split()))


def _key(name: str) -> str:
    return name.casefold().replace("’", "'")


def _kind(things: list[str]) -> str:
    kinds = [thing.partition(":")[0] for thing in things]
    return next((kind for kind in kinds if kind in TYPES), "place")


def _ship_numbers(mentions: Iterable[Mention], text: str) -> dict[str, str]:
    """The IMO number of each ship that stands just before one, by name; a name with two numbers has none."""
    found: dict[str, set[str]] = {}
    last: Mention | None = None
    for mention in sorted(mentions, key=lambda m: m.start):
        if mention.kind == "ship":
            last = mention
        elif mention.kind == "imo-number" and mention.value and last is not None:
            gap = text[last.end : mention.start]
            if len(gap) < NEAR_NUMBER and not re.search(r"[.;]\s", gap):
                found.setdefault(_key(_full(last)), set()).add(mention.value)
                last = None
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1}
