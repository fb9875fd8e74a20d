"""One line for each proposition and claim, such as "Arms transfer: North Korea → Russia, 2023-09".

The line is made from the ontology: the class's label, then the values of the roles that its class
can have. A new kind of event gets its label without a line of code.
"""

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode

from kb.assess.after import After
from kb.namespaces import KB, PREFIXES, RDF, RDFS
from kb.store import naming
from kb.terms import Term
from kb.vocabulary import Property, Vocabulary

TYPE, LABEL = NamedNode(RDF + "type"), NamedNode(RDFS + "label")
TITLE = NamedNode(PREFIXES["dcterms"] + "title")
NOTE, ROLE, UNNAMED = (NamedNode(KB + name) for name in ("note", "role", "unnamed"))
TIME = NamedNode(KB + "time")
CLAIMANT, PARTY, STANCE, ABOUT = (
    NamedNode(KB + name) for name in ("claimant", "onBehalfOf", "stance", "about")
)
CARGO, KIND, QUANTITY = (NamedNode(KB + name) for name in ("cargo", "cargoKind", "quantityText"))
ARROWS = {
    "supplier": "recipient",
    "consignor": "consignee",
    "origin": "destination",
    "fromFlag": "toFlag",
    "formerName": "newName",
    "owner": "owned",
    "manager": "managed",
    "vessel": "receivingShip",
}
"""Pairs of roles that read as "from → to"."""
EQUAL = frozenset({"sameAs", "otherName", "falseName"})
"""Roles that read as "entity = other"."""
FIRST = ("visitor", "holder", "actor", "vessel", "supplier", "owner", "manager", "designated")
"""Roles that come first, in this order; the others follow in alphabetical order."""
SILENT = frozenset(
    {"cargo", "description", "note", "percentage", "title", "topic", "purpose", "unauthorizedBy"}
)


class Labels:
    """The labels of things as a view of the base has them."""

    def __init__(self, after: After, words: Vocabulary) -> None:
        self.after = after
        self.words = words

    def proposition(self, thing: NamedNode) -> str:
        """What a proposition is about, in one line."""
        kind = self._kind(thing)
        title = self._text(thing, TITLE)
        said = title or ", ".join(self._roles(thing, kind)).replace(", =", " =")
        cargo = "" if title else self._cargo(thing)
        time = spoken(self._text(thing, TIME))
        name = _capital(self.words.classes[kind].label) if kind else "Proposition"
        return f"{name}: {said}{cargo}" + (f", {time}" if time else "")

    def claim(self, thing: NamedNode, about: str) -> str:
        """Who takes which stance on what."""
        who = next((self.name(each) for each in self.after.values(thing, CLAIMANT)), "somebody")
        party = next((self.name(each) for each in self.after.values(thing, PARTY)), "")
        stance = next(
            (
                naming.name(self.after, each)
                for each in self.after.values(thing, STANCE)
                if isinstance(each, NamedNode)
            ),
            "claims",
        )
        return f"{who}{f' for {party}' if party else ''} {stance}: {about}"

    def unnamed(self, thing: NamedNode) -> str:
        """A name for what the source leaves without one: its class and the source's description."""
        more = self._text(thing, NOTE) or self._text(thing, ROLE)
        return f"unnamed {self._class(thing)}" + (f" ({more})" if more else "")

    def name(self, thing: Term) -> str:
        """The name of an entity; what the source calls an unnamed one."""
        if not isinstance(thing, NamedNode):
            return getattr(thing, "value", str(thing))
        return self.unnamed(thing) if self.nameless(thing) else naming.name(self.after, thing)

    def nameless(self, thing: NamedNode) -> bool:
        """Whether sources speak of a thing without naming it."""
        return any(self.after.match(thing, UNNAMED, None)) and not self._text(thing, LABEL)

    def _kind(self, thing: NamedNode) -> str:
        """The most specific class, by IRI; the empty string where there is none."""
        kinds = [k.value for k in self.after.values(thing, TYPE) if isinstance(k, NamedNode)]
        known = [kind for kind in kinds if kind in self.words.classes]
        return max(known, key=lambda kind: (len(self.words.ancestors(kind)), kind), default="")

    def _roles(self, thing: NamedNode, kind: str) -> Iterator[str]:
        """The values of the roles, those that belong together as "from → to"."""
        found = {
            naming.local(prop.iri): self._names(thing, NamedNode(prop.iri))
            for prop in self._properties(kind)
        }
        shown = {name: " and ".join(values) for name, values in found.items() if values}
        order = sorted(shown, key=lambda n: (FIRST.index(n) if n in FIRST else len(FIRST), n))
        for name in order:
            target = ARROWS.get(name, "")
            if target in shown:
                yield f"{shown[name]} → {shown[target]}"
            elif name == "knownOf":
                yield f"of {shown[name]}"
            elif name in EQUAL:
                yield f"= {shown[name]}"
            elif not any(ARROWS.get(each) == name for each in shown):
                yield f"→ {shown[name]}" if name in ("destination", "recipient") else shown[name]

    def _properties(self, kind: str) -> list[Property]:
        above = self.words.ancestors(kind)
        return [
            prop
            for prop in self.words.by_iri.values()
            if prop.domains & above and not prop.derived and naming.local(prop.iri) not in SILENT
            and prop.iri != TIME.value
        ]  # fmt: skip

    def _names(self, thing: NamedNode, predicate: NamedNode) -> list[str]:
        """The names of the values; those without one by their class, counted."""
        values = self.after.values(thing, predicate)
        counted = Counter(self._short(value) for value in values)
        return sorted(name if n == 1 else f"{n} × {name}" for name, n in counted.items())

    def _short(self, value: Term) -> str:
        if isinstance(value, NamedNode) and self.nameless(value):
            return f"unnamed {self._class(value)}"
        return self.name(value)

    def _class(self, thing: NamedNode) -> str:
        kind = self._kind(thing)
        return self.words.classes[kind].label if kind else "thing"

    def _cargo(self, thing: NamedNode) -> str:
        words = []
        for part in self.after.values(thing, CARGO):
            if isinstance(part, NamedNode):
                words += self._names(part, KIND)
                words += self._names(part, QUANTITY)
        return f" ({', '.join(words)})" if words else ""

    def _text(self, thing: NamedNode, predicate: NamedNode) -> str:
        return naming.text(self.after, thing, predicate)


def spoken(time: str) -> str:
    """An EDTF date or interval as people write it: "2023-08 to 2023-10", "since 2023-08"."""
    start, slash, end = time.partition("/")
    if not slash:
        return time
    if start in ("", ".."):
        return f"until {end}"
    return f"since {start}" if end in ("", "..") else f"{start} to {end}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
