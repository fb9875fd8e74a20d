"""Passages held against the text: what is missing is filled in, what does not fit is a problem.

A passage may give its quote, its start and end, or both. Afterwards it has all three, and the quote
is the text's own wording. A quote that stands in several places needs its start.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kb.namespaces import KB, PREFIXES, RDF, XSD
from kb.report.quote import Span, Text
from kb.terms import text as text_of

PASSAGE = NamedNode(KB + "Passage")
QUOTE, START, END = (NamedNode(PREFIXES["oa"] + name) for name in ("exact", "start", "end"))
INTEGER = NamedNode(XSD + "integer")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A passage that does not fit its text."""

    passage: str
    predicate: str
    message: str
    remedy: str


@dataclass(slots=True)
class Given:
    """What a file says of one passage."""

    quote: str | None = None
    start: int | None = None
    end: int | None = None


def passages(triples: Iterable[Triple]) -> dict[str, Given]:
    """The passages in the triples, by IRI."""
    listed = list(triples)
    kinds = {
        text_of(t.subject)
        for t in listed
        if t.predicate.value == RDF + "type" and t.object == PASSAGE
    }
    found: dict[str, Given] = {iri: Given() for iri in kinds}
    for subject, predicate, value in listed:
        given = found.get(subject.value) if isinstance(subject, NamedNode) else None
        if given is None or not isinstance(value, Literal):
            continue
        if predicate == QUOTE:
            given.quote = value.value
        elif predicate in (START, END) and value.value.lstrip("+-").isdigit():
            setattr(given, "start" if predicate == START else "end", int(value.value))
    return found


def settle(given: Given, text: Text) -> Span | tuple[str, str, str]:
    """The one place of a passage, or (predicate, message, remedy) where it has none."""
    if given.start is not None and given.end is None and given.quote is not None:
        given.end = _end(given.quote, given.start, text)
    if given.start is not None and given.end is not None:
        return _placed(given, given.start, given.end, text)
    if given.quote is None:
        remedy = "Give `quote`, or `start` and `end`."
        return KB + "passage", "The passage says neither its words nor its place.", remedy
    return _found(given.quote, text)


def _end(quote: str, start: int, text: Text) -> int:
    spans = [span.end for span in text.find(quote) if span.start == start]
    return spans[0] if spans else start + len(quote)


def _placed(given: Given, start: int, end: int, text: Text) -> Span | tuple[str, str, str]:
    if not 0 <= start < end <= len(text.text):
        message = f"The passage from {start} to {end} is not within the text of {len(text.text)} characters."
        return START.value, message, "Count from 0; the end must come after the start."
    if not text.text[start:end].strip():
        message = f"The text from {start} to {end} is blank."
        return START.value, message, "Give the start and end of the words that are meant."
    if given.quote is not None and not text.matches(given.quote, start, end):
        there = text.text[start:end]
        message = (
            f"The text from {start} to {end} reads {_short(there)}, not {_short(given.quote)}."
        )
        return QUOTE.value, message, _elsewhere(given.quote, text)
    return Span(start, end)


def _found(quote: str, text: Text) -> Span | tuple[str, str, str]:
    spans = text.find(quote)
    if not spans:
        message = f"The text does not contain the quote {_short(quote)}."
        remedy = "Copy the words from the text; mark nothing, leave nothing out."
        return QUOTE.value, message, remedy
    if len(spans) > 1:
        places = ", ".join(str(span.start) for span in spans[:6]) + (
            ", …" if len(spans) > 6 else ""
        )
        message = f"The quote {_short(quote)} occurs {len(spans)} times, at {places}."
        return (
            QUOTE.value,
            message,
            "Add `start:` with the place that is meant, or quote more words.",
        )
    return spans[0]


def _elsewhere(quote: str, text: Text) -> str:
    places = [str(span.start) for span in text.find(quote)]
    return (
        f"The quote stands at {', '.join(places[:6])}."
        if places
        else "The quote is not in the text."
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= 60 else flat[:57] + "…")


def filled(passage: str, span: Span, text: Text) -> list[Triple]:
    """The three properties of a settled passage."""
    subject = NamedNode(passage)
    return [
        Triple(subject, QUOTE, Literal(text.text[span.start : span.end])),
        Triple(subject, START, Literal(str(span.start), datatype=INTEGER)),
        Triple(subject, END, Literal(str(span.end), datatype=INTEGER)),
    ]
