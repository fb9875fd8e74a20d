"""Gold files: beside `NAME.txt`, `NAME.yaml` with the mentions and claims that are in the text.

Words stand as in the text; `nth` (from 1) says which occurrence is meant. Here they become places.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kb.errors import BadInput
from kb.report.source import text_of

Span = tuple[int, int]
Around = Callable[[str, Span], Span | None]
KINDS = (
    "ship",
    "port",
    "state",
    "organisation",
    "person",
    "imo",
    "mmsi",
    "resolution",
    "date",
    "quantity",
)


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that name something: place, kind, and the value where the kind has one."""

    span: Span
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim: content, who claims it (`unknown` where the text does not say), the rest as in drafts.

    `within` is the sentence of a content that is too short to stand as a quote: no gate lets it pass.
    """

    quote: Span
    claimant: str
    stance: str
    via: tuple[str, ...]
    event: str
    arguments: Mapping[str, tuple[str, ...]]
    narrated: bool
    within: Span | None = None


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold text."""

    name: str
    text: str
    published: str
    publisher: str
    mentions: tuple[GoldMention, ...]
    claims: tuple[GoldClaim, ...]


def gold(paths: Iterable[str], limit: int, around: Around) -> list[Gold]:
    """All gold texts of the files and folders named, in order; raises BadInput for what is wrong.

    `around` gives the sentence around a quote that is too short for a gate, and None for any other.
    """
    files: set[Path] = set()
    for path in map(Path, paths):
        found = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        if not found or not all(each.exists() for each in found):
            raise BadInput(
                f"{path} holds no gold files. Name a folder with pairs of .txt and .yaml."
            )
        files.update(found)
    return [_read(path, limit, around) for path in sorted(files)]


def _read(path: Path, limit: int, around: Around) -> Gold:
    text = text_of(str(path.with_suffix(".txt")), limit)
    try:
        data = yaml.load(text_of(str(path), limit), Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.YAMLError as error:
        raise BadInput(f"{path}: this is not YAML: {str(error).splitlines()[0]}.") from None
    if not isinstance(data, dict) or not isinstance(data.get("claims", []), list):
        raise BadInput(f"{path}: a gold file has `mentions:` and `claims:`.")
    reader = _Reader(str(path), text, around)
    mentions = tuple(reader.mentions(data.get("mentions") or []))
    claims = [reader.claim(each, narrated=False) for each in data.get("claims") or []]
    claims += [reader.claim(each, narrated=True) for each in data.get("narrator") or []]
    return Gold(
        path.stem,
        text,
        str(data.get("published", "")),
        str(data.get("publisher", "")),
        mentions,
        tuple(claims),
    )


class _Reader:
    def __init__(self, file: str, text: str, around: Around) -> None:
        self.file = file
        self.text = text
        self.around = around
        self.next: dict[str, int] = {}

    def mentions(self, listed: list[Any]) -> Iterable[GoldMention]:
        """Mentions in the order of the text: the same words again are the next occurrence."""
        place = 0
        for each in listed:
            words = str(each["words"])
            span = (
                self.place(words, int(each["nth"]))
                if each.get("nth")
                else self._after(words, place)
            )
            place = span[0]
            self.next[words] = span[1]
            yield GoldMention(span, str(each["type"]), str(each.get("value", "")))

    def _after(self, words: str, place: int) -> Span:
        start = max(place, self.next.get(words, 0))
        found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(self.text, start)
        return found.span() if found else self.place(words, 1)

    def place(self, words: str, nth: int) -> Span:
        """The place of the nth occurrence of some words; raises BadInput."""
        sought = r"\s+".join(map(re.escape, words.split()))
        places = [m.span() for m in re.finditer(sought, self.text)]
        if len(places) < nth:
            raise BadInput(
                f"{self.file}: the text holds {words[:60]!r} {len(places)} times, not {nth}."
            )
        return places[nth - 1]

    def claim(self, each: dict[str, Any], *, narrated: bool) -> GoldClaim:
        """One claim of the file."""
        resolved = each.get("resolved") or {}
        claimant = resolved.get("claimant") or each.get("claimant") or ""
        arguments = {
            role: tuple(map(str, values if isinstance(values, list) else [values]))
            for role, values in (each.get("arguments") or {}).items()
        }
        via = each.get("via") or []
        quote = self.place(str(each["quote"]), int(each.get("nth") or 1))
        return GoldClaim(
            quote,
            str(claimant),
            str(each.get("stance", "asserts")),
            tuple(map(str, via if isinstance(via, list) else [via])),
            str(each.get("event") or ""),
            arguments,
            narrated,
            self.around(self.text, quote),
        )
