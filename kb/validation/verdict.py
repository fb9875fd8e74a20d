"""The verdict on one or more reports, written for people, editors and CI systems."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from kb import __version__
from kb.errors import Problem
from kb.validation.finding import Finding, Severity, counts, ordered

LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
GITHUB = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was checked: what is wrong with reading it, or what it breaks, and its claims.

    `problems` are reasons why the file could not be read at all; then nothing else is known.
    """

    file: str
    reports: tuple[str, ...] = ()
    claims: int = 0
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    def fails(self, threshold: Severity) -> bool:
        """Whether the file could not be read or has a finding as bad as the threshold."""
        return bool(self.problems) or any(f.severity >= threshold for f in self.findings)


def text(files: Sequence[Checked], threshold: Severity) -> str:
    """The verdict in words: findings by place, then one line a file, then the counts."""
    lines: list[str] = []
    for checked in files:
        lines += [f"{problem}" for problem in checked.problems]
        for finding in ordered(checked.findings):
            place = finding.place or checked.file
            lines.append(f"{place}: {finding.severity.word}: {finding.message} [{finding.rule}]")
        lines += [f"{checked.file}: note: {note}" for note in checked.notes]
        lines.append(_verdict(checked, threshold))
    if len(files) > 1:
        bad = sum(checked.fails(threshold) for checked in files)
        lines.append(f"{len(files)} files: {len(files) - bad} valid, {bad} not. {_tally(files)}.")
    return "\n".join(lines) + "\n"


def _verdict(checked: Checked, threshold: Severity) -> str:
    if checked.problems:
        number = len(checked.problems)
        return f"{checked.file}: cannot be read, {number} problem{'s' * (number != 1)}."
    word = "NOT valid" if checked.fails(threshold) else "valid"
    return f"{checked.file}: {word}. {_count(checked.claims, 'claim')}, {_tally([checked])}."


def _tally(files: Sequence[Checked]) -> str:
    tally = counts(finding for checked in files for finding in checked.findings)
    words = {Severity.VIOLATION: "violation", Severity.WARNING: "warning", Severity.INFO: "remark"}
    return ", ".join(_count(number, words[severity]) for severity, number in tally.items())


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'s' * (number != 1)}"


def as_json(files: Sequence[Checked], threshold: Severity) -> str:
    """The verdict as one JSON object."""
    return (
        json.dumps(
            {
                "valid": not any(checked.fails(threshold) for checked in files),
                "failOn": threshold.word,
                "files": [_file(checked, threshold) for checked in files],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _file(checked: Checked, threshold: Severity) -> dict[str, object]:
    return {
        "file": checked.file,
        "valid": not checked.fails(threshold),
        "reports": list(checked.reports),
        "claims": checked.claims,
        "problems": [
            {"line": p.line, "column": p.column, "message": p.message, "remedy": p.remedy}
            for p in checked.problems
        ],
        "findings": [
            {
                "rule": f.rule,
                "severity": f.severity.word,
                "line": f.line,
                "column": f.column,
                "focus": f.focus,
                "path": f.path,
                "value": f.value,
                "message": f.message,
            }
            for f in ordered(checked.findings)
        ],
        "notes": list(checked.notes),
    }


def sarif(files: Sequence[Checked], threshold: Severity) -> str:
    """The verdict as SARIF 2.1.0, for code-scanning views."""
    results = [_result(*item) for checked in files for item in _items(checked)]
    rules = sorted({(f.rule, f.shape) for checked in files for f in checked.findings})
    driver = {
        "name": "sanctions-kb",
        "version": __version__,
        "rules": [{"id": "unreadable"}] + [{"id": rule, "helpUri": shape} for rule, shape in rules],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    whole = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


Item = tuple[str, str, Severity, str, int, int, str]


def _items(checked: Checked) -> list[Item]:
    """(file, rule, severity, message, line, column, focus) for every problem and finding of a file."""
    unread: list[Item] = [
        (
            p.file,
            "unreadable",
            Severity.VIOLATION,
            f"{p.message} {p.remedy}".strip(),
            p.line,
            p.column,
            "",
        )
        for p in checked.problems
    ]
    return unread + [
        (checked.file, f.rule, f.severity, f.message, f.line, f.column, f.focus)
        for f in ordered(checked.findings)
    ]


def _result(
    file: str, rule: str, severity: Severity, message: str, line: int, column: int, focus: str
) -> dict[str, object]:
    region = {"startLine": max(line, 1), "startColumn": max(column, 1)}
    return {
        "ruleId": rule,
        "level": LEVELS[severity],
        "message": {"text": message},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": file}, "region": region}},
        ],
        "partialFingerprints": {"ruleAndFocus/v1": f"{rule} {focus}".strip()},
    }


def junit(files: Sequence[Checked], threshold: Severity) -> str:
    """The verdict as JUnit XML: one test case a file, a failure for each rule that it breaks."""
    cases = []
    for checked in files:
        items = [item for item in _items(checked) if item[2] >= threshold]
        failures = "".join(
            f"<failure type={quoteattr(rule)} message={quoteattr(_lines(group)[0])}>"
            f"{escape(chr(10).join(_lines(group)))}</failure>"
            for rule, group in _by_rule(items)
        )
        cases.append(
            f'  <testcase classname="report" name={quoteattr(checked.file)}>{failures}</testcase>'
        )
    failed = sum(checked.fails(threshold) for checked in files)
    head = f'<testsuite name="sanctions-kb" tests="{len(files)}" failures="{failed}">'
    return (
        "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>"]) + "\n"
    )


def _by_rule(items: list[Item]) -> list[tuple[str, list[Item]]]:
    chosen = sorted(items, key=lambda item: item[1])
    return [(rule, list(group)) for rule, group in groupby(chosen, key=lambda item: item[1])]


def _lines(items: Sequence[Item]) -> list[str]:
    return [f"{file}:{line}:{column}: {message}" for file, _, _, message, line, column, _ in items]


def github(files: Sequence[Checked], threshold: Severity) -> str:
    """The verdict as workflow commands, which a code host shows beside the lines."""
    lines = []
    for checked in files:
        for file, rule, severity, message, line, column, _ in _items(checked):
            place = f"file={_property(file)},line={max(line, 1)},col={max(column, 1)},title={_property(rule)}"
            lines.append(f"::{GITHUB[severity]} {place}::{_command(message)}")
    return "".join(f"{line}\n" for line in lines)


def _command(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _command(value).replace(":", "%3A").replace(",", "%2C")


def turtle(files: Sequence[Checked], threshold: Severity) -> str:
    """The verdict as a SHACL validation report; raises nothing, but says nothing of unreadable files."""
    from kb.validation.shacl import (
        as_graph,
    )  # rdflib is slow to load: only who asks for Turtle pays

    found = as_graph(f for checked in files for f in ordered(checked.findings))
    return found.serialize(format="longturtle")


FORMATS: dict[str, Callable[[Sequence[Checked], Severity], str]] = {
    "text": text,
    "json": as_json,
    "turtle": turtle,
    "sarif": sarif,
    "junit": junit,
    "github": github,
}
"""How a verdict can be written."""
