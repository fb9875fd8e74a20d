"""Entries of any sort, as hypothesis draws them, and short ways to make some by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from kb.lists.model import (
    KINDS,
    NAME_KINDS,
    Audit,
    Edition,
    Entry,
    Fact,
    Identifier,
    Link,
    Listing,
    Name,
    Profile,
)

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
MAYBE = st.just("") | WORDS
DAYS = st.sampled_from(
    ["", "1962", "1962-05", "1962~", "2018-03-30", "1958/1963", "../2001", "2018-13"]
)
STATES = st.sampled_from(["", "kp", "ye", "pa"])

NAMES = st.builds(Name, WORDS, st.sampled_from(NAME_KINDS), MAYBE, MAYBE, MAYBE)
IDENTIFIERS = st.builds(
    Identifier,
    st.sampled_from(["imo", "mmsi", "passport", "other"]),
    WORDS | st.sampled_from(["IMO 8518780", "8518780", "9074729", "8518781"]),
    MAYBE,
    STATES,
    DAYS,
    DAYS,
    MAYBE,
    st.booleans(),
)
FACTS = st.builds(
    Fact, st.sampled_from(["flag", "false-flag", "type"]), WORDS, MAYBE, STATES, DAYS, DAYS, MAYBE
)
LINKS = st.builds(
    Link, st.sampled_from(["owner", "parent"]), MAYBE, MAYBE, MAYBE, DAYS, DAYS, MAYBE
)
BASES = st.tuples(st.sampled_from(["2270", "1718", "1267"]), st.sampled_from(["", "12", "8(d)"]))
LISTINGS = st.builds(
    Listing,
    MAYBE,
    MAYBE,
    st.lists(BASES, max_size=3).map(tuple),
    st.lists(WORDS | st.just("asset freeze"), max_size=3).map(tuple),
    DAYS,
    st.lists(DAYS.filter(bool), max_size=3).map(tuple),
    DAYS,
    MAYBE,
    MAYBE,
)
ENTRIES = st.builds(
    Entry,
    WORDS,
    st.sampled_from(KINDS),
    st.lists(NAMES, min_size=1, max_size=12).map(tuple),
    st.lists(IDENTIFIERS, max_size=3).map(tuple),
    st.lists(FACTS, max_size=3).map(tuple),
    st.lists(LINKS, max_size=2).map(tuple),
    st.lists(LISTINGS, max_size=2).map(tuple),
    st.integers(0, 9),
)


def vessel(
    key: str,
    name: str,
    imo: str = "",
    listed: str = "2018-03-30",
    delisted: str = "",
    flag: str = "",
) -> Entry:
    """A ship on a list, with what most tests need of one."""
    return Entry(
        key=key,
        kind="vessel",
        names=(Name(name),),
        identifiers=(Identifier("imo", imo, "IMO"),) if imo else (),
        facts=(Fact("flag", flag, country=flag),) if flag else (),
        listings=(Listing("X", listed=listed, delisted=delisted, reference=key),),
    )


@dataclass(frozen=True)
class Made:
    """An importer of entries made by hand: the file only has to be there."""

    made: tuple[Entry, ...]
    day: str = "2024-01-01"
    series: str = "un"
    declared: int | None = None

    @property
    def profile(self) -> Profile:
        """A list of two to a hundred entries."""
        return Profile(
            self.series, f"List of {self.series}", f"org:{self.series}", "Free", "made", "-", 2, 100
        )

    def recognises(self, head: bytes, path: Path) -> bool:
        """No file is recognised."""
        return False

    def edition(self, path: Path) -> Edition:
        """The edition of its day."""
        return Edition(self.day, self.declared)

    def entries(self, path: Path, audit: Audit) -> Iterator[Entry]:
        """The entries."""
        yield from self.made
