"""Lists in the base: loading an edition, and what was loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from kb.desk import log
from kb.desk.base import KnowledgeBase
from kb.errors import BadInput
from kb.lists import editions
from kb.lists.diff import changes
from kb.lists.editions import Known
from kb.lists.graph import LABEL
from kb.lists.model import Audit, Importer
from kb.lists.registry import available
from kb.lists.registry import importer as importer_of
from kb.namespaces import ID, LISTS_GRAPH, LOG_GRAPH
from kb.questions.shown import Shown
from kb.report.names import compact
from kb.store import Change
from kb.store.base import LIST_GRAPHS


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be loaded: the file, the list where the user names it, the day where the file has none."""

    path: Path
    series: str = ""
    day: str = ""
    accept_shrink: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a file did: the edition, whether it is new, which it follows, what was unread and odd."""

    edition: Known
    action: str
    follows: str
    unread: tuple[tuple[str, int], ...] = ()
    oddities: tuple[str, ...] = ()

    def sentence(self, file: str) -> str:
        """What happened, for the person who loaded the file."""
        name = self.edition.iri.removeprefix(ID).replace("/", ":", 1)
        if self.action == "unchanged":
            return f"{file}: {name} is in the base already, unchanged."
        follows = f", after {self.follows}" if self.follows else ""
        entries = "entry" if self.edition.count == 1 else "entries"
        return f"{file}: loaded {name}: {self.edition.count:,} {entries}{follows}."


def load(
    base: KnowledgeBase, wanted: Wanted, tell: Callable[[int], None] = lambda _: None
) -> Loaded:
    """Reads an edition of a list into the base: wholly, or not at all.

    Raises `BadInput` for what is no list, `Refused` for what can only be a part of one.
    """
    return enter(base, importer_of(wanted.path, wanted.series), wanted, tell)


def enter(
    base: KnowledgeBase,
    importer: Importer,
    wanted: Wanted,
    tell: Callable[[int], None] = lambda _: None,
) -> Loaded:
    """Reads an edition with an importer that is known to fit; raises what `load` raises."""
    store, path = base.store, wanted.path
    if wanted.day:
        editions.day_of(wanted.day, "", path)
    said = importer.edition(path)
    digest = editions.sha256(_files(importer, path))
    others = editions.known(store, importer.profile.name)
    same = next((each for each in others if each.sha256 == digest), None)
    if same is not None:
        return Loaded(same, "unchanged", "")
    _sweep(base)
    day = editions.day_of(wanted.day, said.date, path)
    iri = editions.name_of(importer.profile.name, day, others)
    audit = Audit()
    checks = editions.stage(store, (importer, path), iri, audit, tell)
    earlier = [each for each in others if each.date <= day]
    follows = earlier[-1].date if earlier else ""
    counts = (checks.count, said.declared)
    try:
        editions.refuse_a_part((importer, path), counts, earlier, accept=wanted.accept_shrink)
    except BaseException:
        store.drop(iri)
        raise
    made = editions.new(importer.profile, iri, day, digest, said.title)
    made = editions.counted(made, checks)
    _record(base, made, importer, others, path)
    base.judging.relisted(made.series)
    unread = tuple(sorted(audit.unread.items()))
    return Loaded(made, "loaded", follows, unread, tuple(audit.oddities))


def _files(importer: Importer, path: Path) -> list[Path]:
    """The files that an edition is made of: the one named, and those that its format puts beside it."""
    beside = getattr(importer, "files", None)
    return list(beside(path)) if callable(beside) else [path]


def _record(
    base: KnowledgeBase, made: Known, importer: Importer, others: list[Known], path: Path
) -> None:
    """Makes a staged edition exist: its node, the days for which each edition answers, the log."""
    store = base.store
    authority = NamedNode(made.authority)
    introduce = not any(store.match(authority, LABEL, None))
    reason = f"edition of {made.date}, {made.count} entries"
    entry = log.Entry(
        log.next_number(store), "loaded", made.iri, log.now(), made.sha256, path.name, reason
    )
    store.commit(
        Change(
            add={
                LISTS_GRAPH: [
                    *editions.described(made, importer.profile, introduce=introduce),
                    *editions.answering([*others, made]),
                ],
                LOG_GRAPH: log.written(entry, None),
            },
            remove={LISTS_GRAPH: editions.answering(others)},
        )
    )


def _sweep(base: KnowledgeBase) -> None:
    """Takes away what a load that was cut short left behind."""
    whole = {each.iri for each in editions.known(base.store)}
    for graph in base.store.graphs():
        if graph.startswith(LIST_GRAPHS) and graph not in whole:
            base.store.drop(graph)


def series() -> tuple[str, ...]:
    """The lists of which some format can be read."""
    return tuple(sorted({form.list for form in available()}))


def require(base: KnowledgeBase, name: str) -> None:
    """Raises `BadInput`, naming those there are, where no edition of a list is in the base."""
    names = sorted({each.series for each in editions.known(base.store)})
    if name not in names:
        told = f"Lists in the base: {', '.join(names)}." if names else "Load one with kb load."
        raise BadInput(f"There is no edition of the list {name!r} in the base. {told}")


def edition_of(base: KnowledgeBase, series: str, day: str) -> Known:
    """The edition of a list that was loaded for a day; raises `BadInput` that names those there are."""
    found = editions.known(base.store, series)
    exact = [each for each in found if day in (each.date, each.iri.rpartition("/")[2])]
    if exact:
        return exact[-1]
    require(base, series)
    days = ", ".join(each.date for each in found)
    raise BadInput(f"There is no edition of {series} of {day} in the base. There are: {days}.")


def diff(base: KnowledgeBase, series: str, first: str, second: str) -> Shown:
    """What changed between the editions of two days of a list, as a table; raises `BadInput`."""
    old, new = edition_of(base, series, first), edition_of(base, series, second)
    rows = tuple(
        (
            each.kind,
            each.key,
            each.name,
            compact(each.party, ""),
            each.part,
            each.before,
            each.after,
        )
        for each in changes(base.store, series, old.iri, new.iri)
    )
    return Shown(
        ("change", "key", "name", "party", "part", "before", "after"), rows, frozenset({"party"})
    )
