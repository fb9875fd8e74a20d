"""Known names in prose: the labels of the base's own things, so that each report helps to read the next."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from kb.extract.mention import Mention, pattern
from kb.extract.states import words as state_words
from kb.namespaces import ID, PREFIXES, RDFS
from kb.store.base import Store

LABELS = (NamedNode(RDFS + "label"), NamedNode(PREFIXES["skos"] + "altLabel"))
WORD = re.compile(
    r"[^\W_]+(?:['’.-](?!(?:flagged|registered|based|owned|linked|backed|led|built|made|bound|controlled|operated|run|supplied|born|aligned|allied|held|managed)\b)[^\W_]+)*"
)
KINDS = frozenset(
    {"ship", "port", "country", "org", "person", "group", "locality", "facility", "aircraft"}
)
"""What is looked for, as the identifiers of the base name it; propositions have labels too."""

Words = tuple[str, ...]
STATE = state_words()
STATE_WORDS = pattern(
    rf"(?<!\w)(?:{'|'.join(word.replace('.', '[.]') for word in sorted(STATE, key=len, reverse=True))})"
    r"(?!\w| Post| Times)"
)

SEATED = frozenset(
    (
        "Kremlin",
        "White House",
        "Pentagon",
        "Downing Street",
        "Whitehall",
        "Blue House",
        "Zhongnanhai",
    )
)
"""Seats that are never meant as places."""
AT_PLACE = re.compile(
    r"(?<!\w)(?:an?|in|near|at|on|outside|around|inside)\s$|(?<!\w)(?:In|Near|At|Outside)\s$"
)


class Gazetteer:
    """The names of a base, ready to be found in texts; made once, used for many."""

    def __init__(self, names: Mapping[Words, frozenset[str]]) -> None:
        self.names = names
        self.longest: dict[str, int] = defaultdict(int)
        for words in names:
            self.longest[words[0]] = max(self.longest[words[0]], len(words))

    @classmethod
    def of(cls, store: Store) -> "Gazetteer":
        """The names of all ships, ports, states, organisations, people and places of a base."""
        names: dict[Words, set[str]] = defaultdict(set)
        for predicate in LABELS:
            for triple in store.match(None, predicate, None):
                kind, _, local = triple.subject.value.removeprefix(ID).partition("/")  # type: ignore[union-attr]
                name = _words(triple.object.value) if isinstance(triple.object, Literal) else ()
                if kind in KINDS and local and len("".join(name)) > 2:
                    names[name].add(f"{kind}:{local}")
        return cls({words: frozenset(found) for words, found in names.items()})

    def state(self, text: str, start: int, end: int) -> Mention | None:
        """The state whose possessive opens a name: "Russia" in "Russia's Foreign Ministry"."""
        return _first_state(self.names, text, start, end)

    def mentions(self, text: str) -> Iterator[Mention]:
        """Each place where a known name stands, the longest at each place, written as a name is."""
        found = [match.span() for match in WORD.finditer(text)]
        for place, (start, end) in enumerate(found):
            if text[start].islower():
                continue
            count = self.longest.get(_folded(text[start:end]), 0)
            words = tuple(_folded(text[a:b]) for a, b in found[place : place + count])
            for length in range(len(words), 0, -1):
                things = self.names.get(words[:length])
                end = _name_end(text, found[place + length - 1])
                if things and not _within_a_name(things, text, end):
                    yield _mention(text, start, end, things)
                    break


def _first_state(
    words: Mapping[Words, frozenset[str]], text: str, start: int, end: int
) -> Mention | None:
    """The state whose possessive opens a name: "Russia" in "Russia's Foreign Ministry"."""
    head = re.match(r"[^’']{3,40}(?=[’']s\s)", text[start:end])
    things = words.get(_words(head[0])) if head else None
    state = [thing for thing in things or () if thing.startswith("country:")]
    if head is None or not state:
        return None
    return Mention(start, start + len(head[0]), head[0], "country", state[0], "K-name")


def _name_end(text: str, word: tuple[int, int]) -> int:
    """Where a name ends: before a possessive 's, behind the last stop of "U.N."."""
    start, end = word
    if "." in text[start:end] and end - start < 6 and text[end : end + 1] == ".":
        return end + 1
    return end - 2 if text[start:end].endswith(("'s", "’s")) else end


def _within_a_name(things: frozenset[str], text: str, end: int) -> bool:
    """Whether the name of a port goes on into another: Washington in "Washington Post"."""
    ports = all(thing.startswith("port:") for thing in things)
    return ports and re.match(r"\s[A-Z]|-[a-z]", text[end : end + 2]) is not None


def states(text: str) -> Iterator[Mention]:
    """Adjectives and seats of power, with the state that they stand for."""
    for match in STATE_WORDS.finditer(text):
        state, rule = STATE[" ".join(match[0].split())]
        note = "may mean the place itself" if rule == "S-seat" else ""
        if (
            note
            and match[0] not in SEATED
            and AT_PLACE.search(text, max(0, match.start() - 12), match.start())
        ):
            yield Mention(*match.span(), match[0], "place", "", rule, "the city, not the state")
            continue
        yield Mention(*match.span(), match[0], "country", state, rule, note)


def _mention(text: str, start: int, end: int, things: frozenset[str]) -> Mention:
    kinds = {thing.partition(":")[0] for thing in things}
    kind = kinds.pop() if len(kinds) == 1 else "name"
    if len(things) == 1:
        return Mention(start, end, text[start:end], kind, next(iter(things)), "K-name")
    note = f"could be {', '.join(sorted(things))}"
    return Mention(start, end, text[start:end], kind, "", "K-name", note)


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    """A word as it is compared: compatibility forms and case apart, without a possessive 's."""
    plain = unicodedata.normalize("NFKC", word).replace("’", "'").casefold()
    return plain.removesuffix("'s")


def _words(name: str) -> Words:
    return tuple(_folded(match[0]) for match in WORD.finditer(name))
