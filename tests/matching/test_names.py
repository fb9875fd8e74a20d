"""Names are compared by the rules of their kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.matching.compare import compare
from kb.matching.fold import distance, latin, skeleton, sound, spelled
from kb.matching.reading import read, roman

TEXT = st.text(max_size=60)
KINDS = st.sampled_from(("vessel", "person", "organization", "unknown"))

SHIPS_ALIKE = [
    ("Jie Shun", "JIESHUN"),
    ("M/V Jie Shun", "jie shun"),
    ("F/V Dawn", "DAWN"),
    ("Yun Hong 8", "YUN HONG VIII"),
    ("Yun Hong 8", "Yun Hong No. 08"),
    ("Yun Hong 8", "云宏8"),
    ("Ji Song 8", "지성 8"),
    ("Ji Song 8", "Jisong8"),
    ("Kapitan Shchyukin", "Капитан Щукин"),
    ("Tae Yang", "TEAYANG"),
]
SHIPS_APART = [
    ("Yun Hong 8", "Yun Hong 5"),
    ("Yun Hong 8", "Yun Hong"),
    ("Yun Hong IV", "Yun Hong VI"),
    ("Ocean Star", "Star Ocean"),
    ("Ocean Star", "Ocean Sun"),
    ("Jie Shun", "Jie Shan"),
    ("Jie Shun", "JIESHAN"),
    ("Nova", "Nora"),
    ("Sunrise", "Sunrise Glory"),
]
PERSONS_ALIKE = [
    ("Kim Jong Un", "김정은"),
    ("Kim Jong Un", "Jong Un Kim"),
    ("Kim Jong Un", "KIM Jong-un"),
    ("Vladimir Putin", "Путин Владимир Владимирович"),
    ("J. Smith", "John Smith"),
    ("Muhammad al-Husayni", "محمد الحسيني"),
    ("Abd al-Rahman Yasin", "Abdulrahman Yassin"),
    ("Ri Su Yong", "Lee Soo-yong"),
]
PERSONS_APART = [
    ("Kim Jong Un", "Kim Jong Il"),
    ("Ri Su Yong", "Ri Yong Su"),
    ("John Smith", "John Gruber"),
    ("John Smith", "Jane Smith"),
    ("Kim", "Kim Jong Un"),
    ("Sergei Viktorovich Lavrov", "Sergei Petrovich Lavrov"),
]
COMPANIES_ALIKE = [
    ("Ocean Maritime Management Company, Limited", "OCEAN MARITIME MGMT CO LTD"),
    ("Korea Mining Development Trading Corporation", "KOMID"),
    ("ЗАО Сонатек", "Sonatek JSC"),
    ("Singwang Economics & Trading", "Singwang Economics and Trading"),
]
COMPANIES_APART = [
    ("Sinmun Trading Company", "Taesong Trading Company"),
    ("Factory 26", "Factory 27"),
    ("First Trade Bank", "Second Trade Bank"),
    ("North Star Marine", "South Star Marine"),
]


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        ("vessel", SHIPS_ALIKE),
        ("person", PERSONS_ALIKE),
        ("organization", COMPANIES_ALIKE),
    ],
)
def test_spellings_of_one_name_are_alike(kind: str, pairs: list[tuple[str, str]]) -> None:
    assert [p for p in pairs if compare(*p, kind).score < 0.85] == []


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        ("vessel", SHIPS_APART),
        ("person", PERSONS_APART),
        ("organization", COMPANIES_APART),
    ],
)
def test_names_of_different_things_are_apart(kind: str, pairs: list[tuple[str, str]]) -> None:
    assert [p for p in pairs if compare(*p, kind).score > 0.8] == []


def test_the_words_say_in_what_names_differ() -> None:
    assert "by spacing only: JIE SHUN / JIESHUN" in compare("JIE SHUN", "JIESHUN", "vessel").words
    assert "by one letter" in compare("Wise Honest", "Wise Honesd", "vessel").words
    number = compare("Yun Hong 8", "Yun Hong 5", "vessel").words
    assert number == "the number at the end of the name differs: Yun Hong 8 / Yun Hong 5"


@settings(deadline=None)
@given(TEXT, TEXT, KINDS)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str, kind: str) -> None:
    found = compare(one, other, kind)
    assert 0 <= found.score <= 1
    assert abs(found.score - compare(other, one, kind).score) < 1e-9
    assert found.words


@settings(deadline=None)
@given(TEXT, KINDS)
def test_a_name_is_its_own_likeness_or_holds_nothing(name: str, kind: str) -> None:
    reading = read(name, kind)
    expected = bool(reading.parts or reading.numbers)
    assert (compare(name, name, kind).score >= 0.85) == expected


@settings(deadline=None)
@given(TEXT)
def test_folding_gives_plain_words_and_is_settled(name: str) -> None:
    plain = latin(name)
    assert plain.isascii()
    assert plain == plain.lower()
    assert latin(plain) == plain
    for word in plain.split():
        assert all(isinstance(made(word), str) for made in (spelled, sound, skeleton))


@settings(deadline=None)
@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_a_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("viii", "8"), ("iv", "4"), ("xxix", "29"), ("", ""), ("vx", ""), ("mix", "")],
)
def test_roman_numerals_are_read(numeral: str, number: str) -> None:
    assert roman(numeral) == number


def test_a_very_long_name_is_cut_and_not_dwelt_on() -> None:
    assert compare("ab " * 100_000, "ab " * 100_000, "person").score > 0.8
    assert len(latin("x" * 100_000)) == 300
