"""A day by one of the four clocks: what a view of the base is asked for by, and how it is named."""

from dataclasses import dataclass
from datetime import date

from kb.errors import BadInput
from kb.when import BadDate, parse

CLOCKS = {
    "event": ("by what had happened", "had happened"),
    "said": ("by what was said", "was said"),
    "published": ("by publication", "was published"),
    "recorded": ("by what was recorded in the base", "was recorded"),
}
"""Each clock with the words that name it, and what had been done by it."""
USUAL = "published"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The end of a day by a clock."""

    day: date
    clock: str = USUAL

    @property
    def words(self) -> str:
        """The view in words, such as "As of 2023-10-18, by publication"."""
        return f"As of {self.day.isoformat()}, {CLOCKS[self.clock][0]}"

    @property
    def nothing(self) -> str:
        """What is told where the view is empty."""
        return f"{self.words}: nothing in the base {CLOCKS[self.clock][1]} by then."


def day_of(text: str, option: str = "--as-of") -> date:
    """The last day of a date that somebody typed, such as 2023 or 2023-08; raises BadInput."""
    try:
        found = parse(text).latest
    except BadDate as error:
        raise BadInput(f"{option} {text}: {error} Write a date such as 2023-08-01.") from None
    if found is None:
        raise BadInput(f"{option} {text} has no such day. Write a date such as 2023-08-01.")
    return found
