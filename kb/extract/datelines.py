"""Datelines: from where, when and by which agency a wire was sent: "SEOUL, Oct. 18 (Example Wire) --"."""

import re

from kb.extract.dates import dates

DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?)(?:,? \d{4})?"
)
PLACE = r"[A-Z][\w ./’'-]{2,40}(?:, [A-Z][\w .]{2,20})?"
AGENCY_IN = r" \([A-Z][\w .&-]{1,30}\)"
FIRST = r"(?=[“\"]?[A-Z])"
DATELINE = re.compile(
    "|".join(
        (
            rf"[A-Z]{{4,20}}(?: [A-Z]{{3,20}})? ?: {FIRST}",
            rf"{AGENCY_IN.lstrip()} ?(?:--|—|–|-) ?{FIRST}",
            rf"{PLACE}(?:,? {DAY})?(?:{AGENCY_IN})? ?(?:--|—|–|(?<=\) )-) ?{FIRST}",
            rf"{PLACE},? {DAY}(?:{AGENCY_IN})? - {FIRST}",
            rf"[A-Z]{{3}}[A-Z .’'-]{{0,37}}(?:, [A-Z][\w .]{{2,20}})? - {FIRST}",
            rf"(?:Washington|London|Brussels|Seoul|Moscow|Beijing|Tokyo|Paris|Geneva|Dubai|Riyadh|Tehran|New York): {FIRST}",
        )
    )
)
"""Where a wire was sent from, before its first sentence; no part of what is claimed."""
SENT = re.compile(
    r"(?m)^(?P<place>[A-Z][A-Z ./’'-]{2,40}|[A-Z][\w’'-]{2,20})(?:, [A-Z][\w .]{2,20})?"
    rf"(?:,? {DAY})?"
    r" \([A-Z][\w .&-]{1,30}\) ?(?:--|—|–|-)"
)
AGENCY = re.compile(r"\((?P<name>[A-Z][\w .&-]{1,30})\)\s*[—–-]")
NEAR_START = 600


def agency(text: str) -> str:
    """The agency in a dateline near the start of a text such as "(Reuters) —"; else nothing."""
    found = AGENCY.search(text[:NEAR_START])
    return found["name"] if found else ""


def behind(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind the dateline that it may have."""
    found = DATELINE.match(text, start, end)
    return found.end() if found else start


def sent_on(text: str) -> str:
    """The day of the first dateline with a year near the start of a text, as EDTF; else nothing."""
    for line in re.finditer(r"(?m)^.", text[:NEAR_START]):
        dateline = DATELINE.match(text, line.start())
        day = re.search(DAY, dateline[0]) if dateline else None
        if day is not None and re.search(r"\d{4}$", day[0]):
            found = dates(re.sub("[.,]", "", day[0]), None)
            return found[0].value if len(found) == 1 else ""
    return ""


def places(text: str) -> tuple[str, ...]:
    """The places of the lines that begin with a dateline, each once: more than one where reports were joined."""
    return tuple(dict.fromkeys(found["place"].strip() for found in SENT.finditer(text)))
