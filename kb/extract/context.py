"""What a claim means by what was told before it: denials of "the allegations", "the transfer", a subject left out.

What is taken from elsewhere stands in the text, and the reviewer is told that it was taken.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kb.extract.backward import (
    ALLEGATIONS,
    AMOUNT,
    DEFINITE,
    GENERIC,
    HUMAN,
    NOUNS,
    SUCH,
    TRANSFERRING,
    definite,
)
from kb.extract.cargo import cargoes
from kb.extract.events import keys_of
from kb.extract.fillers import between
from kb.extract.gate import Passed
from kb.extract.mention import Mention, pattern
from kb.extract.roles import TABLES as SORTS
from kb.extract.spans import Span
from kb.extract.triggers import WORD, arms_in, goods_in
from kb.extract.verbs import FORMS
from kb.vocabulary import Vocabulary

CORE = frozenset(
    "supplier recipient vessel receivingShip portOfCall owned owner designated authority flagState charterer participant".split()
)
"""Roles that are taken over from the event told before; times, places and amounts are not."""
FAMILY = frozenset({"ArmsTransfer", "Shipment", "Transfer", "Sale", "Payment"})
CARRYING = frozenset({"carrier", "consignee", "consignor"})
PLACES = frozenset({"country", "port", "locality", "facility", "place"})
PAIR = frozenset({"supplier", "recipient"})
ALL = frozenset(SORTS)
ANSWERS = frozenset({"denies", "doubts", "confirms"})
DISPUTED = FAMILY | {
    "ShipToShipTransfer",
    "Seizure",
    "PortCall",
    "Voyage",
    "Launch",
    "Training",
    "MilitaryCooperation",
    "Visit",
}
"""What is alleged and denied; standing relations and listings are looked at only after these."""
REACH = 1800
"""Characters within which an event told before is what a claim answers."""
TOLD_BEFORE = "the event is that told before: check"
"""What a reviewer is told of a claim whose own words tell no event."""
NO_SUBJECT = pattern(
    r"(?:that )?(?:ever |never |neither |not |has |have |had |having |is |was |will |would |does |did |do |been )*(?:never |not |ever )?(?P<verb>[a-z-]+)\b"
)
SELF = pattern(
    r"(?:that )?(?:it|they|he|she|we|its?|our|his|their|his country|our country)\b", re.IGNORECASE
)
SUBJECTS: Mapping[str, str] = {
    "Sale": "supplier",
    "FlagRegistration": "flagState",
    "Seizure": "actor",
    "Detention": "actor",
    "Inspection": "actor",
    "Designation": "authority",
    "Launch": "actor",
    "Training": "actor",
    "Visit": "visitor",
    "Cooperation": "participant",
    "Meeting": "participant",
    "MilitaryCooperation": "participant",
    "Association": "participant",
    "Ownership": "owner",
    "Management": "manager",
    "Insurance": "insurer",
    "Classification": "classSociety",
    "Payment": "supplier",
    "ArmsTransfer": "supplier",
    "Transfer": "supplier",
}
"""The part that whoever acts plays, by class."""
TYING = frozenset({"owner", "manager", "insurer", "classSociety"})
TYING_VERB = re.compile(
    r"own|control|manag|operat|run|insur|cover|class|withdr|cancel|hold|held|sold|sell|bought|buy|look|provid|renew|lend|lent|clos"
)
"""Verbs whose subject holds the tie: who merely speaks of an owner is none."""
STATES_ONLY = frozenset({"flagState"})


@dataclass(frozen=True, slots=True)
class _Told:
    kind: str
    roles: Mapping[str, tuple[Span, ...]]
    place: int
    alleged: bool


def in_context(
    passed: Sequence[Passed], text: str, mentions: Sequence[Mention], words: Vocabulary
) -> list[Passed]:
    """The claims in the order of the text, each with what it takes from its claimant and from what came before."""
    reader = _Reader(text, mentions, words)
    return [reader.read(each) for each in passed]


class _Reader:
    def __init__(self, text: str, mentions: Sequence[Mention], words: Vocabulary) -> None:
        self.text = text
        self.mentions = mentions
        self.by_span = {(m.start, m.end): m for m in mentions}
        self.words = words
        self.told: list[_Told] = []

    def read(self, each: Passed) -> Passed:
        """One claim, filled; what it tells is kept for those that follow."""
        each = self._acting(each)
        each = self._answering(each)
        core = {role: spans for role, spans in each.arguments.items() if role in CORE}
        if each.event and each.event != "Event" and (core or "cargo" in each.arguments):
            self.told.append(_Told(each.event, core, each.quote[0], each.stance == "alleges"))
            del self.told[:-8]
        return each

    def _last(self, each: Passed, kinds: frozenset[str] | None = None) -> _Told | None:
        """The last event told, of some kinds; else of those that are disputed, else of any."""
        if kinds is None:
            return self._last(each, DISPUTED) or self._last(each, ALL)
        for told in reversed(self.told):
            if each.quote[0] - told.place > REACH:
                return None
            if told.kind in kinds:
                return told
        return None

    def _alleged(self, each: Passed, words: str) -> _Told | None:
        """The last event alleged, where words speak of allegations, accusations or charges."""
        if not ALLEGATIONS.search(words):
            return None
        near = (t for t in reversed(self.told) if each.quote[0] - t.place <= REACH)
        return next((told for told in near if told.alleged and told.kind in DISPUTED), None)

    def _answering(self, each: Passed) -> Passed:
        """A claim that speaks of the event told before."""
        words = self.text[each.quote[0] : each.quote[1]]
        armed = arms_in(self.text, *each.quote)
        if not each.event:
            moved = armed or AMOUNT.search(words) is not None
            last = self._alleged(each, words) or self._last(each, FAMILY if moved else None)
            takes = self._takes(each, words, armed)
            if each.own_voice or last is None or not takes:
                return each
            kind = "ArmsTransfer" if armed and last.kind in FAMILY else last.kind
            own = self._own(each, kind)
            each = replace(each, event=kind, arguments={**each.arguments, **own})
            return self._taking(each, last, TOLD_BEFORE)
        each = self._as_told(each, words)
        kinds = FAMILY if each.event in FAMILY else frozenset({each.event})
        last = self._last(each, kinds)
        if last is None or each.own_voice:
            return each
        if (
            each.event in ("Shipment", "Transfer")
            and last.kind == "ArmsTransfer"
            and DEFINITE.search(words)
            and "cargo" not in each.arguments
            and not CARRYING & set(each.arguments)
        ):
            each = replace(each, event="ArmsTransfer")
        if each.stance in ANSWERS or DEFINITE.search(words) or GENERIC.match(words):
            return self._taking(each, last, "")
        return each

    def _as_told(self, each: Passed, words: str) -> Passed:
        """The claim as of a transfer between ships, where it says "such transfers" right after one."""
        last = self.told[-1] if self.told else None
        bare = not set(each.arguments) - {"cargo", "time", "vessel", "quantity", "place"}
        if (
            last is None
            or last.kind != "ShipToShipTransfer"
            or each.event not in ("Shipment", "Transfer")
            or not bare
            or not (SUCH.search(words) or TRANSFERRING.search(words))
            or each.quote[0] - last.place > REACH
        ):
            return each
        kept = {role: spans for role, spans in each.arguments.items() if role != "vessel"}
        return replace(each, event=last.kind, arguments=kept)

    def _own(self, each: Passed, kind: str) -> dict[str, tuple[Span, ...]]:
        """Goods, amount and time that the passage itself names."""
        allowed = keys_of(kind, self.words)
        found: dict[str, tuple[Span, ...]] = {}
        for mention in between(self.mentions, each.quote):
            role = {"date": "time", "quantity": "quantity"}.get(mention.kind, "")
            if role and (role in allowed or (role == "quantity" and "cargo" in allowed)):
                found.setdefault(role, ((mention.start, mention.end),))
            before = self.text[max(each.quote[0], mention.start - 5) : mention.start]
            way = "origin" if before.lower().endswith("from ") else ""
            way = way or ("destination" if before.lower().endswith(" to ") else "")
            if mention.kind in PLACES and way in allowed:
                found.setdefault(way, ((mention.start, mention.end),))
        goods = cargoes(self.text, *each.quote) if "cargo" in allowed else []
        if goods:
            found["cargo"] = (goods[0],)
        return found

    def _takes(self, each: Passed, words: str, armed: bool) -> bool:
        """Whether a claim without an event of its own speaks of the last one told."""
        named = bool(NOUNS.search(words) or DEFINITE.search(words))
        if each.stance == "denies":
            return True
        if (
            goods_in(self.text, *each.quote)
            and len(words.split()) <= 14
            and not HUMAN.search(words)
        ):
            return bool(self._last(each, FAMILY)) and each.stance in (
                "asserts",
                "doubts",
                "alleges",
            )
        if each.stance in ANSWERS:
            return named or armed or (len(words.split()) <= 3 and each.stance == "confirms")
        if each.stance != "expects" and (armed or definite(words)):
            return True
        return bool(AMOUNT.search(words))

    def _taking(self, each: Passed, last: _Told, note: str) -> Passed:
        allowed = keys_of(each.event, self.words)
        own = {span for spans in each.arguments.values() for span in spans}
        texts = {self._key(span) for span in own}
        missing = {
            role: spans
            for role, spans in last.roles.items()
            if role in allowed
            and role not in each.arguments
            and all(s in self.by_span for s in spans)
            and not (role == "vessel" and PAIR & (set(each.arguments) | set(last.roles)))
            and not texts & {self._key(s) for s in spans}
        }
        if not missing and not note:
            return each
        notes = [note] if note else []
        notes += [f"{role} is taken from the event told before: check" for role in missing]
        return replace(each, arguments={**each.arguments, **missing}, notes=(*each.notes, *notes))

    def _key(self, span: Span) -> str:
        mention = self.by_span.get(span)
        return (mention.value if mention and mention.value else self.text[slice(*span)]).casefold()

    def _acting(self, each: Passed) -> Passed:
        """A claim whose content has no subject, or "it" and "we": the claimant acts."""
        role = SUBJECTS.get(each.event, "")
        if not role or each.claimant is None or each.own_voice or each.stance == "alleges":
            return each
        words = self.text[each.quote[0] : each.quote[1]]
        verb = self._verb(words)
        if verb is None or (role in TYING and not TYING_VERB.match(verb)):
            return each
        ways = [FORMS[word].way for word in WORD.findall(words.lower()) if word in FORMS]
        if role == "supplier" and ways[:1] == ["in"]:
            role = "recipient"
        if role in each.arguments or role not in keys_of(each.event, self.words):
            return each
        actor = self._actor(each.claimant, states=role in STATES_ONLY)
        if actor is None or any(
            self._key(actor) == self._key(s) for spans in each.arguments.values() for s in spans
        ):
            return each
        note = f"{role} is the claimant: who acts is not named in the passage"
        return replace(
            each, arguments={**each.arguments, role: (actor,)}, notes=(*each.notes, note)
        )

    def _verb(self, words: str) -> str | None:
        """The verb that stands without a subject, or with a pronoun for one; None where a subject is named."""
        own = SELF.match(words)
        match = NO_SUBJECT.match(words, own.end() + 1 if own and own.end() < len(words) else 0)
        if match is None:
            return None
        verb = match["verb"]
        return verb if own or verb in FORMS or verb.endswith("ing") else None

    def _actor(self, claimant: Span, *, states: bool) -> Span | None:
        mention = self.by_span.get(claimant)
        if mention is not None and (mention.kind == "country" or not states):
            return claimant
        inside = [
            m
            for m in between(self.mentions, claimant)
            if m.end <= claimant[1] and m.kind in ("country", "org", "person", "group")
        ]
        country = [m for m in inside if m.kind == "country"]
        chosen = country or ([] if states else inside)
        return (chosen[0].start, chosen[0].end) if chosen else None
