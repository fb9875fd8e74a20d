"""What decisions about identity amount to: which things are held to be one, and where people disagree."""

from collections.abc import Iterable
from dataclasses import dataclass, field

SAME, DIFFERENT = "same", "different"


@dataclass(frozen=True, slots=True)
class Undone:
    """That a decision no longer counts: who said so, when (UTC) and why."""

    by: str
    on: str
    because: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The judgement of a person that two things are the same, or different; `number` counts from 1."""

    number: int
    one: str
    other: str
    judgement: str
    by: str
    on: str
    because: str
    undone: Undone | None = None

    @property
    def stands(self) -> bool:
        """Whether it was not undone."""
        return self.undone is None

    @property
    def pair(self) -> frozenset[str]:
        """The two things."""
        return frozenset((self.one, self.other))

    def sentence(self) -> str:
        """Who decided what, when and why."""
        word = "the same as" if self.judgement == SAME else "different from"
        return (
            f"{self.one} is held to be {word} {self.other} by {self.by} on {self.on[:10]}: "
            f"{self.because}"
        )


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision that two things differ which others, through one another, hold to be the same."""

    different: Decision
    same: tuple[Decision, ...]

    def sentence(self) -> str:
        """What contradicts what."""
        numbers = ", ".join(str(each.number) for each in self.same)
        word = "decision" if len(self.same) == 1 else "decisions"
        return (
            f"Decision {self.different.number} holds {self.different.one} and {self.different.other} "
            f"to be different, {word} {numbers} to be the same. Undo one of them with kb undo."
        )


@dataclass(slots=True)
class Identities:
    """The groups of things that standing decisions hold to be one.

    A group with a contradiction in it is no group: each of its things stands alone until it is resolved.
    """

    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> "Identities":
        """What decisions amount to; those that were undone do not count."""
        standing = [each for each in decisions if each.stands]
        same = [each for each in standing if each.judgement == SAME]
        roots = _Roots()
        for each in same:
            roots.join(each.one, each.other)
        clashes = [
            Contradiction(each, _path(each.one, each.other, same))
            for each in standing
            if each.judgement == DIFFERENT and roots.find(each.one) == roots.find(each.other)
        ]
        broken = {roots.find(clash.different.one) for clash in clashes}
        found: dict[str, list[str]] = {}
        for thing in sorted(roots.above):
            if roots.find(thing) not in broken:
                found.setdefault(roots.find(thing), []).append(thing)
        groups = {thing: tuple(group) for group in found.values() for thing in group}
        return cls(groups, tuple(clashes))

    def group(self, thing: str) -> tuple[str, ...]:
        """All things that are held to be this one, itself among them, sorted."""
        return self.groups.get(thing, (thing,))

    def canonical(self, thing: str) -> str:
        """The thing under which a group is shown: one with an IMO number before others, then the first."""
        return min(self.group(thing), key=lambda each: (":imo-" not in each, len(each), each))


class _Roots:
    """Union and find, with the shorter path kept."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def find(self, thing: str) -> str:
        """The root of a thing's group."""
        self.above.setdefault(thing, thing)
        while self.above[thing] != thing:
            self.above[thing] = self.above[self.above[thing]]
            thing = self.above[thing]
        return thing

    def join(self, one: str, other: str) -> None:
        """Makes one group of two."""
        first, second = sorted((self.find(one), self.find(other)))
        self.above[second] = first


def _path(start: str, end: str, same: list[Decision]) -> tuple[Decision, ...]:
    """The fewest decisions through which two things are the same."""
    reached: dict[str, tuple[Decision, ...]] = {start: ()}
    edge = [start]
    while edge and end not in reached:
        further = []
        for thing in edge:
            for each in same:
                if thing in each.pair:
                    (next_thing,) = each.pair - {thing} or {thing}
                    if next_thing not in reached:
                        reached[next_thing] = (*reached[thing], each)
                        further.append(next_thing)
        edge = further
    return reached.get(end, ())
