"""The rules of queries/derive/: steps that prepare and finish, and one rule a family of provisions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from pyoxigraph import Triple

from kb.judge.reference import Reference
from kb.namespaces import PREFIXES
from kb.resources import QUERIES

HEADER = re.compile(r"^#\+ (\w+): *(.*)$", re.MULTILINE)
FOLDER = QUERIES / "derive"
FIRST = 4
"""How many steps come before the rules; the others hold what they found against cargo, dates and so on."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One query: its name, what it implements and holds against what, and the SPARQL."""

    name: str
    header: Mapping[str, str]
    sparql: str


@cache
def steps() -> tuple[Rule, ...]:
    """The steps in their order: acts, sides and ships first, then cargo, dates, caps, exemptions, verdict."""
    return _read("steps")


@cache
def rules() -> tuple[Rule, ...]:
    """The rules by name, one a family of provisions."""
    return _read("breaches")


def _read(folder: str) -> tuple[Rule, ...]:
    found = []
    for path in sorted((FOLDER / folder).glob("*.rq")):
        sparql = path.read_text(encoding="utf-8")
        found.append(Rule(path.stem, dict(HEADER.findall(sparql)), sparql))
    return tuple(found)


def concluded(reference: Reference, facts: Iterable[Triple]) -> set[Triple]:
    """The potential breaches that follow from facts: the whole order of steps and rules, run once."""
    bench = ox.Store()
    bench.extend(ox.Quad(*triple) for triple in {*reference.triples, *facts})
    for step in steps()[:FIRST]:
        _run(bench, step)
    found = {triple for rule in rules() for triple in _made(bench, rule)}
    if not found:
        return set()
    bench.extend(ox.Quad(*triple) for triple in found)
    for step in steps()[FIRST:-1]:
        _run(bench, step)
    return _made(bench, steps()[-1])


def _run(bench: ox.Store, rule: Rule) -> None:
    bench.extend(ox.Quad(*triple) for triple in _made(bench, rule))


def _made(bench: ox.Store, rule: Rule) -> set[Triple]:
    made = bench.query(rule.sparql, prefixes=PREFIXES)
    assert isinstance(made, ox.QueryTriples)
    return set(made)
