"""From a tree with positions to a JSON-LD document: every key, name and nesting is checked here.

All problems of a file are collected, not only the first. Parts without an id get one from their
owner (`#c1-passage`), parts without a type get the one that the ontology expects there.
"""

from difflib import get_close_matches
from typing import Any

from kb.errors import Problem
from kb.namespaces import KB
from kb.report import identity, names
from kb.report.context import IRI, LANGUAGES, LISTS, NAMES, XSD_STRING
from kb.report.model import Places
from kb.report.tree import Items, Mapping, Node, Place, Scalar
from kb.vocabulary import Property, Vocabulary

REPORT = KB + "Report"


class Checker:
    """Walks one tree; `problems` and `places` fill as it goes."""

    def __init__(self, file: str, words: Vocabulary) -> None:
        self.file = file
        self.words = words
        self.problems: list[Problem] = []
        self.subjects: dict[str, Place] = {}
        self.properties: dict[tuple[str, str], Place] = {}
        self.pointers: list[tuple[str, Place]] = []
        self.report = ""

    def document(self, root: Node) -> dict[str, Any]:
        """The JSON-LD document for the tree, without its context; see `problems`."""
        if not isinstance(root, Mapping):
            self.bad(root.place, "A report file starts with keys.", "Write `id: report:…` first.")
            return {}
        given = root.get("id")
        iri = names.report_iri(given.text) if isinstance(given, Scalar) else None
        if iri is None:
            place = given.place if given else root.place
            self.bad(
                place, "The report has no identifier.", "Write `id: report:2023-10-18-my-report`."
            )
            return {}
        if not self.sound(iri, given):
            return {}
        self.report = iri
        document = self.thing(root, iri, REPORT)
        self.dangling()
        return document

    def found(self) -> Places:
        """Where the things of the document stand."""
        return Places(self.subjects, self.properties)

    def bad(self, place: Place, message: str, remedy: str = "") -> None:
        """Notes a problem."""
        self.problems.append(Problem(self.file, place.line, place.column, message, remedy))

    def thing(self, node: Mapping, iri: str, expected: str | None) -> dict[str, Any]:
        """A mapping as a JSON-LD node object; `expected` is the class that its place asks for."""
        if iri in self.subjects:
            line = self.subjects[iri].line
            name = names.compact(iri, self.report)
            self.bad(node.place, f"{name} is described twice, first on line {line}.", "Keep one.")
            return {"id": iri}
        self.subjects[iri] = node.place
        types = self.types(node, expected)
        self.fits(node, iri, types)
        found: dict[str, Any] = {"id": iri}
        if types:
            found["type"] = [kind.removeprefix(KB) for kind in types]
        allowed = self.words.keys_of(types)
        for key, value in node.entries:
            if key.text in ("id", "type"):
                continue
            if key.text == "@context":
                self.remote(value)
            elif key.text == NAMES and "alias" in allowed:
                self.properties[(iri, self.words.properties["alias"].iri)] = key.place
                found[NAMES] = self.by_language(value)
            elif self.known(key, allowed, types):
                prop = self.words.properties[key.text]
                self.properties[(iri, prop.iri)] = key.place
                found[key.text] = self.values(value, prop, iri)
        return found

    def sound(self, iri: str, given: Node | None) -> bool:
        """Whether the identifier that a place gives is an IRI; notes a problem if not."""
        wrong = identity.malformed(iri, given.text if isinstance(given, Scalar) else iri)
        if wrong and given:
            self.bad(given.place, *wrong)
        return not wrong

    def fits(self, node: Mapping, iri: str, types: list[str]) -> None:
        """Notes a problem where a report may not describe the thing so."""
        given, name = node.get("id"), node.get("name")
        wrong = identity.misdescribed(iri, types, self.words)
        if wrong:
            self.bad(given.place if given else node.place, *wrong)
        for item in name.items if isinstance(name, Items) else (name,) if name else ():
            text = item.get("value") if isinstance(item, Mapping) else item
            wrong = identity.renamed(iri, text.text) if isinstance(text, Scalar) else None
            if wrong:
                self.bad(item.place, *wrong)

    def types(self, node: Mapping, expected: str | None) -> list[str]:
        """The classes of a mapping, as IRIs: given in `type`, else the one that its place implies."""
        given = node.get("type")
        if given is None:
            name = expected or ""
            if name in self.words.classes and len(self.words.descendants(name)) == 1:
                return [name]
            kind = self.words.classes[name].label if name in self.words.classes else "thing"
            self.bad(node.place, f"This {kind} has no type.", self.type_hint(expected))
            return []
        found = []
        for item in given.items if isinstance(given, Items) else (given,):
            if isinstance(item, Scalar) and KB + item.text in self.words.classes:
                found.append(KB + item.text)
            else:
                text = item.text if isinstance(item, Scalar) else "this"
                near = identity.nearest_class(text, self.words)
                hint = f"Did you mean {near}?" if near else self.type_hint(expected)
                self.bad(item.place, f"{text!r} is no type that is known.", hint)
        return found

    def type_hint(self, expected: str | None) -> str:
        """Which types may stand here."""
        below = self.words.descendants(expected) if expected else frozenset()
        kinds = sorted(iri.removeprefix(KB) for iri in below)
        return f"Write `type:` with one of: {', '.join(kinds[:12])}." if kinds else "Write `type:`."

    def known(self, key: Scalar, allowed: frozenset[str], types: list[str]) -> bool:
        """Whether the key may stand on a thing of these types; notes a problem if not."""
        if key.text in allowed or (not types and key.text in self.words.properties):
            return True
        if not types:
            allowed = frozenset(self.words.properties)
        near = identity.nearest_key(key.text, allowed | {"id", "type"})
        hint = f"Did you mean {near!r}?" if near else f"It may have: {', '.join(sorted(allowed))}."
        kind = " ".join(iri.removeprefix(KB) for iri in types) or "thing"
        if key.text in self.words.properties:
            places = sorted(iri.removeprefix(KB) for iri in self.words.properties[key.text].domains)
            message = f"The key {key.text!r} does not belong on a {kind}; it is used on {', '.join(places)}."
        else:
            message = f"Unknown key {key.text!r} on a {kind}."
        self.bad(key.place, message, hint)
        return False

    def values(self, node: Node, prop: Property, owner: str) -> Any:
        """One value or a list of values of a property."""
        if prop.range == LANGUAGES:
            return self.by_language(node)
        if not isinstance(node, Items):
            single = self.value(node, prop, owner, 1)
            return [single] if prop.range == LISTS else single
        if any(isinstance(item, Items) for item in node.items):
            self.bad(node.place, f"{prop.key!r} holds a list within a list.", "Write one list.")
            return []
        return [self.value(item, prop, owner, number) for number, item in enumerate(node.items, 1)]

    def value(self, node: Node, prop: Property, owner: str, number: int) -> Any:
        """One value: text for a datatype, else a name or a nested thing."""
        if isinstance(node, Scalar):
            if not node.text.strip():
                self.bad(node.place, f"{prop.key!r} has no value.", "Write one, or delete the key.")
            return node.text if prop.datatype else self.pointer(node, prop)
        if prop.datatype and isinstance(node, Mapping):
            return self.tagged(node, prop)
        if not isinstance(node, Mapping):
            self.bad(node.place, f"{prop.key!r} takes a text, not keys of its own.", "")
            return ""
        return self.thing(node, self.identity(node, prop, owner, number), self.expected(prop))

    def tagged(self, node: Mapping, prop: Property) -> Any:
        """A text with its language: {value: …, lang: …}."""
        parts = {key.text: value.text for key, value in node.entries if isinstance(value, Scalar)}
        if set(parts) != {"value", "lang"} or prop.range != XSD_STRING:
            self.bad(
                node.place, f"{prop.key!r} takes a text, not keys of its own.", "Write the text."
            )
        return parts

    def expected(self, prop: Property) -> str | None:
        """The class of a nested value."""
        return KB + "Agent" if prop.range == LISTS else prop.range

    def identity(self, node: Mapping, prop: Property, owner: str, number: int) -> str:
        """The IRI of a nested thing: the one it gives, else one made from its owner and key."""
        given = node.get("id")
        if isinstance(given, Scalar):
            iri = names.expand(given.text, self.report, None, self.words)
            if iri is not None and not self.sound(iri, given):
                return made_name(owner, self.report, prop.key, number)
            if iri is not None and iri != names.UNKNOWN:
                return iri
            message, remedy = names.complaint(given.text, None, self.words)
            self.bad(given.place, message, remedy)
        return made_name(owner, self.report, prop.key, number)

    def pointer(self, node: Scalar, prop: Property) -> str:
        """The IRI or term for a name that points at a thing."""
        iri = names.expand(node.text, self.report, prop, self.words)
        if iri is None:
            message, remedy = names.complaint(node.text, prop, self.words)
            self.bad(node.place, message, remedy)
            return names.UNKNOWN
        if not self.sound(iri, node):
            return names.UNKNOWN
        if iri.startswith(self.report + "#"):
            self.pointers.append((iri, node.place))
        return iri

    def dangling(self) -> None:
        """Notes every `#name` that nothing in the file has."""
        local = [
            iri.removeprefix(self.report)
            for iri in self.subjects
            if iri.startswith(self.report + "#")
        ]
        for iri, place in self.pointers:
            if iri not in self.subjects:
                name = iri.removeprefix(self.report)
                near = get_close_matches(name, local, n=1, cutoff=0.5)
                hint = f"Did you mean {near[0]!r}?" if near else "Describe it under `propositions`."
                self.bad(place, f"Nothing in this report has the id {name!r}.", hint)

    def by_language(self, node: Node) -> dict[str, list[str]]:
        """A map from language tags to texts, as in `names: {ko: 라진}`."""
        if not isinstance(node, Mapping):
            self.bad(node.place, "Texts by language are needed here.", "Write them as {ko: 라진}.")
            return {}
        found: dict[str, list[str]] = {}
        for key, value in node.entries:
            items = value.items if isinstance(value, Items) else (value,)
            found[key.text] = [item.text for item in items if isinstance(item, Scalar)]
            if len(found[key.text]) != len(items) or not key.text.replace("-", "").isalnum():
                self.bad(
                    key.place,
                    f"{key.text!r} is not a language tag with a text.",
                    "Write {ko: 라진}.",
                )
        return found

    def remote(self, node: Node) -> None:
        """Notes a context other than the one that ships with the program."""
        if not isinstance(node, Scalar) or node.text != IRI:
            message = "Only the built-in context is allowed; contexts are never fetched."
            self.bad(node.place, message, f'Delete "@context", or write {IRI}.')


def made_name(owner: str, report: str, key: str, number: int) -> str:
    """The IRI of a part that has no id: `report#claims-2` for a report's own, `…#c1-passage` for others'.

    The first part of an owner other than the report has no number.
    """
    if owner == report:
        return f"{report}#{key}-{number}"
    base = owner if owner.startswith(report + "#") else f"{report}#{owner.rsplit('/', 1)[-1]}"
    return f"{base}-{key}" + (f"-{number}" if number > 1 else "")
