"""How much of what a cap counts a delivery was, at least, in the unit of the cap."""

from collections import defaultdict

from pyoxigraph import NamedNode, Triple

from kb.judge.case_reading import Reading
from kb.judge.words import CARGO
from kb.namespaces import KB, PREFIXES

KIND, LEAST, UNIT, PER_TONNE = (
    NamedNode(KB + name) for name in ("cargoKind", "quantityMin", "unit", "barrelsPerTonne")
)
BROADER = NamedNode(PREFIXES["skos"] + "broader")
BARREL, TONNE = "barrel", "tonne"
BARRELS = {
    "barrel": 1.0, "bbl": 1.0, "litre": 1 / 158.987294928, "liter": 1 / 158.987294928,
    "kilolitre": 1000 / 158.987294928, "kiloliter": 1000 / 158.987294928,
    "cubic metre": 1000 / 158.987294928, "cubic meter": 1000 / 158.987294928,
}  # fmt: skip
"""Barrels of 42 US gallons in one of each unit of volume, exactly (NIST Handbook 44, appendix C)."""
TONNES = {"tonne": 1.0, "metric ton": 1.0, "ton": 1.0, "kilogram": 0.001, "kg": 0.001}
"""Tonnes in one of each unit of mass; UN documents write "tons" for tonnes."""
DEEP = 8
"""Through how many steps the broader kinds of goods are followed."""


def least(
    reading: Reading, proposition: NamedNode, kinds: frozenset[NamedNode], unit: str
) -> tuple[float | None, str]:
    """The least quantity of the goods of some kinds in a unit, and in words what it comes from.

    Reports that differ are not added up: the one with the least counts. Where no report gives a quantity
    that can be had in the unit there is none, and the words say why.
    """
    sums: dict[str, float] = defaultdict(float)
    told: dict[str, list[str]] = defaultdict(list)
    why = "no quantity is claimed"
    for consignment in reading.nodes(proposition, CARGO):
        kind = _kind(reading, consignment, kinds)
        amount = reading.number(consignment, LEAST)
        if kind is None or amount is None:
            continue
        unit_said = next(iter(reading.texts(consignment, UNIT)), "")
        found = converted(reading, amount, unit_said, unit, kind)
        if found is None:
            why = f"{amount:,.0f} {unit_said or 'of no unit'} are not to be had in {unit}s"
            continue
        number, how = found
        for report in reading.reports(Triple(proposition, CARGO, consignment)):
            sums[report] += number
            told[report].append(how)
    if not sums:
        return None, why
    smallest = min(sums, key=lambda each: (sums[each], each))
    return sums[smallest], "; ".join(told[smallest])


def converted(
    reading: Reading, amount: float, said: str, unit: str, kind: NamedNode
) -> tuple[float, str] | None:
    """An amount in barrels or tonnes, with how it was had; None where that cannot be."""
    words = f"{amount:,.0f} {said}"
    factor = _factor(BARRELS if unit == BARREL else TONNES, said)
    if factor is not None:
        return amount * factor, words
    tonnes = _factor(TONNES, said)
    barrels = _of_a_tonne(reading, kind)
    if unit != BARREL or tonnes is None or barrels is None:
        return None
    return amount * tonnes * barrels, f"{words} at {barrels:g} barrels a tonne"


def _factor(table: dict[str, float], said: str) -> float | None:
    """The factor of a unit as people write it: "barrels", "metric tons of diesel"."""
    typed = said.lower().strip()
    for word in sorted(table, key=len, reverse=True):
        rest = typed.removeprefix(word)
        if rest != typed and (not rest or rest == "s" or rest[0] == " " or rest.startswith("s ")):
            return table[word]
    return None


def _of_a_tonne(reading: Reading, kind: NamedNode) -> float | None:
    """How many barrels a tonne of some goods is; of a kind without a figure, that of the next wider kind."""
    wide = [kind]
    for _ in range(DEEP):
        for each in wide:
            number = reading.number(each, PER_TONNE)
            if number is not None:
                return number
        wide = [wider for each in wide for wider in reading.nodes(each, BROADER)]
    return None


def _kind(
    reading: Reading, consignment: NamedNode, kinds: frozenset[NamedNode]
) -> NamedNode | None:
    """The kind of a consignment, where it is one of some kinds or below it."""
    for kind in reading.nodes(consignment, KIND):
        wide = {kind}
        for _ in range(DEEP):
            if wide & kinds:
                return kind
            wide = {wider for each in wide for wider in reading.nodes(each, BROADER)}
    return None
