"""Lines of JSON as entities of FollowTheMoney, those inside of others among them."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.errors import BadInput
from kb.lists import ftm_words as words
from kb.lists.ftm_edges import Said
from kb.lists.ftm_entry import Thing
from kb.lists.model import Audit

LONGEST_LINE = 16 << 20
DEEPEST = 8
UNSOUND = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


ESCAPED = re.compile(r"\\u(?:00[01]|007f|d[89a-f]|fff[ef])", re.IGNORECASE)
PLAIN = re.compile("[\x7f\ufffe\uffff]")
"""What a line of JSON must hold for one of its texts to be unsound: such an escape or character."""


@dataclass(slots=True)
class Line:
    """The JSON value of a line, and whether all its texts are sound without a look at each."""

    number: int
    value: object
    clean: bool


def objects(path: Path, wanted: Callable[[int, bytes], bool] | None = None) -> Iterator[Line]:
    """Every line that is not blank, or those that are wanted by their number and bytes.

    Raises `BadInput` with the line that is too long, no UTF-8 or no JSON.
    """
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LONGEST_LINE):
                number += 1
                if len(line) == LONGEST_LINE:
                    raise BadInput(
                        f"{path}:{number}: the line is longer than {LONGEST_LINE} bytes."
                    )
                if (wanted is None or wanted(number, line)) and not line.isspace():
                    yield _parsed(line, number, path)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}).") from error


def _parsed(line: bytes, number: int, path: Path) -> Line:
    try:
        text = line.decode("utf-8-sig")
        return Line(number, json.loads(text), _clean(text))
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}:{number}: is not UTF-8. Save the file as UTF-8.") from error
    except RecursionError as error:
        raise BadInput(f"{path}:{number}: is nested too deeply for an entity.") from error
    except ValueError as error:
        raise BadInput(
            f"{path}:{number}: is no JSON ({error}). The file may be cut off: fetch it again."
        ) from error


def _clean(text: str) -> bool:
    if "\\u" in text and ESCAPED.search(text):
        return False
    return "\x7f" not in text and (text.isascii() or PLAIN.search(text) is None)


@dataclass(slots=True)
class Reader:
    """Reads the entity of one line; `audit` takes what is not understood there."""

    place: str
    line: Line
    audit: Audit

    def things(self) -> Iterator[Thing]:
        """The linked entities that stand inside of the line's entity, then it. Raises `BadInput`."""
        return self._things(self.line.value, ())

    def _things(self, found: object, above: tuple[str, ...]) -> Iterator[Thing]:
        key, schema, properties, top = self._checked(found, above)
        said: Said = {}
        labels: dict[str, str] = {}
        yield from self._read(key, properties, above, said, labels)
        if above and schema in words.LINKED:
            _complete(schema, said, above[-1])
        caption, datasets = top.get("caption"), top.get("datasets")
        sets: list[str] = []
        if isinstance(datasets, list):
            for each in datasets:
                self._take(each, sets, key, "datasets")
        called = caption if isinstance(caption, str) else ""
        yield Thing(key, schema, said, self.line.number, called, tuple(sets), labels=labels)

    def _read(
        self,
        key: str,
        properties: dict[str, object],
        above: tuple[str, ...],
        said: Said,
        labels: dict[str, str],
    ) -> Iterator[Thing]:
        """Fills in what is said and the labels, and gives the linked entities on the way."""
        for prop, values in properties.items():
            texts = _plain(values) if self.line.clean else None
            if texts is None:
                texts = []
                for value in values if isinstance(values, list) else (values,):
                    if isinstance(value, dict):
                        yield from self._inside(value, (*above, key))
                        self._refer(value, texts, labels)
                    else:
                        self._take(value, texts, key, prop)
            if texts:
                said[prop] = texts

    def _inside(self, value: object, above: tuple[str, ...]) -> Iterator[Thing]:
        return (each for each in self._things(value, above) if each.schema in words.LINKED)

    def _take(self, value: object, texts: list[str], key: str, prop: str) -> None:
        if isinstance(value, str):
            if UNSOUND.search(value):
                self._odd(key, prop, "a text with a character that no text may hold")
            elif plain := value.strip():
                texts.append(plain)
        elif value is not None:
            self._odd(key, prop, f"no text: {value!r:.40}")

    def _checked(
        self, found: object, above: tuple[str, ...]
    ) -> tuple[str, str, dict[str, object], dict[str, object]]:
        if not isinstance(found, dict):
            raise BadInput(f"{self.place}: is no JSON object. One entity a line is expected.")
        key, schema, properties = found.get("id"), found.get("schema"), found.get("properties")
        if not isinstance(key, str) or not isinstance(schema, str) or not key or not schema:
            raise BadInput(f"{self.place}: the entity has no id or no schema.")
        if not isinstance(properties, dict):
            raise BadInput(f"{self.place}: the entity {key:.80} has no properties.")
        if UNSOUND.search(key):
            raise BadInput(f"{self.place}: the id holds a character that no text may hold.")
        if len(above) >= DEEPEST:
            raise BadInput(f"{self.place}: entities stand inside of others over {DEEPEST} deep.")
        if not found.keys() <= words.TOP:
            for name in sorted(found.keys() - words.TOP):
                self.audit.miss(f"{schema}/{name}")
        return key, schema, properties, found

    def _odd(self, key: str, prop: str, words: str) -> None:
        self.audit.odd(f"{self.place}: {key} {prop} is {words}; it is left out.")

    def _refer(self, inner: dict[str, object], texts: list[str], labels: dict[str, str]) -> None:
        """Refers to an entity inside; one that is no linked entity is not read further, and counted."""
        key, schema = str(inner["id"]), str(inner["schema"])
        if schema in words.LINKED and schema != words.ADDRESS:
            return
        texts.append(key)
        if schema not in words.LINKED:
            self.audit.miss(f"{schema} inside of another entity")
            named = inner["properties"]
            names = named.get("name") if isinstance(named, dict) else None
            first = names[0] if isinstance(names, list) and names else names
            label = inner.get("caption") or first
            if isinstance(label, str) and not UNSOUND.search(label):
                labels[key] = label


def _plain(values: object) -> list[str] | None:
    """The values where all are texts that say something, else None."""
    if not isinstance(values, list):
        return None
    try:
        texts = list(map(str.strip, values))
    except TypeError:
        return None
    return None if "" in texts else texts


def _complete(schema: str, said: Said, parent: str) -> None:
    """Names the party around a linked entity where the linked entity does not name it itself."""
    if holder := words.HOLDERS.get(schema):
        said.setdefault(holder, [parent])
    elif schema in words.TIES:
        missing = [role for role in words.TIES[schema][:2] if role not in said]
        if len(missing) == 1:
            said[missing[0]] = [parent]
