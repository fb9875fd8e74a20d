"""Three editions of two fictional lists, beside the reports of `tests/queries/given`."""

from pathlib import Path

from kb.desk.base import KnowledgeBase
from kb.desk.lists import Wanted, enter
from kb.lists.model import Entry, Fact, Identifier, Link, Listing, Name
from tests.lists.making import Made

HERON, KNOT, TERN = "9000003", "9000015", "9000027"


def _ship(key: str, names: tuple[Name, ...], imo: str, *parts: object) -> Entry:
    def of(kind: type) -> tuple[object, ...]:
        return tuple(each for each in parts if isinstance(each, kind))

    numbers = (Identifier("imo", imo, "IMO number"),) if imo else ()
    return Entry(
        key,
        "vessel",
        names,
        numbers + of(Identifier),  # type: ignore[arg-type]
        of(Fact),  # type: ignore[arg-type]
        of(Link),  # type: ignore[arg-type]
        of(Listing),  # type: ignore[arg-type]
    )


def _heron(delisted: str) -> Entry:
    return _ship(
        "UN-1",
        (Name("BLUE HERON"), Name("RED EGRET", "former")),
        HERON,
        Fact("flag", "Palau", country="pw"),
        Link("owner", "NORTHERN TANKERS", "UN-9"),
        Listing(
            "DPRK",
            "paragraph 12 of resolution 2270",
            (("2270", "12"),),
            ("asset freeze",),
            "2022-06-01",
            delisted=delisted,
            reference="UN-1",
        ),
    )


COMPANIES = (
    Entry(
        "UN-9",
        "organization",
        (Name("NORTHERN TANKERS"),),
        links=(Link("parent", key="UN-10"),),
        listings=(Listing("DPRK", listed="2022-06", reference="UN-9"),),
    ),
    Entry("UN-10", "organization", (Name("Holding One"),), listings=(Listing("DPRK"),)),
)
EARLY = (
    _heron(""),
    _ship(
        "UN-2",
        (Name("RED KNOT"),),
        KNOT,
        Fact("flag", "Cambodia", country="kh"),
        Listing("DPRK", listed="2022-12-01", measures=("asset freeze", "de-flagging")),
    ),
    _ship("UN-3", (Name("OLD CURLEW"),), "", Listing("DPRK", listed="2021-05")),
    *COMPANIES,
)
LATE = (
    _heron("2024-02-01"),
    _ship(
        "UN-2",
        (Name("GREEN KNOT"), Name("RED KNOT", "former")),
        KNOT,
        Fact("flag", "Panama", country="pa", since="2023-06-01"),
        Listing("DPRK", listed="2022-12-01", measures=("asset freeze", "de-flagging")),
    ),
    _ship("UN-4", (Name("WHITE TERN"),), TERN, Listing("DPRK", listed="2023-05-05")),
    *COMPANIES,
)
OTHER = (
    _ship(
        "111",
        (Name("RED KNOT"), Name("СЕРЫЙ КУЛИК", "alias", "Cyrl")),
        KNOT,
        Identifier("imo", "9000039", "shown falsely", false=True),
        Link("linked-to", "Northern Tankers", label="Linked To"),
        Listing("DPRK4", "Executive Order 13810"),
    ),
    _ship("112", (Name("GREY TEAL"),), "", Listing("DPRK4", listed="2024-01-10")),
    Entry("113", "person", (Name("Pat Doe"),), listings=(Listing("DPRK4", listed="2020"),)),
)


def load(base: KnowledgeBase, folder: Path) -> None:
    """Loads the three editions."""
    for series, day, entries in (
        ("un", "2023-01-01", EARLY),
        ("un", "2024-03-01", LATE),
        ("ofac", "2024-02-01", OTHER),
    ):
        path = folder / f"{series}-{day}"
        path.write_text(f"{series} {day}")
        enter(base, Made(entries, day, series), Wanted(path))
