"""The packaged reference data: held against the shapes like any report, and counted in the docs."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from kb.namespaces import KB, PREFIXES, RDF
from kb.resources import ONTOLOGY
from kb.terms import text
from kb.validation.shacl import terminology, validate
from kb.vocabulary import statements, vocabulary

ROOT = Path(__file__).parent.parent
FACTS = list(statements(ONTOLOGY, "reference/*.ttl"))
KIND = {text(t.subject): text(t.object) for t in FACTS if t.predicate.value == RDF + "type"}


def test_the_reference_data_breaks_no_constraint() -> None:
    """All but the world's ports, of which a hundred stand for the rest: they are made alike."""
    ports = [thing for thing, kind in KIND.items() if kind == KB + "Port"]
    focus = {thing for thing, kind in KIND.items() if kind != KB + "Port"} | set(ports[:100])
    found = validate([*FACTS, *terminology(vocabulary())], focus)
    old_codes = {"Port-un-locode-state"}
    """UN/LOCODE keeps codes of territories that have another ISO code today; it is a warning."""
    assert [(f.rule, f.focus, f.value) for f in found if f.rule not in old_codes] == []


def test_every_resolution_of_a_regime_has_provisions() -> None:
    """Of 1695 to 2397; 1985 and the like, which only renew a panel's mandate, are not among them."""
    resolutions = Counter(
        text(t.object).rsplit("-", 1)[-1].rsplit("/", 1)[-1]
        for t in FACTS
        if t.predicate.value == KB + "inResolution"
    )
    regime = {
        "1695",
        "1718",
        "1874",
        "2087",
        "2094",
        "2270",
        "2321",
        "2356",
        "2371",
        "2375",
        "2397",
    }
    others = {
        "1970",
        "2146",
        "1747",
        "1929",
        "2231",
        "2140",
        "2216",
        "2624",
        "1556",
        "1591",
        "2428",
    }
    assert regime | others <= set(resolutions)
    assert resolutions.total() > 200


def test_the_docs_count_what_was_verified() -> None:
    """The table of docs/reference-data.md: provisions, verified, content seen, nothing seen."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    state = {t.subject: text(t.object) for t in FACTS if t.predicate.value == KB + "verification"}
    sourced = {t.subject for t in FACTS if t.predicate.value == PREFIXES["dcterms"] + "source"}
    for triple in FACTS:
        if triple.predicate.value == KB + "inResolution":
            number = text(triple.object).rpartition("/")[2]
            seen = "content" if triple.subject in sourced else "nothing"
            verified = state[triple.subject] == "verified"
            told[number]["verified" if verified else seen] += 1
    page = (ROOT / "docs" / "reference-data.md").read_text()
    for number, counts in told.items():
        found = re.search(rf"^\| {number} .*\| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", page, re.M)
        assert found, number
        parts = (counts["verified"], counts["content"], counts["nothing"])
        assert tuple(map(int, found.groups())) == (counts.total(), *parts), number


def told(predicate: str) -> dict[str, list[str]]:
    """The values of a property in the reference data, by the last part of each thing's name."""
    found: dict[str, list[str]] = defaultdict(list)
    for triple in FACTS:
        if triple.predicate.value == KB + predicate:
            found[text(triple.subject).rpartition("/")[2]].append(
                text(triple.object).rpartition("/")[2]
            )
    return found


def test_the_measures_on_libyan_petroleum_were_prolonged_without_a_break() -> None:
    """Each resolution was adopted before the last day that the one before it had set."""
    prolongs, until, adopted = told("prolongs"), told("prolongedUntil"), told("adopted")
    chain = sorted(
        (adopted[each][0], until[each][0]) for each in prolongs if "2146-10a" in prolongs[each]
    )
    assert len(chain) == 10
    (end,) = told("sunset")["2146-10a"]
    for day, later in chain:
        assert day <= end < later
        end = later


def test_no_resolution_prolongs_what_it_or_a_later_one_made() -> None:
    prolongs, adopted = told("prolongs"), told("adopted")
    resolutions, begins = told("inResolution"), told("inForceFrom")
    for each, provisions in prolongs.items():
        for provision in provisions:
            assert provision in resolutions, (each, provision)
            assert begins[provision][0] <= adopted[each][0], (each, provision)


def test_the_docs_say_until_when_provisions_are_known_to_be_prolonged() -> None:
    page = (ROOT / "docs" / "reference-data.md").read_text()
    ends: dict[str, str] = {}
    for resolution, provisions in told("prolongs").items():
        for provision in provisions:
            (end,) = told("prolongedUntil")[resolution]
            ends[provision] = max(end, ends.get(provision, ""))
    for provision, end in ends.items():
        number = provision.partition("-")[0]
        assert re.search(rf"^\| .*\b{number} \(.* \| {end} \|", page, re.M), (provision, end)
