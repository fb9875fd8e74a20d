"""What the words beside a name say that it names: each clue has a kind, a weight and the name of its rule."""

from collections.abc import Set
from dataclasses import dataclass, field

from kb.extract.chains import Chain
from kb.extract.lexicon import NOUNS
from kb.extract.words import Words

QUOTES = frozenset("\"“”‘’'«»(")
ARTICLES = frozenset("a an the its his her their another one then".split())
NAMED = frozenset("named called the now then renamed known as".split())
REACH = 18
"""How many words before a name, and behind it, are looked at."""
ENDS_NOUN = frozenset(
    "of at for in with who that which whose owned managed operated registered based on from to by and , . ; : ( ) - — – \n said is was has had where "
    "carrying flagged under built named called bound sailing loaded told".split(" ")
)


@dataclass(slots=True)
class Clues:
    """The weights by kind, and by kind the rule of the weightiest clue."""

    weights: dict[str, float] = field(default_factory=dict)
    rules: dict[str, tuple[float, str]] = field(default_factory=dict)

    def add(self, kind: str, weight: float, rule: str) -> None:
        """One more clue."""
        self.weights[kind] = self.weights.get(kind, 0.0) + weight
        if weight > self.rules.get(kind, (0.0, ""))[0]:
            self.rules[kind] = (weight, rule)

    def join(self, other: "Clues") -> None:
        """The clues of another place where the same name stands."""
        for kind, weight in other.weights.items():
            self.weights[kind] = self.weights.get(kind, 0.0) + weight
        for kind, rule in other.rules.items():
            if rule > self.rules.get(kind, (0.0, "")):
                self.rules[kind] = rule

    def of(self, kind: str) -> float:
        """The weight of a kind."""
        return self.weights.get(kind, 0.0)


@dataclass(slots=True)
class Beside:
    """The words around a name, within its sentence.

    `left` has those before it, the nearest first, without an article and quotation marks; `right` those behind
    it. `noun` is the kind of the noun just before it (across a `comma`), `said` that of the noun in an apposition.
    """

    found: Words
    chain: Chain
    before: int
    after: int
    the: bool
    quoted: bool
    noun: str
    comma: bool
    left: list[str]
    right: list[str]
    said: str = ""
    placed: bool = False
    """Whether the base knows a state or port by the name."""

    near: str = field(init=False)
    """The word before."""
    prior: str = field(init=False)
    """The word before that."""
    first: str = field(init=False)
    """The word behind."""
    second: str = field(init=False)
    """The word behind that."""

    def __post_init__(self) -> None:
        """Sets the words that are asked for most."""
        left, right = self.left, self.right
        self.near = left[0] if left else ""
        self.prior = left[1] if len(left) > 1 else ""
        self.first = right[0] if right else ""
        self.second = right[1] if len(right) > 1 else ""

    def before_any(self, words: Set[str], count: int = REACH) -> bool:
        """Whether one of some words is among so many before the name."""
        return not words.isdisjoint(self.left[:count])

    def behind_any(self, words: Set[str], count: int = REACH) -> bool:
        """Whether one of some words is among so many behind the name."""
        return not words.isdisjoint(self.right[:count])


def beside(found: Words, chain: Chain, noun: str = "") -> Beside:
    """The words around a name; `noun` is the kind of one that was split off its front."""
    before, after = chain.first - 1, chain.last
    quoted = _opens(found, before)
    if quoted:
        before -= 1
        while _closes(found, after):
            after += 1
    the = found.low(before) == "the"
    before -= the
    comma = found.low(before) == "," or (found.low(before) == ":" and not quoted)
    opening, closing = found.sentence(before), found.sentence(after)
    left = found.lows[max(opening[0], before - REACH + 1) : before + 1][::-1] if opening else []
    right = found.lows[after : min(closing[1], after + REACH)] if closing else []
    made = Beside(
        found,
        chain,
        before,
        after,
        the,
        quoted,
        noun or _noun(found, before, comma, the),
        comma,
        left,
        right,
    )
    made.said = _apposition(found, after)
    return made


def _opens(found: Words, index: int) -> bool:
    """Whether a quotation mark opens a name, and does not close what was said before it: "…,” Captain X said"."""
    if found.low(index) not in QUOTES or found.low(index) == "(":
        return False
    place = found.starts[index]
    return place == 0 or found.text[place - 1].isspace() or found.text[place - 1] in "([—–-/"


def _closes(found: Words, index: int) -> bool:
    return found.low(index) in QUOTES or (
        found.low(index) == "," and found.low(index + 1) in QUOTES
    )


def _of_something(found: Words, near: int) -> bool:
    """Whether a chief is one of something: "the intelligence chief, X", not "in chief, X"."""
    return found.word(near - 1).islower() and found.low(near - 1) not in ("in", "the", "a")


def _noun(found: Words, before: int, comma: bool, the: bool) -> str:
    """The kind of the noun before a name, over "named" and a comma; none of a place over a comma."""
    near = before - comma
    while found.low(near) in NAMED:
        near -= 1
    noun = NOUNS.get(found.low(near), "")
    if comma and (
        noun == "place"
        or (
            found.low(near) in ("general", "chief", "king")
            and not the
            and not _of_something(found, near)
        )
    ):
        return ""
    return noun


CLAUSE = frozenset("was were is are had has said did would could will sailed left".split())
"""Verbs behind "the" and a noun, which then begin a clause of their own: ", the ship was"."""


def _apposition(found: Words, index: int) -> str:
    """The kind of the noun in what is said of a name behind a comma or in brackets: ", a tanker owned by"."""
    if found.low(index) not in (",", "(", "—", "–"):
        return ""
    first, start = found.low(index + 1), index + 1
    if first == "one" and found.low(index + 2) == "of":
        start += 2
    elif first not in ARTICLES and first not in NOUNS and found.low(index + 2) != "’s":
        return "person" if _aged(found, index) or first == "who" else ""
    kind = ""
    for place in range(start, index + 12):
        low = found.low(place)
        if low in ENDS_NOUN or low in CLAUSE:
            if low in CLAUSE and first in ("the", "one") and found.low(index) == ",":
                return ""
            break
        several = low[-1:] == "s" and NOUNS.get(low[:-1]) == "person"
        kind = NOUNS.get(low) or ("person" if several else kind)
    return kind


def _aged(found: Words, index: int) -> bool:
    age = found.low(index + 1)
    return (age.isdigit() and len(age) == 2 and found.low(index + 2) == ",") or age == "aged"
