"""A dossier as a document: cover, words, summary, timeline, each proposition, gaps, reports, passages."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kb.judge.case_parts import Claim
from kb.judge.case_status import RULES, counted
from kb.judge.dossier import Cover, Dossier, Fact, Matter
from kb.judge.dossier_map import geography
from kb.judge.dossier_matter import blocks as matter_blocks
from kb.judge.dossier_matter import source
from kb.judge.dossier_naming import cited, dressed, named, place, said, side, speaker, stance, who
from kb.judge.dossier_network import network
from kb.judge.dossier_page import (
    Anchor,
    Block,
    Bullets,
    Cell,
    Footnotes,
    Heading,
    Jump,
    Line,
    Name,
    Notes,
    Page,
    Status,
    Strong,
    Table,
    Who,
    Words,
    cell,
    line,
)
from kb.judge.dossier_time import timeline
from kb.judge.dossier_words import CAUTION, MEANINGS

NOBODY = {"for": "nobody", "against": "nobody in the base"}


def page(found: Dossier) -> Page:
    """The whole document; footnotes are numbered in the order in which they are first cited."""
    notes = Notes()
    body: list[Block] = [*_cover(found, notes), *_summary(found, notes)]
    if found.matters:
        body.append(Heading(2, "Timeline", "timeline"))
        body += timeline(found, notes)
        body += geography(found)
        body += network(found, notes)
        body.append(Heading(2, "The propositions, one by one", "propositions"))
    for each in found.matters:
        body += matter_blocks(each, found, notes)
    body += _subject(found)
    body += _unknown(found, notes)
    body += _reports(found)
    body += _meanings()
    origins = {each.report.id: each.number for each in found.origins}
    passages = tuple(
        (number, _footnote(claim, origins)) for number, claim in enumerate(notes.claims, 1)
    )
    if passages:
        body += [Heading(2, "Passages", "passages"), Footnotes(passages)]
    return Page(_title(found), tuple(body))


def _title(found: Dossier) -> Line:
    cover = found.cover
    if cover.about_proposition and found.matters:
        of = found.matters[0].named
        return line("Dossier — ", Status(of), ": ", Name(of), " — ", Who(of, who(of.claims)))
    return line(f"Dossier: {cover.subject.name}, {cover.day}")


def _cover(found: Dossier, notes: Notes) -> Iterator[Block]:
    cover = found.cover
    if cover.about_proposition and found.matters:
        yield Heading(1, f"Dossier on a proposition: {cover.kind}", "top")
        yield line(*named(found.matters[0].named, notes), kind="lead")
    else:
        yield Heading(1, f"Dossier: {cover.subject.name}", "top")
    yield Table(
        "From what this document was made", ("", ""), tuple(_made(found, cover)), kind="cover"
    )
    for words in CAUTION:
        yield line(words, kind="caution")
    yield line(
        "What each word means here stands under ", Jump("What the words mean", "words"),
        ". Small numbers lead to the passages.",
    )  # fmt: skip


def _made(found: Dossier, cover: Cover) -> Iterator[tuple[Cell, ...]]:
    claims = {claim.id for each in found.matters for claim in each.why.case.claims}
    statuses = Counter(each.named.status for each in found.matters)
    told = ", ".join(f"{statuses[each]} {each}" for each in RULES if statuses[each])
    size = (
        f"{counted(len(found.matters), 'proposition')}{f' ({told})' if told else ''}, "
        f"{counted(len(claims), 'claim')}, {counted(len(found.origins), 'report')}"
    )
    why = "as asked for" if cover.given else "that of the newest entry in the log of the base"
    rows = [
        ("Subject", f"{cover.kind}, {cover.subject.id}"),
        ("Date of the dossier", f"{cover.day} ({why})"),
        ("Holds", size),
        ("State of the base", f"entry {cover.entry} of its log, recorded {cover.recorded}"),
        ("Program", f"sanctions-kb {cover.program}"),
        ("SHA-256 of the reports", cover.sha256),
    ]
    if cover.left_out:
        left = counted(cover.left_out, "proposition")
        rows.append(("Left out", f"{left}, those with the fewest claims: ask with a higher limit"))
    yield from ((cell(key), cell(value)) for key, value in rows)


def _summary(found: Dossier, notes: Notes) -> Iterator[Block]:
    yield Heading(2, "Summary", "summary")
    if not found.matters:
        yield line("No report of the base claims anything of it. That does not clear anybody.")
        return
    yield Table(
        "What is claimed, by whom, and who speaks against it",
        ("No.", "Status", "What is claimed", "For it", "Against it", "If it happened as claimed"),
        tuple(_row(each, found, notes) for each in found.matters),
        kind="summary",
    )


def _row(matter: Matter, found: Dossier, notes: Notes) -> tuple[Cell, ...]:
    of = matter.named
    role = f"{found.cover.subject.name}: {matter.role}" if matter.role else ""
    marks = cited(of, notes)
    return (
        cell(Jump(str(matter.number), f"p{matter.number}")),
        cell(Status(of)),
        (line(Name(of), *marks), *([line(role, kind="small")] if role else [])),
        cell(Who(of, _side(of.claims, "for"))),
        cell(Who(of, "; ".join(_against(of.claims)))),
        cell(_banned(matter)),
    )


def _side(claims: Iterable[Claim], which: str) -> str:
    return who([each for each in claims if side(each) == which]) or NOBODY[which]


def _against(claims: tuple[Claim, ...]) -> Iterator[str]:
    yield _side(claims, "against")
    others = [each for each in claims if side(each) == "other"]
    if others:
        yield f"besides: {who(others)}"


def _banned(matter: Matter) -> str:
    """How many provisions would or could have banned it; whether it is plausible."""
    number = Counter(each.verdict_name for each in matter.why.provisions if each.bears)
    told = [f"{name} by {counted(number[name], 'provision')}" for name in sorted(number)]
    warnings = sum(len(each.warnings) for each in matter.why.plausibility)
    told += [f"{counted(warnings, 'doubt')} of plausibility"] * bool(warnings)
    return "; ".join(told) or "no provision of the base was found to bear on it"


def _subject(found: Dossier) -> Iterator[Block]:
    name = found.cover.subject.name
    if found.facts:
        yield Heading(2, "Who or what this is", "subject")
        yield _facts(f"What is recorded of {name}, and by whom", found.facts)
    if found.listed:
        yield Heading(2, "On lists of the base", "lists")
        yield _facts(f"What sanctions lists say of {name}", found.listed)


def _facts(caption: str, facts: Iterable[Fact]) -> Table:
    rows = ((cell(e.part), cell(Words(e.text)), cell(", ".join(e.sources))) for e in facts)
    return Table(caption, ("What", "As the source has it", "Source"), tuple(rows))


def _unknown(found: Dossier, notes: Notes) -> Iterator[Block]:
    if not found.matters:
        return
    yield Heading(2, "What is not known", "unknown")
    yield line("What the reports of the base leave open. Somebody else may know it.")
    for each in found.matters:
        if each.why.unknown:
            kind = f"{each.why.case.kind[:1].upper()}{each.why.case.kind[1:]}, {each.named.status}"
            yield line(Strong("Proposition "), Jump(str(each.number), f"p{each.number}"),
                       f" ({kind}):", kind="keep")  # fmt: skip
            yield Bullets(
                tuple(line(*dressed(words, found.named, notes)) for words in each.why.unknown)
            )


def _reports(found: Dossier) -> Iterator[Block]:
    if not found.origins:
        return
    yield Heading(2, "Reports", "reports")
    rows = tuple(
        (
            cell(Anchor(str(each.number), f"s{each.number}")),
            (line(Words(each.report.name)), line(each.report.id, kind="small")),
            cell(each.publisher or "not told"),
            cell(each.published or "not told"),
            cell(Words(each.url, "address") if each.url else "none given"),
            (line(each.recorded), line(each.sha256, kind="hash")),
        )
        for each in found.origins
    )
    yield Table(
        "Every report that is quoted, with the hash of what was recorded of it",
        ("No.", "Title", "Publisher", "Published", "Address", "Recorded, SHA-256"),
        rows,
        kind="reports",
    )


def _meanings() -> Iterator[Block]:
    yield Heading(2, "What the words mean", "words")
    rows = tuple((cell(word), cell(meaning)) for word, meaning in MEANINGS.items())
    yield Table("Words with a meaning of their own here", ("Word", "Meaning"), rows)


def _footnote(claim: Claim, origins: dict[str, int]) -> Line:
    """The passages of a claim: who, the words, the report, where in it."""
    quotes = [p for q in claim.quotes for p in (Words(q.text, "quote"), f" ({place(q)}) ")]
    done = " (taken back)" if claim.withdrawn_by else ""
    return line(
        f"{speaker(claim)} {stance(claim.stance)}{done}{said(claim)}: ",
        *quotes,
        *source(claim, origins),
    )
