"""A thing's card, with what the lists of the base say of it: each line with the list and the edition."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace

from pyoxigraph import Literal, NamedNode

from kb.desk.base import KnowledgeBase
from kb.desk.listing import NUMBER, sought
from kb.errors import BadInput, UnknownName
from kb.lists.model import Entry
from kb.lists.party import entry_iri
from kb.lists.read import entry
from kb.lists.standing import Sought, Standing, standings
from kb.namespaces import ENTITY_KINDS, ID, PREFIXES
from kb.questions.card import Card
from kb.questions.formats import visible
from kb.questions.page import as_text as card_text
from kb.report.names import CURIE, compact
from kb.store import listed
from kb.store.naming import local, name

FLAGS = {
    "flag": "flag",
    "former-flag": "former flag",
    "believed-flag": "believed flag",
    "false-flag": "false flag",
}
NAMED = 10
"""How many parties of one name are told before a name is called too common."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what lists say: where it belongs, the words, and the lists and editions that say so."""

    part: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A card; what lists say of the thing itself; and entries that have its name only."""

    card: Card
    lines: tuple[Line, ...] = ()
    namesakes: tuple[str, ...] = ()


def dossier(base: KnowledgeBase, thing: str) -> Dossier:
    """Everything known of one thing, by identifier or name, in reports and on lists.

    Raises `UnknownName` where neither knows it, and `BadInput` for a name of several parties.
    """
    try:
        card = base.card(thing)
    except UnknownName:
        named = standings(base.store, Sought(names=(thing,))) if _is_name(thing) else []
        parties = sorted({each.party for each in named})
        if not parties:
            raise
        if len(parties) > 1:
            told = ", ".join(compact(each, "") for each in parties[:NAMED])
            raise BadInput(f"{thing!r} may be {told}. Write the identifier.") from None
        card = base.card(compact(parties[0], ""))
    iri = _iri(card.thing)
    if iri is None:
        return Dossier(card)
    wanted = _wanted(base, iri)
    if wanted is None:
        return Dossier(card)
    found = standings(base.store, wanted)
    certain = [each for each in found if each.certain]
    lines = (*_lines(certain), *_earlier(base, certain))
    namesakes = tuple(_namesake(each) for each in found if not each.certain)
    return Dossier(_completed(base, card, iri, certain), lines, namesakes)


def _is_name(thing: str) -> bool:
    match = CURIE.fullmatch(thing)
    return not (match and match[1] in ENTITY_KINDS)


def _iri(thing: str) -> str | None:
    prefix, _, rest = thing.partition(":")
    if prefix in ENTITY_KINDS:
        return PREFIXES[prefix] + rest
    return thing if thing.startswith(ID) else None


def _wanted(base: KnowledgeBase, iri: str) -> Sought | None:
    """Who is to be looked for: by what reports say of the thing, or by what lists do."""
    node = NamedNode(iri)
    described = sought(iri, base.store.match(node, None, None))
    if described is not None:
        return described
    if not listed.kinds(base.store, node):
        return None
    numbers = {
        triple.object.value
        for edition in listed.editions(base.store)
        for triple in base.store.match(node, NUMBER, None, graph=edition)
        if isinstance(triple.object, Literal)
    }
    return Sought((iri,), tuple(sorted(numbers)))


def _completed(base: KnowledgeBase, card: Card, iri: str, found: list[Standing]) -> Card:
    """The card, named as lists name it where no report does, with what reports claim under other IRIs."""
    if not card.kind and found:
        kinds = sorted(listed.kinds(base.store, NamedNode(iri)))
        kind = ", ".join(name(base.store, NamedNode(each)) for each in kinds)
        card = replace(card, label=found[-1].name, kind=kind)
    stated = {each.proposition: each for each in card.stated}
    facts = list(card.facts)
    for other in _same_number(base, iri, found):
        called = base.card(compact(other, ""))
        stated |= {each.proposition: each for each in called.stated}
        facts += [("in reports", f"{called.label} ({called.thing})", ())]
    return replace(card, facts=tuple(facts), stated=tuple(stated.values()))


def _same_number(base: KnowledgeBase, iri: str, found: list[Standing]) -> list[str]:
    """Other things that reports describe with the IMO number of the ship."""
    number = local(iri).removeprefix("imo-") if "/ship/imo-" in iri else ""
    if not number or not found:
        return []
    links = base.store.match(None, NUMBER, Literal(number))
    others = {each.subject.value for each in links if isinstance(each.subject, NamedNode)}
    return sorted(others - {iri})


def _namesake(each: Standing) -> str:
    told = "; ".join(each.words(listing) for listing in each.entry.listings[:1])
    said = told or "described, not as listed"
    return f"{each.name} ({compact(each.party, '')}, {each.list} {each.entry.key}): {said}"


def _lines(found: list[Standing]) -> Iterator[Line]:
    for each in found:
        if not each.entry.listings:
            yield Line("described", f"not as listed [{each.entry.key}]", (_source(each),))
        for listing in each.entry.listings:
            word = "listed" if each.stands(listing) else "no longer listed"
            reference = listing.reference or each.entry.key
            yield Line(word, f"{each.words(listing)} [{reference}]", (_source(each),))
            if listing.reason:
                yield Line("reason", listing.reason, (_source(each),))
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in found:
        for part, text in _said(each.entry):
            grouped[part, text].append(_source(each))
    for (part, text), sources in grouped.items():
        yield Line(part, text, tuple(dict.fromkeys(sources)))


def _source(each: Standing) -> str:
    return f"{each.list} {each.editions[-1].date}"


def _said(entry: Entry) -> Iterator[tuple[str, str]]:
    """Names, identifiers, flags and other facts, and ties of an entry, as parts and words."""
    for each in entry.names:
        more = ", ".join(filter(None, (each.kind if each.kind != "primary" else "", each.note)))
        yield "name", f"{each.text} ({more})" if more else each.text
    for number in entry.identifiers:
        label = "false " * number.false + (number.label or number.scheme)
        yield (
            "identifier",
            f"{label}: {number.value}" + (f" ({number.note})" if number.note else ""),
        )
    for fact in entry.facts:
        part = FLAGS.get(fact.kind, fact.kind.replace("-", " "))
        times = (
            f"since {fact.since}" if fact.since else "",
            f"until {fact.until}" if fact.until else "",
        )
        yield part, ", ".join(filter(None, (fact.value, *times, fact.note)))
    for link in entry.links:
        times = (
            f"since {link.since}" if link.since else "",
            f"until {link.until}" if link.until else "",
        )
        yield (
            link.kind.replace("-", " "),
            ", ".join(filter(None, (link.name or link.key, *times, link.note))),
        )


def _earlier(base: KnowledgeBase, found: list[Standing]) -> Iterator[Line]:
    """Names and flags that only earlier editions give: what a later one left out stays seen."""
    for each in found:
        now = set(_said(each.entry))
        for edition in each.editions[:-1]:
            before = entry(base.store, edition.iri, entry_iri(edition.iri, each.entry.key))
            for part, text in _said(before):
                if part in (*FLAGS.values(), "name") and (part, text) not in now:
                    now.add((part, text))
                    yield Line(f"earlier {part}", text, (f"{each.list} {edition.date}",))


def as_text(found: Dossier) -> str:
    """The card as lines, with what lists say between the facts and the claims."""
    lines = ["On lists:"] if found.lines else []
    lines += [f"  {each.part}: {each.text}   [{', '.join(each.sources)}]" for each in found.lines]
    if found.namesakes:
        lines += [""] * bool(lines) + ["On lists under this name, which alone proves nothing:"]
        lines += [f"  {each}" for each in found.namesakes]
    head, gap, claims = card_text(found.card).partition("\n\n")
    told = "".join(f"\n{visible(line)}" for line in ["", *lines] if lines)
    return head + told + gap + claims


def as_json(found: Dossier) -> str:
    """The card as a JSON object; `lists` is what lists say, `namesakes` who has the name only."""
    made = asdict(found.card)
    made["lists"] = [asdict(each) for each in found.lines]
    made["namesakes"] = list(found.namesakes)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
