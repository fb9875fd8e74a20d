"""Sections of lines as text and as Markdown, in which nothing of a source can act as markup."""

import re

from kb.judge.why_sections import QUOTE, Line, Sections

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")
LEADING = re.compile(r"^(\s*\d*)([-+=]|(?<=\d)[.)])")


def visible(text: str) -> str:
    """Text for a terminal: control and direction characters are shown, not obeyed."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def as_text(title: str, parts: Sections) -> str:
    """The sections as indented lines."""
    lines = [visible(title)]
    for heading, body in parts:
        lines += ["", heading]
        lines += [_text(line) for line in body]
    return "\n".join(lines) + "\n"


def _text(line: Line) -> str:
    indent = "  " * (line.depth + 1)
    if line.kind == QUOTE:
        return f"{indent}“{visible(line.text)}”  {visible(line.place)}"
    return indent + visible(line.text)


def as_markdown(title: str, parts: Sections) -> str:
    """The sections as Markdown: headings and lists; quotes in italics with their place."""
    lines = [f"# {escaped(title)}"]
    for heading, body in parts:
        lines += ["", f"## {heading}", ""]
        lines += [_markdown(line) for line in body]
    return "\n".join(lines) + "\n"


def _markdown(line: Line) -> str:
    indent = "  " * line.depth
    if line.kind == QUOTE:
        return f"{indent}- “{escaped(line.text)}” — {escaped(line.place)}"
    return f"{indent}- {escaped(line.text)}"


def escaped(text: str) -> str:
    """Text in which no character is markup."""
    return LEADING.sub(r"\1\\\2", MARKS.sub(r"\\\1", visible(text)))
