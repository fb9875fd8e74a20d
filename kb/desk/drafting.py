"""Drafting and scoring: documents to draft report files, and gold texts to figures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kb import when
from kb.desk.base import KnowledgeBase
from kb.desk.listing import of_draft
from kb.desk.told import mark
from kb.documents.model import Document
from kb.documents.read import read
from kb.errors import BadInput, KbError
from kb.evaluation.gold import Gold, gold
from kb.evaluation.score import FoundClaim, FoundMention, Scored, score
from kb.extract.candidate import Extractor
from kb.extract.compose import compose
from kb.extract.draft import Drafted, drafted
from kb.extract.gate import FEWEST_WORDS, Passed
from kb.extract.names import Gazetteer
from kb.extract.plugins.registry import extractor
from kb.extract.segment import sentences
from kb.report.write import dump
from kb.settings import limits
from kb.store.listed import editions
from kb.vocabulary import vocabulary

NAMELESS = frozenset({"A-unclear", "A-not-verified"})
"""Rules for doubts that the report has without saying "we": gold has them of nobody."""
GOLD_KINDS = {
    "country": "state",
    "org": "organisation",
    "person": "person",
    "ship": "ship",
    "port": "port",
    "imo-number": "imo",
    "mmsi": "mmsi",
    "resolution": "resolution",
    "date": "date",
    "quantity": "quantity",
}
"""What gold files call the kinds of mentions."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a document, over what is found in it."""

    published: str = ""
    publisher: str = ""
    url: str = ""
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the draft and how much is in it, or what went wrong."""

    path: str
    text: str = ""
    draft: dict[str, Any] | None = None
    error: str = ""
    warnings: tuple[str, ...] = ()

    def count(self, key: str) -> int:
        """How many things of a kind the draft holds."""
        return len(self.draft.get(key, [])) if self.draft else 0

    def written(self, text_file: str = "") -> str:
        """The draft as a report file; with its text in the file named, or within."""
        document = dict(self.draft or {})
        if text_file:
            document = {
                ("text" if key == "content" else key): (text_file if key == "content" else value)
                for key, value in document.items()
            }
        return dump(document)


class Drafter:
    """Drafts documents against one base: its names are loaded once."""

    def __init__(self, location: str, specs: Sequence[str]) -> None:
        self.base = KnowledgeBase.for_checking(location)
        self.known = Gazetteer.of(self.base.store)
        self.listed = bool(editions(self.base.store))
        self.words = vocabulary()
        self.extractors: list[Extractor] = [
            extractor(spec, self.words) for spec in specs or ("rules",)
        ]

    def close(self) -> None:
        """Lets go of the base."""
        self.base.close()

    def found(self, document: Document) -> Drafted:
        """What is found in a document."""
        return drafted(document, self.extractors, self.known, self.words)

    def draft(self, path: str, given: Given) -> Outcome:
        """The draft of one file; raises KbError where it cannot be read."""
        document = _with(read(path, limit=limits().text_bytes), given)
        made = compose(self.found(document), self.words)
        mark(made, self.base.store, self.words)
        told = self._listed(made)
        if told:
            made["warning"] = [*made.get("warning", ()), *told]
        return Outcome(path, document.text, made, warnings=tuple(made.get("warning", ())))

    def _listed(self, made: dict[str, Any]) -> list[str]:
        """A sentence for each thing of the draft that is on a list, or has the name of a party that is."""
        return list(of_draft(self.base.store, made)) if self.listed else []


def _with(document: Document, given: Given) -> Document:
    named = {key: value for key in Given.__slots__ if (value := getattr(given, key))}
    if "published" in named:
        try:
            when.parse(named["published"])
        except when.BadDate as error:
            raise BadInput(f"--published: {error}") from None
    return replace(document, **named)


def drafts(
    paths: Sequence[str], location: str, specs: Sequence[str], given: Given, jobs: int
) -> Iterator[Outcome]:
    """The outcome for each file, in their order; what goes wrong with one does not stop the rest."""
    if jobs == 1 or len(paths) == 1:
        drafter = Drafter(location, specs)
        try:
            yield from (_outcome(drafter, path, given) for path in paths)
        finally:
            drafter.close()
        return
    with ProcessPoolExecutor(jobs, initializer=_prepare, initargs=(location, tuple(specs))) as pool:
        waiting: list[Future[Outcome]] = [pool.submit(_in_worker, path, given) for path in paths]
        for path, future in zip(paths, waiting, strict=True):
            try:
                yield future.result()
            except Exception as error:  # a worker that died: told for this file, the others go on
                yield Outcome(path, error=f"{path}: the worker ended: {error}. Try it alone.")


_DRAFTER: list[Drafter] = []
"""The drafter of a worker process."""


def _prepare(location: str, specs: tuple[str, ...]) -> None:
    _DRAFTER[:] = [Drafter(location, specs)]


def _in_worker(path: str, given: Given) -> Outcome:
    return _outcome(_DRAFTER[0], path, given)


def _outcome(drafter: Drafter, path: str, given: Given) -> Outcome:
    try:
        return drafter.draft(path, given)
    except KbError as error:
        return Outcome(path, error=str(error))


def names_for(paths: Sequence[str]) -> list[str]:
    """The stem of the draft of each file: its own, with a number where two files share one."""
    taken: dict[str, int] = {}
    found = []
    for path in paths:
        stem = "draft" if path == "-" else Path(path).stem
        taken[stem] = taken.get(stem, 0) + 1
        found.append(stem if taken[stem] == 1 else f"{stem}-{taken[stem]}")
    return found


def evaluate(
    paths: Iterable[str],
    location: str,
    specs: Sequence[str],
    tell: Callable[[str], None] = lambda _: None,
) -> list[Scored]:
    """The score of each gold text."""
    drafter = Drafter(location, specs)
    scored = []
    for each in gold(paths, limits().text_bytes, around):
        tell(each.name)
        document = Document(
            each.text, "text", each.name, "", published=each.published, publisher=each.publisher
        )
        scored.append(_scored(each, drafter.found(document)))
    drafter.close()
    return scored


def _scored(text: Gold, found: Drafted) -> Scored:
    mentions = [
        FoundMention((m.start, m.end), GOLD_KINDS[m.kind], m.value.removeprefix("country:"))
        for m in found.mentions
        if m.kind in GOLD_KINDS
    ]
    claims = [
        FoundClaim(
            p.quote,
            _full_name(found, p.claimant) if p.claimant else _publisher(text, p),
            p.stance,
            p.event,
            {
                role: tuple(found.words(span) for span in spans)
                for role, spans in p.arguments.items()
            },
            p.rule,
            p.rule.startswith("N-"),
        )
        for p in found.passed
    ]
    return score(text, mentions, claims)


def _full_name(found: Drafted, span: tuple[int, int]) -> str:
    mention = next((m for m in found.mentions if (m.start, m.end) == span), None)
    short = mention is not None and mention.rule == "H-surname"
    return mention.note.removeprefix("short for ") if mention and short else found.words(span)


def _publisher(text: Gold, found: Passed) -> str:
    """The publisher where the text says "we"; "it is unclear" names nobody, though the report says it."""
    return text.publisher if found.own_voice and found.rule not in NAMELESS else ""


def around(text: str, quote: tuple[int, int]) -> tuple[int, int] | None:
    """The sentence around a quote of fewer words than the gate lets pass, where it is longer."""
    words = len(text[quote[0] : quote[1]].split())
    whole = next((s for s in sentences(text) if s.start <= quote[0] < s.end), None)
    if whole is None or words >= min(FEWEST_WORDS, len(whole.text.split())):
        return None
    return whole.start, whole.end
