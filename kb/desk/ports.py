"""The ports of the world in a base: every base is made with them, and can be brought up to date."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kb.desk import log
from kb.desk.base import KnowledgeBase
from kb.namespaces import KB, RDF, REFERENCE_GRAPH
from kb.ports.gazetteer import gazetteer
from kb.store import MEMORY, open_store


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a base holds after the ports were loaded: how many, and whether anything changed."""

    ports: int
    with_code: int
    facilities: int
    places: int
    changed: bool

    def sentence(self) -> str:
        """What happened, for the person who loaded them."""
        held = (
            f"{self.ports:,} ports ({self.with_code:,} with a UN/LOCODE), "
            f"{self.facilities} facilities and {self.places} other places"
        )
        if self.changed:
            return f"Loaded {held}."
        return f"{held} are in the base already, unchanged: every base is made with them."


def load_ports(location: str) -> Loaded:
    """Brings the ports of the base at a location up to date with the package; makes it if need be."""
    with KnowledgeBase(open_store(location, write=location != MEMORY)) as base:
        before = log.latest(base.store, REFERENCE_GRAPH)
        base.refresh()
        after = log.latest(base.store, REFERENCE_GRAPH)
        changed = before is None or after is None or before.sha256 != after.sha256
        return Loaded(
            ports=_count(base, "Port"),
            with_code=sum(1 for place in gazetteer().values() if place.code),
            facilities=_count(base, "Facility"),
            places=_count(base, "Place"),
            changed=changed,
        )


def _count(base: KnowledgeBase, kind: str) -> int:
    """How many things of a class the packaged reference data of the base holds."""
    found = base.store.match(
        None, NamedNode(RDF + "type"), NamedNode(KB + kind), graph=REFERENCE_GRAPH
    )
    return sum(1 for _ in found)
