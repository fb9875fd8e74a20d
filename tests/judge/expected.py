"""What a base derives of the propositions of a report, in the form of `expected.yaml` in `examples/`."""

import json
import sys
from pathlib import Path
from typing import Any

import yaml
from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.why import explained, why_json
from kb.judge.case import ABOUT
from kb.namespaces import KB
from kb.report.load import Request
from kb.report.names import compact
from kb.store import MEMORY
from kb.terms import text

IN_REPORT = NamedNode(KB + "inReport")
FEWEST = "left if common makers and go-betweens tie sources"
HEAD = """\
# What the base derives of this report, read and held to be right by a person; examples/README.md explains the
# keys. `after` names the reports that have to be in the base first. A test compares every line.
"""


def add(base: KnowledgeBase, path: Path) -> NamedNode:
    """Adds a report file and gives its identifier."""
    _, reports = base.check(Request(str(path)))
    base.add(reports[0])
    return NamedNode(reports[0].iri)


def assessed(base: KnowledgeBase, report: NamedNode) -> dict[str, Any]:
    """By proposition of which the report's claims speak: what `kb why` says of it, in short."""
    about = {
        compact(text(link.object), "")
        for claim in base.store.match(None, IN_REPORT, report)
        if isinstance(claim.subject, NamedNode)
        for link in base.store.match(claim.subject, ABOUT, None)
    }
    return {
        name.removeprefix(compact(report.value, "")): _short(
            json.loads(why_json(explained(base, name)))
        )
        for name in sorted(about)
    }


def _short(why: dict[str, Any]) -> dict[str, Any]:
    """One answer without what is empty; provisions that would not have banned it are left out."""
    case = why["case"]
    evidence = {each["name"] for claim in case["claims"] for each in claim["evidence"]}
    fewest = why["sources"]["fewest"]
    found = {
        "status": case["status"],
        "sources": case["sources"],
        FEWEST: fewest if fewest != case["sources"] else 0,
        "evidence": sorted(evidence),
        "contradictions": [[each["kind"], each["about"]] for each in why["contradictions"]],
        "provisions": {
            each["provision"]: {
                "verdict": each["verdict"].rpartition("/")[2],
                "met": each["met"],
                **({"gap": each["open"]} if each["open"] else {}),
            }
            for each in why["provisions"]
            if not each["unmet"]
        },
        "warnings": [
            [warning["kind"], warning["text"]]
            for ship in why["plausibility"]
            for warning in ship["warnings"]
        ],
        "not known": why["unknown"],
    }
    return {key: value for key, value in found.items() if value or key == "sources"}


def drafted(paths: list[Path]) -> str:
    """The file for the last report, in a base that holds those before it."""
    with KnowledgeBase.open(MEMORY, write=True) as base:
        for path in paths:
            report = add(base, path)
        found = {
            "after": [path.parent.name for path in paths[:-1]],
            "propositions": assessed(base, report),
        }
    return HEAD + yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=110)


if __name__ == "__main__":
    sys.stdout.write(drafted([Path(name) for name in sys.argv[1:]]))
