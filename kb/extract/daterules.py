"""The rules for dates in prose: the words of each, what they hold, and how they are reckoned.

Each rule names what its words cannot lack (a month, a weekday, a year, a unit, another word), so that it is
tried only where that stands.
"""

import re
from dataclasses import dataclass

from kb.extract import datespans as spans
from kb.extract import datevalues as values
from kb.extract.datevalues import COUNT, MONTH, WEEKDAY, YEAR, Finder
from kb.extract.mention import pattern

ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WHICH = rf"(?P<year>{YEAR}|last year|this year|the previous year)"
ABOUT = r"(?:(?:approximately|around|about) )?"
WHICH_PART = "first|second|third|fourth|last|final"
PART = "half|quarter|(?:two|three|four|five|six|seven|eight|nine|ten|eleven) months"
TIME = r"(?: (?:morning|afternoon|evening|night))?"
TRIGGER = re.compile(
    r"\b(?:(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    rf"|(?P<year>{YEAR})|(?P<unit>(?:day|week|month|year|quarter)s?\b)|(?P<season>spring|summer|autumn|winter)"
    r"|(?P<word>today|yesterday|tomorrow|tonight|overnight|weekend|christmas|new\syear|night\b|evening\b|morning\b|half\b)|(?P<digits>\d\d?[/.-]\d)|(?P<ordinal>\d\d?(?:st|nd|rd|th)\b))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, what its words cannot lack, the words, and how they are reckoned."""

    name: str
    trigger: str
    words: re.Pattern[str]
    resolve: Finder


def _rule(name: str, trigger: str, words: str, resolve: Finder) -> Rule:
    return Rule(name, trigger, pattern(words, re.IGNORECASE), resolve)


RULES = (
    _rule(
        "D-range",
        "month",
        rf"\b(?P<led>(?:between|from) {ABOUT})?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{MONTH})(?:,? (?P<opening>{YEAR}))?(?: (?:to|until|through) | ?[–-] ?|(?(led) and |(?!)))"
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{MONTH})(?:,? (?P<year>{YEAR}))?(?!\w)",
        values.whole_days,
    ),
    _rule(
        "D-range",
        "month",
        rf"\b(?P<led>(?:between|from) {ABOUT})?(?P<m1>{MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<opening>{YEAR}))?(?:,? (?:to|until|through) | ?[–-] ?|(?(led),? and |(?!)))"
        rf"(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\w)(?:,? (?P<year>{YEAR})\b)?",
        values.whole_days,
    ),
    _rule(
        "D-range",
        "month",
        rf"\b(?:between|from) (?P<about>in or (?:around|about) )?(?P<first>{MONTH})(?:,? (?P<y1>{YEAR}))? (?:and|to|until|through) "
        rf"(?P<about2>in or (?:around|about) )?(?P<last>{MONTH}),? (?P<y2>{YEAR})\b",
        spans.ordinal_month,
    ),
    _rule(
        "D-season",
        "season",
        rf"\b(?:(?P<lead>last|this|next|since|the past) (?:early |mid-|late )?)(?P<season>spring|summer|autumn|winter)(?: of)?(?: (?P<year>{YEAR}))?\b",
        values.season,
    ),
    _rule(
        "D-season",
        "season",
        rf"\b(?P<lead>(?!))?(?P<season>spring|summer|autumn|winter)(?: of| in)? (?P<year>{YEAR}|last year|this year)(?:[-–/]\d\d)?\b",
        values.season,
    ),
    _rule(
        "D-season",
        "season",
        r"(?:(?<=\bin )|(?<=\bover )|(?<=\bduring )|(?<=\bby ))(?:the )?(?:early |mid-|late )?(?P<lead>(?!))?(?P<season>spring|summer|autumn|winter)\b(?! of| (?:camp|school|game))(?P<year>(?!))?",
        values.season,
    ),
    _rule(
        "D-half",
        "year",
        rf"\b(?:the )?(?P<which>{WHICH_PART}) (?P<part>{PART}) of (?P<year>{YEAR})\b",
        spans.part_of_year,
    ),
    _rule(
        "D-half",
        "unit",
        rf"\b(?:the )?(?P<which>{WHICH_PART}) (?P<part>{PART}) of (?P<year>last year|this year)\b",
        spans.part_of_year,
    ),
    _rule(
        "D-half",
        "unit",
        r"(?:(?<=\bin )|(?<=\bduring )|(?<=\bfor )|(?<=\bover ))the (?P<which>first|second|third|fourth) (?P<part>quarter)\b(?! of)(?P<year>(?!))?",
        spans.part_of_year,
    ),
    _rule("D-quarter", "year", rf"\bQ(?P<number>[1-4])(?: of)? (?P<year>{YEAR})\b", spans.quarter),
    _rule(
        "D-late-year", "year", rf"\b(?:early|mid|late|end)[ -](?P<year>{YEAR})\b", spans.plain_year
    ),
    _rule(
        "D-years",
        "year",
        rf"\b(?:between (?:(?:early|mid|late)[ -])?(?P<first>{YEAR}) and (?:(?:early|mid|late)[ -])?(?P<last>{YEAR}))\b",
        spans.years,
    ),
    _rule(
        "D-years",
        "year",
        rf"\b(?:from )?(?P<first>{YEAR})(?: to | through | until |–|-|/)(?P<last>{YEAR}|(?:1[3-9]|[2-9]\d))\b(?!-\d)",
        spans.years,
    ),
    _rule("D-decade", "year", r"\b(?P<decade>(?:19|20)\d)0s\b", spans.decade),
    _rule(
        "D-until",
        "month",
        rf"\b(?:until|till|before|by the end of|up to|no later than|not later than)(?: at least)?(?: the end of)? (?:(?:early|mid|late)[ -])?(?:(?P<day>\d{{1,2}}) )?(?P<month>{MONTH})(?: (?P<day2>\d{{1,2}}))?"
        rf"(?:,? (?P<year>{YEAR}))?(?!\w)(?P<only>(?!))?",
        values.until,
    ),
    _rule(
        "D-until",
        "year",
        rf"\b(?:until|till|before|by the end of|up to|no later than|not later than)(?: at least)?(?: the end of)? (?:(?:early|mid|late)[ -])?(?P<only>{YEAR})\b(?P<month>(?!))?",
        values.until,
    ),
    _rule(
        "D-iso",
        "year",
        rf"(?<![\w/-]){YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?(?:\b|(?=T\d))(?![/-]\d)",
        values.iso,
    ),
    _rule(
        "D-month-day",
        "month",
        rf"\b(?P<year>{YEAR})[ ,]{{1,2}}(?P<month>{MONTH}) {ORDINAL}\b(?! {YEAR}|,? \d{{4}})",
        values.exact,
    ),
    _rule("D-iso", "year", rf"(?<![\w/-]){YEAR}/(?:0[1-9]|1[0-2])/\d\d\b(?!/)", values.iso),
    _rule(
        "D-numeric",
        "digits",
        rf"(?<![\w./-])(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark)(?P<year>{YEAR})\b(?!/)",
        spans.numeric,
    ),
    _rule(
        "D-day-month",
        "month",
        rf"\b(?:{WEEKDAY},? (?:the )?)?{ORDINAL}(?: of)? (?P<month>{MONTH})(?:,? {WHICH})?(?!\w)",
        values.exact,
    ),
    _rule(
        "D-month-day",
        "month",
        rf"\b(?:{WEEKDAY},? )?(?P<month>{MONTH}) {ORDINAL}\b(?:,? {WHICH}\b)?",
        values.exact,
    ),
    _rule(
        "D-week-of",
        "month",
        rf"\b(?:the )?week (?:of|beginning|starting) {ORDINAL} (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?(?!\w)",
        values.week_of,
    ),
    _rule(
        "D-days",
        "month",
        r"\b(?:(?:between|from) )?(?:the )?(?P<first>\d{1,2})(?:st|nd|rd|th)?(?:-|–| to | and | to the | and the | until )(?P<last>\d{1,2})(?:st|nd|rd|th)?(?: of)? "
        rf"(?P<month>{MONTH})(?:,? {WHICH})?(?!\w)",
        values.days,
    ),
    _rule(
        "D-days",
        "month",
        rf"\b(?:(?:between|from) )?(?P<month>{MONTH}) (?P<first>\d{{1,2}})(?:-|–| to | and )(?P<last>\d{{1,2}})\b(?! {MONTH})"
        rf"(?:,? {WHICH}\b)?",
        values.days,
    ),
    _rule(
        "D-month-year",
        "month",
        rf"\b(?:(?:early|mid|late)[ -])?(?P<month>{MONTH}),?(?: of)? {WHICH}\b",
        values.of_year,
    ),
    _rule(
        "D-months",
        "month",
        rf"\b(?:(?:between|from) )?(?P<first>{MONTH})(?: (?P<opening>{YEAR}))?(?: and | to | until | through |-|–)"
        rf"(?P<last>{MONTH})(?:,?(?: of)? {WHICH})?(?!\w)",
        values.months,
    ),
    _rule(
        "D-month",
        "month",
        r"\b(?P<lead>in|since|by|until|during|last|this|next|from|through|of|before|after|for|throughout"
        r"|early|mid|late)[ -]"
        rf"(?P<month>{MONTH})(?! \d)(?!\w)",
        values.bare_month,
    ),
    _rule(
        "D-day",
        "ordinal",
        r"(?:(?<=\bon )|(?<=\bof )|(?<=\bsince )|(?<=\bby ))the (?P<day>\d{1,2})(?:st|nd|rd|th)"
        r"(?=[,.;)]| (?:that|local|there|it|he|she|they|the)\b)(?: of (?P<lead>this|last) month\b)?",
        values.day_of_month,
    ),
    _rule(
        "D-weekday",
        "weekday",
        rf"(?<!following )(?<!previous )(?<!preceding )(?<!same )\b(?:(?P<lead>last|this|next|on) )?(?P<weekday>{WEEKDAY}){TIME}\b",
        values.weekday,
    ),
    _rule(
        "D-weekdays",
        "weekday",
        rf"\b(?P<led>(?:between|from) )?(?P<first>{WEEKDAY}){TIME}(?: to | through | until |(?(led) and |(?!)))(?P<last>{WEEKDAY}){TIME}\b",
        values.weekdays,
    ),
    _rule(
        "D-weekday-week",
        "weekday",
        rf"\b(?:on )?(?P<weekday>{WEEKDAY})(?: of)? (?P<lead>last|this|next) week\b",
        values.weekday_of_week,
    ),
    _rule(
        "D-until",
        "unit",
        r"\b(?:until|till|by) the end of (?P<lead>the|this|next|last) (?P<unit>week|month|year)\b(?! of)",
        values.until_unit,
    ),
    _rule(
        "D-until",
        "weekday",
        rf"\b(?:until|till) (?P<lead>next )?(?P<weekday>{WEEKDAY})\b",
        values.until_weekday,
    ),
    _rule("D-unit", "unit", r"(?:(?<=start of )|(?<=beginning of ))the year\b", spans.this_year),
    _rule(
        "D-day-month",
        "month",
        rf"\b(?P<day>\d{{1,2}})-(?P<month>{MONTH})-(?P<year>{YEAR})\b",
        values.exact,
    ),
    _rule(
        "D-near",
        "word",
        r"\b(?:today|(?:the day before )?yesterday|(?:the day after )?tomorrow|tonight|overnight(?! (?:on|between|from)\b)|last (?:night|evening)|this (?:morning|afternoon|evening))\b",
        values.near,
    ),
    _rule(
        "D-weekend",
        "word",
        r"(?:(?:(?<=over )|(?<=at )|(?<=on )|(?<=during ))the |\b(?P<lead>last|next|this|this coming|coming) )weekend\b",
        spans.weekend,
    ),
    _rule(
        "D-feast",
        "word",
        rf"\b(?:last |this |on |at )?(?P<feast>christmas(?: day| eve)?|new year[’']s (?:eve|day))(?:,? (?P<year>{YEAR}))?\b",
        spans.feast,
    ),
    _rule(
        "D-unit",
        "unit",
        r"\b(?P<lead>last|this|next|the previous|the coming|the current) (?P<unit>week|month|quarter|year)\b",
        values.unit,
    ),
    _rule(
        "D-past",
        "unit",
        rf"(?:(?<=in )|(?<=over )|(?<=during )|(?<=within )|(?<=for ))the (?:past|last) (?:(?P<count>{COUNT}) )?(?P<unit>days?|weeks?|months?|years?)\b",
        spans.past,
    ),
    _rule(
        "D-past",
        "unit",
        rf"\bthe (?:past|last) (?P<count>{COUNT}) (?P<unit>days|weeks|months|years)\b",
        spans.past,
    ),
    _rule("D-unit", "unit", r"\b(?P<lead>the past) (?P<unit>week|month|year)\b", values.unit),
    _rule(
        "D-ago",
        "unit",
        rf"\b(?P<count>{COUNT}) (?P<unit>days?|weeks?|months?|years?) ago\b",
        values.ago,
    ),
    _rule(
        "D-year",
        "year",
        rf"(?:\bin |(?<=during )|(?<=than )|(?<=with )|(?<=since )|(?<=by )|(?<=of )|(?<=from )|(?<=until )|(?<=for )|(?<=throughout )|(?<=to )|(?<=than in )|(?<=\bleast )|(?<=early as )|(?<=late as )|(?<=the year )|(?<=circa )|(?<=after ))(?P<year>{YEAR})\b(?![-–/])",
        spans.plain_year,
    ),
    _rule("D-year-and", "year", rf"(?<=[12][890]\d\d and )(?P<year>{YEAR})\b", spans.plain_year),
)
