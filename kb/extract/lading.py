"""What is moved in an event: the words for goods in its passage that no other words own."""

import re
from collections.abc import Sequence

from kb.extract.cargo import cargoes
from kb.extract.prominence import Hit
from kb.extract.spans import Span
from kb.extract.triggers import arms_in

BOXES = re.compile(
    r"(?i)(?:[\w-]+\s){0,3}(?:cargo(?:es)?|containers?|boxes|crates|loads?|consignments?|packages|parcels|goods|equipment|parts|product|components?)"
)
OTHER = re.compile(
    r"(?i)[-\s](?:ships?|vessels?|tankers?|freighters?|dhows?|carriers?|embargo|procurement|exports?\sagency|agency|bureau|dealers?|deals?|trade|line|terminal|field|company|makers?|industry|factor(?:y|ies)|plants?|programmes?|programs?|works|attacks?|strikes?|crews?|wells?|rigs?|fields|refiner(?:y|ies)|ministr(?:y|ies)|traders?|traffickers?|smugglers?|smuggling|depots?|markets?|prices|revenues?|units?|tests?|technology|price|oil-field|reserves?|guards?|spills?|slicks?|[A-Z]\w+\s(?:Ltd|Inc|LLC|Co))\b"
)
LISTED = re.compile(r"(?:\s[\w-]+){0,3}(?:,|\sand|,\sand|\sor)\s(?:as well as\s)?(?:[\w-]+\s){0,5}")


def goods(text: str, content: Span, hit: Hit, taken: Sequence[Span]) -> list[Span]:
    """The goods that an event moves: named ones before mere boxes; several where they are listed.

    `taken`: the places of names and of words that already play a part.
    """
    if hit.form is not None and hit.form.frame and hit.form.shape != "noun":
        taken = [*taken, (hit.start, hit.end)]
    found = [
        (begin, end)
        for begin, end in cargoes(text, *content)
        if not any(a < end and begin < b for a, b in taken) and not OTHER.match(text, end)
    ]
    special = [span for span in found if not BOXES.fullmatch(text, *span) or arms_in(text, *span)]
    chosen = _moved(hit, special) or found
    first = chosen[:1]
    for span in chosen[1:]:
        if first and LISTED.fullmatch(text[first[-1][1] : span[0]]):
            first.append(span)
    return first


def _moved(hit: Hit, found: list[Span]) -> list[Span]:
    """The goods after an active verb where there are some: what stands before it moves them ("trucks carried")."""
    if hit.form is None or not hit.form.frame or hit.form.shape in ("passive", "noun"):
        return found
    return [span for span in found if span[0] >= hit.end] or found
