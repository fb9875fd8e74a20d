"""Potential breaches as rows: never without the status of the proposition and who claims what of it."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from kb.errors import UnknownName
from kb.export import select
from kb.export.formats import turtle
from kb.judge.words import (
    ABOUT,
    AGAINST,
    GAP,
    JUDGES,
    LATEST,
    MET,
    OPEN_EXEMPTION,
    POTENTIAL_BREACH,
    PROVISION,
    RULE,
    TYPE,
    UNMET,
    VERDICT,
    subjects,
    things,
    values,
)
from kb.namespaces import DERIVED_GRAPH, ID, KB, REFERENCE_GRAPH
from kb.questions.formats import as_csv, as_table
from kb.questions.shown import Shown
from kb.report.names import compact, expand
from kb.store import naming
from kb.store.base import Store
from kb.terms import text
from kb.vocabulary import vocabulary

STATUS, EXTENDS, PARAGRAPH, RESOLUTION = (
    NamedNode(KB + name) for name in ("status", "extends", "paragraph", "inResolution")
)
VERDICTS = ("would-be", "could-be", "would-not-be")
"""The three values, the gravest first."""
WORDS = {
    "would-be": "would have been banned, if it happened as claimed",
    "could-be": "could have been banned, if it happened as claimed",
    "would-not-be": "would not have been banned, if it happened as claimed",
}
NOTE = (
    "Each event is a claim, not a fact: see its status and who claims it. Nothing here says that anybody "
    "broke a law.\n"
)
CLAIMS_SHOWN = 4
"""How many claims a table names; the other formats have all."""
REFERENCE = re.compile(r"(\d{3,4})(?:\s*/\s*(\S.*))?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which potential breaches are asked for."""

    since: date | None = None
    provision: str = ""
    proposition: str = ""
    verdicts: tuple[str, ...] = VERDICTS[:2]


@dataclass(frozen=True, slots=True)
class Row:
    """One potential breach, with all that has to stand beside it."""

    breach: str
    proposition: str
    event: str
    status: str
    claims: tuple[str, ...]
    verdict: str
    provision: str
    provision_name: str
    met: tuple[str, ...]
    gaps: tuple[str, ...]
    unmet: tuple[str, ...]
    exemptions: tuple[str, ...]
    rule: str


def rows(store: Store, wanted: Wanted) -> list[Row]:
    """The potential breaches that are wanted: by verdict, event and provision.

    Raises UnknownName for a proposition or provision that the base does not have.
    """
    chosen = provisions(store, wanted.provision) if wanted.provision else None
    found = []
    for node in _nodes(store, wanted, chosen):
        row = _row(store, node)
        if row.verdict in wanted.verdicts and _recent(store, node, wanted.since):
            found.append(row)
    return sorted(
        found, key=lambda r: (VERDICTS.index(r.verdict), r.event, r.proposition, r.provision)
    )


def _nodes(store: Store, wanted: Wanted, chosen: set[NamedNode] | None) -> Iterator[NamedNode]:
    if wanted.proposition:
        proposition = _proposition(store, wanted.proposition)
        found = set(subjects(store, JUDGES, proposition))
    elif chosen is not None:
        found = {node for each in chosen for node in subjects(store, AGAINST, each)}
    else:
        found = set(subjects(store, TYPE, POTENTIAL_BREACH))
    for node in found:
        if chosen is None or chosen & set(things(store, node, AGAINST)):
            yield node


def _proposition(store: Store, name: str) -> NamedNode:
    iri = expand(name, "", None, vocabulary())
    if iri is None or not any(store.match(None, ABOUT, NamedNode(iri))):
        raise UnknownName(
            f"There is no proposition {name} in the base. Copy its identifier from an answer, such as "
            "report:2023-10-18-demo#supply or event:the-transfer."
        )
    return NamedNode(iri)


def provisions(store: Store, name: str) -> set[NamedNode]:
    """The provisions that a name such as 1718/8(b) or provision:1718-8b means, and what widens them.

    Raises UnknownName where there is none.
    """
    every = {t.subject for t in store.match(None, TYPE, PROVISION, graph=REFERENCE_GRAPH)}
    named = [each for each in every if isinstance(each, NamedNode)]
    match = REFERENCE.fullmatch(name.strip())
    if match is None:
        wanted = expand(name, "", None, vocabulary())
        found = {each for each in named if each.value == wanted}
    else:
        found = {each for each in named if _is(store, each, match[1], match[2] or "")}
    if not found:
        raise UnknownName(
            f"There is no provision {name} in the base. Write a resolution and a paragraph, such as "
            "1718/8 or 2397/5; `kb query provisions-of-resolution` lists them."
        )
    todo = list(found)
    while todo:
        for wider in subjects(store, EXTENDS, todo.pop()):
            if wider not in found:
                found.add(wider)
                todo.append(wider)
    return found


def _is(store: Store, provision: NamedNode, number: str, paragraph: str) -> bool:
    if NamedNode(f"{ID}resolution/{number}") not in things(store, provision, RESOLUTION):
        return False
    own = text(next(iter(values(store, provision, PARAGRAPH)), Literal("")))
    rest = own.removeprefix(paragraph.replace(" ", ""))
    return not paragraph or (rest != own and (not rest or not rest[0].isdigit()))


def _recent(store: Store, node: NamedNode, since: date | None) -> bool:
    """Whether an event may have lasted until a day or happened after; one without a last day may have."""
    if since is None:
        return True
    days = [text(d) for each in things(store, node, JUDGES) for d in values(store, each, LATEST)]
    return not days or max(days) >= since.isoformat()


def _row(store: Store, node: NamedNode) -> Row:
    def texts(predicate: NamedNode) -> tuple[str, ...]:
        return tuple(text(each) for each in values(store, node, predicate))

    (proposition,) = things(store, node, JUDGES)
    (provision,) = things(store, node, AGAINST)
    event = naming.name(store, proposition)
    statuses = [naming.local(each.value) for each in things(store, proposition, STATUS)]
    return Row(
        breach=node.value,
        proposition=compact(proposition.value, ""),
        event=event,
        status=", ".join(statuses),
        claims=tuple(sorted(stances(store, proposition, event))),
        verdict=next((naming.local(text(v)) for v in values(store, node, VERDICT)), ""),
        provision=compact(provision.value, ""),
        provision_name=naming.name(store, provision),
        met=texts(MET),
        gaps=texts(GAP),
        unmet=texts(UNMET),
        exemptions=tuple(
            naming.text(store, each, NamedNode(KB + "summary"))
            for each in things(store, node, OPEN_EXEMPTION)
        ),
        rule=", ".join(texts(RULE)),
    )


def stances(store: Store, proposition: NamedNode, event: str) -> Iterator[str]:
    """Who takes which stance: the derived label of each claim, less the event."""
    for claim in subjects(store, ABOUT, proposition):
        label = naming.name(store, claim)
        yield label.removesuffix(event).rstrip(": ")


def as_json(found: Iterable[Row]) -> str:
    """A JSON array with one object a potential breach."""
    return json.dumps([_object(row) for row in found], ensure_ascii=False, indent=2) + "\n"


def as_jsonl(found: Iterable[Row]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(_object(row), ensure_ascii=False) + "\n" for row in found)


def _object(row: Row) -> dict[str, object]:
    return {
        "proposition": row.proposition,
        "proposition_label": row.event,
        "proposition_status": row.status,
        "claims": list(row.claims),
        "verdict": row.verdict,
        "in_words": f"{WORDS[row.verdict]}: {row.provision_name}",
        "provision": row.provision,
        "provision_label": row.provision_name,
        "reasons": list(row.met),
        "gaps": list(row.gaps),
        "against": list(row.unmet),
        "possible_exemptions": list(row.exemptions),
        "rule": row.rule,
        "derived_as": row.breach,
    }


def csv(found: Iterable[Row]) -> str:
    """CSV: lists in one cell, parted by semicolons."""
    objects = [_object(row) for row in found]
    names = tuple(_object(EMPTY))
    cells = [tuple(_cell(each[name]) for name in names) for each in objects]
    return as_csv(Shown(names, tuple(cells)))


def _cell(value: object) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def table(found: Iterable[Row]) -> str:
    """A table for the terminal, under a sentence on what it does not say."""
    cells = tuple(_shown(row) for row in found)
    columns = ("event", "status", "claims", "if as claimed", "provision", "because")
    return NOTE + as_table(Shown(columns, cells))


def _shown(row: Row) -> tuple[str, ...]:
    counted = Counter(row.claims)
    named = [f"{claim} ({n} times)" if n > 1 else claim for claim, n in counted.items()]
    more = len(named) - CLAIMS_SHOWN
    claims = [*named[:CLAIMS_SHOWN], *([f"{more} more"] if more > 0 else [])]
    exempt = [f"exemptions to look at: {len(row.exemptions)}"] if row.exemptions else []
    because = "; ".join((*row.unmet, *row.gaps, *row.met, *exempt))
    verdict = row.verdict.replace("-", " ")
    return row.event, row.status, "; ".join(claims), verdict, row.provision_name, because


def as_turtle(store: Store, found: Iterable[Row]) -> str:
    """The potential breaches with everything that is said of their propositions and by whom; guarded."""
    nodes = [NamedNode(row.breach) for row in found]
    own = [t for node in nodes for t in store.match(node, None, None, graph=DERIVED_GRAPH)]
    return turtle(Quad(*triple) for triple in select.completed(store, own))


FORMATS: Mapping[str, Callable[[Iterable[Row]], str]] = {
    "table": table,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": csv,
}
"""Every format of rows; Turtle needs the store too."""
EMPTY = Row("", "", "", "", (), "would-be", "", "", (), (), (), (), "")
