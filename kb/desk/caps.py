"""Sums under caps: the caps of the base, with what the claimed deliveries of each period come to."""

from datetime import date

from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.breaches import provisions, stances
from kb.desk.why import held_same
from kb.judge.caps import CAP, Total, caps, totals
from kb.judge.caps_page import FORMATS, Sums
from kb.judge.case_reading import Reading
from kb.namespaces import REFERENCE_GRAPH
from kb.vocabulary import vocabulary

__all__ = ["FORMATS", "sums"]


def sums(base: KnowledgeBase, provision: str, day: date | None) -> Sums:
    """What the deliveries under every cap come to, or under one; of every period, or of that of a day.

    Raises UnknownName for a provision that the base does not have.
    """
    reading = Reading(base.store, vocabulary(), held_same(base.store))
    capped = {t.subject for t in base.store.match(None, CAP, None, graph=REFERENCE_GRAPH)}
    if provision:
        capped &= provisions(base.store, provision)
    named = sorted((each for each in capped if isinstance(each, NamedNode)), key=str)
    found = [
        total
        for cap in caps(reading, named)
        for total in totals(reading, cap)
        if day is None or (total.first and total.last and total.first <= day <= total.last)
    ]
    return Sums(tuple(found), _claims(reading, found), bool(provision))


def _claims(reading: Reading, found: list[Total]) -> dict[str, tuple[str, ...]]:
    """Who takes which stance on each delivery."""
    every = [*(d for t in found for d in t.counted), *(d for t in found for d, _ in t.others)]
    return {
        each.proposition.id: tuple(
            sorted(stances(reading.store, NamedNode(each.proposition.iri), each.proposition.name))
        )
        for each in every
    }
