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
from kb.lists.ftm_entry import entry, keep
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
            for line, found in objects(path, SCHEMA):
                place = f"{path}:{line}"
                for thing in Reader(place, line, Audit()).things(found):
                    if thing.schema in words.LINKED:
                        keep(thing, edges, place, audit)
            for line, found in objects(path):
                place = f"{path}:{line}"
                for thing in Reader(place, line, audit).things(found):
                    if thing.schema in words.KINDS:
                        edges.see(thing.key, line)
                        yield entry(thing, edges, place, audit)
                    elif thing.schema not in words.LINKED:
                        audit.miss(thing.schema)
            for key, first, last in edges.twice():
                audit.oddities.append(f"{path}:{last}: {key} stands at line {first} too.")
