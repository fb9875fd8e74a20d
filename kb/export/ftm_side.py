"""The side file of a FollowTheMoney export: what its entities cannot say, one JSON object a line.

The first line tells the version. Then come, sorted: `entity` (the id of each exported entity, its name
in the base, all that is said of it there, and values that FollowTheMoney refused), and everything else:
propositions with their status, claims with claimant, stance and quote, reports, evidence, consignments.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kb.namespaces import KB, PREFIXES, RDF, SCHEMES
from kb.report.names import compact
from kb.vocabulary import Vocabulary

HEADER = {"kind": "about", "format": "sanctions-kb side file", "version": 1}
TYPE, FIRST, REST, NIL = RDF + "type", RDF + "first", RDF + "rest", RDF + "nil"
PASSAGE, CUE, VIA = KB + "passage", KB + "cue", KB + "via"
INSIDE = (PASSAGE, CUE)
COUNTED = ("Proposition", "Claim")
OTHER = "other thing"

Said = Mapping[str, list[Quad]]


@dataclass(frozen=True, slots=True)
class Side:
    """The text of a side file, and how many propositions, claims, things and refused values it holds."""

    text: str
    counts: Mapping[str, int]


def lines(
    said: Said,
    entities: Mapping[str, str],
    ids: Mapping[str, str],
    refused: Mapping[str, list[tuple[str, str]]],
    words: Vocabulary,
) -> Side:
    """The side file of an export whose entities are `entities` (schema by IRI)."""
    made: list[dict[str, object]] = [dict(HEADER)]
    counts: dict[str, int] = {}
    for iri in sorted(entities):
        told = {
            "kind": "entity",
            "id": _short(iri),
            "entity": ids[iri],
            "schema": entities[iri],
        }
        values = [
            {"property": prop, "value": value} for prop, value in sorted(refused.get(iri, []))
        ]
        made.append({**told, "said": _said(iri, said, words), "refused": values})
    apart = _parts(said)
    for iri in sorted(said.keys() - entities.keys() - apart):
        kinds = [_value(q) for q in said[iri] if q.predicate.value == TYPE]
        if kinds:
            made.append(_thing(iri, kinds, said, words))
            word = _counted(kinds, words)
            counts[word] = counts.get(word, 0) + 1
    if number := sum(map(len, refused.values())):
        counts["refused value"] = number
    text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in made)
    order = ("proposition", "claim", OTHER, "refused value")
    return Side(text, {word: counts[word] for word in order if word in counts})


def _thing(iri: str, kinds: list[str], said: Said, words: Vocabulary) -> dict[str, object]:
    names = sorted({kind.rpartition("#")[2] for kind in kinds})
    counted = _counted(kinds, words)
    kind = counted if counted != OTHER else names[0].lower()
    return {"kind": kind, "id": _short(iri), "type": names, "said": _said(iri, said, words)}


def _said(iri: str, said: Said, words: Vocabulary) -> dict[str, list[object]]:
    """What is said of a thing, by the key of a report file; quotes stand whole inside of their claims."""
    values: dict[str, list[object]] = {}
    for quad in sorted(said[iri], key=lambda quad: (quad.predicate.value, _value(quad))):
        predicate, value = quad.predicate.value, _value(quad)
        if predicate == TYPE:
            continue
        known = words.by_iri.get(predicate)
        key = _tail(known.key if known and not known.inverse else predicate)
        held = values.setdefault(key, [])
        if predicate in INSIDE and value in said:
            held.append(_quote(said[value], words))
        elif predicate == VIA:
            held.extend(_short(each) for each in _list(value, said))
        else:
            told: object = _short(value) if isinstance(quad.object, NamedNode) else value
            if told not in held:
                held.append(told)
    return values


def _quote(quads: list[Quad], words: Vocabulary) -> dict[str, object]:
    """A passage: its words, and where they stand."""
    found: dict[str, object] = {}
    for quad in sorted(quads, key=lambda quad: quad.predicate.value):
        known = words.by_iri.get(quad.predicate.value)
        if known and isinstance(quad.object, Literal):
            value = quad.object.value
            found[known.key] = int(value) if known.key in ("start", "end") else value
    return found


def _list(head: str, said: Said) -> Iterator[str]:
    """The members of an RDF list; one that runs in a circle ends."""
    passed: set[str] = set()
    while head in said and head not in passed:
        passed.add(head)
        links = {quad.predicate.value: _value(quad) for quad in said[head]}
        if FIRST in links:
            yield links[FIRST]
        head = links.get(REST, NIL)


def _parts(said: Said) -> set[str]:
    """Passages and list nodes: they stand inside of their claims."""
    inside: set[str] = set()
    for quads in said.values():
        for quad in quads:
            if quad.predicate.value in INSIDE:
                inside.add(_value(quad))
    return inside | {
        iri for iri, quads in said.items() if any(q.predicate.value == FIRST for q in quads)
    }


def _counted(kinds: Iterable[str], words: Vocabulary) -> str:
    above = frozenset().union(*(words.ancestors(kind) | {kind} for kind in kinds))
    return next((name.lower() for name in COUNTED if KB + name in above), OTHER)


def _short(iri: str) -> str:
    """The name of a thing or concept as report files and queries write it: org:tass, stance:denies."""
    for scheme in SCHEMES:
        if iri.startswith(PREFIXES[scheme]):
            return f"{scheme}:{iri.removeprefix(PREFIXES[scheme])}"
    return compact(iri, "")


def _tail(name: str) -> str:
    return name.rpartition("#")[2].rpartition("/")[2]


def _value(quad: Quad) -> str:
    return str(getattr(quad.object, "value", quad.object))
