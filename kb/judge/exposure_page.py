"""Exposure as text, JSON and CSV: a line for each tie, with its status and everybody who says so."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass

from kb.judge.case_status import counted
from kb.judge.exposure import UNSUPPORTED, Edge, End, Found, Path, Said
from kb.judge.exposure_rule import MAY, MET, RULE, SOURCES, Reckoning, Tally
from kb.judge.timeline_page import harmless
from kb.judge.why_page import visible

LEAD = "Exposure is a lead, no finding: nothing here says that anybody did wrong."
SHOWN = 5
"""How many of those who speak of one tie a line names."""
COLUMNS = (
    *("path", "steps", "step", "row", "from", "from_name", "relation", "to", "to_name", "kind"),
    *("share", "time", "status", "said_by", "claims", "claimed", "note"),
)
VERDICTS = {
    MET: "by these claims the 50 percent rule would be met",
    MAY: "by these claims the 50 percent rule may be met",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as it is shown: identifier, name, what else it is held to be, and why."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exposure:
    """What was found around a party, with the names of all that it speaks of."""

    found: Found
    names: Mapping[str, Named]
    rules: tuple[Reckoning, ...]
    depth: int
    day: str

    @property
    def any(self) -> bool:
        """Whether there is anything to follow up."""
        return bool(self.found.paths or self.found.own or self.rules)


def as_text(found: Exposure) -> str:
    """Paths, shortest first, each tie on a line of its own."""
    start = found.names[found.found.start]
    day = f" as of {found.day}" if found.day else ""
    paths = counted(len(found.found.paths), "path")
    steps = counted(found.depth, "step")
    title = f"{_name(found, found.found.start)}: {paths} of at most {steps} to listed or accused parties{day}"
    lines = [title + ".", LEAD]
    if found.found.own:
        lines += ["", f"{start.name} itself"]
        lines += [f"  {_end(each)}" for each in found.found.own]
    for number, path in enumerate(found.found.paths, 1):
        lines += ["", *_path(found, number, path)]
    if found.rules:
        lines += ["", f"The 50 percent rule ({'; '.join(SOURCES)})"]
        lines += [f"  {line}" for each in found.rules for line in _rule(found, each)]
    held = [each for each in found.names.values() if each.also]
    if held:
        lines += ["", "Taken as one"]
        lines += [f"  {each.id} with {', '.join(each.also)}. {_because(each)}" for each in held]
    if found.found.notes:
        lines += ["", "Left out", *(f"  {each}" for each in found.found.notes)]
    return "\n".join(visible(line) for line in lines) + "\n"


def _because(named: Named) -> str:
    return " ".join(named.because)


def _name(found: Exposure, thing: str) -> str:
    named = found.names[thing]
    return f"{named.name} ({named.id})"


def _path(found: Exposure, number: int, path: Path) -> Iterator[str]:
    names = " – ".join(found.names[each].name for each in path.things)
    yield f"{number}. {names}  ({counted(len(path.steps), 'step')})"
    if path.unsupported:
        which = ", ".join(map(str, path.unsupported))
        word = "step" if len(path.unsupported) == 1 else "steps"
        yield f"   Rests on what no standing claim supports: {word} {which}."
    for edges in path.steps:
        for edge in edges:
            yield f"   {_edge(found, edge)}"
    yield f"   {_name(found, path.things[-1])}"
    for end in path.ends:
        yield f"     {_end(end)}"


def _edge(found: Exposure, edge: Edge) -> str:
    one, other = found.names[edge.source].name, found.names[edge.target].name
    share = f" ({_shares(edge)})" if edge.shares else ""
    time = f", {edge.time}" if edge.time else ""
    note = f" [{edge.note}]" if edge.note else ""
    mark = "NOT SUPPORTED, " if edge.status in UNSUPPORTED else ""
    told = f"{one} {edge.words} {other}{share}{time}{note}"
    return f"{mark}{edge.status.upper()}: {told} — {_sayers(edge.said)}"


def _shares(edge: Edge) -> str:
    return " or ".join(f"{each:g} %" for each in edge.shares)


def _end(end: End) -> str:
    status = f", {end.status}" if end.status != "listed" else ""
    return f"{end.kind.upper()}{status}: {end.words} — {_sayers(end.said)}"


def _sayers(said: tuple[Said, ...]) -> str:
    """Who says so; those who deny or doubt come before others where not all are named."""
    ordered = sorted(said, key=lambda each: each.stance.startswith(("assert", "alleg", "confirm")))
    chosen = set(ordered[:SHOWN])
    told = [
        f"{each.who} {each.stance} <{each.claim}, {each.day}>" for each in said if each in chosen
    ]
    more = f"; and {counted(len(said) - len(told), 'other')}" if len(said) > len(told) else ""
    return "; ".join(told) + more


def _rule(found: Exposure, each: Reckoning) -> Iterator[str]:
    thing = _name(found, each.thing)
    yield f"{thing}: all lists together: {_tally(each.whole)}."
    yield from (f"  by {tally.list} alone: {_tally(tally)}." for tally in each.lists)
    for holding in each.whole.holdings:
        share = _range(holding.least, holding.most)
        for edge in holding.edges:
            yield f"  {share}, {holding.through}: {_edge(found, edge)}"


def _tally(tally: Tally) -> str:
    if not tally.holdings:
        return "no owner is known"
    verdict = VERDICTS.get(tally.verdict, "the 50 percent rule is not met")
    if tally.unknown and not tally.most:
        return f"nobody tells how much; {verdict}"
    more = ", and shares that nobody tells" if tally.unknown else ""
    return f"{_range(tally.least, tally.most)}{more}; {verdict}"


def _range(least: float, most: float | None) -> str:
    if most is None:
        return "share not told"
    return f"{least:g} %" if least == most else f"{least:g} to {most:g} %"


def as_json(found: Exposure) -> str:
    """All of it as a JSON object, quotes among it."""
    made = {
        "start": asdict(found.names[found.found.start]),
        "asOf": found.day,
        "depth": found.depth,
        "meaning": LEAD,
        "itself": [asdict(each) for each in found.found.own],
        "paths": [
            {**asdict(each), "unsupported": list(each.unsupported)} for each in found.found.paths
        ],
        "rule": {"name": RULE, "sources": SOURCES, "held": [asdict(e) for e in found.rules]},
        "things": {thing: asdict(named) for thing, named in sorted(found.names.items())},
        "leftOut": found.found.notes,
    }
    return json.dumps(made, ensure_ascii=False, indent=2, default=str) + "\n"


def as_csv(found: Exposure) -> str:
    """A row for each tie of each path, for each reason why a party is an end, and for each holding."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(found):
        writer.writerow({key: harmless(str(value)) for key, value in row.items()})
    return out.getvalue()


def _rows(found: Exposure) -> Iterator[dict[str, object]]:
    for end in found.found.own:
        yield {"path": 0, "row": "end", **_ends(found, found.found.start, end)}
    for number, path in enumerate(found.found.paths, 1):
        place = {"path": number, "steps": len(path.steps)}
        for step, edges in enumerate(path.steps, 1):
            for edge in edges:
                yield {**place, "step": step, "row": "tie", **_tie(found, edge)}
        for end in path.ends:
            yield {**place, "row": "end", **_ends(found, path.things[-1], end)}
    for rule in found.rules:
        for tally in (rule.whole, *rule.lists):
            for holding in tally.holdings:
                for edge in holding.edges:
                    note = f"{tally.list or 'all lists'}: {_tally(tally)}"
                    yield {**_tie(found, edge), "row": RULE, "note": note}


def _tie(found: Exposure, edge: Edge) -> dict[str, object]:
    one, other = found.names[edge.source], found.names[edge.target]
    return {
        "from": one.id,
        "from_name": one.name,
        "relation": edge.words,
        "to": other.id,
        "to_name": other.name,
        "kind": edge.kind,
        "share": _shares(edge),
        "time": edge.time,
        "note": edge.note,
        **_who(edge),
    }


def _ends(found: Exposure, thing: str, end: End) -> dict[str, object]:
    named = found.names[thing]
    told = {"from": named.id, "from_name": named.name, "relation": end.words, "kind": end.kind}
    return {**told, **_who(end)}


def _who(told: Edge | End) -> dict[str, object]:
    return {
        "status": told.status,
        "said_by": "; ".join(f"{each.who} {each.stance}" for each in told.said),
        "claims": " ".join(each.claim for each in told.said),
        "claimed": told.claimed,
    }


FORMATS: Mapping[str, Callable[[Exposure], str]] = {
    "text": as_text,
    "json": as_json,
    "csv": as_csv,
}
"""Every format of an exposure."""
