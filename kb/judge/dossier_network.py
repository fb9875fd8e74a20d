"""The network of a dossier: who is claimed to be tied to whom, as an SVG picture and a table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.judge.case_parts import Value
from kb.judge.dossier import Dossier, Matter
from kb.judge.dossier_drawing import (
    LINES,
    Box,
    Room,
    Spot,
    around,
    badge,
    badge_box,
    framed,
    group,
    label,
    legend,
    short,
)
from kb.judge.dossier_naming import cited, who
from kb.judge.dossier_network_layout import laid_out
from kb.judge.dossier_page import (
    Block,
    Cell,
    Drawing,
    Heading,
    Jump,
    Notes,
    Status,
    Table,
    Who,
    Words,
    cell,
)

MOST = 40
"""How many parties and propositions the picture shows."""
TIES = (
    "owner", "owned", "manager", "managed", "charterer", "insurer", "flagState", "classSociety",
    "crewProvider", "holder", "organization", "supplier", "recipient", "consignor", "consignee", "carrier",
    "broker", "vessel", "receivingShip", "usingAircraft", "participant", "actor", "host", "visitor",
    "designated", "fromFlag", "toFlag", "falseFlag", "entity", "sameAs",
)  # fmt: skip
"""The parts of propositions in which parties and ships stand."""
WIDTH = 760.0
DOT = '<circle cx="{:.1f}" cy="{:.1f}" r="6" fill="#ffffff" stroke="#1a1a1a" stroke-width="1.5"/>'
TITLE = "Network of the parties and ships that propositions tie to one another"
TEXT = (
    "Names are parties and ships; numbers are propositions, each joined to those that are said to have a "
    "part in it. Every line is drawn as claimed. The table below says the same in words."
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A part that somebody is claimed to have in a proposition."""

    matter: Matter
    part: str
    party: Value


def network(found: Dossier, notes: Notes) -> Iterator[Block]:
    """The picture and its table; nothing where no proposition ties two parties."""
    tied = [ties for ties in (_ties(each, found) for each in found.matters) if len(ties) > 1]
    if not tied:
        return
    yield Heading(2, "Who is tied to whom", "network")
    shown = _chosen(tied)
    left = len(tied) - len(shown)
    more = f" Of {len(tied)} propositions {left} are left out: the table has them." if left else ""
    if shown:
        svg, words = _drawn(shown, {each.name for each in found.named.values()})
        yield Drawing(TITLE, TEXT + more, svg, words)
    yield Table(
        "Ties, as claimed, and by whom",
        ("No.", "Status", "Who has which part", "Who claims or denies it"),
        tuple(_row(each, notes) for each in tied),
    )


def _ties(matter: Matter, found: Dossier) -> list[Tie]:
    """The parties of a proposition; what is itself a proposition is none."""
    return [
        Tie(matter, role.label, value)
        for key in TIES
        for role in matter.why.case.roles
        if role.key == key
        for value in role.values
        if value.id and value.id not in found.named
    ]


def _row(ties: list[Tie], notes: Notes) -> tuple[Cell, ...]:
    of, number = ties[0].matter.named, ties[0].matter.number
    parts = [p for each in ties for p in ("; ", f"{each.part}: ", Words(each.party.text))][1:]
    return (
        cell(Jump(str(number), f"p{number}")),
        cell(Status(of)),
        cell(*parts),
        cell(Who(of, who(of.claims)), *cited(of, notes)),
    )


def _chosen(tied: Iterable[list[Tie]]) -> list[list[Tie]]:
    """As many propositions, in their order, as the picture has room for with all their parties."""
    names: set[str] = set()
    chosen: list[list[Tie]] = []
    for ties in tied:
        wanted = names | {each.party.id for each in ties} | {f"#{ties[0].matter.number}"}
        if len(wanted) <= MOST:
            names = wanted
            chosen.append(ties)
    return chosen


def _drawn(tied: list[list[Tie]], forbidden: set[str]) -> tuple[str, tuple[str, ...]]:
    """The picture, and the words in it."""
    parties = {each.party.id: each.party.text for ties in tied for each in ties}
    edges = dict.fromkeys(
        (f"#{each.matter.number}", each.party.id, group(each.matter.named.status))
        for ties in tied
        for each in ties
    )
    nodes = [*sorted(parties), *(f"#{ties[0].matter.number}" for ties in tied)]
    high = 300.0 + 7 * len(nodes)
    at = laid_out(nodes, [edge[:2] for edge in edges], WIDTH, high)
    room = Room((2, 2, WIDTH - 2, high - 2))
    lines = []
    for one, other, how in edges:
        (a, b), (c, d) = at[one], at[other]
        lines.append(f'<path d="M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" fill="none" {LINES[how]}/>')
        room.keep_off([(a + (c - a) * n / 20, b + (d - b) * n / 20) for n in range(21)])
    badges = [_number(ties[0].matter, at, room) for ties in tied]
    dots = [DOT.format(*at[each]) for each in sorted(parties)]
    room.taken += [(x - 7, y - 7, x + 7, y + 7) for x, y in (at[each] for each in sorted(parties))]
    texts = _names(parties, at, room, forbidden)
    hows = [how for *_, how in edges]
    body = [*lines, *dots, *badges, *(label(*each) for each in texts), *legend(hows, high + 14)]
    size = (WIDTH, high + 6 + 20 * len(set(hows)))
    return framed("n", size, TITLE, TEXT, body), tuple(text for _, text in texts)


def _number(matter: Matter, at: Mapping[str, Spot], room: Room) -> str:
    """The mark of a proposition."""
    text = str(matter.number)
    box = badge_box(at[f"#{text}"], text)
    room.taken.append(box)
    return badge(box, text, group(matter.named.status))


def _names(
    parties: Mapping[str, str], at: Mapping[str, Spot], room: Room, forbidden: set[str]
) -> list[tuple[Box, str]]:
    """The names of parties where they fit, else identifiers or numbers; a proposition's name never."""
    texts: list[tuple[Box, str]] = []
    for number, each in enumerate(sorted(parties), 1):
        plain = not any(name and name in parties[each] for name in forbidden)
        for text in (short(parties[each]), short(each)) if plain else (f"({number})",):
            box = room.take(around(at[each], text, 9))
            if box:
                texts.append((box, text))
                break
    return texts
