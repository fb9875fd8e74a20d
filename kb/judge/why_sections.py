"""A `Why` as sections of lines, before anybody decides whether they become text or Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.judge.case_parts import Case, Claim, Quote
from kb.judge.case_reading import spoken
from kb.judge.case_status import counted
from kb.judge.contradiction_words import Contradiction
from kb.judge.plausibility import Checked, Warned
from kb.judge.plausibility_visits import Stated
from kb.judge.why import CAUTION, Why

SUPPORTING = "Claims for it"
PLAIN, QUOTE = "plain", "quote"
UNCHECKED = 9
"""How many presences that could not be checked are told."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: how deep it stands, its words, and whether they are somebody's very words."""

    depth: int
    text: str
    kind: str = PLAIN
    place: str = ""


Sections = list[tuple[str, list[Line]]]


def sections(found: Why) -> Sections:
    """Every section in order; an empty one says that there is nothing."""
    case = found.case
    made = [
        ("What is claimed", list(_claimed(case))),
        ("How it stands", list(_standing(found))),
        (SUPPORTING, list(_side(case, "for"))),
        ("Claims against it", list(_side(case, "against"))),
        ("Other claims about it", list(_side(case, "other"))),
        ("Evidence", list(_evidence(case))),
        ("Sources", list(_sources(found))),
        ("Contradictions", [each for c in found.contradictions for each in _contradiction(c)]),
        ("What is not known", [Line(0, each) for each in found.unknown]),
        ("Provisions", list(_provisions(found))),
        ("Plausibility", [each for c in found.plausibility for each in _checked(c)]),
        ("What this says and does not say", [Line(0, CAUTION)]),
    ]
    none = {
        SUPPORTING: "No claim that stands supports it.",
        "Claims against it": "No claim in the base denies or doubts it.",
        "Contradictions": "None in the base.",
    }
    return [
        (title, lines or [Line(0, none[title])]) for title, lines in made if lines or title in none
    ]


def _claimed(case: Case) -> Iterator[Line]:
    yield Line(0, f"{case.kind[:1].upper()}{case.kind[1:]}  <{case.proposition.id}>")
    for role in case.roles:
        for value in role.values:
            name = f" ({value.id})" if value.id and "#" not in value.id else ""
            reports = f"   [{', '.join(value.reports)}]" if value.reports else ""
            text = spoken(value.text) if role.key == "time" else value.text
            yield Line(1, f"{role.label}: {text}{name}{reports}")


def _standing(found: Why) -> Iterator[Line]:
    standing = found.standing
    yield Line(0, f"{standing.status.upper()}: {standing.rule}.")
    yield Line(0, f"{standing.sentence[:1].upper()}{standing.sentence[1:]}.")
    entered = dict.fromkeys(f"{grade}, {c.id}" for c in found.case.claims for grade in c.grades)
    yield Line(
        0, f"Credibility that the status suggests: {standing.credibility}; no more than a proposal."
    )
    for each in entered:
        yield Line(1, f"Entered by the analyst: {each}")


def _side(case: Case, side: str) -> Iterator[Line]:
    for claim in case.claims:
        against = claim.stance in ("denies", "doubts") and not claim.withdrawn_by
        own = "for" if claim.supports else "against" if against else "other"
        if own == side:
            yield from _claim(claim)


def _claim(claim: Claim) -> Iterator[Line]:
    party = f" for {claim.party.name}" if claim.party else ""
    part = f" in part ({', '.join(each.name for each in claim.aspects)})" if claim.aspects else ""
    hedge = ", leaving room for doubt" if claim.hedged else ""
    said = f", said {spoken(claim.said)}" if claim.said else ""
    via = f", passed on by {' → '.join(each.name for each in claim.via)}" if claim.via else ""
    back = f", taken back by {', '.join(claim.withdrawn_by)}" if claim.withdrawn_by else ""
    yield Line(
        0,
        f"{claim.claimant.name}{party} {claim.stance} it{part}{hedge}{said}{via}{back}  <{claim.id}>",
    )
    by = f" ({claim.publisher}, {claim.published})" if claim.publisher else f" ({claim.published})"
    for quote in claim.quotes:
        yield Line(1, quote.text, QUOTE, f"{claim.report.name}{by}, {_place(quote)}")
    for each in claim.evidence:
        yield Line(1, f"going by {each.name}")
    if claim.repeats:
        yield Line(1, f"repeats {', '.join(claim.repeats)}")
    if claim.note:
        yield Line(1, f"analyst's note: {claim.note}")


def _place(quote: Quote) -> str:
    page = f"page {quote.page}, " if quote.page else ""
    return f"{page}characters {quote.start}–{quote.end}"


def _evidence(case: Case) -> Iterator[Line]:
    found = {each.id: each for claim in case.claims for each in claim.evidence}
    for name, each in sorted(found.items()):
        using = [c.id for c in case.claims if name in {e.id for e in c.evidence}]
        maker = f", made by {each.maker.name}" if each.maker else ", maker not told"
        kind = f" ({each.kind})" if each.kind else ""
        time = f", {each.time}" if each.time else ""
        yield Line(0, f"{each.name}{kind}{maker}{time}  <{name}>")
        yield Line(1, f"{counted(len(using), 'claim')} of this case rest on it: {', '.join(using[:9])}"
                   if len(using) > 1 else f"1 claim of this case rests on it: {using[0]}")  # fmt: skip
        if each.shows:
            yield Line(1, f"said to show: {'; '.join(t.name for t in each.shows)}")


def _sources(found: Why) -> Iterator[Line]:
    every = found.sources.counted
    if not every:
        yield Line(0, "No source supports it.")
        return
    if len(every) == 1:
        yield Line(0, "All that supports it comes from one source.")
    else:
        yield Line(0, f"{len(every)} sources count as independent: other parties speak, they rest on no "
                      "common evidence, and none repeats another, as far as the base holds.")  # fmt: skip
    for source in every:
        yield Line(0, f"{source.number}. {source.name}: {', '.join(source.claims[:9])}")
        for reason in source.reasons:
            yield Line(1, f"counts once: {reason}")
    for caution in found.sources.cautions:
        yield Line(0, f"But: {caution}")
    if found.sources.fewest < len(every):
        left = counted(found.sources.fewest, "source")
        yield Line(
            0, f"If who made the evidence and who passed it on count as ties, {left} would be left."
        )


def _contradiction(each: Contradiction) -> Iterator[Line]:
    yield Line(0, f"{each.about[:1].upper()}{each.about[1:]}")
    for side in each.sides:
        for claim in side.claims:
            said = f", {claim.said}" if claim.said else ""
            yield Line(1, f"{side.holds}: {claim.claimant} {claim.stance}{said}  <{claim.claim}>")
            for quote in claim.quotes:
                yield Line(2, quote.text, QUOTE, f"{claim.title}, {_place(quote)}")
        if side.more:
            yield Line(1, f"{side.holds}: {counted(side.more, 'more claim')}")
        if not side.claims:
            yield Line(1, f"{side.holds}: no claim about this proposition")
    if each.note:
        yield Line(1, each.note)


def _provisions(found: Why) -> Iterator[Line]:
    """What the rules give, as a condition: if it happened as claimed."""
    if found.provisions:
        yield Line(
            0,
            f"Only if it happened as claimed, which the status ({found.case.status}) leaves open:",
        )
    for each in found.provisions:
        yield Line(0, f"{each.verdict_name}: {each.name}  <{each.provision}>")
        if each.bears and each.summary:
            yield Line(1, each.summary)
        yield from (Line(1, f"met: {reason}") for reason in each.met if each.bears)
        yield from (Line(1, f"not met: {reason}") for reason in each.unmet)
        yield from (Line(1, f"open: {gap}") for gap in each.open if each.bears)
        yield from (Line(1, f"together: {total}") for total in each.sums)


def _checked(checked: Checked) -> Iterator[Line]:
    """The warnings of a ship about this proposition, and what of her presences could not be checked."""
    for each in checked.warnings:
        yield from warned(each)
    if not checked.warnings:
        yield Line(0, f"{checked.name} ({checked.ship}): no warning about this proposition.")
    presences = counted(checked.visits, "claimed presence")
    if checked.unchecked:
        left = len(checked.unchecked)
        yield Line(1, f"Of {presences} {left} could not be checked:")
        yield from (Line(2, each) for each in checked.unchecked[:UNCHECKED])
        if left > UNCHECKED:
            yield Line(2, f"and {left - UNCHECKED} more; see kb plausibility {checked.ship}")
    elif checked.visits:
        yield Line(1, f"{presences} held against one another.")


def warned(each: Warned) -> Iterator[Line]:
    """A warning: the words, the calculation, and who claims what it is about."""
    yield Line(0, f"Warning: {each.text}.")
    yield from (Line(1, step) for step in each.calculation)
    for stated in each.about:
        yield from _stated(stated)
    yield Line(1, "This decides nothing: a date, a place or the ship may be wrong in the source.")


def _stated(stated: Stated) -> Iterator[Line]:
    yield Line(1, f"{stated.status}: {stated.proposition.name}  <{stated.proposition.id}>")
    for claim in stated.claims:
        yield Line(2, f"{claim.claimant.name} {claim.stance}  <{claim.id}>")
        for quote in claim.quotes[:1]:
            yield Line(3, quote.text, QUOTE, f"{claim.report.name}, {_place(quote)}")
