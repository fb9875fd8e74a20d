"""What could play a part in an event: names, and coarse words ("two Russian ships"), with their relation to the verb.

No parser: the relation is the nearest preposition before the words, or none (then they are subject before the
verb and object after it); words joined by "and" or a comma share the relation of the first.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kb.extract.actors import ADVERBS, BREAKS, PREPOSITIONS, VERBISH
from kb.extract.chunks import Filler, Token, coarse, joined_with, unknown_places
from kb.extract.mention import Mention
from kb.extract.spans import Span
from kb.extract.verbs import FORMS

TOKEN = re.compile(r"[^\W_]+(?:[’'.\-&][^\W_]+)*|[^\w\s]")
LAND = frozenset(
    "port ports coast waters shore shores city harbour harbor town island islands region gulf mouth outskirts terminal"
    " north south east west capital airport coastline state republic kingdom strait bay".split()
)
NOUNS_ONLY = re.compile(r"\s(?:[A-Za-z][\w-]*\s){0,4}")
ASIDE = re.compile(
    r",\s(?:an?|its|the|one)\s(?:[\w’'&-]+\s){0,6}(?:firm|compan(?:y|ies)|trader|shell|tanker|ship|vessel|businessman|national|citizen|broker|group|outfit|manager|owner|operator|supplier|agency|unit|entity|dealer)\b[^,;.]{0,60},"
)
"""Words between commas that say what the name before them is."""
LANDS = re.compile(
    r"\s(?:[a-z]+\s)?(?:border|frontier|coast|waters|territory|airspace|capital|city|town|port|soil|side|market|harbour|harbor)\b"
)
"""Where a demonym only says whose land a place is in."""
OF_LAND = re.compile(
    r"\s(?:[a-z]+\s)?(?:port|harbour|harbor|city|town|coast|capital|waters)\s(?:city\s)?(?:of\s)?"
)
"""Between a demonym and the place that it is said of: "to the Russian port of Ust-Luga"."""
MAKE = re.compile(
    r"[-–](?:made|built|origin|manufactured|produced)\b|\s(?:make|design|manufacture)\b"
)
NEXT = re.compile(r"\s([A-Za-z][\w-]*)")
WITHIN = re.compile(r"(?:\s[a-z]+){0,2}\sin\s")
OWNING = re.compile(r"[’']?s?\s((?:[\w-]+\s){0,3})")
REGISTER = re.compile(r"\s(?:flag|registry|register|registration)\b")
NAMED = {
    "ship": "ship",
    "port": "place",
    "locality": "place",
    "facility": "place",
    "place": "place",
    "country": "state",
    "person": "party",
    "org": "party",
    "group": "party",
    "name": "party",
    "aircraft": "plane",
}
PROGRAMME = re.compile(
    r"(?:[’']s)?\s(?:(?:sectoral|arms|weapons|oil|Security Council)\s){0,2}(?:lists?|regime|embargo|committee|programmes?|programs?|resolutions?|Security Council)\b"
)
SHORTENED = frozenset(("org", "group", "country", "name"))
WHERE = frozenset(("in", "at", "near", "of", "from"))
SEATED = frozenset(
    "based headquartered incorporated living resident residing located born made built manufactured produced assembled war invasion conflict fighting campaign".split()
)
DOING = frozenset(
    "export import supply transfer trade purchase ship escort arm transport freight convoy ferry".split()
)
"""Nouns that are verbs after "to"."""
MEANT = {"behalf": "behalf", "hands": "to", "possession": "to", "way": "via", "means": "via"}
"""What "of" means after some nouns: "on behalf of", "in the hands of", "by way of"."""
NEAR_AND = re.compile(
    r"[\s,]*(?:(?:and|or|as well as|&)\s)?(?:(?:both|the|a|an|its)\s)?(?:[a-z][\w-]*\s){0,2}$"
)


def between(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """The mentions that begin within a span, of a list in the order of the text."""
    first = bisect_left(mentions, span[0], key=lambda m: m.start)
    last = bisect_left(mentions, span[1], lo=first, key=lambda m: m.start)
    return list(mentions[first:last])


def tokens(text: str, span: Span) -> list[Token]:
    """The words and marks of a passage."""
    return [
        Token(m.start(), m.end(), m[0].lower().replace("’", "'"), m[0][0].isupper())
        for m in TOKEN.finditer(text, *span)
    ]


def fillers(text: str, toks: Sequence[Token], inside: Sequence[Mention]) -> list[Filler]:
    """All that could play a part in a passage, in its order, with relations."""
    found = [
        Filler(m.start, m.end, NAMED[m.kind], m)
        for m in inside
        if m.kind in NAMED and not _aside(text, m)
    ]
    for each in coarse(toks):
        found = joined_with(found, each, text)
    found = unknown_places(toks, inside, found)
    found.sort(key=lambda f: (f.start, f.end))
    return _related(text, toks, found)


def _aside(text: str, mention: Mention) -> bool:
    """Whether a name only repeats another in brackets, or is an adverb that begins a sentence."""
    if mention.kind == "name" and mention.text.endswith("ly") and mention.text.isalpha():
        return True
    bracketed = (
        text[mention.start - 1 : mention.start] == "("
        and text[mention.end : mention.end + 1] == ")"
    )
    return bracketed and mention.kind in SHORTENED and mention.text.isupper()


def _related(text: str, toks: Sequence[Token], found: Sequence[Filler]) -> list[Filler]:
    made: list[Filler] = []
    aside = [m.span() for m in ASIDE.finditer(text, toks[0].start, toks[-1].end)] if toks else []
    starts = [t.start for t in toks]
    described = ("", "")
    for each in found:
        if each.mention is None and any(a < each.start < b for a, b in aside):
            continue
        floor = made[-1].end if made else (toks[0].start if toks else 0)
        relation, noun = _relation(toks, bisect_left(starts, each.start) - 1, floor)
        gap = text[floor : each.start]
        joined = bool(made) and not relation and each.start >= floor and _joins(gap)
        last = made[-1].relation if made else ""
        if joined and last not in ("adj", "poss", "based"):
            relation, noun = made[-1].relation, made[-1].noun
        elif not relation and (NOUNS_ONLY if last == "adj" else OF_LAND).fullmatch(gap):
            relation, noun = described
        attached = _attached(text, each)
        describes = attached == "adj" and not REGISTER.match(text, each.end)
        whose = attached == "based" and OF_LAND.match(text, each.end) is not None
        described = (relation, noun) if describes or whose else ("", "")
        if not relation or joined or describes:
            relation = attached or relation
        elif attached == "based":
            relation = attached
        if any(a < each.start < b for a, b in aside) and relation in (
            "at",
            "in",
            "of",
            "from",
            "on",
        ):
            relation = "based"
        made.append(replace(each, relation=relation, noun=noun, joined=joined))
    return [
        replace(each, relation="based")
        if _owns(text, each, after) or _seat(text, before, each)
        else each
        for before, each, after in zip([None, *made], made, [*made[1:], None], strict=False)
    ]


def _owns(text: str, each: Filler, after: Filler | None) -> bool:
    """Whether a name only says whose a party is ("Iran's Quds Force", "the Turkish refiner Ada")."""
    whose = each.relation in ("poss", "adj") or text.startswith(("’s ", "'s "), each.end)
    if after is None or not whose or after.sort != "party":
        return False
    gap = OWNING.fullmatch(text, each.end, after.start)
    return gap is not None and not any(
        word in PREPOSITIONS or word in BREAKS or word in FORMS or word in VERBISH
        for word in gap[1].lower().split()
    )


def _seat(text: str, before: Filler | None, each: Filler) -> bool:
    """Whether a state only says where the party or the place before it is ("the Houthis in Yemen")."""
    if before is None or each.sort not in ("state", "place"):
        return False
    gap = text[before.end : each.start]
    if each.sort == "place":
        return before.sort == "place" and gap == " in "
    if before.sort == "place":
        return (gap == ", " and before.mention is not None) or gap in (" in ", ", in ")
    return before.sort == "party" and bool(before.relation) and bool(WITHIN.fullmatch(gap))


def _joins(gap: str) -> bool:
    words = gap.lower().split()
    return (
        len(gap) < 30
        and not any(w in VERBISH or (w in FORMS and FORMS[w].shape != "noun") for w in words)
        and bool(re.match(r"[’']?s?(?:,|\sand\b|\sor\b|\sas\swell\sas\b)", gap))
        and bool(NEAR_AND.search(gap))
    )


def _attached(text: str, each: Filler) -> str:
    """How a name stands to the noun after it."""
    after = text[each.end : each.end + 14]
    if re.match(r"[-–]bound\b", after):
        return "to"
    if re.match(r"[-–](?:flagged|registered)\b", after):
        return "flag"
    if re.match(
        r"[-–](?:based|born|listed|incorporated|linked|bred|headquartered|aligned|sanctioned|designated|blacklisted|backed|led)\b",
        after,
    ):
        return "based"
    if re.match(r"[-–](?:era|type|style|designed|pattern)\b", after) or PROGRAMME.match(
        text, each.end
    ):
        return "based"
    if LANDS.match(text, each.end):
        return "based"
    if MAKE.match(text, each.end):
        return "made"
    if re.match(r"[’']s?\s", after) or text[each.end - 2 : each.end] in ("’s", "'s"):
        return "poss"
    if each.mention is not None and (
        (each.mention.rule == "S-demonym" and _before_noun(text, each.end))
        or re.match(r"[-–](?:supplied|owned)\b", after)
    ):
        return "adj"
    return ""


def _before_noun(text: str, place: int) -> bool:
    """Whether a noun or adjective follows, as after "Russian", not a verb as after "Myanmar"."""
    match = NEXT.match(text, place)
    if match is None:
        return False
    low = match[1].lower()
    form = FORMS.get(low)
    verb = form is not None and form.shape != "noun"
    return not (verb or low in BREAKS | PREPOSITIONS | ADVERBS | VERBISH)


def _relation(toks: Sequence[Token], place: int, floor: int) -> tuple[str, str]:
    """The preposition before a place, and the noun before it where that is "of"."""
    steps = 0
    while place >= 0 and steps < 6 and toks[place].start >= floor:
        low = toks[place].low
        if low in PREPOSITIONS:
            before = toks[place - 1].low if place else ""
            if low == "to" and place + 1 < len(toks) and toks[place + 1].low in DOING:
                return "", ""
            if low == "of" and before in LAND:
                place -= 2
                steps += 1
                continue
            return _preposition(low, before)
        form = FORMS.get(low)
        verb = form is not None and form.shape != "noun"
        if low in BREAKS or low in VERBISH or not low[0].isalpha() or verb:
            return "", ""
        place -= 1
        steps += 1
    return "", ""


def _preposition(low: str, before: str) -> tuple[str, str]:
    """The relation that a preposition gives, by the word before it; and that word where it matters."""
    if (low in WHERE and before in SEATED) or (low == "to" and before == "according"):
        return "based", ""
    if low == "of" and (before in MEANT or before == "out"):
        return MEANT.get(before, "from"), ""
    if low == "with" and before == "along":
        return "", ""
    return low, before if low in ("of", "by") else ""
