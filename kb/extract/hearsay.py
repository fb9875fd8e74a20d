"""Claims without a subject that says so: "is believed to", "it is unclear whether", "could not be verified"."""

import re
from collections.abc import Iterator

from kb.extract.attribution import Attribution
from kb.extract.clause import Clause
from kb.extract.content import ACCORDING, broken_off, closing
from kb.extract.cues import VERBS
from kb.extract.mention import pattern
from kb.extract.spans import Span, trim

PASSIVE = pattern(
    r"\b(?P<be>is|are|was|were|been|being|be) (?:also |all |both |now |widely |long |still |being |generally |reportedly |previously |later )*(?P<cue>believed|thought|alleged|suspected|said|reported|understood|known|expected|claimed|presumed|assumed|rumou?red|feared|accused|assessed|estimated|found|described|shown|charged)"
    r"(?P<by> by (?P<source>[^,;:.“”]{3,90}?))?(?P<link> to (?:have |be )?| of | that | as |,? (?=by |[.])|$)",
)
THAT_PASSIVE = pattern(
    r"\b(?:[Ii]t (?:is|was|has been|had been) (?:also |further |widely )?(?P<cue>believed|thought|alleged|suspected|reported|understood|claimed|announced|revealed|pointed out|noted|stated|said|added|acknowledged|disclosed|confirmed|denied|assumed|feared|rumou?red|expected|established|found)) (?:by (?P<source>[^,;:.“”]{3,60}?) )?that "
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


LEAST = 9
"""How many characters content has at least."""
QUOTED = pattern(
    r"\b(?:(?P<active>quoted|quotes|cited|cites)|(?:was|were|is|are|has been) (?:also )?(?:quoted|cited)(?: by (?P<by>[^,;:.“”]{2,60}?))?) (?P<source>[^,;:.“”]{3,120}? )??(?:as (?P<cue>saying|telling [\w ]{2,40}?|warning|denying|confirming)|who (?:also )?(?P<who>said|says))\b(?: that)?"
)
TOLD_BY = pattern(
    r"\b(?:is|was|were|are|been) (?:also )?(?P<cue>told|informed|advised|notified|assured) by (?P<source>[^;:.“”]{3,90}?),? that "
)
ACTED = pattern(
    r"\b(?:(?:has|have|had) )?(?:is|was|were|are|been|being) (?:\w+ly |later |also )?(?P<cue>announced|confirmed|denied|rejected|dismissed|disputed|disclosed|acknowledged|reported|claimed|verified|corroborated|refuted|contradicted|rebutted|contested|debunked|questioned) (?:(?:on|in|last|earlier|this) [^,.;]{2,24} )?by (?P<source>[^,;:.“”]{3,90})"
)


CHARGED_BY = pattern(
    r", (?P<cue>accused|suspected|charged) by (?P<source>[^,;:.“”]{3,60}?) (?:of|with) (?P<content>[^,;“”]{8,}?)(?=,|$)"
)


DISPUTED = pattern(
    r"\b(?P<cue>(?:took|takes?|taken|taking) issue with|pour(?:ed|s)? cold water on|distance[ds]? (?:itself|himself|herself|themselves) from) "
)


def disputed(clause: Clause) -> Iterator[Attribution]:
    """SOURCE took issue with CONTENT."""
    for match in DISPUTED.finditer(clause.text, clause.start, clause.end):
        index = next(n for n, token in enumerate(clause.toks) if token.end > match.start())
        side = clause.source_left(index)
        content = trim(clause.text, match.end(), closing(clause, match.end()))
        if side is not None and clause.speaks(side.span) and content[1] - content[0] >= LEAST:
            yield Attribution(content, match.span("cue"), side.span, "denies", "A-disputes")


def charged_by(clause: Clause) -> Iterator[Attribution]:
    """X, accused by SOURCE of CONTENT, …."""
    for match in CHARGED_BY.finditer(clause.text, clause.start, clause.end):
        source = trim(clause.text, *match.span("source"))
        if clause.speaks(source) and not clause.quoted(match.start()):
            content = trim(clause.text, *match.span("content"))
            yield Attribution(content, match.span("cue"), source, "alleges", "A-charged-by")


def quoted(clause: Clause) -> Iterator[Attribution]:
    """X was quoted (by Y) as saying CONTENT; Y quoted X as saying CONTENT; CONTENT was denied by X."""
    yield from charged_by(clause)
    yield from disputed(clause)
    for match in QUOTED.finditer(clause.text, clause.start, clause.end):
        if clause.quoted(match.start()):
            continue
        found = _quoted(clause, match)
        if found is not None:
            yield found
    for match in TOLD_BY.finditer(clause.text, clause.start, clause.end):
        if not clause.quoted(match.start()):
            source = trim(clause.text, *match.span("source"))
            end = min(closing(clause, match.end()), broken_off(clause, match.end()))
            content = trim(clause.text, match.end(), end)
            if clause.speaks(source) and content[1] - content[0] > 8:
                yield Attribution(content, match.span("cue"), source, "asserts", "A-told-by")
    for match in ACTED.finditer(clause.text, clause.start, clause.end):
        if not clause.quoted(match.start()):
            source = _named_end(clause, match.span("source"))
            content = trim(clause.text, _clause_before(clause, match.start()), match.start())
            if clause.speaks(source) and content[1] - content[0] > 5:
                stance = VERBS.get(match["cue"], "asserts")
                stance = "asserts" if stance == "alleges" else stance
                yield Attribution(content, match.span("cue"), source, stance, "A-done-by")


def _quoted(clause: Clause, match: re.Match[str]) -> Attribution | None:
    index = next(n for n, token in enumerate(clause.toks) if token.end > match.start())
    side = clause.source_left(index)
    relayed = bool(match["active"])
    if relayed != bool(match["source"]) or (side is None and not relayed):
        return None
    source = trim(clause.text, *match.span("source")) if relayed else side.span if side else None
    via = (side.span,) if relayed and side else ()
    if match["by"]:
        via = (trim(clause.text, *match.span("by")),)
    content = trim(clause.text, match.end(), closing(clause, match.end()))
    if content[1] - content[0] < LEAST and side is not None:
        content = trim(clause.text, clause.start, side.span[0])
    if source is None or not clause.speaks(source) or content[1] - content[0] < LEAST:
        return None
    cue = match.span("cue") if match["cue"] else match.span("who")
    stance = VERBS.get((match["cue"] or "said").split()[0], "asserts")
    return Attribution(content, cue, source, stance, "A-quoted-as-saying", via)


def _named_end(clause: Clause, span: Span) -> Span:
    """A source cut before a date or place that follows it: "by the ministry on Monday"."""
    words = clause.text[span[0] : span[1]]
    cut = re.search(r"\s(?:on|in|at|after|during|as|who|which|when|while|last|earlier)\s", words)
    return trim(clause.text, span[0], span[0] + cut.start() if cut else span[1])


def closing_comma(clause: Clause, start: int) -> int | None:
    """The first comma outside quotations a few words after a place."""
    return next(
        (
            t.start
            for t in clause.toks
            if t.text == "," and t.start > start + 8 and not clause.quoted(t.start)
        ),
        None,
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
    plain = source is not None and cue in PLAINLY
    stance = "expects" if cue == "expected" else "asserts" if plain else "alleges"
    start = _clause_before(clause, match.start())
    if clause.text[start : match.start()].rstrip().endswith(","):
        start = match.start()
    content = trim(
        clause.text,
        start,
        min(content_end_plain(clause, match.end()), broken_off(clause, match.end() - 12)),
    )
    return Attribution(
        content, match.span("cue"), source, stance, f"A-passive-{'by' if source else 'unknown'}"
    )


PLAINLY = frozenset("reported said found known shown assessed estimated described".split())


def _clause_before(clause: Clause, place: int) -> int:
    """Where the clause that holds a place begins: after the last joint before it."""
    joint = None
    for match in re.finditer(
        r"[;:—–]\s|,\s(?:and|but|while|which|who|where|when)\s|\s(?:while|because|although|that)\s|^\w+,\s",
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
    said = re.compile(r",\s[^,]{2,60}\s(?:said|says|added|reported|told)\b|\s[–—]\s").search(
        clause.text, place, end
    )
    return said.start() if said else end


AND_SAID = re.compile(r",?\sand (?:said|called|described|told|asked|added|makes?|made)\b")
"""Where a doubt ends and its holder says something else."""


def doubts(clause: Clause) -> Iterator[Attribution]:
    """It is unclear whether …; X could not verify …; … could not be independently verified."""
    for match in IMPOSSIBLE.finditer(clause.text, clause.start, clause.end):
        if not clause.quoted(match.start()):
            start = match.start("content")
            comma = closing_comma(clause, start) if _subordinate(clause, match.start()) else None
            content = trim(clause.text, start, comma or content_end_plain(clause, start))
            yield _nobodys(match, content, None, "A-unclear")
    for match in UNABLE.finditer(clause.text, clause.start, clause.end):
        index = next((n for n, t in enumerate(clause.toks) if t.start >= match.start("cue")), None)
        side = clause.source_left(index) if index else None
        if side is not None and not clause.quoted(match.start()):
            start = match.start("content")
            end = content_end_plain(clause, start)
            said = AND_SAID.search(clause.text, start, end)
            content = trim(clause.text, start, said.start() if said else end)
            if content[1] - content[0] >= LEAST:
                yield Attribution(content, match.span("cue"), side.span, "doubts", "A-unable")
    for match in DOUBTED.finditer(clause.text, clause.start, clause.end):
        start = _clause_before(clause, match.start())
        content = trim(clause.text, start, match.start("cue"))
        if not clause.quoted(match.start()) and content[1] - content[0] > 3:
            source = trim(clause.text, *match.span("source")) if match["source"] else None
            yield _nobodys(match, content, source, "A-not-verified")


def _nobodys(match: re.Match[str], content: Span, source: Span | None, rule: str) -> Attribution:
    """A doubt of the report's own, or of whom it names."""
    cue = match.span("cue")
    return Attribution(content, cue, source, "doubts", rule, source_words="context")


def _subordinate(clause: Clause, place: int) -> bool:
    before = clause.text[clause.start : place].strip().lower()
    return before.split()[:1] in (["though"], ["although"], ["while"])
