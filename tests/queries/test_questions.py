"""Every question of the catalogue: given data, expected rows, and the same answer from rdflib."""

import re
import shlex
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.errors import BadInput, UnknownName
from kb.namespaces import ID, KB, PREFIXES
from kb.questions.bind import bind
from kb.questions.catalogue import PLAIN_KINDS, BadQuestion, catalogue, question, read
from kb.questions.formats import as_csv, as_table
from kb.resources import QUERIES
from kb.store.query import Answer
from kb.validation.shacl import term
from kb.vocabulary import vocabulary

EXPECTED = Path(__file__).parent / "expected"


def cases() -> list[tuple[str, dict[str, str], str]]:
    """Each expected answer: question, parameters, CSV."""
    found = []
    for path in sorted(EXPECTED.glob("*.csv")):
        for block in re.split(r"^# kb query ", path.read_text(), flags=re.MULTILINE)[1:]:
            head, _, text = block.partition("\n")
            name, *parameters = shlex.split(head)
            values = dict(parameter.split("=", 1) for parameter in parameters)
            found.append((name, values, text.rstrip("\n") + "\n"))
    return found


CASES = cases()
IDS = [f"{name} {values}" for name, values, _ in CASES]


def test_every_question_has_expected_rows_and_there_are_at_least_thirty():
    assert {name for name, _, _ in CASES} == set(catalogue())
    assert len(catalogue()) >= 30
    for name in catalogue():
        assert any(text.count("\n") > 1 for each, _, text in CASES if each == name), name


@pytest.mark.parametrize(("name", "values", "text"), CASES, ids=IDS)
def test_the_answer_is_as_expected(
    base: KnowledgeBase, name: str, values: dict[str, str], text: str
):
    assert as_csv(base.ask(name, values)) == text


@cache
def oracle(base: KnowledgeBase) -> rdflib.Dataset:
    """The same triples in rdflib, less the many ports and places that no report speaks of."""
    store = rdflib.Dataset(default_union=False)
    spoken = {t.object for t in base.store.match(None, None, None)}
    for triple in base.store.match(None, None, None):
        port = isinstance(triple.subject, NamedNode) and "/id/port/" in triple.subject.value
        if port and triple.subject not in spoken:
            continue
        store.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    closed = [PREFIXES["kb"].replace("ns#", "graph/log")]
    closed += [name for name in base.store.graphs() if name.startswith(PREFIXES["list"])]
    for name in closed:
        graph = store.graph(rdflib.URIRef(name))
        for triple in base.store.match(None, None, None, graph=name):
            graph.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return store


def rows(answer: Answer) -> set[tuple[str, ...]]:
    """The rows as sets of text, numbers by their value."""
    return {
        tuple(getattr(each, "value", "") if each else "" for each in row) for row in answer.rows
    }


@pytest.mark.parametrize(("name", "values", "text"), CASES, ids=IDS)
def test_another_engine_gives_the_same_rows(
    base: KnowledgeBase, name: str, values: dict[str, str], text: str
):
    sparql = bind(question(name), values, base.store, vocabulary())
    found = oracle(base).query(sparql)
    theirs = {tuple("" if each is None else str(each) for each in row) for row in found}
    assert rows(base.query(sparql)) == theirs


@pytest.mark.parametrize("path", sorted(QUERIES.rglob("*.rq")), ids=lambda p: p.stem)
def test_every_query_file_stands_on_its_own(path: Path):
    text = path.read_text()
    rdflib.plugins.sparql.prepareQuery(text)
    assert text.startswith("#+ question: ")
    assert "ORDER BY" in text or "CONSTRUCT" in text


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_the_header_says_what_the_query_takes_and_answers(name: str):
    asked = question(name)
    kinds = {kind.name for kind in vocabulary().classes.values()} | PLAIN_KINDS
    for part in (*asked.params, *asked.answers):
        assert part.kind in kinds, part
    for part in asked.params:
        assert f"VALUES ?{part.name} {{" in asked.sparql
    columns = re.search(r"^SELECT (.*)$", asked.sparql, re.MULTILINE)
    assert columns
    names = re.findall(r"AS \?(\w+)\)|(?<!\()\?(\w+)", re.sub(r"\(\w+\(.*?AS", "AS", columns[1]))
    assert [a or b for a, b in names] == [part.name for part in asked.answers]


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_a_question_that_shows_a_proposition_declares_it(name: str, base: KnowledgeBase):
    """So that its status column is there in every answer, also an empty one."""
    things = {"Claim", "Proposition"}
    declared = {part.kind for part in question(name).answers}
    about = re.search(r"kb:(about|assesses|status)\b", question(name).sparql)
    counted = "COUNT(" in question(name).sparql
    assert not about or declared & things or counted or name == "names"


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("timelin", {}, "Did you mean timeline?"),
        ("timeline", {}, "needs entity="),
        ("timeline", {"entiti": "x"}, "Did you mean entity=?"),
        ("timeline", {"entity": "ship:blue-herron"}, "Did you mean ship:blue-heron"),
        ("timeline", {"entity": "Blue Herron"}, "Did you mean 'Blue Heron'"),
        ("timeline", {"entity": "ship:blue-heron", "since": "2024-02-31"}, "2024-02-31"),
        ("timeline", {"entity": "ship:blue-heron", "since": "yesterday"}, "2023-08"),
        ("voyages", {"ship": "org:port-watch"}, "takes a ship"),
        ("claims-as-of", {"entity": "ship:blue-heron", "day": "2024-03"}, "not one day"),
        ("alleged-transfers", {"cargo": "refined-petrol"}, "Did you mean refined-petroleum?"),
        ("provisions-in-force", {"act": "ArmTransfer", "day": "2020-01-01"}, "ArmsTransfer?"),
        ("corroborated", {"least": "two"}, "whole number"),
        ("claims-about", {"proposition": "report:first#dar"}, "Did you mean report:first#dark?"),
    ],
)
def test_a_wrong_name_or_value_is_told_with_the_nearest_right_one(
    base: KnowledgeBase, name: str, values: dict[str, str], words: str
):
    with pytest.raises(BadInput, match=re.escape(words)):
        base.ask(name, values)


@pytest.mark.parametrize("hostile", ['x" } ?s ?p ?o #', "} UNION { ?s ?p ?o", "ship:a> . ?x ?y <b"])
def test_a_value_cannot_become_part_of_the_query(base: KnowledgeBase, hostile: str):
    with pytest.raises(UnknownName):
        base.ask("timeline", {"entity": hostile})


def test_a_literal_value_is_written_as_a_term(base: KnowledgeBase, tmp_path: Path):
    path = tmp_path / "named.rq"
    path.write_text(
        "#+ question: Who is called that?\n#+ params: name text\n#+ answers: entity Entity\n"
        'SELECT ?entity WHERE { VALUES ?name { "x" } ?entity rdfs:label ?name } ORDER BY ?entity'
    )
    asked = read(path)
    hostile = 'Blue Heron" } ?entity ?p ?o } #'
    assert base.query(bind(asked, {"name": hostile}, base.store, vocabulary())).rows == ()
    found = base.query(bind(asked, {"name": "Blue Heron"}, base.store, vocabulary()))
    assert rows(found) == {(ID + "ship/blue-heron",)}


def test_a_broken_header_is_told(tmp_path: Path):
    path = tmp_path / "q.rq"
    path.write_text("#+ question: What?\n#+ params: since\n#+ answers: x text\nSELECT ?x {}")
    with pytest.raises(BadQuestion, match="since"):
        read(path)


def test_a_typed_query_shows_labels_and_statuses(base: KnowledgeBase):
    found = base.labelled(
        base.query("SELECT ?p { ?p a kb:PortCall ; kb:vessel ship:grey-teal } ORDER BY ?p")
    )
    assert found.columns == ("p", "p_label", "p_status")
    assert found.rows == (("report:first#call", "Port call: Grey Teal, Nampo, 2024-02", "refuted"),)


def test_a_label_of_a_proposition_carries_its_status_too(base: KnowledgeBase):
    found = base.labelled(base.query("SELECT ?l { ?p a kb:PortCall ; rdfs:label ?l }"))
    assert found.columns == ("l", "l_status")
    assert found.rows[0][1] == "refuted"


def test_the_table_hides_control_characters_and_counts_rows(base: KnowledgeBase):
    text = as_table(base.labelled(base.query('SELECT ?x { BIND("a\\u202Eb" AS ?x) }')))
    assert "\\u202e" in text
    assert text.endswith("1 row\n")


def test_kinds_of_parameters_are_classes(base: KnowledgeBase):
    assert KB + "Ship" in vocabulary().classes
