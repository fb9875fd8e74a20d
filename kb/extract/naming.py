"""Which names a text has and what each is: clues of every place where it stands, weighed together."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.extract.bodies import SINGLE, organisation
from kb.extract.chains import Words, chains, read
from kb.extract.clues import Clues, beside
from kb.extract.harbours import place, port
from kb.extract.lexicon import (
    AFLOAT,
    CONCEPTS,
    HEADS,
    LEGAL,
    NO_BODY,
    NOUNS,
    PLACE_HEADS,
    PORT_NAMES,
    PORT_NOUNS,
    RANKS,
    WEAK_HEADS,
)
from kb.extract.mention import Mention
from kb.extract.parts import Part, parts
from kb.extract.people import CHINESE, GIVEN, KOREAN
from kb.extract.persons import person
from kb.extract.vessels import ship

ENOUGH = {"ship": 4.0, "person": 4.5, "org": 4.0, "port": 4.0, "place": 5.0}
ORDER = ("org", "ship", "person", "port", "place")
OVER_STATE = {"ship": 8.5, "person": 6.5, "org": 99.0, "port": 7.0, "place": 99.0}
"""What it takes to make something else of words that are a state's name."""
PLAIN = frozenset(
    "national global general united central new first north south east west northern southern eastern western royal islamic arab african asian european "
    "international eurasian pacific atlantic ocean sea marine maritime world great federal people american security naval public private special "
    "supreme joint common armed revolutionary rapid golden blue black red green white silver state foreign".split()
)
NOTES = {
    "org": "may be a person, an organisation or a place",
    "port": "a place by the words around it",
}


@dataclass(slots=True)
class Seen:
    """A name where it stands, with the clues of that place and what the base knows by these words."""

    part: Part
    clues: Clues
    known: Mention | None

    @property
    def key(self) -> str:
        """The name as it is compared within the text."""
        return self.part.chain.key


def names(text: str, taken: Collection[int], known: Sequence[Mention]) -> list[Mention]:
    """Ships, ports, people, organisations and places of a text; `known` is what the base and the list of states give."""
    found = read(text)
    seen = list(_seen(found, taken, known))
    together = _together(seen)
    _short_forms(seen, together)
    surnames = _surnames(seen, together)
    return [mention for each in seen if (mention := _decided(text, each, together, surnames))]


def _seen(found: Words, taken: Collection[int], known: Sequence[Mention]) -> Iterator[Seen]:
    whole = {(m.start, m.end): m for m in known}
    joined = {m.start: m.end for m in known if m.kind not in ("port", "country") and " " in m.text}
    found.states = frozenset(m.start for m in known if "country:" in m.value + m.note)
    joined |= {
        m.start: m.end for m in known if m.kind in ("country", "port", "name") and " " in m.text
    }
    states = {m.start: m.end for m in known if m.kind == "country" or "country:" in m.note}
    lower = {low for low, word in zip(found.lows, found.words, strict=True) if low == word}
    afloat = sum(low in AFLOAT for low in found.lows) > 3
    last: Seen | None = None
    for chain in chains(found, taken, list(joined.items())):
        for part in parts(found, chain, states):
            if _general(part.chain.words, found.low(part.chain.first - 1)):
                continue
            if states.get(part.chain.start, 0) > part.chain.end:
                continue
            each = Seen(part, Clues(), whole.get((part.chain.start, part.chain.end)))
            if len(part.chain.words) == 1 and part.chain.key in lower and not part.prefixed:
                if each.known is None and not part.titled and not part.chain.words[0].isupper():
                    continue
            if not chain.headline:
                _weigh(found, each, afloat=afloat)
                if last is not None:
                    _listed(found, last, each)
            last = each
            yield each


def _dateline(found: Words, part: Part) -> bool:
    """Whether a name in capitals opens a line as the place of a dateline does."""
    chain = part.chain
    opens = chain.first == 0 or found.low(chain.first - 1) == "\n"
    return (
        opens
        and "".join(chain.words).isupper()
        and found.low(chain.last) in ("—", "–", "-", ",", "(", "/")
    )


def _general(words: Sequence[str], before: str) -> bool:
    """Whether words have capitals and name nobody: "Member States", "AIS"."""
    if len(words) == 1 and words[0] in NO_BODY:
        return not (before == "the" and words[0] == "IMO")
    return all(
        word.casefold()
        in (
            "member",
            "state",
            "states",
            "party",
            "parties",
            "flag",
            "foreign",
            "terrorist",
            "organization",
            "specially",
            "designated",
            "national",
            "nationals",
            "global",
        )
        for word in words
    )


def _weigh(found: Words, each: Seen, *, afloat: bool) -> None:
    """Adds all clues of one place."""
    part, clues = each.part, each.clues
    if _dateline(found, part):
        return
    at = beside(found, part.chain, part.noun)
    if part.prefixed:
        clues.add("ship", 12.0, "V-prefix")
        return
    kind = each.known.kind if each.known else ""
    ports = each.known is not None and (kind == "port" or "port:" in each.known.note)
    ports = ports or part.chain.key.replace(" ", "-") in PORT_NAMES
    at.placed = ports or kind == "country"
    person(at, clues, titled=part.titled)
    organisation(at, clues)
    place(at, clues)
    if not part.titled:
        ship(at, clues, afloat=afloat)
        port(at, clues, known=ports)
    if ports:
        clues.add("place", -4.0, "")
    if kind in ("org", "ship", "person"):
        clues.add(kind, 9.0, "K-name")
    lows = [word.casefold().rstrip(".") for word in part.chain.words]
    if lows[-1] in LEGAL or (lows[-1] in HEADS and lows[-1] not in WEAK_HEADS):
        clues.add("ship", -3.0, "")
        clues.add("person", -4.0, "")
    if lows[-1] in PLACE_HEADS:
        clues.add("ship", -3.0 if at.noun != "ship" else 0.0, "")
    if len(lows) > 1 and clues.of("person") >= 4 and at.noun != "ship":
        clues.add("ship", -1.5, "")
    if lows[-1] in CONCEPTS or lows[0] in CONCEPTS:
        clues.add("ship", -4.0, "")
        clues.add("person", -4.0, "")
        clues.add("org", -4.0, "")


def _listed(found: Words, last: Seen, each: Seen) -> None:
    """A name that stands in a list with the one before it is of its kind: "the tankers A, B and C"."""
    between = found.lows[last.part.chain.last : each.part.chain.first]
    if (
        len(between) == 1
        and between[0] in ("for", "to", "from", "at", "into")
        and last.clues.of("ship") >= 4
        and each.clues.of("ship") < 4
    ):
        each.clues.add("port", 4.0, "P-route")
        return
    if between in (["to"], ["via"]) and last.clues.of("port") >= 4:
        each.clues.add("port", 4.0, "P-list")
        return
    plain = [low for low in between if low not in ("the", '"', "“", "”", "’", "‘")]
    if not 0 < len(plain) <= 2 or any(low not in (",", "and", "or") for low in plain):
        return
    for kind in ("ship", "port"):
        weight = last.clues.of(kind)
        if kind == "ship" and "the" in between and weight >= 2.5 and each.clues.of("ship") >= 2.5:
            each.clues.add("ship", 1.5, "V-list")
            last.clues.add("ship", 1.5, "V-list")
        elif weight >= ENOUGH[kind] and (
            _places(last) if kind == "port" else _several(found, last) or "the" in between
        ):
            each.clues.add(
                kind, min(weight, 7.0) * 0.75, f"{kind[0].upper() if kind == 'port' else 'V'}-list"
            )
            each.part.chain.headline = last.part.chain.headline
    if (
        len(plain) == 1
        and plain[0] == "and"
        and last.clues.of("person") >= 5
        and len(each.part.chain.words) > 1
    ):
        each.clues.add("person", 3.0, "H-list")


def _places(last: Seen) -> bool:
    """Whether a port is one by the way there, not by its own name alone."""
    return last.clues.of("port") - 8.0 >= ENOUGH["port"] or last.part.chain.words[0] != "Port"


def _several(found: Words, last: Seen) -> bool:
    """Whether a noun in the plural stands before a list, or the list has begun."""
    near = found.low(last.part.chain.first - 1)
    listed = last.clues.rules.get("ship", (0, ""))[1] in ("V-list", "V-named")
    return listed or near.endswith("s") or last.clues.of("ship") >= 10


def _together(seen: Sequence[Seen]) -> dict[str, Clues]:
    """By name: of each kind the weightiest clues at one place, and a part of those elsewhere."""
    by_name: dict[str, list[Clues]] = defaultdict(list)
    for each in seen:
        by_name[each.key].append(each.clues)
    together = {}
    for key, several in by_name.items():
        joint = Clues()
        for clues in several:
            for kind, rule in clues.rules.items():
                joint.rules[kind] = max(rule, joint.rules.get(kind, (0.0, "")))
        for kind in ORDER:
            weights = sorted((clues.of(kind) for clues in several), reverse=True)
            joint.weights[kind] = weights[0] + 0.25 * sum(w for w in weights[1:8] if w > 0)
        if joint.weights["person"] and any(clues.of("article") for clues in several) and " " in key:
            for clues in [joint, *several]:
                clues.weights["person"] = clues.of("person") - 3.0
        together[key] = joint
    return together


def _best(clues: Clues) -> str:
    """The kind that the clues speak for; empty where they are too few."""
    kind = max(ORDER, key=lambda kind: (clues.of(kind) - ENOUGH[kind] * 0.1, -ORDER.index(kind)))
    return kind if clues.of(kind) >= ENOUGH[kind] else ""


def _short_forms(seen: Sequence[Seen], together: dict[str, Clues]) -> None:
    """The first words of an organisation's full name stand for it: "Castellan" for "Castellan Tankers Ltd"."""
    short = set()
    for each in seen:
        words = each.part.chain.words
        if len(words) > 1 and _best(together[each.key]) == "org":
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


def _surnames(seen: Sequence[Seen], together: Mapping[str, Clues]) -> dict[str, str]:
    """The words that stand for a person who is named in full: family names, for some peoples the first word."""
    found: dict[str, str] = {}
    for each in seen:
        words = each.part.chain.words
        if len(words) > 1 and _best(together[each.key]) == "person":
            full = " ".join(words)
            found.setdefault(words[-1], full)
            tail = " ".join(words[-2:])
            found.setdefault(tail, full)
            found.setdefault(tail[0].upper() + tail[1:], full)
            eastern = words[0].casefold() in KOREAN | CHINESE or words[0].casefold() not in GIVEN
            if eastern and len(words[0]) > 1:
                found.setdefault(words[0], full)
            if words[-1].lower().startswith(("al-", "el-")):
                found.setdefault(words[-1][3:], full)
    return found


def _decided(
    text: str, each: Seen, together: Mapping[str, Clues], surnames: Mapping[str, str]
) -> Mention | None:
    """What a name is where it stands, if that can be told."""
    chain, known = each.part.chain, each.known
    joint = together[each.key]
    weighed = Clues(rules=dict(joint.rules))
    for kind in ORDER:
        weighed.weights[kind] = max(each.clues.of(kind), joint.of(kind))
        if kind == "person" and each.part.titled:
            weighed.weights[kind] += 4.0
    kind = _best(weighed)
    words = text[chain.start : chain.end]
    name = " ".join(chain.words)
    if (
        name in surnames
        and surnames[name] != name
        and weighed.of("ship") < 6
        and (each.clues.of("org") < 6 or name.isupper())
        and known is None
    ):
        return Mention(
            chain.start, chain.end, words, "person", "", "H-surname", f"short for {surnames[name]}"
        )
    if known is not None and known.rule == "S-seat" and kind == "port" and weighed.of("port") > 5:
        return Mention(chain.start, chain.end, words, "port", "", "P-route")
    if known is not None and kind == "ship" and "country:" in known.value + known.note:
        kind = kind if each.clues.rules.get("ship", (0.0, ""))[0] >= 6 else ""
    if (
        known is not None
        and (known.kind == "country" or known.rule == "S-seat")
        and (not kind or weighed.of(kind) < OVER_STATE[kind])
    ):
        return None
    if not kind or _no_name(chain.words, kind):
        return None
    rule = weighed.rules.get(kind, (0.0, ""))[1]
    value = known.value if known is not None and known.kind == kind else ""
    if value:
        rule = known.rule if known else rule
    note = NOTES["port"] if kind == "port" and rule == "P-route" and not value else ""
    return Mention(chain.start, chain.end, words, kind, value, rule, note)


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
        or (kind in ("ship", "port", "person") and low in HEADS | PORT_NOUNS)
    )
