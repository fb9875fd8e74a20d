"""One proposition and all claims about it, read by look-ups whose number the claims set, not the base."""

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from kb.judge.case_parts import Case, Claim, Evidence, Figure, Quote, Role, Value
from kb.judge.case_reading import Reading, Thing
from kb.namespaces import KB, PREFIXES

(
    ABOUT,
    STANCE,
    CLAIMANT,
    PARTY,
    REPORT,
    SAID,
    PASSAGE,
    CUE,
    ASPECT,
    RESTS,
    REPEATS,
    WITHDRAWS,
    DISPUTES,
    COUNTED,
    HEDGED,
    RELIABILITY,
    CREDIBILITY,
    PUBLISHED,
    STATUS,
    ASSESSES,
    SOURCES,
    DISPUTED,
    KIND,
    TEXT,
    LEAST,
    MOST,
    UNIT,
    CARGO,
    PAGE,
    NOTE,
    PRODUCER,
    EVIDENCE_KIND,
    TIME,
    SHOWS,
) = (
    NamedNode(KB + name)
    for name in (
        *("about", "stance", "claimant", "onBehalfOf", "inReport", "said", "passage", "cue"),
        *("aspect", "restsOn", "repeats", "withdraws", "disputes", "countedAs", "hedged"),
        *("reliability", "credibility", "published", "status", "assesses"),
        *("independentSources", "disputedAspect", "cargoKind", "quantityText", "quantityMin"),
        *("quantityMax", "unit", "cargo", "page", "note", "producer", "evidenceKind", "time"),
        "shows",
    )
)
PUBLISHER = NamedNode(PREFIXES["dcterms"] + "publisher")
EXACT, START, END = (NamedNode(PREFIXES["oa"] + name) for name in ("exact", "start", "end"))
SILENT = frozenset({"note"})
"""Keys that are no role."""


def case(reading: Reading, proposition: NamedNode) -> Case:
    """The case of a proposition."""
    kinds = reading.kinds(proposition)
    nodes = {t.subject for t in reading.store.match(None, ABOUT, proposition)}
    claims = [read_claim(reading, each) for each in nodes if isinstance(each, NamedNode)]
    assessed = [t.subject for t in reading.store.match(None, ASSESSES, proposition)]
    found = [each for each in assessed if isinstance(each, NamedNode)]
    status = reading.nodes(proposition, STATUS)
    return Case(
        proposition=reading.thing(proposition),
        kind=reading.kind(kinds),
        kinds=tuple(sorted(kinds)),
        roles=tuple(_roles(reading, proposition, kinds)),
        figures=tuple(_figures(reading, proposition)),
        status=reading.local(status[0]) if status else "no status",
        sources=max((int(reading.text(each, SOURCES) or 0) for each in found), default=0),
        disputed=tuple(reading.role(a) for each in found for a in reading.nodes(each, DISPUTED)),
        claims=tuple(sorted(claims, key=order)),
    )


def order(claim: Claim) -> tuple[str, str, int, str]:
    """Claims by when they were said or else published, report, place in it."""
    first = claim.quotes[0].start if claim.quotes else 0
    return (claim.said.partition("/")[0] or claim.published, claim.report.id, first, claim.id)


def read_claim(reading: Reading, claim: NamedNode) -> Claim:
    """One claim with all that belongs to it."""
    claimant = reading.first(claim, CLAIMANT)
    party = reading.first(claim, PARTY)
    report = reading.first(claim, REPORT)
    node = NamedNode(report.iri) if report else claim
    publisher = reading.first(node, PUBLISHER)
    grades = [each for part in (claim, node) for each in _grades(reading, part)]
    counted = reading.nodes(claim, COUNTED)
    return Claim(
        id=reading.short(claim),
        stance=", ".join(reading.local(each) for each in reading.nodes(claim, STANCE)),
        claimant=claimant or Thing("", "", "somebody"),
        party=party,
        principal=party or claimant or Thing("", "", "somebody"),
        via=tuple(reading.chain(claim)),
        said=reading.text(claim, SAID),
        report=report or Thing("", "", "no report"),
        publisher=publisher.name if publisher else "",
        published=reading.text(node, PUBLISHED),
        quotes=tuple(sorted(_quotes(reading, claim, PASSAGE), key=lambda each: each.start)),
        cue=next((each.text for each in _quotes(reading, claim, CUE)), ""),
        aspects=tuple(_aspect(reading, each) for each in reading.nodes(claim, ASPECT)),
        evidence=tuple(reading.kept(each, _evidence) for each in reading.nodes(claim, RESTS)),
        hedged=reading.text(claim, HEDGED) == "true",
        note=reading.text(claim, NOTE),
        grades=tuple(dict.fromkeys(grades)),
        repeats=reading.ids(claim, REPEATS),
        withdraws=reading.ids(claim, WITHDRAWS),
        withdrawn_by=tuple(_withdrawals(reading, claim)),
        disputes=reading.ids(claim, DISPUTES),
        source=reading.short(counted[0]) if counted else "",
    )


def _aspect(reading: Reading, role: NamedNode) -> Thing:
    return Thing(role.value, reading.short(role), reading.role(role))


def _grades(reading: Reading, thing: NamedNode) -> Iterator[str]:
    for predicate, word in ((RELIABILITY, "reliability"), (CREDIBILITY, "credibility")):
        for each in reading.nodes(thing, predicate):
            yield f"{word} {reading.local(each)} ({reading.name(each)})"


def _quotes(reading: Reading, claim: NamedNode, predicate: NamedNode) -> Iterator[Quote]:
    for passage in reading.nodes(claim, predicate):
        start, end = (int(reading.text(passage, each) or 0) for each in (START, END))
        yield Quote(reading.text(passage, EXACT), start, end, reading.text(passage, PAGE))


def _withdrawals(reading: Reading, claim: NamedNode) -> Iterator[str]:
    """The claims that take one back and whose principal is its own: the rule of queries/derive/."""
    own = _principals(reading, claim)
    for triple in sorted(reading.store.match(None, WITHDRAWS, claim), key=str):
        if isinstance(triple.subject, NamedNode) and own & _principals(reading, triple.subject):
            yield reading.short(triple.subject)


def _principals(reading: Reading, claim: NamedNode) -> set[NamedNode]:
    return set(reading.nodes(claim, PARTY) or reading.nodes(claim, CLAIMANT))


def _evidence(reading: Reading, node: NamedNode) -> Evidence:
    kinds = [reading.name(each) for each in reading.nodes(node, EVIDENCE_KIND)]
    shows = tuple(reading.thing(each) for each in reading.nodes(node, SHOWS))
    maker = reading.first(node, PRODUCER)
    return Evidence(
        reading.short(node), reading.name(node), ", ".join(kinds), maker,
        reading.text(node, TIME), shows,
    )  # fmt: skip


def _roles(reading: Reading, thing: NamedNode, kinds: set[str]) -> Iterator[Role]:
    """What the reports say of the proposition itself: each value with the reports that give it."""
    above = frozenset().union(*(reading.words.ancestors(kind) for kind in kinds))
    found: dict[NamedNode, list[Triple]] = defaultdict(list)
    for triple in reading.store.match(thing, None, None):
        prop = reading.words.by_iri.get(triple.predicate.value)
        if prop and prop.domains & above and not prop.derived and prop.key not in SILENT:
            found[triple.predicate].append(triple)
    for predicate in sorted(found, key=lambda each: reading.words.by_iri[each.value].key):
        prop = reading.words.by_iri[predicate.value]
        values = [_value(reading, triple) for triple in found[predicate]]
        yield Role(prop.key, prop.label, tuple(sorted(values, key=lambda v: (v.text, v.id))))


def _value(reading: Reading, triple: Triple) -> Value:
    reports = reading.reports(triple)
    if isinstance(triple.object, NamedNode):
        node = triple.object
        shown = _cargo(reading, node) if triple.predicate == CARGO else reading.name(node)
        return Value(reading.short(node), shown, reports, reading.unnamed(node))
    shown = triple.object.value if isinstance(triple.object, Literal) else str(triple.object)
    return Value("", shown, reports)


def _cargo(reading: Reading, node: NamedNode) -> str:
    """A consignment as people name it: how much of what."""
    kinds = ", ".join(reading.name(each) for each in reading.nodes(node, KIND))
    text = "; ".join(reading.texts(node, TEXT))
    return f"{text} ({kinds})" if text and kinds else text or kinds or "goods not described"


def _figures(reading: Reading, thing: NamedNode) -> Iterator[Figure]:
    for triple in sorted(reading.store.match(thing, CARGO, None), key=str):
        node = triple.object
        if not isinstance(node, NamedNode):
            continue
        text = "; ".join(reading.texts(node, TEXT))
        least, most = (reading.number(node, each) for each in (LEAST, MOST))
        if text or least is not None or most is not None:
            kinds = tuple(reading.name(each) for each in reading.nodes(node, KIND))
            unit = reading.text(node, UNIT)
            yield Figure(text, least, most, unit, kinds, reading.reports(triple))
