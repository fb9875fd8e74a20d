"""What the base tells already of the events of a draft: a suggestion for the reviewer, never a merge."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode

from kb import when
from kb.namespaces import ID, KB, RDF
from kb.report.names import expand
from kb.store.base import Store
from kb.vocabulary import Vocabulary

SHIPS = frozenset({"vessel", "receivingShip", "owned", "managed", "designated"})
PARTS = SHIPS | {
    "supplier",
    "recipient",
    "portOfCall",
    "flagState",
    "toFlag",
    "owner",
    "manager",
    "authority",
    "visitor",
    "host",
    "actor",
    "participant",
    "origin",
    "destination",
}
MOST = 300
"""Events looked at for one thing: what more is told of it is told of too often to tell one event."""
SHOWN = 3


def mark(draft: Mapping[str, Any], store: Store, words: Vocabulary) -> None:
    """Notes on each claim of a draft which events of the base its proposition may be.

    The same class, one ship or two other parts in common, and no day that speaks against it. Looked up by
    the things that the draft names: the size of the base does not matter.
    """
    found = {
        proposition["id"]: like
        for proposition in draft.get("propositions", [])
        if (like := list(islice(_alike(proposition, store, words), SHOWN)))
    }
    for claim in draft.get("claims", []):
        for event in found.get(claim["about"], []):
            note = f"the base has an event that may be this one: {event}"
            claim["warning"] = [*claim.get("warning", []), note]


def _alike(proposition: Mapping[str, Any], store: Store, words: Vocabulary) -> Iterator[str]:
    kind = NamedNode(KB + proposition["type"])
    shared: Counter[str] = Counter()
    for role in sorted(PARTS & proposition.keys()):
        prop = words.properties[role]
        for value in _values(proposition[role]):
            thing = expand(value, "", prop, words)
            if thing is None or not thing.startswith(ID):
                continue
            weight = 2 if role in SHIPS and value.startswith("ship:") else 1
            told = islice(store.match(None, NamedNode(prop.iri), NamedNode(thing)), MOST)
            for subject in {t.subject.value for t in told if isinstance(t.subject, NamedNode)}:
                shared[subject] += weight
    for subject, weight in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        node = NamedNode(subject)
        typed = any(store.match(node, NamedNode(RDF + "type"), kind))
        if weight >= 2 and typed and _in_time(proposition, node, store, words):
            yield subject


def _values(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, str) and not each.startswith("#")]


def _in_time(
    proposition: Mapping[str, Any], node: NamedNode, store: Store, words: Vocabulary
) -> bool:
    """Whether no date of the two rules out that they are one event."""
    ours = proposition.get("time")
    if not ours:
        return True
    predicate = NamedNode(words.properties["time"].iri)
    theirs = [
        t.object.value for t in store.match(node, predicate, None) if isinstance(t.object, Literal)
    ]
    return all(_meet(ours, each) for each in theirs)


def _meet(first: str, second: str) -> bool:
    try:
        one, two = when.parse(first), when.parse(second)
    except when.BadDate:
        return True
    before = one.latest and two.earliest and one.latest < two.earliest
    after = two.latest and one.earliest and two.latest < one.earliest
    return not (before or after)
