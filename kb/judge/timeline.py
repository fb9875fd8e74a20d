"""Everything claimed about an entity by one of four clocks: when it was, was said, published, recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kb.judge.case import ABOUT, STATUS, read_claim
from kb.judge.case_parts import Claim, Quote
from kb.judge.case_reading import EARLIEST, Reading, Thing
from kb.judge.plausibility_visits import same
from kb.namespaces import KB

CLOCKS = ("event", "said", "published", "recorded")
NO_TIME = "no time given"
LAST = "9999"
"""Sorts after every year."""
TIME = NamedNode(KB + "time")
Recorded = Callable[[str], str]
"""When the report of an IRI was recorded, or ""."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline: a claim about a proposition in which the entity has a part, or a listing.

    `when` is the time by the clock that was asked for, "" where that is not known; `order` sorts it.
    """

    order: str
    when: str
    what: str
    proposition: str
    role: str
    status: str
    stance: str
    claimant: str
    said: str
    published: str
    recorded: str
    claim: str
    report: str
    title: str
    quotes: tuple[Quote, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments of an entity, in order of a clock."""

    entity: Thing
    clock: str
    moments: tuple[Moment, ...]


def timeline(
    reading: Reading,
    entity: NamedNode,
    clock: str,
    recorded: Recorded,
    listed: tuple[Moment, ...] = (),
) -> Timeline:
    """The timeline of an entity, of one proposition's claims, or of one claim's proposition.

    `listed` are moments from lists, of which the caller knows. What has no time by the clock comes last.
    """
    moments = [*listed, *_moments(reading, entity, clock, recorded)]
    ordered = sorted(moments, key=_order)
    return Timeline(reading.thing(entity), clock, tuple(ordered))


def _order(moment: Moment) -> tuple[str, str, str, str, str]:
    said = moment.said.removeprefix("..").removeprefix("/") or moment.published
    return (moment.order or LAST, moment.what, moment.proposition, said, moment.claim)


def _moments(
    reading: Reading, entity: NamedNode, clock: str, recorded: Recorded
) -> Iterator[Moment]:
    for proposition, role in sorted(_parts(reading, entity).items(), key=lambda pair: str(pair[0])):
        claims = {t.subject for t in reading.store.match(None, ABOUT, proposition)}
        for node in sorted((each for each in claims if isinstance(each, NamedNode)), key=str):
            claim = reading.kept(node, read_claim)
            yield _moment(reading, proposition, role, claim, clock, recorded(claim.report.iri))


def _parts(reading: Reading, entity: NamedNode) -> dict[NamedNode, str]:
    """Each proposition in which the entity has a part, with the roles; the entity itself where it is one."""
    if any(reading.store.match(None, ABOUT, entity)):
        return {entity: ""}
    about = reading.nodes(entity, ABOUT)
    if about:
        return dict.fromkeys(about, "")
    found: dict[NamedNode, set[str]] = {}
    for each in same(reading, entity):
        for link in reading.store.match(None, None, each):
            subject = link.subject
            if isinstance(subject, NamedNode) and any(reading.store.match(None, ABOUT, subject)):
                found.setdefault(subject, set()).add(reading.role(link.predicate))
    return {proposition: ", ".join(sorted(roles)) for proposition, roles in found.items()}


def _moment(
    reading: Reading, proposition: NamedNode, role: str, claim: Claim, clock: str, recorded: str
) -> Moment:
    time = " or ".join(reading.texts(proposition, TIME))
    order, when = {
        "event": (min(reading.texts(proposition, EARLIEST), default=_end(time)), time),
        "said": (claim.said or claim.published, claim.said or _by(claim.published)),
        "published": (claim.published, claim.published),
        "recorded": (recorded, recorded),
    }[clock]
    party = f" for {claim.party.name}" if claim.party else ""
    part = f" in part ({', '.join(each.name for each in claim.aspects)})" if claim.aspects else ""
    return Moment(
        order=order,
        when=when,
        what=reading.name(proposition),
        proposition=reading.short(proposition),
        role=role,
        status=", ".join(reading.local(each) for each in reading.nodes(proposition, STATUS)),
        stance=claim.stance + part,
        claimant=claim.claimant.name + party,
        said=claim.said,
        published=claim.published,
        recorded=recorded,
        claim=claim.id,
        report=claim.report.id,
        title=claim.report.name,
        quotes=claim.quotes,
        withdrawn=bool(claim.withdrawn_by),
    )


def _end(time: str) -> str:
    """What an event whose beginning is open is sorted by: its end."""
    return time.removeprefix("..").removeprefix("/")


def _by(published: str) -> str:
    return f"by {published}" if published else ""
