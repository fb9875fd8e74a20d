"""What things share: identifiers that reports and lists give, and addresses that lists give."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, Triple

from kb.desk.exposure_lists import STATED, Listed
from kb.judge.case import PUBLISHED, PUBLISHER
from kb.judge.case_reading import Reading
from kb.judge.exposure import Edge, Said
from kb.lists.editions import Known
from kb.lists.graph import term
from kb.lists.party import own_imo, party_iri
from kb.namespaces import ID, KB
from kb.terms import text

SCHEMES = {
    "imo": "imoNumber",
    "company-imo": "imoCompanyNumber",
    "mmsi": "mmsi",
    "call-sign": "callSign",
    "lei": "lei",
    "tail-number": "tailNumber",
}
"""The identifiers of lists that reports give too, by the key of a report."""
WORDS = {"imo": "IMO number", "mmsi": "MMSI", "lei": "LEI", "company-imo": "IMO company number"}
NUMBER = NamedNode(KB + "imoNumber")
CROWD = 25
"""What more things share than this ties none of them."""
MANY = 4 * CROWD
"""How many places of one text in an edition are looked at."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An identifier or address of a thing, and who gives it."""

    scheme: str
    value: str
    said: Said
    note: str = ""

    @property
    def words(self) -> str:
        """The mark in words."""
        return f"{WORDS.get(self.scheme, self.scheme.replace('-', ' '))} {self.value}"


class Marks:
    """The identifiers and addresses of things, and who else has them."""

    def __init__(self, reading: Reading, listed: Listed) -> None:
        self.reading, self.listed = reading, listed
        self.crowded: set[str] = set()

    def edges(self, thing: str) -> Iterator[Edge]:
        """A tie to each thing with which one shares an identifier or address."""
        for mark in [*self._in_reports(thing), *self._in_lists(thing)]:
            others = [each for each in self._holders(mark) if each[0] != thing]
            if len({other for other, _ in others}) > CROWD:
                self.crowded.add(mark.words)
                continue
            kind = "address" if mark.scheme == "address" else "identifier"
            for other, theirs in others:
                one, two = sorted(((thing, mark), (other, theirs)), key=lambda pair: pair[0])
                yield Edge(
                    kind, one[0], two[0], f"is given the same {kind} as", STATED if
                    _by_lists(mark, theirs) else "stated", _both(one[1].said, two[1].said),
                    note="; ".join(dict.fromkeys(filter(None, (mark.words, one[1].note,
                                                               two[1].note)))),
                )  # fmt: skip

    def same_number(self, thing: str) -> list[str]:
        """The things that have the IMO number of a ship as their own, itself not among them."""
        node = NamedNode(thing)
        numbers = set(self.reading.texts(node, NUMBER))
        prefix = f"{ID}ship/imo-"
        if thing.startswith(prefix):
            numbers.add(thing.removeprefix(prefix))
        found = {f"{prefix}{number}" for number in numbers}
        for number in numbers:
            found |= {
                text(each.subject)
                for each in self.reading.store.match(None, NUMBER, Literal(number))
            }
        return sorted(each for each in found - {thing} if self._there(each))

    def _there(self, thing: str) -> bool:
        node = NamedNode(thing)
        return any(self.reading.store.match(node, None, None)) or any(
            True for _ in self.listed.entries(thing)
        )

    def _in_reports(self, thing: str) -> Iterator[Mark]:
        node = NamedNode(thing)
        for scheme, key in SCHEMES.items():
            for triple in sorted(
                self.reading.store.match(node, NamedNode(KB + key), None), key=str
            ):
                yield from self._of_report(scheme, triple)

    def _of_report(self, scheme: str, triple: Triple) -> Iterator[Mark]:
        for report in self.reading.reports(triple)[:1]:
            node = self.reading.node(report)
            publisher = self.reading.first(node, PUBLISHER)
            who = publisher.name if publisher else "its publisher"
            day = self.reading.text(node, PUBLISHED)
            yield Mark(scheme, text(triple.object), Said(who, "states", report, report, day))

    def _in_lists(self, thing: str) -> Iterator[Mark]:
        for edition, node, _ in self.listed.entries(thing):
            yield from self._of_entry(edition, node)

    def _of_entry(self, edition: Known, node: str) -> Iterator[Mark]:
        made, said = self.listed.entry(edition, node), self.listed.said(edition)
        for each in made.identifiers:
            false = "a number that the list calls false" if each.false else ""
            value = own_imo(made) if each.scheme == "imo" and not each.false else ""
            scheme = each.label or "other" if each.scheme == "other" else each.scheme
            yield Mark(scheme, value or each.value, said, false)
        for fact in made.facts:
            if fact.kind == "address" and any(char.isdigit() for char in fact.value):
                yield Mark("address", fact.value, said)

    def _holders(self, mark: Mark) -> Iterator[tuple[str, Mark]]:
        """Everything that has a mark, with who gives it."""
        key = SCHEMES.get(mark.scheme)
        if key:
            predicate = NamedNode(KB + key)
            found = self.reading.store.match(None, predicate, Literal(mark.value))
            for triple in sorted(islice(found, MANY), key=str):
                for made in self._of_report(mark.scheme, triple):
                    yield text(triple.subject), made
        for edition in self.listed.editions:
            found = self.reading.store.match(
                None, term("listText"), Literal(mark.value), graph=edition.iri
            )
            nodes = {text(each.subject).rpartition("/")[0] for each in islice(found, MANY)}
            for node in sorted(nodes):
                for made in self._of_entry(edition, node):
                    if (made.scheme, made.value) == (mark.scheme, mark.value):
                        entry = self.listed.entry(edition, node)
                        yield party_iri(edition.series, entry), made


def _by_lists(one: Mark, other: Mark) -> bool:
    return one.said.claim.startswith("list:") and other.said.claim.startswith("list:")


def _both(one: Said, other: Said) -> tuple[Said, ...]:
    return (one,) if one == other else (one, other)
