"""All attributions of a text, sentence by sentence: rules in their order, of two that say the same the first."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.extract import hearsay, impersonal
from kb.extract.attribution import Attribution, verbs
from kb.extract.claimants import WIRES
from kb.extract.clause import Clause
from kb.extract.cues import VERBS
from kb.extract.mention import Mention
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
        if not here and speaker is not None and _only_quote(clause, sentence, earlier):
            here = [_continued(clause, speaker)]
        introduced = None if here else _introduced(clause)
        kept += here
        said = _last_speaker(here)
        speaker = (introduced or said) or (
            speaker if earlier and _near(earlier, sentence) else None
        )
        running = _left_open(text, sentence, running=running)
        earlier = sentence
    return sorted(kept, key=lambda a: (a.content, a.cue))


def _last_speaker(here: list[Attribution]) -> Attribution | None:
    """The last source of a sentence whose claim is not told within another's."""
    outer = [
        a
        for a in here
        if a.source is not None and not any(a is not b and _inside(a.cue, b.content) for b in here)
    ]
    return outer[-1] if outer else None


def _near(earlier: Sentence, sentence: Sentence) -> bool:
    return sentence.paragraph - earlier.paragraph <= 1


def _clause(text: str, sentence: Sentence, mentions: list[Mention], *, running: bool) -> Clause:
    dateline = DATELINE.match(text, sentence.start, sentence.end)
    toks = tokens(text, dateline.end() if dateline else sentence.start, sentence.end)
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
    relayed = list(hearsay.quoted(clause))
    cues = {a.cue for a in relayed}
    said = [*relayed, *(a for a in verbs(clause) if a.cue not in cues)]
    doubting = [d for d in hearsay.doubts(clause) if not _is_said(clause, d, said)]
    by_verb = [a for a in said if not any(_inside(a.cue, d.cue) or _within(a, d) for d in doubting)]
    according = list(impersonal.according(clause))
    by_verb, according = _through(clause, _relayed(clause, by_verb), according)
    main = next((a.source for a in by_verb if a.source), None)
    for each in doubting:
        holder = next((a for a in by_verb if a.source and _inside(each.cue, a.content)), None)
        lacking = each.source is None and each.source_words == "context"
        yield replace(each, source=holder.source) if lacking and holder else each
    yield from by_verb
    yield from according
    yield from impersonal.participles(clause, main)
    yield from impersonal.nominal(clause)
    if sentence.part != "title":
        told = [a.content for a in (*by_verb, *according) if a.source is not None]
        for each in hearsay.passive(clause):
            if not any(_inside(each.cue, content) for content in told) or each.source:
                yield each


def _is_said(clause: Clause, doubted: Attribution, said: list[Attribution]) -> bool:
    """Whether "X said it could not confirm …" holds a doubt: then the claim is of X, with that stance."""
    return doubted.rule == "A-unable" and any(
        _inside(doubted.cue, a.content) and VERBS.get(_low(clause, a.cue)) == "asserts"
        for a in said
    )


def _low(clause: Clause, cue: Span) -> str:
    return clause.text[slice(*cue)].casefold()


def _within(said: Attribution, doubted: Attribution) -> bool:
    """Whether "that X said" only tells which one is meant in a doubt: "unclear if the ship that X said …"."""
    return doubted.rule == "A-unclear" and _inside(said.cue, doubted.content)


def _relayed(clause: Clause, said: list[Attribution]) -> list[Attribution]:
    """In "X said that Y believes …", X is through whom the claim of Y came, and no claimant of the same."""
    kept = list(said)
    for outer in said:
        inner = [
            a
            for a in kept
            if a is not outer
            and a.source is not None
            and outer.source is not None
            and _inside(a.source, outer.content)
            and _inside(a.cue, outer.content)
            and min(a.source[0], a.content[0]) - outer.content[0] < NEAR
            and max(a.content[1], a.source[1]) > outer.content[1] - NEAR
        ]
        if not inner or clause.text[slice(*inner[0].source or (0, 0))].casefold() in (
            "it",
            "they",
            "he",
            "she",
            "we",
            "i",
        ):
            continue
        via = outer.source
        assert via is not None
        kept = [replace(a, via=(*a.via, via)) if a in inner else a for a in kept if a is not outer]
    return kept


DATELINE = re.compile(
    r"[A-Z][\w ./’'-]{2,40}(?:, [A-Z][\w .]{2,20})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([A-Z]\w+\))? ?(?:--|—|–) (?=[A-Z])|(?:Washington|London|Brussels|Seoul|Moscow|Beijing|Tokyo|Paris|Geneva|Dubai|Riyadh|Tehran|New York): (?=[A-Z])"
)
"""Where a wire was sent from, before its first sentence; no part of what is claimed."""
OUTLETS = frozenset(
    "agency newspaper media television tv news radio outlet website channel broadcaster magazine".split()
)
NEAR = 24
"""How many characters may stand before the source of a claim within a claim, or after its end."""


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _through(
    clause: Clause, said: list[Attribution], according: list[Attribution]
) -> tuple[list[Attribution], list[Attribution]]:
    """In "X said, according to Y", Y is through whom it came, and no claimant of the same."""
    kept = []
    for each in according:
        inner = [a for a in said if a.source and each.source and _tells(each, a)]
        if not inner:
            kept.append(each)
            continue
        last = inner[-1]
        cited = _low(clause, each.cue) in ("citing", "quoting") and _is_outlet(clause, last)
        told = each.source or each.cue
        new = (
            replace(last, source=told, via=(last.source or told,))
            if cited
            else replace(last, via=(*last.via, told))
        )
        said = [new if a is last else a for a in said]
    return said, kept


def _tells(according: Attribution, said: Attribution) -> bool:
    """Whether "according to" tells through whom a claim came: "X said …, according to Y"; "Citing Y, X said …"."""
    source = said.source or said.cue
    after = source[1] <= according.cue[0] and said.content[0] >= according.content[0] - 2
    before = according.cue[0] < source[0] and abs(source[0] - according.content[0]) < NEAR
    return after or (before and _inside(said.cue, according.content))


def _is_outlet(clause: Clause, said: Attribution) -> bool:
    """Whether a source is a medium without anybody before it, so that whom it cites is the claimant."""
    if said.source is None or said.via:
        return False
    words = clause.text[slice(*said.source)].split()
    return words[-1] in WIRES or words[-1].casefold() in OUTLETS


def _parts(clause: Clause, mentions: list[Mention]) -> list[Clause]:
    """The clauses between semicolons, each with a source of its own."""
    marks = [t for t in clause.toks if t.text == ";" and not clause.quoted(t.start)]
    if not marks:
        return [clause]
    bounds = [clause.start, *(mark.end for mark in marks), clause.end + 1]
    parts = []
    for start, end in itertools.pairwise(bounds):
        toks = [t for t in clause.toks if start <= t.start and t.end <= end and t not in marks]
        inside = [m for m in mentions if start <= m.start < end]
        quotes = [q for q in clause.quotes if q[0] < end and start < q[1]]
        parts += [Clause(clause.text, toks, inside, quotes)] if toks else []
    return parts


def _distinct(
    found: Iterable[Attribution], before: Iterable[Attribution] = ()
) -> list[Attribution]:
    """Attributions whose cue and content no earlier one has."""
    kept: list[Attribution] = list(before)
    count = len(kept)
    for each in _split(found):
        same = any(
            _alike(each.content, other.content)
            and (each.source == other.source or each.source is None or each.cue == other.cue)
            for other in kept
        )
        if not same and not any(each.cue == other.cue for other in kept):
            kept.append(each)
    return kept[count:]


def _split(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Content of two clauses, "that A and that B", as two claims."""
    yield from found


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
