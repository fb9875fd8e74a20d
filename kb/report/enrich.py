"""What follows from a report's own triples: names for nameless nodes, date bounds, text hash, quotes.

The same for every input format. A derived triple that a file gives already is replaced, so that
nothing derived can contradict what it is derived from.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kb.errors import Problem
from kb.namespaces import KB, RDF, XSD
from kb.report import passages
from kb.report.check import made_name
from kb.report.literals import BOUNDED, bounds, complaint
from kb.report.model import Report
from kb.report.quote import Span, Text
from kb.terms import Term
from kb.terms import text as text_of
from kb.vocabulary import Vocabulary

Named = TypeVar("Named", bound=Term)

REST = NamedNode(RDF + "rest")
SHA256, LENGTH = NamedNode(KB + "textSha256"), NamedNode(KB + "textLength")
BOUNDS = frozenset(prop + end for prop in BOUNDED for end in ("Earliest", "Latest"))


def named(
    triples: Iterable[Triple], report: str, words: Vocabulary
) -> tuple[list[Triple], dict[str, str]]:
    """The triples with an IRI for every blank node, and which IRI each blank node got.

    The IRI is made from the owner and the property between: `#c1-via`, `#c1-via-2` for a list.
    """
    listed = list(triples)
    naming = _Naming(listed, report, words)
    for triple in listed:
        for node in (triple.subject, triple.object):
            if isinstance(node, BlankNode):
                naming.name(node)
    renamed = [Triple(naming.of(t.subject), t.predicate, naming.of(t.object)) for t in listed]
    return renamed, {node.value: name.value for node, name in naming.names.items()}


class _Naming:
    """Gives blank nodes IRIs, owners before what they own."""

    def __init__(self, triples: list[Triple], report: str, words: Vocabulary) -> None:
        self.report = report
        self.words = words
        self.links = {t.object: t for t in triples if isinstance(t.object, BlankNode)}
        self.taken = {t.subject.value for t in triples if isinstance(t.subject, NamedNode)}
        self.names: dict[BlankNode, NamedNode] = {}
        self.origins: dict[BlankNode, tuple[str, str]] = {}

    def name(self, node: BlankNode) -> None:
        chain: list[BlankNode] = []
        seen: set[BlankNode] = set()
        while node not in self.names and node not in seen:
            seen.add(node)
            chain.append(node)
            above = self.links[node].subject if node in self.links else None
            if not isinstance(above, BlankNode):
                break
            node = above
        for each in reversed(chain):
            origin = self.origins[each] = self.origin(each)
            self.names[each] = NamedNode(self.free(*origin))

    def of(self, term: Named) -> Named | NamedNode:
        """The IRI that a blank node got; any other term as it is."""
        return self.names.get(term, term) if isinstance(term, BlankNode) else term

    def origin(self, node: BlankNode) -> tuple[str, str]:
        """The owner and key from which a node's name is made."""
        link = self.links.get(node)
        if link is None:
            return self.report, "node"
        if link.predicate == REST:
            above = link.subject
            known = self.origins.get(above) if isinstance(above, BlankNode) else None
            return known or (self.report, "list")
        owner = self.of(link.subject)
        prop = self.words.by_iri.get(link.predicate.value)
        name = owner.value if isinstance(owner, NamedNode) else self.report
        return name, prop.key if prop else "node"

    def free(self, owner: str, key: str) -> str:
        number = 1
        while (name := made_name(owner, self.report, key, number)) in self.taken:
            number += 1
        self.taken.add(name)
        return name


def literal_problems(report: Report) -> list[Problem]:
    """A problem for every literal whose text does not fit its datatype."""
    found = []
    for triple in report.triples:
        if isinstance(triple.object, Literal):
            wrong = complaint(triple.object)
            if wrong:
                found.append(report.problem(text_of(triple.subject), triple.predicate.value, wrong))
    return found


def derived(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples with the bounds of their dates worked out afresh."""
    for triple in triples:
        if triple.predicate.value not in BOUNDS:
            yield triple
            yield from bounds(triple)


def with_text(report: Report, data: bytes | None) -> tuple[Report, list[Problem]]:
    """The report with text hash, length and passages settled; `data` is the text file, if at hand."""
    if report.text is None:
        return report, _unplaced(report)
    problems: list[Problem] = []
    digest = hashlib.sha256(data if data is not None else report.text.encode()).hexdigest()
    for fact in (t for t in report.triples if t.predicate == SHA256):
        if text_of(fact.object).lower() != digest:
            message = f"The text's SHA-256 is {digest[:16]}…, not the one given."
            remedy = (
                "The text has changed since the quotes were taken: check them and correct this."
            )
            problems.append(report.problem(report.iri, SHA256.value, message, remedy))
    text = Text(report.text)
    settled: dict[str, Span] = {}
    for iri, given in sorted(passages.passages(report.triples).items()):
        found = passages.settle(given, text)
        if isinstance(found, Span):
            settled[iri] = found
        else:
            problems.append(report.problem(iri, *found))
    return _filled(report, digest, text, settled), problems


def _filled(report: Report, digest: str, text: Text, settled: dict[str, Span]) -> Report:
    replaced = (passages.QUOTE, passages.START, passages.END)
    subject = NamedNode(report.iri)
    kept = [
        t
        for t in report.triples
        if not (text_of(t.subject) in settled and t.predicate in replaced)
        and t.predicate not in (SHA256, LENGTH)
    ]
    length = Literal(str(len(text.text)), datatype=NamedNode(XSD + "integer"))
    kept += [Triple(subject, SHA256, Literal(digest)), Triple(subject, LENGTH, length)]
    for iri, span in settled.items():
        kept += passages.filled(iri, span, text)
    return Report(report.iri, report.file, tuple(kept), report.places, report.text)


def _unplaced(report: Report) -> list[Problem]:
    found = []
    for iri, given in sorted(passages.passages(report.triples).items()):
        if given.quote is None or given.start is None or given.end is None:
            message = "The passage is incomplete, and the text is not at hand to complete it from."
            remedy = "Put the text file beside the report, name it with --text, or give quote, start and end."
            found.append(report.problem(iri, None, message, remedy))
    return found
