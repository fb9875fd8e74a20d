"""How fast ships of a type go at most, as far as a table of service speeds tells.

Source: C. B. Barrass and D. R. Derrett, Ship Stability for Masters and Mates, table "Ship types and general
characteristics" (service speeds in knots by type of ship; page seen at
https://online.flipbuilder.com/ekxp/lzjw/files/basic-html/page11.html). To the upper end of each range are
added 4 knots, for a ship pressed hard with wind and current behind her. Warships are not in that table; 40
knots is general knowledge.
"""

from dataclasses import dataclass

MARGIN = 4.0
"""What is added to the service speed of a type, in knots."""
TABLE = "Barrass and Derrett, Ship Stability for Masters and Mates, table of ship types"


@dataclass(frozen=True, slots=True)
class Speed:
    """The highest plausible speed of a type of ship in knots, and what it rests on."""

    kind: str
    knots: float
    source: str


def _served(kind: str, service: float) -> Speed:
    return Speed(
        kind,
        service + MARGIN,
        f"{TABLE}: service speed up to {service:g} knots; {MARGIN:g} added",
    )


SPEEDS: tuple[tuple[tuple[str, ...], Speed], ...] = (
    (("gas carrier", "lng", "lpg", "gas tanker"), _served("gas carrier", 20.75)),
    (
        ("warship", "naval", "navy", "frigate", "destroyer", "corvette", "patrol"),
        Speed("warship", 40.0, "general knowledge, no page"),
    ),
    (("container",), _served("container ship", 28.0)),
    (("ro-ro", "roro", "roll-on", "ferry", "vehicle", "car carrier"), _served("ro-ro", 24.0)),
    (("passenger", "cruise", "liner"), _served("passenger ship", 30.0)),
    (("tanker", "vlcc", "oil carrier"), _served("tanker", 15.75)),
    (("bulk", "ore carrier", "collier"), _served("bulk carrier", 15.5)),
    (("general cargo", "cargo ship", "freighter", "multi-purpose"), _served("general cargo", 16.0)),
)
"""Words of a ship's type and the speed that they stand for; the first that fits."""
ANY = Speed(
    "ship of unknown type",
    34.0,
    f"{TABLE}: the fastest merchant ships there, passenger liners, 30 knots; {MARGIN:g} added",
)
"""For a ship whose type no report gives, or whose type is not in the table."""


def fastest(types: tuple[str, ...]) -> Speed:
    """The highest plausible speed for the types that reports give a ship: the fastest of them."""
    found = [_of(each) for each in types]
    return max(found, key=lambda each: each.knots, default=ANY)


def _of(words: str) -> Speed:
    folded = words.casefold()
    for names, speed in SPEEDS:
        if any(name in folded for name in names):
            return speed
    return ANY
