"""What a dossier holds: its cover, the propositions with their cases, facts of the subject, the reports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pyoxigraph import NamedNode

from kb.judge.case import ABOUT, CLAIMANT, PARTY, case, order
from kb.judge.case_parts import Claim
from kb.judge.case_reading import Reading, Thing
from kb.judge.dossier_map_parts import Geography
from kb.judge.plausibility import Sea
from kb.judge.plausibility_visits import same
from kb.judge.why import Why, why

SPEAKS = "speaks of it"
"""The part in a proposition of one who only makes claims about it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A proposition as it may be named: never without its status and the claims about it."""

    id: str
    name: str
    status: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One proposition of a dossier: its number, its case, the part of the subject in it, its time."""

    number: int
    why: Why
    role: str
    first: date | None
    last: date | None

    @property
    def named(self) -> Named:
        """The proposition with its status and claims."""
        own = self.why.case
        return Named(own.proposition.id, own.proposition.name, own.status, own.claims)


@dataclass(frozen=True, slots=True)
class Origin:
    """A report that is quoted: its address as it gives it, when it was recorded, the hash of what was."""

    number: int
    report: Thing
    publisher: str
    published: str
    url: str
    recorded: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about the subject, and the reports, lists or reference data that say so."""

    part: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """What the dossier is about and from which state of the base it was made.

    `given` says whether the day was asked for; else it is that of the newest entry of the log.
    """

    subject: Thing
    kind: str
    about_proposition: bool
    day: str
    given: bool
    program: str
    entry: int
    recorded: str
    sha256: str
    left_out: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that goes into the document; `named` holds propositions that others speak of."""

    cover: Cover
    facts: tuple[Fact, ...]
    listed: tuple[Fact, ...]
    matters: tuple[Matter, ...]
    named: Mapping[str, Named]
    origins: tuple[Origin, ...]
    geography: Geography = field(default_factory=Geography)


def parts(reading: Reading, subject: NamedNode) -> dict[NamedNode, str]:
    """Each proposition that a subject has to do with, and how: the subject itself where it is one."""
    if any(reading.store.match(None, ABOUT, subject)):
        return {subject: ""}
    found: dict[NamedNode, set[str]] = {}
    for each in same(reading, subject):
        for link in reading.store.match(None, None, each):
            node = link.subject
            if not isinstance(node, NamedNode):
                continue
            if link.predicate in (CLAIMANT, PARTY):
                for about in reading.nodes(node, ABOUT):
                    found.setdefault(about, set()).add(SPEAKS)
            elif any(reading.store.match(None, ABOUT, node)):
                found.setdefault(node, set()).add(reading.role(link.predicate))
    return {node: _role(roles) for node, roles in found.items()}


def _role(roles: set[str]) -> str:
    own = sorted(roles - {SPEAKS})
    return ", ".join([*own, *[SPEAKS] * (SPEAKS in roles)])


def chosen(reading: Reading, every: Iterable[NamedNode], limit: int) -> list[NamedNode]:
    """The propositions with the most claims, as many as may be shown, by identifier where that is even."""
    sized = [(-sum(1 for _ in reading.store.match(None, ABOUT, each)), each) for each in every]
    return [node for _, node in sorted(sized, key=lambda pair: (pair[0], pair[1].value))[:limit]]


def matters(reading: Reading, found: Mapping[NamedNode, str], sea: Sea) -> tuple[Matter, ...]:
    """The cases of propositions, in order of the time that is claimed; those without one come last."""
    spans = {node: reading.span(node) for node in found}
    never = date.max
    ordered = sorted(
        found, key=lambda n: (spans[n][0] or spans[n][1] or never, spans[n][1] or never, n.value)
    )
    return tuple(
        Matter(number, why(reading, node, sea), found[node], *spans[node])
        for number, node in enumerate(ordered, 1)
    )


def named(reading: Reading, found: Iterable[Matter]) -> dict[str, Named]:
    """Every proposition that the cases name, with status and claims; their own among them."""
    made = {each.named.id: each.named for each in found}
    names = {name for each in found for name in _mentioned(each)}
    names |= {
        name
        for each in found
        for claim in _spoken(each)
        for name in reading.ids(reading.node(claim), ABOUT)
    }
    for name in sorted(names - made.keys()):
        node = reading.node(name)
        if any(reading.store.match(None, ABOUT, node)):
            other = case(reading, node)
            made[name] = Named(name, other.proposition.name, other.status, other.claims)
    return made


def _mentioned(matter: Matter) -> Iterator[str]:
    """Identifiers of what a case speaks of: values of roles, what evidence shows, what does not fit."""
    own = matter.why.case
    yield from (value.id for role in own.roles for value in role.values if value.id)
    yield from (t.id for c in own.claims for e in c.evidence for t in e.shows)
    yield from (
        s.proposition.id for c in matter.why.plausibility for w in c.warnings for s in w.about
    )


def _spoken(matter: Matter) -> Iterator[str]:
    """The claims of contradictions: some are about other propositions, such as a rival owner."""
    yield from (s.claim for c in matter.why.contradictions for one in c.sides for s in one.claims)


def claims(found: Iterable[Named]) -> list[Claim]:
    """Every claim of some propositions, each once, in order."""
    once = {claim.id: claim for each in found for claim in each.claims}
    return sorted(once.values(), key=order)
