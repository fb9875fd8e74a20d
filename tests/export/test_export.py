"""Exports: the same bytes, nothing lost, and nothing alleged as plain fact."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kb.desk.base import KnowledgeBase
from kb.errors import NakedAllegation, Refused, UnknownName
from kb.export.formats import FORMATS
from kb.export.guard import guard
from kb.namespaces import ID, KB, PREFIXES, RDF
from kb.report.load import Request
from kb.resources import QUERIES

GIVEN = Path(__file__).parent.parent / "queries" / "given"
ROOT = Path(__file__).parent.parent.parent
FORM = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    place = str(tmp_path_factory.mktemp("export") / "kb")
    with KnowledgeBase.open(place, write=True) as made:
        for path in sorted(GIVEN.glob("*.yaml")):
            made.add(made.check(Request(str(path)))[1][0])
    with KnowledgeBase.open(place) as opened:
        yield opened


def quads(text: str, form: str) -> set[Quad]:
    return set(parse(text.encode(), FORM[form]))


def thing(name: str) -> NamedNode:
    return NamedNode(f"{ID}ship/{name}")


names = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8)
terms = st.one_of(
    st.builds(lambda n: thing(f"s{n}"), st.integers(0, 5)),
    st.builds(Literal, st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]))),
    st.builds(lambda t: Literal(t, language="en"), names),
    st.builds(Literal, st.integers()),
    st.builds(lambda t: Literal(t, datatype=NamedNode(PREFIXES["edtf"] + "EDTF")), names),
)
some_quads = st.builds(
    Quad,
    st.builds(lambda n: NamedNode(f"{ID}report/r#x{n}"), st.integers(0, 3)),
    st.builds(lambda n: NamedNode(KB + n), st.sampled_from(["note", "vessel", "a-b", "x1"])),
    terms,
    st.builds(lambda n: NamedNode(f"{ID}report/r{n}"), st.integers(0, 2)),
)


@pytest.mark.parametrize("form", sorted(FORMATS))
@given(st.lists(some_quads, max_size=12))
def test_every_format_keeps_everything_and_does_not_mind_the_order(form: str, some: list[Quad]):
    text = FORMATS[form](some)
    assert text == FORMATS[form](reversed(some))
    if form == "turtle":
        assert {q.triple for q in quads(text, form)} == {q.triple for q in some}
    else:
        assert quads(text, form) == set(some)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_another_process_writes_the_same_bytes(base: KnowledgeBase, form: str):
    code = f"import sys; from kb.cli import run; sys.argv[1:] = {['export', '--format', form]!r}; run()"
    found = subprocess.run(
        [sys.executable, "-c", code],
        env={"KB_STORE": base.store.location, "PYTHONHASHSEED": "7"},
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert found.stdout.decode() == base.export(form)


def test_an_export_of_one_report_has_its_statuses_and_no_other_report(base: KnowledgeBase):
    found = quads(base.export("trig", ["report:third"]), "trig")
    graphs = {q.graph_name.value.rpartition("/")[2] for q in found}
    assert graphs == {"third", "derived"}
    statuses = {q.subject.value for q in found if q.predicate.value == KB + "status"}
    assert f"{ID}report/first#call" in statuses


def test_an_export_with_reference_data_holds_the_provisions(base: KnowledgeBase):
    text = base.export("nquads", reference=True)
    assert "<https://w3id.org/sanctions-kb/id/provision/2397-5>" in text


def test_an_unknown_report_is_told(base: KnowledgeBase):
    with pytest.raises(UnknownName, match="kb query reports"):
        base.export("turtle", ["report:nowhere"])


def whole(base: KnowledgeBase) -> list[Triple]:
    return [q.triple for q in quads(base.export("nquads"), "nquads")]


def test_a_whole_base_passes_the_guard(base: KnowledgeBase):
    guard(whole(base))


@pytest.mark.parametrize(
    ("gone", "check"),
    [
        ("about", "naked-allegation"),
        ("stance", "naked-allegation"),
        ("claimant", "naked-allegation"),
        ("status", "missing-status"),
        ("passage", "unquoted-claim"),
        ("inReport", "unquoted-claim"),
    ],
)
def test_the_guard_bites_when_a_part_is_missing(base: KnowledgeBase, gone: str, check: str):
    left = [t for t in whole(base) if t.predicate.value != KB + gone]
    with pytest.raises(NakedAllegation, match=rf"\[{check}\]"):
        guard(left)


def test_the_guard_bites_on_a_second_status(base: KnowledgeBase):
    event = NamedNode(f"{ID}event/heron-teal")
    more = Triple(event, NamedNode(KB + "status"), NamedNode(PREFIXES["status"] + "confirmed"))
    with pytest.raises(NakedAllegation, match="missing-status"):
        guard([*whole(base), more])


@pytest.mark.parametrize("role", ["portOfCall", "vessel", "owner", "newName", "flagState"])
def test_the_guard_bites_on_a_link_that_says_a_claim_as_fact(base: KnowledgeBase, role: str):
    ship = Triple(thing("x"), NamedNode(RDF + "type"), NamedNode(KB + "Ship"))
    link = Triple(thing("x"), NamedNode(KB + role), thing("y"))
    guard([ship])
    with pytest.raises(NakedAllegation, match="shortcut"):
        guard([ship, link])


def test_the_guard_bites_on_a_shortcut_from_a_thing_of_no_known_kind(base: KnowledgeBase):
    link = Triple(thing("x"), NamedNode(KB + "portOfCall"), NamedNode(f"{ID}port/y"))
    with pytest.raises(NakedAllegation, match=r"ship:x\b.*\[shortcut\]"):
        guard([*whole(base), link])


@pytest.mark.parametrize("path", sorted((QUERIES / "checks").glob("*.rq")), ids=lambda p: p.stem)
def test_no_check_runs_a_pattern_anew_for_every_row(path: Path):
    """NOT EXISTS makes the engine do so: the cost of an export would grow with the square."""
    assert "EXISTS" not in path.read_text()


def test_a_construct_comes_with_claims_and_status(base: KnowledgeBase):
    answer = base.query("CONSTRUCT { ?e kb:vessel ?s } WHERE { ?e a kb:AISGap ; kb:vessel ?s }")
    text = base.completed(answer)
    assert "kb:status status:alleged" in text
    assert "AIS signal was silent" in text


def test_a_construct_of_a_claim_says_how_its_proposition_stands(base: KnowledgeBase):
    answer = base.query("CONSTRUCT { ?c kb:about ?e } WHERE { ?c kb:about ?e . ?e a kb:PortCall }")
    assert "status:refuted" in base.completed(answer)


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?c kb:stance ?s } WHERE { ?c kb:stance ?s }",
        "CONSTRUCT { ?c kb:stance ?s } WHERE { ?c kb:stance ?s } LIMIT 1",
        "CONSTRUCT { ?c kb:claimant ?s } WHERE { ?c kb:claimant ?s } LIMIT 2",
        "CONSTRUCT { ?c a kb:Claim } WHERE { ?c a kb:Claim } LIMIT 1",
        "CONSTRUCT { ?c kb:disputes ?d } WHERE { ?c kb:disputes ?d }",
        "CONSTRUCT { ?e kb:status ?s } WHERE { ?e kb:status ?s } LIMIT 1",
    ],
)
def test_a_construct_of_any_part_of_a_claim_takes_the_whole_along(base: KnowledgeBase, query: str):
    found = {q.triple for q in quads(base.completed(base.query(query)), "turtle")}
    kept = {NamedNode(KB + name) for name in ("about", "stance", "status", "inReport")}
    assert {t.predicate for t in found} >= kept
    for about in (t for t in found if t.predicate.value == KB + "about"):
        assert set(base.store.match(about.object, None, None)) <= found
        assert set(base.store.match(None, about.predicate, about.object)) <= found


@pytest.mark.parametrize(
    "template",
    ["?s kb:portOfCall ?p", "?s <x:calledAt> ?p", "[] kb:vessel ?s ; kb:portOfCall ?p"],
)
def test_a_construct_cannot_make_statements_of_its_own(base: KnowledgeBase, template: str):
    answer = base.query(
        f"CONSTRUCT {{ {template} }} WHERE {{ ?e kb:vessel ?s ; kb:portOfCall ?p }}"
    )
    with pytest.raises(Refused, match="does not hold"):
        base.completed(answer)


def test_describe_comes_with_claims_too(base: KnowledgeBase):
    text = base.completed(base.query("DESCRIBE event:heron-teal"))
    assert "stance:denies" in text
