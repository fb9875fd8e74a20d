"""Which names a text has: each run of capitals, its parts, and the clues of the words beside it."""

from collections.abc import Collection, Iterator, Sequence

from kb.extract.bodies import organisation
from kb.extract.chains import chains
from kb.extract.clues import Beside, Clues, beside
from kb.extract.harbours import place, port
from kb.extract.lexicon import (
    AFLOAT,
    CONCEPTS,
    HEADS,
    LEGAL,
    NO_BODY,
    PLACE_HEADS,
    PORT_NAMES,
    PORT_NOUNS,
    WEAK_HEADS,
)
from kb.extract.listing import in_a_row, listed, ports_before
from kb.extract.mention import Mention
from kb.extract.parts import Part, parts
from kb.extract.persons import person
from kb.extract.vessels import ship
from kb.extract.weighing import Seen, decided, short_forms, surnames, together
from kb.extract.words import Words, read

GENERAL = frozenset(
    "member state states party parties flag foreign terrorist organization specially designated national nationals global".split()
)
"""Words of which no name is made alone."""


def names(text: str, taken: Collection[int], known: Sequence[Mention]) -> list[Mention]:
    """Ships, ports, people, organisations and places of a text; `known` is what the base and the list of states give."""
    found = read(text)
    seen = list(_seen(found, taken, known))
    joint = together(seen)
    in_a_row(found, seen, joint)
    ports_before(found, seen, joint)
    short_forms(seen, joint)
    people = surnames(seen, joint)
    return [mention for each in seen if (mention := decided(text, each, joint, people))]


def _seen(found: Words, taken: Collection[int], known: Sequence[Mention]) -> Iterator[Seen]:
    """All names of a text, each with its clues."""
    whole = {(m.start, m.end): m for m in known}
    stated = [m for m in known if "country:" in m.value + m.note]
    found.states = frozenset(m.start for m in stated)
    joined = {m.start: m.end for m in known if " " in m.text}
    states = {m.start: m.end for m in stated}
    lower = {low for low, word in zip(found.lows, found.words, strict=True) if low == word}
    afloat = sum(low in AFLOAT for low in found.lows) > 3
    last: Seen | None = None
    for chain in chains(found, taken, joined):
        for part in parts(found, chain, states):
            each = Seen(part, Clues(), whole.get((part.chain.start, part.chain.end)))
            inside = states.get(part.chain.start, 0) > part.chain.end
            if (
                inside
                or _general(part.chain.words, found.low(part.chain.first - 1))
                or _plain(each, lower)
            ):
                continue
            if not chain.headline:
                _weigh(found, each, afloat=afloat)
                if last is not None:
                    listed(found, last, each)
            last = each
            yield each


def _plain(each: Seen, lower: Collection[str]) -> bool:
    """Whether one word with a capital is a word of the text's own, that a sentence opens with."""
    part = each.part
    if len(part.chain.words) > 1 or part.prefixed or part.titled or each.known is not None:
        return False
    return part.chain.key in lower and not part.chain.words[0].isupper()


def _dateline(found: Words, part: Part) -> bool:
    """Whether a name in capitals opens a line as the place of a dateline does, or ends a byline."""
    chain = part.chain
    if found.low(chain.last) == "\n" and found.low(chain.first - 1) == "in":
        head = found.lows[max(0, chain.first - 6) : chain.first]
        return "by" in head and "\n" in found.lows[max(0, chain.first - 7) : chain.first]
    opens = chain.start == 0 or found.text[chain.start - 1] == "\n"
    return (
        opens
        and "".join(chain.words).isupper()
        and found.low(chain.last) in ("—", "–", "-", ",", "(", "/")
    )


def _general(words: Sequence[str], before: str) -> bool:
    """Whether words have capitals and name nobody: "Member States", "AIS"."""
    if len(words) == 1 and words[0] in NO_BODY:
        return not (before == "the" and words[0] == "IMO")
    return all(word.casefold() in GENERAL for word in words)


def _weigh(found: Words, each: Seen, *, afloat: bool) -> None:
    """Adds all clues of one place."""
    part, clues = each.part, each.clues
    each.dateline = _dateline(found, part)
    if each.dateline:
        return
    if part.prefixed:
        clues.add("ship", 12.0, "V-prefix")
        return
    kind, note = (each.known.kind, each.known.note) if each.known else ("", "")
    ports = kind == "port" or "port:" in note or part.chain.key.replace(" ", "-") in PORT_NAMES
    at = beside(found, part.chain, part.noun)
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
    _own_words(at, clues)


def _own_words(at: Beside, clues: Clues) -> None:
    """What the words of a name speak against."""
    lows = at.chain.lows
    last = lows[-1]
    if last in LEGAL or (last in HEADS and last not in WEAK_HEADS):
        clues.add("ship", -3.0, "")
        clues.add("person", -4.0, "")
    elif last in WEAK_HEADS and len(lows) > 2:
        clues.add("person", -3.0, "")
        clues.add("org", 1.5, "O-head")
    if last in PORT_NOUNS and len(lows) > 1 and at.noun != "ship":
        clues.add("ship", -4.0, "")
    if last in PLACE_HEADS and at.noun != "ship":
        clues.add("ship", -3.0, "")
    if len(lows) > 1 and clues.of("person") >= 4 and at.noun != "ship":
        clues.add("ship", -1.5, "")
    if last in CONCEPTS or lows[0] in CONCEPTS:
        for kind in ("ship", "person", "org", "port"):
            clues.add(kind, -4.0, "")
