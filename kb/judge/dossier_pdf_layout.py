"""Runs broken into lines of a width, and the widths of the columns of a table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from kb.judge.dossier_runs import Run

Measure = Callable[[str], float]
"""The width of one character."""
NARROW = 0.25
"""The least share of an even part of the width that a column has, where there are more."""


def wrapped(runs: Iterable[Run], width: float, measure: Measure) -> list[list[Run]]:
    """Runs in lines no wider than a width: broken at spaces, and within a word that is wider.

    No character is left out, and every run that has an anchor keeps it in the first of its parts.
    """
    lines: list[list[tuple[int, str]]] = [[]]
    own = list(runs)
    used, space = 0.0, 0
    for number, run in enumerate(own):
        for character in run.text:
            line = lines[-1]
            used += measure(character)
            if used > width and line and character != " ":
                rest = line[space:] if space else []
                if space:
                    del line[space:]
                lines.append(rest)
                used = sum(measure(c) for _, c in rest) + measure(character)
                line, space = rest, 0
            line.append((number, character))
            if character == " ":
                space = len(line)
    return _merged(lines, own)


def _merged(lines: list[list[tuple[int, str]]], own: list[Run]) -> list[list[Run]]:
    made: list[list[Run]] = []
    told: set[int] = set()
    for line in lines:
        parts = []
        for number, group in groupby(line, key=itemgetter(0)):
            run = own[number]
            anchor = "" if number in told else run.anchor
            told.add(number)
            parts.append(replace(run, text="".join(c for _, c in group), anchor=anchor))
        made.append(parts)
    return made


def columns(cells: Sequence[Sequence[float]], width: float) -> list[float]:
    """The widths of columns, from what each cell of each column would take in one line.

    Columns that need less than an even share get what they need, at least a quarter of an even share; the
    others share the rest by the square roots of what they would take.
    """
    even = width / len(cells)
    wanted = [min(max([*column, even * NARROW]), width) for column in cells]
    if sum(wanted) <= width:
        return [each * width / sum(wanted) for each in wanted]
    small = [each if each <= even else 0.0 for each in wanted]
    wide = [0.0 if few else each**0.5 for few, each in zip(small, wanted, strict=True)]
    share = (width - sum(small)) / (sum(wide) or 1.0)
    return [few or each * share for few, each in zip(small, wide, strict=True)]
