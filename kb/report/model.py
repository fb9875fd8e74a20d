"""A report as it was read: its triples, where each stands in the file, and the text it quotes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import Triple

from kb.errors import Problem
from kb.report.tree import Place


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand in a file: a subject, and a subject's property (by IRI)."""

    subjects: Mapping[str, Place] = field(default_factory=dict)
    properties: Mapping[tuple[str, str], Place] = field(default_factory=dict)

    def find(self, subject: str, predicate: str | None = None) -> Place | None:
        """The place of the property on the subject, else of the subject, else None."""
        exact = self.properties.get((subject, predicate)) if predicate else None
        return exact or self.subjects.get(subject)


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its IRI (which names its graph), all its triples, and how to find them in the file.

    `triples` hold everything that the file says, drafts and rejected claims among them, with what is
    derived from it (bounds of dates, quotes, hash and length of the text). `text` is None where the
    text is not at hand; the passages are then unverified.
    """

    iri: str
    file: str
    triples: tuple[Triple, ...]
    places: Places
    text: str | None

    def problem(
        self, subject: str, predicate: str | None, message: str, remedy: str = ""
    ) -> Problem:
        """A problem with the thing, at its place in the file."""
        place = self.places.find(subject, predicate)
        return Problem(
            self.file, place.line if place else 0, place.column if place else 0, message, remedy
        )
