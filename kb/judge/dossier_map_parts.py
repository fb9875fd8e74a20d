"""What a map of a dossier shows: places with their positions, and claimed ways between them."""

from dataclasses import dataclass

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of propositions, where it lies if that is known, and the numbers of the propositions."""

    id: str
    name: str
    point: Point | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """From where to where a proposition claims that something went, and how far that is.

    `points` is the way as it is drawn: reckoned along sea lanes where `by_sea`, else the straight line.
    No report gives it. It is empty where an end has no known position.
    """

    number: int
    start: Spot
    end: Spot
    miles: float | None
    by_sea: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Geography:
    """Every place and way of a dossier's propositions."""

    spots: tuple[Spot, ...] = ()
    ways: tuple[Way, ...] = ()
