"""Which words of a passage bear on its event, and which belong to another clause: asides, thoughts, circumstances."""

import re
from collections.abc import Sequence

from kb.extract.chunks import Filler
from kb.extract.prominence import Hit
from kb.extract.triggers import NEWS, arms_in, goods_in

THINKING = re.compile(
    r"(?:’s|'s)?\s(?:(?:experts?|officials?|intelligence|analysts|investigators|also|had|has|have)\s){0,2}"
    r"(?:believed?s?|sa(?:id|ys?)|alleged?s?|suspect(?:ed|s)?|claim(?:ed|s)?|assess(?:ed|es)?|thinks?|fears?|estimated?s?)\b"
)
"""Who only thinks what a passage tells ("weapons that UN experts believe came from")."""
SURE = re.compile(
    r"\b(?:certain|sure|confident|convinced|aware|clear|sa(?:id|ys?)|believe[sd]?|claim(?:s|ed)?|alleged?s?|report(?:s|ed)|thinks?"
    r"|suspect(?:s|ed)?|found|finds?|shows?|showed|confirm(?:s|ed)?|den(?:y|ies|ied)|conclude[sd]?|determined|revealed)\sthat\b"
    r"|\b(?:sa(?:id|ys?)|believe[sd]?|claim(?:s|ed)|alleged?s?|report(?:s|ed))\s(?:the|its?|an?|their|his)\s"
)
"""After these words another clause begins, whose subject is another."""
CIRCUMSTANCE = re.compile(
    r"\b(?:despite|amid|(?:in\s(?:\w+\s)?(?:violation|breach|defiance|contravention)\sof)|(?:accusations?|evidence|warnings?|criticism|pressure|reports?)\sfrom"
    r"|in\sresponse\sto|on\scondition\sof|as\spart\sof|contrary\sto)\b"
)
"""What is told after these words is no part of the event before them."""
ASIDE = re.compile(r",\s(?:which|who|whose|where)\s[^,;.]{0,120},")
ANTECEDENT = re.compile(
    r",?\s(?:that|which|who)\s(?:(?:was|were|is|are|has|have|had|been|be|being|also|then|later|allegedly|reportedly|previously)\s|\w+ly\s){0,4}"
)
REPORTING = frozenset(
    "quoted cited reported seen obtained published released issued reviewed shared posted compiled analysed analyzed".split()
)
"""By whom something is only told ("data quoted by Reuters")."""
NEWS_BY = re.compile(
    rf"(?i)\b(?:{NEWS})\s(?:provided|supplied|given|sent|shared|obtained)\s(?:[a-z]+\s)?by\s(?:the\s)?$"
)
GOODS_REACH = 25


def apart(text: str, hit: Hit, each: Filler) -> bool:
    """Whether words stand in a clause that is not the event's."""
    if each.sort in ("party", "state"):
        if each.start >= hit.end and THINKING.match(text, each.end):
            return True
        if each.end < hit.start and SURE.search(text, each.end, hit.start):
            return True
        if each.start > hit.end and each.relation == "poss" and not _owns_goods(text, each):
            return True
    if each.relation == "by" and (
        each.noun in REPORTING or NEWS_BY.search(text, max(0, each.start - 48), each.start)
    ):
        return True
    if each.start > hit.end and CIRCUMSTANCE.search(text, hit.end, each.start):
        return True
    return each.end < hit.start and _in_aside(text, hit, each)


def _owns_goods(text: str, each: Filler) -> bool:
    return arms_in(text, each.end, each.end + GOODS_REACH) or goods_in(
        text, each.end, each.end + GOODS_REACH
    )


def _in_aside(text: str, hit: Hit, each: Filler) -> bool:
    begin = text.rfind(",", 0, each.start)
    if begin < 0:
        return False
    aside = ASIDE.match(text, begin)
    return aside is not None and each.end < aside.end() <= hit.start


def antecedent(text: str, hit: Hit, found: Sequence[Filler]) -> Filler | None:
    """The words that "that" or "which" before a verb stands for ("a company that was sanctioned"), or None."""
    before = [f for f in found if f.end < hit.start]
    if not before:
        return None
    last = before[-1]
    return last if ANTECEDENT.fullmatch(text, last.end, hit.start) else None
