"""Attribution in a sentence: who takes a stance, by which words, on what; each found by a named rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.extract.clause import Clause, Side
from kb.extract.content import ACCORDING, SECOND, content_end, content_start, particle
from kb.extract.cues import LEMMAS, NAMING, OBJECT_SOURCES, STRONG, VERBS
from kb.extract.function_words import BE, FINITE, MARKS, SPOKEN
from kb.extract.nouns import is_noun
from kb.extract.rightward import source_right
from kb.extract.spans import Span, trim
from kb.extract.subject import acting
from kb.extract.taking import takes

CHARGED = frozenset({"suspected", "accused", "charged", "blamed"})
"""Participles, before "of": "a ship suspected of carrying arms"."""
NO_SOURCE = frozenset({"that", "to", "by", "in", "on", "at", "for", "of", "as", "from", "with"})
WRITING = frozenset(
    "statement letter message post tweet caption notice communique report sign email".split()
)
"""What can "read": "…, read the statement"."""
WHAT = (["what"], ["What"], ["what", "the"])
"""Before a source: "in what Tehran calls …", which attributes a name and no claim."""
HEARD = frozenset({"tell", "inform", "notify", "assure"})
"""Verbs after which the hearer stands, never the source."""
THEN_ACCORDING = re.compile(rf"[\s,]*(?:{ACCORDING.pattern.removeprefix('(?i)')})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in a text: spans of its content, cue and source, the verb's stance, and the rule."""

    content: Span
    cue: Span
    source: Span | None
    stance: str
    rule: str
    via: tuple[Span, ...] = ()
    negated: bool = False
    notes: tuple[str, ...] = ()
    source_words: str = ""


def verbs(clause: Clause) -> Iterator[Attribution]:
    """Attributions by a verb of saying with its source, before or after it."""
    for index, token in enumerate(clause.toks):
        if token.low not in VERBS or is_noun(clause, index):
            continue
        if clause.quoted(token.start) and not clause.opens_quote(index):
            continue
        led = clause.toks[index - 1].low if index else ""
        if (
            (led == "to" and clause.went_on(index - 1) is None)
            or led in ("neither", "nor")
            or _passive(clause, index)
        ):
            continue
        if led in ("will", "would", "shall", "should"):
            continue
        following = clause.toks[index + 1].low if index + 1 < len(clause.toks) else ""
        if following == "by" and token.low not in SPOKEN:
            continue
        if (
            following in ("of", "for", "with")
            and token.low in CHARGED
            and not _perfect(clause, index)
        ):
            continue
        found = _inverted(clause, index) or _active(clause, index)
        if found is not None:
            yield found
            yield from _seconds(clause, found)


def _perfect(clause: Clause, index: int) -> bool:
    """Whether "has", "have" or "had" stands before a participle, but for adverbs."""
    before = [token.low for token in clause.toks[max(0, index - 3) : index]]
    return bool({"has", "have", "had"} & set(before))


def _seconds(clause: Clause, first: Attribution) -> Iterator[Attribution]:
    """The further clauses of "said that A and that B"."""
    if first.content[0] < first.cue[1]:
        return
    place = first.content[1]
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


def _inverted(clause: Clause, index: int) -> Attribution | None:
    """CONTENT, said SOURCE."""
    token = clause.toks[index]
    before = clause.toks[index - 1] if index else None
    if before is None or before.text not in ",”\"?!»'’" or token.low.endswith("ing"):
        return None
    if LEMMAS[token.low] in HEARD:
        return None
    following = clause.toks[index + 1] if index + 1 < len(clause.toks) else None
    if following is None or following.low in NO_SOURCE or following.text in MARKS:
        return None
    right = source_right(clause, token.end)
    if right is None:
        return None
    source, after = right
    if token.low == "read" and not WRITING & set(clause.text[slice(*source)].casefold().split()):
        return None
    if before.text == "," and not (
        _content_before(clause, index) and _closes(clause, source, after)
    ):
        return None
    content = trim(clause.text, _left_start(clause, index), before.end)
    content = _longer(clause, content, _split_quote(clause, after))
    if not _long_enough(clause.text, content):
        return None
    return Attribution(content, (token.start, token.end), source, VERBS[token.low], "A-verb-source")


def _content_before(clause: Clause, index: int) -> bool:
    """Whether what stands before ", said X" is content and not an apposition to a source."""
    left = clause.source_left(index)
    return (
        left is None or left.span[0] != clause.start or clause.toks[index].end - clause.start > 60
    )


def _closes(clause: Clause, source: Span, after: int) -> bool:
    """Whether a source after "…, said" is one: no verb in it, and the clause ends or pauses after it."""
    inside = [t for t in clause.toks if source[0] <= t.start < source[1]]
    if any(
        t.low in FINITE or (t.low.endswith("ed") and not t.named and t.low not in ("united",))
        for t in inside
    ):
        return False
    rest = clause.text[after : clause.end]
    return bool(
        re.match(
            r"\s*(?:[,.;:“\"”!?]|$|on |in |at |late |earlier |this |last |during |after |who |adding )",
            rest,
        )
    )


def _left_start(clause: Clause, index: int) -> int:
    """Where content that ends before a cue begins: the sentence's start, or after an earlier closing."""
    start = clause.start
    for place in range(index - 2, 0, -1):
        token = clause.toks[place]
        if token.text == ";":
            return token.end
    return start


def _split_quote(clause: Clause, place: int) -> Span | None:
    """The quotation that goes on after "…," X said, "…"."""
    for start, end in clause.quotes:
        between = clause.text[place : start - 1] if start > place else None
        if between is not None and re.fullmatch(
            r"[\s,.:]*(?:adding|in [^,“\"]{0,60}|on [^,“\"]{0,30}|to [^,“\"]{0,30})?[\s,.:]*",
            between,
        ):
            return trim(clause.text, start, end)
    return None


def _longer(clause: Clause, first: Span, second: Span | None) -> Span:
    if second is None:
        return first
    return second if second[1] - second[0] > 1.5 * (first[1] - first[0]) else first


def _long_enough(text: str, span: Span) -> bool:
    return span[1] - span[0] > 8 or " " in text[span[0] : span[1]]


def _active(clause: Clause, index: int) -> Attribution | None:
    """SOURCE says (that) CONTENT; or CONTENT, SOURCE says."""
    token = clause.toks[index]
    lemma = LEMMAS[token.low]
    if token.low.endswith("ing"):
        return None
    before = clause.before(index)
    joined = before > 1 and clause.toks[before].low in ("and", "but")
    actor = acting(clause, before) if joined else None
    left = Side(actor, actor[0]) if actor else None if joined else clause.source_left(index)
    if left is None:
        return None
    if lemma in NAMING and clause.text[clause.start : left.span[0]].split()[-1:] in WHAT:
        return None
    things = lemma in OBJECT_SOURCES
    if not things and lemma not in STRONG and not clause.speaks(left.span):
        return None
    negated = any(
        t.low in ("not", "never", "n't") or t.low.endswith("n't") or t.low == "cannot"
        for t in clause.toks[max(0, index - 3) : index]
    )
    start, via, opener = content_start(clause, index)
    rest = _before_according(clause, start).strip(' ,.!?”"’»\n')
    quoted_before = _quote_before(clause, left.span[0]) is not None and opener not in (
        "that",
        "quote",
        "colon",
    )
    if not rest or quoted_before or (opener == "" and _closed(clause, start, left.span[0])):
        return _content_left(clause, index, left.span, negated)
    if not takes(clause, index, start, opener) or (not opener and _gapped(clause, left, start)):
        return None
    end = content_end(clause, index, start)
    content = trim(clause.text, start, end)
    if opener == "quote" and _quote_before(clause, left.span[0]) is not None:
        content = _longer(clause, _quote_before(clause, left.span[0]) or content, content)
    if not _long_enough(clause.text, content):
        return None
    stance = "denies" if particle(clause, index) else VERBS[token.low]
    rule = "A-source-verb" if stance != "denies" else "A-denies"
    return Attribution(content, (token.start, token.end), left.span, stance, rule, via, negated)


def _gapped(clause: Clause, left: Side, start: int) -> bool:
    """Whether a cue only says of a noun who told it: "prices that he said have been stable"."""
    before = clause.text[clause.start : left.span[0]].split()[-1:]
    first = clause.text[start : clause.end].split()[:1]
    if before not in (["that"], ["which"], ["who"], ["what"]) or not first:
        return False
    return first[0] in FINITE or (first[0].endswith("ed") and first[0].islower())


def _closed(clause: Clause, after: int, source: int) -> bool:
    """Whether a comma follows a cue whose source stands after a comma and a clause: "…, X said, …"."""
    before = clause.text[clause.start : source].rstrip()
    return (
        clause.text[after : clause.end].lstrip()[:1] == ","
        and before.endswith(",")
        and before.count(" ") > 3
    )


def _before_according(clause: Clause, start: int) -> str:
    match = THEN_ACCORDING.match(clause.text, start)
    return clause.text[start : match.start() if match else clause.end]


def _quote_before(clause: Clause, place: int) -> Span | None:
    found = [q for q in clause.quotes if q[1] <= place and place - q[1] < 6]
    return trim(clause.text, *found[-1]) if found else None


def _named_between(clause: Clause, start: int, end: int) -> bool:
    """Whether only more words for the source stand between a quotation and it: ",” the manager, Pavel Iwanow, told"."""
    inside = [t for t in clause.toks if start <= t.start < end and t.text not in MARKS]
    return 0 < len(inside) < 17 and not any(t.low in FINITE or t.low in VERBS for t in inside)


def _content_left(clause: Clause, index: int, source: Span, negated: bool) -> Attribution | None:
    before = clause.text[clause.start : source[0]].rstrip()
    quote = next((q for q in reversed(clause.quotes) if q[1] < source[0]), None)
    whole = (
        quote is not None
        and quote[0] - clause.start < 2
        and _named_between(clause, quote[1], source[0])
    )
    if not (whole or before.endswith((",", "”", '"', "—", "–", "»", ";", ":"))) or len(before) < 12:
        return None
    content = trim(clause.text, clause.start, clause.start + len(before))
    if quote is not None and whole:
        content = trim(clause.text, *quote)
    token = clause.toks[index]
    return Attribution(
        content, (token.start, token.end), source, VERBS[token.low], "A-content-first", (), negated
    )
