"""Report files on their way in and out, without a store."""

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from kb.errors import BadInput
from kb.namespaces import PREFIXES
from kb.report.load import Request, load
from kb.report.model import Report
from kb.report.write import to_json, to_yaml


def convert(path: str, kind: str | None, text: str | None, target: str) -> str | bytes:
    """The reports of a file in another format: yaml, jsonld, turtle or trig."""
    reports = load(Request(path, kind, text))
    if target == "trig":
        return b"".join(_trig(report) for report in reports)
    if len(reports) != 1:
        raise BadInput(f"{path} holds {len(reports)} reports; only TriG can hold more than one.")
    (report,) = reports
    if target == "yaml":
        return to_yaml(report.triples, report.iri)
    if target == "jsonld":
        return to_json(report.triples, report.iri)
    made = serialize(sorted(report.triples, key=str), format=RdfFormat.TURTLE, prefixes=PREFIXES)
    return made or b""


def _trig(report: Report) -> bytes:
    graph = NamedNode(report.iri)
    quads = [Quad(t.subject, t.predicate, t.object, graph) for t in sorted(report.triples, key=str)]
    return serialize(quads, format=RdfFormat.TRIG, prefixes=PREFIXES) or b""
