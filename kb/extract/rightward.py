"""The source that stands after a cue: "…, said the owner of the ship, which …"."""

import re

from kb.extract.clause import Clause
from kb.extract.spans import Span, unmarked


def source_right(
    clause: Clause, place: int, *, things: bool = False, owned: bool = False
) -> tuple[Span, int] | None:
    """The source that begins at a place, and where it ends with what is said of it.

    `things`: evidence may be one; `owned`: one may begin with "their", as after a quotation.
    """
    match = RIGHT.match(clause.text, place, clause.end)
    if match is None or not match["source"].strip():
        return None
    if not owned and match["source"].split()[0].casefold() in OWNERS:
        return None
    made = MADE_BY.match(clause.text, match.end("source"), clause.end)
    further = RIGHT.match(clause.text, made.end(), clause.end) if made else None
    if further is not None and match["source"].split()[-1] in MADE:
        span = unmarked(clause.text, match.start("source"), further.end("source"))
        return (span, further.end()) if clause.speaks(span, things=things) else None
    span = unmarked(clause.text, match.start("source"), match.end("source"))
    anybody = owned and ANYBODY.match(clause.text, *span)
    if not anybody and not clause.speaks(span, things=things):
        return None
    return span, match.end()


ANYBODY = re.compile(
    r"(?i)(?:an?|one|two|three|the|his|her|its|their) (?:[a-z][\w-]+ ){0,3}[a-z][\w-]+"
)
"""Whoever said a quotation before: "said a former dispatcher at the terminal"."""
OWNERS = frozenset({"its", "their", "his", "her", "our", "my"})
"""What an object begins with rather than a source: "confirmed its contract with the navy"."""
MADE_BY = re.compile(r"\sby(?=\s)")
MADE = frozenset(
    "provided obtained released published issued seen shared compiled reviewed collected taken made written prepared".split()
)
"""Before "by", what tells whose a source is: "photos provided by Japan"."""
RIGHT = re.compile(
    r"\s*(?P<source>(?:[^\W_]|[ \-’'&./](?!\s*[—–])){2,140}?)"
    r"(?=[,;:!?)“”\"(—–]|[.]\s*$|$|\s(?:that|who|which|whose|where|on|in|after|before|as|while|and (?:was|were|is|are|had|has|has|said|added)|but|citing|when|because|by|during|to|at a|at the|during|speaking|said|told|says|late|earlier|last|this)\s)"
    r"(?P<rest>,\s(?:an?|the|who|which|whose|in|head|chief|director|one|now|then)\s[^,“”\"]{2,120}(?=,|[.!?]?\s*$))?"
)
