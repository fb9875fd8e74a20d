"""HTML pages: the main content as paragraphs; nothing is fetched and no script is run."""

import codecs
import re
from collections.abc import Iterator
from typing import Any

from kb.documents import page
from kb.documents.content import CONTROLS, Content, paragraphs
from kb.documents.plain import UTF16, decoded, recoding, refuse_binary
from kb.documents.quiet import quiet
from kb.errors import BadInput

BYTES = 16 * 1024**2
"""Largest page: an article has some hundred kilobytes, and parsing costs many times the size."""
TAGS = 200_000
LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000}[^<>]*")
ATTRIBUTES = 2_000
"""Pages with more tags, or with more attributes in a long one, cost a parser minutes."""
ELEMENTS = 20_000
DEPTH = 200
"""Pages with more elements, or deeper ones, are not searched for their main content."""

CHARSET = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", re.I)
CHARSETS = re.compile(
    r"big5|cp125[0-8]|cp949|euc_jp|euc_kr|gb18030|gb2312|gbk|iso8859-([2-9]|1[03-6])|koi8-[ru]|"
    r"mac-cyrillic|mac-roman|shift_jis|tis-620"
)
LATIN = frozenset(("iso8859-1", "ascii"))
"""Pages that say so are in windows-1252, and browsers read them so."""

START = re.compile(r"<(?:!doctype\s+html|html|head|body)(?=[\s/>])", re.I)
SPACE = re.compile(r"[ \t\n\r\f]+")
UNSEEN = re.compile(
    r"script|style|noscript|template|title|svg|iframe|object|select|textarea|button"
)
INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|data|del|dfn|em|font|hi|i|ins|kbd|label|mark|q|ref|ruby|s|"
    r"samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
"""Every other element ends the paragraph before it; `hi` and `ref` are trafilatura's."""
BREAKS = frozenset(("br", "lb"))


def starts(data: bytes) -> bool:
    """Whether a file starts as an HTML page does, after an XML declaration and comments."""
    head = data[:4096]
    encoding = UTF16.get(head[:2], "latin-1")
    rest = head.removeprefix(codecs.BOM_UTF8).decode(encoding, "ignore").lstrip("\ufeff \t\r\n\f")
    while rest.startswith(("<?xml", "<!--")):
        rest = rest.partition("?>" if rest.startswith("<?") else "-->")[2].lstrip()
    return START.match(rest) is not None


def content(data: bytes, file: str) -> Content:
    """The main content of a page and its metadata; all visible text where none is found."""
    if len(data) > BYTES:
        raise BadInput(
            f"{file} is a page of more than {BYTES // 1024**2} MiB. Save the article alone, as text."
        )
    text, notes = _decoded(data, file)
    _refuse_costly(text, file)
    root = _tree(CONTROLS.sub("", text), file)
    search = not _unwieldy(root)
    found = page.metadata(root, guess=search)
    _drop_unseen(root)
    body, more = _body(root, search)
    if not body:
        raise BadInput(f"{file} is a page without visible text. Save it from the browser as text.")
    return Content(text=body, notes=(*notes, *more, *found.pop("notes")), **found)


def _refuse_costly(text: str, file: str) -> None:
    """Raises BadInput for markup on which a parser would work for minutes."""
    crowded = any(match[0].count("=") > ATTRIBUTES for match in LONG_TAG.finditer(text))
    if crowded or text.count("</") + len(re.findall(r"<[A-Za-z]", text)) > TAGS:
        raise BadInput(f"{file} has more markup than any article. Save the article alone, as text.")


def visible(fragment: str) -> Iterator[str]:
    """The visible texts of a piece of HTML, one a block element."""
    if fragment.strip():
        yield from blocks(_tree(CONTROLS.sub("", fragment), "the HTML"))


def _decoded(data: bytes, file: str) -> tuple[str, list[str]]:
    """The text of a page by its byte order mark, as UTF-8, or in the encoding that it declares."""
    match = CHARSET.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        name = _charset(match[1].decode() if match else "")
        if data[:2] in UTF16 or not name:
            return decoded(data, file)
        try:
            text = data.decode(name)
        except UnicodeDecodeError as error:
            raise BadInput(
                f"{file} says that it is in {name}, and byte {error.start} cannot be that. "
                f"{recoding('ENCODING', file)}"
            ) from None
        refuse_binary(text, file)
        return text, [f"The page was in {name}."]
    return decoded(data, file)


def _charset(declared: str) -> str:
    """The codec of a declared encoding, empty for one that is unknown or is none of characters."""
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return ""
    if name in LATIN:
        return "cp1252"
    return name if CHARSETS.fullmatch(name) else ""


def _tree(text: str, file: str) -> Any:
    # lxml takes a tenth of a second to load: only a page has to wait for it.
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        no_network=True,
    )
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        raise BadInput(f"{file} is no page that can be read. Save it again as text.") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise BadInput(
            f"{file} is a page that is nested thousands of levels deep. Save it from the browser as text."
        )
    return root


def _drop_unseen(root: Any) -> None:
    """Takes scripts, styles and the like out of the tree; the text after them stays."""
    for element in list(root.iter()):
        if UNSEEN.fullmatch(str(element.tag)) and element.getparent() is not None:
            element.drop_tree()


def _body(root: Any, search: bool) -> tuple[str, list[str]]:
    """The main content as paragraphs, with captions; all visible text where none is found."""
    captions = _captions(root) if search else []
    main = _main(root) if search else None
    text = "" if main is None else paragraphs(blocks(main))
    if not text.strip():
        note = "No main content was found: this is all visible text of the page."
        return paragraphs(blocks(root)), [note]
    lost = [each for each in captions if each not in text]
    if not lost:
        return text, []
    return paragraphs((*lost, text)), [f"{len(lost)} captions stand before the text."]


def _main(root: Any) -> Any:
    """The main content as trafilatura's tree, None where it finds none."""
    # Trafilatura takes a second to load: only a page has to wait for it.
    from trafilatura.core import bare_extraction

    try:
        with quiet():
            found = bare_extraction(root, include_comments=False, with_metadata=False)
    except Exception:
        return None  # a page that breaks the search is read whole, which a note says
    return getattr(found, "body", None)


def _unwieldy(root: Any) -> bool:
    """Whether a page has so many or so deep elements that a search in it takes too long."""
    from lxml import etree

    depth = deepest = count = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        deepest = max(deepest, depth)
    return count > ELEMENTS or deepest > DEPTH


def _captions(root: Any) -> list[str]:
    """Makes captions of figures ordinary paragraphs; gives those inside an article."""
    found = []
    for caption in list(root.iter("figcaption")):
        caption.tag = "div" if caption.find("p") is not None else "p"
        caption.attrib.clear()
        for outer in caption.iterancestors():
            if outer.tag == "figure":
                outer.tag = "div"
                outer.attrib.clear()
            elif outer.tag in ("article", "main"):
                found.append(paragraphs(blocks(caption)).strip())
                break
    return [each for each in dict.fromkeys(found) if each]


def blocks(root: Any) -> Iterator[str]:
    """The visible texts of a tree, one a block element; a line break stays one."""
    from lxml import etree

    held: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = str(element.tag)
        unseen = UNSEEN.fullmatch(name) is not None or _hidden(element)
        if name in BREAKS:
            held += ["\n"] if event == "start" else []
        elif not unseen and not INLINE.fullmatch(name):
            yield _joined(held)
            held = []
        if event == "start" and unseen:
            walk.skip_subtree()
        elif event == "start" and element.text:
            held.append(SPACE.sub(" ", element.text))
        if event == "end" and element.tail and element is not root:
            held.append(SPACE.sub(" ", element.tail))
    yield _joined(held)


def _hidden(element: Any) -> bool:
    style = element.get("style") or ""
    return element.get("hidden") is not None or "display:none" in style.replace(" ", "").lower()


def _joined(held: list[str]) -> str:
    return re.sub(r" ?\n ?", "\n", re.sub(r" +", " ", "".join(held)))
