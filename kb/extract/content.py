"""What a verb of saying attributes: where its content begins and ends, and whether it can attribute it."""

import re

from kb.extract.clause import Clause, Side
from kb.extract.cues import (
    LEMMAS,
    PARTICLES,
    THAT_ONLY,
    VERBS,
)
from kb.extract.function_words import BE
from kb.extract.nouns import is_noun
from kb.extract.spans import Span

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
    r"\s+(?P<who>(?!that\b)[\w’'-]+(?:\s(?!that\b)[\w’'-]+){0,4}(?=\sthat\s)|(?:the\s|a\s|an\s|his\s|her\s|its\s|their\s)?(?:[A-Z][\w’'.-]*(?:\s(?:of\s)?(?:the\s)?[A-Z][\w’'.-]*){0,5}(?:\s(?:representatives|officials|reporters|inspectors|lawmakers|investigators|ministers|diplomats|members|delegates|colleagues|media|press|newspaper|television|radio|agency|broadcaster))?|reporters|journalists|lawmakers|parliament|investigators|(?:[\w’'-]+\s){0,3}?(?:agency|newspaper|court|council|committee|conference|briefing|panel|channel|website|station|broadcaster|judge|jury|reporters|journalists|officials|inspectors|lawmakers|hearing|ministers|magazine|publication|outlet))|(?:[\w’'-]+\s){0,4}?[\w’'-]+(?=\sthat\s)|me|us|him|her|them)(?=[\s,:]|[.!?]?$)"
)
TO_WHOM = re.compile(
    r"\s+to\s+(?P<who>(?:the\s)?(?:broadcaster|newspaper|daily|agency|news agency|magazine|channel)\s[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}|reporters|journalists|(?:the|our|this)\s(?:[A-Z][\w’'.-]*|panel|committee|court|council|commission|tribunal|newspaper|paper|agency|magazine)|[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3}|lawmakers|state media|the press)(?=[\s,:.]|$)"
)
THE_CHARGE = re.compile(
    r"[”\"]?\s+(?:as (?:an? )?\w+ )?(?:the|any|an?|all|such|these|those|its|their|his|(?:[A-Z][\w-]* ){0,2}[A-Z][\w-]*[’']s?)?\s?(?:[\w-]+ ){0,3}?(?:allegation|claim|suggestion|criticism|report|speculation|rumou?r|accusation|charge|assertion|notion|idea|statement|insinuation|conclusion|finding|characteri[sz]ation|contention)s?\s(?:(?:made |put forward |levelled )?(?:by|from|in|on) [^,;:“”\"]{2,60}? )?(?:that|claiming|alleging|saying|suggesting)\b(?: that\b)?"
    r"|\s+[“\"]?(?:[\w-]+ ){0,3}?(?:claims|allegations|reports|accusations|suggestions|charges|assertions)[”\"]?(?: that\b|(?=\s(?:it|they|he|she|its|their)\s))"
)
FILLER = re.compile(
    r"\s+(?:(?:also|again|later|repeatedly|only|simply|further|then|earlier|separately|bluntly|flatly|previously|\w+ly)\b(?!\s+(?:ship|vessel))|however|,\s*(?:too|however|without (?:giving|offering|providing|elaborating)[^,“”]{0,60}),?)"
)
ON_RECORD = re.compile(
    r"\s+\([\w. ]{2,16} time\)|\s+\([^()\n]{2,60}\)(?=\s+that\b)|\s+(?:(?:the )?(?:previous|same|next|following) (?:day|week|month|year)|with concern|with regret|by telephone|through (?:its|his|her) lawyers?|on condition of anonymity|under oath|on social media|on X|on Twitter|on Telegram|on its website|on his website|on state television|by telephone|by email|by phone|through a spokes\w+|in public|in response|in reply|at the time|in (?!denying|rejecting|dismissing)\w+|on Capitol Hill|from \w+)\b(?=\s+that\b|,|:|\s+[“\"]|\s*[.!?]?$)"
)
BEFORE_THAT = re.compile(
    r"\s+(?:in|on|at|during|after|by|through|via|before|within|earlier|to|inside|outside|aboard|near|ahead of|following)\s(?!denying|rejecting|dismissing)[^,;:“”\"]{2,60}?(?=\sthat[\s,])"
)
OCCASION = re.compile(
    r"\s+(?:at|during)\s(?:an?|the|his|her|its|their)\s(?:(?!said\b|was\b|were\b|had\b|has\b)[\w’'-]+\s?){1,12},(?=\s)"
)
"""When and where something was said, before a comma: "said at the forum in Jeju, …"."""
ASIDE = re.compile(r"\s*(?:--|—|–|,)\s*[^—–,“”]{3,70}?\s?(?:--|—|–|,)(?=\s*that\b)")
"""What stands between marks before "that": "reported -- citing officials -- that"."""
ACCORDING = re.compile(
    r"(?i)\b(?P<cue>according to(?! (?:the |its |their |international |[\w ]{0,24} )?(?:law|laws|rules?|plan|schedule|protocols?|procedures?|standards|regulations|principles)\b)|in the words of|in the view of|citing|as reported by|as told by|quoting|as quoted by|by the account of|in the assessment of|per(?! (?:cent|year|day|month|week|hour|annum|capita|barrel|tonne|ton|head|litre|gallon|unit)\b))(?=\s)"
)
LATER_CUE = re.compile(
    r"\s*,?\s*(?:after|while|but|although|though|and|as|whereas|even as|before|hours after|days after)\s+$"
)


OTHERWISE = re.compile(r"\s+(?:otherwise|as much|this|the following)(?=\s*:)")
"""Between a verb and a colon: "documents suggest otherwise: nine containers were shipped"."""


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
    place = particle(clause, index) or place
    if VERBS[clause.toks[index].low] == "denies" or particle(clause, index):
        charge = THE_CHARGE.match(text, place, end)
        if charge is not None and not clause.quoted(charge.end()):
            return charge.end(), tuple(via), "that"
    while True:
        place, moved = _skipped(clause, place)
        if not moved:
            break
    opener = re.compile(
        r"[\s,”\"]*(?P<that>that\b(?!\s*[,.;]))|[\s,]*(?P<colon>:)\s*[“\"«]?|[\s,]*(?P<quote>[“\"«])"
    ).match(text, place, end)
    if opener is None:
        return place, tuple(via), ""
    kind = opener.lastgroup or ""
    first = re.match(r"\s+(\w+)", text[opener.end() : end])
    itself = (
        kind == "that" and first is not None and first[1] in ("was", "is", "were", "would", "had")
    )
    if itself:
        return opener.start("that"), tuple(via), kind
    return (opener.end() if kind == "that" else opener.start()), tuple(via), kind


def particle(clause: Clause, index: int) -> int | None:
    """Where the particle ends that makes a verb deny: "brushed aside", "ruled out"; None where there is none."""
    after = clause.toks[index + 1] if index + 1 < len(clause.toks) else None
    particles = PARTICLES.get(LEMMAS[clause.toks[index].low], frozenset())
    return after.end if after is not None and after.low in particles else None


def _skipped(clause: Clause, place: int) -> tuple[int, bool]:
    text, end = clause.text, clause.end
    for date in clause.dates:
        gap = text[place : date.start]
        if place <= date.start and re.fullmatch(
            r"\s+(?:late |early )?(?:on |in |at )?(?:late |early )?|\s*,\s*", gap
        ):
            return date.end, True
    for words in (LEAD, TO_WHOM, ON_RECORD, FILLER, BEFORE_THAT, OCCASION, ASIDE, OTHERWISE):
        match = words.match(text, place, end)
        if match is not None and match.end() > place:
            return match.end(), True
    return place, False


def content_end(clause: Clause, index: int, start: int) -> int:
    """Where the content of a cue ends: the sentence's end, or where a later attribution takes over."""
    end = broken_off(clause, start)
    according = ACCORDING.search(clause.text, start, end)
    if according is not None and not clause.quoted(according.start()):
        end = according.start()
    end = _relative_end(clause, index, start, end)
    for later in range(index + 1, len(clause.toks)):
        if start < clause.toks[later].start < end:
            taken = _taken_over(clause, index, later, start)
            if taken is not None:
                return taken
    second = SECOND.search(clause.text, start + 12, end)
    return second.start() if second is not None and not clause.quoted(second.start()) else end


def closing(clause: Clause, start: int) -> int:
    """The comma before a later "X said", where a content that begins at `start` ends; else the clause's end."""
    according = ACCORDING.search(clause.text, start, clause.end)
    end = according.start() if according and not clause.quoted(according.start()) else clause.end
    for index, token in enumerate(clause.toks):
        said = token.low in VERBS and not token.low.endswith("ing")
        if start < token.start < end and said and not clause.quoted(token.start):
            side = None if is_noun(clause, index) else clause.source_left(index)
            comma = _comma_before(clause, start, side)
            if comma is not None:
                return comma
    return end


def _comma_before(clause: Clause, start: int, side: Side | None) -> int | None:
    """The comma before the source of a later "X said", behind some words of content; None where there is none."""
    if side is None or side.span[0] <= start:
        return None
    gap = clause.text[start : side.span[0]].rstrip(' "”\n')
    if not gap.endswith(",") or gap.count(" ") <= 2:
        return None
    titled = TITLE_BEFORE.search(gap)
    return start + (titled.start() if titled else len(gap) - 1)


TITLE_BEFORE = re.compile(
    r",? (?:and|but|while) (?:the|its|his|her|their|an?) (?:[\w’'-]+ ){0,4}[\w’'-]+,$"
)
"""What a person is called, before the name and its verb: ", and its spokesman, X, said"."""


def broken_off(clause: Clause, start: int) -> int:
    """Where a clause of the narrator's own takes over: a semicolon, or ", but", ", though"; else the end."""
    for match in BREAK.finditer(clause.text, start + 8, clause.end):
        listed = match[0][0] == ";" and ":" in clause.text[start : match.start()]
        if not clause.quoted(match.start()) and not listed:
            return match.start()
    return clause.end


BREAK = re.compile(
    r";\s|(?:,|—| [–-]) ?(?:an? |the )?(?:allegation|charge|accusation|claim)s? (?=(?:that |which )?[\w’' -]{2,60}? (?:den|reject|dismiss|disput|refut|contest))|,\s(?:but|though|although|whereas)\s|\s(?:but|and)\s(?=(?:would|did|has|have|had|could|is|was) (?:not|also|since|told|never|no|[“\"]?neither)\b)|,\s(?:and|but)\s(?=(?:pointed|declined|refused|urged|asked|demanded|offered|called on|called for|appealed)\b)|\sbut\s(?=(?:gave|declined|refused)\b)"
)


def _relative_end(clause: Clause, index: int, start: int, end: int) -> int:
    """The comma that closes "X, who says CONTENT, …"; else the end given."""
    before = clause.before(index)
    if before < 0:
        return end
    if clause.toks[before].low not in ("who", "which"):
        side = clause.source_left(index)
        place = side.clause if side is not None else clause.start
        first = next((n for n, t in enumerate(clause.toks) if t.start >= place), 0)
        if first < 2 or clause.toks[first - 1].low not in ("who", "which", "whom"):
            return end
    commas = (
        t.start
        for t in clause.toks
        if t.text == "," and t.start > start and not clause.quoted(t.start)
    )
    comma = next(commas, end)
    return min(end, comma) if comma - start > 12 else end


def _taken_over(clause: Clause, index: int, later: int, start: int) -> int | None:
    """Where the content before a later verb of saying ends, if that verb begins an attribution of its own."""
    other, before = clause.toks[later], clause.toks[later - 1]
    if other.low not in VERBS or clause.quoted(other.start) or before.low in BE:
        return None
    if other.low in PARTICIPLES and before.text == ",":
        return before.start
    if is_noun(clause, later) or before.low == "to" or other.low.endswith("ing"):
        return None
    side = clause.source_left(later)
    comma = _comma_before(clause, start, side)
    if comma is not None:
        return comma
    if side is None or side.span[0] <= start:
        place = later - 1
        while clause.toks[place].low in ("also", "later", "then", "again", "has", "have", "had"):
            place -= 1
        before = clause.toks[place]
        joined = before.low in ("and", "but") and later - index > 3
        return before.start if joined and _says(clause, later) else None
    joint = LATER_CUE.search(clause.text[start : side.span[0]])
    parts = (
        joint is not None and joint.start() > 8 and (joint[0].strip() != "and" or "," in joint[0])
    )
    return start + joint.start() if joint is not None and parts else None


def _says(clause: Clause, index: int) -> bool:
    """Whether a second verb of one source tells something: "said A and added that B"."""
    lemma = LEMMAS[clause.toks[index].low]
    opener = content_start(clause, index)[2]
    return bool(opener) or lemma not in THAT_ONLY


SECOND = re.compile(r",?\s(?:and|but|or)\sthat\s(?=[^\W_])")
PARTICIPLES = frozenset(
    "saying adding noting stating asserting contending maintaining emphasising emphasizing reiterating recalling testifying writing cautioning hinting complaining alleging claiming denying rejecting dismissing insisting arguing warning accusing calling describing citing explaining stressing suggesting confirming reporting telling announcing declaring pledging vowing promising threatening acknowledging conceding admitting finding concluding estimating allowing revealing disclosing".split()
)
