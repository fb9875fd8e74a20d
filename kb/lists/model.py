"""A list as every importer gives it: entries with all that the list says, before any of it is RDF.

Dates are EDTF text ("1962", "1962-05", "1962~", "2018-03-30"), as exact as the list is and never more.
Text is the list's own, stripped of outer space; nothing is translated, corrected or merged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

KINDS = ("vessel", "aircraft", "person", "organization", "unknown")
NAME_KINDS = ("primary", "alias", "former", "weak", "spelling")
MOST = 1000
"""How many oddities, and how many paths of what was not read, an audit keeps in words."""
OTHER_PATHS = "(all other paths)"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entry; `kind` is one of `NAME_KINDS` (weak: the list calls it low quality)."""

    text: str
    kind: str = "primary"
    script: str = ""
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier; `label` is the list's own word for its scheme.

    `scheme`: "imo", "company-imo", "mmsi", "call-sign", "passport", "tax", "registration", "national-id",
    "lei", "bic", "tail-number", "other". `value` is what the list prints. An identifier that the list
    itself calls false or fraudulent has `false` set: it is never the entry's own.
    """

    scheme: str
    value: str
    label: str = ""
    country: str = ""
    issued: str = ""
    expires: str = ""
    note: str = ""
    false: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of an entry; `label` is the list's own word for its kind.

    `kind`: "flag", "former-flag", "believed-flag", "false-flag", "type", "gross-tonnage", "deadweight",
    "tonnage", "length", "build-year", "birth-date", "birth-place", "death-date", "nationality",
    "citizenship", "gender", "title", "position", "address", "country", "website", "email", "phone",
    "incorporated", "home-port", "remark", "other".

    `country` is the ISO 3166 alpha-2 code in lower case where the list gives a state, else empty.
    """

    kind: str
    value: str
    label: str = ""
    country: str = ""
    since: str = ""
    until: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another party. It reads "`name` is the `kind` of this entry"; `label` is the list's own word.

    `kind`: "owner", "former-owner", "manager", "operator", "former-operator", "charterer", "linked-to",
    "family", "associate", "acts-for", "parent", "subsidiary", "leader", "provides-support", "other". The
    other party is `key` (its key in the same list) or only `name`.
    """

    kind: str
    name: str = ""
    key: str = ""
    label: str = ""
    since: str = ""
    until: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Why and how an entry is listed: one designation. Several where the list says so (the UN's vessel
    measures by paragraph; programmes of OFAC).

    `programme` is the list's code ("SDN", "DPRK2", "1718"), `provision` its words for the legal basis,
    `resolutions` pairs like ("2270", "12") (paragraph may be empty), `measures` the list's own words for
    what is imposed, `reference` the list's permanent reference number.
    """

    programme: str = ""
    provision: str = ""
    resolutions: tuple[tuple[str, str], ...] = ()
    measures: tuple[str, ...] = ()
    listed: str = ""
    amended: tuple[str, ...] = ()
    delisted: str = ""
    reason: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: `key` is the list's own stable identifier, `line` where it starts (0: unknown)."""

    key: str
    kind: str
    names: tuple[Name, ...]
    identifiers: tuple[Identifier, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
    listings: tuple[Listing, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """What a file says of itself: its `date` (EDTF or "") and how many entries it `declared`."""

    date: str = ""
    declared: int | None = None
    title: str = ""


@dataclass(slots=True)
class Audit:
    """What an importer met: what it did not understand, by path ("INDIVIDUAL/NEW_ELEMENT"), and what was odd.

    `oddities` are sentences with a place ("file:12: the date 1962-13 is no date; it is left out."), the first
    `MOST` of them; `more` counts those after them. Paths after the first `MOST` count as `OTHER_PATHS`.
    """

    unread: dict[str, int] = field(default_factory=dict)
    oddities: list[str] = field(default_factory=list)
    more: int = 0

    def miss(self, path: str, times: int = 1) -> None:
        """Counts a piece of the file that no rule reads, or several under one path."""
        if path not in self.unread and len(self.unread) >= MOST:
            path = OTHER_PATHS
        self.unread[path] = self.unread.get(path, 0) + times

    def odd(self, *sentences: str) -> None:
        """Keeps what is odd, in words as long as there is room, and else as a number."""
        room = max(0, MOST - len(self.oddities))
        self.oddities.extend(sentences[:room])
        self.more += len(sentences[room:])

    def join(self, other: "Audit") -> None:
        """Takes over what another audit holds."""
        self.odd(*other.oddities)
        self.more += other.more
        for path, times in other.unread.items():
            self.miss(path, times)


@dataclass(frozen=True, slots=True)
class Profile:
    """A list's metadata, beside its importer: who publishes it, under what terms, how many entries to expect.

    `fewest` and `most` bound the entries of a whole edition: half a list must fail loudly.
    """

    name: str
    title: str
    authority: str
    licence: str
    format_version: str
    homepage: str
    fewest: int
    most: int


class Importer(Protocol):
    """One format of one list. Reading streams: an edition may be far larger than memory."""

    profile: Profile

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether a file that begins with `head` (64 kB) is of this format."""

    def edition(self, path: Path) -> Edition:
        """What the file says of itself, without reading it whole where the format allows.

        Raises `BadInput` where the file is not what it should be.
        """

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every entry in the order of the file.

        Raises `BadInput` (with file and line) on truncated, malformed or hostile input.
        """
