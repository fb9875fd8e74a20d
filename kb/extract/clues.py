"""What the words beside a name say that it names: each clue has a kind, a weight and the name of its rule."""

from dataclasses import dataclass, field

from kb.extract.chains import Chain, Words
from kb.extract.lexicon import NOUNS

STOP = frozenset(". ; ! ? \n".split(" "))
QUOTES = frozenset("\"“”‘’'«»(")
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
    """The words around a name: the last ones before it without article and quotation mark, those behind it."""

    found: Words
    chain: Chain
    before: int
    after: int
    the: bool
    quoted: bool
    noun: str
    """The kind of the noun just before the name, if there is one."""
    comma: bool
    placed: bool = False
    """Whether the base knows a state or port by the name."""

    def back(self, count: int) -> list[str]:
        """Up to so many words before the name in its sentence, the nearest first."""
        words = []
        for index in range(self.before, max(self.before - count, -1), -1):
            low = self.found.lows[index]
            if low in STOP:
                break
            words.append(low)
        return words

    def on(self, count: int) -> list[str]:
        """Up to so many words behind the name in its sentence."""
        words = []
        for low in self.found.lows[self.after : self.after + count]:
            if low in STOP:
                break
            words.append(low)
        return words


def beside(found: Words, chain: Chain, noun: str = "") -> Beside:
    """The words around a name; `noun` is the kind of one that was split off its front."""
    before, after = chain.first - 1, chain.last
    quoted = found.low(before) in QUOTES and found.low(before) != "("
    if quoted:
        before -= 1
        while found.low(after) in QUOTES or (
            found.low(after) == "," and found.low(after + 1) in QUOTES
        ):
            after += 1
    the = found.low(before) == "the"
    if the:
        before -= 1
    comma = found.low(before) in (",", ":")
    near = before - 1 if comma else before
    while found.low(near) in ("named", "called", "the", "now", "then", "renamed", "known", "as"):
        near -= 1
    if not noun:
        noun = NOUNS.get(found.low(near), "")
        if (comma and noun in ("place", "")) or (
            found.low(near) in ("general", "chief", "king") and not the
        ):
            noun = "" if comma else noun
    return Beside(found, chain, before, after, the, quoted, noun, comma)


def apposition(beside: Beside) -> str:
    """The kind of the noun in what is said of a name behind a comma or in brackets: ", a tanker owned by"."""
    found, index = beside.found, beside.after
    if found.low(index) not in (",", "(", "—", "–"):
        return ""
    first = found.low(index + 1)
    if (
        first not in ("a", "an", "the", "its", "his", "her", "their", "another", "one", "then")
        and first not in NOUNS
    ):
        if found.low(index + 2) != "’s":
            return "person" if _aged(found, index) or first == "who" else ""
    kind = ""
    index += 1 if first == "one" and found.low(index + 2) == "of" else 0
    for place in range(index + 1 if first != "one" else index + 2, index + 12):
        low = found.low(place)
        if low in ENDS_NOUN:
            break
        kind = NOUNS.get(low, "") or kind
        if (
            low not in NOUNS
            and found.word(place)[:1].islower()
            and low not in ("a", "an", "the")
            and kind
        ):
            kind = kind if low in ("general", "elect") else (NOUNS.get(low) or kind)
    return kind


def _aged(found: Words, index: int) -> bool:
    age = found.low(index + 1)
    return (age.isdigit() and len(age) == 2 and found.low(index + 2) == ",") or age == "aged"
