"""What derived rules say of a proposition and the provisions in force: read, not judged, here."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kb.judge.case_reading import Reading
from kb.namespaces import KB

JUDGES, AGAINST, VERDICT, MET, UNMET, GAP, OPEN, EXEMPTION = (
    NamedNode(KB + name)
    for name in (
        *("judges", "againstProvision", "verdict", "met", "unmet", "gap", "openExemption"),
        "summary",
    )
)


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
    )
