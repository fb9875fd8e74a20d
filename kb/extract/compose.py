"""A draft report file from what passed the gate: entities, propositions, claims, and what was refused."""

import re
from bisect import bisect_right
from typing import Any

from kb import when
from kb.extract.backward import ALLEGATIONS
from kb.extract.context import ANSWERS, TOLD_BEFORE
from kb.extract.datelines import agency
from kb.extract.draft import Drafted
from kb.extract.entities import PLACES, Entities, is_place
from kb.extract.fillers import between
from kb.extract.gate import Passed
from kb.extract.heading import head, headline, identifier
from kb.extract.mention import Mention
from kb.extract.propositions import CALLED, UNTOLD, Propositions, Told, fits
from kb.extract.segment import Sentence
from kb.vocabulary import Vocabulary

Span = tuple[int, int]
REFUSED_SHOWN = 200
GENERIC = re.compile(
    r"(?i)\b(?:the|these|those|such|all|any|similar|western|its|this)\s(?:[\w-]+\s){0,3}?(?:allegations?|accusations?|claims?|charges?|reports?|suggestions?|assertions?|transfers?|shipments?|deliver(?:y|ies)|accounts?)\b|\bno such\b|^(?:[\w’'-]+ ){0,4}(?:it|them|this|that)$"
)


SPOKEN_OF = re.compile(
    r"(?i)(?:the|this|that|these|those|such|at|about|its) (?:[\w-]+ ){0,3}?(?:transfers?|shipments?|deliver(?:y|ies)|suppl(?:y|ies)|seizures?|voyages?|sales?|visits?|meetings?|consignments?|launch(?:es)?|flights?|numbers?|figures?|count|volumes?|quantity|total|weight|about|between|more|least|around)\b"
)
"""What a claim begins with that tells of the event before it rather than of something in it."""


class Composer:
    """Builds the document of one draft."""

    def __init__(self, drafted: Drafted, words: Vocabulary) -> None:
        self.drafted = drafted
        self.text = drafted.document.text
        self.sentences = drafted.sentences
        self.starts = [sentence.start for sentence in self.sentences]
        self.mentions = {(m.start, m.end): m for m in drafted.mentions}
        self.entities = Entities(self.text, drafted.mentions)
        self.propositions = Propositions(words)
        self.claims: list[dict[str, Any]] = []
        self.alleged: Told | None = None
        self.answers: dict[str, str] = {}
        self.same: dict[tuple[str, str, str], dict[str, Any]] = {}

    def document(self) -> dict[str, Any]:
        """The report file as a mapping, in the order in which an analyst reads it."""
        source = self.drafted.document
        title = source.title or headline(self.sentences)
        publisher = source.publisher or agency(self.text)
        found: dict[str, Any] = {"id": f"report:{identifier(source, title)}", "title": title}
        by: dict[str, Any] | str = self.entities.publisher(publisher) if publisher else "unknown"
        voice = by["id"] if isinstance(by, dict) else "unknown"
        for passed in self.drafted.passed:
            self._claim(passed, str(voice))
        found["publisher"] = by
        found |= head(source, self.drafted.extractors)
        propositions = self.propositions.written()
        if self.propositions.untold:
            self.entities.untold(UNTOLD)
        entities = [each for name, each in self.entities.described.items() if name != voice]
        lists = {
            "entities": entities,
            "propositions": propositions,
            "claims": self.claims,
            "rejected": self._refused(),
        }
        return found | {key: value for key, value in lists.items() if value}

    def _claim(self, passed: Passed, voice: str) -> None:
        claimant = voice if passed.own_voice else self._agent(passed.claimant)
        told, notes, answered = self._about(passed)
        name = f"#c{len(self.claims) + 1}"
        stance, hedged = passed.stance, passed.hedged
        if hedged and stance == "asserts":
            stance = "alleges"
        made: dict[str, Any] = {"id": name, "status": "draft", "claimant": claimant}
        via = [self._agent(span) for span in passed.via]
        via = [each for each in dict.fromkeys(via) if each not in (claimant, "unknown")]
        if via:
            made["via"] = via
        made |= {"stance": stance, "about": told.identifier}
        if answered:
            made["disputes"] = answered
        said = self._said(passed)
        if said:
            made["said"] = said
        if hedged:
            made["hedged"] = "true"
        made["extractedBy"] = passed.rule
        if passed.notes or notes:
            made["warning"] = list(dict.fromkeys([*passed.notes, *notes]))
        made["passage"] = self._passage(passed)
        if passed.cue and passed.cue != passed.quote:
            made["cue"] = self._place(passed.cue)
        if self._twice(made):
            return
        self.claims.append(made)
        self.alleged = told if stance == "alleges" else self.alleged
        if stance not in ("denies", "doubts"):
            self.answers.setdefault(told.identifier, name)

    def _twice(self, made: dict[str, Any]) -> bool:
        """Adds the passage to a claim of the same claimant, stance and proposition, where there is one."""
        key = (str(made["claimant"]), str(made["stance"]), str(made["about"]))
        earlier = self.same.setdefault(key, made)
        if earlier is made:
            return False
        listed, new = _listed(earlier["passage"]), _listed(made["passage"])
        earlier["passage"] = [*listed, *(each for each in new if each not in listed)]
        for name in ("via", "warning"):
            both = dict.fromkeys([*earlier.get(name, []), *made.get(name, [])])
            if both:
                earlier[name] = list(both)
        return True

    def _agent(self, span: Span | None) -> str:
        if span is None:
            return "unknown"
        found = self.entities.of(span, "claimant")[0]
        return found if fits("actor", found) else "unknown"

    def _about(self, passed: Passed) -> tuple[Told, list[str], str]:
        """The proposition of a claim, notes on it, and the claim that a denial seems to answer."""
        paragraph = self._sentence(passed.quote).paragraph
        words = self.text[passed.quote[0] : passed.quote[1]]
        roles, cargo, quantity, time = self._roles(passed)
        title = " ".join(words.split())
        title = title if len(title) <= 160 else title[:157].rsplit(" ", 1)[0] + " …"
        if passed.stance in ("denies", "doubts"):
            charged = ALLEGATIONS.search(words) is not None
            earlier = self._alleged(paragraph) if charged else self.propositions.last(paragraph)
            vague = not {role for role in roles if role not in ("time", "place")} and bool(
                charged or GENERIC.search(words)
            )
            if earlier is not None and vague:
                note = "what is denied or doubted is a suggestion: the last event told before"
                return earlier, [note], self._answer(earlier, passed.stance)
        kind = _kind(passed, words)
        told = self.propositions.add(
            kind,
            roles,
            cargo,
            time,
            title,
            paragraph,
            quantity=quantity,
            answers=passed.stance in ("denies", "doubts"),
        )
        notes = (
            []
            if told.title == title
            else ["joined to an event told before: check that it is the same"]
        )
        if passed.event and not roles:
            notes.append("no role could be filled from the passage")
        return told, notes, self._answer(told, passed.stance)

    def _alleged(self, paragraph: int) -> Told | None:
        """What was alleged last, not far above a paragraph; else the last event told."""
        if self.alleged is not None and self.alleged.near(paragraph):
            return self.alleged
        return self.propositions.last(paragraph)

    def _answer(self, told: Told, stance: str) -> str:
        return self.answers.get(told.identifier, "") if stance == "denies" else ""

    def _roles(self, passed: Passed) -> tuple[dict[str, list[str]], str, str, str]:
        roles: dict[str, list[str]] = {}
        cargo, quantity, time = "", "", ""
        for role, spans in passed.arguments.items():
            if role == "cargo":
                cargo = ", ".join(" ".join(self.text[a:b].split()) for a, b in spans)
            elif role == "quantity":
                quantity = " ".join(self.text[spans[0][0] : spans[0][1]].split())
            elif role == "time":
                time = self._time(spans)
            elif role in CALLED:
                roles[role] = [" ".join(self.text[a:b].split()) for a, b in spans]
            else:
                found = [each for span in spans for each in self.entities.of(span, role)]
                fitting = [
                    each for each in dict.fromkeys(found) if role not in PLACES or is_place(each)
                ]
                if fitting:
                    roles[role] = fitting
        return roles, cargo, quantity, time

    def _time(self, spans: tuple[Span, ...]) -> str:
        """The date of an event; one that is open at its end ends with the report."""
        dated = [
            m.value
            for span in spans
            if (m := self.mentions.get(span)) is not None and m.kind == "date" and m.value
        ]
        return dated[0] if dated else ""

    def _said(self, passed: Passed) -> str:
        """The date that stands beside the cue and outside the content: when it was said."""
        if passed.cue is None or passed.own_voice:
            return ""
        sentence = self._sentence(passed.cue)
        near = [
            m
            for m in between(self.drafted.mentions, (sentence.start, sentence.end))
            if m.kind == "date"
            and m.value
            and not passed.quote[0] <= m.start < passed.quote[1]
            and self._beside(m, passed.cue)
        ]
        published = self.drafted.document.published
        value = near[0].value if near else ""
        return value if value and published and _not_after(value, published) else ""

    def _beside(self, date: Mention, cue: Span) -> bool:
        gap = self.text[min(date.end, cue[1]) : max(date.start, cue[0])]
        return len(gap) < 60 and not re.search(r"[;:“”\"]", gap)

    def _passage(self, passed: Passed) -> Any:
        places = [self._place(span) for span in (passed.quote, *passed.also)]
        return places[0] if len(places) == 1 else places

    def _place(self, span: Span) -> dict[str, str]:
        return {"quote": self.text[span[0] : span[1]], "start": str(span[0]), "end": str(span[1])}

    def _sentence(self, span: Span) -> Sentence:
        return self.sentences[max(bisect_right(self.starts, span[0]) - 1, 0)]

    def _refused(self) -> list[dict[str, str]]:
        listed = self.drafted.refused[:REFUSED_SHOWN]
        return [
            {
                key: value
                for key, value in (
                    ("words", each.words or "(none)"),
                    ("because", each.because),
                    ("extractedBy", each.rule),
                )
                if value
            }
            for each in listed
        ]


def _kind(passed: Passed, words: str) -> str:
    """The class of what is claimed; of what only belongs to the event told before, a plain event."""
    apart = TOLD_BEFORE in passed.notes and passed.stance not in ANSWERS
    return "Event" if apart and not SPOKEN_OF.match(words) else passed.event or "Event"


def _listed(passage: Any) -> list[Any]:
    return passage if isinstance(passage, list) else [passage]


def _not_after(value: str, published: str) -> bool:
    said, told = when.parse(value), when.parse(published)
    return said.earliest is None or told.latest is None or said.earliest <= told.latest


def compose(drafted: Drafted, words: Vocabulary) -> dict[str, Any]:
    """The draft report file of a document, as a mapping."""
    return Composer(drafted, words).document()
