"""Literals: whether their text fits their datatype, and the days that EDTF dates can mean."""

import re
from collections.abc import Callable
from datetime import date

from pyoxigraph import Literal, NamedNode, Triple

from kb import when
from kb.namespaces import KB, PREFIXES, XSD
from kb.report.identity import malformed

EDTF = PREFIXES["edtf"] + "EDTF"
DATE = NamedNode(XSD + "date")
BOUNDED = (KB + "time", KB + "said", KB + "published")
"""Properties with a date; each has an `…Earliest` and a `…Latest` beside it."""

DECIMAL = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})")
INTEGER = re.compile(r"[+-]?\d{1,18}")
YEAR = re.compile(r"\d{4}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?")
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]{1,2000}")
PERIOD = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?")


def complaint(literal: Literal) -> str | None:
    """What is wrong with the text of a literal for its datatype, with the remedy; None if nothing."""
    kind, text = literal.datatype.value, literal.value
    if kind == EDTF:
        try:
            when.parse(text)
        except when.BadDate as error:
            return str(error)
        return None
    check = CHECKS.get(kind)
    return None if check is None or check[0](text) else f"{text!r} is not {check[1]}."


def bounds(triple: Triple) -> list[Triple]:
    """The earliest and latest day of a dated property, as triples on the same subject."""
    prop, value = triple.predicate.value, triple.object
    if prop not in BOUNDED or not isinstance(value, Literal):
        return []
    try:
        span = when.parse(value.value)
    except when.BadDate:
        return []
    ends = (("Earliest", span.earliest), ("Latest", span.latest))
    return [
        Triple(triple.subject, NamedNode(prop + name), Literal(day.isoformat(), datatype=DATE))
        for name, day in ends
        if day is not None
    ]


def _address(text: str) -> bool:
    return bool(ADDRESS.fullmatch(text)) and malformed(text, text) is None


def _day(text: str) -> bool:
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


CHECKS: dict[str, tuple[Callable[[str], object], str]] = {
    XSD + "integer": (INTEGER.fullmatch, "a whole number; write it with digits only"),
    XSD + "decimal": (DECIMAL.fullmatch, "a number; write it with digits and one point"),
    XSD + "boolean": (("true", "false").__contains__, "true or false; write one of the two"),
    XSD + "date": (_day, "a day of the calendar; write it as 2023-10-18"),
    XSD + "dateTime": (CLOCK.fullmatch, "a date with a time; write it as 2023-10-18T09:30:00Z"),
    XSD + "gYear": (YEAR.fullmatch, "a year; write it with four digits"),
    XSD + "anyURI": (
        _address,
        "a web address of visible characters; write it from http:// or https:// on",
    ),
    XSD + "duration": (PERIOD.fullmatch, "a period; write it as P1Y, P6M or P30D"),
}
