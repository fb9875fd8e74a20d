"""What a reviewer sees of one claim, without saying how it is drawn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb.namespaces import KB
from kb.report.quote import Span
from kb.review.draft import Draft, first, many, reference
from kb.review.fields import Field, fields
from kb.review.sheet import Thing
from kb.vocabulary import vocabulary

AROUND = 1200
"""The most characters shown before and after a passage."""
CLAIMANT, CUE, PASSAGE = "claimant", "cue", "passage"
SHORT = 90


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an excerpt that play a part: claimant, cue, passage, or a role of the proposition."""

    start: int
    end: int
    part: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The paragraph of a passage, and which of its words play which part."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """One claim as it is shown: labelled facts, the excerpt, and what a reviewer has to know."""

    facts: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    others: tuple[str, ...]
    warnings: tuple[str, ...]
    excerpt: Excerpt | None


def sight(draft: Draft, index: int) -> Sight:
    """What is shown of the claim at `index`."""
    claim = draft.claims[index]
    about = draft.proposition(claim)
    roles = [each for each in fields(draft, claim) if each.path and each.values]
    return Sight(
        tuple(_facts(draft, claim, about)),
        tuple(
            (each.name, "; ".join(_label(draft, each, v) for v in each.values)) for each in roles
        ),
        tuple(_others(draft, claim, index)),
        tuple(_warnings(draft, claim, roles)),
        _excerpt(draft, claim, roles),
    )


def label(draft: Draft, name: str) -> str:
    """A thing's name with its identifier; the identifier alone where nothing names it."""
    entity = draft.named().get(name)
    words = _names(draft, name)
    if words:
        return f"{words[0]} ({name})"
    note = entity and (entity.get("note") or entity.get("role"))
    return f"{first(note)} ({name})" if note else name


def summary(draft: Draft, proposition: Thing) -> str:
    """A proposition on a line: its identifier, its kind, and its roles in few words."""
    kind = vocabulary().classes.get(KB + str(proposition.get("type", "")))
    parts = []
    for key, value in proposition.items():
        if key not in ("id", "type", "note", "description"):
            shown = (_flat(draft, each) for each in many(value))
            parts.append(f"{key} {', '.join(shown)}")
    name = kind.label if kind else str(proposition.get("type", "thing of no type"))
    return f"{proposition.get('id', '')} {name}: {'; '.join(parts) or 'no roles'}".strip()


def one_line(draft: Draft, claim: Thing) -> str:
    """A claim on a line: its identifier, who takes which stance, and the words."""
    passage = first(claim.get("passage"))
    quote = str(passage.get("quote", "")) if isinstance(passage, dict) else ""
    names = _names(draft, reference(claim.get("claimant")))
    who = names[0] if names else reference(claim.get("claimant")) or "nobody"
    return f"{reference(claim)} {who} {claim.get('stance', '?')}: “{short(quote)}”"


def short(text: str, size: int = SHORT) -> str:
    """A text on one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= size else flat[: size - 1] + "…"


def _facts(draft: Draft, claim: Thing, about: Thing | None) -> Iterator[tuple[str, str]]:
    hedged = claim.get("hedged") == "true"
    yield "stance", str(claim.get("stance", "none")) + (", hedged" if hedged else "")
    yield "claimant", label(draft, reference(claim.get("claimant"))) or "none"
    for key in ("onBehalfOf", "via"):
        if key in claim:
            names = (label(draft, reference(each)) for each in many(claim[key]))
            yield vocabulary().properties[key].label, " ← ".join(names)
    for key in ("said", "aspect", "note"):
        if key in claim:
            yield key, "; ".join(map(str, many(claim[key])))
    kind = vocabulary().classes.get(KB + str(about.get("type", ""))) if about else None
    name = reference(claim.get("about")) or "no identifier"
    yield "about", f"{kind.label} ({name})" if kind else f"{name}, not described in this file"
    by_name = {reference(each): each for each in draft.claims}
    for other in map(reference, many(claim.get("disputes"))):
        yield "disputes", one_line(draft, by_name[other]) if other in by_name else other
    if "extractedBy" in claim:
        yield "found by", str(claim["extractedBy"])


def _others(draft: Draft, claim: Thing, index: int) -> Iterator[str]:
    name = reference(claim.get("about"))
    for number in draft.about(name) if name else ():
        if number != index:
            other = draft.claims[number]
            yield f"{one_line(draft, other)} [{other.get('status', 'draft')}]"


def _warnings(draft: Draft, claim: Thing, roles: list[Field]) -> Iterator[str]:
    place = draft.span(claim.get("passage"))
    if isinstance(place, str):
        yield place
    yield from map(str, many(claim.get("warning")))
    named = draft.named()
    things = [reference(each) for key in ("claimant", "via") for each in many(claim.get(key))]
    things += [value for role in roles for value in role.values if value in named]
    for name in dict.fromkeys(things):
        entity = named.get(name, {})
        for warning in many(entity.get("warning")):
            yield f"{label(draft, name)}: {warning}"
        for other in many(entity.get("mayBe")):
            yield f"{label(draft, name)} may be {other} of the base: edit to use that, if it is."


def _label(draft: Draft, field: Field, value: str) -> str:
    return value if field.role and field.role.datatype else label(draft, value)


def _flat(draft: Draft, value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(str(each) for key, each in value.items() if key != "id")
    names = _names(draft, str(value))
    return names[0] if names else str(value)


def _names(draft: Draft, name: str) -> list[str]:
    """By what words a thing goes: its name and alternative names, else those known for it."""
    entity = draft.named().get(name, {})
    found = [*many(entity.get("name")), *many(entity.get("alias"))]
    return [str(each) for each in found] or list(draft.known.get(name, ()))


def _excerpt(draft: Draft, claim: Thing, roles: list[Field]) -> Excerpt | None:
    place = draft.span(claim.get("passage"))
    if isinstance(place, str):
        return None
    start, end = _paragraph(draft.text.text, place)
    cue = draft.span(claim["cue"]) if "cue" in claim else ""
    marks = [Mark(place.start, place.end, PASSAGE)]
    if isinstance(cue, Span) and start <= cue.start and cue.end <= end:
        marks.append(Mark(cue.start, cue.end, CUE))
    sought = [(CLAIMANT, reference(claim.get("claimant")))]
    sought += [(role.name, value) for role in roles for value in role.values]
    for part, name in sought:
        inside = (start, end) if part == CLAIMANT else (place.start, place.end)
        marks += [Mark(*at, part) for at in _mentions(draft, part, name, inside)]
    moved = (Mark(m.start - start, m.end - start, m.part) for m in marks)
    return Excerpt(
        draft.text.text[start:end], tuple(sorted(moved, key=lambda m: (m.start, -m.end)))
    )


def _paragraph(text: str, place: Span) -> tuple[int, int]:
    start = text.rfind("\n\n", 0, place.start) + 2 if "\n\n" in text[: place.start] else 0
    after = text.find("\n\n", place.end)
    end = len(text.rstrip()) if after < 0 else after
    if place.start - start > AROUND:
        start = text.find(" ", place.start - AROUND, place.start) + 1 or place.start
    if end - place.end > AROUND:
        cut = text.rfind(" ", place.end, place.end + AROUND)
        end = cut if cut > 0 else place.end
    return start, end


def _mentions(
    draft: Draft, part: str, name: str, inside: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Where the names of a thing stand; of a person the family name too, of a value its words."""
    words = _names(draft, name) or ([] if ":" in name or name.startswith("#") else [name])
    if name.startswith("person:") and words:
        words.append(words[0].split()[-1])
    sought = sorted({each for each in words if len(each) > 1}, key=lambda each: (-len(each), each))
    if sought:
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, sought))})(?!\w)"
        for match in re.compile(pattern).finditer(draft.text.text, *inside):
            yield match.span()
