"""The whole answer to "why does a proposition stand as it does": case, sources, contradictions, gaps."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kb.judge.case import case
from kb.judge.case_parts import Case
from kb.judge.case_reading import Reading
from kb.judge.case_sources import Sources, sources
from kb.judge.case_status import Standing, standing
from kb.judge.contradiction import contradictions
from kb.judge.contradiction_words import Contradiction
from kb.judge.plausibility import Checked, Sea, check
from kb.judge.plausibility_visits import RECEIVING, VESSEL, life
from kb.judge.why_gaps import gaps
from kb.judge.why_provisions import Provision, provisions
from kb.namespaces import KB

SHIPS = 20
"""How many ships of one proposition are looked at."""
CAUTION = (
    "The base takes no side. It says how a proposition stands, given the claims in it, and decides nothing; "
    "whether it is so, and whether anybody did wrong, is for people to judge."
)


@dataclass(frozen=True, slots=True)
class Why:
    """Everything that the base holds for and against one proposition, and what it does not hold."""

    case: Case
    standing: Standing
    sources: Sources
    contradictions: tuple[Contradiction, ...]
    unknown: tuple[str, ...]
    plausibility: tuple[Checked, ...]
    provisions: tuple[Provision, ...]


def why(reading: Reading, proposition: NamedNode, sea: Sea) -> Why:
    """The answer for one proposition; its cost is set by the claims and the ships in it."""
    found = case(reading, proposition)
    return Why(
        case=found,
        standing=standing(found),
        sources=sources(reading, found),
        contradictions=tuple(contradictions(reading, found)),
        unknown=tuple(gaps(reading, found)),
        plausibility=tuple(_ships(reading, proposition, found, sea)),
        provisions=tuple(provisions(reading, proposition)),
    )


def _ships(reading: Reading, proposition: NamedNode, found: Case, sea: Sea) -> list[Checked]:
    """What does not fit with the other presences of each ship of the proposition."""
    ships = {
        each
        for predicate in (VESSEL, RECEIVING)
        for each in reading.nodes(proposition, predicate)
        if each.value != KB + "unknown"
    }
    return [
        check(reading, life(reading, each), sea, found.proposition.id)
        for each in sorted(ships, key=str)[:SHIPS]
    ]
