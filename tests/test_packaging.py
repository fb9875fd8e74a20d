"""What is shipped: wheel and sdist hold the ontology, shapes, queries and examples."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("ontology", "shapes", "queries", "examples")

pytest.importorskip("build", reason="packages are built where the dev extra is installed")
pytest.importorskip("hatchling", reason="packages are built where the dev extra is installed")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return out


def resources() -> set[str]:
    """All files that the program reads at run time."""
    kinds = {".ttl", ".rq", ".jsonld", ".yaml", ".txt"}
    return {
        path.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.suffix in kinds
    }


def test_the_wheel_holds_every_resource_and_the_marker_of_types(built: Path) -> None:
    names = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    assert {f"kb/_resources/{name}" for name in resources()} <= names
    assert {"kb/py.typed", "kb/cli/__init__.py"} <= names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]
    licences = {name.rpartition("/")[2] for name in names if "/licenses/" in name}
    assert {"LICENSE", "LICENSE-DATA", "NOTICE"} <= licences


def test_the_sdist_holds_every_resource_and_the_tests(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert resources() <= names
    assert {"tests/test_packaging.py", "docs/model.md", "README.md"} <= names
