"""The names by which a report file points at things, and the IRIs that they stand for."""

import re
from difflib import get_close_matches

from kb.namespaces import BASE, ENTITY_KINDS, ID, KB, PREFIXES
from kb.vocabulary import Property, Vocabulary

LOCAL = re.compile(r"#[^\s<>\"{}|\\^`#\x00-\x20]+")
CURIE = re.compile(r"([a-z][a-z0-9]*):([^\s<>\"{}|\\^`\x00-\x20]+)")
ABSOLUTE = re.compile(r"(?:https?://|urn:[a-z0-9]+:)[^\s<>\"{}|\\^`\x00-\x20]+")
UNKNOWN = KB + "unknown"


def expand(text: str, report: str, prop: Property | None, words: Vocabulary) -> str | None:
    """The IRI that `text` stands for as a value of `prop`; None where it is no name at all."""
    if prop is not None:
        concepts = words.concepts.get(prop.range or "", {})
        if concepts:
            return concepts.get(text)
        if prop.range and prop.range.endswith("#Property"):
            found = words.properties.get(text)
            return found.iri if found and not found.inverse else None
        if prop.range and prop.range.endswith("#Class"):
            return KB + text if KB + text in words.classes else None
    if text == "unknown":
        return UNKNOWN
    if LOCAL.fullmatch(text):
        return report.split("#", 1)[0] + text
    if ABSOLUTE.fullmatch(text):
        return text
    match = CURIE.fullmatch(text)
    if match and match[1] in (*ENTITY_KINDS, "kb"):
        return PREFIXES[match[1]] + match[2]
    return None


def compact(iri: str, report: str) -> str:
    """The shortest name of `iri` in the file of `report`: `#local`, `kind:name`, or the whole IRI."""
    if iri == UNKNOWN:
        return "unknown"
    if iri.startswith(report + "#") and LOCAL.fullmatch(iri[len(report) :]):
        return iri[len(report) :]
    if iri.startswith(ID):
        kind, _, rest = iri[len(ID) :].partition("/")
        if kind in ENTITY_KINDS and rest and CURIE.fullmatch(f"{kind}:{rest}"):
            return f"{kind}:{rest}"
    return iri


def complaint(text: str, prop: Property | None, words: Vocabulary) -> tuple[str, str]:
    """Why `text` is no name for a value of `prop`, and what to write instead."""
    choices = _choices(prop, words)
    if choices:
        near = get_close_matches(text, choices, n=1)
        remedy = (
            f"Did you mean {near[0]!r}?"
            if near
            else f"Write one of: {', '.join(sorted(choices)[:12])}."
        )
        return f"{text!r} is no {prop.label if prop else 'name'} that is known.", remedy
    if any(mark.isspace() for mark in text.strip()):
        slug = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "name"
        return (
            f"{text!r} is a name, and an identifier is needed here.",
            f"Write an identifier without spaces, such as org:{slug}, and give the name in `entities`.",
        )
    prefix, colon, _ = text.partition(":")
    if colon and prefix not in ENTITY_KINDS:
        near = get_close_matches(prefix, ENTITY_KINDS, n=1)
        known = f"Did you mean {near[0]}:?" if near else f"Prefixes are {', '.join(ENTITY_KINDS)}."
        return f"{text!r} has an unknown prefix {prefix!r}.", known
    return (
        f"{text!r} is no identifier.",
        f"Write #{text} for a thing of this report, or a prefixed name such as org:{text}.",
    )


def _choices(prop: Property | None, words: Vocabulary) -> list[str]:
    if prop is None or prop.range is None:
        return []
    if prop.range in words.concepts:
        return list(words.concepts[prop.range])
    if prop.range.endswith("#Property"):
        return [key for key, found in words.properties.items() if not found.inverse]
    if prop.range.endswith("#Class"):
        return [kind.name for kind in words.classes.values()]
    return []


def report_iri(text: str) -> str | None:
    """The IRI of a report named in `id:`; None where the name cannot be one."""
    if text.startswith("report:") and CURIE.fullmatch(text) and "#" not in text:
        return PREFIXES["report"] + text.removeprefix("report:")
    if ABSOLUTE.fullmatch(text) and "#" not in text and not text.startswith(BASE + "graph/"):
        return text
    return None
