"""Paths from a party to listed or accused parties: a bounded search over look-ups that the caller gives.

Nothing here knows of a store. A path is a lead: its ties are only as good as the claims behind them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from kb.errors import NakedAllegation

UNSUPPORTED = frozenset(("denied", "refuted", "withdrawn", "doubted", "expected"))
"""Statuses of what no standing claim supports; ties of these are shown and marked, and never counted."""
STEPS = 200_000
"""How many steps are tried before a search gives up, and says so."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who says something, how, where and when; `claim` is what to look up for the rest."""

    who: str
    stance: str
    claim: str
    report: str
    day: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie that somebody states between two things; it reads "source words target".

    `shares` are percentages, `first` and `last` bound the time for which it is told. Raises NakedAllegation
    without anybody who says so.
    """

    kind: str
    source: str
    target: str
    words: str
    status: str
    said: tuple[Said, ...]
    claimed: str = ""
    time: str = ""
    shares: tuple[float, ...] = ()
    first: date | None = None
    last: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not self.said or not self.status:
            raise NakedAllegation(
                f"{self.source} {self.words} {self.target}: nobody is named who says so."
            )

    @property
    def order(self) -> tuple[str, ...]:
        """What ties between the same two things are sorted by."""
        return self.kind, self.source, self.words, self.claimed, self.time, self.note


@dataclass(frozen=True, slots=True)
class End:
    """Why a party is an end of paths: "listed", "accused", or "said to be listed" by a report."""

    kind: str
    words: str
    status: str
    said: tuple[Said, ...]
    list: str = ""
    claimed: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """Things in a row with, between each two, all ties that are stated; why the last is an end."""

    things: tuple[str, ...]
    steps: tuple[tuple[Edge, ...], ...]
    ends: tuple[End, ...]

    @property
    def unsupported(self) -> tuple[int, ...]:
        """The steps, from 1, of which no tie has the support of a standing claim."""
        return tuple(
            number
            for number, edges in enumerate(self.steps, 1)
            if all(each.status in UNSUPPORTED for each in edges)
        )


@dataclass(frozen=True, slots=True)
class Lookups:
    """What is known around a thing: its ties, why it is an end, whether no path leads through it."""

    edges: Callable[[str], Iterable[Edge]]
    ends: Callable[[str], Sequence[End]]
    stops: Callable[[str], bool] = lambda _: False


@dataclass(frozen=True, slots=True)
class Limits:
    """How far and how much is searched: steps of a path, paths shown, things looked at."""

    depth: int = 3
    paths: int = 100
    things: int = 2_000


@dataclass(slots=True)
class Found:
    """The paths, shortest first; why the start itself is an end; what was left out, as sentences."""

    start: str
    own: tuple[End, ...]
    paths: tuple[Path, ...] = ()
    notes: list[str] = field(default_factory=list)


Ties = Mapping[str, Mapping[str, tuple[Edge, ...]]]


def search(start: str, look: Lookups, limits: Limits) -> Found:
    """All simple paths of at most `limits.depth` steps from a thing to ends, shortest first, then by name."""
    found = Found(start, tuple(look.ends(start)))
    ties = _around(start, look, limits, found.notes)
    ends = {each: why for each in sorted(ties) if each != start and (why := tuple(look.ends(each)))}
    walk = _Walk(ties, _distances(ties, ends), look.stops)
    chosen: list[Path] = []
    for things in walk.all(start, limits.depth):
        if len(chosen) == limits.paths:
            found.notes.append(
                f"There are more than {limits.paths} paths; the first {limits.paths} are shown, "
                "shortest first. Ask for fewer steps with --depth."
            )
            break
        steps = tuple(ties[one][other] for one, other in pairwise(things))
        chosen.append(Path(things, steps, ends[things[-1]]))
    if walk.tried > STEPS:
        found.notes.append(
            f"The search was given up after {STEPS:,} steps. Longer paths may be missing: "
            "ask for fewer steps with --depth."
        )
    found.paths = tuple(chosen)
    return found


def _around(start: str, look: Lookups, limits: Limits, notes: list[str]) -> Ties:
    """The ties within reach, both ways; level by level, so that what is left out is what is farthest."""
    ties: dict[str, dict[str, set[Edge]]] = defaultdict(lambda: defaultdict(set))
    level, reached, looked = [start], {start}, 0
    for _ in range(limits.depth):
        further: set[str] = set()
        for thing in level:
            if thing != start and look.stops(thing):
                continue
            if looked == limits.things:
                notes.append(
                    f"Only the nearest {limits.things:,} things were looked at. Longer paths may be "
                    "missing: ask for fewer steps with --depth."
                )
                further.clear()
                break
            looked += 1
            for edge in look.edges(thing):
                other = edge.target if edge.source == thing else edge.source
                if other != thing:
                    ties[thing][other].add(edge)
                    ties[other][thing].add(edge)
                    further.add(other)
        level = sorted(further - reached)
        reached |= further
    return {
        one: {
            other: tuple(sorted(edges, key=lambda each: each.order))
            for other, edges in sorted(others.items())
        }
        for one, others in ties.items()
    }


def _distances(ties: Ties, ends: Iterable[str]) -> dict[str, int]:
    """How many steps each thing is from the nearest end, at the least."""
    found = dict.fromkeys(ends, 0)
    level = list(found)
    while level:
        further = []
        for thing in level:
            for other in ties.get(thing, {}):
                if other not in found:
                    found[other] = found[thing] + 1
                    further.append(other)
        level = further
    return found


class _Walk:
    """Walks every simple path to an end, one length after another, and leaves ways that reach none."""

    def __init__(self, ties: Ties, near: Mapping[str, int], stops: Callable[[str], bool]) -> None:
        self.ties, self.near, self.stops = ties, near, stops
        self.tried = 0

    def all(self, start: str, depth: int) -> Iterator[tuple[str, ...]]:
        """The paths from a start, shortest first."""
        for length in range(1, depth + 1):
            yield from self._from((start,), length)

    def _from(self, path: tuple[str, ...], left: int) -> Iterator[tuple[str, ...]]:
        for other in self.ties.get(path[-1], {}):
            self.tried += 1
            if self.tried > STEPS:
                return
            if other in path or self.near.get(other, left) > left - 1:
                continue
            if left == 1:
                yield (*path, other)
            elif not self.stops(other):
                yield from self._from((*path, other), left - 1)
