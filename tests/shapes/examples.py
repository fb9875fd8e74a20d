"""The example files of the shapes: each with the background that it stands on."""

import re
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kb.validation.shacl import terminology
from kb.vocabulary import vocabulary

HERE = Path(__file__).parent
VALID = sorted(HERE.glob("*/valid*.ttl"))
INVALID = sorted(HERE.glob("*/invalid-*.ttl"))


def name(path: Path) -> str:
    """The example's name as pytest shows it."""
    return f"{path.parent.name}/{path.stem}"


def triples(path: Path) -> list[Triple]:
    """The triples of one Turtle file."""
    found = parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True)
    return [quad.triple for quad in found]


@cache
def background() -> tuple[Triple, ...]:
    """The ontology's part that constraints need, and the common report."""
    return (*terminology(vocabulary()), *triples(HERE / "common.ttl"))


def described(example: list[Triple]) -> set[str]:
    """The things that an example describes."""
    return {t.subject.value for t in example if isinstance(t.subject, NamedNode)}


def expected(path: Path) -> set[str]:
    """The constraints that the first line of an invalid example names."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# violates: "), path
    return set(re.findall(r"kbsh:([A-Za-z0-9-]+)", first))
