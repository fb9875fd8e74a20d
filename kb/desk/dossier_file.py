"""A dossier on an entity or a proposition: gathered, checked that it shows no claim as fact, and written."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from pyoxigraph import NamedNode

from kb.desk import log
from kb.desk.base import KnowledgeBase
from kb.desk.dossier import dossier as card
from kb.desk.dossier_routes import geography
from kb.desk.why import Ways, held_same, proposition
from kb.errors import BadInput, KbError, UnknownName
from kb.export import select
from kb.judge.case import ABOUT
from kb.judge.case_reading import Reading, Thing
from kb.judge.dossier import (
    Cover,
    Dossier,
    Fact,
    Named,
    Origin,
    chosen,
    claims,
    matters,
    named,
    parts,
)
from kb.judge.dossier_content import page
from kb.judge.dossier_docx import as_docx
from kb.judge.dossier_guard import guard
from kb.judge.dossier_html import as_html
from kb.judge.dossier_markdown import as_markdown
from kb.judge.dossier_page import Heading, Line, Page
from kb.judge.dossier_pdf import as_pdf
from kb.namespaces import KB, LOG_GRAPH, PREFIXES
from kb.questions.bind import value
from kb.questions.catalogue import Part
from kb.vocabulary import vocabulary

URL = NamedNode(PREFIXES["schema"] + "url")
STATUS, GRAPH_OF = NamedNode(KB + "status"), NamedNode(KB + "recordedGraph")
FORMATS: Mapping[str, Callable[[Page], str]] = {"html": as_html, "markdown": as_markdown}
"""Every format of the document that is text."""
BINARY: Mapping[str, Callable[[Page, date], bytes]] = {"pdf": as_pdf, "docx": as_docx}
"""Every other format."""
ENDINGS = {
    "html": "html", "htm": "html", "md": "markdown", "markdown": "markdown", "pdf": "pdf",
    "docx": "docx",
}  # fmt: skip
"""Which format a file's ending stands for."""
LIMIT = 100
"""How many propositions a dossier shows unless asked for more."""


def form_of(path: str | None, form: str | None) -> str:
    """The format that was asked for, else the one of the file's ending; raises BadInput for neither."""
    if form or path is None or path == "-":
        return form or "html"
    ending = path.rpartition(".")[2].lower()
    if "." not in path or ending not in ENDINGS:
        raise BadInput(
            f"{path} has no ending that says in which format it is to be written. "
            "Name it .html, .md, .pdf or .docx, or give --format."
        )
    return ENDINGS[ending]


def written(
    base: KnowledgeBase, name: str, form: str, day: date | None = None, limit: int = LIMIT
) -> str:
    """The dossier on what a name stands for, in a format that is text.

    Raises UnknownName with near matches, and NakedAllegation where a claim would stand as fact.
    """
    _, made = _checked(base, name, day, limit)
    return FORMATS[form](made)


def packed(
    base: KnowledgeBase, name: str, form: str, day: date | None = None, limit: int = LIMIT,
    view: str = "",
) -> bytes:  # fmt: skip
    """The dossier as PDF or DOCX; the view that the base is seen by is told below the first heading.

    Raises what `written` does, and BadInput where the packages for a format are missing.
    """
    cover, made = _checked(base, name, day, limit)
    if view:
        first = next((n for n, b in enumerate(made.blocks, 1) if isinstance(b, Heading)), 0)
        told = Line((f"{view}.",))
        made = replace(made, blocks=(*made.blocks[:first], told, *made.blocks[first:]))
    return BINARY[form](made, _dated(cover.day))


def _checked(base: KnowledgeBase, name: str, day: date | None, limit: int) -> tuple[Cover, Page]:
    found = gathered(base, name, day, limit)
    _guard_triples(base, found)
    made = page(found)
    guard(made, found.named.values())
    return found.cover, made


def _dated(day: str) -> date:
    """The day of a cover; the first of computers' reckoning where a base without a log has none."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return date(1970, 1, 1)


def gathered(base: KnowledgeBase, name: str, day: date | None, limit: int) -> Dossier:
    """Everything that goes into a dossier; its cost is set by what is claimed of the subject."""
    reading = Reading(base.store, vocabulary(), held_same(base.store))
    node = subject(base, name)
    every = parts(reading, node)
    ways = Ways(reading)
    own = matters(reading, {n: every[n] for n in chosen(reading, every, limit)}, ways)
    told = named(reading, own)
    origins = tuple(_origins(base, reading, told.values()))
    about = any(base.store.match(None, ABOUT, node))
    facts, listed = ((), ()) if about else _known(base, reading.short(node))
    kinds = reading.kinds(node)
    kind = reading.kind(kinds) if kinds else "party on a list"
    cover = _cover(base, reading.thing(node), kind, day, origins, len(every) - len(own), about)
    return Dossier(cover, facts, listed, own, told, origins, geography(own, ways))


def subject(base: KnowledgeBase, name: str) -> NamedNode:
    """What a name stands for: a proposition or claim of a report, or a thing that reports or lists know."""
    if "#" in name:
        return proposition(base, name)
    try:
        found = value(Part("entity", "Thing"), name, base.store, vocabulary())
    except UnknownName as unknown:
        try:
            iri = card(base, name).card.thing
        except KbError:
            raise unknown from None
        return Reading(base.store, vocabulary()).node(iri)
    if not isinstance(found, NamedNode):
        raise UnknownName(f"{name} is no thing of the base. See kb show, or kb questions.")
    return found


def _known(base: KnowledgeBase, name: str) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """What reports and reference data record of a thing, and what lists say of it."""
    found = card(base, name)
    facts = tuple(Fact(part, text, tuple(sources)) for part, text, sources in found.card.facts)
    return facts, tuple(Fact(each.part, each.text, each.sources) for each in found.lines)


def _origins(base: KnowledgeBase, reading: Reading, told: Iterable[Named]) -> Iterator[Origin]:
    """Every report that is quoted, by date, with its address and what the log has of it."""
    reports = {claim.report.iri: claim for claim in claims(told) if claim.report.iri}
    ordered = sorted(reports.values(), key=lambda each: (each.published, each.report.id))
    for number, claim in enumerate(ordered, 1):
        entry = log.latest(base.store, claim.report.iri)
        url = next(iter(reading.texts(NamedNode(claim.report.iri), URL)), "")
        yield Origin(
            number, claim.report, claim.publisher, claim.published, url,
            entry.recorded_at if entry else "", entry.sha256 if entry else "",
        )  # fmt: skip


def _cover(
    base: KnowledgeBase, about: Thing, kind: str, day: date | None, origins: tuple[Origin, ...],
    left: int, is_proposition: bool,
) -> Cover:  # fmt: skip
    newest = _newest(base)
    lines = "".join(sorted(f"{each.report.iri} {each.sha256}\n" for each in origins))
    return Cover(
        subject=about,
        kind=kind,
        about_proposition=is_proposition,
        day=day.isoformat() if day else newest.recorded_at[:10],
        given=day is not None,
        program=newest.tool,
        entry=newest.sequence,
        recorded=newest.recorded_at,
        sha256=hashlib.sha256(lines.encode()).hexdigest(),
        left_out=left,
    )


def _newest(base: KnowledgeBase) -> log.Entry:
    """The newest entry of the log, found without reading the others."""
    number = log.next_number(base.store) - 1
    node = NamedNode(log.Entry(number, "", "", "", "").iri)
    for triple in base.store.match(node, GRAPH_OF, None, graph=LOG_GRAPH):
        if isinstance(triple.object, NamedNode):
            entry = log.latest(base.store, triple.object.value)
            if entry is not None:
                return entry
    return log.Entry(0, "none", "", "never", "")


def _guard_triples(base: KnowledgeBase, found: Dossier) -> None:
    """Holds what the document rests on against the checks of an export (queries/checks/)."""
    reading = Reading(base.store, vocabulary())
    nodes = [reading.node(each) for each in found.named]
    select.completed(base.store, [t for n in nodes for t in base.store.match(n, STATUS, None)])
