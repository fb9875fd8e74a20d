"""What is compared, and what comes of it: parties, queries, features and matches."""

from dataclasses import dataclass

KINDS = ("vessel", "person", "organization", "aircraft", "unknown")
VERDICTS = ("match", "warning", "possible", "no")
"""Every verdict, in the order in which answers are listed."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its kind: primary, alias, former, weak or spelling, or claimed (a report says so)."""

    text: str
    kind: str = "primary"


@dataclass(frozen=True, slots=True)
class Flag:
    """A state (ISO alpha-2, lower case) whose flag was flown, and from when until when where known."""

    country: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is known of somebody or something that is looked for; dates are EDTF or ISO text.

    `identifiers` are (scheme, value) pairs other than IMO, MMSI and call sign.
    """

    kind: str = "unknown"
    names: tuple[Name, ...] = ()
    imo: tuple[str, ...] = ()
    mmsi: tuple[str, ...] = ()
    call_signs: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    flags: tuple[Flag, ...] = ()
    ship_type: str = ""
    tonnage: float | None = None
    deadweight: float | None = None
    built: int | None = None
    births: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Query):
    """Somebody or something that is known, under a key of its own."""

    key: str


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that was compared: from -1 (speaks against) to 1 (speaks for), and what it says in words."""

    name: str
    value: float
    weight: float
    words: str

    @property
    def push(self) -> float:
        """How far the feature moves the score: positive towards a match."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Match:
    """The answer about one party: its score from 0 to 1, the verdict and what led to it.

    `notes` are warnings that a reader must not miss: a renaming, a number used twice.
    """

    party: Party
    score: float
    verdict: str
    features: tuple[Feature, ...]
    notes: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What speaks for and against, the strongest first."""
        ordered = sorted(self.features, key=lambda f: (-abs(f.push), f.name))
        return tuple(f.words for f in ordered)
