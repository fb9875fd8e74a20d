"""Reports with claims about a few propositions, made for the tests of judging."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from kb.desk.base import KnowledgeBase
from kb.namespaces import ID, KB, RDF, RDFS
from kb.report.load import Request, load

PARTIES = [
    {
        "id": "org:kp-trader",
        "type": "Organization",
        "name": "Paektu Trading",
        "state": "country:KP",
    },
    {
        "id": "org:cn-trader",
        "type": "Organization",
        "name": "Yellow Sea Goods",
        "state": "country:CN",
    },
    {"id": "org:nowhere", "type": "Organization", "name": "Nowhere Ltd"},
    {"id": "ship:gull", "type": "Ship", "name": "Gull"},
    {"id": "ship:tern", "type": "Ship", "name": "Tern"},
    {"id": "org:un-1718-committee", "type": "Organization", "name": "the Committee"},
]
"""Who takes part, each with a name, and with a state where it is known."""


def report(
    folder: Path,
    propositions: Iterable[Mapping[str, Any]],
    *,
    name: str = "given",
    stances: Mapping[str, Iterable[str]] | None = None,
    entities: Iterable[Mapping[str, Any]] = (),
    withdrawn: Iterable[str] = (),
) -> str:
    """A report file in which Coast Wire takes a stance (asserts) on each proposition; its path.

    What it says of those `withdrawn` it takes back in the same report.
    """
    chosen = list(propositions)
    claims = [
        {
            "id": f"#c{number}-{count}",
            "status": "accepted",
            "reviewer": "A. Analyst",
            "reviewed": "2024-05-01",
            "claimant": "org:coast-wire",
            "stance": stance,
            "about": each["id"],
            "passage": {"quote": "It was said so"},
        }
        for number, each in enumerate(chosen)
        for count, stance in enumerate((stances or {}).get(each["id"], ("asserts",)))
    ]
    firsts = {claim["about"]: claim for claim in reversed(claims)}
    claims += [
        {
            **firsts[each],
            "id": f"#taken-{number}",
            "stance": "denies",
            "withdraws": firsts[each]["id"],
        }
        for number, each in enumerate(withdrawn)
    ]
    path = folder / f"{name}.json"
    document = {
        "id": f"report:{name}",
        "title": name,
        "publisher": {"id": "org:coast-wire", "type": "Organization", "name": "Coast Wire"},
        "published": "2024-05-01",
        "language": "en",
        "content": "It was said so.",
        "entities": [*PARTIES, *entities],
        "propositions": chosen,
        "claims": claims,
    }
    path.write_text(json.dumps(document))
    return str(path)


def base_of(folder: Path, *propositions: Mapping[str, Any]) -> KnowledgeBase:
    """A base in memory with one report on these propositions."""
    base = KnowledgeBase.open("memory:")
    base.add(load(Request(report(folder, propositions)))[0])
    return base


def provision(name: str, **said: str | bool) -> list[Triple]:
    """A hand-made provision for a reference graph: `measure="arms-embargo"`, `recipientState="LY"` …"""
    me = NamedNode(f"{ID}provision/{name}")
    number, _, paragraph = name.partition("-")
    found = [
        Triple(me, NamedNode(RDF + "type"), NamedNode(KB + "Provision")),
        Triple(me, NamedNode(RDFS + "label"), Literal(name)),
        Triple(me, NamedNode(KB + "inResolution"), NamedNode(f"{ID}resolution/{number}")),
        Triple(me, NamedNode(KB + "paragraph"), Literal(paragraph)),
    ]
    return found + [_said(me, key, value) for key, value in said.items()]


def _said(me: NamedNode, key: str, value: str | bool) -> Triple:
    base = "https://w3id.org/sanctions-kb/"
    if key in ("modality", "measure"):
        term: NamedNode | Literal = NamedNode(f"{base}{key}/{value}")
    elif key == "cargoKind":
        term = NamedNode(f"{base}cargo/{value}")
    elif key == "appliesTo":
        term = NamedNode(f"{KB}{value}")
    elif key.endswith("State"):
        term = NamedNode(f"{ID}country/{value}")
    else:
        day = NamedNode("http://www.w3.org/2001/XMLSchema#date")
        term = Literal(str(value), datatype=day)
    return Triple(me, NamedNode(KB + key), term)
