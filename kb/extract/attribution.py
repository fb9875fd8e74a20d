"""Attribution in a sentence: who takes a stance, by which words, on what; each found by a named rule."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.extract.clause import BE, DETERMINERS, FINITE, MARKS, Clause, Span, trim
from kb.extract.cues import (
    EVIDENCE,
    LEMMAS,
    NAMING,
    OBJECT_SOURCES,
    QUOTE_ONLY,
    THAT_ONLY,
    TO_INFINITIVE,
    VERBS,
)

OFTEN_NOUNS = frozenset(
    "report reports claims claim states state charges charge estimate estimates plans plan doubts doubt fears fear details detail posts post comments comment shows show documents document "
    "records record questions question notes note threat finding findings promise promises hopes hope forecast forecasts call calls suspect suspects answer repeat dispute disputes trace traces brief release question complaint reported pledge pledges threatens present points point quote cite".split()  # noqa: SIM905
)
SPEECH = (
    r"(?:statement|report|interview|briefing|letter|post|filing|tweet|press release|speech|note|email|e-mail|memo|memorandum|press conference|news conference|message|article|paper|study|complaint"
    r"|indictment|affidavit|communiqué|communique|advisory|bulletin|commentary|summary|submission|hearing|video|broadcast|response|reply|presentation|announcement|update|phone call|telephone interview|media briefing|editorial|annex|document)"
)
LEAD = re.compile(
    r"\s+(?:(?:in|at|during|via|through|on|to|with|by|from|under|before)\s+)(?:an?|its|his|her|their|the|two|separate|written)?\s?(?:[\w-]+\s){0,3}?"
    + SPEECH
    + r"s?\b(?:\s(?:to|with|for|from|at|of|on|posted on|issued by|released by|published by|carried by|seen by|dated|late on|issued|released|published)\s(?!that)[^,;:“\"—]{2,60}?(?=,|:|\sthat\b|\s?[“\"]|\s(?:the|its|it|he|they|a|no|some|it)\s|$))?"
)
WHO_TOLD = re.compile(
    r"\s+(?P<who>(?:the\s|a\s|an\s|his\s|her\s|its\s|their\s)?(?:[A-Z][\w’'.-]*(?:\s(?:of\s)?(?:the\s)?[A-Z][\w’'.-]*){0,5}|reporters|journalists|lawmakers|parliament|investigators|(?:[\w-]+\s){0,3}?(?:agency|newspaper|court|council|committee|conference|briefing|panel|channel|website|station|broadcaster|judge|jury|reporters|journalists|officials|inspectors|lawmakers|hearing|ministers|magazine|publication|outlet))|(?:[\w’'-]+\s){1,4}?[\w’'-]+(?=\sthat\s)|me|us|him|her|them)(?=[\s,:])"
)
TO_WHOM = re.compile(
    r"\s+to\s+(?P<who>reporters|journalists|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}|lawmakers|state media|the press)(?=[\s,:])"
)
FILLER = re.compile(
    r"\s+(?:(?:also|again|later|repeatedly|only|simply|further|then|earlier|separately|bluntly|flatly|previously|\w+ly)\b(?!\s+(?:ship|vessel))|however|,\s*(?:too|however|without (?:giving|offering|providing|elaborating)[^,“”]{0,60}),?)"
)
ON_RECORD = re.compile(
    r"\s+(?:with concern|with regret|by telephone|through (?:its|his|her) lawyers?|on condition of anonymity|under oath|on social media|on X|on Twitter|on Telegram|on its website|on his website|on state television|by telephone|by email|by phone|through a spokes\w+|in public|in response|in reply|at the time|in \w+|on Capitol Hill|from \w+)\b(?=\s+that\b|,|:|\s+[“\"]|\s*[.!?]?$)"
)
ACCORDING = re.compile(
    r"(?i)\b(?P<cue>according to|in the words of|in the view of|citing|as reported by|as told by|quoting|as quoted by|by the account of|in the assessment of|per)(?=\s)"
)
LATER_CUE = re.compile(
    r"\s*,?\s*(?:after|while|but|although|though|and|as|whereas|even as|before|hours after|days after)\s+$"
)


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
        if token.low not in VERBS or clause.quoted(token.start) or _is_noun(clause, index):
            continue
        if index and clause.toks[index - 1].low in ("to", "neither", "nor") or _passive(clause, index):
            continue
        found = _inverted(clause, index) or _active(clause, index)
        if found is not None:
            yield found
            yield from _seconds(clause, found)


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
        yield replace(first, content=content, cue=match.span(), rule="A-and-that")
        place = end


def _is_noun(clause: Clause, index: int) -> bool:
    """Whether what looks like a verb is a noun, a name or an adjective here."""
    token, before = clause.toks[index], clause.toks[index - 1] if index else None
    after = clause.toks[index + 1] if index + 1 < len(clause.toks) else None
    if token.named and index:
        return True
    if before is None:
        return token.low not in ("asked",) and not token.low.endswith("ing")
    if token.low in OFTEN_NOUNS and (
        before.low in DETERMINERS or before.low.endswith(("'s", "s'")) or before.low.endswith("ed")
    ):
        return True
    if token.low in (
        "suspected",
        "alleged",
        "claimed",
        "reported",
        "stated",
        "expected",
        "planned",
    ) and (
        before.low in DETERMINERS
        or (
            after is not None
            and after.low
            in (
                "shipment",
                "shipments",
                "arms",
                "weapons",
                "violations",
                "transfer",
                "transfers",
                "breaches",
                "smuggling",
            )
        )
    ):
        return before.low not in ("who", "which")
    return token.low == "said" and before.low == "the"


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
    if before is None or before.text not in ',”"?!»' or token.low.endswith("ing"):
        return None
    following = clause.toks[index + 1] if index + 1 < len(clause.toks) else None
    if following is None or following.low == "that" or following.text in MARKS:
        return None
    right = clause.source_right(token.end)
    if right is None:
        return None
    source, after = right
    if before.text == "," and not (_content_before(clause, index) and _closes(clause, source, after)):
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
    if any(t.low in FINITE or (t.low.endswith("ed") and not t.named and t.low not in ("united",)) for t in inside):
        return False
    rest = clause.text[after : clause.end]
    return bool(re.match(r"\s*(?:[,.;:“\"”!?]|$|on |in |at |late |earlier |this |last |during |after |who |adding )", rest))


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
    left = clause.subject(before) if joined else clause.source_left(index)
    if left is None:
        return None
    things = lemma in OBJECT_SOURCES
    if not things and not clause.speaks(left.span):
        return None
    negated = any(
        t.low in ("not", "never", "n't") or t.low.endswith("n't") or t.low == "cannot"
        for t in clause.toks[max(0, index - 3) : index]
    )
    start, via, opener = content_start(clause, index)
    rest = _before_according(clause, start).strip(' ,.!?”"’»\n')
    quoted_before = _quote_before(clause, left.span[0]) is not None and opener not in ("that", "quote", "colon")
    if not rest or quoted_before:
        return _content_left(clause, index, left.span, negated)
    if not _takes(clause, index, start, opener):
        return None
    end = content_end(clause, index, start)
    content = trim(clause.text, start, end)
    if opener == "quote" and _quote_before(clause, left.span[0]) is not None:
        content = _longer(clause, _quote_before(clause, left.span[0]) or content, content)
    if not _long_enough(clause.text, content):
        return None
    rule = "A-source-verb" if VERBS[token.low] != "denies" else "A-denies"
    return Attribution(
        content, (token.start, token.end), left.span, VERBS[token.low], rule, via, negated
    )


def _before_according(clause: Clause, start: int) -> str:
    match = ACCORDING.match(clause.text, start + len(re.match(r"[\s,]*", clause.text[start:])[0]))
    return clause.text[start : match.start() if match else clause.end]


def _quote_before(clause: Clause, place: int) -> Span | None:
    found = [q for q in clause.quotes if q[1] <= place and place - q[1] < 6]
    return trim(clause.text, *found[-1]) if found else None


def _content_left(clause: Clause, index: int, source: Span, negated: bool) -> Attribution | None:
    before = clause.text[clause.start : source[0]].rstrip()
    if not before.endswith((",", "”", '"', "—", "–", "»", ";", ":")) or len(before) < 12:
        return None
    content = trim(clause.text, clause.start, clause.start + len(before))
    token = clause.toks[index]
    return Attribution(
        content, (token.start, token.end), source, VERBS[token.low], "A-content-first", (), negated
    )


def content_start(clause: Clause, index: int) -> tuple[int, tuple[Span, ...], str]:
    """Where the content after a cue begins, through whom it was told, and what opens it.

    Past adverbs, dates, addressees ("told Tass") and occasions ("in a statement"); `opener` is `that`,
    `quote`, `colon` or nothing.
    """
    text, place, end = clause.text, clause.toks[index].end, clause.end
    via: list[Span] = []
    if LEMMAS[clause.toks[index].low] in ("tell", "inform", "notify", "brief", "warn", "advise"):
        who = WHO_TOLD.match(text, place, end)
        if who is not None:
            place = who.end()
            via += [
                span
                for span in [who.span("who")]
                if text[span[0]].isupper() or "agency" in who["who"]
            ]
    while True:
        place, moved = _skipped(clause, place)
        if not moved:
            break
    opener = re.compile(
        r"[\s,]*(?P<that>that\b)|[\s,]*(?P<colon>:)\s*[“\"«]?|[\s,]*(?P<quote>[“\"«])"
    ).match(text, place, end)
    if opener is None:
        return place, tuple(via), ""
    kind = opener.lastgroup or ""
    return (opener.end() if kind == "that" else opener.start()), tuple(via), kind


def _skipped(clause: Clause, place: int) -> tuple[int, bool]:
    text, end = clause.text, clause.end
    for date in clause.dates:
        gap = text[place : date.start]
        if place <= date.start and re.fullmatch(
            r"\s+(?:late |early )?(?:on |in |at )?(?:late |early )?|\s*,\s*", gap
        ):
            return date.end, True
    for words in (LEAD, TO_WHOM, ON_RECORD, FILLER):
        match = words.match(text, place, end)
        if match is not None and match.end() > place:
            return match.end(), True
    return place, False


def _takes(clause: Clause, index: int, start: int, opener: str) -> bool:
    """Whether the verb can attribute what follows it."""
    token = clause.toks[index]
    lemma = LEMMAS[token.low]
    following = next((t for t in clause.toks if t.start >= start), None)
    if following is None:
        return False
    if lemma in TO_INFINITIVE and opener == "":
        return following.low == "to" or lemma == "expect"
    if VERBS[token.low] in ("denies", "doubts", "confirms"):
        return following.text not in ",;" or opener != ""
    if lemma in NAMING:
        return _names(clause, start)
    if lemma in QUOTE_ONLY:
        return opener in ("quote", "colon")
    if lemma in ("accuse", "blame", "suspect", "charge"):
        return (
            bool(re.search(r"\b(?:of|for|with)\s", clause.text[start : clause.end]))
            or opener == "that"
        )
    if opener:
        return True
    if lemma in THAT_ONLY:
        return lemma in OBJECT_SOURCES | {
            "find",
            "estimate",
            "assess",
            "think",
            "believe",
            "fear",
            "identify",
        } and (
            following.named
            or following.low
            in ("the", "a", "an", "two", "three", "how", "it", "its", "at", "several", "what")
        )
    return following.low not in (
        "of",
        "for",
        "by",
        "with",
        "about",
        "on",
        "to",
        "into",
        "from",
        "against",
        "as",
    ) or lemma in ("speak",)


def _names(clause: Clause, start: int) -> bool:
    """Whether an object follows with what it is called: “call X “worrying””."""
    rest = clause.text[start : clause.end].lstrip()
    return not rest.startswith("as ") and bool(re.search(r"[“\"]|\bas\s", rest))


def content_end(clause: Clause, index: int, start: int) -> int:
    """Where the content of a cue ends: the sentence's end, or where a later attribution takes over."""
    end = clause.end
    according = ACCORDING.search(clause.text, start, end)
    if according is not None and not clause.quoted(according.start()):
        end = according.start()
    token = clause.toks[index]
    relative = (
        clause.toks[clause.before(index)].low in ("who", "which")
        if clause.before(index) >= 0
        else False
    )
    if relative:
        comma = next(
            (
                t.start
                for t in clause.toks
                if t.start > start and t.text == "," and not clause.quoted(t.start)
            ),
            end,
        )
        end = min(end, comma) if comma - start > 12 else end
    for later in range(index + 1, len(clause.toks)):
        other = clause.toks[later]
        if (
            other.start <= start
            or other.start >= end
            or other.low not in VERBS
            or clause.quoted(other.start)
        ):
            continue
        if (
            other.low.endswith("ing")
            and clause.toks[later - 1].text == ","
            and other.low in PARTICIPLES
        ):
            return clause.toks[later - 1].start
        if _is_noun(clause, later) or clause.toks[later - 1].low == "to":
            continue
        side = clause.source_left(later)
        if side is not None and side.span[0] > start:
            gap = clause.text[start : side.span[0]]
            joint = LATER_CUE.search(gap)
            if (
                joint is not None
                and (joint[0].strip() != "and" or "," in joint[0])
                and joint.start() > 8
            ):
                return start + joint.start()
        elif (
            token is not None and clause.toks[later - 1].low in ("and", "but") and later - index > 3
        ):
            return clause.toks[later - 1].start
    second = SECOND.search(clause.text, start + 12, end)
    if second is not None and not clause.quoted(second.start()):
        end = second.start()
    return end


SECOND = re.compile(r",?\s(?:and|but|or)\sthat\s(?=[^\W_])")
PARTICIPLES = frozenset(
    "saying adding noting stating alleging claiming denying rejecting dismissing insisting arguing warning accusing calling describing citing explaining stressing suggesting confirming reporting telling announcing declaring pledging vowing promising threatening acknowledging conceding admitting".split()  # noqa: SIM905
)


def evidence_source(clause: Clause, span: Span) -> bool:
    """Whether the words of a source are evidence rather than somebody."""
    words = {t.low for t in clause.toks if span[0] <= t.start < span[1]}
    return bool(words & EVIDENCE)
