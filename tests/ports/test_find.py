"""Ports are found by every name, script and code; a name of several is never guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.errors import BadInput, KbError, UnknownName
from kb.namespaces import ID, RDF
from kb.ports.find import LONGEST, folded, nearest, resolve, search
from kb.ports.gazetteer import gazetteer, states
from kb.resources import ONTOLOGY
from kb.vocabulary import statements

PLACES = list(gazetteer().values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rajin", "port:KPNJN"),
        ("najin", "port:KPNJN"),
        ("라진", "port:KPNJN"),
        ("나진", "port:KPNJN"),
        ("Раджин", "port:KPNJN"),
        ("罗津", "port:KPNJN"),
        ("KPNJN", "port:KPNJN"),
        ("kp njn", "port:KPNJN"),
        ("port:KPNJN", "port:KPNJN"),
        (ID + "port/KPNJN", "port:KPNJN"),
        ("port of Nampo", "port:KPNAM"),
        ("Namp’o", "port:KPNAM"),
        ("Chŏngjin", "port:KPCHO"),
        ("Дунай", "port:dunai"),
        ("Тамань", "port:taman"),
        ("Ust Luga", "port:RUULU"),
        ("Усть-Луга", "port:RUULU"),
        ("طرطوس", "port:SYTTS"),
        ("Lattakia", "port:SYLTK"),
        ("خارک", "port:kharg"),
        ("Bandar-e Jask", "port:jask"),
        ("الحديدة", "port:YEHOD"),
        ("الزويتينة", "port:LYZUE"),
        ("Tripoli, Libya", "port:LYTIP"),
        ("Tripoli, LB", "port:LBKYE"),
        ("Hong Kong", "port:HKHKG"),
        ("Shahid Rajaei Port", "facility:shahid-rajaee"),
        ("Tompok Utara", "locality:eopl"),
    ],
)
def test_a_port_is_found_by_any_of_its_names(text: str, found: str):
    assert resolve(text).id == found


def test_every_identifier_and_code_leads_to_its_own_port():
    for place in PLACES:
        assert resolve(place.id) is place
        assert resolve(place.iri) is place
        if place.code:
            assert resolve(place.code.lower()) is place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tripoli", "port:LBKYE (Tripoli, Lebanon); port:LYTIP (Tripoli, Libya)"),
        ("Tartuss", "Did you mean Tartous (port:SYTTS)?"),
        ("Noshahr", "Bandar Noshahr (port:IRNSH)"),
        ("qqqqqqqq", "kb ports TEXT"),
        ("Tripoli, Narnia", "There is no port"),
    ],
)
def test_a_name_of_none_or_several_is_told_with_candidates(text: str, words: str):
    with pytest.raises(UnknownName) as told:
        resolve(text)
    assert words in str(told.value)


@pytest.mark.parametrize("text", ["", "   ", "!!!", "x" * (LONGEST + 1)])
def test_what_can_be_no_name_is_refused(text: str):
    with pytest.raises(BadInput):
        resolve(text)


def test_the_likeliest_come_first():
    assert search("nampo")[0].id == "port:KPNAM"
    assert search("RUVVO")[0].name == "Vladivostok"
    assert {place.state for place in search("North Korea")[:13]} == {"KP"}
    assert [p.id for p in search("oil terminal", kind="facility", state="IR")] == [
        "facility:jask-oil-terminal"
    ]


def test_without_a_text_everything_is_listed_by_identifier():
    assert search() == PLACES
    assert {place.state for place in search(state="kp")} == {"KP"}
    assert search(state="North Korea") == search(state="country:KP") == search(state="KP")


def test_a_state_that_is_none_is_refused_with_the_nearest():
    with pytest.raises(BadInput, match="Did you mean KP"):
        search(state="North Corea")


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=60)
def test_any_text_is_answered_or_refused_in_words(text: str):
    assert folded(folded(text)) == folded(text)
    try:
        found = resolve(text)
    except KbError:
        return
    assert found.iri in gazetteer()


@given(st.sampled_from([place for place in PLACES if len(folded(place.name)) > 3]), st.data())
@settings(deadline=None, max_examples=40)
def test_part_of_a_name_finds_its_port(place, data):
    name = folded(place.name)
    size = data.draw(st.integers(3, len(name)))
    part = name[:size].strip()
    assert place in search(part)


def test_a_misspelt_name_has_the_right_one_near():
    assert "port:KPWON" in {place.id for place in nearest("Wonsann")}


def test_every_state_of_a_port_has_a_name():
    assert all(place.state in states() and place.state_name for place in PLACES if place.state)


def test_curated_entries_are_whole():
    """Names are added to ports that exist; facilities and places lie somewhere and have a source."""
    kinds = {
        t.subject
        for t in statements(ONTOLOGY, "reference/*.ttl")
        if t.predicate.value == RDF + "type"
    }
    added = {
        t.subject
        for t in statements(ONTOLOGY, "reference/ports-names.ttl")
        if t.subject.value.startswith(ID)
    }
    assert added <= kinds
    for place in PLACES:
        if place.kind != "port":
            assert place.part_of, place.id
            assert place.sources, place.id
            assert place.part_of.startswith("country:") or resolve(place.part_of).kind == "port"


def test_no_name_of_a_facility_or_place_is_the_name_of_a_port():
    """So that a mention of the one is not taken for the other."""
    ports = {folded(name) for place in PLACES if place.kind == "port" for name in place.names}
    for place in PLACES:
        if place.kind != "port":
            assert not {folded(name) for name in place.names} & ports, place.id
