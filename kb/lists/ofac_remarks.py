"""Reads the remarks of OFAC's lists: pieces with a semicolon between them, most of them labelled.

"DOB 10 Dec 1948; alt. Passport A12 (Iran) expires 24 May 2015; Linked To: MAHAN AIR." Each piece becomes
an identifier, a fact, a link or a weak alias; a piece that cannot be read stays whole as a fact of
kind "remark". Where the parts do not hold all of a piece, `note` holds the piece as written.
"""

import re
from dataclasses import replace

from kb.lists import ofac_labels, ofac_words
from kb.lists.model import Fact, Name
from kb.lists.ofac_labels import Found, Said

MOST_WORDS = 12
ALIASES = {"a.k.a.": "weak", "f.k.a.": "former", "n.k.a.": "weak", "d.b.a.": "alias"}
ABBREVIATION = re.compile(r"(?:^|[\s.])(?:[^\W\d_]\.){2,}$")
COLONED = re.compile(r"[^:]{1,70}:\s")
DASHED = re.compile(r"[^:;]{1,70} - ")
COUNTRY = re.compile(r"\(([^()]{1,60})\)$")
DATED = re.compile(r" (issued|expires|expired) ((?:circa )?(?:\d{1,2} )?(?:[A-Za-z]{3,9} )?\d{4})$")
MARKERS = frozenset({"no.", "no", "no:", "number", "number:", "#", "id", "code", "license"})
QUOTES = "'\"‘’“”"
LONGEST_LABEL = max(len(label.split()) for label in ofac_labels.LABELS)


def pieces(text: str) -> list[str]:
    """The pieces of a remark, without the stop at its end (the dot of "S.A." is none)."""
    whole = text.strip()
    if whole.startswith("(") and whole.endswith(")") and whole.count("(") == whole.count(")"):
        inner = whole[1:-1]
        whole = inner if inner.find(")") == -1 or 0 <= inner.find("(") < inner.find(")") else whole
    if whole.endswith(".") and not ABBREVIATION.search(whole):
        whole = whole[:-1]
    return [piece for part in whole.split(";") if (piece := part.strip())]


def read(found: Found, text: str, title: str = "") -> None:
    """Adds all that a remark says; what the entry's `title` says already is not added again."""
    known = {part.strip() for part in title.split(";")}
    for piece in pieces(text):
        if piece not in known:
            _piece(found, piece)


def _piece(found: Found, piece: str) -> None:
    words = piece[5:].strip() if piece[:5].casefold() == "alt. " else piece
    if _alias(found, words):
        return
    label, rest = _label(words)
    if not label or not rest:
        label, rest = _numbered(words)
    if label and rest:
        _labelled(found, piece, label, rest)
    elif words.casefold().startswith(("www.", "http://", "https://")) and " " not in words:
        found.facts.append(Fact("website", words))
    else:
        found.facts.append(Fact("remark", piece))


def _alias(found: Found, words: str) -> bool:
    kind = ALIASES.get(words[:6].casefold())
    name = words[6:].strip()
    if kind is None or not name or words[6] != " ":
        return False
    bare = name[1:-1] if len(name) > 2 and name[0] in QUOTES and name[-1] in QUOTES else name
    note = "" if kind == "weak" and words[:6] == "a.k.a." else words[:6]
    found.names.append(Name(bare.strip(), kind, note=note))
    return True


def _label(words: str) -> tuple[str, str]:
    """The longest known label that a piece begins with, and the rest."""
    parts = words.split(" ", LONGEST_LABEL)
    for count in range(min(LONGEST_LABEL, len(parts) - 1), 0, -1):
        label = " ".join(parts[:count])
        if ofac_labels.plain(label) in ofac_labels.LABELS:
            rest = words[len(label) :].strip()
            if rest[:2] in ("- ", ": "):
                rest = rest[2:].strip()
            return label, rest
        if label.casefold().startswith("digital currency address -") and count == 5:
            return label, words[len(label) :].strip()
    for pattern in (COLONED, DASHED):
        match = pattern.match(words)
        if match and len(match[0].split()) <= MOST_WORDS and ofac_labels.is_statement(match[0]):
            return match[0].strip(), words[match.end() :].strip()
    return "", words


def _numbered(words: str) -> tuple[str, str]:
    """An unknown label that ends with "No.", "Number", "#", and a number: "Polish Personal ID No. 4"."""
    parts = words.split(" ", MOST_WORDS)
    for place, part in enumerate(parts[:-1], 1):
        if place > 1 and part.casefold() in MARKERS and any(c.isdigit() for c in parts[place]):
            label = " ".join(parts[:place])
            rest = words[len(label) :].strip()
            value = DATED.sub("", COUNTRY.sub("", DATED.sub("", rest)).strip())
            return (label, rest) if len(value.split()) <= 4 else ("", words)
    return "", words


def _labelled(found: Found, piece: str, label: str, rest: str) -> None:
    plain = ofac_labels.plain(label)
    known = plain in ofac_labels.LABELS or plain.startswith("digital currency address")
    number = plain in ofac_labels.IDENTIFIER_OF or (not known and label.rstrip(":-") == label)
    value, country, issued, expires = _parts(rest) if number else (rest, "", "", "")
    if not value:
        value, country, issued, expires = rest, "", "", ""
    said = Said(label, value, country, issued, expires)
    before = len(found.identifiers), len(found.facts), len(found.links)
    if number and not known:
        found.identifiers.append(ofac_labels.identifier("other", said))
    else:
        ofac_labels.add(found, said)
    _keep_words(found, piece, before)


def _keep_words(found: Found, piece: str, before: tuple[int, int, int]) -> None:
    """Gives what was just added the piece as its note, unless label and value are all of it."""
    if len(found.identifiers) > before[0]:
        last = found.identifiers[-1]
        if f"{last.label} {last.value}" != piece:
            false = last.false or bool(ofac_labels.FALSE.search(piece))
            note = piece if last.note in piece else f"{piece}; {last.note}"
            found.identifiers[-1] = replace(last, note=note, false=false)
    elif len(found.facts) > before[1]:
        fact = found.facts[-1]
        if f"{fact.label} {fact.value}" != piece:
            found.facts[-1] = replace(fact, note=piece)
    elif len(found.links) > before[2]:
        link = found.links[-1]
        if f"{link.label} {link.name}" != piece:
            found.links[-1] = replace(link, note=piece)


def _parts(rest: str) -> tuple[str, str, str, str]:
    """The value, the state in brackets, and the dates of issue and expiry (EDTF) of an identifier."""
    dates = {"issued": "", "expires": ""}
    for _ in range(2):
        match = DATED.search(rest)
        if match is None:
            break
        edtf = ofac_words.date(match[2])
        if not edtf:
            break
        dates["issued" if match[1] == "issued" else "expires"] = edtf
        rest = rest[: match.start()].rstrip()
    match = COUNTRY.search(rest)
    country = match[1] if match else ""
    if match and ofac_words.country(country):
        rest = rest[: match.start()].rstrip()
    else:
        country = ""
    return rest, country, dates["issued"], dates["expires"]
