"""The commands that need no store: `kb schema` and `kb convert`."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from kb.cli import COMMANDS, main

ROOT = Path(__file__).parent.parent


def run(*arguments: str, stdin: str | None = None):
    return CliRunner().invoke(main, list(arguments), input=stdin)


def test_help_lists_every_command():
    found = run("--help")
    assert found.exit_code == 0
    assert all(name in found.output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_the_table_agrees(name: str):
    command = main.get_command(None, name)
    assert command is not None
    assert command.short_help == COMMANDS[name]
    assert run(name, "--help").exit_code == 0


def test_the_schema_is_valid_and_accepts_the_example():
    schema = json.loads(run("schema").output)
    jsonschema.Draft202012Validator.check_schema(schema)
    text = run("schema", "--example").output
    example = json.loads(json.dumps(yaml.safe_load(text), default=str))
    assert not list(jsonschema.Draft202012Validator(schema).iter_errors(example))


def test_the_schema_refuses_an_unknown_key_and_a_wrong_stance():
    schema = jsonschema.Draft202012Validator(json.loads(run("schema").output))
    assert list(schema.iter_errors({"id": "report:x", "titel": "x"}))
    assert list(schema.iter_errors({"id": "report:x", "claims": [{"stance": "denys"}]}))


@pytest.mark.parametrize("target", ["yaml", "jsonld", "turtle", "trig"])
def test_the_example_converts_to_every_format_and_back(tmp_path: Path, target: str):
    example = tmp_path / "example.yaml"
    example.write_text(run("schema", "--example").output)
    made = tmp_path / f"made.{ {'jsonld': 'json', 'turtle': 'ttl'}.get(target, target) }"
    assert run("convert", str(example), "--to", target, "-o", str(made)).exit_code == 0
    assert run("convert", str(made)).output == run("convert", str(example)).output


def test_a_bad_file_gives_a_message_with_its_place_and_exit_2(tmp_path: Path):
    path = tmp_path / "bad.yaml"
    path.write_text("id: report:x\nclaims:\n  - stance: denys\n")
    found = run("convert", str(path))
    assert found.exit_code == 2
    assert f"{path}:3:13: 'denys' is no stance" in found.output
    assert "Traceback" not in found.output


def test_standard_input_is_read():
    example = run("schema", "--example").output
    assert run("convert", "-", stdin=example).exit_code == 0


def test_an_output_that_cannot_be_written_leaves_nothing(tmp_path: Path):
    found = run("schema", "-o", str(tmp_path / "none" / "x.json"))
    assert found.exit_code == 2
    assert "cannot be written" in found.output


def typed(command: str, **streams: int) -> subprocess.Popen[bytes]:
    """A command in a process of its own, where standard output is a real file."""
    words = [sys.executable, "-m", "kb", *command.split()]
    return subprocess.Popen(words, cwd=ROOT, stderr=subprocess.PIPE, **streams)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("command", ["questions", "schema", "--help"])
def test_a_full_disk_under_standard_output_is_told_in_one_line(command: str):
    with Path("/dev/full").open("wb") as full, typed(command, stdout=full.fileno()) as process:
        _, said = process.communicate()
    assert process.returncode == 3
    assert said.decode().splitlines() == [
        "Error: standard output cannot be written: No space left on device."
    ]


@pytest.mark.parametrize("command", ["questions", "schema --terms"])
def test_a_reader_that_goes_away_is_no_error_to_tell(command: str):
    with typed(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
