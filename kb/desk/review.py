"""What a review may know beyond its file: the names of states and ports, as texts write them."""

from collections import defaultdict

from pyoxigraph import Literal, NamedNode

from kb.extract.states import words as state_words
from kb.namespaces import ID, PREFIXES, RDFS
from kb.resources import ONTOLOGY
from kb.vocabulary import statements

NAMES = (RDFS + "label", PREFIXES["skos"] + "altLabel")
KINDS = ("country", "port")


def known_names() -> dict[str, tuple[str, ...]]:
    """The names of the packaged states and ports by identifier, the usual one first."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for subject, predicate, value in statements(ONTOLOGY, "reference/*.ttl"):
        if (
            predicate.value in NAMES
            and isinstance(subject, NamedNode)
            and isinstance(value, Literal)
        ):
            kind, _, local = subject.value.removeprefix(ID).partition("/")
            if kind in KINDS and local and value.language in (None, "en"):
                found[f"{kind}:{local}"].append((NAMES.index(predicate.value), value.value))
    for word, (state, _) in state_words().items():
        found[state].append((len(NAMES), word))
    return {
        name: tuple(dict.fromkeys(word for _, word in sorted(words)))
        for name, words in sorted(found.items())
    }
