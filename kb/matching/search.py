"""The parties of an index that a query may describe, judged and in order."""

from kb.matching.index import Index
from kb.matching.model import VERDICTS, Match, Query
from kb.matching.score import score

RANK = {verdict: rank for rank, verdict in enumerate(VERDICTS)}


def search(index: Index, query: Query, most: int = 10, candidates: int = 40) -> list[Match]:
    """The matches, warnings and possible matches of a query, the best first, at most so many."""
    found = [score(query, party) for party in index.candidates(query, candidates)]
    told = [match for match in found if match.verdict != "no"]
    told.sort(key=lambda m: (RANK[m.verdict], -m.score, m.party.key))
    return told[:most]
