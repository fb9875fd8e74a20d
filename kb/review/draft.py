"""A draft report under review: its claims, what they are about, and the text they quote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kb.errors import BadInput, BadReport, Problem
from kb.namespaces import KB
from kb.report import source
from kb.report.names import report_iri
from kb.report.passages import Given, settle
from kb.report.quote import Span, Text
from kb.review.sheet import Sheet, Thing
from kb.settings import limits
from kb.vocabulary import vocabulary

KINDS = {"stance": KB + "Stance", "status": KB + "ReviewStatus"}
UNDECIDED = "draft"


@dataclass(slots=True)
class Draft:
    """The sheet of a draft with its text; `known` has names of things that the file only points at."""

    file: str
    sheet: Sheet
    text: Text
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def claims(self) -> list[Any]:
        """The claims, in the order of the file."""
        return self.sheet.values("claims")

    @property
    def propositions(self) -> list[Thing]:
        """The propositions that the file describes in their own list."""
        return [each for each in self.sheet.values("propositions") if isinstance(each, dict)]

    def entities(self) -> Iterator[Thing]:
        """Everything with a name that the file describes, wherever it does."""
        yield from (each for each in self.sheet.values("entities") if isinstance(each, dict))
        publisher = self.sheet.rest.get("publisher")
        inside = [publisher, *(claim.get("claimant") for claim in self.claims)]
        yield from (each for each in inside if isinstance(each, dict) and "id" in each)

    def named(self) -> dict[str, Thing]:
        """The things of `entities`, by identifier."""
        return {str(each["id"]): each for each in self.entities() if "id" in each}

    def proposition(self, claim: Thing) -> Thing | None:
        """What a claim is about, where the file describes it."""
        about = first(claim.get("about"))
        if isinstance(about, dict):
            return about
        return next((each for each in self.propositions if each.get("id") == about), None)

    def about(self, name: str) -> list[int]:
        """The numbers of the claims about a proposition."""
        return [n for n, claim in enumerate(self.claims) if reference(claim.get("about")) == name]

    def span(self, words: object) -> Span | str:
        """Where a passage or cue stands in the text, or why that cannot be told."""
        words = first(words)
        if not isinstance(words, dict):
            return "No passage is given."
        given = Given(words.get("quote"), _number(words.get("start")), _number(words.get("end")))
        found = settle(given, self.text)
        return found if isinstance(found, Span) else f"{found[1]} {found[2]}".strip()


def opened(
    file: str, content: str, text: str | None, known: Mapping[str, tuple[str, ...]]
) -> Draft:
    """The draft in a report file; raises BadInput or BadReport for what cannot be reviewed."""
    if not file.endswith((".yaml", ".yml")):
        raise BadInput(
            f"{file} is no YAML report file, which review needs. Make one with "
            f"`kb convert {file} --to yaml -o draft.yaml`."
        )
    sheet = Sheet.read(content, file, limits().report_depth)
    name = sheet.rest.get("id")
    if not isinstance(name, str) or report_iri(name) is None:
        raise BadReport([Problem(file, 1, 1, "This is no report: it has no `id: report:…`.")])
    claims = sheet.values("claims")
    if not claims:
        raise BadInput(f"{file} has no claims to review. Make a draft with `kb draft`.")
    for number, claim in enumerate(claims, 1):
        if not isinstance(claim, dict):
            raise BadInput(
                f"{file}: claim {number} is {claim!r}, not a claim with keys of its own."
            )
    return Draft(file, sheet, Text(_text(file, sheet.rest, text)), known)


def _text(file: str, report: Thing, given: str | None) -> str:
    bound = limits().text_bytes
    content, name = report.get("content"), report.get("text")
    if given is not None:
        return source.text_of(given, bound)
    if isinstance(content, str):
        return content
    if not isinstance(name, str):
        raise BadInput(f"{file} has no `content:` and no `text:`. Give the text with --text.")
    path = source.beside(file, name)
    if path is None or not path.is_file():
        raise BadInput(
            f"The text {name!r} of {file} is not beside it, and no passage can be shown without. "
            "Put it there, or give it with --text."
        )
    return source.text_of(str(path), bound)


def first(value: object) -> Any:
    """The value itself, or the first of a list."""
    return (value[0] if value else None) if isinstance(value, list) else value


def many(value: object) -> list[Any]:
    """The values of a key as a list."""
    return [] if value is None else value if isinstance(value, list) else [value]


def reference(value: object) -> str:
    """The identifier that a value is or has."""
    value = first(value)
    return str((value.get("id", "") if isinstance(value, dict) else value) or "")


def choices(key: str) -> tuple[str, ...]:
    """The words that a key of a claim may have."""
    return tuple(sorted(vocabulary().concepts.get(KINDS[key], {})))


def _number(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isdecimal() and len(text) < 12 else None
