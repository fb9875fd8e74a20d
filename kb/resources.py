"""Where the ontology, shapes, queries and examples live: beside kb/ in a checkout, inside it in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
PACKAGED = PACKAGE / "_resources"
ROOT = PACKAGED if PACKAGED.is_dir() else PACKAGE.parent

ONTOLOGY = ROOT / "ontology"
SHAPES = ROOT / "shapes"
QUERIES = ROOT / "queries"
EXAMPLES = ROOT / "examples"
CONTEXT = ONTOLOGY / "context.jsonld"
