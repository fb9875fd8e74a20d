"""Report files become triples, or a list of problems with places and remedies."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, serialize

from kb.errors import BadInput, BadReport
from kb.namespaces import BASE, KB, PREFIXES
from kb.report.load import Request, load
from kb.report.write import to_json, to_yaml
from tests.report.conftest import Write


def facts(path: str, **more: str) -> set[str]:
    (report,) = load(Request(path, **more))
    return {str(triple) for triple in report.triples}


def test_a_yaml_report_becomes_triples(write: Write):
    found = facts(write())
    report = f"{BASE}id/report/2023-10-18-demo"
    assert f"<{report}#supply> <{KB}supplier> <{BASE}id/country/KP>" in found
    assert f"<{report}#c2> <{KB}stance> <{BASE}stance/denies>" in found
    assert f"<{report}#c1> <{KB}inReport> <{report}>" in found
    assert f'<{BASE}id/ship/angara> <{KB}imoNumber> "9179842"' in found


def test_dates_get_their_bounds(write: Write):
    found = facts(write())
    assert any("timeEarliest" in f and '"2023-09-01"' in f for f in found)
    assert any("timeLatest" in f and '"2023-10-31"' in f for f in found)


def test_a_folded_quote_becomes_the_texts_own_words_with_its_place(write: Write):
    found = facts(write())
    assert any(
        "oa#exact" in f and "“They don’t present any\\nreceipts,” Petrov said" in f for f in found
    )


@pytest.mark.parametrize("kind", ["yaml", "json", "ttl", "trig"])
def test_every_format_gives_the_same_triples(write: Write, tmp_path: Path, kind: str):
    (report,) = load(Request(write()))
    path = tmp_path / f"again.{kind}"
    if kind == "yaml":
        path.write_text(to_yaml(report.triples, report.iri))
    elif kind == "json":
        path.write_text(to_json(report.triples, report.iri))
    else:
        serialize(report.triples, path, RdfFormat.TURTLE, prefixes=PREFIXES)
    (again,) = load(Request(str(path)))
    assert set(again.triples) == set(report.triples)


PROBLEMS = [
    (("stance: denies", "stance: denys"), "34:13", "Did you mean 'denies'"),
    (("supplier: country:KP", "suplier: country:KP"), "14:5", "Did you mean 'supplier'"),
    (
        ("supplier: country:KP", "portOfCall: country:KP"),
        "14:5",
        "does not belong on a ArmsTransfer",
    ),
    (("type: ArmsTransfer", "type: ArmTransfer"), "13:11", "Did you mean ArmsTransfer"),
    (("time: 2023-09/2023-10", "time: 2024-02-31"), "16:5", "February 2024 has 29 days"),
    (
        ('about: "#supply"\n    said', 'about: "#suply"\n    said'),
        "25:12",
        "Did you mean '#supply'",
    ),
    (("claimant: person:dmitri-petrov", "claimant: Dmitri Petrov"), "32:15", "org:dmitri-petrov"),
    (("claimant: person:dmitri-petrov", "claimant: persn:d"), "32:15", "Did you mean person:"),
    (
        ("guns and shells were handed across", "arms were supplied"),
        "27:15",
        "does not contain the quote",
    ),
    (('id: "#c2"', 'id: "#c1"'), "28:5", "described twice, first on line 19"),
    (("quantityMin: 200", "quantityMin: many"), "17:74", "not a number"),
    (
        ("    stance: asserts\n", "    stance: asserts\n    stance: denies\n"),
        "25:5",
        "occurs twice",
    ),
    (("id: report:2023-10-18-demo", "id: demo"), "1:5", "report has no identifier"),
    (("language: en", "language: &a en"), "5:11", "Anchors and aliases"),
    (("language: en", "language: !!python/name:os.system en"), "5:11", "tag"),
    (("language: en", "language: [en"), "6:5", "not YAML"),
    (("text: a.txt", "text: ../a.txt"), "6:1", "not in the report's folder"),
    (("published: 2023-10-18", "published:"), "4:11", "has no value"),
    (
        ("via: [org:tass, org:reuters]", "via: [[org:tass], org:reuters]"),
        "33:10",
        "list within a list",
    ),
]


@pytest.mark.parametrize(("swap", "place", "message"), PROBLEMS)
def test_a_problem_has_its_place_and_remedy(
    write: Write, swap: tuple[str, str], place: str, message: str
):
    path = write(swap)
    with pytest.raises(BadReport) as caught:
        load(Request(path))
    found = [str(problem) for problem in caught.value.problems]
    assert any(
        problem.startswith(f"{path}:{place}:") and message in problem for problem in found
    ), found


def test_all_problems_are_told_at_once(write: Write):
    path = write(("stance: denies", "stance: denys"), ("supplier: country", "suplier: country"))
    with pytest.raises(BadReport) as caught:
        load(Request(path))
    assert len(caught.value.problems) == 2


def test_an_ambiguous_quote_names_its_places(write: Write):
    swap = ("guns and shells were handed across", "moved several hundred containers")
    with pytest.raises(BadReport, match="occurs 2 times, at"):
        load(Request(write(swap)))


def test_a_start_decides_an_ambiguous_quote(write: Write):
    swap = ('"guns and shells were handed across"', "moved several hundred containers, start: 199")
    found = facts(write(swap))
    assert any("oa#start" in fact and '"199"' in fact for fact in found)


def test_a_place_alone_is_filled_with_its_words(write: Write):
    found = facts(write(('{quote: "guns and shells were handed across"}', "{start: 29, end: 63}")))
    assert any(
        "oa#exact" in fact and "guns and shells were handed across" in fact for fact in found
    )


def test_a_blank_passage_is_a_problem(write: Write):
    swap = ('{quote: "guns and shells were handed across"}', "{start: 28, end: 29}")
    with pytest.raises(BadReport, match="from 28 to 29 is blank"):
        load(Request(write(swap)))


def test_a_wrong_hash_is_a_problem(write: Write):
    with pytest.raises(BadReport, match="SHA-256"):
        load(Request(write(("text: a.txt", f"text: a.txt\ntextSha256: {'0' * 64}"))))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbfid: x", "byte order mark"),
        (b"\xff\xfei\x00", "UTF-16"),
        (b"id: r\xe9port", "is not UTF-8"),
        (b"id: x\r\n", "Windows line ends"),
        (b"id: \x00", "control character U\\+0000"),
        (b"just text", "starts with keys"),
        (b"a: &a [x]\nb: [*a, *a]\n", "no identifier|Anchors"),
        (b"[" * 5000, "nested more than"),
        (b"---\nid: report:a\n---\nid: report:b\n", "second document"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, data: bytes, message: str):
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    with pytest.raises(BadReport, match=message):
        load(Request(str(path)))


def test_a_folder_a_missing_file_and_a_huge_one_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(BadInput, match="is a folder"):
        load(Request(str(tmp_path)))
    with pytest.raises(BadInput, match="does not exist"):
        load(Request(str(tmp_path / "none.yaml")))
    (tmp_path / "big.yaml").write_bytes(b"a" * 2000)
    monkeypatch.setenv("KB_REPORT_BYTES", "1000")
    with pytest.raises(BadInput, match="larger than"):
        load(Request(str(tmp_path / "big.yaml")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"id": "report:x", "@context": "http://example.org/c.jsonld"}', "never fetched"),
        ('{"id": "report:x", "@context": {"a": "b"}}', "never fetched"),
        ('{"id": "report:x", "title": null}', "may not be null"),
        ('{"id": "report:x"', "not JSON"),
        ("[" * 100000, "nested more than"),
    ],
)
def test_bad_json_is_refused(tmp_path: Path, text: str, message: str):
    path = tmp_path / "bad.json"
    path.write_text(text)
    with pytest.raises(BadReport, match=message):
        load(Request(str(path)))


TURTLE = f"@prefix kb: <{KB}> .\n@prefix report: <{BASE}id/report/> .\n"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("report:x a kb:Report ;; kb:published .", "3:", "not Turtle"),
        ("report:x a kb:Report ; kb:publishd 1 .", "3:", "Did you mean kb:published"),
        ("report:x a kb:Reprt .", "1:", "No kb:Report"),
        (
            'report:x a kb:Report ; kb:published "2023"^^<http://www.w3.org/2001/XMLSchema#gYear> .',
            "3:",
            "EDTF",
        ),
        ("report:x a kb:Report ; kb:corrects <a b> .", "3:", "Invalid IRI"),
        ("report:x a kb:Report . report:y a kb:Report .", "3:", "2 reports"),
        ("<<(report:x a kb:Report)>> kb:about kb:b .", "3:", "Triple terms"),
        ("report:x kb:corrects " + "[ kb:corrects " * 200, "3:", "nested too deep"),
        ("kb:a kb:about kb:b .", "1:", "No kb:Report"),
    ],
)
def test_bad_turtle_is_refused_with_its_line(tmp_path: Path, text: str, place: str, message: str):
    path = tmp_path / "bad.ttl"
    path.write_text(TURTLE + text)
    with pytest.raises(BadReport) as caught:
        load(Request(str(path)))
    found = str(caught.value)
    assert any(f"bad.ttl:{each}" in found for each in place.split("|")), found
    assert any(each in found for each in message.split("|")), found
