"""Extractors by name: our own, a program (`cmd:`), and what installed packages offer as entry points."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points

from kb.documents.model import Document
from kb.errors import BadInput, KbError, UnknownName
from kb.extract.candidate import Candidate, Extractor
from kb.extract.gate import Refused
from kb.extract.mention import Mention
from kb.extract.plugins.program import Program
from kb.extract.plugins.wire import SHOWN, tidy
from kb.vocabulary import Vocabulary

GROUP = "sanctions_kb.extractors"
BUILT_IN = ("rules", "nlp", "llm")
PROGRAM = "cmd:"


class Guarded:
    """An extractor from elsewhere: its failure is told with its name, and what is no candidate is refused."""

    def __init__(self, name: str, inner: Extractor) -> None:
        self.name = name
        self.inner = inner
        self.version = tidy(str(getattr(inner, "version", "")), 120)
        self.refused: list[Refused] = []

    def extract(self, document: Document, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        """The candidates of the inner extractor."""
        self.refused = []
        try:
            for each in self.inner.extract(document, tuple(mentions)):
                if isinstance(each, Candidate):
                    yield each
                else:
                    words = tidy(repr(each)[:1_000], SHOWN)
                    self.refused.append(Refused(words, "It is no candidate.", self.name))
        except KbError:
            raise
        except Exception as error:
            raise _failed(self.name, error) from error
        self.refused += getattr(self.inner, "refused", ())


def names() -> list[str]:
    """The extractors that can be named: our own first, then those of installed packages."""
    added = {point.name for point in _offered()} - set(BUILT_IN)
    return [*BUILT_IN, *sorted(added)]


def extractor(spec: str, words: Vocabulary) -> Extractor:
    """The extractor of a name, or the program after `cmd:`."""
    spec = spec.strip()
    if spec.startswith(PROGRAM):
        return Program(spec.removeprefix(PROGRAM))
    if spec in BUILT_IN:
        return _own(spec, words)
    offered = [point for point in _offered() if point.name == spec]
    if not offered:
        raise UnknownName(_unknown(spec))
    if len({point.value for point in offered}) > 1:
        raise BadInput(
            f"Several installed packages offer an extractor {spec!r}: "
            f"{', '.join(sorted(point.value for point in offered))}. Uninstall all but one."
        )
    return _loaded(offered[0], words)


def refused(extractors: Iterable[Extractor]) -> list[Refused]:
    """What the extractors refused themselves in their last run, before any gate."""
    return [each for made in extractors for each in getattr(made, "refused", ())]


def _own(name: str, words: Vocabulary) -> Extractor:
    if name == "nlp":
        from kb.extract.plugins.spacy_nlp import Nlp

        return Nlp(words)
    if name == "llm":
        from kb.extract.plugins.language_model import LanguageModel

        return LanguageModel.from_environment(words)
    from kb.extract.rules import Rules

    return Rules(words)


def _offered() -> list[EntryPoint]:
    return sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))


def _loaded(point: EntryPoint, words: Vocabulary) -> Extractor:
    """What an entry point names, called with the vocabulary."""
    try:
        made = point.load()(words)
    except KbError:
        raise
    except Exception as error:
        raise _failed(point.name, error) from error
    if not callable(getattr(made, "extract", None)):
        raise BadInput(
            f"The extractor {point.name!r} ({point.value}) has no method extract(document, mentions): "
            "see docs/extractors.md."
        )
    return Guarded(point.name, made)


def _failed(name: str, error: Exception) -> BadInput:
    told = tidy(str(error), 300)
    kind = type(error).__name__
    return BadInput(
        f"The extractor {name!r} failed: {kind}{f': {told}' if told else ''}. "
        "Leave it out, or ask whoever made it."
    )


def _unknown(spec: str) -> str:
    known = names()
    near = get_close_matches(spec.casefold(), known, n=3)
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    return (
        f"There is no extractor {tidy(spec, 80)!r}.{meant} "
        f"There are: {', '.join(known)}, and cmd:PROGRAM for a program of your own."
    )
