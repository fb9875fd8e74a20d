"""Imports point down the layers, modules stay small, and the doors are the only place for click."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kb"
LAYERS = (
    ("errors", "resources", "settings"),
    ("namespaces", "terms", "when"),
    ("vocabulary",),
    ("report",),
    ("documents", "store"),
    (
        "assess",
        "evaluation",
        "export",
        "extract",
        "judge",
        "lists",
        "matching",
        "ports",
        "questions",
        "review",
        "validation",
    ),
    ("desk", "reference"),
    ("cli", "web", "__main__"),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
SKILLS = LAYERS[5]
MODULES = sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "kb":
            parts = (node.module or "").split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("kb.")}
    return found - {"__version__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path):
    own = part(path)
    if own == "__init__":
        return
    for name in imported(path):
        assert RANK[name] <= RANK[own], f"{own} imports {name}"
        assert not (own in SKILLS and name in SKILLS and name != own), f"{own} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_and_functions_are_small(path: Path):
    text = path.read_text()
    assert len(text.splitlines()) < 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


def test_only_the_doors_know_click_and_only_validation_knows_pyshacl():
    for path in MODULES:
        text = path.read_text()
        if part(path) != "cli":
            assert "import click" not in text, path
        if part(path) != "validation":
            assert "import pyshacl" not in text, path
