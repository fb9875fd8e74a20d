"""Reports, editions of lists and decisions in any order: what stands is what judging anew gives."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from kb.desk.base import KnowledgeBase
from kb.desk.identity import DIFFERENT, SAME, Judgement, decide
from kb.desk.lists import Wanted
from kb.desk.lists import load as load_list
from kb.errors import KbError
from kb.judge.words import POTENTIAL_BREACH, TYPE
from kb.report.load import Request, load
from tests.judge import given

GULL, TERN = "9191620", "9074729"
PORTS, FREEZE = "Paragraph 12 (c) of resolution 2321 (2016)", "12(d) of 2321"
HEADER = f'vessel_name,imo_number,date_of_designation,"{PORTS}","{FREEZE}"\n'
SHIPS = {"heron": {"name": "Gull", "imoNumber": GULL}, "swift": {"name": "Tern"}}
EVENTS: dict[str, dict[str, Any]] = {
    "call": {"type": "PortCall", "portOfCall": "port:CNDLC", "time": "2018-06"},
    "hire": {"type": "Charter", "charterer": "org:cn-trader", "time": "2018-06-01"},
    "list": {"type": "Designation", "authority": "org:un-1718-committee", "time": "2017-10-03"},
    "off": {"type": "Delisting", "authority": "org:un-1718-committee", "time": "2018-03-01"},
}
reports = st.tuples(
    st.just("report"),
    st.sampled_from("pq"),
    st.lists(
        st.tuples(st.sampled_from(sorted(EVENTS)), st.sampled_from(sorted(SHIPS))),
        max_size=3,
        unique=True,
    ),
)
editions = st.tuples(
    st.just("edition"),
    st.lists(
        st.sampled_from([f"GULL,{GULL}", f"Tern,{TERN}"]), min_size=1, max_size=2, unique=True
    ),
    st.sampled_from(["x,", ",x", "x,x"]),
)
decisions = st.tuples(
    st.just("decision"),
    st.sampled_from(sorted(SHIPS)),
    st.sampled_from([GULL, TERN]),
    st.sampled_from([SAME, DIFFERENT]),
)


def report(base: KnowledgeBase, folder: Path, name: str, chosen: list[tuple[str, str]]) -> None:
    """Adds a report, or replaces it, with some events of some ships."""
    made = []
    for event, ship in chosen:
        role = "designated" if event in ("list", "off") else "vessel"
        kind = "relation" if event == "hire" else "event"
        made.append({**EVENTS[event], "id": f"{kind}:{event}-{ship}", role: f"ship:{ship}"})
    entities = [{"id": f"ship:{k}", "type": "Ship", **v} for k, v in SHIPS.items()]
    path = given.report(folder, made, name=name, entities=entities)
    base.add(load(Request(path))[0])


def taken(base: KnowledgeBase, folder: Path, number: int, step: tuple[Any, ...]) -> None:
    """One step; a decision that the base refuses, such as one on what it does not have, changes nothing."""
    kind, *words = step
    if kind == "report":
        report(base, folder, *words)
    elif kind == "edition":
        lines, marks = words
        path = folder / f"ships-{number}.csv"
        rows = (f"{line},2017-0{n + 3}-01,{marks}\n" for n, line in enumerate(lines))
        path.write_text(HEADER + "".join(rows))
        wanted = Wanted(path, "un-1718-vessels", f"{2018 + number}-01-01", accept_shrink=True)
        load_list(base, wanted)
    else:
        ship, imo, judgement = words
        with suppress(KbError):
            decide(base, Judgement(f"ship:{ship}", f"ship:imo-{imo}", judgement, "A", "seen"))


@settings(max_examples=8, deadline=None)
@drawn(st.lists(st.one_of(reports, editions, decisions), min_size=2, max_size=6))
def test_what_stands_after_any_steps_is_what_judging_anew_gives(steps: list[tuple[Any, ...]]):
    with TemporaryDirectory() as place, KnowledgeBase.open("memory:") as base:
        for number, step in enumerate(steps):
            taken(base, Path(place), number, step)
            assert not any(made.gone or made.new for made in base.judging.portions()), step


def test_such_steps_do_lead_to_potential_breaches(tmp_path: Path):
    """So that the property is not true for want of anything to derive."""
    with KnowledgeBase.open("memory:") as base:
        report(base, tmp_path, "p", [("call", "heron"), ("call", "swift")])
        taken(base, tmp_path, 0, ("edition", [f"GULL,{GULL}"], "x,x"))
        assert any(base.store.match(None, TYPE, POTENTIAL_BREACH))
        before = len(list(base.store.match(None, TYPE, POTENTIAL_BREACH)))
        taken(base, tmp_path, 1, ("edition", [f"Tern,{TERN}"], "x,"))
        taken(base, tmp_path, 2, ("decision", "swift", TERN, SAME))
        assert len(list(base.store.match(None, TYPE, POTENTIAL_BREACH))) != before
