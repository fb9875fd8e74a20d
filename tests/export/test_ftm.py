"""FollowTheMoney: its own package accepts the entities, and nothing alleged is among them."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kb.cli import main
from kb.desk.base import KnowledgeBase
from kb.errors import BadInput, NakedAllegation, UnknownName
from kb.export.ftm import Exported, export, identifier
from kb.namespaces import ID, KB, RDF, RDFS
from kb.report.load import Request
from kb.store import MEMORY, Change
from kb.vocabulary import vocabulary

followthemoney = pytest.importorskip("followthemoney", reason="needs the extra ftm")
GIVEN = Path(__file__).parent.parent / "queries" / "given"
REPORT = f"{ID}report/hand-made"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = str(tmp_path_factory.mktemp("ftm") / "kb")
    with KnowledgeBase.open(made, write=True) as base:
        for path in sorted(GIVEN.glob("*.yaml")):
            base.add(base.check(Request(str(path)))[1][0])
    return made


@pytest.fixture(scope="module")
def base(place: str) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.open(place) as opened:
        yield opened


@pytest.fixture(scope="module")
def exported(base: KnowledgeBase) -> Exported:
    return export(base.store, vocabulary())


def objects(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def hand_made(*said: tuple[str, str, NamedNode | Literal]) -> Exported:
    with KnowledgeBase.open(MEMORY) as base:
        triples = [Triple(NamedNode(ID + s), NamedNode(p), o) for s, p, o in said]
        base.store.commit(Change(add={REPORT: triples}))
        return export(base.store, vocabulary())


def ship(
    name: str, *said: tuple[str, str, Literal]
) -> tuple[tuple[str, str, NamedNode | Literal], ...]:
    typed = (f"ship/{name}", RDF + "type", NamedNode(KB + "Ship"))
    return (typed, (f"ship/{name}", RDFS + "label", Literal(name)), *said)


def test_the_real_package_accepts_every_entity_unchanged(exported: Exported):
    entities = objects(exported.entities)
    assert {entity["schema"] for entity in entities} == {
        "Address",
        "Organization",
        "Person",
        "Territory",
        "Vessel",
    }
    for data in entities:
        proxy = followthemoney.model.get_proxy(data, cleaned=False)
        assert proxy.schema.validate(data) is None
        again = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert again == data["properties"]
        for required in proxy.schema.required:
            assert data["properties"].get(required), data
        assert followthemoney.registry.entity.validate(data["id"])


def test_a_ship_has_its_names_and_numbers(exported: Exported):
    by_id = {entity["id"]: entity for entity in objects(exported.entities)}
    assert by_id["ship-blue-heron"]["properties"] == {
        "alias": ["Heron"],
        "imoNumber": ["IMO9000003"],
        "name": ["Blue Heron"],
    }
    assert by_id["port-KPNAM"]["schema"] == "Address"
    assert by_id["port-KPNAM"]["properties"]["country"] == ["kp"]
    assert by_id["country-KP"]["properties"]["country"] == ["kp"]


def test_nothing_that_is_claimed_is_among_the_entities(exported: Exported):
    assert "Red Egret" not in exported.entities
    assert "Red Egret" in exported.side
    allowed = {
        "name",
        "alias",
        "imoNumber",
        "mmsi",
        "callSign",
        "leiCode",
        "registrationNumber",
        "country",
        "full",
        "remarks",
        "latitude",
        "longitude",
    }
    for entity in objects(exported.entities):
        assert entity["properties"].keys() <= allowed
        assert entity["schema"] not in ("Ownership", "UnknownLink", "Sanction", "Employment")


def test_nobody_unnamed_is_an_entity(exported: Exported):
    assert not [e for e in objects(exported.entities) if "registry" in e["caption"]]
    unnamed = [line for line in objects(exported.side) if "unnamed" in line.get("said", {})]
    assert {line["kind"] for line in unnamed} == {"organization", "person", "port"}


def test_the_side_file_holds_every_claim_with_claimant_stance_and_quote(
    base: KnowledgeBase, exported: Exported
):
    rows = base.store.select(
        "PREFIX kb: <https://w3id.org/sanctions-kb/ns#> PREFIX oa: <http://www.w3.org/ns/oa#> "
        "SELECT ?claim ?quote { ?claim a kb:Claim ; kb:passage/oa:exact ?quote }"
    ).rows
    claims = [line for line in objects(exported.side) if line["kind"] == "claim"]
    quotes = {(line["id"], each["quote"]) for line in claims for each in line["said"]["passage"]}
    assert len(quotes) == len(rows)
    assert {quote for _, quote in quotes} == {row[1].value for row in rows}
    for line in claims:
        assert line["said"]["claimant"]
        assert line["said"]["stance"][0].startswith("stance:")
    denial = next(line for line in claims if line["id"] == "report:first#denial")
    assert denial["said"]["via"] == ["org:coast-news"]
    assert denial["said"]["passage"][0]["end"] > denial["said"]["passage"][0]["start"] > 0


def test_the_side_file_holds_every_proposition_with_its_status(exported: Exported):
    propositions = [line for line in objects(exported.side) if line["kind"] == "proposition"]
    assert propositions
    assert all(line["said"]["status"][0].startswith("status:") for line in propositions)
    owned = [line["said"]["owned"] for line in propositions if line["type"] == ["Ownership"]]
    assert ["ship:blue-heron"] in owned


def test_the_side_file_names_each_entity_and_begins_with_its_version(exported: Exported):
    first, *lines = objects(exported.side)
    assert first == {"kind": "about", "format": "sanctions-kb side file", "version": 1}
    told = {line["entity"] for line in lines if line["kind"] == "entity"}
    assert told == {entity["id"] for entity in objects(exported.entities)}


def test_the_same_base_gives_the_same_bytes(base: KnowledgeBase, exported: Exported):
    again = export(base.store, vocabulary())
    assert (again.entities, again.side) == (exported.entities, exported.side)


def test_one_report_brings_its_own_and_the_reference_data_all_states(base: KnowledgeBase):
    one = export(base.store, vocabulary(), ["third"])
    whole = export(base.store, vocabulary(), reference=True)
    assert 0 < len(objects(one.entities)) < 249 < len(objects(whole.entities))
    with pytest.raises(UnknownName):
        export(base.store, vocabulary(), ["nowhere"])


def test_a_number_that_the_package_refuses_is_told_and_kept_beside():
    made = hand_made(*ship("gull", ("ship/gull", KB + "imoNumber", Literal("1234568"))))
    assert objects(made.entities)[0]["properties"] == {"name": ["gull"]}
    assert made.counts == {"refused value": 1}
    entity = objects(made.side)[1]
    assert entity["refused"] == [{"property": "imoNumber", "value": "1234568"}]
    assert entity["said"]["imoNumber"] == ["1234568"]


def test_a_proposition_without_a_claim_is_refused():
    event = ("event/x", RDF + "type", NamedNode(KB + "PortCall"))
    with pytest.raises(NakedAllegation):
        hand_made(*ship("gull"), event, ("event/x", KB + "vessel", NamedNode(ID + "ship/gull")))


def test_an_empty_base_gives_nothing_and_loses_nothing():
    made = hand_made()
    assert made.entities == ""
    assert made.loss(None) == ""


def test_without_the_package_the_extra_is_named(
    base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(BadInput, match=r"sanctions-kb\[ftm\]"):
        export(base.store, vocabulary())


names = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1)


@given(st.lists(st.tuples(st.sampled_from(["ship", "org", "graph"]), names), unique=True))
def test_ids_are_accepted_and_never_shared(things: list[tuple[str, str]]):
    iris = {f"{ID}{kind}/{name}" for kind, name in things}
    made = {identifier(iri) for iri in iris}
    assert len(made) == len(iris)
    assert all(followthemoney.registry.entity.validate(each) for each in made)


def test_the_command_writes_both_files_and_says_what_is_lost(
    place: str, exported: Exported, tmp_path: Path
):
    side, out = tmp_path / "claims.jsonl", tmp_path / "entities.ftm.json"
    command = ["export", "--store", place, "--format", "ftm"]
    done = CliRunner().invoke(main, [*command, "--side-file", str(side), "-o", str(out)])
    assert done.exit_code == 0, done.output
    counts = exported.counts
    lost = f"{counts['proposition']} propositions, {counts['claim']} claims"
    assert f"FollowTheMoney has no place for {lost}" in done.stderr
    assert f"kept in {side}" in done.stderr
    assert (out.read_text(), side.read_text()) == (exported.entities, exported.side)
    bare = CliRunner().invoke(main, command)
    assert "--side-file FILE keeps them" in bare.stderr
    assert objects(bare.stdout) == objects(out.read_text())


def test_the_side_file_of_a_view_names_it(place: str, tmp_path: Path):
    side = tmp_path / "claims.jsonl"
    command = ["export", "--store", place, "--format", "ftm", "--as-of", "2030", "--clock", "said"]
    done = CliRunner().invoke(main, [*command, "--side-file", str(side)])
    assert done.exit_code == 0, done.output
    head, *rest = objects(side.read_text())
    assert head["as_of"] == {"day": "2030-12-31", "clock": "said"}
    assert len(rest) > 2
    assert "As of 2030-12-31" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--side-file", "x"], "goes with --format ftm"),
        (["--format", "ftm", "--side-file", "x", "-o", "x"], "name the same file"),
    ],
)
def test_a_misplaced_side_file_is_refused(place: str, arguments: list[str], part: str):
    done = CliRunner().invoke(main, ["export", "--store", place, *arguments])
    assert done.exit_code == 2
    assert part in done.stderr
