"""A program of the user's as an extractor."""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from kb.documents.model import Document
from kb.errors import BadInput
from kb.extract.identifiers import identifiers
from kb.extract.plugins.program import Program
from kb.extract.plugins.registry import extractor, refused
from kb.vocabulary import vocabulary
from tests.extract.plugins.conftest import quotes, through_gate

CLAIM = {"quote": "transferred diesel to the freighter Halcyon Reach", "stance": "asserts"}


def program(tmp_path: Path, body: str, **limits: float) -> Program:
    script = tmp_path / "mine.py"
    script.write_text(body)
    return Program(f"'{sys.executable}' '{script}'", **limits)  # type: ignore[arg-type]


def test_what_a_program_prints_passes_the_gate_only_where_the_text_has_it(
    tmp_path: Path, article: Document
) -> None:
    false = CLAIM | {"quote": "transferred weapons to the freighter Halcyon Reach"}
    made = program(tmp_path, f"print({json.dumps(CLAIM)!r})\nprint({json.dumps(false)!r})")
    passed, bad = through_gate(article.text, made.extract(article, []))
    assert quotes(article.text, passed) == [CLAIM["quote"]]
    assert [each.because for each in bad] == ["The quote is not in the text."]
    assert passed[0].rule == made.name


def test_a_program_reads_the_document_and_its_mentions(tmp_path: Path) -> None:
    document = Document("IMO 9319466 sailed — ok.", "text", "x.txt", "", "T", "P", "2023", "en")
    named = list(identifiers(document.text))
    seen = tmp_path / "seen.json"
    made = program(tmp_path, f"import sys; open({str(seen)!r}, 'w').write(sys.stdin.read())")
    assert list(made.extract(document, named)) == []
    asked = seen.read_text()
    assert asked.count("\n") == 1
    assert json.loads(asked) == {
        "version": 1,
        "text": document.text,
        "title": "T",
        "published": "2023",
        "language": "en",
        "publisher": "P",
        "mentions": [
            {"start": m.start, "end": m.end, "text": m.text, "kind": m.kind, "value": m.value}
            for m in named
        ],
    }


def test_bad_lines_are_kept_with_their_reason_for_this_document_only(
    tmp_path: Path, article: Document
) -> None:
    made = program(tmp_path, f"print('oops')\nprint({json.dumps(CLAIM)!r})\nprint('[1]')")
    for _ in range(2):
        assert len(list(made.extract(article, []))) == 1
        assert [each.words for each in refused([made])] == ["oops", "[1]"]


def test_a_crash_tells_the_last_line_of_its_errors(tmp_path: Path, article: Document) -> None:
    made = program(tmp_path, "raise SystemError('no \x1b[31mdictionary')")
    with pytest.raises(BadInput, match=r"cmd:.* ended with exit code 1: SystemError: no"):
        list(made.extract(article, []))


def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, article: Document
) -> None:
    pids = tmp_path / "pids"
    body = (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(pids)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(60)"
    )
    made = program(tmp_path, body, seconds=1.5)
    with pytest.raises(BadInput, match=r"longer than 1\.5 seconds and was ended"):
        list(made.extract(article, []))
    until = time.monotonic() + 10
    started = [int(pid) for pid in pids.read_text().split()]
    while any(map(running, started)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(running, started))


def running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z")


def test_too_much_output_ends_a_program(tmp_path: Path, article: Document) -> None:
    made = program(tmp_path, "while True: print('x' * 1000)", output_bytes=100_000)
    with pytest.raises(BadInput, match="more than 100,000 bytes"):
        list(made.extract(article, []))


def test_much_on_standard_error_neither_blocks_nor_counts(
    tmp_path: Path, article: Document
) -> None:
    made = program(
        tmp_path, f"import sys\nsys.stderr.write('x' * 2_000_000)\nprint({json.dumps(CLAIM)!r})"
    )
    assert len(list(made.extract(article, []))) == 1


def test_a_program_that_reads_nothing_is_fine(tmp_path: Path) -> None:
    big = Document("word " * 200_000, "text", "big.txt", "")
    assert list(program(tmp_path, "pass").extract(big, [])) == []


def test_no_shell_sees_the_command(tmp_path: Path, article: Document) -> None:
    script = tmp_path / "mine.py"
    script.write_text("import sys; sys.exit(repr(sys.argv[1:]))")
    made = Program(f"'{sys.executable}' '{script}' '$HOME; touch x' \"a b\"")
    with pytest.raises(BadInput, match=r"\['\$HOME; touch x', 'a b'\]"):
        list(made.extract(article, []))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("cmd:no-such-program-here --x", "no program 'no-such-program-here'"),
        ("cmd:", "names no program"),
        ("cmd:mine 'open", "Close the quotation marks"),
    ],
)
def test_a_command_that_cannot_run_is_told_at_once(command: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        extractor(command, vocabulary())


def test_the_version_changes_with_the_script(tmp_path: Path) -> None:
    first = program(tmp_path, "pass").version
    assert program(tmp_path, "pass").version == first
    assert program(tmp_path, "pass # more").version != first
