"""One reviewer going through one draft: where they are, what they decided, and how to take it back."""

from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kb.errors import BadInput
from kb.review.disk import Disk
from kb.review.draft import UNDECIDED, Draft, many, opened, reference
from kb.review.sheet import Thing
from kb.settings import limits

STEPS = 200
"""How many decisions can be taken back."""


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that can be taken back: what it was, and everything as it stood before."""

    sentence: str
    state: Any
    position: int


class Session:
    """A review in progress; every decision is on disk when its method returns."""

    def __init__(self, draft: Draft, disk: Disk, reviewer: str, day: date | None = None) -> None:
        self.draft = draft
        self.disk = disk
        self.reviewer = _name(reviewer)
        self.day = (day or date.today()).isoformat()
        self.steps: deque[Step] = deque(maxlen=STEPS)
        self.position = self._undecided(0) or 0

    @classmethod
    def open(
        cls,
        file: str,
        reviewer: str,
        text: str | None = None,
        known: Mapping[str, tuple[str, ...]] | None = None,
    ) -> "Session":
        """The review of a draft file, at its first undecided claim."""
        if file == "-":
            raise BadInput(
                "A review changes its file, so standard input cannot be one. Name a file."
            )
        disk = Disk(file, limits().report_bytes)
        return cls(opened(file, disk.text(), text, known or {}), disk, reviewer)

    @property
    def claim(self) -> Thing:
        """The claim in view."""
        found: Thing = self.draft.claims[self.position]
        return found

    @property
    def total(self) -> int:
        """How many claims there are."""
        return len(self.draft.claims)

    def name(self) -> str:
        """What the claim in view is called."""
        return reference(self.claim) or f"claim {self.position + 1}"

    def counts(self) -> Counter[str]:
        """How many claims are accepted, rejected and draft."""
        return Counter(str(claim.get("status", UNDECIDED)) for claim in self.draft.claims)

    def finished(self) -> bool:
        """Whether no claim is left to decide."""
        return self._undecided(0) is None

    def accept(self) -> str:
        """Accepts the claim in view and goes on to the next undecided; raises BadInput if it is not fit."""
        missing = obstacles(self.draft, self.claim)
        if missing:
            raise BadInput(f"{self.name()} cannot be accepted yet. {missing[0]}")
        return self._decide("accepted", self._claim_with("accepted"))

    def reject(self, reason: str) -> str:
        """Rejects the claim in view for a reason, which becomes its note, and goes on."""
        reason = " ".join(reason.split())
        if not reason:
            raise BadInput("A rejection needs a reason. Say in a few words what is wrong.")
        claim = self._claim_with("rejected")
        notes = [*many(claim.get("note")), reason]
        claim["note"] = notes[0] if len(notes) == 1 else notes
        return self._decide("rejected", claim)

    def change(self, sentence: str, work: Callable[[Draft, int], None]) -> str:
        """Does some work on the claim in view and writes it, all or nothing; gives the sentence."""
        before, position = self.draft.sheet.state(), self.position
        try:
            work(self.draft, position)
            self.draft.sheet.replace("claims", position, self._signed(self.claim))
            self.disk.write(self.draft.sheet.text())
        except BaseException:
            self.draft.sheet.restore(before)
            raise
        self.steps.append(Step(sentence, before, position))
        return sentence

    def undo(self) -> str:
        """Takes the last decision back, on disk too, and goes to its claim."""
        if not self.steps:
            raise BadInput("There is nothing to undo since this review began.")
        step, now = self.steps[-1], self.draft.sheet.state()
        self.draft.sheet.restore(step.state)
        try:
            self.disk.write(self.draft.sheet.text())
        except BaseException:
            self.draft.sheet.restore(now)
            raise
        self.steps.pop()
        self.position = step.position
        return f"Undone: {step.sentence}"

    def next(self) -> bool:
        """Goes to the claim after this one, decided or not; False where there is none."""
        moved = self.position < self.total - 1
        self.position += moved
        return moved

    def previous(self) -> bool:
        """Goes to the claim before this one; False where there is none."""
        moved = self.position > 0
        self.position -= moved
        return moved

    def _decide(self, status: str, claim: Thing) -> str:
        sentence = f"{self.name()} is {status}."

        def work(draft: Draft, index: int) -> None:
            draft.sheet.replace("claims", index, claim)

        self.change(sentence, work)
        after = self._undecided(self.position + 1)
        self.position = self.position if after is None else after
        return sentence

    def _claim_with(self, status: str) -> Thing:
        claim = dict(self.claim)
        if claim.get("status") == "rejected":  # the reason for that goes with it
            notes = many(claim.pop("note", None))[:-1]
            claim |= {"note": notes} if notes else {}
        return claim | {"status": status}

    def _signed(self, claim: Thing) -> Thing:
        """The claim with who and when, after its status."""
        signed = {"status": claim.get("status", UNDECIDED)}
        signed |= {"reviewer": self.reviewer, "reviewed": self.day}
        head = {"id": claim["id"]} if "id" in claim else {}
        return head | signed | {k: v for k, v in claim.items() if k not in head | signed}

    def _undecided(self, start: int) -> int | None:
        """The next claim to decide from `start` on, from the beginning again after the end."""
        claims = self.draft.claims
        order = [*range(start, len(claims)), *range(start)]
        return next((n for n in order if claims[n].get("status", UNDECIDED) == UNDECIDED), None)


def obstacles(draft: Draft, claim: Thing) -> list[str]:
    """What keeps a claim from being accepted, most important first."""
    found = []
    place = draft.span(claim.get("passage"))
    if isinstance(place, str):
        found.append(f"{place} Edit its passage.")
    needed = ("claimant", "stance", "about")
    found += [f"It has no {key}. Edit it first." for key in needed if not claim.get(key)]
    about = reference(claim.get("about"))
    if about.startswith("#") and draft.proposition(claim) is None:
        found.append(f"It is about {about}, which the file does not describe. Edit `about`.")
    by_name = {reference(each): each for each in draft.claims}
    for other in map(reference, many(claim.get("disputes"))):
        if other in by_name and reference(by_name[other].get("about")) != about:
            theirs = reference(by_name[other].get("about"))
            found.append(
                f"It disputes {other}, which is about {theirs or 'nothing'}, not {about}. "
                "Merge the two, or clear `disputes`."
            )
        elif other in by_name and by_name[other].get("stance") == claim.get("stance"):
            found.append(
                f"It disputes {other}, which has the same stance. Edit `stance` or `disputes`."
            )
    return found


def _name(reviewer: str) -> str:
    name = " ".join(reviewer.split())
    if not name or not name.isprintable() or len(name) > 200:
        raise BadInput("Nobody is named as reviewer. Give --reviewer NAME, or set KB_REVIEWER.")
    return name
