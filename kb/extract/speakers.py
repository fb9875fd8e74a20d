"""The words and patterns by which it is told whom a source's words stand for."""

import re

from kb.extract.spans import Span

PERSONAL = frozenset({"he", "she", "who", "him", "her"})
HUMAN = frozenset(
    "spokesman spokeswoman spokesperson minister ambassador envoy president premier captain director analyst researcher official officer leader commander general admiral lawyer judge senator professor chief owner master executive diplomat representative secretary coordinator deputy chairman aide adviser advisor expert witness captain prosecutor attorney inspector manager".split()
)
BELONGS = re.compile(r"\b(?:of|for|at|from|with|in|by|to)(?: the| (?:[\w-]+ ){0,3}[\w-]+[’']s?)?$")
"""Before a name, what makes it what somebody belongs to: "an official of Libya's Government of National Unity"."""
NAMED = ("person", "org", "name", "group")
FRAMES = re.compile(r"(?i)^the\s+(?P<noun>[\w-]+(?:\s[\w-]+)?)$")
ITS_REPORT = re.compile(r"(?i)^(?:its|their) (?:[\w-]+ ){0,2}(?:report|statement|study)$")
LEADING = re.compile(
    r"(?i)^(?:while|although|though|but|and|as|after|however,?|meanwhile,?)\s+|^(?:the|a|an|some|several)\s+"
)
TRAILING = re.compile(
    r"(?i)[\s,]+(?:ha[sd]|have)$|\s+(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$|\s*\([^)]{1,40}\),?$|(?:(?<=statement)|(?<=report)|(?<=study)|(?<=letter)),?\s+(?:carried|published|released|issued|submitted|provided|prepared|compiled|written|filed|delivered|sent|obtained|seen|posted|broadcast|dated|reviewed|cited|quoted)\b.*$|,?\s+(?:who|which|that|whose|(?:monitoring|tracking|investigating|overseeing|enforcing|covering)(?! (?:services|groups?|firms?|agenc|compan|data|websites?|teams?|missions?|office|officials|body|site))|led by|run by|set up by|tasked|appointed|chaired|headed|contributing)\b.*$|\s+(?:on|in|at)\s+(?:a|an|the)\s+(?:statement|interview|report).*$|(?<=[a-z]s)\s+(?:seen|obtained|reviewed)$"
)


ASIDE = re.compile(
    r",\s+(?:(?P<doing>speaking|asked|responding|replying|commenting|citing|quoting|addressing|testifying|writing"
    r"|reacting|referring|questioned|pressed|reached|contacted|interviewed|quoted|cited|who|which|whose)|an?|the)\b"
)
"""What is said of a source between its name and its verb."""
SEVERAL = re.compile(
    r"(?:[A-Z][\w’'-]*\s|(?:senior|several|some|two|three|four|five|many|other|unnamed|former|local|western)\s){0,3}"
    r"(?:experts|officials|researchers|investigators|analysts|prosecutors|diplomats|inspectors|monitors|authorities|"
    r"observers|witnesses|lawyers|lawmakers|residents|activists|sailors|owners|insurers|traders|brokers)\b"
)
"""A group of people who may be meant by "they"."""
BOTH = re.compile(
    r"\b(?:by|of|from) (?:the )?(?P<who>[\w’' -]{3,60}? and [\w’' -]{3,40}?) (?:have|had|were|are)\b"
)
WHOSE = re.compile(r"\s(?:of|for|at|from|by|with|in|who)\s")
"""What ends the head of a source: "a spokesman for"."""
WRITINGS = re.compile(
    r"(?i)\b(?:complaint|indictment|report|filing|memo|letter|affidavit|study|document|order|warrant|motion)s?\b"
)
"""What "the document" may stand for."""
MADE_BY = re.compile(r"\b(?:appointed|led|chaired|headed|set up|created|formed|commissioned) by\s")
"""Before a person who is not whom a source names: "the panel appointed by"."""
WRITTEN = frozenset({"statement", "letter"})
AUTHORED = re.compile(
    r"\b(?:report|statement|study|letter|analysis|note|assessment|communique|tweet|post|briefing|investigation|paper|probe|inquiry|audit|survey) (?:by|from)(?: the)?$"
)
"""What stands before the body that wrote something: "a report by the"."""
LANDS = frozenset({"country", "nation", "kingdom"})
FIRMS = frozenset({"company", "firm", "owner", "group", "commander", "captain"})
PUBLIC = re.compile(
    r"\b(?:Treasury|Department|Ministry|Council|Committee|Office|Government|Panel|Nations|Navy|Army|Command|Agency|Union|Reuters|AFP|AP|Tass|Interfax)\b"
)
"""Names that no company bears."""
REACH = 20_000
"""How many characters back the full name of "the panel" is looked for."""
OWN_NAME = frozenset(
    "ministry embassy navy army command department minister's panel coalition committee court".split()
)
"""What is meant by these only where somebody was called so."""
WIRES = frozenset(
    "Reuters AFP AP Tass TASS Interfax Yonhap KCNA Bloomberg IRNA Fars Tasnim Xinhua".split()
)
"""News agencies that carry words rather than say them."""


def titled(text: str, noun: str, place: int) -> Span | None:
    """The last words before a place that say which one: "Saudi-led coalition", "U.N. panel of experts"."""
    titled = re.compile(
        rf"\b(?:[A-Z][\w.’'-]{{0,30}}\s(?:[a-z]{{1,20}}\s)?){{1,3}}{re.escape(noun)}\b(?:\sof\s\w{{1,30}})?"
    )
    last = None
    for match in titled.finditer(text, max(0, place - REACH), place):
        last = match
    if last is None:
        return None
    start = last.start() + (len(found[0]) if (found := LEADING.match(last[0])) else 0)
    return start, last.end()
