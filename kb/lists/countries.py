"""Names and codes of states as lists write them, turned into ISO 3166-1 alpha-2 codes."""

import unicodedata
from functools import cache

from pyoxigraph import Literal

from kb.namespaces import ID, KB, PREFIXES, RDFS
from kb.resources import ONTOLOGY
from kb.vocabulary import statements

NAMES = (RDFS + "label", PREFIXES["skos"] + "altLabel", KB + "isoAlpha2", KB + "isoAlpha3")
STATE = ID + "country/"
AS_LISTED = {
    "brunei": "bn",
    "burma": "mm",
    "cape verde": "cv",
    "congo": "cg",
    "congo brazzaville": "cg",
    "congo democratic republic": "cd",
    "congo kinshasa": "cd",
    "cote divoire": "ci",
    "czech republic": "cz",
    "east timor": "tl",
    "ivory coast": "ci",
    "korea north": "kp",
    "korea south": "kr",
    "macau": "mo",
    "macedonia": "mk",
    "occupied palestinian territories": "ps",
    "palestinian territories": "ps",
    "republic of korea": "kr",
    "south korea": "kr",
    "swaziland": "sz",
    "the gambia": "gm",
    "turkey": "tr",
    "usa": "us",
    "vatican city": "va",
}
"""Names that lists use and the reference data lack."""


def country(name: str) -> str:
    """The alpha-2 code, in lower case, of a state by name or code; "" where it is none that is known."""
    return _codes().get(_plain(name), "")


def code(text: str) -> str:
    """An alpha-2 code in lower case; "" where the text is no code of ISO 3166-1 ("00", "XX")."""
    return text.lower() if len(text) == 2 and _codes().get(text.casefold()) else ""


@cache
def _codes() -> dict[str, str]:
    found = dict(AS_LISTED)
    for triple in statements(ONTOLOGY / "reference", "states.ttl"):
        subject, name = triple.subject, triple.object
        if triple.predicate.value in NAMES and isinstance(name, Literal):
            iri = getattr(subject, "value", "")
            if iri.startswith(STATE):
                found.setdefault(_plain(name.value), iri.removeprefix(STATE).lower())
    return found


def _plain(name: str) -> str:
    """The name without accents, punctuation, case and a leading article."""
    split = unicodedata.normalize("NFKD", name[:200])
    letters = "".join(
        c if c.isalnum() else " " for c in split if not unicodedata.combining(c) and c not in "'’.`"
    )
    words = letters.casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
