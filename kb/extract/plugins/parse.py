"""Who says what in one parsed sentence: a verb of saying, its subject, and the clause that depends on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kb.extract.cues import EVIDENCE, PRONOUNS, SOURCE_NOUNS, VERBS
from kb.extract.mention import Mention
from kb.extract.spans import Span, trim

SPEAKERS = ("person", "org", "country", "group", "name")
SUBJECTS = ("nsubj", "csubj")
CLAUSES = ("ccomp", "parataxis")
OWN_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
OBJECTS = ("xcomp", "pcomp", "dobj")
NOT_SAID = frozenset("would could should might may must can to if".split())
FEWEST = 4


@dataclass(frozen=True, slots=True)
class Spoken:
    """Places of the content, of the verb and of who speaks; the verb's stance, and whether it is negated."""

    content: Span
    cue: Span
    source: Span
    stance: str
    negated: bool


def spoken(parsed: Any, offset: int, mentions: Sequence[Mention], text: str) -> Iterator[Spoken]:
    """What is said in a parsed sentence that begins at `offset` of the text, by its outermost verbs."""
    covered: list[Span] = []
    for verb in parsed:
        stance = VERBS.get(verb.lower_)
        if stance is None or verb.pos_ != "VERB" or _only_possible(verb):
            continue
        place = (offset + verb.idx, offset + verb.idx + len(verb))
        if any(start <= place[0] < end for start, end in covered):
            continue
        subject, content = _subject(verb), _content(verb, stance)
        if subject is None or content is None:
            continue
        source = _noun(subject, verb, offset, text)
        said = trim(text, offset + content[0], offset + content[1])
        apart = not _overlap(said, place) and not _overlap(said, source)
        if apart and _speaks(subject, source, mentions) and _long_enough(text, said):
            covered.append(said)
            negated = any(child.dep_ == "neg" for child in verb.children)
            yield Spoken(said, place, source, stance, negated)


def _only_possible(verb: Any) -> bool:
    """Whether the verb is only wished, possible or conditional: nobody has said anything."""
    return any(
        child.dep_ in ("aux", "mark") and child.lower_ in NOT_SAID for child in verb.children
    )


def _subject(verb: Any) -> Any:
    """The head of the verb's subject; of a relative clause what it is of, of a second verb the first's."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            relative = child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl"
            return verb.head if relative else child
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return None
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i:
        return _subject(verb.head)
    return None


def _content(verb: Any, stance: str) -> Span | None:
    """Where the clause that depends on the verb stands, or what is denied; None where there is none."""
    wanted = CLAUSES + OBJECTS if stance in ("denies", "doubts") else CLAUSES
    for sort in wanted:
        for child in verb.children:
            if child.dep_ == sort:
                return _clause(child, verb)
    return None


def _clause(head: Any, verb: Any) -> Span | None:
    first, last = head.left_edge, head.right_edge
    whole = head.dep_ in OBJECTS or any(_completes(child) for child in head.children)
    if not whole or first.i <= verb.i <= last.i:
        return None
    while (first.i < head.i and first.lower_ in ("that", "whether", "if", ",")) or first.is_space:
        first = first.nbor()
    return first.idx, last.idx + len(last)


def _completes(child: Any) -> bool:
    """Whether a word makes what it depends on a clause: its own subject, or "that" before it."""
    return child.dep_ in OWN_SUBJECTS or (child.dep_ == "mark" and child.lower_ == "that")


def _noun(subject: Any, verb: Any, offset: int, text: str) -> Span:
    """The words of a subject, without what is said of it in a clause of its own."""
    inner = [
        token
        for token in subject.subtree
        if token.i != verb.i and not any(_clausal(up, subject) for up in _path(token, subject))
    ]
    first, last = subject.i, subject.i
    kept = {token.i for token in inner}
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    doc = subject.doc
    return trim(text, offset + doc[first].idx, offset + doc[last].idx + len(doc[last]))


def _path(token: Any, top: Any) -> Iterator[Any]:
    """A token and what it depends on, up to but without `top`."""
    while token.i != top.i:
        yield token
        token = token.head


def _clausal(token: Any, subject: Any) -> bool:
    return token.dep_ in ("relcl", "acl", "appos", "parataxis") or (
        token.dep_ == "punct" and token.head.i == subject.i
    )


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _speaks(subject: Any, source: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a subject is somebody who can speak: a name, a pronoun, or a noun for one."""
    if subject.lower_ in PRONOUNS or subject.lower_ in SOURCE_NOUNS or subject.lower_ in EVIDENCE:
        return True
    return any(m.kind in SPEAKERS and m.start < source[1] and source[0] < m.end for m in mentions)


def _long_enough(text: str, span: Span) -> bool:
    return len(text[span[0] : span[1]].split()) >= FEWEST
