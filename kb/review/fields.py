"""What of a claim can be edited: each field with its value, its kind and what may be chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb.namespaces import KB
from kb.report.context import LANGUAGES, LISTS
from kb.report.literals import EDTF
from kb.review.draft import Draft, choices, many, reference
from kb.review.sheet import Thing
from kb.vocabulary import Property, vocabulary

WORDS, CHOICE, TRUTH, DATE, QUOTE, THING, CLAIM, ABOUT, KIND = (
    "words", "choice", "truth", "date", "quote", "thing", "claim", "about", "kind",
)  # fmt: skip
"""The kinds of values."""
OF_CLAIM = (
    ("stance", CHOICE),
    ("claimant", THING),
    ("onBehalfOf", THING),
    ("via", THING),
    ("said", DATE),
    ("hedged", TRUTH),
    ("passage", QUOTE),
    ("cue", QUOTE),
    ("disputes", CLAIM),
    ("about", ABOUT),
)
SEVERAL = ("via", "disputes")
ENTITY = KB + "Entity"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, its kind, its values as the file writes them, and what may be chosen.

    `role` is the property where the field is a role of the proposition; `path` leads to it there.
    """

    name: str
    kind: str
    values: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    several: bool = False
    role: Property | None = None
    path: tuple[str | int, ...] = ()


def fields(draft: Draft, claim: Thing) -> list[Field]:
    """The fields of a claim and of what it is about, those with a value first among the roles."""
    found = [_of_claim(draft, claim, key, kind) for key, kind in OF_CLAIM]
    about = draft.proposition(claim)
    if about is None:
        return found
    kind = KB + str(about.get("type", ""))
    found.append(Field("type", KIND, tuple(map(str, many(about.get("type")))), kinds()))
    roles = list(_roles(draft, about, kind, (), ""))
    found += sorted(roles, key=lambda each: (not each.values, each.name == "note"))
    return found


def kinds() -> tuple[str, ...]:
    """The classes that a proposition can be of."""
    words = vocabulary()
    below = words.descendants(KB + "Proposition")
    return tuple(sorted(words.classes[iri].name for iri in below if iri in words.classes))


def _of_claim(draft: Draft, claim: Thing, key: str, kind: str) -> Field:
    values = tuple(shown(value) for value in many(claim.get(key)))
    options: tuple[str, ...] = ()
    if kind == CHOICE:
        options = choices(key)
    elif kind == TRUTH:
        options = ("true", "false")
    elif kind == THING:
        options = tuple(draft.named())
    elif kind == CLAIM:
        options = tuple(reference(each) for each in draft.claims if each is not claim)
    elif kind == ABOUT:
        options = tuple(str(each["id"]) for each in draft.propositions if "id" in each)
    return Field(key, kind, values, tuple(filter(None, options)), key in SEVERAL)


def _roles(
    draft: Draft, about: Thing, kind: str, path: tuple[str | int, ...], stem: str
) -> Iterator[Field]:
    words = vocabulary()
    for key in sorted(words.keys_of([kind])):
        prop = words.properties[key]
        if prop.inverse or prop.range in (LISTS, LANGUAGES):
            continue
        value, below = about.get(key), prop.range or ""
        if _is_part(prop) and (value is None or isinstance(first_part(value), dict)):
            parts = list(enumerate(many(value))) or [(0, {})]
            for number, part in parts:
                if isinstance(part, dict):
                    name = f"{stem}{key}." + (f"{number + 1}." if len(parts) > 1 else "")
                    step = (*path, key, number) if isinstance(value, list) else (*path, key)
                    yield from _roles(draft, part, below, step, name)
            continue
        values = tuple(shown(each) for each in many(value))
        kind_of_value, options = _kind(draft, prop)
        yield Field(f"{stem}{key}", kind_of_value, values, options, True, prop, (*path, key))


def first_part(value: object) -> Any:
    """The first of a list, or the value."""
    return value[0] if isinstance(value, list) and value else value


def _is_part(prop: Property) -> bool:
    """Whether the values of a property are described in its place, as a consignment is."""
    words = vocabulary()
    if prop.datatype or prop.range is None or prop.range not in words.classes:
        return False
    alone = len(words.descendants(prop.range)) == 1 and not words.concepts.get(prop.range)
    return alone and ENTITY not in words.ancestors(prop.range) and prop.range != KB + "Claim"


def _kind(draft: Draft, prop: Property) -> tuple[str, tuple[str, ...]]:
    words = vocabulary()
    concepts = words.concepts.get(prop.range or "")
    if concepts:
        return CHOICE, tuple(sorted(concepts))
    if prop.range == EDTF:
        return DATE, ()
    if prop.datatype:
        truth = bool(prop.range and prop.range.endswith("#boolean"))
        return (TRUTH, ("true", "false")) if truth else (WORDS, ())
    fitting = words.descendants(prop.range or ENTITY)
    named = draft.named()
    fit = [name for name, each in named.items() if KB + str(each.get("type", "")) in fitting]
    if (prop.range or "") == KB + "Proposition":
        fit = [str(each["id"]) for each in draft.propositions if "id" in each]
    return THING, tuple(fit or named)


def shown(value: object) -> str:
    """A value as one text: an identifier, the words of a quote, or the scalar itself."""
    if isinstance(value, dict):
        return str(value.get("quote") or value.get("id") or value.get("value") or "")
    return str(value)
