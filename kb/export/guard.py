"""The check that nothing alleged leaves as plain fact: queries/checks/ run on what is about to leave."""

import re
from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox
from pyoxigraph import NamedNode, Triple

from kb.errors import NakedAllegation
from kb.namespaces import PREFIXES, RDFS
from kb.report.names import compact
from kb.resources import ONTOLOGY, QUERIES
from kb.vocabulary import DOMAIN, statements

HEADER = re.compile(r"^#\+ (\w+): *(.*)$", re.MULTILINE)
NEEDED = (RDFS + "subClassOf", DOMAIN)


def guard(triples: Iterable[Triple]) -> None:
    """Raises NakedAllegation, with the first few things, where triples break one of the checks."""
    bench = ox.Store()
    bench.extend(ox.Quad(t.subject, t.predicate, t.object) for t in (*triples, *_classes()))
    for name, sparql in _checks():
        found = bench.query(sparql, prefixes=PREFIXES)
        assert isinstance(found, ox.QuerySolutions)
        things = [row["thing"] for row in found]
        if things:
            raise NakedAllegation(_complaint(name, sparql, things))


def _complaint(name: str, sparql: str, things: list[object]) -> str:
    header = dict(HEADER.findall(sparql))
    shown = [
        compact(each.value, "") if isinstance(each, NamedNode) else str(each) for each in things
    ]
    more = f" and {len(shown) - 3} more" if len(shown) > 3 else ""
    return (
        f"Nothing was written, because of {', '.join(shown[:3])}{more}. {header['problem']} "
        f"{header['remedy']} [{name}]"
    )


@cache
def _checks() -> list[tuple[str, str]]:
    paths = sorted((QUERIES / "checks").glob("*.rq"))
    return [(path.stem, path.read_text(encoding="utf-8")) for path in paths]


@cache
def _classes() -> list[Triple]:
    return [t for t in statements(ONTOLOGY, "*.ttl") if t.predicate.value in NEEDED]
