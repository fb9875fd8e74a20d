"""All attributions of a text, sentence by sentence: rules in their order, of two that say the same the first."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.extract import hearsay, impersonal
from kb.extract.attribution import Attribution, verbs
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
        said = next((a for a in reversed(here) if a.source is not None), None)
        speaker = (introduced or said) or (
            speaker if earlier and _near(earlier, sentence) else None
        )
        running = _left_open(text, sentence, running=running)
        earlier = sentence
    return sorted(kept, key=lambda a: (a.content, a.cue))


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
    doubting = list(hearsay.doubts(clause))
    by_verb = [a for a in verbs(clause) if not any(_inside(a.cue, d.cue) for d in doubting)]
    according = list(impersonal.according(clause))
    by_verb, according = _through(clause, by_verb, according)
    main = next((a.source for a in by_verb if a.source), None)
    for each in doubting:
        lacking = each.source is None and each.source_words == "context"
        yield replace(each, source=main) if lacking and main else each
    yield from by_verb
    yield from according
    yield from impersonal.participles(clause, main)
    yield from impersonal.nominal(clause)
    if sentence.part != "title":
        yield from hearsay.passive(clause)


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _through(
    clause: Clause, said: list[Attribution], according: list[Attribution]
) -> tuple[list[Attribution], list[Attribution]]:
    """In "X said, according to Y", Y is through whom it came, and no claimant of the same."""
    kept = []
    for each in according:
        inner = [
            a
            for a in said
            if a.source and a.source[1] <= each.cue[0] and a.content[0] >= each.content[0] - 2
        ]
        if each.source is None or not inner:
            kept.append(each)
            continue
        last = inner[-1]
        said = [replace(a, via=(*a.via, each.source)) if a is last else a for a in said]
    return said, kept


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
