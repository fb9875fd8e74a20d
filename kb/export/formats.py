"""RDF formats, the same bytes for the same triples: sorted by subject, predicate, object and graph."""

import json
from collections.abc import Callable, Iterable, Mapping

import pyoxigraph as ox
from pyoxigraph import Quad, RdfFormat, Triple

from kb.namespaces import PREFIXES, RDF

PREAMBLE = (
    "# Events and relations here are propositions, not facts: kb:status says how each stands,\n"
    "# and the kb:Claim nodes that are kb:about it say who asserts, doubts or denies it, where.\n"
)
TYPE = RDF + "type"


def _order(item: Quad | Triple) -> tuple[str, str, str]:
    predicate = item.predicate.value
    return str(item.subject), "" if predicate == TYPE else predicate, str(item.object)


def turtle(quads: Iterable[Quad]) -> str:
    """Turtle: the union of the graphs."""
    triples = sorted({quad.triple for quad in quads}, key=_order)
    return _text(triples, RdfFormat.TURTLE)


def trig(quads: Iterable[Quad]) -> str:
    """TriG: one block a graph."""
    listed = sorted(set(quads), key=lambda quad: (str(quad.graph_name), *_order(quad)))
    return _text(listed, RdfFormat.TRIG)


def nquads(quads: Iterable[Quad]) -> str:
    """N-Quads: one line a quad, sorted as text."""
    return "".join(sorted({f"{quad} .\n" for quad in quads}))


def jsonld(quads: Iterable[Quad]) -> str:
    """Expanded JSON-LD 1.1, one object a graph."""
    listed = sorted(set(quads), key=lambda quad: (str(quad.graph_name), *_order(quad)))
    raw = ox.serialize(listed, format=RdfFormat.JSON_LD)
    return json.dumps(json.loads(raw or b"[]"), ensure_ascii=False, indent=1) + "\n"


def _text(items: list[Triple] | list[Quad], form: RdfFormat) -> str:
    raw = ox.serialize(items, format=form, prefixes=PREFIXES) or b""
    lines = [f"{line}\n" for line in raw.decode().rstrip("\n").split("\n")]
    head = [line for line in lines if line.startswith("@prefix ")]
    body = lines[len(head) :]
    text = "".join(line if line[0] in "\t }" else f"\n{line}" for line in body)
    used = sorted(line for line in head if line.split()[1] in text)
    return "".join([PREAMBLE, *used, text])


FORMATS: Mapping[str, Callable[[Iterable[Quad]], str]] = {
    "turtle": turtle,
    "trig": trig,
    "nquads": nquads,
    "jsonld": jsonld,
}
"""Every format of an export."""
