"""An entry becomes RDF and comes back as it was; nothing that a list says hangs on the party itself."""

from hypothesis import given, settings
from pyoxigraph import NamedNode, Quad

from kb.lists.fold import folded
from kb.lists.graph import Writer, term
from kb.lists.model import Entry, Fact, Identifier, Link, Listing, Name
from kb.lists.party import entry_iri, imo_number, key_of, own_imo, party_iri
from kb.lists.read import entries, settled
from kb.namespaces import ID, KB, PREFIXES, RDF, RDFS
from kb.store import MEMORY, open_store
from tests.lists.making import ENTRIES, vessel

EDITION = f"{ID}list/un/2018-10-29"
SAID = {RDF + "type", RDFS + "label", KB + "imoNumber"}


def quads(entry: Entry) -> list[Quad]:
    return list(Writer("un", EDITION).quads(entry))


@settings(max_examples=150, deadline=None)
@given(ENTRIES)
def test_an_entry_comes_back_as_it_was(entry: Entry):
    store = open_store(MEMORY, write=True)
    store.pour(EDITION, quads(entry))
    assert list(entries(store, EDITION)) == [settled(entry)]


@settings(max_examples=50, deadline=None)
@given(ENTRIES)
def test_only_identity_is_said_of_the_party_itself(entry: Entry):
    party = NamedNode(party_iri("un", entry))
    assert {q.predicate.value for q in quads(entry) if q.subject == party} <= SAID
    assert {q.graph_name for q in quads(entry)} == {NamedNode(EDITION)}


def test_a_ship_is_known_by_its_valid_imo_number():
    assert party_iri("un", vessel("KPv.1", "JIE SHUN", "IMO 8518780")) == f"{ID}ship/imo-8518780"
    assert party_iri("un", vessel("KPv.1", "JIE SHUN", "8518781")) == f"{ID}ship/un-KPv.1"
    assert party_iri("un", vessel("KPv.1", "JIE SHUN")) == f"{ID}ship/un-KPv.1"


def test_a_false_number_is_never_the_ship_s_own():
    entry = Entry("1", "vessel", (Name("X"),), (Identifier("imo", "8518780", false=True),))
    assert own_imo(entry) == ""
    found = quads(entry)
    assert not [q for q in found if q.predicate == term("imoNumber")]
    (relation,) = [q for q in found if q.predicate == term("falseImoNumber")]
    assert (relation.object.value) == "8518780"  # type: ignore[union-attr]
    kinds = {
        q.object for q in found if q.subject == relation.subject and "type" in str(q.predicate)
    }
    assert term("FalseIdentity") in kinds


def test_two_different_own_numbers_settle_nothing():
    numbers = (Identifier("imo", "8518780"), Identifier("imo", "9074729"))
    assert own_imo(Entry("1", "vessel", (Name("X"),), numbers)) == ""


def test_a_listing_points_at_its_provision_and_measure():
    listing = Listing(resolutions=(("2270", "12"), ("1718", "8(d)")), measures=("Asset Freeze",))
    found = quads(Entry("1", "unknown", (Name("X"),), listings=(listing,)))
    objects = {q.object.value for q in found if isinstance(q.object, NamedNode)}
    assert PREFIXES["provision"] + "2270-12" in objects
    assert PREFIXES["provision"] + "1718-8-d" in objects
    assert PREFIXES["measure"] + "asset-freeze" in objects


def test_a_tie_points_at_the_other_entry_of_the_same_edition():
    found = quads(Entry("1", "vessel", (Name("X"),), links=(Link("owner", key="2 b"),)))
    assert entry_iri(EDITION, "2 b") in {
        q.object.value for q in found if isinstance(q.object, NamedNode)
    }


def test_a_false_flag_is_a_relation_too():
    found = quads(
        Entry("1", "vessel", (Name("X"),), facts=(Fact("false-flag", "Fiji", country="fj"),))
    )
    assert PREFIXES["country"] + "FJ" in {
        q.object.value  # type: ignore[union-attr]
        for q in found
        if q.predicate == term("falseFlag")
    }


def test_keys_of_any_sort_make_one_iri_each():
    for key in ("a b", "a/b", "a#b", "ключ", '"><'):
        assert key_of(entry_iri(EDITION, key)) == key
        NamedNode(entry_iri(EDITION, key))


def test_numbers_are_found_in_what_the_list_prints():
    assert imo_number("IMO 8518780") == "8518780"
    assert imo_number("8518780 (or 9074729)") == ""
    assert imo_number("85187801") == ""


def test_names_fold_to_one_key():
    assert folded("Jié-Shùn") == folded("JIE  SHUN") == "jie shun"
