"""Numbers with check digits, against a library that knows them; and patterns that end in time."""

import re
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple
from rdflib import SH
from stdnum import imo, iso6346, lei  # type: ignore[import-untyped]

from kb.namespaces import KB, RDF
from kb.terms import Term
from kb.validation.shacl import shapes, terminology, validate
from kb.vocabulary import vocabulary

THIS = NamedNode("https://example.org/report#this")
TREE = [t for t in terminology(vocabulary()) if t.predicate.value.endswith("subClassOf")]
FEW = settings(max_examples=25, deadline=None)


def fails(kind: str, key: str, value: str, rule: str) -> bool:
    """Whether a thing of a class with this value breaks the constraint."""
    facts: list[tuple[str, Term]] = [
        (RDF + "type", NamedNode(KB + kind)),
        (KB + key, Literal(value)),
    ]
    triples = [Triple(THIS, NamedNode(predicate), term) for predicate, term in facts]
    return rule in {f.rule for f in validate([*TREE, *triples], [THIS.value])}


def digits(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


@FEW
@given(digits(6), st.integers(0, 9))
def test_ship_numbers(stem: str, last: int) -> None:
    number = f"{stem}{last}"
    told = fails("Ship", "imoNumber", number, "Ship-imo-check-digit")
    assert told == (not imo.is_valid(number) or set(number) == {"0"})


REAL = """1991835 5055293 5110478 5145892 5434358 5513586 5571322 5604962 5676084 5721069 5787684
5857588 5878561 5905801 5928635 5936312 5938411 5954061 5963351 5980332 5982254 5985863 5987860"""
"""Company numbers that OFAC's list of specially designated nationals gives (public domain)."""


def test_real_company_numbers_are_right_and_no_other_last_digit_is() -> None:
    numbers = [f"{real[:6]}{last}" for real in REAL.split() for last in range(10)]
    things = {number: NamedNode(f"{THIS.value}{number}") for number in numbers}
    facts = [
        triple
        for number, thing in things.items()
        for triple in (
            Triple(thing, NamedNode(RDF + "type"), NamedNode(KB + "Organization")),
            Triple(thing, NamedNode(KB + "imoCompanyNumber"), Literal(number)),
        )
    ]
    found = validate([*TREE, *facts], [thing.value for thing in things.values()])
    wrong = {f.value for f in found if f.rule == "Organization-imo-company-check-digit"}
    assert set(numbers) - wrong == set(REAL.split())


@FEW
@given(st.text(string.ascii_uppercase + string.digits, min_size=18, max_size=18), st.booleans())
def test_legal_entity_identifiers(stem: str, right: bool) -> None:
    remainder = int("".join(str(int(c, 36)) for c in stem) + "00") % 97
    number = f"{stem}{98 - remainder if right else (99 - remainder) % 98:02d}"
    told = fails("Organization", "lei", number, "Organization-lei-check-digits")
    assert told == (not lei.is_valid(number))


@FEW
@given(
    st.from_regex("[A-Z]{3}[UJZ][0-9]{6}", fullmatch=True, alphabet=st.characters(codec="ascii")),
    st.integers(0, 9),
)
def test_container_numbers(stem: str, last: int) -> None:
    told = fails(
        "Consignment", "containerNumber", f"{stem}{last}", "Consignment-container-check-digit"
    )
    assert told == (not iso6346.is_valid(f"{stem}{last}"))


PATTERNS = sorted({str(pattern) for pattern in shapes().objects(None, SH.pattern)})
HOSTILE = [c * 50_000 + "!" for c in ("A", "0", " ", "-", "(a)", "/", "X.", "ivx")]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_takes_no_time_on_hostile_text(pattern: str) -> None:
    """No pattern backtracks: doubling a hostile text does not quadruple the time, however it begins."""

    compiled = re.compile(pattern)
    began = time.perf_counter()
    for text in HOSTILE:
        compiled.search(text)
    assert time.perf_counter() - began < 2
