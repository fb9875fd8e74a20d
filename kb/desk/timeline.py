"""Everything claimed about an entity in order of time, with what the lists of the base say of it."""

from collections.abc import Iterator
from functools import cache

from kb.desk import log
from kb.desk.base import KnowledgeBase
from kb.desk.listing import sought
from kb.desk.naming import thing
from kb.desk.why import held_same
from kb.judge.case_reading import Reading
from kb.judge.timeline import Moment, Timeline, timeline
from kb.judge.timeline_page import FORMATS
from kb.lists.model import Listing
from kb.lists.standing import Sought, Standing, standings
from kb.report.names import compact
from kb.vocabulary import vocabulary

__all__ = ["FORMATS", "ordered"]


def ordered(base: KnowledgeBase, name: str, clock: str) -> Timeline:
    """Everything claimed about an entity, by identifier or name, in order of a clock.

    Raises UnknownName where neither reports nor lists know it, BadInput for a name of several.
    """
    node = thing(base, name)
    reading = Reading(base.store, vocabulary(), held_same(base.store))
    wanted = sought(node.value, base.store.match(node, None, None)) or Sought((node.value,))
    recorded = cache(lambda graph: _recorded(base, graph))
    moments = tuple(
        moment
        for standing in standings(base.store, wanted)
        if standing.certain
        for listing in standing.entry.listings
        for moment in _moments(standing, listing, clock, recorded(standing.editions[-1].iri))
    )
    return timeline(reading, node, clock, recorded, moments)


def _moments(standing: Standing, listing: Listing, clock: str, recorded: str) -> Iterator[Moment]:
    """When a party was listed and, where that ended, when it was taken off, as a list has it."""
    yield _moment(standing, listing, clock, recorded, listing.listed, "listed")
    off = listing.delisted or standing.gone
    if off:
        gone = "" if listing.delisted else f"not in the edition of {standing.gone}"
        yield _moment(standing, listing, clock, recorded, off, "no longer listed", gone)


def _moment(
    standing: Standing,
    listing: Listing,
    clock: str,
    recorded: str,
    day: str,
    word: str,
    more: str = "",
) -> Moment:
    edition = standing.editions[-1]
    when = {"event": day, "recorded": recorded}.get(clock, edition.date)
    reference = listing.reference or standing.entry.key
    told = f"{standing.words(listing)} [{reference}]" + (f", {more}" if more else "")
    return Moment(
        order=when,
        when=when,
        what=f"{standing.name}: {told}",
        proposition="",
        role="",
        status=word,
        stance="says so",
        claimant=f"{standing.authority}, list {standing.list}",
        said="",
        published=edition.date,
        recorded=recorded,
        claim=compact(edition.iri, ""),
        report=compact(edition.iri, ""),
        title=edition.title,
    )


def _recorded(base: KnowledgeBase, graph: str) -> str:
    """When the source of a graph was last recorded, or ""."""
    entry = log.latest(base.store, graph)
    return entry.recorded_at if entry else ""
