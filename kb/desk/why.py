"""Why a proposition stands as it does, and what of a ship's claimed life cannot be."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from difflib import get_close_matches
from functools import cache
from itertools import islice

from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.identity import decisions
from kb.errors import BadInput, Refused, UnknownName
from kb.judge.case import ABOUT
from kb.judge.case_reading import Alike, Reading
from kb.judge.plausibility import Checked, Leg, check
from kb.judge.plausibility_page import plain
from kb.judge.plausibility_visits import life, ships
from kb.judge.why import Why, why
from kb.judge.why_page import as_markdown, as_text
from kb.judge.why_sections import sections
from kb.matching.identity import Identities
from kb.namespaces import ENTITY_KINDS, KB, PREFIXES, RDF
from kb.ports.distance import between, position
from kb.ports.gazetteer import gazetteer
from kb.ports.place import Place, great_circle
from kb.questions.bind import value
from kb.questions.catalogue import Part
from kb.report.names import compact
from kb.store import Store
from kb.vocabulary import vocabulary

DESCRIBES, IN_REPORT, REPORT = (NamedNode(KB + n) for n in ("describes", "inReport", "Report"))
TYPE = NamedNode(RDF + "type")
REPORTS = 100_000
"""How many reports are looked through for a name near a mistyped one."""
SHOWN = 9
"""How many candidates a message names."""
LAT, LONG = (NamedNode(PREFIXES["wgs"] + name) for name in ("lat", "long"))
DEGREES = 15.0
"""By how many degrees of longitude clocks differ by an hour."""


class Ways:
    """Where places lie and how far it is between them: reference data, else positions that reports give."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._place = cache(self._find)

    def place(self, name: str) -> Place | None:
        """The place of an identifier; None where its position is not known."""
        return self._place(name)

    def direct(self, origin: str, destination: str) -> float | None:
        """The great circle in nautical miles; None where a place has no known position."""
        start, end = self._place(origin), self._place(destination)
        return great_circle(position(start), position(end)) if start and end else None

    def way(self, origin: str, destination: str) -> Leg | None:
        """The estimated way by sea; None where there is none."""
        start, end = self._place(origin), self._place(destination)
        if not start or not end:
            return None
        try:
            route = between(start, end)
        except Refused:
            return None
        return Leg(route.nautical_miles, route.titles)

    def clocks(self, origin: str, destination: str) -> float:
        """By how many hours the clock at the destination is behind, going by longitude."""
        start, end = self._place(origin), self._place(destination)
        return (position(start)[0] - position(end)[0]) / DEGREES if start and end else 0.0

    def _find(self, name: str) -> Place | None:
        """The place of an identifier, where its position is known."""
        node = self.reading.node(name)
        known = gazetteer().get(node.value)
        if known is None:
            long, lat = (self.reading.number(node, each) for each in (LONG, LAT))
            if long is None or lat is None:
                return None
            return Place(node.value, name, "place", self.reading.name(node), (), point=(long, lat))
        try:
            position(known)
        except BadInput:
            return None
        return known


def held_same(store: Store) -> Alike:
    """Which things people hold to be one, by the decisions of the base."""
    return Identities.of(decisions(store)).group


def explained(base: KnowledgeBase, name: str) -> Why:
    """Why the proposition of that name stands as it does; a claim leads to what it is about.

    Raises UnknownName, with near matches, and BadInput for what is no proposition.
    """
    reading = Reading(base.store, vocabulary(), held_same(base.store))
    return why(reading, proposition(base, name), Ways(reading))


def proposition(base: KnowledgeBase, name: str) -> NamedNode:
    """The proposition of a name: IRI, prefixed name, `report#local` or its very label."""
    typed = name.strip()
    found = _there(base, typed) or _there(base, f"report:{typed}")
    if found is None:
        _refuse_local(base, typed)
        term = value(Part("proposition", "Thing"), typed, base.store, vocabulary())
        found = term if isinstance(term, NamedNode) else NamedNode(KB + "unknown")
    if any(base.store.match(None, ABOUT, found)):
        return found
    about = sorted({t.object for t in base.store.match(found, ABOUT, None)}, key=str)
    if about and isinstance(about[0], NamedNode):
        return about[0]
    raise BadInput(f"{name} is no event or relation that anybody claims. {_hint(base, found)}")


def _there(base: KnowledgeBase, typed: str) -> NamedNode | None:
    prefix, colon, rest = typed.partition(":")
    if not colon or prefix not in ENTITY_KINDS or not rest or any(c in rest for c in ' <>"{}|\\^`'):
        return None
    found = NamedNode(PREFIXES[prefix] + rest)
    return found if any(base.store.match(found, None, None)) else None


def _refuse_local(base: KnowledgeBase, typed: str) -> None:
    """Raises UnknownName where `report#local` names no report, or nothing in it; with what is near."""
    name, mark, local = typed.partition("#")
    if not mark:
        return
    report = _there(base, name) or _there(base, f"report:{name}")
    if report is None:
        reports = (t.subject for t in islice(base.store.match(None, TYPE, REPORT), REPORTS))
        names = sorted(compact(each.value, "") for each in reports if isinstance(each, NamedNode))
        near = get_close_matches(f"report:{name.removeprefix('report:')}", names, n=3, cutoff=0.7)
        hint = (
            f"Did you mean {_either(f'{each}#{local}' for each in near)}?"
            if near
            else "See `kb query reports`."
        )
        raise UnknownName(f"There is no report {name} in the base. {hint}")
    own = {compact(each, ""): each for each in _described(base, report)}
    own |= {compact(each, ""): each for each in _claims(base, report)}
    ends = {each.replace("#", ":").rpartition(":")[2]: each for each in sorted(own)}
    near = [ends[each] for each in get_close_matches(local, sorted(ends), n=3, cutoff=0.6)]
    hint = f"Did you mean {_either(near)}?" if near else f"It describes {_few(base, report)}."
    raise UnknownName(f"{name} is in the base and has no #{local}. {hint}")


def _either(names: Iterable[str]) -> str:
    return " or ".join(names)


def _few(base: KnowledgeBase, report: NamedNode) -> str:
    """The first few propositions that a report describes."""
    own = sorted(compact(each, "") for each in _described(base, report))
    more = f" and {len(own) - SHOWN} more" if len(own) > SHOWN else ""
    return ", ".join(own[:SHOWN]) + more


def _claims(base: KnowledgeBase, report: NamedNode) -> Iterator[str]:
    for triple in base.store.match(None, IN_REPORT, report):
        if isinstance(triple.subject, NamedNode):
            yield triple.subject.value


def _described(base: KnowledgeBase, report: NamedNode) -> Iterator[str]:
    for triple in base.store.match(report, DESCRIBES, None):
        if isinstance(triple.object, NamedNode):
            yield triple.object.value


def _hint(base: KnowledgeBase, thing: NamedNode) -> str:
    """Which propositions a thing has to do with."""
    own = set(_described(base, thing))
    for link in base.store.match(None, None, thing):
        if len(own) > SHOWN:
            break
        subject = link.subject
        if isinstance(subject, NamedNode) and any(base.store.match(None, ABOUT, subject)):
            own.add(subject.value)
    if not own:
        return "Nothing is claimed about it either."
    names = ", ".join(sorted(compact(each, "") for each in own)[:SHOWN])
    return (
        f"It has to do with: {names}. Ask for one of them, or `kb show {compact(thing.value, '')}`."
    )


def why_text(found: Why) -> str:
    """The answer as lines for the terminal."""
    return as_text(_title(found), sections(found))


def why_markdown(found: Why) -> str:
    """The answer as Markdown."""
    return as_markdown(_title(found), sections(found))


def why_json(found: Why) -> str:
    """The answer as a JSON object."""
    made = asdict(found)
    made["plausibility"] = [plain(each) for each in found.plausibility]
    return json.dumps(made, ensure_ascii=False, indent=2, default=str) + "\n"


WRITERS = {"text": why_text, "json": why_json, "markdown": why_markdown}
"""Every format of the answer."""


def _title(found: Why) -> str:
    return f"{found.case.status.upper()}: {found.case.proposition.name}"


def plausibility(base: KnowledgeBase, ship: str | None) -> list[Checked]:
    """What of the claimed life of a ship cannot be; of every ship that has a warning, where none is named."""
    reading = Reading(base.store, vocabulary(), held_same(base.store))
    sea = Ways(reading)
    if ship is not None:
        term = value(Part("ship", "Ship"), ship, base.store, vocabulary())
        assert isinstance(term, NamedNode)
        return [check(reading, life(reading, term), sea)]
    found = (check(reading, life(reading, each), sea) for each in ships(reading))
    return [each for each in found if each.warnings]
