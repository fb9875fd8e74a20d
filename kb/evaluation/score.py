"""Counting what an extractor found and missed: per text, so that intervals can be drawn over texts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kb.evaluation.gold import KINDS, Gold, GoldClaim, GoldMention, Span

DETECTED, STRICT = 0.5, 0.8
LITTLE = frozenset("the a an of for and in at to its his her their mr mrs ms dr".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention as the extractor gives it; `kind` one of the gold kinds."""

    span: Span
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A draft claim as the extractor gives it; `claimant` is empty where the text names nobody."""

    quote: Span
    claimant: str
    stance: str
    event: str
    arguments: Mapping[str, tuple[str, ...]]
    rule: str
    narrated: bool


@dataclass(slots=True)
class Tally:
    """Right, found and sought, for one measure."""

    right: int = 0
    found: int = 0
    sought: int = 0

    def __iadd__(self, other: "Tally") -> "Tally":
        self.right += other.right
        self.found += other.found
        self.sought += other.sought
        return self

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of what was sought that was found; 1 where nothing was sought."""
        return self.right / self.sought if self.sought else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.found + self.sought
        return 2 * self.right / both if both else 1.0


Scores = dict[str, Tally]


@dataclass(slots=True)
class Scored:
    """One text's tallies by measure, and by rule how many claims it made and how many were right."""

    name: str
    measures: Scores
    rules: dict[str, Tally] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def score(gold: Gold, mentions: Sequence[FoundMention], claims: Sequence[FoundClaim]) -> Scored:
    """How what was found in one text agrees with its gold."""
    made: Scores = defaultdict(Tally)
    for kind in KINDS:
        made[kind] += (_resolutions if kind == "resolution" else _mentions)(gold, mentions, kind)
    made["date value"] += _values(gold, mentions)
    scored = Scored(gold.name, made)
    attributed = [c for c in claims if not c.narrated]
    sought = [c for c in gold.claims if not c.narrated]
    pairs = _pairs(sought, attributed)
    _claims(gold, sought, attributed, pairs, scored, _states(gold, mentions))
    narrated = [c for c in gold.claims if c.narrated]
    own = [c for c in claims if c.narrated]
    right = len(_pairs(narrated, own))
    made["own voice"] += Tally(right, len(own), len(narrated))
    return scored


def _plain(text: str, span: Span) -> Span:
    """A span without a leading article and a possessive ending."""
    start, end = span
    lead = re.match(r"(?i)(?:the|on|in|at)\s+", text[start:end])
    tail = re.search(r"[’']s?$", text[start:end])
    return start + (lead.end() if lead else 0), end - (len(tail[0]) if tail else 0)


def _mentions(gold: Gold, found: Sequence[FoundMention], kind: str) -> Tally:
    sought = Counter(_plain(gold.text, m.span) for m in gold.mentions if m.kind == kind)
    given = Counter(_plain(gold.text, m.span) for m in found if m.kind == kind)
    return Tally((sought & given).total(), given.total(), sought.total())


def _resolutions(gold: Gold, found: Sequence[FoundMention], kind: str) -> Tally:
    """Resolutions, by overlapping words and the number: how much of the words is marked is moot."""
    sought = [m for m in gold.mentions if m.kind == kind]
    given = [m for m in found if m.kind == kind]
    right = sum(any(_same_resolution(g, m) for g in given) for m in sought)
    return Tally(right, len(given), len(sought))


def _same_resolution(found: FoundMention, sought: GoldMention) -> bool:
    meets = found.span[0] < sought.span[1] and sought.span[0] < found.span[1]
    return meets and _number(found.value) == _number(sought.value)


def _number(value: str) -> str:
    return value.rpartition(":")[2]


def _values(gold: Gold, found: Sequence[FoundMention]) -> Tally:
    given = {_plain(gold.text, m.span): m.value for m in found if m.kind == "date"}
    tally = Tally()
    for mention in gold.mentions:
        if mention.kind == "date" and mention.value:
            value = given.get(_plain(gold.text, mention.span))
            value = value if value is not None else _overlapping(found, mention.span)
            tally += Tally(int(value == mention.value), int(value is not None), 1)
    return tally


def _overlapping(found: Sequence[FoundMention], span: Span) -> str | None:
    return next(
        (
            m.value
            for m in found
            if m.kind == "date" and m.span[0] < span[1] and span[0] < m.span[1]
        ),
        None,
    )


def overlap(first: Span, second: Span) -> float:
    """Intersection over union of two spans."""
    common = min(first[1], second[1]) - max(first[0], second[0])
    return max(common, 0) / (max(first[1], second[1]) - min(first[0], second[0]) or 1)


def agreement(sought: GoldClaim, found: Span) -> float:
    """How far a quote is that of a gold claim; one around a content too short to be quoted is."""
    inside = found[0] <= sought.quote[0] and sought.quote[1] <= found[1]
    if sought.within and inside and sought.within[0] <= found[0] and found[1] <= sought.within[1]:
        return 1.0
    return overlap(sought.quote, found)


def _pairs(sought: Sequence[GoldClaim], found: Sequence[FoundClaim]) -> list[tuple[int, int]]:
    """Each gold claim with the found claim nearest to it, one to one, best first."""
    ranked = sorted(
        (
            (
                -agreement(g, f.quote),
                not same_claimant(g.claimant, f.claimant),
                g.stance != f.stance,
                i,
                j,
            )
            for i, g in enumerate(sought)
            for j, f in enumerate(found)
            if agreement(g, f.quote) >= DETECTED
        )
    )
    left, right, pairs = set[int](), set[int](), []
    for *_, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def _claims(
    gold: Gold,
    sought: Sequence[GoldClaim],
    found: Sequence[FoundClaim],
    pairs: list[tuple[int, int]],
    scored: Scored,
    states: Mapping[str, str],
) -> None:
    made = scored.measures
    made["claims detected"] += Tally(len(pairs), len(found), len(sought))
    strict = 0
    for i, j in pairs:
        who = same_claimant(sought[i].claimant, found[j].claimant)
        how = sought[i].stance == found[j].stance
        passage = agreement(sought[i], found[j].quote) >= STRICT
        strict += who and how and passage
        made["claimant of those"] += Tally(int(who), 1, 1)
        made["stance of those"] += Tally(int(how), 1, 1)
        made["event of those"] += Tally(int(sought[i].event == found[j].event), 1, 1)
        made["passage of those"] += Tally(int(passage), 1, 1)
        made["argument slots"] += _slots(sought[i], found[j], states)
        if not (who and how):
            scored.wrong.append(_told(gold, sought[i], found[j]))
    made["claims strict"] += Tally(strict, len(found), len(sought))
    made["denials"] += _denials(sought, found, pairs)
    hit = {i for i, _ in pairs}
    scored.missed += [_short(gold, c) for i, c in enumerate(sought) if i not in hit]
    good = {j for _, j in pairs}
    for j, each in enumerate(found):
        scored.rules.setdefault(each.rule, Tally()).found += 1
        scored.rules[each.rule].right += j in good
        if j not in good:
            words = gold.text[each.quote[0] : each.quote[1]]
            scored.wrong.append(
                f"not in gold: [{each.rule}] {each.claimant or 'unknown'} {each.stance}: {words}"
            )


def _denials(
    sought: Sequence[GoldClaim], found: Sequence[FoundClaim], pairs: Iterable[tuple[int, int]]
) -> Tally:
    both = sum(sought[i].stance == "denies" == found[j].stance for i, j in pairs)
    return Tally(
        both, sum(f.stance == "denies" for f in found), sum(g.stance == "denies" for g in sought)
    )


def _states(gold: Gold, found: Sequence[FoundMention]) -> dict[str, str]:
    """Which state the words of the text for one stand for: "Moscow" and "Russian" for the same."""
    states: dict[str, str] = {}
    everything: list[GoldMention | FoundMention] = [*gold.mentions, *found]
    for mention in everything:
        if mention.kind == "state" and mention.value:
            states[gold.text[mention.span[0] : mention.span[1]].casefold()] = mention.value
    return states


def _slots(sought: GoldClaim, found: FoundClaim, states: Mapping[str, str]) -> Tally:
    """Roles with their fillers, where gold names an event.

    A filler is right if most of its words agree, or both are words for one state.
    """
    if not sought.event:
        return Tally()
    want = [(role, words) for role, values in sought.arguments.items() for words in values]
    have = [(role, words) for role, values in found.arguments.items() for words in values]
    right = sum(
        any(role == other and _agree(words, given, states) for other, given in have)
        for role, words in want
    )
    return Tally(min(right, len(have)), len(have), len(want))


def _agree(words: str, given: str, states: Mapping[str, str]) -> bool:
    state = states.get(words.casefold())
    return alike(words, given) or (state is not None and state == states.get(given.casefold()))


def _words(text: str) -> frozenset[str]:
    bare = re.sub(r"[’']s\b", "", text.casefold())
    return frozenset(re.findall(r"[\w-]+", bare)) - LITTLE


def alike(first: str, second: str) -> bool:
    """Whether two fillers share most of their words, or one is the other's core."""
    one, two = _words(first), _words(second)
    return bool(one and two) and (
        len(one & two) >= 0.5 * len(one | two) or one <= two or two <= one
    )


def same_claimant(gold: str, found: str) -> bool:
    """Whether two claimants are the same: the words of one hold those of the other."""
    if gold in ("", "unknown") or not found:
        return gold in ("", "unknown") and not found
    one, two = _words(gold), _words(found)
    return bool(one & two) and (one <= two or two <= one or len(one & two) >= 0.5 * len(one | two))


def _short(gold: Gold, claim: GoldClaim) -> str:
    return f"{claim.claimant} {claim.stance}: {gold.text[claim.quote[0] : claim.quote[1]]}"


def _told(gold: Gold, sought: GoldClaim, found: FoundClaim) -> str:
    words = gold.text[found.quote[0] : found.quote[1]]
    given = f"[{found.rule}] {found.claimant or 'unknown'} {found.stance}"
    return f"{sought.claimant} {sought.stance} is given as {given}: {words}"
