"""File -> RDF -> file -> the same RDF, for documents over the whole vocabulary."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.namespaces import KB, PREFIXES, XSD
from kb.report.context import LANGUAGES
from kb.report.load import Request, load
from kb.report.write import to_json, to_yaml
from kb.vocabulary import Property, vocabulary

WORDS = vocabulary()
TEXT = "One two three four five six seven. Eight nine ten, “eleven” twelve."
LOCAL = {
    "entities": "Entity",
    "propositions": "Proposition",
    "evidence": "Evidence",
    "claims": "Claim",
}
SKIP = {
    *LOCAL,
    "text",
    "content",
    "textSha256",
    "textLength",
    "quote",
    "start",
    "end",
    "passage",
    "cue",
}
words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1
).filter(lambda text: text.strip())
names = st.sampled_from(
    ["org:a", "person:b", "ship:c", "country:KP", "https://example.org/x", "unknown"]
)
SCALARS = {
    XSD + "string": words
    | st.sampled_from(["true", "null", "1.0", "NO", "2023-10-18", "- a", "a: b", "#x"]),
    XSD + "integer": st.integers(0, 10**6).map(str),
    XSD + "decimal": st.sampled_from(["1", "2.5", "-0.25"]),
    XSD + "boolean": st.sampled_from(["true", "false"]),
    XSD + "date": st.dates().map(str),
    XSD + "dateTime": st.just("2023-10-18T09:30:00Z"),
    XSD + "gYear": st.just("1999"),
    XSD + "anyURI": st.just("https://example.org/a"),
    XSD + "duration": st.just("P1Y"),
    PREFIXES["edtf"] + "EDTF": st.sampled_from(["2023", "2023-08/..", "2023-09~", "2023-10-18"]),
}
LEAVES = [kind for kind in WORDS.classes.values() if len(WORDS.descendants(kind.iri)) == 1]


def value(prop: Property) -> st.SearchStrategy[Any]:
    """A value, or a list of values, of a property."""
    if prop.range == LANGUAGES:
        return st.dictionaries(st.sampled_from(["en", "ko", "ru"]), words, min_size=1)
    concepts = WORDS.concepts.get(prop.range or "")
    if prop.datatype:
        single: st.SearchStrategy[Any] = SCALARS[prop.range or ""]
    elif concepts:
        single = st.sampled_from(sorted(concepts))
    elif (prop.range or "").endswith("#Property"):
        single = st.sampled_from(["recipient", "destination"])
    elif (prop.range or "").endswith("#Class"):
        single = st.sampled_from(["ArmsTransfer", "Voyage"])
    else:
        single = names
    return single | st.lists(single, min_size=1, max_size=3, unique=True)


@st.composite
def thing(draw: st.DrawFn, kind: str, number: int) -> dict[str, Any]:
    """A thing of a class below `kind`, with some of the keys it may have."""
    below = WORDS.descendants(KB + kind)
    choice = draw(st.sampled_from(sorted(k.name for k in LEAVES if k.iri in below)))
    keys = sorted(WORDS.keys_of([KB + choice]) - SKIP)
    chosen = draw(st.lists(st.sampled_from(keys), max_size=4, unique=True))
    made = {key: draw(value(WORDS.properties[key])) for key in chosen}
    return {"id": f"#{kind.lower()}-{number}", "type": choice, **made}


@st.composite
def reports(draw: st.DrawFn) -> dict[str, Any]:
    """A report with things of every kind and claims with passages."""
    made: dict[str, Any] = {"id": "report:generated", "content": TEXT}
    for key, kind in LOCAL.items():
        made[key] = [draw(thing(kind, n)) for n in range(draw(st.integers(0, 3)))]
    for claim in made["claims"]:
        start = draw(st.integers(0, len(TEXT) - 2))
        claim["passage"] = {"start": start, "end": draw(st.integers(start + 2, len(TEXT)))}
    return {key: found for key, found in made.items() if found}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(document=reports())
def test_what_is_written_reads_back_as_the_same_triples(tmp_path: Path, document: dict[str, Any]):
    path = tmp_path / "report.json"
    path.write_text(json.dumps(document, ensure_ascii=False))
    (report,) = load(Request(str(path)))
    for name, write in (("again.yaml", to_yaml), ("again.json", to_json)):
        again = tmp_path / name
        again.write_text(write(report.triples, report.iri))
        (second,) = load(Request(str(again)))
        assert set(second.triples) == set(report.triples)
        assert write(second.triples, second.iri) == again.read_text()


@pytest.mark.parametrize("lang", ["ko", "zh-Hant"])
def test_a_text_with_a_language_keeps_it(tmp_path: Path, lang: str):
    path = tmp_path / "report.yaml"
    path.write_text(f"id: report:x\ntitle: {{value: 라진, lang: {lang}}}\n")
    (report,) = load(Request(str(path)))
    assert f"lang: {lang.lower()}" in to_yaml(report.triples, report.iri)
