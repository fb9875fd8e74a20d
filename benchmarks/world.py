"""A synthetic world: any number of reports with claims, the same for the same seed.

Each report is a report file's own document (the JSON-LD of `kb.report`), so that what is measured is
the real path. Ships, ports, organisations and shared events recur across reports as they do in life.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

STANCES = ("asserts", "alleges", "alleges", "denies", "doubts", "confirms", "expects")
PORTS = ("port:KPNAM", "port:KPNJN", "port:RUVVO", "port:RUNJK", "port:KPCHO", "port:KPWON")
STATES = ("country:KP", "country:RU", "country:CN", "country:SY", "country:EG", "country:IR")
SHIPS = 5_000
AGENTS = 2_000


def documents(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """`count` report documents."""
    chance = random.Random(seed)
    for number in range(count):
        yield _report(number, chance)


def write(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Report files of the world in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, document in enumerate(documents(count, seed)):
        path = folder / f"report-{number:06d}.json"
        path.write_text(json.dumps(document))
        paths.append(path)
    return paths


def _imo(number: int) -> str:
    """A valid IMO number: six digits and the check digit."""
    digits = f"{900_000 + number:06d}"
    check = sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=True))
    return digits + str(check % 10)


def _ship(number: int) -> dict[str, Any]:
    return {
        "id": f"ship:s{number}",
        "type": "Ship",
        "name": f"Vessel {number}",
        "imoNumber": _imo(number),
    }


def _agent(number: int) -> dict[str, Any]:
    return {"id": f"org:a{number}", "type": "Organization", "name": f"Agency {number}"}


def _event(name: str, ship: int, day: date, chance: random.Random) -> dict[str, Any]:
    kind = chance.choice(("ArmsTransfer", "Voyage", "PortCall", "ShipToShipTransfer"))
    made: dict[str, Any] = {
        "id": name,
        "type": kind,
        "time": day.isoformat()[: chance.choice((7, 10))],
    }
    if kind == "ArmsTransfer":
        made["supplier"], made["recipient"] = chance.sample(STATES, 2)
        made["cargo"] = {"cargoKind": "ammunition", "quantity": "several hundred containers"}
    elif kind == "Voyage":
        made["vessel"] = f"ship:s{ship}"
        made["origin"], made["destination"] = chance.sample(PORTS, 2)
    elif kind == "PortCall":
        made["vessel"], made["portOfCall"] = f"ship:s{ship}", chance.choice(PORTS)
    else:
        made["vessel"], made["receivingShip"] = f"ship:s{ship}", f"ship:s{(ship + 1) % SHIPS}"
    return made


def _claim(
    number: int, quote: str, agents: list[int], day: date, chance: random.Random
) -> dict[str, Any]:
    return {
        "id": f"#c{number}",
        "status": "accepted",
        "reviewer": "A. Analyst",
        "reviewed": (day + timedelta(days=2)).isoformat(),
        "claimant": f"org:a{agents[number % 2]}",
        "stance": chance.choice(STANCES),
        "about": "#e0" if number < 2 else "#e1",
        "said": day.isoformat(),
        "passage": {"quote": quote},
    }


def _report(number: int, chance: random.Random) -> dict[str, Any]:
    day = date(2016, 1, 1) + timedelta(days=number % 3600)
    ship = chance.randrange(SHIPS)
    agents = chance.sample(range(AGENTS), 3)
    sentences = [f"Claim {number}-{each} of the world was made on that day." for each in range(3)]
    claims = [
        _claim(each, sentences[each], agents, day, chance) for each in range(chance.randint(1, 3))
    ]
    events = [_event(f"#e{n}", ship, day, chance) for n in range(2 if len(claims) == 3 else 1)]
    return {
        "id": f"report:world-{number:06d}",
        "title": f"Report {number}",
        "publisher": f"org:a{agents[2]}",
        "published": day.isoformat(),
        "language": "en",
        "content": " ".join(sentences),
        "entities": [_ship(ship), _ship((ship + 1) % SHIPS), *(_agent(agent) for agent in agents)],
        "propositions": events,
        "claims": claims,
    }
