"""The section of one proposition: how it stands, what is claimed, both sides, evidence, provisions."""

from collections.abc import Iterable, Iterator

from kb.judge.case_parts import Claim
from kb.judge.case_status import counted
from kb.judge.contradiction_words import Contradiction
from kb.judge.dossier import Dossier, Matter
from kb.judge.dossier_naming import aspects, dressed, named, place, said, side, speaker, stance
from kb.judge.dossier_naming import time as timed
from kb.judge.dossier_page import (
    Block,
    Bullets,
    Cell,
    Heading,
    Jump,
    Line,
    Note,
    Notes,
    Piece,
    Strong,
    Table,
    Words,
    cell,
    line,
)
from kb.judge.why_provisions import Provision


def blocks(matter: Matter, found: Dossier, notes: Notes) -> Iterator[Block]:
    """The section of a proposition."""
    own, number = matter.why.case, matter.number
    kind = f"{own.kind[:1].upper()}{own.kind[1:]}"
    origins = {each.report.id: each.number for each in found.origins}
    yield Heading(3, f"{number}. {kind} ({matter.named.status})", f"p{number}")
    yield line(*named(matter.named, notes), kind="lead")
    standing = matter.why.standing
    yield line(
        Strong("How it stands. "), f"The status is “{standing.status}”: {standing.rule}. ",
        f"{standing.sentence[:1].upper()}{standing.sentence[1:]}. ", *_sources(matter),
    )  # fmt: skip
    yield _roles(matter, found, notes)
    yield _sides(matter, origins, notes)
    yield from _others(own.claims, origins, notes)
    yield from _evidence(matter, found, notes)
    yield from _contradictions(matter, found, notes)
    yield from _provisions(matter, found, notes)
    yield from _plausibility(matter, found, notes)
    if matter.why.unknown:
        gaps = counted(len(matter.why.unknown), "thing")
        yield line(f"{gaps[:1].upper()}{gaps[1:]} left open: see ",
                   Jump("What is not known", "unknown"), ".")  # fmt: skip


def _sources(matter: Matter) -> Iterator[str]:
    """What the number of sources is worth, as far as the base knows."""
    every = matter.why.sources.counted
    if len(every) == 1:
        yield "All that supports it comes from one source. "
    for each in every:
        yield from (f"Counted once: {reason}. " for reason in each.reasons)
    for caution in matter.why.sources.cautions:
        yield f"But: {caution} "


def _roles(matter: Matter, found: Dossier, notes: Notes) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for role in matter.why.case.roles:
        for value in role.values:
            other = found.named.get(value.id)
            text = timed(value.text) if role.key == "time" else value.text
            pieces: tuple[Piece, ...] = named(other, notes) if other else (Words(text),)
            rows.append((cell(role.label), cell(*pieces), _reports(value.reports, found)))
    return Table(
        f"Proposition {matter.number}, as claimed: this is what the claims are about, not what is known",
        ("Part", "As claimed", "Reports that say so"),
        tuple(rows),
    )


def _reports(names: tuple[str, ...], found: Dossier) -> Cell:
    """The reports of some identifiers by their numbers in the list of reports."""
    numbers = {each.report.id: each.number for each in found.origins}
    jumps = [Jump(f"report {numbers[n]}", f"s{numbers[n]}") for n in names if n in numbers]
    named_here = [each for each in names if each not in numbers]
    pieces: list[Piece] = []
    for jump in jumps:
        pieces += [", ", jump] if pieces else [jump]
    return cell(*pieces, *(f"{', ' * bool(pieces)}{', '.join(named_here)}" for _ in named_here[:1]))


def _sides(matter: Matter, origins: dict[str, int], notes: Notes) -> Table:
    """Claims for it, each with those against it that answer it beside it."""
    supports = [each for each in matter.why.case.claims if side(each) == "for"]
    against = [each for each in matter.why.case.claims if side(each) == "against"]
    answers = {c.id: [a for a in against if c.id in a.disputes] for c in supports}
    tied = {each.id for found in answers.values() for each in found}
    loose = [each for each in against if each.id not in tied]
    rows: list[tuple[Cell, ...]] = []
    for claim in supports:
        beside = answers[claim.id] or [loose.pop(0) for _ in loose[:1]]
        rows.append((_told(claim, origins, notes), _beside(beside, origins, notes)))
    nobody = cell("No claim that stands supports it." if not supports else "")
    rows += [(nobody, _told(claim, origins, notes)) for claim in loose]
    return Table(
        f"Proposition {matter.number}: both sides, in their own words",
        ("Claims for it", "Claims against it"),
        tuple(rows) or ((nobody, _beside([], origins, notes, alone=False)),),
        kind="sides",
        row_heads=False,
    )


def _beside(
    claims: list[Claim], origins: dict[str, int], notes: Notes, *, alone: bool = True
) -> Cell:
    if not claims and not alone:
        return cell("No claim in the base denies or doubts it.")
    if not claims:
        return cell(
            "Nothing in the base speaks against this claim. Whether those concerned were asked is not known."
        )
    return tuple(each for claim in claims for each in _told(claim, origins, notes))


def _told(claim: Claim, origins: dict[str, int], notes: Notes) -> Cell:
    """A claim in full: who, stance, when, through whom; the quotes; the report and its address."""
    via = f", passed on by {' → '.join(each.name for each in claim.via)}" if claim.via else ""
    hedge = ", leaving room for doubt" if claim.hedged else ""
    back = f", taken back by {', '.join(claim.withdrawn_by)}" if claim.withdrawn_by else ""
    head = line(
        Strong(speaker(claim)), f" {stance(claim.stance)} it{aspects(claim)}{hedge}{said(claim)}{via}{back}",
        notes.mark(claim),
    )  # fmt: skip
    quotes = [line(Words(each.text, "quote"), kind="quote") for each in claim.quotes]
    small: list[Line] = [line(*source(claim, origins, _places(claim)), kind="small")]
    if claim.evidence:
        small.append(line("Going by ", *_listed(e.name for e in claim.evidence), kind="small"))
    if claim.disputes:
        small.append(line(f"Answers {', '.join(claim.disputes)}", kind="small"))
    if claim.grades:
        small.append(line(f"Graded by the analyst: {'; '.join(claim.grades)}", kind="small"))
    if claim.note:
        small.append(line("Analyst's note: ", Words(claim.note), kind="small"))
    return (head, *quotes, *small)


def _listed(texts: Iterable[str]) -> tuple[Words, ...]:
    return (Words("; ".join(texts)),)


def _places(claim: Claim) -> str:
    return ", ".join(place(each) for each in claim.quotes)


def source(claim: Claim, origins: dict[str, int], where: str = "") -> tuple[Piece, ...]:
    """The report of a claim: title, publisher, date, number in the list of reports, where in it."""
    by = ", ".join(filter(None, (claim.publisher, claim.published, where)))
    number = origins.get(claim.report.id)
    jump = (Jump(f"report {number}", f"s{number}"),) if number else ()
    return (Words(claim.report.name, "title"), f" ({by}), " if by else ", ", *jump)


def _others(claims: tuple[Claim, ...], origins: dict[str, int], notes: Notes) -> Iterator[Table]:
    others = [each for each in claims if side(each) == "other"]
    if others:
        yield Table(
            "Claims that neither support nor deny it, or were taken back",
            ("Claim",),
            tuple((_told(each, origins, notes),) for each in others),
            row_heads=False,
        )


def _evidence(matter: Matter, found: Dossier, notes: Notes) -> Iterator[Block]:
    every = {e.id: e for claim in matter.why.case.claims for e in claim.evidence}
    lines: list[Line] = []
    for _, each in sorted(every.items()):
        using = [c for c in matter.why.case.claims if each.id in {e.id for e in c.evidence}]
        maker = f", made by {each.maker.name}" if each.maker else ", maker not told"
        about = (
            f"{f' ({each.kind})' if each.kind else ''}{maker}{f', {each.time}' * bool(each.time)}"
        )
        marks: list[Note] = [notes.mark(claim) for claim in using[:6]]
        lines.append(
            line(Words(each.name), f"{about}; {counted(len(using), 'claim')} here", *marks)
        )
        for shown in each.shows:
            other = found.named.get(shown.id)
            pieces: tuple[Piece, ...] = (
                named(other, notes) if other else (Words(shown.name), *marks)
            )
            lines.append(line("It is said to show: ", *pieces))
    if lines:
        yield Heading(4, "Evidence that claims name", f"p{matter.number}-evidence")
        yield Bullets(tuple(lines))


def _contradictions(matter: Matter, found: Dossier, notes: Notes) -> Iterator[Block]:
    claims = {c.id: c for each in found.named.values() for c in each.claims}
    made = [_contradiction(each, claims, found, notes) for each in matter.why.contradictions]
    if made:
        yield Heading(4, "Where the claims do not agree", f"p{matter.number}-contradictions")
        yield Bullets(tuple(made))


def _contradiction(
    each: Contradiction, claims: dict[str, Claim], found: Dossier, notes: Notes
) -> Line:
    about = f"{each.about[:1].upper()}{each.about[1:]}. "
    parts = dressed(about, found.named, notes)
    pieces: list[Piece] = [Strong(each) if isinstance(each, str) else each for each in parts]
    for one in each.sides:
        told = ", ".join(f"{c.claimant} {stance(c.stance)}" for c in one.claims) or "no claim"
        more = f" and {counted(one.more, 'more claim')}" if one.more else ""
        marks = [notes.mark(claims[c.claim]) for c in one.claims if c.claim in claims]
        holds = dressed(f"{one.holds[:1].upper()}{one.holds[1:]}", found.named, notes)
        pieces += [*holds, f": {told}{more}", *marks, ". "]
    return line(*pieces, *dressed(each.note, found.named, notes))


def _provisions(matter: Matter, found: Dossier, notes: Notes) -> Iterator[Block]:
    if not matter.why.provisions:
        return
    number, status = matter.number, matter.named.status
    yield Heading(4, "Provisions, if it happened as claimed", f"p{number}-provisions")
    yield line(
        f"What follows holds only if it happened as claimed, which the status ({status}) leaves open. "
        "It is a potential breach at most, found by a rule and not by a court or a panel."
    )
    rows = tuple(_provision(each, found, notes) for each in matter.why.provisions)
    heads = ("Provision", "If as claimed", "Met, if it is as claimed", "What is open or not met")
    yield Table(f"Provisions held against proposition {number}", heads, rows)


def _provision(each: Provision, found: Dossier, notes: Notes) -> tuple[Cell, ...]:
    summary = [line(each.summary, kind="small")] if each.bears and each.summary else []
    met = [line(*dressed(words, found.named, notes)) for words in each.met]
    left = [line("not met: ", *dressed(words, found.named, notes)) for words in each.unmet]
    left += [
        line("open: ", *dressed(words, found.named, notes)) for words in each.open if each.bears
    ]
    left += [line("together: ", *dressed(words, found.named, notes)) for words in each.sums]
    return (
        (line(each.name), *summary),
        cell(each.verdict_name),
        tuple(met) or cell("nothing"),
        tuple(left) or cell("nothing that the base knows of"),
    )


def _plausibility(matter: Matter, found: Dossier, notes: Notes) -> Iterator[Block]:
    lines: list[Line] = []
    for checked in matter.why.plausibility:
        if not checked.warnings:
            seen = counted(checked.visits, "claimed presence")
            lines.append(
                line(
                    f"{checked.name}: {seen} held against one another; nothing was found that does not fit."
                )
            )
        for each in checked.warnings:
            lines.append(
                line(Strong("Not plausible: "), *dressed(f"{each.text}.", found.named, notes))
            )
            lines += [
                line("Reckoned: ", *dressed(step, found.named, notes)) for step in each.calculation
            ]
            for stated in each.about:
                other = found.named.get(stated.proposition.id)
                lines += [line("It is about: ", *named(other, notes))] if other else []
        if checked.unchecked:
            left = counted(len(checked.unchecked), "presence")
            lines.append(
                line(f"{checked.name}: {left} not checked, for want of a day or a position.")
            )
    if lines:
        yield Heading(4, "Whether it is plausible", f"p{matter.number}-plausible")
        yield Bullets(tuple(lines))
