"""Ships in prose, by the ways in which people write of them; and port names by the words around them."""

import re
from collections.abc import Iterator

from kb.extract.mention import Mention, pattern

NAME = r"(?:[A-ZÀÖØ-Þ][\w’'-]*|[IVX]+|\d{1,3})"
NAMES = rf"{NAME}(?: (?:of|the|al|el|de|do|da) {NAME}| {NAME}){{0,3}}"
CAPITALS = r"[A-Z][A-Z0-9-]+(?: [A-Z0-9][A-Z0-9-]*){0,3}"
KIND = (
    r"(?:(?:oil|product|chemical|crude|gas|LNG|LPG|fuel|bunkering|shuttle|Suezmax|Aframax|Panamax|VLCC) )?tankers?|freighters?"
    r"|(?:cargo|container|merchant|supply|research|landing|training|coal|fishing|mother|spy|general cargo|ro-ro)[ -]?(?:ships?|vessels?|boats?)"
    r"|bulk carriers?|bulkers?|gas carriers?|car carriers?|reefers?|dhows?|barges?|trawlers?|ferry|ferries|tugs?|coasters?"
    r"|frigates?|destroyers?|corvettes?|cutters?|warships?|submarines?|yachts?|ships?|vessels?|boats?|carriers?|supertankers?"
)
PREFIX = r"(?:M/V|MV|M\.V\.|MT|M/T|M\.T\.|M/S|MS|SS|S/S|F/V|FV|USS|HMS|HMAS|HMCS|INS|LNG/C|TB|T/B|USCGC|USNS|JS|ROKS)"
AFTER_PREFIX = pattern(rf"\b{PREFIX} (?P<ship>[\"“‘'«]?{NAMES})")
AFTER_KIND = pattern(
    rf"\b(?i:{KIND}),?(?: (?:named|called|known as|then named|then called|the|renamed|now known as))? (?P<ship>{NAMES})"
)
QUOTED = pattern(
    rf"\b(?i:{KIND}|named|called|renamed|name|names|as|the|formerly|ex)[, ]{{1,2}}[\"“‘«](?P<ship>[A-Z0-9][\w .’'-]{{1,30}}?)[,.]?[\"”’»]"
)
FLAGGED = pattern(
    rf"\b[A-Z][\w-]*(?: [A-Z][\w-]*)?[- ](?:flagged|registered|owned|built|operated|managed|linked)"
    rf"(?: (?i:{KIND}))? (?P<ship>{NAMES})(?= ?[,.;:)(]| (?:and|was|is|were|had|has|sailed|left|arrived|called|loaded|to|at|from|in|on)\b)"
)
WITH_NUMBER = pattern(
    rf"(?<![\w-])(?P<ship>{NAMES}|{CAPITALS}),? ?\(?(?:[^()\n]{{0,40}}[,;] ?)?(?:with )?(?:IMO|imo)(?: [a-z]+){{0,2}}[ :#]{{0,2}}\d{{7}}"
)
ABOARD = pattern(
    rf"\b(?:aboard|on board|boarded|among them|known as|sails as|sailed as|sailing as|named|renamed|called|was christened|sister ship),? (?:the )(?P<ship>{NAMES})"
)
BELONGS = pattern(
    rf"\b[Tt]he (?P<ship>{NAMES})(?:’s|'s) (?:owners?|master|captain|crew|managers?|operators?|transponder|AIS|flag|cargo|insurers?|hull|voyage|registered|decks?|bridge)\b"
)
SAILED = pattern(
    rf"\b[Tt]he (?P<ship>{NAMES})(?:,[^,.;]{{1,60}},)? (?:had |has |was |then |later |also )*(?:sailed|departed|docked|berthed|anchored|steamed|loaded|unloaded|discharged|moored|drifted|transmitted|broadcast|called at|called in|switched off|turned off|went dark|ran aground|sank|foundered|left port|was (?:seized|detained|boarded|intercepted|reflagged|renamed|built|scrapped))\b"
)
PASSED = pattern(
    rf"\b(?:transfer\w*|pump\w*|pass(?:ed|ing)|offload\w*|discharg\w*|loaded|loading) (?:[\w’'-]+ ){{0,6}}?(?:to|onto|into|from) (?:the )(?P<ship>{NAMES})"
)
LISTED = pattern(
    rf"(?:,? and (?:the )?|, (?:the )?)(?P<ship>{NAMES})(?= ?[,.;]| (?:and|were|are|have|had)\b)"
)
STEMS = re.compile(
    r"^(UN|US|UK|EU|DPRK|(?i:the|a|an|and|of|in|at|on|to|from|for|by|it|he|she|they|was|is|were|no|one|two|three|captain|master|crew|owner"
    r"|imo|mmsi|north|south|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|russia|iran|china|mr|mrs|ms|when|while|after|as|but|ltd|limited|inc|services|captain|capt))$"
)
QUALIFIED = re.compile(
    r"(?i)\b(owned|managed|operated|based|flagged|registered|linked|bound|related|built)\b"
)
MARITIME = re.compile(
    r"(?i)\b(ports?|harbou?rs?|terminals?|docks?|docked|berth\w*|anchor\w*|moor\w*|quays?|piers?|sail\w*|depart\w*|vessels?|ships?|tankers?"
    r"|freighters?|cargo\w*|voyages?|route|bound|steam\w*|load\w*|unload\w*|discharg\w*|call(?:ed|s)? at|shipyards?|containers?|dhows?)\b"
)
PORT_WORDS = pattern(
    r"\b(?:(?:[Pp]orts?|[Hh]arbou?rs?|[Tt]erminals?|[Aa]nchorages?) (?:city )?(?:of|at|in) (?P<after>(?:[A-Z][\w’'-]+)(?: (?:[A-Z][\w’'-]+|al|el)){0,2})"
    r"|(?P<before>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:’s|'s)? (?:port|harbou?r|oil terminal|container terminal|terminal|anchorage)\b"
    r"|(?P<named>Port (?:of )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))"
)
ROUTE = pattern(
    r"\b(?:load\w*|discharg\w*|call(?:ed|s|ing)?|dock\w*|berth\w*|anchor\w*|arriv\w*|sail\w*|depart\w*|left|leav\w+|clear(?:ed|ing)|bound|voyages?|trips?|unload\w*|offload\w*|detain\w*|moor\w*|land(?:ed|ing)|held|carri?\w*|cargo(?:es)?|cross\w*|steam\w*|head(?:ed|ing)|route|transit\w*|reach\w*|put in|delivered|shipped|waiting|drift\w*)"
    r"(?: [\w,’'-]+){0,6}? (?:at|in|from|to|for|off|near|into|via|and|reaching|left|between) (?P<port>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+| al-[A-Z]\w+)?)"
)
ROUTE_ON = pattern(
    r"(?:,? and|,| to| via|,? or|,? then| for) (?P<port>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
LEADING = pattern(
    r"(?:\b(?:port of|ports? of|port|call(?:ed|s)? (?:at|in)|at|from|to|off|near|for|between|via|and|into|of|left|leaving|departed|docked (?:at|in)|reach(?:ed|ing)?|in|outside)|[,/]) $",
    re.IGNORECASE,
)


def ships(text: str) -> Iterator[Mention]:
    """Ships by pattern, each name once found also wherever else it stands."""
    names: dict[str, str] = {}
    for rule, words in RULES:
        for match in words.finditer(text):
            name = _clean(match["ship"])
            if name:
                start = text.index(name, match.start("ship"))
                names.setdefault(name, rule)
                yield _ship(text, start, name, rule)
                yield from _others(text, match, name, names)
    for name in sorted(names):
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            yield Mention(*match.span(), name, "ship", "", "V-again")


def _ship(text: str, start: int, name: str, rule: str) -> Mention:
    return Mention(start, start + len(name), text[start : start + len(name)], "ship", "", rule)


def _others(text: str, match: re.Match[str], name: str, names: dict[str, str]) -> Iterator[Mention]:
    """The further ships of a list: "the tankers A, B and C"."""
    if not re.search(
        r"(?i)(?:s|ies)\b[^\w]*(?:the )?$", text[match.start() : match.start("ship")].rstrip()
    ):
        return
    place = text.index(name, match.start("ship")) + len(name)
    while (further := LISTED.match(text, place)) is not None:
        other = _clean(further["ship"])
        if not other:
            return
        names.setdefault(other, "V-list")
        yield _ship(text, further.start("ship"), other, "V-list")
        place = further.end("ship")


def _clean(words: str) -> str:
    """A name without quotation marks and without what is no part of it; empty where nothing is left."""
    name = words.strip(" \n\"“”‘’'«».,;:-").removesuffix("’s").removesuffix("'s")
    parts = name.split()
    while parts and STEMS.match(parts[-1]):
        parts.pop()
    while parts and STEMS.match(parts[0]) and parts[0].casefold() not in ("north", "south"):
        parts.pop(0)
    found = " ".join(parts)
    bad = not found or found[0].isdigit() or QUALIFIED.search(found) or len(found) < 3
    return "" if bad or "\n" in words.strip() else (found if found in name else "")


RULES = (
    ("V-prefix", AFTER_PREFIX),
    ("V-number", WITH_NUMBER),
    ("V-quoted", QUOTED),
    ("V-kind", AFTER_KIND),
    ("V-flagged", FLAGGED),
    ("V-aboard", ABOARD),
    ("V-belongs", BELONGS),
    ("V-sailed", SAILED),
    ("V-passed", PASSED),
)


def in_port_context(text: str, mention: Mention, sentence: tuple[int, int]) -> bool:
    """Whether a name that is also a port's is meant as one here: by the words just before and around."""
    before = text[max(0, mention.start - 24) : mention.start]
    return bool(LEADING.search(before)) and bool(MARITIME.search(text, *sentence))


def routed(text: str) -> Iterator[Mention]:
    """Places at which the words around them let ships load, call or arrive."""
    for match in ROUTE.finditer(text):
        yield from _routed(match)
        place = match.end("port")
        for _ in range(4):
            further = ROUTE_ON.match(text, place)
            if further is None:
                break
            yield from _routed(further)
            place = further.end("port")


def _routed(match: re.Match[str]) -> Iterator[Mention]:
    name = match["port"].removesuffix("’s").removesuffix("'s")
    first = name.split()[0]
    if not STEMS.match(first) and first not in ADJECTIVES and not NO_PORT.search(name):
        yield Mention(
            match.start("port"),
            match.start("port") + len(name),
            name,
            "port",
            "",
            "P-route",
            "a place by the words around it",
        )


NO_PORT = re.compile(
    r"(?i)\b(sea|strait|straits|gulf|ocean|waters|coast|island|peninsula|canal|channel|cape|navy|ministry|resolution|panel|security|states?|group|company|ltd|council|court|service|guards?|express|star|horn|bay of|east|west|north|south|africa|asia|europe|america|mediterranean|atlantic|pacific|black|red|yellow|baltic)\b"
)


def ports(text: str) -> Iterator[Mention]:
    """Ports named as such: "the port of X", "X harbour", "Port X"."""
    for match in PORT_WORDS.finditer(text):
        group = match.lastgroup or "named"
        name = match[group].removesuffix("’s").removesuffix("'s")
        if not STEMS.match(name.split()[0]) and name.split()[0] not in ADJECTIVES:
            start = match.start(group)
            yield Mention(start, start + len(name), name, "port", "", "P-named")


ADJECTIVES = frozenset(
    "The A An Any Each This That Its Their Russian Korean Iranian Chinese Libyan Yemeni Sudanese Turkish Japanese "
    "Ukrainian Syrian Egyptian Indian Northern Southern Eastern Western East West Far".split()
)
