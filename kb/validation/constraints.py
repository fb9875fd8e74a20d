"""The SPARQL constraints of the shapes, each run once for all that a report describes.

pySHACL runs a constraint once for each focus node, and searches its text anew each time for what a
constraint may not hold; of a report with many claims that is most of the work. Here `$this` is bound by one
pattern more, `GRAPH <urn:sanctions-kb:aimed> { $this a <shape> }`, and the engine of the store answers. What
it may differ in from pre-binding (SHACL 5.3.1) no constraint of the shapes uses: a test holds that pySHACL
finds the same for every example.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, Triple

from kb.namespaces import RDF
from kb.terms import text
from kb.validation.finding import Finding, Severity

AIMED = NamedNode("urn:sanctions-kb:aimed")
TYPE = NamedNode(RDF + "type")
OPENING = "WHERE {"


@dataclass(frozen=True, slots=True)
class Constraint:
    """A constraint of a shape: its query, and what a result of it is told as."""

    shape: str
    select: str
    severity: Severity
    message: str

    @property
    def aimed(self) -> str:
        """The query for all focus nodes of the shape at once."""
        head, opening, rest = self.select.partition(OPENING)
        aim = f"GRAPH {AIMED} {{ $this a {NamedNode(self.shape)} }} "
        return f"{head}{opening} {aim}{rest}"


def broken(
    triples: Iterable[Triple],
    aims: Mapping[str, Iterable[str]],
    constraints: Iterable[Constraint],
) -> Iterator[Finding]:
    """What the triples break of some constraints, at the focus nodes that each shape is aimed at."""
    store = ox.Store()
    store.extend(Quad(t.subject, t.predicate, t.object) for t in triples)
    store.extend(
        Quad(NamedNode(node), TYPE, NamedNode(shape), AIMED)
        for shape, nodes in aims.items()
        for node in nodes
    )
    for constraint in constraints:
        rows = store.query(constraint.aimed)
        assert isinstance(rows, ox.QuerySolutions)
        valued = "value" in {each.value for each in rows.variables}
        found = {(text(row["this"]), text(row["value"]) if valued else None) for row in rows}
        for focus, value in found:
            told = None if value == focus else value
            yield Finding(
                shape=constraint.shape,
                severity=constraint.severity,
                message=constraint.message,
                focus=focus,
                path=None,
                value=told,
            )
