"""What a module for one kind of file finds, and the rules of text that all kinds share."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.errors import BadInput
from kb.when import BadDate, parse

CHARACTERS = 20_000_000
"""No text that comes out of a file is longer: a small file can unpack to a huge one."""
FIELD = 500
"""Longest title, name or address that is kept, in characters."""

LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text may hold once its line ends are LF; lone surrogates and non-characters are among it."""
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].{0,40})?")


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file before it is cleaned, and what the file says of itself (see Document)."""

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def clean(text: str) -> tuple[str, list[str]]:
    """The text with LF line ends and without control characters, and notes on what was changed."""
    notes = []
    if "\r\n" in text:
        notes.append("Windows line ends (CRLF) were made LF.")
    if LINE_ENDS.search(text.replace("\r\n", "\n")):
        notes.append("Carriage returns, form feeds and other old line ends were made LF.")
    text = LINE_ENDS.sub("\n", text)
    text, dropped = CONTROLS.subn("", text)
    if dropped:
        notes.append(f"{dropped} control characters were dropped.")
    return text, notes


def paragraphs(parts: Iterable[str]) -> str:
    """The parts that are not blank, each stripped, apart by blank lines."""
    kept = (re.sub(r"\s*\n\s*\n\s*", "\n", part.strip()) for part in parts)
    text = "\n\n".join(part for part in kept if part)
    return text + "\n" if text else ""


def one_line(value: object) -> str:
    """A title or name as one line of at most FIELD characters; empty for what is no text."""
    if not isinstance(value, str):
        return ""
    return " ".join(CONTROLS.sub("", value[: 4 * FIELD]).split())[:FIELD].strip()


def day(value: object) -> str:
    """A date as EDTF: the day of a date-time, what is EDTF already; empty for all else."""
    text = one_line(value)
    match = DAY.fullmatch(text)
    try:
        return parse(match[1] if match else text).text
    except BadDate:
        return ""


def address(value: object) -> str:
    """A web address as it stands, empty for what is none."""
    text = one_line(value)
    whole = re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", text)
    return text if whole and len(text) < FIELD else ""


def tag(value: object) -> str:
    """A BCP 47 language tag as it stands (`en_GB` as `en-GB`), empty for what is none."""
    text = one_line(value).replace("_", "-")
    return text if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", text) else ""


def bounded(length: int, file: str) -> None:
    """Raises BadInput for a text longer than CHARACTERS."""
    if length > CHARACTERS:
        raise BadInput(
            f"{file} holds more than {CHARACTERS // 10**6} million characters of text. "
            "Split the file, and read its parts."
        )
