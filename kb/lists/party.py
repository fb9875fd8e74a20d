"""Which thing an entry speaks of: a ship by its IMO number, anything else by list and key."""

import re
from urllib.parse import quote, unquote

from kb.lists.model import Entry, Identifier
from kb.namespaces import ID, KB

KINDS = {
    "vessel": ("ship", "Ship"),
    "aircraft": ("aircraft", "Aircraft"),
    "person": ("person", "Person"),
    "organization": ("org", "Organization"),
    "unknown": ("list", "Entity"),
}
"""The prefix and class of the party of an entry of each kind."""
LISTS = f"{ID}list/"
DIGITS = re.compile(r"(?<!\d)\d{7}(?!\d)")
SAFE = "-._~"


def imo_number(text: str) -> str:
    """The one valid IMO number of a ship in a text; "" if there is none, or more than one."""
    found = {number for number in DIGITS.findall(text) if _is_imo(number)}
    return found.pop() if len(found) == 1 else ""


def _is_imo(number: str) -> bool:
    weighed = sum(
        int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False)
    )
    return weighed > 0 and weighed % 10 == int(number[6])


def own_imo(entry: Entry) -> str:
    """The valid IMO number that an entry gives as its ship's own; "" if none, or if it gives several."""
    if entry.kind != "vessel":
        return ""
    found = {imo_number(each.value) for each in entry.identifiers if _is_own(each)}
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _is_own(identifier: Identifier) -> bool:
    return identifier.scheme == "imo" and not identifier.false


def party_iri(series: str, entry: Entry) -> str:
    """The IRI of the party of an entry of a list."""
    prefix, _ = KINDS[entry.kind]
    number = own_imo(entry)
    if number:
        return f"{ID}ship/imo-{number}"
    if prefix == "list":
        return f"{LISTS}{series}/party/{quote(entry.key, safe=SAFE)}"
    return f"{ID}{prefix}/{series}-{quote(entry.key, safe=SAFE)}"


def party_class(entry: Entry) -> str:
    """The IRI of the class of the party of an entry."""
    return KB + KINDS[entry.kind][1]


def entry_iri(edition: str, key: str) -> str:
    """The IRI of the entry with a key in an edition."""
    return f"{edition}#{quote(key, safe=SAFE)}"


def key_of(entry: str) -> str:
    """The key of the entry with an IRI."""
    return unquote(entry.partition("#")[2])
