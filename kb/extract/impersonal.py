"""Attribution without "X says": adding that, X's allegation that, first reported by X."""

import itertools
import re
from collections.abc import Iterator

from kb.extract.attribution import Attribution
from kb.extract.clause import Clause
from kb.extract.content import PARTICIPLES, closing, content_end, content_start
from kb.extract.cues import LEMMAS, NOUNS, SOURCE_NOUNS, VERBS
from kb.extract.function_words import FINITE, JOINTS
from kb.extract.hearsay import closing_comma
from kb.extract.mention import pattern
from kb.extract.relays import CHARGED
from kb.extract.spans import Span, trim
from kb.extract.subject import acting

NOUN = "|".join(sorted(NOUNS, key=len, reverse=True))
NOMINAL = pattern(
    rf"\b(?P<noun>{NOUN})(?P<by>,? (?:made |levelled |leveled |put forward )?(?:by|from) (?P<source>[^,;:.“”]{{3,80}}?))? (?P<link>that|of|about)\b",
)
REPORTED_BEFORE = pattern(
    r"^(?:[Tt]his|[Tt]hat|[Ii]t|[Tt]he (?:news|visit|transfer|shipment|claim|allegation|accusation|sighting|seizure|incident|case|story|report|delivery|figure|charge|finding|denial|account|voyage|detention|plan|meeting|arrest|boarding)s?|[Tt]hese (?:claims|allegations|findings|figures)|[Tt]he \w+) (?:was|were|had been|has been) (?:first |earlier |originally |also |initially )?(?P<cue>reported|made|disclosed|revealed|announced|published|denied|confirmed|rejected|dismissed|disputed|documented|broken|carried|put forward|levelled|raised|described) (?:(?:on|in|last|earlier|this) [^,.]{2,30} )?by (?P<source>[^,;:.]{3,80})"
)


def participles(clause: Clause, main: Span | None) -> Iterator[Attribution]:
    """…, adding that CONTENT; though acknowledging CONTENT, SOURCE said: by the sentence's own source."""
    for index, token in enumerate(clause.toks):
        before = clause.toks[index - 1].low if index else ""
        if token.low not in PARTICIPLES or clause.quoted(token.start):
            continue
        if token.low in ("citing", "quoting") or not _loose(clause, index):
            continue
        start, via, opener = content_start(clause, index)
        end = content_end(clause, index, start)
        if before in CONCEDING:
            comma = closing_comma(clause, start)
            end = min(end, comma) if comma else end
        content = trim(clause.text, start, end)
        source = main if main and main[0] < token.start else acting(clause, index)
        claims = opener or VERBS[token.low] != "asserts" or LEMMAS[token.low] in ALONE
        if source is not None and claims and content[1] - content[0] > 8:
            cue = (token.start, token.end)
            yield Attribution(content, cue, source, VERBS[token.low], "A-participle", via)


CONCEDING = frozenset({"", "though", "while", "although"})
ALONE = frozenset(
    "call describe acknowledge concede admit cite add say argue insist claim state note stress warn explain maintain tell".split()
)
"""Verbs whose participle takes content without "that"."""


def _loose(clause: Clause, index: int) -> bool:
    """Whether a participle stands by itself, beside the sentence's verb, or after "issued a statement"."""
    before = clause.toks[index - 1].low if index else ""
    earlier = {t.low for t in clause.toks[max(0, index - 8) : index]}
    that = index + 1 < len(clause.toks) and clause.toks[index + 1].low == "that"
    return before in CONCEDING or before in LOOSE or (that and bool(earlier & WRITINGS))


WRITINGS = frozenset(
    "article articles statement letter letters report note notes message post tweet complaint filing memo".split()
)
LOOSE = frozenset(
    {",", "”", '"', "—", "–", ";", "by", "in", "and", "statement", "letter", "report"}
)


def nominal(clause: Clause) -> Iterator[Attribution]:
    """X's allegation that CONTENT; the accusation by X that CONTENT; evidence that CONTENT."""
    denied = [m.span() for m in CHARGED.finditer(clause.text, clause.start, clause.end)]
    for match in NOMINAL.finditer(clause.text, clause.start, clause.end):
        noun, link = match["noun"], match["link"]
        led = clause.text[clause.start : match.start("noun")].split()[-1:]
        if not _attributes(clause, match, led):
            continue
        if any(start <= match.start("noun") < end for start, end in denied):
            continue
        source = _owner(clause, match)
        if source is None and led in (["a"], ["the"]) and noun in MADE:
            place = next(n for n, t in enumerate(clause.toks) if t.end > match.start("noun"))
            source = acting(clause, place)
        start = match.end("link")
        content = trim(clause.text, start, min(_nominal_end(clause, start), closing(clause, start)))
        first = next((t.low for t in clause.toks if t.start >= content[0]), "")
        if content[1] - content[0] > 10 and not (first in VERBS or first in FINITE):
            rule = "A-noun-that" if link == "that" else "A-noun-of"
            yield Attribution(content, match.span("noun"), source, NOUNS[noun], rule)


def _attributes(clause: Clause, match: re.Match[str], led: list[str]) -> bool:
    """Whether a noun attributes what follows it: not "no evidence that", "on suspicion of", "a report of"."""
    noun, link = match["noun"], match["link"]
    if clause.toks[-1].text == ":":
        return False  # what opens a list: "charges that, at all times relevant:"
    if noun == "evidence" and led in (["no"], ["any"], ["without"], ["little"]):
        return False
    if noun == "suspicion" and led in (["on"], ["under"]):
        return False
    if noun == "finding" and clause.text[: match.start("noun")].rstrip().endswith(","):
        return False
    if clause.quoted(match.start("noun")) or (link != "that" and NOUNS[noun] != "alleges"):
        return False
    return link == "that" or noun not in THAT_ONLY


THAT_ONLY = frozenset("evidence report reports charge charges estimate warning conclusion".split())
"""Nouns that attribute only before "that"."""
MADE = frozenset("statement report announcement warning assessment claim allegation".split())
"""What somebody issues: "released a statement that"."""


def _owner(clause: Clause, match: re.Match[str]) -> Span | None:
    if match["source"] and clause.speaks(match.span("source")):
        start, end = match.span("source")
        if any(t.low in FINITE or t.low in JOINTS for t in clause.toks if start <= t.start < end):
            return None
        last = match["source"].split()[-1]
        return (start, end - len(last) - 1) if last in PARTICIPLES else (start, end)
    place = match.start("noun")
    for mention in reversed(clause.names):
        gap = clause.text[mention.end : place]
        if (
            mention.end <= place
            and re.fullmatch(r"(?:[’']s?)?(?:\s[a-z-]+){0,2}\s", gap)
            and mention.kind in ("person", "org", "country")
            and not any(VERBS.get(word) == "denies" for word in gap.split())
        ):
            speaker = gap.split()[-1:] if mention.kind == "country" else []
            called = speaker and speaker[0] in SOURCE_NOUNS
            return mention.start, place - 1 if called else mention.end
    return None


def _is_subject(clause: Clause, start: int) -> bool:
    """Whether "X's claims that" stands where a subject does: early in the sentence, or in "said that X's claims"."""
    return start - clause.start < 60 or " that " in clause.text[clause.start : start - 5]


def _nominal_end(clause: Clause, start: int) -> int:
    own = _main_verb(clause, start) if _is_subject(clause, start) else None
    comma = re.compile(
        r"[,;](?=\s(?:but|and|which|while|although|though|prompting|"
        + "|".join(sorted(PARTICIPLES))
        + r")\b)|,?\s(?:as|after|before|when)\s(?=(?:he|she|it|they)\b)|[”\"]"
    ).search(clause.text, start, clause.end)
    end = (
        comma.start()
        if comma and not clause.quoted(comma.start() - 1) and comma.start() - start > 15
        else clause.end
    )
    return min(end, own or end)


def _main_verb(clause: Clause, start: int) -> int | None:
    """Where in "X's denial that A was B does not fit" the sentence's own verb begins."""
    verbal = 0
    for before, token in itertools.pairwise(clause.toks):
        if token.start < start or clause.quoted(token.start):
            continue
        finite = token.low in FINITE or token.low in MAIN
        if finite and (before.low in FINITE or before.low in SUBORDINATING):
            finite = False
        verbal += finite or (token.low.endswith("ed") and not token.named and not verbal)
        if finite and (verbal == 2 or (verbal and token.low in ENDING)):
            return token.start
    return None


ENDING = frozenset("prompted sparked triggered caused led".split())
MAIN = ENDING | frozenset(
    "does did do rests came comes drew prompted follows followed contradicts contradicted remains remained".split()
)
SUBORDINATING = frozenset("who which that and to or but it he she they not".split())


def before(clause: Clause, earlier: Span | None) -> Iterator[Attribution]:
    """The claim was first made by SOURCE: the content is the sentence before."""
    match = REPORTED_BEFORE.match(clause.text[clause.start : clause.end])
    if match is None or earlier is None:
        return
    source = trim(
        clause.text, clause.start + match.start("source"), clause.start + match.end("source")
    )
    if not clause.speaks(source):
        return
    cue = match["cue"]
    stance = VERBS.get(cue, "asserts")
    stance = stance if stance in ("denies", "confirms") else "asserts"
    place = (clause.start + match.start("cue"), clause.start + match.end("cue"))
    note = ("the content is the sentence before",)
    yield Attribution(earlier, place, source, stance, "A-sentence-before", notes=note)
