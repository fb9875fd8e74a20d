"""Lines of JSON as entities of FollowTheMoney, those inside of others among them."""

import json
import re
from collections.abc import Iterator
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


def objects(path: Path, wanted: re.Pattern[bytes] | None = None) -> Iterator[tuple[int, object]]:
    """The JSON value of every line that is not blank, or of those in which `wanted` is found.

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
                if (wanted is None or wanted.search(line)) and not line.isspace():
                    yield number, _parsed(line, f"{path}:{number}")
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}).") from error


def _parsed(line: bytes, place: str) -> object:
    try:
        found: object = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(f"{place}: is not UTF-8. Save the file as UTF-8 and try again.") from error
    except RecursionError as error:
        raise BadInput(f"{place}: is nested too deeply for an entity.") from error
    except ValueError as error:
        raise BadInput(
            f"{place}: is no JSON ({error}). The file may be cut off: fetch it again."
        ) from error
    return found


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the entity of one line; `audit` takes what is not understood there."""

    place: str
    line: int
    audit: Audit

    def things(self, found: object, above: tuple[str, ...] = ()) -> Iterator[Thing]:
        """The linked entities that stand inside of an entity, then the entity. Raises `BadInput`."""
        key, schema, properties, top = self._checked(found, above)
        said: Said = {}
        labels: dict[str, str] = {}
        yield from self._read(key, properties, above, said, labels)
        if above and schema in words.LINKED:
            _complete(schema, said, above[-1])
        caption, datasets = top.get("caption"), top.get("datasets")
        sets = tuple(map(str, datasets)) if isinstance(datasets, list) else ()
        called = caption if isinstance(caption, str) else ""
        yield Thing(key, schema, said, self.line, called, sets, labels=labels)

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
            texts: list[str] = []
            for value in values if isinstance(values, list) else (values,):
                if isinstance(value, str):
                    if value and self._sound(value, key, prop):
                        texts.append(value.strip())
                elif isinstance(value, dict):
                    for thing in self.things(value, (*above, key)):
                        if thing.schema in words.LINKED:
                            yield thing
                    self._refer(value, texts, labels)
                elif value is not None:
                    self._odd(key, prop, f"no text: {value!r:.40}")
            if texts:
                said[prop] = texts

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

    def _sound(self, value: str, key: str, prop: str) -> bool:
        if UNSOUND.search(value):
            self._odd(key, prop, "a text with a character that no text may hold")
            return False
        return not value.isspace()

    def _odd(self, key: str, prop: str, words: str) -> None:
        self.audit.oddities.append(f"{self.place}: {key} {prop} is {words}; it is left out.")

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


def _complete(schema: str, said: Said, parent: str) -> None:
    """Names the party around a linked entity where the linked entity does not name it itself."""
    if holder := words.HOLDERS.get(schema):
        said.setdefault(holder, [parent])
    elif schema in words.TIES:
        missing = [role for role in words.TIES[schema][:2] if role not in said]
        if len(missing) == 1:
            said[missing[0]] = [parent]
