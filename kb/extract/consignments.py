"""A cargo as a report file describes it: its kind, its amount as said, and the bounds of that."""

import re
from typing import Any

from kb.extract.cargo import KINDS
from kb.extract.quantities import bounds
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
