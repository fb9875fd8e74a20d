"""The terms of judging: those of the ontology, and the working terms that no graph of a base holds."""

from collections.abc import Iterable
from typing import Protocol

from pyoxigraph import NamedNode, Triple

from kb.namespaces import BASE, KB, PREFIXES, RDF, RDFS
from kb.terms import Term

JUDGING = BASE + "judging#"
"""The namespace of working triples, which live only while the rules run."""

TYPE, LABEL = NamedNode(RDF + "type"), NamedNode(RDFS + "label")
SUBCLASS = NamedNode(RDFS + "subClassOf")
BROADER, PREF_LABEL = (NamedNode(PREFIXES["skos"] + name) for name in ("broader", "prefLabel"))
DERIVED_FROM = NamedNode(PREFIXES["prov"] + "wasDerivedFrom")
POTENTIAL_BREACH, PROVISION, STATE = (
    NamedNode(KB + name) for name in ("PotentialBreach", "Provision", "State")
)
JUDGES, AGAINST, VERDICT, RULE, MET, GAP, UNMET, OPEN_EXEMPTION = (
    NamedNode(KB + name)
    for name in (
        "judges",
        "againstProvision",
        "verdict",
        "rule",
        "met",
        "gap",
        "unmet",
        "openExemption",
    )
)
ABOUT, STANCE, CLAIMANT, PARTY, WITHDRAWS, CARGO = (
    NamedNode(KB + name)
    for name in ("about", "stance", "claimant", "onBehalfOf", "withdraws", "cargo")
)
TIME, EARLIEST, LATEST = (NamedNode(KB + n) for n in ("time", "timeEarliest", "timeLatest"))
IN_STATE, PART_OF = NamedNode(KB + "state"), NamedNode(KB + "partOf")
SHIP_ROLES = tuple(NamedNode(KB + n) for n in ("vessel", "receivingShip", "owned", "managed"))
DESIGNATED = NamedNode(KB + "designated")
TIES = tuple(
    NamedNode(KB + name)
    for name in (
        *("FlagRegistration", "FlagChange", "Ownership", "Management"),
        *("Designation", "Delisting"),
    )
)
"""Relations of a ship or party on which a verdict about another event of it may rest."""
PARTY_ROLES = tuple(
    NamedNode(KB + name)
    for name in (
        *("supplier", "recipient", "consignor", "consignee", "charterer"),
        *("vessel", "receivingShip", "visitor"),
    )
)
"""In which roles it matters to a verdict that a party or ship is listed."""
NUMBER, ALIAS = NamedNode(KB + "imoNumber"), NamedNode(PREFIXES["skos"] + "altLabel")
NAME, FIRST, LAST, LASTS, IS_A, WITHIN, KINDS, BINDS, KNOWN_UNTIL = (
    NamedNode(JUDGING + name)
    for name in ("name", "first", "last", "lasts", "isA", "within", "kinds", "binds", "knownUntil")
)
(
    LISTED, BY, IMPOSES, UNDER, RESTS_ON, CITED, SEEN, OFF_FIRST, OFF_LAST, BY_NAME, CONTESTED,
    NATIONAL,
) = (
    NamedNode(JUDGING + name)
    for name in (
        *("listed", "by", "imposes", "under", "restsOn", "cited"),
        *("seen", "offFirst", "offLast", "byName", "contested", "national"),
    )
)  # fmt: skip
"""What a listing in a loaded list is to the rules: the desk brings these."""


class View(Protocol):
    """A base, or one as it will be once a report's graph is replaced."""

    def match(
        self, subject: NamedNode | None, predicate: NamedNode | None, value: Term | None, /
    ) -> Iterable[Triple]:
        """The triples of a pattern; the same triple may come twice."""


def values(view: View, subject: NamedNode, predicate: NamedNode) -> list[Term]:
    """The values of one property of a thing, each once, in the order of their text."""
    return sorted({triple.object for triple in view.match(subject, predicate, None)}, key=str)


def things(view: View, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
    """The things among the values of one property."""
    return [each for each in values(view, subject, predicate) if isinstance(each, NamedNode)]


def subjects(view: View, predicate: NamedNode | None, value: NamedNode) -> list[NamedNode]:
    """The things that have a value for a property, or for any."""
    found = {triple.subject for triple in view.match(None, predicate, value)}
    return sorted((each for each in found if isinstance(each, NamedNode)), key=str)
