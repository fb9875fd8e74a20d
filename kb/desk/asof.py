"""The base as of a day by a clock: a store of its own, in which all that is derived is derived anew.

A view of a store on disk is kept beside it, under the newest entry of its log, until others push it out.
"""

import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kb import __version__
from kb.assess.derive import derive_all
from kb.desk import cut, cut_reports, log
from kb.desk.clocks import AsOf
from kb.desk.cut import REPORTS, Past
from kb.desk.judging import Judging
from kb.errors import StoreError, StoreInUse
from kb.lists.editions import known
from kb.namespaces import DERIVED_GRAPH, GRAPH, LOG_GRAPH, PREFIXES, XSD
from kb.store import MEMORY, Store, open_store
from kb.store.fill import copy, fill
from kb.store.lock import Lock
from kb.store.oxigraph import OxigraphStore
from kb.vocabulary import vocabulary

FORMAT = "1"
"""How views are made; one that was made otherwise is made anew."""
FOLDER = "views"
KEPT = 8
"""How many views are kept beside a store."""


def view(store: Store, as_of: AsOf, *, judged: bool = True) -> OxigraphStore:
    """The base of a store as of a day by a clock, in memory, with potential breaches where it is judged."""
    past = Past.of(store, as_of.day.isoformat())
    then = open_store(MEMORY, write=True)
    recorded = as_of.clock == "recorded"
    told = cut.recorded(store, past) if recorded else cut_reports.reports(store, past, as_of)
    fill(then, chain(told, cut.surroundings(store, past, as_of)))
    for derived in derive_all(then, vocabulary()):
        fill(then, [(DERIVED_GRAPH, derived.new)])
    if judged:
        for made in Judging(then).portions():
            fill(then, [(DERIVED_GRAPH, made.new)])
    return then


def as_of(store: Store, day: date) -> OxigraphStore:
    """The base as what was published by the end of a day, and the provisions of that day, give it."""
    return view(store, AsOf(day))


def empty(store: Store) -> bool:
    """Whether neither a report nor an edition of a list is in a view."""
    return not known(store) and not any(name.startswith(REPORTS) for name in store.graphs())


def named(as_of: AsOf) -> list[Quad]:
    """What an export of a view says of itself: the words that name it, and the last day of it."""
    node = NamedNode(f"{GRAPH}view")
    day = Literal(as_of.day.isoformat(), datatype=NamedNode(XSD + "date"))
    words = Literal(f"{as_of.words}.", language="en")
    terms = (("description", words), ("valid", day))
    return [Quad(node, NamedNode(PREFIXES["dcterms"] + name), each, node) for name, each in terms]


def opened(location: str, as_of: AsOf, *, judged: bool = True) -> OxigraphStore:
    """The view of a base on disk: the one kept beside it, else a new one, which is kept if it can be.

    Raises what opening the base raises.
    """
    with open_store(location, write=False) as today:
        whole = Path(location) / FOLDER / _key(today, as_of)
        folder = whole if judged else whole.with_name(f"{whole.name}-unjudged")
        for each in dict.fromkeys((whole, folder)):
            if (found := _kept(each)) is not None:
                return found
        made = view(today, as_of, judged=judged)
    try:
        _keep(made, folder)
    except (OSError, StoreError):
        return made  # a store that cannot be written, or a full disk: the view is used all the same
    found = _kept(folder)
    if found is None:
        return made
    made.close()
    return found


def _key(store: Store, as_of: AsOf) -> str:
    """What a view is kept under: the newest entry of the log, the day, the clock and the version."""
    newest = NamedNode(f"{LOG_GRAPH}/entry/{log.next_number(store) - 1:09d}")
    head = sorted(str(t) for t in store.match(newest, None, None, graph=LOG_GRAPH))
    parts = (FORMAT, __version__, *head, as_of.day.isoformat(), as_of.clock)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]


def _kept(folder: Path) -> OxigraphStore | None:
    """The view that a folder keeps, if it does and can be read."""
    try:
        if not (folder / "format.json").exists():
            return None
        found = open_store(str(folder), write=False)
    except (OSError, StoreError):
        return None
    with suppress(OSError):
        os.utime(folder)
    return found


def _keep(made: OxigraphStore, folder: Path) -> None:
    """Writes a view beside its base, whole or not at all, and takes away those used longest ago."""
    folder.parent.mkdir(exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix="part-", dir=folder.parent))
    try:
        with open_store(str(part), write=True) as target:
            copy(made, target)
        part.replace(folder)
    except OSError:
        if not folder.exists():  # another process may have been faster
            raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _clear(folder)


def _clear(newest: Path) -> None:
    """Takes away views beyond the number that is kept, unless they are in use, and what was cut short."""
    others = [each for each in newest.parent.iterdir() if each.is_dir() and each != newest]
    others.sort(key=lambda each: (each.stat().st_mtime, each.name), reverse=True)
    for folder in others[KEPT - 1 :]:
        try:
            lock = Lock(folder, write=True, patience=0)
        except (StoreInUse, StoreError):
            continue
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()
