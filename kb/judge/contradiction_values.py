"""Reports that describe one proposition differently: other figures, places, parties."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from kb.judge.case_parts import Case, Figure, Role
from kb.judge.case_reading import Reading
from kb.judge.contradiction_words import Contradiction, Side, spoken
from kb.namespaces import KB

MOST = 3
"""How many claims of one side are quoted."""
PAIRS = 20
"""How many pairs of figures are told."""
WORDS = frozenset({"description", "note", "title", "topic", "endUse", "cargo", "time"})
"""Keys whose values are prose or have no name of their own; a proposition has one time in all reports."""
QUANTITY = {"cargo", "quantity", "quantityText", "quantityMin", "quantityMax"}
"""Parts of a proposition that a figure belongs to."""
UNKNOWN = KB + "unknown"


def differences(reading: Reading, case: Case) -> Iterator[Contradiction]:
    """Every role and figure on which the reports of a case do not agree."""
    for role in case.roles:
        if role.key not in WORDS:
            yield from _role(reading, case, role)
    yield from _figures(case)


def _role(reading: Reading, case: Case, role: Role) -> Iterator[Contradiction]:
    """Two accounts of one role that have no value in common."""
    accounts: dict[str, list[str]] = defaultdict(list)
    values = {value.id or value.text: value for value in role.values}
    for key, value in values.items():
        for report in value.reports:
            if key != "unknown":
                accounts[report].append(key)
    grouped: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for report in sorted(accounts):
        grouped[tuple(sorted(accounts[report]))].append(report)
    clashing = [pair for pair in combinations(sorted(grouped), 2) if _clash(reading, *pair)]
    told = sorted({each for pair in clashing for each in pair})
    if told:
        yield Contradiction(
            kind=f"other-{role.key}",
            about=f"{role.label}: {len(told)} accounts that exclude one another",
            sides=tuple(
                _side(
                    case, " and ".join(values[key].text for key in each), grouped[each], {role.key}
                )
                for each in told
            ),
            note=_same(case, [grouped[each] for each in told]),
        )


def _clash(reading: Reading, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether no value of one account can be a value of the other."""
    return not any(_agree(reading, a, b) for a in one for b in other)


def _agree(reading: Reading, one: str, other: str) -> bool:
    """Whether two values can be one thing: the same, or a place and what it lies in, or one has no name."""
    if one == other:
        return True
    if ":" not in one or ":" not in other:
        return one.casefold() == other.casefold()
    a, b = reading.node(one), reading.node(other)
    if reading.unnamed(a) or reading.unnamed(b):
        return True
    return reading.within(a, b) or reading.within(b, a)


def _side(case: Case, holds: str, reports: list[str], parts: set[str]) -> Side:
    """One account, with the claims of its reports that speak of the whole or of this part of it."""
    every = list(case.of(tuple(reports)))
    speak = [
        each
        for each in every
        if not each.aspects or parts & {part.iri.rpartition("#")[2] for part in each.aspects}
    ]
    claims = [each for each in speak if each.supports] or speak or every
    return Side(holds, tuple(spoken(each) for each in claims[:MOST]), max(len(claims) - MOST, 0))


def _same(case: Case, reports: list[list[str]]) -> str:
    """Whether one and the same party stands on more than one side."""
    sides = [
        {(each.principal.iri, each.principal.name) for each in case.of(tuple(names))}
        for names in reports
    ]
    both = {each for a, b in combinations(sides, 2) for each in a & b if each[0] != UNKNOWN}
    names = ", ".join(sorted(name for _, name in both))
    return f"{names} stands on more than one side: a correction or a slip." if names else ""


def _figures(case: Case) -> Iterator[Contradiction]:
    """Figures for the same goods, or in the same unit, that differ from report to report."""
    found = 0
    for one, other in combinations(case.figures, 2):
        if set(one.reports) & set(other.reports) or not _comparable(one, other):
            continue
        degree = _degree(one, other)
        if degree and found < PAIRS:
            found += 1
            yield Contradiction(
                kind="other-figure",
                about=f"{_goods(one)}: {degree}",
                sides=tuple(
                    _side(case, _shown(each), list(each.reports), QUANTITY) for each in (one, other)
                ),
                note=_same(case, [list(one.reports), list(other.reports)]),
            )


def _comparable(one: Figure, other: Figure) -> bool:
    if one.unit and other.unit:
        return one.unit.casefold() == other.unit.casefold()
    return bool(set(one.kinds) & set(other.kinds)) or not (one.kinds and other.kinds)


def _degree(one: Figure, other: Figure) -> str:
    """How two figures differ; "" where they are the same."""
    if (one.least, one.most) == (other.least, other.most):
        numbers = one.least is not None or one.most is not None
        same = numbers or one.text.casefold() == other.text.casefold()
        return "" if same else "the figures are put differently"
    low = _above(one.least, other.most) or _above(other.least, one.most)
    return "the figures exclude one another" if low else "the figures differ, and both may hold"


def _above(least: float | None, most: float | None) -> bool:
    return least is not None and most is not None and least > most


def _goods(figure: Figure) -> str:
    return ", ".join(figure.kinds) or figure.unit or "quantity"


def _shown(figure: Figure) -> str:
    """The words of the source, and the bounds where they say more than one number."""
    if figure.least == figure.most and figure.least is not None:
        return figure.text or f"{figure.least:,g} {figure.unit}".strip()
    bounds = (
        f"at least {figure.least:,g}" if figure.least is not None else "",
        f"at most {figure.most:,g}" if figure.most is not None else "",
    )
    told = " and ".join(filter(None, bounds))
    return f"{figure.text} ({told})" if figure.text and told else figure.text or told
