"""The lists that can be read, each in the formats that it comes in; a file's format is told from its head."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from kb.errors import BadInput, UnknownName
from kb.lists.model import Importer
from kb.lists.xmlread import head


@dataclass(frozen=True, slots=True)
class Format:
    """One format of one list: the list's name, what the format is called, and where its importer is."""

    list: str
    words: str
    module: str
    importer: str

    def load(self) -> Importer:
        """The importer itself."""
        found: Importer = getattr(import_module(self.module), self.importer)()
        return found


FORMATS = (
    Format("un", "consolidated list (XML)", "kb.lists.un", "Un"),
    Format("un-1718-vessels", "designated vessels (CSV or text)", "kb.lists.un1718", "Vessels1718"),
    Format("ofac", "SDN list (XML)", "kb.lists.ofac_xml", "SdnXml"),
    Format("ofac", "SDN list, Advanced (XML)", "kb.lists.ofac_advanced", "SdnAdvanced"),
    Format("ofac", "SDN list, legacy (CSV)", "kb.lists.ofac_csv", "SdnCsv"),
    Format("eu", "financial sanctions file (XML)", "kb.lists.eu", "EuFsf"),
    Format("uk", "sanctions list (XML)", "kb.lists.uk_xml", "UkXml"),
    Format("uk", "sanctions list (CSV)", "kb.lists.uk_csv", "UkCsv"),
    Format("ftm", "FollowTheMoney entities (JSON lines)", "kb.lists.ftm", "FtmEntities"),
    Format("ftm", "OpenSanctions statements (CSV)", "kb.lists.ftm_statements", "FtmStatements"),
)
"""Every format, the most specific first; a module is loaded when a file may be its own."""


UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def available() -> tuple[Format, ...]:
    """The formats whose importers this installation has."""
    return tuple(form for form in FORMATS if find_spec(form.module) is not None)


def importer(path: Path, name: str = "") -> Importer:
    """The importer for a file, of the list `name` where that is given.

    Raises `UnknownName` for a list that is not known, and `BadInput` for a file that no importer of it
    recognises; both say what is known.
    """
    known = available()
    names = sorted({form.list for form in known})
    if name and name not in names:
        near = get_close_matches(name, names, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Known are: {', '.join(names)}."
        raise UnknownName(f"There is no list {name!r}. {hint}")
    start = head(path)
    if not start.strip():
        raise BadInput(f"{path}: is empty. Fetch it again from its publisher.")
    for form in known:
        if name in ("", form.list):
            found = form.load()
            if found.recognises(start, path):
                return found
    raise BadInput(f"{path}: {_unknown(path, start, name, known)}")


def _unknown(path: Path, start: bytes, name: str, known: tuple[Format, ...]) -> str:
    """Why no importer takes a file, and what would help."""
    if start.startswith(UTF_16):
        return "is in UTF-16, in which no list is published. Save it as UTF-8."
    others = (form for form in known if name not in ("", form.list))
    other = next((form for form in others if form.load().recognises(start, path)), None)
    if other is not None:
        told = f"{other.list}, {other.words}"
        return f"is no file of the list {name}, but of {told}: kb load {other.list} {path.name}."
    wanted = f"no file of the list {name}" if name else "of no known format"
    return f"is {wanted}. Known are: {'; '.join(_told(name, known))}."


def _told(name: str, known: tuple[Format, ...]) -> Iterator[str]:
    chosen = [form for form in known if name in ("", form.list)]
    for each in sorted({form.list for form in chosen}):
        yield f"{each}: {', '.join(form.words for form in chosen if form.list == each)}"
