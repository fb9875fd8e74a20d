"""The words of `words.toml` and the weights of `weights.toml`, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Words:
    """Words that names are made of; `variants` gives the number of a name's group of spellings."""

    ship_prefixes: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    patronymic_ends: tuple[str, ...]
    legal: frozenset[str]
    generic: frozenset[str]
    places: frozenset[str]
    numbers: dict[str, int]
    abbreviations: dict[str, str]
    variants: dict[str, frozenset[int]]


@cache
def words() -> Words:
    """The word lists."""
    table = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
    groups: dict[str, frozenset[int]] = {}
    for number, line in enumerate(table["variants"]["names"]):
        for word in line.split():
            groups[word] = groups.get(word, frozenset()) | {number}
    return Words(
        ship_prefixes=frozenset(table["ship_prefixes"]),
        particles=frozenset(table["particles"]),
        titles=frozenset(table["titles"]),
        patronymic_ends=tuple(table["patronymic_ends"]),
        legal=frozenset(table["legal"]),
        generic=frozenset(table["generic"]),
        places=frozenset(table["places"]),
        numbers=dict(table["numbers"]),
        abbreviations=dict(table["abbreviations"]),
        variants=groups,
    )


@dataclass(frozen=True, slots=True)
class Weights:
    """The table of features: (weight of what speaks for, of what speaks against), bias, thresholds."""

    bias: float
    features: dict[str, tuple[float, float]]
    match: float
    possible: float


@cache
def weights() -> Weights:
    """The weights as they are shipped."""
    table = tomllib.loads((HERE / "weights.toml").read_text(encoding="utf-8"))
    features = {
        name: (float(row["for"]), float(row.get("against", row["for"])))
        for name, row in table["features"].items()
    }
    limits = table["thresholds"]
    return Weights(
        float(table["bias"]), features, float(limits["match"]), float(limits["possible"])
    )
