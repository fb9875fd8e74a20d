"""Plain text: UTF-8 as it stands, and a refusal that names the byte for what is not."""

import codecs
import re
import shlex

from kb.documents.content import Content
from kb.errors import BadInput

FEW = 8
"""So many control characters are dropped with a note whatever the length of the text …"""
SHARE = 1000
"""… and above that one in so many characters; a file with more of them is binary."""
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def content(data: bytes, file: str) -> Content:
    """The text of a plain file, every character of it as it is."""
    text, notes = decoded(data, file)
    return Content(text, notes=tuple(notes))


def decoded(data: bytes, file: str) -> tuple[str, list[str]]:
    """Bytes as text and notes on their encoding; raises BadInput for other encodings and binaries."""
    if not data.strip():
        raise BadInput(f"{file} is empty. Check that it is the file you mean.")
    if data.startswith(UTF32):
        raise BadInput(f"{file} is in UTF-32. {recoding('utf-32', file)}")
    mark = data[:2]
    if mark in UTF16:
        text, notes = _utf16(data, UTF16[mark], file), ["The file was in UTF-16."]
    else:
        text, notes = _utf8(data, file), []
        if data.startswith(codecs.BOM_UTF8):
            text, notes = text[1:], ["A byte order mark was dropped."]
    refuse_binary(text, file)
    return text, notes


def refuse_binary(text: str, file: str) -> None:
    """Raises BadInput for a text with a NUL or with control characters in numbers."""
    nul = text.find("\x00")
    if nul >= 0:
        raise BadInput(f"{file} is binary: character {nul} is NUL. {_OTHER}")
    if len(BINARY.findall(text)) > max(FEW, len(text) // SHARE):
        raise BadInput(f"{file} is binary: it is full of control characters. {_OTHER}")


_OTHER = "Give a text, HTML, PDF, DOCX or Markdown file."


def _utf8(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise BadInput(f"{file} is binary: byte {data.find(0)} is NUL. {_OTHER}") from None
        raise BadInput(
            f"{file}: {_where(data, error.start)} is not UTF-8. {recoding('windows-1252', file)} "
            "(put the encoding of your file for windows-1252)."
        ) from None


def _utf16(data: bytes, encoding: str, file: str) -> str:
    try:
        return data[2:].decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{file} starts as UTF-16, and byte {error.start + 2} cannot be that: the file is cut "
            "short or binary. Get it again."
        ) from None


def _where(data: bytes, index: int) -> str:
    before = data[:index]
    line, column = before.count(b"\n") + 1, index - before.rfind(b"\n")
    return f"byte {index} (0x{data[index]:02x}, line {line}, column {column})"


def recoding(encoding: str, file: str) -> str:
    """The command that makes a file UTF-8, as a sentence without its full stop."""
    return f"Make it UTF-8: iconv -f {encoding} -t utf-8 {shell_word(file)} > utf8.txt"


def shell_word(file: str) -> str:
    """The name of a file as one word of a shell command."""
    return "FILE" if file == "standard input" else shlex.quote(file)
