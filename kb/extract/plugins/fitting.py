"""What speaks against a name that a trained model proposes: a guess is taken only where the words allow it."""

import re

from kb.extract.lexicon import CONCEPTS, FUNCTION, HEADS, SAYING
from kb.extract.people import shape

IN_PLACE = re.compile(r"(?i)\b(?:in|near|off|at|on|outside|around|by)\s$")
SPEAKS_AFTER = re.compile(rf"\s(?:{'|'.join(sorted(SAYING))})\b")
SPEAKS_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(SAYING))})\s$")
NUMBERED = re.compile(r"\s(?:[Rr]esolutions?\b|\d)")
DATELINE = re.compile(r"\s?(?:[—–/(]|,\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))")
WHICH = re.compile(r",\s(?:which|whose|the)\b")


def fits(kind: str, words: str, before: str, after: str) -> bool:
    """Whether the words around a name, and its own, let it be what the model takes it for.

    The rules have looked before: what they did not take as a person or a body lacks a plain sign of one. The
    model may add a name that looks like a person's or is said to speak, and a body of several words.
    """
    if kind not in ("person", "org"):
        return True
    parts = words.split()
    speaks = SPEAKS_AFTER.match(after) is not None or SPEAKS_BEFORE.search(before) is not None
    if IN_PLACE.search(before) or NUMBERED.match(after) or DATELINE.match(after):
        return kind == "org" and parts[-1].casefold() in HEADS and not NUMBERED.match(after)
    if kind == "person":
        return len(parts) == 1 or shape(parts) > 0 or speaks
    general = parts[0].casefold() in HEADS | CONCEPTS | FUNCTION | {"state", "party", "member"}
    if len(parts) == 1:
        return not general and not words.isupper() and (speaks or WHICH.match(after) is not None)
    return parts[-1].casefold() not in CONCEPTS
