"""Small reports for the tests of cases: each line of claims is said in a sentence of its own."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kb.desk.base import KnowledgeBase
from kb.report.load import Request

GIVEN = Path(__file__).parent.parent / "queries" / "given"
EXAMPLES = Path(__file__).parent.parent.parent / "examples"
SHOWN = (
    "2017-10-10-jie-shun",
    "2023-10-18-minister-in-pyongyang",
    "2023-10-20-second-look",
    "2024-03-20-oil-at-sea",
)
REVIEWED = {"status": "accepted", "reviewer": "A. Analyst", "reviewed": "2024-06-01"}


def tell(
    base: KnowledgeBase,
    folder: Path,
    name: str,
    claims: Iterable[Mapping[str, Any]],
    propositions: Iterable[Mapping[str, Any]],
    **more: Any,
) -> None:
    """Adds a report in which each claim says a sentence; a claimant is an organisation by its local name."""
    made, text = [], ""
    for number, claim in enumerate(claims):
        quote = claim.get("quote") or f"Sentence {number} of {name} was said"
        text += f"{quote}.\n"
        rest = {key: value for key, value in claim.items() if key != "quote"}
        identifier = rest.pop("id", f"#c{number}")
        made.append({"id": identifier, **REVIEWED, **rest, "passage": {"quote": quote}})
    speakers = {each[key] for each in made for key in ("claimant", "onBehalfOf") if key in each}
    speakers |= {agent for each in made for agent in each.get("via", ())}
    named = {each["id"] for each in more.get("entities", ())}
    entities = [
        {"id": each, "type": "Organization", "name": each.removeprefix("org:").title()}
        for each in sorted(speakers - named)
        if each.startswith("org:")
    ]
    document = {
        "id": f"report:{name}",
        "title": f"Report {name}",
        "publisher": {"id": "org:wire", "type": "Organization", "name": "Wire"},
        "published": more.get("published", "2024-05-01"),
        "language": "en",
        "content": text,
        "entities": [*entities, *more.get("entities", ())],
        "propositions": list(propositions),
        "claims": made,
    }
    document |= {key: more[key] for key in ("evidence", "corrects") if key in more}
    path = folder / f"{name}.json"
    path.write_text(json.dumps(document))
    add(base, path)


def add(base: KnowledgeBase, path: Path) -> None:
    """Adds a report file that must be valid."""
    verdict, reports = base.check(Request(str(path)))
    assert verdict.problems == ()
    assert [each for each in verdict.findings if "iolation" in str(each.severity)] == []
    base.add(reports[0])


def world(place: str) -> None:
    """A base at a place with the six reports of the questions and the four examples."""
    with KnowledgeBase.open(place, write=True) as base:
        for name in ("first", "second", "third", "fourth", "fifth", "sixth"):
            add(base, GIVEN / f"{name}.yaml")
        for name in SHOWN:
            add(base, EXAMPLES / name / "report.yaml")
