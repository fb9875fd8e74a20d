"""A damaged file of any format gives entries or a refusal that names the file, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadInput
from kb.lists.eu import EuFsf
from kb.lists.ftm import FtmEntities
from kb.lists.ftm_statements import FtmStatements
from kb.lists.model import KINDS, NAME_KINDS, Audit, Importer
from kb.lists.uk_csv import UkCsv
from kb.lists.uk_xml import UkXml
from kb.lists.un1718 import Vessels1718

FILES = Path(__file__).parent / "files"
SAMPLES: dict[str, Importer] = {
    "un1718.csv": Vessels1718(),
    "uk.xml": UkXml(),
    "uk.csv": UkCsv(),
    "eu.xml": EuFsf(),
    "ftm.json": FtmEntities(),
    "ftm_statements.csv": FtmStatements(),
}
shreds = st.binary(max_size=6) | st.sampled_from(
    [
        b'"',
        b"<",
        b"&#0;",
        b"\\ud800",
        b"{}",
        b"[]",
        b"null",
        b"\n",
        b",",
        b"]]>",
        b"<!ENTITY",
        b"99",
    ]
)
damages = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), shreds), min_size=1, max_size=4)


def damaged(data: bytes, damage: list[tuple[float, int, bytes]]) -> bytes:
    for where, length, shred in damage:
        start = int(where * len(data))
        data = data[:start] + shred + data[start + length :]
    return data


@pytest.mark.parametrize("name", sorted(SAMPLES))
@given(damage=damages)
def test_damage_ends_in_entries_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, name: str, damage: list[tuple[float, int, bytes]]
):
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(damaged((FILES / name).read_bytes(), damage))
    form, audit, told = SAMPLES[name], Audit(), str(path)
    form.recognises(path.read_bytes()[:65536], path)
    try:
        form.edition(path)
        for entry in form.entries(path, audit):
            assert entry.key
            assert entry.kind in KINDS
            assert {each.kind for each in entry.names} <= set(NAME_KINDS)
            repr(entry).encode()
    except BadInput as error:
        told = str(error)
    assert told.startswith(str(path))
    assert all(line.startswith(str(path)) for line in audit.oddities)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path, name: str):
    for path in (tmp_path, tmp_path / name):
        with pytest.raises(BadInput, match="cannot be read"):
            list(SAMPLES[name].entries(path, Audit()))
        with pytest.raises(BadInput, match="cannot be read"):
            SAMPLES[name].edition(path)
