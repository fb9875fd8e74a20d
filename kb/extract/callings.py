"""The names that a ship had, has and shows, by the words before them."""

import re
from collections.abc import Mapping

from kb.extract.spans import Span

_LIST = r"((?:[“\"‘']?[A-Z0-9][\w’'-]*[”\"’',]*(?:\s|,\s|\sand\s|,\sand\s|\sthen\s)?(?:and\s)?)+)"
SHOWN = re.compile(
    r"\b(?:posing\sas|pos(?:ed|es)\sas|pretend\w*\sto\sbe|masquerad\w*\sas|disguised\sas|(?:trawler|tanker|ship|vessel|freighter)\s(?:called|named)|identity\sof|(?:under|using|used)\sthe\s(?:false\s|fake\s)?name(?:\sof)?|so\sthat\sit\sread|as\sthe)"
    r"(?:\s(?:an?|the)(?:\s[a-z-]+){0,4},?)?(?:\sthe)?\s[“\"‘']?([A-Z][\w-]*(?:\s[A-Z0-9][\w-]*){0,3})"
)
NAME = re.compile(r"[A-Z][\w’'-]*(?:\s[A-Z0-9][\w’'-]*)*")
FORMER = re.compile(
    r"\b(?:[Ff]ormerly|[Pp]reviously|[Oo]nce|originally|until\s(?:then|recently)|earlier|ex|among\sthem|names?\sfrom|renamed\sfrom|from)[-\s](?:known\s(?:as|to\sport\sofficials\sas)\s|called\s|named\s|registered\sas\s|sailing\sas\s|trading\sas\s)?(?:the\s)?"
    + _LIST
)
LATTER = re.compile(
    r"\b(?:renamed|rechristened|name\sto|names?\sof|now|became|becoming|the\snames?|new\sname,?|to)\s(?:as\s|to\s|called\s|named\s|known\sas\s|sails\sas\s|trades\sas\s|sailing\sas\s)?(?:the\s)?"
    + _LIST
)
CALLED = re.compile(r"\b(?:been|was|is|are)\s(?:called|named)\s(?:the\s)?" + _LIST)
NAMES = ((FORMER, "formerName"), (LATTER, "newName"), (CALLED, "newName"))
CALLINGS = ("formerName", "newName", "falseName")
"""Roles whose words are names as they stand."""


def called(text: str, content: Span, kind: str) -> Mapping[str, list[Span]]:
    """The names in a passage on a renaming or on a false identity, by role."""
    if kind == "FalseIdentity":
        shown = SHOWN.search(text, *content)
        return {"falseName": [shown.span(1)]} if shown is not None else {}
    found: dict[str, list[Span]] = {}
    for words, role in NAMES:
        match = words.search(text, *content)
        if match is None:
            continue
        names = [m.span() for m in NAME.finditer(text, *match.span(1))]
        if words is CALLED:
            role = "newName" if len(names) == 1 else "formerName"
        found.setdefault(role, names)
    return found
