"""The name under which a thing is shown: never a bare IRI where the base has a better one."""

from collections.abc import Iterable
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Triple

from kb.namespaces import KB, PREFIXES, RDFS
from kb.terms import Term

NAMES = tuple(
    NamedNode(iri)
    for iri in (RDFS + "label", PREFIXES["skos"] + "prefLabel", PREFIXES["dcterms"] + "title")
)
UNKNOWN = NamedNode(KB + "unknown")


class Facts(Protocol):
    """Anything that can be asked for the triples of a pattern."""

    def match(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        object: Term | None,  # noqa: A002
        /,
    ) -> Iterable[Triple]:
        """The triples of a pattern."""


def name(facts: Facts, thing: NamedNode) -> str:
    """A thing's name: English, else without language, else the first; its local name at the worst."""
    if thing == UNKNOWN:
        return "unknown"
    for predicate in NAMES:
        found = text(facts, thing, predicate)
        if found:
            return found
    return local(thing.value)


def text(facts: Facts, thing: NamedNode, predicate: NamedNode) -> str:
    """The best of the texts of one property: English, else without language, else the first; or ""."""
    texts = [t.object for t in facts.match(thing, predicate, None) if isinstance(t.object, Literal)]
    return min(texts, key=_rank).value if texts else ""


def _rank(literal: Literal) -> tuple[int, str]:
    return {"en": 0, None: 1}.get(literal.language, 2), literal.value


def local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.replace("#", "/").rstrip("/").rpartition("/")[2]
