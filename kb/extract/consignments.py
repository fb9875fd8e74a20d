"""A cargo as a report file describes it: its kind, its amount as said, and the bounds of that."""

import re
from typing import Any

from kb.extract.cargo import KINDS
from kb.extract.quantities import bounds
from kb.extract.triggers import arms_in
from kb.namespaces import KB
from kb.vocabulary import Vocabulary


def consignment(words: str, vocabulary: Vocabulary, amount: str = "") -> dict[str, Any]:
    """A cargo as its words tell it: its kind where they name one, the quantity as said with its bounds."""
    known = vocabulary.concepts[KB + "CargoKind"]
    kind = next(
        (
            name
            for sought, name in KINDS.items()
            if name in known and re.search(rf"(?i)(?:{sought})", f"{words} {amount}")
        ),
        "unknown-cargo",
    )
    found: dict[str, Any] = {"cargoKind": kind}
    size = bounds(amount or words)
    if amount and size is not None:
        found |= {"description": words} if words and words not in amount else {}
        words = amount
    if size is None:
        found["description"] = words or amount
        return found
    found["quantity"] = words
    if size.least is not None:
        found["quantityMin"] = _number(size.least)
    if size.most is not None:
        found["quantityMax"] = _number(size.most)
    if size.least is not None or size.most is not None:
        found["unit"] = size.unit
    return found


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def differ(first: str, second: str) -> bool:
    """Whether two accounts name goods that cannot be the same: "sugar", "pickup trucks"; "food", "rifles"."""
    if not first or not second or VAGUE.search(first) or VAGUE.search(second):
        return False
    if arms_in(first, 0, len(first)) or arms_in(second, 0, len(second)):
        return arms_in(first, 0, len(first)) != arms_in(second, 0, len(second))
    one, two = (set(WORDS.findall(each.casefold())) for each in (first, second))
    return not one & two and not OILS.search(first)


VAGUE = re.compile(
    r"(?i)\b(?:cargo(?:es)?|goods|containers?|boxes|crates|loads?|consignments?|packages|parcels|supplies|equipment|materials?|aid|parts|components?|vehicles)\b"
)
WORDS = re.compile(r"[a-z-]{3,}")
OILS = re.compile(r"(?i)\b(?:oil|crude|petroleum|fuel|diesel|gasoil|naphtha|products?)\b")
