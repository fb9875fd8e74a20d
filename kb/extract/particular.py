"""Roles that single words of a text give, before the tables: a flag that is dropped, an owner that is named."""

import re
from collections.abc import Callable, Mapping

from kb.extract.chunks import Filler
from kb.extract.prominence import Hit
from kb.extract.verbs import FORMS

TIES = frozenset({"Ownership", "Management", "Charter", "Insurance"})
NAMING = {
    "Ownership": "owner",
    "Management": "manager",
    "Charter": "charterer",
    "Insurance": "insurer",
}
WATCHING = frozenset({"Seizure", "Detention", "Inspection"})
DESCRIBING = frozenset(
    "operated owned managed controlled run flown made built manufactured produced backed supported led crewed"
    " insured chartered registered assembled commissioned headed".split()
)
LETTING = re.compile(
    r"(?i)\b(?:leas|let|hired\sout|chartered\sout|rented\sout|charter|on\shire)\w*\b[^.;]{0,60}\sto\s"
)
BROKERING = re.compile(r"(?i)\b(?:brokered|arranged|facilitated|mediated|organised|organized)\b")
TAUGHT = re.compile(r"(?i)\b(?:receiv|underg|underw|got|get|attend|complet)\w*")
TRADES = frozenset({"ArmsTransfer", "Shipment", "Transfer", "Sale"})
ARRANGED = re.compile(r"(?:arrang|broker|organi[sz]|facilitat|order|handl|prepar|commission)ed")
CHARGED = re.compile(
    r"(?i)\b(?:charg\w+|against|convict\w+|indict\w+|accus\w+|prosecut\w+)\s(?:[\w’'-]+\s){0,3}$"
)
CHARGING = re.compile(
    r"(?i)\b(?:charge[sd]?|charging|convicted|indicted|prosecuted|unsealed|arraigned)\b"
)
ACCUSING = re.compile(
    r"(?<!is\s)(?<!are\s)(?<!was\s)(?<!were\s)(?<!been\s)(?<!being\s)(?<!stands\s)(?<!stand\s)\baccus(?:ed|es|ing)\b"
)
"""What who stands before it says of others."""
OFFICIAL = re.compile(
    r"(?i)[-\s](?:[\w-]+\s)?(?:sanctions|treasury|government|authorities|measures|blacklists?|sanctioned|blacklisted|designated)\b"
)
SHIPPED = re.compile(
    r"\s(?:[a-z][\w-]*\s){0,3}(?:ships?|vessels?|tankers?|freighters?|dhows?|carriers?|boats?|train|trains)\b"
)
EXPLAINED = re.compile(r",\s(?:an?|the)\s(?:[\w’'-]+\s){1,5}")
"""What says who the name before it is ("Oboron, a shipping company owned by")."""
EXCHANGING = re.compile(r"(?i)(?:exchang|swap|trad)(?:ed|es?|ing)\b")
BACK = re.compile(r"\bback\sto\s(?:the\s)?$")
"""Where goods are traced to."""
COMPANY = re.compile(r"\b(?:company|firm|business|stake|shares|subsidiary)\b")
"""What is sold rather than sold to: "sold the company"."""
ENTERED = re.compile(r"\b(?:flagged|registered)\s(?:in|to|with)\s(?:the\s)?$")
FLAGGING = frozenset({"FlagRegistration", "FlagChange", "FalseIdentity"})
COVERED = frozenset("insured covered classed certified reinsured listed".split())
"""Before "by", what ties a ship to who takes no part in what it does."""
SEA = re.compile(r"\b(?:Sea|Gulf|Ocean|Strait|Straits|Channel|Archipelago)\b")
HOSTING = re.compile(r"(?i)(?:host|welcom|receiv)(?:ed|es|ing|s)\b")
NONE = "-"
"""No role at all, whatever the tables say."""
REGISTRY = re.compile(r"(?i)\b(?:regist\w+|maritime|administration|authority|flag)\b")
LEAVING = re.compile(
    r"(?i)\b(?:drop|shed|lower|left|leav|quit|ditch|abandon|from|lost|losing|former|swap|trad|exchang|haul)\w*"
)
TAKING = re.compile(
    r"(?i)\b(?:hoist|rais|adopt|to|for|under|took|tak|acquir|join|new|gain|obtain|now)\w*"
)
COPULA = re.compile(
    r"(?i)(?:owner|manager|operator|charterer|insurer|underwriter)s?\b[^.,;]{0,30}\b(?:is|was|are|were|as|being|named)\s"
)
THROUGH = re.compile(r"(?i)\b(?:pass|transit|cross|round|near)(?:ed|ing|es|s)?\s(?:the\s|by\s)?$")
WARSHIP = re.compile(
    r"(?i)\b(?:cutter|destroyer|frigate|corvette|warship|patrol\s(?:ship|boat|vessel)|warships?|USS|HMS|HMNZS|ROKS|FS|ITS|JS|RFS|USCGC|HMAS|HMCS|INS)\b"
)
WARSHIP_BEFORE = re.compile(
    r"\b(?:[Cc]utter|[Dd]estroyer|[Ff]rigate|[Cc]orvette|[Ww]arship|[Pp]atrol\s(?:ship|boat|vessel)|USS|HMS|HMNZS|HMAS|HMCS|ROKS|USCGC|INS|JS)\s$"
)


def special(text: str, kind: str, hit: Hit, each: Filler, relation: str) -> str:
    """The role of words in an event, `-` for none, or nothing where the tables decide."""
    if each.sort == "state" and kind not in FLAGGING and _entered(text, each):
        return NONE
    if kind in TIES and each.mention is None and _names_tie(text, each):
        return NONE
    if each.relation == "by" and each.noun in COVERED and kind not in TIES | {"Classification"}:
        return NONE
    if (kind in WATCHING or kind == "Event") and each.sort == "ship":
        warship = WARSHIP.search(text, each.start, each.end) or WARSHIP_BEFORE.search(
            text, max(0, each.start - 16), each.start
        )
        beside = NONE if kind in WATCHING else ""
        return ("actor" if relation == "subj" else beside) if warship else ""
    role = _traded(text, kind, hit, each, relation) if kind in TRADES else ""
    if role:
        return role
    if kind in NAMING and relation == "obj" and each.sort == "party":
        return NAMING[kind] if COPULA.search(text, hit.start, each.start) else ""
    rule = BY_KIND.get(kind)
    return rule(text, hit, each, relation) if rule else ""


def _names_tie(text: str, each: Filler) -> bool:
    """Whether words only say what a name after "is" is: "its beneficial owner is the senator X"."""
    return TIE_IS.search(text, each.start, each.end + 5) is not None


TIE_IS = re.compile(r"(?i)\b(?:owner|manager|operator|charterer|insurer)s?\s(?:is|was|are|were)\s")


def _entered(text: str, each: Filler) -> bool:
    """Whether a state only says where a ship is registered: "the Sea Lotus, flagged in Gabon"."""
    return ENTERED.search(text, max(0, each.start - 20), each.start) is not None


def _traded(text: str, kind: str, hit: Hit, each: Filler, relation: str) -> str:
    """What words are in moving and trading: who is charged with it, whose ship it is, where goods are traced to."""
    if each.sort != "place" and hit.start > each.end:
        if CHARGED.search(text[max(0, each.start - 36) : each.start]):
            inward = hit.form is not None and hit.form.way == "in"
            return "actor" if kind == "Shipment" else "recipient" if inward else "supplier"
        if relation == "subj" and CHARGING.search(text, each.end, hit.start):
            return NONE
        if ACCUSING.search(text, each.end, hit.start):
            return NONE
    if relation == "to" and BACK.search(text, max(0, each.start - 14), each.start):
        return "supplier" if kind != "Shipment" else "origin"
    if each.relation == "adj" and SHIPPED.match(text, each.end):
        return NONE
    if each.relation == "by" and each.noun.endswith("ed"):
        told = each.noun in FORMS or each.noun in text[hit.start : hit.end].lower()
        if not told and not ARRANGED.fullmatch(each.noun) and relation != "doer":
            return NONE
    return ""


def _flag_change(text: str, _: Hit, each: Filler, relation: str) -> str:
    if each.sort != "state" or relation not in ("adj", "obj", "poss", "of"):
        return ""
    before = text[max(0, each.start - 40) : each.start]
    return "fromFlag" if _last(LEAVING, before) > _last(TAKING, before) else "toFlag"


def _last(words: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in words.finditer(text)), default=-1)


def _registration(text: str, _: Hit, each: Filler, relation: str) -> str:
    if each.sort != "party":
        return ""
    return "flagState" if REGISTRY.search(text, each.start, each.end) else NONE


def _construction(_text: str, _: Hit, _each: Filler, relation: str) -> str:
    return "place" if relation == "based" else ""


def _charter(text: str, hit: Hit, _: Filler, relation: str) -> str:
    return NONE if relation == "subj" and LETTING.search(text, hit.start) else ""


def _sale(text: str, hit: Hit, each: Filler, relation: str) -> str:
    if relation == "obj" and COMPANY.search(text, each.start, each.end):
        return NONE
    brokered = relation == "subj" and BROKERING.search(text, each.end, hit.end)
    return "broker" if brokered else ""


def _shipment(_: str, hit: Hit, each: Filler, relation: str) -> str:
    noun = hit.form is not None and hit.form.shape == "noun"
    if hit.kind == "Sail" and relation == "obj" and each.sort == "state":
        return "origin"
    if hit.kind == "Get" and relation == "subj" and not noun:
        return "destination" if each.sort == "state" else "consignee" * (each.sort == "party")
    if not noun or relation != "poss" or each.sort != "state":
        return ""
    return "destination" if hit.kind == "Get" else "origin"


def _ownership(text: str, hit: Hit, each: Filler, relation: str) -> str:
    if each.end < hit.start and each.relation and EXPLAINED.fullmatch(text, each.end, hit.start):
        return "owned"
    held = each.sort == "place" and each.mention is None and relation in ("obj", "at")
    return "owned" if held else ""


def _arms(text: str, hit: Hit, each: Filler, relation: str) -> str:
    if relation == "subj" and EXCHANGING.match(text, hit.start):
        return "participant" if each.sort in ("party", "state") else ""
    if hit.kind == "Sail" and relation == "obj" and each.sort in ("place", "state"):
        return "origin"
    if hit.kind == "Reach" and relation == "obj" and each.sort == "place":
        return "destination"
    if hit.kind in ("Sail", "Reach") and relation == "to":
        return "destination"
    if hit.kind != "Carry":
        return ""
    if relation == "obj" and each.sort == "party":
        return NONE
    seat = each.mention is not None and each.mention.rule == "S-seat"
    return {"to": "destination", "from": "origin"}.get(relation, "") if seat else ""


def _voyage(text: str, _: Hit, each: Filler, relation: str) -> str:
    if relation != "obj" or each.sort != "place":
        return ""
    return "place" if THROUGH.search(text[max(0, each.start - 40) : each.start]) else ""


def _port_call(text: str, _: Hit, each: Filler, _relation: str) -> str:
    if each.sort != "place":
        return ""
    at_sea = each.relation in ("off", "near", "outside") or SEA.search(text, each.start, each.end)
    return "place" if at_sea else ""


def _listing(text: str, hit: Hit, each: Filler, relation: str) -> str:
    if relation == "subj" and text.startswith("under", hit.start):
        return "authority" if each.relation == "by" else "designated"
    if relation == "adj" and not OFFICIAL.match(text, each.end):
        return NONE
    if relation not in ("subj", "poss", "by") and text.startswith(("’s ", "'s "), each.end):
        return NONE
    return NONE if each.relation in ("in", "at", "near") and each.sort != "ship" else ""


def _prohibition(text: str, hit: Hit, each: Filler, relation: str) -> str:
    under = each.sort == "state" and relation == "subj" and text.startswith("under", hit.start)
    return "targetState" if under else ""


def _training(text: str, hit: Hit, each: Filler, relation: str) -> str:
    taught = relation == "subj" and TAUGHT.search(text, each.end, hit.end)
    return "participant" if taught else ""


def _association(_text: str, _: Hit, _each: Filler, relation: str) -> str:
    return NONE if relation == "adj" else ""


def _visit(text: str, hit: Hit, _: Filler, relation: str) -> str:
    hosting = HOSTING.match(text, hit.start)
    return {"subj": "host", "obj": "visitor"}.get(relation, "") if hosting else ""


BY_KIND: Mapping[str, Callable[[str, Hit, Filler, str], str]] = {
    "FlagChange": _flag_change,
    "FlagRegistration": _registration,
    "Construction": _construction,
    "Charter": _charter,
    "Sale": _sale,
    "Shipment": _shipment,
    "Ownership": _ownership,
    "ArmsTransfer": _arms,
    "Voyage": _voyage,
    "Visit": _visit,
    "Association": _association,
    "PortCall": _port_call,
    "Designation": _listing,
    "Delisting": _listing,
    "Training": _training,
    "Prohibition": _prohibition,
}
