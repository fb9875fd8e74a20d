"""Everything known of one thing, each line with who says so, where, and how it stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kb.errors import UnknownName
from kb.namespaces import DERIVED_GRAPH, KB, PREFIXES, RDF
from kb.questions.bind import value
from kb.questions.catalogue import Part
from kb.questions.shown import written
from kb.store.base import Store
from kb.store.naming import local, name, text
from kb.terms import Term
from kb.vocabulary import Property, Vocabulary

TYPE, FIRST, REST_OF_LIST = (NamedNode(RDF + each) for each in ("type", "first", "rest"))
VIA = NamedNode(KB + "via")
(
    ABOUT,
    STATUS,
    STANCE,
    CLAIMANT,
    PARTY,
    REPORT,
    PASSAGE,
    SOURCES,
    ASSESSES,
    REST,
    TIME,
    SAID,
    WITHDRAWS,
) = (
    NamedNode(KB + each)
    for each in (
        *("about", "status", "stance", "claimant", "onBehalfOf", "inReport", "passage"),
        *("independentSources", "assesses", "restsOn", "timeEarliest", "said", "withdraws"),
    )
)
SPEAKING = frozenset({CLAIMANT, PARTY, REST})
"""Properties of a claim by which a thing has to do with what is claimed, without being part of it."""
EXACT, START, END = (NamedNode(PREFIXES["oa"] + each) for each in ("exact", "start", "end"))
CARGO = tuple(NamedNode(KB + each) for each in ("quantityText", "cargoKind"))
"""What a consignment is known by, as it has no name."""
PARTS = frozenset(
    KB + each for each in ("mentions", "describes", "cites", "content", "passage", "cue", "via")
)
"""Properties that tie a report or claim to its parts, which a card shows in its own way or not at all."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """One claim: who takes which stance, in which words, where, on what evidence."""

    claim: str
    stance: str
    claimant: str
    party: str
    quotes: tuple[tuple[str, int, int], ...]
    report: str
    title: str
    evidence: tuple[str, ...]
    said: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """One event or relation: how the thing takes part, its status, its sources, its claims."""

    proposition: str
    label: str
    role: str
    status: str
    sources: int
    claims: tuple[Claimed, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing: its name, kind, own facts with the sources that state them, and what is claimed."""

    thing: str
    label: str
    kind: str
    facts: tuple[tuple[str, str, tuple[str, ...]], ...]
    stated: tuple[Stated, ...]


def card(store: Store, words: Vocabulary, text_of_thing: str) -> Card:
    """The card of the thing with that identifier or exact name; raises UnknownName."""
    found = value(Part("thing", "Thing"), text_of_thing, store, words)
    if not isinstance(found, NamedNode):
        raise UnknownName(f"{text_of_thing} is no thing.")
    reader = _Reader(store, words)
    kinds = [each for each in reader.values(found, TYPE) if isinstance(each, NamedNode)]
    facts = tuple(reader.facts(found))
    return Card(
        written(found), name(store, found), _kind(kinds, store), facts, tuple(reader.stated(found))
    )


def _kind(kinds: Iterable[NamedNode], store: Store) -> str:
    return ", ".join(sorted(name(store, each) for each in kinds))


class _Reader:
    """Looks things up for one card."""

    def __init__(self, store: Store, words: Vocabulary) -> None:
        self.store = store
        self.words = words

    def values(self, thing: NamedNode, predicate: NamedNode) -> list[Term]:
        """The values of one property, each once, in the order of their text."""
        return sorted({t.object for t in self.store.match(thing, predicate, None)}, key=str)

    def facts(self, thing: NamedNode) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """What describes the thing itself, and which reports or reference data state it."""
        lines = []
        for triple in self.store.match(thing, None, None):
            prop = self.words.by_iri.get(triple.predicate.value)
            if prop is None or prop.derived or triple.predicate.value in PARTS:
                continue
            lines.append((prop.label, self.shown(triple.object), self._stated_by(triple)))
        yield from sorted(set(lines))

    def shown(self, term: Term) -> str:
        """A value as text: names for things, numbers and words as they are, a cargo by its content."""
        if isinstance(term, NamedNode):
            return self._cargo(term) or name(self.store, term)
        return term.value if isinstance(term, Literal) else str(term)

    def _cargo(self, thing: NamedNode) -> str:
        parts = [each for predicate in CARGO for each in self.values(thing, predicate)]
        return ", ".join(self.shown(each) for each in parts)

    def _stated_by(self, triple: Triple) -> tuple[str, ...]:
        graphs = {quad.graph_name for quad in self.store.holders(triple)}
        named = (local(g.value) for g in graphs if isinstance(g, NamedNode))
        return tuple(sorted(each for each in named if each != local(DERIVED_GRAPH)))

    def stated(self, thing: NamedNode) -> Iterator[Stated]:
        """The propositions in which the thing has a part or of which it speaks, in order of time."""
        roles: dict[NamedNode, set[str]] = defaultdict(set)
        for proposition, role in self._parts(thing):
            roles[proposition].add(role)
        for proposition in sorted(roles, key=lambda each: (self._when(each), str(each))):
            own = roles[proposition] - {""}
            yield self._statement(proposition, ", ".join(sorted(own)))

    def _parts(self, thing: NamedNode) -> Iterator[tuple[NamedNode, str]]:
        """Each proposition that has to do with the thing, and how; nothing where it is the thing."""
        if self._is_proposition(thing):
            yield thing, ""
        for claimed in self.values(thing, ABOUT):
            if isinstance(claimed, NamedNode):
                yield claimed, ""
        for link in self.store.match(None, None, thing):
            if not isinstance(link.subject, NamedNode):
                continue
            if self._is_proposition(link.subject):
                yield link.subject, self._role(link.predicate)
            elif link.predicate in SPEAKING or link.predicate == FIRST:
                claim = self._claim_of(link.subject)
                role = "go-between" if claim != link.subject else self._role(link.predicate)
                for claimed in self.values(claim, ABOUT):
                    if isinstance(claimed, NamedNode):
                        yield claimed, role

    def _claim_of(self, node: NamedNode) -> NamedNode:
        """The claim itself, or the claim in whose chain of go-betweens (an RDF list) the node stands."""
        seen = set()
        while node not in seen:
            seen.add(node)
            for predicate in (REST_OF_LIST, VIA):
                for link in self.store.match(None, predicate, node):
                    if isinstance(link.subject, NamedNode):
                        node = link.subject
        return node

    def _role(self, predicate: NamedNode) -> str:
        prop: Property | None = self.words.by_iri.get(predicate.value)
        return prop.label if prop else local(predicate.value)

    def _is_proposition(self, thing: NamedNode) -> bool:
        return any(self.store.match(None, ABOUT, thing))

    def _when(self, thing: NamedNode) -> str:
        return next((t.value for t in self.values(thing, TIME) if isinstance(t, Literal)), "9999")

    def _statement(self, thing: NamedNode, role: str) -> Stated:
        status = next((local(str(s)[1:-1]) for s in self.values(thing, STATUS)), "no status")
        sources = 0
        for link in self.store.match(None, ASSESSES, thing):
            if isinstance(link.subject, NamedNode):
                sources = int(text(self.store, link.subject, SOURCES) or 0)
        subjects = {t.subject for t in self.store.match(None, ABOUT, thing)}
        claims = [self._claimed(each) for each in subjects if isinstance(each, NamedNode)]
        ordered = sorted(claims, key=lambda each: (each.report, each.quotes, each.claim))
        label = name(self.store, thing)
        return Stated(written(thing), label, role, status, sources, tuple(ordered))

    def _claimed(self, claim: NamedNode) -> Claimed:
        def named(predicate: NamedNode) -> list[str]:
            return [self.shown(each) for each in self.values(claim, predicate)]

        reports = [each for each in self.values(claim, REPORT) if isinstance(each, NamedNode)]
        return Claimed(
            claim=written(claim),
            stance=", ".join(named(STANCE)),
            claimant=", ".join(named(CLAIMANT)),
            party=", ".join(named(PARTY)),
            quotes=tuple(sorted(self._quotes(claim), key=lambda quote: quote[1:])),
            report=", ".join(written(each) for each in reports),
            title=", ".join(named(REPORT)),
            evidence=tuple(named(REST)),
            said=", ".join(named(SAID)),
            withdrawn=any(self.store.match(None, WITHDRAWS, claim)),
        )

    def _quotes(self, claim: NamedNode) -> Iterator[tuple[str, int, int]]:
        for passage in self.values(claim, PASSAGE):
            if isinstance(passage, NamedNode):
                start, end = (int(text(self.store, passage, p) or 0) for p in (START, END))
                yield text(self.store, passage, EXACT), start, end
