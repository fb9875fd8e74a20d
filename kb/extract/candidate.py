"""What an extractor proposes: one claim, in the words of the text. Nothing here is trusted yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kb.documents.model import Document
from kb.extract.mention import Mention

STANCES = ("asserts", "alleges", "denies", "doubts", "expects", "confirms")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that the text is said to hold, and where they start (code points) if the extractor knows."""

    text: str
    start: int | None = None

    @property
    def end(self) -> int | None:
        """Where they end, if it is known where they start."""
        return None if self.start is None else self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One claim as proposed, before the gate.

    `quote` is what is claimed (the content, without the words that attribute it), `claimant` who claims
    it (None: the text does not say; the publisher where `own_voice`), `via` through whom it came, nearest
    to the claimant first, `cue` the words that show the stance. `event` is a class of the ontology such as
    `ArmsTransfer` (empty: none recognised), `arguments` its roles (report-file keys such as `supplier`)
    with their words. `rule` names what found it; `notes` are for the reviewer.
    """

    quote: Words
    stance: str
    claimant: Words | None = None
    own_voice: bool = False
    cue: Words | None = None
    via: tuple[Words, ...] = ()
    hedged: bool = False
    event: str = ""
    arguments: Mapping[str, tuple[Words, ...]] = field(default_factory=dict)
    rule: str = ""
    notes: tuple[str, ...] = ()


class Extractor(Protocol):
    """Whatever proposes candidates: our rules, a parser, a program, a language model."""

    name: str
    version: str

    def extract(self, document: Document, mentions: Sequence[Mention]) -> Iterable[Candidate]:
        """Proposes claims of a document whose mentions are known, in no particular order."""
