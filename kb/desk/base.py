"""`KnowledgeBase`: what the command line and the web ask for."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType

from pyoxigraph import NamedNode, Quad, Triple

from kb.assess.derive import Derivation, derive
from kb.desk import asof, log, reference
from kb.desk.clocks import AsOf
from kb.desk.judging import Judging
from kb.desk.listing import of_triples
from kb.errors import BadInput, BadReport, Problem, Refused, UnknownName
from kb.export import select
from kb.export.formats import FORMATS
from kb.extract.mention import Mention
from kb.extract.mentions import mentions
from kb.extract.names import Gazetteer
from kb.judge.breaches import Judged
from kb.namespaces import DERIVED_GRAPH, ID, KB, LOG_GRAPH
from kb.questions.bind import bind
from kb.questions.card import Card, card
from kb.questions.catalogue import question
from kb.questions.shown import Shown, hides_status, shown
from kb.report.accepted import accepted
from kb.report.load import Request, load
from kb.report.model import Report
from kb.report.names import report_iri
from kb.report.source import text_of
from kb.settings import limits
from kb.store import MEMORY, Change, open_store
from kb.store.oxigraph import OxigraphStore
from kb.store.query import Answer, run
from kb.terms import text
from kb.validation.check import check
from kb.validation.verdict import Checked
from kb.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Recorded:
    """What adding one report did: `added`, `superseded` or `unchanged`, and what it brought."""

    report: str
    action: str
    claims: int
    triples: int
    drafts: int
    rejected: int
    left_out: tuple[str, ...]

    def sentence(self, file: str) -> str:
        """What happened, for the person who added the file."""
        if self.action == "unchanged":
            return f"{file}: {self.report} is in the base already, unchanged."
        brought = f"{_counted(self.claims, 'claim')}, {_counted(self.triples, 'triple')}"
        words = [f"{file}: {self.action} {self.report}: {brought}."]
        if self.drafts or self.rejected:
            drafts = _counted(self.drafts, "draft")
            words.append(f"Left out: {drafts} and {_counted(self.rejected, 'rejected claim')}.")
        return " ".join(words)


class KnowledgeBase:
    """A store with the ontology and reference data in it, and what can be done with it."""

    def __init__(self, store: OxigraphStore, as_of: AsOf | None = None) -> None:
        self.store = store
        self.as_of = as_of
        self.judging = Judging(store)

    @classmethod
    def open(
        cls, location: str, *, write: bool = False, as_of: AsOf | None = None, judged: bool = True
    ) -> "KnowledgeBase":
        """The base at a location; opened for writing, it is made if need be and brought up to date.

        With `as_of`, the base as it was at the end of a day by a clock, which can only be read; where it is
        not to be judged, it may lack potential breaches.
        """
        if as_of is not None:
            return cls(asof.opened(location, as_of, judged=judged), as_of)
        base = cls(open_store(location, write=write))
        if write or location == MEMORY:
            try:
                base.refresh()
            except BaseException:
                base.close()
                raise
        return base

    @classmethod
    def for_checking(cls, location: str) -> "KnowledgeBase":
        """The base to hold reports against: the one at the location, or an empty one if there is none."""
        exists = location == MEMORY or (Path(location) / "format.json").exists()
        return cls.open(location if exists else MEMORY)

    def __enter__(self) -> "KnowledgeBase":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()

    def then(self, as_of: AsOf) -> "KnowledgeBase":
        """The same base as it was at the end of a day by a clock, made anew in memory."""
        return KnowledgeBase(asof.view(self.store, as_of), as_of)

    @property
    def empty(self) -> bool:
        """Whether it holds neither a report nor a list."""
        return asof.empty(self.store)

    def refresh(self) -> None:
        """Loads the packaged ontology and reference data where the store has others or none."""
        for graph in reference.FOLDERS:
            digest = reference.digest(graph)
            last = log.latest(self.store, graph)
            if last is None:
                reference.fill(self.store, graph)
            elif last.sha256 != digest:
                self.judging.begin()
                self._commit(graph, "loaded", digest, reference.triples(graph), clear=True)
        if self.judging.due:
            self.derive()

    def derive(self) -> None:
        """Makes every status, label and potential breach anew, as after a new version of the ontology."""
        self.judging.forget()
        self.judging.assess()

    def check(self, request: Request) -> tuple[Checked, list[Report]]:
        """The verdict on one file, and its reports where it could be read; listed parties are noted."""
        try:
            reports = load(request)
        except BadInput as error:
            return Checked(request.path, problems=_problems(error, request.path)), []
        checked = check(request.path, reports, self.store)
        told = tuple(each for report in reports for each in of_triples(self.store, report.triples))
        return replace(checked, notes=(*checked.notes, *told)), reports

    def add(self, report: Report) -> Recorded:
        """Records a report that was checked: in one transaction, or not at all."""
        part = accepted(report.triples, report.iri, vocabulary())
        digest = _digest(part.triples)
        last = log.latest(self.store, report.iri)
        standing = last is not None and last.stands
        action = "superseded" if standing else "added"
        if last is not None and standing and last.sha256 == digest:
            action = "unchanged"
        else:
            self._refuse_orphans(report.iri, part.triples)
            self._commit(report.iri, action, digest, part.triples, file=Path(report.file).name)
        claims = sum(t.predicate.value == KB + "inReport" for t in part.triples)
        return Recorded(
            report.iri, action, claims, len(part.triples), part.drafts, part.rejected, part.left_out
        )

    def retract(self, name: str, reason: str) -> str:
        """Takes a report out of the base; what it said is kept in the archive."""
        if not reason.strip():
            raise BadInput("A retraction needs a reason. Say in a sentence why the report goes.")
        iri = report_iri(name) or report_iri(f"report:{name}")
        last = log.latest(self.store, iri) if iri else None
        if iri is None or last is None:
            raise UnknownName(f"There is no report {name} in the base. See kb history.")
        if not last.stands:
            raise Refused(f"{name} was retracted already, on {last.recorded_at}.")
        self._refuse_orphans(iri, ())
        self._commit(iri, "retracted", _digest(()), (), reason=reason)
        return iri

    def query(self, sparql: str) -> Answer:
        """The answer to a query that somebody typed, run within limits."""
        return run(self.store, sparql, limits())

    def ask(self, name: str, values: Mapping[str, str]) -> Shown:
        """The answer to a question of the catalogue, with labels and statuses."""
        asked = question(name)
        sparql = bind(asked, values, self.store, vocabulary())
        return shown(self.query(sparql), self.store, vocabulary(), asked)

    def labelled(self, answer: Answer) -> Shown:
        """The rows of a SELECT with labels, and with the status of every proposition among them."""
        return shown(answer, self.store, vocabulary())

    def hides_status(self, sparql: str, answer: Shown) -> bool:
        """Whether a query walks through events or relations and shows none of them."""
        return hides_status(sparql, answer, vocabulary())

    def card(self, thing: str) -> Card:
        """Everything known of one thing, by identifier or exact name."""
        return card(self.store, vocabulary(), thing)

    def mentions(self, path: str, day: date | None) -> list[Mention]:
        """What the text in a file names: identifiers, dates reckoned from `day`, things of the base."""
        text = text_of(path, limits().text_bytes)
        return mentions(text, day, Gazetteer.of(self.store))

    def export(self, form: str, reports: Sequence[str] = (), *, reference: bool = False) -> str:
        """All reports, or some by name, in an RDF format; refuses to show allegations as facts."""
        if reports:
            named = [report_iri(each) or report_iri(f"report:{each}") or each for each in reports]
            quads = select.reports(self.store, named)
        else:
            quads = select.whole(self.store, reference=reference)
        return FORMATS[form]([*quads, *(asof.named(self.as_of) if self.as_of else ())])

    def completed(self, answer: Answer) -> str:
        """The triples of a CONSTRUCT in Turtle, with the claims about every proposition in them."""
        triples = select.completed(self.store, answer.triples)
        return FORMATS["turtle"](Quad(*triple) for triple in triples)

    def history(self) -> list[log.Entry]:
        """Every recording, oldest first."""
        return log.entries(self.store)

    def _commit(
        self,
        graph: str,
        action: str,
        digest: str,
        triples: Iterable[Triple],
        *,
        file: str = "",
        reason: str = "",
        clear: bool = False,
    ) -> None:
        """One change of one source's graph, with its log entry."""
        number = log.next_number(self.store)
        earlier = log.latest(self.store, graph)
        archive = {} if clear or not self.store.graph(graph) else {graph: log.archive_name(number)}
        entry = log.Entry(
            number, action, graph, log.now(), digest, file, reason, archive.get(graph, "")
        )
        new = list(triples)
        derived = derive(self.store, graph, new, vocabulary()) if not clear else Derivation()
        judged = self.judging.follow(graph, new) if not clear else Judged()
        self.store.commit(
            Change(
                add={
                    graph: new,
                    LOG_GRAPH: log.written(entry, earlier),
                    DERIVED_GRAPH: derived.new | judged.new,
                },
                remove={DERIVED_GRAPH: derived.gone | judged.gone},
                clear=(graph,) if clear else (),
                archive=archive,
            )
        )

    def _refuse_orphans(self, graph: str, kept: Iterable[Triple]) -> None:
        """Refuses a change after which another report would point at what no report describes."""
        staying = {text(t.subject) for t in kept}
        going = {t.subject for t in self.store.graph(graph)}
        for subject in sorted(going, key=str):
            if not isinstance(subject, NamedNode) or subject.value in staying:
                continue
            if any(self.store.match(subject, None, None, without=graph)):
                continue
            for link in self.store.match(None, None, subject, without=graph):
                raise Refused(
                    f"{text(link.subject)} speaks of {subject.value}, which only "
                    f"{graph.removeprefix(ID)} describes. Correct or retract that report first."
                )


def _problems(error: BadInput, file: str) -> tuple[Problem, ...]:
    """Why a file cannot become reports: each mistake in it, or that it cannot be opened at all."""
    if isinstance(error, BadReport):
        return error.problems
    words = str(error)
    told = f"This {words.removeprefix(file + ' ')}" if words.startswith(f"{file} ") else words
    return (Problem(file, 0, 0, told),)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"


def _digest(triples: Iterable[Triple]) -> str:
    """The SHA-256 of triples as sorted N-Triples, in hexadecimal."""
    lines = sorted(f"{triple} .\n" for triple in triples)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
