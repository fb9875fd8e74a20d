"""Bytes and texts from files that nobody vouches for: size, encoding and characters are checked."""

import re
import sys
from pathlib import Path, PurePosixPath

from kb.errors import BadInput, BadReport, Problem

STDIN = "-"
CONTROL = re.compile(r"[\x00-\x08\x0b\x0d-\x1f\x7f]")
"""Characters that no report or text may hold; a carriage return is among them."""


def text_of(path: str, limit: int) -> str:
    """The text of a file (`-`: standard input): UTF-8 without a byte order mark, LF line ends.

    Raises BadInput for what cannot be read and BadReport, with the place, for what cannot be text.
    """
    return decode(data_of(path, limit), path)


def data_of(path: str, limit: int) -> bytes:
    """The bytes of a file, at most `limit` of them."""
    name = "standard input" if path == STDIN else path
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            if Path(path).is_dir():
                raise BadInput(f"{path} is a folder. Name the report file in it.")
            with Path(path).open("rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError:
        raise BadInput(f"{path} does not exist. Check the name of the file.") from None
    except PermissionError:
        raise BadInput(f"{path} may not be read. Check its permissions.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}.") from None
    except ValueError:
        raise BadInput(f"{path!r} is no name of a file.") from None
    if len(data) > limit:
        raise BadInput(
            f"{name} is larger than {limit // 1024**2} MiB. Split it, or raise the limit with "
            "KB_REPORT_BYTES or KB_TEXT_BYTES."
        )
    return data


def decode(data: bytes, file: str) -> str:
    """Bytes as text; raises BadReport at the first byte or character that cannot stand there."""
    if data.startswith(b"\xef\xbb\xbf"):
        raise _bad(
            file, 1, 1, "The file starts with a byte order mark.", "Save it as UTF-8 without BOM."
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _bad(file, 1, 1, "The file is in UTF-16.", "Save it as UTF-8.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        message = f"The byte 0x{data[error.start]:02x} is not UTF-8."
        raise _bad(file, line, column, message, "Save the file as UTF-8.") from None
    control = CONTROL.search(text)
    if control:
        index = control.start()
        line, column = text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
        raise _bad(file, line, column, *_control(control[0]))
    return text


def _control(mark: str) -> tuple[str, str]:
    if mark == "\r":
        return (
            "The file has Windows line ends (CRLF), and offsets would differ between machines.",
            "Save it with LF line ends.",
        )
    return f"The control character U+{ord(mark):04X} may not stand here.", "Delete it."


def _bad(file: str, line: int, column: int, message: str, remedy: str) -> BadReport:
    return BadReport([Problem(file, line, column, message, remedy)])


def beside(report: str, name: str) -> Path | None:
    """The path of a text file named in a report: in the report's own folder or below it, else None."""
    parts = PurePosixPath(name).parts
    if not parts or PurePosixPath(name).is_absolute() or ".." in parts or "\\" in name:
        return None
    folder = Path.cwd() if report == STDIN else Path(report).parent
    path = folder / name
    inside = path.resolve().is_relative_to(folder.resolve())
    return path if inside else None
