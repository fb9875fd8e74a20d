"""Pairs of things that may be one and that nobody has decided about: what reports describe, against all."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.desk.identity import decisions
from kb.desk.matching import described
from kb.matching.identity import Identities
from kb.matching.index import Index
from kb.matching.model import Match, Party
from kb.matching.search import search
from kb.namespaces import REFERENCE_GRAPH
from kb.store import Store


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a report describes, and another that it may be, with the reasons."""

    thing: Party
    match: Match

    @property
    def pair(self) -> frozenset[str]:
        """The identifiers of the two."""
        return frozenset((self.thing.key, self.match.party.key))


def candidates(store: Store, index: Index) -> list[Candidate]:
    """Every undecided pair, the likeliest first; each pair once."""
    every = [each for each in decisions(store) if each.stands]
    identities = Identities.of(every)
    decided = {each.pair for each in every}
    found: dict[frozenset[str], Candidate] = {}
    for candidate in _pairs(store, index):
        one, other = candidate.thing.key, candidate.match.party.key
        if candidate.pair in decided or other in identities.group(one):
            continue
        best = found.get(candidate.pair)
        if best is None or candidate.match.score > best.match.score:
            found[candidate.pair] = candidate
    return sorted(found.values(), key=lambda each: (-each.match.score, sorted(each.pair)))


def _pairs(store: Store, index: Index) -> Iterator[Candidate]:
    for party in described(store, without=REFERENCE_GRAPH):
        for match in search(index, party):
            if match.party.key != party.key:
                yield Candidate(party, match)
