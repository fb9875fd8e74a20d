"""Identifiers in prose: IMO numbers, MMSI, call signs, container numbers, UN resolutions, paragraphs.

A number that fails its check digit is a mention with a note, and has no value: it is never used as an
identifier. Patterns are linear in the length of the text.
"""

import re
from collections.abc import Collection, Iterator

from kb.extract.mention import Mention, pattern

IMO = pattern(
    r"\bIMO(?:[ -]?(?:ship|vessel|company))?(?: identification)?(?:[ -]?(?:numbers?|nos?\.?|#))?[ :#)-]{0,3}"
    r"(?P<numbers>\d{5,9}(?:(?:, and |, | and | & |; )\d{7})*)",
    re.IGNORECASE,
)
SEVEN = re.compile(r"(?<![\w.,$€£/+-])[5-9]\d{6}(?![\w/-]|[.,]\d)")
NAME_BEFORE = re.compile(r"[A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,4}[”\"’']?(?: \(|, )$")
SENTENCE = re.compile(r"[.!?]\s|\n\s*\n")
CELL = re.compile(r"(?:^|\n|\t|[|;])[ ]*$")
MMSI = pattern(r"\bMMSI(?: (?:numbers?|nos?\.?))?[ :#]{0,2}(?P<number>\d{6,12})\b", re.IGNORECASE)
CALL_SIGN = pattern(r"\bcall ?sign[ :]{1,2}(?P<sign>[A-Z0-9]{3,8})\b", re.IGNORECASE)
CONTAINER = pattern(r"\b(?P<number>[A-Z]{3}[UJZ][ -]?\d{6}[ -]?\d)\b")
RESOLUTION = pattern(
    r"\b(?:(?:UN|U\.N\.|United Nations|Security Council|UNSC)(?: Security Council)? )?"
    r"(?:[Rr]esolutions?|UNSCRs?|S/RES/)(?: ?(?:nos?\.?|numbers?))?[ ]?"
    r"(?P<numbers>\d{3,4}(?: ?\(\d{4}\))?(?:(?:, and |, | and | or | & |; )\d{3,4}(?: ?\(\d{4}\))?)*)"
)
ONE_RESOLUTION = pattern(r"(?P<number>\d{3,4})(?: ?\((?P<year>\d{4})\))?")
PARAGRAPH = pattern(
    r"\b(?:operative )?(?:paragraphs?|paras?\.?|OPs?) (?P<numbers>\d{1,3}(?: ?\([a-z]{1,4}\)){0,2}"
    r"(?:(?:, and |, | and | or |; )\d{1,3}(?: ?\([a-z]{1,4}\)){0,2})*)",
    re.IGNORECASE,
)
ONE_PARAGRAPH = pattern(r"\d{1,3}(?: ?\([a-z]{1,4}\)){0,2}")
LETTERS = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ"
"""ISO 6346: the value of a character is its place here."""
YEARS = range(1946, 2100)


def identifiers(text: str) -> Iterator[Mention]:
    """All identifiers in a text, in no particular order."""
    marked = list(_imo(text))
    yield from marked
    yield from _unmarked(text, {mention.start for mention in marked})
    yield from _mmsi(text)
    yield from _containers(text)
    yield from _resolutions(text)
    for match in CALL_SIGN.finditer(text):
        yield _mention(match, "sign", "call-sign", match["sign"].upper(), "N-call-sign")
    for match in PARAGRAPH.finditer(text):
        for one in ONE_PARAGRAPH.finditer(text, match.start("numbers"), match.end("numbers")):
            value = re.sub(r"\s", "", one[0])
            yield Mention(*one.span(), one[0], "paragraph", value, "N-paragraph")


def ship_number(number: str) -> bool:
    """Whether seven digits are an IMO ship number: the weights are 7 to 2 (IMO resolution A.1117(30))."""
    if not re.fullmatch(r"[0-9]{7}", number) or number == "0000000":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False))
    return total % 10 == int(number[6])


def company_number(number: str) -> bool:
    """Whether seven digits are an IMO company number: weights 8, 6, 4, 2, 9, 7, modulo 11."""
    if not re.fullmatch(r"[0-9]{7}", number) or number == "0000000":
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(number, (8, 6, 4, 2, 9, 7), strict=False)
    )
    return (11 - total % 11) % 10 == int(number[6])


def container_number(number: str) -> bool:
    """Whether eleven characters are a container number with its check digit (ISO 6346)."""
    if not re.fullmatch(r"[A-Z]{3}[UJZ][0-9]{7}", number):
        return False
    total = sum(LETTERS.index(sign) * 2**place for place, sign in enumerate(number[:10]))
    return bool(total % 11 % 10 == int(number[10]))


def _imo(text: str) -> Iterator[Mention]:
    for match in IMO.finditer(text):
        company = "company" in match[0].lower()
        for one in re.finditer(r"\d+", match["numbers"]):
            start = match.start("numbers") + one.start()
            yield _one_imo(start, one[0], company=company)


def _unmarked(text: str, marked: Collection[int]) -> Iterator[Mention]:
    """Numbers that stand as ships' do without "IMO" beside: in a sentence that speaks of IMO numbers, or, with the
    right check digit, in brackets behind a name or in a cell of a table.
    """
    for match in SEVEN.finditer(text):
        if match.start() in marked:
            continue
        before = text[max(0, match.start() - 160) : match.start()]
        told = "IMO" in SENTENCE.split(before)[-1]
        if not ship_number(match[0]):
            if told:
                yield _one_imo(match.start(), match[0], company=False)
            continue
        if told or NAME_BEFORE.search(before) or (CELL.search(before) and "IMO" in text):
            yield Mention(*match.span(), match[0], "imo-number", match[0], "N-imo-bare")


def _one_imo(start: int, number: str, *, company: bool) -> Mention:
    """A ship's number, or a company's where the text or the check digit says so."""
    company = company or (company_number(number) and not ship_number(number))
    kind = "imo-company-number" if company else "imo-number"
    right = company_number(number) if company else ship_number(number)
    wrong = "fails its check digit" if len(number) == 7 else "has not seven digits"
    return Mention(
        start,
        start + len(number),
        number,
        kind,
        number if right else "",
        "N-imo",
        "" if right else wrong,
    )


def _mmsi(text: str) -> Iterator[Mention]:
    for match in MMSI.finditer(text):
        number = match["number"]
        right = re.fullmatch(r"[2-7][0-9]{8}", number) is not None
        note = "" if right else "no ship has such an MMSI: nine digits, the first from 2 to 7"
        yield _mention(match, "number", "mmsi", number if right else "", "N-mmsi", note)


def _containers(text: str) -> Iterator[Mention]:
    for match in CONTAINER.finditer(text):
        number = re.sub(r"[\s-]", "", match["number"])
        right = container_number(number)
        note = "" if right else "fails its check digit"
        value = number if right else ""
        yield _mention(match, "number", "container-number", value, "N-container", note)


def _resolutions(text: str) -> Iterator[Mention]:
    for match in RESOLUTION.finditer(text):
        for one in ONE_RESOLUTION.finditer(text, match.start("numbers"), match.end("numbers")):
            number, year = one["number"], one["year"]
            right = year is None or int(year) in YEARS
            note = "" if right else "the year in brackets is none of a resolution"
            value = f"resolution:{number}" if right else ""
            yield Mention(*one.span(), one[0], "resolution", value, "N-resolution", note)


def _mention(
    match: re.Match[str], group: str, kind: str, value: str, rule: str, note: str = ""
) -> Mention:
    return Mention(*match.span(group), match[group], kind, value, rule, note)
