"""Attribution without "X says": according to X, X's allegation that, was alleged to, could not be verified."""

import re
from collections.abc import Iterator

from kb.extract.attribution import (
    ACCORDING,
    PARTICIPLES,
    Attribution,
    content_end,
    content_start,
)
from kb.extract.clause import MARKS, Clause, Span, trim
from kb.extract.cues import LEMMAS, NOUNS, VERBS
from kb.extract.mention import pattern

NOUN = "|".join(sorted(NOUNS, key=len, reverse=True))
NOMINAL = pattern(
    rf"(?P<lead>(?:[^\W_]|[ \-’'&.]){{0,60}}?)\b(?P<noun>{NOUN})(?P<by>,? (?:made |levelled |leveled |put forward )?(?:by|from) (?P<source>[^,;:.“”]{{3,80}}?))? (?P<link>that|of|about)\b",
)
OWNED = re.compile(
    r"(?P<source>[^,;:.“”\"—]{2,80}?)(?:[’']s?)?\s+(?:\w+ing\s|\w+ed\s|own\s|recent\s|earlier\s|previous\s|latest\s|new\s|public\s|official\s|repeated\s|growing\s|long-standing\s|original\s|initial\s|[a-z]+\s)?$"
)
PASSIVE = pattern(
    r"\b(?P<be>is|are|was|were|been|being|be) (?:also |now |widely |long |still |being |generally |reportedly |previously |later )*(?P<cue>believed|thought|alleged|suspected|said|reported|understood|known|expected|claimed|presumed|assumed|rumou?red|feared|accused|assessed|estimated|found|described|shown|charged)"
    r"(?P<by> by (?P<source>[^,;:.“”]{3,90}?))?(?P<link> to (?:have |be )?| of | that | as |,? (?=by |[.])|$)",
)
THAT_PASSIVE = pattern(
    r"\b(?:[Ii]t (?:is|was|has been|had been) (?:also |further |widely )?(?P<cue>believed|thought|alleged|suspected|reported|understood|claimed|announced|revealed|confirmed|denied|assumed|feared|rumou?red|expected|established|found)) (?:by (?P<source>[^,;:.“”]{3,60}?) )?that "
)
DOUBTED = pattern(
    r"(?P<cue>(?:could|can) ?not (?:be )?(?:immediately |yet |independently )*(?:verif\w+|confirmed|corroborated|established|determined|authenticated|ascertained)|(?:has|have|had) not been (?:independently )?(?:verified|confirmed|corroborated)"
    r"|(?:remain|remains|remained|is|are|was|were) (?:unverified|unconfirmed|unclear|uncertain|unknown|disputed))(?: by (?P<source>[^,;:.“”]{3,60}))?"
)
UNABLE = pattern(
    r"(?P<cue>(?:could|can|did|had|was|were|is|are|has|have) ?(?:not|n[’']t|yet to|unable to|not able to|been unable to)(?: yet| been able to| independently| immediately)* (?:verify|confirm|corroborate|establish|authenticate|determine|ascertain)"
    r"|unable to (?:independently )?(?:verify|confirm|corroborate|establish|determine)|casts? doubt on|questioned (?:whether|the)|doubts?(?: whether| that)?|cannot be sure (?:that|whether|if)) (?P<content>[^;]{8,})"
)
IMPOSSIBLE = pattern(
    r"(?P<cue>(?:[Ii]t (?:is|was|remains|remained|has been) (?:still |currently |not yet )?(?:impossible|not possible|unclear|not clear|not immediately clear|not known|unknown|uncertain|difficult)(?: (?:to (?:independently )?(?:verify|confirm|establish|know|say|determine|tell)|whether|if|how|who|what|where|why|when))|[Tt]here (?:is|was) no (?:way to|independent (?:confirmation|verification) (?:of|that))))(?P<content> [^;]{4,})"
)
NO_EVIDENCE = pattern(
    r"\b(?:found|saw|seen|had|has|have|provided|produced|offered|there (?:is|was)) (?P<cue>no (?:evidence|proof|indication|sign)) (?:that|of) (?P<content>[^;]{6,})"
)
ADVERB = pattern(r"\b(?P<cue>allegedly|reportedly|purportedly|supposedly)\b")
REPORTED_BEFORE = pattern(
    r"^(?:[Tt]his|[Tt]hat|[Ii]t|[Tt]he (?:news|visit|transfer|shipment|claim|allegation|accusation|sighting|seizure|incident|case|story|report|delivery|figure|charge|finding|denial|account|voyage|detention|plan|meeting|arrest|boarding)s?|[Tt]hese (?:claims|allegations|findings|figures)|[Tt]he \w+) (?:was|were|had been|has been) (?:first |earlier |originally |also |initially )?(?P<cue>reported|made|disclosed|revealed|announced|published|denied|confirmed|rejected|dismissed|disputed|documented|broken|carried|put forward|levelled|raised|described) (?:(?:on|in|last|earlier|this) [^,.]{2,30} )?by (?P<source>[^,;:.]{3,80})"
)


def according(clause: Clause) -> Iterator[Attribution]:
    """According to SOURCE, CONTENT; CONTENT, according to SOURCE."""
    for match in ACCORDING.finditer(clause.text, clause.start, clause.end):
        if clause.quoted(match.start()):
            continue
        right = clause.source_right(match.end())
        if right is None:
            continue
        source, after = right
        first = clause.text[clause.start : match.start()].strip(' “"').lower() in (
            "",
            "but",
            "and",
            "meanwhile,",
        )
        if first:
            tail = clause.text[after : clause.end]
            content = trim(clause.text, after + (len(tail) - len(tail.lstrip(" ,:"))), clause.end)
        else:
            content = trim(clause.text, clause.start, match.start())
        if content[1] - content[0] > 12:
            yield Attribution(content, match.span("cue"), source, "asserts", "A-according-to")


def participles(clause: Clause, main: Span | None) -> Iterator[Attribution]:
    """…, adding that CONTENT; though acknowledging CONTENT, SOURCE said: by the sentence's own source."""
    for index, token in enumerate(clause.toks):
        if token.low not in PARTICIPLES or clause.quoted(token.start):
            continue
        before = clause.toks[index - 1] if index else None
        if before is not None and not (
            before.text in ',”"—–;'
            or before.low in ("though", "while", "although", "by", "and", "in", "without")
        ):
            continue
        if before is not None and before.low in ("without", "in"):
            continue
        start, via, opener = content_start(clause, index)
        end = content_end(clause, index, start)
        if before is None or before.low in ("though", "while", "although"):
            comma = _closing_comma(clause, start)
            end = min(end, comma) if comma else end
        content = trim(clause.text, start, end)
        source = main or _subject(clause, index)
        takes = (
            opener
            or VERBS[token.low] != "asserts"
            or LEMMAS[token.low]
            in (
                "call",
                "describe",
                "acknowledge",
                "concede",
                "admit",
                "cite",
                "add",
                "say",
                "argue",
                "insist",
                "claim",
            )
        )
        if source is not None and takes and content[1] - content[0] > 8:
            rule = "A-participle"
            yield Attribution(
                content, (token.start, token.end), source, VERBS[token.low], rule, via
            )


def _closing_comma(clause: Clause, start: int) -> int | None:
    return next(
        (
            t.start
            for t in clause.toks
            if t.text == "," and t.start > start + 8 and not clause.quoted(t.start)
        ),
        None,
    )


def _subject(clause: Clause, index: int) -> Span | None:
    """The words from the sentence's start up to its first verb or comma, where they name somebody."""
    for place in range(1, min(index, 16)):
        low = clause.toks[place].low
        if (
            low.endswith("ed")
            or clause.toks[place].text in MARKS
            or low in ("has", "have", "had", "is", "was", "were", "are")
        ):
            span = (clause.start, clause.toks[place - 1].end)
            return span if clause.speaks(span) else None
    return None


def nominal(clause: Clause) -> Iterator[Attribution]:
    """X's allegation that CONTENT; the accusation by X that CONTENT; evidence that CONTENT."""
    for match in NOMINAL.finditer(clause.text, clause.start, clause.end):
        noun, link = match["noun"], match["link"]
        stance = NOUNS[noun]
        if clause.quoted(match.start("noun")) or (link != "that" and stance != "alleges"):
            continue
        if (
            noun
            in (
                "evidence",
                "report",
                "reports",
                "charge",
                "charges",
                "estimate",
                "warning",
                "conclusion",
            )
            and link != "that"
        ):
            continue
        source = _owner(clause, match)
        start = match.end("link")
        content = trim(clause.text, start, _nominal_end(clause, start))
        if content[1] - content[0] > 10:
            rule = "A-noun-that" if link == "that" else "A-noun-of"
            yield Attribution(content, match.span("noun"), source, stance, rule)


def _owner(clause: Clause, match: re.Match[str]) -> Span | None:
    if match["source"] and clause.speaks(match.span("source")):
        return match.span("source")
    place = match.start("noun")
    for mention in reversed(clause.names):
        gap = clause.text[mention.end : place]
        if (
            mention.end <= place
            and re.fullmatch(r"(?:[’']s?)?(?:\s[a-z-]+){0,2}\s", gap)
            and mention.kind in ("person", "org", "country")
        ):
            return mention.start, mention.end
    return None


def _nominal_end(clause: Clause, start: int) -> int:
    comma = re.compile(
        r"[,;](?=\s(?:but|and|which|while|although|though|saying|calling|prompting|adding)\b)|,?\s(?:as|after|before|when)\s(?=(?:he|she|it|they)\b)|[”\"]"
    ).search(clause.text, start, clause.end)
    return (
        comma.start()
        if comma and not clause.quoted(comma.start() - 1) and comma.start() - start > 15
        else clause.end
    )


def passive(clause: Clause) -> Iterator[Attribution]:
    """X is believed to have …, X was accused (by Y) of …, it is alleged that …."""
    for match in THAT_PASSIVE.finditer(clause.text, clause.start, clause.end):
        if not clause.quoted(match.start()):
            content = trim(clause.text, match.end(), clause.end)
            source = match.span("source") if match["source"] else None
            yield Attribution(
                content,
                match.span("cue"),
                source,
                VERBS.get(match["cue"], "alleges"),
                "A-it-is-said",
            )
    for match in PASSIVE.finditer(clause.text, clause.start, clause.end):
        if clause.quoted(match.start()):
            continue
        found = _passively(clause, match)
        if found is not None:
            yield found


def _passively(clause: Clause, match: re.Match[str]) -> Attribution | None:
    cue, link = match["cue"], (match["link"] or "").strip()
    if link not in ("to have", "to be", "to", "of", "as") or (
        link == "of" and cue not in ("accused", "suspected")
    ):
        return None
    if link == "as" and cue not in ("described",):
        return None
    if (
        cue in ("known", "found", "shown", "charged", "described", "assessed")
        and not match["source"]
    ):
        return None
    source = trim(clause.text, *match.span("source")) if match["source"] else None
    if source is not None and not clause.speaks(source):
        return None
    stance = (
        "expects"
        if cue == "expected"
        else "asserts"
        if cue
        in ("reported", "said", "found", "known", "shown", "assessed", "estimated", "described")
        else "alleges"
    )
    start = _clause_before(clause, match.start())
    content = trim(clause.text, start, content_end_plain(clause, match.end()))
    return Attribution(
        content, match.span("cue"), source, stance, f"A-passive-{'by' if source else 'unknown'}"
    )


def _clause_before(clause: Clause, place: int) -> int:
    """Where the clause that holds a place begins: after the last joint before it."""
    joint = None
    for match in re.finditer(
        r"[;:—–]\s|,\s(?:and|but|while|which|who)\s|\s(?:while|because|although|that)\s|^\w+,\s",
        clause.text[clause.start : place],
    ):
        joint = match
    return (
        clause.start + joint.end()
        if joint and place - clause.start - joint.end() > 6
        else clause.start
    )


def content_end_plain(clause: Clause, place: int) -> int:
    """The sentence's end, or an attribution that closes it."""
    according = ACCORDING.search(clause.text, place, clause.end)
    end = according.start() if according else clause.end
    said = re.compile(r",\s[^,]{2,60}\s(?:said|says|added|reported|told)\b").search(
        clause.text, place, end
    )
    return said.start() if said else end


def doubts(clause: Clause) -> Iterator[Attribution]:
    """It is unclear whether …; X could not verify …; … could not be independently verified."""
    for match in IMPOSSIBLE.finditer(clause.text, clause.start, clause.end):
        if not clause.quoted(match.start()):
            end = (
                _closing_comma(clause, match.start("content"))
                if _subordinate(clause, match.start())
                else None
            )
            content = trim(
                clause.text, match.start(), end or content_end_plain(clause, match.end("cue"))
            )
            yield Attribution(
                content, match.span("cue"), None, "doubts", "A-unclear", source_words="context"
            )
    for match in UNABLE.finditer(clause.text, clause.start, clause.end):
        index = next((n for n, t in enumerate(clause.toks) if t.start >= match.start("cue")), None)
        side = clause.source_left(index) if index else None
        if side is not None and not clause.quoted(match.start()):
            content = trim(
                clause.text,
                match.start("content"),
                content_end_plain(clause, match.start("content")),
            )
            yield Attribution(content, match.span("cue"), side.span, "doubts", "A-unable")
    for match in DOUBTED.finditer(clause.text, clause.start, clause.end):
        if clause.quoted(match.start()):
            continue
        start = _clause_before(clause, match.start())
        content = trim(clause.text, start, match.start("cue"))
        source = trim(clause.text, *match.span("source")) if match["source"] else None
        if content[1] - content[0] > 3:
            yield Attribution(
                content,
                match.span("cue"),
                source,
                "doubts",
                "A-not-verified",
                source_words="context",
            )


def _subordinate(clause: Clause, place: int) -> bool:
    before = clause.text[clause.start : place].strip().lower()
    return before.split()[:1] in (["though"], ["although"], ["while"])


def before(clause: Clause, earlier: Span | None) -> Iterator[Attribution]:
    """This was first reported by SOURCE: the content is the sentence before."""
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
