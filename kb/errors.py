"""Everything that can go wrong, as one tree.

    KbError                  the base: exit code 2, HTTP status 400
    +-- BadInput             a file or an argument that cannot be read as what it should be
    |   +-- BadReport        a report file: carries every problem with its place
    |   +-- BadQuery         a query that is refused or does not parse
    |   +-- UnknownName      no such question, entity, report: carries near matches
    +-- Refused              the answer is "no": exit code 1
    |   +-- NakedAllegation  what is about to leave would show an allegation as plain fact
    +-- StoreError           the store cannot serve: exit code 3
    |   +-- StoreInUse       another process holds the store
    |   +-- StoreTooNew      made by a newer version
    +-- QueryStopped         a limit (time, memory, engine crash) ended the query: exit code 3

Every message says what is wrong and how to mend it. `exit_code` and `status` are
plain class attributes, read by the doors (`kb.cli` and, later, the web).
"""

from collections.abc import Sequence
from dataclasses import dataclass


class KbError(Exception):
    """Any failure that a user can be told about; never a bug of ours."""

    exit_code = 2
    status = 400


class BadInput(KbError):
    """A file or an argument that cannot be read as what it should be."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place of a file; `line` and `column` count from 1, 0 is unknown."""

    file: str
    line: int
    column: int
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message}" + (f" {self.remedy}" if self.remedy else "")


class BadReport(BadInput):
    """A report file that cannot become claims; `problems` are in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class BadQuery(BadInput):
    """A SPARQL query that is refused or does not parse."""


class UnknownName(BadInput):
    """No question, entity or report has this name."""

    status = 404


class Refused(KbError):
    """The request was understood and the answer is no (shapes violated, a check found rows)."""

    exit_code = 1
    status = 409


class NakedAllegation(Refused):
    """An export that would show something alleged as plain fact."""


class StoreError(KbError):
    """The store cannot be opened, read or written."""

    exit_code = 3
    status = 503


class StoreInUse(StoreError):
    """Another process is writing to the store."""


class StoreTooNew(StoreError):
    """The store was made by a newer version of this program."""


class QueryStopped(KbError):
    """A query was ended by a limit or took the engine down with it; the store is unharmed."""

    exit_code = 3
    status = 504
