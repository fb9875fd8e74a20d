"""Everything that a text names, each thing once at its place: identifiers, dates, known and unknown names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from kb.extract.dates import dates
from kb.extract.identifiers import identifiers
from kb.extract.mention import Mention, longest
from kb.extract.names import Gazetteer, states
from kb.extract.naming import names
from kb.extract.parts import organ
from kb.extract.quantities import quantities

CANDIDATE = re.compile(r"[a-z]+:[^\s,]+")


def mentions(text: str, day: date | None, known: Gazetteer) -> list[Mention]:
    """All mentions of a text, in its order; `day` is that of the report, if known.

    A long text is read in blocks of whole paragraphs, so that it takes bounded memory beyond its mentions.
    """
    found: list[Mention] = []
    for start, end in _blocks(text):
        block = _mentions(text[start:end], day, known)
        moved = block if start == 0 else (_moved(m, start) for m in block)
        found.extend(moved)
    return found


BLOCK = 200_000
"""Characters after which a block ends with its paragraph, or at twice as many anyhow."""


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > BLOCK:
        end = text.find("\n", start + BLOCK, start + 2 * BLOCK) + 1
        end = end or text.rfind(" ", start, start + 2 * BLOCK) + 1
        end = end if end > start else start + 2 * BLOCK
        yield start, min(end, len(text))
        start = min(end, len(text))
    yield start, len(text)


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def _mentions(text: str, day: date | None, known: Gazetteer) -> list[Mention]:
    """The mentions of one block.

    Identifiers and dates come first, then names: what the base knows and what the words beside a name say
    that it is are weighed together. Of two that overlap, the longer of the better rule stays.
    """
    sure = longest([*identifiers(text), *dates(text, day)])
    taken = frozenset(place for m in sure for place in range(m.start, m.end))
    adjectives = list(states(text))
    given = list(_apart(longest([*adjectives, *known.mentions(text)]), adjectives, text, known))
    given = [m for m in given if taken.isdisjoint(range(m.start, m.end))]
    found = _merge(sure, names(text, taken, given))
    by_place = {(m.start, m.end): m for m in given}
    found = [_with_value(m, by_place) for m in found]
    found = _merge(found, [m for m in map(_without_port, given) if m is not None])
    found = _merge(found, list(_other_scripts(text, found)))
    return _merge(found, list(quantities(text)))


def _other_scripts(text: str, found: list[Mention]) -> Iterator[Mention]:
    """The name in another script that stands in brackets behind a Latin one: "Rajin (라진)"."""
    for mention in found:
        match = IN_BRACKETS.match(text, mention.end) if mention.kind in NAMED else None
        if match is not None and not any(_latin(sign) for sign in match[1] if sign.isalpha()):
            note = f"another spelling of {mention.text}"
            yield replace(
                mention,
                start=match.start(1),
                end=match.end(1),
                text=match[1],
                rule="K-script",
                note=note,
            )


NAMED = frozenset(("ship", "port", "org", "person", "place", "country", "name"))
IN_BRACKETS = re.compile(r"[”\"’]?\s\(([^\W\d_](?:[\w\s.·-]{0,38}\w)?)\)")


def _apart(
    given: list[Mention], parts: list[Mention], text: str, known: Gazetteer
) -> Iterator[Mention]:
    """Known bodies without the state that owns them and the small words behind; not before "resolution"."""
    first = {m.start: m for m in parts if m.kind == "country"}
    for mention in given:
        if mention.kind != "org":
            yield mention
            continue
        if BEFORE_NUMBER.match(text, mention.end):
            continue
        state = first.get(mention.start) or known.state(text, mention.start, mention.end)
        rest = TAIL_OF_STATE.match(text, state.end, mention.end) if state is not None else None
        if state is not None and rest is not None and organ(rest["body"].casefold().split()):
            yield state
            mention = replace(mention, start=rest.start("body"), text=rest["body"])
        words = mention.text.split()
        while len(words) > 1 and words[-1].islower():
            words.pop()
            mention = replace(mention, text=LAST_WORD.sub("", mention.text))
        yield replace(mention, end=mention.start + len(mention.text))


BEFORE_NUMBER = re.compile(r"(?:’s|'s)?\s(?:[Rr]esolutions?|RESOLUTIONS?)\b")
TAIL_OF_STATE = re.compile(r"(?:’s|'s)?\s(?P<body>.+)", re.DOTALL)
LAST_WORD = re.compile(r"\s\S+$")


def _with_value(mention: Mention, given: Mapping[tuple[int, int], Mention]) -> Mention:
    """A port with the identifier that the base has for its name."""
    known = given.get((mention.start, mention.end))
    if mention.kind != "port" or mention.value or known is None:
        return mention
    settled = _settled(known, port=True)
    return replace(settled, rule="K-name") if settled and settled.kind != "country" else mention


def _without_port(mention: Mention) -> Mention | None:
    """What a known name stands for where nothing says that it is a port's."""
    if mention.kind not in ("port", "name") or (
        not mention.text.isascii() and not _latin(mention.text)
    ):
        return mention
    return _settled(mention, port=False)


def _latin(name: str) -> bool:
    return all(sign < "ɐ" for sign in name)


def _settled(mention: Mention, *, port: bool) -> Mention | None:
    """A name that is a port's: taken as one where the words say so, else as what else it names, or not at all."""
    things = CANDIDATE.findall(mention.note) or ([mention.value] if mention.value else [])
    chosen = [thing for thing in things if thing.startswith("port:") == port]
    if not chosen:
        return mention if port and things else None
    kinds = {thing.partition(":")[0] for thing in chosen}
    if len(kinds) > 1:
        return mention
    value = chosen[0] if len(chosen) == 1 else ""
    note = "" if value else f"could be {', '.join(sorted(chosen))}"
    return replace(mention, kind=kinds.pop(), value=value, note=note)


def _merge(first: list[Mention], more: list[Mention]) -> list[Mention]:
    """The first mentions, and those of the others that overlap none of them."""
    taken = [False] * (max((m.end for m in [*first, *more]), default=0) + 1)
    for mention in first:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    fresh = [m for m in longest(more) if not any(taken[m.start : m.end])]
    return sorted([*first, *fresh], key=lambda m: (m.start, m.end))
