"""A contradiction: two or more sides, each with who says it, in which words, where."""

from dataclasses import dataclass

from kb.judge.case_parts import Claim, Quote


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one claim says, as one side of a contradiction: who, when, in which report and words."""

    claim: str
    claimant: str
    stance: str
    said: str
    report: str
    title: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it holds, the claims that say so, and how many more do."""

    holds: str
    claims: tuple[Spoken, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Sides that do not agree: of what kind, about what, and what a reader has to know of it."""

    kind: str
    about: str
    sides: tuple[Side, ...]
    note: str = ""


def spoken(claim: Claim) -> Spoken:
    """A claim as one side of a contradiction."""
    party = f" for {claim.party.name}" if claim.party else ""
    return Spoken(
        claim.id, claim.claimant.name + party, claim.stance, claim.said, claim.report.id,
        claim.report.name, claim.quotes,
    )  # fmt: skip
