"""`kb distance`: how far it is by sea from port to port, as an estimate."""

import csv
import io
import json
from typing import TYPE_CHECKING

import click

from kb.cli import options

if TYPE_CHECKING:
    from kb.ports.distance import Route

FORMATS = ("text", "json", "csv", "geojson")
ESTIMATE = "An estimate on a network of sea lanes; no voyage plan."


@click.command(short_help="Reckon the distance by sea between two ports.")
@click.argument("origin")
@click.argument("destination")
@click.option(
    "--speed",
    metavar="KNOTS",
    type=float,
    default=14.0,
    show_default=True,
    help="The speed at which days are reckoned.",
)
@click.option(
    "--avoid",
    metavar="PASSAGE",
    multiple=True,
    help="A strait or canal not to use (suez, panama, bosporus, malacca …); repeatable.",
)
@click.option(
    "--allow",
    metavar="PASSAGE",
    multiple=True,
    help="Use one that is else avoided: kiel, volga-don, northern-sea-route, northwest-passage.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the answer; geojson is the line for a map.",
)
@options.output
def command(
    origin: str,
    destination: str,
    speed: float,
    avoid: tuple[str, ...],
    allow: tuple[str, ...],
    form: str,
    output: str | None,
) -> None:
    """Reckon how far it is by sea from port ORIGIN to port DESTINATION, and how long it takes.

    A port is named by any of its names, its UN/LOCODE (KPNJN) or its identifier (port:KPNJN); where
    a name stands for several ports, they are listed. The way is an estimate on a network of sea
    lanes, measured in nautical miles beside the great circle, which no ship can undercut.
    The Kiel and Volga-Don canals, for smaller ships, and the Arctic are not used unless allowed.
    """
    from kb.ports.distance import distance  # loads the network: only this command waits

    route = distance(origin, destination, avoid, allow)
    options.emit(WRITERS[form](route, speed), output)


def _facts(route: "Route", speed: float) -> dict[str, object]:
    return {
        "origin": route.origin.id,
        "origin_label": route.origin.title,
        "destination": route.destination.id,
        "destination_label": route.destination.title,
        "nautical_miles": round(route.nautical_miles),
        "great_circle": round(route.great_circle),
        "speed_knots": speed,
        "days": round(route.days(speed), 1),
        "passages": list(route.titles),
        "avoided": list(route.avoided),
        "off_network": [round(miles) for miles in route.off_network],
        "notes": list(route.notes),
        "estimate": ESTIMATE,
    }


def _text(route: "Route", speed: float) -> str:
    ends = (f"{place.title} ({place.id})" for place in (route.origin, route.destination))
    time = f"{route.days(speed):.1f} days at {speed:g} knots"
    lines = [
        " → ".join(ends),
        f"  by sea        {route.nautical_miles:,.0f} nautical miles, {time}",
        f"  great circle  {route.great_circle:,.0f} nautical miles",
        f"  by way of     {', '.join(route.titles) or 'no strait or canal that is told apart'}",
    ]
    if route.avoided:
        lines.append(f"  avoiding      {', '.join(route.avoided)}")
    lines += [f"  note          {note}" for note in (*route.notes, ESTIMATE)]
    return "\n".join(lines) + "\n"


def _json(route: "Route", speed: float) -> str:
    return json.dumps(_facts(route, speed), ensure_ascii=False, indent=2) + "\n"


def _csv(route: "Route", speed: float) -> str:
    facts = {
        key: "; ".join(map(str, value)) if isinstance(value, list) else value
        for key, value in _facts(route, speed).items()
    }
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([facts.keys(), facts.values()])
    return out.getvalue()


def _geojson(route: "Route", speed: float) -> str:
    line = [[round(part, 6) for part in point] for point in route.points]
    feature = {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": line},
        "properties": _facts(route, speed),
    }
    return json.dumps(feature, ensure_ascii=False, indent=2) + "\n"


WRITERS = {"text": _text, "json": _json, "csv": _csv, "geojson": _geojson}
