"""Entities of FollowTheMoney as JSON lines: any file that OpenSanctions, Aleph or `ftm` writes.

Sanctions, documents, addresses and ties are entities of their own there, anywhere in the file. The file
is read twice: first for those, which wait in a temporary database, then for the parties that they speak
of. Entities that stand inside of others are read too. The followthemoney package is not needed.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from kb.lists import ftm_words as words
from kb.lists.ftm_edges import Edges
from kb.lists.ftm_entry import entry, keep, report_unmet
from kb.lists.ftm_json import Reader, objects
from kb.lists.model import Audit, Edition, Entry, Profile

BEGINS = re.compile(
    rb'^(?:\xef\xbb\xbf)?\s{0,99}\{[^\n]{0,60000}?"schema"\s?:\s?"[A-Z][A-Za-z]{2,40}"'
)
SCHEMA = re.compile(rb'"schema"\s*:\s*"(?:' + "|".join(sorted(words.LINKED)).encode() + rb')"')


def profile(form: str) -> Profile:
    """The metadata of FollowTheMoney data in one of its forms; the terms are those of the publisher."""
    return Profile(
        name="ftm",
        title="FollowTheMoney entities",
        authority="org:opensanctions",
        licence="that of the publisher; OpenSanctions: CC BY-NC 4.0",
        format_version=form,
        homepage="https://followthemoney.tech/",
        fewest=1,
        most=50_000_000,
    )


class FtmEntities:
    """Imports FollowTheMoney entities from JSON lines."""

    profile = profile("JSON lines")

    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether the first line begins as a JSON object with a schema."""
        return bool(BEGINS.search(head)) and b'"properties"' in head

    def edition(self, path: Path) -> Edition:
        """The title alone: entities say neither a date of edition nor their number."""
        next(objects(path), None)
        return Edition(title=self.profile.title)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """Every party of the file. Raises `BadInput` with the line that is no entity."""
        with Edges() as edges:
            apart = _Lines()
            for line in objects(path, lambda _, raw: SCHEMA.search(raw) is not None):
                place, own = f"{path}:{line.number}", Audit()
                things = [t for t in Reader(place, line, own).things() if t.schema in words.LINKED]
                for thing in things:
                    keep(thing, edges, place, audit)
                if _linked(line.value):
                    apart.add(line.number)
                    audit.join(own)
            for line in objects(path, lambda number, _: number not in apart):
                place = f"{path}:{line.number}"
                for thing in Reader(place, line, audit).things():
                    if thing.schema in words.KINDS:
                        edges.see(thing.key, line.number)
                        yield entry(thing, edges, place, audit)
                    elif thing.schema not in words.LINKED or _linked(line.value):
                        audit.miss(thing.schema)
            report_unmet(edges, audit)
            for key, first, last in edges.twice():
                audit.odd(f"{path}:{last}: {key} stands at line {first} too.")


class _Lines:
    """A set of line numbers, one bit each."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, number: int) -> None:
        missing = (number >> 3) + 1 - len(self._bits)
        if missing > 0:
            self._bits.extend(bytes(max(missing, 4096)))
        self._bits[number >> 3] |= 1 << (number & 7)

    def __contains__(self, number: int) -> bool:
        place = number >> 3
        return place < len(self._bits) and bool(self._bits[place] >> (number & 7) & 1)


def _linked(value: object) -> bool:
    return isinstance(value, dict) and value.get("schema") in words.LINKED
