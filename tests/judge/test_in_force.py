"""The step on dates against the same rule in Python: ends, prolongations and restorations."""

from datetime import date, timedelta

import pyoxigraph as ox
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kb.judge.rules import steps
from kb.judge.words import AGAINST, FIRST, GAP, JUDGES, KNOWN_UNTIL, LAST, MET, UNMET
from kb.namespaces import KB, PREFIXES

(STEP,) = [step for step in steps() if step.name == "6-in-force"]
START = date(2020, 1, 1)
DAY = st.integers(0, 40).map(lambda n: START + timedelta(days=n))
NODE, EVENT, PROVISION = (NamedNode(f"urn:x:{name}") for name in ("node", "event", "provision"))


def term(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=NamedNode(PREFIXES["xsd"] + "date"))


def concluded(facts: dict[NamedNode, date | None], *, disputed: bool) -> set[NamedNode]:
    """Which of met, gap and unmet the step gives."""
    store = ox.Store()
    store.add(ox.Quad(NODE, JUDGES, EVENT))
    store.add(ox.Quad(NODE, AGAINST, PROVISION))
    for name, day in facts.items():
        subject = EVENT if name in (FIRST, LAST) else PROVISION
        if day is not None:
            store.add(ox.Quad(subject, name, term(day)))
    if disputed:
        store.add(ox.Quad(PROVISION, DISPUTE, Literal("some say so, others not", language="en")))
    made = store.query(STEP.sparql, prefixes=PREFIXES)
    assert isinstance(made, ox.QueryTriples)
    return {triple.predicate for triple in made}


FROM, UNTIL, AGAIN, DISPUTE = (
    NamedNode(KB + name)
    for name in ("inForceFrom", "inForceUntil", "restoredFrom", "restorationDispute")
)


def state(day: date, facts: dict[NamedNode, date | None], *, disputed: bool) -> NamedNode:
    """Whether a provision surely bound on a day (met), surely not (unmet), or that is open (gap)."""
    begins, until, known, again = (facts[each] for each in (FROM, UNTIL, KNOWN_UNTIL, AGAIN))
    assert begins
    if day < begins:
        return UNMET
    if until is None:
        return GAP if known and day > known else MET
    if day <= until:
        return MET
    if again and day >= again:
        return GAP if disputed else MET
    return UNMET


@settings(max_examples=300, deadline=None)
@given(
    days=st.tuples(DAY, DAY, DAY, DAY).map(sorted),
    event=st.tuples(DAY, DAY).map(sorted),
    ends=st.booleans(),
    sunset=st.booleans(),
    back=st.booleans(),
    disputed=st.booleans(),
)
def test_every_day_of_an_event_is_held_against_every_time_in_force(
    days: list[date], event: list[date], ends: bool, sunset: bool, back: bool, disputed: bool
) -> None:
    begins, end, gone, again = days
    back = back and ends and (again - end).days > 1
    facts: dict[NamedNode, date | None] = {
        FROM: begins,
        UNTIL: end if ends else None,
        KNOWN_UNTIL: gone if sunset and not ends else None,
        AGAIN: again if back else None,
        FIRST: event[0],
        LAST: event[1],
    }
    disputed = disputed and back
    length = (event[1] - event[0]).days + 1
    states = {state(event[0] + timedelta(days=n), facts, disputed=disputed) for n in range(length)}
    (one,) = states if len(states) == 1 else (GAP,)
    assert concluded(facts, disputed=disputed) == {one}
