"""Two propositions that are one, and one that is two."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from kb.errors import BadInput
from kb.namespaces import KB
from kb.review.draft import Draft, many, reference
from kb.review.edit import fresh, replaced
from kb.review.sheet import Thing
from kb.vocabulary import vocabulary

THEIRS, MINE, BOTH = "theirs", "mine", "both"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A role that two propositions fill differently; `joinable` where both values can stand."""

    role: str
    theirs: Any
    mine: Any
    joinable: bool


def targets(draft: Draft, claim: Thing) -> list[Thing]:
    """The propositions that the claim's own can be merged into, the likeliest first."""
    own = draft.proposition(claim)
    if own is None:
        raise BadInput("The file does not describe what this claim is about. Edit `about` first.")
    others = [p for p in draft.propositions if p is not own and "id" in p and _kind(p, own)]
    if not others:
        raise BadInput(
            f"No other proposition is of the kind {own.get('type')}, so none can be the same."
        )
    return sorted(others, key=lambda each: -_alike(each, own))


def conflicts(draft: Draft, claim: Thing, target: str) -> list[Conflict]:
    """The roles that the claim's proposition and the target fill differently."""
    own, other = _pair(draft, claim, target)
    words = vocabulary()
    found = []
    for key in own:
        if key in ("id", "type") or key not in other or own[key] == other[key]:
            continue
        prop = words.properties.get(key)
        found.append(Conflict(key, other[key], own[key], prop is not None and not prop.datatype))
    return found


def merge(draft: Draft, index: int, target: str, chosen: Mapping[str, str]) -> None:
    """Makes the proposition of the claim at `index` one with the target; its claims go along.

    `chosen` says for each conflict whose value stands: theirs, mine or both.
    """
    claim = draft.claims[index]
    own, other = _pair(draft, claim, target)
    open_ones = [each.role for each in conflicts(draft, claim, target) if each.role not in chosen]
    if open_ones:
        raise BadInput(f"The two differ in {', '.join(open_ones)}. Choose whose value stands.")
    united = {**deepcopy(other), "type": _kind(own, other)}
    for key, value in own.items():
        if key in ("id", "type"):
            continue
        choice = chosen.get(key, MINE if key not in other else THEIRS)
        if choice == BOTH:
            united[key] = [
                *many(other[key]),
                *(v for v in many(value) if v not in many(other[key])),
            ]
        elif choice == MINE:
            united[key] = deepcopy(value)
    mine = str(own.get("id", ""))
    if isinstance(claim.get("about"), dict):
        draft.sheet.replace("claims", index, claim | {"about": target})
    else:
        place = draft.sheet.values("propositions").index(own)
        draft.sheet.remove("propositions", place)
    replaced(draft, other, united)
    if mine:
        _repoint(draft, mine, target)


def split(draft: Draft, index: int) -> str:
    """Gives the claim at `index` a copy of its proposition for itself; gives the copy's identifier."""
    claim = draft.claims[index]
    own = draft.proposition(claim)
    if own is None:
        raise BadInput("The file does not describe what this claim is about. Edit `about` first.")
    name = str(own.get("id", ""))
    others = [n for n in draft.about(name) if n != index] if name else []
    if not others or isinstance(claim.get("about"), dict):
        raise BadInput(
            f"No other claim is about {name or 'this'}, so there is nothing to split off."
        )
    made = fresh(draft, name if name.startswith("#") else f"#{name.rsplit(':', 1)[-1]}")
    place = draft.sheet.values("propositions").index(own)
    draft.sheet.insert("propositions", place + 1, {"id": made, **_anonymous(own)})
    me = reference(claim)
    gone = {reference(draft.claims[n]) for n in others}
    draft.sheet.replace("claims", index, _undisputed(claim, gone) | {"about": made})
    for number in others:
        draft.sheet.replace("claims", number, _undisputed(draft.claims[number], {me}))
    return made


def _undisputed(claim: Thing, gone: set[str]) -> Thing:
    """The claim without its disputes with claims that are now about something else."""
    kept = [each for each in many(claim.get("disputes")) if reference(each) not in gone]
    rest = {key: value for key, value in claim.items() if key != "disputes"}
    return rest | ({"disputes": kept[0] if len(kept) == 1 else kept} if kept else {})


def _pair(draft: Draft, claim: Thing, target: str) -> tuple[Thing, Thing]:
    own = draft.proposition(claim)
    other = next((each for each in draft.propositions if each.get("id") == target), None)
    if own is None or other is None or own is other:
        raise BadInput(f"{target} is no other proposition of this file.")
    if not _kind(own, other):
        raise BadInput(
            f"{own.get('type')} and {other.get('type')} are different things. Edit `type` first."
        )
    return own, other


def _kind(one: Thing, other: Thing) -> str:
    """The narrower of two kinds where one includes the other, else nothing."""
    words = vocabulary()
    first, second = str(one.get("type", "")), str(other.get("type", ""))
    if KB + second in words.ancestors(KB + first):
        return first
    return second if KB + first in words.ancestors(KB + second) else ""


def _alike(one: Thing, other: Thing) -> int:
    both = [one[key] == value for key, value in other.items() if key in one and key != "id"]
    return both.count(True) - both.count(False)


def _anonymous(value: Any) -> Any:
    """A copy without identifiers of its own."""
    if isinstance(value, dict):
        return {key: _anonymous(each) for key, each in value.items() if key != "id"}
    return [_anonymous(each) for each in value] if isinstance(value, list) else value


def _repoint(draft: Draft, old: str, new: str) -> None:
    """Has everything that pointed at one proposition point at the other."""
    for key in ("evidence", "propositions", "claims"):
        for number, value in enumerate(draft.sheet.values(key)):
            draft.sheet.replace(key, number, _pointing(value, old, new, ""))


def _pointing(value: Any, old: str, new: str, key: str) -> Any:
    if isinstance(value, dict):
        return {name: _pointing(each, old, new, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_pointing(each, old, new, key) for each in value]
    prop = vocabulary().properties.get(key)
    return new if value == old and key != "id" and not (prop and prop.datatype) else value
