"""Dates and periods in prose, resolved to EDTF against the day of the report, as precise as they are said.

A month stays a month and a week a week; no day is invented. What cannot be resolved (no day to reckon
from, "a month after") is a mention without a value. The past is meant unless the words say otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kb import when
from kb.extract.daterules import RULES, TRIGGER, Rule
from kb.extract.datevalues import MONTH, YEAR, Day, NoDay, Unclear
from kb.extract.mention import Mention, longest, pattern
from kb.extract.segment import wrapped

SINCE = pattern(
    r"\bsince (?:about |around |at least |the (?:beginning|start|end) of |early |mid-|late )?$",
    re.IGNORECASE,
)
BESIDE = 60
"""How far from what a date cannot lack its words may reach."""
ABOUT = pattern(
    r"\b(?:on or (?:about|around)|in or (?:about|around)|circa|about|around|approximately) $",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[.!?;:,\n“”\"]|\b(?:said|told|after|since|because|which|who|when)\b")
FUTURE = pattern(
    r"\b(?:will|due|scheduled|expected to|expects?|plans? to|planned for|(?:is|are) to|set to|intends? to|slated)\b",
    re.IGNORECASE,
)
PAST = pattern(
    r"\b(?:had|did not|remained|stayed|stalled|lay|waited|continued|lasted|was not|were not)\b",
    re.IGNORECASE,
)
LEAD = pattern(r"(?:by|of|during|from|through|after|for|throughout) ", re.IGNORECASE)
"""What leads to a month and is no part of its words."""
YEARLESS = frozenset(
    {"D-day-month", "D-month-day", "D-days", "D-month", "D-range", "D-months", "D-until"}
)
"""Rules whose dates may lack a year."""
FULL = YEARLESS | {"D-iso", "D-month-year"}
"""Rules whose dates, where they have a year, lend it to those after them."""


def dates(text: str, day: date | None) -> list[Mention]:
    """All dates and periods in a text, in its order; `day` is that of the report, if known."""
    windows = _windows(text)
    found = (
        _resolved(text, match, rule, day)
        for rule in RULES
        for start, end in windows.get(rule.trigger, ())
        for match in rule.words.finditer(text, start, end)
        if not _lower_case_month(match)
    )
    opened = [_opened(mention, text) for mention in _with_years(longest(found), text)]
    return [_approximate(mention, text) for mention in opened]


def _windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """The parts of a text around what each sort of date cannot lack."""
    windows: dict[str, list[tuple[int, int]]] = {}
    for match in TRIGGER.finditer(text):
        start, end = max(match.start() - BESIDE, 0), min(match.end() + BESIDE, len(text))
        while end < len(text) and not text[end].isspace():
            end += 1
        spans = windows.setdefault(match.lastgroup or "", [])
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return windows


def _approximate(mention: Mention, text: str) -> Mention:
    """A day or month behind "on or about", as EDTF has it: with a tilde."""
    plain = re.fullmatch(r"\d{4}(?:-\d\d){0,2}", mention.value)
    if plain and ABOUT.search(text, max(0, mention.start - 18), mention.start):
        return replace(mention, value=f"{mention.value}~")
    return mention


def _with_years(found: list[Mention], text: str) -> Iterator[Mention]:
    """A day or month without a year is of the year of the full date before it in its paragraph."""
    lender: Mention | None = None
    year, end, paragraph = "", 0, "\n\n" if wrapped(text) else "\n"
    for mention in _from_next(found, text):
        named = re.findall(YEAR, mention.text)
        told = mention.note.endswith("date behind")
        bare = mention.rule in YEARLESS and BARE.search(mention.text) is not None
        if paragraph in text[end : mention.start] or not (named or bare):
            year = ""
        lent = _in_year(mention, year) if year and bare and not named and not told else mention
        if named and not BRACKETED.search(text, max(0, mention.start - 20), mention.start):
            year = named[-1] if mention.rule in FULL else ""
        if lent is not mention and lender is not None:
            lent = _onward(lender, lent, mention)
        if named:
            lender = mention
        yield lent
        end = mention.end


def _onward(lender: Mention, lent: Mention, found: Mention) -> Mention:
    """A date with the year of the date before, or, where that goes back in time, with the year to which the text goes on.

    That is the year in which it was found without the other, or, over the turn of a year, the next one.
    """
    first, then, own = (each.value.lstrip("./")[:7] for each in (lender, lent, found))
    if not first or not then < first:
        return lent
    following = f"{int(first[:4]) + 1}{first[4:]}"
    if own and first <= own <= following:
        return found
    turn = first[5:7] in ("10", "11", "12") and then[5:7] in ("01", "02", "03")
    return _in_year(found, following[:4]) if turn and following[:4] < own else lent


def _from_next(found: list[Mention], text: str) -> list[Mention]:
    """A day or month just before a full date has its year: "on 3 May and 4 June 2023"."""
    made = list(found)
    for index in range(len(made) - 2, -1, -1):
        mention, after = made[index], made[index + 1]
        named = re.search(YEAR, after.text)
        bare = (
            mention.rule in YEARLESS
            and BARE.search(mention.text)
            and not re.search(YEAR, mention.text)
        )
        if (
            named
            and bare
            and after.rule in FULL
            and NEXT.fullmatch(text[mention.end : after.start])
        ):
            made[index] = _in_year(mention, named[0], "behind")
    return made


NEXT = pattern(r",? (?:and |or )?(?:on )?")
BRACKETED = pattern(r"\((?:issued |dated |signed |of |on )?$")
"""A date in brackets tells of something else: it lends its year to none behind it."""
BARE = pattern(rf"(?i:^(?!.*\b(?:last|next|this) ).*){MONTH}")
"""A month, and nothing that says of which year it is."""
YEAR_OF = re.compile(rf"{YEAR}(?=-|$)")


def _in_year(mention: Mention, year: str, where: str = "before") -> Mention:
    first, mark, last = mention.value.partition("/")
    over = bool(mark) and YEAR_OF.match(first) is not None and first[:4] < last[:4]
    opening = str(int(year) - 1) if over else year
    value = YEAR_OF.sub(opening, first) + mark + YEAR_OF.sub(year, last)
    try:
        when.parse(value)
    except ValueError:
        return mention
    return replace(mention, value=value, note=f"{year} is the year of the date {where}")


def _lower_case_month(match: re.Match[str]) -> bool:
    """Whether what looks like a month is a word such as "may" or "march"."""
    words = [match.groupdict().get(group) or "" for group in ("month", "first", "last")]
    return any(word[:1].islower() for word in words)


def _resolved(text: str, match: re.Match[str], rule: Rule, day: date | None) -> Mention:
    value, note = "", ""
    try:
        value = when.parse(rule.resolve(match, _at(text, match, day))).text
    except NoDay:
        note = "relative, and there is no date to reckon from"
    except Unclear:
        note = "either number may be the month"
    except (ValueError, OverflowError):
        note = "no such date"
    start, end = match.span()
    lead = LEAD.match(text, start, end) if rule.name == "D-month" else None
    start = lead.end() if lead else start
    return Mention(start, end, text[start:end], "date", value, rule.name, note)


def _at(text: str, match: re.Match[str], day: date | None) -> Day:
    """The day to reckon from, with whether the words before speak of what is to come or of what had been."""
    before = text[max(0, match.start() - 60) : match.start()]
    clause = CLAUSE.split(before)[-1]
    since = SINCE.search(text, max(0, match.start() - 26), match.start()) is not None
    past = since or PAST.search(clause) is not None
    return Day(day, FUTURE.search(clause) is not None and not since, past)


def _opened(mention: Mention, text: str) -> Mention:
    """After "since", the period from then on, up to an end that nobody named."""
    lead = SINCE.search(text, max(0, mention.start - 26), mention.start)
    within = mention.text.lower().startswith("since ")
    if not mention.value or not (lead or within):
        return mention
    start = lead.start() if lead else mention.start
    value = f"{mention.value.partition('/')[0]}/.."
    return replace(
        mention,
        start=start,
        text=text[start : mention.end],
        value=value,
        rule=f"{mention.rule}-since",
    )
