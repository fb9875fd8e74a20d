"""Looking things up for a case: names, values, chains and the reports that state a triple."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pyoxigraph import Literal, NamedNode, Triple

from kb.namespaces import ID, KB, PREFIXES, RDF
from kb.report.names import compact
from kb.store import naming
from kb.store.base import Store
from kb.terms import Term
from kb.vocabulary import Vocabulary

TYPE, FIRST, REST, NIL = (NamedNode(RDF + name) for name in ("type", "first", "rest", "nil"))
VIA, UNNAMED = (NamedNode(KB + name) for name in ("via", "unnamed"))
EARLIEST, LATEST = (NamedNode(KB + name) for name in ("timeEarliest", "timeLatest"))
CHAIN = 100
"""How many agents of one chain are read; a chain that loops ends here too."""
REPORTS = ID + "report/"
Made = TypeVar("Made")
Alike = Callable[[str], tuple[str, ...]]
"""Which things are held to be one with that of an identifier, itself among them."""


def _alone(identifier: str) -> tuple[str, ...]:
    return (identifier,)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of the base: its IRI, the identifier that a person types, its name."""

    iri: str
    id: str
    name: str


class Reading:
    """A store, its vocabulary and what is held to be one; what was looked up is kept for one answer."""

    def __init__(self, store: Store, words: Vocabulary, alike: Alike = _alone) -> None:
        self.store = store
        self.words = words
        self.alike = alike
        self._names: dict[NamedNode, str] = {}
        self._made: dict[tuple[Any, NamedNode], Any] = {}

    def values(self, thing: NamedNode, predicate: NamedNode) -> list[Term]:
        """The values of one property, each once, in the order of their text."""
        found = {t.object for t in self.store.match(thing, predicate, None)}
        return sorted(found, key=str) if len(found) > 1 else list(found)

    def nodes(self, thing: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """The values that are things."""
        return [each for each in self.values(thing, predicate) if isinstance(each, NamedNode)]

    def texts(self, thing: NamedNode, predicate: NamedNode) -> list[str]:
        """The values that are literals."""
        return [each.value for each in self.values(thing, predicate) if isinstance(each, Literal)]

    def text(self, thing: NamedNode, predicate: NamedNode) -> str:
        """The best literal of a property, or ""."""
        return naming.text(self.store, thing, predicate)

    def number(self, thing: NamedNode, predicate: NamedNode) -> float | None:
        """The first number of a property."""
        for each in self.texts(thing, predicate):
            try:
                return float(each)
            except ValueError:
                continue
        return None

    def day(self, thing: NamedNode, predicate: NamedNode) -> date | None:
        """The first day of a property."""
        for each in self.texts(thing, predicate):
            try:
                return date.fromisoformat(each[:10])
            except ValueError:
                continue
        return None

    def span(self, thing: NamedNode) -> tuple[date | None, date | None]:
        """The first and last day that the time of a proposition can include, as all reports together have it.

        Reports that give different times make it wider: no report's account is left out.
        """
        earliest = sorted(self.texts(thing, EARLIEST))
        latest = sorted(self.texts(thing, LATEST))
        return (
            date.fromisoformat(earliest[0]) if earliest else None,
            date.fromisoformat(latest[-1]) if latest else None,
        )

    def first(self, thing: NamedNode, predicate: NamedNode) -> Thing | None:
        """The first thing of a property."""
        found = self.nodes(thing, predicate)
        return self.thing(found[0]) if found else None

    def ids(self, thing: NamedNode, predicate: NamedNode) -> tuple[str, ...]:
        """The things of a property as identifiers."""
        return tuple(self.short(each) for each in self.nodes(thing, predicate))

    def thing(self, node: NamedNode) -> Thing:
        """A thing with its identifier and name."""
        return Thing(node.value, self.short(node), self.name(node))

    def name(self, node: NamedNode) -> str:
        """The name of a thing."""
        if node not in self._names:
            self._names[node] = naming.name(self.store, node)
        return self._names[node]

    def short(self, node: NamedNode) -> str:
        """The identifier of a thing as a person types it."""
        if node.value.startswith(KB):
            return node.value.removeprefix(KB)
        return compact(node.value, "")

    def node(self, identifier: str) -> NamedNode:
        """The IRI of an identifier that `short` gave, as a term."""
        prefix, _, rest = identifier.partition(":")
        if PREFIXES.get(prefix, "").startswith(ID):
            return NamedNode(PREFIXES[prefix] + rest)
        return NamedNode(identifier if ":" in identifier else KB + identifier)

    def local(self, node: NamedNode) -> str:
        """The last part of an IRI, such as the word of a concept."""
        return naming.local(node.value)

    def role(self, predicate: NamedNode) -> str:
        """The label of a property."""
        prop = self.words.by_iri.get(predicate.value)
        return prop.label if prop else self.local(predicate)

    def kinds(self, thing: NamedNode) -> set[str]:
        """The classes of a thing that the ontology has."""
        found = {each.value for each in self.nodes(thing, TYPE)}
        return {each for each in found if each in self.words.classes}

    def kind(self, kinds: set[str]) -> str:
        """The label of the most specific of some classes."""
        best = max(kinds, key=lambda k: (len(self.words.ancestors(k)), k), default="")
        return self.words.classes[best].label if best else "proposition"

    def unnamed(self, node: NamedNode) -> bool:
        """Whether sources speak of a thing without naming it."""
        return node == naming.UNKNOWN or any(self.store.match(node, UNNAMED, None))

    def reports(self, triple: Triple) -> tuple[str, ...]:
        """The reports that state a triple, as identifiers."""
        graphs = {quad.graph_name for quad in self.store.holders(triple)}
        return tuple(
            sorted(
                self.short(each)
                for each in graphs
                if isinstance(each, NamedNode) and each.value.startswith(REPORTS)
            )
        )

    def chain(self, claim: NamedNode) -> Iterator[Thing]:
        """Who passed a claim on, from the one nearest to the claimant."""
        for head in self.nodes(claim, VIA):
            node, seen = head, 0
            while node != NIL and seen < CHAIN:
                seen += 1
                yield from (self.thing(each) for each in self.nodes(node, FIRST))
                node = next(iter(self.nodes(node, REST)), NIL)

    def kept(self, node: NamedNode, make: Callable[["Reading", NamedNode], Made]) -> Made:
        """What `make` gives for a thing, made once."""
        key = (make, node)
        if key not in self._made:
            self._made[key] = make(self, node)
        made: Made = self._made[key]
        return made

    def within(self, place: NamedNode, whole: NamedNode, depth: int = 4) -> bool:
        """Whether a place is another, or lies in or near it as the base has it."""
        if place == whole:
            return True
        return depth > 0 and any(
            self.within(each, whole, depth - 1)
            for name in ("state", "partOf", "near")
            for each in self.nodes(place, NamedNode(KB + name))
        )


def spoken(time: str) -> str:
    """An EDTF date or interval as people write it: "2023-08 to 2023-10", "since 2023-08"."""
    start, slash, end = time.partition("/")
    if not slash:
        return time
    if start in ("", ".."):
        return f"until {end}"
    return f"since {start}" if end in ("", "..") else f"{start} to {end}"
