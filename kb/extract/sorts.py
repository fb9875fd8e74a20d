"""What sort of event a passage tells, by its words and who is named in it, and whether its verb is passive."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kb.extract.chunks import Filler, Token
from kb.extract.prominence import Hit
from kb.extract.spans import Span
from kb.extract.triggers import arms_in, goods_in, money_in
from kb.extract.verbs import MOVING, Form


def sort_of(text: str, content: Span, hit: Hit, acting: Sequence[Filler]) -> str:
    """The class of an event by its words, or nothing; of moving and trading, by who and what is moved."""
    sorts = {f.sort for f in acting}
    if hit.kind in ("Meeting", "Visit") and "ship" in sorts:
        return _of_ships(hit, acting)
    if hit.kind == "Voyage" and "ship" not in sorts:
        return _under_way(text, content)
    if hit.kind == "ShipToShipTransfer" and SEEN.match(text, hit.start):
        return hit.kind if sum(f.sort == "ship" for f in acting) > 1 else "PortCall"
    if hit.kind == "Employment" and arms_in(text, *content):
        return ""
    if hit.form is None or hit.kind not in MOVING:
        return hit.kind
    if hit.kind in ("Sail", "Reach") and not ("ship" not in sorts and arms_in(text, *content)):
        return _sailing(hit, sorts, goods=goods_in(text, *content))
    if hit.kind == "Pay":
        paid = money_in(text, *content) or goods_in(text, *content)
        return "Payment" if paid or hit.form.shape != "noun" else ""
    if (
        arms_in(text, *content)
        or _aircraft_given(text, hit, acting)
        or text[hit.start : hit.start + 3].lower() == "arm"
    ):
        return "ArmsTransfer"
    if hit.kind in ("Sell", "Buy"):
        return "Sale"
    return _moving(text, content, hit, acting)


def _aircraft_given(text: str, hit: Hit, acting: Sequence[Filler]) -> bool:
    """Whether helicopters or jets are what is given, not what flies it."""
    if hit.kind not in ("Give", "Get", "Sell", "Buy"):
        return False
    return any(
        f.sort == "plane"
        and (f.relation == "of" or (not f.relation and (f.start > hit.start or _passive(hit))))
        and AIRCRAFT.search(text, f.start, f.end)
        for f in acting
    )


def _of_ships(hit: Hit, acting: Sequence[Filler]) -> str:
    """What meeting and arriving is where a ship, and nobody, does it."""
    subjects = [
        f.sort
        for f in acting
        if (f.start < hit.start and not f.relation) or (f.start > hit.start and f.relation == "by")
    ]
    if "ship" not in subjects or "party" in subjects:
        return hit.kind
    return "ShipToShipTransfer" if hit.kind == "Meeting" else "PortCall"


def _under_way(text: str, content: Span) -> str:
    """What being on the way is where no ship is named, and goods are."""
    if arms_in(text, *content):
        return "ArmsTransfer"
    return "Shipment" if goods_in(text, *content) else "Voyage"


def _sailing(hit: Hit, sorts: set[str], *, goods: bool) -> str:
    if hit.kind == "Reach":
        if {"place", "ship"} <= sorts:
            return "PortCall"
        return "Shipment" if goods and "ship" not in sorts else ""
    if "plane" in sorts or (goods and "ship" not in sorts and not _of_voyage(hit)):
        return "Shipment"
    noun = hit.form is not None and hit.form.shape == "noun"
    return "Voyage" if noun or "ship" in sorts or "place" in sorts else ""


def _of_voyage(hit: Hit) -> bool:
    return hit.form is not None and hit.form.shape == "noun"


def _moving(text: str, content: Span, hit: Hit, acting: Sequence[Filler]) -> str:
    """What giving, getting and carrying is where no arms are named."""
    ships = [f for f in acting if f.sort == "ship"]
    if len({text[f.start : f.end].lower() for f in ships}) > 1 and _crosses(ships):
        return "ShipToShipTransfer"
    if _between_themselves(text, hit, acting):
        return "ShipToShipTransfer"
    if hit.kind == "Get" and money_in(text, *content):
        return "Payment"
    if _loads(text, content, hit, acting):
        return "PortCall"
    if goods_in(text, *content) or {"ship", "place", "plane"} & {f.sort for f in acting}:
        return "Shipment"
    noun = hit.form is not None and hit.form.shape == "noun"
    if hit.kind == "Give" and not noun:
        ways = {f.relation for f in acting if f.sort in ("party", "state") and f.start > hit.start}
        return "Transfer" if {"from", "to"} <= ways or ("from" in ways and _passive(hit)) else ""
    return "Shipment" if noun and hit.kind == "Give" else ""


def _between_themselves(text: str, hit: Hit, acting: Sequence[Filler]) -> bool:
    """Whether ships pass goods on and nobody else is named: to each other."""
    if not text.startswith(("transferring", "transferred"), hit.start):
        return False
    before = [f for f in acting if f.end <= hit.start and not f.relation]
    others = any(f.start > hit.start and f.relation in ("to", "from", "into") for f in acting)
    return (
        bool(before)
        and before[-1].sort == "ship"
        and not others
        and MANY.search(text, before[-1].start, before[-1].end) is not None
    )


def _passive(hit: Hit) -> bool:
    return hit.form is not None and hit.form.shape == "ed"


def _loads(text: str, content: Span, hit: Hit, acting: Sequence[Filler]) -> bool:
    """Whether a ship itself loads or unloads at a place: it calls there."""
    words = text[hit.start : hit.end + 3].lower()
    if not words.startswith(("load at", "loaded", "unloaded", "discharged", "took on", "taken on")):
        return False
    ship = any(f.sort == "ship" and f.end <= hit.start and not f.relation for f in acting)
    passive = re.search(r"\b(?:been|was|were)\s$", text[max(content[0], hit.start - 6) : hit.start])
    return ship and not passive and any(f.sort == "place" for f in acting)


def _crosses(ships: Sequence[Filler]) -> bool:
    return (
        any(
            f.relation in ("to", "onto", "into", "from", "with", "between", "alongside")
            for f in ships[1:]
        )
        or ships[0].relation == "from"
    )


SEEN = re.compile(r"(?i)(?:photographed|spotted|observed|seen|sighted|filmed|found|shows?)\b")
AIRCRAFT = re.compile(r"(?:helicopters?|jets?)$")
MANY = re.compile(r"(?:ships|vessels|tankers|boats|freighters|barges)$")
BE = frozenset("is was were are be been being get got".split())
BETWEEN = frozenset("not never also already later then reportedly allegedly since first".split())
REDUCED = frozenset("by to from at in on into onto aboard for off".split())


def voiced(text: str, toks: Sequence[Token], hit: Hit) -> Hit:
    """The hit with the shape `passive` where its verb is one."""
    if hit.form is None or hit.form.shape != "ed":
        return hit
    place = next((n for n, t in enumerate(toks) if t.start >= hit.start), len(toks))
    before = place - 1
    while before >= 0 and (toks[before].low in BETWEEN or toks[before].low.endswith("ly")):
        before -= 1
    after = next((t.low for t in toks[place + 1 :] if t.start >= hit.start), "")
    passive = before >= 0 and toks[before].low in BE
    reduced = (
        after in REDUCED
        and before >= 0
        and hit.kind not in ("Sail", "Reach", "PortCall", "Voyage", "AISGap")
    )
    if reduced and not passive:
        passive = toks[before].low not in ("has", "had", "have", "having") and not _name(
            text, toks[before]
        )
    return (
        replace(hit, form=Form(hit.form.frame, hit.form.weight, "passive", hit.form.way))
        if passive
        else hit
    )


def _name(text: str, token: Token) -> bool:
    return text[token.start].isupper() or token.low in (
        "it",
        "she",
        "he",
        "they",
        "we",
        "who",
        "which",
        "and",
        "that",
    )
