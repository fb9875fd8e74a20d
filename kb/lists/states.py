"""The states that lists name in words: "Iran (Islamic Republic of)" is `ir`."""

import re
from functools import cache

from pyoxigraph import Literal, NamedNode

from kb.lists.fold import folded
from kb.namespaces import PREFIXES
from kb.resources import ONTOLOGY
from kb.vocabulary import statements

OFFICIAL = {
    "bolivia plurinational state of": "bo",
    "burma": "mm",
    "congo democratic republic of the": "cd",
    "cote d ivoire": "ci",
    "hong kong china": "hk",
    "iran islamic republic of": "ir",
    "korea democratic peoples republic of": "kp",
    "korea north": "kp",
    "korea republic of": "kr",
    "korea south": "kr",
    "libyan arab jamahiriya": "ly",
    "micronesia federated states of": "fm",
    "moldova republic of": "md",
    "palestinian": "ps",
    "people s republic of china": "cn",
    "republic of moldova": "md",
    "russia": "ru",
    "russian federation": "ru",
    "st kitts and nevis": "kn",
    "st vincent and the grenadines": "vc",
    "state of palestine": "ps",
    "swaziland": "sz",
    "syrian arab republic": "sy",
    "taiwan province of china": "tw",
    "the former yugoslav republic of macedonia": "mk",
    "tanzania united republic of": "tz",
    "turkey": "tr",
    "united kingdom of great britain and northern ireland": "gb",
    "united republic of tanzania": "tz",
    "united states of america": "us",
    "venezuela bolivarian republic of": "ve",
    "viet nam": "vn",
}
"""Names that lists use beside those of the reference data, folded."""
CODE = re.compile(r"[A-Za-z]{2}")


def code(name: str) -> str:
    """The ISO 3166 alpha-2 code in lower case of a state named in words or by its code; "" if unknown."""
    if CODE.fullmatch(name.strip()):
        found = name.strip().lower()
        return found if found in _codes().values() else ""
    return _codes().get(_folded(name), "")


def _folded(name: str) -> str:
    return folded(name.replace("&", " and ")).removeprefix("the ")


@cache
def _codes() -> dict[str, str]:
    """Codes by folded name: every label and other name of the reference data, then `OFFICIAL`."""
    country, label = PREFIXES["country"], PREFIXES["rdfs"] + "label"
    found: dict[str, str] = {}
    for subject, predicate, value in statements(ONTOLOGY, "reference/states.ttl"):
        named = predicate.value in (label, PREFIXES["skos"] + "altLabel")
        if not (named and isinstance(subject, NamedNode) and isinstance(value, Literal)):
            continue
        if subject.value.startswith(country):
            found.setdefault(_folded(value.value), subject.value[len(country) :].lower())
    for name, alpha2 in OFFICIAL.items():
        found[_folded(name)] = alpha2
    return found
