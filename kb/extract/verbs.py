"""Verbs and nouns of moving, trading and sailing, in all their forms, with which way they point."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a word: its frame (`Give`, `Get`, `Carry` …), its weight, its shape and its way.

    The shape is `base`, `s`, `ed` (past or participle), `ing` or `noun`; the way is `in` where the goods
    or the ship come towards the subject.
    """

    frame: str
    weight: int
    shape: str
    way: str


def _forms(lemma: str) -> list[tuple[str, str]]:
    """The regular forms of a verb; `+` before the last letter that is doubled, `/` before irregular ones."""
    stem, *odd = lemma.split("/")
    if odd:
        return [(stem, "base"), *((each, _shape(each)) for each in odd)]
    if "+" in stem:
        word = stem.replace("+", "")
        double = word + word[-1]
        return [(word, "base"), (word + "s", "s"), (double + "ed", "ed"), (double + "ing", "ing")]
    if stem.endswith(("el", "al")):
        ends = (
            ("", "base"),
            ("s", "s"),
            ("ed", "ed"),
            ("led", "ed"),
            ("ing", "ing"),
            ("ling", "ing"),
        )
        return [(stem + end, shape) for end, shape in ends]
    if stem.endswith("e"):
        return [(stem, "base"), (stem + "s", "s"), (stem + "d", "ed"), (stem[:-1] + "ing", "ing")]
    if stem.endswith("y") and stem[-2] not in "aeou":
        return [
            (stem, "base"),
            (stem[:-1] + "ies", "s"),
            (stem[:-1] + "ied", "ed"),
            (stem + "ing", "ing"),
        ]
    s = stem + ("es" if stem.endswith(("s", "sh", "ch", "x")) else "s")
    return [(stem, "base"), (s, "s"), (stem + "ed", "ed"), (stem + "ing", "ing")]


def _shape(form: str) -> str:
    return "ing" if form.endswith("ing") else "s" if form.endswith("s") else "ed"


VERBS = {
    (
        "Give",
        5,
        "out",
    ): "supply deliver provide transfer+ smuggle export furnish funnel equip+ replenish airlift pump siphon traffic/trafficked/trafficking"
    " send/sends/sent/sending give/gives/gave/given/giving ship/shipped/shipping arm/armed/arming hand/handed/handing feed/feeding/fed re-export divert+ return"
    " dispatch despatch channel donate resupply rearm reroute re-route tranship+ transship+ trans-ship+ consign",
    (
        "Give",
        4,
        "out",
    ): "outfit+ restock lend/lends/lent/lending gift sneak spirit/spirited airdrop+ parachute",
    ("Get", 5, "in"): "receive obtain procure import acquire source/sourced/sourcing",
    (
        "Carry",
        5,
        "out",
    ): "carry transport haul load unload discharge offload land/landed/landing move bring/brings/brought/bringing take/took/taken/taking"
    " shuttle freight escort pack",
    (
        "Carry",
        3,
        "out",
    ): "ferry truck/trucked/trucking stow lift/lifted/lifting rail/railed fly/flies/flew/flown/flying convey",
    ("Get", 3, "in"): "get/gets/got/getting secure",
    ("Sell", 5, "out"): "market resell/resells/resold/reselling sell/sells/sold/selling license",
    ("Buy", 5, "in"): "buy/buys/bought/buying purchase",
    (
        "Pay",
        5,
        "out",
    ): "pay/pays/paid/paying remit+ wire/wired/wiring reimburse bankroll spend/spends/spent/spending",
    (
        "Sail",
        3,
        "out",
    ): "sail depart steam transit cross clear/cleared travel/travelled/traveled/travelling set+/sets"
    " leave/leaves/left/leaving voyage/voyages/voyaged shadow head/headed/heading wait turn/turned/turning bound proceed drift idle/idled/idling ply/plies/plied/plying pass/passed/passing tow slip+ cruise navigate round limp traverse",
    ("Reach", 3, "in"): "reach enter arrive",
}
NOUNS = {
    (
        "Give",
        4,
        "out",
    ): "delivery deliveries shipment shipments supply supplies transfer transfers provision export exports consignment consignments convoy trafficking smuggling shipping handover hand-over donation donations resupply re-export re-exports transhipment transhipments transshipment transshipments despatch dispatch airlift airlifts influx",
    ("Get", 4, "in"): "import imports procurement",
    (
        "Carry",
        3,
        "out",
    ): "cargo cargoes freight transport transportation loading unloading landings flights",
    ("Sell", 4, "out"): "sale sales resale",
    ("Buy", 4, "in"): "purchase purchases buyer",
    ("Pay", 4, "out"): "payment payments price remittance remittances instalment instalments",
    (
        "Sail",
        2,
        "out",
    ): "voyage voyages trip trips crossing crossings underway departure",
}


def _table() -> dict[str, Form]:
    found: dict[str, Form] = {}
    for (frame, weight, way), lemmas in VERBS.items():
        for lemma in lemmas.split():
            for word, shape in _forms(lemma):
                found.setdefault(word, Form(frame, weight, shape, way))
    for (frame, weight, way), nouns in NOUNS.items():
        for noun in nouns.split():
            found[noun] = Form(frame, weight, "noun", way)
    del found["ship"]
    return found


FORMS = MappingProxyType(_table())
"""Every form of every word, in lower case."""
MOVING = frozenset({"Give", "Get", "Carry", "Sell", "Buy", "Pay", "Sail", "Reach"})
