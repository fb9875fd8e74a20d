"""What a case leaves open: unknown and empty roles, unnamed parties, no date, no evidence, no answer."""

from collections.abc import Iterator

from kb.judge.case_parts import Case
from kb.judge.case_reading import Reading
from kb.namespaces import KB

GENERAL = frozenset(KB + name for name in ("Event", "Relation", "Proposition", "Entity"))
"""Classes whose own roles fit anything, so that an empty one tells nothing."""
PROSE = frozenset({"note", "description", "title", "topic", "percentage", "endUse"})
UNUSUAL = frozenset({"unauthorizedBy"})
"""Roles that few events have, so that an empty one tells nothing."""
PLACES = frozenset({"place", "portOfCall", "origin", "destination"})
SAILING = frozenset(
    {"PortCall", "Voyage", "ShipToShipTransfer", "AISGap", "Bunkering", "FlagChange", "Renaming"}
)


def gaps(reading: Reading, case: Case) -> list[str]:
    """What is not known, one sentence each."""
    return [
        *_unknown(case),
        *_empty(reading, case),
        *_time(case),
        *_claims(case),
    ]


def _unknown(case: Case) -> Iterator[str]:
    for role in case.roles:
        for value in role.values:
            if value.id == "unknown":
                yield f"{role.label}: somebody or something, but it is not known who or what."
            elif value.unnamed:
                yield f"{role.label}: {value.text}; no report names it."


def _empty(reading: Reading, case: Case) -> Iterator[str]:
    """The roles of the proposition's own kind that no report fills."""
    filled = {role.key for role in case.roles}
    own = frozenset().union(*(reading.words.ancestors(kind) for kind in case.kinds)) - GENERAL
    roles = {
        prop.key: prop.label
        for prop in reading.words.by_iri.values()
        if prop.domains & own
        and not (prop.derived or prop.inverse)
        and prop.key not in PROSE | UNUSUAL
    }
    if {kind.removeprefix(KB) for kind in case.kinds} & SAILING:
        roles["vessel"] = "vessel"
    empty = sorted(label for key, label in roles.items() if key not in filled)
    if empty:
        yield f"No report says anything of: {', '.join(empty)}."
    event = any(KB + "Event" in reading.words.ancestors(kind) for kind in case.kinds)
    if event and not filled & PLACES and not {*roles} & (PLACES - filled):
        yield "No report says where."


def _time(case: Case) -> Iterator[str]:
    times = [value.text for role in case.roles if role.key == "time" for value in role.values]
    if not times:
        yield "No report says when."
    for time in times:
        if time.startswith(("/", "../")):
            yield f"When it began is open (until {time.rpartition('/')[2]})."
        elif time.endswith(("/", "/..")):
            yield f"When it ended, if it did, is open (since {time.partition('/')[0]})."


def _claims(case: Case) -> Iterator[str]:
    supports = [each for each in case.claims if each.supports]
    if supports and not any(each.evidence for each in supports):
        yield "No claim for it names evidence."
    if supports and not any(each.stance in ("denies", "doubts") for each in case.claims):
        yield "Nobody's denial or doubt is in the base; whether those concerned were asked is not known."
    unsaid = sum(not each.said for each in case.claims)
    if unsaid:
        word = "claim" if unsaid == 1 else "claims"
        yield f"When it was said is not told for {unsaid} {word}; the day of the report is the latest."
    if any(each.principal.iri == KB + "unknown" for each in case.claims):
        yield "Who said it is not known for some claims; together they count as one source."
