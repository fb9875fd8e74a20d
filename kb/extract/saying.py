"""Attributions by a verb of saying with its source before or after it; each found by a named rule."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kb.extract.attribution import Attribution
from kb.extract.clause import Clause, Side
from kb.extract.content import (
    ACCORDING,
    SECOND,
    closing,
    content_end,
    content_start,
    particle,
)
from kb.extract.cues import LEMMAS, NAMING, OBJECT_SOURCES, VERBS
from kb.extract.denied import denied, taken_up
from kb.extract.function_words import BE, DECLINING, FINITE, SPOKEN
from kb.extract.heads import needing
from kb.extract.leftward import (
    closed,
    content_left,
    inverted,
    long_enough,
    longer,
    occasion,
    quote_before,
    set_in,
)
from kb.extract.nouns import is_noun
from kb.extract.spans import Span, trim
from kb.extract.stance import stand
from kb.extract.subject import acting
from kb.extract.taking import takes

CHARGED = frozenset({"suspected", "accused", "charged", "blamed"})
"""Participles, before "of": "a ship suspected of carrying arms"."""


AUXILIARIES = [[word] for word in "is are was were has have had will would could can".split()]
"""What content of its own never begins with: "vessels that officials believe are exporting"."""
WHAT = (["what"], ["What"], ["what", "the"])
"""Before a source: "in what Tehran calls …", which attributes a name and no claim."""

ANSWERING = frozenset(
    "reply respond answer comment explain elaborate identify name specify disclose detail".split()
)
"""Verbs that, negated, say nothing of anything: "did not reply to our questions", "did not name the ship"."""
NOBODY = re.compile(r"(?i)(?:neither|none of|no)\s")
"""How a source begins that says nothing: "neither government has acknowledged"."""
REPORTEDLY = frozenset({"allegedly", "reportedly", "supposedly", "purportedly"})
"""Before a verb: then nobody says who says so."""
OWNING_UP = frozenset({"acknowledge", "admit", "concede", "accept", "recognise", "recognize"})
"""Verbs that, negated, deny: "has never acknowledged the presence"."""

AND_NOT = re.compile(
    r",?\s(?:and|but)\s(?=(?P<not>(?:was|were|is|are|has|have|had|did|does|do|could)\s[“\"]?(?:not|never|no|neither|nothing))\b)"
)
"""Where content that is told ends, and what is denied beside it begins: "was empty and had not loaded arms"."""

THEN_ACCORDING = re.compile(rf"[\s,]*(?:{ACCORDING.pattern.removeprefix('(?i)')})", re.IGNORECASE)


def verbs(clause: Clause) -> Iterator[Attribution]:
    """Attributions by a verb of saying with its source, before or after it."""
    earlier: Span | None = None
    for index, token in enumerate(clause.toks):
        if token.low not in VERBS or is_noun(clause, index):
            continue
        if clause.quoted(token.start) and not clause.opens_quote(index):
            continue
        led = clause.toks[index - 1].low if index else ""
        if (
            (led == "to" and not _infinitive(clause, index))
            or led in ("neither", "nor")
            or _passive(clause, index)
        ):
            continue
        if led in ("will", "would", "shall", "should", *REPORTEDLY):
            continue
        following = clause.toks[index + 1].low if index + 1 < len(clause.toks) else ""
        if following == "by" and (token.low not in SPOKEN or token.low in CHARGED):
            continue
        if (
            following in ("of", "for", "with")
            and token.low in CHARGED
            and not _perfect(clause, index)
        ):
            continue
        if LEMMAS[token.low] in ANSWERING and _not(clause, index):
            continue
        found = inverted(clause, index) or _active(clause, index, earlier)
        if found is not None:
            earlier = min(earlier or found.content, found.content, key=lambda s: s[1] - s[0])
            yield found
            yield from _seconds(clause, found)


def _not(clause: Clause, index: int) -> bool:
    words = [t.low for t in clause.toks[max(0, index - 3) : index]]
    return any(
        w in ("not", "never", "cannot") or w in DECLINING or w.endswith("n't") for w in words
    )


def _infinitive(clause: Clause, index: int) -> bool:
    """Whether a verb after "to" says something: "appeared to reject", "declined to confirm", not "asked to say"."""
    if index > 1 and clause.toks[index - 2].low in DECLINING:
        return VERBS[clause.toks[index].low] == "confirms"
    return clause.went_on(index - 1) is not None


def _perfect(clause: Clause, index: int) -> bool:
    """Whether "has", "have" or "had" stands before a participle, but for adverbs."""
    before = [token.low for token in clause.toks[max(0, index - 3) : index]]
    return bool({"has", "have", "had"} & set(before))


def _seconds(clause: Clause, first: Attribution) -> Iterator[Attribution]:
    """The further clauses of "said that A and that B"."""
    if first.content[0] < first.cue[1]:
        return
    place = first.content[1]
    denied_too = AND_NOT.match(clause.text, place, clause.end)
    if denied_too is not None and first.stance == "asserts":
        content = trim(clause.text, denied_too.end(), closing(clause, denied_too.end()))
        if stand("asserts", clause.text[slice(*content)]).stance == "denies":
            cue = denied_too.span("not")
            yield replace(first, content=content, cue=cue, rule="A-and-not")
            return
    while (match := SECOND.match(clause.text, place, clause.end)) is not None:
        later = SECOND.search(clause.text, match.end(), clause.end)
        according = ACCORDING.search(clause.text, match.end(), clause.end)
        end = min(clause.end, *(m.start() for m in (later, according) if m is not None), clause.end)
        content = trim(clause.text, match.end(), end)
        cue = trim(clause.text, *match.span())
        yield replace(first, content=content, cue=cue, rule="A-and-that")
        place = end


def _passive(clause: Clause, index: int) -> bool:
    place = index - 1
    while place >= 0 and clause.toks[place].low.endswith("ly"):
        place -= 1
    low = clause.toks[index].low
    return (
        place >= 0
        and clause.toks[place].low in BE
        and (
            low.endswith(("ed", "en", "wn"))
            or low in ("said", "thought", "understood", "told", "found", "shown")
        )
    )


def _active(clause: Clause, index: int, earlier: Span | None) -> Attribution | None:
    """SOURCE says (that) CONTENT; or CONTENT, SOURCE says; `earlier` is the narrowest attributed before."""
    token = clause.toks[index]
    left = None if token.low.endswith("ing") else _source(clause, index)
    if left is None:
        return None
    negated = _not(clause, index) or NOBODY.match(clause.text, *left.span) is not None
    start, via, opener = content_start(clause, index)
    cue, stance = (token.start, token.end), VERBS[token.low]
    before = taken_up(clause, index, left.span, earlier) if stance == "denies" else None
    if before is not None:
        return Attribution(before, cue, left.span, "denies", "A-denies", via, negated)
    rest = _before_according(clause, start).strip(' ,.!?”"’»\n')
    after = set_in(clause, index, left.span[0])
    if after is not None:
        return Attribution(after, cue, left.span, stance, "A-set-in", via, negated)
    quote = quote_before(clause, left.span[0])
    said_before = quote is not None and opener not in ("that", "quote", "colon")
    told = not opener and occasion(clause, index, left.span)
    if not rest or said_before or told or (opener == "" and closed(clause, start, left.span[0])):
        first = content_left(clause, index, left.span, negated)
        return replace(first, via=via) if first is not None else None
    if not opener and rest.split()[0].casefold() in ("but", "and", "or", "nor"):
        return None
    content = _content_right(clause, index, start, opener)
    if content is None:
        return None
    if opener == "quote" and quote is not None:
        content = longer(clause, quote, content)
    if particle(clause, index) or (negated and LEMMAS[token.low] in OWNING_UP):
        stance, negated = "denies", False
    if stance == "denies" and opener == "":
        content = denied(clause, index, content)
    rule = "A-source-verb" if stance != "denies" else "A-denies"
    return Attribution(content, cue, left.span, stance, rule, via, negated)


def _content_right(clause: Clause, index: int, start: int, opener: str) -> Span | None:
    """The content that follows a verb, where the verb can have it; None where it cannot."""
    if not takes(clause, index, start, opener) or (not opener and _gapped(clause, start)):
        return None
    content = trim(clause.text, start, content_end(clause, index, start))
    if clause.toks[-1].text == ":" and opener == "that" and not _told(clause, content):
        return None  # what opens a list: "charges that, at all times relevant:"
    spoken = next((q for q in clause.quotes if content[0] < q[0] < content[1]), None)
    if spoken and not opener and clause.text[content[0] : spoken[0] - 1].rstrip().endswith(":"):
        content = trim(clause.text, spoken[0], spoken[1])
    content = _without_tail(clause, content)
    if clause.text.startswith("of ", content[0]):
        content = (content[0] + 3, content[1])  # "which X has accused of arming rebels"
    it = (
        clause.text[slice(*content)].casefold() in TAKEN_UP
        and VERBS[clause.toks[index].low] == "denies"
    )
    return content if it or long_enough(clause.text, content) else None


TAIL = re.compile(
    r", (?:which|in particular|leaving|(?:even )?before any|(?P<apposed>an?)) [^,;“”\"]+$"
)
"""What a report adds to what somebody said: "…, which made an inspection impossible"; "X, an agency"."""
KEPT_WORDS = 5


def _without_tail(clause: Clause, content: Span) -> Span:
    """Content without a clause at its end that only adds to it, where enough is left and nothing is quoted."""
    match = TAIL.search(clause.text[slice(*content)])
    if match is None or clause.quoted(content[0] + match.start()):
        return content
    left = (content[0], content[0] + match.start())
    if match["apposed"] and not clause.text[slice(*left)].split()[-1][0].isupper():
        return content
    return left if len(clause.text[slice(*left)].split()) >= KEPT_WORDS else content


TAKEN_UP = frozenset({"it", "this", "that", "them", "so", "both", "everything"})
"""What stands for something told before: "The Kremlin denied it."."""


def _told(clause: Clause, content: Span) -> bool:
    inside = [t for t in clause.toks if content[0] <= t.start < content[1]]
    return any(t.low in FINITE or t.low in BE or t.low.endswith("ed") for t in inside)


def _source(clause: Clause, index: int) -> Side | None:
    """The source before a verb: just before it, or of the verb before "and"; None where it cannot say so."""
    lemma = LEMMAS[clause.toks[index].low]
    before = clause.before(index)
    if before > 1 and clause.toks[before].low in ("and", "but"):
        actor = acting(clause, before)
        left = Side(actor, actor[0]) if actor else None
    else:
        left = clause.source_left(index)
    if left is None:
        return None
    if clause.text.startswith(("What ", "what "), left.span[0]):
        return None
    if lemma in NAMING and clause.text[clause.start : left.span[0]].split()[-1:] in WHAT:
        return None
    able = lemma in OBJECT_SOURCES or needing(clause.toks, index) or clause.speaks(left.span)
    return left if able else None


def _gapped(clause: Clause, start: int) -> bool:
    """Whether a cue only says of a noun who told it: "prices that he said have been stable"."""
    return clause.text[start : clause.end].split()[:1] in AUXILIARIES


def _before_according(clause: Clause, start: int) -> str:
    match = THEN_ACCORDING.match(clause.text, start)
    return clause.text[start : match.start() if match else clause.end]
