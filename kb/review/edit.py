"""Changing one field of a claim or of its proposition; every answer is checked before it counts."""

import re
import unicodedata
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from kb.errors import BadInput
from kb.namespaces import KB
from kb.report.names import CURIE, LOCAL, complaint, expand
from kb.report.passages import Given, settle
from kb.report.quote import Span
from kb.review.draft import Draft, reference
from kb.review.fields import ABOUT, CHOICE, CLAIM, DATE, KIND, QUOTE, THING, TRUTH, Field, kinds
from kb.review.sheet import Thing
from kb.vocabulary import vocabulary
from kb.when import BadDate, parse

CLEAR = "-"
PLACE = re.compile(r"(\d{1,11})\s*-\s*(\d{1,11})")
AT = re.compile(r"(.*\S)\s+@(\d{1,11})", re.DOTALL)
TRUE, FALSE = ("true", "yes", "y"), ("false", "no", "n")
PREFIX = {
    "Aircraft": "aircraft",
    "Facility": "facility",
    "Group": "group",
    "Organization": "org",
    "Person": "person",
    "Port": "port",
    "Settlement": "locality",
    "Ship": "ship",
}
"""The classes of things that a reviewer can name anew, with the prefix of their identifiers."""
REQUIRED = frozenset({"stance", "claimant", "passage", "about", "type"})


def answers(field: Field, text: str) -> list[str]:
    """An answer as values: several are set apart by `;` where the field takes several."""
    parts = text.split(";") if field.several and field.kind not in (QUOTE, DATE) else [text]
    return [part.strip() for part in parts if part.strip()]


def strangers(draft: Draft, field: Field, text: str) -> list[str]:
    """The names in an answer that stand for nothing yet, so that their types must be asked."""
    if field.kind != THING or text == CLEAR:
        return []
    return [each for each in answers(field, text) if _thing(draft, field, each) is None]


def suitable(field: Field) -> list[str]:
    """The types that a new thing in this field may have."""
    prop = field.role or vocabulary().properties[field.name if field.name != "via" else "claimant"]
    below = vocabulary().descendants(prop.range or KB + "Entity")
    return [name for name in PREFIX if KB + name in below] or list(PREFIX)


def put(draft: Draft, index: int, field: Field, text: str, types: Mapping[str, str]) -> None:
    """Sets a field of the claim at `index`; `types` are the types of new names. Raises BadInput."""
    text = text.strip()
    claim = deepcopy(draft.claims[index])
    if text == CLEAR:
        if field.name in REQUIRED:
            raise BadInput(f"A claim needs its {field.name}; reject the claim if it has none.")
        values: list[Any] = []
    else:
        values = [_value(draft, field, each, types) for each in answers(field, text)]
        if not values:
            raise BadInput("Give a value, or - to clear the field.")
    if field.path or field.kind == KIND:
        _put_role(draft, claim, field, values)
    elif values:
        plain = values if field.name == "via" else _single(values)
        claim[field.name] = _kept(claim.get(field.name), plain)
        draft.sheet.replace("claims", index, claim)
    else:
        claim.pop(field.name, None)
        draft.sheet.replace("claims", index, claim)


def _kept(old: object, new: Any) -> Any:
    """A new passage with what else the old one said of itself, such as its identifier."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**{k: v for k, v in old.items() if k == "id"}, **new}
    return new


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _value(draft: Draft, field: Field, text: str, types: Mapping[str, str]) -> Any:
    if field.kind in (CHOICE, KIND, CLAIM):
        return _chosen(field, text)
    if field.kind == TRUTH:
        return _truth(text)
    if field.kind == DATE:
        try:
            return parse(text).text
        except BadDate as error:
            raise BadInput(str(error)) from None
    if field.kind == QUOTE:
        return _passage(draft, text)
    if field.kind == ABOUT:
        return _about(draft, field, text)
    if field.kind == THING:
        return _thing(draft, field, text) or _new_thing(draft, text, types.get(text, ""))
    return " ".join(text.split())


def _chosen(field: Field, text: str) -> str:
    if text in field.choices:
        return text
    if text.isdecimal() and 0 < int(text[:9]) <= len(field.choices):
        return field.choices[int(text[:9]) - 1]
    close = [each for each in field.choices if each.casefold().startswith(text.casefold())]
    if len(close) == 1:
        return close[0]
    raise BadInput(f"{text!r} is no {field.name}. Choose one of: {', '.join(field.choices[:40])}.")


def _truth(text: str) -> str:
    word = text.casefold()
    if word not in TRUE + FALSE:
        raise BadInput(f"{text!r} is neither yes nor no. Write yes or no.")
    return "true" if word in TRUE else "false"


def _passage(draft: Draft, text: str) -> Thing:
    """Words or a place of the text, held against it: `812-861`, the words, or the words and ` @812`."""
    place, at = PLACE.fullmatch(text), AT.fullmatch(text)
    given = Given(quote=text)
    if place:
        given = Given(start=int(place[1]), end=int(place[2]))
    elif at and not draft.text.find(text):
        given = Given(quote=at[1], start=int(at[2]))
    found = settle(given, draft.text)
    if not isinstance(found, Span):
        _, message, remedy = found
        remedy = remedy.replace("Add `start:` with the place that is meant", "Add @ and the place")
        raise BadInput(f"{message} {remedy}".strip())
    quote = draft.text.text[found.start : found.end]
    return {"quote": quote, "start": str(found.start), "end": str(found.end)}


def _about(draft: Draft, field: Field, text: str) -> str:
    """A proposition of the file, one of the base, or a new one of the named class."""
    if text in kinds():
        name = fresh(draft, "#p1")
        draft.sheet.insert("propositions", len(draft.propositions), {"id": name, "type": text})
        return name
    if CURIE.fullmatch(text) and expand(text, "", None, vocabulary()):
        return text
    return _chosen(field, text)


def _thing(draft: Draft, field: Field, text: str) -> str | None:
    """The identifier for a number, an identifier or a known name; None for a name that is new."""
    if text.isdecimal() and 0 < int(text[:9]) <= len(field.choices):
        return field.choices[int(text[:9]) - 1]
    if text == "unknown" or text in draft.named():
        return text
    if expand(text, "", None, vocabulary()):
        if LOCAL.fullmatch(text) and text not in field.choices:
            raise BadInput(f"Nothing in this report has the id {text}. Give its name instead.")
        return text
    folded = text.casefold()
    same = [name for name, each in draft.named().items() if folded in names_of(each)]
    same += [] if same else [k for k, v in draft.known.items() if folded in map(str.casefold, v)]
    if len(same) > 1:
        raise BadInput(f"{text!r} may be {' or '.join(same)}. Give the identifier.")
    if not same and ":" in text and " " not in text:
        raise BadInput(" ".join(complaint(text, None, vocabulary())))
    return same[0] if same else None


def names_of(entity: Thing) -> list[str]:
    """The names of a thing, folded to be compared."""
    alias = entity.get("alias", [])
    return [
        str(n).casefold()
        for n in [entity.get("name", ""), *([alias] if isinstance(alias, str) else alias)]
    ]


def _new_thing(draft: Draft, name: str, kind: str) -> str:
    if kind not in PREFIX:
        raise BadInput(f"{name!r} is new here. Say what it is: {', '.join(PREFIX)}.")
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only.casefold()).strip("-")
    made = fresh(draft, f"{PREFIX[kind]}:{slug}" if slug else f"#{kind.lower()}-1")
    entities = len(draft.sheet.values("entities"))
    draft.sheet.insert("entities", entities, {"id": made, "type": kind, "name": name})
    return made


def fresh(draft: Draft, wanted: str) -> str:
    """An identifier that the file does not use yet: the wanted one, or it with the next number."""
    used = {
        reference(each) for key in ("claims", "propositions") for each in draft.sheet.values(key)
    }
    used |= set(draft.named())
    stem = wanted.rstrip("0123456789")
    stem, number = (stem, int(wanted[len(stem) :])) if stem != wanted else (f"{wanted}-", 1)
    name = wanted
    while name in used:
        number += 1
        name = f"{stem}{number}"
    return name


def _put_role(draft: Draft, claim: Thing, field: Field, values: list[Any]) -> None:
    """Sets a role of what the claim is about."""
    old = draft.proposition(claim)
    if old is None:
        raise BadInput("The file does not describe what this claim is about. Edit `about` first.")
    about = deepcopy(old)
    if field.kind == KIND:
        _fits(about, values[0])
        about["type"] = values[0]
    else:
        _put_at(about, field.path, _single(values) if values else None)
    replaced(draft, old, about)


def _fits(about: Thing, kind: str) -> None:
    allowed = vocabulary().keys_of([KB + kind])
    alien = sorted(key for key in about if key not in allowed | {"id", "type"})
    if alien:
        raise BadInput(
            f"{kind} has no {', '.join(alien)}. Clear that first, or split the claim off."
        )


def _put_at(thing: Any, path: tuple[str | int, ...], value: Any) -> None:
    """Sets or deletes what a path leads to; parts that become empty go too."""
    step, rest = path[0], path[1:]
    if rest:
        if isinstance(thing, dict):
            thing.setdefault(step, {})
        _put_at(thing[step], rest, value)
        if not thing[step]:
            del thing[step]
    elif value is None:
        thing.pop(step, None)
    else:
        thing[step] = value


def replaced(draft: Draft, old: Thing, new: Thing) -> None:
    """Puts a changed proposition back where the file has it, in its list or inside a claim."""
    for number, each in enumerate(draft.sheet.values("propositions")):
        if each == old:
            draft.sheet.replace("propositions", number, new)
            return
    for number, claim in enumerate(draft.claims):
        if claim.get("about") == old:
            draft.sheet.replace("claims", number, claim | {"about": new})
            return
