"""The 50 percent rule: what listed owners hold together, directly or through what they hold.

OFAC's revised guidance of 13 August 2014 counts an entity as blocked that one or more blocked persons own
to 50 percent or more, in the aggregate, directly or indirectly. The EU's best practices (Council, update of
3 July 2024; before it: more than 50 percent) look at 50 percent or more of the proprietary rights, and
add up the shares of listed owners too. The rule here follows both, and keeps each list's owners apart.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kb.judge.exposure import UNSUPPORTED, Edge, Lookups

RULE = "fifty-percent"
SOURCES = (
    "OFAC, revised guidance of 13 August 2014 on entities owned by blocked persons",
    "EU best practices on restrictive measures, update of 3 July 2024 (before: more than 50 percent)",
)
HALF = 50.0
BUDGET = 2_000
"""How many owners one reckoning looks at."""
MET, MAY, NOT = "met", "may be met", "not met"


@dataclass(frozen=True, slots=True)
class Holding:
    """What one listed owner holds at the least and at the most (None: nobody says how much).

    `through` is why the owner counts: "listed", or "by the rule" where it is itself held by listed owners.
    """

    owner: str
    least: float
    most: float | None
    through: str
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What the owners on one list ("": on any) hold together, and what follows from it by the rule."""

    list: str
    least: float
    most: float
    unknown: bool
    verdict: str
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The rule held against one thing: all lists together, and each list by itself."""

    thing: str
    whole: Tally
    lists: tuple[Tally, ...]


class Rule:
    """The rule on one day, or at the time at which listed owners held most (None)."""

    def __init__(self, look: Lookups, day: date | None = None, depth: int = 6) -> None:
        self.look, self.day, self.depth = look, day, depth
        self.left = BUDGET

    def reckon(self, thing: str) -> Reckoning | None:
        """The reckoning of a thing; None where no listed owner of it is known."""
        self.left = BUDGET
        whole = self._tally(thing, "", (thing,))
        if not whole.holdings:
            return None
        series = sorted(set(self._series(thing, {thing}, self.depth)))
        return Reckoning(thing, whole, tuple(self._tally(thing, each, (thing,)) for each in series))

    def _series(self, thing: str, seen: set[str], left: int) -> Iterator[str]:
        """The lists of owners, and of their owners."""
        for owner in self._owners(thing):
            if owner not in seen and left:
                seen.add(owner)
                yield from {each.list for each in self.look.ends(owner) if each.kind == "listed"}
                yield from self._series(owner, seen, left - 1)

    def _owners(self, thing: str) -> dict[str, list[Edge]]:
        """Who is said to own a thing, but for what no standing claim supports or is not yet so."""
        found: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.look.edges(thing):
            counts = edge.kind == "ownership" and edge.status not in UNSUPPORTED
            begun = self.day is None or edge.first is None or edge.first <= self.day
            if counts and begun and edge.target == thing:
                found[edge.source].append(edge)
        return {each: found[each] for each in sorted(found)}

    def _tally(self, thing: str, series: str, above: tuple[str, ...]) -> Tally:
        owners = self._owners(thing)
        counted: dict[str, tuple[str, bool]] = {}
        for owner in owners:
            why = self._counts(owner, series, above)
            if why is not None:
                counted[owner] = why
        chosen = {owner: owners[owner] for owner in counted}
        best = _sum(series, ())
        for moment in self._moments(chosen):
            made = _sum(series, self._at(moment, chosen, counted))
            if (made.least, made.most, made.unknown) > (best.least, best.most, best.unknown):
                best = made
        return best

    def _counts(self, owner: str, series: str, above: tuple[str, ...]) -> tuple[str, bool] | None:
        """Why an owner counts, and whether it surely does; a ring of owners is gone round once."""
        if owner in above or len(above) > self.depth or self.left == 0:
            return None
        self.left -= 1
        if any(e.kind == "listed" and series in ("", e.list) for e in self.look.ends(owner)):
            return "listed", True
        verdict = self._tally(owner, series, (*above, owner)).verdict
        return None if verdict == NOT else ("by the rule", verdict == MET)

    def _moments(self, owners: dict[str, list[Edge]]) -> list[date]:
        if self.day is not None:
            return [self.day]
        return sorted({edge.first or date.min for edges in owners.values() for edge in edges})

    def _at(
        self, moment: date, owners: dict[str, list[Edge]], counted: dict[str, tuple[str, bool]]
    ) -> Iterator[Holding]:
        """The holdings at a moment: what was told of an earlier time only, or is disputed, counts at most."""
        for owner, edges in owners.items():
            present = [each for each in edges if _covers(each, moment)]
            told = edges if self.day is not None else present
            through, surely = counted[owner]
            if not told:
                continue
            firm = [each for each in present if each.status != "disputed"] if surely else []
            sure = [share for each in firm for share in each.shares]
            every = [share for each in told for share in each.shares]
            yield Holding(
                owner, min(sure, default=0.0), max(every, default=None), through, tuple(told)
            )


def _covers(edge: Edge, moment: date) -> bool:
    begun = edge.first is None or edge.first <= moment
    return begun and (edge.last is None or moment <= edge.last)


def _sum(series: str, holdings: Iterator[Holding] | tuple[Holding, ...]) -> Tally:
    held = tuple(holdings)
    least = min(100.0, sum(each.least for each in held))
    most = min(100.0, sum(each.most or 0.0 for each in held))
    unknown = any(each.most is None for each in held)
    verdict = MET if least >= HALF else MAY if most >= HALF or unknown else NOT
    return Tally(series, least, most, unknown, verdict, held)
