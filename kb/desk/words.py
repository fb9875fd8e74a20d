"""The words that a report file may use: as schema, context, example and list."""

from typing import Any

from kb.namespaces import KB
from kb.report import context
from kb.report import schema as schemas
from kb.vocabulary import vocabulary

EXAMPLE = """\
# yaml-language-server: $schema=report.schema.json
id: report:2024-05-01-example
title: Minister rejects claim of fuel transfer at sea
publisher: {id: org:example-wire, type: Organization, name: Example Wire}
published: 2024-05-01
language: en
content: |
  The think tank said the tanker had passed fuel to a smaller ship in April.
  The minister said no such transfer took place.
entities:
  - {id: org:think-tank, type: Organization, name: Example Institute}
  - {id: person:minister, type: Person, name: A. Minister}
  - {id: "#tanker", type: Ship, unnamed: true, note: the tanker}
  - {id: "#smaller-ship", type: Ship, unnamed: true, note: the smaller ship}
propositions:
  - id: "#transfer"
    type: ShipToShipTransfer
    vessel: "#tanker"
    receivingShip: "#smaller-ship"
    time: 2024-04
claims:
  - id: "#alleged"
    status: accepted
    reviewer: A. Analyst
    reviewed: 2024-05-02
    claimant: org:think-tank
    stance: asserts
    about: "#transfer"
    passage: {quote: the tanker had passed fuel to a smaller ship in April}
  - id: "#denied"
    status: accepted
    reviewer: A. Analyst
    reviewed: 2024-05-02
    claimant: person:minister
    stance: denies
    about: "#transfer"
    disputes: "#alleged"
    passage: {quote: no such transfer took place}
"""


def schema() -> dict[str, Any]:
    """The JSON Schema of report files."""
    return schemas.schema(vocabulary())


def context_text() -> str:
    """The JSON-LD context, as it ships."""
    return context.shipped(vocabulary())


def example_text() -> str:
    """A small report file."""
    return EXAMPLE


def terms_text() -> str:
    """Every class with its keys, and every key with its choices, one a line."""
    known = vocabulary()
    lines = []
    for kind in sorted(known.classes.values(), key=lambda each: each.name):
        keys = sorted(known.keys_of([kind.iri]))
        if keys:
            lines.append(f"{kind.name}: {kind.definition}")
            lines.append(f"    {', '.join(keys)}")
    for key, prop in sorted(known.properties.items()):
        choices = known.concepts.get(prop.range or "", {})
        if choices:
            lines.append(
                f"{key} ({(prop.range or '').removeprefix(KB)}): {', '.join(sorted(choices))}"
            )
    return "\n".join(lines) + "\n"
