"""A report held against its neighbourhood breaks what it would break against the whole base."""

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Triple

from kb.report.model import Places, Report
from kb.store import MEMORY, Change, open_store
from kb.terms import Term
from kb.validation.check import CONTENT, canonical, focus, material
from kb.validation.finding import Finding
from kb.validation.shacl import terminology, validate
from kb.vocabulary import vocabulary
from tests.shapes.examples import HERE, INVALID, VALID, triples

THIS = "https://example.org/report#this"
REPORT = "https://example.org/new-report"
TREE = terminology(vocabulary())
COMMON = triples(HERE / "common.ttl")
"""What examples may refer to. A base never holds the text of a report."""


REPORTS = [path for path in VALID + INVALID if not path.parent.name.startswith("List")]
"""What reports may hold: editions of lists have closed graphs of their own, checked as they are loaded."""


def renamed(path: Path, number: int) -> list[Triple]:
    """An example whose `ex:this` is the thing of that number, so that examples meet on its identifiers.

    A base holds no blank nodes: the nodes of a list have IRIs.
    """
    nodes: dict[BlankNode, NamedNode] = {}

    def other(term: Term) -> Term:
        if isinstance(term, BlankNode):
            name = f"{THIS}{number}-{path.stem}-{len(nodes)}"
            return nodes.setdefault(term, NamedNode(name))
        return NamedNode(f"{THIS}{number}") if term == NamedNode(THIS) else term

    return [Triple(other(t.subject), t.predicate, other(t.object)) for t in triples(path)]


pieces = st.lists(
    st.builds(renamed, st.sampled_from(REPORTS), st.integers(1, 3)), min_size=1, max_size=4
)


def told(findings: list[Finding]) -> set[tuple[str, str, str | None, str | None]]:
    return {(f.rule, f.focus, f.path, f.value) for f in findings}


@settings(max_examples=40, deadline=None)
@example(
    [renamed(HERE / "Claim/invalid-via-others.ttl", 1)], [renamed(HERE / "Aircraft/valid.ttl", 1)]
)
@given(pieces, pieces)
def test_incremental_and_full_validation_agree(
    standing: list[list[Triple]], new: list[list[Triple]]
) -> None:
    base = open_store(MEMORY, write=True)
    graphs = [[t for t in graph if t.predicate != CONTENT] for graph in (COMMON, *standing)]
    for number, graph in enumerate(graphs):
        base.commit(Change(add={f"https://example.org/report-{number}": graph}, remove={}))
    report = Report(REPORT, "new.ttl", tuple(t for piece in new for t in piece), Places(), None)
    own = focus(report)
    incremental = validate(material(report, base), own)
    everything = {*TREE, *report.triples, *(t for graph in graphs for t in graph)}
    full = [finding for finding in validate(canonical(everything)) if finding.focus in own]
    assert told(incremental) == told(full)
    base.close()


def test_one_number_written_in_two_ways_is_one_value() -> None:
    base = open_store(MEMORY, write=True)
    standing = [*COMMON, *triples(HERE / "Ownership/valid.ttl")]
    base.commit(Change(add={"https://example.org/report": standing}, remove={}))
    report = Report(REPORT, "new.ttl", tuple(triples(HERE / "Ownership/valid.ttl")), Places(), None)
    assert validate(material(report, base), focus(report)) == []
    base.close()
