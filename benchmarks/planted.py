"""A generated world with planted truths: reports, and what judging has to find in them.

The truths come from tables in this file (the paragraphs as adopted, ways by sea as pilots' tables have them)
and from how each plot is laid, never from the rules. Every plot has near misses: the day before a ban, the
other direction, a flag of another time, a faster ship, a chain that only looks like two sources.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from benchmarks.planted_reports import Teller

OPEN = date.max
KP, OTHERS = "country:KP", ("country:CN", "country:RU", "country:VN", "country:TH")


@dataclass(frozen=True, slots=True)
class Ban:
    """A paragraph: its days in force, the last day for what was agreed before, whether it caps a sum only."""

    paragraph: str
    start: date
    end: date = OPEN
    agreed: date | None = None
    capped: bool = False


MINERALS = Ban("2270-29", date(2016, 3, 2), date(2016, 11, 29))
SECOND = Ban("2321-26a", date(2016, 11, 30), date(2017, 8, 4))
CAP = Ban("2321-26b", date(2016, 11, 30), date(2017, 8, 4), capped=True)
LATER = date(2017, 9, 4)
FROM_KP = {
    "coal": (MINERALS, SECOND, CAP, Ban("2371-8", date(2017, 8, 5))),
    "iron-ore": (MINERALS, SECOND, Ban("2371-8", date(2017, 8, 5), agreed=LATER)),
    "lead": (Ban("2371-10", date(2017, 8, 5), agreed=LATER),),
    "seafood": (
        Ban("2371-9", date(2017, 8, 5), agreed=LATER),
        Ban("2397-6", date(2017, 12, 22), agreed=date(2018, 1, 21)),
    ),
    "sand": (Ban("2397-6", date(2017, 12, 22), agreed=date(2018, 1, 21)),),
    "statues": (Ban("2321-29", date(2016, 11, 30)),),
    "textiles": (Ban("2375-16", date(2017, 9, 11), agreed=date(2017, 12, 10)),),
    "copper": (Ban("2321-28", date(2016, 11, 30)),),
}
"""What North Korea may not export, by kind; narrower kinds have the bans of the wider."""
TO_KP = {"luxury-goods": (Ban("1718-8a-iii", date(2006, 10, 14)),)}
AT_SEA = Ban("2375-11", date(2017, 9, 11))
FLAG = (Ban("2270-20", date(2016, 3, 2)), Ban("2321-9", date(2016, 11, 30)))
"""No ship may be registered in North Korea."""


@dataclass(slots=True)
class Truth:
    """What is planted, by proposition or ship: potential breaches, sources, contradictions, warnings."""

    breaches: dict[str, dict[str, str]] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    contradictions: dict[str, frozenset[str]] = field(default_factory=dict)
    warnings: dict[str, frozenset[str]] = field(default_factory=dict)


Document = dict[str, Any]


def verdict(ban: Ban, first: date, last: date) -> str:
    """What a paragraph would say of something that happened on a day from the first to the last."""
    if last < ban.start or first > ban.end:
        return "would-not-be"
    sure = max(ban.start, ban.agreed + timedelta(1)) if ban.agreed else ban.start
    return "would-be" if first >= sure and last <= ban.end and not ban.capped else "could-be"


def dated(chance: random.Random, near: date) -> tuple[str, date, date]:
    """A time near a day in one of the forms that sources give, with its first and last day."""
    day = near + timedelta(chance.choice((-400, -40, -1, 0, 1, 20, 45, 400)))
    form = chance.randrange(6)
    if form == 1:
        after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return f"{day:%Y-%m}", day.replace(day=1), after - timedelta(1)
    if form == 2:
        return f"{day:%Y}", date(day.year, 1, 1), date(day.year, 12, 31)
    if form == 3:
        last = day + timedelta(chance.randrange(1, 30))
        return f"{day}/{last}", day, last
    if form == 4:
        return f"../{day}", date.min, day
    return f"{day}", day, day


def trade(tell: Teller, chance: random.Random, truth: Truth) -> None:
    """Goods from North Korea, or to it, near the day of a ban; some only denied, some the other way round."""
    out = chance.random() < 0.8
    kind, bans = chance.choice(sorted((FROM_KP if out else TO_KP).items()))
    time, first, last = dated(chance, chance.choice(bans).start)
    inside = chance.choice((KP, tell.trader(KP)))
    other = chance.choice(OTHERS)
    outside = chance.choice((other, tell.trader(other)))
    wrong = chance.random() < 0.2
    giver, taker = (inside, outside) if out != wrong else (outside, inside)
    event = tell.name()
    stance = chance.choice(("asserts", "alleges", "alleges", "denies", "doubts"))
    cargo = {"cargoKind": kind}
    told: Document = {"id": event, "type": chance.choice(("Transfer", "Sale")), "time": time}
    told |= {"supplier": giver, "recipient": taker, "cargo": cargo}
    if chance.random() < 0.1:
        del told["time"]
        first, last = date.min, date.max
    tell.report([told], [{"about": event, "stance": stance}])
    if stance in ("asserts", "alleges"):
        truth.sources[event] = 1
        if wrong:
            bans = _the_other_way(kind)
        truth.breaches[event] = {ban.paragraph: verdict(ban, first, last) for ban in bans}


def _the_other_way(kind: str) -> tuple[Ban, ...]:
    """Metals may not be sent to North Korea either, since December 2017."""
    metals = (Ban("2397-7", date(2017, 12, 22)),)
    return metals if kind in ("lead", "copper") else ()


def at_sea(tell: Teller, chance: random.Random, truth: Truth) -> None:
    """A transfer between ships, one of which flies North Korea's flag: as claimed, then, still, or not."""
    near, far = tell.ship(), tell.ship()
    time, first, last = dated(chance, AT_SEA.start)
    while first == date.min:  # An open start: she may still have had a flag of another time.
        time, first, last = dated(chance, AT_SEA.start)
    event, flag = tell.name(), tell.name("relation")
    tell.report(
        [{"id": event, "type": "ShipToShipTransfer", "vessel": near, "receivingShip": far, "time": time}],
        [{"about": event, "stance": "asserts"}],
    )  # fmt: skip
    case = chance.choice(("flies", "other", "before", "denied", "taken-back"))
    registered: Document = {"id": flag, "type": "FlagRegistration", "vessel": far, "flagState": KP}
    if case == "other":
        registered["flagState"] = "country:PA"
    since, until = date.min, date.max
    if case == "before":
        since, until = date(2009, 1, 1), date(2010, 12, 31)
        registered["time"] = "2009/2010"
    claim = {"about": flag, "stance": "denies" if case == "denied" else "asserts", "id": "#flag"}
    report = tell.report([registered], [claim])
    if case == "taken-back":
        speaker = tell.last_speaker
        tell.report([], [{"about": flag, "stance": "doubts", "claimant": speaker,
                          "withdraws": f"{report}#flag"}], describe=[registered])  # fmt: skip
        truth.contradictions[flag] = frozenset({"withdrawn"})
    truth.sources[event] = 1
    if case not in ("denied", "taken-back"):
        truth.sources[flag] = 1
    if case in ("flies", "before"):
        truth.breaches[flag] = {ban.paragraph: verdict(ban, since, until) for ban in FLAG}
    if case == "flies":
        truth.breaches[event] = {AT_SEA.paragraph: verdict(AT_SEA, first, last)}


def chain(tell: Teller, chance: random.Random, truth: Truth) -> None:
    """Papers that repeat one another up to four steps, or in a loop, and sources of their own beside them."""
    event = tell.name()
    told = {"id": event, "type": "PortCall", "vessel": tell.ship(), "portOfCall": "port:RUVVO"}
    length, alone = chance.randint(1, 4), chance.randint(0, 3)
    loop = length > 1 and chance.random() < 0.3
    names = [tell.next_report(ahead) for ahead in range(length)]
    for place, _ in enumerate(names):
        claim: Document = {"id": "#a", "about": event, "stance": "asserts"}
        if place or loop:
            claim["repeats"] = f"{names[place - 1]}#a"
        tell.report([told], [claim])
    for _ in range(alone):
        tell.report([told], [{"about": event, "stance": "alleges"}])
    truth.sources[event] = 1 + alone


def one_picture(tell: Teller, chance: random.Random, truth: Truth) -> None:
    """Up to four parties that rest on one picture, and some that have a picture of their own."""
    event = tell.name()
    told = {"id": event, "type": "PortCall", "vessel": tell.ship(), "portOfCall": "port:KPNJN"}
    shared, alone = chance.randint(2, 4), chance.randint(0, 2)
    picture = f"{tell.next_report(0)}#picture"
    for number in range(shared + alone):
        own = number >= shared
        made = {"id": "#picture", "name": "a picture", "evidenceKind": "imagery"}
        claim = {"about": event, "stance": "asserts", "restsOn": "#picture" if own else picture}
        tell.report([told], [claim], evidence=[made] if own or not number else [])
    truth.sources[event] = 1 + alone


def differing(tell: Teller, chance: random.Random, truth: Truth) -> None:
    """Two accounts of one shipment: another figure or destination, a denial, a correction; or agreement."""
    event = tell.name()
    base: Document = {
        "id": event,
        "type": "Shipment",
        "vessel": tell.ship(),
        "origin": "port:RUVVO",
    }
    one, other, claim, corrects = dict(base), dict(base), {}, ""
    case = chance.choice(
        ("figure", "same", "place", "within", "denied", "part", "corrected", "doubted")
    )
    if case in ("figure", "same"):
        least = chance.randrange(1000, 9000)
        for told, amount in ((one, least), (other, least + (500 if case == "figure" else 0))):
            told["cargo"] = {"cargoKind": "steel", "quantity": f"{amount} tonnes", "unit": "tonnes",
                             "quantityMin": amount, "quantityMax": amount}  # fmt: skip
    if case in ("place", "within"):
        one["destination"] = "port:CNDLC"
        other["destination"] = "port:VNHPH" if case == "place" else "country:CN"
    if case in ("denied", "part", "doubted"):
        claim = {"stance": "doubts" if case == "doubted" else "denies"}
        claim |= {"aspect": "origin"} if case == "part" else {}
    first = tell.report([one], [{"about": event, "stance": "asserts"}])
    corrects = first if case == "corrected" else ""
    tell.report([other], [{"about": event, "stance": "alleges", **claim}], corrects=corrects)
    kinds = {"figure": "other-figure", "place": "other-destination", "denied": "denied",
             "part": "denied-part", "corrected": "corrected", "doubted": "doubted"}  # fmt: skip
    truth.sources[event] = 1 if claim else 2
    if case in kinds:
        truth.contradictions[event] = frozenset({kinds[case]})


PACE = {"tanker": (12, 20), "container ship": (7, 12)}
"""Days too few and enough from Vladivostok to Alexandria, about 7,900 nautical miles by Suez, by type."""


def voyage(tell: Teller, chance: random.Random, truth: Truth) -> None:
    """Two calls of one ship far apart: too soon, just late enough, on one day, before she was built."""
    kind = chance.choice(sorted(PACE))
    few, enough = PACE[kind]
    case = chance.choice(("soon", "late", "same-day", "unbuilt", "month"))
    start = date(chance.randint(2012, 2022), chance.randint(1, 11), chance.randint(1, 28))
    if case == "month":
        start = start.replace(day=1)
    days = {"soon": chance.randint(2, few - 1), "same-day": 0}.get(
        case, enough + chance.randint(0, 9)
    )
    built = start.year + 1 if case == "unbuilt" else chance.randint(1990, start.year)
    ship = tell.ship(shipType=kind, built=str(built))
    first = f"{start:%Y-%m}" if case == "month" else str(start)
    for place, time in (("port:RUVVO", first), ("port:EGALY", str(start + timedelta(days)))):
        event = tell.name()
        call = {"id": event, "type": "PortCall", "vessel": ship, "portOfCall": place, "time": time}
        tell.report([call], [{"about": event, "stance": "asserts"}])
        truth.sources[event] = 1
    found = {"soon": "speed", "same-day": "two-places", "unbuilt": "not-built"}.get(case)
    if found:
        truth.warnings[ship] = frozenset({found})


def noise(tell: Teller, chance: random.Random, truth: Truth) -> None:
    """A sale between other states: nothing to find."""
    event = tell.name()
    seller, buyer = chance.sample(OTHERS, 2)
    told = {"id": event, "type": "Sale", "supplier": seller, "recipient": buyer,
            "time": dated(chance, date(2017, 9, 1))[0], "cargo": {"cargoKind": "coal"}}  # fmt: skip
    tell.report([told], [{"about": event, "stance": "alleges"}])
    truth.sources[event] = 1


PLOTS: tuple[Callable[[Teller, random.Random, Truth], None], ...] = (
    trade, trade, trade, at_sea, chain, one_picture, differing, voyage, noise,
)  # fmt: skip


def planted(count: int, seed: int, truth: Truth) -> Iterator[Document]:
    """At least `count` reports, the same for the same seed; the truth is filled in as they come."""
    chance, tell, given = random.Random(seed), Teller(), 0
    while given < count:
        chance.choice(PLOTS)(tell, chance, truth)
        made = tell.taken()
        given += len(made)
        yield from made
