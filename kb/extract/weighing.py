"""What each name of a text is: the clues of every place where it stands are weighed together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kb.extract.bodies import SINGLE
from kb.extract.clues import Clues
from kb.extract.lexicon import HEADS, NOUNS, PORT_NOUNS, RANKS
from kb.extract.mention import Mention
from kb.extract.parts import Part
from kb.extract.people import EASTERN, GIVEN

ENOUGH = {"ship": 4.0, "person": 4.5, "org": 4.0, "port": 3.5, "place": 5.0}
ORDER = ("org", "ship", "person", "port", "place")
ENOUGH_BY_ORDER = tuple((kind, ENOUGH[kind]) for kind in ORDER)
OVER_STATE = {"ship": 8.5, "person": 6.5, "org": 99.0, "port": 7.0, "place": 99.0}
"""What it takes to make something else of words that are a state's name."""
PLAIN = frozenset(
    "national global general united central new first north south east west northern southern eastern western royal islamic arab african asian european "
    "international eurasian pacific atlantic ocean sea marine maritime world great federal people american security naval public private special "
    "supreme joint common armed revolutionary rapid golden blue black red green white silver state foreign".split()
)
CITY_STATES = frozenset("singapore djibouti gibraltar macau macao".split()) | {"hong kong"}
"""States that ships call at as ports."""
PLACED = "a place by the words around it"


@dataclass(slots=True)
class Seen:
    """A name where it stands, with the clues of that place and what the base knows by these words."""

    part: Part
    clues: Clues
    known: Mention | None
    dateline: bool = False
    """Whether it is the place of a dateline."""

    @property
    def key(self) -> str:
        """The name as it is compared within the text."""
        return self.part.chain.key


def together(seen: Sequence[Seen]) -> dict[str, Clues]:
    """By name: of each kind the weightiest clues at one place, and a part of those elsewhere."""
    by_name: dict[str, list[Clues]] = defaultdict(list)
    for each in seen:
        by_name[each.key].append(each.clues)
    return {key: _joint(several, long=" " in key) for key, several in by_name.items()}


def _joint(several: Sequence[Clues], *, long: bool) -> Clues:
    """The clues of all places of a name; one of several words that has an article is no person's."""
    if len(several) == 1:
        alone = several[0]
        joint = Clues({kind: alone.of(kind) for kind in ORDER}, dict(alone.rules))
    else:
        joint = Clues()
        for clues in several:
            for kind, rule in clues.rules.items():
                joint.rules[kind] = max(rule, joint.rules.get(kind, (0.0, "")))
    for kind in ORDER if len(several) > 1 else ():
        weights = sorted((clues.of(kind) for clues in several), reverse=True)
        joint.weights[kind] = weights[0] + 0.25 * sum(w for w in weights[1:8] if w > 0)
    if long and any(clues.of("article") for clues in several):
        for clues in (joint, *several):
            clues.weights["person"] = clues.of("person") - 3.0
    return joint


def best(clues: Clues) -> str:
    """The kind that the clues speak for; empty where they are too few."""
    weights, kind, most = clues.weights, "", -99.0
    for each, enough in ENOUGH_BY_ORDER:
        over = weights.get(each, 0.0) - enough * 0.1
        if over > most:
            kind, most = each, over
    return kind if weights.get(kind, 0.0) >= ENOUGH[kind] else ""


def short_forms(seen: Sequence[Seen], together: dict[str, Clues]) -> None:
    """The first words of an organisation's full name stand for it: "Castellan" for "Castellan Tankers Ltd"."""
    short = set()
    for each in seen:
        words = each.part.chain.words
        if len(words) > 1 and best(together[each.key]) == "org":
            for count in range(1, len(words)):
                lows = [word.casefold().rstrip(".") for word in words[:count]]
                plain = all(
                    low in PLAIN or low in HEADS or low in GIVEN or len(low) < 4 for low in lows
                )
                if not plain and lows[-1] not in ("of", "for", "the", "and", "&"):
                    short.add(" ".join(words[:count]).casefold().replace("’", "'"))
    countries = {
        each.key
        for each in seen
        if each.known is not None and "country:" in each.known.value + each.known.note
    }
    for key in (short & together.keys()) - countries:
        together[key].add("org", 4.5, "O-short")


def surnames(seen: Sequence[Seen], together: Mapping[str, Clues]) -> dict[str, str]:
    """The words that stand for a person who is named in full: family names, for some peoples the first word."""
    found: dict[str, str] = {}
    for each in seen:
        words = each.part.chain.words
        if len(words) > 1 and best(together[each.key]) == "person":
            full = " ".join(words)
            found.setdefault(words[-1], full)
            tail = " ".join(words[-2:])
            found.setdefault(tail, full)
            found.setdefault(tail[0].upper() + tail[1:], full)
            low = words[0].casefold()
            eastern = low in EASTERN or low not in GIVEN
            if eastern and len(words[0]) > 1:
                found.setdefault(words[0], full)
            if words[-1].lower().startswith(("al-", "el-")):
                found.setdefault(words[-1][3:], full)
    return found


def decided(
    text: str, each: Seen, joint: Mapping[str, Clues], people: Mapping[str, str]
) -> Mention | None:
    """What a name is where it stands, if that can be told."""
    chain, known = each.part.chain, each.known
    together, here = joint[each.key], each.clues.weights
    weighed = Clues(
        {kind: max(here.get(kind, 0.0), together.of(kind)) for kind in ORDER}, dict(together.rules)
    )
    if each.part.titled:
        weighed.weights["person"] += 4.0
    words, name = text[chain.start : chain.end], " ".join(chain.words)
    if known is None and people.get(name, name) != name and _stands_for(each, weighed):
        note = f"short for {people[name]}"
        return Mention(chain.start, chain.end, words, "person", "", "H-surname", note)
    kind = best(weighed)
    if known is not None and (known.rule == "S-seat" or "country:" in known.value + known.note):
        kind = _of_state(each, weighed, kind)
    if each.dateline:
        return None
    if not kind or _no_name(chain.words, kind) or (kind == "port" and _elsewhere(each)):
        return None
    same = known if known is not None and known.kind == kind and known.value else None
    rule = same.rule if same else weighed.rules.get(kind, (0.0, ""))[1]
    note = PLACED if rule == "P-route" and not same else ""
    return Mention(chain.start, chain.end, words, kind, same.value if same else "", rule, note)


def _elsewhere(each: Seen) -> bool:
    """Whether a name that is a port's in other sentences is none here: of a flight, say."""
    return each.clues.weights.get("port", 1.0) <= 0


def _stands_for(each: Seen, weighed: Clues) -> bool:
    """Whether a family name stands for the person: no ship or body of that name is told of here."""
    return weighed.of("ship") < 6 and (
        each.clues.of("org") < 6 or each.part.chain.words[0].isupper()
    )


def _of_state(each: Seen, weighed: Clues, kind: str) -> str:
    """What the name of a state, or of its capital, is where more than usual says that it is something else."""
    if not kind or each.known is None:
        return ""
    if kind == "ship":
        return kind if each.clues.rules.get("ship", (0.0, ""))[0] >= 6 else ""
    if kind == "port" and each.known.rule == "S-demonym":
        return ""
    named = weighed.rules.get("port", (0.0, ""))[1] == "P-named"
    seat = kind == "port" and named and each.known.rule == "S-seat"
    enough = 5.0 if seat else OVER_STATE[kind]
    if each.known.kind == "name":
        enough = ENOUGH[kind] if kind != "port" or named or each.key in CITY_STATES else 99.0
    return kind if weighed.of(kind) >= enough else ""


def _no_name(words: Sequence[str], kind: str) -> bool:
    """Whether words are no name at all: one small word, an office, a general noun."""
    if len(words) > 1:
        return False
    low = words[0].casefold().rstrip(".")
    if low in ("states", "state", "member", "members", "party", "parties") or (
        kind == "org" and low in NOUNS and low not in SINGLE
    ):
        return True
    return (
        len(low) < 2
        or low in RANKS
        or (kind in ("ship", "port", "person") and (low in HEADS or low in PORT_NOUNS))
    )
