"""The status rules of docs/status.md, case by case, and the guarantee that deriving is incremental."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kb.assess.derive import derive, derive_all
from kb.namespaces import DERIVED_GRAPH, ID, KB, PREFIXES, RDF
from kb.store import MEMORY, Change, open_store
from kb.store.base import Store
from kb.vocabulary import vocabulary

CASES = [
    ("a asserts", "alleged", 1),
    ("a alleges; b alleges", "corroborated", 2),
    ("a asserts; b confirms", "confirmed", 2),
    ("a asserts; b confirms; c doubts", "corroborated", 2),
    ("a confirms", "alleged", 1),
    ("a asserts; a asserts", "alleged", 1),
    ("a asserts; b asserts repeats r0", "alleged", 1),
    ("a asserts; b asserts repeats r0; c asserts repeats r1", "alleged", 1),
    ("a asserts; b asserts repeats r0; c asserts", "corroborated", 2),
    ("a asserts on imagery; b asserts on imagery", "alleged", 1),
    ("a asserts for us; b asserts for us", "alleged", 1),
    ("a asserts on imagery; b asserts on imagery for us; c asserts for us", "alleged", 1),
    ("a asserts; b denies", "disputed", 1),
    ("a asserts; b denies aspect destination", "disputed", 1),
    ("a asserts; a denies withdraws r0", "refuted", 0),
    ("a asserts; b denies withdraws r0", "disputed", 1),
    ("a asserts; a doubts withdraws r0", "withdrawn", 0),
    ("a asserts; b asserts; a doubts withdraws r0", "alleged", 1),
    ("b denies", "denied", 0),
    ("b denies; b asserts withdraws r0", "alleged", 1),
    ("b doubts", "doubted", 0),
    ("b expects", "expected", 0),
    ("b expects; a doubts", "doubted", 0),
    ("b asserts; a expects", "alleged", 1),
]
OPTIONS = {"on": "restsOn", "for": "onBehalfOf", "repeats": "repeats", "withdraws": "withdraws"}


def node(kind: str, name: str) -> NamedNode:
    return NamedNode(f"{ID}{kind}/{name}")


def claim(name: str, words: Sequence[str], about: str) -> Iterable[Triple]:
    """The triples of one claim, such as `b asserts repeats r0`."""
    me = node("report", f"{name[0]}#c{name[1:]}")
    yield Triple(me, NamedNode(RDF + "type"), NamedNode(KB + "Claim"))
    yield Triple(me, NamedNode(KB + "about"), node("event", about))
    yield Triple(me, NamedNode(KB + "claimant"), node("org", words[0]))
    yield Triple(me, NamedNode(KB + "stance"), NamedNode(PREFIXES["stance"] + words[1]))
    for option, value in zip(words[2::2], words[3::2], strict=True):
        if option == "aspect":
            yield Triple(me, NamedNode(KB + "aspect"), NamedNode(KB + value))
        else:
            other = node("report", f"{value[0]}#c{value[1:]}")
            thing = other if value[1:].isdigit() else node("org", value)
            yield Triple(me, NamedNode(KB + OPTIONS[option]), thing)


def world(text: str) -> list[Triple]:
    """A report with claims, parted by semicolons, about one transfer."""
    event = node("event", "e")
    found = [Triple(event, NamedNode(RDF + "type"), NamedNode(KB + "ArmsTransfer"))]
    for number, part in enumerate(text.split(";")):
        found += claim(f"r{number}", part.split(), "e")
    return found


def assessed(triples: Iterable[Triple]) -> dict[str, list[str]]:
    """The values of the one assessment among derived triples, by property."""
    found: dict[str, list[str]] = {}
    for triple in triples:
        if str(triple.subject).startswith(f"<{DERIVED_GRAPH}/"):
            value = triple.object
            assert isinstance(value, NamedNode | Literal)
            found.setdefault(triple.predicate.value.rsplit("#")[-1], []).append(value.value)
    return found


@pytest.mark.parametrize(("text", "status", "sources"), CASES)
def test_the_status_follows_from_the_claims(text: str, status: str, sources: int):
    store = open_store(MEMORY, write=True)
    made = derive(store, node("report", "r").value, world(text), vocabulary())
    found = assessed(made.new)
    assert found["status"] == [PREFIXES["status"] + status]
    assert found["independentSources"] == [str(sources)]
    assert len(found["wasDerivedFrom"]) == text.count(";") + 1


def test_a_partial_denial_names_its_aspect():
    text = "a asserts; b denies aspect destination"
    made = derive(
        open_store(MEMORY, write=True), node("report", "r").value, world(text), vocabulary()
    )
    assert assessed(made.new)["disputedAspect"] == [KB + "destination"]


def test_only_who_denied_an_aspect_can_take_the_denial_back():
    for taker, disputed in (("c", [KB + "destination"]), ("b", None)):
        text = f"a asserts; b denies aspect destination; b denies; {taker} asserts withdraws r1"
        made = derive(
            open_store(MEMORY, write=True), node("report", "r").value, world(text), vocabulary()
        )
        assert assessed(made.new).get("disputedAspect") == disputed


def test_a_claim_that_another_report_only_quotes_still_ties_two_together():
    text = "a asserts repeats r77; b asserts repeats r77"
    made = derive(
        open_store(MEMORY, write=True), node("report", "r").value, world(text), vocabulary()
    )
    assert assessed(made.new)["independentSources"] == ["1"]


def replace(store: Store, name: str, triples: list[Triple]) -> None:
    """Replaces one report's graph, with what follows for the derived graph."""
    graph = node("report", name).value
    made = derive(store, graph, triples, vocabulary())
    store.commit(
        Change(
            add={graph: triples, DERIVED_GRAPH: made.new},
            remove={DERIVED_GRAPH: made.gone},
            clear=(graph,),
        )
    )


STANCES = ("asserts", "alleges", "confirms", "denies", "doubts", "expects")


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, list[Triple]]:
    """A report with claims about shared events, which may repeat and withdraw each other's."""
    report, found = draw(st.sampled_from("pqr")), list[Triple]()
    for number in draw(st.lists(st.integers(0, 5), max_size=4, unique=True)):
        words = [draw(st.sampled_from("abc")), draw(st.sampled_from(STANCES))]
        for option in ("on", "for", "repeats", "withdraws"):
            if draw(st.integers(0, 3)) == 0:
                digits = option in ("repeats", "withdraws")
                other = draw(st.sampled_from("pqr")) + str(draw(st.integers(0, 5)))
                value = other if digits else draw(st.sampled_from("xy"))
                words += [option, value]
        about = f"e{number % 3}"
        event = node("event", about)
        found.append(Triple(event, NamedNode(RDF + "type"), NamedNode(KB + "Voyage")))
        found += claim(f"{report}{number}", words, about)
    name = draw(st.sampled_from(("", "", "Vostok", "Other")))
    if name:
        label = NamedNode(PREFIXES["rdfs"] + "label")
        found.append(Triple(node("org", "a"), label, Literal(name)))
    return report, sorted(set(found), key=str)


@settings(max_examples=150, deadline=None)
@given(st.lists(reports(), min_size=1, max_size=6))
def test_deriving_step_by_step_gives_what_deriving_anew_gives(
    steps: list[tuple[str, list[Triple]]],
):
    store = open_store(MEMORY, write=True)
    for name, triples in steps:
        replace(store, name, triples)
        assert not any(made.gone or made.new for made in derive_all(store, vocabulary()))
