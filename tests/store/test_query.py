"""Typed queries run within limits, and whatever they do, the base is unharmed."""

import socket
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kb.errors import BadQuery, QueryStopped
from kb.settings import Limits
from kb.store import Change, open_store
from kb.store.oxigraph import OxigraphStore
from kb.store.query import run

LIMITS = Limits(query_seconds=2, query_rows=50, query_memory=1024**3)
VALUES = ["plain", "two\nlines", 'a "quote"', "tab\t", "\\", "라진", "\u202e", "a,b"]


@pytest.fixture
def store(tmp_path: Path):
    place = str(tmp_path / "kb")
    node = NamedNode("x:p")
    things = [Triple(NamedNode(f"x:{n}"), node, Literal(v)) for n, v in enumerate(VALUES)]
    things += [Triple(NamedNode(f"x:n{n:03d}"), node, Literal(str(n))) for n in range(300)]
    with open_store(place, write=True) as made:
        made.commit(Change(add={"x:g": things}))
    with open_store(place, write=False) as made:
        yield made


def test_values_come_back_as_they_are(store: OxigraphStore):
    listed = " ".join(f"<x:{n}>" for n in range(len(VALUES)))
    answer = run(store, f"SELECT ?v {{ VALUES ?s {{ {listed} }} ?s <x:p> ?v }} ORDER BY ?s", LIMITS)
    assert [row[0].value for row in answer.rows] == VALUES


def test_ask_construct_and_prefixes(store: OxigraphStore):
    assert run(store, "ASK { ?s ?p ?o }", LIMITS).truth is True
    assert len(run(store, "CONSTRUCT { ?s a kb:Ship } { ?s ?p 'plain' }", LIMITS).triples) == 1


def test_more_rows_than_allowed_are_cut_and_said(store: OxigraphStore):
    answer = run(store, "SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }", LIMITS)
    assert (len(answer.rows), answer.truncated) == (50, True)


def test_a_query_that_takes_too_much_time_or_memory_is_stopped(store: OxigraphStore):
    with pytest.raises(QueryStopped, match=r"longer than 2 s|needed more than"):
        run(store, "SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f } ORDER BY ?o ?c ?f", LIMITS)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * " + "{" * 3000,
        "SELECT (" + "(" * 6000 + "1 AS ?x) {}",
        "SELECT (" + "!" * 10000 + "1 AS ?x) {}",
        "SELECT (" + "1+" * 9000 + "1 AS ?x) {}",
        "SELECT * {?s " + "^(" * 14000 + "?o}",
        "SELECT * {" + " UNION ".join(["{?s ?p ?o}"] * 7000) + "}",
        "",
        "SELECT",
        "\x00",
        "SELECT \ud800",
        "x" * 1_000_000,
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "LOAD <http://127.0.0.1/>",
    ],
    ids=str.__len__,
)
def test_hostile_queries_end_with_a_message(store: OxigraphStore, text: str):
    with pytest.raises((BadQuery, QueryStopped)):
        run(store, text, LIMITS)


@pytest.mark.parametrize(
    "pattern",
    [
        "SERVICE <{0}> {{ ?s ?p ?o }}",
        "service silent <{0}> {{ ?s ?p ?o }}",
        "VALUES ?x {{ <{0}> }} SERVICE ?x {{ ?s ?p ?o }}",
        "FILTER EXISTS {{ SERVICE<{0}>{{ ?s ?p ?o }} }}",
        "{{ SELECT * {{ SeRvIcE <{0}> {{ ?s ?p ?o }} }} }}",
        "# comment\nSERVICE#c\n<{0}> {{ ?s ?p ?o }}",
    ],
)
def test_no_query_reaches_another_server(store: OxigraphStore, pattern: str):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        with pytest.raises(BadQuery, match="SERVICE"):
            run(store, "SELECT * { " + pattern.format(address) + " }", LIMITS)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ('SERVICE' AS ?x) {}",
        'SELECT ("""a " SERVICE""" AS ?x) {}',
        "# SERVICE\nSELECT ?service { ?service <http://example.org/SERVICE> ?load }",
        "PREFIX service: <x:> SELECT * { ?s service:SERVICE ?o }",
    ],
)
def test_the_word_service_elsewhere_is_no_service(store: OxigraphStore, text: str):
    run(store, text, LIMITS)


def test_a_query_on_a_store_in_memory(tmp_path: Path):
    with open_store("memory:", write=True) as made:
        made.commit(Change(add={"x:g": [Triple(NamedNode("x:s"), NamedNode("x:p"), Literal("v"))]}))
        assert len(run(made, "SELECT * { ?s ?p ?o }", LIMITS).rows) == 1
        assert len(run(made, "SELECT * { GRAPH ?g { ?s ?p ?o } }", LIMITS).rows) == 1
