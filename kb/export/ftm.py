"""The base's ships, aircraft, parties and places as FollowTheMoney, and all else as a side file.

FollowTheMoney knows data sets and no claimants, no stance, no quotes: an ownership or a flag in it reads
as plain fact. So only the identity of things becomes entities: names, numbers, place. What is said of
them goes to the side file (`kb.export.ftm_side`), every proposition with its status and its claims.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from kb.errors import BadInput
from kb.export import ftm_side, select
from kb.namespaces import ENTITY_KINDS, ID, KB, PREFIXES, RDF, RDFS, REFERENCE_GRAPH
from kb.report.names import report_iri
from kb.store.base import Store
from kb.vocabulary import Vocabulary

if TYPE_CHECKING:
    from followthemoney.proxy import EntityProxy

SCHEMATA = (
    ("Ship", "Vessel"),
    ("Aircraft", "Airplane"),
    ("Person", "Person"),
    ("Organization", "Organization"),
    ("State", "Territory"),
    ("Place", "Address"),
    ("Agent", "LegalEntity"),
)
"""Schema by class, for the class itself and those below it; the first that fits counts."""
LABEL, ALIAS, UNNAMED = RDFS + "label", PREFIXES["skos"] + "altLabel", KB + "unnamed"
PROPERTIES = {
    LABEL: "name",
    ALIAS: "alias",
    KB + "imoNumber": "imoNumber",
    KB + "imoCompanyNumber": "imoNumber",
    KB + "mmsi": "mmsi",
    KB + "callSign": "callSign",
    KB + "lei": "leiCode",
    KB + "tailNumber": "registrationNumber",
    KB + "isoAlpha2": "country",
    KB + "unLocode": "remarks",
    PREFIXES["wgs"] + "lat": "latitude",
    PREFIXES["wgs"] + "long": "longitude",
}
"""Property by predicate: what makes a thing recognisable, and nothing that somebody says of it."""
TYPE = RDF + "type"
STATE = KB + "state"
LOCAL = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.-]{0,78}[0-9A-Za-z])?")
MISSING = (
    "The format ftm needs the followthemoney package. Install it with: "
    "pip install 'sanctions-kb[ftm]'"
)


@dataclass(slots=True)
class Exported:
    """An export: the entities and the side file as lines of JSON, and what the entities cannot hold."""

    entities: str
    side: str
    counts: Mapping[str, int]

    def seen(self, day: str, clock: str) -> str:
        """The side file, whose first line names the view of the base that was exported."""
        head, _, rest = self.side.partition("\n")
        told = json.loads(head) | {"as_of": {"day": day, "clock": clock}}
        return json.dumps(told, ensure_ascii=False) + "\n" + rest

    def loss(self, side_file: str | None) -> str:
        """What the entities do not say, in a sentence for the person who exported them."""
        told = [
            f"{number} {word}{'' if number == 1 else 's'}" for word, number in self.counts.items()
        ]
        if not told:
            return ""
        kept = f"kept in {side_file}" if side_file else "not written; --side-file FILE keeps them"
        return f"FollowTheMoney has no place for {', '.join(told)}: {kept}."


@dataclass(slots=True)
class _Things:
    """What is said of each subject, and the entities among them by IRI."""

    said: dict[str, list[Quad]] = field(default_factory=dict)
    entities: dict[str, str] = field(default_factory=dict)


def export(
    store: Store, words: Vocabulary, names: Iterable[str] = (), *, reference: bool = False
) -> Exported:
    """All reports, or some by name, as entities and a side file; `reference` adds every state and port.

    Raises BadInput where the followthemoney package is missing, UnknownName for a report that is not
    there, and NakedAllegation where the side file would show an allegation as plain fact.
    """
    _needed()
    iris = [report_iri(each) or report_iri(f"report:{each}") or each for each in names]
    quads = select.reports(store, iris) if iris else select.whole(store)
    if reference:
        graph = NamedNode(REFERENCE_GRAPH)
        given = store.graph(REFERENCE_GRAPH)
        quads += [Quad(each.subject, each.predicate, each.object, graph) for each in given]
    things = _things(quads, words)
    _add_mentioned(things, store, words)
    refused: dict[str, list[tuple[str, str]]] = {}
    lines = [_line(_entity(iri, things, refused)) for iri in sorted(things.entities)]
    side = ftm_side.lines(things.said, things.entities, ids(things.entities), refused, words)
    return Exported("".join(lines), side.text, side.counts)


def ids(entities: Iterable[str]) -> dict[str, str]:
    """The id of each entity in FollowTheMoney, by IRI: "ship-angara" for ship:angara."""
    return {iri: identifier(iri) for iri in entities}


def identifier(iri: str) -> str:
    """An id that FollowTheMoney accepts: kind and name where they are plain, else a digest of the IRI."""
    kind, _, name = iri.removeprefix(ID).partition("/")
    if iri.startswith(ID) and kind in ENTITY_KINDS and LOCAL.fullmatch(name):
        return f"{kind}-{name}"
    return f"kb-{hashlib.sha256(iri.encode()).hexdigest()[:40]}"


def _needed() -> None:
    try:
        import followthemoney  # noqa: F401  (an extra: its absence is told before any work)
    except ImportError as error:
        raise BadInput(MISSING) from error


def _things(quads: Iterable[Quad], words: Vocabulary) -> _Things:
    found = _Things()
    for quad in quads:
        found.said.setdefault(str(getattr(quad.subject, "value", "")), []).append(quad)
    for iri, said in found.said.items():
        if schema := _schema(said, words):
            found.entities[iri] = schema
    return found


def _schema(said: list[Quad], words: Vocabulary) -> str:
    """The schema of a thing that has a name of its own, or ""."""
    types = {getattr(q.object, "value", "") for q in said if q.predicate.value == TYPE}
    above = frozenset().union(*(words.ancestors(kind) for kind in types))
    named = any(quad.predicate.value == LABEL for quad in said)
    if not named or any(quad.predicate.value == UNNAMED for quad in said):
        return ""
    return next((schema for name, schema in SCHEMATA if KB + name in above), "")


def _add_mentioned(things: _Things, store: Store, words: Vocabulary) -> None:
    """Adds the entities that are spoken of and described elsewhere: states, ports, known agencies."""
    objects = {quad.object for said in things.said.values() for quad in said}
    for thing in sorted(objects, key=str):
        if isinstance(thing, NamedNode) and thing.value.startswith(ID):
            if thing.value in things.said:
                continue
            described = [Quad(*triple) for triple in store.match(thing, None, None)]
            if schema := _schema(described, words):
                things.said[thing.value] = described
                things.entities[thing.value] = schema


def _entity(iri: str, things: _Things, refused: dict[str, list[tuple[str, str]]]) -> "EntityProxy":
    from followthemoney import model

    entity = model.make_entity(things.entities[iri])
    entity.id = identifier(iri)
    for prop, value in sorted(set(_values(iri, things))):
        known = entity.schema.get(prop)
        if known is None or entity.unsafe_add(known, value) is None:
            refused.setdefault(iri, []).append((prop, value))
    return entity


def _values(iri: str, things: _Things) -> Iterator[tuple[str, str]]:
    place = things.entities[iri] == "Address"
    for quad in things.said[iri]:
        predicate, value = quad.predicate.value, quad.object
        if isinstance(value, Literal) and predicate in PROPERTIES:
            prop = PROPERTIES[predicate]
            yield "full" if place and prop == "name" else prop, value.value
        elif place and predicate == STATE and isinstance(value, NamedNode):
            yield "country", value.value.rpartition("/")[2]


def _line(entity: "EntityProxy") -> str:
    data = entity.to_dict()
    properties = {name: sorted(values) for name, values in sorted(data["properties"].items())}
    plain = {
        "id": data["id"],
        "caption": entity.caption,
        "schema": data["schema"],
        "properties": properties,
    }
    return json.dumps(plain, ensure_ascii=False) + "\n"
