"""What derived rules say of a proposition and the provisions in force: read, not judged, here."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import NamedNode

from kb.judge.caps import CAP_GAP, Total, caps, totals
from kb.judge.caps_words import comes_to, period
from kb.judge.case_reading import Reading
from kb.namespaces import KB

JUDGES, AGAINST, VERDICT, MET, UNMET, GAP, OPEN, EXEMPTION = (
    NamedNode(KB + name)
    for name in (
        *("judges", "againstProvision", "verdict", "met", "unmet", "gap", "openExemption"),
        "summary",
    )
)
SUMMED = 200
"""Up to how many deliveries under one cap are summed for an answer about one of them."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision held against a proposition: whether it would ban it; what is met, unmet, open."""

    provision: str
    name: str
    summary: str
    verdict: str
    verdict_name: str
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    open: tuple[str, ...]
    sums: tuple[str, ...] = ()
    """What all claimed deliveries under its cap come to, in the periods of this one."""

    @property
    def bears(self) -> bool:
        """Whether it would or could have banned what is claimed."""
        return not self.unmet


def provisions(reading: Reading, proposition: NamedNode) -> list[Provision]:
    """Every provision that the derived graph holds against a proposition; those that bear on it first."""
    nodes = {t.subject for t in reading.store.match(None, JUDGES, proposition)}
    found = [_provision(reading, each) for each in nodes if isinstance(each, NamedNode)]
    return sorted(found, key=lambda each: (not each.bears, each.provision))


def _provision(reading: Reading, breach: NamedNode) -> Provision:
    against = reading.first(breach, AGAINST)
    verdict = reading.first(breach, VERDICT)
    exemptions = [
        f"exemption: {reading.text(each, EXEMPTION) or reading.name(each)}"
        for each in reading.nodes(breach, OPEN)
    ]
    summary = reading.text(NamedNode(against.iri), EXEMPTION) if against else ""
    return Provision(
        provision=against.id if against else "",
        name=against.name if against else "a provision",
        summary=summary,
        verdict=verdict.id if verdict else "",
        verdict_name=verdict.name if verdict else "no verdict",
        met=tuple(reading.texts(breach, MET)),
        unmet=tuple(reading.texts(breach, UNMET)),
        open=(*reading.texts(breach, GAP), *exemptions),
        sums=tuple(_sums(reading, breach)) if reading.texts(breach, CAP_GAP) else (),
    )


def _sums(reading: Reading, breach: NamedNode) -> Iterator[str]:
    """What a delivery comes to with the others of its period, of which the cap is for all."""
    provision, delivery = (reading.nodes(breach, each)[0] for each in (AGAINST, JUDGES))
    many = islice(reading.store.match(None, AGAINST, provision), SUMMED, None)
    if any(True for _ in many):
        yield f"what all claimed deliveries come to: kb caps {reading.short(provision)}"
        return
    for total in reading.kept(provision, _totals):
        every = (*total.counted, *(each for each, _ in total.others))
        if any(each.proposition.iri == delivery.value for each in every):
            yield f"all that is claimed for {period(total)}: {comes_to(total)}"


def _totals(reading: Reading, provision: NamedNode) -> list[Total]:
    return [total for cap in caps(reading, [provision]) for total in totals(reading, cap)]
