"""The rules of queries/derive/: steps that prepare and finish, and one rule a family of provisions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from pyoxigraph import NamedNode, Triple

from kb.judge.reference import Reference
from kb.judge.words import JUDGING
from kb.namespaces import KB, PREFIXES
from kb.resources import QUERIES

HEADER = re.compile(r"^#\+ (\w+): *(.*)$", re.MULTILINE)
FOLDER = QUERIES / "derive"
ACT = NamedNode(JUDGING + "act")
NEEDED = {"j": JUDGING, "kb": KB}
"""The prefixes of what a query says that it needs."""
RUNS = 20
"""After how many runs the store is made anew: what is removed from it still takes room."""
FIRST = 8
"""How many steps come before the rules; the others hold what they found against cargo, dates and so on."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One query: its name, what it implements and holds against what, and the SPARQL."""

    name: str
    header: Mapping[str, str]
    sparql: str

    @property
    def acts(self) -> frozenset[str]:
        """The classes of act that the rule is for; a proposition of none of them cannot be found by it."""
        return frozenset(filter(None, self.header.get("acts", "").split(", ")))

    @property
    def needs(self) -> tuple[NamedNode, ...]:
        """Of these properties one must be there, else nothing follows; with none named it may always."""
        named = filter(None, self.header.get("needs", "").split(", "))
        pairs = (each.split(":") for each in named)
        return tuple(NamedNode(NEEDED[prefix] + name) for prefix, name in pairs)


@cache
def steps() -> tuple[Rule, ...]:
    """The steps in their order: listings, acts, sides, ships; cargo, dates, caps, exemptions; verdict."""
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


class Bench:
    """A small store with the reference in it, on which the rules run; it is cleared after each run."""

    def __init__(self, known: Reference) -> None:
        self.known = known
        self._runs = 0
        self._store = ox.Store()
        self._fixed: list[ox.Quad] = [ox.Quad(*triple) for triple in known.triples]

    def concluded(self, facts: Iterable[Triple]) -> set[Triple]:
        """The potential breaches that follow from facts: the whole order of steps and rules, run once."""
        if self._runs % RUNS == 0:
            self._store = ox.Store()
            self._store.extend(self._fixed)
        self._runs += 1
        added: list[ox.Quad] = []
        self._add({*facts}, added)
        try:
            return self._run(added)
        finally:
            for quad in added:
                self._store.remove(quad)

    def _run(self, added: list[ox.Quad]) -> set[Triple]:
        for step in steps()[:FIRST]:
            self._add(self._made(step), added)
        acts = {quad.object for quad in self._store.quads_for_pattern(None, ACT, None)}
        fitting = [r for r in rules() if any(NamedNode(KB + act) in acts for act in r.acts)]
        found = {triple for rule in fitting for triple in self._made(rule)}
        if not found:
            return set()
        self._add(found, added)
        for step in steps()[FIRST:-1]:
            self._add(self._made(step), added)
        return self._made(steps()[-1])

    def _add(self, triples: set[Triple], added: list[ox.Quad]) -> None:
        quads = [ox.Quad(*triple) for triple in triples]
        new = [quad for quad in quads if quad not in self._store]
        self._store.extend(new)
        added += new

    def _made(self, rule: Rule) -> set[Triple]:
        """What a query makes: to read and plan it takes longer than to see that it lacks what it needs."""
        if rule.needs and not any(map(self._has, rule.needs)):
            return set()
        made = self._store.query(rule.sparql, prefixes=PREFIXES)
        assert isinstance(made, ox.QueryTriples)
        return set(made)

    def _has(self, predicate: NamedNode) -> bool:
        return any(self._store.quads_for_pattern(None, predicate, None))
