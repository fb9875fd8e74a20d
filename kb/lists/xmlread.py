"""Reads an XML list as a stream of records, in bounded memory, and knows what of each record was read."""

from collections.abc import Generator, Iterator
from functools import lru_cache
from pathlib import Path

from lxml import etree

from kb.errors import BadInput
from kb.lists.model import Audit

HEAD = 65536
MOST_DEPTH = 64
MOST_ELEMENTS = 500_000
NO_DOCTYPE = (
    "that can hide entity bombs and outside files, and no known list has one: "
    "fetch the file again from its publisher."
)


class Node:
    """An element that remembers what was asked of it. Tags are without namespace."""

    __slots__ = ("_asked", "_index", "element")

    def __init__(self, element: etree._Element, asked: set[object] | None = None) -> None:
        self.element = element
        self._asked: set[object] = set() if asked is None else asked
        self._index: dict[str, list[etree._Element]] | None = None

    @property
    def tag(self) -> str:
        """The element's name without its namespace."""
        return _local(self.element)

    @property
    def line(self) -> int:
        """The line where the element starts (0: unknown)."""
        line = self.element.sourceline
        return line if isinstance(line, int) else 0

    def children(self, *tags: str) -> Iterator["Node"]:
        """Direct children with one of these names (all children where none is given)."""
        if len(tags) == 1:
            for child in self._named(tags[0]):
                yield Node(child, self._asked)
            return
        for child in self.element:
            if isinstance(child.tag, str) and (not tags or _local(child) in tags):
                yield Node(child, self._asked)

    def _named(self, tag: str) -> list[etree._Element]:
        if self._index is None:
            self._index = {}
            for child in self.element.iterchildren("*"):
                self._index.setdefault(_local(child), []).append(child)
        return self._index.get(tag, [])

    def child(self, *path: str) -> "Node | None":
        """The first descendant along a path of names, or None."""
        here: Node | None = self
        for tag in path:
            found = here._named(tag) if here is not None else []
            here = Node(found[0], self._asked) if found else None
        return here

    def text(self, *path: str) -> str:
        """The stripped text of the element itself, or of the first descendant along `path`; "" if none."""
        node = self.child(*path)
        if node is None:
            return ""
        self._asked.add(node.element)
        return (node.element.text or "").strip()

    def texts(self, tag: str) -> tuple[str, ...]:
        """The non-empty texts of all direct children of one name."""
        return tuple(text for child in self.children(tag) if (text := child.text()))

    def attribute(self, name: str) -> str:
        """An attribute by its local name, stripped; "" if absent."""
        value = self.element.get(name)
        if value is not None:
            self._asked.add((self.element, name))
            return str(value).strip()
        for key in self.element.keys():  # noqa: SIM118
            if _bare(str(key)) == name:
                self._asked.add((self.element, name))
                return str(self.element.get(key)).strip()
        return ""

    def ignore(self, *tags: str) -> None:
        """Marks whole children as knowingly left out (the importer's documentation says why)."""
        for child in self.children(*tags):
            for inner in child.element.iter("*"):
                self._asked.add(inner)
                self._asked.update((inner, _bare(str(key))) for key in inner.attrib)

    def report(self, audit: Audit, technical: frozenset[str] = frozenset()) -> None:
        """Counts every text and attribute below this element that nothing asked for.

        Attributes named in `technical` (a format's internal numbers) are not counted.
        """
        asked = self._asked
        for element in self.element.iter("*"):
            text = element.text
            if text and element not in asked and text.strip():
                audit.miss(self._path(element))
            for key in element.keys():  # noqa: SIM118
                name = _bare(str(key))
                if name not in technical and (element, name) not in asked:
                    audit.miss(f"{self._path(element)}/@{name}")

    def _path(self, element: etree._Element) -> str:
        names = [_local(element)]
        while element is not self.element and (above := element.getparent()) is not None:
            element = above
            names.append(_local(element))
        return "/".join(reversed(names))


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def _local(element: etree._Element) -> str:
    return _bare(str(element.tag))


def head(path: Path) -> bytes:
    """The first 64 kB of a file. Raises `BadInput` if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}).") from error


def refuse_doctype(path: Path) -> None:
    """Raises `BadInput` if the prolog declares a document type: entities are never expanded."""
    start = head(path)
    encodings = ("utf-16",) if start[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "latin-1")
    for encoding in encodings:
        text = start.decode(encoding, "ignore").upper()
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise BadInput(f"{path}: declares a document type; {NO_DOCTYPE}")


def records(
    path: Path,
    tags: frozenset[str],
    root: frozenset[str],
    *,
    audit: Audit | None = None,
    containers: frozenset[str] = frozenset(),
) -> Generator[Node, None, None]:
    """Each element named in `tags`, whole, in the order of the file; each is freed after use.

    `root` are the names that the document's outermost element may have. Where an `audit` is given, it
    counts what stands outside the records and is neither the root nor one of the `containers`. Raises
    `BadInput` with the line.
    """
    refuse_doctype(path)
    try:
        with path.open("rb") as file:
            outside = _Outside(audit, root | containers)
            yield from _streamed(path, file, tags, root, outside)
    except OSError as error:
        raise BadInput(f"{path}: cannot be read ({error.strerror}).") from error
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise BadInput(
            f"{path}:{line}: not well-formed XML ({error.msg}). The file may be cut off: fetch it again."
        ) from error


class _Outside:
    """Counts the elements outside the records that hold something and are no known container."""

    def __init__(self, audit: Audit | None, known: frozenset[str]) -> None:
        self._audit, self._known = audit, known

    def ended(self, element: etree._Element) -> None:
        if self._audit is None or _local(element) in self._known:
            return
        if (element.text or "").strip() or element.attrib:
            chain = [_local(above) for above in element.iterancestors()]
            self._audit.miss("/".join([*reversed(chain), _local(element)]))


def _streamed(
    path: Path, file: object, tags: frozenset[str], root: frozenset[str], outside: _Outside
) -> Iterator[Node]:
    events = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = record = size = 0
    for event, element in events:
        if event == "start":
            depth += 1
            if depth > MOST_DEPTH:
                raise BadInput(f"{path}:{element.sourceline}: nested deeper than {MOST_DEPTH}.")
            if record:
                size += 1
                if size > MOST_ELEMENTS:
                    place = f"{path}:{element.sourceline}"
                    raise BadInput(f"{place}: a record of over {MOST_ELEMENTS} elements.")
                continue
            if depth == 1:
                _check_root(path, element, root)
            if _local(element) in tags:
                record, size = depth, 1
            continue
        if not record:
            outside.ended(element)
            _free(element)
        elif depth == record:
            record = 0
            yield Node(element)
            _free(element)
        depth -= 1


def _check_root(path: Path, element: etree._Element, root: frozenset[str]) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise BadInput(f"{path}: declares a document type; {NO_DOCTYPE}")
    if _local(element) not in root:
        expected = " or ".join(sorted(root))
        raise BadInput(
            f"{path}:{element.sourceline}: the root is {_local(element)}, not {expected}."
        )


def _free(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
