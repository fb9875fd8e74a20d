"""The parts of a case: quotes, evidence, claims, roles with the reports that give them."""

from dataclasses import dataclass

from kb.judge.case_reading import Thing

SUPPORT = ("asserts", "alleges", "confirms")


@dataclass(frozen=True, slots=True)
class Quote:
    """The very words of a passage, and where they stand in the text of the report."""

    text: str
    start: int
    end: int
    page: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What claims rest on: its name, kind, maker, time, and what it is said to show."""

    id: str
    name: str
    kind: str
    maker: Thing | None
    time: str
    shows: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One act of taking a stance: who, for whom, passed on by whom, when, where and in which words.

    `principal` is who is spoken for, else the claimant. `withdrawn_by` are claims of the same principal
    that take this one back; `source` is the first claim of its source, "" where it counts for none.
    """

    id: str
    stance: str
    claimant: Thing
    party: Thing | None
    principal: Thing
    via: tuple[Thing, ...]
    said: str
    report: Thing
    publisher: str
    published: str
    quotes: tuple[Quote, ...]
    cue: str
    aspects: tuple[Thing, ...]
    evidence: tuple[Evidence, ...]
    hedged: bool
    note: str
    grades: tuple[str, ...]
    repeats: tuple[str, ...]
    withdraws: tuple[str, ...]
    withdrawn_by: tuple[str, ...]
    disputes: tuple[str, ...]
    source: str

    @property
    def supports(self) -> bool:
        """Whether it speaks for the proposition and was not taken back."""
        return self.stance in SUPPORT and not self.withdrawn_by

    @property
    def denies(self) -> bool:
        """Whether it denies the proposition, or a part of it, and was not taken back."""
        return self.stance == "denies" and not self.withdrawn_by


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a role, and the reports that give it; bounds and unit where it is a quantity."""

    id: str
    text: str
    reports: tuple[str, ...]
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as one report states it: its words, its bounds, what it counts and of which goods."""

    text: str
    least: float | None
    most: float | None
    unit: str
    kinds: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A part that something or somebody is said to play, or a property that is said to hold."""

    key: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A proposition with its roles, status and claims, oldest first."""

    proposition: Thing
    kind: str
    kinds: tuple[str, ...]
    roles: tuple[Role, ...]
    figures: tuple[Figure, ...]
    status: str
    sources: int
    disputed: tuple[str, ...]
    claims: tuple[Claim, ...]

    def claim(self, name: str) -> Claim | None:
        """The claim of that identifier, where it is about this proposition."""
        return next((each for each in self.claims if each.id == name), None)

    def of(self, reports: tuple[str, ...]) -> tuple[Claim, ...]:
        """The claims that some reports make about the proposition."""
        return tuple(each for each in self.claims if each.report.id in reports)
