"""Exposure at the desk: ties of reports and lists, with identities followed, and the names of all of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.exposure_lists import Listed
from kb.desk.exposure_marks import Marks
from kb.desk.identity import decisions, held
from kb.desk.naming import thing
from kb.errors import BadInput
from kb.judge.case import ABOUT
from kb.judge.case_reading import TYPE, Reading
from kb.judge.exposure import Edge, End, Limits, Lookups, search
from kb.judge.exposure_claims import Claimed
from kb.judge.exposure_page import FORMATS, Exposure, Named
from kb.judge.exposure_rule import Reckoning, Rule
from kb.matching.identity import DIFFERENT, Identities
from kb.namespaces import KB
from kb.report.names import compact
from kb.store import listed, naming
from kb.store.base import Store
from kb.store.naming import UNKNOWN
from kb.vocabulary import vocabulary

__all__ = ["DEEPEST", "FORMATS", "Around", "exposed"]
DEEPEST = 6
"""How many steps a path may have at the most."""


class Around:
    """A base seen as things with ties; things that are held to be one are one."""

    def __init__(self, store: Store, day: date | None) -> None:
        words = vocabulary()
        self.store = store
        self.reading = Reading(store, words)
        self.listed = Listed(store, day)
        self.claimed = Claimed(self.reading)
        self.marks = Marks(self.reading, self.listed)
        every = decisions(store)
        self.identities = Identities.of(every)
        self._apart = {e.pair for e in every if e.stands and e.judgement == DIFFERENT}
        self._members: dict[str, tuple[str, ...]] = {}
        self._edges: dict[str, tuple[Edge, ...]] = {}
        self._ends: dict[str, tuple[End, ...]] = {}

    @property
    def look(self) -> Lookups:
        """The look-ups of a search."""
        return Lookups(self.edges, self.ends, self.stops)

    def members(self, thing: str) -> tuple[str, ...]:
        """All things that are taken as this one: by decisions of people, and by one IMO number.

        Where people hold two of them to be different, the IMO number joins none.
        """
        if thing not in self._members:
            found = self._joined(thing)
            ids = {each: compact(each, "") for each in found}
            if any(pair <= set(ids.values()) for pair in self._apart):
                found = self._group(thing)
            ordered = sorted(found, key=lambda each: (":imo-" not in ids[each], each))
            self._members |= dict.fromkeys(found, tuple(ordered))
        return self._members[thing]

    def _group(self, thing: str) -> set[str]:
        group = self.identities.group(compact(thing, ""))
        return {thing} | {self.reading.node(each).value for each in group}

    def _joined(self, thing: str) -> set[str]:
        found, todo = {thing}, [thing]
        while todo:
            each = todo.pop()
            more = (self._group(each) | set(self.marks.same_number(each))) - found
            found |= more
            todo += sorted(more)
        return found

    def one(self, thing: str) -> str:
        """The thing that stands for all that are one with it."""
        return self.members(thing)[0]

    def edges(self, thing: str) -> tuple[Edge, ...]:
        """The ties of a thing and of all that are one with it."""
        if thing not in self._edges:
            found: set[Edge] = set()
            for each in self.members(thing):
                found.update(self.claimed.edges(each))
                found.update(self.listed.edges(each))
                found.update(self.marks.edges(each))
            made = {self._between(each) for each in found}
            ties = (e for e in made if e.source != e.target and UNKNOWN.value != e.target)
            self._edges[thing] = tuple(sorted(ties, key=lambda each: each.order))
        return self._edges[thing]

    def _between(self, edge: Edge) -> Edge:
        source, target = self.one(edge.source), self.one(edge.target)
        return replace(edge, source=source, target=target)

    def ends(self, thing: str) -> tuple[End, ...]:
        """Why a thing, or one that is one with it, is listed or accused."""
        if thing not in self._ends:
            found = [
                end
                for each in self.members(thing)
                for end in (*self.listed.ends(each), *self.claimed.ends(each))
            ]
            order = {"listed": 0, "said to be listed": 1, "accused": 2}
            self._ends[thing] = tuple(
                sorted(dict.fromkeys(found), key=lambda e: (order[e.kind], e.words, e.claimed))
            )
        return self._ends[thing]

    def stops(self, thing: str) -> bool:
        """Whether a thing ties nothing to anything else: a state, whose flag thousands of ships fly."""
        return thing.startswith(self.reading.node("country:XX").value[:-2])

    def named(self, thing: str) -> Named:
        """A thing as it is shown, with who held it to be one with others."""
        members = self.members(thing)
        ids = tuple(compact(each, "") for each in members)
        name = next(filter(None, map(self._name, members)), naming.local(thing))
        if len(members) == 1:
            return Named(ids[0], name)
        decided = held(self.store, set(ids))
        because = tuple(dict.fromkeys(line for each in ids for line in decided.get(each, ())))
        own = set(self.identities.group(ids[0]))
        number = () if own >= set(ids) else ("They have one IMO number.",)
        return Named(ids[0], name, ids[1:], (*because, *number))

    def _name(self, thing: str) -> str:
        node = NamedNode(thing)
        found = self.reading.name(node)
        return found if found != naming.local(thing) else listed.name(self.store, node)

    def crowds(self) -> list[str]:
        """What ties so many that it was not followed, or not wholly."""
        things = sorted(self.claimed.crowded | self.listed.crowded)
        told = [
            f"{compact(each, '')} is named so often that not all of its ties were followed."
            for each in things
        ]
        return told + [
            f"So many have the {each} that it ties nobody." for each in sorted(self.marks.crowded)
        ]


def exposed(base: KnowledgeBase, name: str, limits: Limits) -> Exposure:
    """The paths from an entity, by identifier or name, to listed or accused parties.

    In a view of the base, listings are those that held on its day. Raises UnknownName where neither reports
    nor lists know it, BadInput for a name of several and for what is no entity.
    """
    day = base.as_of.day if base.as_of else None
    around = Around(base.store, day)
    start = around.one(_thing(base, name).value)
    found = search(start, around.look, limits)
    rule = Rule(around.look, day)
    things = dict.fromkeys([start, *(each for p in found.paths for each in p.things)])
    listing = around.listed.editions  # without a list nobody is a listed owner
    made = (rule.reckon(each) for each in things) if listing else ()
    rules = tuple(each for each in made if each is not None)
    found.notes += around.crowds()
    if rule.cut:
        found.notes.append(
            "So many owners stand behind one another that the 50 percent rule left some out."
        )
    shown = sorted({*things, *_spoken_of(rules)})
    names = {each: around.named(each) for each in shown}
    return Exposure(found, names, rules, limits.depth, day.isoformat() if day else "")


def _spoken_of(rules: Iterable[Reckoning]) -> set[str]:
    return {
        each
        for rule in rules
        for tally in (rule.whole, *rule.lists)
        for holding in tally.holdings
        for edge in holding.edges
        for each in (edge.source, edge.target)
    }


def _thing(base: KnowledgeBase, name: str) -> NamedNode:
    """The entity that a name stands for in reports, else on lists."""
    found = thing(base, name)
    if any(base.store.match(None, ABOUT, found)):
        raise BadInput(f"{name} is an event or relation, no party. Ask kb why {name}.")
    kinds = {each.value for each in Reading(base.store, vocabulary()).nodes(found, TYPE)}
    if kinds and not kinds & vocabulary().descendants(KB + "Entity"):
        raise BadInput(f"{name} is no ship, company, person or other party.")
    return found
