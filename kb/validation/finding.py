"""What validation finds: one constraint broken by one thing, with its place in the file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from kb.namespaces import SHAPES
from kb.report.model import Report


class Severity(IntEnum):
    """How bad a finding is; higher is worse."""

    INFO = 1
    WARNING = 2
    VIOLATION = 3

    @property
    def word(self) -> str:
        """The severity in lower case."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """A constraint that a focus node breaks.

    `shape` is the IRI of the constraint, `path` the property (IRI) it looks at, `value` the offending
    value as text; `file`, `line` and `column` (from 1, 0 unknown) say where that stands.
    """

    shape: str
    severity: Severity
    message: str
    focus: str
    path: str | None = None
    value: str | None = None
    file: str = ""
    line: int = 0
    column: int = 0

    @property
    def rule(self) -> str:
        """The local name of the constraint, such as `Claim-claimant`."""
        return self.shape.removeprefix(SHAPES)

    @property
    def place(self) -> str:
        """`file:line:column`, as far as known."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the file, the worst first at one place."""
    return sorted(
        set(findings),
        key=lambda f: (
            f.file,
            f.line,
            f.column,
            -f.severity,
            f.rule,
            f.focus,
            f.path or "",
            f.value or "",
        ),
    )


def placed(findings: Iterable[Finding], report: Report) -> list[Finding]:
    """The findings with the places at which their focus, or its property, stands in the report."""
    found = []
    for finding in findings:
        place = report.places.find(finding.focus, finding.path)
        line, column = (place.line, place.column) if place else (0, 0)
        found.append(replace(finding, file=report.file, line=line, column=column))
    return ordered(found)


def counts(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """How many findings there are of each severity, the worst first."""
    tally = dict.fromkeys(sorted(Severity, reverse=True), 0)
    for finding in findings:
        tally[finding.severity] += 1
    return tally
