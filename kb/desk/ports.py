"""The ports of the world in a base, and as answers for the terminal."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kb.desk import log
from kb.desk.base import KnowledgeBase
from kb.namespaces import KB, RDF, REFERENCE_GRAPH
from kb.ports.find import nearest, search
from kb.ports.gazetteer import gazetteer
from kb.ports.place import Place
from kb.questions.shown import Shown
from kb.store import MEMORY, open_store

COLUMNS = ("id", "kind", "name", "locode", "state", "state_label", "latitude", "longitude")
COLUMNS_AFTER = ("part_of", "other_names")


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


def listed(text: str = "", state: str = "", kind: str = "") -> Shown:
    """The places that a text may mean, likeliest first, as an answer that can be written."""
    return Shown((*COLUMNS, *COLUMNS_AFTER), tuple(map(_row, search(text, state, kind))))


def cut(answer: Shown, columns: Sequence[str]) -> Shown:
    """The answer with these of its columns only."""
    kept = [answer.columns.index(column) for column in columns]
    rows = tuple(tuple(row[index] for index in kept) for row in answer.rows)
    return Shown(tuple(columns), rows)


def near(text: str) -> str:
    """The ports whose names are most like a text, in words; empty where there are none."""
    return " or ".join(f"{place.name} ({place.id})" for place in nearest(text))


def _count(base: KnowledgeBase, kind: str) -> int:
    """How many things of a class the packaged reference data of the base holds."""
    found = base.store.match(
        None, NamedNode(RDF + "type"), NamedNode(KB + kind), graph=REFERENCE_GRAPH
    )
    return sum(1 for _ in found)


def _row(place: Place) -> tuple[str, ...]:
    east, north = place.point or ("", "")
    others = dict.fromkeys(other.text for other in place.others)
    return (
        place.id,
        place.kind,
        place.name,
        place.code,
        place.state,
        place.state_name,
        str(north),
        str(east),
        place.part_of,
        "; ".join(others),
    )
