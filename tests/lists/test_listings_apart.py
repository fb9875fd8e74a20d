"""An entry with several listings: one of them may end or begin, and the others stay what they were."""

from collections.abc import Iterator

import pytest

from kb.desk.base import KnowledgeBase
from kb.desk.lists import Wanted, enter
from kb.lists.model import Entry, Listing, Name
from kb.questions.formats import as_csv
from kb.store import MEMORY
from tests.lists.making import Made, vessel

OTHER = vessel("K9", "GREY TEAL")


def heron(*listings: Listing) -> Entry:
    """A ship under several listings."""
    return Entry("K1", "vessel", (Name("BLUE HERON"),), listings=listings)


ARMS = Listing("ARMS", "order 1", listed="2020-01-01", reference="R1")
OIL = Listing("OIL", "order 2", listed="2020-01-01", reference="R1")
OIL_TOO = Listing("OIL", "order 3", listed="2020-01-01", reference="R1")
COAL = Listing("COAL", "order 2", listed="2023-05-01", reference="R1")
ENDED = Listing("OIL", "order 2", listed="2020-01-01", delisted="2023-03-31", reference="R1")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    """Two editions; by the second, one of three listings of a ship had ended and a fourth begun between."""
    folder = tmp_path_factory.mktemp("editions")
    editions = (
        ("2023-01-01", (heron(ARMS, OIL, OIL_TOO), OTHER)),
        ("2024-01-01", (heron(ARMS, ENDED, OIL_TOO, COAL), OTHER)),
    )
    with KnowledgeBase.open(MEMORY, write=True) as made:
        for day, entries in editions:
            path = folder / day
            path.write_text(day)
            enter(made, Made(entries, day), Wanted(path))
        yield made


def stood(base: KnowledgeBase, question: str, day: str) -> list[str]:
    """Programme, provision and edition of each listing of the ship that counts on a day."""
    shown = as_csv(base.ask(question, {"as_of": day}))
    return [
        ",".join((*line.split(",")[4:6], line.split(",")[8].removeprefix("list:un/")))
        for line in shown.splitlines()
        if "BLUE HERON" in line
    ]


EXPECTED = {
    "2023-03-01": ["ARMS,order 1,2023-01-01", "OIL,order 2,2023-01-01", "OIL,order 3,2023-01-01"],
    "2023-04-01": ["ARMS,order 1,2023-01-01", "OIL,order 3,2023-01-01"],
    "2023-06-01": [
        "ARMS,order 1,2023-01-01",
        "COAL,order 2,2024-01-01",
        "OIL,order 3,2023-01-01",
    ],
    "2024-01-01": [
        "ARMS,order 1,2024-01-01",
        "COAL,order 2,2024-01-01",
        "OIL,order 3,2024-01-01",
    ],
}


@pytest.mark.parametrize("question", ["designated-vessels", "listed-parties"])
@pytest.mark.parametrize("day", sorted(EXPECTED))
def test_the_end_of_one_listing_leaves_the_others(base: KnowledgeBase, question: str, day: str):
    assert stood(base, question, day) == EXPECTED[day]
