"""Datelines: from where, when and by which agency a wire was sent: "SEOUL, Oct. 18 (Example Wire) --"."""

import re

DATELINE = re.compile(
    r"[A-Z]{4,20}(?: [A-Z]{3,20})? ?: (?=[A-Z])|\([A-Z][\w ]{1,30}\) ?(?:--|—|–|-) ?(?=[A-Z])|[A-Z][\w ./’'-]{2,40}(?:, [A-Z][\w .]{2,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([A-Z][\w ]{1,30}\))? ?(?:--|—|–|(?<=\) )-) ?(?=[A-Z])|(?:Washington|London|Brussels|Seoul|Moscow|Beijing|Tokyo|Paris|Geneva|Dubai|Riyadh|Tehran|New York): (?=[A-Z])"
)
"""Where a wire was sent from, before its first sentence; no part of what is claimed."""
SENT = re.compile(
    r"(?m)^(?P<place>[A-Z][A-Z ./’'-]{2,40}|[A-Z][\w’'-]{2,20})(?:, [A-Z][\w .]{2,20})?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r" \([A-Z][\w .&-]{1,30}\) ?(?:--|—|–|-)"
)
AGENCY = re.compile(r"\((?P<name>[A-Z][\w .&-]{1,30})\)\s*[—–-]")
NEAR_START = 600


def agency(text: str) -> str:
    """The agency in a dateline near the start of a text such as "(Reuters) —"; else nothing."""
    found = AGENCY.search(text[:NEAR_START])
    return found["name"] if found else ""


def places(text: str) -> tuple[str, ...]:
    """The places of the lines that begin with a dateline, each once: more than one where reports were joined."""
    return tuple(dict.fromkeys(found["place"].strip() for found in SENT.finditer(text)))
