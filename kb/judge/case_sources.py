"""Which claims of a case come from one source, why, and what else may tie its sources together.

The count itself is the base's (`kb:countedAs`); here is said what it follows from.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kb.judge.case import REPEATS
from kb.judge.case_parts import Case, Claim
from kb.judge.case_reading import CHAIN, Reading

SHOWN = 6
"""How many names a sentence lists."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source: whom it is known by, its claims, and why they count as one."""

    number: int
    name: str
    claims: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a case, what ties some of them all the same, and how many are left if that counts."""

    counted: tuple[Source, ...]
    cautions: tuple[str, ...]
    fewest: int


def sources(reading: Reading, case: Case) -> Sources:
    """The sources that support a proposition, in the order of their first claims."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.supports and claim.source:
            groups[claim.source].append(claim)
    counted = [
        Source(number, _name(claims), tuple(c.id for c in claims), tuple(_reasons(reading, claims)))
        for number, claims in enumerate(groups.values(), 1)
    ]
    ties = [_ties(claims) for claims in groups.values()]
    cautions = list(_cautions(ties)) if len(ties) > 1 else []
    cautions += _one_report(list(groups.values()))
    cautions += _in_part(list(groups.values()))
    return Sources(tuple(counted), tuple(cautions), _fewest(ties))


def _name(claims: Iterable[Claim]) -> str:
    return listed(dict.fromkeys(claim.principal.name for claim in claims))


def listed(names: Iterable[str], joint: str = ", ") -> str:
    """Some names, the first few in full."""
    every = list(names)
    more = f" and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
    return joint.join(every[:SHOWN]) + more


def _reasons(reading: Reading, claims: list[Claim]) -> Iterator[str]:
    """What makes several claims one source."""
    if len(claims) < 2:
        return
    speaking: dict[str, list[str]] = defaultdict(list)
    resting: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for claim in claims:
        names[claim.principal.id] = claim.principal.name
        speaking[claim.principal.id].append(claim.id)
        for each in claim.evidence:
            names[each.id] = each.name
            resting[each.id].append(claim.id)
    for key, ids in speaking.items():
        if len(ids) > 1:
            yield f"{len(ids)} claims speak for one and the same, {names[key]}: {listed(ids)}"
    for key, ids in resting.items():
        if len(ids) > 1:
            yield f"{len(ids)} claims rest on one piece of evidence, {names[key]}: {listed(ids)}"
        if key in speaking:
            both = sorted({*ids, *speaking[key]})
            yield f"{names[key]} is the evidence of one and the party of another: {listed(both)}"
    yield from _repetitions(reading, claims)


def _repetitions(reading: Reading, claims: list[Claim]) -> Iterator[str]:
    """Who repeats whom, directly or through others, and who repeats one that is not in the case."""
    origins = {claim.id: _origins(reading, claim.id) for claim in claims}
    common: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for origin in origins[claim.id]:
            if origin in origins:
                yield f"{claim.id} only repeats {origin}"
            else:
                common[origin].append(claim.id)
    for origin, ids in common.items():
        if len(ids) > 1:
            yield f"{len(ids)} claims repeat {origin}: {listed(ids)}"


def _origins(reading: Reading, claim: str) -> list[str]:
    """The claims that one repeats, directly or through others; a chain that loops ends."""
    seen, todo = [claim], [claim]
    while todo and len(seen) < CHAIN:
        for each in reading.ids(reading.node(todo.pop()), REPEATS):
            if each not in seen:
                seen.append(each)
                todo.append(each)
    return seen[1:]


Ties = dict[str, tuple[str, set[str]]]
"""By agent: its name, and the parts it plays for one source."""


def _ties(claims: list[Claim]) -> Ties:
    """The agents that a source has to do with: who speaks, who made its evidence, who passed it on."""
    found: Ties = {}

    def add(iri: str, name: str, part: str) -> None:
        if iri:
            found.setdefault(iri, (name, set()))[1].add(part)

    for claim in claims:
        add(claim.principal.iri, claim.principal.name, "speaks")
        add(claim.claimant.iri, claim.claimant.name, "speaks")
        for each in claim.via:
            add(each.iri, each.name, "passed it on")
        for evidence in claim.evidence:
            if evidence.maker:
                add(evidence.maker.iri, evidence.maker.name, "made its evidence")
    return found


def _cautions(ties: list[Ties]) -> Iterator[str]:
    """A sentence for each agent that ties two sources which are counted apart."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(ties, 1):
        for iri in each:
            having[iri].append(number)
    for iri in sorted(having):
        numbers = having[iri]
        if len(numbers) > 1 and any(ties[n - 1][iri][1] - {"speaks"} for n in numbers):
            name = ties[numbers[0] - 1][iri][0]
            parts = "; ".join(
                f"for source {n} {name} {' and '.join(sorted(ties[n - 1][iri][1]))}"
                for n in numbers[:SHOWN]
            )
            yield (
                f"Sources {listed(map(str, numbers))} are counted apart, but {name} has a part in "
                f"each: {parts}."
            )


def _one_report(groups: list[list[Claim]]) -> Iterator[str]:
    """A sentence where all sources are known from one report only."""
    reports = {claim.report.name for claims in groups for claim in claims}
    if len(groups) > 1 and len(reports) == 1:
        yield f"All {len(groups)} sources are known from one report only: {reports.pop()}."


def _in_part(groups: list[list[Claim]]) -> Iterator[str]:
    """A sentence for each source that supports one component only, though it counts like the others."""
    for number, claims in enumerate(groups, 1):
        if len(groups) > 1 and all(claim.aspects for claim in claims):
            parts = listed(dict.fromkeys(part.name for claim in claims for part in claim.aspects))
            yield f"Source {number} speaks of a part only ({parts}) and says nothing of the rest."


def _fewest(ties: list[Ties]) -> int:
    """How many sources are left if a common maker of evidence or go-between makes two sources one."""
    root = list(range(len(ties)))

    def find(number: int) -> int:
        while root[number] != number:
            number = root[number]
        return number

    having: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(ties):
        for iri in each:
            having[iri].append(number)
    for iri, numbers in having.items():
        if any(ties[n][iri][1] - {"speaks"} for n in numbers):
            for one, other in combinations(sorted({find(n) for n in numbers}), 2):
                root[find(other)] = find(one)
    return len({find(number) for number in range(len(ties))})
