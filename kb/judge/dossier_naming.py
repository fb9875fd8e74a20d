"""How a dossier names propositions, speakers, times and places in words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kb.judge.case_parts import SUPPORT, Claim, Quote
from kb.judge.dossier import Named
from kb.judge.dossier_page import Name, Note, Notes, Piece, Status, Who

DONE = {
    "asserts": "asserted",
    "alleges": "alleged",
    "confirms": "confirmed",
    "denies": "denied",
    "doubts": "doubted",
    "expects": "expected",
}
"""Every stance as what was done: it is the same whether one speaks or many, and for "by"."""
AGAINST = ("denies", "doubts")
LONG = 12
"""Names shorter than this are not looked for in other words: they may stand there by chance."""
SPEAKERS = 6
"""How many speakers of one stance a sentence names."""
CITED = 2
"""How many claims for, and as many against, are cited where a proposition is only named."""


def named(of: Named, notes: Notes) -> tuple[Piece, ...]:
    """A proposition named in full: status, name, who claims what of it, and the passages."""
    return (Status(of), ": ", Name(of), " — ", Who(of, who(of.claims)), *cited(of, notes))


def stance(word: str) -> str:
    """A stance as what was done: "denied"."""
    return DONE.get(word, word or "spoke of")


def dressed(text: str, known: Mapping[str, Named], notes: Notes) -> tuple[Piece, ...]:
    """Words of which any that name a proposition are replaced by the proposition named in full."""
    for each in sorted(known.values(), key=lambda one: (-len(one.name), one.id)):
        if len(each.name) >= LONG and each.name in text:
            before, _, after = text.partition(each.name)
            rest = dressed(after, known, notes)
            return (*dressed(before, known, notes), *named(each, notes), *rest)
    return (text,) if text else ()


def who(claims: Iterable[Claim]) -> str:
    """Who claims what, in words: "asserted by A and B; denied by C (destination)"."""
    groups: dict[str, list[str]] = defaultdict(list)
    for claim in sorted(claims, key=side_order):
        done = stance(claim.stance)
        done += ", and taken back," if claim.withdrawn_by else ""
        groups[done].append(speaker(claim) + aspects(claim))
    return "; ".join(f"{done} by {_some(names)}" for done, names in groups.items())


def _some(names: list[str]) -> str:
    every = list(dict.fromkeys(names))
    more = [f"{len(every) - SPEAKERS} more"] if len(every) > SPEAKERS else []
    shown = [*every[:SPEAKERS], *more]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def side(claim: Claim) -> str:
    """Whether a claim speaks for a proposition or against it, and stands; else "other"."""
    if claim.withdrawn_by:
        return "other"
    if claim.stance in SUPPORT:
        return "for"
    return "against" if claim.stance in AGAINST else "other"


def side_order(claim: Claim) -> tuple[int, bool]:
    """Claims for come first, then denials, then doubts, then others."""
    return ("for", "against", "other").index(side(claim)), claim.stance == "doubts"


def cited(of: Named, notes: Notes) -> tuple[Note, ...]:
    """Marks for the first claims for and against a proposition, and one for any where there is neither."""
    sides = [[c for c in of.claims if side(c) == each][:CITED] for each in ("for", "against")]
    chosen = sides[0] + sides[1] or list(of.claims[:1])
    return tuple(notes.mark(each) for each in chosen)


def speaker(claim: Claim) -> str:
    """Who speaks, and for whom."""
    return claim.claimant.name + (f" for {claim.party.name}" if claim.party else "")


def aspects(claim: Claim) -> str:
    """The parts of a proposition that a claim is confined to, in brackets."""
    return f" ({', '.join(each.name for each in claim.aspects)} only)" if claim.aspects else ""


def time(text: str) -> str:
    """An EDTF time in words; a plain date as it is."""
    start, slash, end = text.partition("/")
    opened, closed = start in ("", ".."), end in ("", "..")
    if not slash:
        return text
    if opened:
        return f"until {end}"
    return f"since {start}" if closed else f"between {start} and {end}"


def said(claim: Claim) -> str:
    """When a claim was made, or by when it must have been."""
    if not claim.said:
        return f", said by {claim.published}" if claim.published else ""
    start = time(claim.said)
    return f", said {start}" if start != claim.said else f", said on {start}"


def place(quote: Quote) -> str:
    """Where a quote stands in the text of its report."""
    page = f"page {quote.page}, " if quote.page else ""
    return f"{page}characters {quote.start}–{quote.end}"
