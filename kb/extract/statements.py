"""All attributions of a text, sentence by sentence: rules in their order, of two that say the same the first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.extract import hearsay, impersonal
from kb.extract.according import according as according_to
from kb.extract.attribution import Attribution
from kb.extract.clause import Clause
from kb.extract.cues import LEMMAS, VERBS
from kb.extract.mention import Mention
from kb.extract.relays import charged, cue_word, inside, relayed, through
from kb.extract.saying import verbs
from kb.extract.segment import Sentence
from kb.extract.spans import Span, trim
from kb.extract.tokens import OPENING, quoted, tokens

OPEN_MARKS = OPENING + '"'


def attributions(text: str, found: list[Sentence], mentions: list[Mention]) -> list[Attribution]:
    """The attributions of the body and titles of a text, in its order."""
    kept: list[Attribution] = []
    earlier: Sentence | None = None
    speaker: Attribution | None = None
    running = False
    waiting: list[tuple[Clause, Attribution | None]] = []
    for sentence in found:
        if sentence.part in ("boilerplate", "endless") or sentence.first is not None:
            continue
        if earlier is not None and sentence.paragraph != earlier.paragraph:
            running = running and text[sentence.start] in OPEN_MARKS
        clause = _clause(text, sentence, mentions, running=running)
        span = (
            (earlier.start, earlier.end)
            if earlier and earlier.paragraph >= sentence.paragraph - 1
            else None
        )
        here = _distinct(_of_sentence(clause, span, sentence))
        meant = speaker if not here and _only_quote(clause, sentence, earlier) else None
        begun = not running and _left_open(text, sentence, running=False)
        if meant is not None and not begun and not (waiting and _opens(clause)):
            here = [_continued(clause, meant)]
        introduced = None if here else _introduced(clause)
        kept += [*_waiting(waiting, here, done=bool(here) or not _opens(clause)), *here]
        waiting = [*waiting, (clause, meant)] if not here and _opens(clause) else []
        said = _last_speaker(here)
        speaker = (introduced or said) or (
            speaker if earlier and _near(earlier, sentence) else None
        )
        opened = running and text[sentence.start] not in OPEN_MARKS
        running = _left_open(text, sentence, running=opened)
        earlier = sentence
    kept += _waiting(waiting, [], done=True)
    return sorted(kept, key=lambda a: (a.content, a.cue))


def _last_speaker(here: list[Attribution]) -> Attribution | None:
    """The last source of a sentence whose claim is not told within another's."""
    outer = [
        a
        for a in here
        if a.source is not None and not any(a is not b and inside(a.cue, b.content) for b in here)
    ]
    return outer[-1] if outer else None


def _opens(clause: Clause) -> bool:
    """Whether a sentence is quotation alone that goes on after it."""
    if not clause.quotes or len(clause.toks) < FEWEST:
        return False
    start, end = clause.quotes[0]
    return start - clause.start <= 1 and end >= clause.end and (len(clause.quotes) == 1)


def _waiting(
    waiting: list[tuple[Clause, Attribution | None]], here: list[Attribution], *, done: bool
) -> Iterator[Attribution]:
    """The sentences of a quotation before the one with its source: “A. B,” said X; else of who spoke before."""
    said = next((a for a in here if a.rule in ("A-verb-source", "A-content-first")), None)
    for clause, meant in waiting if done else ():
        content = trim(clause.text, clause.start, clause.end)
        if said is not None:
            yield replace(said, content=content, rule="A-quote-goes-on", notes=())
        elif meant is not None:
            yield _continued(clause, meant)


FEWEST = 4


def _near(earlier: Sentence, sentence: Sentence) -> bool:
    return sentence.paragraph - earlier.paragraph <= 1


def _clause(text: str, sentence: Sentence, mentions: list[Mention], *, running: bool) -> Clause:
    toks = tokens(text, sentence.start, sentence.end)
    inside = [m for m in mentions if sentence.start <= m.start < sentence.end]
    opening = running and text[sentence.start] not in OPEN_MARKS
    return Clause(text, toks, inside, quoted(text, sentence.start, sentence.end, running=opening))


def _left_open(text: str, sentence: Sentence, *, running: bool) -> bool:
    """Whether a quotation is open at the end of a sentence."""
    marks = [m for m in text[sentence.start : sentence.end] if m in "“”«»"]
    if marks:
        return marks[-1] in "“«"
    straight = text.count('"', sentence.start, sentence.end)
    return (straight % 2 == 1) != running if straight else running


def _of_sentence(clause: Clause, earlier: Span | None, sentence: Sentence) -> Iterator[Attribution]:
    if not clause.toks:
        return
    before = list(impersonal.before(clause, earlier))
    if before:
        yield from before
        return
    quoting = list(hearsay.quoted(clause))
    cues = {a.cue for a in quoting}
    relays = {via for a in quoting for via in a.via}
    said = [*quoting]
    said += [a for a in verbs(clause) if a.cue not in cues and a.source not in relays]
    doubts = list(hearsay.doubts(clause))
    according = list(according_to(clause))
    doubting = [d for d in doubts if not _is_said(clause, d, [*said, *according])]
    by_verb = [a for a in said if not any(inside(a.cue, d.cue) or _within(a, d) for d in doubts)]
    by_verb = charged(clause, [a for a in by_verb if not _meant(clause, a, by_verb)])
    by_verb, according = through(clause, relayed(clause, by_verb), according)
    main = next((a.source for a in by_verb if a.source), None)
    for each in doubting:
        holder = next((a for a in by_verb if a.source and inside(each.cue, a.content)), None)
        lacking = each.source is None and each.source_words == "context"
        yield replace(each, source=holder.source) if lacking and holder else each
    yield from by_verb
    yield from according
    yield from impersonal.participles(clause, main)
    yield from impersonal.nominal(clause)
    if sentence.part != "title":
        told = [
            a.content
            for a in (*by_verb, *according)
            if a.source is not None and a.rule != "A-charge-denied"
        ]
        for each in hearsay.passive(clause):
            if not any(inside(each.cue, content) for content in told) or each.source:
                yield each


def _is_said(clause: Clause, doubted: Attribution, said: list[Attribution]) -> bool:
    """Whether "X said it could not confirm …" holds a doubt: then the claim is of X, with that stance."""
    return doubted.rule == "A-unable" and any(
        inside(doubted.cue, a.content)
        and VERBS.get(cue_word(clause, a.cue), "asserts") == "asserts"
        for a in said
    )


def _meant(clause: Clause, each: Attribution, others: list[Attribution]) -> bool:
    """Whether "plans to" or "found" only tells, within what another says, what somebody does or means to do."""
    lemma = LEMMAS.get(cue_word(clause, each.cue))
    found = lemma in FINDING and not THAT.match(clause.text, each.cue[1])
    return (lemma in MEANING or found) and any(
        other is not each and other.source is not None and inside(each.cue, other.content)
        for other in others
    )


FINDING = frozenset(
    {"find", "discover", "detect", "spot", "count", "uncover", "identify", "document"}
)
"""Verbs that, without "that", tell what somebody did: "officers found 200 rifles, the port said"."""
THAT = re.compile(r"\s+that\b")
MEANING = frozenset({"plan", "intend", "hope", "expect", "propose"})


def _within(said: Attribution, doubted: Attribution) -> bool:
    """Whether "that X said" only tells which one is meant in a doubt: "unclear if the ship that X said …"."""
    return doubted.rule == "A-unclear" and inside(said.cue, doubted.content)


def _distinct(found: Iterable[Attribution]) -> list[Attribution]:
    """Attributions whose cue and content no earlier one has."""
    kept: list[Attribution] = []
    for each in _settled(list(found)):
        same = any(
            _alike(each.content, other.content)
            and (each.source == other.source or each.source is None or each.cue == other.cue)
            and "A-charge-denied" not in (each.rule, other.rule)
            for other in kept
        )
        if not same and not any(each.cue == other.cue for other in kept):
            kept.append(each)
    return kept


def _settled(found: list[Attribution]) -> list[Attribution]:
    """Without doubts that nobody is named for, where somebody is said to have the same."""
    return [
        a
        for a in found
        if a.source is not None
        or not any(
            b.source is not None and _alike(a.content, b.content) and b.rule != "A-charge-denied"
            for b in found
        )
    ]


def _alike(first: Span, second: Span) -> bool:
    common = min(first[1], second[1]) - max(first[0], second[0])
    return common > 0.7 * max(first[1] - first[0], second[1] - second[0])


def _only_quote(clause: Clause, sentence: Sentence, earlier: Sentence | None) -> bool:
    """Whether a sentence is quotation alone, near the last speaker."""
    if earlier is None or sentence.paragraph - earlier.paragraph > 1 or not clause.quotes:
        return False
    start, end = clause.quotes[0][0], clause.quotes[-1][1]
    outside = clause.text[clause.start : start] + clause.text[end : clause.end]
    return len(outside.strip(' “”"«».,!?\n')) == 0 and end - start > 20


def _introduced(clause: Clause) -> Attribution | None:
    """The speaker of "X said:", whose words follow in the next paragraphs."""
    if not clause.toks or clause.toks[-1].text != ":":
        return None
    for index in range(len(clause.toks) - 2, max(len(clause.toks) - 12, 0), -1):
        token = clause.toks[index]
        side = clause.source_left(index) if token.low in VERBS else None
        if side is not None:
            cue = (token.start, token.end)
            return Attribution(cue, cue, side.span, VERBS[token.low], "A-introduced")
    return None


def _continued(clause: Clause, speaker: Attribution) -> Attribution:
    content = trim(clause.text, clause.start, clause.end)
    return Attribution(
        content,
        speaker.cue,
        speaker.source,
        "asserts",
        "A-quote-goes-on",
        speaker.via,
        notes=("quotation without attribution of its own: the last speaker is meant",),
    )
