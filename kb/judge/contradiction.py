"""What contradicts what in a case: denials, other accounts, other figures, corrections; both sides quoted."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from kb.judge.case import ABOUT, DISPUTES, read_claim
from kb.judge.case_parts import Case, Claim
from kb.judge.case_reading import Reading
from kb.judge.contradiction_rivals import rivals
from kb.judge.contradiction_values import differences
from kb.judge.contradiction_words import Contradiction, Side, spoken
from kb.namespaces import KB

CORRECTS, KNOWN_OF, KNOWER = (NamedNode(KB + n) for n in ("corrects", "knownOf", "knower"))
MOST = 5
"""How many claims of one side are quoted; the rest are counted."""


def contradictions(reading: Reading, case: Case) -> list[Contradiction]:
    """Every contradiction of a case: denials first, then accounts that differ, then corrections."""
    return [
        *_denials(case),
        *_knowledge(reading, case),
        *_other_stories(reading, case),
        *differences(reading, case),
        *rivals(reading, case),
        *_turns(case),
        *_withdrawals(reading, case),
        *_corrections(reading, case),
    ]


def _denials(case: Case) -> Iterator[Contradiction]:
    """Each standing denial or doubt, beside the claims that it answers, or else all that support."""
    supports = [each for each in case.claims if each.supports]
    for claim in case.claims:
        if claim.withdrawn_by or claim.stance not in ("denies", "doubts") or not supports:
            continue
        answered = [each for each in supports if each.id in claim.disputes]
        beside = answered or supports
        word = "denied" if claim.stance == "denies" else "doubted"
        part = ", ".join(each.name for each in claim.aspects)
        said = _part(case, claim)
        about = f"{word} in part: {part}{said}" if part else f"{word} as a whole"
        note = "" if answered else "The base does not say which claim it answers."
        yield Contradiction(
            kind=f"{word}-part" if part else word,
            about=about,
            sides=(_side("for", beside), _side("against", [claim])),
            note=note,
        )


def _knowledge(reading: Reading, case: Case) -> Iterator[Contradiction]:
    """Denials and doubts that somebody knew of it: they leave open whether it was so."""
    links = reading.store.match(None, KNOWN_OF, NamedNode(case.proposition.iri))
    for node in sorted((t.subject for t in links if isinstance(t.subject, NamedNode)), key=str):
        made = {t.subject for t in reading.store.match(None, ABOUT, node)}
        named = sorted((e for e in made if isinstance(e, NamedNode)), key=str)
        claims = [reading.kept(each, read_claim) for each in named]
        against = [e for e in claims if e.stance in ("denies", "doubts") and not e.withdrawn_by]
        if against:
            knowers = " and ".join(reading.name(each) for each in reading.nodes(node, KNOWER))
            yield Contradiction(
                kind="knowledge-denied",
                about=f"denied or doubted that {knowers} knew of it",
                sides=(_side("knew", [e for e in claims if e.supports]), _side("against", against)),
                note=f"It is about {reading.short(node)} and leaves open whether this one is so.",
            )


def _part(case: Case, claim: Claim) -> str:
    """What is claimed of the part that a claim denies."""
    names = {each.iri.rpartition("#")[2] for each in claim.aspects}
    values = [v.text for role in case.roles if role.key in names for v in role.values]
    return f" ({', '.join(values)})" if values else ""


def _side(name: str, claims: list[Claim]) -> Side:
    more = len(claims) - MOST
    return Side(name, tuple(spoken(each) for each in claims[:MOST]), max(more, 0))


def _other_stories(reading: Reading, case: Case) -> Iterator[Contradiction]:
    """Claims about something else that answer a claim of this case."""
    for claim in case.claims:
        node = reading.node(claim.id)
        for triple in sorted(reading.store.match(None, DISPUTES, node), key=str):
            if not isinstance(triple.subject, NamedNode) or case.claim(
                reading.short(triple.subject)
            ):
                continue
            other = reading.kept(triple.subject, read_claim)
            about = reading.first(triple.subject, ABOUT)
            yield Contradiction(
                kind="another-story",
                about=f"answered with another account: {about.name if about else 'nothing'}",
                sides=(_side("claimed", [claim]), _side("answer", [other])),
                note=f"The answer is about {about.id}." if about else "",
            )


def _turns(case: Case) -> Iterator[Contradiction]:
    """One and the same party that supports a proposition and denies it, and takes neither back."""
    for denial in case.claims:
        if not denial.denies:
            continue
        own = [
            each
            for each in case.claims
            if each.supports and each.principal.iri == denial.principal.iri and not each.aspects
        ]
        if own and denial.principal.iri != KB + "unknown":
            part = " in part" if denial.aspects else ""
            yield Contradiction(
                kind="contradicts-itself",
                about=f"{denial.principal.name} supports it and denies it{part}",
                sides=(_side("supports", own), _side("denies", [denial])),
                note="Neither claim is taken back.",
            )


def _withdrawals(reading: Reading, case: Case) -> Iterator[Contradiction]:
    """Claims that were taken back, beside the claims that take them back; also when that does not count."""
    for claim in case.claims:
        for name in claim.withdrawn_by:
            taking = case.claim(name) or reading.kept(reading.node(name), read_claim)
            yield Contradiction(
                kind="withdrawn",
                about=f"{claim.principal.name} takes a claim back",
                sides=(_side("claimed", [claim]), _side("takes it back", [taking])),
                note="A claim that was taken back counts no more.",
            )
        for name in claim.withdraws:
            taken = case.claim(name)
            if taken and claim.id not in taken.withdrawn_by:
                yield Contradiction(
                    kind="withdrawn-by-another",
                    about=f"{claim.principal.name} says that a claim of {taken.principal.name} is withdrawn",
                    sides=(_side("claimed", [taken]), _side("says it is withdrawn", [claim])),
                    note="Only who made a claim can take it back: the claim still counts.",
                )


def _corrections(reading: Reading, case: Case) -> Iterator[Contradiction]:
    """Reports of the case that correct another report, or are corrected by one."""
    reports = dict.fromkeys(each.report.iri for each in case.claims)
    pairs = []
    for iri in reports:
        if iri:
            report = NamedNode(iri)
            pairs += [(each, report) for each in reading.nodes(report, CORRECTS)]
            links = reading.store.match(None, CORRECTS, report)
            pairs += [(report, t.subject) for t in links if isinstance(t.subject, NamedNode)]
    both = {(later, earlier) for earlier, later in pairs} & set(pairs)
    for earlier, later in dict.fromkeys(sorted(pairs, key=str)):
        before, after = (list(case.of((reading.short(each),))) for each in (earlier, later))
        yield Contradiction(
            kind="corrected",
            about=f"the report {reading.name(later)} ({reading.short(later)}) corrects the report "
            f"{reading.name(earlier)} ({reading.short(earlier)})",
            sides=(_side("before", before), _side("after", after)),
            note=_correction(bool(before and after), (earlier, later) in both),
        )


def _correction(both_speak: bool, mutual: bool) -> str:
    """What a reader has to know of a correction."""
    if mutual:
        return "Each of the two corrects the other: which one holds, the base cannot tell."
    return "" if both_speak else "Only one of the two speaks of this proposition."
