"""A port, facility or place of the reference data, and the earth that it lies on."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from kb.namespaces import ID

EARTH = 3440.0647948
"""The mean radius of the earth in nautical miles."""

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a place, and the language it is in where that is said."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A port, facility or other place: identifier, names, code, state and position where known.

    Each stands once in the gazetteer, so that two are equal only where they are one.
    """

    iri: str
    id: str
    kind: str
    name: str
    others: tuple[Name, ...]
    code: str = ""
    state: str = ""
    state_name: str = ""
    point: Point | None = None
    part_of: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the main one first."""
        return (self.name, *(other.text for other in self.others))

    @property
    def title(self) -> str:
        """The name with its state, as a person would say it."""
        return f"{self.name}, {self.state_name}" if self.state_name else self.name


def iri_of(short: str) -> str:
    """The IRI of an identifier as it is typed, such as `port:KPNJN`."""
    return ID + short.replace(":", "/", 1)


def great_circle(start: Point, end: Point) -> float:
    """The length in nautical miles of the shortest line over the globe between two points."""
    (east, north), (far_east, far_north) = start, end
    up, across = radians(far_north - north), radians(far_east - east)
    part = sin(up / 2) ** 2 + cos(radians(north)) * cos(radians(far_north)) * sin(across / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(part)))


def length(points: Iterable[Point]) -> float:
    """The length in nautical miles of a line through the points."""
    return sum(great_circle(a, b) for a, b in pairwise(points))
