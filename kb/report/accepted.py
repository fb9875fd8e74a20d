"""What of a report may enter the base: accepted claims, and what they speak of.

Drafts and rejected claims stay out with their passages; so does a proposition that no
accepted claim is about, unless one that is kept refers to it (a breach refers to the event).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kb.namespaces import BASE, KB
from kb.report.conform import types_of
from kb.terms import text
from kb.vocabulary import Vocabulary

ACCEPTED, REJECTED = BASE + "review/accepted", BASE + "review/rejected"
MAY_BE = KB + "mayBe"
"""A question to the reviewer, which nobody claims."""
LISTING = frozenset(KB + link for link in ("mentions", "describes", "cites"))


@dataclass(frozen=True, slots=True)
class Accepted:
    """The triples that may enter, and how many claims and propositions stay out."""

    triples: tuple[Triple, ...]
    drafts: int
    rejected: int
    left_out: tuple[str, ...]


def accepted(triples: Iterable[Triple], report: str, words: Vocabulary) -> Accepted:
    """The part of a report that rests on accepted claims, or on no claim at all."""
    listed = tuple(triples)
    types = types_of(listed)
    links: dict[str, set[str]] = defaultdict(set)
    status: dict[str, str] = {}
    for subject, predicate, value in listed:
        if isinstance(value, NamedNode) and predicate.value not in LISTING:
            links[text(subject)].add(value.value)
        if predicate.value == KB + "reviewStatus":
            status[text(subject)] = text(value)
    claims = _of_kind(types, KB + "Claim", words)
    refused = {iri for iri in claims if status.get(iri) != ACCEPTED}
    kept = _reached({report} | (claims - refused), links, claims)
    unclaimed = _of_kind(types, KB + "Proposition", words) - kept
    out = _reached(refused | unclaimed, links, claims) - kept
    out |= _of_kind(types, KB + "RefusedCandidate", words)
    rest = (
        t
        for t in listed
        if text(t.subject) not in out and text(t.object) not in out and t.predicate.value != MAY_BE
    )
    rejected = sum(status.get(iri) == REJECTED for iri in refused)
    return Accepted(tuple(rest), len(refused) - rejected, rejected, tuple(sorted(unclaimed)))


def _reached(start: set[str], links: dict[str, set[str]], claims: set[str]) -> set[str]:
    """What the start leads to, without walking on to other claims."""
    found, todo = set(start), list(start)
    while todo:
        for target in links.get(todo.pop(), ()):
            if target not in found and target not in claims:
                found.add(target)
                todo.append(target)
    return found


def _of_kind(types: dict[str, set[str]], kind: str, words: Vocabulary) -> set[str]:
    return {
        iri for iri, kinds in types.items() if any(kind in words.ancestors(each) for each in kinds)
    }
