"""Markdown: its words without the marks; headings, items, quotes, cells and code as paragraphs."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kb.documents import html
from kb.documents.content import Content, address, clean, day, one_line, paragraphs, tag
from kb.documents.plain import decoded
from kb.errors import BadInput
from kb.report import yamltext
from kb.report.tree import Items, Mapping, Node, Scalar, Unreadable

if TYPE_CHECKING:
    from markdown_it.token import Token

CHARACTERS = 4 * 1024**2
"""Longest Markdown that is read: a parser in Python takes a second for some hundred kilobytes."""
NESTING = 50
FRONT = re.compile(r"---[ \t]*\n(.{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
KEYS = {
    "title": ("title",),
    "published": ("published", "date"),
    "publisher": ("publisher", "site", "source"),
    "language": ("language", "lang"),
    "url": ("url", "canonical", "link"),
}


def content(data: bytes, file: str) -> Content:
    """The text of a Markdown file, and what its YAML front matter says of it."""
    raw, notes = decoded(data, file)
    text, _changes = clean(raw)
    if len(text) > CHARACTERS:
        raise BadInput(
            f"{file} has more than {CHARACTERS} characters of Markdown. Split it, or name it .txt."
        )
    fields: dict[str, Any] = {}
    front = FRONT.match(text)
    if front:
        fields, more = _front(front[1], file)
        notes += more
        text = text[front.end() :]
    body, deep = _body(text)
    if deep:
        notes.append(f"What is nested more than {NESTING} levels deep was left out.")
    return Content(text=body, notes=tuple(notes), **fields)


def _body(text: str) -> tuple[str, bool]:
    """The plain text, and whether something was too deep to be read."""
    # Only a Markdown file has to wait for the parser.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
    tokens = parser.parse(text)
    deep = any(token.level >= NESTING - 1 for token in _all(tokens))
    return paragraphs(_blocks(tokens)), deep


def _all(tokens: "list[Token]") -> "Iterator[Token]":
    for token in tokens:
        yield token
        yield from token.children or ()


def _blocks(tokens: "list[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(map(_words, token.children or ()))
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield from _html(token.content)


def _words(token: "Token") -> str:
    """The words of an inline token; a link's are its text tokens, an image's its description."""
    if token.type in ("softbreak", "hardbreak"):
        return " " if token.type == "softbreak" else "\n"
    if token.type == "image":
        return "".join(map(_words, token.children or ()))
    return token.content if token.type in ("text", "code_inline", "text_special") else ""


def _html(fragment: str) -> Iterator[str]:
    """The visible text of an HTML block; none for one that holds only comments."""
    if "<" not in fragment:
        yield fragment
        return
    try:
        yield from html.visible(fragment)
    except BadInput:
        return


def _front(text: str, file: str) -> tuple[dict[str, Any], list[str]]:
    """The fields that front matter gives, and notes on what of it could not be used."""
    try:
        tree = yamltext.read(text, file, 20)
    except Unreadable:
        return {}, ["The front matter is not YAML that can be read: it was left out."]
    if not isinstance(tree, Mapping):
        return {}, ["The front matter has no keys: it was left out."]
    values = {key.text.lower(): value for key, value in reversed(tree.entries)}
    found = {
        field: next((one_line(_text(values[key])) for key in keys if key in values), "")
        for field, keys in KEYS.items()
    }
    notes = []
    for field, kept in (("published", day), ("url", address), ("language", tag)):
        value, found[field] = found[field], kept(found[field])
        if value and not found[field]:
            notes.append(f"The front matter's {field} {value[:80]!r} was not understood.")
    names = _names(values.get("authors", values.get("author")))
    return {**found, "authors": names}, notes


def _names(node: Node | None) -> tuple[str, ...]:
    nodes = node.items if isinstance(node, Items) else (node,)
    return tuple(filter(None, (one_line(_text(each)) for each in nodes)))


def _text(node: Node | None) -> str:
    """A scalar's text, the name of a mapping, empty for all else."""
    if isinstance(node, Mapping):
        node = node.get("name")
    return node.text if isinstance(node, Scalar) else ""
