"""Answers as people read them: every IRI with its label, every proposition with its status."""

import re
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode

from kb.namespaces import DERIVED_GRAPH, KB, PREFIXES, RDFS
from kb.questions.catalogue import Question
from kb.report.names import compact
from kb.store import listed
from kb.store.base import Store
from kb.store.naming import local, name
from kb.store.query import Answer
from kb.terms import Term
from kb.vocabulary import Vocabulary

STATUS, LABEL, ABOUT = NamedNode(KB + "status"), NamedNode(RDFS + "label"), NamedNode(KB + "about")
PLAIN = frozenset({"text", "integer", "day"})


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as text: column names, rows, which columns are labels, and whether rows are missing.

    A column of things is followed by `<name>_label`; one of propositions also by `<name>_status`.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    things: frozenset[str] = frozenset()
    truncated: bool = False


def shown(
    answer: Answer, store: Store, words: Vocabulary, question: Question | None = None
) -> Shown:
    """A SELECT's rows with labels and statuses; a question's own columns say which are things."""
    kinds = {part.name: part.kind for part in question.answers} if question else {}
    eyes = _Eyes(store)
    propositions = {each.rpartition("#")[2] for each in words.descendants(KB + "Proposition")}
    columns: list[str] = []
    cells: list[list[str]] = []
    things = set()
    for index, variable in enumerate(answer.variables):
        values = [row[index] for row in answer.rows]
        kind = kinds.get(variable)
        thing = kind not in PLAIN if kind else any(isinstance(v, NamedNode) for v in values)
        statuses = [eyes.status(value) for value in values]
        columns.append(variable)
        cells.append([written(value) for value in values])
        if thing:
            things.add(variable)
            columns.append(f"{variable}_label")
            cells.append([eyes.label(value) for value in values])
        if kind in propositions or any(statuses):
            columns.append(f"{variable}_status")
            cells.append(statuses)
    rows = tuple(zip(*cells, strict=True)) if answer.rows else ()
    return Shown(tuple(columns), rows, frozenset(things), answer.truncated)


def hides_status(sparql: str, answer: Shown, words: Vocabulary) -> bool:
    """Whether a query uses roles of events or relations, and its answer shows no status or stance."""
    if any(column.endswith("_status") for column in answer.columns):
        return False
    inside = words.descendants(KB + "Proposition")
    used = set(re.findall(r"\bkb:(\w+)", sparql)) | set(re.findall(rf"{KB}(\w+)", sparql))
    if used & {"status", "stance"}:
        return False
    props = (words.by_iri.get(KB + each) for each in used)
    return any(prop and prop.domains and prop.domains <= inside for prop in props)


def written(value: Term | None) -> str:
    """A term as it is typed: `ship:angara`, the text of a literal, nothing where it is unbound."""
    if value is None:
        return ""
    if isinstance(value, NamedNode):
        found = compact(value.value, "")
        return found if found != value.value else _prefixed(found)
    return value.value if isinstance(value, Literal) else str(value)


def _prefixed(iri: str) -> str:
    for prefix, start in PREFIXES.items():
        rest = iri.removeprefix(start)
        if rest != iri and re.fullmatch(r"[A-Za-z0-9_-]+", rest):
            return f"{prefix}:{rest}"
    return iri


class _Eyes:
    """Looks labels and statuses up, each once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.editions = listed.editions(store)
        self.label = cache(self._label)
        self.status = cache(self._status)

    def _label(self, value: Term | None) -> str:
        if not isinstance(value, NamedNode):
            return written(value)
        found = name(self.store, value)
        return (
            found == local(value.value) and listed.name(self.store, value, self.editions)
        ) or found

    def _status(self, value: Term | None) -> str:
        """The status of a proposition, or of the one whose derived label a text is."""
        if isinstance(value, NamedNode):
            found = self.store.match(value, STATUS, None, graph=DERIVED_GRAPH)
            return next((local(str(t.object)[1:-1]) for t in found), "")
        if not isinstance(value, Literal):
            return ""
        named = self.store.match(None, LABEL, value, graph=DERIVED_GRAPH)
        subjects = (t.subject for t in named if isinstance(t.subject, NamedNode))
        return next(filter(None, (self._status(each) for each in subjects)), "")
