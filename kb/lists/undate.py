"""Dates of the UN list as EDTF: exact days, years, about a year, between two years."""

import re
from pathlib import Path

from kb.lists.model import Audit
from kb.lists.xmlread import Node
from kb.when import BadDate, parse

DAY = re.compile(
    r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:Z|[+-]\d{2}:\d{2}|T[\d:.]{1,15}(?:Z|[+-]\d{2}:\d{2})?)?"
)
"""A year, month or day; a time zone says only where the publisher's computer stood."""


class Dates:
    """Reads the dates of one file; what is no date is told with its place and left out."""

    def __init__(self, path: Path, audit: Audit) -> None:
        self.path = path
        self.audit = audit
        self.line = 0

    def day(self, text: str, what: str) -> str:
        """A date as EDTF; "" if there is none or it is none."""
        found = DAY.fullmatch(text)
        return self._checked(found[1] if found else text, what)

    def birth(self, node: Node) -> str:
        """An exact, approximate or bounded date of birth as EDTF; "" if there is none."""
        kind = node.text("TYPE_OF_DATE")
        first, last = node.text("FROM_YEAR"), node.text("TO_YEAR")
        if first or last:
            return self._checked(f"{first or '..'}/{last or '..'}", "date of birth")
        value = self.day(node.text("DATE") or node.text("YEAR"), "date of birth")
        if node.text("DATE") and node.text("YEAR") not in ("", node.text("DATE")[:4]):
            self._odd(f"the year {node.text('YEAR')} is not that of the date {node.text('DATE')}")
        about = kind.upper().startswith("APPROX")
        if kind.upper() not in ("", "EXACT", "BETWEEN") and not about:
            self._odd(f"{kind!r} is no known kind of date; the date is taken as it stands")
        return f"{value}~" if value and about else value

    def _checked(self, text: str, what: str) -> str:
        try:
            return parse(text).text if text else ""
        except BadDate:
            self._odd(f"the {what} {text!r} is no date; it is left out")
            return ""

    def _odd(self, sentence: str) -> None:
        self.audit.odd(f"{self.path}:{self.line}: {sentence}.")
