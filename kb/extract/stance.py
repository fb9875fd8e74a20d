"""What a claimant does with what is claimed: the verb's own stance, turned by what the content says."""

import re
from dataclasses import dataclass

from kb.extract.spans import Span

DEEDS = (
    r"(?:suppl\w+|ship(?:ped|ping)?|sen[dt]\w*|sell\w*|sold|transfer\w*|carr\w+|violat\w+|breach\w*|tak(?:e|en|ing) part|took part|participat\w+|load\w*|visit\w*|call(?:ed|ing)? at|trad\w+|deliver\w*"
    r"|receiv\w*|arm(?:ed|ing)?|own(?:ed|s)?|provid\w+|giv\w+|gave|export\w*|import\w*|smuggl\w+|transport\w*|discharg\w*|enter\w*|operat\w*|evad\w+|conceal\w*|switch\w*|turn(?:ed)? off|involv\w+|engag\w+|licen[cs]ed|approv\w+"
    r"|authori[sz]\w+|happen\w*|occur\w*|take place|taken place|touch\w*|bought|buy|purchas\w*|procur\w*|employ\w*|train\w*|fund\w*|financ\w*|put on board|based on|backed|supported by|true|correct|accurate|so\b|ours|his|hers|its own|took place|exist\w*|belong\w*|responsible|guilty|part of|linked|connected|a party|met\b|seen)"
)
OF_THINGS = (
    r"\s(?:[\w-]+\s)?(?:flags?|papers?|documents?|documentation|names?|identit\w+|positions?|locations?|certificates?|registr\w+|signals?"
    r"|declarations?|numbers?|invoices?|manifests?|passports?|licen[cs]es?|companies|company|addresses|destinations?)\b"
)
"""What may be false without a denial: "ships found with false papers"."""
NEGATION = re.compile(
    rf"(?i)\b(?:no (?:[\w-]+ ){{0,5}}?(?:had|has|have|was|were|is|are)(?: been| ever)? (?:{DEEDS}|loaded|such)|no such|there (?:is|was|were|are|has been|have been|had been) no\b|at no time|(?:found|has|have|had|is|was) no (?:record|trace|evidence|proof)|no ?one (?:[\w ]{{0,30}}?)(?:could have|had|knew)|not one of (?:its|their|our|his)|no (?:interest|evidence|proof|basis|truth|foundation|link|links|connection|involvement|role|part|knowledge|contact|intention|plans?|arms|weapons)\b"
    rf"|could(?: not|n[’']t) (?:possibly )?have [a-z]+|(?:is|are|was|were|has|have|had|did|does|do|would|could) not (?:been |ever |be |yet |and does not )*(?:[\w-]+ ){{0,1}}?{DEEDS}|(?:isn|aren|wasn|weren|hasn|haven|hadn|didn|doesn|don)[’']t (?:been |ever |be |have |provide |any )*{DEEDS}"
    rf"|never (?:[\w-]+ ){{0,3}}?(?:{DEEDS}|been|had|done|made)|none of (?:[\w-]+ ){{1,6}}?(?:had|has|have|was|were|is|are)|not (?:(?:a|one) single|one [\w-]+ (?:has|had|have|was|is))|need(?:s|ed)? nobody|correspond(?:s|ed)? to reality|kn(?:e|o)ws? nothing (?:of|about)|nothing (?:else\b|more\b|to do with|of the (?:sort|kind))|neither (?:[\w-]+ ){{0,6}}nor"
    rf"|(?:baseless|groundless|unfounded|slander\w*|nonsense|(?:fabricat\w+|fake|false|fictitious|invented)(?!{OF_THINGS})|a lie|lies|untrue|absurd|without (?:(?:providing|offering|giving|showing) )?(?:any |a shred of )?(?:foundation|basis|merit|proof|evidence)|lack(?:s|ed)? (?:[\w-]+ ){{0,2}}?(?:foundation|basis|evidence|proof|credib\w+)|hoax|smear|propaganda|rumou?rs|ridiculous|backed by nothing"
    r"|disinformation|misinformation|fiction|don[’']t provide any|provided? no|played no|had no (?:part|role|knowledge|hand|reason)|in full compliance|complied (?:fully )?with|fully compl\w+|not guilty|innocen(?:t|ce)|(?:not aware|unaware|know\w*|knew) of (?:any|no) (?:[\w-]+ ){0,2}(?:links?|connections?|involvement|violations?|breach\w*|wrongdoing|shipments?|deliver\w+|transfers?|investigations?)))\b"
)
NOT_DENIAL = re.compile(
    r"(?i)\b(?:has not (?:yet )?(?:responded|replied|commented|been (?:seen|named|identified|charged))|did not (?:immediately )?(?:respond|reply|comment|say|give|name|elaborate|identify|provide|specify|disclose)|not (?:possible|able)|(?:we|i) (?:do not|don[’']t) (?:think this|think it|think that|comment)|been able to|be reached"
    r"|transponder|AIS|(?:was|is|were|are) not (?:immediately |yet )?(?:clear|known|available|listed|insured|authori[sz]ed|licensed)|no (?:licence|license|permit|registration|flag|insurance|name|crew))\b"
)
DOUBT = re.compile(
    r"(?i)\b(?:(?:has|have|had) (?:not|yet) (?:been )?(?:able )?to (?:independently )?(?:verif\w+|confirm\w*|authenticat\w+|corroborat\w+)|(?:could|can|had) ?not (?:be )?(?:independently |immediately )*(?:verif\w+|confirm\w*|establish\w*|determin\w+|corroborat\w+|authenticat\w+|ascertain\w*)"
    r"|(?:impossible|not possible|unable|no way|difficult) to (?:independently |immediately )*(?:verify|confirm|establish|know|tell|determine|say|corroborate|ascertain)"
    r"|(?:it (?:is|was|remains|remained)|is|was|remains|remained) (?:not (?:immediately |yet )?(?:clear|known)|unclear|uncertain|unknown)|cannot (?:be )?(?:independently )?(?:verif\w+|confirm\w*|establish\w*|determin\w+|rule out)|open question"
    r"|(?:has|have|had) (?:not been|yet to be) (?:independently )?(?:verified|confirmed|established)|(?:is|are|was|were) (?:not aware|unaware) (?:if|whether|of (?:the|any|such) (?:matter|situation|incident|reports?|case|details))|\b(?:it|they|we|he|she|i) (?:still )?lack(?:s|ed)? (?:[\w-]+ ){0,2}(?:proof|evidence|information)|looking into whether|still being (?:weighed|assessed|verified|investigated)|unverified|unconfirmed|(?:is|was|are|were) (?:implausible|inconclusive|not credible|hardly credible))\b"
)
FUTURE = re.compile(
    r"(?i)\b(?:(?:will|would|shall)(?! (?:not|never)\b)|is (?:set|due|expected|likely|scheduled|about) to|are (?:set|due|expected|likely|scheduled|about) to|(?:is|are) due (?:on|in|at|by|next)|plans? to|planned to|intends? to|is going to|are going to|hopes? to|to be (?:held|delivered|handed)|’ll)\b"
)
HEDGE = re.compile(
    r"(?i)\b(?:(?-i:may)|might|could (?!not)|likely|probably|possibly|possible|apparent(?:ly)?|appear(?:s|ed)? to|seem(?:s|ed)? to|(?:is|are|was|were|been|being) suspected|suspects?|suspected(?! of)|alleged\w*|allegedly|reportedly|believed to|thought to|presumabl[ey]|potential\w*|suggests?|consistent with|perhaps|purported\w*|almost certainly)\b"
)
FLAT_NO = re.compile(
    r"(?i)\W*(?:no|never|(?:certainly|absolutely|definitely|of course) not|not at all|nonsense)\W*"
)
"""An answer that only denies."""
OWN_PART = re.compile(
    r"(?i)[“\"]?(?:(?:we|our|it|they|he|she|i|this|that|there|my country|his country|her country|their country|its|the company|the ship|the vessel)\b(?:(?!could|can|will|would|won[’']t)[^,;.]){0,40}?(?:\bnot\b|n[’']t\b|\bnever\b)|(?:no|not a|none|nothing|nobody)\b)"
)
"""How a denial that only negates begins: with the speaker's own part in it, or with what there was not."""
RELATIVE = re.compile(r"\s(?:that|which|who|whose|whom|where)\s")
PAST = re.compile(r"(?i)\b(?:was|were|had|has|have|did|said|condemn|believes?)\b")
"""What shows that the main clause tells what is or was, before a future within it."""
PAST_HEDGE = re.compile(r"(?i)\bwould have\b")


BOUND = re.compile(
    r"(?i)\b(?:not|no) (?:fewer|less|more|later|earlier|longer) than\b|\bnot (?:only|least|just)\b"
)
"""What negates nothing: "not fewer than 90 boxes"."""


CREDIBLE = re.compile(
    r"(?i)(?:[\w’'-]+ ){1,6}?(?:allegations?|accusations?|claims?|charges?|accounts?|reports?|figures?|explanation|evidence|testimony|statements?|it|this)\s(?:as |to be |is |are |was |were )(?:\w+ly )?(?P<cue>credible|reliable|accurate|true|correct|convincing|well[- ]founded|substantiated|authentic|genuine)\b"
)
"""What calls something told before right."""
BAD = re.compile(r"(?i)\b(?:not|neither|hardly|far from|less than|if|whether|more|partly)\b")


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance, and whether the content itself is hedged."""

    stance: str
    hedged: bool
    cue: Span | None = None
    """The words of the content that show the stance, where the verb alone does not."""


def stand(verb: str, content: str, *, negated: bool = False) -> Stand:
    """The stance of a claim, from its verb's own and the words of its content.

    Never `confirms` unless the verb says so. `negated`: the verb itself is negated ("did not confirm").
    """
    hedged = bool(HEDGE.search(content))
    if negated:
        return Stand(
            "doubts" if verb in ("confirms", "asserts", "alleges", "doubts") else verb, hedged
        )
    if verb in ("denies", "doubts", "confirms", "expects"):
        return Stand(verb, hedged)
    if DOUBT.search(content):
        return Stand("doubts", hedged)
    said = BOUND.sub("", content)
    if NEGATION.search(said) and not NOT_DENIAL.search(said) and verb == "asserts":
        return Stand("denies", hedged)
    if verb == "asserts" and FLAT_NO.fullmatch(said):
        return Stand("denies", hedged)
    if verb == "asserts" and OWN_PART.match(said) and not NOT_DENIAL.search(said):
        return Stand("denies", hedged)
    credible = CREDIBLE.match(content) if verb == "asserts" and not BAD.search(said) else None
    if credible is not None:
        return Stand("confirms", hedged, credible.span("cue"))
    future = FUTURE.search(RELATIVE.split(content, maxsplit=1)[0])
    told = future and PAST.search(content[: future.start()])
    if (
        future
        and verb == "asserts"
        and not told
        and not PAST_HEDGE.search(content)
        and future.start() < 90
    ):
        return Stand("expects", hedged)
    if verb == "asserts" and hedged and HEDGE.search(content[:70]):
        return Stand("alleges", True)
    return Stand(verb, hedged)
