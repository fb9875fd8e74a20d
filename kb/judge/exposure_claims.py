"""Ties and accusations that reports claim, each with its status and everybody who takes a stance on it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, islice

from pyoxigraph import NamedNode

from kb.judge.case import ABOUT, STATUS, TIME, order, read_claim
from kb.judge.case_parts import SUPPORT, Case, Claim
from kb.judge.case_reading import Reading
from kb.judge.case_status import counts, status
from kb.judge.exposure import Edge, End, Said
from kb.judge.words import AGAINST, JUDGES, VERDICT
from kb.namespaces import BREACHES, DERIVED_GRAPH, KB
from kb.store.naming import UNKNOWN

TIES = {
    "Ownership": (("owner", "owned", "owns", "ownership"),),
    "Management": (("manager", "managed", "manages", "management"),),
    "OfficeHolding": (("holder", "organization", "holds an office in", "management"),),
    "Charter": (("charterer", "vessel", "charters", "charter"),),
    "CrewService": (("crewProvider", "vessel", "provides the crew of", "management"),),
    "FlagRegistration": (("vessel", "flagState", "flies the flag of", "flag"),),
    "FlagChange": (
        ("vessel", "toFlag", "passed to the flag of", "flag"),
        ("vessel", "fromFlag", "passed from the flag of", "flag"),
    ),
    "ShipToShipTransfer": (
        ("vessel", "receivingShip", "passed cargo from ship to ship to", "co-movement"),
    ),
    "Bunkering": (("actor", "vessel", "bunkered", "co-movement"),),
    "Voyage": (
        ("vessel", "vessel", "was on one voyage with", "co-movement"),
        ("actor", "vessel", "took part in a voyage of", "co-movement"),
    ),
    "Shipment": (
        ("vessel", "vessel", "carried one shipment with", "co-movement"),
        ("carrier", "vessel", "carried a shipment on", "co-movement"),
        ("carrier", "carrier", "carried one shipment with", "co-movement"),
    ),
    "Identification": (("entity", "sameAs", "is said to be one with", "identity"),),
    "JointVenture": (("participant", "participant", "is in a joint venture with", "association"),),
    "Association": (("participant", "participant", "is linked to", "association"),),
}
"""The classes of propositions that tie things: two roles, words between them, the kind of tie."""
ROLES = tuple(sorted({role for rows in TIES.values() for row in rows for role in row[:2]}))
ACCUSED = (
    *("supplier", "recipient", "broker", "carrier", "consignor", "consignee", "vessel"),
    *("receivingShip", "usingAircraft", "actor", "participant", "owner", "manager"),
    *("charterer", "crewProvider", "insurer", "flagState"),
)
"""The roles of a party of an act that is a transfer of arms, or that may break a provision."""
HUB = 300
"""How many propositions are followed from one thing by one role."""
PERCENTAGE, LATEST, BREACHING, BREACHED = (
    NamedNode(KB + name)
    for name in ("percentage", "publishedLatest", "breachingEvent", "breachedProvision")
)


class Claimed:
    """The ties and accusations of a base, as reports claim them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.crowded: set[str] = set()
        self._cases: dict[NamedNode, Case | None] = {}
        self._arms = reading.words.descendants(KB + "ArmsTransfer")

    def edges(self, thing: str) -> list[Edge]:
        """The ties of a thing that reports claim, denied ones among them."""
        node = NamedNode(thing)
        found = {
            edge
            for proposition in self._having(node, ROLES)
            for edge in self._edges(proposition)
            if thing in (edge.source, edge.target)
        }
        return sorted(found, key=lambda each: each.order)

    def ends(self, thing: str) -> list[End]:
        """What a thing is accused of, and by what report it is said to be listed."""
        node = NamedNode(thing)
        having = self._having(node, (*ACCUSED, "designated"))
        made = [each for p, roles in having.items() for each in self._ends(p, roles)]
        return sorted(made, key=lambda each: (each.kind, each.words, each.claimed))

    def _having(self, node: NamedNode, roles: tuple[str, ...]) -> dict[NamedNode, list[str]]:
        """The propositions in which a thing has one of some roles, with the roles."""
        found: dict[NamedNode, list[str]] = {}
        for role in roles:
            having = list(
                islice(self.reading.store.match(None, NamedNode(KB + role), node), HUB + 1)
            )
            if len(having) > HUB:
                self.crowded.add(node.value)
            for link in having[:HUB]:
                if isinstance(link.subject, NamedNode):
                    found.setdefault(link.subject, []).append(role)
        return {each: found[each] for each in sorted(found, key=str)}

    def _case(self, proposition: NamedNode) -> Case | None:
        """The claims about a proposition, with its status; None where there are none."""
        if proposition not in self._cases:
            self._cases[proposition] = self._read(proposition)
        return self._cases[proposition]

    def _read(self, proposition: NamedNode) -> Case | None:
        reading = self.reading
        nodes = {t.subject for t in reading.store.match(None, ABOUT, proposition)}
        found = [reading.kept(each, read_claim) for each in nodes if isinstance(each, NamedNode)]
        if not found:
            return None
        claims = tuple(sorted(found, key=order))
        kinds = reading.kinds(proposition)
        made = Case(
            reading.thing(proposition), reading.kind(kinds), tuple(sorted(kinds)), (), (), "",
            len({each.source for each in claims if each.supports and each.source}), (), claims,
        )  # fmt: skip
        given = reading.nodes(proposition, STATUS)
        if given:
            return replace(made, status=reading.local(given[0]))
        return replace(made, status=status(counts(made), made.sources))

    def _values(self, proposition: NamedNode, role: str) -> list[NamedNode]:
        """The things in a role."""
        found = set(self.reading.nodes(proposition, NamedNode(KB + role)))
        return sorted(found - {UNKNOWN}, key=str)

    def _edges(self, proposition: NamedNode) -> Iterator[Edge]:
        kinds = self.reading.kinds(proposition)
        above = {kind.removeprefix(KB) for k in kinds for kind in self.reading.words.ancestors(k)}
        for name in sorted(TIES.keys() & above):
            case = self._case(proposition)
            for first, second, words, kind in TIES[name] if case else ():
                assert case is not None
                ones = self._values(proposition, first)
                others = self._values(proposition, second)
                pairs = (
                    combinations(ones, 2)
                    if first == second
                    else ((one, other) for one in ones for other in others if one != other)
                )
                for one, other in pairs:
                    yield self._edge(proposition, case, kind, (one.value, words, other.value))

    def _edge(
        self, proposition: NamedNode, case: Case, kind: str, told: tuple[str, str, str]
    ) -> Edge:
        source, words, target = told
        first, last = self.reading.span(proposition)
        return Edge(
            kind=kind,
            source=source,
            target=target,
            words=words,
            status=case.status,
            said=tuple(said(each) for each in case.claims),
            claimed=case.proposition.id,
            time=" or ".join(self.reading.texts(proposition, TIME)),
            shares=self._shares(proposition) if kind == "ownership" else (),
            first=first,
            last=last,
        )

    def _shares(self, proposition: NamedNode) -> tuple[float, ...]:
        found = set()
        for text in self.reading.texts(proposition, PERCENTAGE):
            try:
                share = float(text)
            except ValueError:
                continue
            if 0 <= share <= 100:
                found.add(share)
        return tuple(sorted(found))

    def _ends(self, proposition: NamedNode, roles: list[str]) -> Iterator[End]:
        kinds = self.reading.kinds(proposition)
        if "designated" in roles and KB + "Designation" in kinds:
            case = self._case(proposition)
            if case is not None:
                yield self._end("said to be listed", self._designation(proposition), case)
        parts = [each for each in roles if each != "designated"]
        if not parts:
            return
        named = ", ".join(sorted(self.reading.role(NamedNode(KB + each)) for each in parts))
        where = f"as {named} in: {self.reading.name(proposition)}"
        against = self._against(proposition)
        if self._arms & kinds or against:
            breach = f" (potential breach of {', '.join(against)})" if against else ""
            yield from self._accusation(f"{where}{breach}", self._case(proposition))
        for link in self.reading.store.match(None, BREACHING, proposition):
            if isinstance(link.subject, NamedNode):
                law = self.reading.first(link.subject, BREACHED)
                told = f", said to break {law.name}" if law else ", said to be a breach"
                yield from self._accusation(f"{where}{told}", self._case(link.subject))

    def _accusation(self, words: str, case: Case | None) -> Iterator[End]:
        """An end, unless nobody ever supported what it speaks of: then nobody is accused."""
        if case is not None and any(each.stance in SUPPORT for each in case.claims):
            yield self._end("accused", words, case)

    def _end(self, kind: str, words: str, case: Case) -> End:
        told = tuple(said(each) for each in case.claims)
        return End(kind, words, case.status, told, claimed=case.proposition.id)

    def _designation(self, proposition: NamedNode) -> str:
        by = ", ".join(self.reading.name(e) for e in self._values(proposition, "authority"))
        time = " or ".join(self.reading.texts(proposition, TIME))
        return " ".join(filter(None, (f"by {by or 'an authority'}", time)))

    def _against(self, proposition: NamedNode) -> list[str]:
        """The provisions that a proposition would or could break, by the rules of the base."""
        found = set()
        for link in self.reading.store.match(None, JUDGES, proposition, graph=DERIVED_GRAPH):
            judged = link.subject
            if isinstance(judged, NamedNode) and judged.value.startswith(BREACHES):
                verdict = ", ".join(
                    self.reading.local(each) for each in self.reading.nodes(judged, VERDICT)
                )
                for each in self.reading.nodes(judged, AGAINST):
                    found.add(
                        f"{self.reading.name(each)}: {verdict}"
                        if verdict
                        else self.reading.name(each)
                    )
        return sorted(found)


def said(claim: Claim) -> Said:
    """Who makes a claim, and how: for whom, in part, hedged, taken back since."""
    party = f" for {claim.party.name}" if claim.party else ""
    stance = claim.stance
    if claim.aspects:
        stance += f" in part ({', '.join(each.name for each in claim.aspects)})"
    if claim.hedged:
        stance += ", hedged"
    if claim.withdrawn_by:
        stance += ", taken back since"
    quote = claim.quotes[0].text if claim.quotes else ""
    day = claim.said or claim.published
    return Said(claim.claimant.name + party, stance, claim.id, claim.report.id, day, quote)
