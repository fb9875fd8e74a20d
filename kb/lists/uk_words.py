"""The UK Sanctions List's designations, from whichever form they come in: XML or CSV.

The list prints "owner/operator" as one word: such a tie is a link of kind "other" with the list's label,
for it does not say which. A flag that the list calls believed is a "believed-flag", never a flag.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kb.lists.dates import dated
from kb.lists.model import (
    Audit,
    Entry,
    Fact,
    Identifier,
    Link,
    Listing,
    Name,
    Profile,
)
from kb.lists.states import code

KINDS = {"individual": "person", "entity": "organization", "ship": "vessel"}
NAME_KINDS = {
    "primary name": "primary",
    "primary name variation": "spelling",
    "alias": "alias",
    "former name": "former",
    "previous name": "former",
}
NO_VALUE = frozenset({"", "n/a", "na", "unknown", "not known", "-"})
REGIME = re.compile(r"[A-Z]{2,8}")
PIPED = re.compile(r"\s*\|\s*")
IDENTIFIERS = {
    "ofsi group id": ("other", "OFSI Group ID"),
    "un reference number": ("other", "UN Reference Number"),
    "passport number": ("passport", "Passport number"),
    "national identifier number": ("national-id", "National Identifier number"),
    "business registration number (s)": ("registration", "Business registration number (s)"),
    "imo number": ("imo", "IMO number"),
    "hull identification number (hin)": ("other", "Hull identification number (HIN)"),
}
"""Scheme and the list's words, by field."""
FACTS = {
    "title": ("title", "Title"),
    "gender": ("gender", "Gender"),
    "position": ("position", "Position"),
    "nationality(/ies)": ("nationality", "Nationality(/ies)"),
    "phone number": ("phone", "Phone number"),
    "website": ("website", "Website"),
    "email address": ("email", "Email address"),
    "type of entity": ("type", "Type of entity"),
    "type of ship": ("type", "Type of ship"),
    "current believed flag of ship": ("believed-flag", "Current believed flag of ship"),
    "previous flags": ("former-flag", "Previous flags"),
    "tonnage of ship": ("tonnage", "Tonnage of ship"),
    "length of ship": ("length", "Length of ship"),
    "designation source": ("other", "Designation source"),
    "crypto wallet address": ("other", "Crypto wallet address"),
    "other information": ("remark", "Other Information"),
}
"""Kind and the list's words, by field."""
DATES = {
    "d.o.b": ("birth-date", "D.O.B"),
    "year built": ("build-year", "Year Built"),
}
DATED = frozenset({*DATES, "last updated", "date designated"})
"""Fields that hold a date."""
OF_STATES = frozenset({"nationality(/ies)", "current believed flag of ship", "previous flags"})
LINKS = {
    "parent company": ("parent", "Parent company"),
    "subsidiaries": ("subsidiary", "Subsidiaries"),
    "current owner/operator (s)": ("other", "Current owner/operator (s)"),
    "previous owner/operator (s)": ("other", "Previous owner/operator (s)"),
}
"""Kind and the list's words, by field."""


def profile(form: str) -> Profile:
    """The metadata of the list in one of its forms."""
    return Profile(
        name="uk",
        title="UK Sanctions List",
        authority="org:foreign-office",
        licence="Open Government Licence v3.0",
        format_version=form,
        homepage="https://www.gov.uk/government/publications/the-uk-sanctions-list",
        fewest=3000,
        most=20000,
    )


@dataclass(slots=True)
class Designation:
    """What a designation holds: values by field with their notes, in order and each once; and its names.

    Fields are named as the columns of the CSV form, in lower case.
    """

    key: str
    line: int
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    names: dict[Name, None] = field(default_factory=dict)
    addresses: dict[tuple[str, str], None] = field(default_factory=dict)
    births: dict[tuple[str, str], None] = field(default_factory=dict)
    measures: dict[str, None] = field(default_factory=dict)
    refused: set[tuple[str, str]] = field(default_factory=set)

    def put(self, name: str, value: str, place: str, audit: Audit, note: str = "") -> None:
        """Adds a value of a field, unless it says that there is none; a date that is none is told once."""
        if value.casefold() in NO_VALUE or (name, value) in self.refused:
            return
        if name in DATED:
            found = dated(value, place, audit)
            if not found:
                self.refused.add((name, value))
                return
            value = found
        held = self.values.setdefault(name, {})
        held[value] = held.get(value) or note

    def first(self, name: str) -> str:
        """The first value of a field, or ""."""
        return next(iter(self.values.get(name, ())), "")

    def name(self, parts: list[str], kind: str, strength: str, audit: Audit) -> None:
        """Adds a name from its parts in the list's order: Name 1 to Name 5, then Name 6."""
        text = " ".join(part for part in parts if part)
        if text.casefold() in NO_VALUE:
            return
        told = NAME_KINDS.get(" ".join(kind.casefold().split()))
        if told is None:
            audit.miss(f"name type {kind}")
        if strength.casefold().startswith("low"):
            told = "weak"
        self.names[Name(text, told or "alias", note=strength)] = None

    def foreign(self, text: str, script: str, language: str) -> None:
        """Adds a name in a script that is not Latin."""
        if text and text.casefold() not in NO_VALUE:
            self.names[Name(text, "spelling", script=script, language=language)] = None

    def address(self, lines: list[str], state: str) -> None:
        """Adds an address from its lines and postal code, and its country."""
        told = [part for part in (*lines, state) if part.casefold() not in NO_VALUE]
        if told:
            self.addresses[", ".join(told), code(state)] = None

    def birth(self, town: str, state: str) -> None:
        """Adds a place of birth."""
        told = [part for part in (town, state) if part.casefold() not in NO_VALUE]
        if told:
            self.births[", ".join(told), code(state)] = None

    def impose(self, text: str) -> None:
        """Adds the measures that a cell or element lists, divided by bars."""
        self.measures.update((part, None) for part in PIPED.split(text) if part)

    def indicate(self, tags: Mapping[str, str]) -> None:
        """Adds measures told as flags by name ("AssetFreeze": "true") where the words do not have them."""
        told = {_letters(measure) for measure in self.measures}
        for tag, value in tags.items():
            if value.casefold() in ("true", "1", "yes", "y") and _letters(tag) not in told:
                self.measures[re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tag)] = None

    def entry(self, place: str, audit: Audit) -> Entry:
        """The designation as an entry; a type that is unknown is told."""
        kind = self.first("designation type")
        if kind.casefold() not in KINDS:
            audit.odd(f"{place}: {self.key} is of an unknown type, {kind!r}.")
        return Entry(
            key=self.key,
            kind=KINDS.get(kind.casefold(), "unknown"),
            names=tuple(self.names),
            identifiers=tuple(
                Identifier(scheme, value, label, note=note)
                for column, (scheme, label) in IDENTIFIERS.items()
                for value, note in self.values.get(column, {}).items()
            ),
            facts=tuple(self._facts()),
            links=tuple(
                Link(tie, name=value, label=label)
                for column, (tie, label) in LINKS.items()
                for value in self.values.get(column, ())
            ),
            listings=(self._listing(),),
            line=self.line,
        )

    def _facts(self) -> Iterator[Fact]:
        for column, (kind, label) in FACTS.items():
            for value in self.values.get(column, ()):
                yield Fact(kind, value, label, country=code(value) if column in OF_STATES else "")
        for column, (kind, label) in DATES.items():
            for value in self.values.get(column, ()):
                yield Fact(kind, value, label)
        for text, state in self.addresses:
            yield Fact("address", text, "Address", country=state)
        for text, state in self.births:
            yield Fact("birth-place", text, "Town and country of birth", country=state)

    def _listing(self) -> Listing:
        regime = REGIME.match(self.key)
        return Listing(
            programme=regime[0] if regime else "",
            provision="; ".join(self.values.get("regime name", ())),
            measures=tuple(self.measures),
            listed=self.first("date designated"),
            amended=tuple(self.values.get("last updated", ())),
            reason="\n\n".join(self.values.get("uk statement of reasons", ())),
            reference=self.key,
        )


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())
